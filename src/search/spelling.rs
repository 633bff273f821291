//! How far two words are apart, to name what somebody may have meant.

/// The number of letters to add, leave out, replace or swap with the neighbour.
pub fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    // rows of the matrix over the letters of `one`: two back, one back, this one
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    let mut previous = None;
    for (row, letter) in (1..).zip(one.chars()) {
        let mut this = vec![row];
        for (place, wanted) in other.iter().enumerate() {
            let at = |line: &[usize], n: usize| line.get(n).copied().unwrap_or(usize::MAX / 2);
            let kept = at(&last, place) + usize::from(letter != *wanted);
            let mut least = kept.min(at(&last, place + 1) + 1).min(at(&this, place) + 1);
            let left = place.checked_sub(1);
            if let Some(left) = left
                && previous == Some(*wanted)
                && other.get(left) == Some(&letter)
            {
                least = least.min(at(&before, left) + 1);
            }
            this.push(least);
        }
        before = std::mem::replace(&mut last, this);
        previous = Some(letter);
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn each_slip_of_the_finger_counts_once() {
        assert_eq!(distance("status", "status"), 0);
        assert_eq!(distance("stauts", "status"), 1);
        assert_eq!(distance("sttus", "status"), 1);
        assert_eq!(distance("statuss", "status"), 1);
        assert_eq!(distance("sratus", "status"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("abc", ""), 3);
    }
}
