//! The changes that lead from one state of a file to another.

use super::{Change, records};
use crate::{
    isms::{At, File, Isms, Kind},
    text::Value,
};

/// The changes that turn `old`'s records of a file into `new`'s, field by field.
pub fn diff(old: &Isms, new: &Isms, file: File) -> Vec<Change> {
    file.kinds().flat_map(|kind| of_kind(old, new, kind)).collect()
}

fn of_kind(old: &Isms, new: &Isms, kind: Kind) -> Vec<Change> {
    let mut changes = Vec::new();
    for row in (0..old.len(kind)).filter(|row| old.is_written(kind, *row)) {
        let Some(key) = old.key(kind, row) else { continue };
        let at = At::new(kind, key);
        match new.row(kind, key).filter(|row| new.is_written(kind, *row)) {
            None => changes.extend(Change::remove(old, &at)),
            Some(there) => fields(old, row, new, there, &at, &mut changes),
        }
    }
    for row in (0..new.len(kind)).filter(|row| new.is_written(kind, *row)) {
        let Some(key) = new.key(kind, row) else { continue };
        if old.row(kind, key).is_some_and(|row| old.is_written(kind, row)) {
            continue;
        }
        if let Some(record) = new.stored_record(kind, row) {
            let (at, text) = (At::new(kind, key), records::text_of(new, kind, row));
            changes.push(Change::Insert { at, row: Some(row), record, text });
        }
    }
    changes
}

fn fields(old: &Isms, row: usize, new: &Isms, there: usize, at: &At, changes: &mut Vec<Change>) {
    let kind = at.kind;
    let pieces =
        (old.register(kind.file()).piece(kind, row), new.register(kind.file()).piece(kind, there));
    if pieces.0 == pieces.1 {
        return;
    }
    let (Some(Value::Record(before)), Some(Value::Record(after))) =
        (old.stored_record(kind, row), new.stored_record(kind, there))
    else {
        return;
    };
    let value = |fields: &[(String, Value)], key: &str| {
        fields.iter().find(|(k, _)| k == key).map_or(Value::Nothing, |(_, v)| v.clone())
    };
    let added = after.iter().filter(|(key, _)| !before.iter().any(|(k, _)| k == key));
    for (key, _) in before.iter().chain(added) {
        let (was, is) = (value(&before, key), value(&after, key));
        if !alike(&was, &is) {
            let (at, field) = (at.clone(), key.clone());
            changes.push(Change::Set { at, field, before: was, after: is });
        }
    }
}

/// Whether two values say the same: a variant may stand in quotes.
pub(super) fn alike(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Text(a) | Value::Word(a), Value::Text(b) | Value::Word(b)) => a == b,
        (Value::List(a), Value::List(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| alike(a, b))
        }
        (Value::Record(a), Value::Record(b)) => {
            let absent = Value::Nothing;
            let covers = |a: &[(String, Value)], b: &[(String, Value)]| {
                a.iter().all(|(key, value)| {
                    let other = b.iter().find(|(found, _)| found == key);
                    alike(value, other.map_or(&absent, |(_, value)| value))
                })
            };
            covers(a, b) && covers(b, a)
        }
        (a, b) => a == b,
    }
}
