//! The vital signs: what stands on every pane, each figure the length of a list that can be opened.

use super::{Assessment, Count, Priority};
use crate::isms::Stage;

/// The figures of the line that stands on every pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Vitals {
    /// Gaps.
    pub gaps: usize,
    /// Gaps of high, medium and low priority.
    pub by_priority: [usize; 3],
    /// Controls that are decided.
    pub decided: usize,
    /// Controls that are decided and justified.
    pub justified: usize,
    /// All controls of the SoA.
    pub controls: usize,
    /// Open risks above the criteria.
    pub above: usize,
    /// Open risks that something counts in and is not rated.
    pub unrated: usize,
    /// Open risks that somebody has to decide about.
    pub awaiting: usize,
    /// What is overdue.
    pub overdue: usize,
    /// The next audit.
    pub next: Option<Stage>,
    /// Days until then; negative once past.
    pub days_left: Option<i64>,
    /// How ready we are for it, in percent.
    pub percent: u8,
}

/// The vital signs, counted from the lists that they open.
pub(super) fn vitals(assessment: &Assessment) -> Vitals {
    let count = |count| assessment.count(count);
    let next = assessment.next_stage();
    Vitals {
        gaps: count(Count::Gaps),
        by_priority: Priority::ALL.map(|priority| count(Count::GapsOf(priority))),
        decided: count(Count::Decided),
        justified: count(Count::Justified),
        controls: count(Count::Controls),
        above: count(Count::AboveCriteria),
        unrated: count(Count::Unrated),
        awaiting: count(Count::Awaiting),
        overdue: count(Count::Overdue),
        next: next.map(|readiness| readiness.stage),
        days_left: next.and_then(|readiness| readiness.days_left),
        percent: next.map_or(0, |readiness| readiness.percent),
    }
}
