//! A text of any length: soft wrap, undo, paste; esc keeps it, ctrl-c puts the old one back.

use super::{Answer, Outcome};
use crate::{
    assess::justification::{is_reason, is_said},
    pane::detail::Line,
    term::key::{Code, Key},
};
use tui_textarea::{CursorMove, TextArea, WrapMode};
use unicode_segmentation::UnicodeSegmentation;

/// What a justification has to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// Why the control is included.
    Why,
    /// What does not exist here, so that it is excluded.
    WhatDoesNotExist,
}

/// A text being written.
#[derive(Debug, Clone)]
pub struct Editor {
    /// Whose text it is.
    pub title: String,
    /// The text area.
    pub area: TextArea<'static>,
    /// The text that stood there.
    pub before: String,
    /// What supports the writing: purpose, questions, risks, obligations.
    pub support: Vec<Line>,
    /// Texts that can be taken over, with where they come from.
    pub offers: Vec<(String, String)>,
    /// Which offer is under the cursor.
    pub offer: usize,
    /// First line of the supporting pane on screen.
    pub top: usize,
    /// How many records still need a text, to be honest about what remains.
    pub progress: String,
    /// What the text has to say, if it is a justification.
    pub asks: Option<Asks>,
}

impl Editor {
    /// An editor with the cursor at the end of the text.
    pub fn new(title: impl Into<String>, text: &str) -> Self {
        let mut editor = Self {
            title: title.into(),
            area: area(text),
            before: text.to_string(),
            support: Vec::new(),
            offers: Vec::new(),
            offer: 0,
            top: 0,
            progress: String::new(),
            asks: None,
        };
        editor.area.move_cursor(CursorMove::Bottom);
        editor.area.move_cursor(CursorMove::End);
        editor
    }

    /// The text as it stands.
    pub fn text(&self) -> String {
        let text = self.area.lines().join("\n");
        text.trim_end().to_string()
    }

    /// Whether the text differs from the one that stood there.
    pub fn is_changed(&self) -> bool {
        self.text() != self.before.trim_end()
    }

    /// What is wrong with the text as a justification, while it is typed.
    pub fn objection(&self) -> Option<&'static str> {
        let text = self.text();
        match self.asks? {
            _ if text.trim().is_empty() => None,
            Asks::WhatDoesNotExist if !is_reason(&text) => {
                Some("not a reason yet: what does not exist here?")
            }
            Asks::Why if !is_said(&text) => Some("says nothing yet: why is it needed here?"),
            _ => None,
        }
    }

    /// Puts another text in the place of this one.
    pub fn replace(&mut self, text: &str) {
        self.area.select_all();
        self.area.insert_str(clean(text));
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str) {
        self.area.insert_str(clean(text));
    }

    /// Handles a key.
    pub fn on_key(&mut self, key: Key) -> Outcome {
        match (key.mods.ctrl, key.code) {
            (false, Code::Esc) => return Outcome::Answered(Answer::Text(self.text())),
            (true, Code::Char('n')) => return Outcome::Answered(Answer::TextAndNext(self.text())),
            (true, Code::Char('c')) => return Outcome::Answered(Answer::Dropped(self.text())),
            (true, Code::Char('x')) => return Outcome::Meanwhile(Answer::External(self.text())),
            (true, Code::Char('t')) => self.take_over(),
            (true, Code::Down | Code::Char('j')) => self.next_offer(1),
            (true, Code::Up | Code::Char('k')) => self.next_offer(-1),
            (false, Code::PageDown) => {
                self.top = (self.top + 4).min(self.support.len().saturating_sub(1))
            }
            (false, Code::PageUp) => self.top = self.top.saturating_sub(4),
            _ => return self.edit(key),
        }
        Outcome::Taken
    }

    fn next_offer(&mut self, by: isize) {
        let count = self.offers.len().max(1);
        self.offer = self.offer.checked_add_signed(by).map_or(count - 1, |at| at % count);
    }

    /// Takes the offered text over: in the place of an empty text, else behind what stands there. The
    /// next offer comes up, so that several can be taken in turn.
    fn take_over(&mut self) {
        let Some((_, text)) = self.offers.get(self.offer).cloned() else { return };
        if self.text().trim().is_empty() {
            self.replace(&text);
        } else {
            self.area.insert_str(format!(" {}", clean(&text)));
        }
        self.next_offer(1);
    }

    fn edit(&mut self, key: Key) -> Outcome {
        let area = &mut self.area;
        match (key.mods.ctrl, key.mods.alt, key.code) {
            (false, _, Code::Enter) => area.insert_newline(),
            (false, false, Code::Backspace) => delete_back(area),
            (false, false, Code::Delete) => delete_forward(area),
            (true, _, Code::Char('w')) | (_, true, Code::Backspace) => {
                area.delete_word();
            }
            (true, _, Code::Char('u')) => {
                area.undo();
            }
            (true, _, Code::Char('r')) => {
                area.redo();
            }
            (false, _, Code::Left) => {
                let (before, _) = beside(area);
                (0..before).for_each(|_| area.move_cursor(CursorMove::Back));
            }
            (false, _, Code::Right) => {
                let (_, after) = beside(area);
                (0..after).for_each(|_| area.move_cursor(CursorMove::Forward));
            }
            (true, _, Code::Left) => area.move_cursor(CursorMove::WordBack),
            (true, _, Code::Right) => area.move_cursor(CursorMove::WordForward),
            (false, _, Code::Up) => area.move_cursor(CursorMove::Up),
            (false, _, Code::Down) => area.move_cursor(CursorMove::Down),
            (false, _, Code::Home) | (true, _, Code::Char('a')) => {
                area.move_cursor(CursorMove::Head);
            }
            (false, _, Code::End) | (true, _, Code::Char('e')) => {
                area.move_cursor(CursorMove::End);
            }
            (true, _, Code::Home) => area.move_cursor(CursorMove::Top),
            (true, _, Code::End) => area.move_cursor(CursorMove::Bottom),
            (false, _, Code::Tab) => area.insert_char(' '),
            _ => match key.text() {
                Some(c) => area.insert_char(c),
                None => return Outcome::Ignored,
            },
        }
        Outcome::Taken
    }
}

/// How many characters the graphemes before and after the cursor have; at the ends of a line it is one.
fn beside(area: &TextArea<'static>) -> (usize, usize) {
    let (row, column) = at(area);
    let line = area.lines().get(row).cloned().unwrap_or_default();
    let (before, after): (String, String) =
        (line.chars().take(column).collect(), line.chars().skip(column).collect());
    let count = |grapheme: Option<&str>| grapheme.map_or(1, |g| g.chars().count());
    (count(before.graphemes(true).next_back()), count(after.graphemes(true).next()))
}

/// Backspace takes a whole grapheme: é written as two characters, a family of emoji.
fn delete_back(area: &mut TextArea<'static>) {
    let (row, column) = at(area);
    let line = area.lines().get(row).cloned().unwrap_or_default();
    let before: String = line.chars().take(column).collect();
    let count = before.graphemes(true).next_back().map_or(1, |g| g.chars().count());
    for _ in 0..count {
        area.delete_char();
    }
}

fn delete_forward(area: &mut TextArea<'static>) {
    let (row, column) = at(area);
    let line = area.lines().get(row).cloned().unwrap_or_default();
    let after: String = line.chars().skip(column).collect();
    let count = after.graphemes(true).next().map_or(1, |g| g.chars().count());
    for _ in 0..count {
        area.delete_next_char();
    }
}

fn at(area: &TextArea<'static>) -> (usize, usize) {
    let cursor = area.cursor();
    (cursor.0, cursor.1)
}

fn area(text: &str) -> TextArea<'static> {
    let mut area = TextArea::new(clean(text).split('\n').map(str::to_string).collect());
    area.set_wrap_mode(WrapMode::WordOrGlyph);
    area.set_cursor_line_style(ratatui::style::Style::default());
    area.set_max_histories(500);
    area
}

/// Line ends of one kind, and no control characters.
fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', "    ");
    text.chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::term::sequence::keys;

    fn editor(text: &str, sequence: &str) -> (Editor, Outcome) {
        let mut editor = Editor::new("t", text);
        let mut outcome = Outcome::Taken;
        for key in keys(sequence) {
            outcome = editor.on_key(key);
        }
        (editor, outcome)
    }

    #[test]
    fn esc_keeps_and_ctrl_c_drops() {
        assert_eq!(editor("a", "b<esc>").1, Outcome::Answered(Answer::Text("ab".into())));
        assert_eq!(editor("a", "b<ctrl-c>").1, Outcome::Answered(Answer::Dropped("ab".into())));
        assert_eq!(editor("a", "b<ctrl-n>").1, Outcome::Answered(Answer::TextAndNext("ab".into())));
    }

    #[test]
    fn backspace_takes_a_grapheme() {
        assert_eq!(editor("cafe\u{301}", "<backspace>").0.text(), "caf");
        assert_eq!(editor("x👩‍👩‍👧", "<backspace>").0.text(), "x");
    }

    #[test]
    fn the_cursor_passes_a_grapheme_at_once() {
        assert_eq!(editor("cafe\u{301}s", "<left><left>x").0.text(), "cafxe\u{301}s");
        assert_eq!(editor("a👩‍👩‍👧b", "<home><right><right>x").0.text(), "a👩‍👩‍👧xb");
        assert_eq!(editor("one two", "<ctrl-left>x<ctrl-right>y").0.text(), "one xtwoy");
    }

    #[test]
    fn a_paste_of_many_lines_is_text() {
        let (mut editor, _) = editor("", "");
        editor.paste("a\r\nq\rb\u{1b}");
        assert_eq!(editor.text(), "a\nq\nb");
    }

    #[test]
    fn an_offer_is_taken_over() {
        let (mut editor, _) = editor("", "");
        editor.offers = vec![("8.9".into(), "one".into()), ("8.8".into(), "two".into())];
        for key in keys("<ctrl-j><ctrl-t>") {
            editor.on_key(key);
        }
        assert_eq!(editor.text(), "two");
    }
}
