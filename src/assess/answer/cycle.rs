//! The clocks of the certification cycle (ISO/IEC 17021-1), and what the body has to be told.

use super::{Ask, met, unmet};
use crate::{
    assess::{
        calendar::add_months,
        item::{Computed, Target},
    },
    isms::{InOut, Kind, Stage},
};
use chrono::Datelike;

fn field(key: &'static str) -> Target {
    Target::Field(Kind::Cycle, 0, key)
}

/// Whether the audit falls into its window.
pub fn on_time(ask: Ask<'_>) -> Computed {
    let cycle = ask.cx.isms.cycle.only();
    let key = match ask.stage {
        Stage::Surveillance1 => "surveillance1",
        Stage::Surveillance2 => "surveillance2",
        _ => "recertification",
    };
    let Some(decision) = cycle.decision else {
        return unmet(
            "There is no certification decision yet: its date starts the clocks.",
            field("decision"),
        );
    };
    let agreed = |stage| {
        let mut dates = ask.assessment.dates.iter();
        dates.find(|date| date.stage == stage).and_then(|date| date.date)
    };
    let Some(date) = agreed(ask.stage) else {
        return unmet("No day is agreed for this audit.", field(key));
    };
    match ask.stage {
        Stage::Surveillance1 => {
            let limit = add_months(decision, 12);
            if date <= limit {
                met(format!("It is on {date}, within 12 months of the decision."), field(key))
            } else {
                unmet(
                    format!("It is on {date}; 12 months after the decision end on {limit}."),
                    field(key),
                )
            }
        }
        Stage::Surveillance2 => {
            // the calendar year after the first surveillance may not pass without one
            let first = agreed(Stage::Surveillance1).map_or(decision.year() + 1, |day| day.year());
            let wanted = first + 1;
            if date.year() == wanted {
                met(format!("It is on {date}, so {wanted} has its surveillance."), field(key))
            } else {
                unmet(format!("It is on {date}, so {wanted} has no surveillance."), field(key))
            }
        }
        _ => {
            let expiry = cycle.expiry.unwrap_or(add_months(decision, 36));
            if date < expiry {
                met(format!("It is on {date}; the certificate expires on {expiry}."), field(key))
            } else {
                unmet(
                    format!("It is on {date}, but the certificate expires on {expiry}."),
                    field(key),
                )
            }
        }
    }
}

/// Whether significant changes were told to the body: on record are a new SoA and a grown scope.
///
/// That the body was told is shown by evidence for this checklist item.
pub fn reported(ask: Ask<'_>) -> Computed {
    let isms = ask.cx.isms;
    let cycle = isms.cycle.only();
    let Some(decision) = cycle.decision else {
        return unmet("There is no certificate yet that a change could touch.", field("decision"));
    };
    let on_certificate = cycle.certificate_soa.trim();
    let soa = isms.soa.only().version.trim();
    let mut changes = Vec::new();
    if !on_certificate.is_empty() && on_certificate != soa {
        changes.push(format!("the SoA is {soa}, the certificate names {on_certificate}"));
    }
    let came = |element: &&crate::isms::Element| {
        element.inside == InOut::In && element.since.is_some_and(|day| day > decision)
    };
    match isms.elements.rows().iter().filter(came).count() {
        0 => {}
        1 => changes.push("one scope element came in since the decision".to_string()),
        many => changes.push(format!("{many} scope elements came in since the decision")),
    }
    let here = Target::Record(Kind::Item, ask.row);
    if changes.is_empty() {
        return met("No change of scope or SoA is on record since the decision.", here);
    }
    let evidence = ask.assessment.links.items.get(ask.row).map_or(&[][..], Vec::as_slice);
    let counts =
        |row: &usize| ask.assessment.evidence.get(*row).is_some_and(|one| one.currency.counts());
    let list = changes.join("; ");
    if evidence.iter().any(counts) {
        met(format!("On record: {list}. Evidence shows that the body was told."), here)
    } else {
        unmet(
            format!("On record: {list}. No evidence for this item shows that the body was told."),
            here,
        )
    }
}
