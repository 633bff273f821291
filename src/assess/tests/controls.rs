use super::*;
use crate::assess::{ControlIssue as I, Demonstrated};
use crate::isms::{Fact, Reason, Status};

fn soa(control: &str) -> Isms {
    isms(&[(File::Isms, FRAME), (File::Controls, &format!("controls: [({control})],"))])
}

fn fires(control: &str, id: &str, issue: fn(&I) -> bool) {
    assert!(control_has(&soa(control), id, issue), "{control}");
}

fn silent(control: &str, id: &str, issue: fn(&I) -> bool) {
    assert!(!control_has(&soa(control), id, issue), "{control}");
}

#[test]
fn decisions_of_the_soa() {
    fires(r#"id: "8.4""#, "8.4", |i| *i == I::Undecided);
    silent(r#"id: "8.4", applicable: Yes"#, "8.4", |i| *i == I::Undecided);

    fires(r#"id: "8.4", applicable: No"#, "8.4", |i| *i == I::ExcludedUnjustified);
    fires(r#"id: "8.4", applicable: No, justification: "N/A""#, "8.4", |i| {
        *i == I::ExcludedWithoutReason
    });
    fires(r#"id: "8.4", applicable: No, justification: "too small""#, "8.4", |i| {
        *i == I::ExcludedWithoutReason
    });
    let real = r#"id: "8.4", applicable: No, justification: "No source code exists here at all.""#;
    silent(real, "8.4", |i| matches!(i, I::ExcludedUnjustified | I::ExcludedWithoutReason));
    assert!(control(&soa(real), "8.4").justified);

    fires(r#"id: "8.4", applicable: Yes"#, "8.4", |i| *i == I::IncludedUnjustified);
    let bare = r#"id: "8.4", applicable: Yes, reasons: [Business]"#;
    fires(bare, "8.4", |i| *i == I::ReasonsUnsupported);
    assert!(!control(&soa(bare), "8.4").justified);
    let said = r#"id: "8.4", applicable: Yes, reasons: [Business], justification: "Customers read our code.""#;
    silent(said, "8.4", |i| matches!(i, I::IncludedUnjustified | I::ReasonsUnsupported));
    assert!(control(&soa(said), "8.4").justified);
}

#[test]
fn reasons_need_something_behind_them() {
    fires(r#"id: "8.4", applicable: Yes, reasons: [Risk]"#, "8.4", |i| *i == I::NoRisk);
    assert!(!control_has(&with_risk(RISK), "8.8", |i| *i == I::NoRisk));

    fires(r#"id: "8.4", applicable: Yes, reasons: [Legal]"#, "8.4", |i| {
        *i == I::NoObligation(Reason::Legal)
    });
    silent(r#"id: "5.31", applicable: Yes, reasons: [Legal]"#, "5.31", |i| {
        matches!(i, I::NoObligation(_))
    });

    assert!(control(&soa(r#"id: "8.4", applicable: Yes, reasons: [Risk]"#), "8.4").orphan);
    assert!(!control(&soa(r#"id: "8.4", applicable: Yes, reasons: [Business]"#), "8.4").orphan);
    assert!(!control(&soa(r#"id: "5.31", applicable: Yes"#), "5.31").orphan);
    assert!(!control(&with_risk(RISK), "8.8").orphan);
}

#[test]
fn exclusions_meet_treatments_and_facts() {
    let excluded = with(CONTROL, "applicable", "No");
    let world = world(RISK, &excluded, ACTION);
    assert!(control_has(&world, "8.8", |i| matches!(
        i,
        I::ExcludedButSelected { risk: 0, count: 1 }
    )));
    let closed = format!("{RISK} status: Closed,");
    let world = super::world(&closed, &excluded, ACTION);
    assert!(!control_has(&world, "8.8", |i| matches!(i, I::ExcludedButSelected { .. })));

    let cloud = r#"id: "5.23", applicable: No, justification: "Nothing of ours runs elsewhere.""#;
    fires(cloud, "5.23", |i| *i == I::ContradictsFact(Fact::Cloud));
    let duty = r#"id: "5.31", applicable: No, justification: "No law binds us in any way.""#;
    fires(duty, "5.31", |i| matches!(i, I::ExcludedButOwed { obligation: 0, count: 1 }));
    silent(cloud, "5.23", |i| matches!(i, I::ExcludedButOwed { .. }));
    let premises = r#"id: "7.1", applicable: No, justification: "There are no own premises.""#;
    silent(premises, "7.1", |i| matches!(i, I::ContradictsFact(_)));
}

#[test]
fn facts_speak_for_and_against() {
    let control = |facts: &str, control: &str, id: &str| {
        let isms =
            isms(&[(File::Isms, facts), (File::Controls, &format!("controls: [({control})],"))]);
        super::control(&isms, id)
    };
    let excluded = r#"id: "5.19", applicable: No, justification: "Nobody supplies anything here.""#;
    let supplier = r#"elements: [(id: "SC-1", kind: Supplier)],"#;
    let shown = |i: &I| matches!(i, I::ContradictsElement { fact: Fact::Suppliers, element: 0 });
    assert!(control(supplier, excluded, "5.19").issues.iter().any(shown));
    assert!(!control("elements: [(id: \"SC-1\")],", excluded, "5.19").issues.iter().any(shown));
    assert!(control(supplier, excluded, "5.19").contradicts_fact());
    let absent = "organisation: (absent: [Suppliers]),";
    assert!(!control(absent, excluded, "5.19").contradicts_fact());
    assert!(control(absent, excluded, "5.19").justified);
    let applies = r#"id: "5.19", applicable: Yes"#;
    let needless = |i: &I| *i == I::AppliesThoughAbsent(Fact::Suppliers);
    assert!(control(absent, applies, "5.19").issues.iter().any(needless));
    assert!(!control("", applies, "5.19").issues.iter().any(needless));
    let owed = format!("{absent} obligations: [(id: \"OB-1\", controls: [\"5.19\"])],");
    assert!(!control(&owed, applies, "5.19").issues.iter().any(needless));
}

#[test]
fn status_and_plan() {
    fires(r#"id: "8.4", applicable: Yes"#, "8.4", |i| *i == I::StatusUnstated);
    fires(r#"id: "8.4", applicable: Yes, status: Planned"#, "8.4", |i| {
        *i == I::NoAction(Status::Planned)
    });
    let world = with_risk(RISK);
    assert!(control_has(&world, "8.8", |i| *i == I::InProgress(Status::Partial)));
    assert!(!control_has(&world, "8.8", |i| matches!(i, I::NoAction(_))));
    for lack in [
        with(ACTION, "owner", "\"\""),
        with(ACTION, "status", "Done"),
        with(ACTION, "owner", "\"dora\""),
    ] {
        let world = super::world(RISK, CONTROL, &lack);
        assert!(control_has(&world, "8.8", |i| *i == I::NoAction(Status::Partial)), "{lack}");
    }
}

#[test]
fn upkeep() {
    fires(r#"id: "8.4", applicable: Yes"#, "8.4", |i| *i == I::NoOwner);
    silent(r#"id: "8.4", applicable: Yes, owner: "emil""#, "8.4", |i| *i == I::NoOwner);
    fires(r#"id: "8.4", applicable: Yes, owner: "dora""#, "8.4", |i| *i == I::OwnerLeft);
    silent(r#"id: "8.4", applicable: Yes, owner: "emil""#, "8.4", |i| *i == I::OwnerLeft);

    let late = r#"id: "8.4", applicable: Yes, status: Planned, due: "2026-11-23""#;
    fires(late, "8.4", |i| *i == I::Overdue(1));
    silent(&with(late, "due", "\"2026-11-24\""), "8.4", |i| matches!(i, I::Overdue(_)));
    silent(&with(late, "status", "Implemented"), "8.4", |i| matches!(i, I::Overdue(_)));

    fires(r#"id: "8.4", carried: true"#, "8.4", |i| *i == I::Carried);
    silent(r#"id: "8.4", carried: true, reassessed: "Looked at, holds.""#, "8.4", |i| {
        *i == I::Carried
    });
    silent(r#"id: "8.4""#, "8.4", |i| *i == I::Carried);

    fires(r#"id: "8.4", next_review: "2026-11-20""#, "8.4", |i| *i == I::ReviewOverdue(4));
    fires(r#"id: "8.4", last_review: "2025-11-20""#, "8.4", |i| *i == I::ReviewOverdue(4));
    silent(r#"id: "8.4", next_review: "2026-12-20", last_review: "2025-01-01""#, "8.4", |i| {
        matches!(i, I::ReviewOverdue(_))
    });

    fires(r#"id: "8.4", applicable: Yes, operated_by: Provider"#, "8.4", |i| *i == I::NoProvider);
    silent(r#"id: "8.4", applicable: Yes, operated_by: Shared, provider: "SC-1""#, "8.4", |i| {
        *i == I::NoProvider
    });

    fires(r#"id: "8.4", applicable: Yes, maturity: 1, target: 3"#, "8.4", |i| {
        *i == I::BelowTarget { now: 1, target: 3 }
    });
    silent(r#"id: "8.4", applicable: Yes, maturity: 3, target: 3"#, "8.4", |i| {
        matches!(i, I::BelowTarget { .. })
    });
}

#[test]
fn the_same_text_on_ten_rows() {
    let rows = |count: usize| -> String {
        let row = |n| {
            format!(
                "(id: \"7.{n}\", applicable: No, justification: \"We work remotely, no office.\"),"
            )
        };
        let rows: String = (1..=count).map(row).collect();
        format!("controls: [{rows}],")
    };
    let ten = isms(&[(File::Controls, &rows(10))]);
    assert!(control_has(&ten, "7.1", |i| *i == I::SameText(10)));
    let nine = isms(&[(File::Controls, &rows(9))]);
    assert!(!control_has(&nine, "7.1", |i| matches!(i, I::SameText(_))));
}

fn shown(id: &str, evidence: &str) -> Isms {
    let control = format!("controls: [(id: {id:?}, applicable: Yes, status: Implemented)],");
    isms(&[(File::Controls, &control), (File::Evidence, evidence)])
}

#[test]
fn implemented_is_not_yet_demonstrated() {
    let none = shown("8.4", "");
    assert!(control_has(&none, "8.4", |i| *i == I::NoEvidence));

    let fresh = shown(
        "8.4",
        r#"evidence: [(id: "E-1", kind: Log, supports: ["8.4"], obtained: "2026-10-01")],"#,
    );
    let state = control(&fresh, "8.4");
    assert_eq!(state.demonstrated, Demonstrated::Yes);
    let about = |i: &I| matches!(i, I::NoEvidence | I::EvidenceLapsed | I::OnlyDocuments);
    assert!(!state.issues.iter().any(about));

    let old = shown(
        "8.4",
        r#"evidence: [(id: "E-1", kind: Log, supports: ["8.4"], obtained: "2025-10-01")],"#,
    );
    assert_eq!(control(&old, "8.4").demonstrated, Demonstrated::Lapsed);
    assert!(control_has(&old, "8.4", |i| *i == I::EvidenceLapsed));

    let paper =
        r#"evidence: [(id: "E-1", kind: Document, supports: ["8.4"], obtained: "2026-10-01")],"#;
    assert!(control_has(&shown("8.4", paper), "8.4", |i| *i == I::OnlyDocuments));
    assert!(!control(&shown("8.4", paper), "8.4").works());
    // 5.37 is about documents: there a document shows it
    assert!(control(&shown("5.37", &paper.replace("8.4", "5.37")), "5.37").works());
}

#[test]
fn every_issue_has_a_sentence() {
    let world = with_risk(RISK);
    let all = [
        I::Undecided,
        I::ExcludedUnjustified,
        I::ExcludedWithoutReason,
        I::ExcludedButSelected { risk: 0, count: 3 },
        I::ContradictsFact(Fact::Cloud),
        I::IncludedUnjustified,
        I::ReasonsUnsupported,
        I::NoRisk,
        I::NoObligation(Reason::Legal),
        I::StatusUnstated,
        I::NoAction(Status::Planned),
        I::InProgress(Status::Partial),
        I::SameText(12),
        I::NoOwner,
        I::OwnerLeft,
        I::Overdue(1),
        I::Carried,
        I::NoEvidence,
        I::EvidenceLapsed,
        I::OnlyDocuments,
        I::NoProvider,
        I::ReviewOverdue(3),
        I::BelowTarget { now: 1, target: 2 },
    ];
    for issue in all {
        let sentence = issue.sentence(&world);
        assert!(sentence.ends_with('.') && sentence.starts_with(char::is_uppercase), "{sentence}");
    }
    let selected = I::ExcludedButSelected { risk: 0, count: 3 }.sentence(&world);
    assert_eq!(selected, "Excluded, but the treatment of R-1 and 2 more select it.");
}

#[test]
fn the_highest_risk_counts_open_risks_only() {
    assert_eq!(control(&with_risk(RISK), "8.8").highest_risk, Some(2));
    let closed = format!("{RISK} status: Closed,");
    assert_eq!(control(&with_risk(&closed), "8.8").highest_risk, None);
    let unrated = with(RISK, "likelihood", "None");
    let state = control(&with_risk(&unrated), "8.8");
    assert!(state.unrated_risk);
    assert_eq!(state.highest_risk, None);
}
