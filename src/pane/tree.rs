//! The tree of clauses: headings 4 to 10, their subclauses, the lettered items of those that are open.
//!
//! The list stays a list of rows; the tree only says which rows there are. Headings stand open and subclauses
//! shut until somebody turns them. A filter, a figure's rows or another order make a flat list, in which
//! subclauses still open.

use super::{Cx, Part, Row, row::is_below};
use crate::{
    assess::{ClauseState, lettered},
    isms::{Conformity, Kind},
};
use std::collections::BTreeSet;

/// Which branches are not as they are at first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    turned: BTreeSet<String>,
}

impl Tree {
    /// Whether the branches below a row are shown.
    pub fn is_open(&self, cx: Cx<'_>, row: Row) -> bool {
        let Some(at) = row.at(cx) else { return false };
        match row.part {
            Part::Heading(_) => !self.turned.contains(&at.key),
            Part::Whole => self.turned.contains(&at.key),
            Part::Item(_) => false,
        }
    }

    /// Opens or shuts a row; false if it stands like that, or has nothing below it.
    pub fn set(&mut self, cx: Cx<'_>, row: Row, open: bool) -> bool {
        if !has_below(cx, row) || self.is_open(cx, row) == open {
            return false;
        }
        let Some(at) = row.at(cx) else { return false };
        if !self.turned.remove(&at.key) {
            self.turned.insert(at.key);
        }
        true
    }

    /// Opens everything that a row stands below.
    pub fn open_above(&mut self, cx: Cx<'_>, row: Row) {
        if matches!(row.part, Part::Item(_)) {
            self.set(cx, row.whole(), true);
        }
        for heading in headings(cx, row) {
            self.set(cx, heading, true);
        }
    }

    /// Shuts all subclauses; their headings stand open again.
    pub fn reset(&mut self) {
        self.turned.clear();
    }

    /// Whether any subclause is open.
    pub fn any_open(&self, cx: Cx<'_>) -> bool {
        subclauses(cx).any(|row| self.is_open(cx, row))
    }

    /// Opens all subclauses and headings.
    pub fn open_all(&mut self, cx: Cx<'_>) {
        self.reset();
        for row in subclauses(cx) {
            self.set(cx, row, true);
        }
    }

    /// The rows as the tree shows them, with or without headings.
    pub fn rows(&self, cx: Cx<'_>, records: &[Row], with_headings: bool) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut shown: Vec<Row> = Vec::new();
        for record in records {
            let above = if with_headings { headings(cx, *record) } else { Vec::new() };
            let mut hidden = false;
            for heading in above {
                if !hidden && !shown.contains(&heading) {
                    shown.push(heading);
                    rows.push(heading);
                }
                hidden |= !self.is_open(cx, heading);
            }
            if hidden {
                continue;
            }
            rows.push(*record);
            if self.is_open(cx, *record) {
                let count = lettered(cx.isms, cx.standard, record.row).len();
                rows.extend((0..count).map(|nth| Row { part: Part::Item(nth), ..*record }));
            }
        }
        rows
    }
}

fn subclauses(cx: Cx<'_>) -> impl Iterator<Item = Row> {
    (0..cx.isms.clauses.len()).map(|row| Row::new(Kind::Clause, row))
}

/// Whether anything stands below a row.
pub fn has_below(cx: Cx<'_>, row: Row) -> bool {
    match row.part {
        Part::Heading(_) => true,
        Part::Item(_) => false,
        Part::Whole => {
            row.kind == Kind::Clause && !lettered(cx.isms, cx.standard, row.row).is_empty()
        }
    }
}

/// The row directly above: of an item its subclause, of a subclause its heading.
pub fn above(cx: Cx<'_>, row: Row) -> Option<Row> {
    match row.part {
        Part::Item(_) => Some(row.whole()),
        _ => headings(cx, row).pop(),
    }
}

/// The headings above a row, the outermost first.
pub fn headings(cx: Cx<'_>, row: Row) -> Vec<Row> {
    if row.kind != Kind::Clause {
        return Vec::new();
    }
    let id = match row.part {
        Part::Heading(nth) => cx.standard.clauses().get(nth).map_or("", |clause| clause.id),
        _ => cx.isms.clauses.key(row.row).unwrap_or_default(),
    };
    let clauses = cx.standard.clauses().iter().enumerate();
    let above = clauses.filter(|(_, clause)| !clause.assessable && is_below(id, clause.id));
    let mut above: Vec<(usize, usize)> = above.map(|(nth, clause)| (clause.level(), nth)).collect();
    above.sort_unstable();
    above.into_iter().filter_map(|(_, nth)| Row::heading(cx, nth)).collect()
}

/// The subclauses below a heading, with what is judged of them.
pub fn below<'a>(cx: Cx<'a>, row: Row) -> Vec<(Row, &'a ClauseState)> {
    let Part::Heading(nth) = row.part else { return Vec::new() };
    let id = cx.standard.clauses().get(nth).map_or("", |clause| clause.id);
    let rows = subclauses(cx)
        .filter(|row| cx.isms.clauses.key(row.row).is_some_and(|key| is_below(key, id)));
    rows.filter_map(|row| Some((row, cx.assessment.clauses.get(row.row)?))).collect()
}

/// How many subclauses below a heading conform, and how many there are.
pub fn conforming(cx: Cx<'_>, row: Row) -> (usize, usize) {
    let below = below(cx, row);
    let conform = below.iter().filter(|(_, state)| state.conformity == Conformity::Conforming);
    (conform.count(), below.len())
}
