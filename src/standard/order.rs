//! The order in which a person expects ids: numbers inside them count as numbers.

use std::cmp::Ordering;

/// Compares ids with their runs of digits taken as numbers: 5.2 before 5.10, R-2 before R-10.
///
/// A total order: ids that differ only in leading zeros are told apart by their text.
pub fn natural(left: &str, right: &str) -> Ordering {
    let (mut a, mut b) = (left.as_bytes(), right.as_bytes());
    loop {
        match (a.first(), b.first()) {
            (Some(x), Some(y)) if x.is_ascii_digit() && y.is_ascii_digit() => {
                let (number_a, rest_a) = split_number(a);
                let (number_b, rest_b) = split_number(b);
                // without leading zeros the longer number is the bigger one, of any length
                let by_number =
                    number_a.len().cmp(&number_b.len()).then_with(|| number_a.cmp(number_b));
                if by_number.is_ne() {
                    return by_number;
                }
                (a, b) = (rest_a, rest_b);
            }
            (Some(x), Some(y)) if x == y => {
                (a, b) = (a.split_at(1).1, b.split_at(1).1);
            }
            (Some(x), Some(y)) => return x.cmp(y),
            (None, None) => return left.cmp(right),
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
        }
    }
}

/// The leading number without its leading zeros, and what follows it.
fn split_number(bytes: &[u8]) -> (&[u8], &[u8]) {
    let end = bytes.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(bytes.len());
    let (digits, rest) = bytes.split_at(end);
    let zeros = digits.iter().take_while(|byte| **byte == b'0').count();
    (digits.split_at(zeros).1, rest)
}

#[cfg(test)]
mod tests {
    use super::natural;
    use proptest::prelude::*;
    use std::cmp::Ordering::{Equal, Greater, Less};

    #[test]
    fn numbers_inside_ids_count_as_numbers() {
        let mut ids = ["5.10", "A.5.1", "5.2", "R-10", "5.1", "10.1", "R-2", "6.1.2", "6.1"];
        ids.sort_by(|a, b| natural(a, b));
        assert_eq!(ids, ["5.1", "5.2", "5.10", "6.1", "6.1.2", "10.1", "A.5.1", "R-2", "R-10"]);
    }

    #[test]
    fn a_number_may_be_longer_than_any_integer() {
        assert_eq!(natural("R-99999999999999999999999", "R-100000000000000000000000"), Less);
    }

    #[test]
    fn leading_zeros_decide_last() {
        assert_eq!(natural("R-007", "R-7"), Less);
        assert_eq!(natural("R-007", "R-8"), Less);
        assert_eq!(natural("R-010", "R-9"), Greater);
        assert_eq!(natural("R-7", "R-7"), Equal);
    }

    proptest! {
        #[test]
        fn it_is_a_total_order(
            a in "[0-9.aR-]{0,6}", b in "[0-9.aR-]{0,6}", c in "[0-9.aR-]{0,6}"
        ) {
            prop_assert_eq!(natural(&a, &b), natural(&b, &a).reverse());
            prop_assert_eq!(natural(&a, &b) == Equal, a == b);
            if natural(&a, &b) != Greater && natural(&b, &c) != Greater {
                prop_assert_ne!(natural(&a, &c), Greater);
            }
        }
    }
}
