//! Risks: their levels, what remains, and who decided about it (6.1.2, 6.1.3).

use super::{
    ActionState, ControlState, DecisionFlag, DecisionState, RiskIssue,
    again::Earlier,
    calendar::Interval,
    cx::Cx,
    decision::Judge,
    level::{Rated, Rating, Scale},
    links::{Links, RiskLinks},
    projection::{Subject, yardstick},
    risk_check::{self, Checked},
    seal::verify,
};
use crate::isms::{Acceptance, DecisionKind, Knowledge, Risk, RiskStatus, Treatment};

/// Whether a risk is above the criteria: not acceptable without somebody's decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Above {
    /// It is not.
    No,
    /// Nobody can say: something that counts is not rated.
    #[default]
    Unknown,
    /// It is.
    Yes,
}

/// What is judged of one risk.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RiskState {
    /// It is carried; a closed risk has no issues and needs no decision.
    pub open: bool,
    /// Without any control.
    pub inherent: Rating,
    /// Today.
    pub current: Rating,
    /// After treatment, as it stands in the record.
    pub residual: Rating,
    /// The level that remains and is decided on: the residual one, or today's if nothing is done.
    pub remaining: Rated,
    /// Something that counts has no level.
    pub unrated: bool,
    /// Whether it is above the criteria.
    pub above: Above,
    /// It rests on weak knowledge, and one level up would need somebody higher to accept it.
    pub could_be_worse: bool,
    /// The residual level is what is aimed at: what it rests on is not implemented or not demonstrated.
    pub residual_is_target: bool,
    /// Approval of the treatment plan by the risk owner.
    pub plan: DecisionState,
    /// Acceptance of the residual risk by the risk owner.
    pub acceptance: DecisionState,
    /// Acceptance by top management, where the criteria ask for it.
    pub management: DecisionState,
    /// Somebody has to decide.
    pub awaiting: bool,
    /// What a reader of the decisions should know.
    pub flags: Vec<DecisionFlag>,
    /// What is wrong with it.
    pub issues: Vec<RiskIssue>,
}

impl RiskState {
    /// The state of a decision of a kind that decides something.
    pub fn decision(&self, kind: DecisionKind) -> Option<&DecisionState> {
        match kind {
            DecisionKind::PlanApproval => Some(&self.plan),
            DecisionKind::ResidualAcceptance => Some(&self.acceptance),
            DecisionKind::ManagementAcceptance => Some(&self.management),
            DecisionKind::SentBack | DecisionKind::Revocation => None,
        }
    }
}

impl RiskState {
    /// Where the decisions on the risk stand as a whole, by the worst of them.
    ///
    /// A decision that was made and does not hold is worse than one that nobody made yet.
    pub fn standing(&self) -> DecisionState {
        if !self.open {
            return DecisionState::NotNeeded;
        }
        let states = [&self.acceptance, &self.management, &self.plan];
        let lost = |state: &&&DecisionState| {
            state.is_awaited() && !matches!(***state, DecisionState::Awaiting)
        };
        let first = |wanted: &DecisionState| states.iter().find(|state| **state == wanted);
        let accepted = |state: &&&DecisionState| matches!(***state, DecisionState::Accepted { .. });
        states
            .iter()
            .find(lost)
            .or_else(|| first(&DecisionState::Awaiting))
            .or_else(|| first(&DecisionState::TooEarly))
            .or_else(|| first(&DecisionState::Unrated))
            .or_else(|| states.iter().find(accepted))
            .map_or(DecisionState::NotNeeded, |state| (*state).clone())
    }
}

/// All risks, in the order of their rows.
pub(super) fn all(
    cx: Cx<'_>,
    scale: &Scale,
    links: &Links,
    controls: &[ControlState],
    actions: &[ActionState],
    earlier: Option<Earlier>,
) -> Vec<RiskState> {
    let intervals = cx.isms.intervals.only();
    let facts = Facts {
        cx,
        scale,
        controls,
        actions,
        assessment: Interval::of(intervals.risk_assessment),
        review: Interval::of(intervals.risk_review.or(intervals.risk_assessment)),
        yardstick: yardstick(cx.isms.criteria.only()),
    };
    let mut text = String::new();
    let all = cx.isms.risks.rows();
    let Some(earlier) = earlier else {
        let rows = all.iter().enumerate();
        let state = |(row, risk)| facts.state(risk, links.risk_at(row), None, &mut text);
        return rows.map(state).collect();
    };
    let stale = earlier.stale(cx, links).unwrap_or_else(|| (0..all.len()).collect());
    let touched: Vec<bool> = stale.iter().map(|row| earlier.is_touched(*row)).collect();
    let mut states = earlier.risks;
    for (row, touched) in stale.into_iter().zip(touched) {
        if let (Some(risk), Some(state)) = (all.get(row), states.get_mut(row)) {
            let seals = (!touched).then(|| seals(&state.flags));
            *state = facts.state(risk, links.risk_at(row), seals, &mut text);
        }
    }
    states
}

/// What all risks are judged by.
pub(super) struct Facts<'a> {
    pub cx: Cx<'a>,
    pub scale: &'a Scale,
    pub controls: &'a [ControlState],
    pub actions: &'a [ActionState],
    pub assessment: Interval,
    pub review: Interval,
    /// Fingerprint of the criteria, worked out once for all risks.
    pub yardstick: String,
}

impl Facts<'_> {
    /// `seals`: what [`verify`] found of the same record before, where it was asked.
    fn state(
        &self,
        risk: &Risk,
        links: &RiskLinks,
        seals: Option<Vec<DecisionFlag>>,
        text: &mut String,
    ) -> RiskState {
        let scale = self.scale;
        let inherent = scale.rate(risk.inherent_likelihood, risk.inherent_consequence);
        let current = scale.rate(risk.likelihood, risk.consequence);
        let residual = scale.rate(risk.residual_likelihood, risk.residual_consequence);
        let remaining = remaining(risk.treatment, &current, &residual);
        let mut state =
            RiskState { inherent, current, residual, remaining, ..RiskState::default() };
        state.open = risk.status == RiskStatus::Open;
        if !state.open {
            state.above = Above::No;
            return state;
        }
        state.unrated = current.rated.level().is_none() || remaining.level().is_none();
        state.above = self.above(&state);
        state.could_be_worse = risk.knowledge == Knowledge::Weak
            && [current.rated, remaining].into_iter().any(|rated| scale.worse_one_up(rated));
        state.residual_is_target = self.is_target(risk, links, &state);
        self.decisions(risk, links, &mut state, seals, text);
        let checked = Checked { facts: self, risk, links, state: &state };
        state.issues = risk_check::issues(&checked);
        state
    }

    fn above(&self, state: &RiskState) -> Above {
        let accepts = |rated: Rated| match rated {
            Rated::Level(_) if self.scale.accept(rated) == Acceptance::ByDefault => Above::No,
            Rated::Level(_) => Above::Yes,
            Rated::Unrated | Rated::OffScale => Above::Unknown,
        };
        match (accepts(state.current.rated), accepts(state.remaining)) {
            (Above::Yes, _) | (_, Above::Yes) => Above::Yes,
            (Above::No, Above::No) => Above::No,
            _ => Above::Unknown,
        }
    }

    /// Until all that the residual level rests on works, it is what is aimed at.
    fn is_target(&self, risk: &Risk, links: &RiskLinks, state: &RiskState) -> bool {
        let works = |row: &usize| self.controls.get(*row).is_some_and(ControlState::works);
        let controls = !links.unknown && links.treating.iter().all(works);
        let open = |row: &usize| self.actions.get(*row).is_some_and(|action| action.open);
        let acting = links.actions.iter().any(open);
        match risk.treatment {
            Treatment::Undecided => state.residual.rated != state.current.rated,
            Treatment::Retain => state.remaining != state.current.rated,
            Treatment::Modify => links.treating.is_empty() || !controls,
            Treatment::Avoid | Treatment::Share => {
                let nothing = links.treating.is_empty() && links.actions.is_empty();
                nothing || !controls || acting
            }
        }
    }

    fn decisions(
        &self,
        risk: &Risk,
        links: &RiskLinks,
        state: &mut RiskState,
        seals: Option<Vec<DecisionFlag>>,
        text: &mut String,
    ) {
        if risk.treatment == Treatment::Undecided {
            if state.above != Above::No {
                state.plan = DecisionState::TooEarly;
                state.acceptance = DecisionState::TooEarly;
                state.management = DecisionState::TooEarly;
            }
            return;
        }
        let accept = self.scale.accept(state.remaining);
        let rated = state.remaining.level().is_some();
        let settled = accept == Acceptance::ByDefault;
        if risk.treatment == Treatment::Retain && settled && risk.decisions.is_empty() {
            return;
        }
        // whether it was asked before rests on the record alone, unless there is no decision to find a flag in
        let flags = seals.unwrap_or_else(|| verify(&risk.decisions));
        let (isms, scale) = (self.cx.isms, self.scale);
        let yardstick = &self.yardstick;
        let subject = Subject { isms, scale, risk, actions: &links.actions, yardstick };
        let today = self.cx.today;
        let mut judge = Judge {
            subject,
            remaining: state.remaining,
            flags: &flags,
            today,
            text,
            written: false,
        };
        if risk.treatment != Treatment::Retain {
            state.plan = judge.state(DecisionKind::PlanApproval);
        }
        state.acceptance = match accept {
            Acceptance::ByDefault => DecisionState::NotNeeded,
            Acceptance::Never if rated => {
                let why = format!("nobody may accept a risk of the level {}", judge.level_name());
                DecisionState::NotAuthorised { why }
            }
            _ => judge.state(DecisionKind::ResidualAcceptance),
        };
        state.management = match accept {
            Acceptance::TopManagement => judge.state(DecisionKind::ManagementAcceptance),
            _ if !rated => DecisionState::Unrated,
            _ => DecisionState::NotNeeded,
        };
        state.flags = flags;
        state.flags.extend(risk_check::by_proposer(self.cx, risk, links));
        state.awaiting = [&state.plan, &state.acceptance, &state.management]
            .into_iter()
            .any(DecisionState::is_awaited);
    }
}

/// Of a risk's flags those that [`verify`] found: they rest on its own record alone.
fn seals(flags: &[DecisionFlag]) -> Vec<DecisionFlag> {
    let own = |flag: &&DecisionFlag| !matches!(flag, DecisionFlag::ByProposer(_));
    flags.iter().filter(own).copied().collect()
}

/// What remains: the residual rating; today's while nothing is done about the risk.
pub(super) fn remaining(treatment: Treatment, current: &Rating, residual: &Rating) -> Rated {
    let blank = residual.likelihood.is_none() && residual.consequence.is_none();
    match treatment {
        // where nothing is done nothing gets better by writing a lower number
        Treatment::Undecided => current.rated,
        Treatment::Retain if blank => current.rated,
        Treatment::Retain => residual.rated.max(current.rated),
        _ => residual.rated,
    }
}
