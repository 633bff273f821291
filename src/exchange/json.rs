//! JSON: a sheet as a list of objects, a value as what it is.

use super::{Sheet, plain};
use crate::text::Value;
use serde_json::{Map, Value as Json};

pub(super) fn write(sheet: &Sheet) -> String {
    let rows: Vec<Json> = sheet
        .rows
        .iter()
        .map(|row| {
            let cells = sheet.columns.iter().zip(row);
            let fields = cells.map(|(name, cell)| (name.clone(), Json::String(plain(cell))));
            Json::Object(fields.collect::<Map<String, Json>>())
        })
        .collect();
    let text = serde_json::to_string_pretty(&Json::Array(rows)).unwrap_or_default();
    text + "\n"
}

pub(super) fn of_value(value: &Value) -> Json {
    match value {
        Value::Nothing => Json::Null,
        Value::Bool(yes) => Json::Bool(*yes),
        Value::Int(number) => Json::from(*number),
        Value::Text(text) | Value::Word(text) | Value::Number(text) | Value::Other(text) => {
            Json::String(text.clone())
        }
        Value::List(items) => Json::Array(items.iter().map(of_value).collect()),
        Value::Record(fields) => {
            Json::Object(fields.iter().map(|(key, value)| (key.clone(), of_value(value))).collect())
        }
    }
}
