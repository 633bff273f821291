//! Clauses 4 to 10: conformity, and the documented information that each demands.

use super::{
    Count, MandatoryState, PartyState, Tally,
    calendar::{days_in_words, days_past},
    currency::{Currency, has_left},
    cx::Cx,
    scope::{ElementState, ScopeState},
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
    /// How its lettered items stand.
    pub items: Tally,
    /// What is missing.
    pub issues: Vec<ClauseIssue>,
}

impl ClauseState {
    /// Whether its own word and its lettered items disagree.
    pub fn is_contradicted(&self) -> bool {
        self.issues.iter().any(|issue| issue.is_contradiction())
    }
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
    /// Said to be met, while so many lettered items of it are nonconforming.
    ItemsNonconforming(usize),
    /// Said to be met, while so many lettered items of it are met in part, or said not to be assessed.
    ItemsOpen(usize),
    /// Said to be met, while nothing stands about so many lettered items, but does about others.
    ItemsUnwritten(usize),
    /// Said not to be met in full, while all its lettered items are.
    ItemsBetter,
    /// Records that it is about are not in order.
    Records {
        /// Which.
        count: Count,
        /// How many.
        rows: usize,
    },
    /// So many points of the scope as a whole are open (4.3).
    Scope(usize),
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
    /// Whether a subclause's own word and its lettered items disagree.
    pub fn is_contradiction(self) -> bool {
        use ClauseIssue::*;
        matches!(self, ItemsNonconforming(_) | ItemsOpen(_) | ItemsBetter)
    }

    /// How bad it is.
    pub fn severity(self) -> Severity {
        use ClauseIssue::*;
        match self {
            NotAssessed | Nonconforming | ItemsNonconforming(_) | DocumentMissing { .. } => {
                Severity::Requirement
            }
            Partial
            | ItemsOpen(_)
            | ItemsBetter
            | Records { .. }
            | Scope(_)
            | DocumentPending { .. }
            | FindingsOpen { .. }
            | OwnerLeft
            | Overdue(_) => Severity::Finding,
            NoOwner | ItemsUnwritten(_) => Severity::Hygiene,
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
            ClauseIssue::ItemsNonconforming(count) => {
                format!("said to conform, while {} nonconforming", items(count))
            }
            ClauseIssue::ItemsOpen(count) => {
                format!("said to conform, while {} not met in full", items(count))
            }
            ClauseIssue::ItemsUnwritten(count) => {
                format!(
                    "said to conform, while nothing is said about {count} of its lettered items"
                )
            }
            ClauseIssue::ItemsBetter => {
                "said not to conform in full, while all its lettered items do".to_string()
            }
            ClauseIssue::Records { count, rows } => records(count, rows),
            ClauseIssue::Scope(1) => "one point of the scope as a whole is open".to_string(),
            ClauseIssue::Scope(count) => format!("{count} points of the scope as a whole are open"),
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

/// The registers that some subclauses are about.
#[derive(Clone, Copy)]
pub(super) struct Registers<'a> {
    pub parties: &'a [PartyState],
    pub elements: &'a [ElementState],
    pub scope: &'a ScopeState,
}

impl Registers<'_> {
    /// What is not in order in the register that a subclause is about.
    fn issues(self, clause: &str) -> Vec<ClauseIssue> {
        let records = |count, rows| some(rows).map(|rows| ClauseIssue::Records { count, rows });
        let elements = |fits: fn(&ElementState) -> bool| {
            self.elements.iter().filter(|element| fits(element)).count()
        };
        match clause {
            "4.2" => {
                let open = self.parties.iter().filter(|party| !party.is_whole()).count();
                records(Count::PartiesIncomplete, open).into_iter().collect()
            }
            "4.3" => records(Count::ScopeHoles, elements(ElementState::is_hole))
                .into_iter()
                .chain(records(Count::ScopeBroad, elements(ElementState::is_broad)))
                .chain(some(self.scope.issues.len()).map(ClauseIssue::Scope))
                .collect(),
            "6.1.2" => records(Count::ScopeNoRisk, elements(ElementState::lacks_risk))
                .into_iter()
                .collect(),
            "6.3" => records(Count::ScopeUnfinished, elements(ElementState::is_unfinished))
                .into_iter()
                .collect(),
            _ => Vec::new(),
        }
    }
}

fn some(count: usize) -> Option<usize> {
    (count > 0).then_some(count)
}

fn items(count: usize) -> String {
    match count {
        1 => "one lettered item is".to_string(),
        _ => format!("{count} lettered items are"),
    }
}

/// So many records that are not in order, in words.
fn records(count: Count, rows: usize) -> String {
    let (one, many) = match count {
        Count::PartiesIncomplete => (
            "interested party lacks needs or a decision on them",
            "interested parties lack needs or a decision on them",
        ),
        Count::ScopeHoles => (
            "scope element is left out or undecided and belongs inside",
            "scope elements are left out or undecided and belong inside",
        ),
        Count::ScopeBroad => {
            ("scope element is inside without need", "scope elements are inside without need")
        }
        Count::ScopeNoRisk => ("scope element has no risk", "scope elements have no risk"),
        _ => (
            "scope element changed since the baseline and lacks risk, SoA or audit",
            "scope elements changed since the baseline and lack risk, SoA or audit",
        ),
    };
    format!("{rows} {}", if rows == 1 { one } else { many })
}

/// All subclauses, in the order of their rows.
pub(super) fn all(
    cx: Cx<'_>,
    mandatory: &[MandatoryState],
    registers: Registers<'_>,
    open_findings: impl Fn(usize) -> Vec<usize>,
) -> Vec<ClauseState> {
    let rows = cx.isms.clauses.rows().iter().enumerate();
    rows.map(|(row, clause)| {
        let mut state = state(cx, row, clause, mandatory, &open_findings(row));
        state.issues.extend(registers.issues(&clause.id));
        state
    })
    .collect()
}

fn state(
    cx: Cx<'_>,
    row: usize,
    clause: &Clause,
    mandatory: &[MandatoryState],
    findings: &[usize],
) -> ClauseState {
    let items = Tally::of(cx, row);
    let mut issues = Vec::new();
    match clause.conformity {
        Conformity::NotAssessed => issues.push(ClauseIssue::NotAssessed),
        Conformity::Nonconforming => issues.push(ClauseIssue::Nonconforming),
        Conformity::Partial => issues.push(ClauseIssue::Partial),
        Conformity::Conforming => {
            issues.extend(some(items.nonconforming).map(ClauseIssue::ItemsNonconforming));
            let said = items.unassessed() - items.unwritten;
            issues.extend(some(items.partial + said).map(ClauseIssue::ItemsOpen));
            if items.unwritten < items.all {
                issues.extend(some(items.unwritten).map(ClauseIssue::ItemsUnwritten));
            }
        }
    }
    let short = matches!(clause.conformity, Conformity::Nonconforming | Conformity::Partial);
    if short && items.says() == Some(Conformity::Conforming) {
        issues.push(ClauseIssue::ItemsBetter);
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
    ClauseState { conformity: clause.conformity, demands, overdue, items, issues }
}
