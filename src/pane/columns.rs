//! Which columns a list has at first, how wide they are, and its order.

use super::{Column, ListId};
use crate::isms::{Kind, Shape};

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
            id(6),
            spec(Title, 0, 0),
            spec(Why, 0, 0),
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
            id(5),
            title,
            spec(Field("applicable"), 3, 1),
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
            spec(Items, 7, 1),
            spec(Demands, 5, 1),
            spec(Field("owner"), 9, 4),
            spec(Field("due"), 11, 3),
            spec(Gap, 4, 0),
        ],
        ListId::Risks => vec![
            id(8),
            title,
            spec(Level, 9, 0),
            spec(Residual, 17, 0),
            spec(Field("treatment"), 10, 2),
            spec(Field("owner"), 9, 3),
            spec(Decision, 14, 1),
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

/// The column with the width that it has when it is chosen.
pub fn chosen(list: ListId, column: Column) -> Spec {
    let known = default_columns(list).into_iter().find(|spec| spec.column == column);
    let width = match column {
        Column::Attribute(attribute) => attribute.width(),
        Column::Title => 0,
        Column::Why => 40,
        Column::Stage => 14,
        Column::Phase => 23,
        Column::Theme => 14,
        Column::HighestRisk => 13,
        Column::NextReview => 11,
        Column::Linked(_) => 6,
        Column::Justified | Column::Gap => 4,
        Column::Field(key) => of_field(list, key),
        _ => 12,
    };
    known.unwrap_or(Spec { column, width, rank: 6 })
}

fn of_field(list: ListId, key: &str) -> u16 {
    let fields = list.kinds().iter().flat_map(|kind| kind.fields());
    let shape = fields.filter(|field| field.key == key).map(|field| field.shape).next();
    match shape {
        Some(Shape::Date | Shape::Choice(_)) => 11,
        Some(Shape::Number(..) | Shape::YesNo) => 8,
        Some(Shape::Person) => 9,
        Some(Shape::Text | Shape::Lines) => 30,
        Some(Shape::Choices(_)) => 16,
        _ => 12,
    }
}
