//! Approvals of the SoA, the risk criteria and the scope: stale as soon as what was approved changed.

use super::{
    cx::Cx,
    projection::{Difference, criteria_text, differences, parse, scope_text, soa_text},
    seal::approval_fits,
};
use crate::isms::{Approval, Authority, Isms, Kind};
use chrono::NaiveDate;

/// Where the approval of a document stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum ApprovalState {
    /// Nobody approved it.
    #[default]
    None,
    /// The version that stands there is approved.
    Approved {
        /// When.
        on: NaiveDate,
        /// By whom.
        by: String,
        /// Written by hand, without a record of what was approved: judged by the version alone.
        bare: bool,
    },
    /// It changed since.
    Stale {
        /// What changed, line by line.
        changes: Vec<Difference>,
    },
    /// It was approved by somebody who may not, or the record can't be relied on.
    NotAuthorised {
        /// Why, in words that can follow a colon.
        why: String,
    },
}

impl ApprovalState {
    /// Whether the version that stands there is approved.
    pub fn is_approved(&self) -> bool {
        matches!(self, ApprovalState::Approved { .. })
    }

    /// The state with what there is to say about it.
    pub fn in_words(&self) -> String {
        match self {
            ApprovalState::None => "not approved".to_string(),
            ApprovalState::Approved { on, by, bare: false } => format!("approved by {by} on {on}"),
            ApprovalState::Approved { on, by, bare: true } => {
                format!("approved by {by} on {on}, without a record of what was approved")
            }
            ApprovalState::Stale { changes } => {
                let labels: Vec<&str> = changes.iter().take(3).map(|c| c.label.as_str()).collect();
                let more = changes.len().saturating_sub(labels.len());
                let more = if more > 0 { format!(" and {more} more") } else { String::new() };
                format!("changed since it was approved: {}{more}", labels.join(", "))
            }
            ApprovalState::NotAuthorised { why } => format!("not authorised: {why}"),
        }
    }
}

/// The state of the approval of the document that a single record stands for.
pub(super) fn state(cx: Cx<'_>, kind: Kind) -> ApprovalState {
    let Some((approvals, version)) = approvals(cx.isms, kind) else { return ApprovalState::None };
    let Some(place) = approvals.len().checked_sub(1) else { return ApprovalState::None };
    let Some(approval) = approvals.get(place) else { return ApprovalState::None };
    if approval_fits(approvals, place) == Some(false) {
        let why = "its digest does not fit, it was changed by hand".to_string();
        return ApprovalState::NotAuthorised { why };
    }
    let on = match approval.made.or(approval.recorded) {
        Some(day) if day <= cx.today => day,
        Some(day) => {
            let why = format!("it is dated {day}, which is still to come");
            return ApprovalState::NotAuthorised { why };
        }
        None => {
            let why = "no date says when it was made".to_string();
            return ApprovalState::NotAuthorised { why };
        }
    };
    if let Err(why) = may_approve(cx.isms, approval.by.trim(), on) {
        return ApprovalState::NotAuthorised { why };
    }
    let by = approval.by.trim().to_string();
    let bare = approval.content.trim().is_empty();
    if bare {
        let change = Difference {
            label: "Version".to_string(),
            before: Some(approval.version.to_string()),
            after: Some(version.to_string()),
        };
        return if approval.version.trim() == version.trim() && !version.trim().is_empty() {
            ApprovalState::Approved { on, by, bare }
        } else {
            ApprovalState::Stale { changes: vec![change] }
        };
    }
    let now = content(cx.isms, kind);
    if now.trim() == approval.content.trim() {
        return ApprovalState::Approved { on, by, bare };
    }
    let changes = differences(&parse(&approval.content), &parse(&now));
    if changes.is_empty() {
        ApprovalState::Approved { on, by, bare }
    } else {
        ApprovalState::Stale { changes }
    }
}

/// The approvals of a document, and the version that stands there now.
pub(super) fn approvals(isms: &Isms, kind: Kind) -> Option<(&[Approval], &str)> {
    match kind {
        Kind::Soa => Some((&isms.soa.only().approvals, &isms.soa.only().version)),
        Kind::Criteria => Some((&isms.criteria.only().approvals, &isms.criteria.only().version)),
        Kind::Scope => Some((&isms.scope.only().approvals, &isms.scope.only().version)),
        _ => None,
    }
}

/// What is approved, as text.
pub(super) fn content(isms: &Isms, kind: Kind) -> String {
    match kind {
        Kind::Soa => soa_text(isms),
        Kind::Criteria => criteria_text(isms),
        Kind::Scope => scope_text(isms),
        _ => String::new(),
    }
}

/// Whether somebody may approve a document on a day.
pub(super) fn may_approve(isms: &Isms, by: &str, on: NaiveDate) -> Result<(), String> {
    let Some(person) = isms.people.get(by) else {
        return Err(match by {
            "" => "it does not say who approved".to_string(),
            by => format!("isms.ron names nobody {by:?}"),
        });
    };
    if let Some(left) = person.left.filter(|left| *left < on) {
        return Err(format!("{by} had left on {left}"));
    }
    let may = [Authority::TopManagement, Authority::Approver];
    if person.authority.iter().any(|authority| may.contains(authority)) {
        return Ok(());
    }
    Err(format!("{by} is neither top management nor named to approve documents"))
}
