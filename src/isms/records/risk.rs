//! One risk: assessment, treatment, decisions (6.1.2, 6.1.3).

use super::super::{
    Decision, Kind, Knowledge, Part, Parts, Property, RiskStatus, Shape, Text, Treatment, Words,
    record,
};
use chrono::NaiveDate;

record! {
    /// One risk of the register (6.1.2, 6.1.3, 8.2, 8.3).
    Risk: Risk {
        title: Text = "Risk", Shape::Line, "Short name.";
        cause: Text = "Cause", Shape::Text, "What could make it happen: source, threat, weakness.";
        event: Text = "Event", Shape::Text, "What would happen.";
        consequences: Text = "Consequences", Shape::Text, "What that would mean.";
        status: RiskStatus = "Status", Shape::Choice(RiskStatus::WORDS), "Open, or closed because it no longer exists.";
        category: Text = "Category", Shape::Line, "For grouping.";
        assets: Vec<Text> = "Assets", Shape::Lines, "What it strikes.";
        threat: Text = "Threat", Shape::Line, "For asset-based risks.";
        vulnerability: Text = "Vulnerability", Shape::Line, "For asset-based risks.";
        properties: Vec<Property> = "Affects", Shape::Choices(Property::WORDS), "Confidentiality, integrity, availability (6.1.2 c 1).";
        elements: Vec<Text> = "Scope", Shape::Links(&[Kind::Element]), "Scope elements concerned.";
        owner: Text = "Risk owner", Shape::Person, "Who answers for the risk and may decide about it (6.1.2 c 2).";
        identified: Option<NaiveDate> = "Identified", Shape::Date, "When it was first seen.";
        assessed: Option<NaiveDate> = "Assessed", Shape::Date, "When it was last rated.";
        review: Option<NaiveDate> = "Review", Shape::Date, "When it is to be looked at again.";
        inherent_likelihood: Option<i64> = "Inherent likelihood", Shape::Likelihood, "Without any control; optional.";
        inherent_consequence: Option<i64> = "Inherent consequence", Shape::Consequence, "Without any control; optional.";
        likelihood: Option<i64> = "Likelihood", Shape::Likelihood, "Today, with the controls that exist.";
        consequence: Option<i64> = "Consequence", Shape::Consequence, "Today, with the controls that exist.";
        rating_reason: Text = "Rating reason", Shape::Text, "Why it is rated like this.";
        knowledge: Knowledge = "Knowledge", Shape::Choice(Knowledge::WORDS), "How well the rating is founded.";
        existing: Vec<Text> = "Existing controls", Shape::Links(&[Kind::Control]), "Controls that the rating of today rests on.";
        treatment: Treatment = "Treatment", Shape::Choice(Treatment::WORDS), "Modify, avoid, share or retain (6.1.3 a).";
        treatment_reason: Text = "Treatment reason", Shape::Text, "Why this option.";
        controls: Vec<Text> = "Controls", Shape::Links(&[Kind::Control]), "Controls that the treatment selects (6.1.3 b).";
        residual_likelihood: Option<i64> = "Residual likelihood", Shape::Likelihood, "After treatment; a target until the controls work.";
        residual_consequence: Option<i64> = "Residual consequence", Shape::Consequence, "After treatment; a target until the controls work.";
        residual_reason: Text = "Residual reason", Shape::Text, "Why that much remains.";
        decisions: Parts<Decision> = "Decisions", Shape::Parts(Decision::FIELDS), "Approvals and acceptances, appended, never edited (6.1.3 f).";
        notes: Text = "Notes", Shape::Text, "For colleagues.";
    }
}
