//! The app driven by keys, without a terminal.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

#[path = "keys/again.rs"]
mod again;
#[path = "keys/clash.rs"]
mod clash;
#[path = "keys/clauses.rs"]
mod clauses;
mod common;
#[path = "keys/criteria.rs"]
mod criteria;
#[path = "keys/cursor.rs"]
mod cursor;
#[path = "keys/dashboard.rs"]
mod dashboard;
#[path = "keys/decisions.rs"]
mod decisions;
#[path = "keys/drafts.rs"]
mod drafts;
#[path = "keys/gap_list.rs"]
mod gap_list;
#[path = "keys/home.rs"]
mod home;
#[path = "keys/hostile.rs"]
mod hostile;
#[path = "keys/justify.rs"]
mod justify;
#[path = "keys/many.rs"]
mod many;
#[path = "keys/own.rs"]
mod own;
#[path = "keys/risks.rs"]
mod risks;
#[path = "keys/scope.rs"]
mod scope;
#[path = "keys/soa.rs"]
mod soa;
#[path = "keys/two.rs"]
mod two;
#[path = "keys/workbench.rs"]
mod workbench;

use annexa::{
    app::{Action, Context, Effect},
    isms::{Applicable, At, File, Kind, Status},
    layer::Layer,
    pane::{ListId, PaneId},
};
use common::Bench;

#[test]
fn panes_by_number_and_back_along_the_jumps() {
    let mut bench = Bench::demo();
    bench.press("2");
    assert_eq!(bench.app.pane, PaneId::Controls);
    bench.press("4");
    assert_eq!(bench.app.pane, PaneId::Risks);
    bench.press("<ctrl-o>");
    assert_eq!(bench.app.pane, PaneId::Controls);
    bench.press("go");
    assert_eq!(bench.app.pane, PaneId::Risks);
}

#[test]
fn one_edited_field_is_one_changed_line() {
    let mut bench = Bench::demo();
    let before = bench.text(File::Controls);
    bench.press("2/8.8<enter>s");
    bench.press("p<enter>");
    let after = bench.text(File::Controls);
    let changed: Vec<(&str, &str)> =
        before.lines().zip(after.lines()).filter(|(a, b)| a != b).collect();
    assert!(changed.len() <= 1, "{changed:?}");
    assert_eq!(before.lines().count(), after.lines().count());
    bench.press("u");
    assert_eq!(bench.text(File::Controls), before);
    bench.press("<ctrl-r>");
    assert_eq!(bench.text(File::Controls), after);
}

#[test]
fn looking_at_everything_changes_nothing() {
    let mut bench = Bench::demo();
    let before: Vec<String> = File::ALL.iter().map(|file| bench.text(*file)).collect();
    for pane in 1..=9 {
        bench.press(&format!("{pane}jjkGgg<ctrl-d><tab>jjk<esc>t?<esc>"));
        bench.screen(120, 40);
        bench.screen(80, 24);
    }
    let after: Vec<String> = File::ALL.iter().map(|file| bench.text(*file)).collect();
    assert_eq!(before, after);
    assert!(!bench.effects.iter().any(|e| matches!(e, Effect::Save { .. })));
}

#[test]
fn the_soa_has_as_many_rows_as_annex_a_in_natural_order() {
    let mut bench = Bench::blank();
    bench.press("2");
    let list = bench.app.list();
    let ids: Vec<&str> =
        list.rows.iter().filter_map(|row| bench.app.isms.key(row.kind, row.row)).collect();
    assert_eq!(ids.len(), 93);
    assert_eq!(ids[..4], ["5.1", "5.2", "5.3", "5.4"]);
    let ten = ids.iter().position(|id| *id == "5.10").unwrap();
    assert_eq!(ids[ten - 1], "5.9");
}

#[test]
fn all_controls_are_decided_and_justified_with_four_keys_each() {
    let mut bench = Bench::blank();
    bench.press("2w");
    let start = bench.pressed;
    let mut typed = 0;
    for nth in 0..93 {
        let text = format!("Needed for what we do, reason number {nth} in our words");
        // enter: yes, it applies; the text; ctrl-n: keep it, on to the next
        bench.press("<enter>");
        bench.press(&text.replace(' ', "<space>"));
        typed += text.chars().count();
        bench.press("<ctrl-n>");
    }
    let keys = bench.pressed - start - typed;
    assert!(keys <= 4 * 93, "{keys} keys for 93 controls");
    let controls = bench.app.isms.controls.rows();
    assert!(controls.iter().all(|c| c.applicable == Applicable::Yes));
    assert!(controls.iter().all(|c| c.justification.starts_with("Needed for what we do")));
    assert!(bench.app.assessment.controls.iter().all(|state| state.justified));
}

#[test]
fn the_physical_controls_are_excluded_with_one_shared_reason() {
    let mut bench = Bench::blank();
    bench.press("2");
    let reason = "No own premises: everybody works from home and no equipment is kept anywhere";
    let start = bench.pressed;
    // filter, mark all, exclude, confirm, justify, confirm
    bench.press("/theme:phys<enter>*an");
    bench.press("<enter>");
    bench.press("J");
    bench.press(&reason.replace(' ', "<space>"));
    bench.press("<esc>");
    bench.press("y");
    let keys = bench.pressed - start - reason.len() - "theme:phys".len();
    assert!(keys < 15, "{keys} keys");
    let excluded: Vec<&annexa::isms::Control> =
        bench.app.isms.controls.rows().iter().filter(|c| c.applicable == Applicable::No).collect();
    assert_eq!(excluded.len(), 14);
    assert!(excluded.iter().all(|c| c.id.starts_with("7.") && &*c.justification == reason));
    bench.press("uu");
    assert!(bench.app.isms.controls.rows().iter().all(|c| c.applicable == Applicable::Undecided));
}

#[test]
fn a_dot_repeats_the_last_change() {
    let mut bench = Bench::blank();
    bench.press("2sp<enter>");
    assert_eq!(bench.app.isms.controls.get("5.1").unwrap().status, Status::Planned);
    bench.press("j.");
    assert_eq!(bench.app.isms.controls.get("5.2").unwrap().status, Status::Planned);
}

#[test]
fn every_figure_opens_exactly_the_rows_that_it_counts() {
    let mut bench = Bench::demo();
    let doors = annexa::pane::dashboard::doors(bench.app.cx());
    let mut seen = 0;
    for (nth, door) in doors.iter().enumerate() {
        let annexa::pane::dashboard::Behind::Rows { rows, .. } = &door.to else { continue };
        bench.press("1");
        bench.app.door = nth;
        bench.press("<enter>");
        let list = bench.app.list();
        let shown: std::collections::BTreeSet<At> =
            list.rows.iter().filter_map(|row| row.at(bench.app.cx())).collect();
        assert_eq!(shown, rows.find(bench.app.cx()), "{}", door.text);
        if let Ok(figure) = door.figure.parse::<usize>()
            && door.section == annexa::pane::dashboard::Section::Figures
        {
            assert_eq!(figure, shown.len(), "{}", door.text);
            seen += 1;
        }
    }
    assert!(seen >= 6);
}

#[test]
fn a_text_survives_ctrl_c_as_a_draft() {
    let mut bench = Bench::demo();
    let before = bench.text(File::Controls);
    bench.press("2J");
    bench.press("Something<space>new<ctrl-c>");
    assert_eq!(bench.text(File::Controls), before);
    assert_eq!(bench.app.dropped.len(), 1);
    bench.press("gD<enter>");
    assert!(matches!(bench.app.layers.last().unwrap().layer, Layer::Choose(_)));
    bench.press("<enter>");
    assert!(bench.text(File::Controls).contains("Something new"));
}

#[test]
fn read_only_says_why() {
    let mut bench = Bench::demo();
    bench.app.read_only = Some("opened with --read-only".to_string());
    let before = bench.text(File::Controls);
    for key in ["s", "a", "J", "o", "d", "D", "n", "u", "L"] {
        bench.press(&format!("2{key}"));
        assert!(bench.app.layers.is_empty(), "{key} opened something");
        assert!(bench.said().contains("read-only"), "{key}: {}", bench.said());
    }
    bench.press("<enter><enter>");
    assert!(bench.app.layers.is_empty());
    assert_eq!(bench.text(File::Controls), before);
}

#[test]
fn find_reaches_records_and_commands() {
    let mut bench = Bench::demo();
    bench.press("f8.8<enter>");
    assert_eq!(bench.selected(), "8.8");
    bench.press(":heat<enter>");
    assert!(bench.app.layers.is_empty());
    bench.press("fr14<enter>");
    assert_eq!(bench.selected(), "R-014");
    assert_eq!(bench.app.list_id(), ListId::Risks);
}

#[test]
fn an_acceptance_goes_stale_and_comes_back() {
    let mut bench = Bench::demo();
    bench.press("4fr1<esc>");
    let awaiting = |bench: &Bench, key: &str| {
        let row = bench.app.isms.row(Kind::Risk, key).unwrap();
        bench.app.assessment.risks[row].acceptance.clone()
    };
    bench.app.me = Some("lindt".to_string());
    // a risk that lindt owns and that has a residual level
    let key = bench
        .app
        .isms
        .risks
        .rows()
        .iter()
        .find(|r| {
            &*r.owner == "lindt"
                && r.residual_likelihood.is_some()
                && r.decisions.is_empty()
                && r.treatment != annexa::isms::Treatment::Undecided
                && r.status == annexa::isms::RiskStatus::Open
        })
        .map(|r| r.id.to_string());
    let Some(key) = key else { return };
    bench.press("f").press(&key).press("<enter>");
    bench.press("A").press("a").press("<enter>").press("<enter>");
    if !bench.app.layers.is_empty() {
        bench.press("<enter>");
    }
    let accepted = awaiting(&bench, &key);
    assert!(accepted.is_settled(), "{key}: {accepted:?} · {}", bench.said());
    bench.press("<ctrl-t>").press("k").press("<enter>").press("<esc>");
    assert!(!awaiting(&bench, &key).is_settled());
    bench.press("u");
    assert!(awaiting(&bench, &key).is_settled());
}

#[test]
fn every_action_is_in_the_palette_and_has_a_key() {
    let bench = Bench::demo();
    for action in Action::ALL {
        let about = action.about();
        assert!(!about.words.is_empty() && !about.name.is_empty());
        let keys = bench.app.keymap.keys_of(about.context, *action);
        assert!(!keys.is_empty(), "{} has no key", about.name);
    }
}

#[test]
fn every_key_of_help_works_in_its_context() {
    for action in Action::ALL.iter().copied() {
        let about = action.about();
        if matches!(action, Action::Quit | Action::Suspend) {
            continue;
        }
        let mut bench = Bench::demo();
        bench.screen(80, 24);
        let start = match about.context {
            Context::Controls | Context::List | Context::Records | Context::Global => "2",
            Context::Detail => "2<tab>",
            Context::Dashboard => "1",
            Context::Clauses => "3",
            Context::Risks => "4",
            Context::Scope => "9",
            Context::HeatMap => "4t",
        };
        bench.press(start);
        let keys = bench.app.keymap.keys_of(about.context, action);
        let parsed = annexa::term::sequence::parse_sequence(&keys[0]).unwrap();
        let resolved = bench.app.keymap.resolve(&bench.app.contexts(), &parsed);
        assert_eq!(
            resolved,
            annexa::app::Resolved::Action(action),
            "{} ({}) in {start}",
            about.name,
            keys[0]
        );
        for key in parsed {
            bench.app.update(annexa::app::Msg::Key(key));
        }
        bench.settle();
        bench.screen(80, 24);
    }
}
