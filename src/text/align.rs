//! Which old item is which new item.
//!
//! What is the same stays; between such anchors records with the same `id` belong together, then what
//! stands at the same position; the rest is new or gone.

use std::collections::HashMap;

/// One step from the old list to the new one, in order of the old list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Old item, new item: the same or an edit of it.
    Pair(usize, usize),
    /// The old item is gone.
    Drop(usize),
    /// The new item goes before that old item.
    Add {
        /// Place in the old list.
        before: usize,
        /// The new item.
        new: usize,
    },
}

/// How two items are related.
pub(super) trait Kinship {
    /// They mean the same.
    fn same(&self, old: usize, new: usize) -> bool;
    /// The `id` of an old item.
    fn old_id(&self, old: usize) -> Option<&str>;
    /// The `id` of a new item.
    fn new_id(&self, new: usize) -> Option<&str>;
}

/// Beyond this many comparisons ids and positions alone decide.
const PATIENCE: usize = 1_000_000;

pub(super) fn align(old: usize, new: usize, kin: &impl Kinship) -> Vec<Step> {
    let head = (0..old.min(new)).take_while(|&i| kin.same(i, i)).count();
    let rest = old.min(new) - head;
    let tail = (1..=rest).take_while(|&i| kin.same(old - i, new - i)).count();
    let mut steps: Vec<Step> = (0..head).map(|i| Step::Pair(i, i)).collect();
    let middle = Run { old: (head, old - tail), new: (head, new - tail) };
    let same = middle.common(|i, j| kin.same(i, j));
    middle.split(same, &mut steps, |run, steps| {
        run.split(run.common_ids(kin), steps, |run, steps| run.by_position(kin, steps));
    });
    steps.extend((1..=tail).rev().map(|i| Step::Pair(old - i, new - i)));
    steps
}

#[derive(Clone, Copy)]
struct Run {
    old: (usize, usize),
    new: (usize, usize),
}

impl Run {
    /// Pairs the anchors; what lies between goes to `between`.
    fn split(
        self,
        anchors: Vec<(usize, usize)>,
        steps: &mut Vec<Step>,
        mut between: impl FnMut(Run, &mut Vec<Step>),
    ) {
        let mut at = (self.old.0, self.new.0);
        for (i, j) in anchors {
            between(Run { old: (at.0, i), new: (at.1, j) }, steps);
            steps.push(Step::Pair(i, j));
            at = (i + 1, j + 1);
        }
        between(Run { old: (at.0, self.old.1), new: (at.1, self.new.1) }, steps);
    }

    /// The longest row of pairs with the same `id`; an `id` that occurs twice is none.
    fn common_ids(self, kin: &impl Kinship) -> Vec<(usize, usize)> {
        let mut places: HashMap<&str, (usize, usize)> = HashMap::new();
        for j in self.new.0..self.new.1 {
            if let Some(id) = kin.new_id(j) {
                places.entry(id).or_insert((0, j)).0 += 1;
            }
        }
        let known = (self.old.0..self.old.1).filter_map(|i| Some((i, kin.old_id(i)?)));
        let pairs = known.filter_map(|(i, id)| match places.get(id) {
            Some((1, j)) => Some((i, *j)),
            _ => None,
        });
        rising(&pairs.collect::<Vec<_>>())
    }

    /// A longest common subsequence.
    fn common(self, equal: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize)> {
        let (rows, cols) = (self.old.1 - self.old.0, self.new.1 - self.new.0);
        if rows == 0 || cols == 0 || rows.saturating_mul(cols) > PATIENCE {
            return Vec::new();
        }
        // lengths[i][j]: how much the rests from i and j have in common
        let width = cols + 1;
        let mut lengths = vec![0u32; (rows + 1) * width];
        let mut hits = vec![false; rows * cols];
        let length =
            |lengths: &[u32], i: usize, j: usize| lengths.get(i * width + j).copied().unwrap_or(0);
        for i in (0..rows).rev() {
            for j in (0..cols).rev() {
                let hit = equal(self.old.0 + i, self.new.0 + j);
                let best = match hit {
                    true => 1 + length(&lengths, i + 1, j + 1),
                    false => length(&lengths, i + 1, j).max(length(&lengths, i, j + 1)),
                };
                if let Some(cell) = lengths.get_mut(i * width + j) {
                    *cell = best;
                }
                if let Some(cell) = hits.get_mut(i * cols + j) {
                    *cell = hit;
                }
            }
        }
        let (mut i, mut j, mut out) = (0, 0, Vec::new());
        while i < rows && j < cols {
            if hits.get(i * cols + j) == Some(&true) {
                out.push((self.old.0 + i, self.new.0 + j));
                (i, j) = (i + 1, j + 1);
            } else if length(&lengths, i + 1, j) >= length(&lengths, i, j + 1) {
                i += 1;
            } else {
                j += 1;
            }
        }
        out
    }

    fn by_position(self, kin: &impl Kinship, steps: &mut Vec<Step>) {
        let (rows, cols) = (self.old.1 - self.old.0, self.new.1 - self.new.0);
        let renamed = rows == cols;
        let mut paired = 0;
        let strangers = |n: usize| {
            let ids = (kin.old_id(self.old.0 + n), kin.new_id(self.new.0 + n));
            matches!(ids, (Some(was), Some(is)) if was != is)
        };
        let may_pair = |n: usize| renamed || !strangers(n);
        while paired < rows.min(cols) && may_pair(paired) {
            steps.push(Step::Pair(self.old.0 + paired, self.new.0 + paired));
            paired += 1;
        }
        steps.extend((self.old.0 + paired..self.old.1).map(Step::Drop));
        let before = self.old.1;
        steps.extend((self.new.0 + paired..self.new.1).map(|new| Step::Add { before, new }));
    }
}

/// The longest subsequence in which the second numbers rise (the first ones do).
fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut best: Vec<usize> = Vec::new(); // best[n]: where the lowest end of a row of n + 1 is
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    let height = |k: &usize| pairs.get(*k).map_or(usize::MAX, |pair| pair.1);
    for (k, pair) in pairs.iter().enumerate() {
        let n = best.partition_point(|end| height(end) < pair.1);
        before.push(n.checked_sub(1).and_then(|n| best.get(n)).copied());
        match best.get_mut(n) {
            Some(end) => *end = k,
            None => best.push(k),
        }
    }
    let mut out = Vec::with_capacity(best.len());
    let mut at = best.last().copied();
    while let Some(k) = at {
        out.extend(pairs.get(k));
        at = before.get(k).copied().flatten();
    }
    out.reverse();
    out
}

#[cfg(test)]
mod tests {
    use super::{Kinship, Step, align, rising};

    struct Lists<'a>(&'a [(&'a str, u8)], &'a [(&'a str, u8)]);

    impl Kinship for Lists<'_> {
        fn same(&self, old: usize, new: usize) -> bool {
            self.0[old] == self.1[new]
        }

        fn old_id(&self, old: usize) -> Option<&str> {
            Some(self.0[old].0).filter(|id| !id.is_empty())
        }

        fn new_id(&self, new: usize) -> Option<&str> {
            Some(self.1[new].0).filter(|id| !id.is_empty())
        }
    }

    fn steps(old: &[(&str, u8)], new: &[(&str, u8)]) -> Vec<Step> {
        align(old.len(), new.len(), &Lists(old, new))
    }

    #[test]
    fn what_is_the_same_stays() {
        let old = [("", 1), ("", 2), ("", 3)];
        assert_eq!(steps(&old, &old[1..]), [Step::Drop(0), Step::Pair(1, 0), Step::Pair(2, 1)]);
        let add = Step::Add { before: 2, new: 2 };
        let new = [("", 1), ("", 2), ("", 9), ("", 3)];
        assert_eq!(steps(&old, &new), [Step::Pair(0, 0), Step::Pair(1, 1), add, Step::Pair(2, 3)]);
    }

    #[test]
    fn records_are_known_by_their_id() {
        let (old, new) = ([("a", 1), ("b", 1)], [("b", 2), ("c", 1)]);
        let add = Step::Add { before: 2, new: 1 };
        assert_eq!(steps(&old, &new), [Step::Drop(0), Step::Pair(1, 0), add]);
        // as many as before: the id itself was changed
        assert_eq!(steps(&[("a", 1)], &[("z", 1)]), [Step::Pair(0, 0)]);
        let more =
            [Step::Drop(0), Step::Add { before: 1, new: 0 }, Step::Add { before: 1, new: 1 }];
        assert_eq!(steps(&[("a", 1)], &[("y", 1), ("z", 1)]), more);
    }

    #[test]
    fn long_lists_are_anchored_by_id() {
        let ids: Vec<String> = (0..3000).map(|n| format!("R-{n}")).collect();
        let old: Vec<(&str, u8)> = ids.iter().map(|id| (id.as_str(), 0)).collect();
        let mut new = old.clone();
        new.remove(1);
        new.insert(2900, ("new", 0));
        let changed = steps(&old, &new);
        assert_eq!(changed.iter().filter(|step| !matches!(step, Step::Pair(..))).count(), 2);
    }

    #[test]
    fn the_longest_rising_row_is_found() {
        let pairs = [(0, 5), (1, 1), (2, 2), (3, 0), (4, 3)];
        assert_eq!(rising(&pairs), [(1, 1), (2, 2), (4, 3)]);
        assert_eq!(rising(&[]), []);
    }
}
