//! What the edits do to a text, as before-and-after pairs.
mod fields;
mod items;
mod reading;
mod shapes;

use super::*;

fn tree(src: &str) -> Tree {
    Tree::parse(src).unwrap_or_else(|error| panic!("{error}\n{src}"))
}

fn text(s: &str) -> Value {
    Value::Text(s.into())
}

fn word(s: &str) -> Value {
    Value::Word(s.into())
}

fn list(items: &[Value]) -> Value {
    Value::List(items.to_vec())
}

fn record(fields: &[(&str, Value)]) -> Value {
    Value::Record(fields.iter().map(|(name, value)| ((*name).into(), value.clone())).collect())
}

/// Checks that the edit is no more than it says, undoes, and reads as meant.
#[track_caller]
fn sound(src: &str, splices: &[Splice]) -> String {
    assert!(splices.windows(2).all(|two| two[0].end <= two[1].start), "{splices:?}");
    let after = apply(src, splices);
    assert_eq!(apply(&after, &invert(src, splices)), src);
    tree(&after);
    after
}

#[track_caller]
fn set(src: &str, name: &str, value: Value, order: &[&str]) -> String {
    let index = tree(src);
    sound(src, &set_field(src, &index, index.root(), name, &value, order).unwrap())
}

#[track_caller]
fn put(src: &str, at: usize, item: Value) -> String {
    let index = tree(src);
    sound(src, &insert_item(src, &index, index.root(), at, &item).unwrap())
}

#[track_caller]
fn take(src: &str, k: usize) -> String {
    let index = tree(src);
    sound(src, &remove_item(src, &index, index.root(), k).unwrap())
}
