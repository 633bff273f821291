//! How many cells a text takes.

use super::safe::safe;
use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

/// How much care a text needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Printable ASCII: a byte is a cell.
    Ascii,
    /// Letters and signs that stand for themselves: a character is a cell.
    Narrow,
    /// Anything.
    Any,
}

/// How much care a text needs.
pub(super) fn kind(text: &str) -> Kind {
    if text.bytes().all(|b| matches!(b, 0x20..=0x7e)) {
        Kind::Ascii
    } else if text.chars().all(is_narrow) {
        Kind::Narrow
    } else {
        Kind::Any
    }
}

/// Printable characters of one cell that join with no character of this set: Latin letters, dashes,
/// quotes, arrows, lines, blocks and our other glyphs.
fn is_narrow(c: char) -> bool {
    matches!(c,
        ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2010}'..='\u{2027}'
        | '\u{2030}'..='\u{203a}' | '\u{2190}'..='\u{2193}' | '\u{2260}'..='\u{2265}'
        | '\u{2420}'..='\u{2421}' | '\u{2500}'..='\u{25c9}' | '\u{2713}' | '\u{2717}')
        && !matches!(c, '\u{203c}' | '\u{25fd}' | '\u{25fe}')
}

/// The graphemes of a safe text with their widths.
pub(super) fn graphemes(safe: &str) -> impl Iterator<Item = (usize, &str, usize)> {
    safe.grapheme_indices(true).map(|(at, one)| (at, one, usize::from(one.cell_width())))
}

/// The graphemes that take a cell or more; a mark without a letter takes none and can't be drawn.
pub(super) fn cells(safe: &str) -> impl Iterator<Item = (usize, &str, usize)> {
    graphemes(safe).filter(|(.., wide)| *wide > 0)
}

/// How many cells a text takes once it is safe to show.
pub fn width(text: &str) -> usize {
    match kind(text) {
        Kind::Ascii => text.len(),
        Kind::Narrow => text.chars().count(),
        Kind::Any => cells(&safe(text)).map(|(.., wide)| wide).sum(),
    }
}
