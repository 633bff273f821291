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
    pub fn fields(&self, node: Node) -> impl Iterator<Item = (&'a str, Node)> + use<'a> {
        let node = self.tree.seen_through_some(self.src, node);
        self.tree.fields(self.src, node)
    }

    /// The value at a node.
    pub fn value(&self, node: Node) -> Value {
        text::read(self.src, self.tree, node)
    }

    /// The items of a list; nothing counts as an empty one.
    pub fn items(&self, node: Node) -> Option<impl Iterator<Item = Node> + use<'a>> {
        let node = self.tree.seen_through_some(self.src, node);
        let list = self.tree.shape(node) == Shape::List;
        let count = if list { usize::MAX } else { 0 };
        let items = || self.tree.children(node).take(count);
        (list || self.tree.is_none(self.src, node)).then(items)
    }

    /// How many items a list has, so that it takes no more room than it needs.
    pub fn count(&self, node: Node) -> usize {
        self.items(node).map_or(0, Iterator::count)
    }

    /// Whether a struct with named fields (or an empty one) stands there.
    pub fn is_struct(&self, node: Node) -> bool {
        let node = self.tree.seen_through_some(self.src, node);
        matches!(self.tree.shape(node), Shape::Struct | Shape::Unit)
    }

    /// Whether a field, known by its place in the table, was not met yet; notes one that was.
    ///
    /// An edit goes to the first, so that is the one to show. Tables have fewer than 64 fields.
    pub fn is_first(&mut self, met: &mut u64, place: u32, field: &str, node: Node) -> bool {
        let bit = 1_u64.checked_shl(place).unwrap_or_default();
        let first = *met & bit == 0;
        *met |= bit;
        if !first {
            self.note(field, node, Why::Twice);
        }
        first
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
