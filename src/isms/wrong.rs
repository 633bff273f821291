//! What could not be read in a record: kept with it, shown in its place, never a reason to refuse the file.

use super::Text;

/// One value that could not be read, or a field that annexa does not know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// Key of the field as it stands in the file.
    pub field: Text,
    /// Byte offset of the value within the record's text.
    pub at: u32,
    /// The value as it stands in the file.
    pub raw: Text,
    /// What is the matter.
    pub why: Why,
}

/// What is the matter with a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// No field of that name exists; it is kept.
    UnknownField,
    /// The field stands there a second time; the first one counts.
    Twice,
    /// Something else was expected, named here ("a date like \"2026-01-31\"").
    Expected(Text),
}

impl std::fmt::Display for Wrong {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.why {
            Why::UnknownField => {
                write!(f, "annexa knows no field `{}` here; it is kept as it is", self.field)
            }
            Why::Twice => {
                write!(f, "`{}` stands here a second time; the first one counts", self.field)
            }
            Why::Expected(what) => {
                write!(f, "`{}` should be {what}, but is {}", self.field, shortened(&self.raw))
            }
        }
    }
}

fn shortened(raw: &str) -> String {
    let line = raw.lines().next().unwrap_or_default();
    if line.chars().count() > 60 || line.len() < raw.len() {
        line.chars().take(60).chain("…".chars()).collect()
    } else {
        line.to_string()
    }
}
