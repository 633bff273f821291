//! What `annexa set` takes beyond plain fields: parts of lists, people by name, and what it never sets.
use super::{cli_support::Place, field};

#[test]
fn a_field_of_a_part_is_named_by_its_path() {
    let place = Place::demo();
    let before = place.text("isms.ron");
    let said = place.ok(&["set", "criteria", "levels.2.name", "rather low"]);
    assert_eq!(said, "risk criteria levels.2.name low → rather low\n");
    let after = place.text("isms.ron");
    assert_eq!(super::changed(&before, &after).len(), 1);
    assert_eq!(field(&place, "criteria", "levels")[1]["name"], "rather low");
    place.ok(&["set", "criteria", "levels.l.name", "low"]);
    assert_eq!(place.text("isms.ron"), before);
    // a lettered item that nobody assessed yet gets its entry
    place.ok(&["set", "clause 6.1.2", "items.a 1.conformity", "partial"]);
    let items = field(&place, "clause 6.1.2", "items");
    let of_a = items.as_array().unwrap().iter().find(|item| item["id"] == "6.1.2 a 1").unwrap();
    assert_eq!(of_a["conformity"], "Partial");
    for (path, word) in [
        ("levels.9.name", "no part"),
        ("levels.2.colours", "levels"),
        ("levels.2.months", "1 to 120"),
        ("version.2.name", "no parts"),
    ] {
        let said = place.run(&["set", "criteria", path, "500"]);
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{path} {said:?}");
        assert!(said.err.to_lowercase().contains(word), "{path} {said:?}");
    }
}

#[test]
fn what_was_decided_and_what_the_records_answer_is_not_typed() {
    let place = Place::demo();
    let (risks, audit) = (place.text("risks.ron"), place.text("audit.ron"));
    for args in [
        &["set", "R-001", "decisions", "-"][..],
        &["set", "R-001", "decisions.1.by", "mara", "--force"],
        &["set", "soa", "approvals", "-", "--force"],
        &["set", "S1-01", "status", "met"],
    ] {
        let said = place.run(args);
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{args:?} {said:?}");
    }
    assert_eq!((place.text("risks.ron"), place.text("audit.ron")), (risks, audit));
    place.ok(&["set", "S1-05", "status", "met"]);
}

#[test]
fn people_go_by_name_and_a_field_tells_which_record_is_meant() {
    let place = Place::demo();
    let name = field(&place, "lindt", "name").as_str().unwrap().to_string();
    place.ok(&["set", "R-014", "owner", &name]);
    assert_eq!(field(&place, "R-014", "owner"), "lindt");
    place.ok(&["set", "R-014", "owner", "MARA"]);
    assert_eq!(field(&place, "R-014", "owner"), "mara");
    let said = place.run(&["set", "R-014", "owner", "Nobody Special"]);
    assert!(said.code == 1 && said.err.contains("lindt"), "{said:?}");
    // 7.2 is a control too, but only the clause has a conformity
    place.ok(&["set", "7.2", "conformity", "conforming"]);
    assert_eq!(field(&place, "clause 7.2", "conformity"), "Conforming");
}

#[test]
fn a_lettered_item_is_set_by_its_number_and_leaves_its_subclause_alone() {
    let place = Place::demo();
    let before = place.text("clauses.ron");
    let said = place.ok(&["set", "clause 4.2 a", "conformity", "partial"]);
    assert!(said.contains("partial"), "{said}");
    let after = place.text("clauses.ron");
    let changed: Vec<&str> =
        after.lines().filter(|line| !before.lines().any(|old| old == *line)).collect();
    assert_eq!(changed.len(), 1, "{changed:?}");
    assert!(changed[0].contains("4.2 a") && changed[0].contains("Partial"), "{changed:?}");
    place.ok(&["set", "4.2 a", "conformity", "conforming"]);
    assert_eq!(place.text("clauses.ron"), before);
}

#[test]
fn no_clause_is_excluded_by_hand_either() {
    let place = Place::demo();
    let said = place.run(&["set", "clause 4.2", "applicable", "no"]);
    assert_eq!(said.code, 1, "{said:?}");
    let text = place.text("clauses.ron");
    place.write("clauses.ron", &text.replacen("id: \"4.1\",", "id: \"4.1\", applicable: No,", 1));
    let said = place.run(&["check"]);
    assert!(said.out.contains("Clauses 4 to 10 can't be excluded."), "{said:?}");
    place.write(
        "clauses.ron",
        &text.replacen("conformity: Conforming,", "conformity: NotApplicable,", 1),
    );
    let said = place.run(&["check"]);
    assert_eq!(said.code, 1);
    assert!(said.out.contains("Clauses 4 to 10 can't be excluded."), "{said:?}");
    // one that is taken out of the file is not assessed, not gone
    place.write("clauses.ron", "Clauses(schema: 1, clauses: [])");
    assert_eq!(place.json(&["list", "clauses", "--json"]).as_array().unwrap().len(), 30);
}
