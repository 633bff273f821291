//! State, actions and what they do; no terminal and no disk in here.

mod action;
mod answer;
pub mod catalogue;
mod clash;
pub mod contexts;
pub mod geometry;
mod keymap;
mod load;
mod mouse;
mod msg;
pub mod own;
mod purpose;
mod seek;
pub mod start;
mod state;
pub mod tour;
mod typing;
mod update;
pub mod verbs;

pub use action::{About, Action, Context};
pub use keymap::{Keymap, Resolved};
pub use msg::{Draft, Effect, Loaded, Msg, Saved, Timer};
pub use own::{Own, OwnTheme, Said};
pub use purpose::Purpose;
pub use state::{App, Focus, Notice, Open, Repeat, Saving};
