use super::*;

fn risk(id: &str) -> Value {
    record(&[("id", text(id)), ("level", word("Low"))])
}

#[test]
fn a_new_record_looks_like_its_neighbours() {
    let lines = "[\n  (\n    id: \"A\",\n    level: \"High\"\n  ),\n]\n";
    assert_eq!(
        put(lines, 1, risk("B")),
        "[\n  (\n    id: \"A\",\n    level: \"High\"\n  ),\n  (\n    id: \"B\",\n    level: \"Low\"\n  ),\n]\n"
    );
    let one = "[\n    (id: \"A\", level: High), // a\n    (id: \"C\", level: High) // c\n]";
    assert_eq!(
        put(one, 1, risk("B")),
        "[\n    (id: \"A\", level: High), // a\n    (id: \"B\", level: Low),\n    \
         (id: \"C\", level: High) // c\n]"
    );
    assert_eq!(
        put(one, 2, risk("D")),
        "[\n    (id: \"A\", level: High), // a\n    (id: \"C\", level: High), // c\n    \
         (id: \"D\", level: Low)\n]"
    );
    assert_eq!(
        put(one, 0, risk("0")),
        "[\n    (id: \"0\", level: Low),\n    (id: \"A\", level: High), // a\n    \
         (id: \"C\", level: High) // c\n]"
    );
    assert_eq!(
        put("[Risk(id: \"A\", level: Some(High))]", 1, risk("B")),
        "[Risk(id: \"A\", level: Some(High)), Risk(id: \"B\", level: Some(Low))]"
    );
}

#[test]
fn empty_lists_open_up() {
    let spread = "[\n    (\n        id: \"A\",\n        level: Low,\n    ),\n]";
    assert_eq!(put("[]", 0, risk("A")), spread);
    assert_eq!(put("[ ]\n", 0, risk("A")), format!("{spread}\n"));
    assert_eq!(put("[\n  // none yet\n]\n", 0, Value::Int(1)), "[\n  // none yet\n  1,\n]\n");
    assert_eq!(put("[]", 0, Value::Int(1)), "[1]");
    assert_eq!(put("[\n]", 0, Value::Int(1)), "[\n    1,\n]");
    assert_eq!(put("[ // none\r\n]", 0, Value::Int(1)), "[ // none\r\n    1,\r\n]");
}

#[test]
fn a_registers_first_record_gets_its_lines() {
    let spread = "Risks(\n    schema: 1,\n    risks: [\n        (\n            id: \"A\",\n            \
                  level: Low,\n        ),\n    ],\n)\n";
    let empty = "Risks(\n    schema: 1,\n    risks: [],\n)\n";
    let index = tree(empty);
    let list = index.field(empty, index.root(), "risks").unwrap();
    let splices = insert_item(empty, &index, list, 0, &risk("A")).unwrap();
    assert_eq!(sound(empty, &splices), spread);
    let none = "Risks(\n    schema: 1,\n)\n";
    assert_eq!(set(none, "risks", Value::List(vec![risk("A")]), &[]), spread);
    let piece = "(\n        id: \"A\",\n    )";
    assert_eq!(
        set(piece, "log", Value::List(vec![risk("L")]), &[]),
        "(\n        id: \"A\",\n        log: [(id: \"L\", level: Low)],\n    )"
    );
}

#[test]
fn blank_lines_keep_their_rhythm() {
    let src = "[\n    1,\n\n    2,\n]";
    assert_eq!(put(src, 2, Value::Int(3)), "[\n    1,\n\n    2,\n\n    3,\n]");
    assert_eq!(put(src, 1, Value::Int(3)), "[\n    1,\n\n    3,\n\n    2,\n]");
    assert_eq!(put(src, 0, Value::Int(0)), "[\n    0,\n\n    1,\n\n    2,\n]");
    assert_eq!(take(src, 0), "[\n    2,\n]");
    assert_eq!(take(src, 1), "[\n    1,\n]");
    let three = "[\n    1,\n\n    2,\n\n    3,\n]";
    assert_eq!(take(three, 1), "[\n    1,\n\n    3,\n]");
}

#[test]
fn a_comment_goes_with_its_own_item_only() {
    let src = "[\n    // --- Theme ---\n\n    // about a\n    // still a\n    1, // one\n    2, // two\n    \
               // end\n]";
    assert_eq!(take(src, 0), "[\n    // --- Theme ---\n\n    2, // two\n    // end\n]");
    assert_eq!(
        take(src, 1),
        "[\n    // --- Theme ---\n\n    // about a\n    // still a\n    1, // one\n    // end\n]"
    );
    let table = [
        ("[1 /* one */, 2]", 1, "[1 /* one */]"),
        ("[1, /* two */ 2, 3]", 1, "[1, 3]"),
        ("[1, /* two */ 2, 3]", 0, "[/* two */ 2, 3]"),
        ("[1, // one\n 2]", 0, "[\n 2]"),
        ("[1, // one\n 2]", 1, "[1, // one\n]"),
        ("[1, 2, // two\n 3]", 1, "[1,\n 3]"),
        ("[1, 2,\n 3, 4]", 2, "[1, 2,\n 4]"),
        ("[1, 2,\n 3, 4]", 3, "[1, 2,\n 3]"),
        ("[1]", 0, "[]"),
        ("[1, 2, /* end */]", 1, "[1, /* end */]"),
    ];
    for (before, k, after) in table {
        assert_eq!(take(before, k), after, "{before}");
    }
}

#[test]
fn items_on_one_line_stay_on_it() {
    let table = [
        ("[1, 2]", 0, "[0, 1, 2]"),
        ("[1, 2]", 1, "[1, 0, 2]"),
        ("[1, 2]", 2, "[1, 2, 0]"),
        ("[1, 2,]", 2, "[1, 2, 0,]"),
        ("[1 /* one */]", 1, "[1 /* one */, 0]"),
        ("[/* one */ 1]", 0, "[0, /* one */ 1]"),
        ("[1, // one\n 2]", 1, "[1, // one\n 0,\n 2]"),
    ];
    for (before, at, after) in table {
        assert_eq!(put(before, at, Value::Int(0)), after, "{before}");
    }
}

#[test]
fn a_text_is_put_verbatim() {
    let src = "[\r\n  (a: 1), // x\r\n]";
    let index = tree(src);
    let splices = insert_item_text(src, &index, index.root(), 1, "(\r\n    a: 2,\r\n  )").unwrap();
    assert_eq!(sound(src, &splices), "[\r\n  (a: 1), // x\r\n  (\r\n    a: 2,\r\n  ),\r\n]");
    assert!(insert_item_text(src, &index, index.root(), 1, "(").is_err());
}
