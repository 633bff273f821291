//! Columns: what stands in a cell, and how rows are compared by it.

pub use super::field::{field_value, field_words};
pub use super::state_cell::tags;
use super::{Attribute, Cx, ListId, Part, Row};
use crate::{
    isms::{Kind, Shape},
    standard::order::natural,
    text::Value,
    ui::Role,
};
use std::cmp::Ordering;

/// A column of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// The record's id.
    Id,
    /// Its title; the standard's for controls, clauses and checklist items.
    Title,
    /// The field with this key.
    Field(&'static str),
    /// Whether it is decided and justified.
    Justified,
    /// How pressing the gap is.
    Gap,
    /// Why it is a gap.
    Why,
    /// Level of risk today.
    Level,
    /// Level of risk after treatment.
    Residual,
    /// State of the decisions.
    Decision,
    /// Whether the data, or a person, says that it is met.
    Answer,
    /// Whether it is current, due or lapsed.
    Currency,
    /// How many records of a kind are linked with it.
    Linked(Kind),
    /// How many of a subclause's lettered items conform.
    Items,
    /// How much of the documented information that a subclause demands is there.
    Demands,
    /// The theme of a control.
    Theme,
    /// An attribute of a control (ISO/IEC 27002).
    Attribute(Attribute),
    /// The audit that a gap blocks, or at which it would be raised.
    Stage,
    /// Where a gap stands in the order of the work.
    Phase,
    /// The highest level of today among the risks linked with a gap.
    HighestRisk,
    /// When a control is to be looked at again.
    NextReview,
    /// What kind of record it is.
    Kind,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The text.
    pub text: String,
    /// Its meaning, which decides how it looks.
    pub role: Role,
}

/// What a column sorts by.
#[derive(Debug, Clone, PartialEq)]
pub enum SortKey {
    /// Nothing there: after everything else.
    Empty,
    /// A number, the smaller first.
    Number(i64),
    /// A text or an id in natural order.
    Text(String),
}

/// Compares two sort keys; ids in natural order, 5.2 before 5.10.
pub fn compare(a: &SortKey, b: &SortKey) -> Ordering {
    match (a, b) {
        (SortKey::Empty, SortKey::Empty) => Ordering::Equal,
        (SortKey::Empty, _) => Ordering::Greater,
        (_, SortKey::Empty) => Ordering::Less,
        (SortKey::Number(a), SortKey::Number(b)) => a.cmp(b),
        (SortKey::Number(_), SortKey::Text(_)) => Ordering::Less,
        (SortKey::Text(_), SortKey::Number(_)) => Ordering::Greater,
        (SortKey::Text(a), SortKey::Text(b)) => natural(a, b),
    }
}

impl Column {
    /// The heading.
    pub fn heading(self, list: ListId) -> &'static str {
        match self {
            Column::Id => "ID",
            Column::Title => match list.kinds() {
                [Kind::Scope, Kind::Element] => "Element",
                [one] => capitalised(*one),
                _ => "Title",
            },
            Column::Field("applicable") => "Applies",
            Column::Field(key) => list
                .kinds()
                .iter()
                .flat_map(|kind| kind.fields())
                .find(|field| field.key == key)
                .map_or(key, |field| field.label),
            Column::Justified => "Just",
            Column::Gap => "Gap",
            Column::Why => "Because",
            Column::Level => "Today",
            Column::Residual => "Residual",
            Column::Decision => "Decision",
            Column::Answer => "Answer",
            Column::Currency => "State",
            Column::Linked(Kind::Risk) => "Risks",
            Column::Linked(Kind::Evidence) => "Evid",
            Column::Linked(Kind::Action) => "Action",
            Column::Linked(Kind::Obligation) => "Oblig",
            Column::Linked(Kind::Document) => "Docs",
            Column::Linked(_) => "Links",
            Column::Items => "Items",
            Column::Demands => "Docs",
            Column::Theme => "Theme",
            Column::Attribute(attribute) => attribute.heading(),
            Column::Stage => "Stage",
            Column::Phase => "Phase",
            Column::HighestRisk => "Highest risk",
            Column::NextReview => "Look again",
            Column::Kind => "Kind",
        }
    }

    /// Its name in views and in the sort menu.
    pub fn name(self) -> String {
        match self {
            Column::Field(key) => key.to_string(),
            Column::Linked(kind) => kind.key().to_string(),
            Column::Attribute(attribute) => attribute.name().to_string(),
            Column::HighestRisk => "highest-risk".to_string(),
            Column::NextReview => "look-again".to_string(),
            other => format!("{other:?}").to_lowercase(),
        }
    }

    /// All columns that records of a list can have.
    pub fn all(list: ListId) -> Vec<Column> {
        let mut columns = vec![Column::Id, Column::Title];
        let computed: &[Column] = match list {
            ListId::Controls => &[
                Column::Theme,
                Column::Justified,
                Column::Gap,
                Column::Why,
                Column::Stage,
                Column::HighestRisk,
                Column::NextReview,
                Column::Linked(Kind::Risk),
                Column::Linked(Kind::Evidence),
                Column::Linked(Kind::Document),
                Column::Linked(Kind::Obligation),
                Column::Linked(Kind::Action),
            ],
            ListId::Gaps => &[
                Column::Kind,
                Column::Gap,
                Column::Why,
                Column::Stage,
                Column::Phase,
                Column::HighestRisk,
                Column::Linked(Kind::Action),
                Column::Theme,
            ],
            ListId::Clauses => &[
                Column::Items,
                Column::Demands,
                Column::Gap,
                Column::Why,
                Column::Stage,
                Column::Linked(Kind::Action),
            ],
            ListId::Risks | ListId::HeatMap => &[Column::Level, Column::Residual, Column::Decision],
            ListId::Checklist => &[Column::Answer],
            ListId::Documents
            | ListId::Evidence
            | ListId::Actions
            | ListId::Treatment
            | ListId::Nonconformities => &[Column::Currency],
            ListId::Elements => &[Column::Linked(Kind::Risk), Column::Currency],
            ListId::Parties | ListId::Obligations => &[Column::Currency],
            _ => &[],
        };
        columns.extend(computed);
        if matches!(list, ListId::Controls | ListId::Gaps) {
            columns.extend(Attribute::ALL.map(Column::Attribute));
        }
        for field in list.kinds().iter().flat_map(|kind| kind.fields()) {
            let column = Column::Field(field.key);
            let plain = !matches!(field.shape, Shape::Id | Shape::Parts(_)) && field.key != "title";
            if plain && !columns.contains(&column) {
                columns.push(column);
            }
        }
        columns
    }

    /// The column with this name in a list.
    pub fn named(list: ListId, name: &str) -> Option<Column> {
        Column::all(list).into_iter().find(|column| column.name() == name)
    }
}

fn capitalised(kind: Kind) -> &'static str {
    match kind {
        Kind::Control => "Control",
        Kind::Clause => "Clause",
        Kind::Risk => "Risk",
        Kind::Action => "Action",
        Kind::Document => "Document",
        Kind::Evidence => "Evidence",
        Kind::Nonconformity => "Finding",
        Kind::Person => "Name",
        _ => "Title",
    }
}

/// The title of a record; the standard's for what the standard names.
pub fn title(cx: Cx<'_>, row: Row) -> String {
    if row.part != Part::Whole {
        return super::clause_row::title(cx, row);
    }
    let key = cx.isms.key(row.kind, row.row).unwrap_or_default();
    let own = match row.kind {
        Kind::Person => cx.isms.people.row(row.row).map(|person| &person.name),
        Kind::Control => {
            if let Some(control) = cx.standard.control(key) {
                return control.title.to_string();
            }
            cx.isms.controls.row(row.row).map(|control| &control.title)
        }
        Kind::Clause => {
            return cx.standard.clause(key).map_or("", |clause| clause.title).to_string();
        }
        Kind::Item => {
            if let Some((_, item)) = super::detail::standard_item(cx, key) {
                return item.text.to_string();
            }
            cx.isms.checklist.row(row.row).map(|item| &item.title)
        }
        Kind::Scope => {
            let version = cx.isms.scope.only().version.trim();
            return format!("Scope statement {version}").trim_end().to_string();
        }
        kind if kind.is_single() => return capital(kind.label()),
        _ => None,
    };
    match own {
        Some(text) => text.to_string(),
        None => field_words(cx, row, "title").0,
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The column that says most about a record of a kind, for lists of links.
pub fn telling(kind: Kind) -> Column {
    match kind {
        Kind::Risk => Column::Residual,
        Kind::Control => Column::Field("status"),
        Kind::Clause => Column::Field("conformity"),
        Kind::Item => Column::Answer,
        Kind::Document | Kind::Evidence | Kind::Action => Column::Currency,
        Kind::Element => Column::Field("inside"),
        Kind::Person => Column::Field("role"),
        _ => Column::Field("status"),
    }
}

/// What stands in a cell.
pub fn cell(cx: Cx<'_>, row: Row, column: Column) -> Cell {
    if row.part != Part::Whole {
        return super::clause_row::cell(cx, row, column);
    }
    match column {
        Column::Id => {
            let id = cx.isms.key(row.kind, row.row).unwrap_or_default().to_string();
            Cell { text: id, role: Role::Text }
        }
        Column::Title => Cell { text: title(cx, row), role: Role::Text },
        Column::Attribute(attribute) => {
            Cell { text: super::attribute::words(cx, row, attribute), role: Role::Dim }
        }
        Column::Kind => Cell { text: row.kind.label().to_string(), role: Role::Dim },
        Column::Field(key) => super::field::cell(cx, row, key),
        other => super::state_cell::cell(cx, row, other),
    }
}

/// What a row sorts by in a column.
pub fn sort_key(cx: Cx<'_>, row: Row, column: Column) -> SortKey {
    if let Some(key) = super::state_cell::sort_key(cx, row, column) {
        return key;
    }
    match column {
        Column::Id => return super::attribute::place(cx, row),
        Column::Attribute(attribute) => return super::attribute::sort_key(cx, row, attribute),
        _ => {}
    }
    if let Column::Field(key) = column {
        let value = field_value(cx, row, key);
        if let Value::Int(number) = value {
            return SortKey::Number(number);
        }
        let field = row.kind.fields().iter().find(|field| field.key == key);
        if let (Some(field), Value::Word(word)) = (field, &value) {
            let place = field.choices().iter().position(|choice| choice.word == word);
            let place = place.and_then(|place| i64::try_from(place).ok());
            return place.map_or(SortKey::Empty, SortKey::Number);
        }
    }
    match cell(cx, row, column).text {
        text if text.is_empty() => SortKey::Empty,
        text => SortKey::Text(text),
    }
}
