use super::*;
use crate::assess::{ActionIssue as A, NonconformityIssue as N, may_close};

const FINDING: &str = "grade: Minor, description: \"No log\", correction: \"Log switched on\", cause: \"Forgotten at setup\", similar: \"None found\", action: \"Setup checks it\", owner: \"emil\", due: \"2027-01-01\",";

fn finding(fields: &str) -> Vec<N> {
    let text = format!("nonconformities: [(id: \"NC-1\", {fields})],");
    judged(&isms(&[(File::Isms, FRAME), (File::Actions, &text)])).nonconformities.remove(0).issues
}

#[test]
fn each_step_of_10_2_is_asked_for() {
    assert_eq!(finding(FINDING), []);
    for (field, value, issue) in [
        ("correction", "\"\"", N::NoCorrection),
        ("cause", "\" \"", N::NoCause),
        ("cause", "\"no log\"", N::CauseRepeats),
        ("similar", "\"\"", N::NoSimilar),
        ("action", "\"\"", N::NoAction),
        ("owner", "\"\"", N::NoOwner),
        ("due", "None", N::NoDate),
        ("due", "\"2026-11-20\"", N::Overdue(4)),
    ] {
        assert_eq!(finding(&with(FINDING, field, value)), [issue], "{field}");
    }
}

#[test]
fn the_effect_is_reviewed_after_the_action_and_before_closing() {
    let done = format!("{FINDING} done: \"2026-10-01\",");
    assert_eq!(finding(&done), [N::NotReviewed]);
    let early = format!("{done} reviewed: \"2026-09-01\", effective: Yes,");
    assert_eq!(finding(&early), [N::ReviewedTooEarly]);
    let reviewed = format!("{done} reviewed: \"2026-11-01\", effective: Yes,");
    assert_eq!(finding(&reviewed), []);
    assert_eq!(finding(&with(&reviewed, "effective", "No")), [N::NotEffective]);
    assert_eq!(finding(&format!("{reviewed} status: Closed, closed: \"2026-11-02\",")), []);
    let hasty = finding(&format!("{FINDING} status: Closed,"));
    assert_eq!(hasty, [N::NotReviewed, N::ClosedTooEarly]);
}

#[test]
fn closing_needs_cause_action_and_review() {
    let closable = |fields: &str| {
        let text = format!("nonconformities: [(id: \"NC-1\", {fields})],");
        may_close(isms(&[(File::Actions, &text)]).nonconformities.row(0).unwrap())
    };
    assert!(closable(FINDING).unwrap_err().contains("effect"));
    assert_eq!(closable(&format!("{FINDING} reviewed: \"2026-11-01\", effective: Yes,")), Ok(()));
    assert_eq!(closable("grade: Opportunity"), Ok(()));
}

#[test]
fn observations_are_not_bound_by_10_2() {
    assert_eq!(finding("grade: Observation"), []);
}

fn action(fields: &str) -> Vec<A> {
    let text = format!("actions: [({fields})],");
    judged(&isms(&[(File::Isms, FRAME), (File::Actions, &text)])).actions.remove(0).issues
}

#[test]
fn actions() {
    assert_eq!(action(ACTION), []);
    assert_eq!(action(&with(ACTION, "owner", "\"\"")), [A::NoOwner]);
    assert_eq!(action(&with(ACTION, "owner", "\"dora\"")), [A::OwnerLeft]);
    assert_eq!(action(&with(ACTION, "due", "None")), [A::NoDate]);
    assert_eq!(action(&with(ACTION, "due", "\"2026-11-20\"")), [A::Overdue(4)]);
    let done = with(ACTION, "status", "Done");
    assert_eq!(action(&done), [A::DoneWithoutDate, A::DoneWithoutEvidence]);
    let gap = with(&done, "kind", "Gap");
    assert_eq!(action(&format!("{gap} done: \"2026-11-01\",")), []);
}
