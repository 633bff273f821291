//! The find index, and what has changed since it was made.
//!
//! A change notes what it touched and no more; the next look catches up with just that. Only a file
//! that another program wrote is read whole, and that is done when it is heard of, not at a key.

use crate::{
    change::Change,
    isms::{At, File, Isms, Kind},
    search::{Found, Index},
    standard::Standard,
};
use std::collections::{BTreeMap, BTreeSet};

/// All records, ready for find.
#[derive(Debug, Default)]
pub struct Catalogue {
    index: Option<Index>,
    /// Records whose words may have changed.
    touched: BTreeMap<Kind, BTreeSet<String>>,
    /// Kinds of which records came or went.
    moved: BTreeSet<Kind>,
    /// What was found a key earlier.
    pub found: Option<Found>,
}

impl Catalogue {
    /// Notes what changes touched.
    pub fn note(&mut self, changes: &[Change]) {
        for change in changes {
            let At { kind, key } = change.at().clone();
            if !matches!(change, Change::Set { .. }) {
                self.moved.insert(kind);
            }
            self.touched.entry(kind).or_default().insert(key);
        }
    }

    /// A whole file was read anew; catches up at once if find was used before.
    pub fn reread(&mut self, isms: &Isms, standard: &Standard, file: File) {
        if let Some(index) = &mut self.index {
            for kind in Kind::ALL.into_iter().filter(|kind| kind.file() == file) {
                index.resync(isms, standard, kind, |_| false);
            }
        }
    }

    /// Forgets everything: other records are open.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// The index as the records stand.
    pub fn index(&mut self, isms: &Isms, standard: &Standard) -> &Index {
        let touched = std::mem::take(&mut self.touched);
        let moved = std::mem::take(&mut self.moved);
        let index = self.index.get_or_insert_with(|| Index::build(isms, standard));
        for (kind, keys) in touched {
            // a record whose id is not there (any more) has another one, or is gone
            let gone = keys.iter().any(|key| isms.row(kind, key).is_none());
            if gone || moved.contains(&kind) {
                index.resync(isms, standard, kind, |key| !keys.contains(key));
                continue;
            }
            for row in keys.iter().filter_map(|key| isms.row(kind, key)) {
                index.update(isms, standard, kind, row);
            }
        }
        index
    }

    /// The index as it was last asked for.
    pub fn current(&self) -> Option<&Index> {
        self.index.as_ref()
    }

    /// Whether an index was made.
    pub fn is_ready(&self) -> bool {
        self.index.is_some()
    }
}
