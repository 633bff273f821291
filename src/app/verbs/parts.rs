//! Lists of parts inside a record: clause items, steps of a scale, levels, review inputs.

use super::commit;
use crate::{
    app::{App, Purpose},
    isms::{At, Field, Kind, Shape, from_words, in_words},
    layer::{Choose, Input, Item, Layer, Sheet, SheetLine, SheetTarget},
    text::Value,
    ui::Role,
};

/// Lists that grow by decisions and approvals only.
fn is_appended_only(key: &str) -> bool {
    matches!(key, "decisions" | "approvals" | "baseline_elements")
}

/// Shows the parts of a list, each field a line that can be edited.
pub fn open(app: &mut App, at: At, list: &'static str) {
    let Some(field) = at.kind.fields().iter().find(|field| field.key == list) else { return };
    let Shape::Parts(table) = field.shape else { return };
    let parts = parts_of(app, &at, list);
    let mut lines = Vec::new();
    for (nth, part) in parts.iter().enumerate() {
        if nth > 0 {
            lines.push(SheetLine::new("", "", Role::Text));
        }
        for known in table {
            let value = part.field(known.key).cloned().unwrap_or(Value::Nothing);
            let text = in_words(known, &value);
            let shown = if text.is_empty() { "–".to_string() } else { text };
            let line = SheetLine::new(known.label, shown, Role::Text);
            lines.push(if is_appended_only(list) {
                line
            } else {
                line.to(SheetTarget::Key(format!("{nth}/{}", known.key)))
            });
        }
        if let Some(text) = meaning(app, &at, list, part) {
            lines.push(SheetLine::new("", text, Role::Dim));
        }
    }
    if !is_appended_only(list) {
        lines.push(SheetLine::new("", "", Role::Text));
        lines.push(SheetLine::new("", "+ add one", Role::Link).to(SheetTarget::Key("+".into())));
        if !parts.is_empty() {
            let line = SheetLine::new("", "− remove the last one", Role::Link);
            lines.push(line.to(SheetTarget::Key("-".into())));
        }
    }
    if lines.is_empty() {
        return app.say(format!(
            "No {} yet; decisions are made with A, approvals with g A, a baseline with g b.",
            field.label.to_lowercase()
        ));
    }
    let title = format!("{} · {}", field.label, at.key);
    app.open(Layer::Sheet(Sheet::new(title, lines)), Purpose::Parts { at, list });
}

/// What the standard says about a lettered item.
fn meaning(app: &App, at: &At, list: &str, part: &Value) -> Option<String> {
    let Some(Value::Text(id)) = part.field("id") else { return None };
    if at.kind != Kind::Clause || list != "items" {
        return None;
    }
    let clause = app.standard.clause(&at.key)?;
    clause.items.iter().find(|item| item.id == id).map(|item| item.text.to_string())
}

/// The parts as they stand; a clause's lettered items are all there, assessed or not.
fn parts_of(app: &App, at: &At, list: &str) -> Vec<Value> {
    let mut parts =
        match app.isms.row(at.kind, &at.key).map(|row| app.isms.stored(at.kind, row, list)) {
            Some(Value::List(parts)) => parts,
            _ => Vec::new(),
        };
    let ids: Vec<String> = match (at.kind, list) {
        (Kind::Clause, "items") => app
            .standard
            .clause(&at.key)
            .map(|clause| clause.items.iter().map(|item| item.id.to_string()).collect())
            .unwrap_or_default(),
        (Kind::Review, "inputs") => {
            ["a", "b", "c", "d1", "d2", "d3", "d4", "e", "f", "g"].map(str::to_string).to_vec()
        }
        _ => Vec::new(),
    };
    for id in ids {
        let there = parts.iter().any(|part| part.field("id") == Some(&Value::Text(id.clone())));
        if !there {
            parts.push(Value::Record(vec![("id".to_string(), Value::Text(id))]));
        }
    }
    parts
}

/// What was chosen in the sheet of parts: a field of a part, one more part, one less.
pub fn chosen(app: &mut App, at: At, list: &'static str, key: &str) {
    let mut parts = parts_of(app, &at, list);
    match key {
        "+" => {
            parts.push(Value::Record(Vec::new()));
            commit::set(app, std::slice::from_ref(&at), list, &Value::List(parts));
            open(app, at, list);
        }
        "-" => {
            parts.pop();
            let value = if parts.is_empty() { Value::Nothing } else { Value::List(parts) };
            commit::set(app, std::slice::from_ref(&at), list, &value);
            open(app, at, list);
        }
        _ => edit(app, at, list, key, &parts),
    }
}

fn edit(app: &mut App, at: At, list: &'static str, key: &str, parts: &[Value]) {
    let Some((nth, key)) = key.split_once('/') else { return };
    let Ok(nth) = nth.parse::<usize>() else { return };
    let Some(field) = table(&at, list).iter().find(|field| field.key == key) else { return };
    let value = parts.get(nth).and_then(|part| part.field(key)).cloned().unwrap_or(Value::Nothing);
    let title = format!("{} · {}", field.label, at.key);
    let layer = match field.shape {
        Shape::Choice(choices) => {
            let items = choices.iter().map(|c| Item::new(c.word, c.label, "")).collect();
            let word = if let Value::Word(word) = &value { word.as_str() } else { "" };
            Layer::Choose(Choose::one(title, items, word))
        }
        _ => Layer::Input(Input::of(field, title, &in_words(field, &value))),
    };
    app.open(layer, Purpose::PartField { at, list, nth, key: field.key });
}

fn table(at: &At, list: &str) -> &'static [Field] {
    match at.kind.fields().iter().find(|field| field.key == list).map(|field| field.shape) {
        Some(Shape::Parts(table)) => table,
        _ => &[],
    }
}

/// Puts an edited value into its part.
pub fn set(app: &mut App, at: At, list: &'static str, nth: usize, key: &'static str, typed: &str) {
    let Some(field) = table(&at, list).iter().find(|field| field.key == key) else { return };
    let value = match from_words(field, typed, app.today) {
        Ok(value) => value,
        Err(why) => return app.warn(why),
    };
    let mut parts = parts_of(app, &at, list);
    if let Some(Value::Record(fields)) = parts.get_mut(nth) {
        fields.retain(|(known, _)| known != key);
        if value != Value::Nothing {
            fields.push((key.to_string(), value));
        }
        let place = |key: &str| table(&at, list).iter().position(|field| field.key == key);
        fields.sort_by_key(|(key, _)| place(key));
    }
    // items that nobody said anything about are not written
    parts.retain(|part| !matches!(part, Value::Record(fields) if fields.len() < 2 && at.kind == Kind::Clause));
    commit::set(app, std::slice::from_ref(&at), list, &Value::List(parts));
    open(app, at, list);
}
