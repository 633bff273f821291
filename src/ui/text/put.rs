//! Writing a text into cells; the hot path of every frame.

use super::cut::{Part, head, middle};
use super::measure::{Kind, cells, kind};
use super::safe::safe;
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::Style;

const ELLIPSIS: char = '…';

/// Writes a text into a line of cells, cut at `max` cells with an ellipsis; returns the next column.
///
/// The style is laid over what the cells have. Nothing is padded, and nothing written outside of the
/// buffer.
pub fn put(buf: &mut Buffer, x: u16, y: u16, max: u16, text: &str, style: Style) -> u16 {
    let Some(cells) = free(buf, x, y, max, text) else { return x };
    x + match kind(text) {
        Kind::Ascii => one_each(cells, text.bytes().map(char::from), text.len(), style),
        Kind::Narrow => one_each(cells, text.chars(), text.chars().count(), style),
        Kind::Any => graphemes(cells, text, style),
    }
}

/// Like [`put`], but what does not fit goes missing in the middle, so that both ends can be read.
pub fn put_middle(buf: &mut Buffer, x: u16, y: u16, max: u16, text: &str, style: Style) -> u16 {
    let room = max.min(buf.area.right().saturating_sub(x));
    put(buf, x, y, max, &middle(text, usize::from(room)), style)
}

/// Empties an area, whatever stood there, and lays a style over it.
pub fn blank(buf: &mut Buffer, area: Rect, style: Style) {
    let area = area.intersection(buf.area);
    for y in area.top()..area.bottom() {
        let Some(cells) = free(buf, area.x, y, area.width, " ") else { continue };
        for cell in cells {
            cell.reset();
            cell.set_style(style);
        }
    }
}

/// The cells from a column on, at most `max`; a wide character that reaches into them gives way.
fn free<'a>(buf: &'a mut Buffer, x: u16, y: u16, max: u16, text: &str) -> Option<&'a mut [Cell]> {
    let area = buf.area;
    let inside =
        (area.top()..area.bottom()).contains(&y) && (area.left()..area.right()).contains(&x);
    if !inside || max == 0 || text.is_empty() {
        return None;
    }
    let room = usize::from(max.min(area.right() - x));
    let row = usize::from(y - area.y) * usize::from(area.width);
    let start = row + usize::from(x - area.x);
    if x > area.x
        && let Some(before) = buf.content.get_mut(start - 1)
        && is_wide(before)
    {
        before.set_char(' ');
    }
    buf.content.get_mut(start..start + room)
}

fn is_wide(cell: &Cell) -> bool {
    cell.symbol().len() > 1 && cell.symbol().cell_width() > 1
}

/// One character a cell.
fn one_each(
    cells: &mut [Cell],
    chars: impl Iterator<Item = char>,
    len: usize,
    style: Style,
) -> u16 {
    let cut = len > cells.len();
    let keep = if cut { cells.len() - 1 } else { len };
    let mut left = cells.iter_mut();
    for (c, cell) in chars.take(keep).zip(left.by_ref()) {
        cell.set_char(c).set_style(style);
    }
    if let Some(cell) = left.next().filter(|_| cut) {
        cell.set_char(ELLIPSIS).set_style(style);
    }
    count(if cut { cells.len() } else { keep })
}

fn graphemes(row: &mut [Cell], text: &str, style: Style) -> u16 {
    let room = row.len();
    let Part { text, more } = head(text, room);
    let text = safe(text);
    let whole = !more && fits(&text, room);
    let limit = if whole { room } else { room - 1 };
    let mut at = 0;
    for (_, grapheme, wide) in cells(&text) {
        let Some(under) = row.get_mut(at..(at + wide).min(limit)).filter(|u| u.len() == wide)
        else {
            break;
        };
        for cell in under.iter_mut() {
            cell.set_char(' ').set_style(style);
        }
        if let Some(cell) = under.first_mut() {
            cell.set_symbol(grapheme);
        }
        at += wide;
    }
    if let Some(cell) = row.get_mut(at).filter(|_| !whole) {
        cell.set_char(ELLIPSIS).set_style(style);
        at += 1;
    }
    count(at)
}

fn fits(safe: &str, room: usize) -> bool {
    let mut used = 0;
    cells(safe).all(|(.., wide)| {
        used += wide;
        used <= room
    })
}

fn count(cells: usize) -> u16 {
    u16::try_from(cells).unwrap_or(u16::MAX)
}
