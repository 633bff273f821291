//! A line of text with a cursor that moves by graphemes.

use crate::term::key::{Code, Key};
use unicode_segmentation::UnicodeSegmentation;

/// One line being typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    before: String,
    after: String,
}

impl Line {
    /// A line with the cursor at its end.
    pub fn new(text: &str) -> Self {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Self { before: text, after: String::new() }
    }

    /// The whole text.
    pub fn text(&self) -> String {
        format!("{}{}", self.before, self.after)
    }

    /// What stands before the cursor.
    pub fn before(&self) -> &str {
        &self.before
    }

    /// What stands after the cursor.
    pub fn after(&self) -> &str {
        &self.after
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }

    /// Types a text; line ends become blanks.
    pub fn insert(&mut self, text: &str) {
        let safe = text.chars().map(|c| if c.is_control() { ' ' } else { c });
        self.before.extend(safe);
    }

    /// Puts another text in its place.
    pub fn set(&mut self, text: &str) {
        *self = Self::new(text);
    }

    /// Handles an editing key; false if it is none.
    pub fn on_key(&mut self, key: Key) -> bool {
        if let Some(c) = key.text() {
            self.before.push(c);
            return true;
        }
        match (key.mods.ctrl, key.code) {
            (false, Code::Backspace) => self.drop_before(1),
            (false, Code::Delete) => {
                self.after = rest(&self.after);
            }
            (false, Code::Left) => self.left(),
            (false, Code::Right) => self.right(),
            (false, Code::Home) | (true, Code::Char('a')) => {
                self.after.insert_str(0, &self.before);
                self.before.clear();
            }
            (false, Code::End) | (true, Code::Char('e')) => {
                self.before.push_str(&self.after);
                self.after.clear();
            }
            (true, Code::Char('u')) => self.before.clear(),
            (true, Code::Char('k')) => self.after.clear(),
            (true, Code::Char('w')) => {
                let kept = self.before.trim_end();
                let kept = kept
                    .rfind(char::is_whitespace)
                    .map_or("", |at| kept.get(..=at).unwrap_or_default());
                self.before = kept.to_string();
            }
            (true, Code::Left) => {
                while self.before.ends_with(' ') {
                    self.left();
                }
                while !self.before.is_empty() && !self.before.ends_with(' ') {
                    self.left();
                }
            }
            (true, Code::Right) => {
                while self.after.starts_with(' ') {
                    self.right();
                }
                while !self.after.is_empty() && !self.after.starts_with(' ') {
                    self.right();
                }
            }
            _ => return false,
        }
        true
    }

    fn drop_before(&mut self, count: usize) {
        for _ in 0..count {
            let kept = self.before.grapheme_indices(true).next_back().map_or(0, |(at, _)| at);
            self.before.truncate(kept);
        }
    }

    fn left(&mut self) {
        if let Some((at, last)) = self.before.grapheme_indices(true).next_back() {
            self.after.insert_str(0, last);
            self.before.truncate(at);
        }
    }

    fn right(&mut self) {
        if let Some(first) = self.after.graphemes(true).next() {
            self.before.push_str(first);
            self.after = rest(&self.after);
        }
    }
}

fn rest(text: &str) -> String {
    text.graphemes(true).skip(1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::term::sequence::keys;

    fn typed(start: &str, sequence: &str) -> String {
        let mut line = Line::new(start);
        for key in keys(sequence) {
            line.on_key(key);
        }
        format!("{}|{}", line.before(), line.after())
    }

    #[test]
    fn edits_by_graphemes() {
        assert_eq!(typed("cafe\u{301}", "<backspace>"), "caf|");
        assert_eq!(typed("ab👩‍👩‍👧", "<left><left>x"), "axb|👩‍👩‍👧".replace("axb|", "ax|b"));
    }

    #[test]
    fn words_and_ends() {
        assert_eq!(typed("one two", "<ctrl-w>"), "one |");
        assert_eq!(typed("one two", "<home><delete>"), "|ne two");
        assert_eq!(typed("one two", "<ctrl-u>x"), "x|");
    }

    #[test]
    fn a_paste_of_lines_stays_one_line() {
        let mut line = Line::default();
        line.insert("a\nb\u{1b}[31m");
        assert_eq!(line.text(), "a b [31m");
    }
}
