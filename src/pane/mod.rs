//! What each pane lists and shows.
//!
//! A pane is a few lists over records; all lists share one table ([`list`]), one set of columns
//! ([`mod@column`]) and one detail ([`mod@detail`]). The dashboard and the heat map draw themselves, but know
//! their figures only as doors to rows. Nothing here touches a terminal or a file.

pub mod attribute;
pub mod boundary;
pub mod case;
pub mod clause_row;
pub mod column;
pub mod columns;
pub mod consequences;
pub mod criteria;
pub mod dashboard;
pub mod decisions;
pub mod demand;
pub mod detail;
pub mod facts;
pub mod field;
pub mod heat;
mod judged;
pub mod list;
pub mod place;
pub mod row;
mod soa;
mod state_cell;
pub mod trail;
pub mod tree;

pub use attribute::Attribute;
pub use column::{Cell, Column};
pub use columns::Spec;
pub use list::{List, Only};
pub use place::{ListId, PaneId};
pub use row::{Part, Row};

use crate::{assess::Assessment, isms::Isms, standard::Standard};
use chrono::NaiveDate;

/// What panes and layers may look at.
#[derive(Clone, Copy)]
pub struct Cx<'a> {
    /// The organisation's records.
    pub isms: &'a Isms,
    /// The standard.
    pub standard: &'a Standard,
    /// What is judged about the records.
    pub assessment: &'a Assessment,
    /// The day on which it is judged.
    pub today: NaiveDate,
}
