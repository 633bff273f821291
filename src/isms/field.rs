//! A field is described once: forms, columns, filters, exports, diffs and search read this table.

use super::place::Kind;

/// One field of a record type, as it stands in the file and on screen.
#[derive(Debug, PartialEq, Eq)]
pub struct Field {
    /// Key in the RON file.
    pub key: &'static str,
    /// Word or two on screen.
    pub label: &'static str,
    /// What may stand there.
    pub shape: Shape,
    /// One sentence for the person who fills it in.
    pub help: &'static str,
}

/// What kind of value a field holds, which decides how it is read, shown, edited and checked.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub enum Shape {
    /// The record's own id; set when the record is made.
    Id,
    /// One line of text.
    Line,
    /// Text of any length.
    Text,
    /// A whole number between two bounds (both included).
    Number(i64, i64),
    /// A step on the likelihood scale of the risk criteria, counted from 1.
    Likelihood,
    /// A step on the consequence scale of the risk criteria, counted from 1.
    Consequence,
    /// A calendar date, `"YYYY-MM-DD"`.
    Date,
    /// `true` or `false`.
    YesNo,
    /// One word of a closed list.
    Choice(&'static [Choice]),
    /// Any number of words of a closed list.
    Choices(&'static [Choice]),
    /// A person of isms.ron, by id.
    Person,
    /// Several persons of isms.ron.
    People,
    /// The id of one record of these kinds.
    Link(&'static [Kind]),
    /// The ids of any number of records of these kinds.
    Links(&'static [Kind]),
    /// A list of lines.
    Lines,
    /// A list of small records inside this one.
    Parts(&'static [Field]),
}

/// One word of a closed list.
#[derive(Debug, PartialEq, Eq)]
pub struct Choice {
    /// The variant in the file.
    pub word: &'static str,
    /// The same on screen.
    pub label: &'static str,
}

impl Field {
    /// The choices of a field that has some, in the order of the table.
    pub fn choices(&self) -> &'static [Choice] {
        match self.shape {
            Shape::Choice(c) | Shape::Choices(c) => c,
            _ => &[],
        }
    }

    /// The kinds of record that the field may name, if it names any.
    pub fn targets(&self) -> &'static [Kind] {
        match self.shape {
            Shape::Link(k) | Shape::Links(k) => k,
            Shape::Person | Shape::People => &[Kind::Person],
            _ => &[],
        }
    }

    /// Whether the field holds a list.
    pub fn is_list(&self) -> bool {
        matches!(
            self.shape,
            Shape::Choices(_) | Shape::People | Shape::Links(_) | Shape::Lines | Shape::Parts(_)
        )
    }
}

impl Shape {
    /// The shape's name, as `annexa fields` prints it.
    pub fn name(self) -> &'static str {
        match self {
            Shape::Id => "id",
            Shape::Line => "line",
            Shape::Text => "text",
            Shape::Number(..) => "number",
            Shape::Likelihood => "likelihood",
            Shape::Consequence => "consequence",
            Shape::Date => "date",
            Shape::YesNo => "yes/no",
            Shape::Choice(_) => "choice",
            Shape::Choices(_) => "choices",
            Shape::Person => "person",
            Shape::People => "people",
            Shape::Link(_) => "link",
            Shape::Links(_) => "links",
            Shape::Lines => "lines",
            Shape::Parts(_) => "parts",
        }
    }
}

/// Finds a choice by its word or its label, whatever the case, spaces and hyphens.
pub fn find_choice(choices: &'static [Choice], typed: &str) -> Option<&'static Choice> {
    let plain = |s: &str| -> String {
        s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let wanted = plain(typed);
    choices.iter().find(|c| plain(c.word) == wanted || plain(c.label) == wanted)
}
