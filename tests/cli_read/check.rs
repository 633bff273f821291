//! `annexa check` on every kind of wrong data: where it is, how bad, and that the rest goes on working.
use super::cli_support::Place;
use serde_json::Value;

/// A risk in the demo's register, changed in one place.
fn spoiled(from: &str, to: &str) -> Place {
    let place = Place::demo();
    let text = place.text("risks.ron");
    assert!(text.contains(from), "{from}");
    place.write("risks.ron", &text.replacen(from, to, 1));
    place
}

/// Where the text that was put in begins: line and column, from 1.
fn where_is(place: &Place, wanted: &str) -> (u64, u64) {
    let text = place.text("risks.ron");
    let at = text.find(wanted).unwrap();
    let before = text.get(..at).unwrap();
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
    (line as u64, column as u64)
}

#[test]
fn each_kind_of_wrong_data_is_told_with_its_place() {
    for (from, to, at, severity, word) in [
        ("likelihood: 4", "likelihood: 9", "9,", "error", "scale of 1 to 5"),
        ("\"2026-04-21\"", "\"2026-02-30\"", "\"2026-02-30\"", "error", "date that exists"),
        ("owner: \"lindt\"", "owner: \"ghost\"", "\"ghost\"", "error", "no such person"),
        ("by: \"lindt\"", "by: \"ghost\"", "\"ghost\"", "error", "no such person"),
        ("existing: [\"6.3\"", "existing: [\"6.99\"", "[\"6.99\"", "error", "no such control"),
        ("\"R-002\"", "\"R-001\"", "\"R-001\",\n            title: \"Ran", "error", "twice"),
        ("status: Open", "colour: 1, status: Open", "1, status", "warning", "colour"),
        ("status: Open", "title: \"x\", status: Open", "\"x\", status", "error", "second time"),
        ("made: \"2026", "made: \"1999-01-01\", made: \"2026", "\"2026-09-15\"", "error", "second"),
        ("schema: 1", "schema: 2", "2,", "error", "schema"),
        ("\nRisks(", "\nRiscs(", "Riscs(", "warning", "Risks("),
        ("    risks: [", "    risques: [],\n    risks: [", "[],", "warning", "risques"),
        ("status: Open,", "status: Open", "category: \"people\"", "error", "expected"),
        ("        (\n", "<<<<<<< HEAD\n        (\n", "<<<<<<<", "error", "conflict marker"),
        ("#![enable", "\u{feff}#![enable", "\u{feff}", "error", "byte order mark"),
        ("status: Open", "status: Ajar", "Ajar", "error", "one of"),
        ("risks: [", "risks: [7, ", "7, ", "error", "should be a record"),
    ] {
        let place = spoiled(from, to);
        let said = place.run(&["check", "--json"]);
        assert_eq!(said.code, 1, "{to}: {said:?}");
        let all: Value = serde_json::from_str(&said.out).unwrap();
        let place_of = where_is(&place, at);
        let found = all.as_array().unwrap().iter().find(|problem| {
            (problem["line"].as_u64().unwrap(), problem["column"].as_u64().unwrap()) == place_of
                && problem["file"] == "risks.ron"
        });
        let found = found.unwrap_or_else(|| panic!("{to}: {place_of:?} {all:#}"));
        assert_eq!(found["severity"], severity, "{to}");
        assert!(found["message"].as_str().unwrap().contains(word), "{to}: {found}");
        let text = place.run(&["check"]);
        let line = format!("{severity}: risks.ron:{}:{}: ", place_of.0, place_of.1);
        assert!(text.code == 1 && text.out.contains(&line), "{to}: {text:?}");
        // the other registers go on, and the file is as it was
        let before = place.text("risks.ron");
        place.ok(&["set", "8.8", "status", "planned"]);
        assert_eq!(place.text("risks.ron"), before);
    }
}

#[test]
fn a_number_of_2013_is_told_what_it_is_now() {
    let place = Place::demo();
    let text = place.text("controls.ron").replacen("id: \"5.1\"", "id: \"A.9.2.3\"", 1);
    place.write("controls.ron", &text);
    let said = place.run(&["check"]);
    assert!(said.out.contains("2013") && said.out.contains("now 8.2"), "{said:?}");
    let said = place.run(&["show", "9.2.3"]);
    assert!(said.code == 1 && said.err.contains("now 8.2"), "{said:?}");
}

#[test]
fn a_decision_that_was_edited_by_hand_is_told() {
    let place = Place::demo();
    let text = place.text("risks.ron");
    let note = "note: \"Accepted. Session theft is watched by Vigil.\"";
    assert!(text.contains(note));
    let seal = format!("{note},\n                    digest: \"{}\"", "0".repeat(64));
    place.write("risks.ron", &text.replacen(note, &seal, 1));
    let said = place.run(&["check"]);
    assert!(said.out.contains("does not fit"), "{said:?}");
    assert!(said.out.contains("error: risks.ron:"), "{said:?}");
}

#[test]
fn what_is_no_file_is_told_and_keeps_nothing_from_working() {
    use std::os::unix::fs::symlink;
    type Make = fn(&std::path::Path);
    let ways: [(&str, Make); 6] = [
        ("a folder", |path| std::fs::create_dir(path).unwrap()),
        ("not a regular file", |path| {
            assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
        }),
        ("symbolic links", |path| symlink(path, path).unwrap()),
        ("does not exist", |path| symlink("nowhere", path).unwrap()),
        ("UTF-8", |path| std::fs::write(path, b"Risks(\xff)").unwrap()),
        ("expected a value", |path| std::fs::write(path, [0; 1000]).unwrap()),
    ];
    for (word, make) in ways {
        let place = Place::demo();
        let path = place.path().join("risks.ron");
        std::fs::remove_file(&path).unwrap();
        make(&path);
        let said = place.run(&["check"]);
        assert!(said.code == 1 && said.out.contains(word), "{word}: {said:?}");
        assert!(said.out.contains("risks.ron:1:1"), "{word}: {said:?}");
        place.ok(&["set", "8.8", "status", "planned"]);
        let said = place.run(&["set", "R-001", "title", "x"]);
        assert!(said.code == 1 && said.err.contains("risks.ron"), "{word}: {said:?}");
    }
}

#[test]
fn however_deep_and_long_it_is_an_error_or_a_result() {
    let deep = 200_000;
    for text in [
        "(".repeat(deep),
        format!(
            "Risks(schema: 1, risks: [(id: \"R-1\", x: {}{})])",
            "[".repeat(deep),
            "]".repeat(deep)
        ),
        format!(
            "Risks(schema: 1, risks: [(id: \"R-1\", x: {}1{})])",
            "Some(".repeat(deep),
            ")".repeat(deep)
        ),
        format!("{}{}Risks(schema: 1)", "/*".repeat(deep), "*/".repeat(deep)),
        format!("Risks(schema: 1, risks: [(id: \"R-1\", x: r{}", "#".repeat(deep)),
        format!("Risks(schema: 1, risks: [(id: \"R-1\", title: \"{}\")])", "x".repeat(deep * 10)),
        format!("Risks(schema: 1, risks: [{}])", "(),".repeat(deep / 10)),
    ] {
        let place = Place::new_isms();
        place.write("risks.ron", &text);
        let said = place.run(&["check"]);
        assert!(said.code == 0 || said.code == 1, "{:?} {}", said.code, said.err);
        place.ok(&["set", "8.8", "status", "planned"]);
    }
}

#[test]
fn broken_criteria_are_told_and_accept_nothing() {
    let place = Place::demo();
    let text = place.text("isms.ron");
    assert!(text.contains("rule: Grid"));
    place.write("isms.ron", &text.replacen("rule: Grid", "rule: Product", 1));
    let said = place.run(&["check"]);
    assert!(said.code == 1 && said.out.contains("from which result on it holds"), "{said:?}");
    let status: Value = serde_json::from_str(&place.ok(&["status", "--json"])).unwrap();
    assert_ne!(status["criteria_problems"].as_array().unwrap().len(), 0);
    assert!(status["risks"]["unrated"].as_u64().unwrap() > 20, "{status}");
}

#[test]
fn a_digest_that_was_taken_away_is_told() {
    let place = Place::demo();
    let text = place.text("risks.ron");
    let without: Vec<&str> =
        text.lines().filter(|line| !line.trim_start().starts_with("digest:")).collect();
    place.write("risks.ron", &without.join("\n"));
    let said = place.run(&["check"]);
    assert!(said.code == 1 && said.out.contains("carries no digest"), "{said:?}");
    let shown = place.ok(&["show", "R-003"]);
    assert!(shown.contains("it carries no digest"), "{shown}");
}
