//! The panes by number, and the lists that each one has.

use crate::isms::Kind;

/// One of the nine panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PaneId {
    /// 1
    Dashboard,
    /// 2
    Controls,
    /// 3
    Clauses,
    /// 4
    Risks,
    /// 5
    Audit,
    /// 6
    Documents,
    /// 7
    Evidence,
    /// 8
    Actions,
    /// 9
    Scope,
}

/// One list, or one picture that stands in the place of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ListId {
    /// Figures, all of them doors.
    Dashboard,
    /// Gaps of controls and clauses, worst first.
    Gaps,
    /// Records of several kinds that one figure counts.
    Mixed,
    /// The controls of the SoA.
    Controls,
    /// The SoA as a document.
    Soa,
    /// The 30 subclauses.
    Clauses,
    /// The risk register.
    Risks,
    /// The risks on their grid.
    HeatMap,
    /// The risk treatment plan.
    Treatment,
    /// Audit-stage checklists.
    Checklist,
    /// Audits.
    Audits,
    /// Management reviews.
    Reviews,
    /// Surveillance visits.
    Surveillance,
    /// Documented information.
    Documents,
    /// Evidence.
    Evidence,
    /// Actions.
    Actions,
    /// Nonconformities.
    Nonconformities,
    /// The scope statement, and the elements of the scope.
    Elements,
    /// Organisation, criteria, intervals, cycle, programme.
    Settings,
    /// Interested parties.
    Parties,
    /// Obligations.
    Obligations,
    /// People.
    People,
    /// Objectives.
    Objectives,
}

impl PaneId {
    /// All panes, in the order of their numbers.
    pub const ALL: [PaneId; 9] = [
        PaneId::Dashboard,
        PaneId::Controls,
        PaneId::Clauses,
        PaneId::Risks,
        PaneId::Audit,
        PaneId::Documents,
        PaneId::Evidence,
        PaneId::Actions,
        PaneId::Scope,
    ];

    /// The pane's name.
    pub fn title(self) -> &'static str {
        match self {
            PaneId::Dashboard => "Dashboard",
            PaneId::Controls => "Controls",
            PaneId::Clauses => "Clauses",
            PaneId::Risks => "Risks",
            PaneId::Audit => "Audit",
            PaneId::Documents => "Documents",
            PaneId::Evidence => "Evidence",
            PaneId::Actions => "Actions",
            PaneId::Scope => "Scope",
        }
    }

    /// The lists of the pane; the first is shown at first.
    pub fn lists(self) -> &'static [ListId] {
        match self {
            PaneId::Dashboard => &[ListId::Dashboard, ListId::Gaps, ListId::Mixed],
            PaneId::Controls => &[ListId::Controls, ListId::Soa],
            PaneId::Clauses => &[ListId::Clauses],
            PaneId::Risks => &[ListId::Risks, ListId::HeatMap, ListId::Treatment],
            PaneId::Audit => {
                &[ListId::Checklist, ListId::Audits, ListId::Reviews, ListId::Surveillance]
            }
            PaneId::Documents => &[ListId::Documents],
            PaneId::Evidence => &[ListId::Evidence],
            PaneId::Actions => &[ListId::Actions, ListId::Nonconformities],
            PaneId::Scope => &[
                ListId::Elements,
                ListId::Settings,
                ListId::Parties,
                ListId::Obligations,
                ListId::People,
                ListId::Objectives,
            ],
        }
    }
}

impl ListId {
    /// All lists, pane by pane.
    pub fn all() -> impl Iterator<Item = ListId> {
        PaneId::ALL.into_iter().flat_map(|pane| pane.lists().iter().copied())
    }

    /// The list's name.
    pub fn title(self) -> &'static str {
        match self {
            ListId::Dashboard => "Dashboard",
            ListId::Gaps => "Gaps",
            ListId::Mixed => "Overdue",
            ListId::Controls => "Controls",
            ListId::Soa => "SoA document",
            ListId::Clauses => "Clauses",
            ListId::Risks => "Risks",
            ListId::HeatMap => "Heat map",
            ListId::Treatment => "Treatment plan",
            ListId::Checklist => "Checklist",
            ListId::Audits => "Audits",
            ListId::Reviews => "Management reviews",
            ListId::Surveillance => "Surveillance",
            ListId::Documents => "Documents",
            ListId::Evidence => "Evidence",
            ListId::Actions => "Actions",
            ListId::Nonconformities => "Nonconformities",
            ListId::Elements => "Scope",
            ListId::Settings => "Organisation",
            ListId::Parties => "Interested parties",
            ListId::Obligations => "Obligations",
            ListId::People => "People",
            ListId::Objectives => "Objectives",
        }
    }

    /// The kinds of record that stand in the list.
    pub fn kinds(self) -> &'static [Kind] {
        match self {
            ListId::Dashboard => &[],
            ListId::Gaps => &[Kind::Control, Kind::Clause],
            ListId::Mixed => {
                &[Kind::Control, Kind::Clause, Kind::Action, Kind::Nonconformity, Kind::Document]
            }
            ListId::Controls => &[Kind::Control],
            ListId::Soa => &[Kind::Soa],
            ListId::Clauses => &[Kind::Clause],
            ListId::Risks | ListId::HeatMap => &[Kind::Risk],
            ListId::Treatment | ListId::Actions => &[Kind::Action],
            ListId::Checklist => &[Kind::Item],
            ListId::Audits => &[Kind::Audit],
            ListId::Reviews => &[Kind::Review],
            ListId::Surveillance => &[Kind::Visit],
            ListId::Documents => &[Kind::Document],
            ListId::Evidence => &[Kind::Evidence],
            ListId::Nonconformities => &[Kind::Nonconformity],
            ListId::Elements => &[Kind::Scope, Kind::Element],
            ListId::Settings => {
                &[Kind::Organisation, Kind::Criteria, Kind::Intervals, Kind::Cycle, Kind::Programme]
            }
            ListId::Parties => &[Kind::Party],
            ListId::Obligations => &[Kind::Obligation],
            ListId::People => &[Kind::Person],
            ListId::Objectives => &[Kind::Objective],
        }
    }

    /// The pane that the list belongs to.
    pub fn pane(self) -> PaneId {
        let of = |pane: &PaneId| pane.lists().contains(&self);
        PaneId::ALL.into_iter().find(of).unwrap_or(PaneId::Dashboard)
    }

    /// The list in which records of a kind are at home.
    pub fn home(kind: Kind) -> ListId {
        match kind {
            Kind::Control => ListId::Controls,
            Kind::Soa => ListId::Soa,
            Kind::Clause => ListId::Clauses,
            Kind::Risk => ListId::Risks,
            Kind::Item => ListId::Checklist,
            Kind::Audit => ListId::Audits,
            Kind::Review => ListId::Reviews,
            Kind::Visit => ListId::Surveillance,
            Kind::Document => ListId::Documents,
            Kind::Evidence => ListId::Evidence,
            Kind::Action => ListId::Actions,
            Kind::Nonconformity => ListId::Nonconformities,
            Kind::Scope | Kind::Element => ListId::Elements,
            Kind::Party => ListId::Parties,
            Kind::Obligation => ListId::Obligations,
            Kind::Person => ListId::People,
            Kind::Objective => ListId::Objectives,
            Kind::Organisation
            | Kind::Criteria
            | Kind::Intervals
            | Kind::Cycle
            | Kind::Programme => ListId::Settings,
        }
    }

    /// The list's place among [`ListId::all`].
    pub fn index(self) -> usize {
        ListId::all().position(|list| list == self).unwrap_or_default()
    }

    /// What to do when the list is empty.
    pub fn when_empty(self) -> &'static str {
        match self {
            ListId::Dashboard | ListId::HeatMap => "",
            ListId::Mixed => "Nothing is overdue.",
            ListId::Gaps => "No gap: every control and clause is decided, implemented and shown.",
            ListId::Controls | ListId::Clauses | ListId::Checklist | ListId::Soa => {
                "Nothing to show."
            }
            ListId::Risks => "No risk yet. n makes the first one; set the criteria first (g C).",
            ListId::Treatment => "No treatment action yet. A on a risk or a gap makes one.",
            ListId::Audits => "No audit yet. n plans the first internal audit (9.2).",
            ListId::Reviews => "No management review yet. n plans the first one (9.3).",
            ListId::Surveillance => "No visit planned. n plans one, once the certificate is there.",
            ListId::Documents => "No document yet. n makes one; DI-01 to DI-17 are mandatory.",
            ListId::Evidence => "No evidence yet. n makes one; L links it with what it shows.",
            ListId::Actions => "No action yet. n makes one, or + on a gap or a risk.",
            ListId::Nonconformities => "No nonconformity yet. n records one (10.2).",
            ListId::Elements => {
                "No scope element yet. n makes one: a service, a system, a supplier (4.3)."
            }
            ListId::Settings => "Nothing to show.",
            ListId::Parties => "No interested party yet. n makes one (4.2).",
            ListId::Obligations => "No obligation yet. n makes one: a law, a contract (5.31).",
            ListId::People => "No person yet. n makes one: who owns, decides, audits (5.3).",
            ListId::Objectives => "No objective yet. n makes one (6.2).",
        }
    }
}
