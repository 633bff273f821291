//! The whole judgement on registers that have nothing, and on many.

use super::*;
use crate::assess::{Count, ItemAnswer};

#[test]
fn an_empty_folder_is_all_gaps_and_nothing_is_met() {
    let found = judged(&isms(&[]));
    assert_eq!(found.controls.len(), 93);
    assert_eq!(found.clauses.len(), 30);
    assert_eq!(found.vitals.gaps, 123);
    assert_eq!(found.vitals.decided, 0);
    assert_eq!(found.vitals.percent, 0);
    for item in &found.items {
        if let ItemAnswer::Computed(computed) = &item.answer {
            assert!(computed.why.ends_with('.'), "{}", computed.why);
        }
    }
    assert_eq!(found.count(Count::OpenRisks), 0);
}

#[test]
#[ignore = "prints figures; run by hand with --release"]
fn how_long_it_takes() {
    let mut risks = String::from("risks: [");
    for n in 0..10_000 {
        risks += &format!(
            "(id: \"R-{n:05}\", title: \"Risk {n}\", cause: \"Some cause of it\", event: \"An event\", owner: \"anna\", properties: [Confidentiality], assets: [\"x\"], assessed: \"2026-10-01\", likelihood: {}, consequence: {}, existing: [\"8.{}\"], treatment: Modify, controls: [\"5.{}\", \"8.{}\"], residual_likelihood: 1, residual_consequence: {}),\n",
            n % 5 + 1,
            n % 4 + 1,
            n % 30 + 1,
            n % 30 + 1,
            n % 20 + 1,
            n % 5 + 1
        );
    }
    risks += "]";
    let mut evidence = String::from("evidence: [");
    for n in 0..5_000 {
        evidence += &format!(
            "(id: \"EV-{n}\", title: \"E {n}\", supports: [\"8.{}\", \"R-{:05}\"], obtained: \"2026-09-01\"),\n",
            n % 34 + 1,
            n
        );
    }
    evidence += "]";
    let isms = isms(&[
        (
            File::Isms,
            "people: [(id: \"anna\", name: \"Anna\", authority: [RiskOwner])], criteria: (version: \"1\", likelihood: [(name: \"1\"), (name: \"2\"), (name: \"3\"), (name: \"4\"), (name: \"5\")], consequence: [(name: \"1\"), (name: \"2\"), (name: \"3\"), (name: \"4\"), (name: \"5\")], rule: Product, levels: [(id: \"low\", from: 1, accept: ByDefault), (id: \"high\", from: 5, accept: RiskOwner, months: 12)])",
        ),
        (File::Risks, &risks),
        (File::Evidence, &evidence),
    ]);
    for _ in 0..5 {
        let start = std::time::Instant::now();
        let found = assess(&isms, standard(), today());
        println!("{:?} {:?}", start.elapsed(), found.vitals);
    }
}
