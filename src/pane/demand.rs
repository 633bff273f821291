//! The documented information around a subclause: what it demands and what is merely expected, where each is
//! found, and what to do if it is not (7.5.1).

use super::{
    Cx, Row, column,
    detail::{Line, Target},
    row::is_below,
};
use crate::{
    assess::{MandatoryState, Place},
    isms::Kind,
    search::fold::fold,
    ui::Role,
};

/// One piece of documented information around a subclause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demand {
    /// The id of what is mandatory: "DI-02"; none for what is merely expected.
    pub id: Option<&'static str>,
    /// What it is.
    pub title: &'static str,
    /// Where it stands, or that it is missing.
    pub state: String,
    /// What that means.
    pub role: Role,
    /// Where it is, or what makes it.
    pub target: Target,
}

/// All of it, what is mandatory first.
pub fn demands(cx: Cx<'_>, row: Row) -> Vec<Demand> {
    let key = cx.isms.clauses.key(row.row).unwrap_or_default();
    let mut found: Vec<Demand> = Vec::new();
    if let Some(state) = cx.assessment.clauses.get(row.row) {
        let items = state.demands.iter().filter_map(|place| cx.assessment.mandatory.get(*place));
        found.extend(items.map(|item| mandatory(cx, item)));
    }
    let expected = cx.standard.documents().expected.iter();
    let mine = expected.filter(|one| one.refs.iter().any(|id| *id == key || is_below(key, id)));
    found.extend(mine.map(|one| expected_one(cx, one.title)));
    found
}

fn mandatory(cx: Cx<'_>, item: &MandatoryState) -> Demand {
    let title = cx.standard.mandatory_document(item.id).map_or("", |document| document.title);
    let demand =
        |state: String, role, target| Demand { id: Some(item.id), title, state, role, target };
    match (item.found.first(), item.pending.first()) {
        (Some(Place::Document(row)), _) => {
            let there = Row::new(Kind::Document, *row);
            demand(format!("✓ {}", document(cx, there)), Role::Ok, record(cx, there))
        }
        (Some(Place::Evidence(row)), _) => {
            let there = Row::new(Kind::Evidence, *row);
            let words = format!("✓ {} {}", key(cx, there), column::title(cx, there));
            demand(words, Role::Ok, record(cx, there))
        }
        (Some(Place::Register(kind)), _) => {
            let words = format!("✓ kept here: {}", kept(*kind));
            demand(words, Role::Ok, Target::List(*kind))
        }
        (None, Some((row, currency))) => {
            let there = Row::new(Kind::Document, *row);
            let words = format!("✗ {}: {}", document(cx, there), currency.label());
            demand(words, Role::Bad, record(cx, there))
        }
        (None, None) => {
            let target = Target::Make { title, supports: item.id };
            demand("✗ missing; enter makes it".to_string(), Role::Bad, target)
        }
    }
}

/// What is commonly expected: its absence alone is no finding, and never shown as one.
fn expected_one(cx: Cx<'_>, title: &'static str) -> Demand {
    let words: Vec<String> = words(title);
    let fits = |text: &str| {
        let text = fold(text);
        words.iter().all(|word| text.contains(word.as_str()))
    };
    let row = cx.isms.documents.rows().iter().position(|document| fits(&document.title));
    match row {
        Some(row) => {
            let there = Row::new(Kind::Document, row);
            let currency = cx.assessment.documents.get(row).map(|counted| counted.currency);
            let counts = currency.is_some_and(|currency| currency.counts());
            let role = if counts { Role::Ok } else { Role::Warn };
            let state = currency.map_or("", |currency| currency.label());
            let state = format!("{} · {state}", key(cx, there));
            Demand { id: None, title, state, role, target: record(cx, there) }
        }
        None => {
            let state = "none by that name; enter makes it".to_string();
            Demand {
                id: None,
                title,
                state,
                role: Role::Dim,
                target: Target::Make { title, supports: "" },
            }
        }
    }
}

/// The words of a title that tell it from others.
fn words(title: &str) -> Vec<String> {
    let long = |word: &&str| word.len() > 3;
    let first = title.split(['/', '(']).next().unwrap_or(title);
    fold(first).split(|c: char| !c.is_alphanumeric()).filter(long).map(str::to_string).collect()
}

fn key(cx: Cx<'_>, row: Row) -> String {
    row.at(cx).map_or_else(String::new, |at| at.key)
}

fn record(cx: Cx<'_>, row: Row) -> Target {
    row.at(cx).map_or(Target::None, Target::Record)
}

/// A document with version, approval and the day until which it counts.
fn document(cx: Cx<'_>, row: Row) -> String {
    let mut words = key(cx, row);
    let Some(document) = cx.isms.documents.row(row.row) else { return words };
    if !document.version.is_empty() {
        words += &format!(" {}", document.version);
    }
    if let Some(day) = document.approved {
        words += &format!(", approved {day}");
    }
    if let Some(until) = cx.assessment.documents.get(row.row).and_then(|counted| counted.until) {
        words += &format!(", review {until}");
    }
    words
}

fn kept(kind: Kind) -> &'static str {
    match kind {
        Kind::Scope => "the scope statement",
        Kind::Criteria => "the risk criteria and the method",
        Kind::Soa => "the Statement of Applicability",
        Kind::Action => "the treatment plan",
        Kind::Objective => "the objectives",
        Kind::Risk => "the risk register",
        Kind::Audit => "the audits",
        Kind::Review => "the management reviews",
        Kind::Nonconformity => "the nonconformities",
        other => other.label(),
    }
}

/// The lines of a subclause's detail about its documented information.
pub fn lines(cx: Cx<'_>, row: Row) -> Vec<Line> {
    let demands = demands(cx, row);
    let mut before = None;
    demands
        .into_iter()
        .map(|demand| {
            let label = match (demand.id, before) {
                (Some(_), Some(true)) | (None, Some(false)) => "",
                (Some(_), _) => "Demands (7.5.1)",
                (None, _) => "Often expected",
            };
            before = Some(demand.id.is_some());
            let name = demand.id.map_or(String::new(), |id| format!("{id} "));
            let words = format!("{name}{} · {}", demand.title, demand.state);
            Line::new(label, words, demand.role).to(demand.target)
        })
        .collect()
}
