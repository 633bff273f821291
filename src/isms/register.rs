//! The text of one file, cut into records.
//!
//! The text is the truth. Of its index only the places of the records are kept: an edit indexes one
//! record anew, not the file.

use super::{File, Kind};
use crate::text::{self, Node, Shape, SyntaxError, Tree};
use std::{ops::Range, sync::Arc};

/// One file of the folder, as text.
#[derive(Debug, Clone)]
pub struct Register {
    /// Which file it is.
    pub file: File,
    /// Whether the file exists, and if it can be read.
    pub state: State,
    /// The text as it would be written now; empty for a missing file.
    pub text: Arc<str>,
    /// Changes with every edit; equal stamps mean equal texts.
    pub stamp: u64,
    pub(super) spans: Vec<(Kind, Vec<Range<u32>>)>,
}

/// What there is to say about a file as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// There is no such file; it counts as an empty register.
    Missing,
    /// It was read.
    Read,
    /// It is not valid RON, or not the struct that it should be; it is shown, never written.
    Broken(SyntaxError),
    /// It could not be read from the disk, for this reason; it is never written.
    Unreadable(String),
}

impl Register {
    /// An empty register, for a file that does not exist.
    pub fn missing(file: File) -> Self {
        Self { file, state: State::Missing, text: Arc::from(""), stamp: 0, spans: Vec::new() }
    }

    /// A register whose file could not be read from the disk.
    pub fn unreadable(file: File, why: String) -> Self {
        Self { state: State::Unreadable(why), ..Self::missing(file) }
    }

    /// Cuts the text of a file into records.
    pub fn cut(file: File, text: Arc<str>, stamp: u64) -> (Self, Option<Tree>) {
        let broken = |error| Self {
            state: State::Broken(error),
            text: Arc::clone(&text),
            stamp,
            ..Self::missing(file)
        };
        let tree = match Tree::parse(&text) {
            Ok(tree) => tree,
            Err(error) => return (broken(error), None),
        };
        if let Err(error) = fits(file, &text, &tree) {
            return (broken(error), None);
        }
        let mut register = Self { file, state: State::Read, spans: Vec::new(), text, stamp };
        for kind in file.kinds() {
            let spans =
                nodes(&register.text, &tree, kind).into_iter().map(|n| narrow(tree.span(n)));
            let spans = spans.collect();
            register.spans.push((kind, spans));
        }
        (register, Some(tree))
    }

    /// Whether records of this file can be changed.
    pub fn is_writable(&self) -> bool {
        matches!(self.state, State::Read | State::Missing)
    }

    /// The byte range of a record's text.
    pub fn span(&self, kind: Kind, row: usize) -> Option<Range<usize>> {
        let (_, spans) = self.spans.iter().find(|(k, _)| *k == kind)?;
        spans.get(row).map(|s| s.start as usize..s.end as usize)
    }

    /// The text of one record, from its opening parenthesis to the closing one.
    pub fn piece(&self, kind: Kind, row: usize) -> Option<&str> {
        self.span(kind, row).and_then(|span| self.text.get(span))
    }

    /// Line and column (from 1) of a byte of the file.
    pub fn line_col(&self, at: usize) -> (usize, usize) {
        text::line_col(&self.text, at)
    }

    /// Puts new texts in the places of records', moving what stands behind them.
    ///
    /// Edits of records that do not exist are left out.
    pub(crate) fn set_pieces(&mut self, edits: &[(Kind, usize, String)], stamp: u64) {
        let mut placed: Vec<(Range<usize>, &str)> = edits
            .iter()
            .filter_map(|(kind, row, piece)| Some((self.span(*kind, *row)?, piece.as_str())))
            .collect();
        placed.sort_by_key(|(span, _)| span.start);
        let grown: usize = placed.iter().map(|(_, piece)| piece.len()).sum();
        let mut text = String::with_capacity(self.text.len() + grown);
        // (end of the old piece, how far all behind it moves)
        let mut moves: Vec<(usize, i64)> = Vec::with_capacity(placed.len());
        let (mut at, mut shift) = (0, 0i64);
        for (span, piece) in &placed {
            text.push_str(self.text.get(at..span.start).unwrap_or_default());
            text.push_str(piece);
            at = span.end;
            shift += wide(piece.len()) - wide(span.len());
            moves.push((span.end, shift));
        }
        text.push_str(self.text.get(at..).unwrap_or_default());
        for range in self.spans.iter_mut().flat_map(|(_, spans)| spans) {
            *range = moved(&moves, range.start)..moved(&moves, range.end);
        }
        self.text = text.into();
        self.stamp = stamp;
    }
}

fn wide(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

fn moved(moves: &[(usize, i64)], at: u32) -> u32 {
    let behind = moves.partition_point(|(end, _)| *end <= at as usize);
    let shift = behind.checked_sub(1).and_then(|i| moves.get(i)).map_or(0, |(_, shift)| *shift);
    u32::try_from(i64::from(at) + shift).unwrap_or(u32::MAX)
}

/// The nodes of all records of a kind.
pub(super) fn nodes(src: &str, tree: &Tree, kind: Kind) -> Vec<Node> {
    let Some(value) = tree.field(src, tree.root(), kind.key()) else { return Vec::new() };
    let value = tree.seen_through_some(src, value);
    if kind.is_single() {
        return if is_record(tree, value) { vec![value] } else { Vec::new() };
    }
    if tree.shape(value) != Shape::List {
        return Vec::new();
    }
    tree.children(value).filter(|n| is_record(tree, *n)).collect()
}

fn is_record(tree: &Tree, node: Node) -> bool {
    matches!(tree.shape(node), Shape::Struct | Shape::Unit)
}

/// Refuses a file whose root, or one of its sections, is something else than it should be.
fn fits(file: File, src: &str, tree: &Tree) -> Result<(), SyntaxError> {
    let refuse = |node: Node, message: String| {
        let at = tree.span(node).start;
        let (line, col) = text::line_col(src, at);
        Err(SyntaxError { at, line, col, message, opened: None })
    };
    if !is_record(tree, tree.root()) {
        let name = file.root();
        return refuse(tree.root(), format!("expected `{name}(schema: 1, …)` with named fields"));
    }
    for kind in file.kinds() {
        let Some(value) = tree.field(src, tree.root(), kind.key()) else { continue };
        let value = tree.seen_through_some(src, value);
        if tree.is_none(src, value) {
            continue;
        }
        let (key, label) = (kind.key(), kind.label());
        if kind.is_single() {
            if !is_record(tree, value) {
                return refuse(value, format!("`{key}` should be one record: `(field: value, …)`"));
            }
        } else if tree.shape(value) != Shape::List {
            return refuse(
                value,
                format!("`{key}` should be a list of {label} records: `[(…), …]`"),
            );
        } else if let Some(odd) = tree.children(value).find(|n| !is_record(tree, *n)) {
            return refuse(odd, format!("each {label} should be a record: `(id: \"…\", …)`"));
        }
    }
    Ok(())
}

fn narrow(span: Range<usize>) -> Range<u32> {
    narrow_one(span.start)..narrow_one(span.end)
}

fn narrow_one(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
