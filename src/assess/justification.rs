//! Whether a text says why: "N/A" is no reason (6.1.3 d).

/// Characters that a reason for exclusion has at least.
const SHORTEST: usize = 20;

/// Words that say nothing: what is made of them alone is no reason.
const EMPTY: [&str; 134] = [
    "a",
    "above",
    "an",
    "and",
    "anwendbar",
    "any",
    "aplica",
    "applicable",
    "applies",
    "apply",
    "are",
    "as",
    "at",
    "be",
    "because",
    "bedarf",
    "below",
    "business",
    "can",
    "cannot",
    "company",
    "control",
    "de",
    "dito",
    "ditto",
    "do",
    "does",
    "doesn",
    "doesnt",
    "don",
    "dont",
    "dto",
    "ein",
    "eine",
    "entfaellt",
    "entfällt",
    "erforderlich",
    "es",
    "excluded",
    "exist",
    "exists",
    "for",
    "für",
    "gegeben",
    "gilt",
    "have",
    "here",
    "hier",
    "i",
    "ie",
    "in",
    "inapplicable",
    "irrelevant",
    "is",
    "isms",
    "isn",
    "ist",
    "it",
    "kein",
    "keine",
    "keinen",
    "later",
    "möglich",
    "n",
    "na",
    "need",
    "needed",
    "needs",
    "nicht",
    "niet",
    "nil",
    "no",
    "non",
    "none",
    "nope",
    "nor",
    "not",
    "nothing",
    "notwendig",
    "null",
    "oben",
    "objet",
    "of",
    "on",
    "one",
    "or",
    "organisation",
    "organization",
    "our",
    "out",
    "relevant",
    "required",
    "same",
    "sans",
    "scope",
    "see",
    "sein",
    "should",
    "siehe",
    "später",
    "t",
    "tba",
    "tbc",
    "tbd",
    "that",
    "the",
    "their",
    "there",
    "they",
    "this",
    "to",
    "todo",
    "toepassing",
    "unnecessary",
    "unneeded",
    "uns",
    "unser",
    "unsere",
    "us",
    "van",
    "vorhanden",
    "was",
    "we",
    "were",
    "will",
    "wird",
    "with",
    "x",
    "xx",
    "xxx",
    "yes",
    "yet",
    "your",
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

/// Whether a text is so short that it hardly says why.
pub fn is_short(text: &str) -> bool {
    text.trim().chars().count() < SHORTEST
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
        for text in [
            "",
            "  ",
            "N/A",
            "n/a.",
            "n. a.",
            "N / A",
            "NA",
            "n.a.",
            "Not applicable",
            "NOT APPLICABLE!",
            "not relevant",
            "Not required.",
            "none",
            "no",
            "-",
            "---",
            "?",
            "tbd",
            "to do",
            "see above",
            "ditto",
            "nicht anwendbar",
            "Nicht zutreffend für uns",
            "entfällt",
            "kein Bedarf",
            "sans objet",
            "does not apply to our organisation",
            "Doesn't apply here, out of scope of the ISMS",
            "not required for our company here",
        ] {
            assert!(!is_said(text), "{text}");
            assert!(!is_reason(text), "{text}");
        }
        assert!(!is_reason("too small"));
    }

    #[test]
    fn what_does_not_exist_here_is_a_reason() {
        assert!(is_reason("No software is developed, in-house or by others."));
        assert!(is_reason("There is no own server room."));
        assert!(is_reason("Wir haben keine eigenen Räume."));
        assert!(is_said("R-014"));
    }
}
