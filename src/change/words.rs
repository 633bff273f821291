//! Changes in words, for the status line, undo, diffs and previews.

use super::Change;
use crate::{
    isms::{Field, in_words},
    text::Value,
};

/// One change in words: `8.8 status partial → none`.
pub fn change_in_words(change: &Change) -> String {
    match change {
        Change::Set { at, field, before, after } => {
            let known = at.kind.fields().iter().find(|f| f.key == field);
            let label = known.map_or(field.as_str(), |f| f.label).to_lowercase();
            let name = if at.kind.is_single() { at.kind.label() } else { &at.key };
            format!("{name} {label} {} → {}", short(known, before), short(known, after))
        }
        Change::Insert { at, .. } => format!("{} {} added", at.kind.label(), at.key),
        Change::Remove { at, .. } => format!("{} {} removed", at.kind.label(), at.key),
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
