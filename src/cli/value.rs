//! The value that `annexa set` is asked for, and whether it makes sense here.

use super::{Failure, needed::Needed, set::Args};
use crate::{
    isms::{Field, File, Isms, Kind, ScaleOf, Shape, from_words, resolve},
    standard::Standard,
    text::Value,
};
use chrono::NaiveDate;

/// Reads the files by which a value of the field is judged.
pub fn read_what_judges(field: &Field, needed: &mut Needed<'_>) {
    if matches!(field.shape, Shape::Likelihood | Shape::Consequence) {
        needed.read_once(File::Isms);
    }
    for kind in field.targets() {
        needed.read_once(kind.file());
    }
}

/// The value that the field is to have.
///
/// # Errors
/// The sentence says what the field takes.
pub fn asked(
    args: &Args,
    isms: &Isms,
    field: &Field,
    stored: &Value,
    today: NaiveDate,
) -> Result<Value, Failure> {
    let refused = |why: String| Failure::refused(format!("{why} Nothing was changed."));
    let typed = if args.value.trim() == "-" { "" } else { args.value.as_str() };
    // the lines of a grid may be typed in one: no level id has a comma or a semicolon
    let lines = (field.key == "grid").then(|| typed.replace([';', ','], "\n"));
    let typed = lines.as_deref().unwrap_or(typed);
    let value = from_words(field, typed, today).map_err(refused)?;
    let value = canonical(isms, field, value);
    if !(args.add || args.remove) {
        return Ok(value);
    }
    if !field.is_list() {
        return Err(refused(format!("{} is no list; set it without --add.", field.label)));
    }
    let mut items = items(stored.clone());
    for item in self::items(value) {
        match args.add {
            true if !items.contains(&item) => items.push(item),
            true => {}
            false => items.retain(|old| *old != item),
        }
    }
    Ok(if items.is_empty() { Value::Nothing } else { Value::List(items) })
}

fn items(value: Value) -> Vec<Value> {
    match value {
        Value::Nothing => Vec::new(),
        Value::List(items) => items,
        one => vec![one],
    }
}

/// Ids as the records write them ("A.8.8" is 8.8), where only one kind of record can be meant.
fn canonical(isms: &Isms, field: &Field, value: Value) -> Value {
    let [kind] = field.targets() else { return value };
    let one = |value: Value| match value {
        // a lettered item of a clause says more than its clause
        Value::Text(id) if *kind != Kind::Clause => {
            let key = resolve(isms, &[*kind], &id).and_then(|(kind, row)| isms.key(kind, row));
            let key = key.or_else(|| (*kind == Kind::Person).then(|| person(isms, &id)).flatten());
            Value::Text(key.map(str::to_string).unwrap_or(id))
        }
        other => other,
    };
    match value {
        Value::List(items) => Value::List(items.into_iter().map(one).collect()),
        other => one(other),
    }
}

/// The key of the one person whose key in another case, or whose name or a part of it, was typed.
fn person<'a>(isms: &'a Isms, typed: &str) -> Option<&'a str> {
    let typed = typed.trim().to_lowercase();
    let people = || isms.people.iter();
    let by_key = people().find(|(key, _)| key.to_lowercase() == typed).map(|(key, _)| key);
    let named = |name: &str| {
        let name = name.to_lowercase();
        name == typed || name.split_whitespace().any(|part| part == typed)
    };
    let mut by_name = people().filter(|(_, person)| named(&person.name)).map(|(key, _)| key);
    by_key.or_else(|| by_name.next().filter(|_| by_name.next().is_none()))
}

/// Who there is, for a sentence.
fn who(isms: &Isms) -> String {
    const MOST: usize = 12;
    let keys: Vec<&str> = isms.people.iter().map(|(key, _)| key).take(MOST).collect();
    match (keys.is_empty(), isms.people.len() > MOST) {
        (true, _) => " isms.ron names nobody yet.".to_string(),
        (_, more) => format!(" There are {}{}.", keys.join(", "), if more { ", …" } else { "" }),
    }
}

/// Refuses a link to nothing and a rating outside of its scale.
///
/// # Errors
/// The sentence says what does not fit, and what would.
pub fn judge(
    isms: &Isms,
    standard: &Standard,
    field: &Field,
    stored: &Value,
    value: &Value,
) -> Result<(), Failure> {
    let refused = |why: String| {
        Err(Failure::refused(format!("{why} Nothing was changed; --force sets it all the same.")))
    };
    let steps = match field.shape {
        Shape::Likelihood => Some(isms.likelihood_steps()),
        Shape::Consequence => Some(isms.consequence_steps()),
        _ => None,
    };
    if let (Some(steps), Value::Int(rating)) = (steps, value)
        && !(1..=steps).contains(rating)
    {
        return refused(match steps {
            0 => format!("{} needs a scale, and isms.ron defines none.", field.label),
            _ => format!("{} goes from 1 to {steps}; {rating} is outside.", field.label),
        });
    }
    let stood = items(stored.clone());
    for item in items(value.clone()) {
        let Value::Text(id) = &item else { continue };
        // what hung in the air before is not this change's fault
        if field.targets().is_empty() || stood.contains(&item) {
            continue;
        }
        let document = id.starts_with("DI-") && field.targets().contains(&Kind::Clause);
        if resolve(isms, field.targets(), id).is_none()
            && !(document && standard.mandatory_document(id).is_some())
        {
            let kinds: Vec<&str> = field.targets().iter().map(|kind| kind.label()).collect();
            let kinds = kinds.join(" or ");
            let who = if field.targets() == [Kind::Person] { who(isms) } else { String::new() };
            return refused(format!(
                "{} names {id:?}, but there is no such {kinds}.{who}",
                field.label
            ));
        }
    }
    Ok(())
}
