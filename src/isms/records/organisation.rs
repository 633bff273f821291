//! The organisation, the facts that drive which controls apply, and its objectives (4.1, 6.2).

use super::super::{Climate, Fact, ObjectiveStatus, Shape, Text, Words, record};
use chrono::NaiveDate;

record! {
    /// The organisation and its context (4.1).
    Organisation: Organisation {
        name: Text = "Name", Shape::Line, "Short name, as it stands in the header.";
        legal_entity: Text = "Legal entity", Shape::Line, "Legal name, as it would stand on a certificate.";
        services: Text = "Services", Shape::Text, "What the organisation does for whom.";
        headcount: Option<i64> = "Headcount", Shape::Number(0, 10_000_000), "Persons working under its control; audit time follows from it.";
        sites: Vec<Text> = "Sites", Shape::Lines, "Addresses, one a line.";
        facts: Vec<Fact> = "Here we have", Shape::Choices(Fact::WORDS), "What exists here and makes controls hard to exclude.";
        absent: Vec<Fact> = "Here we don't have", Shape::Choices(Fact::WORDS), "What was looked for and does not exist here.";
        external_issues: Text = "External issues", Shape::Text, "Outside circumstances that bear on the ISMS (4.1).";
        internal_issues: Text = "Internal issues", Shape::Text, "Inside circumstances that bear on the ISMS (4.1).";
        climate: Climate = "Climate change", Shape::Choice(Climate::WORDS), "Is climate change a relevant issue? A reasoned no is fine (4.1, Amd 1:2024).";
        climate_reason: Text = "Climate: reason", Shape::Text, "Why it is relevant or not.";
        climate_date: Option<NaiveDate> = "Climate: decided", Shape::Date, "When that was decided.";
        notes: Text = "Notes", Shape::Text, "For colleagues.";
    }
}

record! {
    /// An information security objective (6.2).
    Objective: Objective {
        title: Text = "Objective", Shape::Line, "What is to be reached.";
        metric: Text = "Metric", Shape::Line, "How it is measured, or why that is not practicable.";
        target: Text = "Target", Shape::Line, "The value to reach.";
        reading: Text = "Last reading", Shape::Line, "The value last measured.";
        read_on: Option<NaiveDate> = "Read on", Shape::Date, "When it was measured.";
        owner: Text = "Owner", Shape::Person, "Who answers for it.";
        due: Option<NaiveDate> = "Due", Shape::Date, "By when.";
        evaluation: Text = "Evaluation", Shape::Text, "What is done, with what resources, and how results are judged.";
        status: ObjectiveStatus = "Status", Shape::Choice(ObjectiveStatus::WORDS), "Where it stands.";
        notes: Text = "Notes", Shape::Text, "For colleagues.";
    }
}
