//! The criteria screen: scales, grid and levels, changed by keys and judged while they change.

use super::{Answer, Line, Outcome};
use crate::{
    isms::{Field, Shape},
    pane::{
        Cx,
        criteria::{CriteriaDraft, View},
    },
    term::key::{Code, Key},
};
use chrono::NaiveDate;

/// The criteria being changed.
#[derive(Debug, Clone)]
pub struct CriteriaSheet {
    /// What stands in the file.
    pub start: CriteriaDraft,
    /// What is in the making.
    pub draft: CriteriaDraft,
    /// What of it is looked at.
    pub view: View,
    /// Row under the cursor; on the grid, likelihood from 0.
    pub row: usize,
    /// Field under the cursor; on the grid, consequence from 0.
    pub column: usize,
    /// The field being typed.
    pub typing: Option<Line>,
    /// What could not be done, as a sentence.
    pub error: Option<String>,
    /// Earlier drafts, for undo.
    past: Vec<CriteriaDraft>,
}

/// What the screen wants from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    /// Take the draft, after showing what it changes.
    Apply,
    /// Start from ready-made criteria.
    Ready,
    /// A longer text, in the editor.
    Text,
}

impl CriteriaSheet {
    /// The screen over the criteria that stand in the file.
    pub fn new(start: CriteriaDraft) -> Self {
        Self {
            draft: start.clone(),
            start,
            view: View::Grid,
            row: 0,
            column: 0,
            typing: None,
            error: None,
            past: Vec::new(),
        }
    }

    /// Whether anything differs from the file.
    pub fn is_changed(&self) -> bool {
        self.draft != self.start
    }

    /// The field under the cursor.
    pub fn field(&self) -> Option<&'static Field> {
        self.view.fields().get(self.column).copied()
    }

    /// Puts another draft in the place of this one; undo brings this one back.
    pub fn replace(&mut self, draft: CriteriaDraft) {
        if draft != self.draft {
            self.past.push(std::mem::replace(&mut self.draft, draft));
        }
        self.settle();
    }

    /// Changes the draft; undo takes it back.
    fn change(&mut self, act: impl FnOnce(&mut CriteriaDraft)) {
        let mut draft = self.draft.clone();
        act(&mut draft);
        self.replace(draft);
    }

    /// Puts a text into the field under the cursor.
    pub fn fill(&mut self, text: &str, today: NaiveDate) {
        let Some(field) = self.field() else { return };
        let mut draft = self.draft.clone();
        match draft.set(self.view, self.row, field, text, today) {
            Ok(()) => self.replace(draft),
            Err(why) => self.error = Some(why),
        }
    }

    fn settle(&mut self) {
        let rows = self.draft.rows(self.view);
        let columns = match self.view {
            View::Grid => self.draft.criteria.consequence.len(),
            _ => self.view.fields().len(),
        };
        self.row = self.row.min(rows.saturating_sub(1));
        self.column = self.column.min(columns.saturating_sub(1));
    }

    /// Handles a key.
    pub fn on_key(&mut self, key: Key, cx: Cx<'_>) -> Outcome {
        self.error = None;
        if self.typing.is_some() {
            return self.type_key(key, cx);
        }
        match (key.mods.ctrl, key.code) {
            (false, Code::Esc | Code::Char('q')) | (true, Code::Char('c')) => return self.leave(),
            (false, Code::Tab) => self.turn(1),
            (false, Code::BackTab) => self.turn(View::ALL.len() - 1),
            (false, Code::Char('u')) => match self.past.pop() {
                Some(before) => {
                    self.draft = before;
                    self.settle();
                }
                None => self.error = Some("There is nothing to undo here.".to_string()),
            },
            (false, Code::Char('s')) => return Outcome::Meanwhile(Answer::Wanted(Want::Apply)),
            (false, Code::Char('o')) => return Outcome::Meanwhile(Answer::Wanted(Want::Ready)),
            (false, Code::Char('r')) => self.change(CriteriaDraft::next_rule),
            _ if self.view == View::Grid => return self.grid_key(key),
            _ => return self.part_key(key, cx),
        }
        Outcome::Taken
    }

    fn leave(&self) -> Outcome {
        if self.is_changed() {
            return Outcome::Answered(Answer::Dropped(String::new()));
        }
        Outcome::Closed
    }

    fn turn(&mut self, by: usize) {
        let at = View::ALL.iter().position(|view| *view == self.view).unwrap_or_default();
        self.view = View::ALL.get((at + by) % View::ALL.len()).copied().unwrap_or_default();
        (self.row, self.column) = (0, 0);
    }

    fn grid_key(&mut self, key: Key) -> Outcome {
        let here = (self.row + 1, self.column + 1);
        let level = self.draft.level(here.0, here.1);
        let last = self.draft.criteria.levels.len().saturating_sub(1);
        let set = match (key.mods.ctrl, key.code) {
            (false, Code::Up | Code::Char('k')) => {
                self.row += 1;
                None
            }
            (false, Code::Down | Code::Char('j')) => {
                self.row = self.row.saturating_sub(1);
                None
            }
            (false, Code::Right | Code::Char('l')) => {
                self.column += 1;
                None
            }
            (false, Code::Left | Code::Char('h')) => {
                self.column = self.column.saturating_sub(1);
                None
            }
            (false, Code::Char('+' | '=')) => {
                Some(level.map_or(last, |level| (level + 1).min(last)))
            }
            (false, Code::Char('-')) => Some(level.map_or(last, |level| level.saturating_sub(1))),
            (false, Code::Char(c)) => match c.to_digit(10) {
                Some(digit) => usize::try_from(digit).ok().and_then(|digit| digit.checked_sub(1)),
                None => return Outcome::Ignored,
            },
            _ => return Outcome::Ignored,
        };
        self.settle();
        if let Some(level) = set {
            let mut draft = self.draft.clone();
            match draft.set_level(here.0, here.1, level) {
                Ok(()) => self.replace(draft),
                Err(why) => self.error = Some(why),
            }
        }
        Outcome::Taken
    }

    fn part_key(&mut self, key: Key, cx: Cx<'_>) -> Outcome {
        let (view, row) = (self.view, self.row);
        let method = view == View::Method;
        match (key.mods.ctrl, key.code) {
            (false, Code::Down | Code::Char('j')) if method => self.column += 1,
            (false, Code::Up | Code::Char('k')) if method => {
                self.column = self.column.saturating_sub(1);
            }
            (false, Code::Down | Code::Char('j')) => self.row += 1,
            (false, Code::Up | Code::Char('k')) => self.row = self.row.saturating_sub(1),
            (false, Code::Right | Code::Char('l')) => self.column += 1,
            (false, Code::Left | Code::Char('h')) => self.column = self.column.saturating_sub(1),
            (false, Code::Char('n')) if !method => {
                self.change(|draft| draft.add(view, row));
                self.row += 1;
            }
            (false, Code::Char('D')) if !method => self.change(|draft| draft.remove(view, row)),
            (false, Code::Enter) => return self.edit(cx),
            _ => return Outcome::Ignored,
        }
        self.settle();
        Outcome::Taken
    }

    fn edit(&mut self, cx: Cx<'_>) -> Outcome {
        let Some(field) = self.field() else { return Outcome::Taken };
        let (view, row) = (self.view, self.row);
        if row >= self.draft.rows(view) {
            self.error = Some("There is nothing here yet: n makes the first one.".to_string());
            return Outcome::Taken;
        }
        let text = self.draft.text(view, row, field);
        match field.shape {
            Shape::Choice(_) => self.change(|draft| draft.next_choice(view, row, field, cx.today)),
            Shape::Text if view == View::Method || text.contains('\n') => {
                return Outcome::Meanwhile(Answer::Wanted(Want::Text));
            }
            _ => self.typing = Some(Line::new(&text)),
        }
        Outcome::Taken
    }

    fn type_key(&mut self, key: Key, cx: Cx<'_>) -> Outcome {
        let Some(line) = &mut self.typing else { return Outcome::Ignored };
        let leaving = match key.code {
            // what was typed is kept; u brings the old words back
            Code::Enter | Code::Esc | Code::Tab | Code::BackTab => true,
            _ => return if line.on_key(key) { Outcome::Taken } else { Outcome::Ignored },
        };
        let text = line.text();
        if leaving {
            self.fill(&text, cx.today);
            if self.error.is_none() {
                self.typing = None;
                let fields = self.view.fields().len();
                if key.code == Code::Tab && self.column + 1 < fields {
                    self.column += 1;
                    return self.edit(cx);
                }
            } else if key.code == Code::Esc {
                self.typing = None;
            }
        }
        Outcome::Taken
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str) -> bool {
        match &mut self.typing {
            Some(line) => {
                line.insert(text.trim());
                true
            }
            None => false,
        }
    }
}
