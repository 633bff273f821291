use super::*;
use crate::assess::Currency as C;

fn document(fields: &str) -> C {
    let text = format!("documents: [(id: \"D-1\", {fields})],");
    judged(&isms(&[(File::Documents, &text)])).documents[0].currency
}

fn evidence(fields: &str) -> C {
    let text = format!("evidence: [(id: \"E-1\", {fields})],");
    judged(&isms(&[(File::Evidence, &text)])).evidence[0].currency
}

const WHOLE: &str =
    "status: Approved, version: \"1\", owner: \"a\", approved_by: \"b\", approved: \"2026-10-01\",";

#[test]
fn documents() {
    assert_eq!(document(WHOLE), C::Current);
    assert_eq!(document(&with(WHOLE, "status", "Draft")), C::Draft);
    assert_eq!(document(&with(WHOLE, "status", "Review")), C::InReview);
    assert_eq!(document(&with(WHOLE, "status", "Withdrawn")), C::Withdrawn);
    for field in ["version", "owner", "approved_by"] {
        assert_eq!(document(&with(WHOLE, field, "\"\"")), C::Incomplete, "{field}");
    }
    assert_eq!(document(&with(WHOLE, "approved", "None")), C::Incomplete);
    assert_eq!(document(&with(WHOLE, "approved", "\"2025-11-20\"")), C::Lapsed { days: 4 });
    assert_eq!(document(&format!("{WHOLE} review: \"2026-11-20\"")), C::Lapsed { days: 4 });
    assert_eq!(document(&format!("{WHOLE} review: \"2026-11-24\"")), C::DueSoon { days: 0 });
}

#[test]
fn pieces_of_evidence() {
    assert_eq!(evidence("obtained: \"2026-10-01\""), C::Current);
    assert_eq!(evidence("obtained: \"2025-10-01\""), C::Lapsed { days: 54 });
    assert_eq!(evidence("obtained: \"2026-10-01\", until: \"2026-11-20\""), C::Lapsed { days: 4 });
    assert_eq!(evidence("obtained: \"2025-10-01\", until: \"2027-11-20\""), C::Current);
    assert_eq!(evidence("until: \"2027-11-20\""), C::Undated);
    assert_eq!(evidence(""), C::Undated);
    assert_eq!(evidence("obtained: \"2026-12-01\""), C::Ahead);
    // what it covers counts, not when it was fetched
    assert_eq!(evidence("to: \"2025-06-30\", obtained: \"2026-10-01\""), C::Lapsed { days: 147 });
}

#[test]
fn a_default_interval_is_called_one() {
    let text = "evidence: [(id: \"E-1\", obtained: \"2026-10-01\")],";
    let found = judged(&isms(&[(File::Evidence, text)]));
    assert!(found.evidence[0].by_default);
    let declared = [(File::Isms, "intervals: (evidence: 6),"), (File::Evidence, text)];
    let found = judged(&isms(&declared));
    assert!(!found.evidence[0].by_default);
    assert_eq!(found.evidence[0].until, Some(day("2027-04-01")));
}
