//! Interested parties with their needs, and the duties that follow from law and contract (4.2, 5.31).

use super::{currency::has_left, cx::Cx, weight::sentence};
use crate::isms::{Addressed, Applicable, Isms, Kind, Obligation, Party, Record, resolve};

/// What may be missing in an interested party.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartyIssue {
    /// Nothing says what it needs (4.2 b).
    NoNeeds,
    /// Nobody decided whether the ISMS takes its needs on (4.2 c).
    Undecided,
    /// The ISMS takes them on, and nothing says how.
    NoHow,
    /// The ISMS leaves them, and nothing says why.
    NoWhyNot,
    /// Nobody keeps contact.
    NoOwner,
    /// Whoever keeps contact has left.
    OwnerLeft,
}

impl PartyIssue {
    /// What is the matter, in words that can follow a colon.
    pub fn phrase(self) -> &'static str {
        match self {
            PartyIssue::NoNeeds => "nothing says what it needs (4.2 b)",
            PartyIssue::Undecided => "nobody decided whether the ISMS takes its needs on (4.2 c)",
            PartyIssue::NoHow => "nothing says how the ISMS takes its needs on (4.2 c)",
            PartyIssue::NoWhyNot => "nothing says why its needs are left aside (4.2 c)",
            PartyIssue::NoOwner => "nobody keeps contact",
            PartyIssue::OwnerLeft => "whoever keeps contact has left",
        }
    }

    /// A word or two, for a cell.
    pub fn short(self) -> &'static str {
        match self {
            PartyIssue::NoNeeds => "no needs",
            PartyIssue::Undecided => "undecided",
            PartyIssue::NoHow => "how?",
            PartyIssue::NoWhyNot => "why not?",
            PartyIssue::NoOwner => "no owner",
            PartyIssue::OwnerLeft => "owner left",
        }
    }

    /// The same as a sentence.
    pub fn sentence(self) -> String {
        sentence(self.phrase())
    }
}

/// What is judged of one interested party.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PartyState {
    /// What is missing, the heaviest first.
    pub issues: Vec<PartyIssue>,
}

impl PartyState {
    /// Whether it has needs and a decision on them (4.2 b, c).
    pub fn is_whole(&self) -> bool {
        let open =
            |issue: &PartyIssue| matches!(issue, PartyIssue::NoNeeds | PartyIssue::Undecided);
        !self.issues.iter().any(open)
    }
}

/// All interested parties, in the order of their rows.
pub(super) fn parties(cx: Cx<'_>) -> Vec<PartyState> {
    cx.isms
        .parties
        .rows()
        .iter()
        .map(|party| PartyState { issues: party_issues(cx, party) })
        .collect()
}

fn party_issues(cx: Cx<'_>, party: &Party) -> Vec<PartyIssue> {
    let mut issues = Vec::new();
    let silent = party.how.trim().is_empty();
    if party.requirements.trim().is_empty() {
        issues.push(PartyIssue::NoNeeds);
    }
    match party.addressed {
        Addressed::Undecided => issues.push(PartyIssue::Undecided),
        Addressed::Yes if silent => issues.push(PartyIssue::NoHow),
        Addressed::No if silent => issues.push(PartyIssue::NoWhyNot),
        _ => {}
    }
    if party.owner.trim().is_empty() {
        issues.push(PartyIssue::NoOwner);
    } else if has_left(cx.isms, &party.owner, cx.today) {
        issues.push(PartyIssue::OwnerLeft);
    }
    issues
}

/// What may be missing in an obligation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ObligationIssue {
    /// No control and no clause meets it (5.31).
    NoControl,
    /// All that is to meet it is excluded; the first such control.
    Excluded(usize),
    /// Nothing says what it asks.
    NoRequirement,
    /// Nobody answers for it.
    NoOwner,
    /// Whoever answers for it has left.
    OwnerLeft,
}

impl ObligationIssue {
    /// What is the matter, in words that can follow a colon.
    pub fn phrase(self, isms: &Isms) -> String {
        let words = match self {
            ObligationIssue::NoControl => "no control and no clause meets it (5.31)",
            ObligationIssue::NoRequirement => "nothing says what it asks",
            ObligationIssue::NoOwner => "nobody answers for it",
            ObligationIssue::OwnerLeft => "whoever answers for it has left",
            ObligationIssue::Excluded(control) => {
                let id = isms.key(Kind::Control, control).unwrap_or_default();
                return format!("what is to meet it is excluded in the SoA: {id} (5.31)");
            }
        };
        words.to_string()
    }

    /// A word or two, for a cell.
    pub fn short(self) -> &'static str {
        match self {
            ObligationIssue::NoControl => "no control",
            ObligationIssue::Excluded(_) => "control excluded",
            ObligationIssue::NoRequirement => "asks what?",
            ObligationIssue::NoOwner => "no owner",
            ObligationIssue::OwnerLeft => "owner left",
        }
    }

    /// The same as a sentence.
    pub fn sentence(self, isms: &Isms) -> String {
        sentence(&self.phrase(isms))
    }
}

/// What is judged of one obligation.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ObligationState {
    /// What is missing, the heaviest first.
    pub issues: Vec<ObligationIssue>,
}

impl ObligationState {
    /// Whether nothing that applies meets it.
    pub fn is_unmet(&self) -> bool {
        let open = |issue: &ObligationIssue| {
            matches!(issue, ObligationIssue::NoControl | ObligationIssue::Excluded(_))
        };
        self.issues.iter().any(open)
    }
}

/// All obligations, in the order of their rows.
pub(super) fn obligations(cx: Cx<'_>) -> Vec<ObligationState> {
    let rows = cx.isms.obligations.rows().iter();
    rows.map(|duty| ObligationState { issues: obligation_issues(cx, duty) }).collect()
}

fn obligation_issues(cx: Cx<'_>, duty: &Obligation) -> Vec<ObligationIssue> {
    let mut issues = Vec::new();
    let field = Obligation::FIELDS.iter().find(|field| field.key == "controls");
    let targets = field.map_or(&[][..], |field| field.targets());
    let named = duty.controls.iter().filter_map(|id| resolve(cx.isms, targets, id));
    let (mut meets, mut excluded) = (false, None);
    for (kind, row) in named {
        let applies = cx.isms.controls.row(row).map(|control| control.applicable);
        if kind == Kind::Control && applies == Some(Applicable::No) {
            excluded = excluded.or(Some(row));
        } else {
            meets = true;
        }
    }
    match (meets, excluded) {
        (true, _) => {}
        (false, Some(row)) => issues.push(ObligationIssue::Excluded(row)),
        (false, None) => issues.push(ObligationIssue::NoControl),
    }
    if duty.requirement.trim().is_empty() {
        issues.push(ObligationIssue::NoRequirement);
    }
    if duty.owner.trim().is_empty() {
        issues.push(ObligationIssue::NoOwner);
    } else if has_left(cx.isms, &duty.owner, cx.today) {
        issues.push(ObligationIssue::OwnerLeft);
    }
    issues
}
