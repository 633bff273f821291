//! What may be wrong with one element of the scope: a hole, too broad, nothing behind it (4.3, 6.1.2 c).

use crate::{
    assess::weight::{Severity, sentence},
    isms::{Sensitivity, Words},
};

/// What may be wrong with one element of the scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ElementIssue {
    /// Nobody decided whether it is inside (4.3).
    Undecided,
    /// Outside, although people there can administer what is inside (4.3 c).
    AdminOutside,
    /// Outside, although the organisation can't do without it (4.3).
    CriticalOutside,
    /// Outside, although customers depend on it (4.3).
    CustomersOutside,
    /// Outside, although it holds data that needs protecting (4.3).
    DataOutside(Sensitivity),
    /// Outside, although so many open risks of the register name it (4.3).
    OutsideWithRisk(usize),
    /// Outside, and nothing says why (4.3).
    OutsideUnjustified,
    /// Inside, although neither data, customers nor a risk make it matter (4.3).
    TooBroad,
    /// Inside, and no open risk names it (6.1.2 c).
    NoRisk,
    /// Whoever answers for it has left.
    OwnerLeft,
    /// Inside, and nobody said how sensitive its data is.
    DataUnstated,
    /// Inside, and nothing says why.
    NoReason,
    /// Nobody is named who decided.
    NoDecider,
    /// Nothing says since when: whether it is new can't be told.
    NoSince,
    /// Inside, and nobody answers for it.
    NoOwner,
}

impl ElementIssue {
    /// Whether something is left out, or undecided, that belongs inside.
    pub fn is_hole(self) -> bool {
        use ElementIssue::*;
        matches!(
            self,
            Undecided | AdminOutside | CriticalOutside | CustomersOutside | DataOutside(_)
        )
    }

    /// How bad it is.
    pub fn severity(self) -> Severity {
        use ElementIssue::*;
        match self {
            DataUnstated | NoReason | NoDecider | NoSince | NoOwner => Severity::Hygiene,
            _ => Severity::Finding,
        }
    }

    /// What is the matter, in words that can follow a colon.
    pub fn phrase(self) -> String {
        use ElementIssue::*;
        let words = match self {
            Undecided => "nobody decided whether it is inside (4.3)",
            AdminOutside => "outside, although people there can administer what is inside (4.3 c)",
            CriticalOutside => "outside, although the organisation can't do without it (4.3)",
            CustomersOutside => "outside, although customers depend on it (4.3)",
            OutsideUnjustified => "outside, and nothing says why (4.3)",
            TooBroad => {
                "too broad: no sensitive data, no customer and no risk says why it is inside (4.3)"
            }
            NoRisk => "inside, and no open risk names it (6.1.2 c)",
            OwnerLeft => "whoever answers for it has left",
            DataUnstated => "nobody said how sensitive its data is",
            NoReason => "inside, and nothing says why",
            NoDecider => "nobody is named who decided",
            NoSince => "nothing says since when, so whether it is new can't be told",
            NoOwner => "nobody answers for it",
            OutsideWithRisk(count) => {
                let risks = if count == 1 { "an open risk names" } else { "open risks name" };
                return format!("outside, although {risks} it (4.3)");
            }
            DataOutside(data) => {
                return format!("outside, although it holds {} data (4.3)", data.label());
            }
        };
        words.to_string()
    }

    /// A word or two, for a cell.
    pub fn short(self) -> &'static str {
        use ElementIssue::*;
        match self {
            Undecided => "hole: undecided",
            AdminOutside => "hole: admin access",
            CriticalOutside => "hole: critical",
            CustomersOutside => "hole: customers",
            DataOutside(_) => "hole: data",
            OutsideWithRisk(_) => "outside, with risk",
            OutsideUnjustified => "no reason",
            TooBroad => "too broad",
            NoRisk => "no risk",
            OwnerLeft => "owner left",
            DataUnstated => "data not stated",
            NoReason => "no reason",
            NoDecider => "decided by?",
            NoSince => "since when?",
            NoOwner => "no owner",
        }
    }

    /// The same as a sentence.
    pub fn sentence(self) -> String {
        sentence(&self.phrase())
    }
}
