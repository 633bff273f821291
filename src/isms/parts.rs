//! Lists of parts inside a record, with the parts that the standard knows and nobody assessed yet.

use super::{At, Field, Isms, Kind, Shape};
use crate::{standard::Standard, text::Value};

/// The inputs that 9.3.2 asks a management review for.
const REVIEW_INPUTS: [&str; 10] = ["a", "b", "c", "d1", "d2", "d3", "d4", "e", "f", "g"];

/// The fields of the parts of a list; none if the field is no list of parts.
pub fn part_fields(kind: Kind, list: &str) -> &'static [Field] {
    match kind.fields().iter().find(|field| field.key == list).map(|field| field.shape) {
        Some(Shape::Parts(table)) => table,
        _ => &[],
    }
}

/// Lists that are recorded by an act of their own (deciding, approving, fixing a baseline), never typed.
pub fn is_appended_only(list: &str) -> bool {
    matches!(list, "decisions" | "approvals" | "baseline_elements")
}

/// The parts as they stand; a clause's lettered items and a review's inputs are all there, assessed or not.
pub fn parts(isms: &Isms, standard: &Standard, at: &At, list: &str) -> Vec<Value> {
    let mut parts = match isms.row(at.kind, &at.key).map(|row| isms.stored(at.kind, row, list)) {
        Some(Value::List(parts)) => parts,
        _ => Vec::new(),
    };
    for id in known_ids(standard, at, list) {
        let id = Value::Text(id.to_string());
        if !parts.iter().any(|part| part.field("id") == Some(&id)) {
            parts.push(Value::Record(vec![("id".to_string(), id)]));
        }
    }
    parts
}

fn known_ids<'a>(standard: &'a Standard, at: &At, list: &str) -> Vec<&'a str> {
    match (at.kind, list) {
        (Kind::Clause, "items") => {
            let clause = standard.clause(&at.key);
            clause.map(|clause| clause.items.iter().map(|item| item.id).collect())
        }
        (Kind::Review, "inputs") => Some(REVIEW_INPUTS.to_vec()),
        _ => None,
    }
    .unwrap_or_default()
}

/// The list with one field of one part set, as it is to be written.
///
/// Fields keep the order of their table. Parts that only the standard knows and nobody said anything
/// about are left out.
pub fn with_part(
    at: &At,
    list: &str,
    mut parts: Vec<Value>,
    nth: usize,
    key: &str,
    to: &Value,
) -> Value {
    let table = part_fields(at.kind, list);
    if let Some(Value::Record(fields)) = parts.get_mut(nth) {
        fields.retain(|(known, _)| known != key);
        if *to != Value::Nothing {
            fields.push((key.to_string(), to.clone()));
        }
        let place = |key: &str| table.iter().position(|field| field.key == key);
        fields.sort_by_key(|(key, _)| place(key));
    }
    if matches!(at.kind, Kind::Clause | Kind::Review) {
        let said = |part: &Value| !matches!(part, Value::Record(fields) if fields.len() < 2);
        parts.retain(said);
    }
    if parts.is_empty() { Value::Nothing } else { Value::List(parts) }
}
