//! The rules that one risk is held against.

use super::{
    Above, DecisionFlag, RiskIssue, RiskState, calendar::days_past, currency::has_left, cx::Cx,
    level::Rated, links::RiskLinks, risk::Facts,
};
use crate::isms::{
    Acceptance, Applicable, DecisionKind, InOut, Kind, Risk, Status, Treatment, resolve,
};

/// One risk with what is known about it.
pub(super) struct Checked<'a> {
    pub facts: &'a Facts<'a>,
    pub risk: &'a Risk,
    pub links: &'a RiskLinks,
    pub state: &'a RiskState,
}

/// What is wrong with an open risk.
pub(super) fn issues(checked: &Checked<'_>) -> Vec<RiskIssue> {
    let mut found = Vec::new();
    checked.rating(&mut found);
    checked.owner(&mut found);
    checked.treatment(&mut found);
    checked.dates(&mut found);
    checked.description(&mut found);
    found
}

impl Checked<'_> {
    fn rating(&self, found: &mut Vec<RiskIssue>) {
        let RiskState { inherent, current, residual, remaining, .. } = self.state;
        if current.rated == Rated::Unrated {
            found.push(RiskIssue::Unrated);
        }
        if [inherent, current, residual].into_iter().any(|r| r.rated == Rated::OffScale) {
            found.push(RiskIssue::OffScale);
        }
        if *remaining == Rated::Unrated && current.rated != Rated::Unrated {
            found.push(RiskIssue::ResidualUnrated);
        }
        if let Rated::Level(level) = residual.rated {
            let higher = |other: Rated| other.level().is_some_and(|other| level > other);
            if higher(current.rated) || higher(inherent.rated) {
                found.push(RiskIssue::ResidualHigher);
            }
        }
        if remaining.level().is_some() && self.facts.scale.accept(*remaining) == Acceptance::Never {
            found.push(RiskIssue::NotAcceptable);
        }
    }

    fn owner(&self, found: &mut Vec<RiskIssue>) {
        let (cx, owner) = (self.facts.cx, self.risk.owner.trim());
        if owner.is_empty() {
            found.push(RiskIssue::NoOwner);
        } else if cx.isms.people.get(owner).is_none() {
            found.push(RiskIssue::UnknownOwner);
        } else if has_left(cx.isms, owner, cx.today) {
            found.push(RiskIssue::OwnerLeft);
        }
    }

    fn treatment(&self, found: &mut Vec<RiskIssue>) {
        let (risk, links, state) = (self.risk, self.links, self.state);
        let control = |row: &usize| self.facts.controls.get(*row);
        let excluded = |row: &&usize| control(row).is_some_and(|c| c.applicable == Applicable::No);
        let mut wrong = links.treating.iter().filter(excluded);
        if let Some(row) = wrong.next() {
            let count = 1 + wrong.count();
            found.push(RiskIssue::SelectsExcluded { control: *row, count });
        }
        if links.unknown {
            found.push(RiskIssue::SelectsUnknown);
        }
        let unchanged = state.residual.rated == state.current.rated;
        match risk.treatment {
            Treatment::Undecided if state.above != Above::No => {
                found.push(RiskIssue::TreatmentUndecided);
            }
            Treatment::Modify if risk.controls.is_empty() => {
                found.push(RiskIssue::ModifyWithoutControls);
            }
            Treatment::Avoid if unchanged && state.residual.rated.level().is_some() => {
                found.push(RiskIssue::AvoidUnchanged);
            }
            Treatment::Retain => {
                if state.residual.rated < state.current.rated
                    && state.residual.rated.level().is_some()
                {
                    found.push(RiskIssue::RetainLowers);
                }
                if !risk.controls.is_empty() {
                    found.push(RiskIssue::RetainWithControls);
                }
            }
            _ => {}
        }
        self.plan(found);
    }

    /// What the treatment needs is in place, or somebody does it by some day (6.1.3 e).
    fn plan(&self, found: &mut Vec<RiskIssue>) {
        let actions = &self.links.actions;
        let action = |row: &usize| self.facts.actions.get(*row);
        if let Some(late) =
            actions.iter().find(|row| action(row).is_some_and(|a| a.overdue.is_some()))
        {
            found.push(RiskIssue::ActionOverdue(*late));
        }
        let implemented = |row: &usize| {
            let control = self.facts.controls.get(*row);
            control
                .is_some_and(|c| c.applicable == Applicable::Yes && c.status == Status::Implemented)
        };
        let treating = &self.links.treating;
        let in_place = match self.risk.treatment {
            Treatment::Undecided | Treatment::Retain => true,
            Treatment::Modify => treating.iter().all(implemented) && !self.links.unknown,
            Treatment::Avoid | Treatment::Share => {
                let done = actions.iter().all(|row| action(row).is_some_and(|a| !a.open));
                let something = !(actions.is_empty() && treating.is_empty());
                something && done && treating.iter().all(implemented)
            }
        };
        if !in_place && !actions.iter().any(|row| action(row).is_some_and(|a| a.planned)) {
            found.push(RiskIssue::NoPlan);
        }
    }

    fn dates(&self, found: &mut Vec<RiskIssue>) {
        let (risk, today) = (self.risk, self.facts.cx.today);
        match risk.assessed {
            None if self.state.current.rated != Rated::Unrated => {
                found.push(RiskIssue::NeverAssessed)
            }
            None => {}
            Some(day) => {
                let late = days_past(self.facts.assessment.after(day), today);
                found.extend(late.map(RiskIssue::AssessmentOverdue));
            }
        }
        let review = risk.review.or(risk.assessed.map(|day| self.facts.review.after(day)));
        let late = review.and_then(|day| days_past(day, today));
        found.extend(late.map(RiskIssue::ReviewOverdue));
    }

    fn description(&self, found: &mut Vec<RiskIssue>) {
        let risk = self.risk;
        if risk.properties.is_empty() {
            found.push(RiskIssue::NoProperty);
        }
        let empty = |text: &str| text.trim().is_empty();
        if empty(&risk.cause) && empty(&risk.event) && empty(&risk.consequences) {
            found.push(RiskIssue::NotDescribed);
        }
        if risk.elements.is_empty() && risk.assets.is_empty() {
            found.push(RiskIssue::Orphan);
        }
        let isms = self.facts.cx.isms;
        let out = |id: &&str| {
            let found = resolve(isms, &[Kind::Element], id);
            let element = found.and_then(|(_, row)| isms.elements.row(row));
            element.is_some_and(|element| element.inside == InOut::Out)
        };
        let mut elements = risk.elements.iter().map(|id| &**id).peekable();
        if elements.peek().is_some() && elements.all(|id| out(&id)) {
            found.push(RiskIssue::OutOfScope);
        }
    }
}

/// Acceptances by whoever proposed the risk's treatment, or alone carries it out (control 5.3).
pub(super) fn by_proposer(cx: Cx<'_>, risk: &Risk, links: &RiskLinks) -> Vec<DecisionFlag> {
    let actions = links.actions.iter().filter_map(|row| cx.isms.actions.row(*row));
    let controls = links.treating.iter().filter_map(|row| cx.isms.controls.row(*row));
    let mut doers = actions.map(|a| a.owner.trim()).chain(controls.map(|c| c.owner.trim()));
    let first = doers.next();
    let alone = first.filter(|first| !first.is_empty() && doers.all(|other| other == *first));
    let proposed = |by: &str, kind| match kind {
        DecisionKind::ManagementAcceptance => by == risk.owner.trim() || alone == Some(by),
        DecisionKind::ResidualAcceptance => alone == Some(by),
        _ => false,
    };
    let decisions = risk.decisions.iter().enumerate();
    decisions
        .filter(|(_, decision)| {
            let by = decision.by.trim();
            !by.is_empty() && proposed(by, decision.kind)
        })
        .map(|(place, _)| DecisionFlag::ByProposer(place))
        .collect()
}
