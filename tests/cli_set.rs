//! `annexa set` by the real binary: one field and no other byte, two at once, killed at any moment.
//!
//! `ANNEXA_CASES` sets how many kills are made, and how many edits each of two processes makes.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod cli_support;
#[path = "cli_set/shapes.rs"]
mod shapes;
use cli_support::Place;
use std::{
    process::Stdio,
    time::{Duration, Instant},
};

fn cases(default: usize) -> usize {
    std::env::var("ANNEXA_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// The lines that differ, old and new; both texts must have the same number of lines.
fn changed(old: &str, new: &str) -> Vec<(String, String)> {
    assert_eq!(old.lines().count(), new.lines().count());
    old.lines()
        .zip(new.lines())
        .filter(|(a, b)| a != b)
        .map(|(a, b)| (a.trim().to_string(), b.trim().to_string()))
        .collect()
}

fn field(place: &Place, id: &str, key: &str) -> serde_json::Value {
    let said = place.run(&["show", id, "--json"]);
    let json: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    json[key].clone()
}

#[test]
fn one_field_is_one_line() {
    let place = Place::demo();
    let before = place.text("controls.ron");
    assert_eq!(
        place.ok(&["set", "8.8", "status", "implemented"]),
        "8.8 status partial → implemented\n"
    );
    let after = place.text("controls.ron");
    let lines = changed(&before, &after);
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0].0.replace("Partial", "Implemented"), lines[0].1);
    // again is nothing, and says so
    let same = place.ok(&["set", "8.8", "Status", "IMPLEMENTED"]);
    assert!(same.contains("nothing was changed"), "{same}");
    assert_eq!(place.text("controls.ron"), after);
    place.ok(&["set", "8.8", "status", "partial"]);
    assert_eq!(place.text("controls.ron"), before);
}

#[test]
fn values_are_typed_as_in_the_workbench() {
    let place = Place::demo();
    place.ok(&["set", "R-014", "Risk owner", "mara"]);
    assert_eq!(field(&place, "R-014", "owner"), "mara");
    place.ok(&["set", "R-014", "review", "2027-02-28"]);
    assert_eq!(field(&place, "R-014", "review"), "2027-02-28");
    place.ok(&["set", "R-014", "review", "-"]);
    assert_eq!(field(&place, "R-014", "review"), serde_json::Value::Null);
    place.ok(&["set", "r-014", "likelihood", "2"]);
    assert_eq!(field(&place, "R-014", "likelihood"), 2);
    place.ok(&["set", "R-014", "controls", "8.8, A.8.9"]);
    assert_eq!(field(&place, "R-014", "controls"), serde_json::json!(["8.8", "8.9"]));
    place.ok(&["set", "R-014", "controls", "8.19", "--add"]);
    place.ok(&["set", "R-014", "controls", "--add", "8.19"]);
    place.ok(&["set", "R-014", "controls", "--remove", "8.8"]);
    assert_eq!(field(&place, "R-014", "controls"), serde_json::json!(["8.9", "8.19"]));
    place.ok(&["set", "R-014", "notes", "two\nlines \"quoted\""]);
    assert_eq!(field(&place, "R-014", "notes"), "two\nlines \"quoted\"");
    place.ok(&["set", "organisation", "headcount", "51"]);
    assert_eq!(field(&place, "organisation", "headcount"), 51);
    place.ok(&["set", "mara", "role", "CISO"]);
    assert_eq!(field(&place, "mara", "role"), "CISO");
    // what was wrong before is still all that is wrong
    let demo = Place::demo();
    let problems = |place: &Place| -> Vec<String> {
        let said = place.run(&["check", "--json"]);
        let all: serde_json::Value = serde_json::from_str(&said.out).unwrap();
        let all = all.as_array().unwrap().iter();
        // that a decision is overtaken by what was set here is as it should be
        let data = all.filter(|problem| problem["field"] != "decisions");
        data.map(|problem| problem["message"].to_string()).collect()
    };
    assert_eq!(problems(&place), problems(&demo));
}

#[test]
fn a_number_means_the_control_and_the_clause_can_be_named() {
    let place = Place::demo();
    let (controls, clauses) = (place.text("controls.ron"), place.text("clauses.ron"));
    let said = place.run(&["set", "8.1", "notes", "the control"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.err.contains("clause 8.1"), "{said:?}");
    assert_ne!(place.text("controls.ron"), controls);
    assert_eq!(place.text("clauses.ron"), clauses);
    let controls = place.text("controls.ron");
    place.ok(&["set", "clause 8.1", "notes", "the clause"]);
    assert_eq!(place.text("controls.ron"), controls);
    assert_ne!(place.text("clauses.ron"), clauses);
    assert_eq!(field(&place, "clause 8.1", "notes"), "the clause");
}

#[test]
fn what_does_not_fit_is_refused_and_nothing_is_written() {
    let place = Place::demo();
    let all = || ["isms", "controls", "risks"].map(|name| place.text(&format!("{name}.ron")));
    let before = all();
    for (args, word) in [
        (["R-999", "owner", "mara"], "R-999"),
        (["R-014", "colour", "red"], "colour"),
        (["R-014", "owner", "nobody"], "nobody"),
        (["R-014", "controls", "8.8, 9.99"], "9.99"),
        (["R-014", "likelihood", "6"], "1 to 5"),
        (["R-014", "likelihood", "high"], "number"),
        (["R-014", "treatment", "ignore"], "retain"),
        (["R-014", "review", "2027-02-30"], "2027-02-30"),
        (["R-014", "decisions", "accept"], "recorded"),
        (["R-014", "id", "R-015"], "id"),
        (["8.8", "maturity", "6"], "0 to 5"),
    ] {
        let said = place.run(&[&["set"], &args[..]].concat());
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{args:?} {said:?}");
        assert!(said.err.contains(word) && said.err.trim_end().ends_with('.'), "{args:?} {said:?}");
        assert_eq!(all(), before, "{args:?}");
    }
    let said = place.run(&["--read-only", "set", "8.8", "status", "planned"]);
    assert_eq!(said.code, 1, "{said:?}");
    assert_eq!(all(), before);
    assert_eq!(place.run(&["set", "8.8", "status"]).code, 2);
    // somebody who knows better may
    place.ok(&["set", "R-014", "owner", "nobody", "--force"]);
    assert_eq!(field(&place, "R-014", "owner"), "nobody");
}

#[test]
fn a_broken_file_is_not_written_and_keeps_no_other_from_being() {
    let place = Place::demo();
    let broken = place.text("risks.ron").replacen("(id: \"R-014\"", "(id: \"R-014", 1);
    let broken = if broken == place.text("risks.ron") { broken + ")" } else { broken };
    place.write("risks.ron", &broken);
    let said = place.run(&["set", "R-014", "owner", "mara"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("risks.ron:"), "{said:?}");
    assert_eq!(place.text("risks.ron"), broken);
    place.ok(&["set", "8.8", "status", "planned"]);
}

#[test]
fn a_record_that_only_the_standard_knows_gets_its_entry() {
    let place = Place::new_isms();
    std::fs::remove_file(place.path().join("clauses.ron")).unwrap();
    place.ok(&["set", "clause 4.1", "conformity", "conforming"]);
    assert_eq!(field(&place, "clause 4.1", "conformity"), "Conforming");
    assert!(place.text("clauses.ron").contains("4.1"));
    let template = place.text("controls.ron");
    place.ok(&["set", "control 5.1", "applicable", "yes"]);
    assert_eq!(changed(&template, &place.text("controls.ron")).len(), 1);
}

#[test]
fn two_at_once_lose_nothing() {
    let place = Place::new_isms();
    let standard = place.json(&["standard", "controls", "--json"]);
    let ids: Vec<String> = standard
        .as_array()
        .unwrap()
        .iter()
        .map(|c| c["id"].as_str().unwrap().to_string())
        .collect();
    let edits = cases(25);
    // each its own field, so that both write the same records at the same time
    let run = |key: &'static str| {
        for n in 0..edits {
            let id = &ids[n % ids.len()];
            let text = format!("{key} {n}");
            let said = place.run(&["set", id, key, &text]);
            assert_eq!(said.code, 0, "{said:?}");
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(|| run("notes"));
        scope.spawn(|| run("how"));
    });
    let controls = place.json(&["list", "controls", "--json"]);
    for (place, id) in ids.iter().enumerate().take(edits) {
        let last = (place..edits).step_by(ids.len()).next_back().unwrap();
        let row = &controls.as_array().unwrap()[place];
        assert_eq!(row["id"], id.as_str());
        assert_eq!(row["notes"], format!("notes {last}"));
        assert_eq!(row["how"], format!("how {last}"));
    }
    assert_eq!(place.run(&["check"]).code, 0);
}

#[test]
fn killed_at_any_moment_the_file_is_old_or_new() {
    let place = Place::demo();
    let long = "a justification that takes its time. ".repeat(2000);
    let before = place.text("controls.ron");
    let start = Instant::now();
    place.ok(&["set", "8.8", "justification", &long]);
    // kills fall before, within and after the time that a whole run takes
    let took = u64::try_from(start.elapsed().as_micros()).unwrap().max(1_000);
    let texts = [before, place.text("controls.ron")];
    let old = place.json(&["show", "8.8", "--json"])["justification"].clone();
    assert_eq!(old.as_str(), Some(long.trim_end()));
    place.write("controls.ron", &texts[0]);
    let short = field(&place, "8.8", "justification").as_str().unwrap().to_string();
    let mut seed = 0x2545_F491_4F6C_DD1D_u64;
    let (mut torn, mut saved) = (0, 0);
    for n in 0..cases(60) {
        let want = (n + 1) % 2;
        let value = if want == 1 { long.as_str() } else { short.as_str() };
        let mut child = place
            .command(&["set", "8.8", "justification", value])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        std::thread::sleep(Duration::from_micros(seed % (took * 3 / 2)));
        let _ = child.kill();
        let said = String::from_utf8_lossy(&child.wait_with_output().unwrap().stdout).into_owned();
        let now = place.text("controls.ron");
        torn += usize::from(!texts.contains(&now));
        if said.contains('→') {
            saved += 1;
            assert_eq!(now, texts[want], "it said that it was saved");
        }
        // the next one starts from where this one should have ended
        place.write("controls.ron", &texts[want]);
    }
    assert_eq!(torn, 0);
    eprintln!("{saved} of the kills came after the save");
    // nothing that a killed process left behind is in the way
    place.ok(&["set", "8.8", "status", "planned"]);
}

#[test]
fn criteria_that_are_whole_are_not_broken_by_accident() {
    let place = Place::demo();
    let before = place.text("isms.ron");
    for (field, value, word) in [
        ("rule", "product", "from which result on"),
        ("grid", "l l; m m", "lines"),
        ("levels.1.id", "vh", "vh"),
    ] {
        let said = place.run(&["set", "criteria", field, value]);
        assert!(said.code == 1 && said.err.contains(word), "{field}: {said:?}");
        assert_eq!(place.text("isms.ron"), before, "{field}");
    }
    place.ok(&["set", "criteria", "rule", "product", "--force"]);
    place.ok(&["set", "criteria", "grid", "l l, m m; h h"]);
    assert_eq!(field(&place, "criteria", "grid"), serde_json::json!(["l l", "m m", "h h"]));
}
