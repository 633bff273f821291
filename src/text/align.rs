//! Which old item is which new item.
//!
//! What is the same stays; between such anchors records with the same `id` belong together, then what
//! stands at the same position; the rest is new or gone.

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
    /// They have the same `id`.
    fn akin(&self, old: usize, new: usize) -> bool;
    /// Both have an `id`, and not the same one.
    fn strangers(&self, old: usize, new: usize) -> bool;
}

/// Beyond this many comparisons position alone decides.
const PATIENCE: usize = 1_000_000;

pub(super) fn align(old: usize, new: usize, kin: &impl Kinship) -> Vec<Step> {
    let head = (0..old.min(new)).take_while(|&i| kin.same(i, i)).count();
    let rest = old.min(new) - head;
    let tail = (1..=rest).take_while(|&i| kin.same(old - i, new - i)).count();
    let mut steps: Vec<Step> = (0..head).map(|i| Step::Pair(i, i)).collect();
    let middle = Run { old: (head, old - tail), new: (head, new - tail) };
    middle.split(
        |i, j| kin.same(i, j),
        &mut steps,
        |run, steps| {
            run.split(|i, j| kin.akin(i, j), steps, |run, steps| run.by_position(kin, steps));
        },
    );
    steps.extend((1..=tail).rev().map(|i| Step::Pair(old - i, new - i)));
    steps
}

#[derive(Clone, Copy)]
struct Run {
    old: (usize, usize),
    new: (usize, usize),
}

impl Run {
    /// Pairs a longest common subsequence; what lies between goes to `between`.
    fn split(
        self,
        equal: impl Fn(usize, usize) -> bool,
        steps: &mut Vec<Step>,
        mut between: impl FnMut(Run, &mut Vec<Step>),
    ) {
        let mut at = (self.old.0, self.new.0);
        for (i, j) in self.common(equal) {
            between(Run { old: (at.0, i), new: (at.1, j) }, steps);
            steps.push(Step::Pair(i, j));
            at = (i + 1, j + 1);
        }
        between(Run { old: (at.0, self.old.1), new: (at.1, self.new.1) }, steps);
    }

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
        let may_pair = |n: usize| renamed || !kin.strangers(self.old.0 + n, self.new.0 + n);
        while paired < rows.min(cols) && may_pair(paired) {
            steps.push(Step::Pair(self.old.0 + paired, self.new.0 + paired));
            paired += 1;
        }
        steps.extend((self.old.0 + paired..self.old.1).map(Step::Drop));
        let before = self.old.1;
        steps.extend((self.new.0 + paired..self.new.1).map(|new| Step::Add { before, new }));
    }
}
