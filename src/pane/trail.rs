//! The trail of one risk, in the order in which an auditor asks for it.

use super::{Cx, Row, column, detail};
use crate::{
    isms::{At, Kind, Words},
    ui::Role,
};

/// One step of the trail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What kind of step, where it begins.
    pub label: String,
    /// The text.
    pub text: String,
    /// What it means.
    pub role: Role,
    /// The record, if it is one.
    pub at: Option<At>,
}

fn text(label: &str, text: impl Into<String>, role: Role) -> Step {
    Step { label: label.to_string(), text: text.into(), role, at: None }
}

fn record(cx: Cx<'_>, label: &str, row: Row) -> Option<Step> {
    let at = row.at(cx)?;
    let state = column::cell(cx, row, column::telling(row.kind));
    let words = format!("{} {} · {}", at.key, column::title(cx, row), state.text);
    Some(Step { label: label.to_string(), text: words, role: Role::Link, at: Some(at) })
}

/// Risk, treatment, controls with their evidence and audits, decisions.
pub fn of_risk(cx: Cx<'_>, row: usize) -> Vec<Step> {
    let Some(risk) = cx.isms.risks.row(row) else { return Vec::new() };
    let here = Row::new(Kind::Risk, row);
    let mut steps = vec![];
    steps.extend(record(cx, "Risk", here));
    for (label, words) in
        [("Cause", &risk.cause), ("Event", &risk.event), ("Consequences", &risk.consequences)]
    {
        if !words.is_empty() {
            steps.push(text(label, &**words, Role::Text));
        }
    }
    let level = |column| column::cell(cx, here, column).text;
    let owner = if risk.owner.is_empty() { "nobody" } else { &risk.owner };
    steps.push(text("Owner", owner, Role::Text));
    steps.push(text("Today", level(column::Column::Level), Role::Text));
    let treatment = format!("{} · {}", risk.treatment.label(), risk.treatment_reason);
    steps.push(text("Treatment", treatment, Role::Text));
    steps.push(text("Residual", level(column::Column::Residual), Role::Text));
    controls(cx, here, &mut steps);
    actions(cx, here, &mut steps);
    for decision in risk.decisions.iter() {
        let made = decision.made.map_or_else(String::new, |date| date.to_string());
        let until = decision.until.map_or_else(String::new, |date| format!(" until {date}"));
        let words =
            format!("{made} {} by {}{until} {}", decision.kind.label(), decision.by, decision.note);
        steps.push(text("Decision", words, Role::Text));
    }
    steps.push(text("State", level(column::Column::Decision), Role::Text));
    steps
}

fn controls(cx: Cx<'_>, here: Row, steps: &mut Vec<Step>) {
    let named = detail::named(cx, here);
    let controls = named.into_iter().filter(|(kind, _)| *kind == Kind::Control);
    for row in controls.flat_map(|(_, rows)| rows) {
        let control = Row::new(Kind::Control, row);
        steps.extend(record(cx, "Control", control));
        for (kind, rows) in detail::naming(cx, control) {
            let label = match kind {
                Kind::Evidence => "  shown by",
                Kind::Document => "  laid down in",
                Kind::Audit => "  audited in",
                _ => continue,
            };
            for row in rows {
                steps.extend(record(cx, label, Row::new(kind, row)));
            }
        }
    }
}

fn actions(cx: Cx<'_>, here: Row, steps: &mut Vec<Step>) {
    for (kind, rows) in detail::naming(cx, here) {
        let label = match kind {
            Kind::Action => "Action",
            Kind::Evidence => "Evidence",
            _ => continue,
        };
        for row in rows {
            steps.extend(record(cx, label, Row::new(kind, row)));
        }
    }
}
