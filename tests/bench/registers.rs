//! Reading and changing a register of 10,000 risks; the figures to reach are in design/quality.md.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    reason = "a benchmark may stop where its assumption fails"
)]

mod register;

use annexa::{
    change::{Change, Transaction, apply, diff, rebase},
    isms::{At, File, Found, Isms, Kind},
    standard::Standard,
    text::{FileText, Tree, Value},
};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use std::{hint::black_box, time::Duration};

const COUNT: usize = 10_000;

fn read(standard: &Standard, text: &FileText) -> Isms {
    Isms::read(standard, |file| match file {
        File::Risks => Found::Text(text.clone()),
        _ => Found::Missing,
    })
}

fn id(n: usize) -> At {
    At::new(Kind::Risk, format!("R-{n:05}"))
}

fn text(s: &str) -> Value {
    Value::Text(s.to_string())
}

fn of(changes: Vec<Change>) -> Transaction {
    Transaction { label: String::new(), changes }
}

fn titles(isms: &Isms, every: usize, title: &str) -> Transaction {
    let set = |n| Change::set(isms, &id(n), "title", text(title));
    of((1..=COUNT).step_by(every).filter_map(set).collect())
}

fn registers(c: &mut Criterion) {
    let standard = Standard::load().unwrap();
    let source: FileText = register::risks(COUNT).into();
    println!("{} bytes", source.len());
    let base = read(&standard, &source);
    let mut group = c.benchmark_group("10,000 risks");
    group.sample_size(20).warm_up_time(Duration::from_millis(500));
    group.measurement_time(Duration::from_secs(2));

    group.bench_function("index", |b| b.iter(|| Tree::parse(black_box(&source)).unwrap()));
    group.bench_function("read", |b| b.iter(|| read(&standard, black_box(&source))));

    let mut isms = base.clone();
    let mut round = 0;
    group.bench_function("set one field", |b| {
        b.iter(|| {
            round += 1;
            let at = id(round % COUNT + 1);
            let set = Change::set(&isms, &at, "notes", text(&format!("note {round}"))).unwrap();
            apply(&mut isms, &standard, &of(vec![set])).unwrap()
        });
    });
    let mut isms = base.clone();
    let mut n = COUNT;
    group.bench_function("insert one record", |b| {
        b.iter(|| {
            n += 1;
            let new = Change::insert(Kind::Risk, &id(n).key, vec![("title".into(), text("new"))]);
            apply(&mut isms, &standard, &of(vec![new])).unwrap()
        });
    });
    let mut isms = base.clone();
    let mut n = 1;
    group.bench_function("remove one record", |b| {
        b.iter(|| {
            n += 1;
            let gone = Change::remove(&isms, &id(n)).unwrap();
            apply(&mut isms, &standard, &of(vec![gone])).unwrap()
        });
    });
    group.sample_size(10);
    let bulk = titles(&base, 1, "the same for all");
    group.bench_function("set a field of all", |b| {
        b.iter_batched_ref(
            || base.clone(),
            |isms| apply(isms, &standard, &bulk).unwrap(),
            BatchSize::PerIteration,
        );
    });
    let mut other = base.clone();
    apply(&mut other, &standard, &titles(&base, 3, "elsewhere")).unwrap();
    group.bench_function("diff of two", |b| b.iter(|| diff(&base, &other, File::Risks)));
    let mine = titles(&base, 2, "here").changes;
    let theirs = other.register(File::Risks).text.clone();
    group.bench_function("merge of two", |b| {
        b.iter_batched_ref(
            || base.clone(),
            |isms| rebase(isms, &standard, File::Risks, Found::Text(theirs.clone()), &mine),
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

criterion_group!(benches, registers);
criterion_main!(benches);
