//! The scope pane: what is judged of the scope, its elements, the facts, parties and obligations, in words.

use super::{
    Cx, Row,
    column::{self, Cell},
    detail::{Line, Target},
};
use crate::{
    assess::{
        Count, FactAnswer,
        scope::{Creep, ElementState},
    },
    isms::{Applicable, At, Fact, InOut, Kind, Words},
    ui::Role,
};

fn text(text: impl Into<String>, role: Role) -> Cell {
    Cell { text: text.into(), role }
}

/// The state of the scope, an element, a party or an obligation, short enough for a cell.
pub fn cell(cx: Cx<'_>, row: Row) -> Cell {
    let assessment = cx.assessment;
    let open = |shorts: Vec<&str>, serious: bool| match shorts.as_slice() {
        [] => text("in order", Role::Ok),
        shorts => text(shorts.join(" · "), if serious { Role::Bad } else { Role::Warn }),
    };
    match row.kind {
        Kind::Element => match assessment.elements.get(row.row) {
            Some(state) => element_cell(state),
            None => text("", Role::Text),
        },
        Kind::Party => {
            let Some(state) = assessment.parties.get(row.row) else { return text("", Role::Text) };
            open(state.issues.iter().map(|issue| issue.short()).collect(), !state.is_whole())
        }
        Kind::Obligation => {
            let state = assessment.obligations.get(row.row);
            let Some(state) = state else { return text("", Role::Text) };
            open(state.issues.iter().map(|issue| issue.short()).collect(), state.is_unmet())
        }
        _ => match (assessment.boundary.issues.len(), assessment.scope.is_approved()) {
            (0, true) => text("approved", Role::Ok),
            (0, false) => text("not approved as it stands", Role::Warn),
            (1, _) => text("1 point open", Role::Warn),
            (count, _) => text(format!("{count} points open"), Role::Warn),
        },
    }
}

fn element_cell(state: &ElementState) -> Cell {
    let mut words: Vec<String> = Vec::new();
    let holes = state.issues.iter().filter(|issue| issue.is_hole());
    words.extend(holes.take(1).map(|issue| issue.short().to_string()));
    let short =
        |creep: &Creep| if state.is_hole() { "new".to_string() } else { creep_short(creep) };
    words.extend(state.creep.as_ref().map(short));
    let rest = state.issues.iter().filter(|issue| !issue.is_hole());
    let told = |short: &&str| !(state.creep.is_some() && matches!(*short, "no risk" | "no reason"));
    words.extend(rest.map(|issue| issue.short()).filter(told).take(1).map(str::to_string));
    let serious = state.is_hole() || state.is_unfinished() || state.is_broad();
    match words.is_empty() {
        true => text("in order", Role::Ok),
        false => text(words.join(" · "), if serious { Role::Bad } else { Role::Warn }),
    }
}

/// "creep: risk SoA audit", or "new, covered" once it lacks nothing.
fn creep_short(creep: &Creep) -> String {
    let lacks: Vec<&str> = creep.lacks.iter().map(|lack| lack.short()).collect();
    match (lacks.is_empty(), creep.moved.grows()) {
        (true, true) => "new, all done".to_string(),
        (true, false) => "taken out".to_string(),
        (false, true) => format!("creep: {}", lacks.join(" ")),
        (false, false) => format!("taken out: {}", lacks.join(" ")),
    }
}

/// What an element sorts by in its state: holes, unfinished creep, too broad, no risk, the rest.
pub fn weight(cx: Cx<'_>, row: Row) -> i64 {
    let Some(state) = cx.assessment.elements.get(row.row) else { return 9 };
    match state {
        _ if state.is_hole() => 0,
        _ if state.is_unfinished() => 1,
        _ if state.is_broad() => 2,
        _ if state.lacks_risk() => 3,
        _ if !state.issues.is_empty() => 4,
        _ if state.creep.is_some() => 5,
        _ => 6,
    }
}

/// Whether something is open in a record of the scope that one would go to next; none for other records.
pub fn is_open(cx: Cx<'_>, row: Row) -> Option<bool> {
    let assessment = cx.assessment;
    match row.kind {
        Kind::Element => Some(weight(cx, row) < 4),
        Kind::Party => assessment.parties.get(row.row).map(|state| !state.issues.is_empty()),
        Kind::Obligation => assessment.obligations.get(row.row).map(|one| !one.issues.is_empty()),
        Kind::Scope => Some(!assessment.boundary.issues.is_empty()),
        _ => None,
    }
}

/// What is judged of one element: holes first, then creep with what it lacks, then the rest.
pub fn element(cx: Cx<'_>, row: Row) -> Vec<Line> {
    let Some(state) = cx.assessment.elements.get(row.row) else { return Vec::new() };
    let cell = cell(cx, row);
    let mut lines = vec![Line::new("State", cell.text, cell.role)];
    for issue in &state.issues {
        let label = match issue {
            issue if issue.is_hole() => "Hole",
            _ if state.is_broad() && lines.len() == 1 => "Too broad",
            _ => "Missing",
        };
        let role = if issue.is_hole() { Role::Bad } else { Role::Warn };
        lines.push(Line::new(label, issue.sentence(), role));
    }
    if let Some(creep) = &state.creep {
        lines.extend(creep_lines(cx, row, creep));
    }
    lines
}

fn creep_lines(cx: Cx<'_>, row: Row, creep: &Creep) -> Vec<Line> {
    let since = creep.since.map_or("on an unknown day".to_string(), |day| format!("on {day}"));
    let mut words = format!("It {} {since}", creep.moved.phrase());
    if let Some(baseline) = &cx.assessment.boundary.baseline {
        words += &format!(", after the baseline ({})", baseline.in_words());
    }
    words += if creep.lacks.is_empty() { "; nothing is lacking." } else { ". It lacks:" };
    let role = if creep.lacks.is_empty() { Role::Text } else { Role::Bad };
    let mut lines = vec![Line::new("Creep", words, role)];
    if creep.backdated {
        let words = "Its day lies before the baseline, which did not know it: dated back.";
        lines.push(Line::new("", words, Role::Warn));
    }
    for lack in &creep.lacks {
        lines.push(Line::new("", format!("– {}", lack.phrase()), Role::Warn));
    }
    if let Some(cover) = &creep.cover {
        let audit = Row::new(Kind::Audit, cover.audit);
        let title = column::title(cx, audit);
        let words = match (cover.done, cover.on) {
            (true, Some(day)) => format!("covered on {day}: {title}"),
            (_, Some(day)) => format!("planned for {day}: {title}"),
            (_, None) => format!("planned without a day: {title}"),
        };
        let target = audit.at(cx).map_or(Target::None, Target::Record);
        lines.push(Line::new("Audit", words, Role::Link).to(target));
    }
    let certified = cx.isms.cycle.only().decision;
    if let (Some(decided), Some(day)) = (certified, creep.since)
        && day >= decided
    {
        let words = "It came in after the certificate: the certification body has to be told.";
        lines.push(Line::new("", words, Role::Warn));
    }
    let element = cx.isms.elements.row(row.row);
    if element.is_some_and(|element| element.inside == InOut::In) && !creep.lacks.is_empty() {
        let words = "A makes a risk of it; L links a risk or an audit.";
        lines.push(Line::new("", words, Role::Dim));
    }
    lines
}

/// What is judged of the scope as a whole; each figure opens its rows.
pub fn scope(cx: Cx<'_>) -> Vec<Line> {
    let assessment = cx.assessment;
    let mut lines = Vec::new();
    let baseline = match &assessment.boundary.baseline {
        Some(baseline) => Line::new("Baseline", baseline.in_words(), Role::Text),
        None => Line::new("Baseline", "none: creep can't be seen; g b sets one", Role::Warn),
    };
    lines.push(baseline);
    const FIGURES: [(Count, &str, &str); 6] = [
        (Count::ScopeInside, "Inside", "inside"),
        (Count::ScopeHoles, "Holes", "holes in the scope"),
        (Count::ScopeCreep, "Creep", "changed since the baseline"),
        (Count::ScopeUnfinished, "  lacking", "changed since the baseline, and lacking something"),
        (Count::ScopeBroad, "Too broad", "inside without need"),
        (Count::ScopeNoRisk, "No risk", "inside, and no open risk names them"),
    ];
    for (count, label, words) in FIGURES {
        let number = assessment.count(count);
        let role = match (number, count) {
            (_, Count::ScopeInside) => Role::Text,
            (0, _) => Role::Ok,
            _ => Role::Warn,
        };
        let line = Line::new(label, format!("{number} {words}"), role);
        lines.push(line.to(Target::Count(count, words)));
    }
    for issue in &assessment.boundary.issues {
        lines.push(Line::new("Missing", issue.sentence(cx.isms), Role::Warn));
    }
    lines.extend(facts(cx));
    lines
}

/// The facts that drive which controls apply, each with what hangs on it.
pub fn facts(cx: Cx<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    for (nth, fact) in Fact::ALL.iter().enumerate() {
        let (words, role) = fact_words(cx, *fact);
        let label = if nth == 0 { "Facts (enter)" } else { "" };
        lines.push(Line::new(label, words, role).to(Target::Fact(*fact)));
    }
    lines
}

/// A fact, what was said of it, and the controls that hang on it.
pub fn fact_words(cx: Cx<'_>, fact: Fact) -> (String, Role) {
    let Some(state) = cx.assessment.facts.get(fact as usize) else {
        return (fact.label().to_string(), Role::Text);
    };
    let excluded = |row: &&usize| {
        let control = cx.isms.controls.row(**row);
        control.is_some_and(|control| control.applicable == Applicable::No)
    };
    let key = |row: &usize| cx.isms.controls.key(*row).unwrap_or_default().to_string();
    let keys: Vec<String> = state.drives.iter().map(key).collect();
    let against: Vec<String> = state.drives.iter().filter(excluded).map(key).collect();
    let mut words = format!("{}: {}", fact.label(), state.label());
    if let Some(element) = state.shown_by
        && state.said != FactAnswer::Here
    {
        words += &format!(" ({} shows it)", cx.isms.elements.key(element).unwrap_or_default());
    }
    words += &format!(" · {}", keys.join(" "));
    if !against.is_empty() && state.holds() {
        words += &format!(" · excluded: {}", against.join(" "));
        return (words, Role::Bad);
    }
    let role = match state.said {
        _ if state.is_contradicted() => Role::Bad,
        FactAnswer::Open => Role::Warn,
        _ => Role::Text,
    };
    (words, role)
}

/// Whether what is known of the organisation bears an exclusion out, or speaks against it.
pub fn exclusion(cx: Cx<'_>, row: Row) -> Vec<Line> {
    let control = cx.isms.controls.row(row.row);
    let key = cx.isms.controls.key(row.row).unwrap_or_default();
    let Some(known) = cx.standard.control(key) else { return Vec::new() };
    let facts = known.needed_when.iter().filter_map(|fact| Fact::of(fact.spelling()));
    let excluded = control.is_some_and(|control| control.applicable == Applicable::No);
    facts
        .filter_map(|fact| {
            let state = cx.assessment.facts.get(fact as usize)?;
            let (words, role) = match (excluded, state.said) {
                (true, FactAnswer::Absent) if !state.holds() => {
                    let words = format!("bears the exclusion out: no {} here", fact.label());
                    (words, Role::Ok)
                }
                (true, FactAnswer::Open) if !state.holds() => {
                    let words = format!("nobody said whether there is {} (g F)", fact.label());
                    (words, Role::Warn)
                }
                (true, _) => (format!("speaks against the exclusion: {}", fact.label()), Role::Bad),
                (false, _) if state.holds() => {
                    (format!("hard to exclude: the organisation has {}", fact.label()), Role::Dim)
                }
                (false, FactAnswer::Absent) => {
                    (format!("the organisation has no {}", fact.label()), Role::Dim)
                }
                (false, _) => return None,
            };
            Some(
                Line::new("Fact", words, role)
                    .to(Target::Record(At::new(Kind::Organisation, Kind::Organisation.key()))),
            )
        })
        .collect()
}

/// What is judged of an interested party.
pub fn party(cx: Cx<'_>, row: Row) -> Vec<Line> {
    let Some(state) = cx.assessment.parties.get(row.row) else { return Vec::new() };
    let lines = state.issues.iter().map(|issue| Line::new("Missing", issue.sentence(), Role::Warn));
    or_in_order(lines.collect())
}

/// What is judged of an obligation.
pub fn obligation(cx: Cx<'_>, row: Row) -> Vec<Line> {
    let Some(state) = cx.assessment.obligations.get(row.row) else { return Vec::new() };
    let role = if state.is_unmet() { Role::Bad } else { Role::Warn };
    let lines =
        state.issues.iter().map(|issue| Line::new("Missing", issue.sentence(cx.isms), role));
    or_in_order(lines.collect())
}

fn or_in_order(lines: Vec<Line>) -> Vec<Line> {
    if lines.is_empty() { vec![Line::new("State", "in order", Role::Ok)] } else { lines }
}
