use super::*;
use crate::assess::{DecisionFlag as F, DecisionState as S, decide::may};
use DecisionKind::*;

/// What remains is high: management has to accept as well.
fn high() -> String {
    with(&with(RISK, "residual_likelihood", "3"), "residual_consequence", "4")
}

fn decided(acts: &[Act<'_>]) -> Isms {
    decided_on(RISK, acts)
}

fn decided_on(risk: &str, acts: &[Act<'_>]) -> Isms {
    let mut decisions = Vec::new();
    for act in acts {
        let so_far = with_risk(&deciding(risk, &decisions));
        decisions.push(made(&so_far, act));
    }
    with_risk(&deciding(risk, &decisions))
}

fn acceptance(isms: &Isms) -> S {
    the_risk(isms).acceptance
}

#[test]
fn an_undecided_risk_awaits_both_acts_of_its_owner() {
    let state = the_risk(&with_risk(RISK));
    assert_eq!(
        (state.plan, state.acceptance, state.management),
        (S::Awaiting, S::Awaiting, S::NotNeeded)
    );
    assert!(state.awaiting);
    let state = the_risk(&with_risk(&high()));
    assert_eq!(state.management, S::Awaiting);
}

#[test]
fn accepted_within_the_time_that_the_level_allows() {
    let world = decided(&[act(PlanApproval, "anna"), act(ResidualAcceptance, "anna")]);
    let state = the_risk(&world);
    assert_eq!(state.plan, S::Accepted { until: None });
    assert_eq!(state.acceptance, S::Accepted { until: Some(day("2027-11-01")) });
    assert!(!state.awaiting);
    assert_eq!(state.flags, []);
}

#[test]
fn what_is_accepted_by_default_needs_only_the_plan() {
    let low = with(&with(RISK, "residual_likelihood", "1"), "residual_consequence", "1");
    let state = the_risk(&with_risk(&low));
    assert_eq!((state.plan, state.acceptance), (S::Awaiting, S::NotNeeded));
    let retained = with(&with(&low, "treatment", "Retain"), "controls", "[]");
    assert_eq!(the_risk(&with_risk(&retained)).plan, S::NotNeeded);
}

#[test]
fn without_a_treatment_there_is_nothing_to_decide_on() {
    let state = the_risk(&with_risk(&with(RISK, "treatment", "Undecided")));
    assert_eq!((state.plan, state.acceptance), (S::TooEarly, S::TooEarly));
    assert!(!state.awaiting);
}

#[test]
fn a_level_that_nobody_may_accept_is_never_accepted() {
    let worst = with(&with(RISK, "residual_likelihood", "5"), "residual_consequence", "5");
    let world =
        decided_on(&worst, &[act(ResidualAcceptance, "anna"), act(ManagementAcceptance, "carl")]);
    assert!(matches!(acceptance(&world), S::NotAuthorised { .. }));
    assert!(the_risk(&world).awaiting);
}

#[test]
fn management_accepts_above_its_threshold() {
    let world = decided_on(&high(), &[act(ResidualAcceptance, "anna")]);
    assert_eq!(the_risk(&world).management, S::Awaiting);
    let world = decided_on(&high(), &[act(ManagementAcceptance, "carl")]);
    assert!(matches!(the_risk(&world).management, S::Accepted { .. }));
    let world = decided_on(&high(), &[act(ManagementAcceptance, "anna")]);
    assert!(matches!(the_risk(&world).management, S::NotAuthorised { .. }));
}

#[test]
fn only_the_owner_accepts() {
    for by in ["carl", "emil", "nobody", "dora"] {
        let world = decided(&[act(ResidualAcceptance, by)]);
        assert!(matches!(acceptance(&world), S::NotAuthorised { .. }), "{by}");
    }
}

#[test]
fn an_acceptance_ends() {
    let mut short = act(ResidualAcceptance, "anna");
    short.until = Some(day("2026-11-23"));
    assert_eq!(acceptance(&decided(&[short.clone()])), S::Expired { on: day("2026-11-23") });
    short.until = Some(day("2026-11-24"));
    assert!(matches!(acceptance(&decided(&[short])), S::Accepted { .. }));
    let mut old = act(ResidualAcceptance, "anna");
    old.made = day("2025-11-01");
    assert_eq!(acceptance(&decided(&[old])), S::Expired { on: day("2026-11-01") });
}

#[test]
fn a_date_to_come_accepts_nothing() {
    let mut early = act(ResidualAcceptance, "anna");
    early.made = day("2026-11-25");
    assert!(matches!(acceptance(&decided(&[early])), S::NotAuthorised { .. }));
}

#[test]
fn revoked_by_the_latest_or_by_digest() {
    let accepted = act(ResidualAcceptance, "anna");
    let world = decided(&[accepted.clone(), act(Revocation, "anna")]);
    assert_eq!(acceptance(&world), S::Revoked);
    // the latest is the plan: the acceptance stays
    let world = decided(&[accepted.clone(), act(PlanApproval, "anna"), act(Revocation, "anna")]);
    assert!(matches!(acceptance(&world), S::Accepted { .. }));
    assert_eq!(the_risk(&world).plan, S::Revoked);
    // by digest: the acceptance, though the plan is later
    let digest = world.risks.row(0).unwrap().decisions[0].digest.clone();
    let mut by_digest = act(Revocation, "anna");
    by_digest.revokes = &digest;
    let world = decided(&[accepted.clone(), act(PlanApproval, "anna"), by_digest]);
    assert_eq!(acceptance(&world), S::Revoked);
    assert!(matches!(the_risk(&world).plan, S::Accepted { .. }));
    // accepted once more
    let world = decided(&[accepted.clone(), act(Revocation, "anna"), accepted]);
    assert!(matches!(acceptance(&world), S::Accepted { .. }));
}

#[test]
fn sent_back_until_decided_again() {
    let accepted = act(ResidualAcceptance, "anna");
    let mut back = act(SentBack, "carl");
    back.note = "Too dear.";
    let note = "Too dear.".to_string();
    assert_eq!(
        acceptance(&decided(&[accepted.clone(), back.clone()])),
        S::SentBack { note: note.clone() }
    );
    assert_eq!(acceptance(&decided(&[back.clone()])), S::SentBack { note });
    assert!(matches!(acceptance(&decided(&[back, accepted])), S::Accepted { .. }));
}

#[test]
fn a_decision_written_by_hand_is_held_to_its_level_and_dates() {
    let hand = |level: &str, by: &str| {
        let decision = format!(
            "(kind: ResidualAcceptance, by: {by:?}, made: \"2026-11-01\", recorded: \"2026-11-01\", level: {level:?})"
        );
        with_risk(&deciding(RISK, &[decision]))
    };
    let state = the_risk(&hand("medium", "anna"));
    assert!(matches!(state.acceptance, S::Accepted { .. }));
    assert_eq!(state.flags, [F::NoRecord(0)]);
    assert_eq!(
        acceptance(&hand("low", "anna")),
        S::Stale { fields: vec!["Residual level".into()] }
    );
    assert!(matches!(acceptance(&hand("medium", "emil")), S::NotAuthorised { .. }));
}

#[test]
fn an_edited_decision_is_noticed_and_accepts_nothing() {
    let first = made(&with_risk(RISK), &act(ResidualAcceptance, "anna"));
    for (from, to) in [
        ("by: \"anna\"", "by: \"anna \\u{200b}\""),
        ("made: \"2026-11-01\"", "made: \"2026-11-02\""),
        ("level: \"medium\"", "level: \"low\""),
        ("Risk: Leak", "Risk: Leek"),
    ] {
        assert!(first.contains(from), "{first}");
        let world = with_risk(&deciding(RISK, &[first.replace(from, to)]));
        let state = the_risk(&world);
        assert!(state.flags.contains(&F::DigestBroken(0)), "{to}: {:?}", state.flags);
        assert!(!state.acceptance.is_settled(), "{to}");
    }
}

#[test]
fn a_decision_taken_out_of_the_middle_or_moved_is_noticed() {
    let one = made(&with_risk(RISK), &act(PlanApproval, "anna"));
    let two = made(&with_risk(&deciding(RISK, std::slice::from_ref(&one))), &act(SentBack, "carl"));
    let three = made(
        &with_risk(&deciding(RISK, &[one.clone(), two.clone()])),
        &act(ResidualAcceptance, "anna"),
    );
    let flags = |list: &[&String]| {
        let list: Vec<String> = list.iter().map(|one| (*one).clone()).collect();
        the_risk(&with_risk(&deciding(RISK, &list))).flags
    };
    assert_eq!(flags(&[&one, &two, &three]), []);
    assert_eq!(flags(&[&one, &three]), [F::DigestBroken(1)]);
    assert!(flags(&[&two, &one, &three]).contains(&F::DigestBroken(0)));
    // two people decided on the same state, and git put the decisions one after the other
    let other = made(
        &with_risk(&deciding(RISK, std::slice::from_ref(&one))),
        &act(ResidualAcceptance, "anna"),
    );
    assert_eq!(flags(&[&one, &two, &other]), [F::Parallel(2)]);
}

#[test]
fn backdating_and_order_show() {
    let mut late = act(ResidualAcceptance, "anna");
    late.made = day("2026-10-01");
    assert_eq!(the_risk(&decided(&[late])).flags, [F::Backdated(0, 32)]);
    let mut prompt = act(ResidualAcceptance, "anna");
    prompt.made = day("2026-10-19");
    assert_eq!(the_risk(&decided(&[prompt])).flags, []);
    let hand = |recorded: &str| {
        format!("(kind: PlanApproval, by: \"anna\", made: \"2026-10-01\", recorded: {recorded:?})")
    };
    let world = with_risk(&deciding(RISK, &[hand("2026-10-05"), hand("2026-10-03")]));
    assert!(the_risk(&world).flags.contains(&F::OrderBroken(1)));
}

#[test]
fn whoever_proposed_it_should_not_accept_alone() {
    let own = with(RISK, "owner", "\"emil\"");
    let world = decided_on(&own, &[act(ResidualAcceptance, "emil")]);
    assert!(the_risk(&world).flags.contains(&F::ByProposer(0)));
    let world = decided(&[act(ResidualAcceptance, "anna")]);
    assert_eq!(the_risk(&world).flags, []);
}

#[test]
fn who_may_decide() {
    let world = with_risk(&high());
    let asks = |kind, who| may(&world, 0, kind, who, today());
    assert_eq!(asks(PlanApproval, "anna"), Ok(()));
    assert_eq!(asks(ResidualAcceptance, "anna"), Ok(()));
    assert_eq!(asks(ManagementAcceptance, "carl"), Ok(()));
    assert_eq!(asks(SentBack, "carl"), Ok(()));
    for (kind, who) in [
        (PlanApproval, "carl"),
        (ResidualAcceptance, "emil"),
        (ManagementAcceptance, "anna"),
        (SentBack, "emil"),
        (PlanApproval, "dora"),
        (PlanApproval, "nobody"),
    ] {
        assert!(asks(kind, who).unwrap_err().ends_with('.'), "{kind:?} {who}");
    }
    let unrated = with_risk(&with(RISK, "residual_likelihood", "None"));
    assert!(may(&unrated, 0, ResidualAcceptance, "anna", today()).is_err());
    let worst = with(&with(RISK, "residual_likelihood", "5"), "residual_consequence", "5");
    assert!(may(&with_risk(&worst), 0, ResidualAcceptance, "anna", today()).is_err());
    let undecided = with_risk(&with(RISK, "treatment", "Undecided"));
    assert!(may(&undecided, 0, PlanApproval, "anna", today()).is_err());
}
