//! Making decisions: who may, and the record that is appended (6.1.3 f).

use super::{
    approval::{approvals, content, may_approve},
    calendar::add_months,
    level::{Scale, level_name},
    projection::{of_risk, to_text},
    risk::remaining,
    seal::{approval_digest, digest},
};
use crate::{
    isms::{
        Acceptance, Approval, Authority, Decision, DecisionKind, Isms, Kind, Part, Person, Risk,
        RiskStatus, Text, Treatment,
    },
    text::Value,
};
use chrono::NaiveDate;

/// What a person decides, before it is recorded.
#[derive(Debug, Clone, PartialEq)]
pub struct Act<'a> {
    /// What is decided.
    pub kind: DecisionKind,
    /// In whose name.
    pub by: &'a str,
    /// Who is at the keyboard.
    pub recorded_by: &'a str,
    /// When it was decided.
    pub made: NaiveDate,
    /// How long it is to hold.
    pub until: Option<NaiveDate>,
    /// Reason, or what was said.
    pub note: &'a str,
    /// Under which conditions it holds.
    pub conditions: &'a str,
    /// Digest of the decision that is taken back; empty: the latest.
    pub revokes: &'a str,
}

/// The decision on a risk, to be appended to its `decisions`.
///
/// None if there is no such risk. Whether the person may decide is a question of its own: [`may`].
pub fn decision(isms: &Isms, row: usize, act: &Act<'_>, today: NaiveDate) -> Option<Value> {
    let risk = isms.risks.row(row)?;
    let criteria = isms.criteria.only();
    let scale = Scale::of(criteria);
    let left = remains(&scale, risk);
    let mut decision = Decision {
        kind: act.kind,
        by: act.by.trim().into(),
        role: role(isms, act.by),
        recorded_by: act.recorded_by.trim().into(),
        made: Some(act.made),
        recorded: Some(today),
        until: holds_until(isms, row, act),
        level: level_name(criteria, left).into(),
        note: act.note.trim().into(),
        conditions: act.conditions.trim().into(),
        revokes: act.revokes.trim().into(),
        digest: Text::default(),
        content: to_text(&of_risk(isms, row)).into(),
    };
    let previous = risk.decisions.iter().rev().map(|one| &*one.digest).find(|one| !one.is_empty());
    decision.digest =
        digest(decision.content.trim(), &decision, previous.unwrap_or_default()).into();
    Some(decision.to_value())
}

/// The last day on which a decision would hold: as asked for, but no longer than the criteria allow.
pub fn holds_until(isms: &Isms, row: usize, act: &Act<'_>) -> Option<NaiveDate> {
    let accepts =
        matches!(act.kind, DecisionKind::ResidualAcceptance | DecisionKind::ManagementAcceptance);
    let scale = Scale::of(isms.criteria.only());
    let left = isms.risks.row(row).map(|risk| remains(&scale, risk)).filter(|_| accepts);
    let longest = left.and_then(|left| scale.months(left));
    act.until.into_iter().chain(longest.map(|months| add_months(act.made, months))).min()
}

/// Whether a decision comes after its risk, and still holds when it is recorded.
///
/// # Errors
/// The sentence says what does not fit.
pub fn in_time(isms: &Isms, row: usize, act: &Act<'_>, today: NaiveDate) -> Result<(), String> {
    let seen = isms.risks.row(row).and_then(|risk| risk.identified);
    if let Some(seen) = seen.filter(|seen| *seen > act.made) {
        return Err(format!("The risk was identified on {seen}: nobody decided on {}.", act.made));
    }
    match holds_until(isms, row, act) {
        Some(last) if last < today => {
            Err(format!("It would have expired already, on {last}: decide anew, as of today."))
        }
        _ => Ok(()),
    }
}

/// The approval of the SoA, the criteria or the scope, to be appended to its `approvals`.
///
/// None for any other kind of record.
pub fn approval(isms: &Isms, kind: Kind, act: &Act<'_>, today: NaiveDate) -> Option<Value> {
    let (earlier, version) = approvals(isms, kind)?;
    let mut approval = Approval {
        version: version.into(),
        by: act.by.trim().into(),
        role: role(isms, act.by),
        recorded_by: act.recorded_by.trim().into(),
        made: Some(act.made),
        recorded: Some(today),
        note: act.note.trim().into(),
        digest: Text::default(),
        content: content(isms, kind).into(),
    };
    let previous = earlier.iter().rev().map(|one| &*one.digest).find(|one| !one.is_empty());
    approval.digest =
        approval_digest(approval.content.trim(), &approval, previous.unwrap_or_default()).into();
    Some(approval.to_value())
}

fn role(isms: &Isms, person: &str) -> Text {
    isms.people.get(person.trim()).map(|person| person.role.clone()).unwrap_or_default()
}

fn remains(scale: &Scale, risk: &Risk) -> super::Rated {
    let current = scale.rate(risk.likelihood, risk.consequence);
    let residual = scale.rate(risk.residual_likelihood, risk.residual_consequence);
    remaining(risk.treatment, &current, &residual)
}

/// Whether a person may decide this about a risk today.
///
/// # Errors
/// The sentence says why not.
pub fn may(
    isms: &Isms,
    row: usize,
    kind: DecisionKind,
    person: &str,
    today: NaiveDate,
) -> Result<(), String> {
    let Some(risk) = isms.risks.row(row) else {
        return Err("There is no such risk.".to_string());
    };
    let id = &risk.id;
    let found = acting(isms, person, today)?;
    let top = found.authority.contains(&Authority::TopManagement);
    let owns = !risk.owner.trim().is_empty() && risk.owner.trim() == person.trim();
    if risk.status == RiskStatus::Closed {
        return Err(format!("{id} is closed: there is nothing to decide any more."));
    }
    match kind {
        DecisionKind::ManagementAcceptance if !top => {
            return Err(format!("{person} is not top management, whose acceptance this is."));
        }
        DecisionKind::PlanApproval | DecisionKind::ResidualAcceptance if !owns => {
            return Err(match risk.owner.trim() {
                "" => {
                    format!("{id} has no owner yet; only the risk owner may decide this (6.1.3 f).")
                }
                owner => {
                    format!("Only the risk owner {owner} may decide this about {id} (6.1.3 f).")
                }
            });
        }
        DecisionKind::SentBack | DecisionKind::Revocation if !(owns || top) => {
            return Err(format!("Only the owner of {id} or top management may do this."));
        }
        _ => {}
    }
    decidable(isms, risk, kind)
}

/// Whether a person may approve the SoA, the criteria or the scope today.
///
/// # Errors
/// The sentence says why not.
pub fn may_sign(isms: &Isms, person: &str, today: NaiveDate) -> Result<(), String> {
    may_approve(isms, person.trim(), today).map_err(|why| super::weight::sentence(&why))
}

fn acting<'a>(isms: &'a Isms, person: &str, today: NaiveDate) -> Result<&'a Person, String> {
    let Some(found) = isms.people.get(person.trim()) else {
        return Err(format!(
            "isms.ron names nobody {person:?}; only people named there may decide."
        ));
    };
    match found.left {
        Some(left) if left <= today => Err(format!("{person} left on {left} and can't decide.")),
        _ => Ok(found),
    }
}

/// Whether there is something to decide on.
fn decidable(isms: &Isms, risk: &Risk, kind: DecisionKind) -> Result<(), String> {
    let id = &risk.id;
    if matches!(kind, DecisionKind::SentBack | DecisionKind::Revocation) {
        return Ok(());
    }
    if risk.treatment == Treatment::Undecided {
        return Err(format!("{id} has no treatment yet: choose one first (6.1.3 a)."));
    }
    if kind == DecisionKind::PlanApproval {
        return Ok(());
    }
    let criteria = isms.criteria.only();
    let scale = Scale::of(criteria);
    let left = remains(&scale, risk);
    if left.level().is_none() {
        return Err(format!("What remains of {id} is not rated: nobody can accept the unknown."));
    }
    match scale.accept(left) {
        Acceptance::Never => {
            let level = level_name(criteria, left);
            Err(format!("Nobody may accept a risk of the level {level}: treat {id} further."))
        }
        _ => Ok(()),
    }
}
