//! What can be wrong: a text that is not RON, or an edit that does not fit the text.
//!
//! Both say where (line and column, counted from 1) so that the message can be acted on in any
//! editor; the file's name is added by whoever knows it.
use std::fmt;

/// A place where the text stops being RON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// Byte offset.
    pub at: usize,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub col: usize,
    /// What was expected, what was found, what to do.
    pub message: String,
    /// Line and column of the bracket that is still open there.
    pub opened: Option<(usize, usize)>,
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.col, self.message)?;
        match self.opened {
            Some((line, col)) => write!(f, " (opened at {line}:{col})"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for SyntaxError {}

/// An edit that cannot be made on this text; the text was left as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// A field was to be set in something that has no fields.
    NotARecord {
        /// Line and column of what stands there instead.
        at: (usize, usize),
    },
    /// An item was to be put into or taken from something that is no list.
    NotAList {
        /// Line and column of what stands there instead.
        at: (usize, usize),
    },
    /// The list is shorter than the place asked for.
    NoSuchItem {
        /// Line and column of the list.
        at: (usize, usize),
        /// The place asked for, from 0.
        asked: usize,
        /// How many items there are.
        len: usize,
    },
    /// The name cannot be a field's name in RON.
    BadName {
        /// The name.
        name: String,
    },
    /// The new text would not be RON: a verbatim value is broken.
    BadValue(SyntaxError),
    /// The passes of cutting and growing came to no end.
    Unsettled,
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EditError::NotARecord { at: (line, col) } => write!(
                f,
                "{line}:{col}: a record in parentheses was expected here; nothing was changed"
            ),
            EditError::NotAList { at: (line, col) } => write!(
                f,
                "{line}:{col}: a list in square brackets was expected here; nothing was changed"
            ),
            EditError::NoSuchItem { at: (line, col), asked, len } => write!(
                f,
                "{line}:{col}: this list has {len} items, there is no place {asked}; \
                 nothing was changed"
            ),
            EditError::BadName { name } => {
                write!(f, "`{}` cannot be a field name; nothing was changed", name.escape_debug())
            }
            EditError::Unsettled => f.write_str(
                "no way was found to write this change into the text, nothing was changed; \
                 make it in an editor, and please report it",
            ),
            EditError::BadValue(error) => {
                write!(f, "the new value is not valid RON, nothing was changed: {error}")
            }
        }
    }
}

impl std::error::Error for EditError {}

/// Line and column (in characters), both from 1, of a byte offset.
pub fn line_col(src: &str, at: usize) -> (usize, usize) {
    let head = (0..=at.min(src.len())).rev().find_map(|end| src.get(..end)).unwrap_or_default();
    let line = 1 + memchr::memchr_iter(b'\n', head.as_bytes()).count();
    let bol = memchr::memrchr(b'\n', head.as_bytes()).map_or(0, |i| i + 1);
    (line, 1 + head.get(bol..).unwrap_or_default().chars().count())
}

/// What a scan found wrong, before lines and columns are counted.
#[derive(Debug)]
pub(super) struct Fault {
    pub at: usize,
    pub message: String,
    pub opened: Option<usize>,
}

impl Fault {
    pub fn locate(self, src: &str) -> SyntaxError {
        let (line, col) = line_col(src, self.at);
        let opened = self.opened.map(|at| line_col(src, at));
        SyntaxError { at: self.at, line, col, message: self.message, opened }
    }
}

/// The result of a scan; boxed because the good case is the hot one.
pub(super) type Scan<T> = Result<T, Box<Fault>>;
