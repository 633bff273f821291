//! Finding records: one folding, one filter language, one ranking, for every place where people search.
//!
//! [`query`] is the filter language of `/`, `annexa list`, saved views and find; [`facts`] answers what
//! it asks of a row. [`index`] holds a folded copy of all records for find, [`rank`] orders hits, and
//! is the only one that knows the fuzzy matcher behind it.

mod complete;
pub mod facts;
mod find;
pub mod fold;
mod id;
pub mod index;
mod name;
mod needle;
mod query;
pub mod rank;
#[cfg(test)]
mod sample;
pub mod spelling;
mod want;
mod word;

pub use complete::complete;
pub use facts::RowFacts;
pub use find::{Found, Hit};
pub use index::Index;
pub use name::known_fields;
pub use query::{Query, QueryError};
