//! Judging again after a change: the same judgement, without walking what can't have changed.
//!
//! Ten thousand risks are judged in the time of many keys; a key that changes one should not wait for
//! the rest. Nothing is patched: what depends on the change is judged anew by the same functions, and
//! what is taken over is what they would give again. A property test holds both to be equal.

use super::{Assessment, Counted, Links, RiskState, cx::Cx};
use crate::isms::{At, Kind, resolve};

/// What an earlier judgement has to offer.
pub(super) struct Earlier {
    pub links: Option<Links>,
    pub evidence: Option<Vec<Counted>>,
    pub risks: Vec<RiskState>,
    /// Whether only few risks can have another judgement.
    few: bool,
    /// Rows of risks that changed.
    touched: Vec<usize>,
    /// Rows of controls that changed.
    controls: Vec<usize>,
    /// Rows of actions that changed.
    actions: Vec<usize>,
}

impl Earlier {
    /// What of a judgement still stands after these fields were set, in records that were there before;
    /// the field "id" stands for a record that came, went or was named anew. None: judge all anew.
    ///
    /// Where only risks, controls and actions changed, and neither their links nor their rows moved, most
    /// of it stands: they are what a person changes all day. After other changes all risks are judged
    /// anew, but the seals on decisions of those whose own record is as it was hold as they did.
    pub fn of(before: Assessment, cx: Cx<'_>, changed: &[(At, &str)]) -> Option<Self> {
        let isms = cx.isms;
        let Assessment { links, evidence, risks, .. } = before;
        if risks.len() != isms.risks.len() {
            return None;
        }
        let (mut touched, mut controls, mut actions) = (Vec::new(), Vec::new(), Vec::new());
        let mut few = links.controls.len() == isms.controls.len();
        for (at, field) in changed {
            let row = isms.row(at.kind, &at.key);
            let row = row.filter(|row| *field != "id" && isms.is_written(at.kind, *row));
            match (at.kind, row) {
                (Kind::Risk, Some(row)) => touched.push(row),
                // other risks may have other rows now
                (Kind::Risk, None) => return None,
                (Kind::Control, Some(row)) => controls.push(row),
                (Kind::Action, Some(row)) => actions.push(row),
                _ => few = false,
            }
            few &= !is_link(at.kind, field);
        }
        touched.sort_unstable();
        touched.dedup();
        Some(Self {
            links: few.then_some(links),
            evidence: few.then_some(evidence),
            risks,
            few,
            touched,
            controls,
            actions,
        })
    }

    /// The rows of risks that are to be judged anew: those that changed, and those that name a control
    /// that did, or are treated by an action that did. None: all of them.
    pub fn stale(&self, cx: Cx<'_>, links: &Links) -> Option<Vec<usize>> {
        self.few.then_some(())?;
        let controls = self.controls.iter().map(|row| links.control(*row));
        let named =
            controls.flat_map(|links| links.existing.iter().chain(&links.treating)).copied();
        let actions = self.actions.iter().filter_map(|row| cx.isms.actions.row(*row));
        let treated = actions.flat_map(|action| &action.risks);
        let treated =
            treated.filter_map(|id| resolve(cx.isms, &[Kind::Risk], id)).map(|(_, row)| row);
        let mut rows: Vec<usize> =
            self.touched.iter().copied().chain(named).chain(treated).collect();
        rows.sort_unstable();
        rows.dedup();
        Some(rows)
    }

    /// Whether the record of a risk is another one than when it was judged.
    pub fn is_touched(&self, row: usize) -> bool {
        self.touched.binary_search(&row).is_ok()
    }
}

/// Whether a field names records that are judged by who names them.
fn is_link(kind: Kind, field: &str) -> bool {
    matches!(
        (kind, field),
        (Kind::Risk, "existing" | "controls" | "elements")
            | (Kind::Action, "risks" | "controls" | "clauses")
    )
}
