//! The filter language, one for `/` in every pane, `annexa list`, saved views and find.
//!
//! `patch server` both words, in any order; `"patch server"` the phrase; `!cloud` not this word;
//! `status:none,planned` one or the other; `gap:>2`, `due:<30d`, `obtained:<-1y`, `due:2027-01`;
//! `evidence:` has some, `!evidence` has none; `!status:partial` anything else. While it is being
//! typed, what is unfinished is left out instead of refused.

mod error;
mod parse;
#[cfg(test)]
mod tests;

use super::{
    facts::RowFacts,
    name::Name,
    needle::Needle,
    want::{Want, write_quoted},
};
use chrono::NaiveDate;
use std::fmt;

pub use error::QueryError;

/// A filter: all its atoms must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    pub(super) atoms: Vec<Atom>,
    problem: Option<QueryError>,
}

/// One condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Atom {
    /// Whether it must not hold.
    pub(super) not: bool,
    pub(super) what: What,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// A word or a phrase in any text.
    Word {
        text: String,
        needle: Needle,
        quoted: bool,
        /// The field, if a denied word is the name of one.
        name: Option<Box<Name>>,
    },
    /// A field that has one of the values; without values: that has any.
    Field { name: Box<Name>, wants: Vec<Want> },
}

impl Query {
    /// Reads a finished filter.
    ///
    /// # Errors
    /// The sentence names what is not understood, and what was perhaps meant.
    pub fn parse(text: &str, today: NaiveDate) -> Result<Self, QueryError> {
        let atoms = parse::atoms(text, today, false).collect::<Result<_, _>>()?;
        Ok(Self { atoms, problem: None })
    }

    /// Reads a filter that is being typed: what isn't understood is left out.
    pub fn typed(text: &str, today: NaiveDate) -> Self {
        let mut query = Self::default();
        let mut atoms = parse::atoms(text, today, true).peekable();
        while let Some(atom) = atoms.next() {
            let unfinished = atoms.peek().is_none() && !text.ends_with(char::is_whitespace);
            match atom {
                Ok(atom) => query.atoms.push(atom),
                Err(_) if unfinished => {}
                Err(error) => query.problem = query.problem.or(Some(error)),
            }
        }
        query
    }

    /// What was left out of a typed filter, although it is finished.
    pub fn problem(&self) -> Option<&QueryError> {
        self.problem.as_ref()
    }

    /// Whether it holds of everything.
    pub fn is_empty(&self) -> bool {
        self.atoms.is_empty()
    }

    /// Whether the filter holds of a record.
    pub fn matches(&self, facts: &RowFacts<'_>) -> bool {
        // fields first: they cost less than looking for a word in every text
        let is_word = |atom: &&Atom| matches!(atom.what, What::Word { .. });
        self.atoms.iter().filter(|atom| !is_word(atom)).all(|atom| atom.holds(facts))
            && self.atoms.iter().filter(is_word).all(|atom| atom.holds(facts))
    }
}

impl Query {
    /// Whether all that it holds of is among what a filter typed before holds of: the same conditions,
    /// words that only got longer, and perhaps more of both.
    pub fn narrows(&self, before: &Query) -> bool {
        let pairs = self.atoms.iter().zip(&before.atoms);
        self.atoms.len() >= before.atoms.len() && pairs.into_iter().all(|(a, b)| a.narrows(b))
    }
}

impl Atom {
    /// Whether it holds only where the other one does.
    fn narrows(&self, before: &Atom) -> bool {
        match (&self.what, &before.what) {
            // a text that holds the longer word holds its start
            (What::Word { needle: now, .. }, What::Word { needle: before_it, .. })
                if !self.not && !before.not =>
            {
                now.text().starts_with(before_it.text())
            }
            _ => self == before,
        }
    }

    /// Whether the condition holds of a record.
    pub(super) fn holds(&self, facts: &RowFacts<'_>) -> bool {
        let found = match &self.what {
            What::Word { needle, name, .. } => match name.as_ref().and_then(|n| facts.asked(n)) {
                Some(asked) => facts.has(asked),
                None => facts.holds(needle),
            },
            What::Field { name, wants } => facts.asked(name).is_some_and(|asked| {
                if wants.is_empty() {
                    return facts.has(asked);
                }
                wants.iter().any(|want| match want.text.is_empty() {
                    true => !facts.has(asked),
                    false => facts.takes(asked, want),
                })
            }),
        };
        found != self.not
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, atom) in self.atoms.iter().enumerate() {
            write!(f, "{}{atom}", if n == 0 { "" } else { " " })?;
        }
        Ok(())
    }
}

impl fmt::Display for Atom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.not { "!" } else { "" })?;
        match &self.what {
            What::Word { text, quoted: true, .. } => write_quoted(f, text),
            What::Word { text, .. } => f.write_str(text),
            What::Field { name, wants } => {
                write!(f, "{}:", name.typed())?;
                for (n, want) in wants.iter().enumerate() {
                    write!(f, "{}{want}", if n == 0 { "" } else { "," })?;
                }
                Ok(())
            }
        }
    }
}
