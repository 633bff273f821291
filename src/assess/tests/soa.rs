//! Objections to the SoA as a document, and how an entry is carried over: one fixture that fires, one that doesn't.

use super::*;
use crate::{
    assess::{SoaIssue as S, decide},
    change::{Change, apply, reassessing, roll_forward},
    isms::At,
};

const HEAD: &str = "version: \"1.0\", date: \"2026-11-01\", owner: \"anna\",";
const ROW: &str = r#"(id: "8.8", applicable: Yes, justification: "Code of others is built in.", status: Partial),"#;

fn soa(head: &str, rows: &str) -> Isms {
    let text = format!("soa: ({head}), controls: [{rows}],");
    isms(&[(File::Isms, FRAME), (File::Controls, &text)])
}

fn issues(isms: &Isms) -> Vec<S> {
    judged(isms).soa_issues
}

fn has(isms: &Isms, issue: fn(&S) -> bool) -> bool {
    issues(isms).iter().any(issue)
}

#[test]
fn the_header_is_complete_or_named() {
    let whole = soa(HEAD, ROW);
    assert!(!has(&whole, |i| matches!(i, S::NoVersion | S::NoDate | S::NoOwner | S::OwnerLeft)));
    let bare = soa("", ROW);
    for issue in [S::NoVersion, S::NoDate, S::NoOwner] {
        assert!(issues(&bare).contains(&issue), "{issue:?}");
    }
    assert!(has(&soa(&HEAD.replace("anna", "dora"), ROW), |i| *i == S::OwnerLeft));
}

#[test]
fn rows_are_counted() {
    // the other 92 controls of Annex A are undecided
    let isms = soa(HEAD, ROW);
    assert!(has(&isms, |i| *i == S::Undecided(92)));
    assert!(!has(&isms, |i| matches!(i, S::Unjustified(_) | S::StatusUnstated(_) | S::Carried(_))));
    let open =
        r#"(id: "8.8", applicable: Yes), (id: "8.9", applicable: No, justification: "N/A"),"#;
    assert!(has(&soa(HEAD, open), |i| *i == S::Unjustified(2)));
    assert!(has(&soa(HEAD, open), |i| *i == S::StatusUnstated(1)));
    let carried = ROW.replace("status", "carried: true, status");
    assert!(has(&soa(HEAD, &carried), |i| *i == S::Carried(1)));
}

#[test]
fn what_is_too_good_is_not_believed() {
    let rows = |status: &str| -> String {
        let ids = standard().controls().iter().map(|control| control.id);
        ids.map(|id| format!("(id: {id:?}, applicable: Yes, status: {status}),")).collect()
    };
    assert!(has(&soa(HEAD, &rows("Implemented")), |i| *i == S::TooGood));
    assert!(!has(&soa(HEAD, &rows("Partial")), |i| *i == S::TooGood));
}

fn approved_on(made: &str, isms: &Isms) -> String {
    let act = Act { by: "carl", made: day(made), ..act(DecisionKind::PlanApproval, "") };
    write(&decide::approval(isms, Kind::Soa, &act, today()).unwrap(), "", "\n")
}

#[test]
fn an_approval_is_held_to_what_it_approved() {
    let approval = approved_on("2026-11-02", &soa(HEAD, ROW));
    let head = format!("{HEAD} approvals: [{approval}],");
    assert!(has(&soa(&head, ROW), |i| *i == S::ApprovedUndecided(92)));
    assert!(!has(&soa(HEAD, ROW), |i| matches!(i, S::ApprovedUndecided(_))));

    assert!(!has(&soa(&head, ROW), |i| *i == S::SameVersion));
    let other = ROW.replace("Partial", "Planned");
    assert!(has(&soa(&head, &other), |i| *i == S::SameVersion));
    let next = head.replacen("version: \"1.0\"", "version: \"1.1\"", 1);
    assert!(!has(&soa(&next, &other), |i| *i == S::SameVersion));
}

#[test]
fn an_approval_before_the_last_assessment_is_named() {
    let with = |made: &str| {
        let approval = approved_on(made, &soa(HEAD, ROW));
        let text = format!("soa: ({HEAD} approvals: [{approval}]), controls: [{ROW}],");
        let risks = format!("risks: [({RISK})],");
        isms(&[(File::Isms, FRAME), (File::Controls, &text), (File::Risks, &risks)])
    };
    let early = |i: &S| matches!(i, S::ApprovedBefore { .. });
    assert!(has(&with("2026-08-31"), early));
    assert!(!has(&with("2026-09-01"), early));
}

#[test]
fn every_objection_is_a_sentence() {
    for issue in [
        S::NoVersion,
        S::NoDate,
        S::NoOwner,
        S::OwnerLeft,
        S::Undecided(1),
        S::Unjustified(2),
        S::StatusUnstated(3),
        S::Carried(1),
        S::ApprovedUndecided(1),
        S::ApprovedUndecided(4),
        S::ApprovedBefore { approved: today(), assessed: today() },
        S::SameVersion,
        S::TooGood,
    ] {
        let words = issue.sentence();
        assert!(words.ends_with('.') && !words.starts_with(char::is_lowercase), "{words}");
    }
}

#[test]
fn a_new_version_carries_what_is_decided_and_touching_reassesses() {
    let mut isms = soa(HEAD, ROW);
    let roll = roll_forward(&isms, "2.0", today());
    apply(&mut isms, standard(), &roll).unwrap();
    assert_eq!(&*isms.soa.only().version, "2.0");
    assert!(isms.controls.get("8.8").unwrap().carried);
    assert!(!isms.controls.get("8.9").unwrap().carried, "nobody decided it");

    let at = At::new(Kind::Control, "8.8");
    let set = |field: &str, value: Value| Change::set(&isms, &at, field, value).unwrap();
    let touched = set("how", Value::Text("Weekly.".into()));
    let more = reassessing(&isms, &[touched], today());
    assert_eq!(more.len(), 2, "{more:?}");
    let note = set("notes", Value::Text("Ask again.".into()));
    assert_eq!(reassessing(&isms, &[note], today()), []);
}

#[test]
fn an_excluded_control_that_is_owed_and_a_short_text_are_seen() {
    use crate::assess::ControlIssue as I;
    let owed =
        r#"(id: "5.31", applicable: No, justification: "There are no laws for us at all."),"#;
    assert!(control_has(&soa(HEAD, owed), "5.31", |i| matches!(i, I::ExcludedButOwed { .. })));
    assert!(!control_has(&soa(HEAD, &owed.replace("5.31", "8.4")), "8.4", |i| {
        matches!(i, I::ExcludedButOwed { .. })
    }));
    let short = r#"(id: "8.4", applicable: Yes, justification: "Code"),"#;
    assert!(control_has(&soa(HEAD, short), "8.4", |i| *i == I::ShortText));
    let long = short.replace("Code", "Our code is what we sell.");
    assert!(!control_has(&soa(HEAD, &long), "8.4", |i| *i == I::ShortText));
    // a record behind it says more than a text could
    let backed =
        short.replace("8.4", "5.31").replace("justification", "reasons: [Legal], justification");
    assert!(!control_has(&soa(HEAD, &backed), "5.31", |i| *i == I::ShortText));
}
