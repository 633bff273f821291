//! Rolling the Statement of Applicability forward, and what counts as looking at an entry again.

use super::{Change, Transaction};
use crate::{
    isms::{Applicable, At, Isms, Kind},
    text::Value,
};
use chrono::NaiveDate;

/// Fields that say what the SoA says of a control; owner, dates and notes are not among them.
const SUBSTANCE: [&str; 9] = [
    "title",
    "set",
    "applicable",
    "operated_by",
    "provider",
    "reasons",
    "justification",
    "status",
    "how",
];

/// What follows from changes: an entry that was carried over is reassessed once its substance is
/// touched, and was looked at on that day.
pub fn reassessing(isms: &Isms, changes: &[Change], today: NaiveDate) -> Vec<Change> {
    let mut more: Vec<Change> = Vec::new();
    for change in changes {
        let Change::Set { at, field, .. } = change else { continue };
        let carried = at.kind == Kind::Control
            && SUBSTANCE.contains(&field.as_str())
            && isms.controls.get(&at.key).is_some_and(|control| control.carried);
        if !carried || more.iter().any(|change| change.at() == at) {
            continue;
        }
        let set = |field: &str, after| Change::set(isms, at, field, after);
        more.extend(set("carried", Value::Nothing));
        more.extend(set("last_review", Value::Text(today.to_string())));
    }
    // what is set anyway is not set twice
    let is_set = |change: &Change, other: &Change| match (change, other) {
        (Change::Set { at, field, .. }, Change::Set { at: there, field: known, .. }) => {
            (at, field) == (there, known)
        }
        _ => false,
    };
    more.retain(|change| !changes.iter().any(|other| is_set(change, other)));
    more
}

/// A new version of the SoA: every decided entry counts as carried, not reassessed, until it is touched
/// or confirmed. Approvals stay where they are.
pub fn roll_forward(isms: &Isms, version: &str, today: NaiveDate) -> Transaction {
    let soa = At::new(Kind::Soa, Kind::Soa.key());
    let mut changes: Vec<Change> = Vec::new();
    changes.extend(Change::set(isms, &soa, "version", Value::Text(version.trim().to_string())));
    changes.extend(Change::set(isms, &soa, "date", Value::Text(today.to_string())));
    let decided =
        isms.controls.iter().filter(|(_, control)| control.applicable != Applicable::Undecided);
    let mut count = 0;
    for (id, _) in decided {
        let at = At::new(Kind::Control, id);
        count += 1;
        changes.extend(Change::set(isms, &at, "carried", Value::Bool(true)));
        changes.extend(Change::set(isms, &at, "reassessed", Value::Nothing));
    }
    let label = format!("SoA {} begun, {count} entries carried over", version.trim());
    Transaction { label, changes }
}

/// The version that usually comes after one: 0.9 and 0.8 lead to 1.0, 1.3 to 2.0.
pub fn next_version(version: &str) -> String {
    let version = version.trim();
    let (prefix, number) =
        version.split_at(version.find(|c: char| c.is_ascii_digit()).unwrap_or(version.len()));
    match number.split('.').next().and_then(|major| major.parse::<u64>().ok()) {
        Some(major) => {
            let minor = if number.contains('.') { ".0" } else { "" };
            format!("{prefix}{}{minor}", major.saturating_add(1))
        }
        None => "1.0".to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::next_version;

    #[test]
    fn the_next_version_is_the_next_whole_one() {
        for (now, next) in [
            ("0.9", "1.0"),
            ("1.3", "2.0"),
            ("7", "8"),
            ("v2.1", "v3.0"),
            ("", "1.0"),
            ("draft", "1.0"),
        ] {
            assert_eq!(next_version(now), next, "{now:?}");
        }
    }
}
