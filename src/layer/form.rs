//! A few lines that are answered together: what a decision needs besides the key that makes it.

use super::{Answer, Line, Outcome};
use crate::{
    isms::date_in,
    term::key::{Code, Key},
};
use chrono::NaiveDate;

/// One line of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormField {
    /// What it is.
    pub label: &'static str,
    /// What may be typed, and what an empty line means.
    pub hint: String,
    /// What stands there.
    pub line: Line,
    /// Whether it is a date.
    pub is_date: bool,
}

/// A form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// What enter does.
    pub title: String,
    /// The lines.
    pub fields: Vec<FormField>,
    /// Which line is being typed.
    pub cursor: usize,
    /// What is wrong, as a sentence.
    pub error: Option<String>,
    /// What stood in the lines at first.
    before: Vec<String>,
}

impl FormField {
    /// A line of text.
    pub fn text(label: &'static str, hint: impl Into<String>, text: &str) -> Self {
        Self { label, hint: hint.into(), line: Line::new(text), is_date: false }
    }

    /// A date; relative ones are understood.
    pub fn date(label: &'static str, hint: impl Into<String>, text: &str) -> Self {
        Self { is_date: true, ..Self::text(label, hint, text) }
    }
}

impl Form {
    /// A form with the cursor on the first line.
    pub fn new(title: impl Into<String>, fields: Vec<FormField>) -> Self {
        let mut form =
            Self { title: title.into(), fields, cursor: 0, error: None, before: Vec::new() };
        form.before = form.texts();
        form
    }

    /// Whether something else stands in the lines than at first.
    pub fn is_changed(&self) -> bool {
        self.texts() != self.before
    }

    /// What stands in the lines.
    pub fn texts(&self) -> Vec<String> {
        self.fields.iter().map(|field| field.line.text().trim().to_string()).collect()
    }

    /// Handles a key.
    pub fn on_key(&mut self, key: Key, today: NaiveDate) -> Outcome {
        let count = self.fields.len().max(1);
        match (key.mods.ctrl, key.code) {
            (false, Code::Esc) | (true, Code::Char('c')) => {
                return Outcome::Answered(Answer::Dropped(self.texts().join(" · ")));
            }
            (false, Code::Enter) => {
                self.check(today);
                if self.error.is_none() {
                    return Outcome::Answered(Answer::Filled(self.texts()));
                }
            }
            (false, Code::Up | Code::BackTab) => self.cursor = (self.cursor + count - 1) % count,
            (false, Code::Down | Code::Tab) => self.cursor = (self.cursor + 1) % count,
            _ => {
                let Some(field) = self.fields.get_mut(self.cursor) else { return Outcome::Ignored };
                if !field.line.on_key(key) {
                    return Outcome::Ignored;
                }
                self.check(today);
            }
        }
        Outcome::Taken
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str, today: NaiveDate) {
        if let Some(field) = self.fields.get_mut(self.cursor) {
            field.line.insert(text.trim());
        }
        self.check(today);
    }

    fn check(&mut self, today: NaiveDate) {
        let wrong = self.fields.iter().find_map(|field| {
            let text = field.line.text();
            let text = text.trim();
            (field.is_date && !text.is_empty() && date_in(text, today).is_none()).then(|| {
                format!("{}: {text:?} is no date; 2026-01-31, today, +6m are.", field.label)
            })
        });
        self.error = wrong;
    }
}
