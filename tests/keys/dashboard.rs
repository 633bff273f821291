//! The dashboard: moving among its doors, and what lies behind them.

use super::common::Bench;
use annexa::pane::{
    ListId,
    dashboard::{Behind, Section, doors, layout},
};
use std::collections::BTreeSet;

fn on_screen(bench: &Bench) -> BTreeSet<usize> {
    let area = annexa::app::geometry::regions(&bench.app).list.unwrap();
    layout(&doors(bench.app.cx()), area).places.iter().map(|(door, _)| *door).collect()
}

#[test]
fn every_door_is_reached_by_the_four_directions() {
    for size in [(80, 24), (120, 40), (200, 60), (60, 16)] {
        let mut bench = Bench::demo();
        bench.app.size = size;
        let wanted = on_screen(&bench);
        let mut reached = BTreeSet::from([bench.app.door]);
        let mut open = vec![bench.app.door];
        while let Some(door) = open.pop() {
            for key in ["h", "j", "k", "l"] {
                bench.app.door = door;
                bench.press(key);
                if reached.insert(bench.app.door) {
                    open.push(bench.app.door);
                }
            }
        }
        assert_eq!(reached, wanted, "{size:?}");
    }
}

#[test]
fn down_and_up_again_leads_back_in_a_box() {
    let mut bench = Bench::demo();
    bench.press("jjjjj");
    let here = bench.app.door;
    assert_eq!(doors(bench.app.cx())[here].section, Section::Gaps);
    bench.press("jk");
    assert_eq!(bench.app.door, here);
    bench.press("l");
    assert_eq!(doors(bench.app.cx())[bench.app.door].section, Section::Awaiting);
    bench.press("h");
    assert_eq!(bench.app.door, here);
}

#[test]
fn a_cell_of_the_map_opens_its_risks() {
    let mut bench = Bench::demo();
    let all = doors(bench.app.cx());
    let counted = |door: &annexa::pane::dashboard::Door| door.figure != "0";
    let cell = all.iter().position(|door| door.section == Section::Map && counted(door)).unwrap();
    let Behind::Rows { rows, .. } = &all[cell].to else { panic!("a cell opens rows") };
    bench.app.door = cell;
    bench.press("<enter>");
    assert_eq!(bench.app.list_id(), ListId::Risks);
    let shown: BTreeSet<_> =
        bench.app.list().rows.iter().filter_map(|row| row.at(bench.app.cx())).collect();
    assert_eq!(shown, rows.find(bench.app.cx()));
    assert_eq!(all[cell].figure, shown.len().to_string());
}

#[test]
fn a_vital_sign_opens_its_rows_from_anywhere() {
    let mut bench = Bench::demo();
    bench.press("4gv");
    bench.press("above<space>crit<enter>");
    let above = bench.app.assessment.count(annexa::assess::Count::AboveCriteria);
    assert!(above > 0);
    assert_eq!(bench.app.list().rows.len(), above);
    assert_eq!(bench.app.list().only.as_ref().unwrap().label, "risks above criteria");
}

#[test]
fn all_boxes_have_room_at_80_by_24() {
    let mut bench = Bench::demo();
    let screen = bench.screen(80, 24);
    for heading in
        ["Where we stand", "Gaps, worst first", "Awaiting", "Annex A", "Residual", "Stage 2"]
    {
        assert!(screen.contains(heading), "{heading} in\n{screen}");
    }
}

#[test]
fn what_cannot_be_read_is_not_counted_as_none() {
    let mut texts = super::common::texts("data/demo");
    let mut bench = Bench::over(|file| match file {
        annexa::isms::File::Risks => annexa::isms::Found::Text("Risks(\n    risks: [".into()),
        other => texts(other),
    });
    let screen = bench.screen(120, 40);
    assert!(screen.contains("? risks above criteria"), "{screen}");
    assert!(screen.contains("? await a decision"), "{screen}");
    assert!(screen.contains("risks.ron can't be read"), "{screen}");
    assert!(!screen.contains("Nothing awaits"), "{screen}");
}

#[test]
fn the_figure_of_a_theme_is_the_number_of_its_rows() {
    let bench = Bench::demo();
    let all = doors(bench.app.cx());
    let themes = all.iter().filter(|door| door.section == Section::Themes);
    for door in themes {
        let Behind::Rows { rows, .. } = &door.to else { panic!("a theme opens rows") };
        let kept = door.figure.rsplit('/').next().unwrap();
        assert_eq!(kept, rows.find(bench.app.cx()).len().to_string(), "{}", door.text);
    }
}
