//! What every judgement is made from.

use crate::{isms::Isms, standard::Standard};
use chrono::NaiveDate;

/// The records, the standard and the day.
#[derive(Clone, Copy)]
pub(super) struct Cx<'a> {
    pub isms: &'a Isms,
    pub standard: &'a Standard,
    pub today: NaiveDate,
}
