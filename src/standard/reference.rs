//! Where a written reference leads: "6.1.3 d" to a clause, "A.5.1" to a control, "DI-05" to a document.
//!
//! Clause 5.1 and control 5.1 are different things; in a reference the control wears the letter A.

use super::{Clause, ClauseItem, Control, MandatoryDocument, Standard};

/// What a reference points at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reference<'a> {
    /// A clause of the main body.
    Clause(&'a Clause),
    /// A lettered item, and the clause that it stands in.
    Item(&'a Clause, &'a ClauseItem),
    /// A control of Annex A.
    Control(&'a Control),
    /// An item of mandatory documented information.
    Document(&'a MandatoryDocument),
}

impl Reference<'_> {
    /// The reference as it is written.
    pub fn text(&self) -> String {
        match self {
            Self::Clause(clause) => clause.id.to_owned(),
            Self::Item(_, item) => item.id.to_owned(),
            Self::Control(control) => control.reference(),
            Self::Document(document) => document.id.to_owned(),
        }
    }

    /// What stands there, in a line.
    pub fn title(&self) -> &'static str {
        match self {
            Self::Clause(clause) => clause.title,
            Self::Item(_, item) => item.text,
            Self::Control(control) => control.title,
            Self::Document(document) => document.title,
        }
    }
}

impl Standard {
    /// Follows a reference: "6.1.2", "6.1.3 d", "A.5.10" or "DI-05".
    pub fn resolve(&self, reference: &str) -> Option<Reference<'_>> {
        let reference = reference.trim();
        if reference.starts_with("A.") {
            return self.control(reference).map(Reference::Control);
        }
        if reference.starts_with("DI-") {
            return self.mandatory_document(reference).map(Reference::Document);
        }
        let Some((clause, _)) = reference.split_once(' ') else {
            return self.clause(reference).map(Reference::Clause);
        };
        let clause = self.clause(clause)?;
        let item = clause.items.iter().find(|item| item.id == reference)?;
        Some(Reference::Item(clause, item))
    }
}
