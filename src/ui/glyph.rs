//! The few glyphs beside letters, in unicode and in ASCII.

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
    /// From one to another.
    pub arrow: &'static str,
    /// Something was cut off.
    pub ellipsis: &'static str,
    /// Between things.
    pub bar: &'static str,
    /// Corners and lines of a box: top left, top right, bottom left, bottom right, horizontal, vertical.
    pub frame: [&'static str; 6],
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
    arrow: "→",
    ellipsis: "…",
    bar: "│",
    frame: ["┌", "┐", "└", "┘", "─", "│"],
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
    arrow: "->",
    ellipsis: "~",
    bar: "|",
    frame: ["+", "+", "+", "+", "-", "|"],
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
}
