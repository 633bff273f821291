//! What other risk criteria would change: levels of risks, and decisions that rest on the old ones.

use super::{Cx, Row, column};
use crate::{
    assess::{DecisionState, RiskState, criteria, level_name},
    isms::{Acceptance, Criteria, Kind},
};

/// The consequences of other criteria, line by line.
pub fn consequences(cx: Cx<'_>, new: &Criteria) -> Vec<String> {
    let moved = criteria::changed_levels(cx.isms, new);
    let old = cx.isms.criteria.only();
    let mut lines = Vec::new();
    let mut risks: Vec<usize> = moved.iter().map(|moved| moved.risk).collect();
    risks.dedup();
    lines.push(match risks.len() {
        0 => "No risk changes its level.".to_string(),
        count => format!("{count} risk(s) change their level, {} rating(s) in all.", moved.len()),
    });
    let off = moved.iter().filter(|moved| moved.after == crate::assess::Rated::OffScale).count();
    if off > 0 {
        lines.push(format!(
            "{off} rating(s) have no place in the new criteria; they are kept as they are and reported."
        ));
    }
    let accepted = |state: &RiskState| {
        let holds = |d: &DecisionState| matches!(d, DecisionState::Accepted { .. });
        [&state.plan, &state.acceptance, &state.management].into_iter().any(holds)
    };
    let count = cx.assessment.risks.iter().filter(|state| accepted(state)).count();
    if count > 0 {
        lines.push(format!(
            "Decisions on {count} risk(s) rest on the criteria that stand, and become stale."
        ));
    }
    let version = |criteria: &Criteria| criteria.version.trim().to_string();
    if version(old) == version(new) && !version(old).is_empty() {
        lines.push(format!("The version is still {}: give it another one.", version(old)));
    }
    lines.extend(criteria::broken(new).into_iter().map(|why| format!("Broken: {why}")));
    let name = |criteria: &Criteria, rated| level_name(criteria, rated).to_string();
    for moved in moved {
        let row = Row::new(Kind::Risk, moved.risk);
        let id = cx.isms.key(Kind::Risk, moved.risk).unwrap_or_default();
        let which = moved.which.label();
        let (before, after) = (name(old, moved.before), name(new, moved.after));
        let who = match moved.after.level().and_then(|at| new.levels.get(at)) {
            Some(level) if level.accept == Acceptance::Never => " · nobody may accept it",
            _ => "",
        };
        let title = column::title(cx, row);
        lines.push(format!("{id}  {which}: {before} → {after}{who}  {title}"));
    }
    lines
}
