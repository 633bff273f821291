//! The seal on a decision: a digest over what was decided, the decision itself and the one before it.
//!
//! It does not keep anybody from editing a file; it keeps the edit from going unnoticed. Since each
//! digest covers the one before, a decision that was taken out of the middle shows as well. Two people
//! may decide on copies of the same state: merged, both hold, and the later one says so. What no digest
//! can show is that the last decision of all was taken away; that a git history shows.

use super::projection::line;
use crate::isms::{Approval, Decision, Words};
use chrono::NaiveDate;
use sha2::{Digest as _, Sha256};

/// So many days between making and recording a decision are still called prompt.
const PROMPT: i64 = 14;

/// Something about a recorded decision that a reader should know; the number is its place in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecisionFlag {
    /// Written by hand: it does not say what was decided on.
    NoRecord(usize),
    /// It says what was decided on, but carries no digest.
    Unsealed(usize),
    /// Its digest does not fit: it, or the one before it, was changed or removed.
    DigestBroken(usize),
    /// It does not stand where it was recorded: its date is before the one of an earlier decision.
    OrderBroken(usize),
    /// It was made on a copy that did not have the decision before it; two copies were merged.
    Parallel(usize),
    /// It was recorded so many days after it was made.
    Backdated(usize, i64),
    /// Whoever accepts the risk proposed it, or alone carries out its treatment.
    ByProposer(usize),
}

impl DecisionFlag {
    /// The place of the decision in the list.
    pub fn place(self) -> usize {
        match self {
            DecisionFlag::NoRecord(place)
            | DecisionFlag::Unsealed(place)
            | DecisionFlag::DigestBroken(place)
            | DecisionFlag::OrderBroken(place)
            | DecisionFlag::Parallel(place)
            | DecisionFlag::Backdated(place, _)
            | DecisionFlag::ByProposer(place) => place,
        }
    }

    /// What a reader should know, as a sentence.
    pub fn sentence(self) -> String {
        let number = self.place() + 1;
        match self {
            DecisionFlag::NoRecord(_) => {
                format!("Decision {number} is without a record of what was decided on.")
            }
            DecisionFlag::Unsealed(_) => format!("Decision {number} carries no digest."),
            DecisionFlag::DigestBroken(_) => format!(
                "The digest of decision {number} does not fit: it, or the one before it, was changed or removed by hand."
            ),
            DecisionFlag::OrderBroken(_) => {
                format!(
                    "Decision {number} does not stand in the order in which decisions were recorded."
                )
            }
            DecisionFlag::Parallel(_) => format!(
                "Decision {number} was made without knowing the one before it: two copies were merged."
            ),
            DecisionFlag::Backdated(_, days) => {
                format!("Decision {number} was recorded {days} days after it was made.")
            }
            DecisionFlag::ByProposer(_) => {
                format!("Decision {number}: who accepts is who proposed or alone treats the risk.")
            }
        }
    }
}

/// The digest of a decision: hexadecimal SHA-256 over its content, its fields and the digest before it.
pub fn digest(content: &str, decision: &Decision, previous: &str) -> String {
    let mut head = String::new();
    line(&mut head, "decision", decision.kind.choice().word);
    line(&mut head, "by", &decision.by);
    line(&mut head, "role", &decision.role);
    line(&mut head, "recorded by", &decision.recorded_by);
    line(&mut head, "made", &day(decision.made));
    line(&mut head, "recorded", &day(decision.recorded));
    line(&mut head, "until", &day(decision.until));
    line(&mut head, "level", &decision.level);
    line(&mut head, "note", &decision.note);
    line(&mut head, "conditions", &decision.conditions);
    line(&mut head, "revokes", &decision.revokes);
    hashed(&head, content, previous)
}

/// The digest of an approval, in the same way.
pub fn approval_digest(content: &str, approval: &Approval, previous: &str) -> String {
    let mut head = String::new();
    line(&mut head, "version", &approval.version);
    line(&mut head, "by", &approval.by);
    line(&mut head, "role", &approval.role);
    line(&mut head, "recorded by", &approval.recorded_by);
    line(&mut head, "made", &day(approval.made));
    line(&mut head, "recorded", &day(approval.recorded));
    line(&mut head, "note", &approval.note);
    hashed(&head, content, previous)
}

fn day(date: Option<NaiveDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

fn hashed(head: &str, content: &str, previous: &str) -> String {
    fingerprint(&[previous, "\n", head, "\n\n", content.trim()].concat())
}

/// Hexadecimal SHA-256 of a text.
pub(super) fn fingerprint(text: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(text.as_bytes());
    let mut hex = String::with_capacity(64);
    for byte in hash.finalize() {
        for half in [byte >> 4, byte & 15] {
            hex.extend(char::from_digit(u32::from(half), 16));
        }
    }
    hex
}

/// What can be noticed about decisions that were edited, moved, removed or backdated by hand.
pub fn verify(decisions: &[Decision]) -> Vec<DecisionFlag> {
    let mut flags = Vec::new();
    let mut digests: Vec<&str> = vec![""];
    let mut last: Option<NaiveDate> = None;
    for (place, decision) in decisions.iter().enumerate() {
        let content = decision.content.trim();
        match (content.is_empty(), decision.digest.is_empty()) {
            // a decision that only takes another one back decides on nothing of its own
            (true, true) => flags.push(DecisionFlag::NoRecord(place)),
            (false, true) => flags.push(DecisionFlag::Unsealed(place)),
            (_, false) => {
                let fits = |previous: &&&str| {
                    digest(content, decision, previous).eq_ignore_ascii_case(&decision.digest)
                };
                match digests.iter().rev().position(|previous| fits(&previous)) {
                    Some(0) => {}
                    Some(_) => flags.push(DecisionFlag::Parallel(place)),
                    None => flags.push(DecisionFlag::DigestBroken(place)),
                }
                digests.push(&decision.digest);
            }
        }
        let recorded = decision.recorded.or(decision.made);
        let backwards = matches!((last, recorded), (Some(last), Some(now)) if now < last);
        let ahead = matches!((decision.made, decision.recorded), (Some(m), Some(r)) if m > r);
        if backwards || ahead {
            flags.push(DecisionFlag::OrderBroken(place));
        }
        if let (Some(made), Some(recorded)) = (decision.made, decision.recorded) {
            let days = recorded.signed_duration_since(made).num_days();
            if days > PROMPT {
                flags.push(DecisionFlag::Backdated(place, days));
            }
        }
        last = recorded.max(last);
    }
    flags
}

/// Whether an approval's digest fits; none if it carries none.
pub fn approval_fits(approvals: &[Approval], place: usize) -> Option<bool> {
    let approval = approvals.get(place)?;
    if approval.digest.is_empty() {
        return None;
    }
    let earlier = approvals.iter().take(place).rev().map(|one| &*one.digest).chain([""]);
    let mut fits =
        earlier.map(|previous| approval_digest(approval.content.trim(), approval, previous));
    Some(fits.any(|digest| digest.eq_ignore_ascii_case(&approval.digest)))
}
