//! Clauses 4 to 10: conformity, and the documented information that each demands.

use super::{
    MandatoryState,
    calendar::{days_in_words, days_past},
    currency::{Currency, has_left},
    cx::Cx,
    weight::{self, Phase, Severity, and_more, sentence},
};
use crate::isms::{Clause, Conformity, Isms, Kind, Stage};

/// What is judged of one subclause.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ClauseState {
    /// Where it stands.
    pub conformity: Conformity,
    /// Places of its mandatory documented information in [`super::Assessment::mandatory`].
    pub demands: Vec<usize>,
    /// To conform by a day that is past by so many days.
    pub overdue: Option<i64>,
    /// What is missing.
    pub issues: Vec<ClauseIssue>,
}

/// What may be missing in one subclause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClauseIssue {
    /// Nobody judged it.
    NotAssessed,
    /// It is not met.
    Nonconforming,
    /// It is met in part.
    Partial,
    /// Said to be met, while lettered items of it are not.
    ItemsOpen(usize),
    /// Mandatory documented information is missing (7.5.1 a).
    DocumentMissing {
        /// Its id: "DI-05".
        id: &'static str,
        /// It is a record, which stage 2 looks at.
        is_record: bool,
    },
    /// A document is there, but does not count.
    DocumentPending {
        /// The document.
        document: usize,
        /// Why not.
        currency: Currency,
        /// It is a record, which stage 2 looks at.
        is_record: bool,
    },
    /// Nonconformities against it are open.
    FindingsOpen {
        /// The first.
        finding: usize,
        /// How many there are.
        count: usize,
    },
    /// Nobody answers for it.
    NoOwner,
    /// Whoever answers for it has left.
    OwnerLeft,
    /// To conform by a day that is past by so many days.
    Overdue(i64),
}

impl ClauseIssue {
    /// How bad it is.
    pub fn severity(self) -> Severity {
        use ClauseIssue::*;
        match self {
            NotAssessed | Nonconforming | DocumentMissing { .. } => Severity::Requirement,
            Partial
            | ItemsOpen(_)
            | DocumentPending { .. }
            | FindingsOpen { .. }
            | OwnerLeft
            | Overdue(_) => Severity::Finding,
            NoOwner => Severity::Hygiene,
        }
    }

    /// The audit at which it would be raised first, for the subclause with this number.
    pub fn stage(self, clause: &str) -> Stage {
        match self {
            ClauseIssue::DocumentMissing { is_record: false, .. }
            | ClauseIssue::DocumentPending { is_record: false, .. } => Stage::Stage1,
            ClauseIssue::DocumentMissing { .. } | ClauseIssue::DocumentPending { .. } => {
                Stage::Stage2
            }
            _ => weight::stage_of_clause(clause),
        }
    }

    /// The phase of the work that the subclause with this number belongs to.
    pub fn phase(clause: &str) -> Phase {
        Phase::of_clause(clause)
    }

    /// What is the matter, in words that can follow a colon.
    pub fn phrase(self, isms: &Isms) -> String {
        match self {
            ClauseIssue::NotAssessed => "conformity not assessed".to_string(),
            ClauseIssue::Nonconforming => "nonconforming".to_string(),
            ClauseIssue::Partial => "conforming only in part".to_string(),
            ClauseIssue::ItemsOpen(1) => "one lettered item is not met".to_string(),
            ClauseIssue::ItemsOpen(count) => format!("{count} lettered items are not met"),
            ClauseIssue::DocumentMissing { id, .. } => {
                format!("mandatory documented information {id} is missing")
            }
            ClauseIssue::DocumentPending { document, currency, .. } => {
                let id = isms.key(Kind::Document, document).unwrap_or_default();
                format!("document {id} does not count: {}", currency.label())
            }
            ClauseIssue::FindingsOpen { finding, count } => {
                let id = isms.key(Kind::Nonconformity, finding).unwrap_or_default();
                format!("{} still open", and_more(id, count))
            }
            ClauseIssue::NoOwner => "nobody answers for it".to_string(),
            ClauseIssue::OwnerLeft => "whoever answers for it has left".to_string(),
            ClauseIssue::Overdue(days) => format!("overdue by {}", days_in_words(days)),
        }
    }

    /// What is the matter, as a sentence.
    pub fn sentence(self, isms: &Isms) -> String {
        sentence(&self.phrase(isms))
    }
}

/// All subclauses, in the order of their rows.
pub(super) fn all(
    cx: Cx<'_>,
    mandatory: &[MandatoryState],
    open_findings: impl Fn(usize) -> Vec<usize>,
) -> Vec<ClauseState> {
    let rows = cx.isms.clauses.rows().iter().enumerate();
    rows.map(|(row, clause)| state(cx, row, clause, mandatory, &open_findings(row))).collect()
}

fn state(
    cx: Cx<'_>,
    row: usize,
    clause: &Clause,
    mandatory: &[MandatoryState],
    findings: &[usize],
) -> ClauseState {
    let mut issues = Vec::new();
    match clause.conformity {
        Conformity::NotAssessed => issues.push(ClauseIssue::NotAssessed),
        Conformity::Nonconforming => issues.push(ClauseIssue::Nonconforming),
        Conformity::Partial => issues.push(ClauseIssue::Partial),
        Conformity::Conforming => {
            let open = clause.items.iter().filter(|item| item.conformity != Conformity::Conforming);
            match open.count() {
                0 => {}
                count => issues.push(ClauseIssue::ItemsOpen(count)),
            }
        }
    }
    let demanded = mandatory.iter().enumerate().filter(|(_, item)| item.clause == Some(row));
    let mut demands = Vec::new();
    for (place, item) in demanded {
        demands.push(place);
        let is_record = item.is_record;
        if item.is_there() {
            continue;
        }
        issues.push(match item.pending.first() {
            Some((document, currency)) => {
                ClauseIssue::DocumentPending { document: *document, currency: *currency, is_record }
            }
            None => ClauseIssue::DocumentMissing { id: item.id, is_record },
        });
    }
    if let Some(finding) = findings.first() {
        issues.push(ClauseIssue::FindingsOpen { finding: *finding, count: findings.len() });
    }
    let conforming = clause.conformity == Conformity::Conforming;
    let overdue = clause.due.filter(|_| !conforming).and_then(|due| days_past(due, cx.today));
    issues.extend(overdue.map(ClauseIssue::Overdue));
    if clause.owner.is_empty() {
        issues.push(ClauseIssue::NoOwner);
    } else if has_left(cx.isms, &clause.owner, cx.today) {
        issues.push(ClauseIssue::OwnerLeft);
    }
    ClauseState { conformity: clause.conformity, demands, overdue, issues }
}
