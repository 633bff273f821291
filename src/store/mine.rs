//! Own changes, made ready to be made again on another text.

use crate::{change::Change, isms::At, text::Value};
use std::collections::{HashMap, HashSet};

/// Steps through one field, as one change that knows where it has been.
struct Steps {
    change: Change,
    /// The values between the first and the last.
    between: Vec<Value>,
}

/// Steps through one field become one change, from its first value to its last.
///
/// Somebody who typed a, b, c has one field to settle with the others, not three. And if the disk holds
/// b, then that is an own earlier write whose confirmation is still on its way: no conflict.
pub(super) fn gathered(
    changes: &[Change],
    mut on_disk: impl FnMut(&At, &str) -> Option<Value>,
) -> Vec<Change> {
    let mut gathered: Vec<Steps> = Vec::with_capacity(changes.len());
    // where each field of a record was changed last, unless the record came or went since
    let mut places: HashMap<&At, HashMap<&str, usize>> = HashMap::new();
    for change in changes {
        let Change::Set { at, field, after: last, .. } = change else {
            places.remove(change.at());
            gathered.push(Steps { change: change.clone(), between: Vec::new() });
            continue;
        };
        let place = *places.entry(at).or_default().entry(field).or_insert(gathered.len());
        match gathered.get_mut(place) {
            Some(steps) => steps.go_on(last),
            None => gathered.push(Steps { change: change.clone(), between: Vec::new() }),
        }
    }
    gathered
        .into_iter()
        .map(|steps| steps.begun_from_the_disk(&mut on_disk))
        .filter(|c| !matches!(c, Change::Set { before, after, .. } if before == after))
        .collect()
}

impl Steps {
    fn go_on(&mut self, last: &Value) {
        if let Change::Set { after, .. } = &mut self.change {
            self.between.push(std::mem::replace(after, last.clone()));
        }
    }

    /// Begins at the value that the disk holds, if it was passed on the way.
    fn begun_from_the_disk(self, on_disk: &mut impl FnMut(&At, &str) -> Option<Value>) -> Change {
        let Steps { mut change, between } = self;
        if let Change::Set { at, field, before, .. } = &mut change
            && !between.is_empty()
            && let Some(theirs) = on_disk(at, field)
            && between.contains(&theirs)
        {
            *before = theirs;
        }
        change
    }
}

/// Records that got another id while they were merged, because others had taken theirs: old and new place.
pub(super) fn renamed(changes: &[Change], made: &[Change]) -> Vec<(At, At)> {
    let inserted = |changes: &[Change]| -> Vec<At> {
        let inserts = changes.iter().filter(|c| matches!(c, Change::Insert { .. }));
        inserts.map(|c| c.at().clone()).collect()
    };
    let (wanted, got) = (inserted(changes), inserted(made));
    let known: (HashSet<&At>, HashSet<&At>) = (wanted.iter().collect(), got.iter().collect());
    let mut fresh: Vec<&At> = got.iter().filter(|at| !known.0.contains(at)).collect();
    let lost = wanted.iter().filter(|at| !known.1.contains(at));
    lost.filter_map(|old| {
        let place = fresh.iter().position(|new| new.kind == old.kind)?;
        Some((old.clone(), fresh.remove(place).clone()))
    })
    .collect()
}

/// Changes of records that got another id.
pub(super) fn readdressed(changes: &[Change], renames: &[(At, At)]) -> Vec<Change> {
    let mut changes = changes.to_vec();
    for change in &mut changes {
        let Some((_, new)) = renames.iter().find(|(old, _)| old == change.at()) else { continue };
        match change {
            Change::Set { at, .. } | Change::Insert { at, .. } | Change::Remove { at, .. } => {
                *at = new.clone();
            }
        }
    }
    changes
}
