//! What supports a justification while it is written: purpose, questions, linked records, what stood
//! there before, and texts of similar controls to be taken over.

use super::{commit, field, walk};
use crate::{
    app::{App, Purpose},
    assess::projection::parse,
    change::{Change, Transaction, label_of, reassessing},
    isms::{Applicable, At, Kind, Record},
    layer::{Choose, Editor, Item, Layer, editor::Asks},
    pane::{Row, column, detail::Line},
    text::Value,
    ui::Role,
};

/// So many texts of other controls are offered at most.
const OFFERS: usize = 12;

/// Fills the pane beside the editor: purpose, questions, risks, obligations, similar justifications.
pub fn support(app: &App, editor: &mut Editor, row: Row) {
    let key = app.isms.key(Kind::Control, row.row).unwrap_or_default().to_string();
    let excluded = app.isms.controls.row(row.row).is_some_and(|c| c.applicable == Applicable::No);
    let mut lines = linked(app, row);
    let issues = app.assessment.controls.get(row.row).map(|state| &state.issues);
    for (nth, issue) in issues.into_iter().flatten().enumerate() {
        let label = if nth == 0 { "Objections" } else { "" };
        lines.push(Line::new(label, issue.sentence(&app.isms), Role::Warn));
    }
    if let Some((version, text)) = approved_text(app, &key) {
        lines.push(Line::new("Approved", format!("{version}: {text}"), Role::Dim));
    }
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
    editor.support = lines;
    editor.offers = offers(app, row, excluded)
        .into_iter()
        .map(|(from, text)| (from, expanded(app, row, &text)))
        .collect();
    editor.progress = walk::remaining(app);
    editor.asks = Some(if excluded { Asks::WhatDoesNotExist } else { Asks::Why });
}

/// The justification that was approved last, and the version that it was approved in.
fn approved_text(app: &App, id: &str) -> Option<(String, String)> {
    let last = app.isms.soa.only().approvals.iter().next_back()?;
    let label = format!("{id} Justification");
    let (_, text) = parse(&last.content).into_iter().find(|(known, _)| *known == label)?;
    Some((last.version.to_string(), text))
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

/// Texts to take over: what was approved, what stood there by the 2013 edition, justifications of other
/// controls, those that share most attributes first, then snippets. Placeholders are not filled in yet.
fn offers(app: &App, row: Row, excluded: bool) -> Vec<(String, String)> {
    let key = app.isms.key(Kind::Control, row.row).unwrap_or_default();
    let now = app.isms.controls.row(row.row).map_or("", |control| &control.justification);
    let mut offers: Vec<(String, String)> = Vec::new();
    if let Some((version, text)) = approved_text(app, key) {
        offers.push((format!("approved {version}"), text));
    }
    let before = app.standard.control(key).map_or(&[][..], |known| &known.from_2013);
    for id in before {
        let old = app
            .isms
            .controls
            .get(id)
            .or_else(|| app.isms.controls.get(id.trim_start_matches("A.")));
        offers.extend(old.map(|old| (format!("2013 {id}"), old.justification.to_string())));
    }
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
    offers.extend(found.into_iter().map(|(_, from, text)| (from, text)));
    offers.retain(|(_, text)| !text.trim().is_empty() && text.trim() != now.trim());
    let mut known: Vec<String> = Vec::new();
    // the same text of ten rows is one offer
    offers.retain(|(_, text)| {
        let new = !known.contains(text);
        if new {
            known.push(text.clone());
        }
        new
    });
    offers.truncate(OFFERS);
    let soa = app.isms.soa.only().snippets.iter().map(|text| text.to_string());
    let own = app.settings.snippets.iter().cloned();
    offers.extend(soa.chain(own).map(|text| ("snippet".to_string(), text)));
    offers
}

/// How many attributes two controls of Annex A share.
fn shared(app: &App, one: &str, other: &str) -> usize {
    let (Some(a), Some(b)) = (app.standard.control(one), app.standard.control(other)) else {
        return 0;
    };
    let theme = usize::from(a.theme == b.theme);
    2 * theme
        + 3 * count(&a.operational_capabilities, &b.operational_capabilities)
        + count(&a.control_type, &b.control_type)
        + count(&a.information_security_properties, &b.information_security_properties)
        + count(&a.cybersecurity_concepts, &b.cybersecurity_concepts)
        + count(&a.security_domains, &b.security_domains)
}

fn count<T: PartialEq>(a: &[T], b: &[T]) -> usize {
    a.iter().filter(|one| b.contains(one)).count()
}

/// Fills in {risks}, {obligations}, {evidence}, {documents}, {owner}, {provider}, {id}, {title},
/// {organisation} and {today}; what is unknown stays as it was typed.
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
    let named = |name: &str, none: &str| {
        if name.is_empty() { format!("(no {none})") } else { name.to_string() }
    };
    let owner = control.map_or("", |c| &c.owner);
    let owner = app.isms.people.get(owner).map_or(owner, |person| &person.name);
    let provider = control.map_or("", |c| &c.provider);
    let provider = app.isms.elements.get(provider).map_or(provider, |element| &element.title);
    let mut text = text.to_string();
    for (placeholder, kind) in [
        ("{risks}", Kind::Risk),
        ("{obligations}", Kind::Obligation),
        ("{evidence}", Kind::Evidence),
        ("{documents}", Kind::Document),
    ] {
        if text.contains(placeholder) {
            text = text.replace(placeholder, &ids(kind));
        }
    }
    text.replace("{owner}", &named(owner, "owner"))
        .replace("{provider}", &named(provider, "provider"))
        .replace("{id}", control.map_or("", Record::id))
        .replace("{title}", &column::title(app.cx(), row))
        .replace("{organisation}", &app.isms.organisation.only().name)
        .replace("{today}", &app.today.to_string())
}

/// Chooses a justification to take over for the marked rows, or the selected one.
pub fn take_over(app: &mut App) {
    let ats = app.targets();
    let ats: Vec<At> = ats.into_iter().filter(|at| at.kind == Kind::Control).collect();
    let Some(first) = ats.first().and_then(|at| app.isms.row(at.kind, &at.key)) else { return };
    let row = Row::new(Kind::Control, first);
    let excluded = app.isms.controls.row(first).is_some_and(|c| c.applicable == Applicable::No);
    let offers = offers(app, row, excluded);
    if offers.is_empty() {
        return app.say("No justification to take over yet; snippets live in the SoA (t).");
    }
    let items = offers
        .into_iter()
        .map(|(from, text)| Item::new(text.clone(), expanded(app, row, &text), from))
        .collect();
    let mut choose = Choose::one("Take over which justification?", items, "");
    choose.typing = true;
    app.open(Layer::Choose(choose), Purpose::TakeOver(ats));
}

/// Gives controls a justification; placeholders are filled in for each of them.
pub fn justified(app: &mut App, ats: &[At], text: &str) {
    if !text.contains('{') {
        let value = if text.is_empty() { Value::Nothing } else { Value::Text(text.to_string()) };
        return commit::set(app, ats, "justification", &value);
    }
    let changes: Vec<Change> = ats
        .iter()
        .filter_map(|at| {
            let row = Row::new(at.kind, app.isms.row(at.kind, &at.key)?);
            let text = Value::Text(expanded(app, row, text));
            Change::set(&app.isms, at, "justification", text)
        })
        .collect();
    let touched = reassessing(&app.isms, &changes, app.today);
    let label = match ats {
        [_] => label_of(&changes),
        many => format!("{} controls justified", many.len()),
    };
    match Transaction::of(label, changes.into_iter().chain(touched).collect()) {
        Some(transaction) => commit::make_or_ask(app, transaction),
        None => app.say("It stands like that already."),
    }
}

/// Writes the justification of the marked rows, or of the selected one.
pub fn justify(app: &mut App) {
    field::edit_rows(app, "justification");
}
