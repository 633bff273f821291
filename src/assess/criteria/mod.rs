//! Risk criteria: whether they are whole, ready-made ones, and what a change of them changes (6.1.2 a).

mod problem;
mod ready;

pub use problem::{broken, problems};
pub use ready::{READY_MADE, ReadyMade};

use super::{
    Which,
    level::{Rated, Scale},
};
use crate::{
    change::Change,
    isms::{Criteria, Isms, Kind, Reader, Record, RiskStatus},
    text::{Tree, Value, write},
};

/// A rating whose level another set of criteria would change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LevelChange {
    /// The risk.
    pub risk: usize,
    /// Which of its ratings.
    pub which: Which,
    /// Its level by the criteria of today.
    pub before: Rated,
    /// Its level by the new ones.
    pub after: Rated,
}

/// The ratings of open risks whose level other criteria would change, by name of the level.
pub fn changed_levels(isms: &Isms, new: &Criteria) -> Vec<LevelChange> {
    let old = isms.criteria.only();
    let (then, now) = (Scale::of(old), Scale::of(new));
    let name = |criteria: &Criteria, rated: Rated| match rated {
        Rated::Level(level) => criteria.levels.get(level).map(|level| level.id.clone()),
        _ => None,
    };
    let mut changes = Vec::new();
    for (row, risk) in isms.risks.rows().iter().enumerate() {
        if risk.status == RiskStatus::Closed {
            continue;
        }
        let ratings = [
            (Which::Inherent, risk.inherent_likelihood, risk.inherent_consequence),
            (Which::Current, risk.likelihood, risk.consequence),
            (Which::Residual, risk.residual_likelihood, risk.residual_consequence),
        ];
        for (which, likelihood, consequence) in ratings {
            let before = then.rate(likelihood, consequence).rated;
            let after = now.rate(likelihood, consequence).rated;
            let same = match (before, after) {
                (Rated::Level(_), Rated::Level(_)) => name(old, before) == name(new, after),
                (before, after) => before == after,
            };
            if !same {
                changes.push(LevelChange { risk: row, which, before, after });
            }
        }
    }
    changes
}

/// Whether nobody defined any criteria yet: that is a gap, not a mistake.
pub fn is_undefined(criteria: &Criteria) -> bool {
    criteria.levels.is_empty() && criteria.likelihood.is_empty() && criteria.consequence.is_empty()
}

/// What changes make of the criteria.
pub fn after(isms: &Isms, changes: &[Change]) -> Criteria {
    let after = |key: &str| {
        changes.iter().rev().find_map(|change| match change {
            Change::Set { at, field, after, .. } if at.kind == Kind::Criteria && field == key => {
                Some(after.clone())
            }
            _ => None,
        })
    };
    let fields = Criteria::FIELDS.iter().skip(1).map(|field| {
        let stored = || isms.stored(Kind::Criteria, 0, field.key);
        (field.key.to_string(), after(field.key).unwrap_or_else(stored))
    });
    of_value(&Value::Record(fields.filter(|(_, value)| *value != Value::Nothing).collect()))
}

/// Criteria from the value of a record that is not in the file yet.
pub fn of_value(value: &Value) -> Criteria {
    let text = write(value, "", "\n");
    let Ok(tree) = Tree::parse(&text) else { return Criteria::default() };
    let mut reader = Reader::new(&text, &tree);
    reader.begin(tree.root());
    Criteria::read(&mut reader, tree.root())
}
