use super::*;

const ORDER: [&str; 5] = ["id", "title", "owner", "level", "tags"];

#[test]
fn only_the_value_changes_and_keeps_its_manner() {
    let table = [
        ("(id: \"A\", level: Low)", "level", word("High"), "(id: \"A\", level: High)"),
        ("(owner: Some(\"eve\"))", "owner", text("bob"), "(owner: Some(\"bob\"))"),
        ("(owner: r#\"eve\"#)", "owner", text("bob"), "(owner: r#\"bob\"#)"),
        ("(level: \"Low\" /* l */)", "level", word("High"), "(level: \"High\" /* l */)"),
        ("(a: Some(1), owner: None)", "owner", text("x"), "(a: Some(1), owner: Some(\"x\"))"),
        ("(owner: None)", "owner", text("x"), "(owner: \"x\")"),
        ("(n: 0x10, // hex\n)", "n", Value::Int(17), "(n: 17, // hex\n)"),
        ("(n: {1: 2})", "n", Value::Other("{1: 3}".into()), "(n: {1: 3})"),
        ("Risk(n: 1)", "n", Value::Bool(true), "Risk(n: true)"),
    ];
    for (before, name, value, after) in table {
        assert_eq!(set(before, name, value, &ORDER), after);
    }
}

#[test]
fn nothing_to_say_means_no_splice() {
    let src = "(id: \"A\", n: 0x10, level: \"Low\", owner: Some(\"eve\"), gone: None, r: r\"x\", \
               l: [1, /* c */ 2], m: {1: 2})";
    let index = tree(src);
    let table = [
        ("id", text("A")),
        ("n", Value::Int(16)),
        ("level", word("Low")),
        ("owner", text("eve")),
        ("gone", Value::Nothing),
        ("absent", Value::Nothing),
        ("r", text("x")),
        ("l", list(&[Value::Int(1), Value::Int(2)])),
        ("m", Value::Other("{1: 2}".into())),
    ];
    for (name, value) in table {
        let splices = set_field(src, &index, index.root(), name, &value, &[]).unwrap();
        assert_eq!(splices, [], "{name}");
    }
}

#[test]
fn a_missing_field_goes_where_the_order_says() {
    let lines = "(\n    id: \"A\", // the id\n    level: Low,\n)\n";
    assert_eq!(
        set(lines, "owner", text("eve"), &ORDER),
        "(\n    id: \"A\", // the id\n    owner: \"eve\",\n    level: Low,\n)\n"
    );
    assert_eq!(
        set(lines, "tags", list(&[text("x")]), &ORDER),
        "(\n    id: \"A\", // the id\n    level: Low,\n    tags: [\"x\"],\n)\n"
    );
    assert_eq!(
        set("(\n    // about\n    level: Low\n)", "id", text("A"), &ORDER),
        "(\n    id: \"A\",\n    // about\n    level: Low\n)"
    );
    assert_eq!(
        set("(\n    level: Low // why\n)", "tags", list(&[]), &ORDER),
        "(\n    level: Low, // why\n    tags: []\n)"
    );
    assert_eq!(
        set("(id: \"A\", level: Low)", "title", text("T"), &ORDER),
        "(id: \"A\", title: \"T\", level: Low)"
    );
    assert_eq!(set("(level: Low,)", "id", text("A"), &ORDER), "(id: \"A\", level: Low,)");
    assert_eq!(set("(level: Low,)", "tags", list(&[]), &ORDER), "(level: Low, tags: [],)");
    assert_eq!(set("()", "id", text("A"), &ORDER), "(id: \"A\")");
    assert_eq!(set("(\r\n  id: 1,\r\n)", "x", text("A"), &[]), "(\r\n  id: 1,\r\n  x: \"A\",\r\n)");
}

#[test]
fn a_piece_without_its_first_indentation_is_edited_alike() {
    let piece = "(\n        id: \"R-1\",\n    )";
    assert_eq!(
        set(piece, "owner", text("eve"), &ORDER),
        "(\n        id: \"R-1\",\n        owner: \"eve\",\n    )"
    );
    let log = list(&[record(&[("note", text(&"n".repeat(70)))])]);
    assert_eq!(
        set(piece, "log", log, &ORDER),
        format!(
            "(\n        id: \"R-1\",\n        log: [\n            (\n                note: \"{}\",\
             \n            ),\n        ],\n    )",
            "n".repeat(70)
        )
    );
    assert_eq!(set("(\n    )", "id", text("R"), &ORDER), "(\n        id: \"R\",\n    )");
}

#[test]
fn nothing_removes_the_field_with_its_line() {
    let src = "(\n    id: \"A\",\n    // why\n    owner: \"eve\", // who\n    level: Low,\n)";
    assert_eq!(
        set(src, "owner", Value::Nothing, &ORDER),
        "(\n    id: \"A\",\n    // why\n    level: Low,\n)"
    );
    assert_eq!(set("(a: 1, b: 2, c: 3)", "b", Value::Nothing, &[]), "(a: 1, c: 3)");
    assert_eq!(set("(a: 1, b: 2)", "b", Value::Nothing, &[]), "(a: 1)");
    assert_eq!(set("(a: 1, b: 2,)", "b", Value::Nothing, &[]), "(a: 1,)");
    assert_eq!(set("(a: 1, b: 2)", "a", Value::Nothing, &[]), "(b: 2)");
    assert_eq!(set("(a: 1)", "a", Value::Nothing, &[]), "()");
    assert_eq!(set("(a: 1, /* b */ b: 2)", "b", Value::Nothing, &[]), "(a: 1)");
    assert_eq!(set("(\n    a: 1,\n    b: 2\n)", "b", Value::Nothing, &[]), "(\n    a: 1,\n)");
}

#[test]
fn lists_change_item_by_item() {
    let src = "(tags: [\n    \"a\", // first\n    // about b\n    \"b\",\n    \"c\", // third\n])";
    assert_eq!(
        set(src, "tags", list(&[text("a"), text("c"), text("d")]), &[]),
        "(tags: [\n    \"a\", // first\n    \"c\", // third\n    \"d\",\n])"
    );
    assert_eq!(
        set("(t: [1, 2, 3])", "t", list(&[Value::Int(0), Value::Int(1), Value::Int(3)]), &[]),
        "(t: [0, 1, 3])"
    );
    assert_eq!(set("(t: [1, 2])", "t", list(&[]), &[]), "(t: [])");
    assert_eq!(set("(t: [ ])", "t", list(&[Value::Int(1)]), &[]), "(t: [1])");
    assert_eq!(set("(t: [ /* n */ ])", "t", list(&[word("A")]), &[]), "(t: [ /* n */ A ])");
}

#[test]
fn records_in_a_list_change_field_by_field() {
    let src = "(log: [\n    (id: \"1\", by: \"eve\" /* e */), // one\n    (id: \"2\", by: \"bob\"), \
               // two\n])";
    let item = |id: &str, by: &str| record(&[("id", text(id)), ("by", text(by))]);
    assert_eq!(
        set(src, "log", list(&[item("2", "bob"), item("3", "zoe")]), &[]),
        "(log: [\n    (id: \"2\", by: \"bob\"), // two\n    (id: \"3\", by: \"zoe\"),\n])"
    );
    assert_eq!(
        set(src, "log", list(&[item("1", "ann"), item("2", "bob")]), &[]),
        src.replace("eve", "ann")
    );
}

#[test]
fn a_record_in_a_record_keeps_its_name_and_comments() {
    let src = "(t: Mitigate(\n    cost: 3, // eur\n    until: Some(\"may\"),\n))";
    assert_eq!(
        set(src, "t", record(&[("until", text("june")), ("by", word("Eve"))]), &[]),
        "(t: Mitigate(\n    until: Some(\"june\"),\n    by: Eve,\n))"
    );
    assert_eq!(
        set("(t: (a: 1, b: 2))", "t", record(&[("a", Value::Int(1)), ("c", Value::Int(3))]), &[]),
        "(t: (a: 1, c: 3))"
    );
}

#[test]
fn a_field_is_written_as_in_the_records_beside() {
    let src = "[\n    (id: 1, who: Some(\"eve\"), level: \"Low\"),\n    (id: 2, who: None),\n]";
    let index = tree(src);
    let second = index.children(index.root()).nth(1).unwrap();
    let edit = |name, value: Value| {
        sound(src, &set_field(src, &index, second, name, &value, &[]).unwrap())
    };
    assert_eq!(edit("who", text("bob")), src.replace("None", "Some(\"bob\")"));
    assert_eq!(edit("level", word("High")), src.replace("None", "None, level: \"High\""));
}

#[test]
fn says_why_an_edit_is_impossible() {
    let src = "[1,\n (2)]";
    let index = tree(src);
    let item = index.children(index.root()).nth(1).unwrap();
    let error = set_field(src, &index, item, "a", &Value::Int(1), &[]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "2:2: a record in parentheses was expected here; nothing was changed"
    );
    let error = set_field("()", &tree("()"), Node(0), "a b", &Value::Int(1), &[]).unwrap_err();
    assert_eq!(error.to_string(), "`a b` cannot be a field name; nothing was changed");
    let broken = Value::Other("(((".into());
    assert!(set_field("()", &tree("()"), Node(0), "a", &broken, &[]).is_err());
    let error = remove_item(src, &index, index.root(), 2).unwrap_err();
    assert_eq!(
        error.to_string(),
        "1:1: this list has 2 items, there is no place 2; nothing was changed"
    );
}
