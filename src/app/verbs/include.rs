//! A treatment that selects an excluded control contradicts the SoA (6.1.3 b to d): it is offered to
//! include the control in the same step.

use super::commit;
use crate::{
    app::{App, Purpose},
    change::{Change, Transaction},
    isms::{Applicable, At, Kind, Reason, Words, resolve},
    layer::{Confirm, Layer},
    text::Value,
};

/// Asks, if a transaction lets a treatment select an excluded control; true if it asked.
pub fn asks(app: &mut App, transaction: &Transaction) -> bool {
    let mut found: Vec<(String, String)> = Vec::new();
    for change in &transaction.changes {
        let Change::Set { at, field, before, after } = change else { continue };
        if at.kind != Kind::Risk || field != "controls" {
            continue;
        }
        let old = ids(before);
        for control in ids(after).into_iter().filter(|id| !old.contains(id)) {
            found.extend(excluded(app, &control).map(|key| (key, at.key.clone())));
        }
    }
    let included = including(app, &found);
    if included.is_empty() {
        return false;
    }
    let alone = transaction.clone();
    let mut with = transaction.clone();
    with.changes.extend(included);
    let controls: Vec<&str> = found.iter().map(|(control, _)| control.as_str()).collect();
    with.label = format!("{} · {} included in the SoA", with.label, controls.join(", "));
    let mut lines: Vec<String> = found
        .iter()
        .map(|(control, risk)| {
            let why = app.isms.controls.get(control).map_or("", |c| c.justification.trim());
            format!("{control} is excluded: {why} {risk} would select it.")
        })
        .collect();
    lines.push("y includes it because of the risk, in the same step; n links it only.".to_string());
    let title = "Include in the SoA what the treatment selects?  y yes · n no";
    let confirm = Confirm::preview(title, lines);
    app.open(Layer::Confirm(confirm), Purpose::Include { alone, with });
    true
}

/// Includes the excluded controls that the selected risk's treatment selects already.
pub fn selected(app: &mut App) {
    let Some(at) = app.list().selected.clone().filter(|at| at.kind == Kind::Risk) else { return };
    let Some(risk) = app.isms.risks.get(&at.key) else { return };
    let controls: Vec<String> = risk.controls.iter().map(ToString::to_string).collect();
    let found: Vec<(String, String)> = controls
        .iter()
        .filter_map(|control| Some((excluded(app, control)?, at.key.clone())))
        .collect();
    let keys: Vec<&str> = found.iter().map(|(control, _)| control.as_str()).collect();
    let label = format!("{} included: {} selects it", keys.join(", "), at.key);
    match Transaction::of(label, including(app, &found)) {
        Some(transaction) => {
            commit::make(app, transaction);
        }
        None => app.say(format!("The treatment of {} selects no excluded control.", at.key)),
    }
}

fn ids(value: &Value) -> Vec<String> {
    let Value::List(items) = value else { return Vec::new() };
    let text = |item: &Value| match item {
        Value::Text(id) => Some(id.clone()),
        _ => None,
    };
    items.iter().filter_map(text).collect()
}

/// The key of a control, if it is excluded.
fn excluded(app: &App, id: &str) -> Option<String> {
    let (kind, row) = resolve(&app.isms, &[Kind::Control], id)?;
    let out = app.isms.controls.row(row)?.applicable == Applicable::No;
    out.then(|| app.isms.key(kind, row).map(str::to_string)).flatten()
}

/// The changes that include controls because of risks; why they were excluded is no reason to include them.
fn including(app: &App, found: &[(String, String)]) -> Vec<Change> {
    let word = |word: &str| Value::Word(word.to_string());
    let mut changes = Vec::new();
    for (nth, (control, risk)) in found.iter().enumerate() {
        if found.iter().take(nth).any(|(known, _)| known == control) {
            continue;
        }
        let at = At::new(Kind::Control, control.as_str());
        let Some(entry) = app.isms.controls.get(control) else { continue };
        let mut reasons: Vec<Reason> = entry.reasons.clone();
        if !reasons.contains(&Reason::Risk) {
            reasons.insert(0, Reason::Risk);
        }
        let reasons = reasons.iter().map(|reason| word(reason.choice().word)).collect();
        let title = app.isms.risks.get(risk).map_or("", |risk| risk.title.trim());
        let text = format!("Selected by the treatment of {risk} ({title}).");
        let fields = [
            ("applicable", word(Applicable::Yes.choice().word)),
            ("reasons", Value::List(reasons)),
            ("justification", Value::Text(text)),
        ];
        let set = |(field, value)| Change::set(&app.isms, &at, field, value);
        changes.extend(fields.into_iter().filter_map(set));
    }
    changes
}
