//! Judging 93 controls, 10,000 risks and 5,000 pieces of evidence, and one change made by keys among them.
//!
//! The figures to reach are in design/quality.md; a key that commits a change must stay under 10 ms.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    reason = "a benchmark may stop where its assumption fails"
)]

#[path = "register.rs"]
mod register;

use annexa::{
    app::{App, Effect, Loaded, Msg, Saved},
    assess::assess,
    isms::{At, File, Found, Isms, Kind},
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

    let mut app = App::new(Arc::clone(&standard), today, Settings::default());
    app.size = (120, 40);
    let loaded = Loaded { standard: Arc::clone(&standard), isms, drafts: vec![], me: None };
    app.update(Msg::Loaded(Box::new(loaded)));
    settle(&mut app);
    press(&mut app, "4");
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

criterion_group!(benches, judge);
criterion_main!(benches);
