//! From records that come or go to splices of their file.

use super::{Refused, window::Window};
use crate::{
    isms::{At, Edit, File, Isms, Kind, State},
    standard::order::natural,
    text::{self, New, Shape, Splice, Value},
};
use std::{
    cmp::Ordering,
    collections::{BTreeSet, HashSet},
};

/// A record to be added.
#[derive(Debug, Clone)]
pub(super) struct Coming {
    pub at: At,
    /// Its row, counted with those that come before it; none: where the order of ids, or the end, wants it.
    pub row: Option<usize>,
    /// Its fields, in the order of the field table.
    pub fields: Vec<(String, Value)>,
    /// Its exact text, if it stood in a file before.
    pub text: Option<String>,
}

impl Coming {
    /// A record that only the standard knows so far.
    pub fn known(at: &At) -> Coming {
        let id = ("id".to_string(), Value::Text(at.key.clone()));
        Coming { at: at.clone(), row: None, fields: vec![id], text: None }
    }

    /// A record that nobody knows so far.
    pub fn new(at: &At, row: Option<usize>, record: &Value, text: Option<&str>) -> Coming {
        let fields = match record {
            Value::Record(fields) => fields.as_slice(),
            _ => &[],
        };
        let text = text.filter(|text| !text.is_empty()).map(str::to_string);
        let mut new = Coming { at: at.clone(), row, fields: Vec::new(), text };
        for (field, value) in fields {
            new.set(field, value.clone());
        }
        new
    }

    /// Gives it one more field, where the field table says.
    pub fn set(&mut self, field: &str, value: Value) {
        let table = self.at.kind.fields();
        let place = |key: &str| table.iter().position(|f| f.key == key).unwrap_or(table.len());
        match self.fields.iter_mut().find(|(key, _)| key == field) {
            Some((_, old)) => *old = value,
            None => {
                let at = self.fields.partition_point(|(key, _)| place(key) <= place(field));
                self.fields.insert(at, (field.to_string(), value));
            }
        }
    }

    fn record(&self) -> Value {
        let single = self.at.kind.is_single();
        let fields = self.fields.iter().filter(|(key, _)| !(single && key == "id"));
        Value::Record(fields.cloned().collect())
    }
}

/// Adds records of one kind to its file.
pub(super) fn come(isms: &Isms, kind: Kind, coming: &[Coming]) -> Result<Edit, Refused> {
    refuse_taken(isms, kind, coming)?;
    let (file, register) = (kind.file(), isms.register(kind.file()));
    let groups = groups(isms, kind, coming);
    let missing = register.state == State::Missing;
    let window = match missing {
        true => Window::of_new(blank(file)),
        false => Window::around(register, kind, groups.iter().map(|(place, _)| *place)),
    };
    let window = window.map_err(|error| refused(coming, &error))?;
    let records: Vec<Value> = coming.iter().map(Coming::record).collect();
    let splices =
        added(&window, kind, &groups, &records, coming).map_err(|e| refused(coming, &e))?;
    let mut outer = window.out(&splices);
    let places: Vec<usize> = groups.iter().map(|(gap, _)| window.place(*gap)).collect();
    let window = window.spliced(&splices).map_err(|error| refused(coming, &error))?;
    let spans = window.spans(kind);
    let (mut come, mut ahead) = (Vec::new(), 0);
    for ((gap, new), place) in groups.iter().zip(places) {
        for k in ahead..ahead + new.len() {
            come.extend(spans.get(place + k).map(|span| (kind, gap + k, span.clone())));
        }
        ahead += new.len();
    }
    if missing {
        outer = vec![Splice { start: 0, end: 0, text: window.text }];
    }
    Ok(Edit { file, splices: outer, edited: Vec::new(), gone: Vec::new(), come, exists: true })
}

fn refuse_taken(isms: &Isms, kind: Kind, coming: &[Coming]) -> Result<(), Refused> {
    let mut ids = HashSet::new();
    for Coming { at, .. } in coming {
        let taken = isms.row(kind, &at.key).is_some_and(|row| isms.is_written(kind, row));
        if taken || !ids.insert(&at.key) {
            return Err(Refused(format!("The id {} is used already.", at.key)));
        }
    }
    Ok(())
}

fn refused(coming: &[Coming], error: &dyn std::fmt::Display) -> Refused {
    let names: Vec<&str> = coming.iter().take(3).map(|new| new.at.key.as_str()).collect();
    let label = coming.first().map_or("record", |new| new.at.kind.label());
    let more = if coming.len() > 3 { ", …" } else { "" };
    Refused(format!("{label} {}{more} can't be added: {error}.", names.join(", ")))
}

/// The splices that add the records to the section, or add the section.
fn added(
    window: &Window,
    kind: Kind,
    groups: &[(usize, Vec<usize>)],
    records: &[Value],
    coming: &[Coming],
) -> Result<Vec<Splice>, text::EditError> {
    let (src, tree) = (&window.text, &window.tree);
    let record = |k: &usize| records.get(*k);
    let section = window.section(kind).filter(|list| tree.shape(*list) == Shape::List);
    if let Some(list) = section.filter(|_| !kind.is_single()) {
        let new = |k: &usize| {
            let text = coming.get(*k).and_then(|new| new.text.as_deref());
            Some(text.map_or(New::Value(records.get(*k)?), New::Text))
        };
        let groups: Vec<(usize, Vec<New>)> = (groups.iter())
            .map(|(gap, items)| (window.place(*gap), items.iter().filter_map(new).collect()))
            .collect();
        return text::insert_items(src, tree, list, &groups);
    }
    let order: Vec<&str> =
        std::iter::once("schema").chain(kind.file().kinds().map(Kind::key)).collect();
    let mut in_order = groups.iter().flat_map(|(_, items)| items).filter_map(record);
    let section = match kind.is_single() {
        true => in_order.next().cloned().unwrap_or(Value::Nothing),
        false => Value::List(in_order.cloned().collect()),
    };
    text::set_field(src, tree, tree.root(), kind.key(), &section, &order)
}

/// Which of the new records go before which row.
fn groups(isms: &Isms, kind: Kind, coming: &[Coming]) -> Vec<(usize, Vec<usize>)> {
    #[derive(Clone, Copy)]
    enum Slot {
        Old(usize),
        New(usize),
    }
    let written = isms.register(kind.file()).spans(kind).len();
    let key = |slot: &Slot| match slot {
        Slot::Old(row) => isms.key(kind, *row).unwrap_or_default(),
        Slot::New(k) => coming.get(*k).map_or("", |new| new.at.key.as_str()),
    };
    let mut order: Vec<Slot> = (0..written).map(Slot::Old).collect();
    let sorted = coming.iter().any(|new| new.row.is_none())
        && order.is_sorted_by(|a, b| natural(key(a), key(b)) != Ordering::Greater);
    for (k, new) in coming.iter().enumerate() {
        let place = match new.row {
            Some(row) => row.min(order.len()),
            None if sorted => {
                order.partition_point(|slot| natural(key(slot), &new.at.key) != Ordering::Greater)
            }
            None => order.len(),
        };
        order.insert(place, Slot::New(k));
    }
    let (mut groups, mut gap): (Vec<(usize, Vec<usize>)>, usize) = (Vec::new(), 0);
    for slot in order {
        match (slot, groups.last_mut()) {
            (Slot::Old(_), _) => gap += 1,
            (Slot::New(k), Some((last, items))) if *last == gap => items.push(k),
            (Slot::New(k), _) => groups.push((gap, vec![k])),
        }
    }
    groups
}

/// The text of a register that does not exist yet.
fn blank(file: File) -> String {
    format!("#![enable(implicit_some)]\n{}(\n    schema: 1,\n)\n", file.root())
}

/// Takes records of one kind out of its file, each with the comment lines directly above it.
pub(super) fn gone(isms: &Isms, kind: Kind, going: &[&At]) -> Result<Edit, Refused> {
    let (file, register) = (kind.file(), isms.register(kind.file()));
    let mut rows = BTreeSet::new();
    for at in going {
        let row = isms.row(kind, &at.key).filter(|row| isms.is_written(kind, *row));
        let row = row.filter(|row| rows.insert(*row));
        row.ok_or_else(|| Refused(format!("There is no {} {} any more.", kind.label(), at.key)))?;
    }
    let refused = |error: &dyn std::fmt::Display| {
        let names: Vec<&str> = going.iter().take(3).map(|at| at.key.as_str()).collect();
        Refused(format!("{} {} can't be removed: {error}.", kind.label(), names.join(", ")))
    };
    let window =
        Window::around(register, kind, rows.iter().copied()).map_err(|error| refused(&error))?;
    let (src, tree) = (&window.text, &window.tree);
    let splices = match window.section(kind) {
        Some(list) if !kind.is_single() => {
            let items: Vec<usize> = rows.iter().map(|row| window.place(*row)).collect();
            text::remove_items(src, tree, list, &items)
        }
        _ => text::set_field(src, tree, tree.root(), kind.key(), &Value::Nothing, &[]),
    };
    let splices = window.out(&splices.map_err(|error| refused(&error))?);
    let gone = rows.into_iter().map(|row| (kind, row)).collect();
    Ok(Edit { file, splices, edited: Vec::new(), gone, come: Vec::new(), exists: true })
}

/// The text of a record with the comment lines directly above it.
pub(super) fn text_of(isms: &Isms, kind: Kind, row: usize) -> Option<String> {
    let register = isms.register(kind.file());
    let span = register.span(kind, row)?;
    if kind.is_single() {
        return register.piece(kind, row).map(str::to_string);
    }
    if let Some(before) = row.checked_sub(1) {
        let from = register.span(kind, before)?.end;
        let lead = text::lead(&register.text, from, span.start);
        return register.text.get(lead..span.end).map(|text| text.trim_start().to_string());
    }
    let window = Window::around(register, kind, std::iter::once(row)).ok()?;
    let list = window.tree.span(window.section(kind)?);
    let first = window.tree.children(window.section(kind)?).next()?;
    let first = window.tree.span(first);
    let lead = text::lead(&window.text, list.start + 1, first.start);
    window.text.get(lead..first.end).map(|text| text.trim_start().to_string())
}
