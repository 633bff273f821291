//! What a decision on a risk is made on (6.1.3 f).

use super::{
    Lines,
    compare::{ACTION, BETWEEN, CONTROL, EXISTING},
    line, parse, yardstick,
};
use crate::{
    assess::level::{Scale, level_name},
    isms::{Isms, Kind, Property, Risk, Text, Words, resolve},
    standard::order,
};
use std::fmt::Write as _;

/// A risk with what its projection needs besides.
#[derive(Clone, Copy)]
pub(in crate::assess) struct Subject<'a> {
    pub isms: &'a Isms,
    pub scale: &'a Scale,
    pub risk: &'a Risk,
    /// Rows of the actions that treat it.
    pub actions: &'a [usize],
    /// Fingerprint of the scales, the grid and the levels: [`super::yardstick`].
    pub yardstick: &'a str,
}

/// What a decision on a risk is made on: description, ratings, criteria, treatment, controls, plan, owner.
pub fn of_risk(isms: &Isms, row: usize) -> Lines {
    let Some(risk) = isms.risks.row(row) else { return Lines::new() };
    let actions = actions_of(isms, row);
    let scale = Scale::of(isms.criteria.only());
    let yardstick = yardstick(isms.criteria.only());
    let mut out = String::new();
    let subject = Subject { isms, scale: &scale, risk, actions: &actions, yardstick: &yardstick };
    write_risk(subject, &mut out);
    parse(&out)
}

/// The actions that treat a risk.
fn actions_of(isms: &Isms, row: usize) -> Vec<usize> {
    let names = |ids: &[Text]| {
        ids.iter().any(|id| resolve(isms, &[Kind::Risk], id) == Some((Kind::Risk, row)))
    };
    let actions = isms.actions.rows().iter().enumerate();
    actions.filter(|(_, action)| names(&action.risks)).map(|(row, _)| row).collect()
}

/// Writes the projection of a risk into an emptied buffer: thousands are compared at every change.
pub(in crate::assess) fn write_risk(subject: Subject<'_>, out: &mut String) {
    let Subject { isms, scale, risk, actions, yardstick } = subject;
    let criteria = isms.criteria.only();
    out.clear();
    line(out, "Risk", &risk.title);
    line(out, "Cause", &risk.cause);
    line(out, "Event", &risk.event);
    line(out, "Consequences", &risk.consequences);
    strikes(risk, out);
    line(out, "Risk owner", &risk.owner);
    let ratings = [
        (["Likelihood", "Consequence", "Level"], risk.likelihood, risk.consequence),
        (
            ["Residual likelihood", "Residual consequence", "Residual level"],
            risk.residual_likelihood,
            risk.residual_consequence,
        ),
    ];
    let mut number = String::new();
    for ([for_likelihood, for_consequence, for_level], likelihood, consequence) in ratings {
        for (label, value) in [(for_likelihood, likelihood), (for_consequence, consequence)] {
            number.clear();
            if let Some(value) = value {
                // writing to a String never fails
                let _ = write!(number, "{value}");
            }
            line(out, label, &number);
        }
        line(out, for_level, level_name(criteria, scale.rate(likelihood, consequence).rated));
    }
    line(out, "Knowledge", risk.knowledge.label());
    line(out, "Criteria version", &criteria.version);
    line(out, "Criteria", yardstick);
    line(out, "Treatment", risk.treatment.label());
    controls(isms, EXISTING, &risk.existing, out);
    controls(isms, CONTROL, &risk.controls, out);
    plan(isms, actions, out);
}

/// What it strikes and how: most of an asset-based risk is said here.
fn strikes(risk: &Risk, out: &mut String) {
    let assets = risk.assets.join(BETWEEN);
    let texts =
        [("Assets", &*assets), ("Threat", &risk.threat), ("Vulnerability", &risk.vulnerability)];
    for (label, text) in texts.into_iter().filter(|(_, text)| !text.trim().is_empty()) {
        line(out, label, text);
    }
    let affected = Property::ALL.iter().filter(|property| risk.properties.contains(property));
    let affected: Vec<&str> = affected.map(|property| property.label()).collect();
    line(out, "Affects", &affected.join(BETWEEN));
}

/// One line a control, whatever the order in which the record names them.
fn controls(isms: &Isms, start: &str, ids: &[Text], out: &mut String) {
    let mut found: Vec<(&str, String)> = ids
        .iter()
        .map(|id| match resolve(isms, &[Kind::Control], id) {
            Some((kind, row)) => {
                let state = isms.controls.row(row).map_or_else(String::new, |control| {
                    format!("{}{BETWEEN}{}", control.status.label(), control.applicable.label())
                });
                (isms.key(kind, row).unwrap_or_default(), state)
            }
            None => (id.trim(), "not in the SoA".to_string()),
        })
        .collect();
    found.sort_by(|(a, _), (b, _)| order::natural(a, b));
    found.dedup();
    for (id, state) in found {
        line(out, &format!("{start}{id}"), &state);
    }
}

fn plan(isms: &Isms, actions: &[usize], out: &mut String) {
    let mut found: Vec<(&str, String)> = actions
        .iter()
        .filter_map(|row| {
            let action = isms.actions.row(*row)?;
            let due = action.due.map(|day| day.to_string()).unwrap_or_default();
            let text = format!(
                "{}{BETWEEN}{}{BETWEEN}{due}{BETWEEN}{}{BETWEEN}{}",
                action.status.label(),
                action.owner,
                action.cost,
                action.title
            );
            Some((isms.actions.key(*row)?, text))
        })
        .collect();
    found.sort_by(|(a, _), (b, _)| order::natural(a, b));
    for (id, text) in found {
        line(out, &format!("{ACTION}{id}"), &text);
    }
}
