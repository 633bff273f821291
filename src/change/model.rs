//! Changes and transactions, as values.

use super::records;
use crate::{
    isms::{At, File, Isms, Kind},
    text::Value,
};

/// One change of one record.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// A field gets another value; `Nothing` is a field that is not written.
    Set {
        /// Which record.
        at: At,
        /// Key of the field.
        field: String,
        /// The value that stood there.
        before: Value,
        /// The value that stands there afterwards.
        after: Value,
    },
    /// A record is added.
    Insert {
        /// The new record's place.
        at: At,
        /// Its row among the records of its kind; none: where the order of ids, or the end, wants it.
        row: Option<usize>,
        /// Its fields, the id among them.
        record: Value,
        /// Its exact text with the comments above it, if it stood in the file before.
        text: Option<String>,
    },
    /// A record is removed, with the comment directly above it.
    Remove {
        /// The record's place.
        at: At,
        /// Its row.
        row: usize,
        /// Its fields.
        record: Value,
        /// Its exact text with the comments above it; empty if it never stood in a file.
        text: String,
    },
}

/// A labelled list of changes that are made, undone and redone together.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Transaction {
    /// What it does, in words: "8.8 status partial → none".
    pub label: String,
    /// The changes, in order.
    pub changes: Vec<Change>,
}

impl Change {
    /// A change of one field, from what stands in the file now.
    ///
    /// None if there is no such record, or if the field has that value already.
    pub fn set(isms: &Isms, at: &At, field: &str, after: Value) -> Option<Change> {
        let row = isms.row(at.kind, &at.key)?;
        let before = isms.stored(at.kind, row, field);
        (before != after).then(|| Change::Set {
            at: at.clone(),
            field: field.to_string(),
            before,
            after,
        })
    }

    /// A change that adds a record.
    pub fn insert(kind: Kind, id: &str, mut fields: Vec<(String, Value)>) -> Change {
        fields.insert(0, ("id".to_string(), Value::Text(id.to_string())));
        Change::Insert {
            at: At::new(kind, id),
            row: None,
            record: Value::Record(fields),
            text: None,
        }
    }

    /// A change that removes a record; none if there is no such record in the file.
    pub fn remove(isms: &Isms, at: &At) -> Option<Change> {
        let row = isms.row(at.kind, &at.key)?;
        let record = isms.stored_record(at.kind, row)?;
        let text = records::text_of(isms, at.kind, row)?;
        Some(Change::Remove { at: at.clone(), row, record, text })
    }

    /// The record that is changed.
    pub fn at(&self) -> &At {
        match self {
            Change::Set { at, .. } | Change::Insert { at, .. } | Change::Remove { at, .. } => at,
        }
    }

    /// The file that is changed.
    pub fn file(&self) -> File {
        self.at().kind.file()
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Change {
        match self.clone() {
            Change::Set { at, field, before, after } => {
                Change::Set { at, field, before: after, after: before }
            }
            Change::Insert { at, row, record, text } => Change::Remove {
                at,
                row: row.unwrap_or_default(),
                record,
                text: text.unwrap_or_default(),
            },
            Change::Remove { at, row, record, text } => {
                // without a text it is the inverse of a record that was new: it has no place to go back to
                let stood = !text.is_empty();
                Change::Insert {
                    at,
                    row: stood.then_some(row),
                    record,
                    text: stood.then_some(text),
                }
            }
        }
    }
}

impl Transaction {
    /// A transaction of the changes that are left; none if there is none.
    pub fn of(label: impl Into<String>, changes: Vec<Change>) -> Option<Self> {
        (!changes.is_empty()).then(|| Self { label: label.into(), changes })
    }

    /// The files that it touches, each once.
    pub fn files(&self) -> Vec<File> {
        let mut files: Vec<File> = self.changes.iter().map(Change::file).collect();
        files.sort_unstable();
        files.dedup();
        files
    }

    /// The transaction that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Transaction {
        Transaction {
            label: self.label.clone(),
            changes: self.changes.iter().rev().map(Change::inverse).collect(),
        }
    }
}
