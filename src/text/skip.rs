//! Stepping over a bracket without looking at what is in it.
//!
//! Several times faster than indexing it: most bytes of a register are texts, and their ends are found
//! by memchr. Whether the inside is RON is for whoever reads it to find out.
use super::error::Scan;
use super::scan::{Scanner, fail};

impl Scanner<'_> {
    /// At an opening bracket: steps behind the one that closes it.
    pub fn bracket(&mut self) -> Scan<()> {
        let (start, mut open) = (self.at, 0_u32);
        loop {
            match self.peek() {
                b'"' => self.quoted()?,
                b'\'' => self.character()?,
                b'/' => self.comment()?,
                b'(' | b'[' | b'{' => (open, self.at) = (open + 1, self.at + 1),
                b')' | b']' | b'}' => {
                    (open, self.at) = (open.saturating_sub(1), self.at + 1);
                    if open == 0 {
                        return Ok(());
                    }
                }
                b'a'..=b'z' | b'A'..=b'Z' | b'_' => self.word_or_literal()?,
                _ if self.at_end() => return fail(start, "this bracket is never closed"),
                _ => self.at += 1,
            }
        }
    }

    /// At a letter: a word, or a literal with a letter in front.
    fn word_or_literal(&mut self) -> Scan<()> {
        let len = self.word_len();
        self.at += len;
        match (self.peek(), self.ahead(1)) {
            _ if len > 0 => Ok(()),
            (b'b', b'"') => self.behind(1).quoted(),
            (b'b', b'\'') => self.behind(1).character(),
            (b'b', b'r') => self.behind(2).raw(),
            (b'r', _) => self.behind(1).raw(),
            _ => {
                self.at += 1;
                Ok(())
            }
        }
    }

    fn behind(&mut self, by: usize) -> &mut Self {
        self.at += by;
        self
    }
}
