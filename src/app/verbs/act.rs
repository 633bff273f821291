//! From a gap, a risk or a finding to an action: with title, links, owner and date.

use super::{commit, field, go, record};
use crate::{
    app::{App, Purpose},
    change::{Change, Transaction},
    isms::{At, Kind, Status},
    layer::{Choose, Item, Layer},
    pane::{Row, column},
    text::Value,
};
use chrono::{NaiveDate, TimeDelta};

/// An action made of a gap is due so many days before the audit that would raise it.
const BEFORE_AUDIT: i64 = 14;

/// Makes actions of the marked rows, or of the selected one.
pub fn make_action(app: &mut App) {
    if let Some(at) = app.list().selected.clone().filter(|at| at.kind == Kind::Element) {
        return super::scope::make_risk(app, &at);
    }
    let ats: Vec<At> = app.targets().into_iter().filter(|at| can(at.kind)).collect();
    let [at] = ats.as_slice() else {
        if ats.is_empty() {
            return app.say("Actions are made of gaps, risks and findings.");
        }
        let new: Vec<At> =
            ats.iter().filter(|at| open_action(app, at).is_none()).cloned().collect();
        if new.is_empty() {
            return app.say("An open action stands behind each of them already.");
        }
        return make(app, &new);
    };
    match open_action(app, at) {
        None => make(app, std::slice::from_ref(at)),
        Some(there) => {
            let title = column::title(app.cx(), Row::new(Kind::Action, there));
            let id = app.isms.key(Kind::Action, there).unwrap_or_default().to_string();
            let items = vec![
                Item::new(&*id, format!("go to {id} {title}"), ""),
                Item::new("", "make another one", ""),
            ];
            let title = format!("{id} stands behind {} already", at.key);
            app.open(
                Layer::Choose(Choose::one(title, items, &id)),
                Purpose::ActionThere(at.clone()),
            );
        }
    }
}

/// An open action was there already: go to it, or make another one?
pub fn there(app: &mut App, at: &At, key: &str) {
    match key {
        "" => make(app, std::slice::from_ref(at)),
        id => go::reveal(app, &At::new(Kind::Action, id)),
    }
}

fn can(kind: Kind) -> bool {
    matches!(kind, Kind::Risk | Kind::Control | Kind::Clause | Kind::Nonconformity)
}

/// The first open action that stands behind a control or a clause.
fn open_action(app: &App, at: &At) -> Option<usize> {
    let row = Row::find(app.cx(), at)?.row;
    let links = &app.assessment.links;
    let rows = match at.kind {
        Kind::Control => &links.control(row).actions,
        Kind::Clause => &links.clause(row).actions,
        _ => return None,
    };
    let open = |row: &&usize| app.assessment.actions.get(**row).is_some_and(|action| action.open);
    rows.iter().find(open).copied()
}

fn make(app: &mut App, ats: &[At]) {
    let ids = record::next_ids(&app.isms, Kind::Action, ats.len());
    let pairs = ats.iter().zip(&ids);
    let changes: Vec<Change> = pairs
        .filter_map(|(at, id)| Some(Change::insert(Kind::Action, id, fields(app, at)?)))
        .collect();
    let label = match (ats, ids.as_slice()) {
        ([at], [id]) => format!("action {id} made of {}", at.key),
        _ => format!("{} actions made", changes.len()),
    };
    let Some(transaction) = Transaction::of(label.clone(), changes) else { return };
    let [id] = ids.as_slice() else { return commit::make_or_ask(app, transaction) };
    if !commit::make(app, transaction) {
        return;
    }
    let action = app.isms.actions.get(id);
    let undated = action.is_some_and(|action| action.due.is_none());
    let nobody = action.is_some_and(|action| action.owner.is_empty());
    let lacks = if nobody { "; nobody is responsible yet" } else { "" };
    app.say(format!("{label}{lacks}; 8 shows it, u takes it back"));
    if undated {
        field::edit(app, vec![At::new(Kind::Action, id.as_str())], "due");
    }
}

/// The fields of the action that a gap, a risk or a finding asks for.
fn fields(app: &App, at: &At) -> Option<Vec<(String, Value)>> {
    let row = Row::find(app.cx(), at)?;
    let title = column::title(app.cx(), row);
    let text = |text: &str| Value::Text(text.to_string());
    let gap = app.assessment.gap(row.kind, row.row);
    let title = match gap {
        Some(gap) => format!("{} {title}: {}", at.key, gap.tasks()),
        None if matches!(at.kind, Kind::Control | Kind::Clause) => format!("{} {title}", at.key),
        None => title,
    };
    let key = at.key.clone();
    let (list, mut kind) = match at.kind {
        Kind::Risk => ("risks", "Treatment"),
        Kind::Control => ("controls", "Gap"),
        Kind::Clause => ("clauses", "Gap"),
        _ => ("source", "Corrective"),
    };
    let mut links = vec![match list {
        "source" => (list.to_string(), Value::Text(key)),
        _ => (list.to_string(), Value::List(vec![Value::Text(key)])),
    }];
    let risks = risks(app, row);
    if !risks.is_empty() {
        // what brings a selected control about is part of the risk treatment plan (6.1.3 e)
        kind = "Treatment";
        links.insert(0, ("risks".to_string(), Value::List(risks)));
    }
    let mut fields =
        vec![("title".to_string(), text(&title)), ("kind".to_string(), Value::Word(kind.into()))];
    fields.extend(links);
    let owner = field::words_of(app, at, "owner");
    let owner = if owner.is_empty() { app.me.clone().unwrap_or_default() } else { owner };
    if !owner.is_empty() {
        fields.push(("owner".to_string(), text(&owner)));
    }
    if let Some(due) = due(app, at) {
        fields.push(("due".to_string(), text(&due.to_string())));
    }
    Some(fields)
}

/// Open risks whose treatment selects a control that is not there yet.
fn risks(app: &App, row: Row) -> Vec<Value> {
    let state = app.assessment.controls.get(row.row).filter(|_| row.kind == Kind::Control);
    if state.is_none_or(|state| state.status == Status::Implemented) {
        return Vec::new();
    }
    let open = |row: &&usize| app.assessment.risks.get(**row).is_some_and(|risk| risk.open);
    let treating = app.assessment.links.control(row.row).treating.iter().filter(open);
    let ids = treating.filter_map(|row| app.isms.key(Kind::Risk, *row));
    ids.map(|id| Value::Text(id.to_string())).collect()
}

/// By when: the record's own date, else two weeks before the next audit; none if both are past.
fn due(app: &App, at: &At) -> Option<NaiveDate> {
    let own = crate::isms::parse_date(&field::words_of(app, at, "due"));
    let audit = app.assessment.next_stage().and_then(|stage| stage.date);
    let before = audit.and_then(|day| day.checked_sub_signed(TimeDelta::days(BEFORE_AUDIT)));
    own.into_iter().chain(before).find(|day| *day >= app.today)
}
