//! Strings, characters and numbers: where they end. What they mean is ron's business.
//!
//! The rules are a superset of ron's, so that whatever ron reads has a place in the index.
use super::error::Scan;
use super::scan::{Scanner, fail};

impl Scanner<'_> {
    /// At the character after a backslash.
    fn escape(&mut self) -> Scan<()> {
        let start = self.at.saturating_sub(1);
        match self.peek() {
            b'\'' | b'"' | b'\\' | b'n' | b'r' | b't' | b'0' | b'\n' => self.at += 1,
            b'\r' if self.ahead(1) == b'\n' => self.at += 2,
            b'x' if self.ahead(1).is_ascii_hexdigit() && self.ahead(2).is_ascii_hexdigit() => {
                self.at += 3;
            }
            b'u' if self.ahead(1) == b'{' => {
                let digits = (2..9).take_while(|&n| self.ahead(n).is_ascii_hexdigit()).count();
                if !(1..=6).contains(&digits) || self.ahead(2 + digits) != b'}' {
                    return fail(start, "expected 1 to 6 hex digits in `\\u{...}`");
                }
                self.at += 3 + digits;
            }
            _ => return fail(start, "unknown escape in a string: write `\\\\` for a backslash"),
        }
        Ok(())
    }

    /// At an opening `"`.
    #[inline]
    pub fn quoted(&mut self) -> Scan<()> {
        let start = self.at;
        self.at += 1;
        loop {
            let Some(n) = memchr::memchr2(b'"', b'\\', self.rest()) else {
                return fail(start, "this string is never closed with `\"`");
            };
            self.at += n;
            let quote = self.peek() == b'"';
            self.at += 1;
            if quote {
                return Ok(());
            }
            self.escape()?;
        }
    }

    /// At the first `#` or `"` after the `r`.
    pub fn raw(&mut self) -> Scan<()> {
        let start = self.at;
        while self.peek() == b'#' {
            self.at += 1;
        }
        let hashes = self.at - start;
        if self.peek() != b'"' {
            return fail(start, "expected `\"` after the `#` of a raw string");
        }
        self.at += 1;
        loop {
            let Some(n) = memchr::memchr(b'"', self.rest()) else {
                return fail(start, "this raw string is never closed with `\"` and its `#`");
            };
            self.at += n + 1;
            let closing = self.rest().get(..hashes);
            if closing.is_some_and(|tail| tail.iter().all(|&c| c == b'#')) {
                self.at += hashes;
                return Ok(());
            }
        }
    }

    /// At an opening `'`; `'''` is a valid character.
    pub fn character(&mut self) -> Scan<()> {
        let start = self.at;
        self.at += 1;
        if self.peek() == b'\\' {
            self.at += 1;
            self.escape()?;
        } else if let Some(c) = self.tail().chars().next() {
            self.at += c.len_utf8();
        }
        if self.peek() != b'\'' {
            return fail(start, "this character is never closed with `'`");
        }
        self.at += 1;
        Ok(())
    }

    /// A number, at its sign, first digit or point.
    #[inline]
    pub fn number(&mut self) -> Scan<()> {
        let start = self.at;
        if matches!(self.peek(), b'+' | b'-') {
            self.at += 1;
            let word = self.word_len();
            if word > 0 {
                self.at += word; // -inf, +NaN
                return Ok(());
            }
        }
        let hex = self.peek() == b'0' && self.ahead(1) == b'x';
        let digits = self.at;
        let mut before = 0;
        loop {
            let here = self.peek();
            let inside = here.is_ascii_alphanumeric()
                || here == b'_'
                || (here == b'.' && self.ahead(1) != b'.')
                || (matches!(here, b'+' | b'-') && !hex && matches!(before, b'e' | b'E'));
            if !inside {
                break;
            }
            before = here;
            self.at += 1;
        }
        if self.at == digits { fail(start, "expected a number") } else { Ok(()) }
    }

    /// After a number or at `..`: steps over the rest of a range (`1..=5`), true if there is one.
    #[inline]
    pub fn range_tail(&mut self) -> Scan<bool> {
        if self.peek() != b'.' || self.ahead(1) != b'.' {
            return Ok(false);
        }
        self.at += 2;
        if self.peek() == b'=' {
            self.at += 1;
        }
        let end = self.at;
        self.skip()?;
        match self.peek() {
            b'0'..=b'9' | b'+' | b'-' | b'.' => self.number()?,
            b'b' if self.ahead(1) == b'\'' => {
                self.at += 1;
                self.character()?;
            }
            b'i' | b'N' if self.rest().starts_with(b"inf") || self.rest().starts_with(b"NaN") => {
                self.at += self.word_len();
            }
            _ => self.at = end,
        }
        Ok(true)
    }
}
