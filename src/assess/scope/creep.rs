//! What came in, grew or went out since the baseline, and what each still lacks (4.3, 6.3, 8.2).
//!
//! A new element is a change of the ISMS: its risks are assessed after it came in, the SoA is looked at
//! again, an audit covers it. Who approved the statement is another question.

use super::baseline::{Baseline, Then};
use crate::{
    assess::{cx::Cx, links::Links, weight::sentence},
    isms::{AuditKind, Element, EventStatus, InOut, Isms, Kind, RiskStatus, Sensitivity, Words},
};
use chrono::NaiveDate;

/// How an element differs from the baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    /// It came in.
    Added,
    /// It stood outside, and came in.
    In,
    /// It is inside as before, and holds more sensitive data.
    Data(Sensitivity, Sensitivity),
    /// It is inside as before, and got admin access.
    Admin,
    /// It is new, or was decided before, and is undecided now.
    Undecided,
    /// It stood inside, and was put outside.
    Out,
    /// It is new, and was put outside at once.
    Outside,
}

impl Moved {
    /// Whether the scope grew by it.
    pub fn grows(self) -> bool {
        !matches!(self, Moved::Out | Moved::Outside)
    }

    /// How it differs, in words.
    pub fn phrase(self) -> String {
        match self {
            Moved::Added => "came in".to_string(),
            Moved::In => "was outside, and came in".to_string(),
            Moved::Data(before, after) => {
                format!("its data went from {} to {}", before.label(), after.label())
            }
            Moved::Admin => "got admin access".to_string(),
            Moved::Undecided => "is there, and nobody decided about it".to_string(),
            Moved::Out => "was inside, and was put outside".to_string(),
            Moved::Outside => "is new, and was put outside".to_string(),
        }
    }
}

/// What an element that differs from the baseline still lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// Nobody is named who decided (4.3).
    Decision,
    /// Nothing says why (4.3).
    Reason,
    /// No open risk names it (8.2).
    Risk,
    /// Risks name it, and none was assessed since it came in; the last day (8.2).
    Assessment(Option<NaiveDate>),
    /// Neither the SoA nor the controls of its risks were looked at since (6.1.3 d).
    Soa,
    /// No internal audit covers it, or is planned to (9.2.2).
    Audit,
}

impl Lack {
    /// What is lacking, in words that can follow a colon.
    pub fn phrase(self) -> String {
        match self {
            Lack::Decision => "nobody is named who decided (4.3)".to_string(),
            Lack::Reason => "nothing says why (4.3)".to_string(),
            Lack::Risk => "no open risk names it (8.2)".to_string(),
            Lack::Assessment(Some(last)) => {
                format!("its risks were last assessed on {last}, not since (8.2)")
            }
            Lack::Assessment(None) => "its risks were never assessed (8.2)".to_string(),
            Lack::Soa => {
                "neither the SoA nor the controls of its risks were looked at since (6.1.3 d)"
                    .to_string()
            }
            Lack::Audit => "no internal audit covers it or is planned to (9.2.2)".to_string(),
        }
    }

    /// One word, for a cell.
    pub fn short(self) -> &'static str {
        match self {
            Lack::Decision => "decision",
            Lack::Reason => "reason",
            Lack::Risk | Lack::Assessment(_) => "risk",
            Lack::Soa => "SoA",
            Lack::Audit => "audit",
        }
    }

    /// The same as a sentence.
    pub fn sentence(self) -> String {
        sentence(&self.phrase())
    }
}

/// The audit that covers an element since it came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cover {
    /// Row of the audit.
    pub audit: usize,
    /// When it took place, or is planned; none if it is planned without a day.
    pub on: Option<NaiveDate>,
    /// Whether it took place.
    pub done: bool,
}

/// An element that differs from the baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct Creep {
    /// How.
    pub moved: Moved,
    /// Since when, as far as anybody wrote it down.
    pub since: Option<NaiveDate>,
    /// Its day lies before the baseline, which did not know it: it was dated back.
    pub backdated: bool,
    /// What it still lacks.
    pub lacks: Vec<Lack>,
    /// The audit that covers it.
    pub cover: Option<Cover>,
}

/// How an element differs from the baseline; none if it does not.
pub(super) fn creep(
    cx: Cx<'_>,
    links: &Links,
    baseline: &Baseline,
    (row, id, element): (usize, &str, &Element),
) -> Option<Creep> {
    let moved = moved(baseline, id, element)?;
    let known = baseline.stood.is_some();
    let backdated = known && element.since.is_some_and(|since| since < baseline.on);
    let backdated = backdated && matches!(moved, Moved::Added | Moved::In | Moved::Out);
    let from = element.since.map_or(baseline.on, |since| since.max(baseline.on));
    let mut lacks = Vec::new();
    if element.inside == InOut::Undecided || element.decided_by.trim().is_empty() {
        lacks.push(Lack::Decision);
    }
    if element.inside != InOut::Undecided && element.reason.trim().is_empty() {
        lacks.push(Lack::Reason);
    }
    let mut cover = None;
    if moved.grows() {
        lacks.extend(risk(cx, links, row, from));
    }
    if moved.grows() && moved != Moved::Undecided {
        cover = audit(cx, row, id, from);
    }
    if !matches!(moved, Moved::Undecided | Moved::Outside) && !soa(cx, links, row, from) {
        lacks.push(Lack::Soa);
    }
    if moved.grows() && moved != Moved::Undecided && cover.is_none() {
        lacks.push(Lack::Audit);
    }
    Some(Creep { moved, since: element.since, backdated, lacks, cover })
}

fn moved(baseline: &Baseline, id: &str, element: &Element) -> Option<Moved> {
    if baseline.stood.is_none() {
        element.since.filter(|since| *since > baseline.on)?;
        return Some(match element.inside {
            InOut::In => Moved::Added,
            InOut::Undecided => Moved::Undecided,
            InOut::Out => Moved::Out,
        });
    }
    let Some(then) = baseline.then(id) else {
        return Some(match element.inside {
            InOut::In => Moved::Added,
            InOut::Undecided => Moved::Undecided,
            InOut::Out => Moved::Outside,
        });
    };
    match (then.inside, element.inside) {
        (InOut::In, InOut::In) => grown(then, element),
        (_, InOut::In) => Some(Moved::In),
        (InOut::In, InOut::Out) => Some(Moved::Out),
        (InOut::Undecided, InOut::Out) => Some(Moved::Outside),
        (InOut::In | InOut::Out, InOut::Undecided) => Some(Moved::Undecided),
        (InOut::Out, InOut::Out) | (InOut::Undecided, InOut::Undecided) => None,
    }
}

fn grown(then: &Then, element: &Element) -> Option<Moved> {
    let (data, admin) = then.more?;
    // a level that nobody had stated did not grow when it was stated
    if data != Sensitivity::Unstated && element.data > data {
        return Some(Moved::Data(data, element.data));
    }
    (element.admin_access && !admin).then_some(Moved::Admin)
}

/// What is lacking in the risks of an element since a day.
fn risk(cx: Cx<'_>, links: &Links, row: usize, from: NaiveDate) -> Option<Lack> {
    let rows = links.elements.get(row).map_or(&[][..], Vec::as_slice);
    let risks = rows.iter().filter_map(|row| cx.isms.risks.row(*row));
    let open: Vec<_> = risks.filter(|risk| risk.status == RiskStatus::Open).collect();
    if open.is_empty() {
        return Some(Lack::Risk);
    }
    let last = open.iter().filter_map(|risk| risk.assessed).filter(|day| *day <= cx.today).max();
    match last {
        Some(day) if day >= from => None,
        last => Some(Lack::Assessment(last)),
    }
}

/// Whether the SoA, or each control that its risks name, was looked at since a day.
fn soa(cx: Cx<'_>, links: &Links, row: usize, from: NaiveDate) -> bool {
    let past = |day: Option<NaiveDate>| day.is_some_and(|day| day >= from && day <= cx.today);
    let soa = cx.isms.soa.only();
    if past(soa.date) || soa.approvals.iter().any(|one| past(one.made.or(one.recorded))) {
        return true;
    }
    let risks = links.elements.get(row).into_iter().flatten().map(|risk| links.risk_at(*risk));
    let mut controls = risks.flat_map(|risk| risk.existing.iter().chain(&risk.treating)).peekable();
    let reviewed = |row: &usize| past(cx.isms.controls.row(*row).and_then(|c| c.last_review));
    controls.peek().is_some() && controls.all(reviewed)
}

/// The internal audit that covers an element: one that took place since a day before one that is planned.
fn audit(cx: Cx<'_>, row: usize, id: &str, from: NaiveDate) -> Option<Cover> {
    let mut planned = None;
    for (place, audit) in cx.isms.audits.rows().iter().enumerate() {
        let kind = matches!(audit.kind, AuditKind::Internal | AuditKind::Supplier);
        let named = audit.elements.iter().any(|named| is_element(cx.isms, row, named));
        if !kind || !(named || names(&audit.scope, id)) {
            continue;
        }
        match audit.status {
            EventStatus::Done => {
                let on = audit.end.or(audit.start).filter(|day| *day >= from && *day <= cx.today);
                if on.is_some() {
                    return Some(Cover { audit: place, on, done: true });
                }
            }
            EventStatus::Planned | EventStatus::Running => {
                let on = audit.planned.or(audit.start);
                planned = planned.or(Some(Cover { audit: place, on, done: false }));
            }
            EventStatus::Cancelled => {}
        }
    }
    planned
}

fn is_element(isms: &Isms, row: usize, named: &str) -> bool {
    isms.row(Kind::Element, named.trim()) == Some(row)
}

/// Whether a text names an id as a word of its own.
fn names(text: &str, id: &str) -> bool {
    !id.is_empty()
        && text
            .split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_'))
            .any(|word| word == id)
}
