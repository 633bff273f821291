//! The session for management: the risks that await a decision, one full screen each (6.1.3 f).

use super::{commit, decide};
use crate::{
    app::{App, Open, Purpose},
    assess::RiskState,
    isms::{At, DecisionKind, Kind, Words},
    layer::{Ask, Deed, Layer, Session},
    pane::ListId,
};

/// Begins a session at the selected risk, or at the next one (or the one before) that awaits a decision.
pub fn begin(app: &mut App, forward: bool) {
    if app.me.is_none() && !app.isms.people.is_empty() {
        return decide::who(app, Some(crate::app::Action::NextAwaiting));
    }
    let waits = |row: usize| app.assessment.risks.get(row).is_some_and(|state| state.awaiting);
    let in_list = app.list_id() == ListId::Risks;
    let rows: Vec<usize> = if in_list {
        app.list().rows.iter().map(|row| row.row).collect()
    } else {
        worst_first(app)
    };
    let here = if in_list { app.list().cursor } else { 0 };
    let mut queue = Vec::new();
    let mut place = None;
    for (nth, row) in rows.iter().enumerate().filter(|(_, row)| waits(**row)) {
        let start = if forward { nth >= here && place.is_none() } else { nth < here };
        if start {
            place = Some(queue.len());
        }
        queue.extend(app.isms.key(Kind::Risk, *row).map(str::to_string));
    }
    if queue.is_empty() {
        let elsewhere = in_list && app.assessment.vitals.awaiting > 0;
        return app.say(if elsewhere {
            "No risk of this list awaits a decision; esc lifts the filter."
        } else {
            "No risk awaits a decision."
        });
    }
    let last = queue.len() - 1;
    let place = place.unwrap_or(if forward { 0 } else { last });
    app.open(Layer::Session(Session::new(queue, place)), Purpose::Session);
}

/// All risks, those first of which most remains; what nobody rated before everything.
fn worst_first(app: &App) -> Vec<usize> {
    let remaining = |row: &usize| app.assessment.risks.get(*row).map(|state| state.remaining);
    let mut rows: Vec<usize> = (0..app.isms.risks.len()).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(remaining(row)));
    rows
}

fn session(app: &mut App) -> Option<&mut Session> {
    app.layers.iter_mut().rev().find_map(|Open { layer, .. }| match layer {
        Layer::Session(session) => Some(session),
        _ => None,
    })
}

/// The risk on screen, as it is judged now.
fn current(app: &mut App) -> Option<At> {
    let key = session(app)?.current()?.to_string();
    app.isms.row(Kind::Risk, &key)?;
    Some(At::new(Kind::Risk, key))
}

/// What a key of the session asked for.
pub fn asked(app: &mut App, ask: Ask) {
    match ask {
        Ask::Who => return decide::who(app, None),
        Ask::Undo => return undo(app),
        _ => {}
    }
    let Some(at) = current(app) else {
        return app.say("This is the summary: p goes back, q leaves.");
    };
    if let Some(why) = &app.read_only {
        let why = format!("Nothing can be decided here: {why}.");
        return app.say(why);
    }
    let kind = match ask {
        Ask::Approve => DecisionKind::PlanApproval,
        Ask::Accept => DecisionKind::ResidualAcceptance,
        Ask::Manage => DecisionKind::ManagementAcceptance,
        Ask::SendBack => DecisionKind::SentBack,
        Ask::Revoke | Ask::Undo | Ask::Who => DecisionKind::Revocation,
    };
    decide::chosen(app, at, kind.choice().word);
}

/// Why a decision would be superfluous.
pub fn needless(app: &App, at: &At, kind: DecisionKind) -> Option<String> {
    let state = app.assessment.risks.get(app.isms.row(Kind::Risk, &at.key)?)?;
    let decision = state.decision(kind)?;
    let what = match kind {
        DecisionKind::PlanApproval => "approval of the plan",
        DecisionKind::ManagementAcceptance => "acceptance by management",
        _ => "acceptance by the risk owner",
    };
    let settled = decision.is_settled();
    settled.then(|| format!("{}: the {what} is {} already.", at.key, decision.in_words()))
}

/// A decision was recorded; if nothing else awaits one for this risk, the next one comes.
pub fn decided(app: &mut App, at: &At, kind: DecisionKind) {
    let row = app.isms.row(Kind::Risk, &at.key);
    let state = row.and_then(|row| app.assessment.risks.get(row));
    let waits = state.is_some_and(|state| state.awaiting) && !is_settled_here(state, kind);
    let risk = at.key.clone();
    let Some(session) = session(app) else { return };
    session.skipped.remove(&risk);
    session.deeds.push(Deed { risk, words: kind.label() });
    if !waits {
        session.go(session.place + 1);
    }
}

/// Sending back and revoking leave a risk waiting on purpose.
fn is_settled_here(state: Option<&RiskState>, kind: DecisionKind) -> bool {
    state.is_some() && matches!(kind, DecisionKind::SentBack | DecisionKind::Revocation)
}

/// Takes back what was decided last in this session, and goes to that risk.
fn undo(app: &mut App) {
    let last = session(app).and_then(|session| session.deeds.pop());
    let Some(last) = last else {
        return app.say("Nothing was decided in this session yet.");
    };
    commit::undo(app);
    if let Some(session) = session(app)
        && let Some(place) = session.queue.iter().position(|key| *key == last.risk)
    {
        session.go(place);
    }
}
