//! The grammar: values, brackets, fields, attributes, written down as a pre-order list of spans.
//!
//! A superset of what ron reads. ron stays the judge of values; the index must have a place for
//! everything it accepts, and says more plainly than ron where a bracket or comma is missing.
use super::error::Scan;
use super::scan::{Scanner, fail};
use super::tree::{Cell, Shape};

/// Deeper than any register and than ron's own limit; keeps recursion within any stack.
const MAX_DEPTH: u32 = 128;

/// How a text is to be read.
#[derive(Clone, Copy, Default)]
pub(super) struct Manner {
    /// The file that this is a piece of enables `implicit_some`.
    pub implicit_some: bool,
    /// Records in lists get one node, and nothing is said about their inside.
    pub outline: bool,
}

/// Puts the nodes of a text into `cells`; whether it enables `implicit_some`.
pub(super) fn index(src: &str, manner: Manner, cells: Vec<Cell>) -> Scan<(Vec<Cell>, bool)> {
    if src.starts_with('\u{feff}') {
        return fail(0, "the text starts with a byte order mark (U+FEFF): save it without one");
    }
    let Manner { implicit_some, outline } = manner;
    let scan = Scanner::new(src, 0);
    let mut parser = Parser { scan, cells, depth: 0, lists: 0, implicit_some, outline };
    parser.implicit_some |= parser.attributes()?;
    parser.value()?;
    parser.scan.skip()?;
    if !parser.scan.at_end() {
        return parser.scan.unexpected("the end of the text", None);
    }
    Ok((parser.cells, parser.implicit_some))
}

struct Parser<'a> {
    scan: Scanner<'a>,
    cells: Vec<Cell>,
    depth: u32,
    /// How many lists are open.
    lists: u32,
    implicit_some: bool,
    outline: bool,
}

impl Parser<'_> {
    #[inline]
    fn begin(&mut self, shape: Shape, start: usize) -> usize {
        let start = start as u32;
        self.cells.push(Cell { start, end: start, open: start, next: 0, shape });
        self.cells.len() - 1
    }

    #[inline]
    fn finish(&mut self, node: usize) {
        let (end, next) = (self.scan.at as u32, self.cells.len() as u32);
        if let Some(cell) = self.cells.get_mut(node) {
            (cell.end, cell.next) = (end, next);
        }
    }

    fn mark_open(&mut self, node: usize) {
        let open = self.scan.at as u32;
        if let Some(cell) = self.cells.get_mut(node) {
            cell.open = open;
        }
    }

    fn reshape(&mut self, node: usize, shape: Shape) {
        if let Some(cell) = self.cells.get_mut(node) {
            cell.shape = shape;
        }
    }

    fn value(&mut self) -> Scan<()> {
        let start = self.scan.at;
        match (self.scan.peek(), self.scan.ahead(1), self.scan.ahead(2)) {
            (b'"', _, _) => {
                let node = self.begin(Shape::Text, start);
                self.scan.quoted()?;
                self.finish(node);
            }
            (b'(', _, _) => {
                let node = self.begin(Shape::Tuple, start);
                self.paren(node)?;
            }
            (b'[', _, _) => {
                let node = self.begin(Shape::List, start);
                self.sequence(node, b']')?;
            }
            (b'{', _, _) => {
                let node = self.begin(Shape::Map, start);
                self.sequence(node, b'}')?;
            }
            (b'\'', _, _) => {
                let node = self.begin(Shape::Char, start);
                self.scan.character()?;
                self.finish(node);
            }
            (b'0'..=b'9' | b'+' | b'-', _, _) => {
                let node = self.begin(Shape::Number, start);
                self.scan.number()?;
                self.range(node)?;
            }
            (b'.', next, _) => {
                let node = self.begin(Shape::Number, start);
                if next != b'.' {
                    self.scan.number()?;
                }
                self.range(node)?;
            }
            (b'b', b'"', _) => {
                let node = self.begin(Shape::Bytes, start);
                self.scan.at += 1;
                self.scan.quoted()?;
                self.finish(node);
            }
            (b'b', b'\'', _) => {
                let node = self.begin(Shape::Number, start);
                self.scan.at += 1;
                self.scan.character()?;
                self.range(node)?;
            }
            (b'b', b'r', b'"' | b'#') => {
                let node = self.begin(Shape::RawBytes, start);
                self.scan.at += 2;
                self.scan.raw()?;
                self.finish(node);
            }
            (b'r', b'"', _) | (b'r', b'#', b'"' | b'#') => {
                let node = self.begin(Shape::RawText, start);
                self.scan.at += 1;
                self.scan.raw()?;
                self.finish(node);
            }
            _ => self.word()?,
        }
        Ok(())
    }

    /// A word, alone or as the name of what stands in parentheses after it.
    fn word(&mut self) -> Scan<()> {
        let start = self.scan.at;
        let len = self.scan.word_len();
        if len == 0 {
            return self.scan.unexpected("a value", None);
        }
        let node = self.begin(Shape::Word, start);
        self.scan.at += len;
        let end = self.scan.at;
        self.scan.skip()?;
        if self.scan.peek() == b'(' {
            return self.paren(node);
        }
        if self.implicit_some && self.some_value_follows(start, end) {
            return self.some_value(node);
        }
        self.scan.at = end;
        self.range(node)
    }

    /// ron 0.12 reads `Some 1` where `implicit_some` is enabled.
    fn some_value_follows(&self, start: usize, end: usize) -> bool {
        self.scan.bytes.get(start..end) == Some(b"Some")
            && !self.scan.at_end()
            && !matches!(self.scan.peek(), b',' | b':' | b')' | b']' | b'}')
    }

    fn some_value(&mut self, node: usize) -> Scan<()> {
        self.reshape(node, Shape::Tuple);
        self.deeper()?;
        self.value()?;
        self.leave(node);
        Ok(())
    }

    #[inline]
    fn range(&mut self, node: usize) -> Scan<()> {
        if self.scan.range_tail()? {
            self.reshape(node, Shape::Range);
        }
        self.finish(node);
        Ok(())
    }

    fn enter(&mut self) -> Scan<usize> {
        let open = self.scan.at;
        self.deeper()?;
        self.scan.at += 1;
        self.scan.skip()?;
        Ok(open)
    }

    fn deeper(&mut self) -> Scan<()> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            let message = format!("brackets are nested more than {MAX_DEPTH} deep");
            return fail(self.scan.at, message);
        }
        Ok(())
    }

    fn leave(&mut self, node: usize) {
        self.depth -= 1;
        self.finish(node);
    }

    /// At `(`: a unit, a tuple or, if a name and a colon follow, a struct.
    fn paren(&mut self, node: usize) -> Scan<()> {
        self.mark_open(node);
        let open = self.enter()?;
        if self.scan.peek() == b')' {
            self.scan.at += 1;
            self.reshape(node, Shape::Unit);
            self.leave(node);
            return Ok(());
        }
        let named = self.names_follow()?;
        self.reshape(node, if named { Shape::Struct } else { Shape::Tuple });
        if self.outline && named && self.lists > 0 {
            self.scan.at = open;
            self.scan.bracket()?;
            self.leave(node);
            return Ok(());
        }
        loop {
            if named {
                self.field(open)?;
            } else {
                self.value()?;
            }
            if self.closes(b')', open)? {
                break;
            }
        }
        self.leave(node);
        Ok(())
    }

    fn names_follow(&mut self) -> Scan<bool> {
        let start = self.scan.at;
        self.scan.at += self.scan.word_len();
        let word = self.scan.at > start;
        if word {
            self.scan.skip()?;
        }
        let named = word && self.scan.peek() == b':';
        self.scan.at = start;
        Ok(named)
    }

    #[inline]
    fn field(&mut self, open: usize) -> Scan<()> {
        let len = self.scan.word_len();
        if len == 0 {
            return self.scan.unexpected("a field name or `)`", Some(open));
        }
        let node = self.begin(Shape::Field, self.scan.at);
        self.scan.at += len;
        self.mark_open(node);
        self.colon("`:` after the field name", open)?;
        self.value()?;
        self.finish(node);
        Ok(())
    }

    fn colon(&mut self, expected: &str, open: usize) -> Scan<()> {
        self.scan.skip()?;
        if self.scan.peek() != b':' {
            return self.scan.unexpected(expected, Some(open));
        }
        self.scan.at += 1;
        self.scan.skip()
    }

    /// At `[` or `{`.
    fn sequence(&mut self, node: usize, close: u8) -> Scan<()> {
        let open = self.enter()?;
        if self.scan.peek() == close {
            self.scan.at += 1;
            self.leave(node);
            return Ok(());
        }
        self.lists += 1;
        loop {
            if close == b'}' {
                let entry = self.begin(Shape::Entry, self.scan.at);
                self.value()?;
                self.colon("`:` after the key", open)?;
                self.value()?;
                self.finish(entry);
            } else {
                self.value()?;
            }
            if self.closes(close, open)? {
                break;
            }
        }
        self.lists -= 1;
        self.leave(node);
        Ok(())
    }

    /// After an element: steps over the comma; true at the closing bracket, which it steps over.
    #[inline]
    fn closes(&mut self, close: u8, open: usize) -> Scan<bool> {
        self.scan.skip()?;
        let comma = self.scan.peek() == b',';
        if comma {
            self.scan.at += 1;
            self.scan.skip()?;
        }
        if self.scan.peek() == close {
            self.scan.at += 1;
            return Ok(true);
        }
        if comma && !self.scan.at_end() {
            return Ok(false);
        }
        let expected = match (comma, close) {
            (true, _) => format!("another item or `{}`", char::from(close)),
            (false, _) => format!("`,` or `{}`", char::from(close)),
        };
        self.scan.unexpected(&expected, Some(open))
    }

    /// `#![enable(...)]`, `#![type = ...]`: stepped over; true if one enables `implicit_some`.
    fn attributes(&mut self) -> Scan<bool> {
        let mut implicit_some = false;
        self.scan.skip()?;
        while self.scan.peek() == b'#' {
            let start = self.scan.at;
            for expected in *b"#![" {
                if self.scan.peek() != expected {
                    return fail(
                        start,
                        "expected an attribute such as `#![enable(implicit_some)]`",
                    );
                }
                self.scan.at += 1;
                self.scan.skip()?;
            }
            implicit_some |= self.attribute_body(start)?;
            self.scan.skip()?;
        }
        Ok(implicit_some)
    }

    fn attribute_body(&mut self, start: usize) -> Scan<bool> {
        let mut implicit_some = false;
        let mut level = 1;
        while level > 0 {
            match (self.scan.peek(), self.scan.ahead(1), self.scan.ahead(2)) {
                _ if self.scan.at_end() => return fail(start, "this attribute is never closed"),
                (b'"', _, _) => self.scan.quoted()?,
                (b'/', _, _) => self.scan.comment()?,
                (b'r', b'"', _) | (b'r', b'#', b'"' | b'#') => {
                    self.scan.at += 1;
                    self.scan.raw()?;
                }
                (b'[', _, _) => (level, self.scan.at) = (level + 1, self.scan.at + 1),
                (b']', _, _) => (level, self.scan.at) = (level - 1, self.scan.at + 1),
                _ => {
                    let len = self.scan.word_len();
                    let word = self.scan.tail().get(..len).unwrap_or_default();
                    implicit_some |= word == "implicit_some";
                    let one = self.scan.tail().chars().next().map_or(1, char::len_utf8);
                    self.scan.at += len.max(one);
                }
            }
        }
        Ok(implicit_some)
    }
}
