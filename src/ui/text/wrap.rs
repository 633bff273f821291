//! Soft wrap: at blanks, between wide characters, and inside a word only if it is wider than the line.

use super::measure::{Kind, graphemes, kind};
use super::safe::safe;
use std::ops::Range;

/// The lines of a text made safe, none wider than `width`; its own line ends stay.
///
/// An identifier such as `R-014` is never parted unless it is wider than the line.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let line = safe(paragraph.strip_suffix('\r').unwrap_or(paragraph));
        let parts = breaks(&line, width).into_iter();
        lines.extend(parts.map(|at| line.get(at).unwrap_or_default().to_owned()));
    }
    lines
}

/// Where the lines of one paragraph are.
fn breaks(safe: &str, width: usize) -> Vec<Range<usize>> {
    let kind = kind(safe);
    if kind == Kind::Ascii && safe.len() <= width {
        return std::iter::once(0..safe.trim_end_matches(' ').len()).collect();
    }
    let mut fold = Fold { safe, width, start: 0, used: 0, chance: None, lines: Vec::new() };
    if kind == Kind::Any {
        graphemes(safe).for_each(|(at, one, wide)| fold.take(at, one.len(), one == " ", wide));
    } else {
        safe.char_indices().for_each(|(at, c)| fold.take(at, c.len_utf8(), c == ' ', 1));
    }
    fold.end(safe.len());
    fold.lines
}

/// A place where a line may end.
struct Chance {
    end: usize,
    next: usize,
    used: usize,
}

/// Folds a paragraph, grapheme by grapheme.
struct Fold<'a> {
    safe: &'a str,
    width: usize,
    /// Where the line begins.
    start: usize,
    /// Cells of the line so far.
    used: usize,
    chance: Option<Chance>,
    lines: Vec<Range<usize>>,
}

impl Fold<'_> {
    fn take(&mut self, at: usize, len: usize, blank: bool, wide: usize) {
        let next = at + len;
        if wide > self.width {
            // nothing can show it; leaving it out keeps the promise on the width
            self.end(at);
            (self.start, self.used, self.chance) = (next, 0, None);
            return;
        }
        if blank && at == self.start && !self.lines.is_empty() {
            self.start = next;
            return;
        }
        if wide > 1 && self.used > 0 {
            self.chance = Some(Chance { end: at, next: at, used: self.used });
        }
        while !blank && self.used + wide > self.width {
            match self.chance.take() {
                Some(chance) => {
                    self.end(chance.end);
                    self.start = chance.next;
                    self.used = self.used.saturating_sub(chance.used);
                }
                None => {
                    self.end(at);
                    (self.start, self.used) = (at, 0);
                }
            }
        }
        self.used += wide;
        if blank || wide > 1 {
            let end = if blank { at } else { next };
            self.chance = Some(Chance { end, next, used: self.used });
        }
    }

    /// Ends a line; blanks at its end go.
    fn end(&mut self, at: usize) {
        let line = self.safe.get(self.start..at).unwrap_or_default();
        self.lines.push(self.start..self.start + line.trim_end_matches(' ').len());
    }
}
