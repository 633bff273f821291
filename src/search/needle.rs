//! A folded text to look for in texts that are not folded: nothing is copied, so a filter keeps up with typing.

use super::fold::{fold, fold_ascii, fold_char, same};

/// Letters by how often they occur, the rarest first.
const RARE: &[u8] = b"zqxjkvwybpgfmuchldrsnioate";

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needle {
    text: String,
    /// Place of the rarest byte: texts without it are soon done with.
    anchor: usize,
}

impl Needle {
    /// Something to look for, folded here.
    pub fn new(typed: &str) -> Self {
        let text = fold(typed);
        let rarity = |byte: u8| RARE.iter().position(|rare| *rare == byte);
        // figures and signs are rarer than letters in prose; blanks are not
        let rank = |byte: u8| if byte == b' ' { RARE.len() } else { rarity(byte).unwrap_or(5) };
        let anchor = text.bytes().enumerate().min_by_key(|(_, byte)| rank(*byte));
        Self { anchor: anchor.map_or(0, |(place, _)| place), text }
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether a text holds it.
    pub fn is_in(&self, text: &str) -> bool {
        self.search(text, false)
    }

    /// Whether a word of a text starts with it.
    pub fn starts_word_in(&self, text: &str) -> bool {
        self.search(text, true)
    }

    /// Whether it is the whole text.
    pub fn is(&self, text: &str) -> bool {
        same(text, &self.text)
    }

    fn search(&self, text: &str, at_word: bool) -> bool {
        if self.text.is_empty() {
            return true;
        }
        if text.is_ascii() {
            return text.len() >= self.text.len()
                && self.text.is_ascii()
                && self.search_ascii(text.as_bytes(), at_word);
        }
        self.search_chars(text, at_word)
    }

    fn search_ascii(&self, text: &[u8], at_word: bool) -> bool {
        let needle = self.text.as_bytes();
        let Some(&anchor) = needle.get(self.anchor) else { return false };
        let fits = |at: usize| {
            let Some(start) = at.checked_sub(self.anchor) else { return false };
            let Some(there) = text.get(start..start + needle.len()) else { return false };
            let before = start.checked_sub(1).and_then(|before| text.get(before));
            !(at_word && before.is_some_and(u8::is_ascii_alphanumeric))
                && there.iter().zip(needle).all(|(byte, wanted)| fold_ascii(*byte) == *wanted)
        };
        if anchor == b' ' {
            // several characters fold to a blank
            return (0..text.len()).any(fits);
        }
        memchr::memchr2_iter(anchor, anchor.to_ascii_uppercase(), text).any(fits)
    }

    fn search_chars(&self, text: &str, at_word: bool) -> bool {
        let Some(first) = self.text.chars().next() else { return true };
        let mut after_word = false;
        for (at, one) in text.char_indices() {
            let mut nth = 0;
            let mut found = false;
            fold_char(one, &mut |folded| {
                let starts = folded == first && !(at_word && after_word);
                found = found || starts && self.starts(text.get(at..).unwrap_or_default(), nth);
                after_word = folded.is_alphanumeric();
                nth += 1;
            });
            if found {
                return true;
            }
        }
        false
    }

    /// Whether a text, folded and without its first `skipped` characters, starts with it.
    fn starts(&self, text: &str, skipped: usize) -> bool {
        let mut wanted = self.text.chars().peekable();
        let mut skip = skipped;
        for one in text.chars() {
            let mut fits = true;
            fold_char(one, &mut |folded| {
                if skip > 0 {
                    skip -= 1;
                } else if let Some(next) = wanted.next() {
                    fits &= next == folded;
                }
            });
            if !fits {
                return false;
            }
            if wanted.peek().is_none() {
                return true;
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::Needle;
    use crate::search::fold::fold;
    use proptest::prelude::*;

    fn holds(text: &str, needle: &str) -> bool {
        Needle::new(needle).is_in(text)
    }

    fn holds_word(text: &str, needle: &str) -> bool {
        Needle::new(needle).starts_word_in(text)
    }

    #[test]
    fn texts_are_searched_unfolded() {
        assert!(holds("漏洞管理", "管理") && !holds("Patch", "管理"));
        assert!(holds("two\nlines", "two lines") && holds("é two\nlines", "two lines"));
        assert!(holds("anything", "") && !holds("", "x"));
        assert!(holds("a b", " ") && holds("a\nb", " "));
    }

    #[test]
    fn words_are_found_at_their_start() {
        assert!(holds("patch-management", "manage") && holds_word("patch-management", "manage"));
        assert!(holds("Größenwahn", "ssen") && !holds_word("Größenwahn", "ssen"));
        assert!(!holds_word("unpatched", "patch") && holds_word("Ungeprüft: Öl", "ol"));
    }

    proptest! {
        #[test]
        fn searching_unfolded_is_searching_folded(
            text in "[aAsSßéE\u{301}ﬁ \n-]{0,12}", needle in "[asSßée f-]{1,3}"
        ) {
            let needle = Needle::new(&needle);
            prop_assert_eq!(needle.is_in(&text), fold(&text).contains(needle.text()));
            prop_assert_eq!(needle.is(&text), fold(&text) == needle.text());
        }
    }
}
