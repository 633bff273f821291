//! Every figure is a list of rows: what is counted can be opened, and nothing else opens.

use super::{Above, Assessment, Count, Currency, RiskState, Which};
use crate::isms::{Applicable, Conformity, InOut, Kind, Status};

impl Assessment {
    /// How many rows a figure counts.
    pub fn count(&self, count: Count) -> usize {
        self.rows_of(count).len()
    }

    /// Exactly the rows that a figure counts.
    pub fn rows_of(&self, count: Count) -> Vec<(Kind, usize)> {
        match count {
            Count::Gaps => self.gaps.iter().map(|gap| (gap.kind, gap.row)).collect(),
            Count::GapsOf(priority) => {
                let gaps = self.gaps.iter().filter(|gap| gap.priority == priority);
                gaps.map(|gap| (gap.kind, gap.row)).collect()
            }
            Count::Overdue => {
                let kinds = [
                    Kind::Control,
                    Kind::Clause,
                    Kind::Action,
                    Kind::Nonconformity,
                    Kind::Document,
                ];
                kinds.into_iter().flat_map(|kind| self.overdue(kind)).collect()
            }
            Count::OverduePromises => {
                let kinds = [Kind::Action, Kind::Nonconformity];
                kinds.into_iter().flat_map(|kind| self.overdue(kind)).collect()
            }
            Count::OverdueOf(kind) => self.overdue(kind),
            other => {
                let kind = other.kind();
                let rows = 0..self.len(kind);
                rows.filter(|row| self.counts(other, *row)).map(|row| (kind, row)).collect()
            }
        }
    }

    fn len(&self, kind: Kind) -> usize {
        match kind {
            Kind::Control => self.controls.len(),
            Kind::Clause => self.clauses.len(),
            Kind::Risk => self.risks.len(),
            Kind::Item => self.items.len(),
            Kind::Action => self.actions.len(),
            Kind::Nonconformity => self.nonconformities.len(),
            Kind::Evidence => self.evidence.len(),
            Kind::Document => self.documents.len(),
            Kind::Objective => self.objectives.len(),
            Kind::Party => self.parties.len(),
            Kind::Obligation => self.obligations.len(),
            Kind::Element => self.elements.len(),
            Kind::Person => self.people.len(),
            _ => 0,
        }
    }

    fn overdue(&self, kind: Kind) -> Vec<(Kind, usize)> {
        let late: Vec<bool> = match kind {
            Kind::Control => self.controls.iter().map(|one| one.overdue.is_some()).collect(),
            Kind::Clause => self.clauses.iter().map(|one| one.overdue.is_some()).collect(),
            Kind::Action => self.actions.iter().map(|one| one.overdue.is_some()).collect(),
            Kind::Nonconformity => {
                self.nonconformities.iter().map(|one| one.overdue.is_some()).collect()
            }
            Kind::Document => {
                let late = |currency| matches!(currency, Currency::Lapsed { .. });
                self.documents.iter().map(|one| late(one.currency)).collect()
            }
            _ => Vec::new(),
        };
        let late = late.into_iter().enumerate().filter(|(_, late)| *late);
        late.map(|(row, _)| (kind, row)).collect()
    }

    /// Whether a figure counts a row of its kind.
    fn counts(&self, count: Count, row: usize) -> bool {
        match count.kind() {
            Kind::Control => self.counts_control(count, row),
            Kind::Clause => self.counts_clause(count, row),
            Kind::Risk => self.risks.get(row).is_some_and(|r| r.open && counts_risk(r, count)),
            Kind::Item => self.counts_item(count, row),
            Kind::Action => self.actions.get(row).is_some_and(|action| action.open),
            Kind::Nonconformity => self.counts_finding(count, row),
            Kind::Evidence => self.evidence.get(row).is_some_and(|one| match one.currency {
                Currency::DueSoon { .. } => count == Count::EvidenceDueSoon,
                currency => count == Count::EvidenceLapsed && !currency.counts(),
            }),
            Kind::Document => self
                .documents
                .get(row)
                .is_some_and(|one| !one.currency.counts() && one.currency != Currency::Withdrawn),
            Kind::Objective => self.objectives.get(row) == Some(&false),
            Kind::Party => self.parties.get(row).is_some_and(|party| !party.is_whole()),
            Kind::Obligation => self.obligations.get(row).is_some_and(|duty| duty.is_unmet()),
            Kind::Element => self.elements.get(row).is_some_and(|one| match count {
                Count::ScopeInside => one.inside == InOut::In,
                Count::ScopeCreep => one.creep.is_some(),
                Count::ScopeUnfinished => one.is_unfinished(),
                Count::ScopeHoles => one.is_hole(),
                Count::ScopeBroad => one.is_broad(),
                Count::ScopeNoRisk => one.lacks_risk(),
                _ => false,
            }),
            Kind::Person => self.people.get(row) == Some(&false),
            _ => false,
        }
    }

    fn counts_control(&self, count: Count, row: usize) -> bool {
        let Some(state) = self.controls.get(row) else { return false };
        let applies = state.applicable == Applicable::Yes;
        let done = state.applicable == Applicable::No || state.works();
        match count {
            Count::Controls => true,
            Count::Decided => state.applicable != Applicable::Undecided,
            Count::Undecided => state.applicable == Applicable::Undecided,
            Count::Justified => state.justified,
            Count::Unjustified => !state.justified,
            Count::SoaIncomplete => !state.is_complete(),
            Count::Theme(theme) => state.theme == Some(theme),
            Count::ThemeKept(theme) => {
                state.theme == Some(theme) && state.applicable != Applicable::No
            }
            Count::ThemeDone(theme) => state.theme == Some(theme) && done,
            Count::ThemeBegun(theme) => {
                let begun = matches!(state.status, Status::Partial | Status::Implemented);
                state.theme == Some(theme) && applies && begun && !done
            }
            Count::WithStatus(status) => applies && state.status == status,
            Count::Orphans => state.orphan,
            Count::NoPlan => {
                use super::ControlIssue::{NoAction, StatusUnstated};
                state.issues.iter().any(|issue| matches!(issue, NoAction(_) | StatusUnstated))
            }
            Count::NotDemonstrated => state.is_implemented() && !state.works(),
            Count::FactContradicted => state.contradicts_fact(),
            Count::Carried => state.issues.contains(&super::ControlIssue::Carried),
            Count::ControlsNotAudited => {
                applies && !self.coverage.controls.get(row).is_some_and(|one| one.is_within())
            }
            _ => false,
        }
    }

    fn counts_clause(&self, count: Count, row: usize) -> bool {
        let Some(state) = self.clauses.get(row) else { return false };
        match count {
            Count::Clauses => true,
            Count::Conforming => state.conformity == Conformity::Conforming,
            Count::ItemsContradict => state.is_contradicted(),
            Count::NotAssessed => state.conformity == Conformity::NotAssessed,
            Count::DocumentsMissing => {
                let items = state.demands.iter().filter_map(|place| self.mandatory.get(*place));
                items.into_iter().any(|item| !item.is_there())
            }
            Count::NotAudited => !self.coverage.clauses.get(row).is_some_and(|one| one.is_within()),
            _ => false,
        }
    }

    fn counts_item(&self, count: Count, row: usize) -> bool {
        let Some(item) = self.items.get(row).filter(|item| item.counts()) else { return false };
        match count {
            Count::ItemsOpen(stage) => item.stage == stage && !item.is_met(),
            Count::ItemsMet(stage) => item.stage == stage && item.is_met(),
            _ => false,
        }
    }

    fn counts_finding(&self, count: Count, row: usize) -> bool {
        use crate::assess::NonconformityIssue::*;
        let Some(state) = self.nonconformities.get(row) else { return false };
        let any = |wanted: &[crate::assess::NonconformityIssue]| {
            state.issues.iter().any(|issue| wanted.contains(issue))
        };
        match count {
            Count::OpenFindings => state.open,
            Count::FindingsUnhandled => {
                any(&[NoCorrection, NoCause, CauseRepeats, NoAction, NoDate])
            }
            Count::FindingsUnreviewed => {
                any(&[NotReviewed, ReviewedTooEarly, NotEffective, ClosedTooEarly])
            }
            Count::Stage1Concerns => state.from_stage1 && state.open,
            _ => false,
        }
    }
}

fn counts_risk(state: &RiskState, count: Count) -> bool {
    use super::RiskIssue::*;
    let has = |wanted: fn(&super::RiskIssue) -> bool| state.issues.iter().any(wanted);
    match count {
        Count::OpenRisks => true,
        Count::AboveCriteria => state.above == Above::Yes,
        Count::Unrated => state.unrated,
        Count::CouldBeWorse => state.could_be_worse,
        Count::Awaiting => state.awaiting,
        Count::NotWellAssessed => {
            state.unrated
                || has(|issue| {
                    let owner = matches!(issue, NoOwner | UnknownOwner | OwnerLeft);
                    owner || matches!(issue, NeverAssessed | AssessmentOverdue(_))
                })
        }
        Count::PlanNotApproved => !state.plan.is_settled(),
        Count::NotAccepted => !(state.acceptance.is_settled() && state.management.is_settled()),
        Count::Flagged => !state.flags.is_empty(),
        Count::Cell(which, likelihood, consequence) => {
            let rating = rating(state, which);
            let here =
                (rating.likelihood, rating.consequence) == (Some(likelihood), Some(consequence));
            here && rating.rated.level().is_some()
        }
        Count::OffMap(which) => rating(state, which).rated.level().is_none(),
        Count::Level(which, level) => rating(state, which).rated.level() == level,
        _ => false,
    }
}

fn rating(state: &RiskState, which: Which) -> super::Rating {
    match which {
        Which::Inherent => state.inherent,
        Which::Current => state.current,
        Which::Residual => state.residual,
    }
}
