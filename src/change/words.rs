//! Changes in words, for the status line, undo, diffs and previews.

use super::Change;
use crate::{
    isms::{Field, Shape, in_words},
    text::Value,
};

/// One change in words: `8.8 status partial → none`.
pub fn change_in_words(change: &Change) -> String {
    match change {
        Change::Set { at, field, before, after } => {
            let known = at.kind.fields().iter().find(|f| f.key == field);
            let label = known.map_or(field.as_str(), |f| f.label).to_lowercase();
            let name = if at.kind.is_single() { at.kind.label() } else { &at.key };
            if let Some(words) = known.and_then(|known| parts_in_words(known, before, after)) {
                return words;
            }
            format!("{name} {label} {} → {}", short(known, before), short(known, after))
        }
        Change::Insert { at, .. } => format!("{} {} added", at.kind.label(), at.key),
        Change::Remove { at, .. } => format!("{} {} removed", at.kind.label(), at.key),
    }
}

/// What changed in a list of parts that have ids, part by part: `4.1 c conformity partial → conforming`.
fn parts_in_words(field: &Field, before: &Value, after: &Value) -> Option<String> {
    let Shape::Parts(table) = field.shape else { return None };
    let (before, after) = (parts_by_id(before)?, parts_by_id(after)?);
    let mut ids: Vec<&str> = after.iter().chain(&before).map(|(id, _)| *id).collect();
    let mut seen = Vec::new();
    ids.retain(|id| !seen.contains(id) && (seen.push(*id), true).1);
    let find = |parts: &[(&str, &Value)], id: &str, key: &str| {
        let part = parts.iter().find(|(known, _)| *known == id);
        part.and_then(|(_, part)| part.field(key).cloned()).unwrap_or(Value::Nothing)
    };
    let mut changed = Vec::new();
    for id in ids {
        for known in table.iter().filter(|known| known.key != "id") {
            let sides = (find(&before, id, known.key), find(&after, id, known.key));
            if sides.0 != sides.1 {
                let (old, new) = (short(Some(known), &sides.0), short(Some(known), &sides.1));
                changed.push(format!("{id} {} {old} → {new}", known.label.to_lowercase()));
            }
        }
    }
    match changed.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        [first, rest @ ..] => Some(format!("{first} and {} more", rest.len())),
    }
}

/// The parts of a list by their ids; none if one has no id.
fn parts_by_id(list: &Value) -> Option<Vec<(&str, &Value)>> {
    match list {
        Value::Nothing => Some(Vec::new()),
        Value::List(parts) => parts
            .iter()
            .map(|part| match part.field("id") {
                Some(Value::Text(id)) => Some((id.as_str(), part)),
                _ => None,
            })
            .collect(),
        _ => None,
    }
}

/// The label of a list of changes: the one change in words, or how many records get what.
pub fn label_of(changes: &[Change]) -> String {
    match changes {
        [] => "nothing".to_string(),
        [one] => change_in_words(one),
        [first, ..] => {
            let same = changes.iter().all(|change| match (first, change) {
                (
                    Change::Set { field, after, .. },
                    Change::Set { field: other, after: value, .. },
                ) => field == other && after == value,
                _ => false,
            });
            match first {
                Change::Set { at, field, after, .. } if same => {
                    let known = at.kind.fields().iter().find(|f| f.key == field);
                    let label = known.map_or(field.as_str(), |f| f.label).to_lowercase();
                    let count = changes.len();
                    format!("{count} {}s: {label} → {}", at.kind.label(), short(known, after))
                }
                _ => format!("{} and {} more", change_in_words(first), changes.len() - 1),
            }
        }
    }
}

fn short(field: Option<&Field>, value: &Value) -> String {
    const LONGEST: usize = 40;
    let words = match (field, value) {
        (_, Value::Nothing) => return "–".to_string(),
        (Some(field), value) => in_words(field, value),
        (None, Value::Text(text) | Value::Word(text)) => text.clone(),
        (None, other) => format!("{other:?}"),
    };
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() > LONGEST {
        line.chars().take(LONGEST).chain("…".chars()).collect()
    } else {
        line
    }
}
