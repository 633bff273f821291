//! What somebody may have meant by a word that is not known.

use crate::search::spelling::distance;

/// The unknown word, followed by the known ones that look like it, or by all if there are few.
pub fn unknown<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> String {
    let shown: String = word.chars().take(40).collect();
    let shown = format!("`{}`", shown.escape_debug());
    let known: Vec<&str> = known.collect();
    let near = near(word, &known);
    if !near.is_empty() {
        return format!("{shown}; did you mean {}?", near.join(" or "));
    }
    if known.len() <= 12 {
        return format!("{shown}; there is {}", known.join(", "));
    }
    shown
}

/// At most three words that look like this one, the likeliest first.
fn near<'a>(word: &str, known: &[&'a str]) -> Vec<&'a str> {
    let word = word.to_lowercase().replace(['_', ' '], "-");
    let limit = 1 + word.chars().count() / 4;
    let mut found: Vec<(usize, &str)> = known
        .iter()
        .map(|name| {
            let plain = name.replace('_', "-");
            let begins = word.len() > 2 && (plain.starts_with(&word) || word.starts_with(&plain));
            (if begins { 1 } else { distance(&word, &plain) }, *name)
        })
        .filter(|(far, _)| *far <= limit)
        .collect();
    found.sort_by_key(|(far, _)| *far);
    found.into_iter().take(3).map(|(_, name)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::unknown;

    #[test]
    fn the_likely_ones_are_named() {
        let known = ["half-page-down", "half-page-up", "page-down", "open"];
        assert_eq!(unknown("page_dwon", known.into_iter()), "`page_dwon`; did you mean page-down?");
        let both = "`half-page`; did you mean half-page-down or half-page-up?";
        assert_eq!(unknown("half-page", known.into_iter()), both);
        let all = "`x\\u{1b}`; there is half-page-down, half-page-up, page-down, open";
        assert_eq!(unknown("x\u{1b}", known.into_iter()), all);
    }
}
