//! The few glyphs beside letters, in unicode and in ASCII.
//!
//! None is an emoji: their width differs from terminal to terminal. All take one cell, but for the
//! arrow and the branches of a tree.

use crate::term::caps::GlyphSet;

/// The glyphs in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyphs {
    /// Before the selected row.
    pub marker: &'static str,
    /// Before a marked row.
    pub mark: &'static str,
    /// Yes, met.
    pub check: &'static str,
    /// No, not met.
    pub cross: &'static str,
    /// Open, nothing there.
    pub dot: &'static str,
    /// One step of priority.
    pub gap: &'static str,
    /// Full part of a bar.
    pub full: &'static str,
    /// Half part of a bar.
    pub half: &'static str,
    /// Empty part of a bar.
    pub empty: &'static str,
    /// Steps of a sparkline, the lowest first.
    pub steps: [&'static str; 8],
    /// From one to another.
    pub arrow: &'static str,
    /// More than before.
    pub up: &'static str,
    /// Less than before.
    pub down: &'static str,
    /// There is more inside.
    pub right: &'static str,
    /// Something was cut off.
    pub ellipsis: &'static str,
    /// Between things.
    pub bar: &'static str,
    /// Needs attention.
    pub warn: &'static str,
    /// Can't be changed.
    pub lock: &'static str,
    /// Is being changed.
    pub pencil: &'static str,
    /// Corners and lines of a box: top left, top right, bottom left, bottom right, horizontal, vertical.
    pub frame: [&'static str; 6],
    /// Lines of a tree, two cells each: a branch, the last branch, passing by a branch.
    pub tree: [&'static str; 3],
}

const UNICODE: Glyphs = Glyphs {
    marker: "▌",
    mark: "●",
    check: "✓",
    cross: "✗",
    dot: "·",
    gap: "▲",
    full: "█",
    half: "▒",
    empty: "░",
    steps: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    arrow: "→",
    up: "▴",
    down: "▾",
    right: "▸",
    ellipsis: "…",
    bar: "│",
    warn: "△",
    lock: "⊘",
    pencil: "✎",
    frame: ["┌", "┐", "└", "┘", "─", "│"],
    tree: ["├ ", "└ ", "│ "],
};

const ASCII: Glyphs = Glyphs {
    marker: ">",
    mark: "*",
    check: "+",
    cross: "x",
    dot: ".",
    gap: "!",
    full: "#",
    half: "=",
    empty: ".",
    steps: [".", ":", "-", "=", "+", "o", "O", "#"],
    arrow: "->",
    up: "^",
    down: "v",
    right: ">",
    ellipsis: "~",
    bar: "|",
    warn: "!",
    lock: "%",
    pencil: "&",
    frame: ["+", "+", "+", "+", "-", "|"],
    tree: ["|-", "`-", "| "],
};

impl Default for Glyphs {
    fn default() -> Self {
        UNICODE
    }
}

impl Glyphs {
    /// Glyphs of unicode.
    pub fn unicode() -> Self {
        UNICODE
    }

    /// Glyphs of ASCII only.
    pub fn ascii() -> Self {
        ASCII
    }

    /// The glyphs that a terminal can show.
    pub fn of(set: GlyphSet) -> Self {
        match set {
            GlyphSet::Unicode => UNICODE,
            GlyphSet::Ascii => ASCII,
        }
    }

    /// Whether only ASCII is used.
    pub fn is_ascii(&self) -> bool {
        *self == ASCII
    }

    /// The step of a sparkline that stands for a share of the highest, from 0 to 1.
    pub fn step(&self, value: usize, highest: usize) -> &'static str {
        let last = self.steps.len() - 1;
        let nth = (value * last + highest / 2).checked_div(highest).unwrap_or(0);
        self.steps.get(nth.min(last)).copied().unwrap_or(self.empty)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::text;

    fn single(glyphs: Glyphs) -> Vec<&'static str> {
        let g = glyphs;
        let mut all = vec![
            g.marker, g.mark, g.check, g.cross, g.dot, g.gap, g.full, g.half, g.empty, g.up,
            g.down, g.right, g.ellipsis, g.bar, g.warn, g.lock, g.pencil,
        ];
        all.extend(g.steps.iter().chain(&g.frame));
        all
    }

    #[test]
    fn a_glyph_takes_one_cell_and_passes_the_sanitiser() {
        for glyph in [UNICODE, ASCII].into_iter().flat_map(single) {
            assert_eq!(text::width(glyph), 1, "{glyph}");
            assert_eq!(text::safe(glyph), glyph);
        }
        for branch in UNICODE.tree.iter().chain(&ASCII.tree) {
            assert_eq!(text::width(branch), 2, "{branch}");
        }
    }

    #[test]
    fn what_stands_for_different_things_looks_different() {
        for g in [UNICODE, ASCII] {
            assert_ne!(g.check, g.cross);
            assert_ne!(g.marker, g.mark);
            assert!(![g.half, g.empty].contains(&g.full) && g.half != g.empty);
            assert!(![g.check, g.cross].contains(&g.dot));
        }
    }

    #[test]
    fn ascii_is_what_a_keyboard_has() {
        let all = single(ASCII).into_iter().chain(ASCII.tree).chain([ASCII.arrow]);
        assert!(all.into_iter().all(|glyph| glyph.is_ascii()));
    }

    #[test]
    fn a_sparkline_uses_all_of_its_height() {
        let g = Glyphs::unicode();
        assert_eq!([g.step(0, 12), g.step(6, 12), g.step(12, 12)], ["▁", "▅", "█"]);
        assert_eq!([g.step(0, 0), g.step(99, 12)], ["▁", "█"]);
    }
}
