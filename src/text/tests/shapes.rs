use super::*;
use std::path::Path;

fn fixtures(kind: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/ron").join(kind);
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let ron = files.filter(|path| path.extension().is_some_and(|ext| ext == "ron"));
    ron.map(|path| (path.display().to_string(), std::fs::read_to_string(&path).unwrap())).collect()
}

#[test]
fn accepts_every_good_fixture_as_ron_does() {
    let good = fixtures("good");
    assert!(good.len() >= 35);
    for (path, src) in good {
        assert!(ron::from_str::<ron::Value>(&src).is_ok(), "{path}");
        tree(&src);
    }
}

#[test]
fn refuses_broken_fixtures_except_those_only_a_judge_of_values_can() {
    // Unknown extensions, digits beyond the radix, a field twice: ron's business.
    let values = ["b23", "b24", "b26", "b28"];
    for (path, src) in fixtures("bad") {
        let judged = values.iter().any(|name| path.contains(name));
        assert_eq!(Tree::parse(&src).is_ok(), judged, "{path}");
    }
}

#[test]
fn errors_say_where_what_and_what_is_still_open() {
    let table = [
        ("(\n    a: 1\n    b: 2)", "3:5: expected `,` or `)`, found `b` (opened at 1:1)"),
        ("(a: \"x)", "1:5: this string is never closed with `\"`"),
        ("(a: 1", "1:6: expected `,` or `)`, found the end of the text (opened at 1:1)"),
        (
            "\u{feff}(a: 1)",
            "1:1: the text starts with a byte order mark (U+FEFF): save it without one",
        ),
        (
            "(a:\u{a0}1)",
            "1:4: expected a value, found a no-break space (U+00A0): put an ordinary space",
        ),
        (
            "(a: \u{201c}x\u{201d})",
            "1:5: expected a value, found the typographic quote `\u{201c}`: RON wants the straight `\"`",
        ),
        (
            "[\n<<<<<<< HEAD\n]",
            "2:1: merge conflict marker `<<<<<<<`: choose one side and remove the markers",
        ),
        (
            "[\n(a: 1)\n=======\n]",
            "3:1: merge conflict marker `=======`: choose one side and remove the markers",
        ),
        ("", "1:1: expected a value, found the end of the text"),
        ("1 2", "1:3: expected the end of the text, found `2`"),
    ];
    for (src, message) in table {
        assert_eq!(Tree::parse(src).unwrap_err().to_string(), message, "{src}");
    }
}

#[test]
fn deep_nesting_is_an_error_and_no_crash() {
    for (open, close) in [("[", "]"), ("(", ")"), ("{1:", "}"), ("X(a:", ")")] {
        let nest = |n: usize| format!("{}1{}", open.repeat(n), close.repeat(n));
        assert!(Tree::parse(&nest(128)).is_ok());
        assert!(Tree::parse(&nest(100_000)).unwrap_err().message.contains("128"));
    }
}

#[test]
fn a_record_is_found_by_names_and_paths() {
    let src = "[(id: \"A\", r#type: Some(Some(3)), t: X(1)), B(x: {\"k\": [4]}), None]";
    let index = tree(src);
    assert_eq!(index.shape(index.root()), Shape::List);
    let items: Vec<Node> = index.children(index.root()).collect();
    let names: Vec<&str> = index.fields(src, items[0]).map(|(name, _)| name).collect();
    assert_eq!(names, ["id", "type", "t"]);
    let some = index.field(src, items[0], "type").unwrap();
    assert_eq!(index.slice(src, index.seen_through_some(src, some)), "3");
    assert_eq!(index.name(src, items[1]), Some("B"));
    assert!(index.is_none(src, items[2]));
    assert_eq!(index.path_at(src, src.find('4').unwrap()), "[1].x{\"k\"}[0]");
    assert_eq!(index.path_at(src, src.find('3').unwrap()), "[0].type[0][0]");
}

#[test]
fn an_implicit_some_may_lack_its_parentheses() {
    let src = "#![enable(implicit_some)] (a: Some Some 1, b: Some(2), Some: 3)";
    assert!(ron::from_str::<ron::Value>(src).is_ok());
    let index = tree(src);
    let a = index.field(src, index.root(), "a").unwrap();
    assert_eq!(read(src, &index, a), Value::Int(1));
    assert!(Tree::parse(&format!("#![enable(implicit_some)]{}1", "Some ".repeat(9999))).is_err());
}

#[test]
fn columns_count_characters() {
    assert_eq!(line_col("a\n\u{e9}\u{e9}x", 6), (2, 3));
    assert_eq!(line_col("ab", 99), (1, 3));
    assert_eq!(line_col("\u{e9}", 1), (1, 1));
}

#[test]
fn says_how_the_file_is_written() {
    assert!(tree("#![enable(implicit_some)]\n1").implicit_some);
    assert!(!tree("// implicit_some\n#![enable(unwrap_newtypes)] 1").implicit_some);
    assert!(tree("[\r\n]").crlf);
    assert!(!tree("[\n]").crlf);
}
