use super::*;
use crate::assess::{Count, Priority, Which};
use crate::isms::Stage;

fn late() -> Isms {
    isms(&[
        (File::Isms, FRAME),
        (
            File::Risks,
            &format!(
                "risks: [({RISK}), ({})],",
                RISK.replace("R-1", "R-2").replace("likelihood: 3", "likelihood: 9")
            ),
        ),
        (
            File::Controls,
            "controls: [(id: \"8.8\", applicable: Yes, status: Planned, due: \"2026-11-01\")],",
        ),
        (File::Clauses, "clauses: [(id: \"7.2\", due: \"2026-11-01\")],"),
        (
            File::Actions,
            "actions: [(id: \"A-1\", due: \"2026-11-01\")], nonconformities: [(id: \"NC-1\", due: \"2026-11-01\")],",
        ),
        (
            File::Documents,
            "documents: [(id: \"D-1\", status: Approved, version: \"1\", owner: \"emil\", approved_by: \"carl\", approved: \"2020-01-01\")],",
        ),
    ])
}

#[test]
fn every_vital_sign_is_the_length_of_its_list() {
    let found = judged(&late());
    let v = found.vitals;
    assert_eq!(v.gaps, found.rows_of(Count::Gaps).len());
    assert_eq!(v.gaps, v.by_priority.iter().sum::<usize>());
    for (count, priority) in v.by_priority.iter().zip(Priority::ALL) {
        assert_eq!(*count, found.rows_of(Count::GapsOf(priority)).len());
    }
    assert_eq!(v.decided + found.count(Count::Undecided), v.controls);
    assert_eq!(v.justified + found.count(Count::Unjustified), v.controls);
    assert_eq!(v.overdue, 5);
    let kinds: Vec<Kind> = found.rows_of(Count::Overdue).iter().map(|(kind, _)| *kind).collect();
    assert_eq!(
        kinds,
        [Kind::Control, Kind::Clause, Kind::Action, Kind::Nonconformity, Kind::Document]
    );
    assert_eq!(v.unrated, 1);
    assert_eq!(v.awaiting, found.rows_of(Count::Awaiting).len());
    assert_eq!(v.next, Some(Stage::Stage1));
}

#[test]
fn the_heat_map_shows_every_open_risk_once() {
    let found = judged(&late());
    for which in [Which::Inherent, Which::Current, Which::Residual] {
        let mut shown = found.count(Count::OffMap(which));
        for l in 1..=5 {
            for c in 1..=5 {
                shown += found.count(Count::Cell(which, l, c));
            }
        }
        assert_eq!(shown, found.count(Count::OpenRisks), "{which:?}");
        let by_level: usize = (0..4).map(|l| found.count(Count::Level(which, Some(l)))).sum();
        assert_eq!(by_level + found.count(Count::Level(which, None)), shown);
    }
}

#[test]
fn readiness_is_counted_from_its_items() {
    let found = judged(&late());
    for stage in &found.stages {
        assert_eq!(stage.open.len(), found.count(Count::ItemsOpen(stage.stage)));
        assert_eq!(stage.met, found.count(Count::ItemsMet(stage.stage)));
        assert_eq!(stage.total, stage.met + stage.open.len());
        assert!(stage.percent < 100 || stage.open.is_empty());
    }
}
