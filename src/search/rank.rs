//! The order of what was found: by tier, then by the fuzzy matcher's score, the shorter title first.
//!
//! The matcher is slow and knows neither case nor accents, so it sees only the folded titles of the
//! best few hundred; what is found at all and in which tier is decided without it. Nothing else
//! in annexa knows that it exists.

use super::{
    fold::Folded,
    word::{Hay, Tier, Word, mask},
};
use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

/// How many of the best are scored.
pub const SCORED: usize = 300;

/// Scores titles and finds the letters to highlight.
pub struct Scorer(SkimMatcherV2);

impl Default for Scorer {
    fn default() -> Self {
        // the matcher keeps its largest matrix: no title needs a bigger one than this
        Self(SkimMatcherV2::default().ignore_case().element_limit(200 * 1024))
    }
}

impl std::fmt::Debug for Scorer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Scorer")
    }
}

impl Scorer {
    /// How well a title answers the words that it was found by; higher is better.
    pub fn score(&self, hay: Hay<'_>, words: &[Word]) -> i64 {
        let title = hay.heading();
        let by_title = words.iter().filter(|word| word.tier(hay) >= Some(Tier::TitleWord));
        let scores = by_title.filter_map(|word| self.0.fuzzy_match(title, &word.text));
        match scores.reduce(i64::saturating_add) {
            // a title that says little else answers better
            Some(score) => score * 4 - i64::try_from(title.len()).unwrap_or_default(),
            None => 0,
        }
    }

    /// The characters of a title to highlight, in order.
    pub fn highlight(&self, title: &str, hay: Hay<'_>, words: &[Word]) -> Vec<usize> {
        let folded = Folded::new(title);
        let mut places: Vec<usize> = Vec::new();
        for word in words {
            if let Some(at) = word.place(folded.text()) {
                let before = folded.text().get(..at).unwrap_or_default().chars().count();
                places.extend(before..before + word.text.chars().count());
            } else if word.tier(hay) == Some(Tier::Letters)
                && let Some((_, letters)) = self.0.fuzzy_indices(folded.text(), &word.text)
            {
                places.extend(letters);
            }
        }
        for place in &mut places {
            *place = folded.original(*place);
        }
        places.sort_unstable();
        places.dedup();
        places
    }
}

/// The items of a short list, (id, title) each, that answer what was typed: the best first, with the
/// characters of the title to highlight.
///
/// Nothing typed: all of them, in their own order.
pub fn rank(items: &[(&str, &str)], typed: &str) -> Vec<(usize, Vec<usize>)> {
    let words = Word::all(typed);
    let scorer = Scorer::default();
    let mut found: Vec<(u32, i64, usize, Vec<usize>)> = Vec::new();
    for (place, (id, title)) in items.iter().enumerate() {
        let mut folded = Folded::new(title).text().to_string();
        let length = folded.len();
        folded.push('\n');
        super::fold::fold_into(id, &mut folded);
        let hay = Hay { id, kind: "", mask: mask(&folded), folded: &folded, title: length };
        if let Some(tier) = tiers(&words, hay) {
            let score = if words.is_empty() { 0 } else { scorer.score(hay, &words) };
            found.push((tier, -score, place, scorer.highlight(title, hay, &words)));
        }
    }
    found.sort_by_key(|(tier, score, place, _)| (*tier, *score, *place));
    found.into_iter().map(|(_, _, place, letters)| (place, letters)).collect()
}

/// The sum of the tiers of all words; `None` if one of them isn't there.
pub fn tiers(words: &[Word], hay: Hay<'_>) -> Option<u32> {
    words.iter().try_fold(0, |sum, word| Some(sum + word.tier(hay)? as u32))
}

#[cfg(test)]
mod tests {
    use super::rank;

    const COMMANDS: [(&str, &str); 5] = [
        ("export", "Export what the pane shows"),
        ("quit", "Leave annexa"),
        ("theme", "Change the theme"),
        ("redo", "Do again what was undone"),
        ("sort", "Überwachung sortieren"),
    ];

    fn best(typed: &str) -> Vec<usize> {
        rank(&COMMANDS, typed).into_iter().map(|(place, _)| place).collect()
    }

    #[test]
    fn nothing_typed_leaves_the_list_as_it_is() {
        assert_eq!(best("  "), [0, 1, 2, 3, 4]);
        assert!(rank(&[], "x").is_empty());
    }

    #[test]
    fn ids_titles_and_single_letters_are_found() {
        assert_eq!(best("quit"), [1]);
        assert_eq!(best("pane exp"), [0]);
        assert_eq!(best("the")[0], 2);
        assert_eq!(best("xyz"), Vec::<usize>::new());
    }

    #[test]
    fn highlights_count_characters_of_the_title_as_shown() {
        assert_eq!(rank(&COMMANDS, "wach")[0], (4, vec![4, 5, 6, 7]));
        assert_eq!(rank(&COMMANDS, "UBER")[0], (4, vec![0, 1, 2, 3]));
        assert_eq!(rank(&[("", "Große Maße")], "masse")[0].1, [6, 7, 8, 9]);
        assert_eq!(rank(&[("", "cafe\u{301} au lait")], "café")[0].1, [0, 1, 2, 3]);
        assert_eq!(rank(&[("", "漏洞管理")], "管理")[0].1, [2, 3]);
        assert_eq!(rank(&[("", "Access rights review")], "acrev")[0].1.len(), 5);
        assert_eq!(rank(&[("R-014", "Unpatched")], "r14")[0].1, Vec::<usize>::new());
    }

    #[test]
    fn the_shorter_title_goes_first() {
        let items = [
            ("", "Data centre access reviews"),
            ("", "Access rights review"),
            ("", "Access review"),
        ];
        let order: Vec<usize> = rank(&items, "rev acc").into_iter().map(|(at, _)| at).collect();
        assert_eq!(order, [2, 1, 0]);
    }
}
