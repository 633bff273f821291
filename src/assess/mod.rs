//! Judgement: what follows from the records, the standard and the day, and is never stored.
//!
//! [`assess`] walks the records once, from what stands alone (links, dates of evidence) to what rests
//! on it (controls, risks, clauses, checklists, gaps). It reads nothing but its arguments. Every figure
//! is the length of a list of rows ([`Count`], [`Assessment::rows_of`]), so that no number on a screen can
//! differ from what it opens. What is not known is a value of its own and never counts as the best case.

mod action;
mod again;
mod answer;
mod approval;
mod brief;
mod calendar;
mod clause;
mod control;
mod control_issue;
mod count;
mod coverage;
pub mod criteria;
mod currency;
mod cx;
pub mod decide;
mod decision;
mod fact;
mod gap;
mod item;
pub mod justification;
mod lettered;
mod level;
mod links;
mod mandatory;
mod nonconformity;
mod party;
mod problem;
pub mod projection;
mod risk;
mod risk_check;
mod risk_issue;
mod rows;
pub mod scope;
mod seal;
mod soa;
mod stage;
mod task;
#[cfg(test)]
mod tests;
mod vitals;
mod weight;

pub use action::{ActionIssue, ActionState};
pub use approval::ApprovalState;
pub use calendar::{Interval, add_months};
pub use clause::{ClauseIssue, ClauseState};
pub use control::{ControlState, Demonstrated};
pub use control_issue::ControlIssue;
pub use count::{Count, Which};
pub use coverage::{Coverage, Covered};
pub use currency::{Counted, Currency};
pub use decision::DecisionState;
pub use fact::{FactAnswer, FactState};
pub use gap::{Because, Gap, GapPlaces};
pub use item::{Computed, ItemAnswer, ItemState, Target};
pub use lettered::{Lettered, Tally, lettered};
pub use level::{Rated, Rating, Scale, level_name};
pub use links::{ClauseLinks, ControlLinks, Links, RiskLinks, owned_by};
pub use mandatory::{MandatoryState, Place};
pub use nonconformity::{NonconformityIssue, NonconformityState, may_close};
pub use party::{ObligationIssue, ObligationState, PartyIssue, PartyState};
pub use problem::problems;
pub use risk::{Above, RiskState};
pub use risk_issue::RiskIssue;
pub use seal::{DecisionFlag, digest, verify};
pub use soa::SoaIssue;
pub use stage::{Readiness, StageDate};
pub use vitals::Vitals;
pub use weight::{Phase, Priority, Severity};

use crate::{
    isms::{At, Isms, Kind},
    standard::Standard,
};
use again::Earlier;
use chrono::NaiveDate;
use cx::Cx;
use scope::{ElementState, ScopeState};

/// All that follows from the records, the standard and the day.
///
/// Lists go by the rows of their tables in [`Isms`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Assessment {
    /// Links seen from the other end.
    pub links: Links,
    /// The risk criteria, ready for rating.
    pub scale: Scale,
    /// Risks.
    pub risks: Vec<RiskState>,
    /// Controls.
    pub controls: Vec<ControlState>,
    /// Subclauses.
    pub clauses: Vec<ClauseState>,
    /// The 17 items of mandatory documented information, in the standard's order.
    pub mandatory: Vec<MandatoryState>,
    /// Documents.
    pub documents: Vec<Counted>,
    /// Evidence.
    pub evidence: Vec<Counted>,
    /// Actions.
    pub actions: Vec<ActionState>,
    /// Nonconformities.
    pub nonconformities: Vec<NonconformityState>,
    /// Whether an objective has all that 6.2 asks for.
    pub objectives: Vec<bool>,
    /// Interested parties.
    pub parties: Vec<PartyState>,
    /// Obligations.
    pub obligations: Vec<ObligationState>,
    /// Facts about the organisation, in the order of [`crate::isms::Fact`].
    pub facts: Vec<FactState>,
    /// Scope elements.
    pub elements: Vec<ElementState>,
    /// The scope as a whole.
    pub boundary: ScopeState,
    /// Whether a person's competence is shown, or need not be.
    pub people: Vec<bool>,
    /// What internal audits covered.
    pub coverage: Coverage,
    /// Approval of the SoA.
    pub soa: ApprovalState,
    /// Approval of the risk criteria and the method.
    pub criteria: ApprovalState,
    /// Approval of the scope.
    pub scope: ApprovalState,
    /// The days of the five audits.
    pub dates: Vec<StageDate>,
    /// Checklist items.
    pub items: Vec<ItemState>,
    /// How ready we are for each audit, in the order of the cycle.
    pub stages: Vec<Readiness>,
    /// Gaps, worst first.
    pub gaps: Vec<Gap>,
    /// Where each control's and subclause's gap stands among them.
    pub gap_places: GapPlaces,
    /// What is not right about the SoA as a document.
    pub soa_issues: Vec<SoaIssue>,
    /// The vital signs.
    pub vitals: Vitals,
}

/// Judges the records by the standard, as of a day.
pub fn assess(isms: &Isms, standard: &Standard, today: NaiveDate) -> Assessment {
    judge(Cx { isms, standard, today }, None)
}

/// Judges again after these fields of records were set, on the day of the judgement before: what
/// [`assess`] says, in less time where it can. The field "id" stands for a record that came or went.
pub fn reassess(
    before: Assessment,
    isms: &Isms,
    standard: &Standard,
    today: NaiveDate,
    changed: &[(At, &str)],
) -> Assessment {
    let cx = Cx { isms, standard, today };
    judge(cx, Earlier::of(before, cx, changed))
}

fn judge(cx: Cx<'_>, mut earlier: Option<Earlier>) -> Assessment {
    let Cx { isms, standard, .. } = cx;
    let links = earlier.as_mut().and_then(|earlier| earlier.links.take());
    let links = links.unwrap_or_else(|| Links::of(isms, standard));
    let scale = Scale::of(isms.criteria.only());
    let documents = currency::documents(cx);
    let evidence = earlier.as_mut().and_then(|earlier| earlier.evidence.take());
    let evidence = evidence.unwrap_or_else(|| currency::evidence(cx));
    let actions = action::all(cx, &links);
    let nonconformities = nonconformity::all(cx);
    let mut controls = control::first(cx, &links, &evidence, &documents);
    let risks = risk::all(cx, &scale, &links, &controls, &actions, earlier);
    let facts = fact::all(cx);
    control::complete(cx, &links, &risks, &actions, &facts, &mut controls);
    let mandatory = mandatory::all(cx, &links, &documents, &evidence);
    let open = |row: &usize| nonconformities.get(*row).is_some_and(|one| one.binding && one.open);
    let (elements, boundary) = scope::all(cx, &links, &facts);
    let parties = party::parties(cx);
    let obligations = party::obligations(cx);
    let register = clause::Registers { parties: &parties, elements: &elements, scope: &boundary };
    let clauses = clause::all(cx, &mandatory, register, |row| {
        links.clause(row).findings.iter().copied().filter(open).collect()
    });
    let dates = stage::dates(cx);
    let gaps = gap::all(cx, &links, &actions, &controls, &clauses, stage::next(&dates));
    let mut assessment = Assessment {
        gap_places: GapPlaces::of(&gaps),
        gaps,
        soa_issues: soa::issues(cx, &controls),
        objectives: answer::objectives(cx),
        parties,
        obligations,
        facts,
        elements,
        boundary,
        people: answer::people(cx, &links, &evidence),
        coverage: coverage::coverage(cx, &links),
        soa: approval::state(cx, Kind::Soa),
        criteria: approval::state(cx, Kind::Criteria),
        scope: approval::state(cx, Kind::Scope),
        links,
        scale,
        risks,
        controls,
        clauses,
        mandatory,
        documents,
        evidence,
        actions,
        nonconformities,
        dates,
        ..Assessment::default()
    };
    assessment.items = item::all(cx, &assessment);
    assessment.stages = stage::readiness(cx, &assessment.dates, &assessment.items);
    assessment.vitals = vitals::vitals(&assessment);
    assessment
}

impl Assessment {
    /// How ready we are for the next audit; none if all of the cycle are over.
    pub fn next_stage(&self) -> Option<&Readiness> {
        self.stages.iter().find(|stage| !stage.passed)
    }

    /// The gap of a control or subclause, if it has one.
    pub fn gap(&self, kind: Kind, row: usize) -> Option<&Gap> {
        self.gap_places.get(kind, row).and_then(|place| self.gaps.get(place))
    }
}
