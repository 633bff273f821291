//! The cells of a screen, ours or the terminal's, with wide characters kept whole.

use ratatui::buffer::{Cell, CellWidth};
use ratatui::layout::Size;
use ratatui::style::{Color, Modifier};

/// What one still sees on a blank cell.
pub(super) const SEEN_ON_BLANK: Modifier =
    Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);
/// The symbol of a cell that lies under the right part of a wide character.
const COVERED: &str = "";
/// The symbol of a cell of which we don't know what the terminal shows; equal to no wanted cell.
const UNKNOWN: &str = "\0";

/// Rows of cells.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    size: Size,
    cells: Vec<Cell>,
}

impl Grid {
    /// A grid of blanks.
    pub(super) fn blank(size: Size) -> Self {
        let count = usize::from(size.width) * usize::from(size.height);
        Self { size, cells: vec![Cell::EMPTY; count] }
    }

    pub(super) fn size(&self) -> Size {
        self.size
    }

    /// The cells of a row; empty below the last.
    pub(super) fn row(&self, y: u16) -> &[Cell] {
        let w = usize::from(self.size.width);
        let start = usize::from(y) * w;
        self.cells.get(start..start + w).unwrap_or_default()
    }

    pub(super) fn row_mut(&mut self, y: u16) -> &mut [Cell] {
        let w = usize::from(self.size.width);
        let start = usize::from(y) * w;
        self.cells.get_mut(start..start + w).unwrap_or_default()
    }

    /// Takes a cell as ratatui hands it over, in the form all comparisons rely on.
    pub(super) fn put(&mut self, x: u16, y: u16, cell: &Cell) {
        let (row, x) = (self.row_mut(y), usize::from(x));
        let Some(there) = row.get(x) else { return };
        let cell = tidy(cell);
        // ratatui also sends the cell under an emoji, for terminals that don't clear it
        if is_covered(there) && cell.symbol() == " " {
            return;
        }
        let fits = x + width(&cell) <= row.len();
        let cell = if fits { cell } else { blank_like(&cell) };
        write(row, x, &cell, blank_like);
    }

    /// Says that the terminal's content of these columns is no longer known.
    pub(super) fn doubt(&mut self, y: u16) {
        for cell in self.row_mut(y) {
            *cell = unknown(cell);
        }
    }

    /// Moves rows `top..=bottom` up by `lines` (down if negative); blanks come in.
    pub(super) fn scroll(&mut self, top: u16, bottom: u16, lines: i32) {
        let w = usize::from(self.size.width);
        let region = usize::from(top) * w..(usize::from(bottom) + 1) * w;
        let Some(rows) = self.cells.get_mut(region) else { return };
        let by = (lines.unsigned_abs() as usize * w).min(rows.len());
        if lines > 0 {
            rows.rotate_left(by);
            rows.iter_mut().rev().take(by).for_each(Cell::reset);
        } else {
            rows.rotate_right(by);
            rows.iter_mut().take(by).for_each(Cell::reset);
        }
    }
}

/// Writes a cell over what is there; `orphan` makes what a wide character leaves when cut.
pub(super) fn write(row: &mut [Cell], x: usize, cell: &Cell, orphan: fn(&Cell) -> Cell) {
    let wide = width(cell);
    split(row, x, orphan);
    split(row, x + wide, orphan);
    let mut under = row.iter_mut().skip(x);
    if let Some(first) = under.next() {
        first.clone_from(cell);
    }
    for covered in under.take(wide - 1) {
        covered.clone_from(cell);
        covered.set_symbol(COVERED);
    }
}

/// Cuts the wide character that reaches across the border before column `x`, if there is one.
fn split(row: &mut [Cell], x: usize, orphan: fn(&Cell) -> Cell) {
    if !row.get(x).is_some_and(is_covered) {
        return;
    }
    let head = row.iter().take(x).rposition(|c| !is_covered(c)).unwrap_or(x);
    let Some(left) = row.get(head).map(orphan) else { return };
    for (i, cell) in row.iter_mut().enumerate().skip(head) {
        if i > head && !is_covered(cell) {
            break;
        }
        cell.clone_from(&left);
    }
}

/// How many columns a tidy cell takes, at least one.
pub(super) fn width(cell: &Cell) -> usize {
    let symbol = cell.symbol();
    if symbol.len() <= 1 { 1 } else { usize::from(symbol.cell_width()).max(1) }
}

/// Whether the cell lies under a wide character to its left.
pub(super) fn is_covered(cell: &Cell) -> bool {
    cell.symbol().is_empty()
}

/// Whether one sees nothing but the background.
pub(super) fn is_plain_blank(cell: &Cell) -> bool {
    cell.symbol() == " " && !cell.modifier.intersects(SEEN_ON_BLANK)
}

/// A cell of which nothing is known.
pub(super) fn unknown(_: &Cell) -> Cell {
    Cell::new(UNKNOWN)
}

/// A blank that looks like the ground of `cell`.
fn blank_like(cell: &Cell) -> Cell {
    let mut blank = cell.clone();
    blank.set_symbol(" ");
    tidy(&blank)
}

/// One form for what looks alike, and nothing that could steer the terminal.
fn tidy(cell: &Cell) -> Cell {
    let symbol = match cell.symbol() {
        s if s.chars().any(char::is_control) => "?",
        s if s.len() > 1 && s.cell_width() == 0 => " ",
        "" => " ",
        s => s,
    };
    let mut tidy = Cell::EMPTY;
    tidy.bg = cell.bg;
    if symbol == " " && !cell.modifier.intersects(SEEN_ON_BLANK) {
        return tidy;
    }
    tidy.set_symbol(symbol);
    (tidy.fg, tidy.modifier) = (cell.fg, cell.modifier);
    tidy
}

/// A number that is equal for equal cells, and hardly ever for others.
pub(super) fn mark(cell: &Cell) -> u32 {
    let mix = |h: u32, v: u32| (h.rotate_left(5) ^ v).wrapping_mul(0x9E37_79B1);
    let text = cell.symbol().bytes().fold(7, |h, b| mix(h, u32::from(b)));
    let ink = mix(mix(text, color(cell.fg)), color(cell.bg));
    mix(ink, u32::from(cell.modifier.bits()))
}

fn color(color: Color) -> u32 {
    match color {
        Color::Reset => 0,
        Color::Indexed(n) => 256 | u32::from(n),
        Color::Rgb(r, g, b) => u32::from_be_bytes([1, r, g, b]),
        named => super::pen::palette(named).map_or(0, |n| 512 | u32::from(n)),
    }
}

/// Gives the covered part of every wide character the look of the character.
///
/// ratatui compares covered cells like others, though nobody sees them; when a wide character
/// goes, a cell it covered may come to light without ever having been sent. Calling this last in
/// drawing makes the two agree.
pub(super) fn settle(buffer: &mut ratatui::buffer::Buffer) {
    let row = usize::from(buffer.area.width).max(1);
    for cells in buffer.content.chunks_mut(row) {
        let mut under: Option<(usize, Cell)> = None;
        for cell in cells {
            if let Some((left @ 1.., ground)) = &mut under {
                cell.clone_from(ground);
                *left -= 1;
                continue;
            }
            under = (width(cell) > 1).then(|| (width(cell) - 1, blank_like(cell)));
        }
    }
}
