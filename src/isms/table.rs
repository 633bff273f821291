//! All records of one kind, in the order of the file, found by key.

use super::{Record, Text};
use std::collections::HashMap;

/// The records of one kind.
///
/// A record's key is its id. The second record with the same id gets the key `id~2`, a record without
/// an id `~row`: all are shown, none hides another.
#[derive(Debug, Clone, Default)]
pub struct Table<R> {
    rows: Vec<R>,
    keys: Vec<Text>,
    places: HashMap<Text, u32>,
    /// How many rows stand in the file; those after them are known from the standard only.
    written: usize,
    /// What stands for the one record of a single kind while there is none.
    blank: R,
}

impl<R: Record> Table<R> {
    /// A table of the records that stand in the file.
    pub fn new(rows: Vec<R>) -> Self {
        let mut table = Self {
            keys: Vec::with_capacity(rows.len()),
            places: HashMap::with_capacity(rows.len()),
            written: rows.len(),
            rows: Vec::with_capacity(rows.len()),
            blank: R::default(),
        };
        for row in rows {
            table.push(row);
        }
        table
    }

    fn push(&mut self, row: R) {
        let place = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        let id = row.id();
        let mut key: Text =
            if id.is_empty() { format!("~{}", place + 1).into() } else { id.into() };
        let mut copy = 2;
        while self.places.contains_key(&key) {
            key = format!("{id}~{copy}").into();
            copy += 1;
        }
        self.places.insert(key.clone(), place);
        self.keys.push(key);
        self.rows.push(row);
    }

    /// Adds rows for ids that the standard knows and the file lacks.
    pub fn complete<'a>(&mut self, ids: impl Iterator<Item = &'a str>) {
        for id in ids {
            if !self.places.contains_key(id) {
                self.push(R::named(id));
            }
        }
    }

    /// The record with this key.
    pub fn get(&self, key: &str) -> Option<&R> {
        self.place(key).and_then(|place| self.rows.get(place))
    }

    /// The row of the record with this key.
    pub fn place(&self, key: &str) -> Option<usize> {
        self.places.get(key).map(|place| *place as usize)
    }

    /// The record in a row.
    pub fn row(&self, place: usize) -> Option<&R> {
        self.rows.get(place)
    }

    /// The key of the record in a row.
    pub fn key(&self, place: usize) -> Option<&str> {
        self.keys.get(place).map(|key| &**key)
    }

    /// The record of a kind that has only one.
    pub fn only(&self) -> &R {
        self.rows.first().unwrap_or(&self.blank)
    }

    /// All records with their keys.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &R)> {
        self.keys.iter().map(|key| &**key).zip(&self.rows)
    }

    /// All records, in the order of the file.
    pub fn rows(&self) -> &[R] {
        &self.rows
    }

    /// All keys, in the order of the file.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(|key| &**key)
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

    /// Puts a record, read anew, in the place of the one with the same key; false if the id changed.
    pub(super) fn replace(&mut self, place: usize, record: R) -> bool {
        match self.rows.get_mut(place) {
            Some(row) if row.id() == record.id() => {
                *row = record;
                true
            }
            _ => false,
        }
    }
}

impl<R: Record> PartialEq for Table<R> {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows && self.written == other.written
    }
}
