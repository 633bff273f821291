//! The baseline of the scope: the day, and what stood inside and outside then.

use crate::{
    assess::{approval, cx::Cx, projection::parse},
    isms::{InOut, Isms, Kind, Sensitivity, Words},
};
use chrono::NaiveDate;

/// Where a baseline comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BaselineFrom {
    /// It was set, with a list of what stood inside and outside.
    Set,
    /// Only a day was written down: elements are compared by the day since when they stand as they do.
    Day,
    /// Nobody set one: the last approval of the scope stands in.
    Approval,
}

/// The baseline of the scope.
#[derive(Debug, Clone, PartialEq)]
pub struct Baseline {
    /// Its day.
    pub on: NaiveDate,
    /// The version of the statement then; empty if nobody wrote it down.
    pub version: String,
    /// Where it comes from.
    pub from: BaselineFrom,
    /// What stood inside and outside then; none if only the day is known.
    pub stood: Option<Vec<Then>>,
}

/// An element as it stood at the baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct Then {
    /// Its id.
    pub id: String,
    /// What it was called.
    pub title: String,
    /// Whether it was inside.
    pub inside: InOut,
    /// What else was written down: its data, and whether it had admin access.
    pub more: Option<(Sensitivity, bool)>,
}

impl Baseline {
    /// The baseline that holds: the one that was set, else the last approval of the scope.
    pub(super) fn of(cx: Cx<'_>) -> Option<Self> {
        let scope = cx.isms.scope.only();
        if let Some(on) = scope.baseline {
            let stood = scope.baseline_elements.iter().map(|stood| Then {
                id: stood.id.trim().to_string(),
                title: stood.title.to_string(),
                inside: stood.inside,
                more: Some((stood.data, stood.admin_access)),
            });
            let stood: Vec<Then> = stood.collect();
            let (from, stood) = match stood.is_empty() {
                true => (BaselineFrom::Day, None),
                false => (BaselineFrom::Set, Some(stood)),
            };
            return Some(Self { on, version: scope.baseline_version.to_string(), from, stood });
        }
        let (approvals, _) = approval::approvals(cx.isms, Kind::Scope)?;
        let last = approvals.last()?;
        let on = last.made.or(last.recorded).filter(|day| *day <= cx.today)?;
        let (version, from) = (last.version.to_string(), BaselineFrom::Approval);
        Some(Self { on, version, from, stood: approved(&last.content) })
    }

    /// An element as it stood then.
    pub fn then(&self, id: &str) -> Option<&Then> {
        self.stood.as_ref()?.iter().find(|then| then.id == id)
    }

    /// What stood inside then and has no record any more.
    pub fn gone<'a>(&'a self, isms: &'a Isms) -> impl Iterator<Item = &'a Then> {
        let stood = self.stood.iter().flatten();
        stood.filter(|then| then.inside == InOut::In && isms.row(Kind::Element, &then.id).is_none())
    }

    /// The baseline in words.
    pub fn in_words(&self) -> String {
        let version = match self.version.trim() {
            "" => String::new(),
            version => format!("version {version}, "),
        };
        let from = match self.from {
            BaselineFrom::Set => "",
            BaselineFrom::Day => " (a day only: compared by \"since\")",
            BaselineFrom::Approval => " (the last approval; none is set)",
        };
        format!("{version}{}{from}", self.on)
    }
}

/// What an approval wrote down of the elements: "Element SC-01" is "in · Waypoint service".
fn approved(content: &str) -> Option<Vec<Then>> {
    let lines = parse(content);
    let stood: Vec<Then> = lines
        .iter()
        .filter_map(|(label, text)| {
            let id = label.strip_prefix("Element ")?.trim().to_string();
            let (word, title) = text.split_once(" · ")?;
            let inside = InOut::ALL.iter().find(|one| one.label() == word)?;
            Some(Then { id, title: title.to_string(), inside: *inside, more: None })
        })
        .collect();
    (!stood.is_empty()).then_some(stood)
}
