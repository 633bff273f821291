//! What the approval of a whole document is given on: the SoA, the risk criteria, the scope.

use super::{Lines, line, parse};
use crate::{
    isms::{Criteria, Isms, Part, Reason, Step, Words},
    standard::order,
};

/// The Statement of Applicability: every row, in natural order, so that moving records changes nothing.
pub fn of_soa(isms: &Isms) -> Lines {
    parse(&soa_text(isms))
}

pub(in crate::assess) fn soa_text(isms: &Isms) -> String {
    let mut rows: Vec<_> = isms.controls.iter().collect();
    rows.sort_by(|(a, _), (b, _)| order::natural(a, b));
    let mut out = String::new();
    line(&mut out, "Version", &isms.soa.only().version);
    for (id, control) in rows {
        let mut field = |name: &str, value: &str| {
            if !value.is_empty() {
                line(&mut out, &format!("{id} {name}"), value);
            }
        };
        let reasons: Vec<&str> = Reason::ALL
            .iter()
            .filter(|reason| control.reasons.contains(reason))
            .map(|reason| reason.label())
            .collect();
        // what is not from Annex A has no other place that says what it is
        field("Title", control.title.trim());
        field("Set", control.set.trim());
        field("Applicable", control.applicable.label());
        field("Because of", &reasons.join(", "));
        field("Justification", control.justification.trim());
        field("Status", control.status.label());
        field("Operated by", control.operated_by.label());
        field("Provider", control.provider.trim());
    }
    out
}

/// The risk criteria and the method.
pub fn of_criteria(isms: &Isms) -> Lines {
    parse(&criteria_text(isms))
}

pub(in crate::assess) fn criteria_text(isms: &Isms) -> String {
    let criteria = isms.criteria.only();
    let mut out = String::new();
    line(&mut out, "Version", &criteria.version);
    line(&mut out, "Method", &criteria.method);
    line(&mut out, "Appetite", &criteria.appetite);
    ratings(criteria, &mut out);
    out
}

/// The scales, the grid and the levels.
fn ratings(criteria: &Criteria, out: &mut String) {
    line(out, "Level from", criteria.rule.label());
    for (scale, steps) in
        [("Likelihood", &criteria.likelihood), ("Consequence", &criteria.consequence)]
    {
        for (number, step) in (1..).zip(steps.iter()) {
            line(out, &format!("{scale} {number}"), &parts(step));
        }
    }
    for (number, row) in (1..).zip(&criteria.grid) {
        let cells = row.split_whitespace().collect::<Vec<_>>().join(" ");
        line(out, &format!("Grid {number}"), &cells);
    }
    for (number, level) in (1..).zip(criteria.levels.iter()) {
        let from = level.from.map(|from| format!("from {from}")).unwrap_or_default();
        let months = level.months.map(|months| format!("{months} months")).unwrap_or_default();
        let text = [&level.id, &level.name, &*from, level.accept.label(), &*months].join(" · ");
        line(out, &format!("Level {number}"), &text);
    }
}

/// A fingerprint of what a rating means: scales, grid, levels and who may accept them.
///
/// A decision carries it, so that other criteria under the same version don't go unnoticed. Colours,
/// letters, the method's text and approvals are left out: they change no rating.
pub(in crate::assess) fn yardstick(criteria: &Criteria) -> String {
    let mut out = String::new();
    ratings(criteria, &mut out);
    let mut digest = crate::assess::seal::fingerprint(&out);
    digest.truncate(12);
    digest
}

/// The words of a step, in the order of its fields.
fn parts(step: &Step) -> String {
    let crate::text::Value::Record(fields) = step.to_value() else { return String::new() };
    let texts = fields.into_iter().filter_map(|(_, value)| match value {
        crate::text::Value::Text(text) => Some(text),
        _ => None,
    });
    texts.collect::<Vec<_>>().join(" · ")
}

/// The scope statement and what is in and out.
pub fn of_scope(isms: &Isms) -> Lines {
    parse(&scope_text(isms))
}

pub(in crate::assess) fn scope_text(isms: &Isms) -> String {
    let scope = isms.scope.only();
    let mut out = String::new();
    line(&mut out, "Version", &scope.version);
    line(&mut out, "Statement", &scope.statement);
    line(&mut out, "Certificate wording", &scope.certificate_wording);
    line(&mut out, "Interfaces", &scope.interfaces);
    line(&mut out, "Left out", &scope.exclusions);
    let mut elements: Vec<_> = isms.elements.iter().collect();
    elements.sort_by(|(a, _), (b, _)| order::natural(a, b));
    for (id, element) in elements {
        let text = format!("{} · {}", element.inside.label(), element.title);
        line(&mut out, &format!("Element {id}"), &text);
    }
    out
}
