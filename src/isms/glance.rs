//! A field's value, looked at without copying it: thousands of rows are filtered while a key is down.

use super::Text;
use chrono::NaiveDate;

/// What stands in a field, borrowed from its record.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Glance<'a> {
    /// Nothing.
    Nothing,
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// A date.
    Date(NaiveDate),
    /// A text, or an id.
    Text(&'a str),
    /// Several texts, or ids.
    Texts(&'a [Text]),
    /// Words of the field's choices: bit n for the one at place n of its table.
    Choices(u64),
    /// So many small records.
    Parts(usize),
}
