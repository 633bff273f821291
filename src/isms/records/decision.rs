//! Decisions and approvals: appended, never edited.

use super::super::{DecisionKind, Shape, Text, Words, part};
use chrono::NaiveDate;

part! {
    /// A decision on a risk (6.1.3 f): who, in which role, when, on what, until when.
    Decision {
        kind: DecisionKind = "Decision", Shape::Choice(DecisionKind::WORDS), "What was decided.";
        by: Text = "By", Shape::Person, "In whose name.";
        role: Text = "Role", Shape::Line, "In which role.";
        recorded_by: Text = "Recorded by", Shape::Line, "Who was at the keyboard.";
        made: Option<NaiveDate> = "Made", Shape::Date, "When it was decided.";
        recorded: Option<NaiveDate> = "Recorded", Shape::Date, "When it was written down.";
        until: Option<NaiveDate> = "Until", Shape::Date, "How long it holds.";
        level: Text = "Level", Shape::Line, "Residual level that was decided on.";
        note: Text = "Note", Shape::Text, "Reason, or what was said.";
        conditions: Text = "Conditions", Shape::Text, "Under which conditions it holds.";
        revokes: Text = "Revokes", Shape::Line, "Digest of the decision that this one takes back.";
        digest: Text = "Digest", Shape::Line, "SHA-256 over the content, the decision and the one before it.";
        content: Text = "Content", Shape::Text, "Canonical projection of what was decided on.";
    }
}

part! {
    /// An approval of a document as a whole: the SoA, the criteria, the scope.
    Approval {
        version: Text = "Version", Shape::Line, "Version that was approved.";
        by: Text = "By", Shape::Person, "In whose name.";
        role: Text = "Role", Shape::Line, "In which role.";
        recorded_by: Text = "Recorded by", Shape::Line, "Who was at the keyboard.";
        made: Option<NaiveDate> = "Made", Shape::Date, "When it was approved.";
        recorded: Option<NaiveDate> = "Recorded", Shape::Date, "When it was written down.";
        note: Text = "Note", Shape::Text, "What was said.";
        digest: Text = "Digest", Shape::Line, "SHA-256 over the content.";
        content: Text = "Content", Shape::Text, "Canonical projection of what was approved.";
    }
}
