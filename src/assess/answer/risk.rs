//! Risk method, assessment and treatment (6.1.2, 6.1.3, 8.2, 8.3).

use super::{Ask, context::approved, none_of, unmet};
use crate::{
    assess::{
        Count, criteria,
        item::{Computed, Target},
    },
    isms::Kind,
};

const NO_RISKS: &str = "There is no open risk in the register.";

fn field(key: &'static str) -> Target {
    Target::Field(Kind::Criteria, 0, key)
}

/// Whether the risk method is written down and approved (6.1.2).
pub fn method(ask: Ask<'_>) -> Computed {
    if ask.cx.isms.criteria.only().method.trim().is_empty() {
        return unmet("The method of risk assessment is not written down.", field("method"));
    }
    approved(&ask.assessment.criteria, "The risk method", field("approvals"))
}

/// Whether risk criteria and acceptance criteria are whole (6.1.2 a).
pub fn criteria(ask: Ask<'_>) -> Computed {
    let problems = criteria::problems(ask.cx.isms.criteria.only());
    match problems.split_first() {
        None => super::met(
            "Scales, levels and acceptance criteria are whole.",
            Target::Record(Kind::Criteria, 0),
        ),
        Some((first, [])) => unmet(first.clone(), Target::Record(Kind::Criteria, 0)),
        Some((first, rest)) => {
            let why = format!("{} And {} more.", first, rest.len());
            unmet(why, Target::Record(Kind::Criteria, 0))
        }
    }
}

fn no_risks(ask: Ask<'_>) -> bool {
    ask.assessment.count(Count::OpenRisks) == 0
}

/// Whether every risk is assessed in time and has an owner (6.1.2, 8.2).
pub fn assessed(ask: Ask<'_>) -> Computed {
    if no_risks(ask) {
        return unmet(NO_RISKS, Target::List(Kind::Risk));
    }
    none_of(
        ask,
        Count::NotWellAssessed,
        "Every open risk is rated in time and has an owner.",
        (
            "risk is unrated, overdue for assessment or without an owner",
            "risks are unrated, overdue for assessment or without an owner",
        ),
    )
}

/// Whether the risk owners approved the treatment plan as it stands (6.1.3 f).
pub fn plan(ask: Ask<'_>) -> Computed {
    if no_risks(ask) {
        return unmet(NO_RISKS, Target::List(Kind::Risk));
    }
    none_of(
        ask,
        Count::PlanNotApproved,
        "The risk owners approved the treatment of every risk that needs it.",
        (
            "risk has a treatment that its owner has not approved as it stands",
            "risks have a treatment that their owners have not approved as it stands",
        ),
    )
}

/// Whether the residual risks are accepted as they stand (6.1.3 f).
pub fn accepted(ask: Ask<'_>) -> Computed {
    if no_risks(ask) {
        return unmet(NO_RISKS, Target::List(Kind::Risk));
    }
    none_of(
        ask,
        Count::NotAccepted,
        "Every remaining risk is accepted as the criteria ask.",
        (
            "remaining risk is not accepted as it stands",
            "remaining risks are not accepted as they stand",
        ),
    )
}
