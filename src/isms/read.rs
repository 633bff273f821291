//! Reads typed records from indexed text: field by field, so that one wrong value spoils nothing else.

use super::{Text, Why, Wrong};
use crate::text::{self, Node, Shape, Tree, Value};

/// The text being read, its index, and what could not be read so far in this record.
pub struct Reader<'a> {
    src: &'a str,
    tree: &'a Tree,
    start: usize,
    wrong: Vec<Wrong>,
}

impl<'a> Reader<'a> {
    /// A reader over a file or over the text of one record.
    pub fn new(src: &'a str, tree: &'a Tree) -> Self {
        Self { src, tree, start: 0, wrong: Vec::new() }
    }

    /// Starts a record: offsets of wrong values count from here.
    pub fn begin(&mut self, record: Node) {
        self.start = self.tree.span(record).start;
    }

    /// The named fields of a struct, in the order of the text.
    pub fn fields(&self, node: Node) -> Vec<(&'a str, Node)> {
        let node = self.tree.seen_through_some(self.src, node);
        self.tree.fields(self.src, node).collect()
    }

    /// The value at a node.
    pub fn value(&self, node: Node) -> Value {
        text::read(self.src, self.tree, node)
    }

    /// The items of a list; nothing counts as an empty one.
    pub fn items(&self, node: Node) -> Option<Vec<Node>> {
        let node = self.tree.seen_through_some(self.src, node);
        match self.tree.shape(node) {
            Shape::List => Some(self.tree.children(node).collect()),
            _ if self.tree.is_none(self.src, node) => Some(Vec::new()),
            _ => None,
        }
    }

    /// Whether a struct with named fields (or an empty one) stands there.
    pub fn is_struct(&self, node: Node) -> bool {
        let node = self.tree.seen_through_some(self.src, node);
        matches!(self.tree.shape(node), Shape::Struct | Shape::Unit)
    }

    /// Notes a field that annexa does not know.
    pub fn unknown(&mut self, field: &str, node: Node) {
        self.note(field, node, Why::UnknownField);
    }

    /// Notes that something else was expected.
    pub fn expected(&mut self, field: &str, node: Node, what: &str) {
        self.note(field, node, Why::Expected(what.into()));
    }

    fn note(&mut self, field: &str, node: Node, why: Why) {
        let at = self.tree.span(node).start.saturating_sub(self.start);
        let raw: Text = self.tree.slice(self.src, node).into();
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        self.wrong.push(Wrong { field: field.into(), at, raw, why });
    }

    /// What could not be read since the last call.
    pub fn take_wrong(&mut self) -> Vec<Wrong> {
        std::mem::take(&mut self.wrong)
    }
}
