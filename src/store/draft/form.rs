//! Drafts as RON.
//!
//! Values of fields stand there as RON in a string: a field may hold whatever a file can hold, and one
//! that can't be read again must cost no other draft.

use super::{Draft, TextDraft, UnsavedDraft};
use crate::{
    change::{Change, Transaction},
    isms::{At, Kind},
    text::{self, Tree, Value},
};

/// The drafts as the text of a file.
pub(in super::super) fn to_text(drafts: &[Draft]) -> String {
    let drafts = drafts.iter().map(|draft| match draft {
        Draft::Text(draft) => record(place(&draft.at).into_iter().chain([
            field("field", &draft.field),
            field("text", &draft.text),
            field("base", &draft.base),
            field("started", &draft.started),
        ])),
        Draft::Unsaved(draft) => record([
            field("label", &draft.transaction.label),
            field("made", &draft.made),
            ("changes".into(), Value::List(draft.transaction.changes.iter().map(change).collect())),
        ]),
    });
    let all = record([
        ("schema".into(), Value::Int(1)),
        ("drafts".into(), Value::List(drafts.collect())),
    ]);
    let mut text = text::write(&all, "", "\n");
    text.push('\n');
    text
}

/// The drafts in the text of a file; none if it is no such text. What can't be read is left out.
pub(in super::super) fn from_text(src: &str) -> Option<Vec<Draft>> {
    let Value::List(drafts) = parse(src)?.field("drafts")?.clone() else { return None };
    Some(drafts.iter().filter_map(draft).collect())
}

fn draft(value: &Value) -> Option<Draft> {
    let Some(Value::List(changes)) = value.field("changes") else {
        return Some(Draft::Text(TextDraft {
            at: place_in(value)?,
            field: words(value, "field")?,
            text: words(value, "text")?,
            base: words(value, "base")?,
            started: words(value, "started")?,
        }));
    };
    // half a transaction is worse than none
    let changes = changes.iter().map(change_in).collect::<Option<Vec<Change>>>()?;
    let transaction = Transaction { label: words(value, "label")?, changes };
    Some(Draft::Unsaved(UnsavedDraft { transaction, made: words(value, "made")? }))
}

fn change(change: &Change) -> Value {
    let mut fields: Vec<(String, Value)> = place(change.at()).into();
    match change {
        Change::Set { field: key, before, after, .. } => {
            fields.push(field("field", key));
            fields.push(ron("before", before));
            fields.push(ron("after", after));
        }
        Change::Insert { row, record, text, .. } => {
            fields.push(ron("insert", record));
            let row = row.and_then(|row| i64::try_from(row).ok());
            fields.push(("row".into(), row.map_or(Value::Nothing, Value::Int)));
            fields.push(("text".into(), text.clone().map_or(Value::Nothing, Value::Text)));
        }
        Change::Remove { row, record, text, .. } => {
            fields.push(ron("remove", record));
            fields.push(("row".into(), Value::Int(i64::try_from(*row).unwrap_or_default())));
            fields.push(field("text", text));
        }
    }
    record(fields)
}

fn change_in(value: &Value) -> Option<Change> {
    let at = place_in(value)?;
    let row = match value.field("row") {
        Some(Value::Int(row)) => usize::try_from(*row).ok(),
        _ => None,
    };
    if let Some(field) = words(value, "field") {
        let (before, after) = (ron_in(value, "before")?, ron_in(value, "after")?);
        return Some(Change::Set { at, field, before, after });
    }
    if let Some(record) = ron_in(value, "insert") {
        return Some(Change::Insert { at, row, record, text: words(value, "text") });
    }
    let record = ron_in(value, "remove")?;
    Some(Change::Remove { at, row: row?, record, text: words(value, "text")? })
}

fn place(at: &At) -> [(String, Value); 2] {
    [field("kind", at.kind.key()), field("key", &at.key)]
}

fn place_in(value: &Value) -> Option<At> {
    let kind = words(value, "kind")?;
    let kind = Kind::ALL.into_iter().find(|known| known.key() == kind)?;
    Some(At::new(kind, words(value, "key")?))
}

fn record(fields: impl IntoIterator<Item = (String, Value)>) -> Value {
    Value::Record(fields.into_iter().collect())
}

fn field(key: &str, text: &str) -> (String, Value) {
    (key.into(), Value::Text(text.into()))
}

fn words(value: &Value, key: &str) -> Option<String> {
    match value.field(key) {
        Some(Value::Text(text)) => Some(text.clone()),
        _ => None,
    }
}

fn ron(key: &str, value: &Value) -> (String, Value) {
    field(key, &text::write(value, "", "\n"))
}

fn ron_in(value: &Value, key: &str) -> Option<Value> {
    parse(&words(value, key)?)
}

fn parse(src: &str) -> Option<Value> {
    let tree = Tree::parse(src).ok()?;
    Some(text::read(src, &tree, tree.root()))
}
