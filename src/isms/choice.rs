//! Closed lists of words, each an enum whose first variant is what stands when nothing is written.
//!
//! The first variant is never the best case: silence must not look like success.

use super::field::Choice;

/// A closed list of words.
pub trait Words: Copy + PartialEq + Default + 'static {
    /// The words with their labels, in the order of the variants.
    const WORDS: &'static [Choice];
    /// All variants, in the same order.
    const ALL: &'static [Self];

    /// The word in the file and the label on screen.
    fn choice(self) -> &'static Choice;

    /// The label on screen.
    fn label(self) -> &'static str {
        self.choice().label
    }

    /// The variant for a word of the file.
    fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|v| v.choice().word == word)
    }
}

macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $first:ident $flabel:literal $(, $word:ident $label:literal)* $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        #[allow(missing_docs, reason = "the label is the description")]
        pub enum $name { #[default] $first, $($word),* }

        impl Words for $name {
            const WORDS: &'static [Choice] = &[
                Choice { word: stringify!($first), label: $flabel },
                $(Choice { word: stringify!($word), label: $label }),*
            ];
            const ALL: &'static [Self] = &[Self::$first, $(Self::$word),*];
            fn choice(self) -> &'static Choice {
                match self {
                    Self::$first => &Choice { word: stringify!($first), label: $flabel },
                    $(Self::$word => &Choice { word: stringify!($word), label: $label },)*
                }
            }
        }
    )+};
}

choices! {
    /// Whether a control of the SoA applies (6.1.3 d).
    Applicable { Undecided "undecided", Yes "yes", No "no" }
    /// Who operates a control; a control that a provider operates is still applicable.
    OperatedBy { Us "us", Provider "provider", Shared "shared" }
    /// Why a control is included.
    Reason { Risk "risk", Legal "legal", Contract "contract", Business "business" }
    /// How far a control is implemented; `Unstated` means that nobody said.
    Status { Unstated "not stated", NotImplemented "none", Planned "planned", Partial "partial", Implemented "implemented" }
    /// Rough size of the work that remains.
    Effort { Unstated "not stated", XS "XS", S "S", M "M", L "L", XL "XL" }
    /// Conformity to a clause or one of its items.
    Conformity { NotAssessed "not assessed", Nonconforming "nonconforming", Partial "partial", Conforming "conforming" }
    /// What is done about a risk, in ISO's terms (6.1.3 a).
    Treatment { Undecided "undecided", Modify "modify", Avoid "avoid", Share "share", Retain "retain" }
    /// Confidentiality, integrity, availability.
    Property { Confidentiality "confidentiality", Integrity "integrity", Availability "availability" }
    /// How well the rating of a risk is founded.
    Knowledge { Unstated "not stated", Weak "weak", Moderate "moderate", Strong "strong" }
    /// Whether a risk is still carried.
    RiskStatus { Open "open", Closed "closed" }
    /// What a decision on a risk decides (6.1.3 f).
    DecisionKind {
        PlanApproval "plan approved", ResidualAcceptance "residual risk accepted",
        ManagementAcceptance "accepted by management", SentBack "sent back", Revocation "revoked",
    }
    /// What may be done with a level of risk (6.1.2 a 1).
    Acceptance { Never "never", TopManagement "top management", RiskOwner "risk owner", ByDefault "by default" }
    /// How a level follows from likelihood and consequence.
    Rule { Grid "grid", Product "product", Sum "sum" }
    /// Colour of a level, as a role that themes know.
    LevelColour { Grey "grey", Green "green", Yellow "yellow", Orange "orange", Red "red", Magenta "magenta" }
    /// What consequence is called on screen.
    ConsequenceWord { Consequence "consequence", Impact "impact" }
    /// Facts about the organisation that drive which controls apply.
    Fact {
        Cloud "cloud services", Suppliers "suppliers", RemoteWork "remote work", OwnPremises "own premises",
        UserDevices "user devices", PersonalData "personal data", OwnDevelopment "own development",
        OutsourcedDevelopment "outsourced development",
    }
    /// The decision on climate change that Amendment 1:2024 asks for (4.1).
    Climate { Undecided "undecided", Relevant "relevant", NotRelevant "not relevant" }
    /// What a scope element is.
    ElementKind {
        Process "process", Service "service", System "system", Location "location", People "people",
        Supplier "supplier", Interface "interface", Information "information", Unit "unit",
    }
    /// Whether a scope element is inside the ISMS.
    InOut { Undecided "undecided", In "in", Out "out" }
    /// How sensitive the data of a scope element is.
    Sensitivity { Unstated "not stated", NoData "none", Internal "internal", Confidential "confidential", Personal "personal" }
    /// Whether the ISMS addresses a requirement of an interested party (4.2 c).
    Addressed { Undecided "undecided", Yes "yes", No "no" }
    /// Where a duty comes from.
    DutyKind { Law "law", Regulation "regulation", Contract "contract", Licence "licence", Standard "standard" }
    /// What a person may do in the ISMS.
    Authority {
        TopManagement "top management", IsmsManager "ISMS manager", RiskOwner "risk owner",
        InternalAuditor "internal auditor", Approver "approves documents",
    }
    /// Stage of the certification cycle.
    Stage { Stage1 "Stage 1", Stage2 "Stage 2", Surveillance1 "Surveillance 1", Surveillance2 "Surveillance 2", Recertification "Recertification" }
    /// State of a checklist item judged by hand.
    ItemStatus { Open "open", NotMet "not met", Partial "partial", Met "met", NotApplicable "not applicable" }
    /// Kind of audit.
    AuditKind { Internal "internal", Supplier "supplier", Certification "certification" }
    /// State of an audit, a review or a visit.
    EventStatus { Planned "planned", Running "running", Done "done", Cancelled "cancelled" }
    /// Kind of document.
    DocumentKind { Policy "policy", Procedure "procedure", Plan "plan", Record "record", Register "register", Agreement "agreement", Other "other" }
    /// State of a document.
    DocumentStatus { Draft "draft", Review "in review", Approved "approved", Withdrawn "withdrawn" }
    /// Kind of evidence.
    EvidenceKind { Record "record", Log "log", Ticket "ticket", Interview "interview", Observation "observation", Test "test", Report "report", Document "document" }
    /// Grade of a finding.
    Grade { Minor "minor", Major "major", Observation "observation", Opportunity "opportunity for improvement" }
    /// Where a nonconformity came from.
    Source {
        InternalAudit "internal audit", Stage1 "Stage 1", Stage2 "Stage 2", Surveillance "surveillance",
        Incident "incident", Monitoring "monitoring", Complaint "complaint", Review "management review",
    }
    /// State of a nonconformity, in the order of 10.2.
    NonconformityStatus {
        Open "open", Contained "contained", CauseKnown "cause known", ActionPlanned "action planned",
        ActionDone "action done", Closed "closed",
    }
    /// Result of the review of effectiveness (10.2 d).
    Effective { NotReviewed "not reviewed", Yes "effective", No "not effective" }
    /// What an action is for.
    ActionKind { Treatment "treatment", Gap "gap", Corrective "corrective", Improvement "improvement", ReviewDecision "review decision" }
    /// State of an action.
    ActionStatus { Open "open", Running "in progress", Done "done", Cancelled "cancelled" }
    /// State of an objective (6.2).
    ObjectiveStatus { Open "open", OnTrack "on track", Missed "missed", Met "met" }
}
