//! One risk as management decides about it: what it is, what is planned, what it costs, what remains.

use super::{Cx, Row, column, decisions, detail::Line, state_cell};
use crate::{
    isms::{Action, Kind, Words, resolve},
    ui::Role,
};

/// All lines about a risk, in the order in which one asks.
pub fn lines(cx: Cx<'_>, row: usize) -> Vec<Line> {
    let (Some(risk), Some(state)) = (cx.isms.risks.row(row), cx.assessment.risks.get(row)) else {
        return Vec::new();
    };
    let mut lines: Vec<Line> = decisions::awaited(cx, row)
        .into_iter()
        .enumerate()
        .map(|(nth, text)| Line::new(if nth == 0 { "Awaits" } else { "" }, text, Role::Warn))
        .collect();
    if lines.is_empty() {
        lines.push(Line::new("Awaits", "nothing any more", Role::Ok));
    }
    for (label, text) in
        [("Cause", &risk.cause), ("Event", &risk.event), ("Means", &risk.consequences)]
    {
        if !text.trim().is_empty() {
            lines.push(Line::new(label, text.trim(), Role::Text));
        }
    }
    let today = state_cell::level(cx, state.current, "");
    let target = if state.residual_is_target { " (target: not yet shown to work)" } else { "" };
    let after = state_cell::level(cx, state.residual, target);
    for (label, cell, rating, reason) in [
        ("Today", today, state.current, &risk.rating_reason),
        ("Remains", after, state.residual, &risk.residual_reason),
    ] {
        let mut text = super::judged::with_score(cell.text, rating);
        if !reason.trim().is_empty() {
            text += &format!(" · {}", reason.trim());
        }
        lines.push(Line::new(label, text, cell.role));
    }
    if state.could_be_worse {
        let text = "could be one level worse: the rating rests on weak knowledge";
        lines.push(Line::new("", text, Role::Warn));
    }
    let reason = risk.treatment_reason.trim();
    let between = if reason.is_empty() { "" } else { " · " };
    let text = format!("{}{between}{reason}", risk.treatment.label());
    lines.push(Line::new("Treatment", text, Role::Text));
    lines.extend(plan(cx, row));
    for issue in &state.issues {
        lines.push(Line::new("Finding", issue.sentence(cx.isms), Role::Bad));
    }
    let history = decisions::history(cx, row);
    let earlier = if history.is_empty() { "none" } else { "" };
    lines.push(Line::new("Decisions", earlier, Role::Dim));
    lines.extend(history);
    lines
}

/// Controls with their status; actions by whom, until when, at which cost; the sum.
fn plan(cx: Cx<'_>, row: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let Some(risk) = cx.isms.risks.row(row) else { return lines };
    for (nth, id) in risk.controls.iter().enumerate() {
        let label = if nth == 0 { "Controls" } else { "" };
        let (text, role) = match resolve(cx.isms, &[Kind::Control], id) {
            Some((kind, place)) => {
                let found = Row::new(kind, place);
                let works = cx.assessment.controls.get(place).is_some_and(|c| c.works());
                let status = column::cell(cx, found, column::Column::Field("status")).text;
                let excluded = cx
                    .isms
                    .controls
                    .row(place)
                    .is_some_and(|control| control.applicable == crate::isms::Applicable::No);
                let more = match (excluded, works) {
                    (true, _) => " · excluded in the SoA",
                    (_, true) => " · demonstrated",
                    _ => "",
                };
                let role = if excluded { Role::Bad } else { Role::Text };
                (format!("{id} {} · {status}{more}", column::title(cx, found)), role)
            }
            None => (format!("{id} · not in the SoA"), Role::Bad),
        };
        lines.push(Line::new(label, text, role));
    }
    let actions = &cx.assessment.links.risk_at(row).actions;
    for (nth, place) in actions.iter().enumerate() {
        let Some(action) = cx.isms.actions.row(*place) else { continue };
        let label = if nth == 0 { "Actions" } else { "" };
        let late = cx.assessment.actions.get(*place).and_then(|state| state.overdue);
        let role = if late.is_some() { Role::Bad } else { Role::Text };
        lines.push(Line::new(label, said(action, late), role));
    }
    if actions.is_empty() {
        lines.push(Line::new("Actions", "none", Role::Dim));
    }
    let costs: Vec<&str> = actions
        .iter()
        .filter_map(|place| cx.isms.actions.row(*place))
        .map(|action| action.cost.trim())
        .collect();
    if !costs.is_empty() {
        lines.push(Line::new("Costs", total(&costs), Role::Text));
    }
    lines
}

fn said(action: &Action, late: Option<i64>) -> String {
    let due = action.due.map_or_else(|| "no date".to_string(), |day| format!("by {day}"));
    let who = if action.owner.is_empty() { "nobody" } else { &action.owner };
    let state = match late {
        Some(days) => format!("{days} d overdue"),
        None => action.status.label().to_string(),
    };
    let mut text = format!("{} {} · {who} · {due} · {state}", action.id, action.title);
    for part in [&action.cost, &action.effort] {
        if !part.trim().is_empty() {
            text += &format!(" · {}", part.trim());
        }
    }
    text
}

/// The sum of what can be added up, unit by unit; what can't is named, and so is what nobody said.
pub fn total(costs: &[&str]) -> String {
    let mut sums: Vec<(String, i64)> = Vec::new();
    let (mut others, mut unsaid) = (Vec::new(), 0usize);
    for cost in costs {
        match amount(cost) {
            _ if cost.is_empty() => unsaid += 1,
            Some((number, unit)) => match sums.iter_mut().find(|(known, _)| *known == unit) {
                Some((_, sum)) => *sum = sum.saturating_add(number),
                None => sums.push((unit, number)),
            },
            None => others.push((*cost).to_string()),
        }
    }
    let mut parts: Vec<String> =
        sums.into_iter().map(|(unit, sum)| format!("{} {unit}", grouped(sum))).collect();
    parts.append(&mut others);
    if unsaid > 0 {
        parts.push(format!("{unsaid} action(s) without a cost"));
    }
    parts.join(" + ")
}

/// "1,900 EUR" is 1900 and "EUR"; anything that could be read in two ways is none.
fn amount(text: &str) -> Option<(i64, String)> {
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == ',' || c == ' '))?;
    let (number, unit) = text.split_at_checked(end)?;
    let unit = unit.trim();
    let groups: Vec<&str> = number.trim().split([',', ' ']).collect();
    let whole = groups.iter().enumerate().all(|(nth, group)| {
        let three = group.len() == 3;
        let first = (1..=3).contains(&group.len()) || groups.len() == 1;
        if nth == 0 { first && !group.is_empty() } else { three }
    });
    let word = !unit.is_empty() && unit.chars().all(|c| c.is_alphabetic() || "€$£/".contains(c));
    if !whole || !word {
        return None;
    }
    Some((groups.concat().parse().ok()?, unit.to_string()))
}

/// A number with its thousands set apart.
fn grouped(number: i64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (nth, c) in digits.chars().enumerate() {
        if nth > 0 && (digits.len() - nth).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::total;

    #[test]
    fn costs_are_added_only_where_that_is_safe() {
        assert_eq!(total(&["1,900 EUR", "2,400 EUR"]), "4,300 EUR");
        assert_eq!(total(&["5 days", "12,000 EUR", "3 days"]), "8 days + 12,000 EUR");
        assert_eq!(total(&["2,900 EUR a month", "100 EUR"]), "100 EUR + 2,900 EUR a month");
        assert_eq!(total(&["1,5 days", ""]), "1,5 days + 1 action(s) without a cost");
        assert_eq!(total(&["about 10"]), "about 10");
    }
}
