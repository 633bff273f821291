//! JSON: words and dates as text, lists as arrays, small records as objects. It may be looked at in a
//! terminal: what could steer it is escaped, which changes no value.

use super::{Sheet, is_disguise};
use serde_json::{Map, Number, Value};

/// A list of objects; the headings are the keys, in their order.
pub fn write(sheet: &Sheet) -> String {
    let quoted = |text: &str| escaped(&Value::from(text).to_string());
    let keys: Vec<String> = sheet.columns.iter().map(|column| quoted(column)).collect();
    let object = |row: &Vec<String>| {
        let pairs = keys.iter().zip(row).map(|(key, cell)| format!("    {key}: {}", quoted(cell)));
        format!("  {{\n{}\n  }}", pairs.collect::<Vec<_>>().join(",\n"))
    };
    match sheet.rows.is_empty() {
        true => "[]\n".to_string(),
        false => {
            format!("[\n{}\n]\n", sheet.rows.iter().map(object).collect::<Vec<_>>().join(",\n"))
        }
    }
}

/// Any JSON value, indented.
pub fn shown(value: &Value) -> String {
    escaped(&serde_json::to_string_pretty(value).unwrap_or_default())
}

/// A value as JSON; `null` if there is none.
pub fn of_value(value: &crate::text::Value) -> Value {
    use crate::text::Value as Ron;
    match value {
        Ron::Nothing => Value::Null,
        Ron::Bool(yes) => (*yes).into(),
        Ron::Int(number) => (*number).into(),
        Ron::Number(text) => text
            .parse::<f64>()
            .ok()
            .and_then(Number::from_f64)
            .map_or_else(|| text.clone().into(), Value::Number),
        Ron::Text(text) | Ron::Word(text) | Ron::Other(text) => text.clone().into(),
        Ron::List(items) => items.iter().map(of_value).collect(),
        Ron::Record(fields) => {
            let fields = fields.iter().map(|(key, value)| (key.clone(), of_value(value)));
            fields.collect::<Map<_, _>>().into()
        }
    }
}

/// In JSON such characters stand within strings only, so that an escape can take their place.
fn escaped(json: &str) -> String {
    let marked = |c: char| (c.is_control() && c != '\n') || is_disguise(c);
    if !json.chars().any(marked) {
        return json.to_string();
    }
    let mut out = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        if marked(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                out += &format!("\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_comes_back_and_no_control_is_seen() {
        let value = serde_json::json!({"a": "x\u{1b}[31m\u{9b}2J\u{202e}\u{7f}\t\u{e0001}ö"});
        let text = shown(&value);
        assert!(!text.chars().any(|c| (c.is_control() && c != '\n') || is_disguise(c)), "{text:?}");
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
    }

    #[test]
    fn a_sheet_is_a_list_of_objects() {
        let sheet = Sheet {
            head: Vec::new(),
            columns: vec!["id".into(), "a \"b\"".into()],
            rows: vec![vec!["8.10".into(), "x\n".into()]],
            ..Sheet::default()
        };
        let read: Value = serde_json::from_str(&write(&sheet)).unwrap();
        assert_eq!(read, serde_json::json!([{"id": "8.10", "a \"b\"": "x\n"}]));
        assert_eq!(write(&Sheet::default()), "[]\n");
    }
}
