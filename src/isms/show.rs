//! A value as a person reads it, and a typed-in text as a value.

use super::{Field, Shape, field::find_choice};
use crate::text::Value;
use chrono::NaiveDate;

/// The value in words, for lists, details and diffs; empty if there is none.
pub fn in_words(field: &Field, value: &Value) -> String {
    match value {
        Value::Nothing => String::new(),
        Value::Bool(yes) => if *yes { "yes" } else { "no" }.to_string(),
        Value::Int(number) => number.to_string(),
        Value::Number(text) | Value::Other(text) => text.clone(),
        Value::Text(text) => text.clone(),
        Value::Word(word) => field
            .choices()
            .iter()
            .find(|choice| choice.word == word)
            .map_or_else(|| word.clone(), |choice| choice.label.to_string()),
        Value::List(items) => items_in_words(field, items),
        Value::Record(fields) => part_in_words(&[], fields),
    }
}

fn items_in_words(field: &Field, items: &[Value]) -> String {
    let words: Vec<String> = items
        .iter()
        .map(|item| match (item, field.shape) {
            (Value::Record(fields), Shape::Parts(table)) => part_in_words(table, fields),
            _ => in_words(field, item),
        })
        .collect();
    let between = match field.shape {
        Shape::Lines | Shape::Parts(_) => "\n",
        _ => ", ",
    };
    words.join(between)
}

fn part_in_words(table: &[Field], fields: &[(String, Value)]) -> String {
    let words: Vec<String> = fields
        .iter()
        .filter(|(key, _)| key != "content" && key != "digest")
        .filter_map(|(key, value)| {
            let known = table.iter().find(|f| f.key == key);
            let text = known.map_or_else(
                || in_words(&Field { key: "", label: "", shape: Shape::Line, help: "" }, value),
                |f| in_words(f, value),
            );
            (!text.is_empty()).then_some(text)
        })
        .collect();
    words.join(" · ")
}

/// Reads what a person typed as a value of the field; an empty text empties the field.
///
/// Choices are found by word or label in any case; lists are separated by commas (lines by newlines);
/// dates may be relative: `today`, `+7`, `-3`, `+2w`, `+1m`.
///
/// # Errors
/// The sentence says what the field takes.
pub fn from_words(field: &Field, typed: &str, today: NaiveDate) -> Result<Value, String> {
    let trimmed = typed.trim();
    if trimmed.is_empty() {
        return Ok(Value::Nothing);
    }
    let text = |t: &str| Value::Text(t.to_string());
    match field.shape {
        Shape::Id => Err("An id can't be changed: other records refer to it.".to_string()),
        Shape::Line => Ok(text(&trimmed.split_whitespace().collect::<Vec<_>>().join(" "))),
        Shape::Text => Ok(text(typed.trim_end())),
        Shape::Person | Shape::Link(_) => Ok(text(trimmed)),
        Shape::Number(low, high) => number(field, trimmed, low, high),
        Shape::Likelihood | Shape::Consequence => number(field, trimmed, 1, 99),
        Shape::Date => date_in(trimmed, today).map(|d| Value::Text(d.to_string())).ok_or_else(|| {
            format!(
                "{} is a date: {trimmed:?} is none; type it like 2026-01-31, or today, +7, +2w, +1m.",
                field.label
            )
        }),
        Shape::YesNo => match trimmed.to_lowercase().as_str() {
            "yes" | "y" | "true" | "1" | "x" => Ok(Value::Bool(true)),
            "no" | "n" | "false" | "0" | "-" => Ok(Value::Bool(false)),
            _ => Err(format!("{} is yes or no; {trimmed:?} is neither.", field.label)),
        },
        Shape::Choice(choices) => find_choice(choices, trimmed)
            .map(|choice| Value::Word(choice.word.to_string()))
            .ok_or_else(|| no_choice(field, trimmed)),
        Shape::Choices(choices) => split(trimmed)
            .map(|one| {
                find_choice(choices, one)
                    .map(|choice| Value::Word(choice.word.to_string()))
                    .ok_or_else(|| no_choice(field, one))
            })
            .collect::<Result<_, _>>()
            .map(Value::List),
        Shape::People | Shape::Links(_) => Ok(Value::List(split(trimmed).map(text).collect())),
        Shape::Lines => {
            Ok(Value::List(typed.lines().map(str::trim).filter(|l| !l.is_empty()).map(text).collect()))
        }
        Shape::Parts(_) => Err(format!(
            "{} is a list of records: edit it in annexa, or the file with $EDITOR.",
            field.label
        )),
    }
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';', '\n']).map(str::trim).filter(|one| !one.is_empty())
}

fn number(field: &Field, typed: &str, low: i64, high: i64) -> Result<Value, String> {
    match typed.parse::<i64>() {
        Ok(n) if (low..=high).contains(&n) => Ok(Value::Int(n)),
        _ => Err(format!("{} is a whole number from {low} to {high}, not {typed:?}.", field.label)),
    }
}

fn no_choice(field: &Field, typed: &str) -> String {
    let labels: Vec<&str> = field.choices().iter().map(|c| c.label).collect();
    format!("{} is one of: {}; {typed:?} is none of them.", field.label, labels.join(", "))
}

/// A date as a person types it: `2026-01-31`, `today`, `+7` days, `-3`, `+2w`, `+1m`, `+1y`.
pub fn date_in(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    if typed.eq_ignore_ascii_case("today") {
        return Some(today);
    }
    if let Some(date) = super::parse_date(typed) {
        return Some(date);
    }
    let (sign, rest) = match typed.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let count: i32 = digits.parse().ok().filter(|n| *n < 100_000)?;
    let months = |n: i32| {
        let months = chrono::Months::new(n.unsigned_abs());
        if sign > 0 { today.checked_add_months(months) } else { today.checked_sub_months(months) }
    };
    match rest.strip_prefix(digits.as_str())?.trim() {
        "" | "d" => today.checked_add_signed(chrono::TimeDelta::days(i64::from(sign * count))),
        "w" => today.checked_add_signed(chrono::TimeDelta::weeks(i64::from(sign * count))),
        "m" => months(count),
        "y" => months(count.checked_mul(12)?),
        _ => None,
    }
}
