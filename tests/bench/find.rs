//! Find and filters over 10,000 risks and 5,000 pieces of evidence, a key at a time.

#![allow(clippy::expect_used, reason = "a benchmark that cannot start may stop")]

use annexa::{
    assess::assess,
    isms::{File, Found, Isms, Kind},
    search::{Index, Query, RowFacts},
    standard::Standard,
};
use chrono::NaiveDate;
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use std::fmt::Write;

const SUBJECTS: [&str; 16] = [
    "Access rights",
    "Supplier agreement",
    "Cryptographic key",
    "Backup restore test",
    "Information security policy",
    "Asset inventory",
    "Incident response",
    "Physical entry",
    "Secure development",
    "Privileged access",
    "Log retention",
    "Vulnerability scan",
    "Change management",
    "Business continuity",
    "Threat intelligence",
    "Größe der Datenträger",
];
const STATES: [&str; 10] = [
    "review",
    "approval by the asset owner",
    "quarterly evidence",
    "not documented",
    "exception granted",
    "overdue since Q3",
    "evaluation",
    "reviewed and accepted",
    "to be signed",
    "audit finding",
];
const PLACES: [&str; 7] = [
    "for customer data in production",
    "for the Berlin office",
    "for contractors and interns",
    "in the finance system",
    "on cloud workloads",
    "for laptops of remote staff",
    "in the ticket system",
];

/// A small generator, so that every run sees the same records.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap_or_default()
    }

    fn phrase(&mut self) -> String {
        let mut pick =
            |list: &[&'static str]| list.get(self.throw(list.len())).copied().unwrap_or("");
        format!("{} {} {}", pick(&SUBJECTS), pick(&STATES), pick(&PLACES))
    }
}

fn risks(dice: &mut Dice) -> String {
    let mut text = String::from("Risks(risks: [\n");
    for n in 1..=10_000 {
        let (title, cause, event) = (dice.phrase(), dice.phrase(), dice.phrase());
        let (control, step) = (dice.throw(37) + 1, dice.throw(5) + 1);
        let status = if dice.throw(4) == 0 { "Closed" } else { "Open" };
        let _ = writeln!(
            text,
            "(id: \"R-{n:05}\", title: \"{title}\", cause: \"{cause}; {cause}\", event: \"{event}\", \
             consequences: \"{event}, {cause}\", status: {status}, owner: \"p{}\", likelihood: {step}, \
             consequence: {step}, review: \"2027-{:02}-15\", controls: [\"5.{control}\", \"8.8\"]),",
            dice.throw(20),
            dice.throw(12) + 1,
        );
    }
    text + "])"
}

fn evidence(dice: &mut Dice) -> String {
    let mut text = String::from("Evidence(evidence: [\n");
    for n in 1..=5_000 {
        let _ = writeln!(
            text,
            "(id: \"EV-{n:04}\", title: \"{}\", supports: [\"8.{}\"], obtained: \"2026-{:02}-01\"),",
            dice.phrase(),
            dice.throw(34) + 1,
            dice.throw(12) + 1,
        );
    }
    text + "])"
}

fn find(c: &mut Criterion) {
    let standard = Standard::load().expect("the standard is compiled in");
    let mut dice = Dice(88_172_645_463_325_252);
    let (risks, evidence) = (risks(&mut dice), evidence(&mut dice));
    let isms = Isms::read(&standard, |file| match file {
        File::Risks => Found::Text(risks.as_str().into()),
        File::Evidence => Found::Text(evidence.as_str().into()),
        _ => Found::Missing,
    });
    assert!(isms.is_whole() && isms.len(Kind::Risk) == 10_000 && isms.len(Kind::Evidence) == 5_000);
    let today = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day");
    let assessment = assess(&isms, &standard, today);
    let facts = RowFacts {
        isms: &isms,
        standard: &standard,
        assessment: &assessment,
        today,
        kind: Kind::Scope,
        row: 0,
    };

    let mut group = c.benchmark_group("find");
    group.sample_size(30);
    group.bench_function("build", |b| b.iter(|| Index::build(&isms, &standard)));
    let index = Index::build(&isms, &standard);
    for line in [
        "",
        "a",
        "access rights review",
        "acc rev",
        "r14",
        "a.5.1",
        "zq",
        "status:closed cloud",
        "überw",
    ] {
        // the slowest key of the line, each one narrowing what the one before found
        let slowest = (1..=line.chars().count()).map(|keys| {
            let typed: String = line.chars().take(keys).collect();
            let before: String = line.chars().take(keys - 1).collect();
            let previous = index.find(&before, None, &[], None, &facts);
            let start = std::time::Instant::now();
            for _ in 0..5 {
                std::hint::black_box(index.find(&typed, None, &[], Some(&previous), &facts));
            }
            (start.elapsed(), typed, before)
        });
        let (_, typed, before) = slowest.max().unwrap_or_default();
        let previous = index.find(&before, None, &[], None, &facts);
        group.bench_function(format!("{line:?} at {typed:?}"), |b| {
            b.iter_batched(
                || previous.clone(),
                |previous| {
                    let found = index.find(&typed, None, &[], Some(&previous), &facts);
                    let shown: usize = found
                        .hits
                        .iter()
                        .take(40)
                        .map(|hit| index.highlight(&found, *hit).len())
                        .sum();
                    (shown, found)
                },
                BatchSize::LargeInput,
            );
        });
    }
    group.finish();

    let mut group = c.benchmark_group("filter");
    group.sample_size(30);
    for line in [
        "status:closed",
        "owner:p7 likelihood:>3",
        "review:<90d",
        "!evidence",
        "level:>medium",
        "overdue:",
        "agreement",
        "zebra",
        "control:5.7",
        "größe",
    ] {
        group.bench_function(line, |b| {
            b.iter(|| {
                let query = Query::typed(line, today);
                (0..10_000).filter(|row| query.matches(&facts.of(Kind::Risk, *row))).count()
            });
        });
    }
    group.finish();
}

criterion_group!(benches, find);
criterion_main!(benches);
