//! From the 114 controls of the 2013 edition to those of 2022, for records that are imported.
//!
//! Kept as a file of its own although it can be derived from the controls: a reviewer reads it in
//! the 2013 order, and the test compares both.

use serde::{Deserialize, Serialize};

/// A control of the 2013 edition and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Predecessor {
    /// Its number in 2013: "A.9.4.3".
    pub id: &'static str,
    /// The controls of 2022 that took it over; only A.18.2.3 was split.
    #[serde(borrow)]
    pub now: Vec<&'static str>,
}

/// The number in the mapping's own spelling, from "A.9.4.3", "a9.4.3", "9.4.3" or "A.9.4.3.".
///
/// None if it can't be of the 2013 edition: those numbers have three parts, of 2022 two.
pub fn spelling_2013(reference: &str) -> Option<String> {
    let number = reference.trim().trim_start_matches(['A', 'a']);
    let number = number.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let parts = number
        .split('.')
        .filter(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    let three = parts.count() == 3 && number.matches('.').count() == 2;
    three.then(|| format!("A.{number}"))
}

#[cfg(test)]
mod tests {
    use super::spelling_2013;

    #[test]
    fn usual_spellings_are_understood() {
        for text in ["A.9.4.3", "9.4.3", "a9.4.3", " A.9.4.3. "] {
            assert_eq!(spelling_2013(text).as_deref(), Some("A.9.4.3"), "{text:?}");
        }
    }

    #[test]
    fn a_number_of_2022_is_not_of_2013() {
        for text in ["5.10", "A.8.1", "", "A", "9.4.x", "9..4.3", "9.4.3.1"] {
            assert_eq!(spelling_2013(text), None, "{text:?}");
        }
    }
}
