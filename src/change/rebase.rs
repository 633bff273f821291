//! Three-way merge: own changes made again on top of what another program wrote.

use super::{Change, Transaction, apply};
use crate::{
    isms::{At, File, Found, Isms},
    standard::{Standard, order::natural},
    text::Value,
};
use std::collections::HashMap;

/// The same field changed on both sides; the disk's value stands, this one waits for a decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// Which record.
    pub at: At,
    /// Key of the field; empty if the whole record is concerned.
    pub field: String,
    /// What stood there before both changes.
    pub base: Value,
    /// What was written here.
    pub mine: Value,
    /// What was written elsewhere.
    pub theirs: Value,
}

/// The outcome of a merge.
#[derive(Debug, Default)]
pub struct Rebased {
    /// The changes as they were made on the new text.
    pub made: Vec<Change>,
    /// Changes that could not be made without dropping somebody's text.
    pub conflicts: Vec<Conflict>,
}

/// Reads a file's new text into `isms` and makes own changes to it again.
///
/// A field that only one side changed has that side's value; lists are merged item by item; a record
/// that both sides added under one id gets the next free id here.
pub fn rebase(
    isms: &mut Isms,
    standard: &Standard,
    file: File,
    found: Found,
    changes: &[Change],
) -> Rebased {
    isms.read_file(standard, file, found);
    let mut merge = Merge {
        isms,
        standard,
        rebased: Rebased::default(),
        renamed: Vec::new(),
        pending: Vec::new(),
        touched: HashMap::new(),
    };
    for change in changes.iter().filter(|change| change.file() == file) {
        merge.take(change.clone());
    }
    merge.make();
    merge.rebased
}

/// A merge in progress.
///
/// Changes that can't touch each other are made together: thousands one by one would copy the file
/// thousands of times.
struct Merge<'a> {
    isms: &'a mut Isms,
    standard: &'a Standard,
    rebased: Rebased,
    renamed: Vec<(At, At)>,
    /// Settled, and not made yet.
    pending: Vec<Change>,
    /// The fields that those will set; an empty name is the record itself.
    touched: HashMap<At, Vec<String>>,
}

impl Merge<'_> {
    fn take(&mut self, mut change: Change) {
        if let Some((_, new)) = self.renamed.iter().rev().find(|(old, _)| old == change.at()) {
            readdress(&mut change, new.clone());
        }
        if self.is_touched(&change) {
            self.make();
        }
        if let Change::Insert { at, record, .. } = &change
            && let Some(theirs) = written(self.isms, at)
        {
            if theirs == *record {
                return;
            }
            self.make();
            let new = At::new(at.kind, free_id(self.isms, at));
            self.renamed.push((at.clone(), new.clone()));
            readdress(&mut change, new);
        }
        match settle(self.isms, &change) {
            Settled::Make(change) => {
                let field = match &change {
                    Change::Set { field, .. } => field.clone(),
                    _ => String::new(),
                };
                self.touched.entry(change.at().clone()).or_default().push(field);
                self.pending.push(change);
            }
            Settled::Nothing => {}
            Settled::Conflict(conflict) => self.rebased.conflicts.push(conflict),
        }
    }

    /// Whether what is pending would have to be made before this change can be settled.
    fn is_touched(&self, change: &Change) -> bool {
        // the keys of records that share an id move when one of them comes or goes
        let shared = change.at().key.contains('~');
        let of_record = self.touched.get(change.at());
        shared
            || of_record.is_some_and(|fields| match change {
                Change::Set { field, .. } => fields.iter().any(|f| f.is_empty() || f == field),
                Change::Insert { .. } | Change::Remove { .. } => true,
            })
    }

    /// Makes what is pending, at once; if that is refused, one by one, to find what can't be made.
    fn make(&mut self) {
        self.touched.clear();
        let changes = std::mem::take(&mut self.pending);
        let all = Transaction { label: String::new(), changes };
        if apply(self.isms, self.standard, &all).is_ok() {
            self.rebased.made.extend(all.changes);
            return;
        }
        for change in all.changes {
            let one = Transaction { label: String::new(), changes: vec![change] };
            let made = apply(self.isms, self.standard, &one).is_ok();
            for change in one.changes {
                match made {
                    true => self.rebased.made.push(change),
                    false => self.rebased.conflicts.extend(lost(&change)),
                }
            }
        }
    }
}

enum Settled {
    Make(Change),
    Nothing,
    Conflict(Conflict),
}

fn settle(isms: &Isms, change: &Change) -> Settled {
    match change {
        Change::Set { at, field, before, after } => {
            let theirs = match isms.row(at.kind, &at.key) {
                Some(row) => isms.stored(at.kind, row, field),
                None => return lost(change).map_or(Settled::Nothing, Settled::Conflict),
            };
            let set = |before: Value, after: Value| {
                Settled::Make(Change::Set { at: at.clone(), field: field.clone(), before, after })
            };
            if theirs == *after {
                Settled::Nothing
            } else if theirs == *before {
                set(theirs, after.clone())
            } else if let Some(merged) = merged_list(before, after, &theirs) {
                set(theirs, merged)
            } else {
                Settled::Conflict(Conflict {
                    at: at.clone(),
                    field: field.clone(),
                    base: before.clone(),
                    mine: after.clone(),
                    theirs,
                })
            }
        }
        Change::Insert { .. } => Settled::Make(change.clone()),
        Change::Remove { at, record, .. } => match written(isms, at) {
            None => Settled::Nothing,
            Some(theirs) if theirs == *record => Settled::Make(change.clone()),
            Some(theirs) => Settled::Conflict(Conflict {
                at: at.clone(),
                field: String::new(),
                base: record.clone(),
                mine: Value::Nothing,
                theirs,
            }),
        },
    }
}

/// Whether the values that a transaction is to change still stand as it left them.
pub(super) fn holds(isms: &Isms, transaction: &Transaction) -> bool {
    transaction.changes.iter().all(|change| match change {
        Change::Set { at, field, before, .. } => isms
            .row(at.kind, &at.key)
            .is_some_and(|row| isms.stored(at.kind, row, field) == *before),
        Change::Insert { at, .. } => written(isms, at).is_none(),
        Change::Remove { at, record, .. } => written(isms, at).as_ref() == Some(record),
    })
}

/// The record that stands in the file at this place, as a value.
fn written(isms: &Isms, at: &At) -> Option<Value> {
    let row = isms.row(at.kind, &at.key).filter(|row| isms.is_written(at.kind, *row))?;
    let piece = isms.register(at.kind.file()).piece(at.kind, row)?;
    let tree = crate::text::Tree::parse(piece).ok()?;
    Some(crate::text::read(piece, &tree, tree.root()))
}

fn lost(change: &Change) -> Option<Conflict> {
    match change {
        Change::Set { at, field, before, after } => Some(Conflict {
            at: at.clone(),
            field: field.clone(),
            base: before.clone(),
            mine: after.clone(),
            theirs: Value::Nothing,
        }),
        Change::Insert { at, record, .. } => Some(Conflict {
            at: at.clone(),
            field: String::new(),
            base: Value::Nothing,
            mine: record.clone(),
            theirs: Value::Nothing,
        }),
        Change::Remove { .. } => None,
    }
}

fn readdress(change: &mut Change, to: At) {
    if let Change::Insert { record: Value::Record(fields), .. } = change {
        for (key, value) in fields.iter_mut().filter(|(key, _)| key == "id") {
            debug_assert_eq!(key, "id");
            *value = Value::Text(to.key.clone());
        }
    }
    match change {
        Change::Set { at, .. } | Change::Insert { at, .. } | Change::Remove { at, .. } => *at = to,
    }
    if let Change::Insert { text, .. } = change {
        *text = None;
    }
}

/// The first id after this one, of the same form, that is free.
fn free_id(isms: &Isms, at: &At) -> String {
    let digits = at.key.chars().rev().take_while(char::is_ascii_digit).count();
    let head: String = at.key.chars().take(at.key.chars().count() - digits).collect();
    let tail: String = at.key.chars().skip(head.chars().count()).collect();
    let mut number: u64 = tail.parse().unwrap_or(1);
    loop {
        number += 1;
        let id = format!("{head}{number:0width$}", width = digits);
        if isms.row(at.kind, &id).is_none() {
            return id;
        }
    }
}

/// Lists merge item by item: what each side added is there, what either side took away is not.
///
/// None if the values are not lists, or if the same item was changed on both sides.
pub fn merged_list(base: &Value, mine: &Value, theirs: &Value) -> Option<Value> {
    let items = |value: &Value| match value {
        Value::List(items) => Some(items.clone()),
        Value::Nothing => Some(Vec::new()),
        _ => None,
    };
    if [base, mine, theirs].iter().all(|v| !matches!(v, Value::List(_))) {
        return None;
    }
    let (base, mine, theirs) = (items(base)?, items(mine)?, items(theirs)?);
    let taken: Vec<&Value> = base.iter().filter(|item| !mine.contains(item)).collect();
    let added: Vec<&Value> = mine.iter().filter(|item| !base.contains(item)).collect();
    if taken.iter().any(|item| !theirs.contains(item)) && !added.is_empty() {
        // an item that both sides replaced
        return None;
    }
    let mut merged: Vec<Value> =
        theirs.iter().filter(|item| !taken.contains(item)).cloned().collect();
    for item in added {
        if !merged.contains(item) {
            merged.push(item.clone());
        }
    }
    if base.windows(2).all(in_order) && merged.iter().all(|v| matches!(v, Value::Text(_))) {
        merged.sort_by(by_text);
    }
    Some(Value::List(merged))
}

fn in_order(pair: &[Value]) -> bool {
    matches!(pair, [a, b] if by_text(a, b) == std::cmp::Ordering::Less)
}

fn by_text(a: &Value, b: &Value) -> std::cmp::Ordering {
    match (a, b) {
        (Value::Text(a), Value::Text(b)) => natural(a, b),
        _ => std::cmp::Ordering::Equal,
    }
}
