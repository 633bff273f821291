//! What the filter language may ask about a row: its fields, and what is worked out about it.
//!
//! Everything is looked up when it is asked, from the records as they are: a filter over ten
//! thousand rows touches one field of each and copies nothing.

mod field;
mod judged;
mod linked;
mod standard;
#[cfg(test)]
mod tests;
mod title;

pub use title::title;

use super::{
    name::{Asked, Computed, Name},
    needle::Needle,
    want::Want,
};
use crate::{
    assess::Assessment,
    isms::{Glance, Isms, Kind},
    standard::Standard,
};
use chrono::NaiveDate;

/// One row, as the filter language sees it.
#[derive(Debug, Clone, Copy)]
pub struct RowFacts<'a> {
    /// The organisation's records.
    pub isms: &'a Isms,
    /// The standard.
    pub standard: &'a Standard,
    /// What is judged about the records.
    pub assessment: &'a Assessment,
    /// The day on which it is asked.
    pub today: NaiveDate,
    /// Kind of the record.
    pub kind: Kind,
    /// Its row in the table of that kind.
    pub row: usize,
}

impl<'a> RowFacts<'a> {
    /// The facts about another row.
    pub fn of(self, kind: Kind, row: usize) -> Self {
        Self { kind, row, ..self }
    }

    /// The record's title; for controls and clauses the standard's.
    pub fn title(&self) -> &'a str {
        title(self.isms, self.standard, self.kind, self.row)
    }

    /// What a name asks of this kind of record.
    pub(super) fn asked(&self, name: &Name) -> Option<Asked> {
        name.asked(self.kind)
    }

    /// Whether there is anything in what is asked.
    pub(super) fn has(&self, asked: Asked) -> bool {
        match asked {
            Asked::Field(place) => self.has_field(place),
            Asked::Computed(computed) => self.has_computed(computed),
        }
    }

    /// Whether what is asked has the wanted value.
    pub(super) fn takes(&self, asked: Asked, want: &Want) -> bool {
        match asked {
            Asked::Field(place) => self.takes_field(place, want),
            Asked::Computed(computed) => self.takes_computed(computed, want),
        }
    }

    /// Whether any text of the record holds a word.
    pub(super) fn holds(&self, word: &Needle) -> bool {
        word.is_in(self.key())
            || word.is_in(self.title())
            || (0..self.kind.fields().len()).any(|place| self.holds_in(place, word))
            || self.holds_in_items(word)
    }

    /// Whether a lettered item of a subclause, or a note on it, holds a word.
    fn holds_in_items(&self, word: &Needle) -> bool {
        // the standard's items name other clauses: a number asks for the clause itself
        let number = word.text().contains(|c: char| c.is_ascii_digit());
        self.kind == Kind::Clause
            && crate::assess::lettered(self.isms, self.standard, self.row)
                .iter()
                .any(|item| (!number && word.is_in(item.text)) || word.is_in(item.note))
    }

    fn key(&self) -> &'a str {
        self.isms.key(self.kind, self.row).unwrap_or_default()
    }

    fn glance(&self, place: usize) -> Glance<'a> {
        self.isms.glance(self.kind, self.row, place)
    }

    /// The place of a field by its key.
    fn place(&self, key: &str) -> Option<usize> {
        self.kind.fields().iter().position(|field| field.key == key)
    }

    fn has_computed(&self, computed: Computed) -> bool {
        match computed {
            Computed::Id | Computed::Kind => true,
            Computed::Title => !self.title().is_empty(),
            Computed::Linked(kind) => self.has_linked(kind),
            Computed::Wrong => !self.isms.wrong(self.kind, self.row).is_empty(),
            Computed::Theme
            | Computed::Type
            | Computed::Concept
            | Computed::Capability
            | Computed::Domain
            | Computed::Property
            | Computed::Set
            | Computed::New => self.has_attribute(computed),
            Computed::Stage => self.kind == Kind::Item || self.has_judged(Computed::Gap),
            judged => self.has_judged(judged),
        }
    }

    fn takes_computed(&self, computed: Computed, want: &Want) -> bool {
        match computed {
            Computed::Id => want.takes_id(self.key()),
            Computed::Title => want.takes_text(self.title()),
            Computed::Linked(kind) => self.takes_linked(kind, want),
            Computed::Kind => self.takes_kind(want),
            Computed::Wrong => want.takes_flag(self.has_computed(computed)),
            Computed::Theme
            | Computed::Type
            | Computed::Concept
            | Computed::Capability
            | Computed::Domain
            | Computed::Property
            | Computed::Set
            | Computed::New => self.takes_attribute(computed, want),
            Computed::Stage => self.takes_stage(want),
            judged => self.takes_judged(judged, want),
        }
    }

    /// The kind of record, or the field "kind" of those that have one.
    fn takes_kind(&self, want: &Want) -> bool {
        want.takes_name(self.kind.label())
            || want.takes_name(self.kind.key())
            || self.place("kind").is_some_and(|place| self.takes_field(place, want))
    }
}
