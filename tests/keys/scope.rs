//! The scope: facts, baseline, creep, and that each figure opens exactly its rows.

use super::common::Bench;
use annexa::{
    assess::{Count, FactAnswer, scope::BaselineFrom},
    isms::{At, Fact, File, Kind},
    pane::{ListId, Row, column, detail},
};
use std::collections::BTreeSet;

fn state(bench: &Bench, key: &str) -> String {
    let row = Row::find(bench.app.cx(), &At::new(Kind::Element, key)).unwrap();
    column::cell(bench.app.cx(), row, annexa::pane::Column::Currency).text
}

fn said(bench: &Bench, fact: Fact) -> FactAnswer {
    bench.app.assessment.facts[fact as usize].said
}

#[test]
fn the_demo_shows_each_case() {
    let mut bench = Bench::demo();
    assert!(state(&bench, "SC-14").starts_with("hole: admin access"));
    assert!(state(&bench, "SC-22").starts_with("hole: undecided"));
    assert!(state(&bench, "SC-23").starts_with("creep: risk"), "{}", state(&bench, "SC-23"));
    assert!(state(&bench, "SC-24").starts_with("too broad"));
    assert_eq!(state(&bench, "SC-16"), "no risk");
    assert_eq!(state(&bench, "SC-01"), "in order");
    bench.press("9");
    let screen = bench.screen(80, 24);
    for words in ["1 point open", "creep: risk", "too broad"] {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
    bench.press("G");
    assert!(bench.screen(80, 24).contains("hole: admin access"));
}

#[test]
fn each_figure_of_the_scope_opens_exactly_its_rows() {
    let mut bench = Bench::demo();
    bench.press("9");
    assert_eq!(bench.app.list().selected, Some(At::new(Kind::Scope, "scope")));
    let row = bench.app.list().current().unwrap();
    let lines = detail::lines(bench.app.cx(), row);
    let mut seen = 0;
    for line in lines {
        let detail::Target::Count(count, label) = line.target else { continue };
        let figure: usize = line.text.split(' ').next().unwrap().parse().unwrap();
        let cx = bench.app.cx();
        let rows = bench.app.assessment.rows_of(count).into_iter();
        let rows: BTreeSet<At> =
            rows.filter_map(|(kind, row)| Row::new(kind, row).at(cx)).collect();
        annexa::app::verbs::go::counted(&mut bench.app, count, label);
        let list = bench.app.list();
        let shown: BTreeSet<At> =
            list.rows.iter().filter_map(|row| row.at(bench.app.cx())).collect();
        assert_eq!((&shown, shown.len()), (&rows, figure), "{label}");
        seen += 1;
    }
    assert_eq!(seen, 6);
    for count in [Count::PartiesIncomplete, Count::ObligationsUnmet, Count::FactContradicted] {
        let wanted = bench.app.assessment.count(count);
        annexa::app::verbs::go::counted(&mut bench.app, count, "counted");
        assert_eq!(bench.app.list().records(), wanted, "{count:?}");
    }
}

#[test]
fn the_filter_names_what_the_column_shows() {
    let mut bench = Bench::demo();
    for (atom, count) in [
        ("hole", Count::ScopeHoles),
        ("creep", Count::ScopeCreep),
        ("unfinished", Count::ScopeUnfinished),
        ("broad", Count::ScopeBroad),
        ("norisk", Count::ScopeNoRisk),
    ] {
        bench.press("9<esc><esc>");
        bench.press(&format!("/scope:{atom}<enter>"));
        assert_eq!(bench.app.list().rows.len(), bench.app.assessment.count(count), "{atom}");
        assert!(!bench.app.list().rows.is_empty(), "{atom}");
    }
    bench.press("9<esc><esc>/lacks:audit<enter>");
    assert_eq!(bench.selected(), "SC-23");
}

#[test]
fn facts_are_answered_by_keyboard_and_exclusions_follow() {
    let mut bench = Bench::blank();
    bench.press("gF");
    assert!(bench.screen(80, 24).contains("own premises: not answered"));
    // cloud: yes; down to own premises: yes, then no
    bench.press("<enter>jjj<enter><enter>");
    assert_eq!(said(&bench, Fact::Cloud), FactAnswer::Here);
    assert_eq!(said(&bench, Fact::OwnPremises), FactAnswer::Absent);
    bench.press("<esc>");
    assert!(bench.app.layers.is_empty());
    let reason = "No own premises: everybody works from home and nothing is kept anywhere";
    let exclude = |bench: &mut Bench, key: &str| {
        bench.press(&format!("f{key}<enter>an"));
        if bench.app.layers.is_empty() {
            bench.press("J");
        }
        bench.press(&reason.replace(' ', "<space>")).press("<esc>");
    };
    exclude(&mut bench, "7.1");
    let row = bench.app.isms.row(Kind::Control, "7.1").unwrap();
    assert!(bench.app.assessment.controls[row].justified);
    assert!(!bench.app.assessment.controls[row].contradicts_fact());
    assert!(bench.screen(120, 40).contains("bears the exclusion out"));
    exclude(&mut bench, "5.23");
    let cloud = bench.app.isms.row(Kind::Control, "5.23").unwrap();
    assert!(bench.app.assessment.controls[cloud].contradicts_fact());
    // in the row, in the detail, in the gap list
    let screen = bench.screen(120, 40);
    let line = screen.lines().find(|line| line.contains("▌") && line.contains("5.23")).unwrap();
    assert!(line.contains('≠'), "{line}");
    assert!(screen.contains("speaks against"), "{screen}");
    bench.press("gG/5.23<enter>");
    assert!(bench.screen(160, 40).contains("although the organisation has cloud"));
    // one undo a step, back to where all began
    while bench.app.history.done().next().is_some() {
        bench.press("u");
    }
    assert_eq!(said(&bench, Fact::Cloud), FactAnswer::Open);
    assert_eq!(bench.text(File::Isms), Bench::blank().text(File::Isms));
}

#[test]
fn a_baseline_is_set_and_what_comes_in_afterwards_is_creep() {
    let mut bench = Bench::demo();
    let before = bench.text(File::Isms);
    bench.press("9gb<enter>");
    // it says what would not be shown as creep any more
    let screen = bench.screen(100, 30);
    assert!(
        screen.contains("SC-23 Route optimisation") && screen.contains("lacks risk"),
        "{screen}"
    );
    bench.press("y");
    let baseline = bench.app.assessment.boundary.baseline.clone().unwrap();
    assert_eq!((baseline.from, baseline.on), (BaselineFrom::Set, bench.app.today));
    assert_eq!(baseline.version, "1.2");
    assert_eq!(bench.app.assessment.count(Count::ScopeCreep), 0);
    // put outside what was inside: a change against the baseline
    bench.press("fSC-01<enter>so");
    assert!(state(&bench, "SC-01").contains("hole: critical"));
    assert_eq!(bench.app.assessment.count(Count::ScopeCreep), 1);
    bench.press("u");
    bench.press("9nNew<space>region<enter>");
    assert_eq!(bench.app.assessment.count(Count::ScopeCreep), 1);
    bench.press("uu");
    assert_eq!(bench.text(File::Isms), before);
}

#[test]
fn a_day_can_be_the_baseline_and_none_leads_back_to_the_approval() {
    let mut bench = Bench::demo();
    bench.press("9gba");
    bench.press("<ctrl-u>2026-11-01<enter>");
    let creep = |bench: &Bench| bench.app.assessment.count(Count::ScopeCreep);
    assert_eq!(creep(&bench), 1, "only SC-22 is newer");
    bench.press("gba<ctrl-u>2027-11-01<enter>");
    assert!(bench.said().contains("still to come"), "{}", bench.said());
    assert_eq!(creep(&bench), 1);
    bench.press("gbn");
    let baseline = bench.app.assessment.boundary.baseline.clone().unwrap();
    assert_eq!(baseline.from, BaselineFrom::Approval);
    assert_eq!(creep(&bench), 2);
    // the field leads to the same question
    bench.press("9gg<tab>/");
    bench.press("<esc>");
    assert_eq!(bench.app.list_id(), ListId::Elements);
}

#[test]
fn creep_is_finished_step_by_step() {
    let mut bench = Bench::demo();
    bench.press("fSC-23<enter>");
    assert_eq!(state(&bench, "SC-23"), "creep: risk audit");
    // an audit that names it
    bench.press("L").press("audit<enter>").press("IA-02<tab><enter>");
    assert_eq!(state(&bench, "SC-23"), "creep: risk", "{}", bench.said());
    bench.press("9").screen(120, 40);
    assert!(bench.text(File::Audit).contains("elements: [\"SC-23\"]"));
}

#[test]
fn parties_and_obligations_say_what_they_lack() {
    let mut bench = Bench::demo();
    bench.press("fIP-08<enter>");
    let screen = bench.screen(120, 40);
    assert!(screen.contains("Nobody decided whether the"), "{screen}");
    bench.press("fOB-07<enter>");
    let screen = bench.screen(120, 40);
    assert!(screen.contains("No control and no clause meets"), "{screen}");
    assert!(screen.contains("no control"));
}

#[test]
fn deciding_says_since_when_and_who_and_asks_why() {
    let mut bench = Bench::demo();
    let before = bench.text(File::Isms);
    bench.press("fSC-22<enter>ai");
    let element = bench.app.isms.elements.get("SC-22").unwrap().clone();
    assert_eq!(element.since, Some(bench.app.today));
    assert_eq!(&*element.decided_by, "mara");
    assert!(bench.app.layers.is_empty(), "a reason stands there already");
    assert!(state(&bench, "SC-22").starts_with("creep: risk"));
    bench.press("u");
    assert_eq!(bench.text(File::Isms), before);
    // a new one has no reason yet: it is asked for at once
    bench.press("9nArchive<enter><esc>ao");
    assert!(matches!(bench.app.layers.last().unwrap().layer, annexa::layer::Layer::Editor(_)));
    bench.press("Read<space>only<esc>");
    assert!(bench.text(File::Isms).contains("reason: \"Read only\""));
}

#[test]
fn an_element_leads_to_a_risk_that_names_it() {
    let mut bench = Bench::demo();
    bench.press("fSC-23<enter>A");
    assert_eq!(bench.app.list_id(), ListId::Risks);
    let risk = bench.app.isms.risks.rows().last().unwrap();
    assert_eq!(&*risk.elements, [annexa::isms::Text::from("SC-23")]);
    // named, but not assessed yet
    assert_eq!(state(&bench, "SC-23"), "creep: risk audit");
    bench.press("u");
    assert!(bench.app.isms.risks.rows().iter().all(|r| !r.elements.contains(&"SC-23".into())));
}

#[test]
fn parties_are_decided_with_the_same_keys() {
    let mut bench = Bench::demo();
    bench.press("fIP-08<enter>ay");
    bench.press("J");
    bench.press("Certificate<space>is<space>an<space>objective<esc>");
    let cx = bench.app.cx();
    let row = Row::find(cx, &At::new(Kind::Party, "IP-08")).unwrap();
    assert_eq!(column::cell(cx, row, annexa::pane::Column::Currency).text, "in order");
}

#[test]
fn a_new_folder_says_what_the_scope_lacks() {
    let mut bench = Bench::blank();
    bench.press("9");
    let screen = bench.screen(120, 40);
    for words in
        ["There is no scope statement", "No element is inside", "none: creep can't be seen"]
    {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
    bench.press("gb<enter>");
    assert!(bench.screen(80, 24).contains("0 elements"));
}

#[test]
fn the_next_open_element_is_a_key_away() {
    let mut bench = Bench::demo();
    bench.press("9/SC-1<enter><esc><esc>gg]g");
    let mut seen = vec![bench.selected()];
    for _ in 0..4 {
        bench.press("]g");
        seen.push(bench.selected());
    }
    assert_eq!(seen, ["SC-22", "SC-23", "SC-24", "SC-14", "SC-16"]);
}
