use super::*;

fn value(src: &str) -> Value {
    let index = tree(src);
    read(src, &index, index.root())
}

#[test]
fn reads_what_is_meant_whatever_the_notation() {
    let table = [
        ("None", Value::Nothing),
        ("Some(None)", Value::Nothing),
        ("true", Value::Bool(true)),
        ("0xFF", Value::Int(255)),
        ("-1_000i64", Value::Int(-1000)),
        ("0b101", Value::Int(5)),
        ("+7", Value::Int(7)),
        ("1.50", Value::Number("1.50".into())),
        ("-inf", Value::Number("-inf".into())),
        ("99999999999999999999", Value::Number("99999999999999999999".into())),
        ("\"a\\\"b\\u{e9}\\x41\\n\"", text("a\"b\u{e9}A\n")),
        ("\"a \\\n   b\"", text("a b")),
        ("\"x\r\ny\"", text("x\ny")),
        ("r##\"a \"# \\ b\"##", text("a \"# \\ b")),
        ("Some ( /* c */ \"x\" )", text("x")),
        ("r#type", word("type")),
        ("High", word("High")),
        ("['c', (1, 2)]", list(&[Value::Other("'c'".into()), Value::Other("(1, 2)".into())])),
        ("{ \"a\": 1 }", Value::Other("{ \"a\": 1 }".into())),
        ("Risk(id: \"R\", n: None)", record(&[("id", text("R"))])),
        ("()", record(&[])),
    ];
    for (src, meant) in table {
        assert_eq!(value(src), meant, "{src}");
    }
}

#[test]
fn records_are_equal_whatever_the_order() {
    let (a, b) = (("a", Value::Int(1)), ("b", Value::Int(2)));
    let alone = record(&[("a", Value::Int(1))]);
    assert_eq!(record(&[a.clone(), b.clone()]), record(&[b.clone(), a.clone()]));
    assert_eq!(record(&[a.clone(), ("c", Value::Nothing)]), alone);
    assert_ne!(record(&[a.clone(), b.clone()]), alone);
    assert_ne!(alone, record(&[a, b]));
}

#[test]
fn writes_new_values_in_house_style() {
    let risk = record(&[
        ("id", text("R-1")),
        ("level", word("High")),
        ("gone", Value::Nothing),
        ("note", text("one\ntwo")),
        ("tags", list(&[text("a"), text("b")])),
        ("log", list(&[record(&[("on", text("2026-01-31")), ("by", text("eve"))])])),
    ]);
    let expected = "(\n    id: \"R-1\",\n    level: High,\n    note: \"one\ntwo\",\n    \
                    tags: [\"a\", \"b\"],\n    log: [(on: \"2026-01-31\", by: \"eve\")],\n)";
    assert_eq!(write(&risk, "", "\n"), expected);
    assert_eq!(value(&write(&risk, "\t", "\r\n")), risk);
    let long = list(&[text(&"x".repeat(50)), text(&"y".repeat(50))]);
    let expected = format!("[\n    \"{}\",\n    \"{}\",\n]", "x".repeat(50), "y".repeat(50));
    assert_eq!(write(&long, "", "\n"), expected);
}

#[test]
fn quotes_like_the_old_literal() {
    let table: [(Option<&str>, &str, &str); 9] = [
        (None, "a\"b\\c", r#""a\"b\\c""#),
        (None, "a\nb\tc", "\"a\nb\\tc\""),
        (Some(r#""x\ny""#), "a\nb", r#""a\nb""#),
        (Some("\"x\n\ty\""), "a\n\tb", "\"a\n\tb\""),
        (Some("r\"x\""), "a\"b", "r#\"a\"b\"#"),
        (Some("r##\"x\"##"), "plain", "r##\"plain\"##"),
        (Some("r\"x\""), "a\rb", r#""a\rb""#),
        (None, "a\u{202e}b\u{200b}\u{7f}", r#""a\u{202e}b\u{200b}\u{7f}""#),
        (Some("\"x\r\ny\""), "a\nb", "\"a\r\nb\""),
    ];
    for (old, s, expected) in table {
        assert_eq!(quote_like(old, s), expected);
        assert_eq!(value(expected), text(s));
    }
}
