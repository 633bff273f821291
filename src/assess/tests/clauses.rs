use super::*;
use crate::assess::{ClauseIssue as I, Currency};

fn has(files: &[(File, &str)], id: &str, issue: fn(&I) -> bool) -> bool {
    let mut all = vec![(File::Isms, FRAME)];
    all.extend_from_slice(files);
    let isms = isms(&all);
    let row = isms.row(Kind::Clause, id).unwrap();
    judged(&isms).clauses[row].issues.iter().any(issue)
}

fn clause(fields: &str) -> String {
    format!("clauses: [(id: \"7.2\", {fields})],")
}

fn fires(fields: &str, issue: fn(&I) -> bool) {
    assert!(has(&[(File::Clauses, &clause(fields))], "7.2", issue), "{fields}");
}

fn silent(fields: &str, issue: fn(&I) -> bool) {
    assert!(!has(&[(File::Clauses, &clause(fields))], "7.2", issue), "{fields}");
}

#[test]
fn conformity() {
    fires("", |i| *i == I::NotAssessed);
    fires("conformity: Nonconforming", |i| *i == I::Nonconforming);
    fires("conformity: Partial", |i| *i == I::Partial);
    silent("conformity: Conforming", |i| {
        matches!(i, I::NotAssessed | I::Nonconforming | I::Partial)
    });
    fires("conformity: Conforming, items: [(id: \"7.2 a\", conformity: Partial)]", |i| {
        *i == I::ItemsOpen(1)
    });
    silent("conformity: Conforming, items: [(id: \"7.2 a\", conformity: Conforming)]", |i| {
        matches!(i, I::ItemsOpen(_))
    });
}

#[test]
fn a_subclause_and_its_items_contradict_each_other() {
    let item = |letter: char, word: &str| format!("(id: \"7.2 {letter}\", conformity: {word}),");
    let all = |word: &str| ['a', 'b', 'c', 'd'].map(|letter| item(letter, word)).concat();
    let says = |word: &str, items: &str| format!("conformity: {word}, items: [{items}]");
    fires(&says("Conforming", &item('a', "Nonconforming")), |i| *i == I::ItemsNonconforming(1));
    silent(&says("Partial", &item('a', "Nonconforming")), |i| {
        matches!(i, I::ItemsNonconforming(_))
    });
    fires(&says("Conforming", &item('a', "Conforming")), |i| *i == I::ItemsUnwritten(3));
    silent(&says("Conforming", ""), |i| matches!(i, I::ItemsUnwritten(_)));
    silent(&says("Conforming", &all("Conforming")), |i| matches!(i, I::ItemsUnwritten(_)));
    fires(&says("Partial", &all("Conforming")), |i| *i == I::ItemsBetter);
    silent(&says("Partial", &item('a', "Conforming")), |i| *i == I::ItemsBetter);
    silent(&says("Conforming", &all("Conforming")), |i| *i == I::ItemsBetter);
    let counted = |fields: &str| {
        let isms = isms(&[(File::Clauses, &clause(fields))]);
        let found = judged(&isms);
        found.rows_of(crate::assess::Count::ItemsContradict).len()
    };
    assert_eq!(counted(&says("Conforming", &item('a', "Nonconforming"))), 1);
    assert_eq!(counted(&says("Conforming", &all("Conforming"))), 0);
}

#[test]
fn owner_and_date() {
    fires("", |i| *i == I::NoOwner);
    silent("owner: \"emil\"", |i| *i == I::NoOwner);
    fires("owner: \"dora\"", |i| *i == I::OwnerLeft);
    silent("owner: \"emil\"", |i| *i == I::OwnerLeft);
    fires("due: \"2026-11-20\"", |i| *i == I::Overdue(4));
    silent("due: \"2026-11-20\", conformity: Conforming", |i| matches!(i, I::Overdue(_)));
}

#[test]
fn documented_information() {
    let missing = |i: &I| matches!(i, I::DocumentMissing { id: "DI-02", .. });
    let pending = |i: &I| matches!(i, I::DocumentPending { currency: Currency::Draft, .. });
    assert!(has(&[], "5.2", missing));
    let document = |status: &str| {
        format!(
            "documents: [(id: \"D-1\", title: \"Policy\", supports: [\"DI-02\"], status: {status}, version: \"1\", owner: \"emil\", approved_by: \"carl\", approved: \"2026-05-01\")],"
        )
    };
    assert!(!has(&[(File::Documents, &document("Approved"))], "5.2", missing));
    assert!(has(&[(File::Documents, &document("Draft"))], "5.2", pending));
    assert!(!has(&[(File::Documents, &document("Approved"))], "5.2", pending));
}

#[test]
fn records_may_be_kept_as_evidence_or_in_the_register_itself() {
    let missing = |i: &I| matches!(i, I::DocumentMissing { id: "DI-08", .. });
    assert!(has(&[], "7.2", missing));
    let evidence = "evidence: [(id: \"E-1\", supports: [\"anna\"], obtained: \"2026-10-01\")],";
    assert!(!has(&[(File::Evidence, evidence)], "7.2", missing));
    let assessed = |i: &I| matches!(i, I::DocumentMissing { id: "DI-11", .. });
    assert!(has(&[], "8.2", assessed));
    assert!(!has(&[(File::Risks, &format!("risks: [({RISK})],"))], "8.2", assessed));
}

#[test]
fn open_findings() {
    let finding = |closed: &str| {
        format!(
            "nonconformities: [(id: \"NC-1\", grade: Minor, refs: [\"clause 7.2\"], cause: \"c\", action: \"a\", {closed})],"
        )
    };
    let open = |i: &I| matches!(i, I::FindingsOpen { finding: 0, count: 1 });
    assert!(has(&[(File::Actions, &finding(""))], "7.2", open));
    let closed = "status: Closed, done: \"2026-09-01\", reviewed: \"2026-10-01\", effective: Yes, closed: \"2026-10-01\"";
    assert!(!has(&[(File::Actions, &finding(closed))], "7.2", open));
}
