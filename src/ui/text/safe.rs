//! The sanitiser: what could steer a terminal or deceive a reader becomes visible.
//!
//! Controls turn into their pictures. Marks that turn the direction of writing or take no room at all
//! (the "Trojan source" kind) turn into their number: in an audit record they are a finding, and one
//! that can't be seen can't be found.

use super::measure::{Kind, kind};
use std::borrow::Cow;
use std::fmt::Write;
use unicode_width::UnicodeWidthChar;

/// Marks that may sit on one letter; enough for every script, too few to smear over other lines.
const MARKS: usize = 6;
/// Joiners in one emoji; the longest that exist have four.
const JOINERS: usize = 6;

/// The text on one line, with everything visible that could steer a terminal or hide what is read.
///
/// Line ends and tabs become blanks.
pub fn safe(text: &str) -> Cow<'_, str> {
    match kind(text) {
        Kind::Ascii | Kind::Narrow => Cow::Borrowed(text),
        Kind::Any if is_clean(text) => Cow::Borrowed(text),
        Kind::Any => Cow::Owned(cleaned(text)),
    }
}

/// Characters that take no room or that look like none, those that turn the direction of writing, and
/// line ends under another name.
pub(super) fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

const JOINER: char = '\u{200d}';

/// What stands before a character, as far as it decides whether the character may stay.
#[derive(Default)]
struct Before {
    letter: Option<char>,
    marks: usize,
    joiners: usize,
}

impl Before {
    /// Whether a character may stay as it is.
    fn lets(&mut self, c: char) -> bool {
        let emoji = self.letter.is_some_and(|letter| letter >= '\u{2190}');
        match c {
            JOINER if emoji && self.joiners < JOINERS => {
                self.joiners += 1;
                true
            }
            // how to show the sign before: as text or as a picture
            '\u{fe0e}' | '\u{fe0f}' if self.letter.is_some() && self.marks == 0 => {
                self.marks += 1;
                true
            }
            c if c.is_control() || is_hidden(c) => {
                *self = Before::default();
                false
            }
            c if c.width() == Some(0) => {
                self.letter = None;
                self.marks += 1;
                self.marks <= MARKS
            }
            c => {
                let joined = self.joiners > 0 && c >= '\u{2190}';
                let joiners = if joined { self.joiners } else { 0 };
                *self = Before { letter: Some(c), marks: 0, joiners };
                true
            }
        }
    }
}

fn is_clean(text: &str) -> bool {
    let mut before = Before::default();
    text.chars().all(|c| before.lets(c))
}

fn cleaned(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut before = Before::default();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            c if before.lets(c) => out.push(c),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\t' => out.push(' '),
            '\u{7f}' => out.push('\u{2421}'),
            c if u32::from(c) < 0x20 => out.extend(char::from_u32(0x2400 + u32::from(c))),
            // writing into a string can't fail
            c => write!(out, "‹U+{:04X}›", u32::from(c)).unwrap_or_default(),
        }
    }
    out
}
