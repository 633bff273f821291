//! The figures that screens and exports show, each the name of a list of rows.

use super::Priority;
use crate::{
    isms::{Kind, Stage, Status},
    standard::Theme,
};

/// Which rating of a risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Which {
    /// Without any control.
    Inherent,
    /// Today.
    Current,
    /// After treatment.
    Residual,
}

impl Which {
    /// In a word.
    pub fn label(self) -> &'static str {
        match self {
            Which::Inherent => "inherent",
            Which::Current => "today",
            Which::Residual => "residual",
        }
    }
}

/// A figure that screens and exports show; each stands for exactly the rows of [`super::Assessment::rows_of`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Count {
    /// All gaps.
    Gaps,
    /// Gaps of one priority.
    GapsOf(Priority),
    /// All controls of the SoA.
    Controls,
    /// Controls that are decided.
    Decided,
    /// Controls that are not.
    Undecided,
    /// Controls that are decided and justified.
    Justified,
    /// Controls that are not.
    Unjustified,
    /// Controls whose SoA entry is incomplete: undecided, unjustified or without status.
    SoaIncomplete,
    /// Controls of one theme of Annex A.
    Theme(Theme),
    /// Controls of one theme that are not excluded.
    ThemeKept(Theme),
    /// Controls of one theme that are excluded, or implemented and demonstrated.
    ThemeDone(Theme),
    /// Applicable controls of one theme that are begun, or implemented but not demonstrated.
    ThemeBegun(Theme),
    /// Applicable controls with this status.
    WithStatus(Status),
    /// Applicable controls that nothing needs.
    Orphans,
    /// Applicable controls that don't work and that no action with owner and date stands behind.
    NoPlan,
    /// Implemented controls that are not demonstrated.
    NotDemonstrated,
    /// Controls carried over and not reassessed.
    Carried,
    /// Excluded controls that the organisation has reason to need: a fact, a duty, or a risk's treatment.
    FactContradicted,
    /// All subclauses.
    Clauses,
    /// Conforming subclauses.
    Conforming,
    /// Subclauses whose own word and whose lettered items disagree.
    ItemsContradict,
    /// Scope elements inside.
    ScopeInside,
    /// Scope elements that came in, grew or went out since the baseline.
    ScopeCreep,
    /// Such elements that still lack a decision, a risk, a look at the SoA or an audit.
    ScopeUnfinished,
    /// Scope elements left out, or undecided, that belong inside.
    ScopeHoles,
    /// Scope elements inside without need.
    ScopeBroad,
    /// Scope elements inside that no open risk names.
    ScopeNoRisk,
    /// Obligations that nothing meets.
    ObligationsUnmet,
    /// Subclauses whose conformity is not assessed.
    NotAssessed,
    /// Subclauses without some mandatory documented information.
    DocumentsMissing,
    /// Subclauses that no internal audit covered within the interval.
    NotAudited,
    /// Applicable controls that no internal audit covered within the interval.
    ControlsNotAudited,
    /// Open risks.
    OpenRisks,
    /// Open risks above the criteria.
    AboveCriteria,
    /// Open risks that something counts in and is not rated.
    Unrated,
    /// Open risks that could be one level worse.
    CouldBeWorse,
    /// Open risks that somebody has to decide about.
    Awaiting,
    /// Open risks that are unrated, without an owner who is here, or not assessed in time.
    NotWellAssessed,
    /// Open risks whose treatment plan the owner has not approved as it stands.
    PlanNotApproved,
    /// Open risks whose remaining level is not accepted as it stands.
    NotAccepted,
    /// Open risks with decisions that a reader should look at twice.
    Flagged,
    /// Open risks in a cell of the heat map: likelihood, consequence.
    Cell(Which, i64, i64),
    /// Open risks that the heat map has no cell for.
    OffMap(Which),
    /// Open risks of a level; none: those without one.
    Level(Which, Option<usize>),
    /// Everything that is overdue: controls, clauses, actions, nonconformities, documents.
    Overdue,
    /// What is overdue, of one kind.
    OverdueOf(Kind),
    /// Overdue actions and nonconformities: what was promised.
    OverduePromises,
    /// Open actions.
    OpenActions,
    /// Open nonconformities.
    OpenFindings,
    /// Nonconformities without correction, cause, action or date.
    FindingsUnhandled,
    /// Nonconformities whose finished action was not reviewed, or did not work.
    FindingsUnreviewed,
    /// Open concerns of stage 1.
    Stage1Concerns,
    /// Evidence that stopped counting, or never did.
    EvidenceLapsed,
    /// Evidence that soon stops counting.
    EvidenceDueSoon,
    /// Documents that don't count: draft, incomplete or past review.
    DocumentsNotValid,
    /// Objectives without metric, owner, date or evaluation.
    ObjectivesIncomplete,
    /// Interested parties without needs, or without a decision on them.
    PartiesIncomplete,
    /// People with a role in the ISMS and nothing that shows their competence.
    NoCompetence,
    /// Checklist items of a stage that are not met.
    ItemsOpen(Stage),
    /// Checklist items of a stage that are met.
    ItemsMet(Stage),
}

impl Count {
    /// The kind of record that the rows are of; gaps and overdue rows are of several.
    pub fn kind(self) -> Kind {
        use Count::*;
        match self {
            Gaps | GapsOf(_) | Controls | Decided | Undecided | Justified | Unjustified
            | SoaIncomplete | Theme(_) | ThemeKept(_) | ThemeDone(_) | ThemeBegun(_)
            | WithStatus(_) | Orphans | NoPlan | NotDemonstrated | Carried | ControlsNotAudited
            | FactContradicted => Kind::Control,
            Clauses | Conforming | ItemsContradict | NotAssessed | DocumentsMissing
            | NotAudited => Kind::Clause,
            ScopeInside | ScopeCreep | ScopeUnfinished | ScopeHoles | ScopeBroad | ScopeNoRisk => {
                Kind::Element
            }
            ObligationsUnmet => Kind::Obligation,
            OpenRisks | AboveCriteria | Unrated | CouldBeWorse | Awaiting | NotWellAssessed
            | PlanNotApproved | NotAccepted | Flagged | Cell(..) | OffMap(_) | Level(..) => {
                Kind::Risk
            }
            Overdue | OverduePromises | OpenActions => Kind::Action,
            OverdueOf(kind) => kind,
            OpenFindings | FindingsUnhandled | FindingsUnreviewed | Stage1Concerns => {
                Kind::Nonconformity
            }
            EvidenceLapsed | EvidenceDueSoon => Kind::Evidence,
            DocumentsNotValid => Kind::Document,
            ObjectivesIncomplete => Kind::Objective,
            PartiesIncomplete => Kind::Party,
            NoCompetence => Kind::Person,
            ItemsOpen(_) | ItemsMet(_) => Kind::Item,
        }
    }
}
