//! The audits of the cycle: when each is, which one comes next, and how ready we are for it.

use super::{calendar::add_months, cx::Cx, item::ItemState};
use crate::isms::{EventStatus, Stage, Words};
use chrono::NaiveDate;

/// The day of an audit, and whether it is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StageDate {
    /// Which audit.
    pub stage: Stage,
    /// Its agreed or actual day.
    pub date: Option<NaiveDate>,
    /// The last day on which it may take place, where a clock of the certification rules runs.
    pub limit: Option<NaiveDate>,
    /// It is over.
    pub passed: bool,
}

/// How ready the organisation is for one audit.
#[derive(Debug, Clone, PartialEq)]
pub struct Readiness {
    /// Which audit.
    pub stage: Stage,
    /// Its agreed or actual day.
    pub date: Option<NaiveDate>,
    /// The last day on which it may take place.
    pub limit: Option<NaiveDate>,
    /// Days until its day, or until its limit if no day is agreed; negative once past.
    pub days_left: Option<i64>,
    /// It is over.
    pub passed: bool,
    /// Checklist items that are met.
    pub met: usize,
    /// Checklist items that apply.
    pub total: usize,
    /// Items met in percent, rounded down: 100 means all.
    pub percent: u8,
    /// Rows of the items that are not met.
    pub open: Vec<usize>,
}

/// The days of all five audits, in order.
pub(super) fn dates(cx: Cx<'_>) -> Vec<StageDate> {
    let cycle = cx.isms.cycle.only();
    let decided = cycle.decision.is_some_and(|day| day <= cx.today);
    let mut later_passed = false;
    let mut dates: Vec<StageDate> = Stage::ALL
        .iter()
        .rev()
        .map(|stage| {
            let visits =
                cx.isms.surveillance.rows().iter().filter(|visit| {
                    visit.stage == *stage && visit.status != EventStatus::Cancelled
                });
            let visit = visits.clone().next_back();
            let (own, limit) = match stage {
                Stage::Stage1 => (cycle.stage1, None),
                Stage::Stage2 => (cycle.stage2, house_limit(cx)),
                // the first surveillance: within 12 months of the decision (ISO/IEC 17021-1)
                Stage::Surveillance1 => {
                    (cycle.surveillance1, cycle.decision.map(|d| add_months(d, 12)))
                }
                Stage::Surveillance2 => (cycle.surveillance2, None),
                Stage::Recertification => (
                    cycle.recertification,
                    cycle.expiry.or(cycle.decision.map(|d| add_months(d, 36))),
                ),
            };
            let date = own.or(visit.and_then(|visit| visit.date));
            let limit = limit.or(visit.and_then(|visit| visit.to));
            let done = visit.is_some_and(|visit| visit.status == EventStatus::Done);
            let certified = decided && matches!(stage, Stage::Stage1 | Stage::Stage2);
            let last = match stage {
                Stage::Stage2 => cycle.stage2_end.or(date),
                _ => date,
            };
            let passed =
                later_passed || done || certified || last.is_some_and(|day| day < cx.today);
            later_passed = passed;
            StageDate { stage: *stage, date, limit, passed }
        })
        .collect();
    dates.reverse();
    dates
}

/// The certification body's own limit between the stages; a custom, not a rule of the standard.
fn house_limit(cx: Cx<'_>) -> Option<NaiveDate> {
    let cycle = cx.isms.cycle.only();
    Some(add_months(cycle.stage1?, cycle.house_limit?))
}

/// The next audit; none if all of the cycle are over.
pub(super) fn next(dates: &[StageDate]) -> Option<Stage> {
    dates.iter().find(|date| !date.passed).map(|date| date.stage)
}

/// How ready the organisation is for each audit.
pub(super) fn readiness(cx: Cx<'_>, dates: &[StageDate], items: &[ItemState]) -> Vec<Readiness> {
    let of_stage = |date: &StageDate| {
        let mine = items.iter().filter(|item| item.stage == date.stage && item.counts());
        let total = mine.clone().count();
        let open: Vec<usize> = mine.filter(|item| !item.is_met()).map(|item| item.row).collect();
        let met = total - open.len();
        let days = |day: NaiveDate| day.signed_duration_since(cx.today).num_days();
        let percent = (met * 100).checked_div(total).and_then(|percent| u8::try_from(percent).ok());
        Readiness {
            stage: date.stage,
            date: date.date,
            limit: date.limit,
            days_left: date.date.or(date.limit).map(days),
            passed: date.passed,
            met,
            total,
            percent: percent.unwrap_or(0),
            open,
        }
    };
    dates.iter().map(of_stage).collect()
}
