//! The index over a text: which bytes are what.
//!
//! The text is the document; the tree only holds byte spans, in pre-order, twenty bytes a node.
//! Blanks and comments have no nodes: they are the gaps, so nothing has to be kept in order to be
//! kept. The index does not own the text; whoever holds both passes the text in.
use super::error::{Fault, SyntaxError};
use super::parse::{self, Manner};
use super::scan::Scanner;
use std::ops::Range;

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `()` or `Name()`.
    Unit,
    /// A number, byte character (`b'x'`) included.
    Number,
    /// `'c'`.
    Char,
    /// `"text"`.
    Text,
    /// `r#"text"#`.
    RawText,
    /// `b"bytes"`.
    Bytes,
    /// `br#"bytes"#`.
    RawBytes,
    /// An identifier: a variant, `true`, `None`.
    Word,
    /// `1..5`.
    Range,
    /// `[...]`.
    List,
    /// `{...}`.
    Map,
    /// `(a, b)` or `Name(a, b)`.
    Tuple,
    /// `(name: a)` or `Name(name: a)`.
    Struct,
    /// `name: value` in a struct.
    Field,
    /// `key: value` in a map.
    Entry,
}

/// A place in a [`Tree`]; cheap to copy, meaningless in another tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Node(pub(super) u32);

/// Pre-order: children begin right after their parent, `next` is the first node after the subtree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub start: u32,
    pub end: u32,
    /// The opening bracket; the end of a field's name.
    pub open: u32,
    pub next: u32,
    pub shape: Shape,
}

/// The index over one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree {
    cells: Vec<Cell>,
    /// The text says `#![enable(implicit_some)]`; set it for a piece of a file that says so.
    pub implicit_some: bool,
    /// Lines end in CR LF; set it for a one-line piece of a file whose lines do.
    pub crlf: bool,
}

impl Tree {
    /// Reads the text's structure.
    pub fn parse(src: &str) -> Result<Tree, SyntaxError> {
        Self::index(src, Manner::default(), Vec::with_capacity(src.len() / 24 + 4))
    }

    /// Reads the structure around the records in the text's lists: each gets one node, whose inside is
    /// not looked at. A record that is no RON is found when its piece is read.
    pub fn outline(src: &str) -> Result<Tree, SyntaxError> {
        Self::index(src, Manner { outline: true, ..Manner::default() }, Vec::new())
    }

    /// Reads the structure of a piece of a file, which obeys what is said at the file's head.
    pub fn piece(src: &str, implicit_some: bool, crlf: bool) -> Result<Tree, SyntaxError> {
        let cells = Vec::with_capacity(src.len() / 24 + 4);
        let tree = Self::index(src, Manner { implicit_some, outline: false }, cells)?;
        Ok(Tree { crlf, ..tree })
    }

    /// An index to be filled with one piece of a file after another.
    pub fn for_pieces(implicit_some: bool, crlf: bool) -> Tree {
        Tree { cells: Vec::new(), implicit_some, crlf }
    }

    /// Reads another piece of the same file in place of this one; after an error the index is empty.
    pub fn refill(&mut self, src: &str) -> Result<(), SyntaxError> {
        let mut cells = std::mem::take(&mut self.cells);
        cells.clear();
        let manner = Manner { implicit_some: self.implicit_some, outline: false };
        self.cells = Self::index(src, manner, cells)?.cells;
        Ok(())
    }

    fn index(src: &str, manner: Manner, cells: Vec<Cell>) -> Result<Tree, SyntaxError> {
        if u32::try_from(src.len()).is_err() {
            let message = "the text is larger than 4 GiB; split it".into();
            return Err(Fault { at: 0, message, opened: None }.locate(src));
        }
        let (cells, implicit_some) =
            parse::index(src, manner, cells).map_err(|fault| fault.locate(src))?;
        let line = memchr::memchr(b'\n', src.as_bytes());
        let crlf = line.and_then(|n| n.checked_sub(1)).and_then(|n| src.as_bytes().get(n));
        Ok(Tree { cells, implicit_some, crlf: crlf == Some(&b'\r') })
    }

    /// The document's one value.
    pub fn root(&self) -> Node {
        Node(0)
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Never: a document holds a value.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// What the node is.
    pub fn shape(&self, node: Node) -> Shape {
        self.cell(node).shape
    }

    /// The node's bytes, a leading name included.
    pub fn span(&self, node: Node) -> Range<usize> {
        let cell = self.cell(node);
        cell.start as usize..cell.end as usize
    }

    /// The node's text.
    pub fn slice<'a>(&self, src: &'a str, node: Node) -> &'a str {
        src.get(self.span(node)).unwrap_or_default()
    }

    /// Items, fields, entries; the key and value of an entry; the value of a field.
    pub fn children(&self, node: Node) -> impl Iterator<Item = Node> + '_ {
        let end = self.cell(node).next;
        let mut at = node.0 + 1;
        std::iter::from_fn(move || {
            let child = Node(at);
            (at < end).then(|| {
                at = self.cell(child).next;
                child
            })
        })
    }

    /// Names (without `r#`) and values of a struct's fields.
    pub fn fields<'a>(
        &'a self,
        src: &'a str,
        node: Node,
    ) -> impl Iterator<Item = (&'a str, Node)> + 'a {
        let fields = self.children(node).filter(|&child| self.shape(child) == Shape::Field);
        fields.map(move |field| (self.field_name(src, field), Node(field.0 + 1)))
    }

    /// The value of a struct's field.
    pub fn field(&self, src: &str, node: Node, name: &str) -> Option<Node> {
        self.fields(src, node).find(|(found, _)| *found == name).map(|(_, value)| value)
    }

    /// The name before the parenthesis of a struct, tuple or unit.
    pub fn name<'a>(&self, src: &'a str, node: Node) -> Option<&'a str> {
        let cell = self.cell(node);
        let named = matches!(cell.shape, Shape::Unit | Shape::Tuple | Shape::Struct);
        let len = Scanner::new(src, cell.start as usize).word_len();
        let start = cell.start as usize;
        (named && len > 0).then(|| src.get(start..start + len)).flatten()
    }

    /// The value inside `Some(...)`, however deep; any other node itself.
    pub fn seen_through_some(&self, src: &str, node: Node) -> Node {
        let mut node = node;
        while let Some(inner) = self.inside_some(src, node) {
            node = inner;
        }
        node
    }

    /// Whether `None` stands here.
    pub fn is_none(&self, src: &str, node: Node) -> bool {
        self.shape(node) == Shape::Word && self.slice(src, node) == "None"
    }

    /// Where an offset lies, in words of the data: `[12].owner`.
    pub fn path_at(&self, src: &str, offset: usize) -> String {
        let mut path = String::new();
        let mut node = self.root();
        loop {
            let holds = |child: &Node| {
                let cell = self.cell(*child);
                cell.start as usize <= offset && offset <= cell.end as usize
            };
            let Some((k, child)) = self.children(node).enumerate().find(|(_, c)| holds(c)) else {
                return path;
            };
            match (self.shape(child), self.shape(node)) {
                (Shape::Field, _) => {
                    path.push('.');
                    path.push_str(self.field_name(src, child));
                }
                (Shape::Entry, _) => {
                    let key = self.slice(src, Node(child.0 + 1));
                    path.push_str(&format!("{{{key}}}"));
                }
                (_, Shape::Field | Shape::Entry) => {}
                _ => path.push_str(&format!("[{k}]")),
            }
            node = child;
        }
    }

    pub(super) fn cell(&self, node: Node) -> Cell {
        const NOWHERE: Cell = Cell { start: 0, end: 0, open: 0, next: 0, shape: Shape::Unit };
        self.cells.get(node.0 as usize).copied().unwrap_or(NOWHERE)
    }

    pub(super) fn field_name<'a>(&self, src: &'a str, field: Node) -> &'a str {
        let cell = self.cell(field);
        let name = src.get(cell.start as usize..cell.open as usize).unwrap_or_default();
        name.strip_prefix("r#").unwrap_or(name)
    }

    /// The payload if this is `Some(x)`.
    pub(super) fn inside_some(&self, src: &str, node: Node) -> Option<Node> {
        let payload = || {
            let mut items = self.children(node);
            items.next().filter(|_| items.next().is_none())
        };
        let some = self.shape(node) == Shape::Tuple && self.name(src, node) == Some("Some");
        some.then(payload).flatten()
    }

    /// The innermost node around `node`, none for the root.
    pub(super) fn parent(&self, node: Node) -> Option<Node> {
        let mut around = None;
        let mut at = self.root();
        while at != node {
            around = Some(at);
            at = self.children(at).take_while(|child| *child <= node).last()?;
        }
        around
    }
}
