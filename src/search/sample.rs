//! A few records to search in.

use super::RowFacts;
use crate::assess::{Assessment, assess};
use crate::isms::{File, Found, Isms, Kind};
use crate::standard::Standard;
use chrono::NaiveDate;

/// The day on which the tests take place.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

const ISMS: &str = r#"Isms(
    people: [
        (id: "mara", name: "Mara Lindt", role: "CISO"),
        (id: "jo", name: "Jo Ångström"),
    ],
    criteria: (
        likelihood: [(name: "rare"), (name: "likely")],
        consequence: [(name: "small"), (name: "big")],
        grid: ["L M", "M H"],
        levels: [
            (id: "L", name: "low", accept: ByDefault),
            (id: "M", name: "high", accept: RiskOwner),
            (id: "H", name: "very high", accept: TopManagement),
        ],
    ),
)"#;

const CONTROLS: &str = r#"Controls(
    controls: [
        (id: "8.8", applicable: Yes, status: Partial, owner: "mara", maturity: 2, due: "2026-12-01",
         justification: "Überwachung of build agents", reasons: [Risk, Contract]),
        (id: "5.7", applicable: Yes, status: NotImplemented, owner: "jo", due: "2026-11-20"),
        (id: "7.4", applicable: No, carried: true, maturity: "many"),
        (id: "OWN-1", title: "Code of conduct", set: "own"),
    ],
)"#;

const RISKS: &str = r#"Risks(
    risks: [
        (id: "R-014", title: "Unpatched build agents", owner: "mara", likelihood: 2, consequence: 1,
         inherent_likelihood: 2, inherent_consequence: 2,
         residual_likelihood: 1, residual_consequence: 1,
         controls: ["8.8", "8.19"], treatment: Modify, assessed: "2025-03-01",
         cause: "Nobody\nlooks after them"),
        (id: "R-022", title: "Single cloud region", likelihood: 1, treatment: Share,
         decisions: [(kind: SentBack, note: "Ask the board first")]),
        (id: "R-140", title: "Café closed"),
    ],
)"#;

const EVIDENCE: &str = r#"Evidence(
    evidence: [
        (id: "EV-1", title: "Scan report", supports: ["8.8", "R-014"], obtained: "2026-11-12"),
        (id: "EV-2", title: "Minutes", supports: ["clause 7.5.3"]),
    ],
)"#;

/// The standard and the sample's records.
pub fn sample() -> (Standard, Isms) {
    let standard = Standard::load().unwrap();
    let isms = Isms::read(&standard, |file| match file {
        File::Isms => Found::Text(ISMS.into()),
        File::Controls => Found::Text(CONTROLS.into()),
        File::Risks => Found::Text(RISKS.into()),
        File::Evidence => Found::Text(EVIDENCE.into()),
        _ => Found::Missing,
    });
    assert!(isms.is_whole());
    (standard, isms)
}

/// What is judged about them.
pub fn judged(standard: &Standard, isms: &Isms) -> Assessment {
    assess(isms, standard, today())
}

/// Facts about no row in particular.
pub fn facts<'a>(
    standard: &'a Standard,
    isms: &'a Isms,
    assessment: &'a Assessment,
) -> RowFacts<'a> {
    RowFacts { isms, standard, assessment, today: today(), kind: Kind::Scope, row: 0 }
}

/// The keys of the rows of a kind that a filter holds of.
pub fn filtered(kind: Kind, filter: &str) -> Vec<String> {
    let (standard, isms) = sample();
    let query = super::Query::parse(filter, today()).unwrap_or_else(|error| panic!("{error}"));
    let assessment = judged(&standard, &isms);
    let facts = facts(&standard, &isms, &assessment);
    let rows = (0..isms.len(kind)).filter(|row| query.matches(&facts.of(kind, *row)));
    rows.filter_map(|row| isms.key(kind, row)).map(str::to_string).collect()
}
