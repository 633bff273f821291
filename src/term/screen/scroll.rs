//! Finds rows that moved up or down as a block, so that the terminal can move them itself.
//!
//! Margins left and right are not to be relied on, so a block is always as wide as the screen:
//! what stands beside a moved list moves with it and is painted again. Each shift is weighed by
//! the cells it saves less the cells it spoils; the caller then paints both ways and keeps the
//! shorter, so a wrong guess here costs time, never bytes.

use ratatui::buffer::Cell;

use super::grid::{Grid, is_plain_blank, mark};

/// Rows `top..=bottom` move up by `lines`, down if negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shift {
    pub(super) top: u16,
    pub(super) bottom: u16,
    pub(super) lines: i32,
}

/// A shift must promise to save this much to be worth trying.
const WORTHWHILE: i64 = 100;

/// A row as numbers: quick to compare.
struct Row {
    marks: Vec<u32>,
    weights: Vec<u32>,
}

impl Row {
    fn of(cells: &[Cell]) -> Self {
        let weight = |c: &Cell| if is_plain_blank(c) { 1 } else { 4 };
        Self {
            marks: cells.iter().map(mark).collect(),
            weights: cells.iter().map(weight).collect(),
        }
    }

    /// What it costs to make `other` into this row.
    fn cost(&self, other: &[u32]) -> i64 {
        let differing = self.marks.iter().zip(other).zip(&self.weights);
        i64::from(differing.map(|((a, b), w)| if a == b { 0 } else { *w }).sum::<u32>())
    }
}

/// The shift among rows `first..=last` that promises to save most, if any does.
pub(super) fn find(shown: &Grid, wanted: &Grid, first: u16, last: u16) -> Option<Shift> {
    let range = first..=last;
    let mut old: Vec<Vec<u32>> =
        range.clone().map(|y| shown.row(y).iter().map(mark).collect()).collect();
    let mut new: Vec<Row> = range.map(|y| Row::of(wanted.row(y))).collect();
    if old.len() < 3 {
        return None;
    }
    let up = best_up(&old, &new);
    old.reverse();
    new.reverse();
    let down = best_up(&old, &new);
    let (gain, top, bottom, lines) = match (up, down) {
        (Some(u), Some(d)) if d.0 > u.0 => mirrored(d, new.len()),
        (None, Some(d)) => mirrored(d, new.len()),
        (Some(u), _) => u,
        (None, None) => return None,
    };
    if gain < WORTHWHILE {
        return None;
    }
    let row = |n: usize| Some(first + u16::try_from(n).ok()?);
    Some(Shift { top: row(top)?, bottom: row(bottom)?, lines })
}

/// Gain, first row, last row, lines up.
type Found = (i64, usize, usize, i32);

fn mirrored((gain, top, bottom, lines): Found, count: usize) -> Found {
    (gain, count - 1 - bottom, count - 1 - top, -lines)
}

/// The best shift upwards: rows `a..=b` take what stands `by` rows below, `by` blank rows follow.
fn best_up(old: &[Vec<u32>], new: &[Row]) -> Option<Found> {
    let blank = vec![mark(&Cell::EMPTY); old.first()?.len()];
    let base: Vec<i64> = new.iter().zip(old).map(|(n, o)| n.cost(o)).collect();
    // what it saves to have the first n rows blank
    let mut blanked = vec![0];
    for (row, cost) in new.iter().zip(&base) {
        let sum = blanked.last().copied().unwrap_or(0);
        blanked.push(sum + cost - row.cost(&blank));
    }
    let mut best: Option<Found> = None;
    for by in 1..old.len() - 1 {
        let (mut sum, mut start) = (0, 0);
        for (b, ((row, cost), from)) in new.iter().zip(&base).zip(old.iter().skip(by)).enumerate() {
            if sum <= 0 {
                (sum, start) = (0, b);
            }
            sum += cost - row.cost(from);
            let (Some(after), Some(before)) = (blanked.get(b + by + 1), blanked.get(b + 1)) else {
                break;
            };
            let gain = sum + after - before;
            if sum > 0 && best.is_none_or(|found| gain > found.0) {
                best = Some((gain, start, b + by, i32::try_from(by).ok()?));
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Size;

    fn grid(rows: &[&str]) -> Grid {
        let width = u16::try_from(rows.first().map_or(0, |r| r.len())).unwrap();
        let mut grid = Grid::blank(Size::new(width, u16::try_from(rows.len()).unwrap()));
        for (y, row) in rows.iter().enumerate() {
            for (x, c) in row.chars().enumerate() {
                let mut cell = Cell::EMPTY;
                cell.set_char(c);
                grid.put(u16::try_from(x).unwrap(), u16::try_from(y).unwrap(), &cell);
            }
        }
        grid
    }

    fn found(old: &[&str], new: &[&str]) -> Option<Shift> {
        find(&grid(old), &grid(new), 0, u16::try_from(new.len()).unwrap() - 1)
    }

    const A: &str = "alpha is the first of them all";
    const B: &str = "bravo follows it right behind.";
    const C: &str = "charlie comes third and is tall";
    const D: &str = "delta ends what alpha had begun";
    const E: &str = "echo is one more than one needs";

    #[test]
    fn a_list_that_moved_is_found() {
        let up = Shift { top: 0, bottom: 3, lines: 1 };
        assert_eq!(found(&[A, B, C, D], &[B, C, D, E]), Some(up));
        let down = Shift { top: 0, bottom: 3, lines: -1 };
        assert_eq!(found(&[B, C, D, E], &[A, B, C, D]), Some(down));
        let two = Shift { top: 0, bottom: 4, lines: 2 };
        assert_eq!(found(&[A, B, C, D, E], &[C, D, E, A, B]), Some(two));
    }

    #[test]
    fn what_stands_still_around_it_is_left_alone() {
        let block = Shift { top: 1, bottom: 3, lines: 1 };
        assert_eq!(found(&[E, A, B, C, E], &[E, B, C, D, E]), Some(block));
    }

    #[test]
    fn nothing_moved_nothing_found() {
        assert_eq!(found(&[A, B, C], &[A, B, C]), None);
        assert_eq!(found(&[A, A, A], &[B, C, D]), None);
    }
}
