//! A clause of the standard's main body (4 to 10): the requirements nobody can exclude.
//!
//! Headings and assessable subclauses are one type, because people navigate both; only the 30
//! assessable ones get a conformity record.

use serde::{Deserialize, Serialize};

use super::attribute::vocabulary;

/// A clause or subclause of ISO/IEC 27001:2022, amendment 1 of 2024 included.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Clause {
    /// Its number: "6.1.2".
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// The number of the clause that it stands in.
    #[serde(default)]
    pub parent: Option<&'static str>,
    /// Whether conformity is judged here; a heading only groups.
    pub assessable: bool,
    /// What it is about, in one sentence.
    pub summary: &'static str,
    /// Its lettered requirements, and the unlettered ones under a word.
    #[serde(default)]
    pub items: Vec<ClauseItem>,
    /// What an auditor asks; a heading has no questions.
    #[serde(borrow, default)]
    pub questions: Vec<&'static str>,
    /// The mandatory documented information that it asks for: "DI-01".
    #[serde(borrow, default)]
    pub documented_information: Vec<&'static str>,
    /// What usually shows conformity.
    #[serde(borrow, default)]
    pub typical_evidence: Vec<&'static str>,
    /// What amendment 1 (climate change) added.
    #[serde(default)]
    pub amendment: Option<Amendment>,
    /// What is worth knowing besides.
    #[serde(default)]
    pub notes: Option<&'static str>,
    /// What differs from the 2013 edition.
    #[serde(default)]
    pub changed_vs_2013: Option<&'static str>,
}

/// One requirement inside a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClauseItem {
    /// Clause and label: "6.1.2 c 2".
    pub id: &'static str,
    /// The standard's letter ("c 2"), or our word for an unlettered paragraph ("climate").
    pub label: &'static str,
    /// The requirement in our own words.
    pub text: &'static str,
    /// What it has in common with its neighbours: "analyse".
    #[serde(default)]
    pub group: Option<&'static str>,
}

/// What amendment 1 of 2024 added to a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amendment {
    /// Whether it binds.
    pub kind: AmendmentKind,
    /// The addition in our own words.
    pub text: &'static str,
}

vocabulary! {
    /// Whether an addition binds or explains.
    AmendmentKind {
        Requirement = "Requirement", "requirement";
        Note = "Note", "note, not a requirement";
    }
}

impl Clause {
    /// How deep it stands: 1 for "6", 2 for "6.1", 3 for "6.1.2".
    pub fn level(&self) -> usize {
        self.id.split('.').count()
    }
}
