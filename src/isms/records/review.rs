//! Management reviews (9.3).

use super::super::{EventStatus, Kind, Part, Parts, Shape, Text, Words, part, record};
use chrono::NaiveDate;

part! {
    /// What was said on one required input (9.3.2 a to g).
    ReviewInput {
        id: Text = "Input", Shape::Line, "a, b, c, d1 to d4, e, f or g.";
        remark: Text = "Remark", Shape::Text, "What was said.";
    }
}

record! {
    /// One management review (9.3).
    Review: Review {
        title: Text = "Review", Shape::Line, "Short name.";
        status: EventStatus = "Status", Shape::Choice(EventStatus::WORDS), "Where it stands.";
        planned: Option<NaiveDate> = "Planned", Shape::Date, "Planned day.";
        held: Option<NaiveDate> = "Held", Shape::Date, "Day it was held.";
        chair: Text = "Chair", Shape::Person, "Who led it.";
        attendees: Vec<Text> = "Attendees", Shape::People, "Who was there.";
        inputs: Parts<ReviewInput> = "Inputs", Shape::Parts(ReviewInput::FIELDS), "The required inputs (9.3.2).";
        improvement: Text = "Improvement", Shape::Text, "Decisions on improvement; \"none\" counts (9.3.3).";
        changes: Text = "Changes", Shape::Text, "Decisions on changes to the ISMS; \"none\" counts (9.3.3).";
        minutes: Text = "Minutes", Shape::Link(&[Kind::Document, Kind::Evidence]), "The record of results (9.3.3).";
        notes: Text = "Notes", Shape::Text, "For colleagues.";
    }
}
