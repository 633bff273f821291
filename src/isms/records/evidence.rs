//! Evidence: what shows that something works, with its three dates.

use super::super::{EvidenceKind, Kind, Shape, Text, Words, record};
use chrono::NaiveDate;

record! {
    /// What shows that a control works, with the period it covers, when it was obtained, until when it counts.
    Evidence: Evidence {
        title: Text = "Evidence", Shape::Line, "Short name.";
        kind: EvidenceKind = "Kind", Shape::Choice(EvidenceKind::WORDS), "What it is.";
        supports: Vec<Text> = "Supports", Shape::Links(&[Kind::Control, Kind::Clause, Kind::Risk, Kind::Action, Kind::Nonconformity, Kind::Person, Kind::Item]), "What it shows.";
        from: Option<NaiveDate> = "Covers from", Shape::Date, "First day of the period it covers.";
        to: Option<NaiveDate> = "Covers to", Shape::Date, "Last day of the period it covers.";
        obtained: Option<NaiveDate> = "Obtained", Shape::Date, "When it was obtained.";
        until: Option<NaiveDate> = "Counts until", Shape::Date, "Until when it counts.";
        owner: Text = "Owner", Shape::Person, "Who keeps it.";
        location: Text = "Location", Shape::Line, "Path, ticket or address.";
        sha256: Text = "SHA-256", Shape::Line, "Digest of the file.";
        notes: Text = "Notes", Shape::Text, "For colleagues.";
    }
}
