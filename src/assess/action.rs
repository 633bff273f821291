//! Actions: what is open, overdue, or not good enough to count as a plan (6.1.3 e).

use super::{
    calendar::{days_in_words, days_past},
    currency::{has_left, is_active},
    cx::Cx,
    links::Links,
    weight::sentence,
};
use crate::isms::{Action, ActionKind, ActionStatus};

/// What is judged of one action.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ActionState {
    /// Whether it still has to be done.
    pub open: bool,
    /// Open, with a responsible person and a date: it counts as a plan.
    pub planned: bool,
    /// It treats at least one risk.
    pub treats: bool,
    /// Open, and its day is past by so many days.
    pub overdue: Option<i64>,
    /// What is not right about it.
    pub issues: Vec<ActionIssue>,
}

/// What may not be right about an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActionIssue {
    /// Nobody is responsible.
    NoOwner,
    /// Whoever is responsible has left.
    OwnerLeft,
    /// There is no date.
    NoDate,
    /// It is overdue by so many days (8.3).
    Overdue(i64),
    /// It is done, and no date says when.
    DoneWithoutDate,
    /// A treatment action is done, and nothing shows it (8.3).
    DoneWithoutEvidence,
}

impl ActionIssue {
    /// What is the matter, as a sentence.
    pub fn sentence(self) -> String {
        sentence(&match self {
            ActionIssue::NoOwner => "nobody is responsible".to_string(),
            ActionIssue::OwnerLeft => "the responsible person has left".to_string(),
            ActionIssue::NoDate => "there is no date by when".to_string(),
            ActionIssue::Overdue(days) => format!("overdue by {}", days_in_words(days)),
            ActionIssue::DoneWithoutDate => "done, but no date says when".to_string(),
            ActionIssue::DoneWithoutEvidence => "done, but no evidence shows it".to_string(),
        })
    }
}

/// All actions, in the order of their rows.
pub(super) fn all(cx: Cx<'_>, links: &Links) -> Vec<ActionState> {
    let rows = cx.isms.actions.rows().iter().enumerate();
    rows.map(|(row, action)| state(cx, links, row, action)).collect()
}

fn state(cx: Cx<'_>, links: &Links, row: usize, action: &Action) -> ActionState {
    let open = matches!(action.status, ActionStatus::Open | ActionStatus::Running);
    let overdue = action.due.filter(|_| open).and_then(|due| days_past(due, cx.today));
    let mut issues = Vec::new();
    if open {
        if action.owner.is_empty() {
            issues.push(ActionIssue::NoOwner);
        } else if has_left(cx.isms, &action.owner, cx.today) {
            issues.push(ActionIssue::OwnerLeft);
        }
        if action.due.is_none() {
            issues.push(ActionIssue::NoDate);
        }
        issues.extend(overdue.map(ActionIssue::Overdue));
    } else if action.status == ActionStatus::Done {
        if action.done.is_none() {
            issues.push(ActionIssue::DoneWithoutDate);
        }
        let shown = links.actions.get(row).is_some_and(|evidence| !evidence.is_empty());
        if action.kind == ActionKind::Treatment && !shown {
            issues.push(ActionIssue::DoneWithoutEvidence);
        }
    }
    ActionState {
        open,
        planned: open && action.due.is_some() && is_active(cx.isms, &action.owner, cx.today),
        treats: !action.risks.is_empty(),
        overdue,
        issues,
    }
}
