//! Nonconformities: what 10.2 asks for between finding and closing one.

use super::{
    calendar::{days_in_words, days_past},
    cx::Cx,
    weight::sentence,
};
use crate::isms::{Effective, Grade, Nonconformity, NonconformityStatus, Source};
use chrono::NaiveDate;

/// What is judged of one nonconformity.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NonconformityState {
    /// Major or minor: 10.2 holds in full. Observations and opportunities are only listed.
    pub binding: bool,
    /// It is not closed, or was closed without what closing needs.
    pub open: bool,
    /// The corrective action is late by so many days.
    pub overdue: Option<i64>,
    /// It came out of stage 1.
    pub from_stage1: bool,
    /// What is missing.
    pub issues: Vec<NonconformityIssue>,
}

/// What may be missing in a nonconformity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NonconformityIssue {
    /// Nobody dealt with the case itself (10.2 a).
    NoCorrection,
    /// The cause is not known (10.2 b 2).
    NoCause,
    /// The cause repeats the description (10.2 b 2).
    CauseRepeats,
    /// Nobody looked for similar cases (10.2 b 3).
    NoSimilar,
    /// Nothing removes the cause (10.2 c).
    NoAction,
    /// Nobody answers for it.
    NoOwner,
    /// There is no date by when.
    NoDate,
    /// It is late by so many days.
    Overdue(i64),
    /// The action is done and its effect was not reviewed (10.2 d).
    NotReviewed,
    /// The effect was reviewed before the action was done.
    ReviewedTooEarly,
    /// The review found that it did not work.
    NotEffective,
    /// It is closed without cause, action and review of effectiveness.
    ClosedTooEarly,
}

impl NonconformityIssue {
    /// What is the matter, as a sentence.
    pub fn sentence(self) -> String {
        use NonconformityIssue::*;
        sentence(&match self {
            NoCorrection => "nothing was done about the case itself (10.2 a)".to_string(),
            NoCause => "the cause is not known (10.2 b 2)".to_string(),
            CauseRepeats => "the cause only repeats the description (10.2 b 2)".to_string(),
            NoSimilar => "nobody looked for similar cases (10.2 b 3)".to_string(),
            NoAction => "there is no corrective action (10.2 c)".to_string(),
            NoOwner => "nobody answers for it".to_string(),
            NoDate => "there is no date by when".to_string(),
            Overdue(days) => format!("overdue by {}", days_in_words(days)),
            NotReviewed => {
                "the action is done, but its effect was not reviewed (10.2 d)".to_string()
            }
            ReviewedTooEarly => "the effect was reviewed before the action was done".to_string(),
            NotEffective => "the review found that the action did not work".to_string(),
            ClosedTooEarly => {
                "closed without cause, corrective action and review of its effect".to_string()
            }
        })
    }
}

/// Whether a nonconformity may be closed (10.2).
///
/// # Errors
/// The sentence says what is missing.
pub fn may_close(found: &Nonconformity) -> Result<(), String> {
    if !is_binding(found) {
        return Ok(());
    }
    let lacks: Vec<&str> = [
        (found.cause.trim().is_empty(), "a cause"),
        (found.action.trim().is_empty(), "a corrective action"),
        (found.reviewed.is_none(), "the date of the review of its effect"),
        (found.effective != Effective::Yes, "a review that found it effective"),
    ]
    .into_iter()
    .filter_map(|(missing, what)| missing.then_some(what))
    .collect();
    if lacks.is_empty() {
        return Ok(());
    }
    Err(format!("It can't be closed yet: it lacks {} (10.2).", lacks.join(", ")))
}

fn is_binding(found: &Nonconformity) -> bool {
    matches!(found.grade, Grade::Minor | Grade::Major)
}

/// All nonconformities, in the order of their rows.
pub(super) fn all(cx: Cx<'_>) -> Vec<NonconformityState> {
    cx.isms.nonconformities.rows().iter().map(|found| state(found, cx.today)).collect()
}

fn state(found: &Nonconformity, today: NaiveDate) -> NonconformityState {
    use NonconformityIssue::*;
    let binding = is_binding(found);
    let closed = found.status == NonconformityStatus::Closed || found.closed.is_some();
    let closable = may_close(found).is_ok();
    let finished = closed || found.done.is_some();
    let overdue = found.due.filter(|_| !finished).and_then(|due| days_past(due, today));
    let mut issues = Vec::new();
    let mut note = |wrong: bool, issue| {
        if wrong {
            issues.push(issue);
        }
    };
    let empty = |text: &str| text.trim().is_empty();
    let repeats = !empty(&found.cause)
        && (same(&found.cause, &found.description) || same(&found.cause, &found.title));
    let done = finished || found.status == NonconformityStatus::ActionDone;
    let early = matches!((found.reviewed, found.done), (Some(at), Some(done)) if at < done);
    note(binding && empty(&found.correction), NoCorrection);
    note(binding && empty(&found.cause), NoCause);
    note(binding && repeats, CauseRepeats);
    note(binding && empty(&found.similar), NoSimilar);
    note(binding && empty(&found.action), NoAction);
    note(binding && !closed && empty(&found.owner), NoOwner);
    note(binding && !finished && found.due.is_none(), NoDate);
    note(overdue.is_some(), Overdue(overdue.unwrap_or_default()));
    let reviewed = found.reviewed.is_some() && found.effective != Effective::NotReviewed;
    note(binding && done && !reviewed, NotReviewed);
    note(binding && early, ReviewedTooEarly);
    note(binding && found.effective == Effective::No, NotEffective);
    note(closed && !closable, ClosedTooEarly);
    NonconformityState {
        binding,
        open: !closed || !closable,
        overdue,
        from_stage1: found.source == Source::Stage1,
        issues,
    }
}

fn same(left: &str, right: &str) -> bool {
    left.trim().eq_ignore_ascii_case(right.trim())
}
