//! Controls of the SoA: decided, justified, implemented, demonstrated (6.1.3 b to d).

use super::{
    ActionState, ControlIssue, Counted, RiskState,
    calendar::{Interval, days_past},
    currency::has_left,
    cx::Cx,
    fact::{self, FactAnswer, FactState},
    justification::{is_reason, is_said, is_short},
    links::{ControlLinks, Links},
};
use crate::{
    isms::{Applicable, Control, EvidenceKind, Fact, Isms, OperatedBy, Reason, Status},
    standard::Theme,
};
use chrono::NaiveDate;
use std::collections::HashMap;

/// From so many rows on, one text is a template.
const TEMPLATE: usize = 10;

/// Whether evidence shows that a control works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Demonstrated {
    /// There is no evidence beyond documents that say so.
    #[default]
    No,
    /// There was, but none counts today.
    Lapsed,
    /// There is.
    Yes,
}

/// What is judged of one control.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ControlState {
    /// Whether it applies.
    pub applicable: Applicable,
    /// How far it is implemented.
    pub status: Status,
    /// Its theme, if it is one of Annex A.
    pub theme: Option<Theme>,
    /// Whether evidence shows that it works.
    pub demonstrated: Demonstrated,
    /// The highest level of today among the open risks that name it.
    pub highest_risk: Option<usize>,
    /// An open risk that names it has no level.
    pub unrated_risk: bool,
    /// Decided, with a text or a supported reason that can stand.
    pub justified: bool,
    /// Applicable, and neither a risk nor any other reason needs it.
    pub orphan: bool,
    /// To be implemented by a day that is past by so many days.
    pub overdue: Option<i64>,
    /// The day by which it is to be looked at again: as written, else by the declared interval.
    pub review: Option<NaiveDate>,
    /// What is missing.
    pub issues: Vec<ControlIssue>,
}

impl ControlState {
    /// Whether it is applicable and implemented.
    pub fn is_implemented(&self) -> bool {
        self.applicable == Applicable::Yes && self.status == Status::Implemented
    }

    /// Whether it is implemented and shown to work.
    pub fn works(&self) -> bool {
        self.is_implemented() && self.demonstrated == Demonstrated::Yes
    }

    /// Whether it is excluded although a fact, a scope element or a duty says that it is needed.
    pub fn contradicts_fact(&self) -> bool {
        self.issues.iter().any(|issue| issue.is_contradiction())
    }

    /// Whether its SoA entry is complete: decided, justified, and its status stated.
    pub fn is_complete(&self) -> bool {
        let stated = self.applicable == Applicable::No || self.status != Status::Unstated;
        self.justified && stated
    }
}

/// What risks need to know of the controls, before the risks are judged.
pub(super) fn first(
    cx: Cx<'_>,
    links: &Links,
    evidence: &[Counted],
    documents: &[Counted],
) -> Vec<ControlState> {
    let rows = cx.isms.controls.iter().enumerate();
    rows.map(|(row, (key, control))| {
        let annex_a = cx.standard.control(key);
        let on_paper = annex_a.is_some_and(|control| control.asks_for_document.is_some());
        let links = links.control(row);
        let valid = |one: &usize| documents.get(*one).is_some_and(|d| d.currency.counts());
        let demonstrated = if on_paper && links.documents.iter().any(valid) {
            Demonstrated::Yes
        } else {
            demonstrated(cx, on_paper, links, evidence)
        };
        ControlState {
            applicable: control.applicable,
            status: control.status,
            theme: annex_a.map(|control| control.theme),
            demonstrated,
            ..ControlState::default()
        }
    })
    .collect()
}

/// `on_paper`: the control is about a document, which then shows it; else a document only says so.
fn demonstrated(
    cx: Cx<'_>,
    on_paper: bool,
    links: &ControlLinks,
    evidence: &[Counted],
) -> Demonstrated {
    let mut shown = Demonstrated::No;
    for piece in &links.evidence {
        let Some(record) = cx.isms.evidence.row(*piece) else { continue };
        if record.kind == EvidenceKind::Document && !on_paper {
            continue;
        }
        if evidence.get(*piece).is_some_and(|counted| counted.currency.counts()) {
            return Demonstrated::Yes;
        }
        shown = Demonstrated::Lapsed;
    }
    shown
}

/// Completes the controls once risks and actions are judged.
pub(super) fn complete(
    cx: Cx<'_>,
    links: &Links,
    risks: &[RiskState],
    actions: &[ActionState],
    said: &[FactState],
    states: &mut [ControlState],
) {
    let mut texts: HashMap<&str, usize> = HashMap::new();
    for control in cx.isms.controls.rows() {
        let text = control.justification.trim();
        if !text.is_empty() {
            *texts.entry(text).or_default() += 1;
        }
    }
    let facts = Facts { cx, risks, actions, said, texts };
    let controls = cx.isms.controls.rows().iter().zip(states.iter_mut());
    for (row, (control, state)) in controls.enumerate() {
        facts.complete(row, control, links.control(row), state);
    }
}

struct Facts<'a> {
    cx: Cx<'a>,
    risks: &'a [RiskState],
    actions: &'a [ActionState],
    said: &'a [FactState],
    texts: HashMap<&'a str, usize>,
}

impl Facts<'_> {
    fn complete(
        &self,
        row: usize,
        control: &Control,
        links: &ControlLinks,
        state: &mut ControlState,
    ) {
        let risks = || links.existing.iter().chain(&links.treating);
        for risk in risks().filter_map(|risk| self.risks.get(*risk)).filter(|risk| risk.open) {
            state.highest_risk = state.highest_risk.max(risk.current.rated.level());
            state.unrated_risk |= risk.current.rated.level().is_none();
        }
        let has_risk = risks().next().is_some();
        let other = control.reasons.iter().any(|reason| *reason != Reason::Risk);
        state.orphan = control.applicable == Applicable::Yes
            && !has_risk
            && links.obligations.is_empty()
            && !other;
        match control.applicable {
            Applicable::Undecided => state.issues.push(ControlIssue::Undecided),
            Applicable::No => self.excluded(row, control, links, state),
            Applicable::Yes => {
                self.included(control, links, has_risk, state);
                self.needless(row, has_risk, links, state);
                self.implementation(control, links, state);
            }
        }
        self.upkeep(control, state);
    }

    fn excluded(
        &self,
        row: usize,
        control: &Control,
        links: &ControlLinks,
        state: &mut ControlState,
    ) {
        state.justified = is_reason(&control.justification);
        if control.justification.trim().is_empty() {
            state.issues.push(ControlIssue::ExcludedUnjustified);
        } else if !state.justified {
            state.issues.push(ControlIssue::ExcludedWithoutReason);
        }
        let open = |risk: &&usize| self.risks.get(**risk).is_some_and(|risk| risk.open);
        let mut selecting = links.treating.iter().filter(open);
        if let Some(risk) = selecting.next() {
            let count = 1 + selecting.count();
            state.issues.push(ControlIssue::ExcludedButSelected { risk: *risk, count });
        }
        if let Some(obligation) = links.obligations.first() {
            let count = links.obligations.len();
            state.issues.push(ControlIssue::ExcludedButOwed { obligation: *obligation, count });
        }
        for (fact, known) in self.facts(row) {
            match (known.said, known.shown_by) {
                (FactAnswer::Here | FactAnswer::Both, _) => {
                    state.issues.push(ControlIssue::ContradictsFact(fact));
                }
                (_, Some(element)) => {
                    state.issues.push(ControlIssue::ContradictsElement { fact, element });
                }
                (FactAnswer::Open | FactAnswer::Absent, None) => {}
            }
        }
        self.same_text(control, state);
    }

    /// The facts that the control in a row hangs on, with what is known of them.
    fn facts(&self, row: usize) -> impl Iterator<Item = (Fact, &FactState)> {
        let key = self.cx.isms.controls.key(row).unwrap_or_default();
        fact::needs(self.cx.standard, key).filter_map(|fact| {
            // facts are numbered in the order of their table
            self.said.get(fact as usize).map(|known| (fact, known))
        })
    }

    /// Applicable, although what it is about is said not to exist, and nothing else asks for it.
    fn needless(&self, row: usize, has_risk: bool, links: &ControlLinks, state: &mut ControlState) {
        let asked = has_risk || !links.obligations.is_empty();
        let absent = |(_, known): &(Fact, &FactState)| {
            known.said == FactAnswer::Absent && known.shown_by.is_none()
        };
        let fact = self.facts(row).find(absent).filter(|_| !asked);
        state.issues.extend(fact.map(|(fact, _)| ControlIssue::AppliesThoughAbsent(fact)));
    }

    fn included(
        &self,
        control: &Control,
        links: &ControlLinks,
        has_risk: bool,
        state: &mut ControlState,
    ) {
        let supported = |reason: &Reason| match reason {
            Reason::Risk => has_risk,
            Reason::Legal | Reason::Contract => !links.obligations.is_empty(),
            Reason::Business => false,
        };
        let said = is_said(&control.justification);
        let supported = control.reasons.iter().any(supported);
        state.justified = said || supported;
        if said && !supported && is_short(&control.justification) {
            state.issues.push(ControlIssue::ShortText);
        }
        if !state.justified {
            let bare = control.reasons.is_empty();
            state.issues.push(if bare {
                ControlIssue::IncludedUnjustified
            } else {
                ControlIssue::ReasonsUnsupported
            });
        }
        for reason in &control.reasons {
            match reason {
                Reason::Risk if !has_risk => state.issues.push(ControlIssue::NoRisk),
                Reason::Legal | Reason::Contract if links.obligations.is_empty() => {
                    state.issues.push(ControlIssue::NoObligation(*reason));
                }
                _ => {}
            }
        }
        self.same_text(control, state);
    }

    fn same_text(&self, control: &Control, state: &mut ControlState) {
        let count = self.texts.get(control.justification.trim()).copied().unwrap_or(0);
        if count >= TEMPLATE {
            state.issues.push(ControlIssue::SameText(count));
        }
    }

    fn implementation(&self, control: &Control, links: &ControlLinks, state: &mut ControlState) {
        if control.operated_by != OperatedBy::Us && control.provider.is_empty() {
            state.issues.push(ControlIssue::NoProvider);
        }
        let planned = |action: &usize| self.actions.get(*action).is_some_and(|a| a.planned);
        match control.status {
            Status::Unstated => state.issues.push(ControlIssue::StatusUnstated),
            Status::Implemented => match state.demonstrated {
                Demonstrated::Yes => {}
                Demonstrated::Lapsed => state.issues.push(ControlIssue::EvidenceLapsed),
                Demonstrated::No if !(links.evidence.is_empty() && links.documents.is_empty()) => {
                    state.issues.push(ControlIssue::OnlyDocuments);
                }
                Demonstrated::No => state.issues.push(ControlIssue::NoEvidence),
            },
            status if links.actions.iter().any(planned) => {
                state.issues.push(ControlIssue::InProgress(status));
            }
            status => state.issues.push(ControlIssue::NoAction(status)),
        }
        if control.status != Status::Implemented {
            state.overdue = control.due.and_then(|due| days_past(due, self.cx.today));
            state.issues.extend(state.overdue.map(ControlIssue::Overdue));
        }
        if let (Some(now), Some(target)) = (control.maturity, control.target)
            && now < target
        {
            state.issues.push(ControlIssue::BelowTarget { now, target });
        }
        if control.owner.is_empty() {
            state.issues.push(ControlIssue::NoOwner);
        } else if has_left(self.cx.isms, &control.owner, self.cx.today) {
            state.issues.push(ControlIssue::OwnerLeft);
        }
    }

    fn upkeep(&self, control: &Control, state: &mut ControlState) {
        if control.carried && control.reassessed.trim().is_empty() {
            state.issues.push(ControlIssue::Carried);
        }
        state.review = next_review(self.cx.isms, control);
        if let Some(days) = state.review.and_then(|due| days_past(due, self.cx.today)) {
            state.issues.push(ControlIssue::ReviewOverdue(days));
        }
    }
}

/// The day by which a control is to be looked at again: as written, else by the declared interval.
fn next_review(isms: &Isms, control: &Control) -> Option<NaiveDate> {
    let interval = Interval::of(isms.intervals.only().soa_review);
    control.next_review.or(control.last_review.map(|day| interval.after(day)))
}
