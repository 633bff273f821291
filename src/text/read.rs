//! From text to meaning.
//!
//! Strings mean what ron says they mean, with one exception: a line end inside a literal is a line
//! feed, also in a file with CR LF, as in Rust's own sources. Otherwise a checkout on Windows would
//! change what the records say.
use super::tree::{Node, Shape, Tree};
use super::value::Value;
use std::borrow::Cow;

/// What stands at a node; `Some(x)` means `x`.
pub fn read(src: &str, tree: &Tree, node: Node) -> Value {
    let node = tree.seen_through_some(src, node);
    let slice = tree.slice(src, node);
    match tree.shape(node) {
        Shape::Text => text(slice),
        Shape::RawText => raw_text(slice),
        Shape::Word => word(slice),
        Shape::Number => number(slice),
        Shape::List => Value::List(tree.children(node).map(|item| read(src, tree, item)).collect()),
        Shape::Struct | Shape::Unit => {
            let fields = tree.fields(src, node);
            Value::Record(fields.map(|(name, at)| (name.to_owned(), read(src, tree, at))).collect())
        }
        _ => Value::Other(slice.to_owned()),
    }
}

/// Whether a node already means a value: then there is nothing to write.
///
/// More lenient than `read(..) == value`: a variant may stand in quotes, and verbatim RON is compared
/// with the text that stands there.
pub(super) fn means(src: &str, tree: &Tree, node: Node, value: &Value) -> bool {
    let node = tree.seen_through_some(src, node);
    match (tree.shape(node), value) {
        (_, Value::Other(ron)) => tree.slice(src, node) == ron,
        (Shape::Text | Shape::RawText, Value::Word(word)) => {
            read(src, tree, node) == Value::Text(word.clone())
        }
        (Shape::List, Value::List(items)) => {
            let mut nodes = tree.children(node);
            items.iter().all(|item| nodes.next().is_some_and(|at| means(src, tree, at, item)))
                && nodes.next().is_none()
        }
        (Shape::Struct | Shape::Unit, Value::Record(fields)) => {
            let none_extra = tree.fields(src, node).all(|(name, at)| {
                value.field(name).is_some() || means(src, tree, at, &Value::Nothing)
            });
            none_extra
                && fields.iter().all(|(name, value)| match tree.field(src, node, name) {
                    Some(at) => means(src, tree, at, value),
                    None => matches!(value, Value::Nothing),
                })
        }
        _ => read(src, tree, node) == *value,
    }
}

fn unix_lines(literal: &str) -> Cow<'_, str> {
    match memchr::memchr(b'\r', literal.as_bytes()) {
        Some(_) => Cow::Owned(literal.replace("\r\n", "\n")),
        None => Cow::Borrowed(literal),
    }
}

fn text(literal: &str) -> Value {
    let lines = unix_lines(literal);
    if memchr::memchr(b'\\', lines.as_bytes()).is_none() {
        let inner = lines.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        return Value::Text(inner.unwrap_or_default().to_owned());
    }
    match ron::from_str::<String>(&lines) {
        Ok(text) => Value::Text(text),
        Err(_) => Value::Other(literal.to_owned()),
    }
}

fn raw_text(literal: &str) -> Value {
    let lines = unix_lines(literal);
    let inner = lines.strip_prefix('r').unwrap_or_default().trim_matches('#');
    let inner = inner.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    Value::Text(inner.unwrap_or_default().to_owned())
}

fn word(word: &str) -> Value {
    match word {
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        "None" => Value::Nothing,
        "inf" | "inff32" | "inff64" | "NaN" | "NaNf32" | "NaNf64" => Value::Number(word.to_owned()),
        _ => Value::Word(word.strip_prefix("r#").unwrap_or(word).to_owned()),
    }
}

fn number(literal: &str) -> Value {
    integer(literal).map_or_else(|| Value::Number(literal.to_owned()), Value::Int)
}

fn integer(literal: &str) -> Option<i64> {
    // most numbers are plain ones
    if let Ok(plain) = literal.parse() {
        return Some(plain);
    }
    let (sign, digits) = match literal.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", literal.strip_prefix('+').unwrap_or(literal)),
    };
    let (radix, digits) = match digits.get(..2) {
        Some("0x") => (16, digits.get(2..)?),
        Some("0o") => (8, digits.get(2..)?),
        Some("0b") => (2, digits.get(2..)?),
        _ => (10, digits),
    };
    let end = digits.find(['i', 'u']).unwrap_or(digits.len());
    let digits = digits.get(..end)?.replace('_', "");
    let plain = digits.bytes().all(|c| c.is_ascii_hexdigit());
    plain.then(|| i64::from_str_radix(&format!("{sign}{digits}"), radix).ok()).flatten()
}
