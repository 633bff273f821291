//! From an id as people write it to the record it names.
//!
//! Controls and clauses share numbers: "7.2" is a control wherever both may stand, and the clause is then
//! written "clause 7.2". Where only clauses may stand, "7.2" is the clause.

use super::{Isms, Kind};

/// The record that a link names, if it exists.
///
/// `targets` are the kinds that may stand there. A lettered item ("6.1.2 c 1") names its subclause; the
/// prefixes "A." and "control" name a control, "clause" and "cl." a clause.
pub fn resolve(isms: &Isms, targets: &[Kind], id: &str) -> Option<(Kind, usize)> {
    let id = id.trim();
    let (only, bare) = prefixed(id);
    let kinds = targets.iter().copied().filter(|kind| only.is_none_or(|o| o == *kind));
    for kind in kinds {
        if let Some(row) = isms.row(kind, bare) {
            return Some((kind, row));
        }
        if kind == Kind::Clause
            && let Some(row) = bare.split_whitespace().next().and_then(|c| isms.row(kind, c))
        {
            return Some((kind, row));
        }
    }
    None
}

/// The records that an id typed by a person may name, the likeliest first.
///
/// "8.1" names a control before a clause; a kind may be put in front: "clause 8.1", "clause:8.1", "risk:R-014".
pub fn resolve_any(isms: &Isms, typed: &str) -> Vec<(Kind, usize)> {
    let typed = typed.trim();
    if let Some((word, id)) = typed.split_once(':') {
        let kind = Kind::ALL
            .into_iter()
            .find(|k| k.key().eq_ignore_ascii_case(word) || k.label().eq_ignore_ascii_case(word));
        if let Some(kind) = kind {
            return isms.row(kind, id.trim()).map(|row| (kind, row)).into_iter().collect();
        }
    }
    let (only, bare) = prefixed(typed);
    Kind::ALL
        .into_iter()
        .filter(|kind| only.is_none_or(|o| o == *kind))
        .filter_map(|kind| find(isms, kind, bare).map(|row| (kind, row)))
        .collect()
}

/// The row of a key, whatever its case.
fn find(isms: &Isms, kind: Kind, id: &str) -> Option<usize> {
    isms.row(kind, id)
        .or_else(|| {
            let upper = id.to_uppercase();
            let lower = id.to_lowercase();
            isms.row(kind, &upper).or_else(|| isms.row(kind, &lower))
        })
        .or_else(|| {
            // a lettered item names its subclause: "6.1.2 c 1"
            let (clause, item) = id.split_once(' ').filter(|_| kind == Kind::Clause)?;
            let named = item.split_whitespace().count() <= 2 && item.len() <= 12;
            isms.row(kind, clause).filter(|_| named)
        })
}

fn prefixed(id: &str) -> (Option<Kind>, &str) {
    let prefixes = [
        ("clause ", Kind::Clause),
        ("cl. ", Kind::Clause),
        ("cl.", Kind::Clause),
        ("control ", Kind::Control),
        ("A.", Kind::Control),
    ];
    for (prefix, kind) in prefixes {
        if let Some(rest) = id.strip_prefix(prefix) {
            return (Some(kind), rest.trim_start());
        }
    }
    (None, id)
}

/// How many steps the scale of a rating has.
pub trait ScaleOf {
    /// Number of steps of the likelihood scale; 0 if none is defined.
    fn likelihood_steps(&self) -> i64;
    /// Number of steps of the consequence scale; 0 if none is defined.
    fn consequence_steps(&self) -> i64;
}

impl ScaleOf for Isms {
    fn likelihood_steps(&self) -> i64 {
        i64::try_from(self.criteria.only().likelihood.len()).unwrap_or(i64::MAX)
    }
    fn consequence_steps(&self) -> i64 {
        i64::try_from(self.criteria.only().consequence.len()).unwrap_or(i64::MAX)
    }
}
