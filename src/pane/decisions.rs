//! The decisions on a risk, the latest first, each with its state and with what changed since (6.1.3 f).

use super::{Cx, detail::Line};
use crate::{
    assess::{DecisionState, projection},
    isms::{Decision, DecisionKind, Risk, Words},
    ui::Role,
};

/// So much of a text that changed is shown.
const EXCERPT: usize = 40;

/// All decisions on a risk.
pub fn history(cx: Cx<'_>, row: usize) -> Vec<Line> {
    let (Some(risk), Some(state)) = (cx.isms.risks.row(row), cx.assessment.risks.get(row)) else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    for (place, decision) in risk.decisions.iter().enumerate().rev() {
        let latest = risk.decisions.iter().rposition(|other| other.kind == decision.kind);
        let stands = state.decision(decision.kind).filter(|_| latest == Some(place));
        let made = decision.made.or(decision.recorded);
        let made = made.map_or_else(|| "no date".to_string(), |day| day.to_string());
        let (words, role) = standing(decision, stands);
        lines.push(Line::new(
            &made,
            format!("{}, {}{words}", decision.kind.label(), by(decision)),
            role,
        ));
        for (label, text) in [("note", &decision.note), ("on condition", &decision.conditions)] {
            if !text.trim().is_empty() {
                lines.push(Line::new("", format!("{label}: {}", text.trim()), Role::Dim));
            }
        }
        if let Some(DecisionState::Stale { .. }) = stands {
            lines.extend(since(cx, row, decision));
        }
        for flag in state.flags.iter().filter(|flag| flag.place() == place) {
            lines.push(Line::new("", flag.sentence(), Role::Warn));
        }
    }
    lines
}

fn by(decision: &Decision) -> String {
    let recorded = match decision.recorded.filter(|day| Some(*day) != decision.made) {
        Some(day) => format!(" (recorded {day})"),
        None => String::new(),
    };
    let role =
        if decision.role.is_empty() { String::new() } else { format!(", {}", decision.role) };
    format!("{}{role}{recorded}", decision.by)
}

fn standing(decision: &Decision, stands: Option<&DecisionState>) -> (String, Role) {
    match stands {
        Some(state) if state.is_settled() => (format!(": {}", state.in_words()), Role::Ok),
        Some(state) => (format!(": {}", state.in_words()), Role::Warn),
        None if matches!(decision.kind, DecisionKind::SentBack | DecisionKind::Revocation) => {
            (String::new(), Role::Text)
        }
        None => (": superseded by a later one".to_string(), Role::Dim),
    }
}

/// What changed since a decision: before and after.
fn since(cx: Cx<'_>, row: usize, decision: &Decision) -> Vec<Line> {
    let then = projection::parse(&decision.content);
    let now = projection::of_risk(cx.isms, row);
    let weighty = projection::changed(&then, &now);
    let counts = |label: &str| weighty.iter().any(|known| known.starts_with(label));
    projection::differences(&then, &now)
        .into_iter()
        .filter(|difference| counts(&difference.label))
        .map(|difference| {
            let side = |side: &Option<String>| match side.as_deref().map(str::trim) {
                None | Some("") => "–".to_string(),
                Some(text) => excerpt(text),
            };
            let (before, after) = (side(&difference.before), side(&difference.after));
            Line::new("changed", format!("{}: {before} → {after}", difference.label), Role::Info)
        })
        .collect()
}

fn excerpt(text: &str) -> String {
    if text.chars().count() <= EXCERPT {
        return text.to_string();
    }
    let start: String = text.chars().take(EXCERPT).collect();
    format!("{}…", start.trim_end())
}

/// What a risk awaits now, and from whom, as sentences.
pub fn awaited(cx: Cx<'_>, row: usize) -> Vec<String> {
    let (Some(risk), Some(state)) = (cx.isms.risks.row(row), cx.assessment.risks.get(row)) else {
        return Vec::new();
    };
    let owner = name(cx, risk);
    let top = "top management".to_string();
    [
        (&state.plan, "approval of the plan", &owner),
        (&state.acceptance, "acceptance of what remains", &owner),
        (&state.management, "acceptance by management", &top),
    ]
    .into_iter()
    .filter(|(decision, ..)| decision.is_awaited())
    .map(|(decision, what, who)| match decision {
        DecisionState::Awaiting => format!("{what} by {who}"),
        other => format!("{what} by {who}: the last one is {}", other.in_words()),
    })
    .collect()
}

/// Whose decision a risk awaits, or why the last one does not hold, in two or three words.
pub fn brief(cx: Cx<'_>, row: usize) -> String {
    let (Some(risk), Some(state)) = (cx.isms.risks.row(row), cx.assessment.risks.get(row)) else {
        return String::new();
    };
    let owner = match risk.owner.trim() {
        "" => "no owner",
        owner => owner,
    };
    match state.standing() {
        DecisionState::Awaiting if state.plan == DecisionState::Awaiting => {
            format!("plan: {owner}")
        }
        DecisionState::Awaiting if state.acceptance == DecisionState::Awaiting => {
            format!("accept: {owner}")
        }
        DecisionState::Awaiting => "management".to_string(),
        stale @ DecisionState::Stale { .. } => stale.in_words(),
        other => other.label().to_string(),
    }
}

fn name(cx: Cx<'_>, risk: &Risk) -> String {
    match risk.owner.trim() {
        "" => "the risk owner, whom nobody named yet".to_string(),
        owner
            if cx.isms.people.get(owner).is_some_and(|p| p.left.is_some_and(|d| d <= cx.today)) =>
        {
            format!("{owner}, who has left: name another risk owner")
        }
        owner => match cx.isms.people.get(owner) {
            Some(person) if !person.name.is_empty() => format!("{} ({owner})", person.name),
            _ => owner.to_string(),
        },
    }
}
