//! From meaning to text, in the manner of what already stands in the file.
use super::gap::{Row, indent_at};
use super::quote::quote;
use super::tree::{Node, Shape, Tree};
use super::value::Value;
use super::word::{is_raw_word, is_word};

/// A record or list wider than this gets a line for each of its parts.
const WIDTH: usize = 80;

/// Writes a new value that stands on a line indented by `indent`; the first line is not indented.
pub fn write(value: &Value, indent: &str, newline: &str) -> String {
    let step = if indent.contains('\t') { "\t" } else { "    " };
    Pen { newline, step }.value(value, None, indent)
}

/// A node whose manner is to be copied.
#[derive(Clone, Copy)]
pub(super) struct Like<'a> {
    pub src: &'a str,
    pub tree: &'a Tree,
    pub node: Node,
}

impl<'a> Like<'a> {
    fn at(self, node: Node) -> Like<'a> {
        Like { node, ..self }
    }

    fn inside_some(self) -> Option<Like<'a>> {
        self.tree.inside_some(self.src, self.node).map(|node| self.at(node))
    }

    fn field(self, name: &str) -> Option<Like<'a>> {
        self.tree.field(self.src, self.node, name).map(|node| self.at(node))
    }

    fn item(self) -> Option<Like<'a>> {
        let list = self.tree.shape(self.node) == Shape::List;
        list.then(|| self.tree.children(self.node).next()).flatten().map(|node| self.at(node))
    }

    fn quoted(self) -> bool {
        matches!(self.tree.shape(self.node), Shape::Text | Shape::RawText)
    }

    /// The row of parts, if it is of that shape and has any.
    fn row(self, shape: Shape) -> Option<Row<'a>> {
        let row = || Row::new(self.src, self.tree, self.node);
        (self.tree.shape(self.node) == shape).then(row).filter(|row| !row.items.is_empty())
    }
}

/// How a file is written: its line ends and its step of indentation.
#[derive(Clone, Copy)]
pub(super) struct Pen<'a> {
    pub newline: &'a str,
    pub step: &'a str,
}

impl<'a> Pen<'a> {
    /// The hand the text is written in.
    pub fn of(src: &'a str, tree: &Tree) -> Pen<'a> {
        let row = Row::new(src, tree, tree.seen_through_some(src, tree.root()));
        let sequence = matches!(tree.shape(row.node), Shape::List | Shape::Struct | Shape::Map);
        let step = row.items.first().filter(|_| sequence && row.broken()).and_then(|first| {
            let inner = indent_at(src, tree.span(*first).start);
            inner.strip_prefix(indent_at(src, row.close)).filter(|step| !step.is_empty())
        });
        Pen { newline: if tree.crlf { "\r\n" } else { "\n" }, step: step.unwrap_or("    ") }
    }

    /// A value on a line indented by `indent`; a record without a model gets a line for each field.
    pub fn value(&self, value: &Value, like: Option<Like>, indent: &str) -> String {
        self.put(value, like, indent, true)
    }

    /// A value on one line, except for line feeds in texts.
    pub fn flat(&self, value: &Value, like: Option<Like>) -> String {
        if let (Some(inner), false) = (inside(like), matches!(value, Value::Nothing)) {
            return format!("Some({})", self.flat(value, Some(inner)));
        }
        match value {
            Value::List(items) => {
                let model = like.and_then(Like::item);
                let items = items.iter().map(|item| self.flat(item, model));
                format!("[{}]", items.collect::<Vec<_>>().join(", "))
            }
            Value::Record(fields) => {
                let fields = there(fields).map(|(name, value)| {
                    let model = like.and_then(|like| like.field(name));
                    format!("{}: {}", word(name), self.flat(value, model))
                });
                format!("{}({})", name_of(like), fields.collect::<Vec<_>>().join(", "))
            }
            Value::Text(text) => quote(None, text, self.newline),
            Value::Word(text) if like.is_some_and(Like::quoted) => quote(None, text, self.newline),
            Value::Word(text) => word(text),
            Value::Nothing => "None".to_owned(),
            Value::Bool(truth) => truth.to_string(),
            Value::Int(number) => number.to_string(),
            Value::Number(verbatim) | Value::Other(verbatim) => verbatim.clone(),
        }
    }

    fn put(&self, value: &Value, like: Option<Like>, indent: &str, spread: bool) -> String {
        if let (Some(inner), false) = (inside(like), matches!(value, Value::Nothing)) {
            return format!("Some({})", self.put(value, Some(inner), indent, spread));
        }
        let shape = match value {
            Value::List(items) if !items.is_empty() => Shape::List,
            Value::Record(fields) if there(fields).next().is_some() => Shape::Struct,
            _ => return self.flat(value, like),
        };
        let row = like.and_then(|like| like.row(shape));
        let flat = self.flat(value, like);
        let wide = indent.len() + flat.len() > WIDTH || flat.contains('\n');
        let broken = match &row {
            Some(row) => row.broken(),
            None => wide || (spread && of_records(value)),
        };
        if !broken {
            return flat;
        }
        let deep = format!("{indent}{}", self.step);
        let parts: Vec<String> = match value {
            Value::List(items) => {
                let model = like.and_then(Like::item);
                items.iter().map(|item| self.put(item, model, &deep, spread)).collect()
            }
            Value::Record(fields) => there(fields)
                .map(|(name, value)| {
                    let model = like.and_then(|like| like.field(name));
                    format!("{}: {}", word(name), self.put(value, model, &deep, false))
                })
                .collect(),
            _ => Vec::new(),
        };
        let (name, open, close) = match shape {
            Shape::List => ("", '[', ']'),
            _ => (name_of(like), '(', ')'),
        };
        let comma = if row.is_none_or(|row| row.trailing_comma()) { "," } else { "" };
        let newline = self.newline;
        let body = parts.join(&format!(",{newline}{deep}"));
        format!("{name}{open}{newline}{deep}{body}{comma}{newline}{indent}{close}")
    }

    /// A value within another one: it breaks into lines only if it is wide.
    pub fn nested(&self, value: &Value, like: Option<Like>, indent: &str) -> String {
        self.put(value, like, indent, false)
    }

    /// `name: value` for a field on a line indented by `indent`; with `spread` records in it get lines.
    pub fn field(
        &self,
        name: &str,
        value: &Value,
        like: Option<Like>,
        indent: &str,
        spread: bool,
    ) -> String {
        format!("{}: {}", word(name), self.put(value, like, indent, spread))
    }
}

fn inside(like: Option<Like>) -> Option<Like> {
    like.and_then(Like::inside_some)
}

fn name_of(like: Option<Like<'_>>) -> &str {
    let name = like.and_then(|like| like.tree.name(like.src, like.node));
    name.filter(|name| *name != "Some").unwrap_or_default()
}

fn there(fields: &[(String, Value)]) -> impl Iterator<Item = &(String, Value)> {
    fields.iter().filter(|(_, value)| !matches!(value, Value::Nothing))
}

/// A record, or a list with one in it.
fn of_records(value: &Value) -> bool {
    match value {
        Value::List(items) => items.iter().any(|item| matches!(item, Value::Record(_))),
        other => matches!(other, Value::Record(_)),
    }
}

/// An identifier, behind `r#` where it would mean something else.
fn word(name: &str) -> String {
    let plain =
        is_word(name) && !matches!(name, "true" | "false" | "None" | "Some" | "inf" | "NaN");
    if plain { name.to_owned() } else { format!("r#{name}") }
}

/// Whether a name can be written as an identifier at all.
pub(super) fn can_be_name(name: &str) -> bool {
    is_word(name) || is_raw_word(name)
}
