//! Judging again after a few fields changed: the same judgement, without walking what can't have changed.
//!
//! Ten thousand risks are judged in the time of many keys; a key that changes one should not wait for
//! the rest. Nothing is patched: what depends on the change is judged anew by the same functions, and
//! what is taken over is what they would give again. A property test holds both to be equal.

use super::{Assessment, Counted, Links, RiskState, cx::Cx};
use crate::isms::{At, Kind};

/// What an earlier judgement has to offer.
pub(super) struct Earlier {
    pub links: Links,
    pub evidence: Vec<Counted>,
    pub risks: Vec<RiskState>,
    /// Rows of risks that changed.
    touched: Vec<usize>,
    /// Rows of controls that changed.
    controls: Vec<usize>,
}

impl Earlier {
    /// What of a judgement still stands after fields of these records were set; none: judge all anew.
    ///
    /// Only risks and controls, whose links are stored elsewhere or did not change, and whose rows did
    /// not move, are worth the while: they are what a person changes all day.
    pub fn of(before: Assessment, cx: Cx<'_>, changed: &[(At, &str)]) -> Option<Self> {
        let isms = cx.isms;
        let (mut touched, mut controls) = (Vec::new(), Vec::new());
        for (at, field) in changed {
            let row = isms.row(at.kind, &at.key).filter(|row| isms.is_written(at.kind, *row))?;
            match (at.kind, *field) {
                (_, "id") | (Kind::Risk, "existing" | "controls" | "elements") => return None,
                (Kind::Risk, _) => touched.push(row),
                (Kind::Control, _) => controls.push(row),
                _ => return None,
            }
        }
        let Assessment { links, evidence, risks, .. } = before;
        let same = risks.len() == isms.risks.len() && links.controls.len() == isms.controls.len();
        same.then_some(Self { links, evidence, risks, touched, controls })
    }

    /// The rows of risks that are to be judged anew: those that changed, and those that name a control
    /// that did.
    pub fn stale(&self, links: &Links) -> Vec<usize> {
        let controls = self.controls.iter().map(|row| links.control(*row));
        let named = controls.flat_map(|links| links.existing.iter().chain(&links.treating));
        let mut rows: Vec<usize> = self.touched.iter().chain(named).copied().collect();
        rows.sort_unstable();
        rows.dedup();
        rows
    }
}
