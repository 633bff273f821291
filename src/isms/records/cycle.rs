//! Planned intervals and the certification cycle.

use super::super::{Shape, Text, record};
use chrono::NaiveDate;

record! {
    /// Planned intervals in months; the standard says "planned", the organisation says how long.
    Intervals: Intervals {
        risk_assessment: Option<i64> = "Risk assessment", Shape::Number(1, 120), "Months between risk assessments (8.2).";
        internal_audit: Option<i64> = "Internal audit", Shape::Number(1, 120), "Months within which all is audited (9.2).";
        management_review: Option<i64> = "Management review", Shape::Number(1, 120), "Months between management reviews (9.3).";
        document_review: Option<i64> = "Document review", Shape::Number(1, 120), "Months after approval until a document is reviewed.";
        soa_review: Option<i64> = "SoA review", Shape::Number(1, 120), "Months until a control of the SoA is looked at again.";
        evidence: Option<i64> = "Evidence", Shape::Number(1, 120), "Months that evidence counts if it doesn't say so itself.";
        risk_review: Option<i64> = "Risk review", Shape::Number(1, 120), "Months until an open risk is reviewed.";
        notes: Text = "Notes", Shape::Text, "For colleagues.";
    }
}

record! {
    /// The certification cycle: the body and its dates.
    Cycle: Cycle {
        body: Text = "Certification body", Shape::Line, "Who certifies.";
        accreditation: Text = "Accreditation", Shape::Line, "Who accredited the body.";
        stage1: Option<NaiveDate> = "Stage 1", Shape::Date, "First day of Stage 1.";
        stage2: Option<NaiveDate> = "Stage 2", Shape::Date, "First day of Stage 2.";
        stage2_end: Option<NaiveDate> = "Stage 2 ends", Shape::Date, "Last day of Stage 2; major findings are due six months later.";
        decision: Option<NaiveDate> = "Decision", Shape::Date, "Date of the certification decision: the clocks start here.";
        expiry: Option<NaiveDate> = "Expiry", Shape::Date, "Last day of the certificate.";
        surveillance1: Option<NaiveDate> = "Surveillance 1", Shape::Date, "First surveillance: within 12 months of the decision.";
        surveillance2: Option<NaiveDate> = "Surveillance 2", Shape::Date, "Later surveillance: once per calendar year.";
        recertification: Option<NaiveDate> = "Recertification", Shape::Date, "Audit, closure and decision before expiry.";
        certificate: Text = "Certificate", Shape::Line, "Number of the certificate.";
        certificate_soa: Text = "SoA on certificate", Shape::Line, "Version of the SoA that the certificate names.";
        house_limit: Option<i64> = "Stage 1 to 2 at most", Shape::Number(1, 36), "Months that the body allows between the stages (its own rule).";
        notes: Text = "Notes", Shape::Text, "For colleagues.";
    }
}
