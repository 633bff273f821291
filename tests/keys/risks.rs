//! The register, the heat map and the treatment plan.

use crate::common::Bench;
use annexa::{
    isms::{Applicable, At, File, Kind, Reason},
    layer::Layer,
    pane::{ListId, Row, column, heat},
};

fn on_map(bench: &mut Bench) {
    annexa::app::verbs::go::list(&mut bench.app, ListId::HeatMap);
}

#[test]
fn the_cell_under_the_cursor_holds_what_it_counts() {
    let mut bench = Bench::demo();
    on_map(&mut bench);
    for _ in 0..3 {
        let map = heat::map(bench.app.cx(), bench.app.heat);
        for (row, cells) in map.cells.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                bench.app.cell = (row as i64 + 1, column as i64 + 1);
                bench.app.refresh();
                let here = bench.app.list().rows.len();
                match bench.app.heat {
                    heat::HeatMode::Both => assert!(here >= cell.count.max(cell.after)),
                    _ => assert_eq!(here, cell.count),
                }
            }
        }
        bench.press("m");
    }
    // an unrated risk stands in no cell, and is said
    let open =
        bench.app.isms.risks.rows().iter().filter(|r| r.status == annexa::isms::RiskStatus::Open);
    let open = open.count();
    let map = heat::map(bench.app.cx(), heat::HeatMode::Residual);
    let on: usize = map.cells.iter().flatten().map(|cell| cell.count).sum();
    assert_eq!(on + map.unrated, open);
    assert!(map.unrated > 0);
}

#[test]
fn a_risk_is_rated_on_the_map_and_takes_the_cursor_along() {
    let mut bench = Bench::demo();
    on_map(&mut bench);
    bench.press("m");
    assert_eq!(bench.app.heat, heat::HeatMode::Today);
    // likelihood 4, impact 4
    bench.press("kkklll");
    assert_eq!(bench.selected(), "R-001");
    bench.press("<space>");
    assert_eq!(bench.selected(), "R-012");
    bench.press("R<down><left><enter><esc>");
    let risk = bench.app.isms.risks.get("R-012").unwrap();
    assert_eq!((risk.likelihood, risk.consequence), (Some(3), Some(3)));
    assert_eq!((bench.app.cell, bench.selected().as_str()), ((3, 3), "R-012"));
    bench.press("<enter>");
    assert_eq!(bench.app.list_id(), ListId::Risks);
    assert!(bench.app.list().rows.len() > 1);
}

#[test]
fn arrows_show_where_the_risks_of_a_cell_go() {
    let mut bench = Bench::demo();
    on_map(&mut bench);
    bench.press("mmkkklll");
    for (width, height) in [(80, 24), (120, 40)] {
        let screen = bench.screen(width, height);
        assert!(
            screen.contains("R-001") && screen.contains("4×4 high → 2×4 medium (target)"),
            "{screen}"
        );
    }
    bench.screen(40, 10);
    bench.screen(60, 16);
}

#[test]
fn a_treatment_that_selects_an_excluded_control_offers_to_include_it() {
    let mut bench = Bench::demo();
    let excluded = || {
        let rows = Bench::demo().app.isms.controls.rows().to_vec();
        rows.into_iter().find(|c| c.applicable == Applicable::No && c.id.starts_with("8.")).unwrap()
    };
    let control = excluded().id.to_string();
    let before = (bench.text(File::Controls), bench.text(File::Risks));
    // L, controls, and the control by the find box
    annexa::app::verbs::go::reveal(&mut bench.app, &At::new(Kind::Risk, "R-031"));
    bench.press("Lcontrols<enter>");
    bench.press(&control).press("<tab><enter>");
    assert!(matches!(bench.app.layers.last().unwrap().layer, Layer::Confirm(_)));
    bench.press("y");
    let entry = bench.app.isms.controls.get(&control).unwrap();
    assert_eq!(entry.applicable, Applicable::Yes);
    assert!(entry.reasons.contains(&Reason::Risk));
    assert!(entry.justification.contains("R-031"));
    assert!(bench.app.isms.risks.get("R-031").unwrap().controls.iter().any(|id| **id == *control));
    // one step back, both files
    bench.press("u");
    assert_eq!((bench.text(File::Controls), bench.text(File::Risks)), before);
}

#[test]
fn what_a_treatment_selects_already_is_included_by_one_key() {
    let mut bench = Bench::demo();
    annexa::app::verbs::go::reveal(&mut bench.app, &At::new(Kind::Risk, "R-020"));
    assert_eq!(bench.app.isms.controls.get("8.18").unwrap().applicable, Applicable::No);
    bench.press("i");
    assert_eq!(bench.app.isms.controls.get("8.18").unwrap().applicable, Applicable::Yes);
    bench.press("i");
    assert!(bench.said().contains("no excluded control"), "{}", bench.said());
}

#[test]
fn the_treatment_plan_begins_with_what_is_overdue() {
    let mut bench = Bench::demo();
    annexa::app::verbs::go::list(&mut bench.app, ListId::Treatment);
    let late: Vec<Option<i64>> = bench
        .app
        .list()
        .rows
        .iter()
        .map(|row| bench.app.assessment.actions[row.row].overdue)
        .collect();
    let count = late.iter().flatten().count();
    assert!(count > 0 && late[..count].iter().all(Option::is_some), "{late:?}");
    assert!(late[..count].windows(2).all(|two| two[0] >= two[1]), "{late:?}");
}

#[test]
fn sorting_by_level_puts_the_unrated_first_and_never_a_lower_level_before_a_higher() {
    let mut bench = Bench::demo();
    bench.press("4");
    for level in [column::Column::Level, column::Column::Residual] {
        bench.app.with_list(ListId::Risks, |list, cx| {
            list.sort = vec![(level, false)];
            list.refresh(cx);
        });
        let rated = |row: &Row| {
            let state = &bench.app.assessment.risks[row.row];
            if level == column::Column::Level { state.current.rated } else { state.residual.rated }
        };
        let order: Vec<_> = bench.app.list().rows.iter().map(rated).collect();
        let levels: Vec<usize> = order.iter().filter_map(|rated| rated.level()).collect();
        let unrated = order.len() - levels.len();
        assert!(unrated > 0 && order[..unrated].iter().all(|rated| rated.level().is_none()));
        assert!(levels.windows(2).all(|two| two[0] >= two[1]), "{levels:?}");
    }
}
