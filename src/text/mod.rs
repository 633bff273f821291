//! Lossless RON: reads a text's structure, and edits it so that only what was meant changes.
//!
//! The text is the document. [`Tree`] is an index of byte spans over it, [`Value`] what a node means,
//! an edit a list of [`Splice`]s. Printing is therefore the identity, comments need no keeping, and
//! undo is [`invert`]. Nothing here knows what a risk is, and nothing here touches a file.
//!
//! ron stays the judge of what is valid: the index accepts all that ron accepts, and a little more.
mod align;
mod change;
mod error;
mod file_text;
mod gap;
mod insert;
mod list;
mod literal;
mod parse;
mod quote;
mod read;
mod remove;
mod scan;
mod set;
mod skip;
mod splice;
mod tree;
mod value;
mod word;
mod write;

#[cfg(test)]
mod tests;

pub use error::{EditError, SyntaxError, line_col};
pub use file_text::FileText;
pub use gap::lead;
pub use list::{New, insert_item, insert_item_text, insert_items, remove_item, remove_items};
pub use quote::quote_like;
pub use read::read;
pub use set::{set_field, set_value};
pub use splice::{Splice, apply, invert, narrowed};
pub use tree::{Node, Shape, Tree};
pub use value::Value;
pub use write::write;
