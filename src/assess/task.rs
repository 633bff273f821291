//! What is to be done about something that is missing, in a few words: the title of an action.

use super::{Because, ClauseIssue, ControlIssue, Gap};

impl Because {
    /// What is to be done about it, in words that can follow a colon.
    pub fn task(self) -> &'static str {
        match self {
            Because::Control(issue) => of_control(issue),
            Because::Clause(issue) => of_clause(issue),
        }
    }
}

impl Gap {
    /// What is to be done to close it, the heaviest first; three things at most.
    pub fn tasks(&self) -> String {
        let mut tasks: Vec<&str> = Vec::new();
        for task in self.because.iter().map(|because| because.task()) {
            if !tasks.contains(&task) {
                tasks.push(task);
            }
        }
        tasks.truncate(3);
        tasks.join("; ")
    }
}

fn of_control(issue: ControlIssue) -> &'static str {
    use ControlIssue::*;
    match issue {
        Undecided => "decide whether it applies",
        ExcludedUnjustified | ExcludedWithoutReason => "say what does not exist here",
        ExcludedButSelected { .. }
        | ExcludedButOwed { .. }
        | ContradictsFact(_)
        | ContradictsElement { .. } => "decide again, it is excluded but needed",
        AppliesThoughAbsent(_) => "decide again, there is nothing here that it applies to",
        IncludedUnjustified | ReasonsUnsupported | ShortText | SameText(_) => {
            "say why it is needed here"
        }
        NoRisk => "link its risks or drop the reason",
        NoObligation(_) => "link its obligations or drop the reason",
        StatusUnstated => "say how far it is implemented",
        NoAction(_) | InProgress(_) | Overdue(_) => "implement it",
        NoOwner | OwnerLeft => "name an owner",
        Carried => "reassess it",
        NoEvidence | OnlyDocuments => "collect evidence that it works",
        EvidenceLapsed => "renew the evidence",
        NoProvider => "name the provider",
        ReviewOverdue(_) => "review it",
        BelowTarget { .. } => "raise its maturity to the target",
    }
}

fn of_clause(issue: ClauseIssue) -> &'static str {
    use ClauseIssue::*;
    match issue {
        NotAssessed => "assess whether it is met",
        Nonconforming | Partial | Overdue(_) => "make it conform",
        ItemsNonconforming(_) | ItemsOpen(_) | ItemsUnwritten(_) | ItemsBetter => {
            "settle its lettered items"
        }
        Records { .. } => "complete its records",
        Scope(_) => "settle the open points of the scope",
        DocumentMissing { .. } => "write the documented information",
        DocumentPending { .. } => "bring the documented information up to date",
        FindingsOpen { .. } => "close the findings",
        NoOwner | OwnerLeft => "name an owner",
    }
}
