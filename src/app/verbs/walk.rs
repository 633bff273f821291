//! The walk: decide, justify, next, until nothing needs a decision or a reason any more.

use super::{commit, field, motion};
use crate::{
    app::{App, Purpose},
    isms::{Applicable, At, Kind, Reason, Words},
    layer::{Choose, Item, Layer},
    pane::{Row, column},
    text::Value,
};

/// Whether a control still needs a decision or a real reason.
fn needs_reason(app: &App, row: Row) -> bool {
    row.kind == Kind::Control
        && app.assessment.controls.get(row.row).is_some_and(|state| !state.justified)
}

/// The same, or whether it was carried over and nobody looked at it since.
fn needs_work(app: &App, row: Row) -> bool {
    let carried = || app.isms.controls.row(row.row).is_some_and(|control| control.carried);
    needs_reason(app, row) || (row.kind == Kind::Control && carried())
}

/// Goes to the next control that needs a decision, a reason, or a second look.
pub fn next_unjustified(app: &mut App, forward: bool) {
    if !motion::seek(app, forward, needs_work) {
        let note = remaining(app);
        app.say(format!("No other control here needs work. {note}"));
    }
}

/// How many controls are decided and justified, and what remains.
pub fn remaining(app: &App) -> String {
    let states = &app.assessment.controls;
    let undecided = states.iter().filter(|s| s.applicable == Applicable::Undecided).count();
    let open = states.iter().filter(|state| !state.justified).count();
    let carried = app.isms.controls.rows().iter().filter(|c| c.carried).count();
    let mut text = format!("{} of {} justified", states.len() - open, states.len());
    for (count, words) in [
        (undecided, "undecided"),
        (open - undecided, "without a real reason"),
        (carried, "carried, not reassessed"),
    ] {
        if count > 0 {
            text += &format!(", {count} {words}");
        }
    }
    text
}

/// The walk: starts with this control if it needs work, else with the next.
pub fn walk(app: &mut App) {
    let here = app.list().current().is_some_and(|row| needs_reason(app, row));
    if !here && !motion::seek(app, true, needs_reason) {
        return done(app);
    }
    app.follow_selection();
    let Some(at) = app.list().selected.clone() else { return };
    let control = app.isms.controls.get(&at.key);
    if control.is_some_and(|control| control.applicable != Applicable::Undecided) {
        field::edit(app, vec![at], "justification");
    } else {
        ask(app, at);
    }
}

fn done(app: &mut App) {
    let note = remaining(app);
    let hint =
        if note.contains("carried") { "; ]j finds the carried ones, c confirms them" } else { "" };
    app.say(format!("Every control here is decided and justified. {note}{hint}"));
}

/// Does it apply? One key says yes or no, and why.
fn ask(app: &mut App, at: At) {
    let Some(row) = app.isms.row(at.kind, &at.key) else { return };
    let title = column::title(app.cx(), Row::new(at.kind, row));
    let links = app.assessment.links.control(row);
    let (risks, obligations) =
        (links.existing.len() + links.treating.len(), links.obligations.len());
    let named = |count: usize, by: &str| match count {
        0 => format!("no {by} names it yet"),
        1 => format!("1 {by} names it"),
        count => format!("{count} {by}s name it"),
    };
    let items = vec![
        Item::new("Yes", "yes, it applies", "then: why"),
        Item::new("No", "no, excluded", "then: what does not exist here"),
        Item::new("Undecided", "undecided", "on to the next"),
        Item::new("Risk", "risk: yes, because of risk", named(risks, "risk")),
        Item::new("Legal", "legal: yes, because of law", named(obligations, "obligation")),
        Item::new(
            "Contract",
            "contract: yes, because of a contract",
            named(obligations, "obligation"),
        ),
        Item::new("Business", "business: yes, we want it", ""),
    ];
    let title = format!("{} {title} · does it apply?", at.key);
    let mut choose = Choose::one(title, items, "Yes");
    choose.about = app.standard.control(&at.key).map_or("", |known| known.purpose).to_string();
    app.open(Layer::Choose(choose), Purpose::WalkDecide(at));
}

/// The question of the walk was answered.
pub fn decided(app: &mut App, at: &At, word: &str) {
    let applies = |word: Applicable| ("applicable", Value::Word(word.choice().word.to_string()));
    let ats = std::slice::from_ref(at);
    match (Applicable::of(word), Reason::of(word)) {
        (Some(Applicable::Undecided), _) => return next(app, at),
        (Some(word), _) => commit::set_fields(app, ats, &[applies(word)]),
        (None, Some(reason)) => {
            let reasons = Value::List(vec![Value::Word(reason.choice().word.to_string())]);
            commit::set_fields(app, ats, &[applies(Applicable::Yes), ("reasons", reasons)]);
        }
        (None, None) => return,
    }
    field::edit(app, vec![at.clone()], "justification");
}

/// After a decision on one control outside of the walk, the reason is asked for at once.
pub fn after_decision(app: &mut App, ats: &[At]) {
    let [at] = ats else { return };
    let Some(control) = app.isms.controls.get(&at.key) else { return };
    if control.applicable != Applicable::Undecided && control.justification.trim().is_empty() {
        field::edit(app, vec![at.clone()], "justification");
    }
}

/// After a justification was kept with ctrl-n: the next control that needs one.
///
/// A filter may have taken the row away meanwhile; then the next one stands in its place already.
pub fn next(app: &mut App, from: &At) {
    let current = app.list().current().filter(|row| row.at(app.cx()).as_ref() != Some(from));
    let moved = current.is_some_and(|row| needs_reason(app, row));
    if moved || motion::seek(app, true, needs_reason) {
        walk(app);
    } else {
        done(app);
    }
}
