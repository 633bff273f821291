//! From changes of fields to splices within their records.

use super::{Change, Refused};
use crate::{
    isms::{At, Edit, File, Isms, Kind, Register},
    text::{self, Splice, Tree, Value},
};
use std::{
    borrow::Cow,
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
};

/// What happens within one record.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    pub at: At,
    /// On the record's own text.
    pub splices: Vec<Splice>,
    /// Tells the record's text before them.
    pub before: u64,
    /// Tells the record's text after them.
    pub after: u64,
}

/// Tells one text from another without keeping it.
pub(super) fn digest(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// What the changes of fields do to the records of one file.
pub(super) fn pieces(isms: &Isms, file: File, changes: &[&Change]) -> Result<Vec<Piece>, Refused> {
    let mut by_record: Vec<(&At, Vec<(&str, &Value)>)> = Vec::new();
    let mut places: HashMap<&At, usize> = HashMap::new();
    for change in changes {
        let Change::Set { at, field, after, .. } = change else { continue };
        let place = *places.entry(at).or_insert_with(|| {
            by_record.push((at, Vec::new()));
            by_record.len() - 1
        });
        if let Some((_, fields)) = by_record.get_mut(place) {
            fields.push((field, after));
        }
    }
    let register = isms.register(file);
    let pieces = by_record.into_iter().map(|(at, fields)| {
        let row = isms.row(at.kind, &at.key).ok_or_else(|| gone(at))?;
        let piece = register.piece(at.kind, row).ok_or_else(|| gone(at))?;
        let new = with_fields(register, at, row, piece, &fields)?;
        let splices = text::narrowed(piece, &new);
        Ok(Piece { at: at.clone(), splices, before: digest(piece), after: digest(&new) })
    });
    let mut pieces = pieces.collect::<Result<Vec<_>, Refused>>()?;
    pieces.retain(|piece| !piece.splices.is_empty());
    Ok(pieces)
}

fn gone(at: &At) -> Refused {
    Refused(format!("There is no {} {} any more.", at.kind.label(), at.key))
}

fn with_fields(
    register: &Register,
    at: &At,
    row: usize,
    piece: &str,
    fields: &[(&str, &Value)],
) -> Result<String, Refused> {
    let order: Vec<&str> = at.kind.fields().iter().map(|f| f.key).collect();
    let unreadable =
        |error| Refused(format!("{} {} can't be read: {error}.", at.kind.label(), at.key));
    let mut new = Cow::Borrowed(piece);
    for (field, value) in fields {
        let tree = register.index(&new).map_err(unreadable)?;
        let value = in_manner(register, at.kind, row, &new, &tree, field, value);
        let splices = text::set_field(&new, &tree, tree.root(), field, &value, &order);
        let splices = splices.map_err(|error| {
            Refused(format!("{} {}: {field} can't be written: {error}.", at.kind.label(), at.key))
        })?;
        new = Cow::Owned(text::apply(&new, &splices));
    }
    Ok(new.into_owned())
}

/// In a file without `implicit_some` a new value is wrapped in `Some(...)` if its neighbours' are.
fn in_manner<'v>(
    register: &Register,
    kind: Kind,
    row: usize,
    piece: &str,
    tree: &Tree,
    field: &str,
    value: &'v Value,
) -> Cow<'v, Value> {
    let there = tree.field(piece, tree.root(), field);
    let absent = there.is_none_or(|node| tree.is_none(piece, node));
    let plain = matches!(value, Value::Nothing | Value::Other(_));
    if register.implicit_some()
        || plain
        || !absent
        || !is_wrapped_nearby(register, kind, row, field)
    {
        return Cow::Borrowed(value);
    }
    let newline = if tree.crlf { "\r\n" } else { "\n" };
    Cow::Owned(Value::Other(format!("Some({})", text::write(value, "", newline))))
}

fn is_wrapped_nearby(register: &Register, kind: Kind, row: usize, field: &str) -> bool {
    const NEAR: usize = 20;
    let rows = row.saturating_sub(NEAR)..row + NEAR;
    let found = rows.filter(|other| *other != row).find_map(|other| {
        let piece = register.piece(kind, other)?;
        let tree = register.index(piece).ok()?;
        let node = tree.field(piece, tree.root(), field)?;
        (!tree.is_none(piece, node)).then(|| tree.seen_through_some(piece, node) != node)
    });
    found.unwrap_or_default()
}

/// The same as an edit of the file as it is now; none if a record is not there.
pub(super) fn edit(isms: &Isms, file: File, pieces: &[Piece]) -> Option<Edit> {
    let register = isms.register(file);
    let mut placed = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let row = isms.row(piece.at.kind, &piece.at.key)?;
        placed.push((register.span(piece.at.kind, row)?.start, piece.at.kind, row, piece));
    }
    placed.sort_unstable_by_key(|(start, ..)| *start);
    let moved = |start: usize, splice: &Splice| Splice {
        start: start + splice.start,
        end: start + splice.end,
        text: splice.text.clone(),
    };
    let splices = placed
        .iter()
        .flat_map(|(start, _, _, piece)| piece.splices.iter().map(|splice| moved(*start, splice)));
    Some(Edit {
        file,
        splices: splices.collect(),
        edited: placed.iter().map(|(_, kind, row, _)| (*kind, *row)).collect(),
        gone: Vec::new(),
        come: Vec::new(),
        exists: true,
    })
}

/// Whether the records are as the pieces expect them.
pub(super) fn hold(isms: &Isms, file: File, pieces: &[Piece]) -> bool {
    let register = isms.register(file);
    pieces.iter().all(|piece| {
        isms.row(piece.at.kind, &piece.at.key)
            .and_then(|row| register.piece(piece.at.kind, row))
            .is_some_and(|text| digest(text) == piece.before)
    })
}

/// What takes the pieces back, told before that is done.
pub(super) fn inverse(isms: &Isms, file: File, pieces: &[Piece]) -> Vec<Piece> {
    let register = isms.register(file);
    let inverse = |piece: &Piece| {
        let row = isms.row(piece.at.kind, &piece.at.key)?;
        let old = register.piece(piece.at.kind, row)?;
        let splices = text::invert(old, &piece.splices);
        Some(Piece { at: piece.at.clone(), splices, before: piece.after, after: piece.before })
    };
    pieces.iter().filter_map(inverse).collect()
}
