//! The one place where text meets cells: made safe, measured, cut, wrapped.
//!
//! Everything that is drawn goes through [`put`], so no byte of a record, a file name or an error can
//! reach the terminal as anything but a visible character.

use ratatui::{buffer::Buffer, style::Style};
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Whether a character must not reach the terminal as it is.
fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// What is shown in the place of an unsafe character.
fn picture(c: char, out: &mut String) {
    match c {
        '\n' | '\r' | '\t' => out.push(' '),
        // a joiner inside an emoji is harmless, and the emoji falls apart without it
        '\u{200d}' => out.push(c),
        c if (c as u32) < 0x20 => {
            out.extend(char::from_u32(0x2400 + c as u32));
        }
        '\u{7f}' => out.push('\u{2421}'),
        c => out.push_str(&format!("‹U+{:04X}›", c as u32)),
    }
}

/// The text with everything visible that could steer a terminal or hide what is read; on one line.
pub fn safe(text: &str) -> Cow<'_, str> {
    let plain = text.bytes().all(|b| (0x20..0x7f).contains(&b));
    if plain || !text.chars().any(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if is_unsafe(c) { picture(c, &mut out) } else { out.push(c) }
    }
    Cow::Owned(out)
}

/// How many cells a text takes, once made safe.
pub fn width(text: &str) -> usize {
    if text.bytes().all(|b| (0x20..0x7f).contains(&b)) {
        return text.len();
    }
    safe(text).width()
}

/// Writes a text into a line of cells, cut at `max` cells with an ellipsis; returns the next column.
///
/// Nothing is written outside of the buffer.
pub fn put(buf: &mut Buffer, x: u16, y: u16, max: u16, text: &str, style: Style) -> u16 {
    let area = buf.area;
    if y < area.top() || y >= area.bottom() || x >= area.right() || max == 0 {
        return x;
    }
    let room = max.min(area.right() - x);
    let end = x + room;
    if text.bytes().all(|b| (0x20..0x7f).contains(&b)) {
        return put_ascii(buf, x, y, room, text, style);
    }
    let text = safe(text);
    let cut = text.width() > usize::from(room);
    let limit = if cut { end - 1 } else { end };
    let mut at = x;
    for grapheme in text.graphemes(true) {
        let wide = u16::try_from(grapheme.width()).unwrap_or(1);
        if wide == 0 {
            continue;
        }
        if at + wide > limit {
            break;
        }
        if let Some(cell) = buf.cell_mut((at, y)) {
            cell.set_symbol(grapheme).set_style(style);
        }
        for rest in 1..wide {
            if let Some(cell) = buf.cell_mut((at + rest, y)) {
                cell.set_symbol(" ").set_style(style);
            }
        }
        at += wide;
    }
    if cut {
        at = ellipsis(buf, at, y, style);
    }
    at
}

fn put_ascii(buf: &mut Buffer, x: u16, y: u16, room: u16, text: &str, style: Style) -> u16 {
    let cut = text.len() > usize::from(room);
    let keep = if cut { usize::from(room) - 1 } else { text.len() };
    let mut at = x;
    for c in text.chars().take(keep) {
        if let Some(cell) = buf.cell_mut((at, y)) {
            cell.set_char(c).set_style(style);
        }
        at += 1;
    }
    if cut {
        at = ellipsis(buf, at, y, style);
    }
    at
}

fn ellipsis(buf: &mut Buffer, x: u16, y: u16, style: Style) -> u16 {
    if let Some(cell) = buf.cell_mut((x, y)) {
        cell.set_symbol("…").set_style(style);
    }
    x + 1
}

/// Wraps a text softly at words; a word that is too long is split; line ends stay.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let paragraph = safe(paragraph.trim_end_matches('\r'));
        let mut line = String::new();
        let mut used = 0;
        for word in paragraph.split_word_bounds() {
            let wide = word.width();
            if used + wide <= width {
                line.push_str(word);
                used += wide;
                continue;
            }
            if word.trim().is_empty() {
                continue;
            }
            if used > 0 {
                lines.push(std::mem::take(&mut line).trim_end().to_string());
                used = 0;
            }
            for grapheme in word.graphemes(true) {
                let wide = grapheme.width();
                if used + wide > width && used > 0 {
                    lines.push(std::mem::take(&mut line));
                    used = 0;
                }
                line.push_str(grapheme);
                used += wide;
            }
        }
        lines.push(line.trim_end().to_string());
    }
    lines
}

/// The text cut to a width, with an ellipsis if something is missing.
pub fn fit(text: &str, max: usize) -> String {
    let text = safe(text);
    if text.width() <= max {
        return text.into_owned();
    }
    let mut out = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        let wide = grapheme.width();
        if used + wide + 1 > max {
            break;
        }
        out.push_str(grapheme);
        used += wide;
    }
    if max > 0 {
        out.push('…');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::layout::Rect;

    #[test]
    fn nothing_steers_the_terminal() {
        assert_eq!(safe("a\u{1b}[31mb"), "a␛[31mb");
        assert_eq!(safe("a\u{202e}b"), "a‹U+202E›b");
        assert_eq!(safe("a\nb"), "a b");
        assert_eq!(safe("\u{9b}2J"), "‹U+009B›2J");
    }

    #[test]
    fn wraps_at_words() {
        assert_eq!(wrap("one two three", 8), ["one two", "three"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("a\n\nb", 5), ["a", "", "b"]);
        assert_eq!(wrap("漢字漢字", 5), ["漢字", "漢字"]);
    }

    proptest! {
        #[test]
        fn put_stays_inside(text in any::<String>(), x in 0u16..12, y in 0u16..4, max in 0u16..20) {
            let mut buf = Buffer::empty(Rect::new(0, 0, 10, 3));
            let next = put(&mut buf, x, y, max, &text, Style::default());
            prop_assert!(next <= 10 || next == x);
            for cell in &buf.content {
                let unsafe_char = cell.symbol().chars().any(|c| is_unsafe(c) && c != '\u{200d}');
                prop_assert!(!unsafe_char);
            }
        }

        #[test]
        fn lines_never_exceed(text in any::<String>(), width in 2usize..30) {
            for line in wrap(&text, width) {
                prop_assert!(line.width() <= width, "{line:?} is wider than {width}");
            }
            prop_assert!(fit(&text, width).width() <= width);
        }
    }
}
