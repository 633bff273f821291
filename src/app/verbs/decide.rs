//! Decisions on risks, and approvals of documents as a whole (6.1.3 f, 7.5).

use super::{commit, motion};
use crate::{
    app::{Action, App, Purpose},
    assess::{add_months, decide},
    change::{Change, Transaction},
    isms::{At, DecisionKind, Kind, Words, date_in},
    layer::{Choose, Input, Item, Layer},
    pane::Row,
    text::Value,
};

/// Goes to the next risk that awaits a decision; from elsewhere, to the risks first.
pub fn next_awaiting(app: &mut App, forward: bool) {
    let waits = |app: &App, row: Row| {
        row.kind == Kind::Risk
            && app.assessment.risks.get(row.row).is_some_and(|state| state.awaiting)
    };
    if app.list_id() != crate::pane::ListId::Risks {
        super::go::list(app, crate::pane::ListId::Risks);
        if app.list().current().is_some_and(|row| waits(app, row)) {
            return super::go::into_detail(app);
        }
    }
    if motion::seek(app, forward, waits) {
        super::go::into_detail(app);
    } else {
        app.say("No other risk here awaits a decision.");
    }
}

/// What can be decided about the selected risk.
pub fn menu(app: &mut App) {
    if app.me.is_none() {
        return who(app, Some(Action::Decide));
    }
    let Some(at) = app.list().selected.clone().filter(|at| at.kind == Kind::Risk) else { return };
    let Some(row) = app.isms.row(Kind::Risk, &at.key) else { return };
    let Some(state) = app.assessment.risks.get(row) else { return };
    let management = state.management.in_words();
    let items = vec![
        Item::new("PlanApproval", "approve the treatment plan", state.plan.in_words()),
        Item::new("ResidualAcceptance", "accept the residual risk", state.acceptance.in_words()),
        Item::new("ManagementAcceptance", "management accepts", management),
        Item::new("SentBack", "send back with a reason", ""),
        Item::new("Revocation", "revoke an earlier decision", ""),
    ];
    let title = format!("Decide about {}", at.key);
    app.open(Layer::Choose(Choose::one(title, items, "")), Purpose::Decide(at));
}

/// What is decided was chosen: in whose name?
pub fn chosen(app: &mut App, at: At, word: &str) {
    let Some(kind) = DecisionKind::of(word) else { return };
    let Some(row) = app.isms.row(Kind::Risk, &at.key) else { return };
    let may = |app: &App, person: &str| decide::may(&app.isms, row, kind, person, app.today);
    let me = app.me.clone().unwrap_or_default();
    if may(app, &me).is_ok() {
        return ask_until(app, at, kind, me);
    }
    let others: Vec<Item> = app
        .isms
        .people
        .iter()
        .filter(|(key, _)| may(app, key).is_ok())
        .map(|(key, person)| Item::new(key, &*person.name, &*person.role))
        .collect();
    let why = may(app, &me).err().unwrap_or_default();
    if others.is_empty() {
        return app.warn(format!("{why} Nobody in isms.ron may decide this."));
    }
    app.say(format!("{why} It can be recorded in the name of somebody who may."));
    let title = "In whose name? (you are recorded as the one at the keyboard)";
    app.open(Layer::Choose(Choose::one(title, others, "")), Purpose::DecideBy { at, kind });
}

/// In whose name is known: until when does it hold?
pub fn ask_until(app: &mut App, at: At, kind: DecisionKind, by: String) {
    if matches!(kind, DecisionKind::ResidualAcceptance | DecisionKind::ManagementAcceptance) {
        let row = app.isms.row(Kind::Risk, &at.key);
        let state = row.and_then(|row| app.assessment.risks.get(row));
        let until = state
            .and_then(|state| app.assessment.scale.months(state.remaining))
            .map(|months| add_months(app.today, months));
        let text = until.map_or_else(String::new, |date| date.to_string());
        let hint = "a date, or +6m; empty: as long as the criteria allow";
        let input = Input::new(format!("{} accepted until", at.key), hint, &text);
        let purpose = Purpose::DecideNote { at, kind, by, until: None };
        return app.open(Layer::Input(input), purpose);
    }
    ask_note(app, at, kind, by, String::new());
}

fn ask_note(app: &mut App, at: At, kind: DecisionKind, by: String, until: String) {
    let hint = match kind {
        DecisionKind::SentBack => "what is missing; needed",
        DecisionKind::Revocation => "why; needed",
        _ => "reason or conditions; may stay empty",
    };
    let title = format!("{}: {} · note", at.key, kind.label());
    let purpose = Purpose::DecideNote { at, kind, by, until: Some(until) };
    app.open(Layer::Input(Input::new(title, hint, "")), purpose);
}

/// A date or a note was typed.
pub fn noted(
    app: &mut App,
    at: At,
    kind: DecisionKind,
    by: String,
    until: Option<String>,
    typed: &str,
) {
    let Some(until) = until else {
        let typed = typed.trim();
        if !typed.is_empty() && date_in(typed, app.today).is_none() {
            app.warn(format!("{typed:?} is not a date; nothing was decided."));
            return;
        }
        return ask_note(app, at, kind, by, typed.to_string());
    };
    let needs_note = matches!(kind, DecisionKind::SentBack | DecisionKind::Revocation);
    if needs_note && typed.trim().is_empty() {
        return app.warn("A reason is needed for that; nothing was decided.");
    }
    let until = date_in(until.trim(), app.today);
    let recorded_by = app.me.clone().unwrap_or_default();
    let Some(row) = app.isms.row(Kind::Risk, &at.key) else { return };
    let act = decide::Act {
        kind,
        by: &by,
        recorded_by: &recorded_by,
        made: app.today,
        until,
        note: typed.trim(),
        conditions: "",
        revokes: "",
    };
    if let Some(part) = decide::decision(&app.isms, row, &act, app.today) {
        append(app, &at, "decisions", part, format!("{}: {}", at.key, kind.label()));
    }
}

fn append(app: &mut App, at: &At, list: &'static str, part: Value, label: String) {
    let Some(row) = app.isms.row(at.kind, &at.key) else { return };
    let mut parts = match app.isms.stored(at.kind, row, list) {
        Value::List(parts) => parts,
        _ => Vec::new(),
    };
    parts.push(part);
    let change = Change::set(&app.isms, at, list, Value::List(parts));
    if let Some(transaction) = Transaction::of(label, change.into_iter().collect()) {
        commit::make(app, transaction);
    }
}

/// What can be approved as a whole.
pub fn approve(app: &mut App) {
    if app.me.is_none() {
        return who(app, Some(Action::Approve));
    }
    let judged = &app.assessment;
    let items = vec![
        Item::new("soa", "the Statement of Applicability", judged.soa.in_words()),
        Item::new("criteria", "the risk criteria and the method", judged.criteria.in_words()),
        Item::new("scope", "the scope statement", judged.scope.in_words()),
    ];
    app.open(Layer::Choose(Choose::one("Approve what?", items, "")), Purpose::Approve);
}

/// What is approved was chosen: in whose name?
pub fn approve_chosen(app: &mut App, key: &str) {
    let Some(kind) = [Kind::Soa, Kind::Criteria, Kind::Scope].into_iter().find(|k| k.key() == key)
    else {
        return;
    };
    let people: Vec<Item> = app
        .isms
        .people
        .iter()
        .filter(|(key, _)| decide::may_sign(&app.isms, key, app.today).is_ok())
        .map(|(key, person)| Item::new(key, &*person.name, &*person.role))
        .collect();
    if people.is_empty() {
        return app.warn(
            "Nobody in isms.ron may approve: a person needs the authority of top management or ISMS manager.",
        );
    }
    let me = app.me.clone().unwrap_or_default();
    app.open(Layer::Choose(Choose::one("In whose name?", people, &me)), Purpose::ApproveBy(kind));
}

/// In whose name is known: the note.
pub fn approve_note(app: &mut App, kind: Kind, by: String) {
    let title = format!("Approve the {} · note", kind.label());
    let input = Input::new(title, "may stay empty; enter approves", "");
    app.open(Layer::Input(input), Purpose::ApproveNote(kind, by));
}

/// Approves.
pub fn approved(app: &mut App, kind: Kind, by: &str, note: &str) {
    let me = app.me.clone().unwrap_or_default();
    let act = decide::Act {
        kind: DecisionKind::PlanApproval,
        by,
        recorded_by: &me,
        made: app.today,
        until: None,
        note: note.trim(),
        conditions: "",
        revokes: "",
    };
    if let Some(part) = decide::approval(&app.isms, kind, &act, app.today) {
        let at = At::new(kind, kind.key());
        append(app, &at, "approvals", part, format!("{} approved", kind.label()));
    }
}

/// Asks who is at the keyboard.
pub fn who(app: &mut App, then: Option<Action>) {
    let people = super::field::candidates(app, Kind::Person);
    if people.is_empty() {
        return app.say("isms.ron names nobody yet: add people first (9, t, n).");
    }
    let items = people.into_iter().map(|(key, name)| Item::new(key, name, "")).collect();
    let me = app.me.clone().unwrap_or_default();
    let title = "Who is at the keyboard?";
    app.open(Layer::Choose(Choose::one(title, items, &me)), Purpose::Who(then));
}
