//! What is shown about one record: what is judged, its fields, its links.

use super::{Cx, Part, Row, column};
use crate::{
    assess::Count,
    isms::{At, Fact, Field, Kind, Shape, resolve},
    text::Value,
    ui::Role,
};

/// One line of the detail, before it is wrapped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What stands to the left.
    pub label: String,
    /// The text.
    pub text: String,
    /// What it means.
    pub role: Role,
    /// What enter does on it.
    pub target: Target,
}

/// What enter does on a line of the detail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Nothing; the cursor passes it by.
    None,
    /// Edits the field with this key.
    Field(&'static str),
    /// Goes to a record.
    Record(At),
    /// Goes to a field of a record.
    Place(At, &'static str),
    /// Opens the list in which records of a kind are at home.
    List(Kind),
    /// Makes a document with this title that supports an item of mandatory documented information, or nothing in
    /// particular.
    Make {
        /// Its title.
        title: &'static str,
        /// "DI-02"; empty for what is merely expected.
        supports: &'static str,
    },
    /// Opens exactly the rows that a figure counts.
    Count(Count, &'static str),
    /// Answers the next of: nobody said, it exists here, it does not.
    Fact(Fact),
}

impl Line {
    pub(crate) fn new(label: &str, text: impl Into<String>, role: Role) -> Self {
        Self { label: label.to_string(), text: text.into(), role, target: Target::None }
    }

    fn heading(text: &str) -> Self {
        Self::new("", text, Role::Title)
    }

    pub(crate) fn to(mut self, target: Target) -> Self {
        self.target = target;
        self
    }
}

/// All lines about a record.
pub fn lines(cx: Cx<'_>, row: Row) -> Vec<Line> {
    if row.part != Part::Whole {
        return super::clause_row::lines(cx, row);
    }
    let mut lines = super::judged::lines(cx, row);
    lines.extend(wrong(cx, row));
    if !lines.is_empty() {
        lines.push(Line::new("", "", Role::Text));
    }
    for field in row.kind.fields() {
        if let Some(line) = field_line(cx, row, field) {
            lines.push(line);
        }
    }
    lines.extend(links(cx, row));
    let standard = super::judged::standard(cx, row);
    if !standard.is_empty() {
        lines.push(Line::new("", "", Role::Text));
        lines.push(Line::heading("What the standard is about"));
        lines.extend(standard);
    }
    lines
}

fn wrong(cx: Cx<'_>, row: Row) -> impl Iterator<Item = Line> {
    let wrong = cx.isms.wrong(row.kind, row.row).iter();
    wrong.map(|w| Line::new("Wrong", format!("{w}"), Role::Bad))
}

fn field_line(cx: Cx<'_>, row: Row, field: &'static Field) -> Option<Line> {
    if field.shape == Shape::Id || is_beside_the_point(cx, row, field) {
        return None;
    }
    let (text, is_wrong) = column::field_words(cx, row, field.key);
    let label = match field.key {
        "consequence" | "inherent_consequence" | "residual_consequence" => {
            consequence_label(cx, field.label)
        }
        _ => field.label.to_string(),
    };
    let role = if is_wrong {
        Role::Bad
    } else if text.is_empty() {
        Role::Dim
    } else {
        Role::Text
    };
    let text = if text.is_empty() { "–".to_string() } else { in_full(cx, row, field, text) };
    Some(Line { label, text, role, target: Target::Field(field.key) })
}

/// Titles of controls from Annex A stand in the standard, not in the file.
fn is_beside_the_point(cx: Cx<'_>, row: Row, field: &Field) -> bool {
    let key = cx.isms.key(row.kind, row.row).unwrap_or_default();
    match (row.kind, field.key) {
        (Kind::Control, "title" | "set") => cx.standard.control(key).is_some(),
        (Kind::Item, "title" | "stage" | "refs") => standard_item(cx, key).is_some(),
        _ => false,
    }
}

/// The standard's checklist item with an id, and its stage.
pub fn standard_item<'a>(
    cx: Cx<'a>,
    id: &str,
) -> Option<(&'a crate::standard::Stage, &'a crate::standard::ChecklistItem)> {
    cx.standard
        .stages()
        .iter()
        .flat_map(|stage| stage.checklist.iter().map(move |item| (stage, item)))
        .find(|(_, item)| item.id == id)
}

/// "Consequence" where the organisation's criteria call it so, "impact" where they call it that.
fn consequence_label(cx: Cx<'_>, label: &str) -> String {
    use crate::isms::ConsequenceWord;
    match cx.isms.criteria.only().consequence_word {
        ConsequenceWord::Consequence => label.to_string(),
        ConsequenceWord::Impact => {
            label.replace("Consequence", "Impact").replace("consequence", "impact")
        }
    }
}

/// Names beside ids, words beside numbers.
fn in_full(cx: Cx<'_>, row: Row, field: &Field, text: String) -> String {
    match field.shape {
        Shape::Person => cx.isms.people.get(&text).map_or(text.clone(), |person| {
            if person.name.is_empty() { text.clone() } else { format!("{text} · {}", person.name) }
        }),
        Shape::Likelihood | Shape::Consequence => {
            let criteria = cx.isms.criteria.only();
            let scale = if field.shape == Shape::Likelihood {
                &criteria.likelihood
            } else {
                &criteria.consequence
            };
            let step = match column::field_value(cx, row, field.key) {
                Value::Int(n) => usize::try_from(n - 1).ok().and_then(|n| scale.get(n)),
                _ => None,
            };
            step.map_or_else(
                || format!("{text} (not on the scale)"),
                |step| format!("{text} · {}", step.name),
            )
        }
        _ => text,
    }
}

/// The record's links: first what it names, then what names it.
fn links(cx: Cx<'_>, row: Row) -> Vec<Line> {
    let mut lines = Vec::new();
    for (kind, rows) in named(cx, row) {
        push_links(cx, &mut lines, kind.label(), kind, &rows);
    }
    for (kind, rows) in naming(cx, row) {
        push_links(cx, &mut lines, &format!("{} ←", kind.label()), kind, &rows);
    }
    if !lines.is_empty() {
        lines.insert(0, Line::new("", "", Role::Text));
        lines.insert(1, Line::heading("Links"));
    }
    lines
}

fn push_links(cx: Cx<'_>, lines: &mut Vec<Line>, label: &str, kind: Kind, rows: &[usize]) {
    for (nth, row) in rows.iter().enumerate() {
        let row = Row::new(kind, *row);
        let Some(at) = row.at(cx) else { continue };
        let state = column::cell(cx, row, column::telling(kind)).text;
        let mut text = format!("{} {}", at.key, column::title(cx, row));
        if !state.is_empty() {
            text = format!("{text} · {state}");
        }
        let label = if nth == 0 { label } else { "" };
        lines.push(Line::new(label, text, Role::Link).to(Target::Record(at)));
    }
}

/// The records that a record names, by kind.
pub fn named(cx: Cx<'_>, row: Row) -> Vec<(Kind, Vec<usize>)> {
    let mut found: Vec<(Kind, usize)> = Vec::new();
    for (index, field) in row.kind.fields().iter().enumerate() {
        if !matches!(field.shape, Shape::Link(_) | Shape::Links(_)) {
            continue;
        }
        let ids = match cx.isms.value(row.kind, row.row, index) {
            Value::Text(id) => vec![Value::Text(id)],
            Value::List(items) => items,
            _ => continue,
        };
        for id in ids {
            if let Value::Text(id) = id
                && let Some(there) = resolve(cx.isms, field.targets(), &id)
                && !found.contains(&there)
            {
                found.push(there);
            }
        }
    }
    grouped(found)
}

/// The records that name a record, by kind.
pub fn naming(cx: Cx<'_>, row: Row) -> Vec<(Kind, Vec<usize>)> {
    let mut found = Vec::new();
    for kind in Kind::ALL {
        for (index, field) in kind.fields().iter().enumerate() {
            let linking = matches!(field.shape, Shape::Link(_) | Shape::Links(_));
            if !linking || !field.targets().contains(&row.kind) {
                continue;
            }
            for other in 0..cx.isms.len(kind) {
                if names(cx, kind, other, index, field, row) && !found.contains(&(kind, other)) {
                    found.push((kind, other));
                }
            }
        }
    }
    grouped(found)
}

fn names(cx: Cx<'_>, kind: Kind, row: usize, index: usize, field: &Field, to: Row) -> bool {
    let is = |id: &Value| match id {
        Value::Text(id) => resolve(cx.isms, field.targets(), id) == Some((to.kind, to.row)),
        _ => false,
    };
    match cx.isms.value(kind, row, index) {
        Value::List(items) => items.iter().any(is),
        one => is(&one),
    }
}

fn grouped(mut found: Vec<(Kind, usize)>) -> Vec<(Kind, Vec<usize>)> {
    found.sort_by_key(|(kind, _)| *kind);
    let mut groups: Vec<(Kind, Vec<usize>)> = Vec::new();
    for (kind, row) in found {
        match groups.last_mut() {
            Some((last, rows)) if *last == kind => rows.push(row),
            _ => groups.push((kind, vec![row])),
        }
    }
    groups
}
