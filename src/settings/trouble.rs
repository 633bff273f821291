//! One mistake in a file of the user's, with the place where it stands.

use crate::text::{SyntaxError, line_col};
use std::fmt;

/// A mistake in settings.ron, keys.ron or a theme; the rest of the file may still hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub col: usize,
    /// What is the matter and what to do.
    pub message: String,
}

impl Trouble {
    /// A mistake at a byte offset of a text.
    pub fn at(text: &str, offset: usize, message: impl Into<String>) -> Self {
        let (line, col) = line_col(text, offset);
        Self { line, col, message: message.into() }
    }

    /// A text that is no RON.
    pub fn syntax(error: &SyntaxError) -> Self {
        let mut message = error.message.clone();
        if let Some((line, col)) = error.opened {
            message += &format!(" (opened at {line}:{col})");
        }
        Self { line: error.line, col: error.col, message }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.col, self.message)
    }
}
