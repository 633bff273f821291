//! The pen: every cell that is drawn goes through it, and so through the sanitiser.

use crate::{
    app::App,
    ui::{Glyphs, Role, Theme, text},
};
use ratatui::{buffer::Buffer, layout::Rect, style::Style};

/// Writes into the cells of a frame.
pub struct Pen<'a> {
    buf: &'a mut Buffer,
    theme: &'a Theme,
    /// The glyphs in use.
    pub glyphs: Glyphs,
}

impl<'a> Pen<'a> {
    /// A pen with the looks of the app.
    pub fn new(app: &'a App, buf: &'a mut Buffer) -> Self {
        Self { buf, theme: &app.theme, glyphs: app.glyphs }
    }

    /// How a role looks.
    pub fn style(&self, role: Role) -> Style {
        self.theme.style(role)
    }

    /// Writes a text of at most `max` cells; returns the next column.
    pub fn put(&mut self, x: u16, y: u16, max: u16, text: &str, role: Role) -> u16 {
        let style = self.theme.style(role);
        self.put_styled(x, y, max, text, style)
    }

    /// Writes a text with a style of its own.
    pub fn put_styled(&mut self, x: u16, y: u16, max: u16, text: &str, style: Style) -> u16 {
        let end = text::put(self.buf, x, y, max, text, style);
        if self.glyphs.is_ascii() {
            self.make_ascii(x, end, y);
        }
        end
    }

    /// Terminals without unicode get no letter that they would garble.
    fn make_ascii(&mut self, from: u16, to: u16, y: u16) {
        for x in from..to {
            if let Some(cell) = self.buf.cell_mut((x, y))
                && !cell.symbol().is_ascii()
            {
                let plain = match cell.symbol() {
                    "…" => "~",
                    "─" => "-",
                    "│" => "|",
                    "→" => ">",
                    "←" => "<",
                    "–" | "—" | "−" | "·" => "-",
                    "×" => "x",
                    "≥" => ">",
                    "‹" => "<",
                    "›" => ">",
                    "“" | "”" | "„" => "\"",
                    "‘" | "’" => "'",
                    other => return_latin(other),
                };
                cell.set_symbol(plain);
            }
        }
    }

    /// Lays a style over cells that are written already.
    pub fn over(&mut self, area: Rect, role: Role) {
        let style = self.theme.style(role);
        let area = area.intersection(self.buf.area);
        self.buf.set_style(area, style);
    }

    /// Empties an area.
    pub fn clear(&mut self, area: Rect) {
        let area = area.intersection(self.buf.area);
        for y in area.top()..area.bottom() {
            for x in area.left()..area.right() {
                if let Some(cell) = self.buf.cell_mut((x, y)) {
                    cell.reset();
                }
            }
        }
    }

    /// Draws a frame with a title at the top and a note at the bottom.
    pub fn frame(&mut self, area: Rect, title: &str, note: &str, focused: bool) {
        if area.width < 2 || area.height < 2 {
            return;
        }
        let role = if focused { Role::BorderFocus } else { Role::Border };
        let [top_left, top_right, bottom_left, bottom_right, across, down] = self.glyphs.frame;
        let (right, bottom) = (area.right() - 1, area.bottom() - 1);
        for (y, left, end) in [(area.y, top_left, top_right), (bottom, bottom_left, bottom_right)] {
            self.put(area.x, y, 1, left, role);
            for x in area.x + 1..right {
                self.put(x, y, 1, across, role);
            }
            self.put(right, y, 1, end, role);
        }
        for y in area.y + 1..bottom {
            self.put(area.x, y, 1, down, role);
            self.put(right, y, 1, down, role);
        }
        let room = area.width.saturating_sub(4);
        if !title.is_empty() {
            let look = if focused { Role::Accent } else { Role::Title };
            self.put(area.x + 2, area.y, room, &format!(" {title} "), look);
        }
        if !note.is_empty() {
            self.put(area.x + 2, bottom, room, &format!(" {note} "), Role::Dim);
        }
    }

    /// The buffer, for widgets that draw themselves.
    pub fn buffer(&mut self) -> &mut Buffer {
        self.buf
    }
}

/// Letters with marks lose them; anything else becomes a question mark.
fn return_latin(symbol: &str) -> &'static str {
    const LETTERS: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    let folded = crate::search::fold::fold(symbol);
    let upper = symbol.chars().next().is_some_and(char::is_uppercase);
    let letter = folded.chars().next().map(|c| if upper { c.to_ascii_uppercase() } else { c });
    letter
        .and_then(|letter| LETTERS.find(letter))
        .and_then(|at| LETTERS.get(at..=at))
        .unwrap_or("?")
}
