//! Actions: risk treatment, gaps, improvements, review decisions (6.1.3 e, 9.3.3).

use super::super::{ActionKind, ActionStatus, Kind, Shape, Text, Words, record};
use chrono::NaiveDate;

record! {
    /// One action with owner, date and state (6.1.3 e).
    Action: Action {
        title: Text = "Action", Shape::Line, "What is to be done.";
        kind: ActionKind = "Kind", Shape::Choice(ActionKind::WORDS), "What it is for.";
        status: ActionStatus = "Status", Shape::Choice(ActionStatus::WORDS), "Where it stands.";
        risks: Vec<Text> = "Risks", Shape::Links(&[Kind::Risk]), "Risks that it treats.";
        controls: Vec<Text> = "Controls", Shape::Links(&[Kind::Control]), "Controls that it brings about.";
        clauses: Vec<Text> = "Clauses", Shape::Links(&[Kind::Clause]), "Clauses that it serves.";
        source: Text = "Came from", Shape::Link(&[Kind::Nonconformity, Kind::Review, Kind::Audit]), "Finding, review or audit behind it.";
        owner: Text = "Responsible", Shape::Person, "Who does it.";
        start: Option<NaiveDate> = "Start", Shape::Date, "From when.";
        due: Option<NaiveDate> = "Due", Shape::Date, "By when.";
        done: Option<NaiveDate> = "Done", Shape::Date, "When it was done.";
        cost: Text = "Cost", Shape::Line, "Money or days.";
        effort: Text = "Resources", Shape::Line, "What it needs.";
        success: Text = "Success if", Shape::Text, "How one sees that it worked.";
        notes: Text = "Notes", Shape::Text, "For colleagues.";
    }
}
