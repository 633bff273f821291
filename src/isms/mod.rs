//! What the organisation says: its records, typed, beside the text that they were read from.
//!
//! One file per record type holds the struct and its field table (`records`); [`Isms`] holds the eight
//! registers as text and all their records. A record is read field by field (`read`, `cell`): a value
//! that makes no sense is kept, shown and reported (`wrong`), and spoils nothing else.

mod all;
mod cell;
mod choice;
mod cut;
mod edit;
mod field;
mod glance;
mod keys;
mod lettered;
mod link;
mod load;
mod moves;
mod parts;
mod place;
mod problem;
mod read;
mod record;
mod records;
mod register;
mod show;
mod table;
mod wrong;

pub use all::{At, Found, Isms};
pub use cell::{Cell, Parts, parse_date};
pub use choice::*;
pub(crate) use cut::{narrow, nodes};
pub(crate) use edit::Edit;
pub use field::{Choice, Field, Shape, find_choice};
pub use glance::Glance;
pub use link::{ScaleOf, resolve, resolve_any};
pub(crate) use moves::Moves;
pub use parts::{is_appended_only, part_fields, parts, with_part};
pub use place::{File, Kind};
pub use problem::{Problem, Severity, problems};
pub use read::Reader;
pub use record::{Part, Record};
pub(crate) use record::{part, record};
pub use records::*;
pub use register::{Register, State};
pub use show::{date_in, from_words, in_words};
pub use table::Table;
pub use wrong::{Why, Wrong};

/// Text of a field; empty when nothing is written there.
pub type Text = Box<str>;
