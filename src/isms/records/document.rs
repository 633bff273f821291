//! Documented information (7.5).

use super::super::{DocumentKind, DocumentStatus, Kind, Shape, Text, Words, record};
use chrono::NaiveDate;

record! {
    /// One piece of documented information (7.5).
    Document: Document {
        title: Text = "Document", Shape::Line, "Title.";
        kind: DocumentKind = "Kind", Shape::Choice(DocumentKind::WORDS), "What it is.";
        supports: Vec<Text> = "Supports", Shape::Links(&[Kind::Control, Kind::Clause]), "Mandatory items (\"DI-02\"), clauses and controls.";
        status: DocumentStatus = "Status", Shape::Choice(DocumentStatus::WORDS), "Where it stands.";
        version: Text = "Version", Shape::Line, "Version in force.";
        owner: Text = "Owner", Shape::Person, "Who keeps it.";
        author: Text = "Author", Shape::Person, "Who wrote it.";
        approved_by: Text = "Approved by", Shape::Person, "Who approved it.";
        approved: Option<NaiveDate> = "Approved", Shape::Date, "When.";
        review: Option<NaiveDate> = "Next review", Shape::Date, "When it is to be reviewed.";
        location: Text = "Location", Shape::Line, "Path or address.";
        classification: Text = "Classification", Shape::Line, "Public, internal, confidential ...";
        notes: Text = "Notes", Shape::Text, "For colleagues.";
    }
}
