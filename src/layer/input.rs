//! One line of a certain shape: a text, a date, a number. What is wrong is said while it is typed.

use super::{Answer, Line, Outcome};
use crate::{
    isms::{Field, Shape, date_in, from_words},
    term::key::{Code, Key},
};
use chrono::{NaiveDate, TimeDelta};

/// A line being asked for.
#[derive(Debug, Clone)]
pub struct Input {
    /// What is asked.
    pub title: String,
    /// What may be typed.
    pub hint: String,
    /// What stands there.
    pub line: Line,
    /// What stood there first.
    before: String,
    /// The field whose shape decides what is right; none: any text.
    pub field: Option<&'static Field>,
    /// What is wrong with it, as a sentence.
    pub error: Option<String>,
    /// Whether every key is told, so that a filter acts as it is typed.
    pub live: bool,
    /// What the last word could become; tab takes the first.
    pub offers: Vec<String>,
}

impl Input {
    /// Asks for any line.
    pub fn new(title: impl Into<String>, hint: impl Into<String>, text: &str) -> Self {
        let line = Line::new(text);
        Self {
            title: title.into(),
            hint: hint.into(),
            before: line.text(),
            line,
            field: None,
            error: None,
            live: false,
            offers: Vec::new(),
        }
    }

    /// Asks for the value of a field.
    pub fn of(field: &'static Field, title: impl Into<String>, text: &str) -> Self {
        let hint = match field.shape {
            Shape::Date => "2026-01-31 · today · +7 · +2w · +1m · up and down move by a day",
            Shape::Number(..) | Shape::Likelihood | Shape::Consequence => "a number",
            _ => field.help,
        };
        Self { field: Some(field), ..Self::new(title, hint, text) }
    }

    /// Whether something else stands there than at first.
    pub fn is_changed(&self) -> bool {
        self.line.text() != self.before
    }

    /// Handles a key.
    pub fn on_key(&mut self, key: Key, today: NaiveDate) -> Outcome {
        match (key.mods.ctrl, key.code) {
            (false, Code::Esc) if self.live => return Outcome::Closed,
            (false, Code::Esc) | (true, Code::Char('c')) => return self.dropped(),
            (false, Code::Tab) if self.live => self.complete(),
            (false, Code::Enter) => return self.answer(today),
            (false, Code::Up | Code::Down) if self.is_date() => {
                self.move_date(if key.code == Code::Up { 1 } else { -1 }, today);
            }
            (false, Code::PageUp | Code::PageDown) if self.is_date() => {
                self.move_date(if key.code == Code::PageUp { 7 } else { -7 }, today);
            }
            _ => {
                if !self.line.on_key(key) {
                    return Outcome::Ignored;
                }
            }
        }
        self.check(today);
        if self.live {
            return Outcome::Meanwhile(Answer::Text(self.line.text()));
        }
        Outcome::Taken
    }

    /// The last word becomes the first of what it could become.
    fn complete(&mut self) {
        let Some(offer) = self.offers.first().cloned() else { return };
        let text = self.line.text();
        let kept = text.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let kept = text.get(..kept).unwrap_or_default();
        self.line.set(&format!("{kept}{offer}"));
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str, today: NaiveDate) {
        self.line.insert(text.trim());
        self.check(today);
    }

    fn is_date(&self) -> bool {
        self.field.is_some_and(|f| f.shape == Shape::Date)
    }

    fn move_date(&mut self, days: i64, today: NaiveDate) {
        let date = date_in(self.line.text().trim(), today).unwrap_or(today);
        if let Some(date) = date.checked_add_signed(TimeDelta::days(days)) {
            self.line.set(&date.to_string());
        }
    }

    fn check(&mut self, today: NaiveDate) {
        self.error = self.field.and_then(|field| from_words(field, &self.line.text(), today).err());
    }

    fn answer(&mut self, today: NaiveDate) -> Outcome {
        self.check(today);
        if self.error.is_some() {
            return Outcome::Taken;
        }
        Outcome::Answered(Answer::Text(self.line.text()))
    }

    /// What was typed and is not wanted is not lost: the app keeps it as a draft.
    fn dropped(&self) -> Outcome {
        match self.is_changed() && !self.live {
            true => Outcome::Answered(Answer::Dropped(self.line.text())),
            false => Outcome::Closed,
        }
    }
}
