//! Where a place of a text is after splices.

use crate::text::Splice;
use std::ops::Range;

/// How far places move.
pub(crate) struct Moves {
    /// Start of a splice, and how far what ends behind it moves.
    starts: Vec<(usize, i64)>,
    /// End of a splice, and how far what starts behind it moves.
    ends: Vec<(usize, i64)>,
}

impl Moves {
    /// Of splices that are sorted and don't overlap.
    pub fn by(splices: &[Splice]) -> Self {
        let mut shift = 0;
        let mut moves = Self { starts: Vec::new(), ends: Vec::new() };
        for splice in splices {
            shift += wide(splice.text.len()) - wide(splice.end.saturating_sub(splice.start));
            moves.starts.push((splice.start, shift));
            moves.ends.push((splice.end, shift));
        }
        moves
    }

    /// Where something that starts at `at` starts afterwards; what is put directly before it stays before it.
    pub fn start(&self, at: usize) -> usize {
        shifted(at, &self.ends, |end| end <= at)
    }

    /// Where something that ends at `at` ends afterwards; what is put directly behind it stays behind it.
    pub fn end(&self, at: usize) -> usize {
        shifted(at, &self.starts, |start| start < at)
    }

    /// Both.
    pub fn span(&self, span: &Range<u32>) -> Range<u32> {
        super::cut::narrow(self.start(span.start as usize)..self.end(span.end as usize))
    }
}

fn shifted(at: usize, moves: &[(usize, i64)], before: impl Fn(usize) -> bool) -> usize {
    let count = moves.partition_point(|(place, _)| before(*place));
    let shift = count.checked_sub(1).and_then(|last| moves.get(last)).map_or(0, |(_, by)| *by);
    usize::try_from(wide(at) + shift).unwrap_or_default()
}

fn wide(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}
