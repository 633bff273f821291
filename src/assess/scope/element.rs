//! The elements of the scope, one by one (4.3, 6.1.2 c).

use super::{
    baseline::Baseline,
    creep::{Creep, creep},
    issue::ElementIssue,
};
use crate::{
    assess::{currency::has_left, cx::Cx, links::Links},
    isms::{Element, ElementKind, InOut, RiskStatus, Sensitivity},
};

/// What is judged of one scope element.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ElementState {
    /// Whether it is inside.
    pub inside: InOut,
    /// How many open risks name it.
    pub risks: usize,
    /// How it differs from the baseline, if it does.
    pub creep: Option<Creep>,
    /// What is wrong with it, the heaviest first.
    pub issues: Vec<ElementIssue>,
}

impl ElementState {
    /// Whether something is left out, or undecided, that belongs inside.
    pub fn is_hole(&self) -> bool {
        self.issues.iter().any(|issue| issue.is_hole())
    }

    /// Whether it is inside without need.
    pub fn is_broad(&self) -> bool {
        self.issues.contains(&ElementIssue::TooBroad)
    }

    /// Whether it is inside, and no open risk names it.
    pub fn lacks_risk(&self) -> bool {
        self.issues.contains(&ElementIssue::NoRisk)
    }

    /// Whether it differs from the baseline and lacks something.
    pub fn is_unfinished(&self) -> bool {
        self.creep.as_ref().is_some_and(|creep| !creep.lacks.is_empty())
    }
}

/// All elements, in the order of their rows.
pub(super) fn all(cx: Cx<'_>, links: &Links, baseline: Option<&Baseline>) -> Vec<ElementState> {
    let rows = cx.isms.elements.iter().enumerate();
    rows.map(|(row, (id, element))| {
        let creep = baseline.and_then(|base| creep(cx, links, base, (row, id, element)));
        let risks = open_risks(cx, links, row);
        let issues = issues(cx, element, risks);
        ElementState { inside: element.inside, risks, creep, issues }
    })
    .collect()
}

fn open_risks(cx: Cx<'_>, links: &Links, row: usize) -> usize {
    let rows = links.elements.get(row).into_iter().flatten();
    let risks = rows.filter_map(|row| cx.isms.risks.row(*row));
    risks.filter(|risk| risk.status == RiskStatus::Open).count()
}

fn issues(cx: Cx<'_>, element: &Element, risks: usize) -> Vec<ElementIssue> {
    let mut issues = match element.inside {
        InOut::Undecided => vec![ElementIssue::Undecided],
        InOut::Out => outside(element, risks),
        InOut::In => inside(element, risks),
    };
    if has_left(cx.isms, &element.owner, cx.today) {
        issues.push(ElementIssue::OwnerLeft);
    }
    if element.inside == InOut::In && element.data == Sensitivity::Unstated {
        issues.push(ElementIssue::DataUnstated);
    }
    if element.inside == InOut::In && element.reason.trim().is_empty() {
        issues.push(ElementIssue::NoReason);
    }
    if element.inside != InOut::Undecided && element.decided_by.trim().is_empty() {
        issues.push(ElementIssue::NoDecider);
    }
    if element.since.is_none() {
        issues.push(ElementIssue::NoSince);
    }
    if element.inside == InOut::In && element.owner.trim().is_empty() {
        issues.push(ElementIssue::NoOwner);
    }
    issues
}

fn outside(element: &Element, risks: usize) -> Vec<ElementIssue> {
    let mut issues = Vec::new();
    if element.admin_access {
        issues.push(ElementIssue::AdminOutside);
    }
    if element.critical {
        issues.push(ElementIssue::CriticalOutside);
    }
    if element.customer {
        issues.push(ElementIssue::CustomersOutside);
    }
    // what a supplier holds in its own house may well be outside; one's own systems and processes may not
    let own = !matches!(
        element.kind,
        ElementKind::Supplier
            | ElementKind::Interface
            | ElementKind::Location
            | ElementKind::People
    );
    if own && element.data >= Sensitivity::Confidential {
        issues.push(ElementIssue::DataOutside(element.data));
    }
    if risks > 0 {
        issues.push(ElementIssue::OutsideWithRisk(risks));
    }
    if element.reason.trim().is_empty() {
        issues.push(ElementIssue::OutsideUnjustified);
    }
    issues
}

fn inside(element: &Element, risks: usize) -> Vec<ElementIssue> {
    let mut issues = Vec::new();
    let plain = matches!(element.data, Sensitivity::Unstated | Sensitivity::NoData);
    let matters = element.critical || element.customer || element.admin_access;
    if plain && !matters && risks == 0 {
        issues.push(ElementIssue::TooBroad);
    }
    if risks == 0 {
        issues.push(ElementIssue::NoRisk);
    }
    issues
}
