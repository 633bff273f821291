//! What differs between two projections, and which difference makes a decision stale.
//!
//! Progress along the plan that was approved does not: a control that became stronger, an action that
//! was begun or done. What was decided on is still there, and more of it is true.

use super::Lines;
use crate::isms::{ActionStatus, Status, Words};
use std::collections::HashMap;

/// Between the parts of a line about a control or an action.
pub(super) const BETWEEN: &str = " · ";
/// Starts the label of a line about a control that the treatment selects.
pub(super) const CONTROL: &str = "Control ";
/// Starts the label of a line about a control that the rating of today rests on.
pub(super) const EXISTING: &str = "Existing control ";
/// Starts the label of a line about a treatment action.
pub(super) const ACTION: &str = "Action ";

/// One line that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The line's label.
    pub label: String,
    /// The text then; none if there was no such line.
    pub before: Option<String>,
    /// The text now; none if there is no such line any more.
    pub after: Option<String>,
}

/// All lines that differ, in the order of the old projection, new ones after that.
pub fn differences(old: &Lines, new: &Lines) -> Vec<Difference> {
    let then: HashMap<&str, &str> = old.iter().map(|(l, v)| (l.as_str(), v.as_str())).collect();
    let now: HashMap<&str, &str> = new.iter().map(|(l, v)| (l.as_str(), v.as_str())).collect();
    let gone = old.iter().filter_map(|(label, before)| {
        let after = now.get(label.as_str()).copied();
        (after != Some(before.as_str())).then(|| Difference {
            label: label.clone(),
            before: Some(before.clone()),
            after: after.map(str::to_string),
        })
    });
    let come = new.iter().filter(|(label, _)| !then.contains_key(label.as_str()));
    let come = come.map(|(label, after)| Difference {
        label: label.clone(),
        before: None,
        after: Some(after.clone()),
    });
    gone.chain(come).collect()
}

/// Which fields changed in a way that makes a decision stale, by their labels.
pub fn changed(old: &Lines, new: &Lines) -> Vec<String> {
    differences(old, new).into_iter().filter_map(|difference| weighed(&difference)).collect()
}

fn weighed(difference: &Difference) -> Option<String> {
    let label = &difference.label;
    let listed = [CONTROL, EXISTING, ACTION].iter().any(|start| label.starts_with(start));
    let (before, after) = match (&difference.before, &difference.after) {
        (Some(before), Some(after)) if listed => (before, after),
        (None, Some(_)) if listed => return Some(format!("{label} added")),
        (Some(_), None) if listed => return Some(format!("{label} removed")),
        _ => return Some(label.clone()),
    };
    let part = if label.starts_with(ACTION) {
        changed_part(before, after, &["status", "owner", "due", "cost", "title"], action_went_back)
    } else {
        changed_part(before, after, &["status", "applicable"], control_weakened)
    };
    part.map(|part| format!("{label} {part}"))
}

/// The first part that differs; the first of all is a status, which may have got better.
fn changed_part(
    before: &str,
    after: &str,
    names: &[&'static str],
    worse: fn(&str, &str) -> bool,
) -> Option<&'static str> {
    let mut then = before.splitn(names.len(), BETWEEN);
    let mut now = after.splitn(names.len(), BETWEEN);
    for (place, name) in names.iter().enumerate() {
        let (then, now) = (then.next().unwrap_or_default(), now.next().unwrap_or_default());
        let differs = if place == 0 { then != now && worse(then, now) } else { then != now };
        if differs {
            return Some(name);
        }
    }
    None
}

fn control_weakened(then: &str, now: &str) -> bool {
    match (labelled::<Status>(then), labelled::<Status>(now)) {
        (Some(then), Some(now)) => now < then,
        _ => true,
    }
}

fn action_went_back(then: &str, now: &str) -> bool {
    match (labelled::<ActionStatus>(then), labelled::<ActionStatus>(now)) {
        (Some(ActionStatus::Cancelled), Some(_)) | (Some(_), Some(ActionStatus::Cancelled)) => true,
        (Some(then), Some(now)) => now < then,
        _ => true,
    }
}

fn labelled<W: Words>(label: &str) -> Option<W> {
    W::ALL.iter().copied().find(|word| word.label() == label)
}
