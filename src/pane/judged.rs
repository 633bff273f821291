//! The first lines of a detail: what is judged about the record, and what the standard says.

use super::{
    Cx, Row, column,
    detail::{Line, Target},
    state_cell,
};
use crate::{
    assess::{self, ApprovalState, ItemAnswer},
    isms::{Kind, Words},
    ui::Role,
};

/// The judged lines of a record.
pub fn lines(cx: Cx<'_>, row: Row) -> Vec<Line> {
    match row.kind {
        Kind::Control => control(cx, row),
        Kind::Clause => clause(cx, row),
        Kind::Risk => risk(cx, row),
        Kind::Item => item(cx, row),
        Kind::Document | Kind::Evidence => counted(cx, row),
        Kind::Action => action(cx, row),
        Kind::Nonconformity => nonconformity(cx, row),
        Kind::Soa => super::soa::lines(cx),
        Kind::Criteria => approval(cx, row),
        Kind::Scope => approval(cx, row).into_iter().chain(super::boundary::scope(cx)).collect(),
        Kind::Element => super::boundary::element(cx, row),
        Kind::Party => super::boundary::party(cx, row),
        Kind::Obligation => super::boundary::obligation(cx, row),
        Kind::Organisation => super::boundary::facts(cx),
        _ => Vec::new(),
    }
}

fn gap(cx: Cx<'_>, row: Row) -> Vec<Line> {
    let Some(gap) = cx.assessment.gap(row.kind, row.row) else {
        return vec![Line::new("Gap", "none", Role::Ok)];
    };
    let marks = column::cell(cx, row, column::Column::Gap);
    let mut lines =
        vec![Line::new("Gap", format!("{} {}", marks.text, gap.explain(cx.isms)), marks.role)];
    for sentence in gap.sentences(cx.isms).into_iter().skip(1) {
        lines.push(Line::new("", sentence, Role::Text));
    }
    for (nth, action) in gap.actions.iter().enumerate() {
        let action = Row::new(Kind::Action, *action);
        let Some(at) = action.at(cx) else { continue };
        let words = ["owner", "due", "status"].map(|key| column::field_words(cx, action, key).0);
        let words: Vec<&str> =
            words.iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
        let text = format!("{} {} · {}", at.key, column::title(cx, action), words.join(", "));
        let label = if nth == 0 { "Action" } else { "" };
        lines.push(Line::new(label, text, Role::Link).to(Target::Record(at)));
    }
    lines
}

fn control(cx: Cx<'_>, row: Row) -> Vec<Line> {
    let key = cx.isms.key(row.kind, row.row).unwrap_or_default();
    let mut lines = Vec::new();
    if let Some(known) = cx.standard.control(key) {
        let types: Vec<&str> = known.control_type.iter().map(|t| t.label()).collect();
        let properties: String = known
            .information_security_properties
            .iter()
            .filter_map(|p| p.label().chars().next())
            .map(|c| format!("{c} "))
            .collect();
        let concepts: Vec<&str> = known.cybersecurity_concepts.iter().map(|c| c.label()).collect();
        let new = if known.new_in_2022 { " · new in 2022" } else { "" };
        let text = format!(
            "{} · {} · {}· {}{new}",
            known.theme.label(),
            types.join(" "),
            properties,
            concepts.join(" ")
        );
        lines.push(Line::new("", text, Role::Dim));
    }
    lines.extend(gap(cx, row));
    if let Some(state) = cx.assessment.controls.get(row.row) {
        if let Some(level) =
            state.highest_risk.and_then(|at| cx.isms.criteria.only().levels.get(at))
        {
            lines.push(Line::new("Highest risk", &*level.name, Role::Level(level.colour)));
        }
        for fact in super::boundary::exclusion(cx, row) {
            lines.push(fact);
        }
        if let Some(review) = state.review {
            let written = cx.isms.controls.row(row.row).is_some_and(|c| c.next_review.is_some());
            let months = cx.isms.intervals.only().soa_review;
            let why = match (written, months) {
                (true, _) => String::new(),
                (false, Some(months)) => format!(" · {months} months after the last review"),
                (false, None) => {
                    " · 12 months after the last review, a default: no interval is declared".into()
                }
            };
            let role = if review < cx.today { Role::Warn } else { Role::Dim };
            lines.push(Line::new("Look again", format!("{review}{why}"), role));
        }
        if state.orphan {
            let text = "orphan: no risk and no other reason asks for it";
            lines.push(Line::new("", text, Role::Warn));
        }
    }
    lines
}

/// What the standard is about, in our own words: purpose, what auditors ask, usual evidence.
pub fn standard(cx: Cx<'_>, row: Row) -> Vec<Line> {
    let key = cx.isms.key(row.kind, row.row).unwrap_or_default();
    let mut lines = Vec::new();
    if row.kind != Kind::Control {
        return lines;
    }
    if let Some(known) = cx.standard.control(key) {
        lines.push(Line::new("Purpose", known.purpose, Role::Text));
        for (nth, question) in known.questions.iter().enumerate() {
            let label = if nth == 0 { "Auditors ask" } else { "" };
            lines.push(Line::new(label, *question, Role::Dim));
        }
        if !known.evidence.is_empty() {
            lines.push(Line::new("Usual evidence", known.evidence.join(" · "), Role::Dim));
        }
        if let Some(recurring) = &known.recurring {
            let text =
                format!("{} (usually every {} months)", recurring.duty, recurring.usual_months);
            lines.push(Line::new("Comes round", text, Role::Dim));
        }
        if !known.from_2013.is_empty() {
            lines.push(Line::new("2013", known.from_2013.join(", "), Role::Dim));
        }
    }
    lines
}

fn clause(cx: Cx<'_>, row: Row) -> Vec<Line> {
    let key = cx.isms.key(row.kind, row.row).unwrap_or_default();
    let mut lines = Vec::new();
    if let Some(known) = cx.standard.clause(key) {
        lines.push(Line::new("About", known.summary, Role::Text));
    }
    lines.extend(gap(cx, row));
    let Some(known) = cx.standard.clause(key) else { return lines };
    let items = crate::assess::lettered(cx.isms, cx.standard, row.row);
    for item in &items {
        let word = item.conformity.label();
        let note = if item.note.is_empty() { "" } else { " · " };
        let text = format!("{word} · {}{note}{}", item.text, item.note);
        let at = crate::isms::At::new(Kind::Clause, item.id);
        let line = Line::new(item.label, text, state_cell::word_role(word));
        lines.push(line.to(super::detail::Target::Record(at)));
    }
    if let Some(state) = cx.assessment.clauses.get(row.row).filter(|_| !items.is_empty()) {
        let says = match state.items.says() {
            Some(says) => format!(": {}", says.label()),
            None => String::new(),
        };
        let text = format!("{}{says}", state.items.in_words());
        let role = if state.is_contradicted() { Role::Bad } else { Role::Text };
        lines.push(Line::new("Items say", text, role));
    }
    lines.extend(super::demand::lines(cx, row));
    if let Some(amendment) = &known.amendment {
        lines.push(Line::new("Amd 1:2024", amendment.text, Role::Dim));
    }
    if !known.typical_evidence.is_empty() {
        lines.push(Line::new("Usual evidence", known.typical_evidence.join(" · "), Role::Dim));
    }
    if let Some(notes) = known.notes {
        lines.push(Line::new("Worth knowing", notes, Role::Dim));
    }
    lines
}

fn risk(cx: Cx<'_>, row: Row) -> Vec<Line> {
    let Some(state) = cx.assessment.risks.get(row.row) else { return Vec::new() };
    let mut lines = Vec::new();
    let inherent = state_cell::level(cx, state.inherent, "");
    let today = column::cell(cx, row, column::Column::Level);
    let after = column::cell(cx, row, column::Column::Residual);
    if inherent.text != "not rated" {
        lines.push(Line::new("Inherent", inherent.text, inherent.role));
    }
    lines.push(Line::new("Today", with_score(today.text, state.current), today.role));
    lines.push(Line::new("Residual", with_score(after.text, state.residual), after.role));
    if state.could_be_worse {
        let text = "could be one level worse: the rating rests on weak knowledge";
        lines.push(Line::new("", text, Role::Warn));
    }
    if state.open {
        for (label, decision) in [
            ("Plan", &state.plan),
            ("Acceptance", &state.acceptance),
            ("Management", &state.management),
        ] {
            let role = if decision.is_settled() { Role::Ok } else { Role::Warn };
            lines.push(Line::new(label, decision.in_words(), role));
        }
    }
    for issue in &state.issues {
        lines.push(Line::new("Finding", issue.sentence(cx.isms), Role::Bad));
    }
    for flag in &state.flags {
        lines.push(Line::new("Decisions", flag.sentence(), Role::Warn));
    }
    lines
}

pub(super) fn with_score(text: String, rating: crate::assess::Rating) -> String {
    match (rating.likelihood, rating.consequence) {
        (Some(likelihood), Some(consequence)) => format!("{text} · {likelihood} × {consequence}"),
        _ => text,
    }
}

/// Where an answer of the data leads to.
fn where_to(cx: Cx<'_>, to: assess::Target) -> Target {
    let at = |kind, row| Row::new(kind, row).at(cx);
    match to {
        assess::Target::List(kind) => Target::List(kind),
        assess::Target::Record(kind, row) => at(kind, row).map_or(Target::None, Target::Record),
        assess::Target::Field(kind, row, key) => {
            at(kind, row).map_or(Target::None, |at| Target::Place(at, key))
        }
        assess::Target::Rows(count) => Target::Count(count, "what the answer counts"),
    }
}

fn item(cx: Cx<'_>, row: Row) -> Vec<Line> {
    let Some(state) = cx.assessment.items.get(row.row) else { return Vec::new() };
    let cell = column::cell(cx, row, column::Column::Answer);
    let mut lines = vec![Line::new("Answer", cell.text, cell.role)];
    if let ItemAnswer::Computed(computed) = &state.answer {
        let mut why = Line::new("Because", computed.why.clone(), Role::Link);
        why.target = where_to(cx, computed.leads_to);
        lines.push(why);
        let text =
            "answered by the data: it can't be ticked by hand; enter leads to what it rests on";
        lines.push(Line::new("", text, Role::Dim));
    }
    let key = cx.isms.key(row.kind, row.row).unwrap_or_default();
    if let Some((stage, item)) = super::detail::standard_item(cx, key) {
        lines.push(Line::new("Stage", stage.title, Role::Text));
        lines.push(Line::new("Refers to", item.refs.join(", "), Role::Text));
        lines.push(Line::new("Basis", item.basis.label(), Role::Dim));
    }
    lines
}

fn counted(cx: Cx<'_>, row: Row) -> Vec<Line> {
    let counted = match row.kind {
        Kind::Document => cx.assessment.documents.get(row.row),
        _ => cx.assessment.evidence.get(row.row),
    };
    let Some(counted) = counted else { return Vec::new() };
    let cell = column::cell(cx, row, column::Column::Currency);
    let mut text = cell.text;
    if let Some(until) = counted.until {
        text += &format!(" · until {until}");
    }
    if counted.by_default {
        text += " (by a default of 12 months: no interval is declared)";
    }
    vec![Line::new("State", text, cell.role)]
}

fn action(cx: Cx<'_>, row: Row) -> Vec<Line> {
    let cell = column::cell(cx, row, column::Column::Currency);
    let mut lines = vec![Line::new("State", cell.text, cell.role)];
    let issues = cx.assessment.actions.get(row.row).map(|state| &state.issues);
    for issue in issues.into_iter().flatten() {
        lines.push(Line::new("Finding", issue.sentence(), Role::Warn));
    }
    lines
}

fn nonconformity(cx: Cx<'_>, row: Row) -> Vec<Line> {
    let issues = cx.assessment.nonconformities.get(row.row).map(|state| &state.issues);
    issues
        .into_iter()
        .flatten()
        .map(|issue| Line::new("Missing", issue.sentence(), Role::Warn))
        .collect()
}

fn approval(cx: Cx<'_>, row: Row) -> Vec<Line> {
    let state = match row.kind {
        Kind::Criteria => &cx.assessment.criteria,
        _ => &cx.assessment.scope,
    };
    let role = if state.is_approved() { Role::Ok } else { Role::Warn };
    let mut lines = vec![Line::new("Approval", state.in_words(), role)];
    if let ApprovalState::Stale { changes } = state {
        for change in changes {
            let words = |side: &Option<String>| side.clone().unwrap_or_else(|| "–".to_string());
            let (before, after) = (words(&change.before), words(&change.after));
            let text = format!("{}: {before} → {after}", change.label);
            lines.push(Line::new("Changed", text, Role::Info));
        }
    }
    if row.kind == Kind::Criteria {
        for sentence in crate::assess::criteria::problems(cx.isms.criteria.only()) {
            lines.push(Line::new("Wrong", sentence, Role::Bad));
        }
    }
    lines
}
