//! Paints cells with few bytes: the shortest way to a place, no colour told twice.

use ratatui::buffer::Cell;
use ratatui::layout::Size;

use super::grid::{self, Grid, is_plain_blank, width};
use super::pen::Pen;
use super::scroll::Shift;

/// Collects the bytes of a frame and knows where they leave the terminal's cursor and pen.
#[derive(Clone, Debug)]
pub(super) struct Brush {
    /// What is to be written.
    pub(super) out: Vec<u8>,
    /// The terminal's pen, if known.
    pub(super) pen: Option<Pen>,
    /// The terminal's cursor, if known. A column equal to the width: behind the last, not wrapped.
    pub(super) at: Option<(u16, u16)>,
    /// Whether erasing fills with the background colour.
    pub(super) erases_with_background: bool,
}

impl Brush {
    /// Empties the terminal and sets all to what is known.
    pub(super) fn wipe(&mut self) {
        self.out.extend_from_slice(b"\x1b[m\x1b[r\x1b[H\x1b[2J");
        self.pen = Some(Pen::PLAIN);
        self.at = Some((0, 0));
    }

    /// Lets the terminal move a block of rows.
    pub(super) fn scroll(&mut self, shift: Shift, size: Size) {
        // the rows that come in are filled with the current background
        Pen::take(&mut self.pen, &Cell::EMPTY, &mut self.out);
        let whole = shift.top == 0 && shift.bottom + 1 == size.height;
        let count = match shift.lines.unsigned_abs() {
            1 => String::new(),
            n => n.to_string(),
        };
        let way = if shift.lines > 0 { 'S' } else { 'T' };
        let moved = if whole {
            format!("\x1b[{count}{way}")
        } else {
            // setting the margins sends the cursor home, or to the top margin: ask nobody
            self.at = None;
            format!("\x1b[{};{}r\x1b[{count}{way}\x1b[r", shift.top + 1, shift.bottom + 1)
        };
        self.out.extend_from_slice(moved.as_bytes());
    }

    /// Makes the terminal's rows what they should be; `shown` follows.
    pub(super) fn paint(&mut self, shown: &mut Grid, wanted: &Grid, first: u16, last: u16) {
        for y in first..=last {
            self.row(y, shown.row_mut(y), wanted.row(y), wanted.size());
        }
    }

    fn row(&mut self, y: u16, shown: &mut [Cell], wanted: &[Cell], size: Size) {
        if shown == wanted {
            return;
        }
        let tail = self.tail(shown, wanted);
        let mut x = 0;
        while let Some(skip) = differs(shown, wanted, x, tail.unwrap_or(wanted.len())) {
            let gap = wanted.get(x..x + skip).unwrap_or_default();
            x += skip;
            self.go_over(gap, x, y, size);
            let Some(cell) = wanted.get(x) else { return };
            self.draw(cell, y, size);
            grid::write(shown, x, cell, grid::unknown);
            x += width(cell);
        }
        let Some((start, cell)) = tail.and_then(|x| Some((x, wanted.get(x)?))) else { return };
        self.go(start, y, size);
        Pen::take(&mut self.pen, cell, &mut self.out);
        self.out.extend_from_slice(b"\x1b[K");
        for (at, cell) in wanted.iter().enumerate().skip(start) {
            grid::write(shown, at, cell, grid::unknown);
        }
    }

    /// Where a row may end in one erase: the first cell to change in its tail of equal blanks.
    fn tail(&self, shown: &[Cell], wanted: &[Cell]) -> Option<usize> {
        let ground = wanted.last().filter(|c| is_plain_blank(c))?;
        if !self.erases_with_background && *ground != Cell::EMPTY {
            return None;
        }
        let start = wanted.iter().rposition(|c| c != ground).map_or(0, |x| x + 1);
        let changed = |(s, w): (&Cell, &Cell)| s != w;
        let pairs = || shown.iter().zip(wanted).skip(start);
        let first = start + pairs().position(changed)?;
        let last = start + pairs().rposition(changed)?;
        (last - first >= 3).then_some(first)
    }

    /// Goes to a place in the row; over cells that stand already, by writing them, if shorter.
    fn go_over(&mut self, gap: &[Cell], x: usize, y: u16, size: Size) {
        let before = u16::try_from(x - gap.len()).ok().map(|x| (x, y));
        let same = self.pen.is_some_and(|p| {
            gap.iter().all(|c| c.symbol().len() == 1 && p.draws(c)) && self.at == before
        });
        if same && gap.len() <= self.way(x, y, size).len() {
            gap.iter().for_each(|c| self.out.extend_from_slice(c.symbol().as_bytes()));
            self.at = u16::try_from(x).ok().map(|x| (x, y));
        } else {
            self.go(x, y, size);
        }
    }

    /// Moves the terminal's cursor.
    pub(super) fn go(&mut self, x: usize, y: u16, size: Size) {
        let way = self.way(x, y, size);
        self.out.extend_from_slice(&way);
        self.at = u16::try_from(x).ok().map(|x| (x, y));
    }

    /// The shortest way to a place: from the corner of the screen or from where the cursor is.
    fn way(&self, x: usize, y: u16, size: Size) -> Vec<u8> {
        let from_corner = match (x, y) {
            (0, 0) => "\x1b[H".to_owned(),
            (0, _) => format!("\x1b[{}H", y + 1),
            _ => format!("\x1b[{};{}H", y + 1, x + 1),
        };
        let Some((at_x, at_y)) = self.at else { return from_corner.into_bytes() };
        let down = match i32::from(y) - i32::from(at_y) {
            0 => String::new(),
            n @ 1..=3 => "\n".repeat(n.unsigned_abs() as usize),
            -1 => "\x1b[A".to_owned(),
            _ => return from_corner.into_bytes(),
        };
        let behind_last = at_x >= size.width;
        let across = match x.cast_signed() - isize::try_from(at_x).unwrap_or_default() {
            0 if !behind_last => String::new(),
            _ if x == 0 => "\r".to_owned(),
            _ if behind_last => return from_corner.into_bytes(),
            n @ -3..=-1 => "\x08".repeat(n.unsigned_abs()),
            1 => "\x1b[C".to_owned(),
            n if n.unsigned_abs() < 9 && n > 0 => format!("\x1b[{n}C"),
            _ => format!("\x1b[{}G", x + 1),
        };
        // the carriage return first: behind the last column a line feed alone may wrap
        let step = across + &down;
        if step.len() < from_corner.len() { step.into_bytes() } else { from_corner.into_bytes() }
    }

    fn draw(&mut self, cell: &Cell, y: u16, size: Size) {
        Pen::take(&mut self.pen, cell, &mut self.out);
        let symbol = cell.symbol();
        self.out.extend_from_slice(symbol.as_bytes());
        let single = symbol.chars().nth(1).is_none();
        let wide = u16::try_from(width(cell)).unwrap_or(1);
        // terminals disagree about the width of joined characters: then place anew
        self.at = self.at.filter(|_| single).map(|(x, _)| ((x + wide).min(size.width), y));
    }
}

/// How many cells from `x` on stand already as wanted; `None` if all do up to `end`.
fn differs(shown: &[Cell], wanted: &[Cell], x: usize, end: usize) -> Option<usize> {
    let range = x..end;
    let (shown, wanted) = (shown.get(range.clone())?, wanted.get(range)?);
    shown.iter().zip(wanted).position(|(s, w)| s != w)
}
