//! What is missing, in two or three words, for places that have no room for a phrase.

use super::{Because, ClauseIssue, ControlIssue};

impl Because {
    /// What is the matter, in two or three words.
    pub fn brief(self) -> &'static str {
        match self {
            Because::Control(issue) => control(issue),
            Because::Clause(issue) => clause(issue),
        }
    }
}

fn control(issue: ControlIssue) -> &'static str {
    use ControlIssue::*;
    match issue {
        Undecided => "undecided",
        ExcludedUnjustified | IncludedUnjustified => "no justification",
        ExcludedWithoutReason => "no real reason",
        ExcludedButSelected { .. } => "excluded, selected",
        ContradictsFact(_) | ContradictsElement { .. } => "contradicts scope",
        ExcludedButOwed { .. } => "excluded, owed",
        AppliesThoughAbsent(_) => "nothing here",
        ReasonsUnsupported => "reasons unsupported",
        NoRisk => "no risk names it",
        NoObligation(_) => "no obligation",
        StatusUnstated => "no status",
        NoAction(_) => "no action",
        InProgress(_) => "in progress",
        SameText(_) => "same text",
        ShortText => "short text",
        NoOwner => "no owner",
        OwnerLeft => "owner has left",
        Overdue(_) => "overdue",
        Carried => "carried over",
        NoEvidence => "no evidence",
        EvidenceLapsed => "evidence lapsed",
        OnlyDocuments => "only documents",
        NoProvider => "no provider",
        ReviewOverdue(_) => "review overdue",
        BelowTarget { .. } => "below target",
    }
}

fn clause(issue: ClauseIssue) -> &'static str {
    use ClauseIssue::*;
    match issue {
        NotAssessed => "not assessed",
        Nonconforming => "nonconforming",
        Partial => "partial",
        ItemsNonconforming(_) | ItemsBetter => "items disagree",
        ItemsOpen(_) | ItemsUnwritten(_) => "items open",
        Records { .. } => "records open",
        Scope(_) => "scope open",
        DocumentMissing { .. } => "document missing",
        DocumentPending { .. } => "document pending",
        FindingsOpen { .. } => "findings open",
        NoOwner => "no owner",
        OwnerLeft => "owner has left",
        Overdue(_) => "overdue",
    }
}
