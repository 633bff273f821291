//! The criteria screen, and what other criteria do to levels and decisions (6.1.2 a).

use crate::common::Bench;
use annexa::{
    assess::{DecisionState, Rated, criteria::problems},
    isms::{At, File, Kind, Rule},
    layer::{CriteriaSheet, Layer},
};

fn screen(bench: &Bench) -> &CriteriaSheet {
    match &bench.app.layers.first().unwrap().layer {
        Layer::Criteria(screen) => screen,
        other => panic!("{other:?}"),
    }
}

fn asked(bench: &Bench) -> Option<Vec<String>> {
    match &bench.app.layers.last()?.layer {
        Layer::Confirm(confirm) => Some(confirm.lines.clone()),
        _ => None,
    }
}

fn acceptance(bench: &Bench, id: &str) -> DecisionState {
    let row = bench.app.isms.row(Kind::Risk, id).unwrap();
    bench.app.assessment.risks[row].acceptance.clone()
}

#[test]
fn a_cell_is_changed_after_the_risks_were_shown_whose_level_would_change() {
    let mut bench = Bench::demo();
    let before = bench.text(File::Isms);
    assert!(matches!(acceptance(&bench, "R-001"), DecisionState::Accepted { .. }));
    // likelihood 3, impact 3: from medium to high
    bench.press("gCkkll+s");
    let lines = asked(&bench).unwrap();
    assert!(lines.iter().any(|line| line.starts_with("R-017  today: medium → high")), "{lines:?}");
    assert!(lines.iter().any(|line| line.contains("become stale")), "{lines:?}");
    bench.press("n");
    assert_eq!(bench.text(File::Isms), before);
    assert!(screen(&bench).is_changed(), "the draft is still there");
    bench.press("sy");
    let after = bench.text(File::Isms);
    let changed = before.lines().zip(after.lines()).filter(|(a, b)| a != b).count();
    assert_eq!((changed, before.lines().count()), (1, after.lines().count()));
    assert_eq!(
        acceptance(&bench, "R-001"),
        DecisionState::Stale { fields: vec!["Criteria".to_string()] }
    );
    assert!(!screen(&bench).is_changed());
    bench.press("qu");
    assert_eq!(bench.text(File::Isms), before);
    assert!(matches!(acceptance(&bench, "R-001"), DecisionState::Accepted { .. }));
}

#[test]
fn a_grid_that_falls_can_not_be_applied() {
    let mut bench = Bench::demo();
    let before = bench.text(File::Isms);
    bench.press("gCkkkkllll1");
    assert!(bench.screen(80, 24).contains("The level falls"), "{}", bench.screen(80, 24));
    bench.press("s");
    assert!(bench.said().contains("Can't be applied"), "{}", bench.said());
    assert_eq!(bench.app.layers.len(), 1);
    // no level may be accepted without anybody's decision: then there is a threshold; all of them: none
    bench.press("u<tab><tab><tab>");
    assert!(!screen(&bench).is_changed());
    assert_eq!(bench.text(File::Isms), before);
}

#[test]
fn ratings_outside_a_smaller_scale_stay_and_are_reported() {
    let mut bench = Bench::demo();
    let risks = bench.text(File::Risks);
    bench.press("gCo");
    bench.press("3");
    assert_eq!(screen(&bench).draft.criteria.rule, Rule::Product);
    bench.press("s");
    let lines = asked(&bench).unwrap();
    assert!(lines.iter().any(|line| line.contains("no place in the new criteria")), "{lines:?}");
    bench.press("y");
    assert_eq!(bench.text(File::Risks), risks, "no rating is clamped");
    let row = bench.app.isms.row(Kind::Risk, "R-001").unwrap();
    let state = &bench.app.assessment.risks[row];
    assert_eq!(state.current.rated, Rated::OffScale);
    assert!(state.unrated && !state.acceptance.is_settled());
}

#[test]
fn every_way_of_editing_shows_the_levels_first() {
    let mut bench = Bench::demo();
    let before = bench.text(File::Isms);
    let at = At::new(Kind::Criteria, "criteria");
    // the field's own editor
    annexa::app::verbs::field::edit(&mut bench.app, vec![at.clone()], "rule");
    bench.press("p");
    assert!(asked(&bench).is_some());
    bench.press("n");
    assert_eq!(bench.text(File::Isms), before);
    // the sheet of parts: one level less
    annexa::app::verbs::field::edit(&mut bench.app, vec![at], "levels");
    bench.press("/remove<enter>");
    let lines = asked(&bench).unwrap();
    assert!(lines.iter().any(|line| line.starts_with("Broken: ")), "{lines:?}");
    bench.press("n");
    assert_eq!(bench.text(File::Isms), before);
}

#[test]
fn steps_and_levels_come_and_go_and_the_grid_follows() {
    let mut bench = Bench::demo();
    bench.press("gC<tab>jn");
    let draft = &screen(&bench).draft.criteria;
    assert_eq!((draft.likelihood.len(), draft.grid.len()), (6, 6));
    assert_eq!(draft.grid[1].split_whitespace().count(), 5);
    bench.press("<enter>seldom<tab>Once<space>in<space>five<space>years<enter>");
    let draft = &screen(&bench).draft.criteria;
    assert_eq!(
        (&*draft.likelihood[2].name, &*draft.likelihood[2].meaning),
        ("seldom", "Once in five years")
    );
    bench.press("<tab>D");
    let draft = &screen(&bench).draft.criteria;
    assert_eq!(draft.consequence.len(), 4);
    assert!(draft.grid.iter().all(|line| line.split_whitespace().count() == 4));
    // a level keeps its cells under another id
    bench.press("<tab>jj<enter><ctrl-u>mid<enter>");
    let draft = &screen(&bench).draft;
    assert_eq!(draft.broken(), Vec::<String>::new());
    assert!(draft.criteria.grid.iter().any(|line| line.contains("mid")));
    bench.press("uuuuu");
    assert!(!screen(&bench).is_changed());
}

#[test]
fn rules_change_into_each_other_and_stay_whole() {
    let mut bench = Bench::demo();
    bench.press("gC");
    for rule in [Rule::Product, Rule::Sum, Rule::Grid] {
        bench.press("r");
        let draft = &screen(&bench).draft;
        assert_eq!(draft.criteria.rule, rule);
        assert_eq!(draft.broken(), Vec::<String>::new(), "{rule:?}");
    }
    bench.press("rr+");
    assert!(screen(&bench).error.as_ref().unwrap().contains("follows from"));
}

#[test]
fn criteria_begin_from_ready_made_ones() {
    for (nth, size, levels) in [(0, 3, 3), (1, 4, 3), (2, 4, 5), (3, 5, 4), (4, 5, 5), (5, 5, 4)] {
        let mut bench = Bench::blank();
        bench.press("gCo").press(&"j".repeat(nth)).press("<enter>s");
        if bench.app.layers.len() > 1 {
            bench.press("y");
        }
        let criteria = bench.app.isms.criteria.only();
        assert_eq!((criteria.likelihood.len(), criteria.consequence.len()), (size, size));
        assert_eq!(criteria.levels.len(), levels, "{nth}");
        assert_eq!(problems(criteria), Vec::<String>::new(), "{nth}");
    }
}

#[test]
fn what_was_not_applied_is_kept_as_a_draft() {
    let mut bench = Bench::demo();
    let before = bench.text(File::Isms);
    bench.press("gCkkll+q");
    assert!(bench.said().contains("drafts"), "{}", bench.said());
    assert_eq!(bench.text(File::Isms), before);
    bench.press("gD<enter>");
    bench.press("<enter>");
    assert!(asked(&bench).is_some(), "a draft is previewed as well");
    bench.press("y");
    assert_ne!(bench.text(File::Isms), before);
}

#[test]
fn the_screen_fits_any_size() {
    let mut bench = Bench::demo();
    bench.press("gCkkll+");
    for _ in 0..5 {
        for (width, height) in [(80, 24), (120, 40), (60, 16), (40, 10), (200, 60)] {
            let shown = bench.screen(width, height);
            assert!(shown.contains("Risk criteria"), "{shown}");
        }
        bench.press("<tab>");
    }
}
