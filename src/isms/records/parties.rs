//! Interested parties and the duties that follow from law and contract (4.2, 5.31).

use super::super::{Addressed, DutyKind, Kind, Shape, Text, Words, record};
use chrono::NaiveDate;

record! {
    /// An interested party and what it needs (4.2).
    Party: Party {
        title: Text = "Party", Shape::Line, "Who matters to the ISMS (4.2 a).";
        requirements: Text = "Requirements", Shape::Text, "What they need (4.2 b).";
        addressed: Addressed = "Addressed", Shape::Choice(Addressed::WORDS), "Whether the ISMS takes these needs on (4.2 c).";
        how: Text = "How", Shape::Text, "How it takes them on, or why not.";
        owner: Text = "Owner", Shape::Person, "Who keeps contact.";
        reviewed: Option<NaiveDate> = "Reviewed", Shape::Date, "When this was last looked at.";
        notes: Text = "Notes", Shape::Text, "For colleagues.";
    }
}

record! {
    /// A duty from law, regulation or contract (4.2, 5.31).
    Obligation: Obligation {
        title: Text = "Obligation", Shape::Line, "Short name.";
        kind: DutyKind = "Kind", Shape::Choice(DutyKind::WORDS), "Where it comes from.";
        source: Text = "Source", Shape::Line, "Law, article, contract clause.";
        requirement: Text = "Requirement", Shape::Text, "What it asks, in a sentence.";
        party: Text = "Party", Shape::Link(&[Kind::Party]), "To whom it is owed.";
        controls: Vec<Text> = "Controls", Shape::Links(&[Kind::Control, Kind::Clause]), "What meets it.";
        owner: Text = "Owner", Shape::Person, "Who answers for it.";
        reviewed: Option<NaiveDate> = "Reviewed", Shape::Date, "When this was last looked at.";
        notes: Text = "Notes", Shape::Text, "For colleagues.";
    }
}
