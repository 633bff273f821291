//! A field of a row: its value, its words, and its cell in a list.

use super::{Cx, Row, column::Cell};
use crate::{
    isms::{Kind, Shape, Words, in_words},
    text::Value,
    ui::Role,
};

/// The value of a field by its key.
pub fn field_value(cx: Cx<'_>, row: Row, key: &str) -> Value {
    if let Some(item) = super::clause_row::item(cx, row) {
        return match key {
            "conformity" => Value::Word(item.conformity.choice().word.to_string()),
            "note" if !item.note.is_empty() => Value::Text(item.note.to_string()),
            _ => Value::Nothing,
        };
    }
    match row.kind.fields().iter().position(|field| field.key == key) {
        Some(index) => cx.isms.value(row.kind, row.row, index),
        None => Value::Nothing,
    }
}

/// The value of a field in words; what could not be read is shown as it stands in the file.
pub fn field_words(cx: Cx<'_>, row: Row, key: &str) -> (String, bool) {
    if let Some(item) = super::clause_row::item(cx, row) {
        let words = match key {
            "conformity" => item.conformity.label(),
            "note" => item.note,
            _ => "",
        };
        return (words.to_string(), false);
    }
    let wrong = cx.isms.wrong(row.kind, row.row).iter().find(|wrong| &*wrong.field == key);
    if let Some(wrong) = wrong {
        return (wrong.raw.to_string(), true);
    }
    let field = row.kind.fields().iter().find(|field| field.key == key);
    let words = field.map_or_else(String::new, |field| in_words(field, &field_value(cx, row, key)));
    (words, false)
}

/// The cell of a field.
pub fn cell(cx: Cx<'_>, row: Row, key: &str) -> Cell {
    if row.kind == Kind::Item
        && key == "stage"
        && let Some((stage, _)) =
            super::detail::standard_item(cx, cx.isms.key(row.kind, row.row).unwrap_or_default())
    {
        return Cell { text: stage.title.to_string(), role: Role::Dim };
    }
    if row.kind == Kind::Control && key == "set" {
        return Cell { text: super::attribute::set(cx, row), role: Role::Dim };
    }
    let (text, wrong) = field_words(cx, row, key);
    let field = row.kind.fields().iter().find(|field| field.key == key);
    let role = match (wrong, field.map(|field| field.shape), text.as_str()) {
        (true, ..) => Role::Bad,
        (_, Some(Shape::Date), _) => date_role(cx, key, &text),
        (_, Some(Shape::Choice(_)), word) => super::state_cell::word_role(word),
        _ => Role::Text,
    };
    Cell { text: text.replace('\n', " "), role }
}

/// A date by which something is to be done is bad once it has passed.
fn date_role(cx: Cx<'_>, key: &str, text: &str) -> Role {
    let passed = crate::isms::parse_date(text).is_some_and(|date| date < cx.today);
    if passed && matches!(key, "due" | "review" | "until" | "next_review") {
        Role::Warn
    } else {
        Role::Text
    }
}
