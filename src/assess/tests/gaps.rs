use super::*;
use crate::assess::{Because, Phase, Priority};
use crate::isms::Stage;

fn ids(isms: &Isms, count: usize) -> Vec<String> {
    let gaps = judged(isms).gaps;
    gaps.iter().take(count).map(|gap| isms.key(gap.kind, gap.row).unwrap().to_string()).collect()
}

#[test]
fn blockers_then_phase_then_risk_then_effort() {
    // all else is in order: 92 controls excluded with a reason, 30 clauses conforming
    let annex: String = standard()
        .controls()
        .iter()
        .filter(|control| !["5.9", "8.8", "8.9", "8.15", "8.16"].contains(&control.id))
        .map(|control| {
            let reason = format!("Nothing that {} is about exists here.", control.title);
            format!("(id: {:?}, applicable: No, justification: {reason:?}),", control.id)
        })
        .collect();
    let yes = "applicable: Yes, reasons: [Business], justification: \"Needed by customers.\", owner: \"emil\", status: Partial";
    let controls = format!(
        "controls: [{annex} (id: \"8.16\", {yes}, effort: XS), (id: \"8.15\", {yes}, effort: L), (id: \"8.8\", {yes}, effort: XL), (id: \"8.9\", applicable: No), (id: \"5.9\", {yes}, carried: true)],"
    );
    let risk = with(RISK, "existing", "[]");
    let isms = isms(&[
        (File::Isms, "people: [(id: \"emil\", name: \"Emil\"), (id: \"anna\", name: \"Anna\")],"),
        (
            File::Isms,
            FRAME
                .split("criteria:")
                .nth(1)
                .map(|rest| format!("criteria:{rest}"))
                .unwrap()
                .as_str(),
        ),
        (File::Controls, &controls),
        (File::Risks, &format!("risks: [({risk})],")),
    ]);
    let gaps = judged(&isms).gaps;
    let of_controls: Vec<&str> = gaps
        .iter()
        .filter(|gap| gap.kind == Kind::Control)
        .map(|gap| isms.key(gap.kind, gap.row).unwrap())
        .collect();
    // 8.9 blocks; 5.9 is about the SoA, before controls; 8.8 has a risk; 8.16 is less work than 8.15
    assert_eq!(of_controls, ["8.9", "5.9", "8.8", "8.16", "8.15"]);
    let first = gaps.iter().find(|gap| gap.kind == Kind::Control).unwrap();
    assert_eq!((first.priority, first.blocks), (Priority::High, Some(Stage::Stage1)));
    assert_eq!(first.phase, Phase::Soa);
    let words = first.explain(&isms);
    assert!(words.starts_with("Blocker for Stage 1: excluded without justification"), "{words}");
}

#[test]
fn priorities_never_rise_again_down_the_list() {
    let isms = with_risk(RISK);
    let gaps = judged(&isms).gaps;
    assert!(gaps.windows(2).all(|pair| pair[0].priority >= pair[1].priority));
    assert!(gaps.iter().all(|gap| !gap.because.is_empty() && gap.explain(&isms).ends_with('.')));
    assert_eq!(ids(&isms, 3), ["4.1", "4.2", "4.3"]);
}

#[test]
fn what_stage_2_blocks_weighs_less_before_stage_1() {
    let implemented = with(CONTROL, "status", "Implemented");
    let priority = |cycle: &str| {
        let isms = isms(&[
            (File::Isms, FRAME),
            (File::Isms, cycle),
            (File::Controls, &format!("controls: [({implemented})],")),
            (File::Risks, &format!("risks: [({RISK})],")),
        ]);
        let row = isms.row(Kind::Control, "8.8").unwrap();
        let found = judged(&isms);
        let gap = found.gap(Kind::Control, row).unwrap();
        assert!(matches!(
            gap.because[0],
            Because::Control(crate::assess::ControlIssue::NoEvidence)
        ));
        (gap.priority, gap.blocks)
    };
    assert_eq!(
        priority("cycle: (stage1: \"2027-01-04\"),"),
        (Priority::Medium, Some(Stage::Stage2))
    );
    assert_eq!(priority("cycle: (stage1: \"2026-10-04\"),"), (Priority::High, Some(Stage::Stage2)));
    assert_eq!(
        priority("cycle: (decision: \"2026-10-04\"),"),
        (Priority::High, Some(Stage::Surveillance1))
    );
}

#[test]
fn what_is_in_order_is_no_gap() {
    let control = with(CONTROL, "status", "Implemented");
    let evidence =
        "evidence: [(id: \"E-1\", kind: Log, supports: [\"8.8\"], obtained: \"2026-10-01\")],";
    let isms = isms(&[
        (File::Isms, FRAME),
        (File::Controls, &format!("controls: [({control})],")),
        (File::Risks, &format!("risks: [({RISK})],")),
        (File::Clauses, "clauses: [(id: \"7.3\", conformity: Conforming, owner: \"emil\")],"),
        (File::Evidence, evidence),
    ]);
    let found = judged(&isms);
    for (kind, id) in [(Kind::Control, "8.8"), (Kind::Clause, "7.3")] {
        let row = isms.row(kind, id).unwrap();
        assert_eq!(found.gap(kind, row), None, "{id}");
    }
}
