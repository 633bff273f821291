//! The scope as a whole: the statement, its interfaces, and the facts that it has to fit (4.3).

use super::{baseline::Baseline, element::ElementState};
use crate::{
    assess::{
        cx::Cx,
        fact::{FactAnswer, FactState},
        weight::{Severity, sentence},
    },
    isms::{Applicable, DocumentStatus, ElementKind, Fact, InOut, Isms, Kind, Words},
};

/// What may be wrong with the scope as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScopeIssue {
    /// There is no statement (4.3).
    NoStatement,
    /// No element is inside (4.3).
    NothingInside,
    /// There are suppliers, and no interface or dependency is described (4.3 c).
    NoInterfaces,
    /// It has no version or no date (7.5.2).
    NoVersion,
    /// The document that is to hold it has another version than the statement (4.3, 7.5.2); its row.
    OtherVersion(usize),
    /// Nobody keeps it (7.5.2).
    NoOwner,
    /// The organisation has it, and no element of the scope shows it (4.3).
    FactWithoutElement(Fact),
    /// The organisation says that it has none, and an element of the scope shows it.
    FactDenied(Fact, usize),
    /// Both was said of it.
    FactBoth(Fact),
    /// Nobody said whether the organisation has it, while so many exclusions rest on it (6.1.3 d).
    FactOpen(Fact, usize),
    /// So many elements of the baseline have no record any more; the first of them.
    Gone(String, usize),
}

impl ScopeIssue {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self {
            ScopeIssue::NoStatement | ScopeIssue::NothingInside => Severity::Requirement,
            ScopeIssue::NoOwner => Severity::Hygiene,
            _ => Severity::Finding,
        }
    }

    /// What is the matter, in words that can follow a colon.
    pub fn phrase(&self, isms: &Isms) -> String {
        match self {
            ScopeIssue::NoStatement => "there is no scope statement (4.3)".to_string(),
            ScopeIssue::NothingInside => "no element is inside (4.3)".to_string(),
            ScopeIssue::NoInterfaces => {
                "no interface or dependency is described although there are suppliers (4.3 c)"
                    .to_string()
            }
            ScopeIssue::NoVersion => "the statement has no version or no date (7.5.2)".to_string(),
            ScopeIssue::OtherVersion(row) => {
                let id = isms.key(Kind::Document, *row).unwrap_or_default();
                let theirs = isms.documents.row(*row).map_or("", |document| &document.version);
                let ours = &isms.scope.only().version;
                format!("{id} holds version {theirs}, while the statement is {ours} (4.3)")
            }
            ScopeIssue::NoOwner => "nobody keeps the statement (7.5.2)".to_string(),
            ScopeIssue::FactWithoutElement(fact) => {
                format!("the organisation has {}, and no element shows it (4.3)", fact.label())
            }
            ScopeIssue::FactDenied(fact, element) => {
                let id = isms.key(Kind::Element, *element).unwrap_or_default();
                format!("the organisation says that it has no {}, and {id} shows it", fact.label())
            }
            ScopeIssue::FactBoth(fact) => {
                format!("it is said that there is {0}, and that there is no {0}", fact.label())
            }
            ScopeIssue::FactOpen(fact, count) => {
                let fact = fact.label();
                let rest = if *count == 1 { "exclusion rests" } else { "exclusions rest" };
                format!("nobody said whether there is {fact}, and {count} {rest} on it (6.1.3 d)")
            }
            ScopeIssue::Gone(first, 1) => {
                format!("{first} of the baseline has no record any more")
            }
            ScopeIssue::Gone(first, count) => {
                let more = count - 1;
                format!("{first} and {more} more of the baseline have no record any more")
            }
        }
    }

    /// The same as a sentence.
    pub fn sentence(&self, isms: &Isms) -> String {
        sentence(&self.phrase(isms))
    }
}

/// What is judged of the scope as a whole.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ScopeState {
    /// What creep is measured against.
    pub baseline: Option<Baseline>,
    /// What is wrong with it, the heaviest first.
    pub issues: Vec<ScopeIssue>,
}

/// What is wrong with the scope as a whole; `held`: documents that are to hold the statement (DI-01).
pub(super) fn issues(
    cx: Cx<'_>,
    facts: &[FactState],
    held: &[usize],
    elements: &[ElementState],
    baseline: Option<&Baseline>,
) -> Vec<ScopeIssue> {
    let scope = cx.isms.scope.only();
    let mut issues = Vec::new();
    if scope.statement.trim().is_empty() {
        issues.push(ScopeIssue::NoStatement);
    }
    if !elements.iter().any(|element| element.inside == InOut::In) {
        issues.push(ScopeIssue::NothingInside);
    }
    let suppliers =
        Fact::ALL.iter().zip(facts).any(|(fact, state)| *fact == Fact::Suppliers && state.holds());
    let drawn = |element: &crate::isms::Element| element.kind == ElementKind::Interface;
    if suppliers && scope.interfaces.trim().is_empty() && !cx.isms.elements.rows().iter().any(drawn)
    {
        issues.push(ScopeIssue::NoInterfaces);
    }
    if scope.version.trim().is_empty() || scope.date.is_none() {
        issues.push(ScopeIssue::NoVersion);
    }
    let version = scope.version.trim();
    let other = |row: &&usize| {
        let document = cx.isms.documents.row(**row);
        document.is_some_and(|document| {
            let theirs = document.version.trim();
            document.status == DocumentStatus::Approved && !theirs.is_empty() && theirs != version
        })
    };
    let other = held.iter().find(other).filter(|_| !version.is_empty());
    issues.extend(other.map(|row| ScopeIssue::OtherVersion(*row)));
    for (fact, state) in Fact::ALL.iter().copied().zip(facts) {
        issues.extend(of_fact(cx, fact, state, elements));
    }
    if let Some(baseline) = baseline {
        let mut gone = baseline.gone(cx.isms);
        if let Some(first) = gone.next() {
            let name = format!("{} {}", first.id, first.title).trim().to_string();
            issues.push(ScopeIssue::Gone(name, 1 + gone.count()));
        }
    }
    if scope.owner.trim().is_empty() {
        issues.push(ScopeIssue::NoOwner);
    }
    issues
}

fn of_fact(
    cx: Cx<'_>,
    fact: Fact,
    state: &FactState,
    elements: &[ElementState],
) -> Option<ScopeIssue> {
    match (state.said, state.shown_by) {
        (FactAnswer::Both, _) => Some(ScopeIssue::FactBoth(fact)),
        (FactAnswer::Absent, Some(element)) => Some(ScopeIssue::FactDenied(fact, element)),
        (FactAnswer::Here, None) if !is_shown(cx, fact, elements) => {
            Some(ScopeIssue::FactWithoutElement(fact))
        }
        (FactAnswer::Open, _) => {
            let excluded = |row: &&usize| {
                let control = cx.isms.controls.row(**row);
                control.is_some_and(|control| control.applicable == Applicable::No)
            };
            match state.drives.iter().filter(excluded).count() {
                0 => None,
                count => Some(ScopeIssue::FactOpen(fact, count)),
            }
        }
        _ => None,
    }
}

/// Whether some element can stand for a fact; undecided ones and those outside can too: they are known.
fn is_shown(cx: Cx<'_>, fact: Fact, elements: &[ElementState]) -> bool {
    use ElementKind::*;
    let kinds: &[ElementKind] = match fact {
        Fact::Suppliers | Fact::PersonalData => return false,
        Fact::Cloud => &[System, Service, Supplier],
        Fact::RemoteWork | Fact::OwnPremises => &[Location],
        Fact::UserDevices => &[System],
        Fact::OwnDevelopment => &[Process, System],
        Fact::OutsourcedDevelopment => &[Supplier],
    };
    elements.is_empty() || cx.isms.elements.rows().iter().any(|one| kinds.contains(&one.kind))
}
