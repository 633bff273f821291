//! What should be in place before an audit, item by item, and who answers: the data or a person.
//!
//! An item that data can answer names its question as a closed value; `assess` answers every one,
//! so that nobody can tick what the records deny.

use serde::{Deserialize, Serialize};

use super::attribute::vocabulary;
use super::stage::Basis;

/// One thing to have in place before an audit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChecklistItem {
    /// Our stable id: "S1-01".
    pub id: &'static str,
    /// What should be so.
    pub text: &'static str,
    /// Where it comes from: clauses ("6.1.3 d") and controls ("A.5.1").
    #[serde(borrow)]
    pub refs: Vec<&'static str>,
    /// The question to the records that answers it; None is judged by a person.
    #[serde(default)]
    pub answered_by: Option<Answer>,
    /// Who asks for it.
    pub basis: Basis,
}

vocabulary! {
    /// A question that the records themselves can answer.
    Answer {
        ScopeDefined = "ScopeDefined", "the scope is defined and approved";
        PolicyApproved = "PolicyApproved", "top management approved the policy";
        MethodApproved = "MethodApproved", "the risk method is approved";
        CriteriaDefined = "CriteriaDefined", "risk criteria and acceptance criteria are defined";
        RisksAssessed = "RisksAssessed", "every risk is assessed and has an owner";
        TreatmentPlanApproved =
            "TreatmentPlanApproved", "the risk owners approved the treatment plan";
        ResidualAccepted = "ResidualAccepted", "the risk owners accepted the residual risks";
        SoaComplete = "SoaComplete", "every control is decided and justified";
        SoaApproved = "SoaApproved", "the Statement of Applicability is approved";
        ObjectivesSet = "ObjectivesSet", "objectives are set and can be measured";
        MandatoryDocuments = "MandatoryDocuments", "every mandatory document exists and is valid";
        InternalAuditPlanned = "InternalAuditPlanned", "an internal audit is planned";
        InternalAuditDone = "InternalAuditDone", "an internal audit is done and reported";
        ManagementReviewPlanned = "ManagementReviewPlanned", "a management review is planned";
        ManagementReviewDone = "ManagementReviewDone", "a management review is held and recorded";
        CompetenceEvidence = "CompetenceEvidence", "competence is shown for every ISMS role";
        ControlsImplemented =
            "ControlsImplemented", "applicable controls work or are planned with owner and date";
        EvidenceCurrent = "EvidenceCurrent", "implemented controls have evidence that still counts";
        NonconformitiesHandled =
            "NonconformitiesHandled", "nonconformities have cause, action and date";
        CorrectiveActionsReviewed =
            "CorrectiveActionsReviewed", "finished corrective actions were reviewed for effect";
        ClimateDecided = "ClimateDecided", "the relevance of climate change is decided";
        InterestedParties = "InterestedParties", "interested parties and their needs are recorded";
        ClausesAssessed = "ClausesAssessed", "conformity to all 30 subclauses is assessed";
        OverdueActions = "OverdueActions", "no action is overdue";
        Stage1ConcernsClosed = "Stage1ConcernsClosed", "no concern of stage 1 is open";
        SurveillanceOnTime = "SurveillanceOnTime", "the audit falls into its window";
        ChangesReported = "ChangesReported", "significant changes were reported to the body";
    }
}
