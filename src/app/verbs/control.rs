//! Justifying, fast: what supports the text, similar texts to take over, on to the next that needs one.

use super::{commit, field, motion};
use crate::{
    app::{App, Purpose},
    change::{Change, Transaction},
    isms::{Applicable, At, Kind, Record, Words},
    layer::{Choose, Editor, Input, Item, Layer},
    pane::{Row, column, detail::Line},
    text::Value,
    ui::Role,
};

/// Writes the justification of the marked rows, or of the selected one.
pub fn justify(app: &mut App) {
    field::edit_rows(app, "justification");
}

/// Whether a control still needs a decision or a real reason.
fn needs_work(app: &App, row: Row) -> bool {
    row.kind == Kind::Control
        && app.assessment.controls.get(row.row).is_some_and(|state| !state.justified)
}

/// Goes to the next control that needs a decision or a reason.
pub fn next_unjustified(app: &mut App, forward: bool) {
    if !motion::seek(app, forward, needs_work) {
        let note = remaining(app);
        app.say(format!("No other control here needs a decision or a reason. {note}"));
    }
}

/// How many controls are decided and justified, and what remains.
pub fn remaining(app: &App) -> String {
    let states = &app.assessment.controls;
    let open = states.iter().filter(|state| !state.justified).count();
    let undecided =
        app.isms.controls.rows().iter().filter(|c| c.applicable == Applicable::Undecided).count();
    let carried = app.isms.controls.rows().iter().filter(|c| c.carried).count();
    let mut text = format!("{} of {} justified", states.len() - open, states.len());
    if undecided > 0 {
        text += &format!(", {undecided} undecided");
    }
    if carried > 0 {
        text += &format!(", {carried} carried, not reassessed");
    }
    text
}

/// The walk: decide, justify, next; starts with this control if it needs work, else with the next.
pub fn walk(app: &mut App) {
    let here = app.list().current().is_some_and(|row| needs_work(app, row));
    if !here && !motion::seek(app, true, needs_work) {
        let note = remaining(app);
        return app.say(format!("Every control here is decided and justified. {note}"));
    }
    app.follow_selection();
    let Some(at) = app.list().selected.clone() else { return };
    let decided = app
        .isms
        .controls
        .get(&at.key)
        .is_some_and(|control| control.applicable != Applicable::Undecided);
    if decided {
        field::edit(app, vec![at], "justification");
    } else {
        let title = app.list().current().map(|row| column::title(app.cx(), row));
        let title = format!("{} {} · does it apply?", at.key, title.unwrap_or_default());
        let items = vec![
            Item::new("Yes", "yes, it applies", "then: why"),
            Item::new("No", "no, excluded", "then: what does not exist here"),
            Item::new("Undecided", "undecided", "on to the next"),
        ];
        app.open(
            Layer::Choose(Choose::one(title, items, "Yes")),
            Purpose::Field { ats: vec![at], key: "applicable" },
        );
    }
}

/// After a decision in the walk, the reason is asked for at once.
pub fn after_decision(app: &mut App, ats: &[At]) {
    let [at] = ats else { return };
    let Some(control) = app.isms.controls.get(&at.key) else { return };
    let empty = control.justification.trim().is_empty();
    match control.applicable {
        Applicable::Undecided => {}
        Applicable::Yes | Applicable::No if empty => {
            field::edit(app, vec![at.clone()], "justification");
        }
        Applicable::Yes | Applicable::No => {}
    }
}

/// After a justification was kept with ctrl-n: the next control that needs one.
pub fn next(app: &mut App) {
    if motion::seek(app, true, needs_work) {
        walk(app);
    } else {
        let note = remaining(app);
        app.say(format!("Every control here is decided and justified. {note}"));
    }
}

/// Fills the pane beside the editor: purpose, questions, risks, obligations, similar justifications.
pub fn support(app: &App, editor: &mut Editor, row: Row) {
    let key = app.isms.key(Kind::Control, row.row).unwrap_or_default().to_string();
    let control = app.isms.controls.row(row.row);
    let mut lines = Vec::new();
    if let Some(known) = app.standard.control(&key) {
        lines.push(Line::new("Purpose", known.purpose, Role::Text));
        for (nth, question) in known.questions.iter().enumerate() {
            let label = if nth == 0 { "Auditors ask" } else { "" };
            lines.push(Line::new(label, *question, Role::Dim));
        }
        if !known.from_2013.is_empty() {
            lines.push(Line::new("2013", known.from_2013.join(", "), Role::Dim));
        }
    }
    lines.extend(linked(app, row));
    editor.support = lines;
    let excluded = control.is_some_and(|c| c.applicable == Applicable::No);
    editor.offers = similar(app, row, excluded);
    editor.progress = remaining(app);
}

fn linked(app: &App, row: Row) -> Vec<Line> {
    let mut lines = Vec::new();
    for (label, kind) in [("Risks", Kind::Risk), ("Obligations", Kind::Obligation)] {
        for (nth, other) in linked_rows(app, row, kind).into_iter().enumerate() {
            let there = Row::new(kind, other);
            let id = app.isms.key(kind, other).unwrap_or_default();
            let text = format!("{id} {}", column::title(app.cx(), there));
            lines.push(Line::new(if nth == 0 { label } else { "" }, text, Role::Link));
        }
    }
    lines
}

fn linked_rows(app: &App, row: Row, kind: Kind) -> Vec<usize> {
    crate::pane::detail::naming(app.cx(), row)
        .into_iter()
        .filter(|(other, _)| *other == kind)
        .flat_map(|(_, rows)| rows)
        .collect()
}

/// Justifications of other controls, those that share most attributes first, then the user's snippets.
fn similar(app: &App, row: Row, excluded: bool) -> Vec<(String, String)> {
    let key = app.isms.key(Kind::Control, row.row).unwrap_or_default();
    let mut found: Vec<(usize, String, String)> = app
        .isms
        .controls
        .iter()
        .filter(|(other, control)| {
            *other != key
                && !control.justification.trim().is_empty()
                && (control.applicable == Applicable::No) == excluded
        })
        .map(|(other, control)| {
            (shared(app, key, other), other.to_string(), control.justification.to_string())
        })
        .collect();
    found.sort_by_key(|(shared, ..)| std::cmp::Reverse(*shared));
    let soa = app.isms.soa.only().snippets.iter().map(|text| text.to_string());
    let own = app.settings.snippets.iter().cloned();
    let snippets = soa.chain(own).map(|text| ("snippet".to_string(), text));
    let offers = found.into_iter().take(12).map(|(_, from, text)| (from, text)).chain(snippets);
    offers.map(|(from, text)| (from, expanded(app, row, &text))).collect()
}

/// How many attributes two controls of Annex A share.
fn shared(app: &App, one: &str, other: &str) -> usize {
    let (Some(a), Some(b)) = (app.standard.control(one), app.standard.control(other)) else {
        return 0;
    };
    let both = |x: usize, weight: usize| x * weight;
    both(usize::from(a.theme == b.theme), 2)
        + both(count(&a.operational_capabilities, &b.operational_capabilities), 3)
        + count(&a.control_type, &b.control_type)
        + count(&a.cybersecurity_concepts, &b.cybersecurity_concepts)
        + count(&a.security_domains, &b.security_domains)
}

fn count<T: PartialEq>(a: &[T], b: &[T]) -> usize {
    a.iter().filter(|one| b.contains(one)).count()
}

/// Fills in {risks}, {owner}, {id}, {title}, {obligations}, {organisation}.
pub fn expanded(app: &App, row: Row, text: &str) -> String {
    if !text.contains('{') {
        return text.to_string();
    }
    let ids = |kind| {
        let rows = linked_rows(app, row, kind);
        let ids: Vec<&str> = rows.iter().filter_map(|r| app.isms.key(kind, *r)).collect();
        if ids.is_empty() { format!("(no {})", kind.label()) } else { ids.join(", ") }
    };
    let control = app.isms.controls.row(row.row);
    let owner = control.map_or("", |c| &c.owner);
    let owner = app.isms.people.get(owner).map_or(owner, |person| &person.name);
    text.replace("{risks}", &ids(Kind::Risk))
        .replace("{obligations}", &ids(Kind::Obligation))
        .replace("{owner}", if owner.is_empty() { "(no owner)" } else { owner })
        .replace("{id}", control.map_or("", Record::id))
        .replace("{title}", &column::title(app.cx(), row))
        .replace("{organisation}", &app.isms.organisation.only().name)
}

/// Chooses a justification of a similar control for the marked rows, or the selected one.
pub fn take_over(app: &mut App) {
    let ats = app.list().targets(app.cx());
    let Some(row) = app.list().current().filter(|row| row.kind == Kind::Control) else { return };
    let excluded = app.isms.controls.row(row.row).is_some_and(|c| c.applicable == Applicable::No);
    let offers = similar(app, row, excluded);
    if offers.is_empty() {
        return app.say("No justification to take over yet; snippets live in the SoA (t).");
    }
    let items =
        offers.into_iter().map(|(from, text)| Item::new(text.clone(), text, from)).collect();
    let mut choose = Choose::one("Take over which justification?", items, "");
    choose.typing = true;
    app.open(Layer::Choose(choose), Purpose::TakeOver(ats));
}

/// Asks for the sentence that confirms carried entries.
pub fn confirm_carried(app: &mut App) {
    let ats: Vec<At> = app
        .list()
        .targets(app.cx())
        .into_iter()
        .filter(|at| app.isms.controls.get(&at.key).is_some_and(|c| c.carried))
        .collect();
    if ats.is_empty() {
        return app.say("Nothing here is carried over from an earlier SoA.");
    }
    let title = format!("Why does it still hold? ({} carried entries)", ats.len());
    let hint = "a sentence; the entries count as reassessed today";
    app.open(Layer::Input(Input::new(title, hint, "")), Purpose::Confirm(ats));
}

/// Confirms carried entries with a sentence.
pub fn confirmed(app: &mut App, ats: &[At], sentence: &str) {
    if sentence.trim().is_empty() {
        return app.say("Nothing was confirmed: a sentence is needed.");
    }
    let today = Value::Text(app.today.to_string());
    let changes = ats.iter().flat_map(|at| {
        [
            Change::set(&app.isms, at, "carried", Value::Nothing),
            Change::set(&app.isms, at, "reassessed", Value::Text(sentence.trim().to_string())),
            Change::set(&app.isms, at, "last_review", today.clone()),
        ]
    });
    let changes: Vec<Change> = changes.flatten().collect();
    let label = format!("{} carried entries confirmed", ats.len());
    if let Some(transaction) = Transaction::of(label, changes) {
        commit::make_or_ask(app, transaction);
    }
}

/// The word of a decision on applicability, for messages.
pub fn applies(control: &crate::isms::Control) -> &'static str {
    control.applicable.label()
}
