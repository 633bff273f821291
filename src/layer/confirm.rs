//! A question before something that touches much or removes something.
//!
//! The key that says yes is never the one that asked, and enter is never yes to a loss.

use super::{Answer, Outcome};
use crate::term::key::{Code, Key};

/// How many lines a page of a preview is.
const PAGE: isize = 10;

/// A question.
#[derive(Debug, Clone)]
pub struct Confirm {
    /// What is asked.
    pub title: String,
    /// What will happen, line by line.
    pub lines: Vec<String>,
    /// First line on screen.
    pub top: usize,
    /// Whether enter says yes too (nothing is lost by it).
    pub harmless: bool,
}

impl Confirm {
    /// A question about something that undo can't fully explain away: only `y` says yes.
    pub fn new(title: impl Into<String>, lines: Vec<String>) -> Self {
        Self { title: title.into(), lines, top: 0, harmless: false }
    }

    /// A preview: enter or `y` goes on.
    pub fn preview(title: impl Into<String>, lines: Vec<String>) -> Self {
        Self { harmless: true, ..Self::new(title, lines) }
    }

    /// Handles a key.
    pub fn on_key(&mut self, key: Key) -> Outcome {
        match key.code {
            Code::Char('y') => Outcome::Answered(Answer::Yes),
            Code::Enter if self.harmless => Outcome::Answered(Answer::Yes),
            Code::Char('n' | 'q') | Code::Esc => Outcome::Closed,
            Code::Down | Code::Char('j') => {
                self.top = (self.top + 1).min(self.lines.len().saturating_sub(1));
                Outcome::Taken
            }
            Code::Up | Code::Char('k') => {
                self.top = self.top.saturating_sub(1);
                Outcome::Taken
            }
            Code::PageDown | Code::Char('d' | ' ') => self.scroll(PAGE),
            Code::PageUp | Code::Char('u') => self.scroll(-PAGE),
            Code::End | Code::Char('G') => self.scroll(isize::MAX),
            Code::Home | Code::Char('g') => self.scroll(isize::MIN),
            _ => Outcome::Taken,
        }
    }

    fn scroll(&mut self, by: isize) -> Outcome {
        let last = self.lines.len().saturating_sub(1);
        self.top = self.top.saturating_add_signed(by).min(last);
        Outcome::Taken
    }
}
