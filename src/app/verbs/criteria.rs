//! The risk criteria: the screen that changes them, and what a change of them changes (6.1.2 a).

use super::commit;
use crate::{
    app::{App, Draft, Open, Purpose},
    assess::criteria,
    change::{Change, Transaction},
    isms::{Criteria, Kind},
    layer::{Choose, Confirm, CriteriaSheet, Editor, Item, Layer, Want},
    pane::{consequences::consequences, criteria::CriteriaDraft},
};

/// The fields that decide about levels.
const WEIGHTY: [&str; 5] = ["likelihood", "consequence", "rule", "grid", "levels"];

/// Opens the criteria screen; where nothing is defined yet, ready-made ones to start from come first.
pub fn open(app: &mut App) {
    let draft = CriteriaDraft::of(&app.isms);
    let blank = draft.criteria.levels.is_empty() && draft.criteria.likelihood.is_empty();
    app.open(Layer::Criteria(Box::new(CriteriaSheet::new(draft))), Purpose::CriteriaScreen);
    if blank && app.read_only.is_none() {
        ready_made(app);
    }
}

/// What the screen wants.
pub fn wanted(app: &mut App, want: Want) {
    if let Some(why) = &app.read_only {
        let why = format!("Nothing can be changed here: {why}.");
        return app.say(why);
    }
    match want {
        Want::Apply => apply(app),
        Want::Ready => ready_made(app),
        Want::Text => text(app),
    }
}

fn screen(app: &mut App) -> Option<&mut CriteriaSheet> {
    app.layers.iter_mut().rev().find_map(|Open { layer, .. }| match layer {
        Layer::Criteria(screen) => Some(&mut **screen),
        _ => None,
    })
}

fn ready_made(app: &mut App) {
    let items = criteria::READY_MADE.iter().map(|r| Item::new(r.name, r.name, r.about)).collect();
    let title = "Start from ready-made criteria; they are a start, to be changed";
    app.open(Layer::Choose(Choose::one(title, items, "")), Purpose::Criteria);
}

/// Ready-made criteria were chosen: they come into the screen, not into the file.
pub fn ready_chosen(app: &mut App, key: &str) {
    let Some(ready) = criteria::READY_MADE.iter().find(|ready| ready.name == key) else { return };
    if let Some(screen) = screen(app) {
        let draft = screen.draft.with(&ready.fields());
        screen.replace(draft);
    }
    app.say("Nothing is changed yet: s shows what would change, and applies it.");
}

/// A longer text is written in the editor.
fn text(app: &mut App) {
    let Some(screen) = screen(app) else { return };
    let Some(field) = screen.field() else { return };
    let text = screen.draft.text(screen.view, screen.row, field);
    let editor = Editor::new(format!("{} · risk criteria", field.label), &text);
    app.open(Layer::Editor(Box::new(editor)), Purpose::CriteriaText);
}

/// The longer text was written.
pub fn written(app: &mut App, text: &str) {
    let today = app.today;
    if let Some(screen) = screen(app) {
        screen.fill(text, today);
    }
}

fn apply(app: &mut App) {
    let cx = app.cx();
    let screen = app.layers.iter().rev().find_map(|open| match &open.layer {
        Layer::Criteria(screen) => Some(screen),
        _ => None,
    });
    let Some(screen) = screen else { return };
    let changes = screen.draft.changes(cx);
    if let Some(broken) = screen.draft.broken().first() {
        let broken = format!("Can't be applied yet: {broken}");
        return app.warn(broken);
    }
    match Transaction::of("risk criteria changed", changes) {
        Some(transaction) => preview(app, transaction, Purpose::CriteriaApply),
        None => app.say("Nothing differs from the criteria that stand."),
    }
}

/// The preview was confirmed: the criteria are changed, and the screen goes on with what stands now.
pub fn applied(app: &mut App, transaction: Transaction) {
    if commit::make_now(app, transaction) {
        let fresh = CriteriaDraft::of(&app.isms);
        if let Some(screen) = screen(app) {
            let view = screen.view;
            *screen = CriteriaSheet::new(fresh);
            screen.view = view;
        }
        app.say("Applied; g A approves the criteria, u outside of this screen takes it back.");
    }
}

/// The screen was left with changes: they are kept as a draft.
pub fn left(app: &mut App, screen: &CriteriaSheet) {
    let changes = screen.draft.changes(app.cx());
    if changes.is_empty() {
        return;
    }
    let label = "risk criteria changed".to_string();
    app.dropped.push(Draft::Changes { label, changes, when: "dropped".to_string() });
    app.keep_drafts();
    app.say("The criteria stand as they were; what was changed is in the drafts (g D).");
}

/// What a transaction makes of the criteria, if it touches what decides about levels.
fn changed(app: &App, transaction: &Transaction) -> Option<Criteria> {
    let weighty = |change: &&Change| {
        matches!(change, Change::Set { at, field, .. }
            if at.kind == Kind::Criteria && WEIGHTY.contains(&field.as_str()))
    };
    transaction.changes.iter().find(weighty)?;
    Some(criteria::after(&app.isms, &transaction.changes))
}

/// Whether a transaction has to be shown first, because levels of risks would change.
///
/// Whichever way the criteria are edited, this is passed: forms, parts, drafts, repeats.
pub fn needs_preview(app: &App, transaction: &Transaction) -> bool {
    changed(app, transaction)
        .is_some_and(|new| !criteria::changed_levels(&app.isms, &new).is_empty())
}

/// Shows which risks would change their level, from what to what, and what else follows.
pub fn preview(app: &mut App, transaction: Transaction, purpose: fn(Transaction) -> Purpose) {
    let lines = match changed(app, &transaction) {
        Some(new) => consequences(app.cx(), &new),
        None => vec!["No level depends on what is changed.".to_string()],
    };
    let title = format!("{}?  y yes · n no", transaction.label);
    app.open(Layer::Confirm(Confirm::preview(title, lines)), purpose(transaction));
}
