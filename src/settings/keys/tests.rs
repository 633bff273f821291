use super::*;
use crate::app::{Action, Context, Keymap, Resolved};
use crate::term::sequence::parse_sequence;

fn runs(keymap: &Keymap, context: Context, keys: &str) -> Resolved {
    keymap.resolve(&[context], &parse_sequence(keys).unwrap())
}

#[test]
fn a_patch_gives_takes_and_leaves() {
    let text = r#"
// mine
{
    "global": { "ctrl-x": "quit", "g s": none, 'q': quit },
    "heat-map": { "m": none, "M": "heat-mode" },
}"#;
    let text = text.replace("'q': quit", "\"q\": find");
    let (keymap, troubles) = read(&text);
    assert_eq!(troubles, []);
    assert_eq!(runs(&keymap, Context::Global, "ctrl-x"), Resolved::Action(Action::Quit));
    assert_eq!(runs(&keymap, Context::Global, "q"), Resolved::Action(Action::Find));
    assert_eq!(runs(&keymap, Context::Global, "g s"), Resolved::Unbound);
    assert_eq!(runs(&keymap, Context::HeatMap, "m"), Resolved::Unbound);
    assert_eq!(runs(&keymap, Context::HeatMap, "M"), Resolved::Action(Action::HeatMode));
    assert_eq!(runs(&keymap, Context::Global, "g g"), Resolved::Action(Action::Top));
}

#[test]
fn good_entries_hold_beside_bad_ones() {
    let text = r#"{ "global": { "ctrl-a": "quit", "ctrl-x": "quit", "Q": "qiut" } }"#;
    let (keymap, troubles) = read(text);
    assert_eq!(troubles.len(), 2, "{troubles:?}");
    assert_eq!(runs(&keymap, Context::Global, "ctrl-x"), Resolved::Action(Action::Quit));
    assert_eq!(runs(&keymap, Context::Global, "ctrl-a"), Resolved::Unbound);
}

#[test]
fn keys_that_are_taken_away_stand_in_no_ones_way() {
    let text = r#"{ "list": { "z": "mark", "z s": none, "z r": none, "z g": none, "z c": none,
        "z w": none }, "global": { "z v": none, "z d": none },
        "clauses": { "z a": none } }"#;
    let (keymap, troubles) = read(text);
    assert_eq!(troubles, []);
    assert_eq!(runs(&keymap, Context::List, "z"), Resolved::Action(Action::Mark));
}

#[test]
fn an_empty_file_changes_nothing() {
    for text in ["", "\n", "// only words\n\n  // more", "{}", "()"] {
        assert_eq!(read(text), (Keymap::default(), Vec::new()), "{text:?}");
    }
}

#[test]
fn the_default_keys_stand_in_no_ones_way() {
    let text = uncommented();
    let (keymap, troubles) = read(&text);
    assert_eq!(troubles, [], "{text}");
    assert_eq!(keymap, Keymap::default());
}

/// The default file with every binding active.
fn uncommented() -> String {
    let line = |line: &str| match line.trim_start().strip_prefix("// \"") {
        Some(rest) => format!("        \"{rest}\n"),
        None => format!("{line}\n"),
    };
    default_file().lines().map(line).collect()
}

#[test]
fn the_file_to_start_from_changes_nothing_and_names_everything() {
    let text = default_file();
    assert_eq!(read(&text), (Keymap::default(), Vec::new()), "{text}");
    for action in Action::ALL {
        let about = action.about();
        assert!(text.contains(&format!("{:?},", about.name)), "{}", about.name);
        assert!(text.contains(about.words), "{}", about.name);
        let row = format!("| {} |", about.words);
        assert!(keys_table().contains(&row), "{}", about.name);
    }
}

/// One mistake a file; the comments at its head say what is to be reported.
#[test]
fn a_mistake_is_told_with_line_and_column() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/keys_bad");
    let (mut count, mut wrong) = (0, Vec::new());
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let want = text.lines().next().unwrap().strip_prefix("// ").unwrap();
        let got: Vec<String> = read(&text).1.iter().map(ToString::to_string).collect();
        if got != [want] {
            wrong.push(format!("{}\n  got  {got:?}\n  want {want}", path.display()));
        }
        count += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count >= 15, "{count}");
}
