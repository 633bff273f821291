//! A field that was changed elsewhere while it was being edited here: nobody's text is dropped.

use super::{App, Open, Purpose, verbs};
use crate::{
    change::Conflict,
    isms::{Field, from_words},
    layer::Answer,
    text::Value,
};

/// What stands in the field that a layer edits, if it edits one field of one record.
pub fn value_of(app: &App, purpose: &Purpose) -> Option<Value> {
    let Purpose::Field { ats, key } = purpose else { return None };
    let [at] = ats.as_slice() else { return None };
    let row = app.isms.row(at.kind, &at.key)?;
    Some(app.isms.stored(at.kind, row, key))
}

/// Keeps both texts if the field is not any more what it was when the layer was opened; true if so.
pub fn caught(app: &mut App, open: &Open, answer: &Answer) -> bool {
    let (Some(base), Some(theirs)) = (&open.base, value_of(app, &open.purpose)) else {
        return false;
    };
    let Purpose::Field { ats, key } = &open.purpose else { return false };
    let Some(at) = ats.first().filter(|_| *base != theirs) else { return false };
    let Some(field) = at.kind.fields().iter().find(|field| field.key == *key) else {
        return false;
    };
    let Some(mine) = answered(app, field, answer) else { return false };
    if mine == theirs {
        return false;
    }
    if mine == *base {
        app.say(format!("{} was changed elsewhere meanwhile; that stands.", field.label));
        return true;
    }
    let (at, field, base) = (at.clone(), field.key.to_string(), base.clone());
    app.take_conflicts(vec![Conflict { at, field, base, mine, theirs }]);
    app.keep_drafts();
    true
}

/// The value that an answer stands for; none if it is no value.
fn answered(app: &App, field: &'static Field, answer: &Answer) -> Option<Value> {
    match answer {
        Answer::Text(text) | Answer::TextAndNext(text) => {
            let value = from_words(field, text, app.today).ok()?;
            let empty = matches!(&value, Value::Text(text) if text.trim().is_empty());
            Some(if empty { Value::Nothing } else { value })
        }
        Answer::Chosen(keys) => Some(verbs::field::chosen_value(field, keys)),
        _ => None,
    }
}
