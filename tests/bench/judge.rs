//! Judging 93 controls, 10,000 risks and 5,000 pieces of evidence, and one change made by keys among them.
//!
//! The figures to reach are in design/quality.md; a key that commits a change must stay under 10 ms. The same
//! again with two sealed decisions on each risk, which make the folder three times as large.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    reason = "a benchmark may stop where its assumption fails"
)]

#[path = "register.rs"]
mod register;

use annexa::{
    app::{App, Effect, Loaded, Msg, Saved},
    assess::{
        assess,
        decide::{Act, decision},
    },
    change::{Change, Transaction, apply},
    isms::{At, DecisionKind, File, Found, Isms, Kind},
    settings::Settings,
    standard::Standard,
    term::sequence::keys,
    text::Value,
};
use chrono::NaiveDate;
use criterion::{Criterion, criterion_group, criterion_main};
use std::{
    fmt::Write,
    hint::black_box,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

fn evidence(count: usize) -> String {
    let mut out =
        "#![enable(implicit_some)]\nEvidence(\n    schema: 1,\n    evidence: [\n".to_string();
    for n in 1..=count {
        let (control, risk) = (n % 34 + 1, n % 10_000 + 1);
        writeln!(
            out,
            "        (\n            id: \"EV-{n:05}\",\n            title: \"Export {n} of the access list\",\n            \
             kind: Record,\n            supports: [\"8.{control}\", \"R-{risk:05}\"],\n            obtained: \"2026-0{}-1{}\",\n            \
             until: \"2027-0{}-01\",\n            owner: \"mara\",\n        ),",
            n % 9 + 1,
            n % 10,
            n % 9 + 1,
        )
        .unwrap();
    }
    out + "    ],\n)\n"
}

/// The demo, with many more risks and much more evidence.
fn large(standard: &Standard) -> Isms {
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/demo");
    Isms::read(standard, |file| match file {
        File::Risks => Found::Text(register::risks(10_000).into()),
        File::Evidence => Found::Text(evidence(5_000).into()),
        file => Found::Text(std::fs::read_to_string(demo.join(file.name())).unwrap().into()),
    })
}

/// Two decisions on every risk, each sealed.
fn seal(isms: &mut Isms, standard: &Standard, today: NaiveDate) {
    for kind in [DecisionKind::PlanApproval, DecisionKind::ResidualAcceptance] {
        let (note, none) = ("as discussed with the asset owner", "");
        let act = Act {
            kind,
            by: "lindt",
            recorded_by: "lindt",
            made: today,
            until: None,
            note,
            conditions: none,
            revokes: none,
        };
        let append = |row: usize| {
            let at = At::new(Kind::Risk, isms.key(Kind::Risk, row)?);
            let mut parts = match isms.stored(Kind::Risk, row, "decisions") {
                Value::List(parts) => parts,
                _ => Vec::new(),
            };
            parts.push(decision(isms, row, &act, today)?);
            Change::set(isms, &at, "decisions", Value::List(parts))
        };
        let changes = (0..isms.risks.len()).filter_map(append).collect();
        apply(isms, standard, &Transaction { label: String::new(), changes }).unwrap();
    }
}

/// An app with these records, on the list of risks.
fn opened(standard: &Arc<Standard>, isms: Isms, today: NaiveDate) -> App {
    let mut app = App::new(Arc::clone(standard), today, Settings::default());
    app.size = (120, 40);
    let loaded = Loaded { standard: Arc::clone(standard), isms, drafts: vec![], me: None };
    app.update(Msg::Loaded(Box::new(loaded)));
    settle(&mut app);
    press(&mut app, "4");
    app
}

/// How long the app takes over a change, by whatever makes it; the disk is not counted.
fn timed(app: &mut App, rounds: u64, mut change: impl FnMut(&mut App)) -> Duration {
    let mut took = Duration::ZERO;
    for _ in 0..rounds {
        let start = Instant::now();
        change(app);
        took += start.elapsed();
        settle(app);
    }
    took
}

fn sealed(c: &mut Criterion) {
    let standard = Arc::new(Standard::load().unwrap());
    let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    let mut isms = large(&standard);
    seal(&mut isms, &standard, today);
    println!("{} bytes of risks", isms.register(File::Risks).text.len());
    let mut group = c.benchmark_group("10,000 sealed risks");
    group.sample_size(10).warm_up_time(Duration::from_millis(500));
    group.measurement_time(Duration::from_secs(2));
    group.bench_function("from scratch", |b| {
        b.iter(|| assess(black_box(&isms), &standard, today));
    });
    let mut app = opened(&standard, isms, today);
    for (typed, what) in [("r", "first"), ("ransom", "sixth"), ("night shift", "eleventh")] {
        let (before, last) = typed.split_at(typed.len() - 1);
        group.bench_function(format!("filter: {what} key of {typed:?}"), |b| {
            b.iter_custom(|rounds| {
                let mut took = Duration::ZERO;
                for _ in 0..rounds {
                    press(&mut app, &format!("/{}", before.replace(' ', "<space>")));
                    let start = Instant::now();
                    press(&mut app, last);
                    took += start.elapsed();
                    press(&mut app, "<esc>");
                }
                took
            });
        });
    }
    let at = app.list().selected.clone().unwrap();
    let mut round: i64 = 0;
    let mut rate = |app: &mut App| {
        round += 1;
        let value = Value::Int(round % 5 + 1);
        let ats = std::slice::from_ref(&at);
        annexa::app::verbs::commit::set(app, ats, "likelihood", &value);
    };
    group.bench_function("a key that changes a rating", |b| {
        b.iter_custom(|rounds| timed(&mut app, rounds, &mut rate));
    });
    group.bench_function("undo and redo", |b| {
        b.iter_custom(|rounds| {
            // something to undo for each
            timed(&mut app, rounds, &mut rate);
            timed(&mut app, rounds, annexa::app::verbs::commit::undo)
                + timed(&mut app, rounds, annexa::app::verbs::commit::redo)
        });
    });
    let action = At::new(Kind::Action, app.isms.key(Kind::Action, 0).unwrap());
    group.bench_function("a key that changes an action", |b| {
        b.iter_custom(|rounds| {
            timed(&mut app, rounds, |app| {
                round += 1;
                let value = Value::Text(format!("title {round}"));
                let ats = std::slice::from_ref(&action);
                annexa::app::verbs::commit::set(app, ats, "title", &value);
            })
        });
    });
    group.finish();
}

/// Saves are answered at once, as by a disk that takes no time.
fn settle(app: &mut App) {
    while !app.effects.is_empty() {
        for effect in std::mem::take(&mut app.effects) {
            match effect {
                Effect::Save { file, text, sequence, .. } => {
                    let (conflicts, at) = (Vec::new(), String::new());
                    app.update(Msg::Saved(Saved { file, sequence, text, conflicts, at }));
                }
                Effect::After(timer, _) => app.update(Msg::Timer(timer)),
                _ => {}
            }
        }
    }
}

fn press(app: &mut App, sequence: &str) {
    for key in keys(sequence) {
        app.update(Msg::Key(key));
        settle(app);
    }
}

fn judge(c: &mut Criterion) {
    let standard = Arc::new(Standard::load().unwrap());
    let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    let isms = large(&standard);
    assert!(isms.is_whole());
    let mut group = c.benchmark_group("judge");
    group.sample_size(20).warm_up_time(Duration::from_millis(500));
    group.measurement_time(Duration::from_secs(2));
    group.bench_function("from scratch", |b| {
        b.iter(|| assess(black_box(&isms), &standard, today));
    });

    let mut app = opened(&standard, isms, today);
    let at = app.list().selected.clone().unwrap();
    assert_eq!(at.kind, Kind::Risk);
    let mut round: i64 = 0;
    group.bench_function("a key that changes a risk", |b| {
        b.iter_custom(|rounds| {
            let mut took = Duration::ZERO;
            for _ in 0..rounds {
                round += 1;
                let value = Value::Int(round % 5 + 1);
                let start = Instant::now();
                let ats = std::slice::from_ref(&at);
                annexa::app::verbs::commit::set(&mut app, ats, "likelihood", &value);
                took += start.elapsed();
                settle(&mut app);
            }
            took
        });
    });
    let other = At::new(Kind::Risk, "R-05000");
    group.bench_function("a key that changes a title", |b| {
        b.iter_custom(|rounds| {
            let mut took = Duration::ZERO;
            for _ in 0..rounds {
                round += 1;
                let value = Value::Text(format!("title {round}"));
                let start = Instant::now();
                annexa::app::verbs::commit::set(
                    &mut app,
                    std::slice::from_ref(&other),
                    "title",
                    &value,
                );
                took += start.elapsed();
                settle(&mut app);
            }
            took
        });
    });
    group.finish();
}

criterion_group!(benches, judge, sealed);
criterion_main!(benches);
