//! State, actions and what they do; no terminal and no disk in here.

mod action;
mod keymap;

pub use action::{About, Action, Context};
pub use keymap::{Keymap, Resolved};
