//! Decisions on risks (6.1.3 f): what, in whose name, under which conditions, until when.

use super::{commit, session};
use crate::{
    app::{Action, App, Purpose},
    assess::{add_months, decide},
    change::{Change, Transaction},
    isms::{At, Decision, DecisionKind, Kind, Words, date_in},
    layer::{Choose, Form, FormField, Item, Layer},
    text::Value,
};
use chrono::NaiveDate;

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

/// What is decided was chosen.
pub fn chosen(app: &mut App, at: At, word: &str) {
    let kind = DecisionKind::of(word);
    if let Some(why) = kind.and_then(|kind| session::needless(app, &at, kind)) {
        return app.say(why);
    }
    match kind {
        Some(DecisionKind::Revocation) => which(app, at),
        Some(kind) => who_decides(app, at, kind, ""),
        None => {}
    }
}

/// Which earlier decision is taken back?
fn which(app: &mut App, at: At) {
    let Some(risk) = app.isms.risks.get(&at.key) else { return };
    let decides =
        |kind: DecisionKind| !matches!(kind, DecisionKind::SentBack | DecisionKind::Revocation);
    let latest = risk.decisions.iter().rposition(|decision| decides(decision.kind));
    let taken_back = |digest: &str| {
        risk.decisions.iter().any(|later| later.revokes.trim().eq_ignore_ascii_case(digest))
    };
    let items: Vec<Item> = risk
        .decisions
        .iter()
        .enumerate()
        .rev()
        .filter(|(_, decision)| decides(decision.kind))
        // without a digest only the latest can be named
        .filter(|(place, decision)| !decision.digest.is_empty() || Some(*place) == latest)
        .filter(|(_, decision)| decision.digest.is_empty() || !taken_back(&decision.digest))
        .map(|(_, decision)| Item::new(&*decision.digest, said(decision), &*decision.note))
        .collect();
    if items.is_empty() {
        return app.say(format!("There is no decision on {} to take back.", at.key));
    }
    let title = format!("Revoke which decision on {}?", at.key);
    app.open(Layer::Choose(Choose::one(title, items, "")), Purpose::Revoke(at));
}

/// "2026-09-15 plan approved, lindt".
fn said(decision: &Decision) -> String {
    let made = decision.made.or(decision.recorded);
    let made = made.map_or_else(|| "no date".to_string(), |day| day.to_string());
    format!("{made} {}, {}", decision.kind.label(), decision.by)
}

/// In whose name? Whoever is at the keyboard, if they may; else somebody who may.
pub fn who_decides(app: &mut App, at: At, kind: DecisionKind, revokes: &str) {
    let Some(row) = app.isms.row(Kind::Risk, &at.key) else { return };
    let may = |app: &App, person: &str| decide::may(&app.isms, row, kind, person, app.today);
    let me = app.me.clone().unwrap_or_default();
    let Err(why) = may(app, &me) else { return ask(app, at, kind, me, revokes.to_string()) };
    let others: Vec<Item> = app
        .isms
        .people
        .iter()
        .filter(|(key, _)| may(app, key).is_ok())
        .map(|(key, person)| Item::new(key, &*person.name, &*person.role))
        .collect();
    if others.is_empty() {
        // what keeps the owner from deciding says more than that somebody else is not the owner
        let owner = app.isms.risks.row(row).map_or_else(String::new, |risk| risk.owner.to_string());
        let why = if owner.is_empty() { Some(why) } else { may(app, &owner).err().or(Some(why)) };
        return app.warn(format!("{} Nobody may decide it now.", why.unwrap_or_default()));
    }
    app.say(format!("{why} It can be recorded in the name of somebody who may."));
    let title = "In whose name? (you are recorded as the one at the keyboard)";
    let purpose = Purpose::DecideBy { at, kind, revokes: revokes.to_string() };
    app.open(Layer::Choose(Choose::one(title, others, "")), purpose);
}

fn accepts(kind: DecisionKind) -> bool {
    matches!(kind, DecisionKind::ResidualAcceptance | DecisionKind::ManagementAcceptance)
}

/// In whose name is known: note, conditions, dates.
pub fn ask(app: &mut App, at: At, kind: DecisionKind, by: String, revokes: String) {
    let row = app.isms.row(Kind::Risk, &at.key);
    let state = row.and_then(|row| app.assessment.risks.get(row));
    let longest = state
        .and_then(|state| app.assessment.scale.months(state.remaining))
        .map(|months| add_months(app.today, months));
    let until = longest.map_or_else(String::new, |date| date.to_string());
    let texts = [String::new(), app.today.to_string(), String::new(), until];
    open(app, at, kind, by, revokes, &texts, None);
}

/// The form: note, made on; for acceptances also conditions and until when.
fn open(
    app: &mut App,
    at: At,
    kind: DecisionKind,
    by: String,
    revokes: String,
    texts: &[String],
    error: Option<String>,
) {
    let before = |nth: usize| texts.get(nth).map_or("", String::as_str);
    let note = match kind {
        DecisionKind::SentBack => "what is missing; needed",
        DecisionKind::Revocation => "why; needed",
        _ => "the reason; may stay empty",
    };
    let mut fields = vec![
        FormField::text("Note", note, before(0)),
        FormField::date("Decided on", "today, or an earlier day: both days are kept", before(1)),
    ];
    if accepts(kind) {
        let conditions = "under which it holds; may stay empty";
        fields.push(FormField::text("Conditions", conditions, before(2)));
        let until = "+6m, a date; empty: as long as the criteria allow";
        fields.push(FormField::date("Until", until, before(3)));
    }
    let title = format!("{} · {} · in the name of {by}", at.key, kind.label());
    let mut form = Form::new(title, fields);
    form.error = error;
    app.open(Layer::Form(form), Purpose::Deciding { at, kind, by, revokes });
}

/// Whether somebody could decide on a day that is not today.
pub fn on_that_day(app: &App, by: &str, made: NaiveDate) -> Result<(), String> {
    if made > app.today {
        return Err(format!("{made} is still to come: nobody has decided then yet."));
    }
    let person = app.isms.people.get(by);
    if let Some(since) = person.and_then(|person| person.since).filter(|since| *since > made) {
        return Err(format!("{by} is here since {since}, which is after {made}."));
    }
    Ok(())
}

/// The form was filled in: the decision is recorded, or the form comes back with what is wrong.
pub fn decided(
    app: &mut App,
    at: At,
    kind: DecisionKind,
    by: String,
    revokes: String,
    texts: Vec<String>,
) {
    let text = |nth: usize| texts.get(nth).map_or("", String::as_str);
    let made = date_in(text(1), app.today).unwrap_or(app.today);
    let until = date_in(text(3), app.today);
    let reasoned = matches!(kind, DecisionKind::SentBack | DecisionKind::Revocation);
    let wrong = if reasoned && text(0).is_empty() {
        Err("A reason is needed for that.".to_string())
    } else if let Some(until) = until.filter(|until| *until < made) {
        Err(format!("It can't end on {until}, before it was made."))
    } else {
        on_that_day(app, &by, made)
    };
    if let Err(why) = wrong {
        return open(app, at, kind, by, revokes, &texts, Some(why));
    }
    let recorded_by = app.me.clone().unwrap_or_default();
    let Some(row) = app.isms.row(Kind::Risk, &at.key) else { return };
    let act = decide::Act {
        kind,
        by: &by,
        recorded_by: &recorded_by,
        made,
        until,
        note: text(0),
        conditions: text(2),
        revokes: &revokes,
    };
    if let Err(why) = decide::in_time(&app.isms, row, &act, app.today) {
        return open(app, at, kind, by, revokes, &texts, Some(why));
    }
    let holds = decide::holds_until(&app.isms, row, &act);
    if let Some(part) = decide::decision(&app.isms, row, &act, app.today)
        && append(app, &at, "decisions", part, format!("{}: {}", at.key, kind.label()))
    {
        session::decided(app, &at, kind);
        if let Some(day) = holds.filter(|day| until.is_some_and(|until| *day < until)) {
            app.say(format!("{}: holds until {day}, as long as the criteria allow.", at.key));
        }
    }
}

/// A form was left: nothing was decided, and what was typed stands among the messages.
pub fn dropped(app: &mut App, typed: &str) {
    if typed.trim_matches([' ', '·']).is_empty() {
        return app.say("Nothing was decided.");
    }
    app.say(format!("Nothing was decided. In the form stood: {typed}"));
}

/// Appends to a list of decisions or approvals; true if that was made.
pub fn append(app: &mut App, at: &At, list: &'static str, part: Value, label: String) -> bool {
    let Some(row) = app.isms.row(at.kind, &at.key) else { return false };
    let mut parts = match app.isms.stored(at.kind, row, list) {
        Value::List(parts) => parts,
        _ => Vec::new(),
    };
    parts.push(part);
    let change = Change::set(&app.isms, at, list, Value::List(parts));
    Transaction::of(label, change.into_iter().collect())
        .is_some_and(|transaction| commit::make(app, transaction))
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
