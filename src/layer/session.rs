//! The session for management: one risk after the other that awaits a decision.
//!
//! The layer knows which risks there are, where one is and what was done; everything that it shows is
//! worked out from the records, and every decision goes through the same verbs as elsewhere.

use super::{Answer, Outcome};
use crate::term::key::{Code, Key};
use std::collections::BTreeSet;

/// Something that was decided in a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// The risk.
    pub risk: String,
    /// What was decided, in words.
    pub words: &'static str,
}

/// A session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Keys of the risks that awaited a decision when it began.
    pub queue: Vec<String>,
    /// Which one is on screen; beyond the last one: the summary.
    pub place: usize,
    /// First line on screen.
    pub top: usize,
    /// Which ones were put off.
    pub skipped: BTreeSet<String>,
    /// What was decided, in order.
    pub deeds: Vec<Deed>,
}

/// What a key of the session asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// Approve the treatment plan.
    Approve,
    /// Accept the residual risk.
    Accept,
    /// Accept as management.
    Manage,
    /// Send back with a reason.
    SendBack,
    /// Revoke an earlier decision.
    Revoke,
    /// Take back what was decided last in this session.
    Undo,
    /// Choose who is at the keyboard.
    Who,
}

impl Session {
    /// A session that begins at a place of the queue.
    pub fn new(queue: Vec<String>, place: usize) -> Self {
        Self { queue, place, top: 0, skipped: BTreeSet::new(), deeds: Vec::new() }
    }

    /// The risk on screen; none: the summary.
    pub fn current(&self) -> Option<&str> {
        self.queue.get(self.place).map(String::as_str)
    }

    /// Goes to a place.
    pub fn go(&mut self, place: usize) {
        self.place = place.min(self.queue.len());
        self.top = 0;
    }

    /// Handles a key.
    pub fn on_key(&mut self, key: Key) -> Outcome {
        let ask = |ask| Outcome::Meanwhile(Answer::Asked(ask));
        if key.mods.ctrl {
            return match key.code {
                Code::Char('c') => Outcome::Closed,
                Code::Char('d') => self.scroll(8),
                Code::Char('u') => self.scroll(-8),
                _ => Outcome::Ignored,
            };
        }
        match key.code {
            Code::Char('q') | Code::Esc if self.current().is_none() => return Outcome::Closed,
            Code::Char('q') | Code::Esc if self.deeds.is_empty() && self.skipped.is_empty() => {
                return Outcome::Closed;
            }
            // what was decided is summed up before one leaves
            Code::Char('q') | Code::Esc => self.go(self.queue.len()),
            Code::Char('n') | Code::Right => self.go(self.place + 1),
            Code::Char('p') | Code::Left => self.go(self.place.saturating_sub(1)),
            Code::Char('s' | ' ') => {
                if let Some(risk) = self.current().map(str::to_string) {
                    self.skipped.insert(risk);
                }
                self.go(self.place + 1);
            }
            Code::Char('a') => return ask(Ask::Approve),
            Code::Char('c') => return ask(Ask::Accept),
            Code::Char('m') => return ask(Ask::Manage),
            Code::Char('b') => return ask(Ask::SendBack),
            Code::Char('r') => return ask(Ask::Revoke),
            Code::Char('u') => return ask(Ask::Undo),
            Code::Char('w') => return ask(Ask::Who),
            Code::Char('j') | Code::Down => return self.scroll(1),
            Code::Char('k') | Code::Up => return self.scroll(-1),
            Code::PageDown => return self.scroll(12),
            Code::PageUp => return self.scroll(-12),
            _ => return Outcome::Ignored,
        }
        Outcome::Taken
    }

    fn scroll(&mut self, by: isize) -> Outcome {
        self.top = self.top.saturating_add_signed(by);
        Outcome::Taken
    }
}
