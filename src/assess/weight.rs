//! How heavy something that is missing weighs, and in which order things are put right.

use crate::isms::Stage;

/// How bad it is that something is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Good housekeeping.
    Hygiene,
    /// What auditors commonly raise.
    Finding,
    /// It contradicts a requirement.
    Requirement,
}

/// The priority of a gap, shown as that many ▲.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Priority {
    /// It can wait for the next audit to pass.
    Low = 1,
    /// To be put right before the next audit, or a blocker for a later one.
    Medium = 2,
    /// A blocker for the next audit.
    High = 3,
}

impl Priority {
    /// All priorities, the highest first.
    pub const ALL: [Priority; 3] = [Priority::High, Priority::Medium, Priority::Low];

    /// 1 to 3: how many marks are shown.
    pub fn number(self) -> usize {
        match self {
            Priority::Low => 1,
            Priority::Medium => 2,
            Priority::High => 3,
        }
    }

    /// The priority of an issue that an auditor meets at a stage, seen from before the next audit.
    pub(super) fn of(severity: Severity, stage: Stage, next: Option<Stage>) -> Self {
        let now = next.is_none_or(|next| stage <= next);
        match (severity, now) {
            (Severity::Requirement, true) => Priority::High,
            (Severity::Requirement, false) | (Severity::Finding, true) => Priority::Medium,
            (Severity::Finding, false) | (Severity::Hygiene, _) => Priority::Low,
        }
    }
}

/// Where a gap stands in the order in which an ISMS comes about: each phase rests on those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Context, scope, leadership.
    Context,
    /// The method of risk assessment and treatment.
    Method,
    /// The risk assessment itself.
    Assessment,
    /// Statement of Applicability and treatment plan.
    Soa,
    /// Controls, support and operation, with their evidence.
    Controls,
    /// Internal audit.
    Audit,
    /// Management review and improvement.
    Review,
}

impl Phase {
    /// The phase in a few words.
    pub fn label(self) -> &'static str {
        match self {
            Phase::Context => "context and scope",
            Phase::Method => "risk method",
            Phase::Assessment => "risk assessment",
            Phase::Soa => "SoA and treatment plan",
            Phase::Controls => "controls and evidence",
            Phase::Audit => "internal audit",
            Phase::Review => "review and improvement",
        }
    }

    /// The phase that a subclause belongs to.
    pub(super) fn of_clause(id: &str) -> Self {
        match id {
            "6.1.1" | "6.1.2" => Phase::Method,
            "8.2" => Phase::Assessment,
            "6.1.3" | "8.3" => Phase::Soa,
            _ => match id.split('.').next() {
                Some("4" | "5") => Phase::Context,
                Some("10") => Phase::Review,
                Some("9") if id.starts_with("9.2") => Phase::Audit,
                Some("9") if id.starts_with("9.3") => Phase::Review,
                _ => Phase::Controls,
            },
        }
    }
}

/// The stage at which an auditor looks at a subclause: what is written down first, what is lived second.
pub(super) fn stage_of_clause(id: &str) -> Stage {
    match id {
        "7.5.1" | "7.5.2" | "7.5.3" => Stage::Stage1,
        _ if id.starts_with("4.") || id.starts_with("5.") || id.starts_with("6.") => Stage::Stage1,
        _ => Stage::Stage2,
    }
}

/// A phrase as a sentence.
pub(super) fn sentence(phrase: &str) -> String {
    let mut chars = phrase.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", chars.as_str())
}

/// "R-014", "R-014 and 2 more".
pub(super) fn and_more(first: &str, count: usize) -> String {
    match count {
        0 | 1 => first.to_string(),
        _ => format!("{first} and {} more", count - 1),
    }
}
