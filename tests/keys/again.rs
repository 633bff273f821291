//! What is worked out in less time after a change or a key is what would be worked out from scratch.

use super::common::{Bench, today};
use annexa::{
    app::verbs::commit,
    assess::assess,
    change::{Change, Transaction},
    isms::{At, Kind},
    text::Value,
};

fn text(words: &str) -> Value {
    Value::Text(words.to_string())
}

/// The judgement is the one from scratch.
fn is_fresh(bench: &mut Bench, what: &str) {
    bench.settle();
    let fresh = assess(&bench.app.isms, &bench.app.standard, today());
    assert!(bench.app.assessment == fresh, "{what}");
}

#[test]
fn changes_undo_and_redo_are_judged_as_from_scratch() {
    let mut bench = Bench::demo();
    let key = |bench: &Bench, kind, row| At::new(kind, bench.app.isms.key(kind, row).unwrap());
    let isms = &bench.app.isms;
    let (risk, action) = (key(&bench, Kind::Risk, 0), key(&bench, Kind::Action, 0));
    let decided = (0..isms.risks.len()).find(|row| !isms.risks.rows()[*row].decisions.is_empty());
    let decided = key(&bench, Kind::Risk, decided.unwrap());
    let unwritten = (0..isms.len(Kind::Item)).find(|row| !isms.is_written(Kind::Item, *row));
    let unwritten = unwritten.map(|row| key(&bench, Kind::Item, row));
    let (evidence, person) = (key(&bench, Kind::Evidence, 0), key(&bench, Kind::Person, 0));
    let mut steps: Vec<(&str, Vec<Change>)> = Vec::new();
    let set = |at: &At, field: &str, value| Change::set(isms, at, field, value).into_iter();
    steps.push(("a rating", set(&risk, "likelihood", Value::Int(5)).collect()));
    steps.push(("a decided risk", set(&decided, "title", text("another")).collect()));
    let seals = set(&decided, "decisions", Value::Nothing);
    steps.push(("no decisions", seals.collect()));
    steps.push(("an action", set(&action, "due", text("2025-01-01")).collect()));
    steps.push(("what an action treats", set(&action, "risks", Value::Nothing).collect()));
    steps.push(("who left", set(&person, "left", text("2025-01-01")).collect()));
    let version = set(&At::new(Kind::Criteria, "criteria"), "version", text("99"));
    steps.push(("other criteria", version.collect()));
    if let Some(at) = &unwritten {
        steps.push(("known from the standard", set(at, "notes", text("a note")).collect()));
    }
    let controls = Value::List(vec![text("8.8")]);
    let new = |kind, id, fields| Change::insert(kind, id, fields);
    steps.push((
        "new evidence",
        vec![new(Kind::Evidence, "EV-900", vec![("supports".into(), controls)])],
    ));
    steps.push(("evidence gone", Change::remove(isms, &evidence).into_iter().collect()));
    steps.push(("a new risk", vec![new(Kind::Risk, "R-900", vec![("title".into(), text("new"))])]));
    let gone = Change::remove(isms, &risk).into_iter();
    let came = new(Kind::Risk, "R-901", vec![("title".into(), text("instead"))]);
    steps.push(("one risk for another", gone.chain([came]).collect()));
    let count = steps.len();
    for (what, changes) in steps {
        assert!(!changes.is_empty(), "{what}");
        let transaction = Transaction { label: what.to_string(), changes };
        if !commit::make_now(&mut bench.app, transaction) {
            panic!("{what}: {}", bench.said());
        }
        is_fresh(&mut bench, what);
    }
    for nth in 0..count {
        commit::undo(&mut bench.app);
        let said = format!("{nth}: {}", bench.said());
        is_fresh(&mut bench, &said);
    }
    assert_eq!(bench.app.isms.risks.len(), Bench::demo().app.isms.risks.len());
    for nth in 0..count {
        commit::redo(&mut bench.app);
        let said = format!("{nth}: {}", bench.said());
        is_fresh(&mut bench, &said);
    }
}

#[test]
fn a_filter_that_gets_longer_finds_what_it_would_find_at_once() {
    for (pane, filter) in [
        ("4", "r-01 level:high,medium !mara \"the b"),
        ("4", "ba ck!up"),
        ("4", "2026-11"),
        ("4", "lindt !owner"),
        ("2", "8.1 status:par,none poli"),
        ("2", "Überwachung"),
        ("3", "4.1 ext"),
        ("gG", "a.5 con"),
    ] {
        let mut bench = Bench::demo();
        bench.press(pane).press("jj/");
        for c in filter.chars() {
            let key = if c == ' ' { "<space>".to_string() } else { c.to_string() };
            bench.press(&key);
            let mut fresh = bench.app.list().clone();
            fresh.refresh(bench.app.cx());
            let list = bench.app.list();
            let shown = (&list.rows, list.cursor, &list.selected, list.total, list.longest_id);
            let wanted =
                (&fresh.rows, fresh.cursor, &fresh.selected, fresh.total, fresh.longest_id);
            assert_eq!(shown, wanted, "{pane} {:?}", list.filter);
        }
        bench.press("<esc>");
        assert_eq!(bench.app.list().filter, "");
    }
}
