//! The demo's decisions: sealed by the program's own code, with the flaws that life brings.

use super::*;
use crate::{
    assess::{DecisionFlag as F, digest, projection},
    change::{Change, History, Transaction},
    isms::{At, Decision, DecisionKind, Part},
};
use std::path::PathBuf;

/// What stood in the record when it was decided on, where that is not what stands there now.
const THEN: &[(&str, &[(&str, &str)])] = &[
    ("R-009", &[("Likelihood", "3"), ("Level", "medium")]),
    ("R-016", &[("Residual consequence", "5")]),
];

/// A note that was rewritten in the file after the decision was sealed.
const REWRITTEN: (&str, usize, &str) = ("R-003", 1, "Accepted for this year.");

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data/demo")
}

fn demo() -> Isms {
    let isms = Isms::read(standard(), |file| {
        Found::Text(std::fs::read_to_string(folder().join(file.name())).unwrap().into())
    });
    assert!(isms.is_whole());
    isms
}

fn content(isms: &Isms, row: usize, id: &str) -> String {
    let mut lines = projection::of_risk(isms, row);
    let then = THEN.iter().find(|(risk, _)| *risk == id).map_or(&[][..], |(_, lines)| lines);
    for (label, value) in then {
        lines.iter_mut().find(|(known, _)| known == label).unwrap().1 = value.to_string();
    }
    projection::to_text(&lines)
}

/// The decisions of a risk with content and digests, each resting on the one before.
fn sealed(isms: &Isms, row: usize) -> Value {
    let risk = isms.risks.row(row).unwrap();
    let (mut parts, mut previous, mut accepted) = (Vec::new(), String::new(), String::new());
    for (place, decision) in risk.decisions.iter().enumerate() {
        let mut decision: Decision = decision.clone();
        decision.content = content(isms, row, &risk.id).into();
        if decision.kind == DecisionKind::Revocation {
            decision.revokes = accepted.clone().into();
        }
        let note = decision.note.clone();
        if (&*risk.id, place) == (REWRITTEN.0, REWRITTEN.1) {
            decision.note = REWRITTEN.2.into();
        }
        decision.digest = digest(decision.content.trim(), &decision, &previous).into();
        decision.note = note;
        previous = decision.digest.to_string();
        if decision.kind == DecisionKind::ResidualAcceptance {
            accepted.clone_from(&previous);
        }
        parts.push(decision.to_value());
    }
    Value::List(parts)
}

/// After the demo's risks, controls or actions changed: `cargo test --lib seal_the_demo -- --ignored`.
#[test]
#[ignore = "writes data/demo/risks.ron; run by hand when the demo changed"]
fn seal_the_demo_again() {
    let mut isms = demo();
    let changes: Vec<Change> = (0..isms.risks.len())
        .filter(|row| !isms.risks.row(*row).unwrap().decisions.is_empty())
        .filter_map(|row| {
            let at = At::new(Kind::Risk, isms.key(Kind::Risk, row).unwrap());
            Change::set(&isms, &at, "decisions", sealed(&isms, row))
        })
        .collect();
    let Some(transaction) = Transaction::of("sealed".to_string(), changes) else { return };
    History::default().commit(&mut isms, standard(), transaction).unwrap();
    let text = isms.register(File::Risks).text.to_string();
    std::fs::write(folder().join(File::Risks.name()), text).unwrap();
}

#[test]
fn the_demo_is_sealed_but_for_what_life_brings() {
    let isms = demo();
    let found = judged(&isms);
    let mut flags: Vec<(String, F)> = Vec::new();
    for (risk, state) in isms.risks.rows().iter().zip(&found.risks) {
        flags.extend(state.flags.iter().map(|flag| (risk.id.to_string(), *flag)));
    }
    let why = "the demo changed: seal it again with `cargo test --lib seal_the_demo -- --ignored`";
    let has = |id: &str, flag: F| flags.contains(&(id.to_string(), flag));
    assert!(has("R-003", F::DigestBroken(1)), "{why}: {flags:?}");
    assert!(has("R-026", F::Backdated(1, 33)), "{why}: {flags:?}");
    let broken = flags.iter().filter(|(_, f)| !matches!(f, F::ByProposer(_))).count();
    assert_eq!(broken, 2, "{why}: {flags:?}");
    let state = |id: &str| found.risks[isms.row(Kind::Risk, id).unwrap()].acceptance.in_words();
    assert_eq!(state("R-001"), "accepted until 2027-09-15", "{why}");
    assert_eq!(state("R-009"), "stale: Likelihood, Level", "{why}");
    assert_eq!(state("R-016"), "stale: Residual consequence", "{why}");
    assert!(state("R-003").starts_with("not authorised: its digest does not fit"));
    assert!(state("R-017").starts_with("not authorised: ito is not the risk owner"));
    assert_eq!(state("R-011"), "expired on 2026-10-31");
    assert_eq!(state("R-012"), "revoked");
    assert!(state("R-020").starts_with("sent back"));
}
