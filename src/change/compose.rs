//! From a change to new text, with the splices of the text engine.

use super::{Change, Refused};
use crate::{
    isms::{At, File, Isms, Kind, State},
    standard::order::natural,
    text::{self, Shape, Splice, Tree, Value},
};
use std::{borrow::Cow, cmp::Ordering};

/// Refuses to touch a file that can't be read: it is never written.
pub(super) fn refuse_unwritable(isms: &Isms, file: File) -> Result<(), Refused> {
    match &isms.register(file).state {
        State::Read | State::Missing => Ok(()),
        State::Broken(error) => Err(Refused(format!(
            "{}:{error}. Mend the file first (E opens it in $EDITOR); nothing was changed.",
            file.name()
        ))),
        State::Unreadable(why) => {
            Err(Refused(format!("{} could not be read ({why}); nothing was changed.", file.name())))
        }
    }
}

/// The new texts of the records that the changes touch: place, before, after.
pub(super) fn pieces<'a>(
    isms: &Isms,
    file: File,
    changes: impl Iterator<Item = &'a Change>,
) -> Result<Vec<(At, String, String)>, Refused> {
    let register = isms.register(file);
    let mut pieces: Vec<(At, String, String)> = Vec::new();
    let mut places: std::collections::HashMap<At, usize> = std::collections::HashMap::new();
    for change in changes {
        let Change::Set { at, field, after, .. } = change else { continue };
        let place = match places.get(at) {
            Some(place) => *place,
            None => {
                let piece = isms
                    .row(at.kind, &at.key)
                    .and_then(|row| register.piece(at.kind, row))
                    .ok_or_else(|| gone(at))?;
                places.insert(at.clone(), pieces.len());
                pieces.push((at.clone(), piece.to_string(), piece.to_string()));
                pieces.len() - 1
            }
        };
        if let Some((_, _, piece)) = pieces.get_mut(place) {
            *piece = with_field(at, piece, field, after)?;
        }
    }
    pieces.retain(|(_, old, new)| old != new);
    Ok(pieces)
}

fn with_field(at: &At, piece: &str, field: &str, value: &Value) -> Result<String, Refused> {
    let order: Vec<&str> = at.kind.fields().iter().map(|f| f.key).collect();
    let tree = Tree::parse(piece).map_err(|error| {
        Refused(format!("{} {} can't be read: {error}.", at.kind.label(), at.key))
    })?;
    let splices =
        text::set_field(piece, &tree, tree.root(), field, value, &order).map_err(|error| {
            Refused(format!("{} {}: {field} can't be written: {error}.", at.kind.label(), at.key))
        })?;
    Ok(text::apply(piece, &splices))
}

fn gone(at: &At) -> Refused {
    Refused(format!("There is no {} {} any more.", at.kind.label(), at.key))
}

/// The new text of a file in which a record is added or removed, and how to take that back.
pub(super) fn reshaped(isms: &Isms, change: &Change) -> Result<(String, Vec<Splice>), Refused> {
    let file = change.file();
    let register = isms.register(file);
    let old: Cow<'_, str> = match register.state {
        State::Missing => Cow::Owned(blank(file)),
        _ => Cow::Borrowed(&register.text),
    };
    let steps = match change {
        Change::Set { at, field, after, .. } => {
            // a record that only the standard knows so far gets its entry now
            let fields = vec![
                ("id".to_string(), Value::Text(at.key.clone())),
                (field.clone(), after.clone()),
            ];
            insert(isms, &old, at, None, &Value::Record(fields), None)?
        }
        Change::Insert { at, row, record, text } => {
            if isms.row(at.kind, &at.key).is_some_and(|row| isms.is_written(at.kind, row)) {
                return Err(Refused(format!("The id {} is used already.", at.key)));
            }
            insert(isms, &old, at, *row, record, text.as_deref())?
        }
        Change::Remove { at, .. } => vec![remove(isms, &old, at)?],
    };
    let mut text = old.into_owned();
    for splices in steps {
        text = text::apply(&text, &splices);
    }
    let undo = vec![Splice { start: 0, end: text.len(), text: register.text.to_string() }];
    Ok((text.clone(), narrowed(&text, &register.text).unwrap_or(undo)))
}

/// One splice that turns `new` into `old`, without the ends that are the same.
fn narrowed(new: &str, old: &str) -> Option<Vec<Splice>> {
    let head = new.bytes().zip(old.bytes()).take_while(|(a, b)| a == b).count();
    let head = (0..=head).rev().find(|i| new.is_char_boundary(*i) && old.is_char_boundary(*i))?;
    let (new_rest, old_rest) = (new.get(head..)?, old.get(head..)?);
    let tail =
        new_rest.bytes().rev().zip(old_rest.bytes().rev()).take_while(|(a, b)| a == b).count();
    let tail = (0..=tail).rev().find(|n| {
        new_rest.is_char_boundary(new_rest.len() - n)
            && old_rest.is_char_boundary(old_rest.len() - n)
    })?;
    let text = old_rest.get(..old_rest.len() - tail)?.to_string();
    Some(vec![Splice { start: head, end: new.len() - tail, text }])
}

/// The text of a register that does not exist yet.
fn blank(file: File) -> String {
    format!("#![enable(implicit_some)]\n{}(\n    schema: 1,\n)\n", file.root())
}

fn insert(
    isms: &Isms,
    src: &str,
    at: &At,
    row: Option<usize>,
    record: &Value,
    text: Option<&str>,
) -> Result<Vec<Vec<Splice>>, Refused> {
    let kind = at.kind;
    let refused = |error: &dyn std::fmt::Display| {
        Refused(format!("{} {} can't be added: {error}.", kind.label(), at.key))
    };
    let order: Vec<&str> =
        std::iter::once("schema").chain(kind.file().kinds().map(Kind::key)).collect();
    let tree = Tree::parse(src).map_err(|e| refused(&e))?;
    let section = tree.field(src, tree.root(), kind.key());
    let section = section.map(|n| tree.seen_through_some(src, n));
    if kind.is_single() {
        let record = without_id(record);
        return text::set_field(src, &tree, tree.root(), kind.key(), &record, &order)
            .map(|splices| vec![splices])
            .map_err(|e| refused(&e));
    }
    match section {
        Some(list) if tree.shape(list) == Shape::List => {
            let written = tree.children(list).count();
            let place = row.map_or_else(|| place_for(isms, at, written), |row| row.min(written));
            let splices = match text {
                Some(text) => text::insert_item_text(src, &tree, list, place, text),
                None => text::insert_item(src, &tree, list, place, record),
            };
            splices.map(|s| vec![s]).map_err(|e| refused(&e))
        }
        _ => {
            let list = Value::List(vec![record.clone()]);
            text::set_field(src, &tree, tree.root(), kind.key(), &list, &order)
                .map(|splices| vec![splices])
                .map_err(|e| refused(&e))
        }
    }
}

fn without_id(record: &Value) -> Value {
    match record {
        Value::Record(fields) => {
            Value::Record(fields.iter().filter(|(key, _)| key != "id").cloned().collect())
        }
        other => other.clone(),
    }
}

/// Where a new record belongs: in the order of ids if the file is sorted by them, else at the end.
fn place_for(isms: &Isms, at: &At, written: usize) -> usize {
    let keys: Vec<&str> = (0..written).filter_map(|row| isms.key(at.kind, row)).collect();
    let sorted = keys.windows(2).all(|pair| match pair {
        [a, b] => natural(a, b) != Ordering::Greater,
        _ => true,
    });
    if !sorted {
        return written;
    }
    keys.iter().position(|key| natural(key, &at.key) == Ordering::Greater).unwrap_or(written)
}

fn remove(isms: &Isms, src: &str, at: &At) -> Result<Vec<Splice>, Refused> {
    let row = isms.row(at.kind, &at.key).ok_or_else(|| gone(at))?;
    let refused =
        |error: &dyn std::fmt::Display| Refused(format!("{} can't be removed: {error}.", at.key));
    let tree = Tree::parse(src).map_err(|e| refused(&e))?;
    let list = tree.field(src, tree.root(), at.kind.key()).ok_or_else(|| gone(at))?;
    let list = tree.seen_through_some(src, list);
    if at.kind.is_single() {
        return text::set_field(src, &tree, tree.root(), at.kind.key(), &Value::Nothing, &[])
            .map_err(|e| refused(&e));
    }
    text::remove_item(src, &tree, list, row).map_err(|e| refused(&e))
}
