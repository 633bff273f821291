//! What a terminal shows after the bytes, read back by an independent emulator.

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::style::{Color, Modifier};
use std::num::NonZeroU16;

/// An emulated terminal.
pub(super) struct Seen(vt100::Parser);

/// One cell as one sees it.
#[derive(Debug, PartialEq)]
struct Look {
    text: String,
    ink: Option<(vt100::Color, bool, bool, bool)>,
    ground: vt100::Color,
    lines: (bool, bool),
}

impl Seen {
    pub(super) fn new(width: u16, height: u16) -> Self {
        let size = |n| NonZeroU16::new(n).unwrap();
        Self(vt100::Parser::new(size(height), size(width), 0))
    }

    pub(super) fn resize(&mut self, width: u16, height: u16) {
        let size = |n| NonZeroU16::new(n).unwrap();
        self.0.screen_mut().set_size(size(height), size(width));
    }

    pub(super) fn take(&mut self, bytes: &[u8]) {
        self.0.process(bytes);
    }

    pub(super) fn rows(&self) -> Vec<String> {
        let (_, width) = self.0.screen().size();
        self.0.screen().rows(0, width.into()).collect()
    }

    /// Where the cursor stands, if one sees it.
    pub(super) fn cursor(&self) -> Option<(u16, u16)> {
        let (y, x) = self.0.screen().cursor_position();
        (!self.0.screen().hide_cursor()).then_some((x, y))
    }

    /// Says where the terminal shows something else than the buffer holds.
    pub(super) fn differs(&self, buffer: &Buffer) -> Option<String> {
        for y in 0..buffer.area.height {
            let mut x = 0;
            while x < buffer.area.width {
                let cell = &buffer[(x, y)];
                let there = self.0.screen().cell(y, x).expect("a cell");
                let (want, have) = (wanted(cell), shown(there));
                if want != have {
                    return Some(format!("at {x},{y}: wanted {want:?}, shown {have:?}"));
                }
                x += cell.cell_width().max(1);
            }
        }
        None
    }
}

fn wanted(cell: &Cell) -> Look {
    let m = |modifier| cell.modifier.contains(modifier);
    let text = cell.symbol().to_owned();
    let lines = (m(Modifier::UNDERLINED), m(Modifier::REVERSED));
    let ink = (color(cell.fg), m(Modifier::BOLD), m(Modifier::DIM), m(Modifier::ITALIC));
    Look { ink: visible(&text, lines).then_some(ink), text, ground: color(cell.bg), lines }
}

fn shown(cell: &vt100::Cell) -> Look {
    let text = if cell.has_contents() { cell.contents().to_owned() } else { " ".to_owned() };
    let lines = (cell.underline(), cell.inverse());
    let ink = (cell.fgcolor(), cell.bold(), cell.dim(), cell.italic());
    Look { ink: visible(&text, lines).then_some(ink), text, ground: cell.bgcolor(), lines }
}

/// Whether the ink matters: not on a blank without lines.
fn visible(text: &str, lines: (bool, bool)) -> bool {
    text != " " || lines != (false, false)
}

fn color(color: Color) -> vt100::Color {
    match color {
        Color::Reset => vt100::Color::Default,
        Color::Indexed(n) => vt100::Color::Idx(n),
        Color::Rgb(r, g, b) => vt100::Color::Rgb(r, g, b),
        named => vt100::Color::Idx(super::super::pen::palette(named).expect("a named colour")),
    }
}
