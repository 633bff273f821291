//! One item of an audit-stage checklist.

use super::super::{ItemStatus, Kind, Shape, Stage, Text, Words, record};
use chrono::NaiveDate;

record! {
    /// One item of an audit-stage checklist; what data can answer is computed, not ticked.
    Item: Item {
        title: Text = "Item", Shape::Line, "Only for items of your own.";
        stage: Stage = "Stage", Shape::Choice(Stage::WORDS), "Audit stage it belongs to.";
        refs: Vec<Text> = "Refers to", Shape::Links(&[Kind::Control, Kind::Clause]), "Clauses and controls it is about.";
        status: ItemStatus = "Status", Shape::Choice(ItemStatus::WORDS), "Judged by hand, where data can't tell.";
        note: Text = "Note", Shape::Text, "What was seen.";
        owner: Text = "Owner", Shape::Person, "Who prepares it.";
        due: Option<NaiveDate> = "Due", Shape::Date, "By when.";
    }
}
