//! A place on the risk grid, chosen with the arrow keys while the level changes along.

use super::{Answer, Outcome};
use crate::term::key::{Code, Key};

/// A rating in the making.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// Which risk, and which rating of it.
    pub title: String,
    /// Likelihood, from 1.
    pub likelihood: i64,
    /// Consequence, from 1.
    pub consequence: i64,
    /// How many steps each scale has.
    pub steps: (i64, i64),
    /// Where it stood before.
    pub before: Option<(i64, i64)>,
}

impl Grid {
    /// A grid with the cursor on the rating that stands, or in the middle.
    pub fn new(title: impl Into<String>, before: Option<(i64, i64)>, steps: (i64, i64)) -> Self {
        let middle = ((steps.0 + 1) / 2, (steps.1 + 1) / 2);
        let (likelihood, consequence) = before.unwrap_or(middle);
        Self {
            title: title.into(),
            likelihood: likelihood.clamp(1, steps.0.max(1)),
            consequence: consequence.clamp(1, steps.1.max(1)),
            steps,
            before,
        }
    }

    /// Handles a key.
    pub fn on_key(&mut self, key: Key) -> Outcome {
        let (rows, columns) = self.steps;
        match (key.mods.ctrl, key.code) {
            (false, Code::Esc | Code::Char('q')) | (true, Code::Char('c')) => {
                return Outcome::Closed;
            }
            (false, Code::Enter) => {
                return Outcome::Answered(Answer::Place(self.likelihood, self.consequence));
            }
            (false, Code::Up | Code::Char('k')) => {
                self.likelihood = (self.likelihood + 1).min(rows);
            }
            (false, Code::Down | Code::Char('j')) => {
                self.likelihood = (self.likelihood - 1).max(1);
            }
            (false, Code::Right | Code::Char('l')) => {
                self.consequence = (self.consequence + 1).min(columns);
            }
            (false, Code::Left | Code::Char('h')) => {
                self.consequence = (self.consequence - 1).max(1);
            }
            (false, Code::Char(c)) => match c.to_digit(10).map(i64::from) {
                Some(digit) if (1..=columns).contains(&digit) => self.consequence = digit,
                _ => return Outcome::Ignored,
            },
            _ => return Outcome::Ignored,
        }
        Outcome::Taken
    }
}
