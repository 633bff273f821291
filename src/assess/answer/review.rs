//! Internal audits and management reviews (9.2, 9.3).

use super::{Ask, met, none_of, unmet};
use crate::{
    assess::{
        Count,
        calendar::{Interval, add_months},
        item::{Computed, Target},
    },
    isms::{Audit, AuditKind, Authority, EventStatus, Kind, Review, Stage},
};
use chrono::NaiveDate;

/// The inputs that a review has to look at (9.3.2).
pub const INPUTS: [&str; 10] = ["a", "b", "c", "d1", "d2", "d3", "d4", "e", "f", "g"];

fn internal(ask: Ask<'_>) -> impl Iterator<Item = (usize, &Audit)> {
    let audits = ask.cx.isms.audits.rows().iter().enumerate();
    audits.filter(|(_, audit)| {
        audit.kind == AuditKind::Internal && audit.status != EventStatus::Cancelled
    })
}

/// Whether an internal audit is planned with criteria, scope, date and auditors (9.2.2).
pub fn audit_planned(ask: Ask<'_>) -> Computed {
    let mut first: Option<(usize, Vec<&str>)> = None;
    for (row, audit) in internal(ask) {
        let day = audit.planned.or(audit.start).or(audit.end);
        let lacks: Vec<&str> = [
            (day.is_none(), "a date"),
            (audit.criteria.trim().is_empty(), "criteria"),
            (audit.scope.trim().is_empty(), "a scope"),
            (audit.auditors.is_empty(), "auditors"),
        ]
        .into_iter()
        .filter_map(|(missing, what)| missing.then_some(what))
        .collect();
        if lacks.is_empty() {
            let id = ask.cx.isms.key(Kind::Audit, row).unwrap_or_default();
            return met(
                format!("Internal audit {id} has date, criteria, scope and auditors."),
                Target::Record(Kind::Audit, row),
            );
        }
        first.get_or_insert((row, lacks));
    }
    match first {
        None => unmet("No internal audit is planned.", Target::List(Kind::Audit)),
        Some((row, lacks)) => {
            let id = ask.cx.isms.key(Kind::Audit, row).unwrap_or_default();
            let why = format!("Internal audit {id} lacks {}.", lacks.join(", "));
            unmet(why, Target::Record(Kind::Audit, row))
        }
    }
}

/// Whether internal audits were done, reported, and covered what they should (9.2).
pub fn audit_done(ask: Ask<'_>) -> Computed {
    let day = |audit: &Audit| audit.end.or(audit.start).filter(|day| *day <= ask.cx.today);
    let done = internal(ask).filter(|(_, audit)| audit.status == EventStatus::Done);
    let last = done.filter_map(|(row, audit)| Some((day(audit)?, row))).max();
    let Some((last, row)) = last else {
        return unmet("No internal audit is done.", Target::List(Kind::Audit));
    };
    let id = ask.cx.isms.key(Kind::Audit, row).unwrap_or_default();
    if ask.cx.isms.audits.row(row).is_some_and(|audit| audit.report.is_empty()) {
        let target = Target::Field(Kind::Audit, row, "report");
        return unmet(format!("Internal audit {id} has no report (9.2.2)."), target);
    }
    let interval = Interval::of(ask.cx.isms.intervals.only().internal_audit);
    if interval.after(last) < ask.cx.today {
        let why = format!(
            "The last internal audit ended on {last}, longer ago than the interval of {}.",
            interval.in_words()
        );
        return unmet(why, Target::Record(Kind::Audit, row));
    }
    let surveillance = matches!(ask.stage, Stage::Surveillance1 | Stage::Surveillance2);
    if surveillance {
        if let Some(since) = last_visit(ask).filter(|since| *since > last) {
            let why = format!("No internal audit is done since {since}; the last ended on {last}.");
            return unmet(why, Target::List(Kind::Audit));
        }
        return met(
            format!("Internal audit {id} ended on {last}."),
            Target::Record(Kind::Audit, row),
        );
    }
    none_of(
        ask,
        Count::NotAudited,
        "Internal audits covered every subclause within the interval.",
        (
            "subclause was not covered by an internal audit within the interval",
            "subclauses were not covered by an internal audit within the interval",
        ),
    )
}

/// The day since which a surveillance looks: the visit or decision before it.
fn last_visit(ask: Ask<'_>) -> Option<NaiveDate> {
    let cycle = ask.cx.isms.cycle.only();
    match ask.stage {
        Stage::Surveillance1 => cycle.decision,
        _ => cycle.surveillance1.or(cycle.decision.map(|day| add_months(day, 12))),
    }
    .filter(|day| *day <= ask.cx.today)
}

/// Whether a management review is planned or held (9.3.1).
pub fn review_planned(ask: Ask<'_>) -> Computed {
    let reviews = ask.cx.isms.reviews.rows().iter().enumerate();
    let mut reviews = reviews.filter(|(_, review)| review.status != EventStatus::Cancelled);
    match reviews.find_map(|(row, review)| Some((row, review.planned.or(review.held)?))) {
        Some((row, day)) => met(
            format!("A management review is planned for {day}."),
            Target::Record(Kind::Review, row),
        ),
        None => unmet("No management review has a date.", Target::List(Kind::Review)),
    }
}

/// Whether a management review was held in time, with all inputs and results (9.3).
pub fn review_done(ask: Ask<'_>) -> Computed {
    let reviews = ask.cx.isms.reviews.rows().iter().enumerate();
    let done = reviews.filter(|(_, review)| review.status == EventStatus::Done);
    let day = |review: &Review| review.held.filter(|day| *day <= ask.cx.today);
    let last = done.filter_map(|(row, review)| Some((day(review)?, row, review)));
    let Some((held, row, review)) = last.max_by_key(|(day, row, _)| (*day, *row)) else {
        return unmet("No management review was held.", Target::List(Kind::Review));
    };
    let field = |key| Target::Field(Kind::Review, row, key);
    let id = ask.cx.isms.key(Kind::Review, row).unwrap_or_default();
    let interval = Interval::of(ask.cx.isms.intervals.only().management_review);
    if interval.after(held) < ask.cx.today {
        let why = format!(
            "The last management review was held on {held}, longer ago than the interval of {}.",
            interval.in_words()
        );
        return unmet(why, Target::Record(Kind::Review, row));
    }
    let said = |input: &&&str| {
        let mut inputs = review.inputs.iter();
        inputs.any(|one| one.id.trim() == **input && !one.remark.trim().is_empty())
    };
    let missing: Vec<&str> = INPUTS.iter().filter(|input| !said(input)).copied().collect();
    if !missing.is_empty() {
        let why =
            format!("Management review {id} says nothing on input {} (9.3.2).", missing.join(", "));
        return unmet(why, field("inputs"));
    }
    if review.improvement.trim().is_empty() || review.changes.trim().is_empty() {
        let why = format!(
            "Management review {id} records no decision on improvement or on changes; \"none\" counts (9.3.3)."
        );
        return unmet(why, field("improvement"));
    }
    let top = |id: &str| {
        let person = ask.cx.isms.people.get(id.trim());
        person.is_some_and(|person| person.authority.contains(&Authority::TopManagement))
    };
    if !top(&review.chair) && !review.attendees.iter().any(|id| top(id)) {
        let why = format!("Nobody of top management took part in management review {id} (9.3.1).");
        return unmet(why, field("attendees"));
    }
    met(format!("Management review {id} was held on {held}."), Target::Record(Kind::Review, row))
}
