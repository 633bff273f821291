//! The Statement of Applicability as a document (6.1.3 d, 7.5).

use super::super::{Approval, Part, Parts, Shape, Text, record};
use chrono::NaiveDate;

record! {
    /// The Statement of Applicability as a document: version, date, owner, approval.
    Soa: Soa {
        version: Text = "Version", Shape::Line, "Version of the SoA.";
        date: Option<NaiveDate> = "Date", Shape::Date, "Date of that version.";
        owner: Text = "Owner", Shape::Person, "Who keeps it.";
        approvals: Parts<Approval> = "Approvals", Shape::Parts(Approval::FIELDS), "Who approved which version, when.";
        snippets: Vec<Text> = "Snippets", Shape::Lines, "Texts to start a justification from; {risks} and {owner} are filled in.";
        notes: Text = "Notes", Shape::Text, "For colleagues.";
    }
}
