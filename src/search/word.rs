//! One word of what is looked for, and how well a text answers it.

use super::{
    fold::fold,
    id::{self, Fit},
};
use crate::isms::Kind;
use memchr::memmem::Finder;

/// How a word was found, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// It is the id.
    Id,
    /// The id starts with it.
    IdStart,
    /// A word of the title starts with it.
    TitleWord,
    /// It stands inside a word of the title.
    Title,
    /// A word of the other text starts with it.
    TextWord,
    /// It stands inside a word of the other text.
    Text,
    /// Its letters stand in the title, in this order.
    Letters,
}

/// A folded word, ready to be looked for.
#[derive(Debug, Clone)]
pub struct Word {
    /// The word.
    pub text: String,
    /// Whether it stood in quotes: then nothing like it will do.
    pub quoted: bool,
    mask: u64,
    finder: Finder<'static>,
}

/// What a word is looked for in.
#[derive(Debug, Clone, Copy)]
pub struct Hay<'a> {
    /// The id.
    pub id: &'a str,
    /// The word for its kind.
    pub kind: &'a str,
    /// The title, folded, and behind it all other text, folded; a line break parts them.
    pub folded: &'a str,
    /// Length of the title in bytes.
    pub title: usize,
    /// The letters of all that; see [`mask`].
    pub mask: u64,
}

/// Which letters and figures stand in a folded text, a bit each.
///
/// Blanks, separators and zeros have none: in ids they may be missing.
pub fn mask(folded: &str) -> u64 {
    folded.bytes().fold(0, |bits, byte| bits | bit(byte))
}

const fn bit(byte: u8) -> u64 {
    match byte {
        b'a'..=b'z' => 1 << (byte - b'a'),
        b'1'..=b'9' => 1 << (26 + byte - b'1'),
        b'.' => 1 << 35,
        0x80.. => 1 << (36 + byte % 28),
        _ => 0,
    }
}

impl Word {
    /// A word or phrase as it was typed.
    pub fn new(typed: &str, quoted: bool) -> Self {
        let text = fold(typed);
        let finder = Finder::new(text.as_bytes()).into_owned();
        Self { mask: mask(&text), quoted, finder, text }
    }

    /// The words of a line.
    pub fn all(typed: &str) -> Vec<Self> {
        typed.split_whitespace().map(|word| Word::new(word, false)).collect()
    }

    /// Whether whatever holds `self` also holds `other`, so that it needn't be looked for again.
    pub fn narrows(&self, other: &Word) -> bool {
        // a bare number is the whole number of an id: "44" finds R-44, "4" does not
        let number = self.text.bytes().all(|byte| byte.is_ascii_digit());
        !number && (self.quoted || !other.quoted) && self.text.starts_with(&other.text)
    }

    /// How well the hay answers the word; `None` if it doesn't.
    pub fn tier(&self, hay: Hay<'_>) -> Option<Tier> {
        if hay.mask & self.mask != self.mask {
            return None;
        }
        // "A.8.1" is never the clause 8.1
        let elsewhere = hay.kind == Kind::Clause.label() && self.text.starts_with("a.");
        if !self.quoted && !elsewhere {
            match id::fit(hay.id, &self.text) {
                Some(Fit::Whole) => return Some(Tier::Id),
                Some(_) => return Some(Tier::IdStart),
                None => {}
            }
        }
        match self.found(hay) {
            Some(tier) => Some(tier),
            None if self.quoted => None,
            None if hay.kind.starts_with(&self.text) => Some(Tier::TextWord),
            None => has_letters(hay.heading(), &self.text).then_some(Tier::Letters),
        }
    }

    /// Where the word stands as it is.
    fn found(&self, hay: Hay<'_>) -> Option<Tier> {
        let bytes = hay.folded.as_bytes();
        let mut best = None;
        for at in self.finder.find_iter(bytes) {
            let starts = starts_word(bytes, at);
            let tier = match (at < hay.title, starts) {
                (true, true) => return Some(Tier::TitleWord),
                (true, false) => Tier::Title,
                (false, true) => Tier::TextWord,
                (false, false) => Tier::Text,
            };
            best = Some(best.map_or(tier, |best: Tier| best.min(tier)));
            // in the text nothing better follows
            if at >= hay.title && (starts || best < Some(Tier::TextWord)) {
                break;
            }
        }
        best
    }

    /// Where the word stands in a folded title, in bytes: preferably at the start of a word.
    pub fn place(&self, title: &str) -> Option<usize> {
        let bytes = title.as_bytes();
        let at_word = self.finder.find_iter(bytes).find(|at| starts_word(bytes, *at));
        at_word.or_else(|| self.finder.find(bytes))
    }
}

impl<'a> Hay<'a> {
    /// The folded title.
    pub fn heading(&self) -> &'a str {
        self.folded.get(..self.title).unwrap_or_default()
    }
}

fn starts_word(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| bytes.get(before));
    before.is_none_or(|byte| !byte.is_ascii_alphanumeric() && byte.is_ascii())
}

/// Whether the letters of a word stand in a title in this order, the first one at the start of a word.
fn has_letters(title: &str, word: &str) -> bool {
    let Some((first, rest)) = word.as_bytes().split_first() else { return true };
    let bytes = title.as_bytes();
    let mut starts = memchr::memchr_iter(*first, bytes).filter(|at| starts_word(bytes, *at));
    let Some(tail) = starts.next().and_then(|at| bytes.get(at + 1..)) else { return false };
    let mut tail = tail.iter();
    rest.iter().all(|wanted| tail.any(|byte| byte == wanted))
}

#[cfg(test)]
mod tests {
    use super::{Hay, Tier, Word, mask};
    use crate::search::fold::fold;
    use proptest::prelude::*;

    fn tier(word: Word, id: &str, title: &str, text: &str) -> Option<Tier> {
        let (title, text) = (fold(title), fold(text));
        let folded = format!("{title}\n{text}");
        let all = fold(&format!("risk {id} {folded}"));
        word.tier(Hay { id, kind: "risk", folded: &folded, title: title.len(), mask: mask(&all) })
    }

    fn typed(word: &str) -> Option<Tier> {
        tier(Word::new(word, false), "R-014", "Unpatched build-agents", "Überwachung fehlt")
    }

    #[test]
    fn the_better_a_word_fits_the_lower_its_tier() {
        assert_eq!(typed("r14"), Some(Tier::Id));
        assert_eq!(typed("R-0"), Some(Tier::IdStart));
        assert_eq!(typed("BUILD"), Some(Tier::TitleWord));
        assert_eq!(typed("agents"), Some(Tier::TitleWord));
        assert_eq!(typed("patch"), Some(Tier::Title));
        assert_eq!(typed("über"), Some(Tier::TextWord));
        assert_eq!(typed("ris"), Some(Tier::TextWord));
        assert_eq!(typed("wachung"), Some(Tier::Text));
        assert_eq!(typed("bldagt"), Some(Tier::Letters));
        assert_eq!(typed("cloud"), None);
        assert_eq!(typed("tnega"), None);
    }

    #[test]
    fn quotes_allow_nothing_but_the_phrase() {
        let quoted = |phrase: &str| {
            tier(Word::new(phrase, true), "R-014", "Unpatched build agents", "in the cloud")
        };
        assert_eq!(quoted("build agents"), Some(Tier::TitleWord));
        assert_eq!(quoted("the cloud"), Some(Tier::TextWord));
        assert_eq!(quoted("r14"), None);
        assert_eq!(quoted("bldagt"), None);
        assert_eq!(quoted("risk"), None);
    }

    #[test]
    fn the_best_place_counts_not_the_first() {
        let found = tier(Word::new("art", false), "1", "startled artist", "");
        assert_eq!(found, Some(Tier::TitleWord));
        let found = tier(Word::new("art", false), "1", "startled", "an artist");
        assert_eq!(found, Some(Tier::Title));
    }

    proptest! {
        #[test]
        fn a_longer_word_is_found_only_where_the_shorter_one_is(
            id in "[AR]-[0-9]{1,3}", title in "[abA é-]{0,8}", text in "[abé ]{0,8}",
            word in "[abré014.-]{1,4}", more in "[abé014.-]{1,2}",
        ) {
            let longer = Word::new(&format!("{word}{more}"), false);
            let shorter = Word::new(&word, false);
            prop_assume!(longer.narrows(&shorter));
            if tier(longer, &id, &title, &text).is_some() {
                prop_assert!(tier(shorter, &id, &title, &text).is_some());
            }
        }
    }
}
