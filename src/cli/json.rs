//! Values of records as plain JSON: choices by their word, dates as text, lists as arrays.

use crate::text::Value;
use serde_json::{Map, Number};

/// A value as JSON; `null` if there is none.
pub fn json(value: &Value) -> serde_json::Value {
    match value {
        Value::Nothing => serde_json::Value::Null,
        Value::Bool(yes) => (*yes).into(),
        Value::Int(number) => (*number).into(),
        Value::Number(text) => text
            .parse::<f64>()
            .ok()
            .and_then(Number::from_f64)
            .map_or_else(|| text.clone().into(), serde_json::Value::Number),
        Value::Text(text) | Value::Word(text) | Value::Other(text) => text.clone().into(),
        Value::List(items) => items.iter().map(json).collect(),
        Value::Record(fields) => {
            let fields = fields.iter().map(|(key, value)| (key.clone(), json(value)));
            fields.collect::<Map<_, _>>().into()
        }
    }
}
