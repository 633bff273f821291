//! Whether a text says why: "N/A" is no reason (6.1.3 d).

/// Characters that a reason for exclusion has at least.
const SHORTEST: usize = 20;

/// Words that say nothing: what is made of them alone is no reason.
const EMPTY: [&str; 51] = [
    "a",
    "an",
    "and",
    "anwendbar",
    "applicable",
    "applies",
    "apply",
    "are",
    "as",
    "at",
    "because",
    "business",
    "company",
    "control",
    "do",
    "does",
    "erforderlich",
    "excluded",
    "exist",
    "exists",
    "for",
    "have",
    "here",
    "in",
    "is",
    "isn",
    "it",
    "n",
    "na",
    "need",
    "needed",
    "nicht",
    "no",
    "none",
    "not",
    "of",
    "organisation",
    "organization",
    "our",
    "out",
    "relevant",
    "required",
    "scope",
    "t",
    "tbd",
    "the",
    "this",
    "to",
    "us",
    "we",
    "zutreffend",
];

/// Whether a text says anything at all.
pub fn is_said(text: &str) -> bool {
    let mut words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase);
    words.any(|word| EMPTY.binary_search(&word.as_str()).is_err())
}

/// Whether a text can stand as the reason for an exclusion: it says what does not exist here.
pub fn is_reason(text: &str) -> bool {
    text.trim().chars().count() >= SHORTEST && is_said(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_empty_words_are_sorted() {
        assert!(EMPTY.is_sorted());
    }

    #[test]
    fn na_is_no_reason_at_any_length() {
        for text in
            ["", "  ", "N/A", "n.a.", "Not applicable", "-", "not required for our company here"]
        {
            assert!(!is_said(text), "{text}");
            assert!(!is_reason(text), "{text}");
        }
        assert!(!is_reason("too small"));
    }

    #[test]
    fn what_does_not_exist_here_is_a_reason() {
        assert!(is_reason("No software is developed, in-house or by others."));
        assert!(is_said("R-014"));
    }
}
