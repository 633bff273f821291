//! The Statement of Applicability over the years: rolled forward, and what was carried over confirmed.

use super::commit;
use crate::{
    app::{App, Purpose},
    change::{Change, Transaction, next_version, roll_forward},
    isms::At,
    layer::{Confirm, Input, Layer},
    text::Value,
};

/// Asks for the sentence that confirms carried entries.
pub fn confirm_carried(app: &mut App) {
    let ats: Vec<At> = app
        .targets()
        .into_iter()
        .filter(|at| app.isms.controls.get(&at.key).is_some_and(|c| c.carried))
        .collect();
    if ats.is_empty() {
        return app.say("Nothing here is carried over from an earlier SoA.");
    }
    let title = match ats.as_slice() {
        [at] => format!("{}: why does it still hold?", at.key),
        many => format!("Why do these {} carried entries still hold?", many.len()),
    };
    let hint = "a sentence; the entries count as reassessed today";
    app.open(Layer::Input(Input::new(title, hint, "")), Purpose::Confirm(ats));
}

/// Confirms carried entries with a sentence.
pub fn confirmed(app: &mut App, ats: &[At], sentence: &str) {
    if !crate::assess::justification::is_said(sentence) {
        return app.say("Nothing was confirmed: it takes a sentence that says something.");
    }
    let today = Value::Text(app.today.to_string());
    let changes = ats.iter().flat_map(|at| {
        [
            Change::set(&app.isms, at, "carried", Value::Nothing),
            Change::set(&app.isms, at, "reassessed", Value::Text(sentence.trim().to_string())),
            Change::set(&app.isms, at, "last_review", today.clone()),
        ]
    });
    let changes: Vec<Change> = changes.flatten().collect();
    let label = match ats {
        [at] => format!("{} confirmed", at.key),
        many => format!("{} carried entries confirmed", many.len()),
    };
    if let Some(transaction) = Transaction::of(label, changes) {
        commit::make_or_ask(app, transaction);
    }
}

/// Asks for the version that the SoA is rolled forward to.
pub fn roll(app: &mut App) {
    let version = app.isms.soa.only().version.to_string();
    let title = match version.as_str() {
        "" => "Begin which version of the SoA?".to_string(),
        version => format!("The SoA has version {version}. Begin which one?"),
    };
    let hint = "every decided entry counts as carried, not reassessed, until it is touched or \
                confirmed (c); approvals stay";
    app.open(Layer::Input(Input::new(title, hint, &next_version(&version))), Purpose::RollForward);
}

/// Rolls the SoA forward; shown before it is done.
pub fn rolled(app: &mut App, version: &str) {
    let now = app.isms.soa.only().version.trim().to_string();
    let version = version.trim();
    if version.is_empty() {
        return app.say("Nothing was begun: a version is needed.");
    }
    if version == now {
        return app.warn(format!("The SoA has version {now} already; nothing was begun."));
    }
    commit::make_or_ask(app, roll_forward(&app.isms, version, app.today));
}

/// What speaks against approving the SoA as it stands is shown before anybody signs; true if nothing does.
pub fn may_be_approved(app: &mut App) -> bool {
    let issues = app.assessment.soa_issues.iter().filter(|i| i.speaks_against_approval());
    let mut lines: Vec<String> = issues.map(|issue| issue.sentence()).collect();
    if lines.is_empty() {
        return true;
    }
    let soa = app.isms.soa.only();
    let version = if soa.version.is_empty() { "no version" } else { &soa.version };
    lines.push(String::new());
    lines.push(
        "An auditor would raise this. The approval is recorded with what stands there now.".into(),
    );
    let title = format!("Approve the SoA ({version}) although …?  y yes · n no");
    app.open(Layer::Confirm(Confirm::new(title, lines)), Purpose::ApproveDespite);
    false
}
