//! The scope of the ISMS: what is inside and outside, too much and too little, and what came in since the
//! baseline (4.3, 6.3, 8.2).

mod baseline;
mod creep;
mod element;
mod issue;
mod statement;

pub use baseline::{Baseline, BaselineFrom, Then};
pub use creep::{Cover, Creep, Lack, Moved};
pub use element::ElementState;
pub use issue::ElementIssue;
pub use statement::{ScopeIssue, ScopeState};

use super::{cx::Cx, fact::FactState, links::Links};

/// The elements in the order of their rows, and the scope as a whole.
pub(super) fn all(
    cx: Cx<'_>,
    links: &Links,
    facts: &[FactState],
) -> (Vec<ElementState>, ScopeState) {
    let baseline = Baseline::of(cx);
    let elements = element::all(cx, links, baseline.as_ref());
    let mandatory = &cx.standard.documents().mandatory;
    let scope = mandatory.iter().position(|item| item.id == "DI-01");
    let held = scope.and_then(|place| links.mandatory.get(place)).map_or(&[][..], Vec::as_slice);
    let issues = statement::issues(cx, facts, held, &elements, baseline.as_ref());
    (elements, ScopeState { baseline, issues })
}
