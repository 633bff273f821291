//! The one idea: a change is a value.
//!
//! Every mutation is a [`Change`] of one field of one record, or a record inserted or removed; a
//! [`Transaction`] is a labelled list of them. Saving, undo, redo, merging with what another program
//! wrote, diffs and imports are all made of these. There is no second way to write a file.

mod apply;
mod diff;
mod fields;
mod history;
mod lettered;
mod model;
mod plan;
mod rebase;
mod records;
mod soa;
mod window;
mod words;

pub use apply::{Applied, Refused, apply, take_back};
pub use diff::diff;
pub use history::History;
pub use lettered::set_all;
pub use model::{Change, Transaction};
pub use rebase::{Conflict, Rebased, merged_list, rebase};
pub use soa::{next_version, reassessing, roll_forward};
pub use words::{change_in_words, label_of};
