//! Which documents the standard demands, which controls demand one, and which are merely expected.
//!
//! Three lists and not one with a flag: the difference decides whether a missing document is a
//! nonconformity, a nonconformity only if the control is applicable, or nothing at all.

use serde::{Deserialize, Serialize};

use super::attribute::vocabulary;

/// All documented information that an auditor may look for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Documents {
    /// What clauses 4 to 10 demand: 17 items of 14 subclauses.
    pub mandatory: Vec<MandatoryDocument>,
    /// What a control demands, once it is applicable.
    pub for_controls: Vec<ControlDocument>,
    /// What auditors commonly expect; its absence alone is no finding.
    pub expected: Vec<ExpectedDocument>,
}

/// Documented information that clauses 4 to 10 demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MandatoryDocument {
    /// Our stable id: "DI-05".
    pub id: &'static str,
    /// What it is.
    pub title: &'static str,
    /// The clause or lettered item that demands it: "6.1.3 d".
    pub demanded_by: &'static str,
    /// Something that steers, or something that shows.
    pub kind: DocumentKind,
    /// What the demand amounts to, in a word or two.
    pub verb: &'static str,
    /// Whether the standard says so outright, or it follows.
    pub explicit: bool,
}

vocabulary! {
    /// Something that steers, or something that shows.
    DocumentKind {
        Document = "Document", "document";
        Record = "Record", "record";
    }
}

/// Documentation that a control of Annex A demands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ControlDocument {
    /// The control's number: "5.9".
    pub control: &'static str,
    /// What has to be written down.
    pub title: &'static str,
}

/// A document that auditors commonly expect though nothing demands it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpectedDocument {
    /// What it is.
    pub title: &'static str,
    /// The clauses ("7.4") and controls ("A.5.15") that it serves.
    #[serde(borrow)]
    pub refs: Vec<&'static str>,
}
