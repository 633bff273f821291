//! What the judgement says about one record, under keys that scripts can rely on.

use super::row::Row;
use crate::{
    assess::{
        Above, ApprovalState, Assessment, Demonstrated, ItemAnswer, Rated, level_name,
        projection::Difference,
    },
    isms::{Kind, Words},
};
use serde_json::Value;

/// One judgement.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// Key in JSON, and of a column.
    pub key: &'static str,
    /// Words on screen.
    pub label: &'static str,
    /// The value in words; one sentence a line.
    pub words: String,
    /// The value for programs.
    pub json: Value,
}

pub(super) fn judged(key: &'static str, label: &'static str, words: impl Into<String>) -> Judged {
    let words = words.into();
    let json = if words.is_empty() { Value::Null } else { words.clone().into() };
    Judged { key, label, words, json }
}

pub(super) fn flag(key: &'static str, label: &'static str, yes: bool) -> Judged {
    Judged { json: yes.into(), ..judged(key, label, if yes { "yes" } else { "no" }) }
}

fn days(key: &'static str, label: &'static str, days: Option<i64>) -> Judged {
    let words = days.map_or(String::new(), |days| format!("by {days} days"));
    Judged { json: days.into(), ..judged(key, label, words) }
}

pub(super) fn sentences(items: Vec<String>) -> Judged {
    Judged { json: items.clone().into(), ..judged("because", "Because", items.join("\n")) }
}

/// What a reader of the decisions should know.
fn flagged(items: Vec<String>) -> Judged {
    let words = items.join("\n");
    Judged { json: items.into(), ..judged("decision_flags", "Decisions to look at twice", words) }
}

pub use crate::exchange::gaps::priority;

/// All judgements about a record.
pub fn all(row: &Row<'_>) -> Vec<Judged> {
    let assessment = &row.folder.assessment;
    match row.kind {
        Kind::Control => control(row, assessment),
        Kind::Clause => clause(row, assessment),
        Kind::Risk => risk(row, assessment),
        Kind::Item => item(row, assessment),
        Kind::Document | Kind::Evidence => counted(row, assessment),
        Kind::Action => {
            let state = assessment.actions.get(row.row);
            state.map_or_else(Vec::new, |state| {
                let why = state.issues.iter().map(|issue| issue.sentence()).collect();
                vec![days("overdue", "Overdue", state.overdue), sentences(why)]
            })
        }
        Kind::Nonconformity => {
            let state = assessment.nonconformities.get(row.row);
            state.map_or_else(Vec::new, |state| {
                let why = state.issues.iter().map(|issue| issue.sentence()).collect();
                vec![
                    flag("open", "Still open", state.open),
                    days("overdue", "Overdue", state.overdue),
                    sentences(why),
                ]
            })
        }
        Kind::Soa => {
            let objections = assessment.soa_issues.iter().map(|issue| issue.sentence());
            let mut because = sentences(objections.collect());
            because.label = "Objections";
            let changes: Vec<String> = match &assessment.soa {
                ApprovalState::Stale { changes } => changes.iter().map(changed).collect(),
                _ => Vec::new(),
            };
            let json = changes.clone().into();
            let changes = Judged { json, ..judged("changes", "Changed", changes.join("\n")) };
            vec![judged("state", "Approval", assessment.soa.in_words()), because, changes]
        }
        Kind::Criteria => vec![judged("state", "Approval", assessment.criteria.in_words())],
        Kind::Scope | Kind::Element | Kind::Party | Kind::Obligation | Kind::Organisation => {
            super::judged_scope::all(row, assessment)
        }
        _ => Vec::new(),
    }
}

/// One line of a document that is not as it was approved.
fn changed(change: &Difference) -> String {
    let words = |side: &Option<String>| side.clone().unwrap_or_else(|| "–".to_string());
    format!("{}: {} → {}", change.label, words(&change.before), words(&change.after))
}

fn gap(row: &Row<'_>, assessment: &Assessment) -> [Judged; 2] {
    let gap = assessment.gap(row.kind, row.row);
    let why = gap.map_or_else(Vec::new, |gap| gap.sentences(&row.folder.isms));
    [judged("gap", "Gap", gap.map_or("", |gap| priority(gap.priority))), sentences(why)]
}

fn control(row: &Row<'_>, assessment: &Assessment) -> Vec<Judged> {
    let Some(state) = assessment.controls.get(row.row) else { return Vec::new() };
    let demonstrated = match state.demonstrated {
        _ if !state.is_implemented() => "",
        Demonstrated::Yes => "yes",
        Demonstrated::Lapsed => "lapsed",
        Demonstrated::No => "no",
    };
    let [gap, because] = gap(row, assessment);
    vec![
        gap,
        flag("justified", "Justified", state.justified),
        judged("demonstrated", "Demonstrated", demonstrated),
        days("overdue", "Overdue", state.overdue),
        because,
    ]
}

fn clause(row: &Row<'_>, assessment: &Assessment) -> Vec<Judged> {
    let Some(state) = assessment.clauses.get(row.row) else { return Vec::new() };
    let [gap, because] = gap(row, assessment);
    let there =
        |place: &&usize| assessment.mandatory.get(**place).is_some_and(|item| item.is_there());
    let found = state.demands.iter().filter(there).count();
    let documents = match state.demands.len() {
        0 => String::new(),
        all => format!("{found} of {all}"),
    };
    let items = match state.items.all {
        0 => String::new(),
        all => format!("{} of {all}", state.items.conforming),
    };
    vec![
        gap,
        judged("items_met", "Items conforming", items),
        judged("items_stand", "Items", state.items.in_words()),
        flag("contradicts", "Items contradict it", state.is_contradicted()),
        judged("documents", "Demanded documents", documents),
        days("overdue", "Overdue", state.overdue),
        because,
    ]
}

fn risk(row: &Row<'_>, assessment: &Assessment) -> Vec<Judged> {
    let Some(state) = assessment.risks.get(row.row) else { return Vec::new() };
    let isms = &row.folder.isms;
    let level = |rated: Rated| level_name(isms.criteria.only(), rated);
    let above = match state.above {
        Above::Yes => Judged { json: true.into(), ..judged("above", "Above the criteria", "yes") },
        Above::No => Judged { json: false.into(), ..judged("above", "Above the criteria", "no") },
        Above::Unknown => {
            Judged { json: Value::Null, ..judged("above", "Above the criteria", "can't be said") }
        }
    };
    // until what it rests on is shown to work, a residual level is a target, and is called so
    let residual = match (state.residual.rated, state.residual_is_target) {
        (Rated::Level(_), true) => format!("{} (target)", level(state.residual.rated)),
        (rated, _) => level(rated).to_string(),
    };
    let residual = Judged {
        json: level(state.residual.rated).into(),
        ..judged("residual", "Residual level", residual)
    };
    let standing = state.standing();
    let overall = if state.open { standing.label() } else { "closed" };
    vec![
        judged("level", "Level today", level(state.current.rated)),
        judged(
            "inherent",
            "Inherent level",
            match state.inherent.rated {
                Rated::Unrated => "",
                rated => level(rated),
            },
        ),
        residual,
        flag("residual_is_target", "Residual is a target", state.residual_is_target),
        above,
        judged("state", "Decisions", overall),
        judged("plan", "Treatment plan", state.plan.in_words()),
        judged("acceptance", "Residual risk", state.acceptance.in_words()),
        judged("management", "By management", state.management.in_words()),
        flag("awaiting", "Awaits a decision", state.awaiting),
        flag("could_be_worse", "Could be one level worse", state.could_be_worse),
        flagged(state.flags.iter().map(|flag| flag.sentence()).collect()),
        sentences(state.issues.iter().map(|issue| issue.sentence(isms)).collect()),
    ]
}

fn item(row: &Row<'_>, assessment: &Assessment) -> Vec<Judged> {
    let state = assessment.items.iter().find(|item| item.row == row.row);
    let Some(state) = state else { return Vec::new() };
    let (by, why) = match &state.answer {
        ItemAnswer::Computed(computed) => ("the data", vec![computed.why.clone()]),
        ItemAnswer::ByHand(_) => ("a person", Vec::new()),
    };
    vec![
        // the stage of the standard's items is the standard's, whether the record says so or not
        Judged {
            json: state.stage.choice().word.into(),
            ..judged("stage", "Stage", state.stage.label())
        },
        judged("state", "State", state.label()),
        judged("judged_by", "Judged by", by),
        sentences(why),
    ]
}

fn counted(row: &Row<'_>, assessment: &Assessment) -> Vec<Judged> {
    let list = match row.kind {
        Kind::Document => &assessment.documents,
        _ => &assessment.evidence,
    };
    let Some(state) = list.get(row.row) else { return Vec::new() };
    let until = state.until.map_or(String::new(), |day| day.to_string());
    let label = if state.by_default { "Counts until (default)" } else { "Counts until" };
    vec![
        judged("state", "State", state.currency.label()),
        flag("counts", "Counts", state.currency.counts()),
        judged("counts_until", label, until),
    ]
}
