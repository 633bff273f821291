//! All records, folded and ready for find.
//!
//! An item keeps the id, the title as shown and one folded text: the title, the id, then the first
//! few hundred characters of everything else. That is enough to find by, and a third of the records' size.

use super::{
    facts::title,
    fold::fold_into,
    word::{Hay, mask},
};
use crate::{
    isms::{Glance, Isms, Kind, Text},
    standard::{Standard, order::natural},
};
use std::{collections::HashMap, sync::Arc};

/// How many bytes of other text are kept of each record.
const KEPT: usize = 512;

/// The kinds in the order in which find lists them.
const ORDER: [Kind; 23] = [
    Kind::Control,
    Kind::Clause,
    Kind::Risk,
    Kind::Document,
    Kind::Evidence,
    Kind::Action,
    Kind::Nonconformity,
    Kind::Audit,
    Kind::Review,
    Kind::Visit,
    Kind::Item,
    Kind::Objective,
    Kind::Element,
    Kind::Party,
    Kind::Obligation,
    Kind::Person,
    Kind::Organisation,
    Kind::Scope,
    Kind::Soa,
    Kind::Criteria,
    Kind::Intervals,
    Kind::Cycle,
    Kind::Programme,
];

/// One record, as find knows it.
#[derive(Debug, Clone)]
pub struct Item {
    /// Kind of the record.
    pub kind: Kind,
    /// Its row in the table of that kind.
    pub row: u32,
    /// Its key.
    pub id: Text,
    /// Its title, as it is shown.
    pub title: Text,
    folded: Text,
    heading: u32,
    mask: u64,
}

/// All records, in the order in which they are listed when nothing is typed.
#[derive(Debug, Default)]
pub struct Index {
    pub(super) items: Vec<Item>,
    /// The item of each row, kind by kind.
    places: [Vec<u32>; Kind::ALL.len()],
    /// Another one after each change: what was found before then can't be narrowed.
    pub(super) stamp: Arc<()>,
    pub(super) scorer: super::rank::Scorer,
}

impl Item {
    fn new(isms: &Isms, standard: &Standard, kind: Kind, row: usize) -> Self {
        let id = isms.key(kind, row).unwrap_or_default();
        let title = title(isms, standard, kind, row);
        let mut folded = String::with_capacity(2 * KEPT);
        fold_into(title, &mut folded);
        let heading = folded.len();
        folded.push('\n');
        fold_into(id, &mut folded);
        let end = folded.len() + KEPT;
        for (place, field) in kind.fields().iter().enumerate() {
            if folded.len() >= end {
                break;
            }
            if matches!(field.key, "id" | "title" | "name") {
                continue;
            }
            match isms.glance(kind, row, place) {
                Glance::Text(text) => append(&mut folded, text, end),
                Glance::Texts(texts) => texts.iter().for_each(|t| append(&mut folded, t, end)),
                _ => {}
            }
        }
        // a word may also name the kind, or write a control as "A.8.8"
        let control = if kind == Kind::Control { mask("a.") } else { 0 };
        Self {
            kind,
            row: u32::try_from(row).unwrap_or(u32::MAX),
            id: id.into(),
            title: title.into(),
            heading: u32::try_from(heading).unwrap_or(u32::MAX),
            mask: mask(&folded) | mask(kind.label()) | control,
            folded: folded.into(),
        }
    }

    /// What words are looked for in.
    pub(super) fn hay(&self) -> Hay<'_> {
        Hay {
            id: &self.id,
            kind: self.kind.label(),
            folded: &self.folded,
            title: self.heading as usize,
            mask: self.mask,
        }
    }
}

/// Appends a text, folded, up to about `end` bytes in all.
fn append(folded: &mut String, text: &str, end: usize) {
    let room = end.saturating_sub(folded.len()).min(text.len());
    let cut = (0..=room).rev().find_map(|cut| text.get(..cut)).unwrap_or_default();
    if !cut.is_empty() {
        folded.push(' ');
        fold_into(cut, folded);
    }
}

impl Index {
    /// Reads all records.
    pub fn build(isms: &Isms, standard: &Standard) -> Self {
        let mut index = Self::default();
        index.items.reserve_exact(ORDER.iter().map(|kind| isms.len(*kind)).sum());
        for kind in ORDER {
            let mut rows: Vec<(&str, usize)> =
                (0..isms.len(kind)).filter_map(|row| Some((isms.key(kind, row)?, row))).collect();
            rows.sort_by(|(a, _), (b, _)| natural(a, b));
            let mut places = vec![u32::MAX; isms.len(kind)];
            for (_, row) in rows {
                if let Some(place) = places.get_mut(row) {
                    *place = u32::try_from(index.items.len()).unwrap_or(u32::MAX);
                }
                index.items.push(Item::new(isms, standard, kind, row));
            }
            if let Some(all) = index.places.get_mut(kind as usize) {
                *all = places;
            }
        }
        index
    }

    /// Reads one record anew; after one was added or removed, [`Index::build`] is needed.
    pub fn update(&mut self, isms: &Isms, standard: &Standard, kind: Kind, row: usize) {
        self.stamp = Arc::new(());
        if let Some(item) = self.place(kind, row).and_then(|place| self.items.get_mut(place)) {
            *item = Item::new(isms, standard, kind, row);
        }
    }

    /// Puts the records of a kind in order again after some came, went or were read anew; items whose
    /// key `keeps` its words are not read again.
    pub fn resync(
        &mut self,
        isms: &Isms,
        standard: &Standard,
        kind: Kind,
        keeps: impl Fn(&str) -> bool,
    ) {
        self.stamp = Arc::new(());
        let rank = |kind: Kind| ORDER.iter().position(|one| *one == kind);
        let from = self.items.partition_point(|item| rank(item.kind) < rank(kind));
        let to = self.items.partition_point(|item| rank(item.kind) <= rank(kind));
        let mut rows: Vec<(&str, usize)> =
            (0..isms.len(kind)).filter_map(|row| Some((isms.key(kind, row)?, row))).collect();
        rows.sort_by(|(a, _), (b, _)| natural(a, b));
        let mut known: HashMap<Text, Item> = self
            .items
            .get(from..to)
            .unwrap_or_default()
            .iter()
            .filter(|item| keeps(&item.id))
            .map(|item| (item.id.clone(), item.clone()))
            .collect();
        let new: Vec<Item> = rows
            .into_iter()
            .map(|(key, row)| match known.remove(key) {
                Some(item) => Item { row: u32::try_from(row).unwrap_or(u32::MAX), ..item },
                None => Item::new(isms, standard, kind, row),
            })
            .collect();
        self.items.splice(from..to, new);
        for (kind, places) in Kind::ALL.into_iter().zip(&mut self.places) {
            places.clear();
            places.resize(isms.len(kind), u32::MAX);
        }
        for (place, item) in self.items.iter().enumerate() {
            let of_kind = self.places.get_mut(item.kind as usize);
            if let Some(known) = of_kind.and_then(|places| places.get_mut(item.row as usize)) {
                *known = u32::try_from(place).unwrap_or(u32::MAX);
            }
        }
    }

    /// The item with this number.
    pub fn item(&self, number: u32) -> Option<&Item> {
        self.items.get(number as usize)
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The number of the item of a row.
    pub(super) fn place(&self, kind: Kind, row: usize) -> Option<usize> {
        self.places.get(kind as usize)?.get(row).map(|place| *place as usize)
    }
}
