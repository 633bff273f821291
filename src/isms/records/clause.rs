//! Conformity to one subclause of clauses 4 to 10; none can be excluded.

use super::super::{Conformity, Effort, Part, Parts, Shape, Text, Words, part, record};
use chrono::NaiveDate;

part! {
    /// Conformity to one lettered item of a subclause.
    ClauseItem {
        id: Text = "Item", Shape::Line, "The item, such as \"6.1.2 c 1\".";
        conformity: Conformity = "Conformity", Shape::Choice(Conformity::WORDS), "Where it stands.";
        note: Text = "Note", Shape::Text, "What was seen.";
    }
}

record! {
    /// Conformity to one subclause (4 to 10).
    Clause: Clause {
        conformity: Conformity = "Conformity", Shape::Choice(Conformity::WORDS), "Where it stands.";
        missing: Text = "Missing", Shape::Text, "What is missing.";
        how: Text = "How met", Shape::Text, "How the requirement is met.";
        items: Parts<ClauseItem> = "Items", Shape::Parts(ClauseItem::FIELDS), "The lettered items, one by one.";
        owner: Text = "Owner", Shape::Person, "Who answers for it.";
        due: Option<NaiveDate> = "Due", Shape::Date, "When it is to conform.";
        effort: Effort = "Effort", Shape::Choice(Effort::WORDS), "Rough size of the work that remains.";
        assessed: Option<NaiveDate> = "Assessed", Shape::Date, "When it was last assessed.";
        notes: Text = "Notes", Shape::Text, "For colleagues.";
    }
}
