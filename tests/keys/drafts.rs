//! Nothing typed is ever lost: whatever layer it stands in, it is in the drafts, and can be taken over.

use super::common::Bench;
use annexa::{
    app::{Draft, Effect, Loaded, Msg, Saved},
    change::Conflict,
    isms::{At, File, Found, Isms, Kind},
    text::Value,
};

/// What the drafts on the disk hold now.
fn kept(bench: &Bench) -> Vec<Draft> {
    let mut orders = bench.effects.iter().filter_map(|effect| match effect {
        Effect::Drafts(drafts) => Some(drafts.clone()),
        _ => None,
    });
    orders.next_back().unwrap_or_default()
}

fn text(draft: &Draft) -> (String, String, String) {
    match draft {
        Draft::Text { at, field, text, .. } => (at.key.clone(), field.clone(), text.clone()),
        Draft::Changes { label, .. } => ("changes".into(), String::new(), label.clone()),
    }
}

/// Presses the keys that open a field of the selected record.
fn open(bench: &mut Bench, field: &'static str) {
    let at = bench.app.list().selected.clone().unwrap();
    annexa::app::verbs::field::edit(&mut bench.app, vec![at], field);
    bench.settle();
}

#[test]
fn every_layer_in_which_a_text_is_typed_is_in_the_drafts() {
    type Way = (&'static str, &'static str, &'static str, &'static str, &'static str);
    let ways: [Way; 8] = [
        ("2/8.8<enter>", "justification", "", "8.8", "justification"),
        ("4/R-014<enter>", "title", "", "R-014", "title"),
        ("4/R-014<enter>", "notes", "", "R-014", "notes"),
        ("4/R-014<enter>", "review", "<ctrl-u>2027-0", "R-014", "review"),
        ("4/R-014<enter>", "assets", "", "R-014", "assets"),
        ("4/R-014<enter>R<enter>", "", "", "R-014", "rating_reason"),
        ("4/R-014<enter><ctrl-t><enter>", "", "", "R-014", "residual_reason"),
        ("4n", "", "", "R-", "title"),
    ];
    for (keys, field, typed, id, draft) in ways {
        let mut bench = Bench::demo();
        bench.press(keys);
        if !field.is_empty() {
            open(&mut bench, field);
        }
        let typed = if typed.is_empty() { "zebra" } else { typed };
        bench.press(typed);
        let found = kept(&bench);
        assert_eq!(found.len(), 1, "{keys} {field}: {found:?} {}", bench.screen(100, 30));
        let (at, key, words) = text(&found[0]);
        assert!(at.starts_with(id) && key == draft, "{keys} {field}: {found:?}");
        assert!(words.contains("zebra") || words == "2027-0", "{words}");
        // put aside: it stays among the drafts
        bench.press("<ctrl-c>");
        assert_eq!(kept(&bench).len(), 1, "{keys} {field}");
    }
}

#[test]
fn the_note_of_a_decision_is_a_draft_too() {
    let mut bench = Bench::demo();
    bench.press("gA<enter>y<enter>zebra");
    let found = kept(&bench);
    assert!(found.iter().any(|draft| text(draft).2.contains("zebra")), "{found:?}");
    bench.press("<esc>");
    assert!(kept(&bench).iter().any(|draft| text(draft).2.contains("zebra")));
}

#[test]
fn what_was_saved_is_no_draft_any_more() {
    let mut bench = Bench::demo();
    bench.press("2/8.8<enter>");
    open(&mut bench, "justification");
    bench.press("zebra");
    assert_eq!(kept(&bench).len(), 1);
    bench.press("<esc>");
    assert!(bench.text(File::Controls).contains("zebra"));
    bench.press("j");
    assert_eq!(kept(&bench), []);
}

#[test]
fn a_draft_of_an_earlier_session_is_taken_over_as_what_it_was_typed_for() {
    for (kind, key, field, typed, wanted) in [
        (Kind::Control, "8.8", "justification", "zebra\nline", Value::Text("zebra\nline".into())),
        (Kind::Risk, "R-014", "review", "2027-02-01", Value::Text("2027-02-01".into())),
        (
            Kind::Risk,
            "R-014",
            "assets",
            "one\ntwo",
            Value::List(vec![Value::Text("one".into()), Value::Text("two".into())]),
        ),
        (Kind::Risk, "R-777", "title", "zebra", Value::Text("zebra".into())),
    ] {
        let mut bench = earlier(kind, key, field, typed);
        bench.press("gD<enter><enter>");
        let at = At::new(kind, key);
        assert_eq!(bench.app.isms.get(&at, field), Some(wanted), "{key} {field} {}", bench.said());
        assert!(bench.app.drafts.is_empty());
    }
    // half a date can't stand in the field: the draft stays
    let mut bench = earlier(Kind::Risk, "R-014", "review", "2027-0");
    bench.press("gD<enter><enter>");
    assert!(bench.said().contains("kept"), "{}", bench.said());
    assert_eq!(bench.app.drafts.len(), 1);
    // a field of a part goes by its path
    let mut bench = earlier(Kind::Criteria, "criteria", "levels.1.name", "zebra");
    bench.press("gD<enter><enter>");
    assert!(bench.text(File::Isms).contains("name: \"zebra\""));
}

/// The demo, opened where a session died with a text.
fn earlier(kind: Kind, key: &str, field: &str, text: &str) -> Bench {
    let mut bench = Bench::demo();
    let draft = Draft::Text {
        at: At::new(kind, key),
        field: field.into(),
        text: text.into(),
        when: String::new(),
    };
    let standard = bench.app.standard.clone();
    let isms = Isms::read(&standard, super::common::texts("data/demo"));
    bench.app.loaded = false;
    let loaded = Loaded { standard, isms, drafts: vec![draft], me: None };
    bench.app.update(Msg::Loaded(Box::new(loaded)));
    bench.settle();
    assert!(bench.said().contains("g D"), "{}", bench.said());
    bench
}

/// The effects of a key, without a disk.
fn effects(bench: &mut Bench, keys: &str) -> Vec<Effect> {
    for key in annexa::term::sequence::keys(keys) {
        bench.app.update(Msg::Key(key));
    }
    std::mem::take(&mut bench.app.effects)
}

#[test]
fn a_change_that_waits_for_the_disk_is_in_the_drafts_until_it_is_there() {
    let mut bench = Bench::demo();
    bench.press("2/8.8<enter>s");
    let done = effects(&mut bench, "pl<enter>");
    let (mut save, mut timer) = (None, None);
    for effect in done {
        match effect {
            Effect::Save { sequence, text, .. } => save = Some((sequence, text)),
            Effect::After(which, millis) if millis <= 1000 => timer = Some(which),
            _ => {}
        }
    }
    let ((sequence, text), timer) = (save.unwrap(), timer.unwrap());
    // the disk takes its time
    bench.app.update(Msg::Timer(timer));
    bench.settle();
    let held = kept(&bench);
    assert!(
        matches!(&held[..], [Draft::Changes { changes, .. }] if changes.len() == 1),
        "{held:?}"
    );
    bench.app.update(Msg::Saved(Saved {
        file: File::Controls,
        sequence,
        text,
        conflicts: Vec::new(),
        at: String::new(),
    }));
    bench.app.keep_drafts();
    bench.settle();
    assert_eq!(kept(&bench), []);
}

#[test]
fn a_conflict_keeps_both_texts_on_screen_and_in_the_drafts_until_it_is_decided() {
    for (choice, wanted) in [("", "mine"), ("j", "theirs"), ("jj", "both")] {
        let mut bench = Bench::demo();
        let at = At::new(Kind::Control, "8.8");
        let text = |text: &str| Value::Text(text.into());
        // the disk has the other's text
        let old = bench.text(File::Controls);
        let was = bench.app.isms.get(&at, "justification").unwrap();
        let Value::Text(before) = &was else { panic!() };
        let theirs: annexa::text::FileText = old.replacen(before, "their own words", 1).into();
        bench.app.update(Msg::Disk(vec![(File::Controls, Found::Text(theirs.clone()))]));
        bench.app.update(Msg::Saved(Saved {
            file: File::Controls,
            sequence: 0,
            text: theirs,
            conflicts: vec![Conflict {
                at: at.clone(),
                field: "justification".into(),
                base: was.clone(),
                mine: text("my own words"),
                theirs: text("their own words"),
            }],
            at: String::new(),
        }));
        bench.settle();
        assert!(bench.said().contains("g x"), "{}", bench.said());
        assert!(kept(&bench).iter().any(|d| matches!(d, Draft::Changes { changes, .. } if format!("{changes:?}").contains("my own words"))));
        bench.press("gx");
        let screen = bench.screen(100, 30);
        assert!(screen.contains("my own words") && screen.contains("their own words"), "{screen}");
        bench.press(&format!("<enter>{choice}<enter>"));
        let now = bench.app.isms.get(&at, "justification").unwrap();
        let expected = match wanted {
            "mine" => "my own words",
            "theirs" => "their own words",
            _ => "their own words\nmy own words",
        };
        assert_eq!(now, text(expected), "{wanted}");
        assert!(bench.app.conflicts.is_empty());
        bench.app.keep_drafts();
        bench.settle();
        assert_eq!(kept(&bench), [], "{wanted}");
    }
}

#[test]
fn a_file_that_cannot_be_read_says_where_and_opens_there() {
    let mut demo = super::common::texts("data/demo");
    let mut bench = Bench::over(|file| match (file, demo(file)) {
        (File::Risks, Found::Text(text)) => {
            Found::Text(text.replacen("        (\n", "<<<<<<< HEAD\n        (\n", 1).into())
        }
        (_, found) => found,
    });
    let line =
        bench.text(File::Risks).lines().position(|line| line.starts_with("<<<")).unwrap() + 1;
    let place = format!("risks.ron:{line}:1");
    bench.press("4");
    let screen = bench.screen(120, 40);
    assert!(screen.contains(&place) && screen.contains("conflict marker"), "{screen}");
    assert!(screen.contains("E opens it"), "{screen}");
    assert!(!screen.contains("No risk yet") && !screen.contains("above 0"), "{screen}");
    bench.press("E");
    let opened = bench.effects.iter().any(
        |effect| matches!(effect, Effect::EditFile { file: File::Risks, line: at } if *at == line),
    );
    assert!(opened, "{:?} {}", bench.effects, bench.said());
    // the others work, and once it is mended it does too
    bench.press("2/8.8<enter>spl<enter>");
    assert!(bench.text(File::Controls).contains("Planned"));
    let Found::Text(mended) = super::common::texts("data/demo")(File::Risks) else { panic!() };
    bench.app.update(Msg::Disk(vec![(File::Risks, Found::Text(mended))]));
    bench.settle();
    bench.press("4");
    assert!(bench.screen(120, 40).contains("R-001"));
}
