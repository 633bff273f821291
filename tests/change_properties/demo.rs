//! A thousand fields of the demo's eight files set, with comments wherever people write them.
//!
//! Told by line: what `git diff` would show is held against the lines on which the field stood and
//! stands, and by the ron crate: the field, and nothing else, means something else.
use super::{
    STANDARD,
    folder::{Rng, value_of},
    judge::{field_span, plain, read, ron_finds, texts},
    number, one,
};
use annexa::{
    change::{Change, History},
    isms::{At, File, Isms, Kind},
    text::{Shape, Tree, Value},
};
use std::ops::Range;

fn demo() -> Vec<(File, Option<String>)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/demo");
    let text = |file: File| std::fs::read_to_string(folder.join(file.name())).unwrap();
    File::ALL.map(|file| (file, Some(text(file)))).to_vec()
}

/// The same text with comments before and behind records and fields, where any may stand.
fn commented(text: &str, rng: &mut Rng) -> String {
    let tree = Tree::parse(text).unwrap();
    let mut places = Vec::new();
    let mut open = vec![tree.root()];
    while let Some(node) = open.pop() {
        open.extend(tree.children(node));
        if matches!(tree.shape(node), Shape::Field | Shape::Struct) {
            let span = tree.span(node);
            places.push((span.start, true));
            places.push((span.end, false));
        }
    }
    places.sort_unstable();
    let mut out = text.to_string();
    for (at, before) in places.into_iter().rev() {
        if !rng.one_in(9) {
            continue;
        }
        let line = out[..at].rfind('\n').map_or(0, |end| end + 1);
        let begins = out[line..at].trim().is_empty();
        let indent = out[line..at].to_string();
        let ends = out[at..].starts_with(",\n");
        match before {
            true if begins => {
                let word = rng.word(&["// ask Eve ), ]", "/* (wait\n */", "// --- \"new\" ---\n"]);
                out.insert_str(at, &format!("{word}\n{indent}"));
            }
            true => out.insert_str(at, rng.word(&["/* ( */ ", "/* 1, */"])),
            false if ends => out.insert_str(at + 1, rng.word(&[" // because, (of)", " /* ] */"])),
            false => out.insert_str(at, rng.word(&[" /* ) */", "/**/"])),
        }
    }
    out
}

/// A record and a field of it that a person could type into.
fn random_field(isms: &Isms, rng: &mut Rng) -> Option<Change> {
    let kind = *rng.pick(&Kind::ALL);
    let at = At::new(kind, isms.key(kind, rng.below(isms.len(kind)))?);
    let field = rng.pick(&kind.fields()[1..]);
    let value = if rng.one_in(6) { Value::Nothing } else { value_of(field, rng) };
    Change::set(isms, &at, field.key, value)
}

/// The lines of a span, from 0.
fn lines(text: &str, span: &Range<usize>) -> Range<usize> {
    let line = |at: usize| text[..at].matches('\n').count();
    line(span.start)..line(span.end) + 1
}

/// Every line outside of the field is there, in its order, in both texts.
#[track_caller]
fn only_those_lines(
    old: &str,
    new: &str,
    was: Option<Range<usize>>,
    is: Option<Range<usize>>,
    change: &Change,
) {
    let rest = |text: &str, out: &Option<Range<usize>>| -> Vec<String> {
        let span = out.as_ref().map(|span| lines(text, span));
        let all = text.split('\n').enumerate();
        // a field that goes may take a blank line along that parted it from nothing else
        let goes = matches!(change, Change::Set { after: Value::Nothing, .. });
        all.filter(|(n, _)| span.as_ref().is_none_or(|span| !span.contains(n)))
            .filter(|(_, line)| !(goes && line.trim().is_empty()))
            .map(|(_, line)| line.to_string())
            .collect()
    };
    let (was, is) = (rest(old, &was), rest(new, &is));
    if was == is {
        return;
    }
    let at = was.iter().zip(&is).position(|(a, b)| a != b).unwrap_or_default();
    let near = |lines: &[String]| lines[at.saturating_sub(9)..(at + 9).min(lines.len())].join("\n");
    panic!("{change:?}: another line changed:\n{}\n---\n{}", near(&was), near(&is));
}

#[test]
fn a_thousand_fields_of_the_demo_change_their_own_lines_only() {
    let mut rng = Rng(number("ANNEXA_SEED", 27001));
    let pairs = number("ANNEXA_CASES", 1000);
    let mut files = demo();
    let mut isms = read(&STANDARD, &files);
    let mut done = 0;
    while done < pairs {
        if done % 50 == 0 {
            // half of them as they are, half with more comments
            files = demo();
            if done % 100 == 50 {
                for (_, text) in &mut files {
                    *text = text.as_deref().map(|text| commented(text, &mut rng));
                }
            }
            isms = read(&STANDARD, &files);
            assert!(isms.is_whole());
        }
        let Some(change) = random_field(&isms, &mut rng) else { continue };
        done += 1;
        let Change::Set { at, field, after, .. } = &change else { continue };
        let row = isms.row(at.kind, &at.key).unwrap();
        let before = texts(&isms);
        let old = isms.register(at.kind.file()).text.to_string();
        let was = field_span(&isms, at, field).map(|(gone, _)| gone);
        let written = isms.is_written(at.kind, row);
        let mut history = History::default();
        history.commit(&mut isms, &STANDARD, one(change.clone())).unwrap();
        for ((file, before), (_, now)) in before.iter().zip(texts(&isms)) {
            assert!(*file == at.kind.file() || *before == now);
        }
        let row = isms.row(at.kind, &at.key).unwrap();
        let stored = isms.stored(at.kind, row, field);
        assert_eq!(plain(&stored), plain(after), "{change:?}");
        ron_finds(&isms, at, field, &stored);
        let new = isms.register(at.kind.file()).text.to_string();
        if written {
            let is = field_span(&isms, at, field).map(|(there, _)| there);
            let there = |span: Option<Range<usize>>| span.filter(|span| !span.is_empty());
            let (was, is) = (there(was), there(is));
            let spread = |text: &str, span: &Option<Range<usize>>| {
                span.as_ref().is_none_or(|span| has_its_lines(text, span))
            };
            // within a line that others share, the line is that of the field
            if spread(&old, &was) && spread(&new, &is) {
                only_those_lines(&old, &new, was, is, &change);
            }
        }
        history.undo(&mut isms, &STANDARD).unwrap();
        assert_eq!(texts(&isms), before, "{change:?}");
    }
}

/// Whether no other field stands on the lines of a field.
fn has_its_lines(text: &str, span: &Range<usize>) -> bool {
    let line = text[..span.start].rfind('\n').map_or(0, |end| end + 1);
    text[line..span.start].trim().is_empty() && !text[line..span.start].contains('\n')
}

#[test]
fn judged_again_after_a_change_is_as_judged_from_scratch() {
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    let mut rng = Rng(number("ANNEXA_SEED", 4) | 1);
    let isms = &mut read(&STANDARD, &demo());
    let mut judged = annexa::assess::assess(isms, &STANDARD, today);
    let mut done = 0;
    while done < number("ANNEXA_CASES", 400) {
        let kinds = [Kind::Risk, Kind::Risk, Kind::Control, Kind::Control, Kind::Action];
        let others = [Kind::Person, Kind::Criteria, Kind::Evidence, Kind::Element, Kind::Document];
        let kind = if rng.one_in(4) { *rng.pick(&others) } else { *rng.pick(&kinds) };
        let key = isms.key(kind, rng.below(isms.len(kind))).unwrap();
        let (at, field) = (At::new(kind, key), rng.pick(&kind.fields()[1..]));
        let value = if rng.one_in(5) { Value::Nothing } else { value_of(field, &mut rng) };
        let Some(change) = Change::set(isms, &at, field.key, value) else { continue };
        if !isms.is_written(kind, isms.row(kind, &at.key).unwrap()) {
            continue;
        }
        done += 1;
        annexa::change::apply(isms, &STANDARD, &one(change.clone())).unwrap();
        judged = annexa::assess::reassess(judged, isms, &STANDARD, today, &[(at, field.key)]);
        let fresh = annexa::assess::assess(isms, &STANDARD, today);
        assert!(judged == fresh, "{change:?}");
    }
}

/// A record on one line has no line end of its own: it takes its file's.
#[test]
fn a_record_on_one_line_keeps_the_line_ends_of_its_file() {
    let register = "Risks(\r\n    schema: 1,\r\n    risks: [\r\n        (id: \"R-1\", title: \"a\"),\r\n    ],\r\n)\r\n";
    let files = [(File::Risks, Some(register.to_string()))];
    let part = |word: &str| {
        let by = ("by".to_string(), Value::Text(word.into()));
        Value::Record(vec![by, ("note".into(), Value::Text("two\nlines".repeat(20)))])
    };
    let long =
        Value::List((0..9).map(|n| Value::Text(format!("asset {n} {}", "x".repeat(40)))).collect());
    for (field, value) in [
        ("notes", Value::Text("two\nlines".into())),
        ("assets", long),
        ("decisions", Value::List(vec![part("one"), part("two")])),
        ("title", Value::Text("two\nlines".into())),
    ] {
        let mut isms = read(&STANDARD, &files);
        let at = At::new(Kind::Risk, "R-1");
        let change = Change::set(&isms, &at, field, value.clone()).unwrap();
        annexa::change::apply(&mut isms, &STANDARD, &one(change)).unwrap();
        let text = isms.register(File::Risks).text.to_string();
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{field}: {text:?}");
        assert_eq!(plain(&isms.stored(Kind::Risk, 0, field)), plain(&value), "{field}");
    }
    let mut isms = read(&STANDARD, &files);
    let new = Change::insert(Kind::Risk, "R-2", vec![("title".into(), Value::Text("b".into()))]);
    annexa::change::apply(&mut isms, &STANDARD, &one(new)).unwrap();
    let text = isms.register(File::Risks).text.to_string();
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{text:?}");
}
