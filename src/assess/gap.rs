//! The gap list: one order over controls and clauses, in which every row can explain its place.
//!
//! Blockers for the next audit first, then what should be put right before it; within that in the
//! order in which an ISMS comes about, then the highest linked risk, then the least effort.

use super::{
    ActionState, ClauseIssue, ClauseState, ControlIssue, ControlState,
    cx::Cx,
    level::{Rated, level_name},
    links::Links,
    weight::{Phase, Priority, Severity, and_more},
};
use crate::{
    isms::{Effort, Isms, Kind, Stage, Text, Words},
    standard::order::natural,
};
use chrono::NaiveDate;
use std::cmp::Reverse;

/// One issue of a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// Of a control.
    Control(ControlIssue),
    /// Of a subclause.
    Clause(ClauseIssue),
}

impl Because {
    /// How bad it is.
    pub fn severity(self) -> Severity {
        match self {
            Because::Control(issue) => issue.severity(),
            Because::Clause(issue) => issue.severity(),
        }
    }

    /// What is the matter, in words that can follow a colon.
    pub fn phrase(self, isms: &Isms) -> String {
        match self {
            Because::Control(issue) => issue.phrase(isms),
            Because::Clause(issue) => issue.phrase(isms),
        }
    }

    /// What is the matter, as a sentence.
    pub fn sentence(self, isms: &Isms) -> String {
        super::weight::sentence(&self.phrase(isms))
    }
}

/// One gap: a control or subclause that something is missing in.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    /// Control or clause.
    pub kind: Kind,
    /// Its row.
    pub row: usize,
    /// Its priority.
    pub priority: Priority,
    /// The audit that it blocks, if it contradicts a requirement.
    pub blocks: Option<Stage>,
    /// The audit at which it would be raised first.
    pub stage: Stage,
    /// What is missing, the heaviest first.
    pub because: Vec<Because>,
    /// Where it stands in the order of the work.
    pub phase: Phase,
    /// The highest level of today among the risks that depend on it; `None` if none does.
    pub risk: Option<Rated>,
    /// What it takes to close it.
    pub effort: Effort,
    /// Who answers for it.
    pub owner: Text,
    /// By when it is to be closed.
    pub due: Option<NaiveDate>,
    /// Rows of the open actions that stand behind it.
    pub actions: Vec<usize>,
}

impl Gap {
    /// Why it stands where it stands, in one sentence.
    pub fn explain(&self, isms: &Isms) -> String {
        let mut text = format!("{}: {}", self.rank(), self.lead(isms));
        text += &format!("; belongs to {}", self.phase.label());
        if let Some(risk) = self.risk {
            let level = level_name(isms.criteria.only(), risk);
            text += &format!("; highest linked risk {level}");
        }
        if self.effort != Effort::Unstated {
            text += &format!("; effort {}", self.effort.label());
        }
        if let Some(action) = self.actions.first() {
            let id = isms.key(Kind::Action, *action).unwrap_or_default();
            text += &format!("; {} stands behind it", and_more(id, self.actions.len()));
        }
        text + "."
    }

    /// The same for one line of a list: what is missing first, since the end may be cut off.
    pub fn in_a_line(&self, isms: &Isms) -> String {
        let mut parts = vec![self.lead(isms)];
        if let Some(action) = self.actions.first() {
            let id = isms.key(Kind::Action, *action).unwrap_or_default();
            parts.push(format!("→ {}", and_more(id, self.actions.len())));
        }
        parts.push(self.rank().to_lowercase());
        parts.push(self.phase.label().to_string());
        parts.extend(self.risk.map(|risk| {
            let level = level_name(isms.criteria.only(), risk);
            format!("highest risk {level}")
        }));
        if self.effort != Effort::Unstated {
            parts.push(format!("effort {}", self.effort.label()));
        }
        parts.join(" · ")
    }

    /// What is missing first of all, and how much more there is.
    fn lead(&self, isms: &Isms) -> String {
        let lead = self.because.first().map(|because| because.phrase(isms)).unwrap_or_default();
        match self.because.len() {
            0 | 1 => lead,
            count => format!("{lead}, and {} more", count - 1),
        }
    }

    fn rank(&self) -> String {
        match (self.priority, self.blocks) {
            (Priority::High, Some(stage)) => format!("Blocker for {}", stage.label()),
            (Priority::Medium, Some(stage)) => format!("Blocker for {} later on", stage.label()),
            (Priority::Low, _) => "Not urgent".to_string(),
            _ => "To put right before the next audit".to_string(),
        }
    }

    /// Everything that is missing, as sentences, the heaviest first.
    pub fn sentences(&self, isms: &Isms) -> Vec<String> {
        self.because.iter().map(|because| because.sentence(isms)).collect()
    }
}

/// All gaps, worst first.
pub(super) fn all(
    cx: Cx<'_>,
    links: &Links,
    actions: &[ActionState],
    controls: &[ControlState],
    clauses: &[ClauseState],
    next: Option<Stage>,
) -> Vec<Gap> {
    let open = |rows: &[usize]| -> Vec<usize> {
        let is_open = |row: &usize| actions.get(*row).is_some_and(|action| action.open);
        rows.iter().copied().filter(is_open).collect()
    };
    let of_controls = controls.iter().enumerate().filter_map(|(row, state)| {
        let record = cx.isms.controls.row(row)?;
        let weigh = |issue: &ControlIssue| Weighed {
            because: Because::Control(*issue),
            stage: issue.stage(),
            phase: issue.phase(),
        };
        let mut gap = gap(Kind::Control, row, state.issues.iter().map(weigh), next)?;
        gap.risk = match (state.unrated_risk, state.highest_risk) {
            (_, Some(level)) => Some(Rated::Level(level)),
            (true, None) => Some(Rated::Unrated),
            (false, None) => None,
        };
        (gap.effort, gap.owner, gap.due) = (record.effort, record.owner.clone(), record.due);
        gap.actions = open(&links.control(row).actions);
        // what nobody rated counts as the worst when the order is made, not as the best
        let rank = if state.unrated_risk { Some(Rated::Unrated) } else { gap.risk };
        Some((rank, gap))
    });
    let of_clauses = clauses.iter().enumerate().filter_map(|(row, state)| {
        let record = cx.isms.clauses.row(row)?;
        let weigh = |issue: &ClauseIssue| Weighed {
            because: Because::Clause(*issue),
            stage: issue.stage(&record.id),
            phase: Phase::of_clause(&record.id),
        };
        let mut gap = gap(Kind::Clause, row, state.issues.iter().map(weigh), next)?;
        (gap.effort, gap.owner, gap.due) = (record.effort, record.owner.clone(), record.due);
        gap.actions = open(&links.clause(row).actions);
        Some((None, gap))
    });
    let mut gaps: Vec<_> = of_controls.chain(of_clauses).collect();
    let place = |rank: &Option<Rated>, gap: &Gap| {
        // clauses stand before controls: the controls rest on them
        let kind = usize::from(gap.kind != Kind::Clause);
        (Reverse(gap.priority), gap.phase, Reverse(*rank), effort(gap.effort), kind)
    };
    let key = |gap: &Gap| cx.isms.key(gap.kind, gap.row).unwrap_or_default();
    gaps.sort_by(|(rank_a, a), (rank_b, b)| {
        let by_id = || natural(key(a), key(b));
        place(rank_a, a).cmp(&place(rank_b, b)).then_with(by_id)
    });
    gaps.into_iter().map(|(_, gap)| gap).collect()
}

struct Weighed {
    because: Because,
    stage: Stage,
    phase: Phase,
}

fn gap(
    kind: Kind,
    row: usize,
    issues: impl Iterator<Item = Weighed>,
    next: Option<Stage>,
) -> Option<Gap> {
    let weight = |one: &Weighed| Priority::of(one.because.severity(), one.stage, next);
    let mut issues: Vec<Weighed> = issues.collect();
    issues.sort_by_key(|one| (Reverse(weight(one)), Reverse(one.because.severity()), one.phase));
    let lead = issues.first()?;
    let (priority, phase) = (weight(lead), lead.phase);
    let blocking = issues.iter().filter(|one| one.because.severity() == Severity::Requirement);
    // what an earlier audit would have raised is raised at the next one
    let stage = |one: &Weighed| next.map_or(one.stage, |next| one.stage.max(next));
    let blocks = blocking.map(stage).min();
    let first = issues.iter().map(stage).min().unwrap_or(lead.stage);
    Some(Gap {
        kind,
        row,
        priority,
        blocks,
        stage: first,
        because: issues.iter().map(|one| one.because).collect(),
        phase,
        risk: None,
        effort: Effort::Unstated,
        owner: Text::default(),
        due: None,
        actions: Vec::new(),
    })
}

/// The least work first; what nobody estimated counts as middling.
fn effort(effort: Effort) -> usize {
    match effort {
        Effort::XS => 0,
        Effort::S => 1,
        Effort::M | Effort::Unstated => 2,
        Effort::L => 3,
        Effort::XL => 4,
    }
}

/// Where the gap of a control or subclause stands in the list, found without searching it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GapPlaces {
    controls: Vec<Option<usize>>,
    clauses: Vec<Option<usize>>,
}

impl GapPlaces {
    /// The places of these gaps.
    pub(super) fn of(gaps: &[Gap]) -> Self {
        let mut places = Self::default();
        for (place, gap) in gaps.iter().enumerate() {
            let list = match gap.kind {
                Kind::Clause => &mut places.clauses,
                _ => &mut places.controls,
            };
            if list.len() <= gap.row {
                list.resize(gap.row + 1, None);
            }
            if let Some(there) = list.get_mut(gap.row) {
                *there = Some(place);
            }
        }
        places
    }

    /// The place of a gap; none if there is no gap.
    pub fn get(&self, kind: Kind, row: usize) -> Option<usize> {
        let list = match kind {
            Kind::Control => &self.controls,
            Kind::Clause => &self.clauses,
            _ => return None,
        };
        list.get(row).copied().flatten()
    }
}
