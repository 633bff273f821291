//! The commands that only look, by the real binary.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

#[path = "cli_read/check.rs"]
mod check;
mod cli_support;
use cli_support::{Place, is_tame};
use serde_json::Value;

/// Every command that prints something about a folder.
const LOOKING: &[&[&str]] = &[
    &["check"],
    &["check", "--json"],
    &["status"],
    &["status", "--json"],
    &["gaps"],
    &["gaps", "--json"],
    &["list", "isms"],
    &["list", "controls"],
    &["list", "controls", "--json"],
    &["list", "clauses"],
    &["list", "risks"],
    &["list", "audit"],
    &["list", "documents"],
    &["list", "evidence"],
    &["list", "actions", "--json"],
    &["show", "8.8"],
    &["show", "8.8", "--json"],
    &["show", "organisation"],
    &["export", "soa"],
    &["export", "soa", "--format", "html"],
    &["export", "plan", "--format", "md"],
    &["export", "gaps", "--format", "json"],
    &["export", "controls", "--format", "json"],
    &["diff", "."],
];

fn ids(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect()
}

#[test]
fn looking_changes_no_byte() {
    let place = Place::demo();
    let before: Vec<_> = files(&place);
    for args in LOOKING {
        let said = place.run(args);
        assert!(said.code < 2, "{args:?} {said:?}");
        assert!(!said.out.is_empty(), "{args:?}");
    }
    assert_eq!(files(&place), before);
}

fn files(place: &Place) -> Vec<(std::ffi::OsString, Vec<u8>)> {
    let mut all: Vec<_> = std::fs::read_dir(place.path())
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name(), std::fs::read(entry.path()).unwrap_or_default()))
        .collect();
    all.sort();
    all
}

#[test]
fn lists_know_the_standard_and_the_natural_order() {
    let place = Place::new_isms();
    let controls = place.json(&["list", "controls", "--json"]);
    let ids = ids(&controls);
    assert_eq!(ids.len(), 93);
    assert_eq!(ids[..3], ["5.1", "5.2", "5.3"]);
    assert_eq!(ids[8..11], ["5.9", "5.10", "5.11"]);
    assert_eq!(controls[9]["title"], "Acceptable use of information and other associated assets");
    assert_eq!(controls[9]["applicable"], "Undecided");
    assert_eq!(controls[9]["reasons"], Value::Array(vec![]));
    assert_eq!(controls[9]["owner"], Value::Null);
    assert_eq!(place.json(&["list", "clauses", "--json"]).as_array().unwrap().len(), 30);
    assert_eq!(place.json(&["list", "risks", "--json"]), Value::Array(vec![]));
    assert_eq!(place.ok(&["list", "risks"]), "No record.\n");
}

#[test]
fn values_are_plain_json() {
    let place = Place::demo();
    let risk = place.json(&["show", "R-014", "--json"]);
    assert_eq!(risk["record"], "risks");
    assert!(risk["likelihood"].is_i64());
    assert_eq!(risk["treatment"], "Modify");
    assert!(risk["controls"].as_array().unwrap().contains(&"8.8".into()));
    assert!(risk["decisions"][0]["by"].is_string());
    assert!(risk["level"].is_string() && risk["state"].is_string());
    assert_eq!(risk["place"]["file"], "risks.ron");
    let from = risk["links"]["from"].as_array().unwrap();
    assert!(from.iter().any(|link| link["id"] == "EV-031"), "{from:?}");
    let to = risk["links"]["to"].as_array().unwrap();
    assert!(to.iter().any(|link| link["id"] == "8.8" && link["field"] == "controls"), "{to:?}");
}

#[test]
fn filters_are_those_of_the_workbench() {
    let place = Place::demo();
    let all = place.json(&["list", "controls", "--json"]);
    let partial = place.json(&["list", "controls", "status:partial", "owner:mara", "--json"]);
    let expected: Vec<&str> = all
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["status"] == "Partial" && row["owner"] == "mara")
        .map(|row| row["id"].as_str().unwrap())
        .collect();
    assert!(!expected.is_empty());
    assert_eq!(ids(&partial), expected);
    // what is judged can be asked for as well
    let high = place.json(&["list", "controls", "gap:>2", "--json"]);
    assert!(!ids(&high).is_empty());
    assert!(high.as_array().unwrap().iter().all(|row| row["gap"] == "high"), "{high}");
    let said = place.run(&["list", "controls", "colour:red"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("colour"), "{said:?}");
}

#[test]
fn a_number_is_the_control_unless_the_clause_is_named() {
    let place = Place::demo();
    let control = place.run(&["show", "8.1"]);
    assert!(control.out.starts_with("8.1 User end point devices"), "{control:?}");
    assert_eq!(control.err.lines().count(), 1);
    assert!(control.err.contains("clause 8.1"), "{control:?}");
    for name in [&["clause 8.1"][..], &["clause:8.1"], &["clause", "8.1"]] {
        let args = [&["show"], name].concat();
        assert!(place.ok(&args).starts_with("8.1 Operational planning and control"), "{name:?}");
    }
    assert!(place.ok(&["show", "8.10"]).starts_with("8.10 Information deletion"));
    let said = place.run(&["show", "R-999"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    assert!(said.err.contains("R-999"));
}

#[test]
fn registers_go_by_file_and_by_kind() {
    let place = Place::demo();
    let actions = place.json(&["list", "actions", "--json"]);
    let kinds: Vec<&str> =
        actions.as_array().unwrap().iter().map(|r| r["record"].as_str().unwrap()).collect();
    assert!(kinds.contains(&"nonconformities") && kinds.contains(&"actions"));
    let only = place.json(&["list", "actions", "--kind", "nonconformity", "--json"]);
    assert!(only.as_array().unwrap().iter().all(|row| row["record"] == "nonconformities"));
    assert_eq!(only, place.json(&["list", "nonconformities", "--json"]));
    assert_eq!(place.json(&["list", "soa", "--json"]).as_array().unwrap().len(), 1);
    assert!(place.json(&["list", "people", "--json"])[0]["name"].is_string());
    assert_eq!(place.run(&["list", "riscs"]).code, 2);
}

#[test]
fn tables_fit_into_a_hundred_columns_and_keep_ids_whole() {
    let place = Place::demo();
    for register in ["controls", "risks", "evidence", "documents"] {
        let text = place.ok(&["list", register]);
        for line in text.lines() {
            assert!(line.chars().count() <= 100, "{line}");
        }
        let rows = place.json(&["list", register, "--json"]);
        for id in ids(&rows) {
            assert!(text.lines().any(|line| line.starts_with(&format!("{id} "))), "{id}");
        }
    }
}

#[test]
fn fields_are_described_by_their_tables() {
    let place = Place::empty();
    let fields = place.json(&["fields", "controls", "--json"]);
    let status = fields
        .as_array()
        .unwrap()
        .iter()
        .find(|field| field["record"] == "controls" && field["key"] == "status")
        .unwrap();
    assert_eq!(status["kind"], "choice");
    let words: Vec<&str> =
        status["choices"].as_array().unwrap().iter().map(|c| c["word"].as_str().unwrap()).collect();
    assert_eq!(words, ["Unstated", "NotImplemented", "Planned", "Partial", "Implemented"]);
    assert!(place.ok(&["fields"]).contains("residual_likelihood"));
    assert_eq!(place.run(&["fields", "nothing"]).code, 2);
}

#[test]
fn the_standard_is_there_without_a_folder() {
    let place = Place::empty();
    let controls = place.json(&["standard", "controls", "--json"]);
    assert_eq!(controls.as_array().unwrap().len(), 93);
    let facts = std::fs::read_to_string(cli_support::data("standard/annex_a.ron")).unwrap();
    assert!(facts.contains(controls[0]["title"].as_str().unwrap()));
    for part in ["controls", "clauses", "documents", "stages"] {
        assert!(is_tame(&place.ok(&["standard", part])));
        assert!(!place.json(&["standard", part, "--json"]).is_null());
    }
    assert_eq!(place.run(&["standard", "poems"]).code, 2);
}

#[test]
fn check_tells_where_and_by_exit_code() {
    let place = Place::new_isms();
    assert_eq!(place.run(&["check"]).code, 0);
    assert_eq!(place.json(&["check", "--json"]), Value::Array(vec![]));
    place.write(
        "risks.ron",
        "#![enable(implicit_some)]\nRisks(\n    schema: 1,\n    risks: [\n        (id: \"R-1\", \
         likelihood: 9, owner: \"nobody\", colour: \"red\"),\n        (id: \"R-1\"),\n    ],\n)\n",
    );
    let said = place.run(&["check", "--json"]);
    assert_eq!(said.code, 1);
    let problems: Value = serde_json::from_str(&said.out).unwrap();
    let of = |field: &str| {
        let all = problems.as_array().unwrap();
        all.iter().find(|problem| problem["field"] == field).unwrap_or_else(|| panic!("{field}"))
    };
    assert_eq!(of("likelihood")["line"], 5);
    assert_eq!(of("likelihood")["severity"], "error");
    assert_eq!(of("colour")["severity"], "warning");
    assert!(of("owner")["message"].as_str().unwrap().contains("nobody"));
    assert!(place.run(&["check"]).out.contains("risks.ron:5:"));
    place.write("risks.ron", "Risks(risks: [(id: \"R-1\"");
    let broken = place.run(&["check", "."]);
    assert_eq!(broken.code, 1);
    assert!(broken.out.contains("risks.ron:1:"), "{broken:?}");
    // the other registers work all the same, and say that something is missing
    let said = place.run(&["list", "controls"]);
    assert_eq!((said.code, said.out.lines().count()), (0, 94));
    assert!(said.err.contains("risks.ron:1:"), "{said:?}");
    // nobody takes the broken one for an empty one
    let said = place.run(&["list", "risks", "--json"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    assert!(said.err.contains("risks.ron:1:"), "{said:?}");
    assert_eq!(place.run(&["gaps"]).code, 1);
    assert_eq!(Place::empty().run(&["check"]).code, 2);
    assert_eq!(Place::empty().run(&["check", "elsewhere"]).code, 2);
}

#[test]
fn the_folder_is_found_upwards_and_by_the_environment() {
    let place = Place::new_isms();
    let deep = place.path().join("a/b");
    std::fs::create_dir_all(&deep).unwrap();
    let up = place.command(&["status", "--json"]).current_dir(&deep).output().unwrap();
    assert!(up.status.success());
    let other = Place::empty();
    let named = other.command(&["status", "--json"]).env("ANNEXA_DIR", place.path()).output();
    assert_eq!(named.unwrap().stdout, up.stdout);
    let folder = place.path().to_str().unwrap();
    assert_eq!(other.ok(&["-C", folder, "status", "--json"]).as_bytes(), up.stdout);
    assert_eq!(other.ok(&[folder, "status", "--json"]).as_bytes(), up.stdout);
    let said = other.run(&["status"]);
    assert_eq!((said.code, said.err.lines().count()), (2, 1));
    assert!(said.err.contains("annexa init"), "{said:?}");
}

#[test]
fn without_a_terminal_one_sentence_and_exit_code_2() {
    let place = Place::demo();
    for args in [&[][..], &["."], &["--read-only"]] {
        let said = place.run(args);
        assert_eq!((said.code, said.out.as_str()), (2, ""));
        assert_eq!(said.err.lines().count(), 1);
        assert!(said.err.contains("annexa check") && said.err.contains("annexa list"), "{said:?}");
    }
    assert_eq!(place.run(&["--colour"]).code, 2);
    assert_eq!(place.run(&["--help"]).code, 0);
    assert_eq!(place.run(&["--version"]).code, 0);
}

#[test]
fn nothing_from_a_file_steers_the_terminal() {
    let place = Place::new_isms();
    let bad = "\\u{1b}[2J\\u{9b}31m\\u{7}\\u{202e}evil\\r=1";
    place.write(
        "controls.ron",
        &format!(
            "Controls(schema: 1, controls: [(id: \"8.8\", justification: \"{bad}\", owner: \
             \"{bad}\", \u{9b}x: 1), (id: \"{bad}\", title: \"{bad}\", set: \"own\")])"
        )
        .replace("\u{9b}x", "x"),
    );
    place.write("isms.ron", &format!("Isms(schema: 1, organisation: (name: \"{bad}\"))"));
    place.write("evidence.ron", "Evidence(evidence: [(id: \"\u{1b}[31m\" \u{1b}]0;title\u{7}");
    for args in LOOKING {
        let said = place.run(args);
        assert!(is_tame(&said.out), "{args:?} {:?}", said.out);
        assert!(is_tame(&said.err), "{args:?} {:?}", said.err);
    }
    let said = place.run(&["show", "\u{1b}[31m"]);
    assert!(said.code == 1 && is_tame(&said.err), "{said:?}");
    let said = place.run(&["--\u{1b}[31m"]);
    assert!(said.code == 2 && is_tame(&said.err), "{said:?}");
    // yet JSON tells the value as it is
    let value = place.run(&["show", "8.8", "--json"]);
    let value: Value = serde_json::from_str(&value.out).unwrap();
    assert_eq!(value["owner"], "\u{1b}[2J\u{9b}31m\u{7}\u{202e}evil\r=1");
}

#[test]
fn completions_man_keys_and_places_come_from_the_tables() {
    let place = Place::empty();
    for shell in ["bash", "zsh", "fish"] {
        assert!(place.ok(&["completions", shell]).contains("gaps"), "{shell}");
    }
    let man = place.ok(&["man"]);
    assert!(man.starts_with(".ie") || man.contains(".TH annexa"), "{man}");
    assert!(man.contains("ANNEXA_DIR") && man.contains("EXPORT"));
    assert!(place.ok(&["keys"]).contains("justify"));
    assert!(place.ok(&["keys", "--markdown"]).contains("| `J` |"));
    assert!(place.ok(&["config"]).contains("no-config/annexa"));
}

#[test]
fn a_reader_that_stops_early_is_no_error() {
    let place = Place::demo();
    let mut child = place
        .command(&["list", "isms", "--json"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}
