//! Exports, diffs and the gap list by the real binary.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod cli_support;
use cli_support::Place;
use std::process::Command;

#[test]
fn the_soa_is_whole_in_every_format() {
    let place = Place::demo();
    let controls = place.json(&["list", "controls", "--json"]);
    let csv = place.ok(&["export", "soa"]);
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    assert_eq!(
        reader.headers().unwrap().iter().take(3).collect::<Vec<_>>(),
        ["ID", "Title", "Applicable"]
    );
    let ids: Vec<String> = reader.records().map(|row| row.unwrap()[0].to_string()).collect();
    let expected: Vec<&str> =
        controls.as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect();
    assert_eq!(ids, expected);
    let html = place.ok(&["export", "soa", "--format", "html"]);
    assert_eq!(html.matches("<tr>").count(), ids.len() + 1);
    let md = place.ok(&["export", "soa", "--format", "md"]);
    assert_eq!(md.lines().filter(|line| line.starts_with('|')).count(), ids.len() + 2);
    let json: serde_json::Value =
        serde_json::from_str(&place.ok(&["export", "soa", "--format", "json"])).unwrap();
    assert_eq!(json.as_array().unwrap().len(), ids.len());
}

#[test]
fn a_register_is_exported_with_all_fields() {
    let place = Place::demo();
    let csv = place.ok(&["export", "risks", "treatment:modify"]);
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    assert!(reader.headers().unwrap().iter().any(|head| head == "Residual reason"));
    let rows = place.json(&["list", "risks", "treatment:modify", "--json"]);
    assert_eq!(reader.records().count(), rows.as_array().unwrap().len());
    assert!(place.run(&["export", "isms"]).err.contains("people"));
    assert!(place.ok(&["export", "people"]).starts_with("ID,Name"));
}

#[test]
fn the_plan_leaves_no_open_risk_out() {
    let place = Place::demo();
    let csv = place.ok(&["export", "plan"]);
    let count = csv::Reader::from_reader(csv.as_bytes()).records().count();
    let open = place.json(&["list", "risks", "status:open", "--json"]);
    assert_eq!(count, open.as_array().unwrap().len());
}

#[test]
fn a_formula_does_not_survive() {
    let place = Place::new_isms();
    place.write(
        "risks.ron",
        "Risks(schema: 1, risks: [(id: \"R-1\", title: \"=HYPERLINK(1)\", notes: \"@x\")])",
    );
    let csv = place.ok(&["export", "risks"]);
    assert!(csv.contains("'=HYPERLINK(1)") && csv.contains("'@x"), "{csv}");
}

#[test]
fn an_export_goes_to_a_file_but_never_over_a_register() {
    let place = Place::demo();
    let before = place.text("controls.ron");
    assert_eq!(place.ok(&["export", "soa", "-o", "soa.csv"]), "");
    assert_eq!(place.text("soa.csv"), place.ok(&["export", "soa"]));
    assert_eq!(place.run(&["export", "soa", "--output", "controls.ron"]).code, 1);
    assert_eq!(place.text("controls.ron"), before);
    assert_eq!(place.run(&["export", "soa", "-o", "no/such/folder.csv"]).code, 2);
}

#[test]
fn the_gap_list_is_the_vital_sign() {
    let place = Place::demo();
    let status = place.json(&["status", "--json"]);
    let gaps = place.json(&["gaps", "--json"]);
    let gaps = gaps.as_array().unwrap();
    assert_eq!(status["gaps"]["total"], gaps.len());
    let high = gaps.iter().filter(|gap| gap["priority"] == "high").count();
    assert_eq!(status["gaps"]["high"], high);
    assert!(gaps.iter().all(|gap| !gap["because"].as_array().unwrap().is_empty()));
    let listed = place.json(&["list", "controls", "--json"]);
    let with = listed.as_array().unwrap().iter().filter(|row| !row["gap"].is_null()).count();
    assert_eq!(gaps.iter().filter(|gap| gap["record"] == "controls").count(), with);
    assert_eq!(status["stages"].as_array().unwrap().len(), 5);
    let csv = place.ok(&["export", "gaps"]);
    assert_eq!(csv::Reader::from_reader(csv.as_bytes()).records().count(), gaps.len());
}

fn git(place: &Place, args: &[&str]) {
    let mut git = Command::new("git");
    git.args(["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]);
    assert!(
        git.args(args).current_dir(place.path()).output().unwrap().status.success(),
        "{args:?}"
    );
}

#[test]
fn a_diff_says_field_by_field_what_changed() {
    let place = Place::demo();
    git(&place, &["init", "-q"]);
    git(&place, &["add", "."]);
    git(&place, &["commit", "-qm", "first"]);
    assert_eq!(place.ok(&["diff"]), "No field differs.\n");
    let risks = place.text("risks.ron");
    assert_eq!(risks.matches("title: \"Unpatched build agents\"").count(), 1);
    place.write(
        "risks.ron",
        &risks.replace("title: \"Unpatched build agents\"", "title: \"Old build agents\""),
    );
    let expected = "R-014 risk Unpatched build agents → Old build agents\n";
    assert_eq!(place.ok(&["diff"]), expected);
    assert_eq!(place.ok(&["diff", "HEAD"]), expected);
    let old = Place::demo();
    assert_eq!(place.ok(&["diff", old.path().to_str().unwrap()]), expected);
    let json = place.json(&["diff", "--json"]);
    assert_eq!(json[0]["field"], "title");
    assert_eq!(json[0]["after"], "Old build agents");
    assert_eq!(place.run(&["diff", "no-such-revision"]).code, 2);
    assert_eq!(place.run(&["diff", "--", "--output=x"]).code, 2);
}
