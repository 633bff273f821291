//! Commands, counts, find, filters, the tour and the first run.

use super::common::Bench;
use annexa::{
    app::{Action, Effect, Resolved, contexts},
    isms::At,
    layer::Layer,
    pane::{ListId, PaneId},
    search::Index,
    term::sequence::parse_sequence,
};
use std::collections::BTreeSet;

const PANES: [PaneId; 9] = [
    PaneId::Dashboard,
    PaneId::Controls,
    PaneId::Clauses,
    PaneId::Risks,
    PaneId::Audit,
    PaneId::Documents,
    PaneId::Evidence,
    PaneId::Actions,
    PaneId::Scope,
];

#[test]
fn every_command_is_reached_by_key_and_by_palette_and_help_tells_the_truth() {
    let mut reached: BTreeSet<Action> = BTreeSet::new();
    let mut bench = Bench::demo();
    for pane in PANES {
        for action in Action::ALL.iter().copied() {
            bench.app.layers.clear();
            bench.app.count = None;
            annexa::app::verbs::go::pane(&mut bench.app, pane);
            let here = bench.app.contexts();
            let enabled = contexts::enabled(&bench.app, action);
            if let Err(why) = &enabled {
                assert!(why.len() > 8 && why.ends_with('.'), "{action:?}: {why:?}");
            }
            for keys in bench.app.keymap.keys_in(&here, action) {
                let sequence = parse_sequence(&keys).unwrap();
                let resolved = bench.app.keymap.resolve(&here, &sequence);
                assert_eq!(resolved, Resolved::Action(action), "{keys} in {pane:?}");
                reached.insert(action);
            }
            // what would end or change the rest of the walk is not run
            if matches!(action, Action::Quit | Action::Tour) {
                continue;
            }
            bench.app.run(action, None);
            bench.settle();
            let screen = bench.screen(80, 24);
            if let Err(why) = enabled {
                let begin: String = why.chars().take(40).collect();
                assert!(
                    screen.contains(begin.trim_end()),
                    "{action:?} in {pane:?} says why not: {screen}"
                );
            }
        }
    }
    bench.app.layers.clear();
    annexa::app::verbs::go::list(&mut bench.app, ListId::HeatMap);
    let here = bench.app.contexts();
    let on_the_map = |a: &&Action| !bench.app.keymap.keys_in(&here, **a).is_empty();
    reached.extend(Action::ALL.iter().filter(on_the_map));
    let missing: Vec<_> = Action::ALL.iter().filter(|a| !reached.contains(a)).collect();
    assert_eq!(missing, Vec::<&Action>::new());
    for action in Action::ALL {
        bench.app.layers.clear();
        bench.press(&format!(":{}", action.about().name));
        let Some(Layer::Find(find)) = bench.app.layers.last().map(|open| &open.layer) else {
            panic!("{action:?}")
        };
        let found = find.hits.iter().take(5).any(|hit| hit.title.starts_with(action.about().words));
        assert!(found, "{action:?} is among the first five");
    }
}

#[test]
fn the_palette_says_why_a_command_can_not_be_run() {
    let mut bench = Bench::demo();
    bench.press("1:justify");
    let screen = bench.screen(120, 40);
    assert!(screen.contains("works on a control (2)"), "{screen}");
}

#[test]
fn a_count_moves_marks_repeats_and_undoes() {
    let mut bench = Bench::demo();
    bench.press("205j");
    assert_eq!(bench.app.list().cursor, 5);
    bench.press("012");
    assert!(bench.screen(80, 24).contains("012  digits, then a command"));
    bench.press("<esc>j");
    assert_eq!(bench.app.list().cursor, 6, "esc takes the count back");
    bench.press("gg03<space>");
    assert_eq!(bench.app.list().marks.len(), 3);
    bench.press("<esc>ggop");
    bench.app.layers.clear();
    bench.press("ggd2027-05-01<enter>j03.");
    let due = |bench: &Bench, row: usize| bench.app.isms.controls.row(row).unwrap().due;
    let want = chrono::NaiveDate::from_ymd_opt(2027, 5, 1);
    assert!((0..4).all(|row| due(&bench, row) == want), "four rows in all");
    assert_ne!(due(&bench, 4), want);
    bench.press("02u");
    assert_ne!(due(&bench, 0), want, "two steps back");
    bench.press(":count<enter>7j");
    assert_eq!(bench.app.pane, PaneId::Controls, "a count begun by name takes digits, too");
}

#[test]
fn a_filter_says_what_it_does_not_know_and_completes() {
    let mut bench = Bench::demo();
    bench.press("2/stat");
    assert!(bench.screen(80, 24).contains("tab status:"));
    bench.press("<tab>par<tab>");
    assert_eq!(bench.app.list().filter, "status:partial");
    bench.press(" colour:red ");
    let screen = bench.screen(80, 24);
    assert!(screen.contains("colour"), "{screen}");
    assert!(screen.lines().nth(22).unwrap().contains("colour"), "{screen}");
    bench.press("<esc>fowner:mara colour:red ");
    assert!(bench.screen(80, 24).lines().any(|l| l.contains('└') && l.contains("colour")));
}

#[test]
fn find_knows_each_change_at_once() {
    let mut bench = Bench::demo();
    let found = |bench: &mut Bench, typed: &str| {
        bench.press(&format!("f{typed}"));
        let Some(Layer::Find(find)) = bench.app.layers.last().map(|open| &open.layer) else {
            panic!()
        };
        let ids: Vec<String> = find.hits.iter().map(|hit| hit.id.clone()).collect();
        bench.press("<esc>");
        ids
    };
    assert_eq!(found(&mut bench, "zeppelin"), Vec::<String>::new());
    bench.press("4");
    let at = bench.app.list().selected.clone().unwrap();
    let set = |bench: &mut Bench, at: &At, text: &str| {
        let value = annexa::text::Value::Text(text.into());
        annexa::app::verbs::commit::set(&mut bench.app, std::slice::from_ref(at), "title", &value);
        bench.settle();
    };
    set(&mut bench, &at, "Zeppelin over the data centre");
    assert_eq!(found(&mut bench, "zeppelin"), std::slice::from_ref(&at.key));
    bench.press("u");
    assert_eq!(found(&mut bench, "zeppelin"), Vec::<String>::new());
    bench.press("nZeppelin twice<enter>");
    bench.app.layers.clear();
    assert_eq!(found(&mut bench, "zeppelin"), ["R-032"]);
    let fresh = Index::build(&bench.app.isms, &bench.app.standard);
    let grown = bench.app.catalogue.current().unwrap();
    let all = |index: &Index| -> Vec<(String, u32)> {
        (0..u32::try_from(index.len()).unwrap())
            .map(|n| index.item(n).unwrap())
            .map(|item| (item.id.to_string(), item.row))
            .collect()
    };
    assert_eq!(all(grown), all(&fresh));
}

#[test]
fn find_links_with_the_current_record_and_keeps_to_one_kind() {
    let mut bench = Bench::demo();
    bench.press("4");
    let risk = bench.app.list().selected.clone().unwrap();
    bench.press("fvuln<tab>");
    assert!(bench.screen(120, 40).contains("only document"));
    bench.press("<tab>8.8<ctrl-u>");
    bench.app.layers.clear();
    bench.press("f8.8");
    bench.press("<ctrl-l>");
    assert!(bench.said().contains("8.8"), "{}", bench.said());
    let row = bench.app.isms.row(risk.kind, &risk.key).unwrap();
    let controls = &bench.app.isms.risks.row(row).unwrap().controls;
    assert!(controls.iter().any(|id| &**id == "8.8"), "{controls:?} {} {risk:?}", bench.said());
}

#[test]
fn the_tour_follows_what_is_done() {
    let mut bench = Bench::demo();
    bench.press("g?");
    assert!(bench.screen(80, 24).contains("Tour 1 of 6"));
    bench.press("<enter>");
    assert!(bench.screen(80, 24).contains("Tour 2 of 6"));
    bench.press("2]j");
    assert_eq!(bench.app.tour, Some(2));
    bench.press("s<enter>");
    bench.app.layers.clear();
    bench.press("d2027-01-01<enter>u");
    assert_eq!(bench.app.tour, Some(3));
    bench.press("fvuln<enter><ctrl-o>4gt");
    assert_eq!(bench.app.tour, Some(5));
    bench.press("<esc>gG?<esc>");
    assert_eq!(bench.app.tour, None);
    bench.press("g?g?");
    assert_eq!((bench.app.tour, &*bench.said()), (None, "The tour is over; g ? begins it anew."));
}

#[test]
fn an_empty_place_offers_to_create_to_show_and_to_open() {
    let mut bench = Bench::over(|_| annexa::isms::Found::Missing);
    bench.app.loaded = false;
    annexa::app::start::offer(&mut bench.app, "/here");
    let screen = bench.screen(80, 24);
    for words in ["create an ISMS here", "try the demo", "open a folder", "leave"] {
        assert!(screen.contains(words), "{screen}");
    }
    bench.press("o");
    bench.press("~/isms<enter>");
    assert!(bench.effects.contains(&Effect::OpenFolder("~/isms".into())), "{:?}", bench.effects);
    annexa::app::start::offer(&mut bench.app, "/here");
    bench.press("o<esc>");
    assert!(bench.screen(80, 24).contains("There is no ISMS here yet"), "esc leads back");
}

#[test]
fn enter_on_a_checklist_answer_leads_to_what_it_rests_on() {
    let mut bench = Bench::demo();
    let (mut jumped, mut asked) = (0, 0);
    for row in 0..bench.app.isms.checklist.len() {
        bench.app.layers.clear();
        let key = bench.app.isms.checklist.row(row).unwrap().id.to_string();
        annexa::app::verbs::go::reveal(&mut bench.app, &At::new(annexa::isms::Kind::Item, &*key));
        let index = bench.app.isms.row(annexa::isms::Kind::Item, &key).unwrap();
        let answer = bench.app.assessment.items[index].answer.clone();
        if !matches!(answer, annexa::assess::ItemAnswer::Computed(_)) {
            continue;
        }
        asked += 1;
        bench.press("<enter>");
        bench.press("<enter>");
        let list = bench.app.list();
        let there = list.selected.as_ref().is_some_and(|at| at.key != key) || list.only.is_some();
        jumped += usize::from(there || list.id != ListId::Checklist || list.rows.is_empty());
    }
    assert!(asked > 10, "{asked}");
    assert_eq!(jumped, asked);
}

#[test]
fn the_keys_in_readme_are_those_of_the_table() {
    let readme =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    for row in annexa::settings::keys::keys_table().lines() {
        assert!(
            readme.contains(row),
            "README lacks: {row} (annexa keys --markdown prints the table)"
        );
    }
}

#[test]
fn the_back_and_forward_keys_and_links_lead_along() {
    let mut bench = Bench::demo();
    bench.press("4");
    let risk = bench.selected();
    bench.press("gk");
    assert!(bench.screen(80, 24).contains(&format!("Links of {risk}")));
    bench.press("<enter>");
    let there = bench.selected();
    assert_ne!(there, risk);
    bench.press("<ctrl-o>");
    assert_eq!(bench.selected(), risk);
    bench.press("go");
    assert_eq!(bench.selected(), there);
    bench.press("<ctrl-o>gc");
    assert_eq!(bench.app.list_id(), ListId::Controls);
    assert!(bench.screen(80, 24).contains(&format!("linked with {risk}")));
    bench.press("<ctrl-o>gt");
    let screen = bench.screen(120, 40);
    let screen = screen.split("decisions, audit").nth(1).unwrap();
    let order = ["Treatment", "Control", "shown by", "Decision"];
    let places: Vec<usize> = order.iter().map(|word| screen.find(word).unwrap()).collect();
    assert!(places.is_sorted(), "{screen}");
}
