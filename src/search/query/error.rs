//! What can be wrong with a filter, in sentences.

use std::fmt;

/// Why a filter can't be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryError {
    /// No record has a field of that name.
    UnknownField {
        /// The name as typed.
        typed: String,
        /// Names that look like it.
        near: Vec<&'static str>,
    },
    /// A comparison without a value.
    NoValue(String),
    /// A lone `!`.
    NothingToDeny,
    /// A quote that is never closed.
    OpenQuote(String),
    /// The value is of no use with the field.
    Unfit {
        /// The field's name as typed.
        field: String,
        /// The value as typed.
        typed: String,
        /// What the field takes.
        takes: String,
    },
}

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownField { typed, near } => {
                write!(f, "No record has a field {typed:?}")?;
                if let Some((last, others)) = near.split_last() {
                    f.write_str("; did you mean ")?;
                    for (n, name) in others.iter().enumerate() {
                        write!(f, "{}{name}", if n == 0 { "" } else { ", " })?;
                    }
                    write!(f, "{}{last}?", if others.is_empty() { "" } else { " or " })?;
                } else {
                    f.write_str(".")?;
                }
                write!(f, " To search for the text itself, put it in quotes.")
            }
            Self::NoValue(field) => {
                write!(f, "{field:?} compares, but with nothing: a value is missing.")
            }
            Self::NothingToDeny => f.write_str("A word or a field is missing after \"!\"."),
            Self::OpenQuote(text) => write!(f, "The quote before {text:?} is never closed."),
            Self::Unfit { field, typed, takes } => {
                write!(f, "{field} takes {takes}; {typed:?} is none.")
            }
        }
    }
}

impl std::error::Error for QueryError {}
