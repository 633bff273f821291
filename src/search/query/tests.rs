//! How filters are read and written.

use super::{Query, QueryError};
use crate::search::sample::today;
use proptest::prelude::*;

fn error(text: &str) -> String {
    Query::parse(text, today()).unwrap_err().to_string()
}

fn typed(text: &str) -> String {
    Query::typed(text, today()).to_string()
}

#[test]
fn a_filter_is_written_as_it_is_read() {
    for text in [
        "",
        "patch",
        "!patch server",
        "\"build agents\" !\"a \\\"quote\\\" and \\\\\"",
        "status:none,planned owner:\"Mara Lindt\"",
        "gap:>2 due:<=30d maturity:>=3,<1",
        "evidence: !evidence !owner:mara",
        "12:30 a,b !!x 5\"x",
        "owner:\"\"",
    ] {
        assert_eq!(Query::parse(text, today()).unwrap().to_string(), text);
    }
    assert_eq!(typed("  Status:None,,planned   x "), "status:None,planned x");
    assert_eq!(typed("gap:=2"), "gap:2");
}

#[test]
fn errors_say_what_was_perhaps_meant() {
    assert_eq!(
        error("stauts:partial"),
        "No record has a field \"stauts\"; did you mean status or start? \
         To search for the text itself, put it in quotes."
    );
    assert!(error("https://example.org").starts_with("No record has a field \"https\""));
    assert_eq!(error("!"), "A word or a field is missing after \"!\".");
    assert_eq!(error("gap:>"), "\"gap\" compares, but with nothing: a value is missing.");
    assert_eq!(error("a \"b c"), "The quote before \"b c\" is never closed.");
    assert_eq!(
        error("due:soon"),
        "due takes a date such as 2027-01-31, 2027-01, today, 30d, -2w or 1y; \"soon\" is none."
    );
    assert_eq!(error("maturity:high"), "maturity takes a number; \"high\" is none.");
    assert!(error("conformity:maybe").contains("one of not assessed, nonconforming, partial"));
    assert!(error("justified:maybe").contains("yes or no"));
}

#[test]
fn what_is_unfinished_is_left_out() {
    for text in ["patch !", "patch sta:x", "patch gap:>", "patch due:<2026-", "patch \"", "patch"] {
        let query = Query::typed(text, today());
        assert_eq!(query.to_string(), "patch", "{text}");
        assert_eq!(query.problem(), None, "{text}");
    }
    assert_eq!(typed("patch \"two wo"), "patch \"two wo\"");
    assert_eq!(typed("status:par"), "status:par");
}

#[test]
fn what_is_finished_but_wrong_is_left_out_and_said() {
    let query = Query::typed("patch stauts:x due:2027", today());
    assert_eq!(query.to_string(), "patch due:2027");
    assert!(matches!(query.problem(), Some(QueryError::UnknownField { .. })));
    assert!(Query::typed("stauts:x ", today()).problem().is_some());
}

proptest! {
    #[test]
    fn whatever_is_typed_is_taken_and_written_so_that_it_reads_the_same(
        text in "([a-z!:,<>=\"\\\\ 0-9é.-]|status:|due:|gap:|owner:|evidence:){0,12}"
    ) {
        let typed = Query::typed(&text, today());
        let written = typed.to_string();
        let read = Query::parse(&written, today());
        prop_assert_eq!(read.map(|query| query.to_string()), Ok(written));
        if let Ok(query) = Query::parse(&text, today()) {
            prop_assert_eq!(Query::parse(&query.to_string(), today()), Ok(query));
        }
    }
}
