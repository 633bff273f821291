//! Decisions and approvals that no longer say what they said: changed by hand, or overtaken.

use super::folder::Folder;
use crate::{
    assess::{ApprovalState, DecisionFlag, DecisionState},
    isms::{DecisionKind, Kind, Problem, Severity, Words},
    text::{Node, Tree},
};

/// What is wrong with the decisions on risks and the approvals of documents.
///
/// A digest that does not fit is an error: somebody edited what is only appended to. A decision that was
/// overtaken by a change is a warning: it is right as a record, but does not hold.
pub fn problems(folder: &Folder) -> Vec<Problem> {
    let mut found = Vec::new();
    for row in 0..folder.isms.len(Kind::Risk) {
        of_risk(folder, row, &mut found);
    }
    let judged = &folder.assessment;
    for (kind, state) in
        [(Kind::Soa, &judged.soa), (Kind::Criteria, &judged.criteria), (Kind::Scope, &judged.scope)]
    {
        // that a document was changed since its approval is how the next version comes about
        if let ApprovalState::NotAuthorised { .. } = state {
            let last = part(folder, kind, 0, "approvals", None);
            let message = format!("The approval of the {} is {}.", kind.label(), state.in_words());
            found.extend(last.problem(Severity::Error, message));
        }
    }
    found
}

fn of_risk(folder: &Folder, row: usize, found: &mut Vec<Problem>) {
    let (Some(risk), Some(state)) = (folder.isms.risks.row(row), folder.assessment.risks.get(row))
    else {
        return;
    };
    for flag in &state.flags {
        if let DecisionFlag::DigestBroken(place) | DecisionFlag::OrderBroken(place) = *flag {
            let at = part(folder, Kind::Risk, row, "decisions", Some(place));
            found.extend(at.problem(Severity::Error, flag.sentence()));
        }
    }
    for kind in [
        DecisionKind::PlanApproval,
        DecisionKind::ResidualAcceptance,
        DecisionKind::ManagementAcceptance,
    ] {
        let Some(DecisionState::Stale { fields }) = state.decision(kind) else { continue };
        let place = risk.decisions.iter().rposition(|decision| decision.kind == kind);
        let at = part(folder, Kind::Risk, row, "decisions", place);
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
    folder: &'a Folder,
    kind: Kind,
    row: usize,
    list: &'static str,
    offset: usize,
}

/// The part at a place of a list, or the last one.
fn part<'a>(
    folder: &'a Folder,
    kind: Kind,
    row: usize,
    list: &'static str,
    place: Option<usize>,
) -> At<'a> {
    let offset = || {
        let piece = folder.isms.register(kind.file()).piece(kind, row)?;
        let tree = Tree::parse(piece).ok()?;
        let node = tree.seen_through_some(piece, tree.field(piece, tree.root(), list)?);
        let parts: Vec<Node> = tree.children(node).collect();
        let place = place.unwrap_or(parts.len().saturating_sub(1));
        Some(tree.span(*parts.get(place)?).start)
    };
    At { folder, kind, row, list, offset: offset().unwrap_or_default() }
}

impl At<'_> {
    fn problem(&self, severity: Severity, message: String) -> Option<Problem> {
        let isms = &self.folder.isms;
        let register = isms.register(self.kind.file());
        let start = register.span(self.kind, self.row)?.start;
        let (line, column) = register.line_col(start + self.offset);
        let id = isms.key(self.kind, self.row)?.to_string();
        let (file, field) = (self.kind.file().name(), self.list.to_string());
        Some(Problem { severity, file, line, column, id, field, message })
    }
}
