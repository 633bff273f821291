//! The dashboard: figures, lines and cells, each a door to the rows that it counts.
//!
//! [`doors`] says what there is, [`layout()`] where it stands; drawing, moving and the mouse all ask
//! the same two.

mod figures;
pub mod layout;
mod lines;
mod map;

pub use layout::{Layout, layout};

use super::{
    Cx, ListId, Row,
    heat::{self, HeatMode},
};
use crate::{
    assess::Count,
    isms::{At, Kind},
    ui::Role,
};
use std::collections::BTreeSet;

/// A figure, a line or a cell, with what is behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Door {
    /// Which box it stands in.
    pub section: Section,
    /// The id of the record that it is about, if it is about one.
    pub key: String,
    /// What it says.
    pub text: String,
    /// The same in a word or two, or a remark.
    pub brief: String,
    /// The number, where it is one.
    pub figure: String,
    /// By when, or when.
    pub when: String,
    /// What it means.
    pub role: Role,
    /// What is behind it.
    pub to: Behind,
}

/// The boxes of the dashboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Figures in rows.
    Figures,
    /// Gaps, worst first.
    Gaps,
    /// Risks that await a decision.
    Awaiting,
    /// Annex A by theme.
    Themes,
    /// Residual risk on the grid.
    Map,
    /// Stages of the audit.
    Stages,
}

/// What is behind a door.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Behind {
    /// Just these rows of a list.
    Rows {
        /// Which list.
        list: ListId,
        /// What the rows are.
        label: String,
        /// How they are found: only when the door is opened.
        rows: Rows,
    },
    /// A record.
    Record(At),
}

/// Rows that a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// What a figure of the assessment counts.
    Count(Count),
    /// Open risks in a cell of the grid of residual risk: likelihood, consequence.
    Cell(i64, i64),
    /// Checklist items that are open for the nth audit of the cycle.
    OpenFor(usize),
}

impl Rows {
    /// The records.
    pub fn find(self, cx: Cx<'_>) -> BTreeSet<At> {
        let at = |(kind, row)| Row::new(kind, row).at(cx);
        match self {
            Rows::Count(count) => cx.assessment.rows_of(count).into_iter().filter_map(at).collect(),
            Rows::Cell(likelihood, consequence) => {
                heat::risks_in(cx, HeatMode::Residual, likelihood, consequence)
            }
            Rows::OpenFor(nth) => {
                let open = cx.assessment.stages.get(nth).map(|stage| stage.open.iter());
                let rows = open.into_iter().flatten().map(|row| (Kind::Item, *row));
                rows.filter_map(at).collect()
            }
        }
    }
}

/// How many lines a box has at most, however tall the terminal.
const LINES: usize = 40;

/// All doors, box by box.
pub fn doors(cx: Cx<'_>) -> Vec<Door> {
    let mut doors = figures::figures(cx);
    doors.extend(lines::gaps(cx));
    doors.extend(lines::awaiting(cx));
    doors.extend(lines::themes(cx));
    doors.extend(map::cells(cx));
    doors.extend(lines::stages(cx));
    doors
}

/// How many rows the figures of a box count in all, for its heading.
pub fn total(cx: Cx<'_>, section: Section) -> Option<usize> {
    match section {
        Section::Gaps => Some(cx.assessment.gaps.len()),
        Section::Awaiting => Some(cx.assessment.count(Count::Awaiting)),
        _ => None,
    }
}
