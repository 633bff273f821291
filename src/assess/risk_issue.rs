//! What may be wrong with one risk, and how it is said.

use super::{
    calendar::days_in_words,
    weight::{Severity, and_more, sentence},
};
use crate::isms::{Isms, Kind};

/// What may be wrong with one risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RiskIssue {
    /// It has no level: likelihood or consequence is missing (6.1.2 d).
    Unrated,
    /// A rating has no place in the criteria; it is kept as it is (6.1.2 b).
    OffScale,
    /// It is treated, and nobody said what remains.
    ResidualUnrated,
    /// Nobody owns it (6.1.2 c 2).
    NoOwner,
    /// Its owner is nobody of isms.ron.
    UnknownOwner,
    /// Its owner has left (6.1.2 c 2).
    OwnerLeft,
    /// Its level needs a decision on treatment (6.1.3 a).
    TreatmentUndecided,
    /// It is to be modified, and no control is selected (6.1.3 b).
    ModifyWithoutControls,
    /// Its treatment selects a control that the SoA excludes.
    SelectsExcluded {
        /// The first such control.
        control: usize,
        /// How many there are.
        count: usize,
    },
    /// Its treatment names a control that the SoA does not have (6.1.3 d).
    SelectsUnknown,
    /// Its treatment is not carried out, and no open action with owner and date stands behind it (6.1.3 e).
    NoPlan,
    /// An action of its treatment is overdue (8.3).
    ActionOverdue(usize),
    /// The level that remains may not be accepted by anybody.
    NotAcceptable,
    /// What remains is rated higher than what is there today, or than without any control.
    ResidualHigher,
    /// It is retained, and yet what remains is rated lower.
    RetainLowers,
    /// It is retained, and yet its treatment selects controls.
    RetainWithControls,
    /// It is avoided, and yet its level does not change.
    AvoidUnchanged,
    /// No day says when it was rated.
    NeverAssessed,
    /// It was to be rated again so many days ago (8.2).
    AssessmentOverdue(i64),
    /// It was to be looked at again so many days ago.
    ReviewOverdue(i64),
    /// No affected property is named (6.1.2 c 1).
    NoProperty,
    /// Neither cause nor event nor consequence is described.
    NotDescribed,
    /// It names neither a scope element nor an asset.
    Orphan,
    /// Every scope element that it names is out of scope (4.3).
    OutOfScope,
}

impl RiskIssue {
    /// How bad it is.
    pub fn severity(self) -> Severity {
        use RiskIssue::*;
        match self {
            Unrated
            | NoOwner
            | UnknownOwner
            | OwnerLeft
            | TreatmentUndecided
            | ModifyWithoutControls
            | SelectsExcluded { .. }
            | SelectsUnknown
            | NoPlan
            | NotAcceptable
            | ResidualUnrated
            | ResidualHigher
            | AssessmentOverdue(_) => Severity::Requirement,
            OffScale | ActionOverdue(_) | RetainLowers | AvoidUnchanged | NeverAssessed
            | ReviewOverdue(_) | NoProperty | OutOfScope => Severity::Finding,
            RetainWithControls | NotDescribed | Orphan => Severity::Hygiene,
        }
    }

    /// What is the matter, as a sentence.
    pub fn sentence(self, isms: &Isms) -> String {
        use RiskIssue::*;
        let text = match self {
            Unrated => "not rated: likelihood or consequence is missing (6.1.2 d)",
            OffScale => "a rating has no place in the risk criteria",
            ResidualUnrated => "treated, but nobody rated what remains",
            NoOwner => "nobody owns it (6.1.2 c 2)",
            UnknownOwner => "its owner is nobody of isms.ron (6.1.2 c 2)",
            OwnerLeft => "its owner has left (6.1.2 c 2)",
            TreatmentUndecided => "its level needs a decision on treatment (6.1.3 a)",
            ModifyWithoutControls => "to be modified, but no control is selected (6.1.3 b)",
            SelectsUnknown => "its treatment names a control that the SoA does not have (6.1.3 d)",
            NoPlan => {
                "its treatment is not carried out, and no open action with owner and date stands behind it (6.1.3 e)"
            }
            NotAcceptable => {
                "nobody may accept the level that remains: it has to be treated further"
            }
            ResidualHigher => "what remains is rated higher than what is there today",
            RetainLowers => "retained, and yet what remains is rated lower",
            RetainWithControls => "retained, and yet its treatment selects controls",
            AvoidUnchanged => "to be avoided, and yet its level does not change",
            NeverAssessed => "no day says when it was rated",
            NoProperty => {
                "it does not say whether confidentiality, integrity or availability is at stake (6.1.2 c 1)"
            }
            NotDescribed => "neither cause nor event nor consequence is described",
            Orphan => "it names neither a scope element nor an asset",
            OutOfScope => "every scope element that it names is out of scope (4.3)",
            SelectsExcluded { control, count } => {
                let control = isms.key(Kind::Control, control).unwrap_or_default();
                let controls = and_more(control, count);
                return format!("Its treatment selects {controls}, which the SoA excludes.");
            }
            ActionOverdue(action) => {
                let action = isms.key(Kind::Action, action).unwrap_or_default();
                return format!("Action {action} of its treatment is overdue (8.3).");
            }
            AssessmentOverdue(days) => {
                let days = days_in_words(days);
                return format!("It was to be rated again {days} ago (8.2).");
            }
            ReviewOverdue(days) => {
                return format!("It was to be looked at again {} ago.", days_in_words(days));
            }
        };
        sentence(text)
    }
}
