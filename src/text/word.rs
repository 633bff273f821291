//! Identifiers: field names, enum variants, `Some`, `true`.
use super::scan::Scanner;
use unicode_ident::{is_xid_continue, is_xid_start};

/// The ASCII characters of an identifier; names are scanned more than anything else.
const IN_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut c = 0;
    while c < 128 {
        #[expect(clippy::cast_possible_truncation, clippy::indexing_slicing, reason = "c < 128")]
        {
            table[c] = (c as u8).is_ascii_alphanumeric() || c as u8 == b'_';
        }
        c += 1;
    }
    table
};

impl Scanner<'_> {
    /// Length of the identifier here, `r#` included; 0 if there is none.
    #[inline]
    pub fn word_len(&self) -> usize {
        match (self.peek(), self.ahead(1), self.ahead(2)) {
            (b'b', b'"' | b'\'', _) | (b'r', b'"', _) => return 0,
            (b'b', b'r', b'"' | b'#') | (b'r', b'#', b'"' | b'#') => return 0,
            (b'r', b'#', _) => return self.raw_word_len(),
            (c, _, _) if c.is_ascii_alphabetic() || c == b'_' => {}
            (c, _, _) if c >= 0x80 && self.tail().starts_with(is_xid_start) => {}
            _ => return 0,
        }
        let inside = |c: &u8| IN_WORD.get(usize::from(*c)).copied().unwrap_or_default();
        let rest = self.rest();
        let len = rest.iter().position(|c| !inside(c)).unwrap_or(rest.len());
        if self.ahead(len) < 0x80 { len } else { self.wide_word_len() }
    }

    /// Raw identifiers may hold `.`, `+` and `-` as well.
    fn raw_word_len(&self) -> usize {
        let inside = |c: &char| matches!(c, '.' | '+' | '-') || is_xid_continue(*c);
        match self.tail().chars().skip(2).take_while(inside).map(char::len_utf8).sum() {
            0 => 0,
            len => 2 + len,
        }
    }

    fn wide_word_len(&self) -> usize {
        self.tail().chars().take_while(|&c| is_xid_continue(c)).map(char::len_utf8).sum()
    }
}

/// Whether the text is one identifier without `r#`.
pub(super) fn is_word(text: &str) -> bool {
    !text.is_empty() && !text.starts_with("r#") && Scanner::new(text, 0).word_len() == text.len()
}

/// Whether the text can be an identifier behind `r#`.
pub(super) fn is_raw_word(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| matches!(c, '.' | '+' | '-') || is_xid_continue(c))
}
