//! Mandatory documented information: where each of the 17 items is found, if it is (7.5.1 a).
//!
//! A document, evidence for the subclause, or the register that annexa itself keeps: the Statement of
//! Applicability in controls.ron needs no second one in a word processor.

use super::{Counted, currency::Currency, cx::Cx, links::Links};
use crate::{
    isms::{ActionKind, ActionStatus, Applicable, AuditKind, EventStatus, Kind, Treatment},
    standard::{DocumentKind, MandatoryDocument},
};

/// Where an item of documented information was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In a document.
    Document(usize),
    /// In evidence.
    Evidence(usize),
    /// In records of this kind.
    Register(Kind),
}

/// One of the 17 items, and where it was found.
#[derive(Debug, Clone, PartialEq)]
pub struct MandatoryState {
    /// Its id: "DI-05".
    pub id: &'static str,
    /// Row of the subclause that demands it.
    pub clause: Option<usize>,
    /// It is a record: at stage 1 it is enough that the first ones are kept.
    pub is_record: bool,
    /// Where it stands and counts.
    pub found: Vec<Place>,
    /// Documents that are meant to hold it but don't count yet, or no more.
    pub pending: Vec<(usize, Currency)>,
}

impl MandatoryState {
    /// Whether it is there and counts.
    pub fn is_there(&self) -> bool {
        !self.found.is_empty()
    }
}

/// All 17 items, in the standard's order.
pub(super) fn all(
    cx: Cx<'_>,
    links: &Links,
    documents: &[Counted],
    evidence: &[Counted],
) -> Vec<MandatoryState> {
    let items = cx.standard.documents().mandatory.iter().enumerate();
    items
        .map(|(place, item)| {
            let linked = links.mandatory.get(place).map_or(&[][..], Vec::as_slice);
            let clause = item.demanded_by.split_whitespace().next();
            let clause = clause.and_then(|id| cx.isms.row(Kind::Clause, id));
            state(cx, links, item, clause, linked, (documents, evidence))
        })
        .collect()
}

fn state(
    cx: Cx<'_>,
    links: &Links,
    item: &MandatoryDocument,
    clause: Option<usize>,
    linked: &[usize],
    (documents, evidence): (&[Counted], &[Counted]),
) -> MandatoryState {
    let is_record = item.kind == DocumentKind::Record;
    let mut state =
        MandatoryState { id: item.id, clause, is_record, found: Vec::new(), pending: Vec::new() };
    for row in linked {
        let Some(counted) = documents.get(*row) else { continue };
        if counted.currency.counts() {
            state.found.push(Place::Document(*row));
        } else {
            state.pending.push((*row, counted.currency));
        }
    }
    // evidence for a subclause is a record of it; evidence for a person shows competence
    let counts = |row: &&usize| evidence.get(**row).is_some_and(|one| one.currency.counts());
    if is_record {
        let mine = clause.map_or(&[][..], |row| &links.clause(row).evidence);
        state.found.extend(mine.iter().filter(counts).map(|row| Place::Evidence(*row)));
    }
    if item.id == "DI-08" {
        let people = links.people.iter().flatten();
        state.found.extend(people.filter(counts).map(|row| Place::Evidence(*row)));
    }
    state.found.extend(register(cx, item.id).map(Place::Register));
    state
}

/// The register that holds an item, if it holds enough to be shown to an auditor.
fn register(cx: Cx<'_>, id: &str) -> Option<Kind> {
    let isms = cx.isms;
    let held = |kind: Kind, holds: bool| holds.then_some(kind);
    match id {
        "DI-01" => {
            let scope = isms.scope.only();
            let whole = !scope.statement.trim().is_empty() && !scope.version.is_empty();
            held(Kind::Scope, whole && scope.date.is_some())
        }
        "DI-03" => {
            let criteria = isms.criteria.only();
            held(Kind::Criteria, !criteria.method.trim().is_empty() && !criteria.version.is_empty())
        }
        "DI-05" => {
            let decided = |c: &crate::isms::Control| c.applicable != Applicable::Undecided;
            let versioned = !isms.soa.only().version.is_empty();
            held(Kind::Soa, versioned && isms.controls.rows().iter().all(decided))
        }
        "DI-06" => {
            let treated =
                isms.risks.rows().iter().any(|risk| risk.treatment != Treatment::Undecided);
            let plan = isms.actions.rows().iter().any(|action| !action.risks.is_empty());
            held(Kind::Action, treated && plan)
        }
        "DI-07" => held(Kind::Objective, !isms.objectives.is_empty()),
        "DI-11" => {
            let rated = |risk: &crate::isms::Risk| {
                risk.likelihood.is_some() && risk.consequence.is_some() && risk.assessed.is_some()
            };
            held(Kind::Risk, isms.risks.rows().iter().any(rated))
        }
        "DI-12" => {
            let done = |action: &crate::isms::Action| {
                action.kind == ActionKind::Treatment && action.status == ActionStatus::Done
            };
            held(Kind::Action, isms.actions.rows().iter().any(done))
        }
        "DI-14" => {
            let done = |audit: &crate::isms::Audit| {
                audit.kind == AuditKind::Internal && audit.status == EventStatus::Done
            };
            held(Kind::Audit, isms.audits.rows().iter().any(done))
        }
        "DI-15" => {
            let held_one = |review: &crate::isms::Review| review.status == EventStatus::Done;
            held(Kind::Review, isms.reviews.rows().iter().any(held_one))
        }
        "DI-16" => {
            let treated = |found: &crate::isms::Nonconformity| {
                !found.correction.trim().is_empty() || !found.action.trim().is_empty()
            };
            held(Kind::Nonconformity, isms.nonconformities.rows().iter().any(treated))
        }
        "DI-17" => {
            let reviewed = |found: &crate::isms::Nonconformity| found.reviewed.is_some();
            held(Kind::Nonconformity, isms.nonconformities.rows().iter().any(reviewed))
        }
        _ => None,
    }
}
