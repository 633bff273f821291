//! The colours and attributes the terminal writes with, and the shortest way to others.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::grid::{SEEN_ON_BLANK, is_plain_blank};

/// What the terminal would write the next character with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pen {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

/// Each attribute with the code that sets it and the one that ends it.
const ATTRIBUTES: &[(Modifier, u8, u8)] = &[
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

impl Pen {
    /// The terminal's own colours, no attribute.
    pub(super) const PLAIN: Self =
        Self { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

    /// The pen that draws this cell exactly.
    fn of(cell: &Cell) -> Self {
        Self { fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }

    /// Whether this pen draws the cell as wanted; on a blank the ink doesn't matter.
    pub(super) fn draws(self, cell: &Cell) -> bool {
        if is_plain_blank(cell) {
            self.bg == cell.bg && !self.modifier.intersects(SEEN_ON_BLANK)
        } else {
            self == Self::of(cell)
        }
    }

    /// Makes `pen` one that draws the cell, writing what the terminal must be told.
    pub(super) fn take(pen: &mut Option<Self>, cell: &Cell, out: &mut Vec<u8>) {
        if pen.is_some_and(|p| p.draws(cell)) {
            return;
        }
        let exact = Self::of(cell);
        let mut best = (exact, between(*pen, exact));
        if let (true, Some(now)) = (is_plain_blank(cell), *pen) {
            let modifier = now.modifier.difference(SEEN_ON_BLANK);
            let inked = Self { fg: now.fg, bg: cell.bg, modifier };
            let way = between(*pen, inked);
            if way.len() <= best.1.len() {
                best = (inked, way);
            }
        }
        out.extend_from_slice(&best.1);
        *pen = Some(best.0);
    }
}

/// The shorter of changing what differs and starting afresh.
fn between(from: Option<Pen>, to: Pen) -> Vec<u8> {
    let mut afresh = Codes::default();
    if to != Pen::PLAIN {
        afresh.push(0);
        afresh.attributes(to.modifier);
        afresh.colors(Pen::PLAIN, to);
    }
    let Some(from) = from else { return afresh.sgr() };
    let mut change = Codes::default();
    let mut kept = from.modifier;
    for (attribute, _, off) in ATTRIBUTES {
        if from.modifier.difference(to.modifier).contains(*attribute) && kept.contains(*attribute) {
            change.push(*off);
            for (other, _, _) in ATTRIBUTES.iter().filter(|a| a.2 == *off) {
                kept.remove(*other);
            }
        }
    }
    change.attributes(to.modifier.difference(kept));
    change.colors(from, to);
    let (change, afresh) = (change.sgr(), afresh.sgr());
    if change.len() < afresh.len() { change } else { afresh }
}

/// The parameters of one SGR sequence.
#[derive(Default)]
struct Codes(Vec<u8>);

impl Codes {
    fn push(&mut self, code: u8) {
        if !self.0.is_empty() {
            self.0.push(b';');
        }
        self.0.extend_from_slice(code.to_string().as_bytes());
    }

    fn attributes(&mut self, wanted: Modifier) {
        for (attribute, on, _) in ATTRIBUTES {
            if wanted.contains(*attribute) {
                self.push(*on);
            }
        }
    }

    fn colors(&mut self, from: Pen, to: Pen) {
        for (old, new, base) in [(from.fg, to.fg, 30), (from.bg, to.bg, 40)] {
            if old != new {
                self.color(new, base);
            }
        }
    }

    fn color(&mut self, color: Color, base: u8) {
        match (color, palette(color)) {
            (_, Some(n @ 0..=7)) => self.push(base + n),
            (_, Some(n)) => self.push(base + 60 + n - 8),
            (Color::Indexed(n), None) => [base + 8, 5, n].into_iter().for_each(|c| self.push(c)),
            (Color::Rgb(r, g, b), None) => {
                [base + 8, 2, r, g, b].into_iter().for_each(|c| self.push(c));
            }
            (_, None) => self.push(base + 9),
        }
    }

    fn sgr(self) -> Vec<u8> {
        [b"\x1b[", self.0.as_slice(), b"m"].concat()
    }
}

/// The place of a named colour in the palette of sixteen.
pub(super) fn palette(color: Color) -> Option<u8> {
    Some(match color {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Reset | Color::Rgb(..) | Color::Indexed(_) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(from: Pen, to: Pen) -> String {
        String::from_utf8(between(Some(from), to)).unwrap().replace('\x1b', "")
    }

    fn pen(fg: Color, bg: Color, modifier: Modifier) -> Pen {
        Pen { fg, bg, modifier }
    }

    #[test]
    fn the_shortest_way_is_taken() {
        let bold = pen(Color::Red, Color::Blue, Modifier::BOLD);
        assert_eq!(way(Pen::PLAIN, bold), "[1;31;44m");
        assert_eq!(way(bold, Pen::PLAIN), "[m");
        assert_eq!(way(bold, pen(Color::Red, Color::Reset, Modifier::BOLD)), "[49m");
        assert_eq!(way(bold, pen(Color::Red, Color::Blue, Modifier::empty())), "[22m");
        assert_eq!(way(bold, pen(Color::Red, Color::Blue, Modifier::DIM)), "[22;2m");
        assert_eq!(way(bold, pen(Color::Red, Color::Reset, Modifier::empty())), "[0;31m");
    }

    #[test]
    fn bold_beside_dim_survives_the_end_of_dim() {
        let both = pen(Color::Cyan, Color::Rgb(1, 2, 3), Modifier::BOLD | Modifier::DIM);
        let bold = Pen { modifier: Modifier::BOLD, ..both };
        assert_eq!(way(both, bold), "[22;1m");
    }

    #[test]
    fn every_kind_of_colour_is_written() {
        let to = |fg| way(Pen::PLAIN, pen(fg, Color::Reset, Modifier::empty()));
        assert_eq!(to(Color::White), "[97m");
        assert_eq!(to(Color::Indexed(200)), "[38;5;200m");
        assert_eq!(to(Color::Rgb(1, 2, 255)), "[38;2;1;2;255m");
        let on = |bg| way(Pen::PLAIN, pen(Color::Reset, bg, Modifier::empty()));
        assert_eq!(on(Color::DarkGray), "[100m");
        assert_eq!(on(Color::Indexed(9)), "[48;5;9m");
    }

    #[test]
    fn ink_is_not_changed_for_a_blank() {
        let mut pen = Some(pen(Color::Red, Color::Reset, Modifier::BOLD));
        let mut out = Vec::new();
        Pen::take(&mut pen, &Cell::EMPTY, &mut out);
        assert_eq!(out, b"");
        let mut ground = Cell::EMPTY;
        ground.bg = Color::Blue;
        Pen::take(&mut pen, &ground, &mut out);
        assert_eq!(out, b"\x1b[44m");
    }
}
