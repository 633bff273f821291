//! Interested parties and obligations (4.2, 5.31).

use super::*;
use crate::assess::{ClauseIssue, Count, ObligationIssue as O, PartyIssue as P};

fn party(fields: &str) -> Vec<P> {
    let isms = isms(&[
        (File::Isms, FRAME),
        (File::Isms, &format!("parties: [(id: \"IP-1\", title: \"Customers\", {fields})],")),
    ]);
    judged(&isms).parties.remove(0).issues
}

#[test]
fn parties_have_needs_and_a_decision_on_them() {
    assert_eq!(party(""), [P::NoNeeds, P::Undecided, P::NoOwner]);
    assert_eq!(party("requirements: \"Care\", addressed: Yes, owner: \"emil\""), [P::NoHow]);
    assert_eq!(
        party("requirements: \"Care\", addressed: No, owner: \"dora\""),
        [P::NoWhyNot, P::OwnerLeft]
    );
    assert_eq!(
        party("requirements: \"Care\", addressed: Yes, how: \"Contract\", owner: \"emil\""),
        []
    );
}

#[test]
fn undecided_parties_reach_their_clause() {
    let open = |fields: &str| {
        let isms = isms(&[(File::Isms, &format!("parties: [(id: \"IP-1\", {fields})],"))]);
        let row = isms.row(Kind::Clause, "4.2").unwrap();
        let found = judged(&isms);
        let issue = ClauseIssue::Records { count: Count::PartiesIncomplete, rows: 1 };
        found.clauses[row].issues.contains(&issue)
    };
    assert!(open("requirements: \"Care\""));
    assert!(!open("requirements: \"Care\", addressed: No"));
}

fn duty(fields: &str, controls: &str) -> Vec<O> {
    let isms = isms(&[
        (File::Isms, "people: [(id: \"emil\", name: \"Emil\")],"),
        (File::Isms, &format!("obligations: [(id: \"OB-1\", title: \"Law\", {fields})],")),
        (File::Controls, &format!("controls: [{controls}],")),
    ]);
    judged(&isms).obligations.remove(0).issues
}

#[test]
fn obligations_are_met_by_something_that_applies() {
    assert_eq!(duty("", ""), [O::NoControl, O::NoRequirement, O::NoOwner]);
    let whole = "requirement: \"Keep it safe.\", owner: \"emil\", controls: [\"5.34\"]";
    assert_eq!(duty(whole, ""), []);
    let excluded =
        "(id: \"5.34\", applicable: No, justification: \"No personal data here at all.\")";
    assert!(matches!(duty(whole, excluded)[..], [O::Excluded(_)]));
    assert_eq!(duty(&with(whole, "controls", "[\"5.34\", \"8.13\"]"), excluded), []);
    assert_eq!(duty(&with(whole, "controls", "[\"clause 9.1\"]"), excluded), []);
    assert_eq!(duty(&with(whole, "controls", "[\"5.99\"]"), ""), [O::NoControl]);
}

#[test]
fn each_unmet_obligation_is_counted() {
    let isms = isms(&[(
        File::Isms,
        "obligations: [(id: \"OB-1\"), (id: \"OB-2\", controls: [\"5.31\"])],",
    )]);
    assert_eq!(judged(&isms).rows_of(Count::ObligationsUnmet), [(Kind::Obligation, 0)]);
}
