//! What may be missing in one control of the SoA, how heavy it weighs, and how it is said.

use super::{
    calendar::days_in_words,
    weight::{Phase, Severity, and_more, sentence},
};
use crate::isms::{Fact, Isms, Kind, Reason, Stage, Status, Words};

/// What may be missing in one control of the SoA.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ControlIssue {
    /// Nobody decided whether it applies (6.1.3 d).
    Undecided,
    /// Excluded, and nothing says why (6.1.3 d).
    ExcludedUnjustified,
    /// Excluded with a text that is no reason: "N/A", or too short to say what does not exist here.
    ExcludedWithoutReason,
    /// Excluded, but the treatment of a risk selects it.
    ExcludedButSelected {
        /// The first such risk.
        risk: usize,
        /// How many there are.
        count: usize,
    },
    /// Excluded, although the organisation has what makes it necessary.
    ContradictsFact(Fact),
    /// Excluded, although an element of the scope shows what makes it necessary.
    ContradictsElement {
        /// What it shows.
        fact: Fact,
        /// The first such element.
        element: usize,
    },
    /// Excluded, although an obligation names it (5.31).
    ExcludedButOwed {
        /// The first such obligation.
        obligation: usize,
        /// How many there are.
        count: usize,
    },
    /// Applicable, although the organisation says that what it is about does not exist here.
    AppliesThoughAbsent(Fact),
    /// Included without a reason and without a text (6.1.3 d).
    IncludedUnjustified,
    /// Included with reasons that nothing supports: no text, and no record behind them.
    ReasonsUnsupported,
    /// Included because of risk, but no risk names it.
    NoRisk,
    /// Included because of law or contract, but no obligation names it.
    NoObligation(Reason),
    /// Nobody said how far it is implemented (6.1.3 d).
    StatusUnstated,
    /// Not implemented, and no open action with owner and date stands behind it (6.1.3 e).
    NoAction(Status),
    /// Not implemented yet; an action with owner and date stands behind it, which is legal.
    InProgress(Status),
    /// Included with a text of a few letters, and nothing else that says why.
    ShortText,
    /// The same justification stands on so many rows.
    SameText(usize),
    /// Nobody answers for it.
    NoOwner,
    /// Whoever answers for it has left.
    OwnerLeft,
    /// To be implemented by a day that is past by so many days.
    Overdue(i64),
    /// Carried over from an earlier SoA, not reassessed.
    Carried,
    /// Implemented, and nothing shows it.
    NoEvidence,
    /// Implemented, but no evidence for it counts any more: not demonstrated.
    EvidenceLapsed,
    /// Implemented, and only documents say so.
    OnlyDocuments,
    /// Operated by a provider, and no provider is named.
    NoProvider,
    /// Its review is late by so many days.
    ReviewOverdue(i64),
    /// Its maturity is below the target.
    BelowTarget {
        /// Maturity today.
        now: i64,
        /// Maturity to reach.
        target: i64,
    },
}

impl ControlIssue {
    /// Whether an exclusion and what is known of the organisation can't both be right (6.1.3 c).
    pub fn is_contradiction(self) -> bool {
        use ControlIssue::*;
        matches!(
            self,
            ContradictsFact(_)
                | ContradictsElement { .. }
                | ExcludedButOwed { .. }
                | ExcludedButSelected { .. }
        )
    }

    /// How bad it is.
    pub fn severity(self) -> Severity {
        use ControlIssue::*;
        match self {
            Undecided
            | ExcludedUnjustified
            | ExcludedButSelected { .. }
            | IncludedUnjustified
            | StatusUnstated
            | NoEvidence
            | ExcludedWithoutReason
            | ReasonsUnsupported => Severity::Requirement,
            ContradictsFact(_)
            | ContradictsElement { .. }
            | ExcludedButOwed { .. }
            | NoRisk
            | NoObligation(_)
            | NoAction(_)
            | SameText(_)
            | OwnerLeft
            | Overdue(_)
            | Carried
            | EvidenceLapsed
            | OnlyDocuments
            | NoProvider
            | ReviewOverdue(_) => Severity::Finding,
            InProgress(_) | ShortText | NoOwner | BelowTarget { .. } | AppliesThoughAbsent(_) => {
                Severity::Hygiene
            }
        }
    }

    /// The audit at which it would be raised first.
    pub fn stage(self) -> Stage {
        use ControlIssue::*;
        match self {
            NoEvidence
            | EvidenceLapsed
            | OnlyDocuments
            | InProgress(_)
            | Overdue(_)
            | ReviewOverdue(_)
            | BelowTarget { .. } => Stage::Stage2,
            _ => Stage::Stage1,
        }
    }

    /// Which phase of the work it belongs to: deciding, or doing.
    pub fn phase(self) -> Phase {
        use ControlIssue::*;
        match self {
            NoAction(_)
            | InProgress(_)
            | Overdue(_)
            | NoEvidence
            | EvidenceLapsed
            | OnlyDocuments
            | NoOwner
            | OwnerLeft
            | ReviewOverdue(_)
            | BelowTarget { .. } => Phase::Controls,
            _ => Phase::Soa,
        }
    }

    /// What is the matter, in words that can follow a colon.
    pub fn phrase(self, isms: &Isms) -> String {
        use ControlIssue::*;
        let text = match self {
            Undecided => "undecided whether it applies",
            ExcludedUnjustified => "excluded without justification",
            ExcludedWithoutReason => "excluded without a reason that says what does not exist here",
            IncludedUnjustified => "included without reason and justification",
            ReasonsUnsupported => "included, but no text and no linked record says why",
            NoRisk => "included because of risk, but no risk names it",
            StatusUnstated => "implementation status not stated",
            NoOwner => "nobody answers for it",
            OwnerLeft => "whoever answers for it has left",
            Carried => "carried over, not reassessed",
            NoEvidence => "implemented, but without evidence",
            EvidenceLapsed => "not demonstrated: its evidence lapsed",
            OnlyDocuments => "only documents say that it is implemented",
            NoProvider => "operated by a provider, but none is named",
            ShortText => "its justification is very short",
            ExcludedButSelected { risk, count } => {
                let risk = isms.key(Kind::Risk, risk).unwrap_or_default();
                let (risks, verb) =
                    (and_more(risk, count), if count > 1 { "select" } else { "selects" });
                return format!("excluded, but the treatment of {risks} {verb} it");
            }
            ContradictsFact(fact) => {
                return format!("excluded, although the organisation has {}", fact.label());
            }
            ContradictsElement { fact, element } => {
                let id = isms.key(Kind::Element, element).unwrap_or_default();
                return format!("excluded, although {id} shows that there is: {}", fact.label());
            }
            ExcludedButOwed { obligation, count } => {
                let id = isms.key(Kind::Obligation, obligation).unwrap_or_default();
                let verb = if count > 1 { "ask" } else { "asks" };
                return format!("excluded, but {} {verb} for it", and_more(id, count));
            }
            AppliesThoughAbsent(fact) => {
                return format!(
                    "applicable, although the organisation says that there is no {}",
                    fact.label()
                );
            }
            NoObligation(reason) => {
                return format!(
                    "included because of {}, but no obligation names it",
                    reason.label()
                );
            }
            NoAction(status) => {
                return format!(
                    "{}, and no open action with owner and date stands behind it",
                    status_in_words(status)
                );
            }
            InProgress(status) => return format!("{}, with an action", status_in_words(status)),
            SameText(count) => return format!("the same justification stands on {count} rows"),
            Overdue(days) => return format!("overdue by {}", days_in_words(days)),
            ReviewOverdue(days) => {
                return format!("its review is overdue by {}", days_in_words(days));
            }
            BelowTarget { now, target } => {
                return format!("maturity {now}, target {target}");
            }
        };
        text.to_string()
    }

    /// What is the matter, as a sentence.
    pub fn sentence(self, isms: &Isms) -> String {
        sentence(&self.phrase(isms))
    }
}

fn status_in_words(status: Status) -> &'static str {
    match status {
        Status::Planned => "only planned",
        Status::Partial => "partially implemented",
        _ => "not implemented",
    }
}
