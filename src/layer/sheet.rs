//! Something to read, found by typing, where a line may lead somewhere: help, links, trail, messages.

use super::{Answer, Line, Outcome};
use crate::{
    isms::At,
    term::key::{Code, Key},
    ui::Role,
};

/// Where a line leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetTarget {
    /// To a record.
    Record(At),
    /// To an action, by name.
    Command(String),
    /// To a saved view.
    View(String),
    /// To an answer with this key.
    Key(String),
}

/// A line of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetLine {
    /// What stands to the left.
    pub label: String,
    /// The text.
    pub text: String,
    /// What it means.
    pub role: Role,
    /// Where it leads.
    pub target: Option<SheetTarget>,
}

impl SheetLine {
    /// A line that leads nowhere.
    pub fn new(label: impl Into<String>, text: impl Into<String>, role: Role) -> Self {
        Self { label: label.into(), text: text.into(), role, target: None }
    }

    /// A line that leads somewhere.
    #[must_use]
    pub fn to(mut self, target: SheetTarget) -> Self {
        self.target = Some(target);
        self
    }
}

/// Lines to read.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// What they are about.
    pub title: String,
    /// All lines.
    pub lines: Vec<SheetLine>,
    /// What was typed to find some.
    pub query: Line,
    /// Whether keys are typed into the query.
    pub typing: bool,
    /// The lines shown.
    pub shown: Vec<usize>,
    /// Cursor within the lines shown.
    pub cursor: usize,
    /// First line on screen.
    pub top: usize,
}

impl Sheet {
    /// A sheet with the cursor on the first line that leads somewhere.
    pub fn new(title: impl Into<String>, lines: Vec<SheetLine>) -> Self {
        let mut sheet = Self {
            title: title.into(),
            shown: (0..lines.len()).collect(),
            cursor: lines.iter().position(|l| l.target.is_some()).unwrap_or_default(),
            lines,
            query: Line::default(),
            typing: false,
            top: 0,
        };
        sheet.search();
        sheet
    }

    /// The line under the cursor.
    pub fn current(&self) -> Option<&SheetLine> {
        self.shown.get(self.cursor).and_then(|at| self.lines.get(*at))
    }

    fn search(&mut self) {
        let wanted = crate::search::fold::fold(&self.query.text());
        let words: Vec<&str> = wanted.split_whitespace().collect();
        let holds = |line: &SheetLine| {
            let text = crate::search::fold::fold(&format!("{} {}", line.label, line.text));
            words.iter().all(|word| text.contains(word))
        };
        let fits = |at: &usize| self.lines.get(*at).is_some_and(holds);
        self.shown = (0..self.lines.len()).filter(fits).collect();
        self.cursor = self.cursor.min(self.shown.len().saturating_sub(1));
    }

    fn step(&mut self, down: bool) {
        let last = self.shown.len().saturating_sub(1);
        self.cursor =
            if down { (self.cursor + 1).min(last) } else { self.cursor.saturating_sub(1) };
    }

    /// Handles a key.
    pub fn on_key(&mut self, key: Key) -> Outcome {
        match (key.mods.ctrl, key.code) {
            (false, Code::Esc) if self.typing && !self.query.is_empty() => {
                self.query = Line::default();
                self.typing = false;
                self.search();
            }
            (false, Code::Esc) | (true, Code::Char('c')) => return Outcome::Closed,
            (false, Code::Enter) => return self.follow(),
            (false, Code::Down) => self.step(true),
            (false, Code::Up) => self.step(false),
            (false, Code::PageDown) => (0..10).for_each(|_| self.step(true)),
            (false, Code::PageUp) => (0..10).for_each(|_| self.step(false)),
            (false, Code::Char('q')) if !self.typing => return Outcome::Closed,
            (false, Code::Char('j')) if !self.typing => self.step(true),
            (false, Code::Char('k')) if !self.typing => self.step(false),
            (false, Code::Char('G')) if !self.typing => self.cursor = self.shown.len().max(1) - 1,
            (false, Code::Char('g')) if !self.typing => self.cursor = 0,
            (false, Code::Char('y')) if !self.typing => {
                if let Some(line) = self.current() {
                    return Outcome::Meanwhile(Answer::Copy(line.text.clone()));
                }
            }
            (false, Code::Char('/')) if !self.typing => self.typing = true,
            _ => {
                if !self.query.on_key(key) {
                    return Outcome::Ignored;
                }
                self.typing = true;
                self.cursor = 0;
                self.search();
            }
        }
        Outcome::Taken
    }

    fn follow(&self) -> Outcome {
        match self.current().and_then(|line| line.target.clone()) {
            Some(SheetTarget::Record(at)) => Outcome::Answered(Answer::Record(at)),
            Some(SheetTarget::Command(name)) => Outcome::Answered(Answer::Command(name)),
            Some(SheetTarget::View(key)) => Outcome::Answered(Answer::View(key)),
            Some(SheetTarget::Key(key)) => Outcome::Answered(Answer::Chosen(vec![key])),
            None => Outcome::Taken,
        }
    }
}
