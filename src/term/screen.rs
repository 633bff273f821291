//! Puts frames on the terminal: one frame is one write, a frame that changes nothing writes
//! nothing, and what the terminal can move or erase itself is not sent.
//!
//! ratatui's own backends turn each changed cell into bytes at once. Here `draw` only notes the
//! cells; `flush` compares what the terminal shows with what it should show, tries to have it
//! scroll, paints the rest and sends all between the marks of a synchronised update, so that
//! nobody ever sees half a frame. The terminal is never asked anything: over a slow link an
//! answer takes as long as a frame, and inside a multiplexer it may never come.

use std::cell::Cell as Slot;
use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Size};

use super::size;
use brush::Brush;
use grid::Grid;

mod brush;
mod grid;
mod pen;
mod scroll;

/// Tells the terminal to show nothing until [`END`].
const BEGIN: &[u8] = b"\x1b[?2026h";
/// Ends what [`BEGIN`] began.
const END: &[u8] = b"\x1b[?2026l";

/// A ratatui backend that writes each frame at once and with few bytes.
pub struct Screen<W: Write> {
    out: W,
    extent: Extent,
    asked: Slot<Size>,
    shown: Grid,
    wanted: Grid,
    changed: Option<(u16, u16)>,
    stale: bool,
    brush: Brush,
    cursor: Cursor,
    bytes: u64,
    writes: u64,
}

/// Where the size comes from.
enum Extent {
    Terminal,
    Fixed(Size),
}

/// The cursor as it should be, and whether the terminal shows one, if known.
struct Cursor {
    wanted: bool,
    place: Position,
    shown: Option<bool>,
}

impl<W: Write> Screen<W> {
    /// A screen as large as the terminal on standard output. Its first frame clears it.
    pub fn new(out: W) -> Self {
        Self::with_extent(out, Extent::Terminal)
    }

    /// A screen of a given size, for tests.
    pub fn fixed(out: W, size: Size) -> Self {
        Self::with_extent(out, Extent::Fixed(size))
    }

    fn with_extent(out: W, extent: Extent) -> Self {
        let size = extent.size();
        Self {
            out,
            extent,
            asked: Slot::new(size),
            shown: Grid::blank(size),
            wanted: Grid::blank(size),
            changed: None,
            stale: true,
            brush: Brush { out: Vec::new(), pen: None, at: None, erases_with_background: true },
            cursor: Cursor { wanted: true, place: Position::ORIGIN, shown: None },
            bytes: 0,
            writes: 0,
        }
    }

    /// Says whether erasing fills with the background colour ([`super::caps`] knows).
    #[must_use]
    pub fn erasing_with_background(mut self, does: bool) -> Self {
        self.brush.erases_with_background = does;
        self
    }

    /// Changes the size of a screen made by [`Screen::fixed`].
    pub fn set_size(&mut self, size: Size) {
        self.extent = Extent::Fixed(size);
    }

    /// Bytes sent so far.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Writes made so far.
    pub fn writes(&self) -> u64 {
        self.writes
    }

    /// Sends something that puts nothing on the screen, such as a title or a copied text.
    ///
    /// # Errors
    /// Fails when the terminal can't be written to.
    pub fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        if bytes.is_empty() {
            return Ok(());
        }
        self.bytes += bytes.len() as u64;
        self.writes += 1;
        self.out.write_all(bytes)?;
        self.out.flush()
    }

    /// What was sent, when `W` keeps it.
    pub fn get_mut(&mut self) -> &mut W {
        &mut self.out
    }

    /// Gives up all knowledge of what the terminal shows: the next frame clears it.
    fn forget(&mut self) {
        let size = self.asked.get();
        self.shown = Grid::blank(size);
        self.wanted = Grid::blank(size);
        self.changed = None;
        self.stale = true;
        self.cursor.shown = None;
    }

    /// Notes that a row is to be compared.
    fn touch(&mut self, y: u16) {
        let (first, last) = self.changed.unwrap_or((y, y));
        self.changed = Some((first.min(y), last.max(y)));
    }

    /// Paints rows `first..=last`, with the terminal's help if that takes fewer bytes.
    fn paint(&mut self, first: u16, last: u16) {
        if let Some(shift) = scroll::find(&self.shown, &self.wanted, first, last) {
            let (mut brush, mut shown) = (self.brush.clone(), self.shown.clone());
            brush.scroll(shift, shown.size());
            shown.scroll(shift.top, shift.bottom, shift.lines);
            brush.paint(&mut shown, &self.wanted, first, last);
            let mut plain = self.brush.clone();
            plain.paint(&mut self.shown, &self.wanted, first, last);
            let pays = brush.out.len() < plain.out.len();
            self.brush = if pays { brush } else { plain };
            if pays {
                self.shown = shown;
            }
            return;
        }
        self.brush.paint(&mut self.shown, &self.wanted, first, last);
    }

    /// Puts the cursor where it should be.
    fn place_cursor(&mut self) {
        let Cursor { wanted, place, shown } = self.cursor;
        if wanted && self.brush.at != Some((place.x, place.y)) {
            self.brush.go(usize::from(place.x), place.y, self.wanted.size());
        }
        if shown != Some(wanted) {
            let mode: &[u8] = if wanted { b"\x1b[?25h" } else { b"\x1b[?25l" };
            self.brush.out.extend_from_slice(mode);
            self.cursor.shown = Some(wanted);
        }
    }
}

/// Gives the covered half of every wide character the look of the visible half.
///
/// To be called last in drawing. ratatui compares covered cells like others, though nobody sees
/// them: without this, a cell that comes to light when a wide character goes may stay unpainted.
pub fn settle(buffer: &mut Buffer) {
    grid::settle(buffer);
}

impl Extent {
    fn size(&self) -> Size {
        match self {
            Self::Terminal => size::terminal(),
            Self::Fixed(size) => *size,
        }
    }
}

impl<W: Write> Backend for Screen<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, cells: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        for (x, y, cell) in cells {
            self.wanted.put(x, y, cell);
            self.touch(y);
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.cursor.wanted = false;
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.cursor.wanted = true;
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor.place)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let (place, size) = (position.into(), self.wanted.size());
        let x = place.x.min(size.width.saturating_sub(1));
        self.cursor.place = Position::new(x, place.y.min(size.height.saturating_sub(1)));
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    /// Blanks a part of the screen. `All` also gives up what is known of the terminal: it is
    /// what ratatui calls after a resize, and the loop after another program had the screen.
    fn clear_region(&mut self, part: ClearType) -> io::Result<()> {
        let Position { x, y } = self.cursor.place;
        let Size { width, height } = self.wanted.size();
        let after = (x..width).map(|x| (x, y));
        let below = (y.saturating_add(1)..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        let before = (0..=x).map(|x| (x, y));
        let above = (0..y).flat_map(|y| (0..width).map(move |x| (x, y)));
        let places: Vec<(u16, u16)> = match part {
            ClearType::All => {
                self.forget();
                return Ok(());
            }
            ClearType::AfterCursor => after.chain(below).collect(),
            ClearType::BeforeCursor => above.chain(before).collect(),
            ClearType::CurrentLine => (0..width).map(|x| (x, y)).collect(),
            ClearType::UntilNewLine => after.collect(),
        };
        for (x, y) in places {
            self.wanted.put(x, y, &Cell::EMPTY);
            self.shown.doubt(y);
            self.touch(y);
        }
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        let size = self.extent.size();
        self.asked.set(size);
        Ok(size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        let columns_rows = self.extent.size();
        Ok(WindowSize { columns_rows, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        self.brush.out.clear();
        self.brush.out.extend_from_slice(BEGIN);
        let wiped = std::mem::take(&mut self.stale);
        if wiped {
            self.brush.wipe();
        }
        match self.changed.take() {
            // an empty screen has nothing to move
            Some((first, last)) if wiped => {
                self.brush.paint(&mut self.shown, &self.wanted, first, last);
            }
            Some((first, last)) => self.paint(first, last),
            None => {}
        }
        self.place_cursor();
        if self.brush.out.len() == BEGIN.len() {
            return Ok(());
        }
        self.brush.out.extend_from_slice(END);
        let frame = std::mem::take(&mut self.brush.out);
        let sent = self.send(&frame);
        self.brush.out = frame;
        sent
    }
}

#[cfg(test)]
mod tests;
