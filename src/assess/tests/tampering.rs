//! Whatever is edited in a sealed decision by hand: it is noticed, and never makes a risk look better.

use super::*;
use crate::{
    assess::{DecisionFlag as F, DecisionState as S, verify},
    isms::{Decision, DecisionKind, Text},
};
use proptest::prelude::*;
use std::sync::OnceLock;

/// A plan approved, a residual risk accepted, one of them revoked, and accepted once more.
fn sealed() -> Vec<Decision> {
    static SEALED: OnceLock<Vec<Decision>> = OnceLock::new();
    SEALED.get_or_init(seal).clone()
}

fn seal() -> Vec<Decision> {
    let mut list: Vec<String> = Vec::new();
    for (kind, by) in [
        (DecisionKind::PlanApproval, "anna"),
        (DecisionKind::ResidualAcceptance, "anna"),
        (DecisionKind::Revocation, "anna"),
        (DecisionKind::ResidualAcceptance, "anna"),
    ] {
        let so_far = with_risk(&deciding(RISK, &list));
        list.push(made(&so_far, &act(kind, by)));
    }
    let world = with_risk(&deciding(RISK, &list));
    world.risks.row(0).unwrap().decisions.to_vec()
}

fn text(field: &mut Text, typed: &str) {
    *field = format!("{field}{typed}").into();
}

/// Edits one field of a decision as an editor would.
fn edit(decision: &mut Decision, field: usize, typed: &str, days: i64) {
    let later = |date: &mut Option<NaiveDate>| {
        *date = Some(date.unwrap_or(day("2026-11-01")) + chrono::TimeDelta::days(days));
    };
    match field {
        0 => text(&mut decision.by, typed),
        1 => text(&mut decision.role, typed),
        2 => text(&mut decision.recorded_by, typed),
        3 => text(&mut decision.level, typed),
        4 => text(&mut decision.note, typed),
        5 => text(&mut decision.conditions, typed),
        6 => text(&mut decision.revokes, typed),
        7 => text(&mut decision.content, typed),
        8 => later(&mut decision.made),
        9 => later(&mut decision.recorded),
        10 => later(&mut decision.until),
        11 => decision.digest = Text::default(),
        12 => text(&mut decision.digest, "0"),
        _ => decision.content = Text::default(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    #[test]
    fn an_edit_of_any_field_is_noticed(
        place in 0usize..4, field in 0usize..14, typed in "[a-z0-9:]{1,8}", days in 1i64..400,
    ) {
        let mut list = sealed();
        prop_assert_eq!(verify(&list), []);
        edit(&mut list[place], field, &typed, days);
        let flags = verify(&list);
        let noticed = flags.iter().any(|flag| {
            matches!(flag, F::DigestBroken(_) | F::NoRecord(_) | F::Unsealed(_))
        });
        prop_assert!(noticed, "{} {}: {:?}", place, field, flags);
    }

    #[test]
    fn a_decision_taken_out_before_another_is_noticed(place in 0usize..3) {
        let mut list = sealed();
        list.remove(place);
        let flags = verify(&list);
        prop_assert!(flags.iter().any(|flag| matches!(flag, F::DigestBroken(_))), "{:?}", flags);
    }

    #[test]
    fn two_decisions_that_change_places_are_noticed(a in 0usize..4, b in 0usize..4) {
        let mut list = sealed();
        list.swap(a, b);
        prop_assert_eq!(verify(&list).is_empty(), a == b);
    }
}

#[test]
fn the_last_decision_taken_out_accepts_nothing_that_was_not_accepted_before() {
    let mut list = sealed();
    list.pop();
    // the revocation is the latest now
    let values: Vec<String> =
        list.iter().map(|one| write(&crate::isms::Part::to_value(one), "", "\n")).collect();
    let state = the_risk(&with_risk(&deciding(RISK, &values)));
    assert_eq!(state.acceptance, S::Revoked);
}
