//! The one place where text meets cells: made safe, measured, cut, wrapped.
//!
//! Everything that is drawn goes through [`put`], so no byte of a record, a file name or an error can
//! reach the terminal as anything but a visible character. Widths are ratatui's, grapheme by
//! grapheme, so that what is measured here is what the screen later counts. Plain ASCII, most of
//! every frame, takes a path without graphemes, tables or memory.

mod cut;
mod measure;
mod put;
mod safe;
mod wrap;

pub use cut::{fit, middle};
pub use measure::width;
pub use put::{blank, put, put_middle};
pub use safe::safe;
pub use wrap::wrap;

#[cfg(test)]
mod tests;
