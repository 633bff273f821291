//! Finding records: one folding, one filter language, one ranking, for every place where people search.
pub mod fold;
