//! All records of one kind, in the order of the file, found by key.

use super::{Record, keys::Keys};

/// The records of one kind.
///
/// A record's key is its id. The second record with the same id gets the key `id~2`, the first one
/// without an id `~1`: all are shown, none hides another.
#[derive(Debug, Clone, Default)]
pub struct Table<R> {
    rows: Vec<R>,
    keys: Keys,
    /// How many rows stand in the file; those after them are known from the standard only.
    written: usize,
    /// What stands for the one record of a single kind while there is none.
    blank: R,
}

/// What happened to the records of one kind.
pub(super) struct Update<R> {
    /// Rows that were read anew.
    pub edited: Vec<(usize, R)>,
    /// Rows that went, in rising order.
    pub gone: Vec<usize>,
    /// Rows that came, in rising order, in the numbering after all of this.
    pub come: Vec<(usize, R)>,
}

impl<R: Record> Table<R> {
    /// A table of the records that stand in the file.
    pub fn new(rows: Vec<R>) -> Self {
        let mut table =
            Self { keys: Keys::default(), written: rows.len(), rows, blank: R::default() };
        table.rekey();
        table
    }

    fn rekey(&mut self) {
        let ids: Vec<&str> = self.rows.iter().map(Record::id).collect();
        self.keys = Keys::of(&ids);
    }

    /// Adds rows for ids that the standard knows and the file lacks.
    pub fn complete<'a>(&mut self, ids: impl Iterator<Item = &'a str>) {
        let missing: Vec<R> = ids.filter(|id| self.place(id).is_none()).map(R::named).collect();
        if !missing.is_empty() {
            self.rows.extend(missing);
            self.rekey();
        }
    }

    /// The record with this key.
    pub fn get(&self, key: &str) -> Option<&R> {
        self.place(key).and_then(|place| self.rows.get(place))
    }

    /// The row of the record with this key.
    pub fn place(&self, key: &str) -> Option<usize> {
        self.keys.row(key, |row| self.rows.get(row).map_or("", Record::id))
    }

    /// The record in a row.
    pub fn row(&self, place: usize) -> Option<&R> {
        self.rows.get(place)
    }

    /// The key of the record in a row.
    pub fn key(&self, place: usize) -> Option<&str> {
        self.rows.get(place).map(|row| self.keys.odd(place).unwrap_or_else(|| row.id()))
    }

    /// The record of a kind that has only one.
    pub fn only(&self) -> &R {
        self.rows.first().unwrap_or(&self.blank)
    }

    /// All records with their keys.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &R)> {
        self.keys().zip(&self.rows)
    }

    /// All records, in the order of the file.
    pub fn rows(&self) -> &[R] {
        &self.rows
    }

    /// All keys, in the order of the file.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        let keyed = self.rows.iter().enumerate();
        keyed.map(|(place, row)| self.keys.odd(place).unwrap_or_else(|| row.id()))
    }

    /// Whether the record in a row stands in the file, or is only known from the standard.
    pub fn is_written(&self, place: usize) -> bool {
        place < self.written
    }

    /// How many rows there are, with those that are known from the standard only.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row at all.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Takes over what happened in the file; true if the table lacks what only the standard knows.
    pub(super) fn update(&mut self, update: Update<R>) -> bool {
        let mut same = update.gone.is_empty() && update.come.is_empty();
        for (place, record) in update.edited {
            if let Some(row) = self.rows.get_mut(place) {
                same &= row.id() == record.id();
                *row = record;
            }
        }
        if same {
            return false;
        }
        let mut gone = update.gone.into_iter().peekable();
        let old = std::mem::take(&mut self.rows).into_iter().take(self.written).enumerate();
        let mut kept =
            old.filter(|(place, _)| gone.next_if_eq(place).is_none()).map(|(_, record)| record);
        for (place, record) in update.come {
            let ahead = place.saturating_sub(self.rows.len());
            self.rows.extend(kept.by_ref().take(ahead));
            self.rows.push(record);
        }
        self.rows.extend(kept);
        self.written = self.rows.len();
        self.rekey();
        true
    }
}

impl<R: Record> PartialEq for Table<R> {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows && self.written == other.written
    }
}
