//! The cursor over the bytes: blanks and comments, and what to say when something unexpected stands
//! there. Literals and words are read by the sibling files.
use super::error::{Fault, Scan};

/// A place in the text that moves forward.
pub(super) struct Scanner<'a> {
    pub src: &'a str,
    pub bytes: &'a [u8],
    pub at: usize,
}

impl<'a> Scanner<'a> {
    pub fn new(src: &'a str, at: usize) -> Self {
        Scanner { src, bytes: src.as_bytes(), at }
    }

    /// The byte here; 0 at the end, which is no part of RON's syntax.
    #[inline]
    pub fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(0)
    }

    #[inline]
    pub fn ahead(&self, by: usize) -> u8 {
        self.bytes.get(self.at + by).copied().unwrap_or(0)
    }

    #[inline]
    pub fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// The rest as text; empty inside a character, where the cursor never stops.
    #[inline]
    pub fn tail(&self) -> &'a str {
        self.src.get(self.at..).unwrap_or_default()
    }

    #[inline]
    pub fn at_end(&self) -> bool {
        self.at >= self.bytes.len()
    }

    /// Steps over blanks and comments.
    #[inline]
    pub fn skip(&mut self) -> Scan<()> {
        loop {
            let rest = self.rest();
            let blank = |c: &u8| matches!(c, b' ' | b'\n' | b'\t' | b'\r' | 0x0b | 0x0c);
            self.at += rest.iter().position(|c| !blank(c)).unwrap_or(rest.len());
            match self.peek() {
                b'/' => self.comment()?,
                0xC2 if self.ahead(1) == 0x85 => self.at += 2,
                0xE2 if self.ahead(1) == 0x80
                    && matches!(self.ahead(2), 0x8E | 0x8F | 0xA8 | 0xA9) =>
                {
                    self.at += 3;
                }
                _ => return Ok(()),
            }
        }
    }

    /// Steps over one comment; block comments nest.
    #[cold]
    pub fn comment(&mut self) -> Scan<()> {
        let start = self.at;
        match self.ahead(1) {
            b'/' => {
                let line = memchr::memchr(b'\n', self.rest());
                self.at = line.map_or(self.bytes.len(), |n| self.at + n);
                Ok(())
            }
            b'*' => {
                self.at += 2;
                let mut level = 1;
                while level > 0 {
                    let Some(n) = memchr::memchr2(b'/', b'*', self.rest()) else {
                        return fail(start, "this block comment is never closed with `*/`");
                    };
                    self.at += n;
                    match (self.peek(), self.ahead(1)) {
                        (b'/', b'*') => (level, self.at) = (level + 1, self.at + 2),
                        (b'*', b'/') => (level, self.at) = (level - 1, self.at + 2),
                        _ => self.at += 1,
                    }
                }
                Ok(())
            }
            _ => fail(start, "expected a comment (`//` or `/*`) after `/`"),
        }
    }

    /// Names what stands here instead of what was expected.
    #[cold]
    pub fn unexpected<T>(&self, expected: &str, opened: Option<usize>) -> Scan<T> {
        let (message, opened) = match self.conflict_marker() {
            Some(marker) => {
                let advice = "choose one side and remove the markers";
                (format!("merge conflict marker `{marker}`: {advice}"), None)
            }
            None => (format!("expected {expected}, found {}", self.found()), opened),
        };
        Err(Box::new(Fault { at: self.at, message, opened }))
    }

    /// Git's markers: seven of a kind at the start of a line.
    fn conflict_marker(&self) -> Option<&'static str> {
        let bol = self.at == 0 || self.bytes.get(self.at - 1) == Some(&b'\n');
        let rest = self.rest();
        ["<<<<<<<", "=======", ">>>>>>>", "|||||||"]
            .into_iter()
            .find(|marker| bol && rest.starts_with(marker.as_bytes()))
    }

    fn found(&self) -> String {
        match self.tail().chars().next() {
            None => "the end of the text".into(),
            Some(c @ ('\u{2018}'..='\u{201f}' | '\u{ab}' | '\u{bb}')) => {
                format!("the typographic quote `{c}`: RON wants the straight `\"`")
            }
            Some('\u{a0}') => "a no-break space (U+00A0): put an ordinary space".into(),
            Some('\u{feff}') => "a byte order mark (U+FEFF): remove it".into(),
            Some(c) => format!("`{}`", c.escape_debug()),
        }
    }
}

/// An error at `at`.
#[cold]
pub(super) fn fail<T>(at: usize, message: impl Into<String>) -> Scan<T> {
    Err(Box::new(Fault { at, message: message.into(), opened: None }))
}
