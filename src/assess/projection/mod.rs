//! What a decision was made on, as text: one `label: value` a line, in one canonical form.
//!
//! The text is kept with the decision. Equal texts mean that nothing changed; a different one says by
//! its labels what did. Plain lines, so that a git diff of it can be read.

mod compare;
mod document;
mod risk;
mod text;

pub use compare::{Difference, changed, differences};
pub(super) use document::{criteria_text, scope_text, soa_text, yardstick};
pub use document::{of_criteria, of_scope, of_soa};
pub use risk::of_risk;
pub(super) use risk::{Subject, write_risk};
pub(super) use text::line;
pub use text::{parse, to_text};

/// A projection: labels with their texts, in order.
pub type Lines = Vec<(String, String)>;

#[cfg(test)]
mod tests;
