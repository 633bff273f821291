//! One list: which rows it shows in which order, which one is selected, which are marked.
//!
//! Rows are known by their key, never by their number: sorting, filtering, undo and other people's
//! edits leave the selection where it was.

use super::{Column, Cx, ListId, Part, Row, Spec, column, columns, tree::Tree};
use crate::{isms::At, search::Query};
use std::{cmp::Ordering, collections::BTreeSet};

/// Rows that a figure counted, opened as a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Only {
    /// What they are: "above criteria".
    pub label: String,
    /// Which they are.
    pub rows: BTreeSet<At>,
}

/// The state of one list.
#[derive(Debug, Clone)]
pub struct List {
    /// Which list.
    pub id: ListId,
    /// The rows shown, in order.
    pub rows: Vec<Row>,
    /// How many there are without the filter.
    pub total: usize,
    /// The selected record.
    pub selected: Option<At>,
    /// Its place among the rows.
    pub cursor: usize,
    /// The first row on screen.
    pub top: usize,
    /// Marked records.
    pub marks: BTreeSet<At>,
    /// The filter as typed.
    pub filter: String,
    /// Only these records, because a figure or a link led here.
    pub only: Option<Only>,
    /// Columns to sort by, the first first; true: the other way round.
    pub sort: Vec<(Column, bool)>,
    /// The column to group by.
    pub group: Option<Column>,
    /// The columns shown.
    pub columns: Vec<Spec>,
    /// Which branches are open, where rows form a tree.
    pub tree: Tree,
    /// Length of the longest id among the rows.
    pub longest_id: usize,
}

impl List {
    /// A list in its default state.
    pub fn new(id: ListId) -> Self {
        Self {
            id,
            rows: Vec::new(),
            total: 0,
            selected: None,
            cursor: 0,
            top: 0,
            marks: BTreeSet::new(),
            filter: String::new(),
            only: None,
            sort: columns::default_sort(id),
            group: None,
            columns: columns::default_columns(id),
            longest_id: 0,
            tree: Tree::default(),
        }
    }

    /// Finds out anew which rows there are, in which order.
    pub fn refresh(&mut self, cx: Cx<'_>) {
        let mut rows = all_rows(self.id, cx);
        self.total = rows.len();
        if let Some(only) = &self.only {
            rows.retain(|row| row.at(cx).is_some_and(|at| only.rows.contains(&at)));
        }
        let query = Query::typed(&self.filter, cx.today);
        if !query.is_empty() {
            rows.retain(|row| query.matches(&super::facts::of(cx, *row)));
        }
        self.order(cx, &mut rows);
        if self.id == ListId::Clauses {
            rows = self.tree.rows(cx, &rows, self.has_headings());
        }
        self.rows = rows;
        self.measure(cx);
        self.find_cursor(cx);
    }

    fn measure(&mut self, cx: Cx<'_>) {
        let ids = self.rows.iter().filter_map(|row| cx.isms.key(row.kind, row.row));
        // branches of a tree are indented, and carry a sign
        let branch = if self.id == ListId::Clauses { 4 } else { 0 };
        self.longest_id = ids.map(|id| id.chars().count() + branch).max().unwrap_or_default();
    }

    /// Takes another filter; where the one before only got longer, no other rows need be looked at than
    /// those on screen, and these are in order.
    ///
    /// The rows must be as [`List::refresh`] left them, of the same records.
    pub fn set_filter(&mut self, cx: Cx<'_>, filter: &str) {
        let before = Query::typed(&self.filter, cx.today);
        let query = Query::typed(filter, cx.today);
        self.filter = filter.to_string();
        // the rows of a tree stand for those below them
        if self.id == ListId::Clauses || before.is_empty() || !query.narrows(&before) {
            return self.refresh(cx);
        }
        self.rows.retain(|row| query.matches(&super::facts::of(cx, *row)));
        self.measure(cx);
        self.find_cursor(cx);
    }

    /// Whether headings stand between the rows: only where all clauses stand in their own order.
    pub fn has_headings(&self) -> bool {
        let in_order = self.group.is_none() && self.sort == columns::default_sort(self.id);
        self.id == ListId::Clauses && in_order && !self.is_narrowed()
    }

    /// How many records are shown; headings and parts of records are none.
    pub fn records(&self) -> usize {
        self.rows.iter().filter(|row| row.part == Part::Whole).count()
    }

    fn order(&self, cx: Cx<'_>, rows: &mut [Row]) {
        let keys: Vec<(Column, bool)> =
            self.group.map(|column| (column, false)).into_iter().chain(self.sort.clone()).collect();
        if keys.is_empty() {
            return;
        }
        let mut keyed: Vec<(Vec<column::SortKey>, Row)> = rows
            .iter()
            .map(|row| (keys.iter().map(|(c, _)| column::sort_key(cx, *row, *c)).collect(), *row))
            .collect();
        keyed.sort_by(|(a, _), (b, _)| {
            for ((x, y), (_, turned)) in a.iter().zip(b).zip(&keys) {
                let order = column::compare(x, y);
                let order = if *turned { order.reverse() } else { order };
                if order != Ordering::Equal {
                    return order;
                }
            }
            Ordering::Equal
        });
        for (place, (_, row)) in rows.iter_mut().zip(keyed) {
            *place = row;
        }
    }

    /// Puts the cursor on the selected record; if it is not shown any more, the row stays.
    fn find_cursor(&mut self, cx: Cx<'_>) {
        let there = self.selected.as_ref().and_then(|at| self.place_of(cx, at));
        self.cursor = there.unwrap_or(self.cursor).min(self.rows.len().saturating_sub(1));
        // one arrives at a record, not at the heading above it
        let heading = |row: Row| matches!(row.part, Part::Heading(_));
        if self.selected.is_none() && self.current().is_some_and(heading) {
            let first = self.rows.iter().skip(self.cursor).position(|row| !heading(*row));
            self.cursor += first.unwrap_or_default();
        }
        if there.is_none() {
            self.selected = self.current().and_then(|row| row.at(cx));
        }
    }

    /// The place of a record among the rows.
    fn place_of(&self, cx: Cx<'_>, at: &At) -> Option<usize> {
        let wanted = Row::find(cx, at)?;
        self.rows.iter().position(|row| *row == wanted)
    }

    /// The selected row.
    pub fn current(&self) -> Option<Row> {
        self.rows.get(self.cursor).copied()
    }

    /// Selects the row at a place, or the nearest one.
    pub fn select(&mut self, cx: Cx<'_>, place: usize) {
        self.cursor = place.min(self.rows.len().saturating_sub(1));
        self.selected = self.current().and_then(|row| row.at(cx));
    }

    /// Selects a record, if it is shown.
    pub fn select_at(&mut self, cx: Cx<'_>, at: &At) -> bool {
        if let Some(row) = Row::find(cx, at)
            && self.id == ListId::Clauses
            && !self.rows.contains(&row)
        {
            self.tree.open_above(cx, row);
            self.refresh(cx);
        }
        let place = self.place_of(cx, at);
        if let Some(place) = place {
            self.select(cx, place);
        }
        place.is_some()
    }

    /// Moves the selection by so many rows.
    pub fn step(&mut self, cx: Cx<'_>, by: isize) {
        self.select(cx, self.cursor.saturating_add_signed(by));
    }

    /// Keeps the selected row on a screen of `height` rows; `jump`: how many rows to scroll by at least.
    pub fn scroll_to(&mut self, height: usize, jump: usize) {
        let height = height.max(1);
        let jump = jump.clamp(1, height);
        if self.cursor < self.top {
            let near = self.top - self.cursor < height;
            let back = if near { self.top.saturating_sub(jump) } else { self.cursor };
            self.top = back.min(self.cursor);
        } else if self.cursor >= self.top + height {
            let near = self.cursor - self.top < 2 * height;
            let least = self.cursor + 1 - height;
            self.top = if near { least.max(self.top + jump).min(self.cursor) } else { least };
        }
        self.top = self.top.min(self.rows.len().saturating_sub(height));
    }

    /// The records that a command works on: the marked ones, else the selected one.
    pub fn targets(&self, cx: Cx<'_>) -> Vec<At> {
        if self.marks.is_empty() {
            return self.selected.clone().into_iter().collect();
        }
        let shown = self.rows.iter().filter_map(|row| row.at(cx));
        let marked: Vec<At> = shown.filter(|at| self.marks.contains(at)).collect();
        // marks that a filter hides don't make keys dead
        if marked.is_empty() { self.selected.clone().into_iter().collect() } else { marked }
    }

    /// The columns as they stand on screen: the one that groups comes first.
    pub fn shown_columns(&self) -> Vec<Column> {
        let rest = self.columns.iter().map(|spec| spec.column);
        let rest = rest.filter(|column| Some(*column) != self.group);
        self.group.into_iter().chain(rest).collect()
    }

    /// Whether fewer rows are shown than there are.
    pub fn is_narrowed(&self) -> bool {
        self.only.is_some() || !self.filter.trim().is_empty()
    }
}

fn all_rows(id: ListId, cx: Cx<'_>) -> Vec<Row> {
    if id == ListId::Gaps {
        let gaps = cx.assessment.gaps.iter();
        return gaps.map(|gap| Row::new(gap.kind, gap.row)).collect();
    }
    if id == ListId::Mixed {
        let rows = cx.assessment.rows_of(crate::assess::Count::Overdue);
        return rows.into_iter().map(|(kind, row)| Row::new(kind, row)).collect();
    }
    let rows =
        id.kinds().iter().flat_map(|kind| (0..cx.isms.len(*kind)).map(|row| Row::new(*kind, row)));
    if id == ListId::Treatment {
        let treats =
            |row: &Row| cx.isms.actions.row(row.row).is_some_and(|action| !action.risks.is_empty());
        return rows.filter(treats).collect();
    }
    rows.collect()
}
