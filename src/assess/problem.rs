//! What judgement finds wrong with the data: decisions and approvals that were changed by hand or overtaken,
//! and risk criteria that nothing can be rated by.

use super::{ApprovalState, Assessment, DecisionFlag, DecisionState, criteria};
use crate::{
    isms::{DecisionKind, Isms, Kind, Problem, Severity, Words},
    text::{Node, Tree},
};

/// What is wrong with the risk criteria, the decisions on risks and the approvals of documents.
///
/// A digest that does not fit is an error: somebody edited what is only appended to. A decision that was
/// overtaken by a change is a warning: it is right as a record, but does not hold.
pub fn problems(isms: &Isms, judged: &Assessment) -> Vec<Problem> {
    let mut found = of_criteria(isms);
    for row in 0..isms.len(Kind::Risk) {
        of_risk(isms, judged, row, &mut found);
    }
    for (kind, state) in
        [(Kind::Soa, &judged.soa), (Kind::Criteria, &judged.criteria), (Kind::Scope, &judged.scope)]
    {
        // that a document was changed since its approval is how the next version comes about
        if let ApprovalState::NotAuthorised { .. } = state {
            let last = part(isms, kind, 0, "approvals", None);
            let message = format!("The approval of the {} is {}.", kind.label(), state.in_words());
            found.extend(last.problem(Severity::Error, message));
        }
    }
    found
}

/// Criteria that can't be used are an error, words that are missing a warning; none are the gap of a clause.
fn of_criteria(isms: &Isms) -> Vec<Problem> {
    let now = isms.criteria.only();
    if criteria::is_undefined(now) {
        return Vec::new();
    }
    let broken = criteria::broken(now);
    let whole = part(isms, Kind::Criteria, 0, "levels", None);
    let severity = |sentence: &String| match broken.contains(sentence) {
        true => Severity::Error,
        false => Severity::Warning,
    };
    let sentences = criteria::problems(now).into_iter();
    sentences.filter_map(|sentence| whole.problem(severity(&sentence), sentence)).collect()
}

fn of_risk(isms: &Isms, judged: &Assessment, row: usize, found: &mut Vec<Problem>) {
    let (Some(risk), Some(state)) = (isms.risks.row(row), judged.risks.get(row)) else {
        return;
    };
    for flag in &state.flags {
        let severity = match flag {
            DecisionFlag::DigestBroken(_)
            | DecisionFlag::OrderBroken(_)
            | DecisionFlag::Unsealed(_) => Severity::Error,
            DecisionFlag::NoRecord(_) => Severity::Warning,
            _ => continue,
        };
        let at = part(isms, Kind::Risk, row, "decisions", Some(flag.place()));
        found.extend(at.problem(severity, flag.sentence()));
    }
    for kind in [
        DecisionKind::PlanApproval,
        DecisionKind::ResidualAcceptance,
        DecisionKind::ManagementAcceptance,
    ] {
        let Some(DecisionState::Stale { fields }) = state.decision(kind) else { continue };
        let place = risk.decisions.iter().rposition(|decision| decision.kind == kind);
        let at = part(isms, Kind::Risk, row, "decisions", place);
        let message = format!(
            "The latest {:?} is stale: {} changed since.",
            kind.choice().label,
            fields.join(", ")
        );
        found.extend(at.problem(Severity::Warning, message));
    }
}

/// A part of a record: where it stands.
struct At<'a> {
    isms: &'a Isms,
    kind: Kind,
    row: usize,
    list: &'static str,
    offset: usize,
}

/// The part at a place of a list, or the last one.
fn part<'a>(
    isms: &'a Isms,
    kind: Kind,
    row: usize,
    list: &'static str,
    place: Option<usize>,
) -> At<'a> {
    let offset = || {
        let piece = isms.register(kind.file()).piece(kind, row)?;
        let tree = Tree::parse(piece).ok()?;
        let node = tree.seen_through_some(piece, tree.field(piece, tree.root(), list)?);
        let parts: Vec<Node> = tree.children(node).collect();
        let place = place.unwrap_or(parts.len().saturating_sub(1));
        Some(tree.span(*parts.get(place)?).start)
    };
    At { isms, kind, row, list, offset: offset().unwrap_or_default() }
}

impl At<'_> {
    fn problem(&self, severity: Severity, message: String) -> Option<Problem> {
        let isms = self.isms;
        let register = isms.register(self.kind.file());
        let start = register.span(self.kind, self.row)?.start;
        let (line, column) = register.line_col(start + self.offset);
        let id = isms.key(self.kind, self.row)?.to_string();
        let (file, field) = (self.kind.file().name(), self.list.to_string());
        Some(Problem { severity, file, line, column, id, field, message })
    }
}
