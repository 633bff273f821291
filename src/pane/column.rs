//! Columns: what stands in a cell, and how rows are compared by it.

pub use super::field::{field_value, field_words};
use super::{Cx, ListId, Part, Row};
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
    /// What kind of record it is.
    Kind,
}

/// A column with its width in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spec {
    /// Which column.
    pub column: Column,
    /// Width in cells; 0: what is left.
    pub width: u16,
    /// Columns with a higher number leave first when there is no room.
    pub rank: u8,
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

const fn spec(column: Column, width: u16, rank: u8) -> Spec {
    Spec { column, width, rank }
}

/// The columns that a list has at first.
pub fn default_columns(list: ListId) -> Vec<Spec> {
    use Column::{
        Answer, Currency, Decision, Demands, Field, Gap, Id, Items, Justified, Level, Linked,
        Residual, Title, Why,
    };
    let id = |width| spec(Id, width, 0);
    let title = spec(Title, 0, 0);
    match list {
        ListId::Dashboard | ListId::HeatMap => vec![],
        ListId::Gaps => vec![
            spec(Gap, 4, 0),
            id(7),
            spec(Title, 0, 0),
            spec(Why, 44, 1),
            spec(Field("owner"), 9, 3),
            spec(Field("due"), 11, 2),
        ],
        ListId::Mixed => vec![
            id(8),
            spec(Column::Kind, 14, 0),
            title,
            spec(Field("owner"), 9, 1),
            spec(Field("due"), 11, 0),
        ],
        ListId::Controls => vec![
            id(6),
            title,
            spec(Field("applicable"), 9, 1),
            spec(Justified, 4, 1),
            spec(Field("status"), 11, 0),
            spec(Field("owner"), 9, 4),
            spec(Linked(Kind::Risk), 6, 5),
            spec(Gap, 3, 0),
        ],
        ListId::Soa | ListId::Settings => vec![title, spec(Field("version"), 10, 1)],
        ListId::Clauses => vec![
            id(9),
            spec(Field("conformity"), 14, 0),
            title,
            spec(Items, 7, 2),
            spec(Demands, 5, 1),
            spec(Field("owner"), 9, 4),
            spec(Field("due"), 11, 3),
            spec(Gap, 4, 0),
        ],
        ListId::Risks => vec![
            id(8),
            title,
            spec(Level, 9, 0),
            spec(Residual, 16, 0),
            spec(Field("treatment"), 10, 2),
            spec(Field("owner"), 9, 3),
            spec(Decision, 15, 1),
        ],
        ListId::Treatment => vec![
            id(7),
            title,
            spec(Field("risks"), 13, 1),
            spec(Field("controls"), 11, 3),
            spec(Field("owner"), 9, 2),
            spec(Field("due"), 11, 0),
            spec(Field("cost"), 10, 4),
            spec(Linked(Kind::Evidence), 4, 5),
            spec(Currency, 14, 0),
        ],
        ListId::Checklist => vec![
            id(7),
            spec(Field("stage"), 10, 2),
            title,
            spec(Answer, 17, 0),
            spec(Field("owner"), 9, 3),
            spec(Field("due"), 11, 4),
        ],
        ListId::Audits => vec![
            id(11),
            title,
            spec(Field("kind"), 13, 2),
            spec(Field("status"), 10, 0),
            spec(Field("planned"), 11, 1),
            spec(Field("end"), 11, 3),
        ],
        ListId::Reviews => vec![
            id(11),
            title,
            spec(Field("status"), 10, 0),
            spec(Field("planned"), 11, 1),
            spec(Field("held"), 11, 1),
        ],
        ListId::Surveillance => vec![
            id(7),
            title,
            spec(Field("stage"), 15, 1),
            spec(Field("status"), 10, 0),
            spec(Field("from"), 11, 2),
            spec(Field("to"), 11, 1),
        ],
        ListId::Documents => vec![
            id(8),
            title,
            spec(Field("kind"), 10, 3),
            spec(Field("version"), 8, 2),
            spec(Field("owner"), 9, 4),
            spec(Field("review"), 11, 1),
            spec(Currency, 16, 0),
        ],
        ListId::Evidence => vec![
            id(7),
            title,
            spec(Field("kind"), 12, 3),
            spec(Field("supports"), 14, 1),
            spec(Field("obtained"), 11, 2),
            spec(Currency, 16, 0),
        ],
        ListId::Actions => vec![
            id(7),
            title,
            spec(Field("kind"), 12, 3),
            spec(Field("owner"), 9, 2),
            spec(Field("due"), 11, 0),
            spec(Currency, 14, 0),
        ],
        ListId::Nonconformities => vec![
            id(7),
            title,
            spec(Field("grade"), 12, 1),
            spec(Field("status"), 14, 0),
            spec(Field("owner"), 9, 3),
            spec(Field("due"), 11, 2),
            spec(Currency, 16, 1),
        ],
        ListId::Elements => vec![
            id(7),
            title,
            spec(Field("kind"), 12, 4),
            spec(Field("inside"), 9, 0),
            spec(Field("since"), 11, 2),
            spec(Linked(Kind::Risk), 6, 3),
            spec(Currency, 30, 0),
        ],
        ListId::Parties => {
            vec![id(7), title, spec(Field("addressed"), 10, 0), spec(Currency, 16, 0)]
        }
        ListId::Obligations => vec![
            id(7),
            title,
            spec(Field("kind"), 11, 2),
            spec(Field("controls"), 18, 1),
            spec(Currency, 17, 0),
        ],
        ListId::People => vec![
            id(10),
            title,
            spec(Field("role"), 22, 1),
            spec(Field("authority"), 26, 2),
            spec(Field("left"), 11, 3),
        ],
        ListId::Objectives => vec![
            id(8),
            title,
            spec(Field("target"), 14, 2),
            spec(Field("reading"), 14, 1),
            spec(Field("status"), 9, 0),
            spec(Field("due"), 11, 2),
        ],
    }
}

/// The order that a list has at first.
pub fn default_sort(list: ListId) -> Vec<(Column, bool)> {
    match list {
        ListId::Controls | ListId::Clauses => vec![(Column::Id, false)],
        // in the order of the cycle: what is due first stands first
        ListId::Checklist => vec![(Column::Field("stage"), false), (Column::Id, false)],
        ListId::Treatment | ListId::Actions => {
            vec![(Column::Currency, false), (Column::Field("due"), false)]
        }
        _ => vec![],
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
            Column::Linked(_) => "Links",
            Column::Items => "Items",
            Column::Demands => "Docs",
            Column::Theme => "Theme",
            Column::Kind => "Kind",
        }
    }

    /// Its name in views and in the sort menu.
    pub fn name(self) -> String {
        match self {
            Column::Field(key) => key.to_string(),
            Column::Linked(kind) => kind.key().to_string(),
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
                Column::Linked(Kind::Risk),
                Column::Linked(Kind::Evidence),
            ],
            ListId::Gaps => &[Column::Kind, Column::Gap, Column::Why, Column::Theme],
            ListId::Clauses => &[Column::Items, Column::Demands, Column::Gap, Column::Why],
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
