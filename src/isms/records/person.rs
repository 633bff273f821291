//! People with their roles and authority (5.3, 7.2).

use super::super::{Authority, Shape, Text, Words, record};
use chrono::NaiveDate;

record! {
    /// A person with role and authority (5.3).
    Person: Person {
        name: Text = "Name", Shape::Line, "Full name.";
        role: Text = "Role", Shape::Line, "Role in the organisation.";
        email: Text = "E-mail", Shape::Line, "Also used to recognise the person from the git identity.";
        logins: Vec<Text> = "Logins", Shape::Lines, "Login names and further addresses by which the person is recognised.";
        authority: Vec<Authority> = "Authority", Shape::Choices(Authority::WORDS), "What the person may decide.";
        competence: Text = "Competence", Shape::Text, "Training and experience for the role; link evidence to the person (7.2 d).";
        since: Option<NaiveDate> = "Since", Shape::Date, "In the role since.";
        left: Option<NaiveDate> = "Left", Shape::Date, "When the person left.";
        notes: Text = "Notes", Shape::Text, "For colleagues.";
    }
}
