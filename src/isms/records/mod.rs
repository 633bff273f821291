//! The record types: one file each, with its field table.

mod action;
mod audit;
mod clause;
mod control;
mod criteria;
mod cycle;
mod decision;
mod document;
mod evidence;
mod item;
mod nonconformity;
mod organisation;
mod parties;
mod person;
mod review;
mod risk;
mod scope;
mod soa;

pub use action::Action;
pub use audit::{Audit, Programme, Visit};
pub use clause::{Clause, ClauseItem};
pub use control::Control;
pub use criteria::{Criteria, Level, Step};
pub use cycle::{Cycle, Intervals};
pub use decision::{Approval, Decision};
pub use document::Document;
pub use evidence::Evidence;
pub use item::Item;
pub use nonconformity::Nonconformity;
pub use organisation::{Objective, Organisation};
pub use parties::{Obligation, Party};
pub use person::Person;
pub use review::{Review, ReviewInput};
pub use risk::Risk;
pub use scope::{Element, Scope, Stood};
pub use soa::Soa;
