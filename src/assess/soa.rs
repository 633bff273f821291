//! The Statement of Applicability as a document: what an auditor would object to (6.1.3 d, 7.5).

use super::{
    ControlState,
    approval::approvals,
    currency::has_left,
    cx::Cx,
    projection::{of_soa, parse},
    weight::sentence,
};
use crate::isms::{Applicable, Kind, RiskStatus, Status};
use chrono::NaiveDate;

/// What is not right about the SoA as a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SoaIssue {
    /// It has no version (7.5.2).
    NoVersion,
    /// It has no date (7.5.2).
    NoDate,
    /// Nobody keeps it (7.5.2).
    NoOwner,
    /// Whoever keeps it has left.
    OwnerLeft,
    /// So many controls are undecided.
    Undecided(usize),
    /// So many controls are decided without a reason that can stand.
    Unjustified(usize),
    /// So many controls apply without a word on how far they are implemented.
    StatusUnstated(usize),
    /// So many entries are carried over and not reassessed.
    Carried(usize),
    /// It was approved while so many controls were undecided.
    ApprovedUndecided(usize),
    /// It was approved before the last risk assessment.
    ApprovedBefore {
        /// When it was approved.
        approved: NaiveDate,
        /// When the last risk was assessed.
        assessed: NaiveDate,
    },
    /// It changed since it was approved, under the same version.
    SameVersion,
    /// All controls are included and all are implemented, which is not believed easily.
    TooGood,
}

impl SoaIssue {
    /// Whether an approval despite it would contradict a requirement.
    pub fn is_grave(self) -> bool {
        use SoaIssue::*;
        matches!(
            self,
            NoVersion | NoDate | NoOwner | Undecided(_) | Unjustified(_) | StatusUnstated(_)
        )
    }

    /// Whether it speaks against approving the SoA as it stands now.
    pub fn speaks_against_approval(self) -> bool {
        use SoaIssue::*;
        !matches!(self, ApprovedUndecided(_) | ApprovedBefore { .. })
    }

    /// What is the matter, as a sentence.
    pub fn sentence(self) -> String {
        use SoaIssue::*;
        let entries = |count: usize| match count {
            1 => "1 control is".to_string(),
            count => format!("{count} controls are"),
        };
        sentence(&match self {
            NoVersion => "the SoA has no version".to_string(),
            NoDate => "the SoA has no date".to_string(),
            NoOwner => "nobody keeps the SoA: it has no owner".to_string(),
            OwnerLeft => "whoever keeps the SoA has left".to_string(),
            Undecided(count) => format!("{} still undecided", entries(count)),
            Unjustified(count) => {
                format!("{} decided without a reason that can stand", entries(count))
            }
            StatusUnstated(count) => {
                format!("{} applicable without a word on the implementation", entries(count))
            }
            Carried(count) => format!("{} carried over, not reassessed", entries(count)),
            ApprovedUndecided(count) => {
                format!(
                    "it was approved while {} undecided",
                    entries(count).replace(" is", " was").replace(" are", " were")
                )
            }
            ApprovedBefore { approved, assessed } => format!(
                "it was approved on {approved}, before the last risk assessment of {assessed}"
            ),
            SameVersion => {
                "it changed since it was approved, but still has the version that was approved"
                    .to_string()
            }
            TooGood => {
                "all controls are included and implemented: an auditor will look twice".to_string()
            }
        })
    }
}

/// What is not right about the SoA as a document.
pub(super) fn issues(cx: Cx<'_>, controls: &[ControlState]) -> Vec<SoaIssue> {
    let soa = cx.isms.soa.only();
    let mut issues = Vec::new();
    let empty = |text: &str| text.trim().is_empty();
    issues.extend(empty(&soa.version).then_some(SoaIssue::NoVersion));
    issues.extend(soa.date.is_none().then_some(SoaIssue::NoDate));
    if empty(&soa.owner) {
        issues.push(SoaIssue::NoOwner);
    } else if has_left(cx.isms, &soa.owner, cx.today) {
        issues.push(SoaIssue::OwnerLeft);
    }
    let count = |test: &dyn Fn(&ControlState) -> bool| controls.iter().filter(|c| test(c)).count();
    let applies = |state: &ControlState| state.applicable == Applicable::Yes;
    let undecided = |state: &ControlState| state.applicable == Applicable::Undecided;
    let undecided = count(&undecided);
    let unjustified = count(&|state| !state.justified) - undecided;
    let unstated = count(&|state| applies(state) && state.status == Status::Unstated);
    let carried = count(&|state| state.issues.contains(&super::ControlIssue::Carried));
    for (count, issue) in [
        (undecided, SoaIssue::Undecided(undecided)),
        (unjustified, SoaIssue::Unjustified(unjustified)),
        (unstated, SoaIssue::StatusUnstated(unstated)),
        (carried, SoaIssue::Carried(carried)),
    ] {
        issues.extend((count > 0).then_some(issue));
    }
    if !controls.is_empty() && controls.iter().all(ControlState::is_implemented) {
        issues.push(SoaIssue::TooGood);
    }
    issues.extend(approved(cx));
    issues
}

/// What is not right about its last approval.
fn approved(cx: Cx<'_>) -> Vec<SoaIssue> {
    let mut issues = Vec::new();
    let Some((approvals, version)) = approvals(cx.isms, Kind::Soa) else { return issues };
    let Some(last) = approvals.last() else { return issues };
    let content = parse(&last.content);
    let undecided = content
        .iter()
        .filter(|(label, text)| label.ends_with(" Applicable") && text == "undecided")
        .count();
    if undecided > 0 {
        issues.push(SoaIssue::ApprovedUndecided(undecided));
    }
    let open = cx.isms.risks.rows().iter().filter(|risk| risk.status == RiskStatus::Open);
    let assessed = open.filter_map(|risk| risk.assessed).filter(|day| *day <= cx.today).max();
    if let (Some(approved), Some(assessed)) = (last.made.or(last.recorded), assessed)
        && approved < assessed
    {
        issues.push(SoaIssue::ApprovedBefore { approved, assessed });
    }
    let same_version = last.version.trim() == version.trim() && !version.trim().is_empty();
    if same_version && !content.is_empty() && content != of_soa(cx.isms) {
        issues.push(SoaIssue::SameVersion);
    }
    issues
}
