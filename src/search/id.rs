//! Ids as people type them: "r14" is R-014, "A.8.8" is control 8.8, "6.1" covers 6.1.2.

/// How a typed word fits an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is the id, but for case, separators and leading zeros.
    Whole,
    /// It stands above it: "6.1" of "6.1.2".
    Above,
    /// It is the number after the letters: "14" of "R-014".
    Number,
    /// The id starts with it.
    Start,
}

/// How a folded word fits an id; `None` if it doesn't.
///
/// The letter of Annex A in front of a control's number counts for nothing.
pub fn fit(id: &str, typed: &str) -> Option<Fit> {
    let typed = match typed.strip_prefix("a.") {
        Some(number) if id.starts_with(|c: char| c.is_ascii_digit()) => number,
        _ => typed,
    };
    if typed.is_empty() {
        return None;
    }
    if !typed.bytes().any(|byte| byte.is_ascii_digit()) {
        return starts(plain(id), plain(typed)).map(|rest| match rest {
            None => Fit::Whole,
            Some(_) => Fit::Start,
        });
    }
    match starts(squeezed(id), squeezed(typed)) {
        Some(None) => Some(Fit::Whole),
        Some(Some('.' | ' ')) => Some(Fit::Above),
        Some(Some(_)) => Some(Fit::Start),
        None if is_number(id, typed) => Some(Fit::Number),
        None => starts(plain(id), plain(typed)).map(|_| Fit::Start),
    }
}

/// Whether the letters of the id are left out.
fn is_number(id: &str, typed: &str) -> bool {
    let number = id.trim_start_matches(|c: char| !c.is_ascii_digit());
    number.len() < id.len()
        && typed.bytes().all(|byte| byte.is_ascii_digit())
        && starts(squeezed(number), squeezed(typed)) == Some(None)
}

/// `None` if `id` doesn't start with `typed`; else the character after it, if there is one.
#[allow(clippy::option_option, reason = "the two questions are asked together")]
fn starts(
    mut id: impl Iterator<Item = char>,
    mut typed: impl Iterator<Item = char>,
) -> Option<Option<char>> {
    loop {
        match (typed.next(), id.next()) {
            (None, next) => return Some(next),
            (Some(wanted), Some(there)) if wanted == there => {}
            _ => return None,
        }
    }
}

/// The id in lower case without the separators that people leave out; between numbers one stays.
fn plain(id: &str) -> impl Iterator<Item = char> {
    let mut after_digit = false;
    id.chars().flat_map(char::to_lowercase).filter_map(move |c| {
        let separates = matches!(c, '-' | '_' | '/');
        let kept = (!separates || after_digit).then_some(if separates { '-' } else { c });
        after_digit = c.is_ascii_digit();
        kept
    })
}

/// The same without leading zeros.
fn squeezed(id: &str) -> impl Iterator<Item = char> {
    let mut in_number = false;
    plain(id).filter(move |c| {
        let zero = *c == '0' && !in_number;
        in_number = c.is_ascii_digit() && !zero;
        !zero
    })
}

#[cfg(test)]
mod tests {
    use super::{Fit, fit};

    #[test]
    fn ids_are_known_however_they_are_typed() {
        for typed in ["r-014", "r14", "r-14", "r014", "r_014"] {
            assert_eq!(fit("R-014", typed), Some(Fit::Whole), "{typed}");
        }
        assert_eq!(fit("8.8", "a.8.8"), Some(Fit::Whole));
        assert_eq!(fit("mara", "mara"), Some(Fit::Whole));
        assert_eq!(fit("EV-2026-001", "ev-2026-1"), Some(Fit::Whole));
    }

    #[test]
    fn another_id_is_another_id() {
        assert_eq!(fit("R-014", "r15"), None);
        assert_eq!(fit("5.8", "8"), None);
        assert_eq!(fit("EV-14", "r14"), None);
        assert_eq!(fit("R-014", ""), None);
        assert_eq!(fit("R-014", "a."), None);
    }

    #[test]
    fn the_start_is_not_the_whole() {
        assert_eq!(fit("8.80", "8.8"), Some(Fit::Start));
        assert_eq!(fit("R-140", "r14"), Some(Fit::Start));
        assert_eq!(fit("R-014", "r-0"), Some(Fit::Start));
        assert_eq!(fit("R-014", "r"), Some(Fit::Start));
        assert_eq!(fit("R-014", "r0"), Some(Fit::Start));
    }

    #[test]
    fn the_number_alone_will_do_for_an_id_with_letters() {
        assert_eq!(fit("R-014", "14"), Some(Fit::Number));
        assert_eq!(fit("R-014", "014"), Some(Fit::Number));
        assert_eq!(fit("8.14", "14"), None);
        assert_eq!(fit("R-0145", "14"), None);
    }

    #[test]
    fn a_clause_covers_its_subclauses() {
        assert_eq!(fit("6.1.2", "6.1"), Some(Fit::Above));
        assert_eq!(fit("6.1.2 c 1", "6.1.2"), Some(Fit::Above));
        assert_eq!(fit("6.10", "6.1"), Some(Fit::Start));
    }
}
