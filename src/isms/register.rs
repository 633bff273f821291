//! The text of one file, cut into records.
//!
//! The text is the truth. Of its index only the places of the records are kept: an edit indexes one
//! record anew, not the file.

use super::{
    File, Kind,
    cut::{self, Spans},
    load::Source,
};
use crate::text::{self, FileText, SyntaxError, Tree};
use std::ops::Range;

/// One file of the folder, as text.
#[derive(Debug, Clone)]
pub struct Register {
    /// Which file it is.
    pub file: File,
    /// Whether the file exists, and if it can be read.
    pub state: State,
    /// The text as it would be written now; empty for a missing file.
    pub text: FileText,
    /// Changes with every edit; equal stamps mean equal texts.
    pub stamp: u64,
    pub(super) spans: Spans,
    pub(super) implicit_some: bool,
    pub(super) crlf: bool,
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

impl State {
    /// What there is to say about a text that stands, or is to stand, in the place of a file.
    pub fn of(file: File, text: &str) -> State {
        let whole = Tree::parse(text).and_then(|tree| cut::spans(file, text, &tree));
        whole.map_or_else(State::Broken, |_| State::Read)
    }
}

impl Register {
    /// An empty register, for a file that does not exist.
    pub fn missing(file: File) -> Self {
        Self {
            file,
            state: State::Missing,
            text: FileText::default(),
            stamp: 0,
            spans: Vec::new(),
            implicit_some: true,
            crlf: false,
        }
    }

    /// A register whose file could not be read from the disk.
    pub fn unreadable(file: File, why: String) -> Self {
        Self { state: State::Unreadable(why), ..Self::missing(file) }
    }

    /// Cuts the text of a file into records; whether they are RON is found when they are read.
    pub(super) fn cut(file: File, text: FileText, stamp: u64) -> Self {
        let outline = Tree::outline(&text);
        let cut = outline.and_then(|tree| Ok((cut::spans(file, &text, &tree)?, tree)));
        match cut {
            Ok((spans, Tree { implicit_some, crlf, .. })) => {
                Self { file, state: State::Read, text, stamp, spans, implicit_some, crlf }
            }
            Err(error) => Self::broken(file, text, stamp, error),
        }
    }

    /// A register whose text is not RON, or not what it should be.
    ///
    /// A whole index says more plainly than an outline what is wrong, and where.
    pub(super) fn broken(file: File, text: FileText, stamp: u64, error: SyntaxError) -> Self {
        let state = State::Broken(Tree::parse(&text).err().unwrap_or(error));
        Self { state, text, stamp, ..Self::missing(file) }
    }

    /// Whether records of this file can be changed.
    pub fn is_writable(&self) -> bool {
        matches!(self.state, State::Read | State::Missing)
    }

    /// Why the file can't be read, with its name and, where that is known, the place: a whole sentence.
    pub fn trouble(&self) -> Option<String> {
        match &self.state {
            State::Broken(error) => Some(format!("{}:{error}.", self.file.name())),
            State::Unreadable(why) => Some(format!("{}: {why}.", self.file.name())),
            State::Read | State::Missing => None,
        }
    }

    /// The line of the first thing that keeps the file from being read, from 1.
    pub fn trouble_line(&self) -> Option<usize> {
        match &self.state {
            State::Broken(error) => Some(error.line),
            _ => None,
        }
    }

    /// The byte range of a record's text.
    pub fn span(&self, kind: Kind, row: usize) -> Option<Range<usize>> {
        self.spans(kind).get(row).map(|s| s.start as usize..s.end as usize)
    }

    /// The byte ranges of all records of a kind, in the order of the file.
    pub(crate) fn spans(&self, kind: Kind) -> &[Range<u32>] {
        self.spans.iter().find(|(k, _)| *k == kind).map_or(&[], |(_, spans)| spans)
    }

    /// The text of one record, from its opening parenthesis to the closing one.
    pub fn piece(&self, kind: Kind, row: usize) -> Option<&str> {
        self.span(kind, row).and_then(|span| self.text.get(span))
    }

    /// The index of a piece of this file.
    pub(crate) fn index(&self, piece: &str) -> Result<Tree, SyntaxError> {
        Tree::piece(piece, self.implicit_some, self.crlf)
    }

    /// Whether the file's head lets `Some(x)` be written as `x`.
    pub(crate) fn implicit_some(&self) -> bool {
        self.implicit_some
    }

    pub(super) fn source(&self) -> Source<'_> {
        Source { text: &self.text, implicit_some: self.implicit_some, crlf: self.crlf }
    }

    /// Line and column (from 1) of a byte of the file.
    pub fn line_col(&self, at: usize) -> (usize, usize) {
        text::line_col(&self.text, at)
    }
}
