//! The scope: holes, too broad, no risk; creep since the baseline, and what it lacks.

use super::*;
use crate::assess::{
    ClauseIssue, Count,
    scope::{BaselineFrom, ElementIssue as E, ElementState, Lack, Moved, ScopeIssue as S},
};
use crate::isms::{Fact, Sensitivity};

/// One element, and whatever else stands in isms.ron and the other files.
fn world(element: &str, isms_ron: &str, files: &[(File, &str)]) -> Isms {
    let inside = format!("elements: [(id: \"SC-1\", title: \"One\", {element})], {isms_ron}");
    let mut all = vec![(File::Isms, inside.as_str())];
    all.extend_from_slice(files);
    isms(&all)
}

fn one(element: &str) -> ElementState {
    judged(&world(element, "", &[])).elements.remove(0)
}

fn fires(element: &str, issue: E) {
    assert!(one(element).issues.contains(&issue), "{element}: {:?}", one(element).issues);
}

fn silent(element: &str, issue: E) {
    assert!(!one(element).issues.contains(&issue), "{element}");
}

#[test]
fn holes() {
    fires("", E::Undecided);
    silent("inside: Out, reason: \"r\"", E::Undecided);
    fires("inside: Out, kind: Supplier, admin_access: true", E::AdminOutside);
    silent("inside: In, kind: Supplier, admin_access: true", E::AdminOutside);
    fires("inside: Out, kind: System, critical: true", E::CriticalOutside);
    fires("inside: Out, kind: Service, customer: true", E::CustomersOutside);
    fires("inside: Out, kind: System, data: Personal", E::DataOutside(Sensitivity::Personal));
    silent("inside: Out, kind: Supplier, data: Personal", E::DataOutside(Sensitivity::Personal));
    silent("inside: Out, kind: System, data: Internal", E::DataOutside(Sensitivity::Internal));
    fires("inside: Out", E::OutsideUnjustified);
    silent("inside: Out, reason: \"Pay slips only.\"", E::OutsideUnjustified);
    let named = "risks: [(id: \"R-1\", elements: [\"SC-1\"])],";
    let out = world("inside: Out, reason: \"r\"", "", &[(File::Risks, named)]);
    assert!(judged(&out).elements[0].issues.contains(&E::OutsideWithRisk(1)));
    silent("inside: Out, reason: \"r\"", E::OutsideWithRisk(1));
    assert!(one("").is_hole());
    assert!(
        !one("inside: Out, kind: Supplier, data: Personal, reason: \"Pay slips only.\"").is_hole()
    );
}

#[test]
fn too_broad_and_without_risk() {
    fires("inside: In", E::TooBroad);
    fires("inside: In, data: NoData", E::TooBroad);
    for matters in ["data: Internal", "critical: true", "customer: true", "admin_access: true"] {
        silent(&format!("inside: In, {matters}"), E::TooBroad);
        fires(&format!("inside: In, {matters}"), E::NoRisk);
    }
    let risk =
        |status: &str| format!("risks: [(id: \"R-1\", elements: [\"SC-1\"], status: {status})],");
    let with_risk = |status: &str| {
        let isms = world("inside: In", "", &[(File::Risks, &risk(status))]);
        judged(&isms).elements.remove(0)
    };
    assert!(!with_risk("Open").is_broad() && !with_risk("Open").lacks_risk());
    assert!(with_risk("Closed").is_broad() && with_risk("Closed").lacks_risk());
}

#[test]
fn housekeeping() {
    fires("inside: In", E::NoOwner);
    fires("inside: In", E::NoReason);
    fires("inside: In", E::NoDecider);
    fires("inside: In", E::NoSince);
    fires("inside: In", E::DataUnstated);
    let whole = "inside: In, owner: \"a\", reason: \"r\", decided_by: \"a\", since: \"2026-01-01\", data: Internal";
    assert_eq!(one(whole).issues, [E::NoRisk]);
}

const NEW: &str =
    "inside: In, since: \"2026-10-12\", reason: \"r\", decided_by: \"a\", data: Personal";
const DAY: &str = "scope: (baseline: \"2026-06-30\"),";

fn lacks(element: &str, isms_ron: &str, files: &[(File, &str)]) -> Vec<Lack> {
    let state = judged(&world(element, isms_ron, files)).elements.remove(0);
    state.creep.map_or_else(Vec::new, |creep| creep.lacks)
}

#[test]
fn what_came_in_after_the_day_is_creep() {
    let moved = |element: &str, scope: &str| {
        let state = judged(&world(element, scope, &[])).elements.remove(0);
        state.creep.map(|creep| creep.moved)
    };
    assert_eq!(moved(NEW, DAY), Some(Moved::Added));
    assert_eq!(moved(NEW, ""), None);
    assert_eq!(moved(NEW, "scope: (baseline: \"2026-10-12\"),"), None);
    assert_eq!(moved("since: \"2026-10-12\"", DAY), Some(Moved::Undecided));
    assert_eq!(moved("inside: Out, since: \"2026-10-12\"", DAY), Some(Moved::Out));
    let approved = "scope: (version: \"1\", approvals: [(version: \"1\", by: \"carl\", made: \"2026-06-30\")]),";
    assert_eq!(moved(NEW, approved), Some(Moved::Added));
    let judged = judged(&world(NEW, approved, &[]));
    assert_eq!(judged.boundary.baseline.unwrap().from, BaselineFrom::Approval);
}

#[test]
fn a_list_of_what_stood_says_what_changed() {
    let against = |element: &str, stood: &str| {
        let scope = format!(
            "scope: (baseline: \"2026-06-30\", baseline_elements: [(id: \"SC-9\", inside: Out), {stood}]),"
        );
        judged(&world(element, &scope, &[])).elements.remove(0).creep
    };
    let moved = |element: &str, stood: &str| against(element, stood).map(|creep| creep.moved);
    let inside = "(id: \"SC-1\", inside: In, data: Internal)";
    assert_eq!(moved("inside: In, data: Internal", inside), None);
    assert_eq!(
        moved("inside: In, data: Personal", inside),
        Some(Moved::Data(Sensitivity::Internal, Sensitivity::Personal))
    );
    assert_eq!(moved("inside: In, data: NoData", inside), None);
    assert_eq!(moved("inside: In, data: Internal, admin_access: true", inside), Some(Moved::Admin));
    assert_eq!(moved("inside: Out", inside), Some(Moved::Out));
    assert_eq!(moved("", inside), Some(Moved::Undecided));
    assert_eq!(moved("inside: In", "(id: \"SC-1\", inside: Out)"), Some(Moved::In));
    assert_eq!(moved("inside: In", ""), Some(Moved::Added));
    assert_eq!(moved("inside: Out", ""), Some(Moved::Outside));
    // dated before a baseline that did not know it
    assert!(against("inside: In, since: \"2026-01-01\"", "").unwrap().backdated);
    assert!(!against("inside: In, since: \"2026-10-01\"", "").unwrap().backdated);
}

#[test]
fn creep_lacks_a_risk_until_one_is_assessed_afterwards() {
    assert_eq!(lacks(NEW, DAY, &[]), [Lack::Risk, Lack::Soa, Lack::Audit]);
    let risk = |assessed: &str| {
        format!("risks: [(id: \"R-1\", elements: [\"SC-1\"], assessed: \"{assessed}\")],")
    };
    let old = lacks(NEW, DAY, &[(File::Risks, &risk("2026-09-01"))]);
    assert_eq!(old[0], Lack::Assessment(Some(day("2026-09-01"))));
    let new = lacks(NEW, DAY, &[(File::Risks, &risk("2026-10-20"))]);
    assert_eq!(new, [Lack::Soa, Lack::Audit]);
    let nobody = with(NEW, "decided_by", "\"\"");
    assert_eq!(lacks(&nobody, DAY, &[])[0], Lack::Decision);
}

#[test]
fn creep_lacks_the_soa_until_it_is_looked_at() {
    let soa = |date: &str| format!("soa: (version: \"2\", date: \"{date}\"),");
    assert!(lacks(NEW, DAY, &[(File::Controls, &soa("2026-09-01"))]).contains(&Lack::Soa));
    assert!(!lacks(NEW, DAY, &[(File::Controls, &soa("2026-10-12"))]).contains(&Lack::Soa));
    let risk = "risks: [(id: \"R-1\", elements: [\"SC-1\"], controls: [\"8.8\", \"8.9\"])],";
    let reviewed = |second: &str| {
        format!(
            "controls: [(id: \"8.8\", last_review: \"2026-11-01\"), (id: \"8.9\", last_review: \"{second}\")],"
        )
    };
    let one_old = [(File::Risks, risk), (File::Controls, &*reviewed("2026-01-01"))];
    assert!(lacks(NEW, DAY, &one_old).contains(&Lack::Soa));
    let both = [(File::Risks, risk), (File::Controls, &*reviewed("2026-11-02"))];
    assert!(!lacks(NEW, DAY, &both).contains(&Lack::Soa));
}

#[test]
fn creep_lacks_an_audit_until_one_covers_it_or_is_planned() {
    let audit = |fields: &str| format!("audits: [(id: \"IA-1\", kind: Internal, {fields})],");
    let has =
        |fields: &str| lacks(NEW, DAY, &[(File::Audit, &audit(fields))]).contains(&Lack::Audit);
    assert!(has("status: Done, end: \"2026-11-01\""));
    assert!(has("status: Done, end: \"2026-09-01\", elements: [\"SC-1\"]"));
    assert!(has("status: Cancelled, planned: \"2027-01-01\", elements: [\"SC-1\"]"));
    assert!(!has("status: Done, end: \"2026-11-01\", elements: [\"SC-1\"]"));
    assert!(!has("status: Planned, planned: \"2027-01-01\", elements: [\"SC-1\"]"));
    assert!(!has("status: Planned, planned: \"2027-01-01\", scope: \"SC-1 and what hangs on it\""));
    assert!(has("status: Planned, planned: \"2027-01-01\", scope: \"SC-11 and what hangs on it\""));
}

#[test]
fn each_figure_counts_its_elements_and_reaches_its_clause() {
    let elements = "elements: [
        (id: \"SC-1\", inside: In, since: \"2026-10-12\", data: Personal),
        (id: \"SC-2\"),
        (id: \"SC-3\", inside: In),
        (id: \"SC-4\", inside: Out, reason: \"r\", kind: Supplier),
    ],";
    let isms = isms(&[(File::Isms, &format!("{elements} {DAY}"))]);
    let found = judged(&isms);
    let ids = |count| {
        let rows = found.rows_of(count).into_iter();
        rows.map(|(kind, row)| isms.key(kind, row).unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(ids(Count::ScopeInside), ["SC-1", "SC-3"]);
    assert_eq!(ids(Count::ScopeCreep), ["SC-1"]);
    assert_eq!(ids(Count::ScopeUnfinished), ["SC-1"]);
    assert_eq!(ids(Count::ScopeHoles), ["SC-2"]);
    assert_eq!(ids(Count::ScopeBroad), ["SC-3"]);
    assert_eq!(ids(Count::ScopeNoRisk), ["SC-1", "SC-3"]);
    let has = |clause: &str, count: Count, rows: usize| {
        let row = isms.row(Kind::Clause, clause).unwrap();
        found.clauses[row].issues.contains(&ClauseIssue::Records { count, rows })
    };
    assert!(has("4.3", Count::ScopeHoles, 1) && has("4.3", Count::ScopeBroad, 1));
    assert!(has("6.3", Count::ScopeUnfinished, 1) && has("6.1.2", Count::ScopeNoRisk, 2));
}

#[test]
fn the_scope_as_a_whole() {
    let issues = |text: &str| judged(&isms(&[(File::Isms, text)])).boundary.issues;
    let bare = issues("scope: (),");
    assert!(bare.contains(&S::NoStatement) && bare.contains(&S::NothingInside));
    assert!(bare.contains(&S::NoVersion) && bare.contains(&S::NoOwner));
    let whole = "scope: (statement: \"All\", version: \"1\", date: \"2026-06-30\", owner: \"a\"), elements: [(id: \"SC-1\", inside: In)],";
    assert_eq!(issues(whole), []);
    let supplier = "elements: [(id: \"SC-1\", inside: In, kind: Supplier)],";
    assert!(issues(&format!("scope: (), {supplier}")).contains(&S::NoInterfaces));
    assert!(
        !issues(&format!("scope: (interfaces: \"API\"), {supplier}")).contains(&S::NoInterfaces)
    );
    let denied = S::FactDenied(Fact::Suppliers, 0);
    assert!(issues(&format!("organisation: (absent: [Suppliers]), {supplier}")).contains(&denied));
    assert!(!issues(&format!("organisation: (facts: [Suppliers]), {supplier}")).contains(&denied));
    let unseen = S::FactWithoutElement(Fact::Suppliers);
    assert!(issues("organisation: (facts: [Suppliers]),").contains(&unseen));
    assert!(!issues(&format!("organisation: (facts: [Suppliers]), {supplier}")).contains(&unseen));
    let held = |version: &str| {
        let document = format!(
            "documents: [(id: \"D-1\", supports: [\"DI-01\"], status: Approved, version: \"{version}\")],"
        );
        let isms =
            isms(&[(File::Isms, "scope: (version: \"1.2\"),"), (File::Documents, &document)]);
        judged(&isms).boundary.issues.contains(&S::OtherVersion(0))
    };
    assert!(held("1.1") && !held("1.2"));
    let both = "organisation: (facts: [Cloud], absent: [Cloud]),";
    assert!(issues(both).contains(&S::FactBoth(Fact::Cloud)));
    let gone = "scope: (baseline: \"2026-06-30\", baseline_elements: [(id: \"SC-7\", title: \"Old\", inside: In)]),";
    assert!(issues(gone).contains(&S::Gone("SC-7 Old".to_string(), 1)));
}

#[test]
fn exclusions_that_rest_on_an_open_question() {
    let open = |facts: &str| {
        let excluded = "controls: [(id: \"8.30\", applicable: No, justification: \"Nobody else develops for us.\")],";
        let isms = isms(&[(File::Isms, facts), (File::Controls, excluded)]);
        judged(&isms).boundary.issues.contains(&S::FactOpen(Fact::OutsourcedDevelopment, 1))
    };
    assert!(open("organisation: (name: \"T\"),"));
    assert!(!open("organisation: (absent: [OutsourcedDevelopment]),"));
}
