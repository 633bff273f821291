//! The Statement of Applicability and the controls (6.1.3 d, 8.1).

use super::{Ask, context, none_of, unmet};
use crate::{
    assess::{
        Count,
        item::{Computed, Target},
    },
    isms::{Applicable, Kind},
};

/// Whether every control is decided, justified, and its status stated.
pub fn complete(ask: Ask<'_>) -> Computed {
    none_of(
        ask,
        Count::SoaIncomplete,
        "Every control is decided and justified, and its status stated.",
        (
            "control is undecided, not justified or without status",
            "controls are undecided, not justified or without status",
        ),
    )
}

/// Whether the SoA has version, date, owner and an approval that still holds (6.1.3 d, 7.5.2).
pub fn approved(ask: Ask<'_>) -> Computed {
    let soa = ask.cx.isms.soa.only();
    let field = |key| Target::Field(Kind::Soa, 0, key);
    let said = |text: &str| !text.trim().is_empty();
    let lacks = [
        (said(&soa.version), "version"),
        (soa.date.is_some(), "date"),
        (said(&soa.owner), "owner"),
    ];
    if let Some((_, what)) = lacks.into_iter().find(|(there, _)| !there) {
        return unmet(format!("The Statement of Applicability has no {what}."), field(what));
    }
    context::approved(&ask.assessment.soa, "The Statement of Applicability", field("approvals"))
}

fn none_apply(ask: Ask<'_>) -> bool {
    !ask.assessment.controls.iter().any(|control| control.applicable == Applicable::Yes)
}

/// Whether applicable controls work or are planned with owner and date (6.1.3 e).
pub fn implemented(ask: Ask<'_>) -> Computed {
    if none_apply(ask) {
        return unmet("No control is applicable yet.", Target::List(Kind::Control));
    }
    none_of(
        ask,
        Count::NoPlan,
        "Every applicable control is implemented, or has an open action with owner and date.",
        (
            "applicable control is neither implemented nor planned with owner and date",
            "applicable controls are neither implemented nor planned with owner and date",
        ),
    )
}

/// Whether implemented controls have evidence that still counts.
pub fn evidence(ask: Ask<'_>) -> Computed {
    if !ask.assessment.controls.iter().any(|control| control.is_implemented()) {
        return unmet("No control is implemented yet.", Target::List(Kind::Control));
    }
    none_of(
        ask,
        Count::NotDemonstrated,
        "Every implemented control has evidence that counts today.",
        ("implemented control is not demonstrated", "implemented controls are not demonstrated"),
    )
}
