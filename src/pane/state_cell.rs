//! Cells that show what is judged, not what is written: gap, level, decision, answer, currency.

use super::{Cell, Column, Cx, Row, column::SortKey};
use crate::{
    assess::{Above, DecisionState, ItemAnswer, Rated, Rating, RiskState},
    isms::{ActionStatus, ItemStatus, Kind, Words},
    ui::Role,
};

fn text(text: impl Into<String>, role: Role) -> Cell {
    Cell { text: text.into(), role }
}

/// How a word of a closed list looks.
pub fn word_role(word: &str) -> Role {
    match word {
        "implemented" | "conforming" | "approved" | "done" | "closed" | "met" | "effective"
        | "on track" => Role::Ok,
        "none" | "nonconforming" | "not met" | "not stated" | "missed" | "major"
        | "not effective" => Role::Bad,
        "undecided" | "partial" | "not assessed" | "planned" | "in progress" | "open" | "draft" => {
            Role::Warn
        }
        "no" | "out" | "cancelled" | "withdrawn" => Role::Dim,
        _ => Role::Text,
    }
}

/// The cell of a computed column.
pub fn cell(cx: Cx<'_>, row: Row, column: Column) -> Cell {
    match column {
        Column::Justified => justified(cx, row),
        Column::Gap => gap_marks(cx, row),
        Column::Why => why(cx, row),
        Column::Level => risk(cx, row).map_or_else(blank, |state| level(cx, state.current, "")),
        Column::Residual => risk(cx, row).map_or_else(blank, |state| residual(cx, state)),
        Column::Decision => risk(cx, row).map_or_else(blank, decision),
        Column::Answer => answer(cx, row),
        Column::Currency => currency(cx, row),
        Column::Linked(kind) => linked(cx, row, kind),
        Column::Theme => theme(cx, row),
        Column::Items => items(cx, row),
        Column::Demands => demands(cx, row),
        Column::Stage => gap_of(cx, row).map_or_else(blank, |gap| {
            let role = if gap.blocks.is_some() { Role::Bad } else { Role::Dim };
            text(gap.stage.label(), role)
        }),
        Column::Phase => {
            gap_of(cx, row).map_or_else(blank, |gap| text(gap.phase.label(), Role::Dim))
        }
        Column::HighestRisk => highest_risk(cx, row),
        Column::NextReview => next_review(cx, row),
        Column::Id | Column::Title | Column::Field(_) | Column::Attribute(_) | Column::Kind => {
            blank()
        }
    }
}

fn blank() -> Cell {
    text("", Role::Text)
}

fn risk<'a>(cx: Cx<'a>, row: Row) -> Option<&'a RiskState> {
    (row.kind == Kind::Risk).then(|| cx.assessment.risks.get(row.row)).flatten()
}

fn justified(cx: Cx<'_>, row: Row) -> Cell {
    let Some(state) = cx.assessment.controls.get(row.row).filter(|_| row.kind == Kind::Control)
    else {
        return blank();
    };
    let carried = cx.isms.controls.row(row.row).is_some_and(|control| control.carried);
    match (state.justified, carried) {
        (_, true) => text("↻", Role::Warn),
        (true, _) if state.contradicts_fact() => text("≠", Role::Bad),
        (true, _) => text("✓", Role::Ok),
        (false, _) if state.applicable == crate::isms::Applicable::No => text("✗", Role::Bad),
        (false, _) => text("·", Role::Warn),
    }
}

fn gap_of<'a>(cx: Cx<'a>, row: Row) -> Option<&'a crate::assess::Gap> {
    cx.assessment.gap(row.kind, row.row)
}

fn gap_marks(cx: Cx<'_>, row: Row) -> Cell {
    match gap_of(cx, row).map(|gap| gap.priority.number()) {
        Some(3) => text("▲▲▲", Role::Bad),
        Some(2) => text("▲▲", Role::Warn),
        Some(_) => text("▲", Role::Dim),
        None => blank(),
    }
}

fn why(cx: Cx<'_>, row: Row) -> Cell {
    let because = gap_of(cx, row).map(|gap| gap.in_a_line(cx.isms));
    text(because.unwrap_or_default(), Role::Text)
}

/// A level in words; what is not rated says so and never looks good.
pub fn level(cx: Cx<'_>, rating: Rating, after: &str) -> Cell {
    match rating.rated {
        Rated::Unrated => text("not rated", Role::Warn),
        Rated::OffScale => text("off the scale", Role::Bad),
        Rated::Level(at) => match cx.isms.criteria.only().levels.get(at) {
            Some(level) => {
                let name = if level.name.is_empty() { &level.id } else { &level.name };
                text(format!("{name}{after}"), Role::Level(level.colour))
            }
            None => text("no level", Role::Bad),
        },
    }
}

fn residual(cx: Cx<'_>, state: &RiskState) -> Cell {
    // a residual level is a target until what it rests on is shown to work
    let after = if state.residual_is_target { " (target)" } else { "" };
    level(cx, state.residual, after)
}

fn decision(state: &RiskState) -> Cell {
    if !state.open {
        return text("closed", Role::Dim);
    }
    let standing = state.standing();
    let role = match &standing {
        DecisionState::Accepted { .. } => Role::Ok,
        DecisionState::NotNeeded if state.above == Above::No => Role::Dim,
        DecisionState::NotNeeded
        | DecisionState::Awaiting
        | DecisionState::TooEarly
        | DecisionState::Unrated => Role::Warn,
        _ => Role::Bad,
    };
    text(standing.label(), role)
}

fn answer(cx: Cx<'_>, row: Row) -> Cell {
    let Some(item) = cx.assessment.items.get(row.row).filter(|_| row.kind == Kind::Item) else {
        return blank();
    };
    match &item.answer {
        ItemAnswer::Computed(computed) if computed.met => text("✓ met", Role::Ok),
        ItemAnswer::Computed(_) => text("✗ not met", Role::Bad),
        ItemAnswer::ByHand(status) => {
            let role = match status {
                ItemStatus::Met => Role::Ok,
                ItemStatus::NotApplicable => Role::Dim,
                ItemStatus::NotMet => Role::Bad,
                ItemStatus::Open | ItemStatus::Partial => Role::Warn,
            };
            text(format!("{} (by hand)", status.label()), role)
        }
    }
}

fn currency(cx: Cx<'_>, row: Row) -> Cell {
    let late = |days: Option<i64>| days.map(|days| text(format!("{days} d overdue"), Role::Bad));
    match row.kind {
        Kind::Document | Kind::Evidence => {
            let counted = match row.kind {
                Kind::Document => cx.assessment.documents.get(row.row),
                _ => cx.assessment.evidence.get(row.row),
            };
            let Some(counted) = counted else { return blank() };
            let role = if counted.currency.counts() { Role::Ok } else { Role::Bad };
            text(counted.currency.label(), role)
        }
        Kind::Action => {
            let overdue = cx.assessment.actions.get(row.row).and_then(|state| state.overdue);
            late(overdue).unwrap_or_else(|| {
                let status = cx.isms.actions.row(row.row).map_or(ActionStatus::Open, |a| a.status);
                text(status.label(), word_role(status.label()))
            })
        }
        Kind::Nonconformity => {
            let state = cx.assessment.nonconformities.get(row.row);
            late(state.and_then(|state| state.overdue)).unwrap_or_else(|| {
                match state.map_or(0, |state| state.issues.len()) {
                    0 => text("in order", Role::Ok),
                    count => text(format!("{count} missing"), Role::Warn),
                }
            })
        }
        Kind::Scope | Kind::Element | Kind::Party | Kind::Obligation => {
            super::boundary::cell(cx, row)
        }
        _ => blank(),
    }
}

fn linked(cx: Cx<'_>, row: Row, kind: Kind) -> Cell {
    let links = &cx.assessment.links;
    let count = match (row.kind, kind) {
        (Kind::Control, Kind::Risk) => {
            let of_control = links.control(row.row);
            let only = of_control.treating.iter().filter(|r| !of_control.existing.contains(r));
            of_control.existing.len() + only.count()
        }
        (Kind::Control, Kind::Evidence) => links.control(row.row).evidence.len(),
        (Kind::Action, Kind::Evidence) => links.actions.get(row.row).map_or(0, Vec::len),
        (Kind::Control, Kind::Document) => links.control(row.row).documents.len(),
        (Kind::Control, Kind::Obligation) => links.control(row.row).obligations.len(),
        (Kind::Control | Kind::Clause, Kind::Action) => {
            // the one that stands behind a gap says more than how many
            let actions = gap_of(cx, row).map_or(&[][..], |gap| &gap.actions);
            let id = |row: &usize| cx.isms.key(Kind::Action, *row).map(str::to_string);
            return match actions {
                [] => text("·", Role::Dim),
                [one] => text(id(one).unwrap_or_default(), Role::Text),
                [one, ..] => text(format!("{}+", id(one).unwrap_or_default()), Role::Text),
            };
        }
        (Kind::Element, Kind::Risk) => links.elements.get(row.row).map_or(0, Vec::len),
        _ => return blank(),
    };
    if count == 0 { text("·", Role::Dim) } else { text(count.to_string(), Role::Text) }
}

/// How many lettered items conform: "5/8"; wrong if they and the subclause contradict each other.
fn items(cx: Cx<'_>, row: Row) -> Cell {
    let state = cx.assessment.clauses.get(row.row).filter(|_| row.kind == Kind::Clause);
    let Some(state) = state.filter(|state| state.items.all > 0) else { return blank() };
    let (items, written) = (state.items, state.items.unwritten < state.items.all);
    let wrong = if state.is_contradicted() { "≠" } else { "" };
    let role = match (wrong, written) {
        ("≠", _) => Role::Bad,
        (_, false) => Role::Dim,
        _ if items.conforming == items.all => Role::Ok,
        _ => Role::Warn,
    };
    text(format!("{}/{}{wrong}", items.conforming, items.all), role)
}

/// How much of the demanded documented information is there and counts: "1/2".
fn demands(cx: Cx<'_>, row: Row) -> Cell {
    let state = cx.assessment.clauses.get(row.row).filter(|_| row.kind == Kind::Clause);
    let Some(state) = state.filter(|state| !state.demands.is_empty()) else { return blank() };
    let there =
        |place: &&usize| cx.assessment.mandatory.get(**place).is_some_and(|item| item.is_there());
    let (count, all) = (state.demands.iter().filter(there).count(), state.demands.len());
    text(format!("{count}/{all}"), if count == all { Role::Ok } else { Role::Bad })
}

fn theme(cx: Cx<'_>, row: Row) -> Cell {
    let key = cx.isms.key(row.kind, row.row).unwrap_or_default();
    let theme = (row.kind == Kind::Control).then(|| cx.standard.control(key)).flatten();
    match theme {
        Some(control) => text(control.theme.label(), Role::Dim),
        None => text(super::attribute::set(cx, row), Role::Dim),
    }
}

/// What a computed column sorts by; none if its text does.
pub fn sort_key(cx: Cx<'_>, row: Row, column: Column) -> Option<SortKey> {
    let number = |n: usize| SortKey::Number(i64::try_from(n).unwrap_or(i64::MAX));
    Some(match column {
        Column::Stage => SortKey::Number(gap_of(cx, row)?.stage as i64),
        Column::Phase => SortKey::Number(gap_of(cx, row)?.phase as i64),
        Column::HighestRisk => match gap_risk(cx, row)? {
            Rated::Level(level) => SortKey::Number(-i64::try_from(level).unwrap_or(i64::MAX)),
            Rated::Unrated | Rated::OffScale => SortKey::Number(i64::MIN),
        },
        Column::Linked(Kind::Action) => return None,
        Column::Gap => match gap_place(cx, row) {
            Some(place) => number(place),
            None => SortKey::Empty,
        },
        // the worst first, and what nobody rated before all that is rated
        Column::Level => rating_key(risk(cx, row)?.current),
        Column::Residual => rating_key(risk(cx, row)?.residual),
        // the standard's items don't store their stage: it is the standard's
        Column::Field("stage") if row.kind == Kind::Item => {
            SortKey::Number(cx.assessment.items.get(row.row)?.stage as i64)
        }
        Column::Linked(_) => match linked(cx, row, linked_kind(column)).text.parse::<i64>() {
            Ok(count) => SortKey::Number(-count),
            Err(_) => SortKey::Empty,
        },
        Column::Currency if row.kind == Kind::Element => {
            SortKey::Number(super::boundary::weight(cx, row))
        }
        Column::Currency if row.kind == Kind::Action => {
            let state = cx.assessment.actions.get(row.row)?;
            match (state.overdue, state.open) {
                (Some(days), _) => SortKey::Number(-days - 1),
                (None, true) => SortKey::Number(0),
                (None, false) => SortKey::Empty,
            }
        }
        _ => return None,
    })
}

fn gap_place(cx: Cx<'_>, row: Row) -> Option<usize> {
    cx.assessment.gap_places.get(row.kind, row.row)
}

fn linked_kind(column: Column) -> Kind {
    match column {
        Column::Linked(kind) => kind,
        _ => Kind::Risk,
    }
}

/// More than any score of a scale that can be shown.
const LEVEL: i64 = 1 << 40;

fn rating_key(rating: Rating) -> SortKey {
    match rating.rated {
        Rated::OffScale => SortKey::Number(i64::MIN),
        Rated::Unrated => SortKey::Number(i64::MIN + 1),
        // in a free grid a lower level may have the larger product
        Rated::Level(level) => {
            let level = i64::try_from(level).unwrap_or_default();
            SortKey::Number(-level.saturating_mul(LEVEL).saturating_add(rating.score))
        }
    }
}

/// The highest level of today among the risks that a control or subclause is linked with.
fn gap_risk(cx: Cx<'_>, row: Row) -> Option<Rated> {
    let state = cx.assessment.controls.get(row.row).filter(|_| row.kind == Kind::Control);
    match state.map(|state| (state.highest_risk, state.unrated_risk)) {
        Some((Some(level), _)) => Some(Rated::Level(level)),
        Some((None, true)) => Some(Rated::Unrated),
        Some((None, false)) => None,
        None => gap_of(cx, row).and_then(|gap| gap.risk),
    }
}

fn highest_risk(cx: Cx<'_>, row: Row) -> Cell {
    gap_risk(cx, row).map_or_else(blank, |rated| {
        let words = crate::assess::level_name(cx.isms.criteria.only(), rated);
        let level = rated.level().and_then(|at| cx.isms.criteria.only().levels.get(at));
        text(words, level.map_or(Role::Warn, |level| Role::Level(level.colour)))
    })
}

/// When a control is to be looked at again: as written, else by the declared interval.
fn next_review(cx: Cx<'_>, row: Row) -> Cell {
    let state = cx.assessment.controls.get(row.row).filter(|_| row.kind == Kind::Control);
    state.and_then(|state| state.review).map_or_else(blank, |day| {
        let role = if day < cx.today { Role::Warn } else { Role::Text };
        text(day.to_string(), role)
    })
}

/// What is missing in a control, in a few words each, the heaviest first; for the row itself.
pub fn tags(cx: Cx<'_>, row: Row) -> Option<Cell> {
    let gap = gap_of(cx, row).filter(|_| row.kind == Kind::Control)?;
    let mut words: Vec<&str> = gap.because.iter().map(|because| because.brief()).collect();
    // that no status is stated can be seen beside it: what can't goes first
    words.sort_by_key(|word| *word == "no status");
    words.dedup();
    let role = match gap.priority.number() {
        3 => Role::Bad,
        2 => Role::Warn,
        _ => Role::Dim,
    };
    Some(text(words.join(" · "), role))
}
