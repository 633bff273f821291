//! What the answer of a layer is for.

use super::{Action, Draft};
use crate::{
    change::Transaction,
    isms::{At, DecisionKind, Kind},
    pane::ListId,
};

/// What the answer of a layer is for.
#[derive(Debug, Clone, PartialEq)]
pub enum Purpose {
    /// Nothing but reading; lines may lead to records and commands.
    Read,
    /// A value for a field of these records.
    Field {
        /// The records.
        ats: Vec<At>,
        /// Key of the field.
        key: &'static str,
    },
    /// A value for a field of one part in a list of parts.
    PartField {
        /// The record.
        at: At,
        /// Key of the list.
        list: &'static str,
        /// Which part.
        nth: usize,
        /// Key of the field in the part.
        key: &'static str,
    },
    /// Which part, or which field of it, is to be edited.
    Parts {
        /// The record.
        at: At,
        /// Key of the list.
        list: &'static str,
    },
    /// Which vital sign to open.
    Vital,
    /// Find, or a command.
    Find,
    /// The filter of a list, as it is typed; the filter that stood there.
    Filter(ListId, String),
    /// The column to sort by.
    Sort,
    /// The column to group by.
    Group,
    /// The columns to show in a list; those that stood there.
    Columns(ListId, Vec<crate::pane::Spec>),
    /// The name of a view to save.
    SaveView,
    /// Whose a view of this name is.
    ShelveView(String),
    /// Which view to open.
    OpenView,
    /// Which view to forget.
    ForgetView,
    /// Whether to remove these records.
    Delete(Vec<At>),
    /// Whether to make a large transaction.
    Bulk(Transaction),
    /// Which kind of record to make.
    NewKind,
    /// The id of a new record.
    NewId(Kind),
    /// The title of a new record with this id.
    NewTitle(Kind, String),
    /// The set of a new control with this id and title.
    NewSet(String, String),
    /// Whether to go to the action that stands behind a gap, or to make another one.
    ActionThere(At),
    /// Which relation of a record to edit.
    LinkHow(At),
    /// Which records of a kind name this one, in their field.
    LinkedFrom {
        /// The record that is named.
        at: At,
        /// Kind of the records that name it.
        kind: Kind,
        /// Their field.
        key: &'static str,
    },
    /// Which justification to take over.
    TakeOver(Vec<At>),
    /// Whether a control applies, in the walk.
    WalkDecide(At),
    /// The version that the SoA is rolled forward to.
    RollForward,
    /// Whether to approve the SoA although something speaks against it.
    ApproveDespite,
    /// The sentence that confirms a carried entry.
    Confirm(Vec<At>),
    /// A rating on the grid.
    Rate {
        /// The risk.
        at: At,
        /// Residual rating instead of today's.
        residual: bool,
    },
    /// The reason for a rating.
    RateReason {
        /// The risk.
        at: At,
        /// Residual rating instead of today's.
        residual: bool,
    },
    /// Which decision on a risk.
    Decide(At),
    /// The note, conditions and dates of a decision.
    Deciding {
        /// The risk.
        at: At,
        /// What is decided.
        kind: DecisionKind,
        /// In whose name.
        by: String,
        /// Digest of the decision that is taken back; empty: the latest.
        revokes: String,
    },
    /// Which earlier decision is taken back.
    Revoke(At),
    /// The session for management; its layer tells what it wants.
    Session,
    /// In whose name a decision is made.
    DecideBy {
        /// The risk.
        at: At,
        /// What is decided.
        kind: DecisionKind,
        /// Digest of the decision that is taken back; empty: the latest.
        revokes: String,
    },
    /// What is to be approved.
    Approve,
    /// In whose name a document is approved.
    ApproveBy(Kind),
    /// The note and the date of an approval.
    Approving(Kind, String),
    /// Which ready-made criteria to start from.
    Criteria,
    /// Which document around a clause to go to, or to make.
    Demands(At),
    /// The criteria screen; its layer tells what it wants.
    CriteriaScreen,
    /// A longer text of the criteria screen.
    CriteriaText,
    /// Whether to apply what the criteria screen made.
    CriteriaApply(Transaction),
    /// Whether to make a transaction that changes levels of risks.
    Levels(Transaction),
    /// Whether to include, in the same step, the excluded controls that a treatment selects.
    Include {
        /// What was asked for.
        alone: Transaction,
        /// The same, with the controls included.
        with: Transaction,
    },
    /// Which fact about the organisation is to be answered.
    Facts,
    /// Which baseline the scope gets.
    Baseline,
    /// The day of the baseline.
    BaselineDay,
    /// Who is at the keyboard, and what to do then.
    Who(Option<Action>),
    /// Which theme; the one that stood before.
    Theme(String),
    /// Which format to export in.
    Export,
    /// What to do about a conflict.
    Conflict(usize),
    /// What to do about a draft.
    Draft(Box<Draft>, usize),
    /// Which draft.
    Drafts,
    /// Which conflict.
    Conflicts,
    /// What to do in an empty place.
    Start,
    /// Which folder to open instead.
    StartFolder,
    /// Whether to leave although something is not saved.
    Quit,
}
