//! Lists of parts inside a record: clause items, steps of a scale, levels, review inputs.

use super::commit;
use crate::{
    app::{App, Purpose},
    isms::{self, At, Kind, Shape, from_words, in_words, is_appended_only},
    layer::{Choose, Input, Item, Layer, Sheet, SheetLine, SheetTarget},
    text::Value,
    ui::Role,
};

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

/// The parts as they stand, with those that nobody assessed yet.
fn parts_of(app: &App, at: &At, list: &str) -> Vec<Value> {
    isms::parts(&app.isms, &app.standard, at, list)
}

/// What was chosen in the sheet of parts: a field of a part, one more part, one less.
pub fn chosen(app: &mut App, at: At, list: &'static str, key: &str) {
    let mut parts = parts_of(app, &at, list);
    match key {
        "+" => {
            parts.push(Value::Record(Vec::new()));
            commit::set(app, std::slice::from_ref(&at), list, &Value::List(parts));
            again(app, at, list);
        }
        "-" => {
            parts.pop();
            let value = if parts.is_empty() { Value::Nothing } else { Value::List(parts) };
            commit::set(app, std::slice::from_ref(&at), list, &value);
            again(app, at, list);
        }
        _ => edit(app, at, list, key, &parts),
    }
}

/// Shows the parts again, unless a question about the change waits for its answer.
fn again(app: &mut App, at: At, list: &'static str) {
    if !matches!(app.layers.last(), Some(open) if matches!(open.layer, Layer::Confirm(_))) {
        open(app, at, list);
    }
}

fn edit(app: &mut App, at: At, list: &'static str, key: &str, parts: &[Value]) {
    let Some((nth, key)) = key.split_once('/') else { return };
    let Ok(nth) = nth.parse::<usize>() else { return };
    let Some(field) = isms::part_fields(at.kind, list).iter().find(|field| field.key == key) else {
        return;
    };
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

/// Puts an edited value into its part.
pub fn set(app: &mut App, at: At, list: &'static str, nth: usize, key: &'static str, typed: &str) {
    let Some(field) = isms::part_fields(at.kind, list).iter().find(|field| field.key == key) else {
        return;
    };
    let value = match from_words(field, typed, app.today) {
        Ok(value) => value,
        Err(why) => return app.warn(why),
    };
    let parts = isms::with_part(&at, list, parts_of(app, &at, list), nth, key, &value);
    commit::set(app, std::slice::from_ref(&at), list, &parts);
    again(app, at, list);
}
