//! Editing a field where it stands, whatever its shape; on one record or on all marked ones.

use super::{commit, parts};
use crate::{
    app::{App, Purpose},
    assess::ItemAnswer,
    isms::{At, Field, Kind, Shape, in_words},
    layer::{Choose, Editor, Input, Item, Layer},
    pane::{Row, column, detail},
    text::Value,
};

/// Edits a field of the marked rows, or of the selected one.
pub fn edit_rows(app: &mut App, wanted: &str) {
    let ats = app.targets();
    let kind = ats.first().map(|at| at.kind);
    let ats: Vec<At> = ats.into_iter().filter(|at| Some(at.kind) == kind).collect();
    if ats.iter().any(At::is_item) {
        return edit_items(app, ats, wanted);
    }
    match kind.and_then(|kind| known(kind, wanted)) {
        Some(field) => edit(app, ats, field.key),
        None => {
            let label = kind.map_or("record", Kind::label);
            app.say(format!("A {label} has no such field."));
        }
    }
}

/// Edits a field of lettered items; what only their subclause has is edited there.
fn edit_items(app: &mut App, ats: Vec<At>, wanted: &str) {
    let (key, items) = match wanted {
        "status" | "conformity" => ("conformity", true),
        "missing" => ("note", true),
        other => (other, false),
    };
    let mut places: Vec<At> = match (items, key) {
        // conformity means the same for both, a note and what is missing don't
        (true, "conformity") => ats,
        (true, _) => ats.into_iter().filter(At::is_item).collect(),
        (false, _) => ats.iter().map(At::record).collect(),
    };
    places.dedup();
    let field = places.first().and_then(|at| at.fields().iter().find(|field| field.key == key));
    match field {
        Some(field) => edit(app, places, field.key),
        None => {
            app.say("A lettered item has conformity (a) and a note (J); the rest stands above it.")
        }
    }
}

/// The field of a kind with this key, or with another key that means the same there.
fn known(kind: Kind, wanted: &str) -> Option<&'static Field> {
    let key = match (kind, wanted) {
        (Kind::Clause, "status") => "conformity",
        (Kind::Element, "status") => "inside",
        (Kind::Party, "status") => "addressed",
        (Kind::Risk, "due") => "review",
        (Kind::Document, "due") => "review",
        (Kind::Evidence, "due") => "until",
        (Kind::Audit | Kind::Review, "due") => "planned",
        (Kind::Visit, "due") => "date",
        _ => wanted,
    };
    kind.fields().iter().find(|field| field.key == key)
}

/// Opens the editor that fits a field's shape.
pub fn edit(app: &mut App, ats: Vec<At>, key: &'static str) {
    if let Some(why) = &app.read_only {
        let why = format!("Nothing can be changed here: {why}.");
        return app.say(why);
    }
    let Some(at) = ats.first().cloned() else { return };
    let Some(field) = at.fields().iter().find(|field| field.key == key) else { return };
    let Some(row) = Row::find(app.cx(), &at) else {
        return;
    };
    if let Some(why) = answered_by_the_records(app, row, key) {
        return app.say(why);
    }
    let (text, _) = column::field_words(app.cx(), row, key);
    let title = title(app, &ats, field);
    let purpose = Purpose::Field { ats: ats.clone(), key };
    let layer = match field.shape {
        Shape::Id => return app.say("An id can't be changed: other records refer to it."),
        Shape::YesNo => {
            let yes = column::field_value(app.cx(), row, key) == Value::Bool(true);
            let value = if yes { Value::Nothing } else { Value::Bool(true) };
            return commit::set(app, &ats, key, &value);
        }
        Shape::Parts(_) => return parts::open(app, at, key),
        Shape::Date if (at.kind, key) == (Kind::Scope, "baseline") => {
            return super::scope::baseline(app);
        }
        Shape::Likelihood | Shape::Consequence if at.kind == Kind::Risk => {
            return super::risk::rate_at(
                app,
                at,
                key.starts_with("residual_"),
                key.starts_with("inherent_"),
            );
        }
        Shape::Line | Shape::Date | Shape::Number(..) | Shape::Likelihood | Shape::Consequence => {
            Layer::Input(Input::of(field, title, &text))
        }
        Shape::Text | Shape::Lines => {
            let mut editor = Editor::new(title, &text);
            if at.kind == Kind::Control && key == "justification" {
                super::support::support(app, &mut editor, row);
            } else {
                editor.support = context(app, row, field);
            }
            Layer::Editor(Box::new(editor))
        }
        Shape::Choice(_) | Shape::Choices(_) => choices(app, field, row, title),
        Shape::Person | Shape::People | Shape::Link(_) | Shape::Links(_) => {
            records(app, field, row, title)
        }
    };
    app.open(layer, purpose);
}

/// Why a checklist item is not for a person to tick: the records answer it.
fn answered_by_the_records(app: &App, row: Row, key: &str) -> Option<String> {
    let state = app.assessment.items.get(row.row).filter(|_| row.kind == Kind::Item)?;
    match &state.answer {
        ItemAnswer::Computed(computed) if key == "status" => Some(format!(
            "The records answer this item, so it can't be ticked by hand. {}",
            computed.why
        )),
        _ => None,
    }
}

fn title(app: &App, ats: &[At], field: &Field) -> String {
    match ats {
        [at] => {
            let row = Row::find(app.cx(), at);
            let name = row.map_or_else(String::new, |row| column::title(app.cx(), row));
            let id = if at.kind.is_single() { at.kind.label() } else { &at.key };
            format!("{} · {id} {name}", field.label)
        }
        many => format!("{} · {} records", field.label, many.len()),
    }
}

/// What is known about the record while a text of it is written.
fn context(app: &App, row: Row, field: &Field) -> Vec<detail::Line> {
    use crate::ui::Role;
    let help = detail::Line::new("", field.help, Role::Dim);
    let rest = detail::lines(app.cx(), row)
        .into_iter()
        .filter(|line| line.text != "–" && line.target != detail::Target::Field(field.key));
    std::iter::once(help).chain(rest).collect()
}

fn choices(app: &App, field: &'static Field, row: Row, title: String) -> Layer {
    let value = column::field_value(app.cx(), row, field.key);
    let chosen: Vec<String> = match &value {
        Value::Word(word) => vec![word.clone()],
        Value::List(words) => words.iter().map(in_word).collect(),
        _ => Vec::new(),
    };
    let items = field.choices().iter().map(|choice| {
        let mut item = Item::new(choice.word, choice.label, "");
        item.checked = chosen.iter().any(|word| word == choice.word);
        item
    });
    let items: Vec<Item> = items.collect();
    Layer::Choose(match field.shape {
        Shape::Choices(_) => Choose::several(title, items),
        _ => Choose::one(title, items, chosen.first().map_or("", String::as_str)),
    })
}

fn in_word(value: &Value) -> String {
    match value {
        Value::Word(word) | Value::Text(word) => word.clone(),
        _ => String::new(),
    }
}

/// The find box over the records that a field may name.
fn records(app: &App, field: &'static Field, row: Row, title: String) -> Layer {
    let value = column::field_value(app.cx(), row, field.key);
    let mut chosen: Vec<String> = match &value {
        Value::Text(id) => vec![id.clone()],
        Value::List(ids) => ids.iter().map(in_word).collect(),
        _ => Vec::new(),
    };
    let mut items = Vec::new();
    for kind in field.targets() {
        for (id, title) in candidates(app, *kind) {
            let written = written_id(field, *kind, &id, app);
            let place = chosen.iter().position(|known| {
                crate::isms::resolve(&app.isms, field.targets(), known)
                    == app.isms.row(*kind, &id).map(|row| (*kind, row))
            });
            let key = place.map_or(written, |place| chosen.remove(place));
            let mut item = Item::new(key, format!("{id} {title}"), kind.label());
            item.checked = place.is_some();
            items.push(item);
        }
    }
    // what names nothing (any more) stays chosen until it is unchosen
    for known in chosen.into_iter().filter(|id| !id.is_empty()) {
        let mut item = Item::new(known.clone(), known, "names no record");
        item.checked = true;
        items.insert(0, item);
    }
    if field.is_list() {
        items.sort_by_key(|item| !item.checked);
        let mut choose = Choose::several(title, items);
        choose.typing = true;
        Layer::Choose(choose)
    } else {
        let current = items.iter().find(|i| i.checked).map(|i| i.key.clone()).unwrap_or_default();
        items.push(Item::new("", "– nobody, nothing –", ""));
        let mut choose = Choose::one(title, items, &current);
        choose.typing = true;
        Layer::Choose(choose)
    }
}

/// How a link to a record is written where controls and clauses share numbers.
pub fn written_id(field: &Field, kind: Kind, id: &str, app: &App) -> String {
    let ambiguous = kind == Kind::Clause
        && field.targets().contains(&Kind::Control)
        && app.isms.row(Kind::Control, id).is_some();
    if ambiguous { format!("clause {id}") } else { id.to_string() }
}

/// Records of a kind with their titles, for choosing one.
pub fn candidates(app: &App, kind: Kind) -> Vec<(String, String)> {
    (0..app.isms.len(kind))
        .filter_map(|row| {
            let row = Row::new(kind, row);
            let key = app.isms.key(kind, row.row)?.to_string();
            if kind == Kind::Person {
                let person = app.isms.people.row(row.row)?;
                if person.left.is_some_and(|left| left <= app.today) {
                    return None;
                }
                let role = &person.role;
                return Some((key, format!("{} ({role})", person.name)));
            }
            Some((key, column::title(app.cx(), row)))
        })
        .collect()
}

/// The value that chosen keys mean for a field.
pub fn chosen_value(field: &Field, keys: &[String]) -> Value {
    let of = |key: &String| match field.shape {
        Shape::Choice(_) | Shape::Choices(_) => Value::Word(key.clone()),
        _ => Value::Text(key.clone()),
    };
    if field.is_list() {
        let items: Vec<Value> = keys.iter().map(of).collect();
        return if items.is_empty() { Value::Nothing } else { Value::List(items) };
    }
    match keys.first() {
        Some(key) if !key.is_empty() => of(key),
        _ => Value::Nothing,
    }
}

/// The value of a field in words, as it stands.
pub fn words_of(app: &App, at: &At, key: &str) -> String {
    if at.is_item() {
        let row = Row::find(app.cx(), at);
        return row.map_or_else(String::new, |row| column::field_words(app.cx(), row, key).0);
    }
    let field = at.kind.fields().iter().find(|field| field.key == key);
    let value = app.isms.get(at, key).unwrap_or(Value::Nothing);
    field.map_or_else(String::new, |field| in_words(field, &value))
}
