//! Changes against random folders: what they touch, what they leave alone, and that they go back.
//!
//! `ANNEXA_CASES` sets how many folders are tried, `ANNEXA_SEED` where the numbers begin.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test may stop where its assumption fails"
)]

#[path = "change_properties/demo.rs"]
mod demo;
#[path = "change_properties/folder.rs"]
mod folder;
#[path = "change_properties/judge.rs"]
mod judge;

use annexa::{
    change::{Change, History, Transaction, apply, diff, take_back},
    isms::{At, File, Isms, Kind},
    standard::Standard,
    text::Value,
};
use folder::{Rng, folder, free_ids, id_of, value_of};
use judge::{
    field_span, is_as_read_from_scratch, plain, read, ron_finds, texts, the_rest_stays, with_remark,
};
use std::sync::LazyLock;

static STANDARD: LazyLock<Standard> = LazyLock::new(|| Standard::load().unwrap());

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// Runs the check on random folders; each has a seed of its own, so that one can be tried alone.
fn for_folders(share: u64, check: impl Fn(Isms, &mut Rng)) {
    let (seed, cases) = (number("ANNEXA_SEED", 1), number("ANNEXA_CASES", 70).div_ceil(share));
    for case in seed..seed + cases {
        let mut rng = Rng(case.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let files = folder(&mut rng);
        let isms = read(&STANDARD, &files);
        assert!(isms.is_whole(), "ANNEXA_SEED={case}: the generator wrote a broken file");
        let failed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            check(isms, &mut rng);
        }));
        assert!(failed.is_ok(), "ANNEXA_SEED={case} ANNEXA_CASES=1");
    }
}

fn random_row(isms: &Isms, rng: &mut Rng) -> At {
    loop {
        let kind = *rng.pick(&Kind::ALL);
        if let Some(key) = isms.key(kind, rng.below(isms.len(kind))) {
            return At::new(kind, key);
        }
    }
}

fn random_set(isms: &Isms, rng: &mut Rng) -> Change {
    loop {
        let at = random_row(isms, rng);
        let field = rng.pick(&at.kind.fields()[1..]);
        let value = if rng.one_in(6) { Value::Nothing } else { value_of(field, rng) };
        if let Some(change) = Change::set(isms, &at, field.key, value) {
            return change;
        }
    }
}

fn random_insert(isms: &Isms, rng: &mut Rng) -> Change {
    loop {
        let kind = *rng.pick(&Kind::ALL);
        let id = id_of(kind, rng.below(40));
        if free_ids(kind) && isms.row(kind, &id).is_none() {
            let mut fields = Vec::new();
            for field in &kind.fields()[1..] {
                if rng.one_in(4) {
                    fields.push((field.key.to_string(), value_of(field, rng)));
                }
            }
            return Change::insert(kind, &id, fields);
        }
    }
}

fn random_remove(isms: &Isms, rng: &mut Rng) -> Option<Change> {
    (0..50).find_map(|_| {
        let at = random_row(isms, rng);
        let row = isms.row(at.kind, &at.key)?;
        // its second copy would take its key
        let alone = isms.row(at.kind, &format!("{}~2", at.key)).is_none();
        (isms.is_written(at.kind, row) && alone).then(|| Change::remove(isms, &at))?
    })
}

fn one(change: Change) -> Transaction {
    Transaction { label: "one".into(), changes: vec![change] }
}

fn assert_only_file_changed(old: &[(File, Option<String>)], isms: &Isms, file: File) {
    for ((this, before), (_, after)) in old.iter().zip(texts(isms)) {
        assert!(*this == file || *before == after, "{} changed", this.name());
    }
}

/// Undo restores the bytes, redo too, twice.
fn goes_back_and_forth(isms: &mut Isms, history: &mut History, before: &[(File, Option<String>)]) {
    let after = texts(isms);
    for _ in 0..2 {
        history.undo(isms, &STANDARD).unwrap().unwrap();
        assert_eq!(texts(isms), before);
        history.redo(isms, &STANDARD).unwrap().unwrap();
        assert_eq!(texts(isms), after);
    }
    is_as_read_from_scratch(&STANDARD, isms);
}

#[test]
fn setting_a_field_changes_the_lines_of_that_field_only() {
    for_folders(1, |isms, rng| {
        for _ in 0..15 {
            let mut isms = isms.clone();
            let before = texts(&isms);
            let change = random_set(&isms, rng);
            let Change::Set { at, field, after, .. } = &change else { unreachable!() };
            let row = isms.row(at.kind, &at.key).unwrap();
            let written = isms.is_written(at.kind, row);
            let span = field_span(&isms, at, field);
            let mut history = History::default();
            history.commit(&mut isms, &STANDARD, one(change.clone())).unwrap();
            assert_only_file_changed(&before, &isms, at.kind.file());
            let row = isms.row(at.kind, &at.key).unwrap();
            assert!(isms.is_written(at.kind, row));
            let stored = isms.stored(at.kind, row, field);
            assert_eq!(plain(&stored), plain(after));
            ron_finds(&isms, at, field, &stored);
            if let Some((span, lines)) = span {
                assert!(written);
                let old = before[at.kind.file().index()].1.as_deref().unwrap();
                let span = if *after == Value::Nothing { with_remark(old, span) } else { span };
                the_rest_stays(old, &isms.register(at.kind.file()).text, span, lines);
            }
            goes_back_and_forth(&mut isms, &mut history, &before);
        }
    });
}

#[test]
fn a_record_comes_and_goes_alone() {
    for_folders(1, |isms, rng| {
        for _ in 0..4 {
            let mut isms = isms.clone();
            let before = texts(&isms);
            let change = match rng.one_in(2) {
                true => random_insert(&isms, rng),
                false => random_remove(&isms, rng).unwrap_or_else(|| random_insert(&isms, rng)),
            };
            let at = change.at().clone();
            let mut history = History::default();
            history.commit(&mut isms, &STANDARD, one(change.clone())).unwrap();
            assert_only_file_changed(&before, &isms, at.kind.file());
            let row = isms.row(at.kind, &at.key);
            let written = row.is_some_and(|row| isms.is_written(at.kind, row));
            let after = isms.register(at.kind.file()).text.to_string();
            if let Change::Insert { record: Value::Record(fields), .. } = &change {
                assert!(written);
                for (field, value) in fields {
                    let stored = isms.stored(at.kind, row.unwrap(), field);
                    assert_eq!(plain(&stored), plain(value), "{after}");
                    ron_finds(&isms, &at, field, &stored);
                }
                if let Some(old) = &before[at.kind.file().index()].1 {
                    let empty = old.find(&format!("{}: []", at.kind.key()));
                    the_rest_stays(old, &after, 0..0, empty.map_or(0..0, |at| at..at + 1));
                }
            }
            goes_back_and_forth(&mut isms, &mut history, &before);
        }
    });
}

/// Changes of different records, so that their order makes no difference.
fn random_transaction(isms: &Isms, rng: &mut Rng, most: usize) -> Transaction {
    let mut changes: Vec<Change> = Vec::new();
    for _ in 0..1 + rng.below(most) {
        let change = match rng.below(6) {
            0 => random_insert(isms, rng),
            1 => match random_remove(isms, rng) {
                Some(change) => change,
                None => continue,
            },
            _ => random_set(isms, rng),
        };
        let clash = changes.iter().any(|other| {
            let same_record = other.at() == change.at();
            let sets = matches!(
                (other, &change),
                (Change::Set { field: a, .. }, Change::Set { field: b, .. }) if a != b
            );
            same_record && !sets
        });
        // the keys of records without an id, or with one used twice, move when others go
        if !clash && !change.at().key.contains('~') {
            changes.push(change);
        }
    }
    Transaction { label: "some".into(), changes }
}

#[test]
fn a_transaction_is_all_its_changes_and_goes_back_as_one() {
    for_folders(1, |mut isms, rng| {
        let before = texts(&isms);
        let start = isms.clone();
        let transaction = random_transaction(&isms, rng, 30);
        let mut single = isms.clone();
        for change in &transaction.changes {
            apply(&mut single, &STANDARD, &one(change.clone())).unwrap();
        }
        let mut history = History::default();
        history.commit(&mut isms, &STANDARD, transaction.clone()).unwrap();
        is_as_read_from_scratch(&STANDARD, &isms);
        for file in File::ALL {
            assert_eq!(diff(&single, &isms, file), [], "together or one by one is the same");
        }
        goes_back_and_forth(&mut isms, &mut history, &before);

        let applied = apply(&mut isms, &STANDARD, &transaction.inverse()).unwrap();
        is_as_read_from_scratch(&STANDARD, &isms);
        for file in File::ALL {
            let left: Vec<Change> = diff(&start, &isms, file)
                .into_iter()
                .filter(|change| !matches!(change, Change::Insert { record, .. } if bare(record)))
                .collect();
            assert_eq!(left, [], "the inverse leads back");
        }
        take_back(&mut isms, &STANDARD, &applied).unwrap();
        for file in File::ALL {
            assert_eq!(diff(&single, &isms, file), []);
        }
    });
}

/// A record that only the standard knew stays, empty, when the fields that were set are gone again.
fn bare(record: &Value) -> bool {
    let Value::Record(fields) = record else { return false };
    fields.iter().all(|(key, value)| key == "id" || matches!(value, Value::Nothing))
}

#[test]
fn a_history_restores_each_state_it_went_through() {
    for_folders(3, |mut isms, rng| {
        let mut history = History::default();
        let mut states = vec![texts(&isms)];
        let mut now = 0;
        for _ in 0..25 {
            match rng.below(5) {
                0 | 1 if now > 0 => {
                    history.undo(&mut isms, &STANDARD).unwrap().unwrap();
                    now -= 1;
                }
                2 if now + 1 < states.len() => {
                    history.redo(&mut isms, &STANDARD).unwrap().unwrap();
                    now += 1;
                }
                _ => {
                    let transaction = random_transaction(&isms, rng, 4);
                    history.commit(&mut isms, &STANDARD, transaction).unwrap();
                    now += 1;
                    states.truncate(now);
                    states.push(texts(&isms));
                }
            }
            assert_eq!(texts(&isms), states[now]);
        }
        is_as_read_from_scratch(&STANDARD, &isms);
    });
}

#[test]
fn what_differs_is_what_was_changed() {
    for_folders(2, |isms, rng| {
        let mut other = isms.clone();
        let transaction = random_transaction(&isms, rng, 20);
        apply(&mut other, &STANDARD, &transaction).unwrap();
        let changes: Vec<Change> =
            File::ALL.into_iter().flat_map(|file| diff(&isms, &other, file)).collect();
        let mut again = isms.clone();
        apply(&mut again, &STANDARD, &Transaction { label: String::new(), changes }).unwrap();
        for file in File::ALL {
            assert_eq!(diff(&other, &again, file), []);
        }
    });
}
