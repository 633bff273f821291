//! One control of the Statement of Applicability (6.1.3 b to d).

use super::super::{
    Applicable, Effort, Kind, OperatedBy, Reason, Shape, Status, Text, Words, record,
};
use chrono::NaiveDate;

record! {
    /// One control of the SoA: does it apply, why, and how far is it implemented (6.1.3 d).
    Control: Control {
        title: Text = "Title", Shape::Line, "Only for controls that are not from Annex A.";
        set: Text = "Set", Shape::Line, "Where a control comes from that is not from Annex A.";
        applicable: Applicable = "Applicable", Shape::Choice(Applicable::WORDS), "Does the control apply? Undecided is an answer too.";
        operated_by: OperatedBy = "Operated by", Shape::Choice(OperatedBy::WORDS), "Who operates it; what a provider does still applies.";
        provider: Text = "Provider", Shape::Link(&[Kind::Element]), "Which supplier operates it.";
        reasons: Vec<Reason> = "Because of", Shape::Choices(Reason::WORDS), "Why it is included.";
        justification: Text = "Justification", Shape::Text, "Why it is included, or what does not exist here if it is excluded.";
        status: Status = "Status", Shape::Choice(Status::WORDS), "How far it is implemented.";
        how: Text = "How implemented", Shape::Text, "What is in place.";
        maturity: Option<i64> = "Maturity", Shape::Number(0, 5), "0 non-existent to 5 optimised; not asked by ISO.";
        target: Option<i64> = "Target", Shape::Number(0, 5), "Maturity to reach.";
        owner: Text = "Owner", Shape::Person, "Who answers for the control.";
        due: Option<NaiveDate> = "Due", Shape::Date, "When it is to be implemented.";
        effort: Effort = "Effort", Shape::Choice(Effort::WORDS), "Rough size of the work that remains.";
        implemented_on: Option<NaiveDate> = "Implemented on", Shape::Date, "Since when it works.";
        last_review: Option<NaiveDate> = "Last review", Shape::Date, "When it was last looked at.";
        next_review: Option<NaiveDate> = "Next review", Shape::Date, "When it is to be looked at again.";
        carried: bool = "Carried", Shape::YesNo, "Carried over from an earlier SoA and not reassessed yet.";
        reassessed: Text = "Reassessed", Shape::Text, "The sentence with which a carried entry was confirmed.";
        notes: Text = "Notes", Shape::Text, "For colleagues.";
    }
}
