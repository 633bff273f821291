//! keys.ron: the user's keys as a patch over the default ones.
//!
//! ```ron
//! {
//!     "global": { "ctrl-x": "quit", "g z": none },   // none takes the keys away
//!     "list": { "S": "sort" },
//! }
//! ```
//! Contexts, keys and actions are those that `annexa keys` lists. Each entry stands for itself: one
//! that is wrong is told with line and column, and all others hold.

mod clash;
mod print;
mod read;
mod reserved;

pub use print::{default_file, keys_table};
pub use read::read;
pub use reserved::why_not;

#[cfg(test)]
mod tests;
