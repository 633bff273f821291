//! What internal audits covered, and when, against the interval that the organisation declared (9.2).

use super::{calendar::Interval, cx::Cx, links::Links};
use crate::isms::{AuditKind, EventStatus};
use chrono::NaiveDate;

/// Whether internal audits covered something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Covered {
    /// Never, and none is planned.
    #[default]
    Never,
    /// Not yet; an audit is planned.
    Planned(Option<NaiveDate>),
    /// Last on this day, longer ago than the interval.
    Lapsed(NaiveDate),
    /// Last on this day, within the interval.
    Within(NaiveDate),
}

impl Covered {
    /// Whether it was audited within the interval.
    pub fn is_within(self) -> bool {
        matches!(self, Covered::Within(_))
    }
}

/// What internal audits covered.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Coverage {
    /// By subclause.
    pub clauses: Vec<Covered>,
    /// By control.
    pub controls: Vec<Covered>,
}

/// Coverage of all subclauses and controls.
pub(super) fn coverage(cx: Cx<'_>, links: &Links) -> Coverage {
    let interval = Interval::of(cx.isms.intervals.only().internal_audit);
    let covered = |audits: &[usize]| covered(cx, interval, audits);
    Coverage {
        clauses: links.clauses.iter().map(|links| covered(&links.audits)).collect(),
        controls: links.controls.iter().map(|links| covered(&links.audits)).collect(),
    }
}

fn covered(cx: Cx<'_>, interval: Interval, audits: &[usize]) -> Covered {
    let audits = || {
        let audits = audits.iter().filter_map(|row| cx.isms.audits.row(*row));
        audits.filter(|audit| audit.kind == AuditKind::Internal)
    };
    let done = audits().filter(|audit| audit.status == EventStatus::Done);
    // an audit that is done and does not say when can't count as recent
    let last =
        done.filter_map(|audit| audit.end.or(audit.start)).filter(|day| *day <= cx.today).max();
    let coming = |status| matches!(status, EventStatus::Planned | EventStatus::Running);
    let mut planned = audits().filter(|audit| coming(audit.status));
    match last {
        Some(day) if interval.after(day) >= cx.today => Covered::Within(day),
        Some(day) => Covered::Lapsed(day),
        None => planned
            .next()
            .map_or(Covered::Never, |audit| Covered::Planned(audit.planned.or(audit.start))),
    }
}
