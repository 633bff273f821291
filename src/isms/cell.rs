//! How one field of a record is read from the text, and what value it has.

use super::{Glance, Part, Reader, Text, Words};
use crate::text::{Node, Value};
use chrono::NaiveDate;

/// A type that a field can have.
pub trait Cell {
    /// Reads the value at `node` into the field; what does not fit is noted and the field stays empty.
    fn read(&mut self, reader: &mut Reader<'_>, node: Node, field: &'static str);
    /// The field as a value; `Nothing` when it is empty.
    fn value(&self) -> Value;
    /// The field's value, borrowed.
    fn glance(&self) -> Glance<'_>;
    /// The field at a place of the table of the `nth` part in the field, borrowed.
    fn glance_in(&self, _nth: usize, _index: usize) -> Glance<'_> {
        Glance::Nothing
    }
}

impl Cell for Text {
    fn read(&mut self, reader: &mut Reader<'_>, node: Node, field: &'static str) {
        match reader.value(node) {
            Value::Text(text) => *self = text.into(),
            Value::Nothing => {}
            _ => reader.expected(field, node, "a text in quotes"),
        }
    }
    fn value(&self) -> Value {
        if self.is_empty() { Value::Nothing } else { Value::Text(self.to_string()) }
    }
    fn glance(&self) -> Glance<'_> {
        if self.is_empty() { Glance::Nothing } else { Glance::Text(self) }
    }
}

impl Cell for Option<NaiveDate> {
    fn read(&mut self, reader: &mut Reader<'_>, node: Node, field: &'static str) {
        match reader.value(node) {
            Value::Nothing => {}
            Value::Text(text) => match parse_date(&text) {
                Some(date) => *self = Some(date),
                None if text.is_empty() => {}
                None => reader.expected(field, node, "a date that exists, like \"2026-01-31\""),
            },
            _ => reader.expected(field, node, "a date in quotes, like \"2026-01-31\""),
        }
    }
    fn value(&self) -> Value {
        self.map_or(Value::Nothing, |date| Value::Text(date.to_string()))
    }
    fn glance(&self) -> Glance<'_> {
        self.map_or(Glance::Nothing, Glance::Date)
    }
}

/// A date as the files write it: four, two and two digits, and a day that exists.
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let [y3, y2, y1, y0, b'-', m1, m0, b'-', d1, d0] = *text.as_bytes() else { return None };
    let number = |digits: &[u8]| {
        let one = |sum: u32, c: &u8| c.is_ascii_digit().then(|| sum * 10 + u32::from(c - b'0'));
        digits.iter().try_fold(0, one)
    };
    let year = i32::try_from(number(&[y3, y2, y1, y0])?).ok()?;
    NaiveDate::from_ymd_opt(year, number(&[m1, m0])?, number(&[d1, d0])?)
}

impl Cell for Option<i64> {
    fn read(&mut self, reader: &mut Reader<'_>, node: Node, field: &'static str) {
        match reader.value(node) {
            Value::Int(number) => *self = Some(number),
            Value::Nothing => {}
            _ => reader.expected(field, node, "a whole number"),
        }
    }
    fn value(&self) -> Value {
        self.map_or(Value::Nothing, Value::Int)
    }
    fn glance(&self) -> Glance<'_> {
        self.map_or(Glance::Nothing, Glance::Number)
    }
}

impl Cell for bool {
    fn read(&mut self, reader: &mut Reader<'_>, node: Node, field: &'static str) {
        match reader.value(node) {
            Value::Bool(yes) => *self = yes,
            Value::Nothing => {}
            _ => reader.expected(field, node, "true or false"),
        }
    }
    fn value(&self) -> Value {
        Value::Bool(*self)
    }
    fn glance(&self) -> Glance<'_> {
        Glance::Flag(*self)
    }
}

impl<W: Words> Cell for W {
    fn read(&mut self, reader: &mut Reader<'_>, node: Node, field: &'static str) {
        match word(reader, node) {
            None => reader.expected(field, node, &one_of::<W>()),
            Some(Some(variant)) => *self = variant,
            Some(None) => {}
        }
    }
    fn value(&self) -> Value {
        Value::Word(self.choice().word.to_string())
    }
    fn glance(&self) -> Glance<'_> {
        Glance::Choices(bit(*self))
    }
}

/// `None`: something else stands there; `Some(None)`: nothing stands there.
fn word<W: Words>(reader: &Reader<'_>, node: Node) -> Option<Option<W>> {
    match reader.value(node) {
        Value::Word(word) | Value::Text(word) => W::of(&word).map(Some),
        Value::Nothing => Some(None),
        _ => None,
    }
}

/// The bit of a word: bit n for the word at place n of its table.
fn bit<W: Words>(word: W) -> u64 {
    let place = W::ALL.iter().position(|one| *one == word);
    place.and_then(|n| u32::try_from(n).ok()).and_then(|n| 1_u64.checked_shl(n)).unwrap_or_default()
}

fn one_of<W: Words>() -> String {
    let words: Vec<&str> = W::WORDS.iter().map(|c| c.word).collect();
    format!("one of {}", words.join(", "))
}

impl<W: Words> Cell for Vec<W> {
    fn read(&mut self, reader: &mut Reader<'_>, node: Node, field: &'static str) {
        let Some(items) = reader.items(node) else {
            return reader.expected(field, node, "a list like [A, B]");
        };
        self.reserve_exact(reader.count(node));
        for item in items {
            match word(reader, item) {
                Some(Some(variant)) => self.push(variant),
                _ => reader.expected(field, item, &one_of::<W>()),
            }
        }
    }
    fn value(&self) -> Value {
        list(self.iter().map(|w| Value::Word(w.choice().word.to_string())))
    }
    fn glance(&self) -> Glance<'_> {
        if self.is_empty() {
            return Glance::Nothing;
        }
        Glance::Choices(self.iter().fold(0, |bits, word| bits | bit(*word)))
    }
}

impl Cell for Vec<Text> {
    fn read(&mut self, reader: &mut Reader<'_>, node: Node, field: &'static str) {
        let Some(items) = reader.items(node) else {
            return reader.expected(field, node, "a list like [\"a\", \"b\"]");
        };
        self.reserve_exact(reader.count(node));
        for item in items {
            match reader.value(item) {
                Value::Text(text) => self.push(text.into()),
                _ => reader.expected(field, item, "a text in quotes"),
            }
        }
    }
    fn value(&self) -> Value {
        list(self.iter().map(|t| Value::Text(t.to_string())))
    }
    fn glance(&self) -> Glance<'_> {
        if self.is_empty() { Glance::Nothing } else { Glance::Texts(self) }
    }
}

/// A list of parts; a type of its own, so that lists of words and of texts stay apart from it.
#[derive(Debug, Clone, PartialEq)]
pub struct Parts<P>(pub Vec<P>);

impl<P> Default for Parts<P> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<P> std::ops::Deref for Parts<P> {
    type Target = Vec<P>;
    fn deref(&self) -> &Vec<P> {
        &self.0
    }
}

impl<P: Part> Cell for Parts<P> {
    fn read(&mut self, reader: &mut Reader<'_>, node: Node, field: &'static str) {
        let Some(items) = reader.items(node) else {
            return reader.expected(field, node, "a list like [(…), (…)]");
        };
        self.0.reserve_exact(reader.count(node));
        for item in items {
            if reader.is_struct(item) {
                self.0.push(P::read(reader, item));
            } else {
                reader.expected(field, item, "a record like (key: value)");
            }
        }
    }
    fn value(&self) -> Value {
        list(self.0.iter().map(Part::to_value))
    }
    fn glance(&self) -> Glance<'_> {
        if self.is_empty() { Glance::Nothing } else { Glance::Parts(self.len()) }
    }
    fn glance_in(&self, nth: usize, index: usize) -> Glance<'_> {
        self.0.get(nth).map_or(Glance::Nothing, |part| part.glance(index))
    }
}

fn list(items: impl Iterator<Item = Value>) -> Value {
    let items: Vec<Value> = items.collect();
    if items.is_empty() { Value::Nothing } else { Value::List(items) }
}
