//! Whether documents and evidence still count today.
//!
//! Both have a day until which they count: the one that they state, else one that follows from the
//! organisation's interval, else from a default that says it is one.

use super::{
    calendar::{Interval, days_past},
    cx::Cx,
};
use crate::isms::{Document, DocumentStatus, Evidence, Isms};
use chrono::NaiveDate;

/// So many days before the day a document or piece of evidence is called due.
const SOON: i64 = 30;

/// Whether something counts today, and if not, why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Currency {
    /// It counts.
    Current,
    /// It counts for so many days more, today included.
    DueSoon {
        /// Days left.
        days: i64,
    },
    /// It stopped counting so many days ago.
    Lapsed {
        /// Days since.
        days: i64,
    },
    /// A document that was not approved yet.
    Draft,
    /// A document that is being reviewed.
    InReview,
    /// A document said to be approved, without version, owner, approver or date (7.5.2).
    Incomplete,
    /// A document that was withdrawn.
    Withdrawn,
    /// Evidence without any date.
    Undated,
    /// Evidence that covers a time to come.
    Ahead,
}

impl Currency {
    /// Whether it counts today.
    pub fn counts(self) -> bool {
        matches!(self, Currency::Current | Currency::DueSoon { .. })
    }

    /// A word or two for a column.
    pub fn label(self) -> &'static str {
        match self {
            Currency::Current => "current",
            Currency::DueSoon { .. } => "due soon",
            Currency::Lapsed { .. } => "lapsed",
            Currency::Draft => "draft",
            Currency::InReview => "in review",
            Currency::Incomplete => "incomplete",
            Currency::Withdrawn => "withdrawn",
            Currency::Undated => "undated",
            Currency::Ahead => "to come",
        }
    }

    fn until(day: NaiveDate, today: NaiveDate) -> Self {
        let days = day.signed_duration_since(today).num_days();
        match days_past(day, today) {
            Some(days) => Currency::Lapsed { days },
            None if days <= SOON => Currency::DueSoon { days },
            None => Currency::Current,
        }
    }
}

/// What is judged of one document or one piece of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// Whether it counts today.
    pub currency: Currency,
    /// The last day on which it counts, if that can be said.
    pub until: Option<NaiveDate>,
    /// That day rests on the default interval, not on a declared one.
    pub by_default: bool,
}

/// All documents, in the order of their rows.
pub(super) fn documents(cx: Cx<'_>) -> Vec<Counted> {
    let interval = Interval::of(cx.isms.intervals.only().document_review);
    cx.isms.documents.rows().iter().map(|one| document(one, interval, cx.today)).collect()
}

fn document(document: &Document, interval: Interval, today: NaiveDate) -> Counted {
    let until = document.review.or(document.approved.map(|day| interval.after(day)));
    let by_default = document.review.is_none() && until.is_some() && interval.by_default;
    let lacks = document.version.is_empty()
        || document.owner.is_empty()
        || document.approved_by.is_empty()
        || document.approved.is_none_or(|day| day > today);
    let currency = match (document.status, until) {
        (DocumentStatus::Draft, _) => Currency::Draft,
        (DocumentStatus::Review, _) => Currency::InReview,
        (DocumentStatus::Withdrawn, _) => Currency::Withdrawn,
        (DocumentStatus::Approved, Some(day)) if !lacks => Currency::until(day, today),
        (DocumentStatus::Approved, _) => Currency::Incomplete,
    };
    Counted { currency, until, by_default }
}

/// All evidence, in the order of its rows.
pub(super) fn evidence(cx: Cx<'_>) -> Vec<Counted> {
    let interval = Interval::of(cx.isms.intervals.only().evidence);
    cx.isms.evidence.rows().iter().map(|one| piece(one, interval, cx.today)).collect()
}

fn piece(evidence: &Evidence, interval: Interval, today: NaiveDate) -> Counted {
    let start = evidence.to.or(evidence.obtained);
    let until = evidence.until.or(start.map(|day| interval.after(day)));
    let by_default = evidence.until.is_none() && until.is_some() && interval.by_default;
    let ahead = evidence.obtained.or(evidence.from).is_some_and(|day| day > today);
    let currency = match until {
        // a promise until when it counts is no date at which it was obtained
        _ if start.is_none() => Currency::Undated,
        _ if ahead => Currency::Ahead,
        Some(day) => Currency::until(day, today),
        None => Currency::Undated,
    };
    Counted { currency, until, by_default }
}

/// Whether a person is known and has not left by a day.
pub(super) fn is_active(isms: &Isms, person: &str, today: NaiveDate) -> bool {
    isms.people.get(person.trim()).is_some_and(|person| person.left.is_none_or(|day| day > today))
}

/// Whether a person is known, but had left by a day.
pub(super) fn has_left(isms: &Isms, person: &str, today: NaiveDate) -> bool {
    isms.people.get(person.trim()).is_some_and(|person| person.left.is_some_and(|day| day <= today))
}
