use super::*;
use crate::assess::{Above, Rated, RiskIssue as I};

fn fires(risk: &str, issue: fn(&I) -> bool) {
    assert!(risk_has(&with_risk(risk), issue), "{risk}: {:?}", the_risk(&with_risk(risk)).issues);
}

fn silent(risk: &str, issue: fn(&I) -> bool) {
    assert!(!risk_has(&with_risk(risk), issue), "{risk}");
}

fn set(field: &str, value: &str) -> String {
    with(RISK, field, value)
}

#[test]
fn a_sound_risk_has_no_issue() {
    assert_eq!(the_risk(&with_risk(RISK)).issues, []);
}

#[test]
fn ratings() {
    fires(&set("likelihood", "None"), |i| *i == I::Unrated);
    fires(&set("likelihood", "9"), |i| *i == I::OffScale);
    fires(&set("residual_likelihood", "9"), |i| *i == I::OffScale);
    fires(&set("residual_likelihood", "None"), |i| *i == I::ResidualUnrated);
    silent(RISK, |i| matches!(i, I::Unrated | I::OffScale | I::ResidualUnrated));
    fires(&with(&set("residual_likelihood", "4"), "residual_consequence", "5"), |i| {
        *i == I::ResidualHigher
    });
    fires(&with(&set("residual_likelihood", "5"), "residual_consequence", "5"), |i| {
        *i == I::NotAcceptable
    });
    silent(RISK, |i| matches!(i, I::ResidualHigher | I::NotAcceptable));
}

#[test]
fn a_rating_off_the_scale_is_kept_and_has_no_level() {
    let state = the_risk(&with_risk(&set("likelihood", "9")));
    assert_eq!(state.current.rated, Rated::OffScale);
    assert_eq!(state.current.likelihood, Some(9));
    assert!(state.unrated);
    let state = the_risk(&with_risk(&set("likelihood", "0")));
    assert_eq!(state.current.rated, Rated::OffScale);
}

#[test]
fn owners() {
    fires(&set("owner", "\"\""), |i| *i == I::NoOwner);
    fires(&set("owner", "\"IT\""), |i| *i == I::UnknownOwner);
    fires(&set("owner", "\"dora\""), |i| *i == I::OwnerLeft);
    silent(RISK, |i| matches!(i, I::NoOwner | I::UnknownOwner | I::OwnerLeft));
}

#[test]
fn treatment() {
    fires(&set("treatment", "Undecided"), |i| *i == I::TreatmentUndecided);
    let low = with(&with(&set("treatment", "Undecided"), "likelihood", "1"), "consequence", "1");
    silent(&low, |i| *i == I::TreatmentUndecided);

    fires(&set("controls", "[]"), |i| *i == I::ModifyWithoutControls);
    fires(&set("controls", "[\"8.99\"]"), |i| *i == I::SelectsUnknown);
    silent(RISK, |i| matches!(i, I::ModifyWithoutControls | I::SelectsUnknown));

    let excluded = world(RISK, &with(CONTROL, "applicable", "No"), ACTION);
    assert!(risk_has(&excluded, |i| matches!(i, I::SelectsExcluded { count: 1, .. })));
    silent(RISK, |i| matches!(i, I::SelectsExcluded { .. }));

    let retain = set("treatment", "Retain");
    fires(&retain, |i| *i == I::RetainLowers);
    fires(&retain, |i| *i == I::RetainWithControls);
    let plain = with(
        &with(&with(&retain, "controls", "[]"), "residual_likelihood", "3"),
        "residual_consequence",
        "4",
    );
    silent(&plain, |i| matches!(i, I::RetainLowers | I::RetainWithControls));

    let avoid = with(
        &with(&set("treatment", "Avoid"), "residual_likelihood", "3"),
        "residual_consequence",
        "4",
    );
    fires(&avoid, |i| *i == I::AvoidUnchanged);
    silent(&set("treatment", "Avoid"), |i| *i == I::AvoidUnchanged);
}

#[test]
fn plan() {
    let without = world(RISK, CONTROL, &with(ACTION, "owner", "\"\""));
    assert!(risk_has(&without, |i| *i == I::NoPlan));
    silent(RISK, |i| *i == I::NoPlan);
    let works =
        world(RISK, &with(CONTROL, "status", "Implemented"), &with(ACTION, "status", "Done"));
    assert!(!risk_has(&works, |i| *i == I::NoPlan));
    let late = world(RISK, CONTROL, &with(ACTION, "due", "\"2026-11-01\""));
    assert!(risk_has(&late, |i| *i == I::ActionOverdue(0)));
    silent(RISK, |i| matches!(i, I::ActionOverdue(_)));
}

#[test]
fn dates_and_description() {
    fires(&set("assessed", "None"), |i| *i == I::NeverAssessed);
    fires(&set("assessed", "\"2025-11-20\""), |i| *i == I::AssessmentOverdue(4));
    silent(RISK, |i| matches!(i, I::NeverAssessed | I::AssessmentOverdue(_)));
    fires(&format!("{RISK} review: \"2026-11-20\","), |i| *i == I::ReviewOverdue(4));
    silent(RISK, |i| matches!(i, I::ReviewOverdue(_)));
    fires(&set("properties", "[]"), |i| *i == I::NoProperty);
    silent(RISK, |i| *i == I::NoProperty);
    fires(&with(&set("elements", "[]"), "assets", "[]"), |i| *i == I::Orphan);
    fires(&set("elements", "[\"SC-2\"]"), |i| *i == I::OutOfScope);
    silent(&set("elements", "[\"SC-1\", \"SC-2\"]"), |i| matches!(i, I::Orphan | I::OutOfScope));
    let bare = with(&with(&set("cause", "\"\""), "event", "\"\""), "consequences", "\"\"");
    fires(&bare, |i| *i == I::NotDescribed);
    silent(RISK, |i| *i == I::NotDescribed);
}

#[test]
fn a_closed_risk_has_nothing_to_say() {
    let state = the_risk(&with_risk(&format!("{} status: Closed,", set("likelihood", "None"))));
    assert!(!state.open && !state.unrated && !state.awaiting);
    assert_eq!(state.issues, []);
    assert_eq!(state.above, Above::No);
}

#[test]
fn above_the_criteria_is_what_needs_a_decision() {
    assert_eq!(the_risk(&with_risk(RISK)).above, Above::Yes);
    let low = with(&with(RISK, "likelihood", "1"), "consequence", "1");
    let low = with(&with(&low, "residual_likelihood", "1"), "residual_consequence", "1");
    assert_eq!(the_risk(&with_risk(&low)).above, Above::No);
    let half = with(&low, "residual_likelihood", "None");
    let state = the_risk(&with_risk(&half));
    assert_eq!(state.above, Above::Unknown);
    assert!(state.unrated);
    let state = the_risk(&with_risk(&with(RISK, "consequence", "None")));
    assert!(state.unrated, "unrated today, whatever is promised for later");
}

#[test]
fn weak_knowledge_at_a_border_could_be_worse() {
    let weak = with(RISK, "knowledge", "Weak");
    assert!(the_risk(&with_risk(&weak)).could_be_worse);
    assert!(!the_risk(&with_risk(RISK)).could_be_worse);
    let top = with(&with(&weak, "likelihood", "5"), "consequence", "5");
    let top = with(&with(&top, "residual_likelihood", "5"), "residual_consequence", "5");
    assert!(!the_risk(&with_risk(&top)).could_be_worse, "nothing is worse than the highest level");
}

#[test]
fn the_residual_level_is_a_target_until_its_controls_work() {
    assert!(the_risk(&with_risk(RISK)).residual_is_target);
    let implemented = with(CONTROL, "status", "Implemented");
    assert!(the_risk(&world(RISK, &implemented, ACTION)).residual_is_target, "not demonstrated");
    let evidence =
        r#"evidence: [(id: "E-1", kind: Log, supports: ["8.8"], obtained: "2026-10-01")],"#;
    let shown = |control: &str| {
        isms(&[
            (File::Isms, FRAME),
            (File::Risks, &format!("risks: [({RISK})],")),
            (File::Controls, &format!("controls: [({control})],")),
            (File::Evidence, evidence),
        ])
    };
    assert!(!the_risk(&shown(&implemented)).residual_is_target);
    assert!(the_risk(&shown(CONTROL)).residual_is_target);
}

#[test]
fn links_go_both_ways() {
    let world = with_risk(RISK);
    let found = judged(&world);
    let patch = world.row(Kind::Control, "8.8").unwrap();
    let logs = world.row(Kind::Control, "8.15").unwrap();
    assert_eq!(found.links.control(patch).treating, [0]);
    assert_eq!(found.links.control(logs).existing, [0]);
    assert_eq!(found.links.control(patch).actions, [0]);
    assert_eq!(found.links.risk_at(0).actions, [0]);
    assert_eq!(found.links.elements, [vec![0], vec![]]);
    let owned = crate::assess::owned_by(&world, "emil");
    let owned: Vec<_> = owned.iter().map(|(kind, _, field)| (*kind, field.key)).collect();
    assert_eq!(owned, [(Kind::Control, "owner"), (Kind::Action, "owner")]);
}
