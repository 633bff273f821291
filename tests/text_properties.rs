//! The text engine against random registers, with ron as the judge.
//!
//! `ANNEXA_CASES` sets how many documents are tried, `ANNEXA_SEED` where the numbers begin.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test may stop where its assumption fails"
)]

#[path = "text_properties/document.rs"]
mod document;

use annexa::text::{
    Node, Shape, Splice, Tree, Value, apply, insert_item, insert_item_text, invert, read,
    remove_item, set_field, set_value,
};
use document::{Document, Path, Rng, Writer};

const ORDER: [&str; 7] = ["id", "title", "in", "owner", "gr\u{f6}\u{df}e", "tags", "note"];

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// Runs the check on random documents; each has a seed of its own, so that one can be tried alone.
fn for_documents(share: u64, check: impl Fn(&Document, &mut Rng)) {
    let (seed, cases) = (number("ANNEXA_SEED", 1), number("ANNEXA_CASES", 1500) / share);
    for case in seed..seed + cases {
        let mut rng = Rng(case.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let document = Writer::new(&mut rng).document();
        let failed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            check(&document, &mut rng);
        }));
        if failed.is_err() {
            panic!("ANNEXA_SEED={case} ANNEXA_CASES={share}\n{}", document.text);
        }
    }
}

fn tree(src: &str) -> Tree {
    Tree::parse(src).unwrap_or_else(|error| panic!("{error}\n{src}"))
}

/// The node of a row, seen through `Some`.
fn find(src: &str, index: &Tree, path: &Path) -> Node {
    let mut node = index.seen_through_some(src, index.root());
    for k in path {
        let child = index.children(node).nth(*k).unwrap();
        let value = match index.shape(child) {
            Shape::Field => index.children(child).next().unwrap(),
            _ => child,
        };
        node = index.seen_through_some(src, value);
    }
    node
}

fn place<'v>(value: &'v mut Value, path: &[usize]) -> &'v mut Value {
    let Some((k, rest)) = path.split_first() else { return value };
    match value {
        Value::List(items) => place(&mut items[*k], rest),
        Value::Record(fields) => place(&mut fields[*k].1, rest),
        other => panic!("{other:?} has no items"),
    }
}

/// A variant may stand in quotes: as text they are the same.
fn plain(value: &Value) -> Value {
    match value {
        Value::Word(word) => Value::Text(word.clone()),
        Value::List(items) => Value::List(items.iter().map(plain).collect()),
        Value::Record(fields) => {
            let fields = fields.iter().map(|(name, value)| (name.clone(), plain(value)));
            Value::Record(fields.collect())
        }
        other => other.clone(),
    }
}

/// What ron reads, with `Some` seen through, `None` fields left out, and variants (which ron's value
/// forgets) like the texts that stand for them.
fn judged(value: &ron::Value) -> String {
    use ron::Value::*;
    match value {
        Option(Some(inner)) => judged(inner),
        Option(None) => "None".into(),
        Unit => "()".into(),
        String(text) if text.starts_with('W') => "()".into(),
        // ron takes `( )` for a tuple without items
        Seq(items) if items.is_empty() => "()".into(),
        Seq(items) => format!("[{}]", items.iter().map(judged).collect::<Vec<_>>().join(", ")),
        Map(map) => {
            let fields = map.iter().map(|(key, value)| (judged(key), judged(value)));
            let fields = fields.filter(|(_, value)| value != "None");
            let mut fields: Vec<_> = fields.map(|(k, v)| format!("{k}: {v}")).collect();
            fields.sort();
            format!("({})", fields.join(", "))
        }
        other => format!("{other:?}"),
    }
}

fn by_ron(src: &str) -> String {
    let value = ron::from_str::<ron::Value>(&src.replace("\r\n", "\n"));
    judged(&value.unwrap_or_else(|error| panic!("ron refuses: {error}\n{src}")))
}

/// The numbered comments in order; strings are skipped by the index.
fn comments(src: &str) -> Vec<usize> {
    let index = tree(src);
    let mut bytes = src.as_bytes().to_vec();
    blank_literals(&index, index.root(), &mut bytes);
    let text = String::from_utf8(bytes).unwrap();
    let starts = text.match_indices(" ( \" [ \u{e9}").map(|(at, _)| at);
    let number = |at: usize| {
        let digits = text[..at].rfind('c').unwrap() + 1;
        text[digits..at].parse().unwrap()
    };
    starts.map(number).collect()
}

fn blank_literals(index: &Tree, node: Node, bytes: &mut [u8]) {
    if matches!(index.shape(node), Shape::Text | Shape::RawText) {
        bytes[index.span(node)].fill(b'_');
    }
    for child in index.children(node) {
        blank_literals(index, child, bytes);
    }
}

/// The whole contract of an edit; gives back the new text.
#[track_caller]
fn edited(
    document: &Document,
    splices: &[Splice],
    meant: &Value,
    may_go: impl Fn(usize) -> bool,
) -> String {
    let src = &document.text;
    assert!(splices.windows(2).all(|two| two[0].end <= two[1].start), "{splices:?}");
    let after = apply(src, splices);
    assert_eq!(apply(&after, &invert(src, splices)), *src, "undo");
    let index = tree(&after);
    assert_eq!(plain(&read(&after, &index, index.root())), plain(meant), "meaning\n{after}");
    assert_eq!(by_ron(&after), by_ron(&annexa::text::write(meant, "", "\n")), "ron\n{after}");
    let kept: Vec<usize> = comments(src).into_iter().filter(|c| !may_go(*c)).collect();
    let found: Vec<usize> = comments(&after).into_iter().filter(|c| !may_go(*c)).collect();
    assert_eq!(found, kept, "comments\n{after}");
    if src.contains("\r\n") {
        assert_eq!(
            after.matches('\n').count(),
            after.matches("\r\n").count(),
            "line ends\n{after:?}"
        );
    }
    after
}

fn rows(document: &Document, want: fn(&Value) -> bool) -> Vec<Path> {
    let mut value = document.value.clone();
    let rows = document.rows.iter().filter(|path| want(place(&mut value, path)));
    rows.cloned().collect()
}

#[test]
fn what_ron_reads_we_read_alike() {
    for_documents(1, |document, _| {
        let index = tree(&document.text);
        let found = read(&document.text, &index, index.root());
        assert_eq!(plain(&found), plain(&document.value));
        let written = annexa::text::write(&document.value, "", "\n");
        assert_eq!(by_ron(&document.text), by_ron(&written), "{written}");
        let same = set_value(&document.text, &index, index.root(), &document.value).unwrap();
        assert_eq!(same, [], "nothing changed, nothing to splice");
    });
}

#[test]
fn a_field_is_set_added_or_removed() {
    for_documents(1, |document, rng| {
        let records = rows(document, |value| matches!(value, Value::Record(_)));
        for path in records {
            let index = tree(&document.text);
            let record = find(&document.text, &index, &path);
            let name = *rng.pick(&ORDER);
            let value = match rng.below(4) {
                0 => Value::Nothing,
                n => Writer::new(rng).meaning(n - 1, false),
            };
            let mut meant = document.value.clone();
            let Value::Record(fields) = place(&mut meant, &path) else { unreachable!() };
            let k = fields.iter().position(|(found, _)| found == name);
            match k {
                Some(k) => fields[k].1 = value.clone(),
                None => fields.push((name.to_owned(), value.clone())),
            }
            let field = path.iter().copied().chain(k).collect::<Path>();
            let own = k.and_then(|_| document.owned.get(&field)).cloned().unwrap_or(0..0);
            let splices = set_field(&document.text, &index, record, name, &value, &ORDER).unwrap();
            let after = edited(document, &splices, &meant, |comment| own.contains(&comment));
            let index = tree(&after);
            let record = find(&after, &index, &path);
            let again = set_field(&after, &index, record, name, &value, &ORDER).unwrap();
            assert_eq!(again, [], "a second time there is nothing to do");
        }
    });
}

#[test]
fn a_scalar_is_one_splice_within_its_own_bytes() {
    for_documents(2, |document, rng| {
        let index = tree(&document.text);
        for path in rows(document, |value| matches!(value, Value::Record(_))) {
            let record = find(&document.text, &index, &path);
            let fields: Vec<_> = index.fields(&document.text, record).collect();
            for (name, node) in fields {
                let value = Writer::new(rng).meaning(0, false);
                let splices =
                    set_field(&document.text, &index, record, name, &value, &ORDER).unwrap();
                let span = index.span(node);
                assert!(splices.iter().all(|s| span.start <= s.start && s.end <= span.end));
                assert!(splices.len() <= 1);
            }
        }
    });
}

#[test]
fn an_item_is_inserted_and_nothing_else_moves() {
    for_documents(1, |document, rng| {
        for path in rows(document, |value| matches!(value, Value::List(_))) {
            let index = tree(&document.text);
            let list = find(&document.text, &index, &path);
            let at = rng.below(index.children(list).count() + 1);
            let depth = rng.below(3);
            let item = Writer::new(rng).meaning(depth, false);
            let mut meant = document.value.clone();
            let Value::List(items) = place(&mut meant, &path) else { unreachable!() };
            items.insert(at, item.clone());
            let splices = match rng.one_in(3) {
                true => {
                    let newline = if index.crlf { "\r\n" } else { "\n" };
                    let text = annexa::text::write(&item, "  ", newline);
                    insert_item_text(&document.text, &index, list, at, &text).unwrap()
                }
                false => insert_item(&document.text, &index, list, at, &item).unwrap(),
            };
            for splice in &splices {
                let gone = &document.text[splice.start..splice.end];
                assert!(gone.trim().is_empty(), "{gone:?} went");
            }
            edited(document, &splices, &meant, |_| false);
        }
    });
}

#[test]
fn an_item_is_removed_with_its_own_comments_only() {
    for_documents(1, |document, rng| {
        for path in rows(document, |value| matches!(value, Value::List(_))) {
            let index = tree(&document.text);
            let list = find(&document.text, &index, &path);
            let count = index.children(list).count();
            if count == 0 {
                continue;
            }
            let k = rng.below(count);
            let mut meant = document.value.clone();
            let Value::List(items) = place(&mut meant, &path) else { unreachable!() };
            items.remove(k);
            let splices = remove_item(&document.text, &index, list, k).unwrap();
            assert!(splices.iter().all(|splice| splice.text.is_empty()));
            let own = document.owned[&path.iter().copied().chain([k]).collect::<Path>()].clone();
            let after = edited(document, &splices, &meant, |comment| own.contains(&comment));
            let left = comments(&after).into_iter().filter(|comment| own.contains(comment));
            assert_eq!(left.count(), 0, "left behind\n{after}");
        }
    });
}

#[test]
fn a_list_is_changed_item_by_item() {
    for_documents(1, |document, rng| {
        for path in rows(document, |value| matches!(value, Value::List(_))) {
            let mut meant = document.value.clone();
            let Value::List(items) = place(&mut meant, &path) else { unreachable!() };
            let at = rng.below(items.len() + 1);
            let twice = |k: usize| items.iter().filter(|item| **item == items[k]).count() > 1;
            let own = if at < items.len() && rng.one_in(2) && !twice(at) {
                items.remove(at);
                document.owned[&path.iter().copied().chain([at]).collect::<Path>()].clone()
            } else {
                items.insert(at, Writer::new(rng).meaning(0, false));
                0..0
            };
            let items = Value::List(items.clone());
            let index = tree(&document.text);
            let list = find(&document.text, &index, &path);
            let splices = set_value(&document.text, &index, list, &items).unwrap();
            edited(document, &splices, &meant, |comment| own.contains(&comment));
        }
    });
}

#[test]
fn a_piece_is_edited_as_it_would_be_in_its_file() {
    for_documents(2, |document, rng| {
        for path in rows(document, |value| matches!(value, Value::Record(_))) {
            let index = tree(&document.text);
            let record = find(&document.text, &index, &path);
            let span = index.span(record);
            let piece = &document.text[span.clone()];
            let mut alone = tree(piece);
            (alone.crlf, alone.implicit_some) = (index.crlf, index.implicit_some);
            let name = *rng.pick(&ORDER);
            let value = Writer::new(rng).meaning(1, false);
            let splices = set_field(piece, &alone, alone.root(), name, &value, &ORDER).unwrap();
            let mut meant = document.value.clone();
            let Value::Record(fields) = place(&mut meant, &path) else { unreachable!() };
            fields.retain(|(found, _)| found != name);
            fields.push((name.to_owned(), value));
            let moved = |splice: &Splice| Splice {
                start: splice.start + span.start,
                end: splice.end + span.start,
                text: splice.text.clone(),
            };
            let splices: Vec<Splice> = splices.iter().map(moved).collect();
            edited(document, &splices, &meant, |_| true);
        }
    });
}

#[test]
fn many_changes_at_once_are_still_the_meant_ones() {
    for_documents(1, |document, rng| {
        let mut meant = document.value.clone();
        for _ in 0..1 + rng.below(4) {
            disturb(&mut meant, rng);
        }
        let index = tree(&document.text);
        let splices = set_value(&document.text, &index, index.root(), &meant).unwrap();
        edited(document, &splices, &meant, |_| true);
    });
}

/// Changes, removes, adds or swaps something somewhere.
fn disturb(value: &mut Value, rng: &mut Rng) {
    let new = Writer::new(rng).meaning(1, false);
    match value {
        Value::List(items) => {
            let at = rng.below(items.len() + 1);
            match (rng.below(5), items.get_mut(at)) {
                (0 | 1, Some(item)) => disturb(item, rng),
                (2, Some(_)) => drop(items.remove(at)),
                (3, Some(_)) => items.swap(at, 0),
                _ => items.insert(at, new),
            }
        }
        Value::Record(fields) => {
            let at = rng.below(fields.len() + 1);
            let name = *rng.pick(&ORDER);
            let taken = fields.iter().any(|(found, _)| found == name);
            match (rng.below(4), fields.get_mut(at)) {
                (0 | 1, Some((_, field))) => disturb(field, rng),
                (2, Some(_)) => drop(fields.remove(at)),
                _ if taken => {}
                _ => fields.insert(at, (name.to_owned(), new)),
            }
        }
        scalar => *scalar = new,
    }
}

#[test]
fn what_ron_accepts_of_broken_texts_we_accept() {
    const SIGNS: [&str; 30] = [
        "(", ")", "[", "]", "{", "}", ",", ":", "\"", "'", "/", "*", "#", "r", "b", "0", ".", "-",
        " ", "\n", "\\", "\u{e9}", "x", "_", "e", "+", "1", "=", "//", "Some(",
    ];
    for_documents(2, |document, rng| {
        for _ in 0..20 {
            let mut chars: Vec<String> = document.text.chars().map(String::from).collect();
            for _ in 0..1 + rng.below(2) {
                let (at, other) = (rng.below(chars.len()), rng.below(chars.len()));
                match rng.below(4) {
                    0 => drop(chars.remove(at)),
                    1 => chars.insert(at, (*rng.pick(&SIGNS)).into()),
                    2 => chars.swap(at, other),
                    _ => chars[at] = (*rng.pick(&SIGNS)).into(),
                }
            }
            let text = chars.concat();
            if ron::from_str::<ron::Value>(&text).is_ok() {
                let index = tree(&text);
                read(&text, &index, index.root());
            } else {
                let _ = Tree::parse(&text);
            }
        }
    });
}
