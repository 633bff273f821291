//! Random registers against rules written apart from the code: nothing looks better than it is.

use super::*;
use crate::assess::{Above, Count};
use proptest::prelude::*;

/// One random risk, as plain numbers and flags.
#[derive(Debug, Clone)]
struct Plain {
    rating: (Option<u8>, Option<u8>),
    residual: (Option<u8>, Option<u8>),
    treatment: &'static str,
    owner: &'static str,
    accepted_by: Option<&'static str>,
    manager: Option<&'static str>,
    level: &'static str,
    until: Option<&'static str>,
    revoked: bool,
}

const GRID: [&str; 5] = ["lllmm", "llmmh", "lmmhh", "mmhhc", "mhhcc"];

fn cell((likelihood, consequence): (Option<u8>, Option<u8>)) -> Option<char> {
    let (l, c) = (usize::from(likelihood?), usize::from(consequence?));
    GRID.get(l.checked_sub(1)?)?.chars().nth(c.checked_sub(1)?)
}

fn plain() -> impl Strategy<Value = Plain> {
    let step = || proptest::option::weighted(0.85, 0u8..7);
    let person = || prop_oneof![Just("anna"), Just("carl"), Just("dora"), Just("nobody"), Just("")];
    (
        (step(), step()),
        (step(), step()),
        prop_oneof![
            Just("Undecided"),
            Just("Modify"),
            Just("Retain"),
            Just("Share"),
            Just("Avoid")
        ],
        person(),
        proptest::option::of(person()),
        proptest::option::of(person()),
        prop_oneof![Just("low"), Just("medium"), Just("high"), Just("critical"), Just("")],
        proptest::option::of(prop_oneof![Just("2026-01-01"), Just("2027-01-01")]),
        any::<bool>(),
    )
        .prop_map(
            |(rating, residual, treatment, owner, accepted_by, manager, level, until, revoked)| {
                Plain {
                    rating,
                    residual,
                    treatment,
                    owner,
                    accepted_by,
                    manager,
                    level,
                    until,
                    revoked,
                }
            },
        )
}

fn record(n: usize, plain: &Plain) -> String {
    let number = |field: &str, value: Option<u8>| {
        value.map(|value| format!("{field}: {value}, ")).unwrap_or_default()
    };
    let mut decisions = String::new();
    let mut decide = |kind: &str, by: Option<&str>| {
        if let Some(by) = by {
            let until = plain.until.map(|day| format!("until: {day:?},")).unwrap_or_default();
            decisions += &format!(
                "(kind: {kind}, by: {by:?}, made: \"2026-11-01\", recorded: \"2026-11-01\", level: {:?}, {until}),",
                plain.level
            );
        }
    };
    decide("ManagementAcceptance", plain.manager);
    decide("ResidualAcceptance", plain.accepted_by);
    if plain.revoked && plain.accepted_by.is_some() {
        decisions +=
            "(kind: Revocation, by: \"anna\", made: \"2026-11-02\", recorded: \"2026-11-02\"),";
    }
    format!(
        "(id: \"R-{n}\", {}{}{}{}treatment: {}, owner: {:?}, decisions: [{decisions}]),",
        number("likelihood", plain.rating.0),
        number("consequence", plain.rating.1),
        number("residual_likelihood", plain.residual.0),
        number("residual_consequence", plain.residual.1),
        plain.treatment,
        plain.owner,
    )
}

/// The cell that a decision would be about.
fn remains(plain: &Plain) -> Option<char> {
    match plain.treatment {
        "Undecided" => cell(plain.rating),
        "Retain" if plain.residual == (None, None) => cell(plain.rating),
        // retained is what is there today, whatever lower number somebody wrote
        "Retain" => {
            let (now, left) = (cell(plain.rating)?, cell(plain.residual)?);
            ['c', 'h', 'm', 'l'].into_iter().find(|level| [now, left].contains(level))
        }
        _ => cell(plain.residual),
    }
}

fn name(level: char) -> &'static str {
    match level {
        'l' => "low",
        'm' => "medium",
        'h' => "high",
        _ => "critical",
    }
}

/// Whether an acceptance by somebody can hold at all.
fn holds(plain: &Plain, level: char) -> bool {
    let named = plain.level.is_empty() || plain.level == name(level);
    named && plain.until != Some("2026-01-01")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn nothing_looks_better_than_it_is(risks in proptest::collection::vec(plain(), 1..12)) {
        let records: String = risks.iter().enumerate().map(|(n, risk)| record(n, risk)).collect();
        let found = judged(&isms(&[(File::Isms, FRAME), (File::Risks, &format!("risks: [{records}],"))]));
        let mut unrated = 0;
        for (plain, state) in risks.iter().zip(&found.risks) {
            let (now, left) = (cell(plain.rating), remains(plain));
            prop_assert_eq!(state.current.rated.level().is_some(), now.is_some());
            prop_assert_eq!(state.unrated, now.is_none() || left.is_none());
            unrated += usize::from(state.unrated);
            // "not above" is only said of what is known to be low
            prop_assert_eq!(state.above == Above::No, now == Some('l') && left == Some('l'));
            prop_assert_eq!(state.above == Above::Yes, [now, left].iter().flatten().any(|l| *l != 'l'));
            if plain.treatment == "Undecided" {
                prop_assert_eq!(state.acceptance.is_settled(), state.above == Above::No);
                continue;
            }
            let owner_accepted = plain.accepted_by == Some(plain.owner)
                && !plain.owner.is_empty() && plain.owner != "nobody" && plain.owner != "dora"
                && !plain.revoked;
            let expected = match left {
                None | Some('c') => false,
                Some('l') => true,
                Some(level) => owner_accepted && holds(plain, level),
            };
            prop_assert_eq!(state.acceptance.is_settled(), expected, "{:?} {:?}", plain, state.acceptance);
            let managed = match left {
                Some('h') => plain.manager == Some("carl") && holds(plain, 'h'),
                // nobody can say whether management has to accept what nobody rated
                None => false,
                _ => true,
            };
            prop_assert_eq!(state.management.is_settled(), managed, "{:?} {:?}", plain, state.management);
            let planned = plain.treatment == "Retain";
            prop_assert_eq!(state.plan.is_settled(), planned);
            prop_assert_eq!(state.awaiting, !(expected && managed && planned));
        }
        prop_assert_eq!(found.vitals.unrated, unrated);
        prop_assert_eq!(found.count(Count::Awaiting), found.risks.iter().filter(|r| r.awaiting).count());
    }
}
