//! Nonconformities and their corrective action (10.2).

use super::super::{
    Effective, Grade, Kind, NonconformityStatus, Shape, Source, Text, Words, record,
};
use chrono::NaiveDate;

record! {
    /// A nonconformity or lesser finding, with correction, cause, corrective action and review (10.2).
    Nonconformity: Nonconformity {
        title: Text = "Finding", Shape::Line, "Short name.";
        grade: Grade = "Grade", Shape::Choice(Grade::WORDS), "Major, minor, observation, opportunity.";
        status: NonconformityStatus = "Status", Shape::Choice(NonconformityStatus::WORDS), "Where it stands.";
        source: Source = "Source", Shape::Choice(Source::WORDS), "Where it came from.";
        description: Text = "Description", Shape::Text, "What is not fulfilled.";
        refs: Vec<Text> = "Against", Shape::Links(&[Kind::Control, Kind::Clause, Kind::Document]), "Requirement.";
        objective_evidence: Text = "Seen", Shape::Text, "What was seen, where.";
        raised: Option<NaiveDate> = "Raised", Shape::Date, "When.";
        raised_by: Text = "Raised by", Shape::Line, "By whom.";
        correction: Text = "Correction", Shape::Text, "What was done about this case (10.2 a).";
        cause: Text = "Cause", Shape::Text, "Why it happened (10.2 b 2).";
        similar: Text = "Similar cases", Shape::Text, "Whether the like exists elsewhere (10.2 b 3).";
        action: Text = "Corrective action", Shape::Text, "What removes the cause (10.2 c).";
        owner: Text = "Owner", Shape::Person, "Who answers for it.";
        due: Option<NaiveDate> = "Due", Shape::Date, "By when.";
        done: Option<NaiveDate> = "Done", Shape::Date, "When the action was done.";
        criterion: Text = "Effective if", Shape::Text, "How effectiveness is judged.";
        reviewed: Option<NaiveDate> = "Reviewed", Shape::Date, "When effectiveness was reviewed (10.2 d).";
        reviewed_by: Text = "Reviewed by", Shape::Person, "By whom.";
        effective: Effective = "Effective", Shape::Choice(Effective::WORDS), "Result of that review.";
        closed: Option<NaiveDate> = "Closed", Shape::Date, "When it was closed.";
        notes: Text = "Notes", Shape::Text, "For colleagues.";
    }
}
