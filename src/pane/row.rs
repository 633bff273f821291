//! A row of a list: a record, or what stands above or below one in the tree of clauses.

use super::Cx;
use crate::{
    assess::lettered,
    isms::{At, Kind},
};

/// A row: the kind and the number of the record in its table, and which part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Row {
    /// Kind of the record.
    pub kind: Kind,
    /// Its row in the table of that kind; of a heading, the first below it.
    pub row: usize,
    /// The record itself, or what stands above or below it.
    pub part: Part,
}

/// What of a record a row shows; only clauses have more than the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// The record.
    Whole,
    /// A lettered item of a subclause, by its place among [`lettered`].
    Item(usize),
    /// A clause that only groups others, by its place among the standard's clauses.
    Heading(usize),
}

impl Row {
    /// The row of a record.
    pub fn new(kind: Kind, row: usize) -> Self {
        Self { kind, row, part: Part::Whole }
    }

    /// The row with this place; also of a lettered item ("6.1.2 c 1"), and of a clause that only groups.
    pub fn find(cx: Cx<'_>, at: &At) -> Option<Self> {
        if let Some(row) = cx.isms.row(at.kind, &at.key) {
            return Some(Self::new(at.kind, row));
        }
        if at.kind != Kind::Clause {
            return None;
        }
        if let Some(above) = subclause_of(&at.key) {
            let row = cx.isms.row(Kind::Clause, above)?;
            let items = lettered(cx.isms, cx.standard, row);
            let nth = items.iter().position(|item| item.id == at.key)?;
            return Some(Self { kind: Kind::Clause, row, part: Part::Item(nth) });
        }
        let heading = cx.standard.clauses().iter().position(|clause| clause.id == at.key)?;
        Self::heading(cx, heading)
    }

    /// The row of a clause that only groups others, if any subclause stands below it.
    pub fn heading(cx: Cx<'_>, heading: usize) -> Option<Self> {
        let id = cx.standard.clauses().get(heading)?.id;
        let row = cx.isms.clauses.keys().position(|key| is_below(key, id))?;
        Some(Self { kind: Kind::Clause, row, part: Part::Heading(heading) })
    }

    /// Its place.
    pub fn at(self, cx: Cx<'_>) -> Option<At> {
        let key = match self.part {
            Part::Whole => cx.isms.key(self.kind, self.row)?.to_string(),
            Part::Item(nth) => lettered(cx.isms, cx.standard, self.row).get(nth)?.id.to_string(),
            Part::Heading(nth) => cx.standard.clauses().get(nth)?.id.to_string(),
        };
        Some(At { kind: self.kind, key })
    }

    /// The row of the record that it belongs to.
    #[must_use]
    pub fn whole(self) -> Self {
        Self { part: Part::Whole, ..self }
    }
}

/// The subclause that a lettered item belongs to: "6.1.2" of "6.1.2 c 1".
pub fn subclause_of(key: &str) -> Option<&str> {
    key.split_once(' ').map(|(clause, _)| clause)
}

/// Whether a clause stands below another one: 6.1.2 below 6.1 and below 6.
pub fn is_below(id: &str, above: &str) -> bool {
    id.strip_prefix(above).is_some_and(|rest| rest.starts_with('.'))
}
