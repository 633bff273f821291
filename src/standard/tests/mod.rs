//! The compiled-in facts checked as a whole; each file asks one kind of question.

mod attributes;
mod facts;
mod references;
mod texts;

use super::Standard;

fn standard() -> Standard {
    Standard::load().unwrap()
}
