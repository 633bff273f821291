//! One box over everything: all records, and all commands.
//!
//! The box holds what was typed and what was found; finding is done by the app, which has the index.

use super::{Answer, Line, Outcome, SheetTarget};
use crate::{
    isms::{At, Kind},
    pane::Cx,
    term::key::{Code, Key},
};

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What it is: "risk", "command".
    pub what: &'static str,
    /// Its id or keys.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Matched characters of the title.
    pub matched: Vec<usize>,
    /// Why a command can't be done now.
    pub why_not: Option<String>,
    /// Where it leads.
    pub target: SheetTarget,
}

/// The find box.
#[derive(Debug, Clone)]
pub struct Find {
    /// What was typed.
    pub query: Line,
    /// Whether commands are searched instead of records.
    pub commands: bool,
    /// Only records of this kind.
    pub only: Option<Kind>,
    /// The record from which ctrl-l links.
    pub from: Option<At>,
    /// What was found, best first.
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub total: usize,
    /// Cursor among the hits.
    pub cursor: usize,
    /// Whether the hits are older than the query.
    pub stale: bool,
    /// What of the query is not understood.
    pub problem: Option<String>,
}

impl Find {
    /// An empty box.
    pub fn new(commands: bool, from: Option<At>) -> Self {
        Self {
            query: Line::default(),
            commands,
            only: None,
            from,
            hits: Vec::new(),
            total: 0,
            cursor: 0,
            stale: true,
            problem: None,
        }
    }

    /// The hit under the cursor.
    pub fn current(&self) -> Option<&Hit> {
        self.hits.get(self.cursor)
    }

    /// Handles a key.
    pub fn on_key(&mut self, key: Key, _cx: Cx<'_>) -> Outcome {
        let last = self.hits.len().saturating_sub(1);
        match (key.mods.ctrl, key.code) {
            (_, Code::Esc) | (true, Code::Char('c')) => return Outcome::Closed,
            (false, Code::Enter) => return self.open(),
            (true, Code::Char('l')) => {
                if let Some(SheetTarget::Record(at)) = self.current().map(|hit| hit.target.clone())
                {
                    return Outcome::Answered(Answer::LinkTo(at));
                }
            }
            (false, Code::Down) | (true, Code::Char('n' | 'j')) => {
                self.cursor = if self.cursor >= last { 0 } else { self.cursor + 1 };
            }
            (false, Code::Up) | (true, Code::Char('p' | 'k')) => {
                self.cursor = self.cursor.checked_sub(1).unwrap_or(last);
            }
            (false, Code::PageDown) => self.cursor = (self.cursor + 10).min(last),
            (false, Code::PageUp) => self.cursor = self.cursor.saturating_sub(10),
            (false, Code::Tab) => self.narrow(),
            (false, Code::Backspace) if self.query.is_empty() && self.commands => {
                return Outcome::Closed;
            }
            (false, Code::Char(':')) if self.query.is_empty() && !self.commands => {
                self.commands = true;
                self.stale = true;
            }
            _ => {
                if !self.query.on_key(key) {
                    return Outcome::Ignored;
                }
                self.cursor = 0;
                self.stale = true;
            }
        }
        Outcome::Taken
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str, _cx: Cx<'_>) {
        self.query.insert(text.trim());
        self.stale = true;
    }

    /// Tab: only the kind of the hit under the cursor, and all kinds again.
    fn narrow(&mut self) {
        self.only = match (self.only, self.current().map(|hit| &hit.target)) {
            (None, Some(SheetTarget::Record(at))) => Some(at.kind),
            _ => None,
        };
        self.cursor = 0;
        self.stale = true;
    }

    fn open(&self) -> Outcome {
        match self.current().map(|hit| hit.target.clone()) {
            Some(SheetTarget::Record(at)) => Outcome::Answered(Answer::Record(at)),
            Some(SheetTarget::Command(name)) => Outcome::Answered(Answer::Command(name)),
            Some(SheetTarget::View(key)) => Outcome::Answered(Answer::View(key)),
            Some(SheetTarget::Key(key)) => Outcome::Answered(Answer::Chosen(vec![key])),
            None => Outcome::Taken,
        }
    }
}
