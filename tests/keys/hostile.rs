//! A folder written by somebody who means harm: nothing that leaves by commands, clipboard or title steers a terminal.
//!
//! The screens are held to the same in tests/screens/hostile.rs.

use super::common::Bench;
use annexa::{
    app::Effect,
    isms::{File, Found, Kind, Shape},
};
use std::{collections::BTreeSet, fs, path::Path, process::Command};

/// What a hostile text tries: the clipboard, the screen, the title, the direction of writing, the row below.
const HOSTILE: &str = concat!(
    "\u{1b}]52;c;QUJD\u{7}\u{1b}[2J\u{1b}[?1049l\u{9b}2J\u{9d}0;own\u{9c}\u{1b}P1$r\u{1b}\\\u{8}\u{d}\u{b}\u{c}\u{7f}",
    "\u{202e}evil\u{202c}\u{2066}\u{2069}\u{200b}\u{feff}\u{ad}\u{2028}",
    "a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307} 漢字 👩\u{200d}👩\u{200d}👧 =1+1 \t | \\n"
);

/// Keys of all fields that hold free text, and of the ids.
fn free_fields() -> BTreeSet<&'static str> {
    let fields = Kind::ALL.iter().flat_map(|kind| kind.fields());
    let free = |shape| matches!(shape, Shape::Line | Shape::Text | Shape::Lines);
    fields.filter(|field| free(field.shape) && field.key != "grid").map(|field| field.key).collect()
}

/// The text as RON writes it, half of it escaped and half of it raw.
fn in_ron(text: &str) -> String {
    let escape = |(nth, c): (usize, char)| match c {
        '"' | '\\' => format!("\\{c}"),
        c if nth % 2 == 0 && (c.is_control() || !c.is_ascii()) => {
            format!("\\u{{{:x}}}", u32::from(c))
        }
        c => c.to_string(),
    };
    text.chars().enumerate().map(escape).collect()
}

/// The demo with a hostile text in every field that takes one.
fn hostile(file: File) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/demo").join(file.name());
    let fields = free_fields();
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().map(|line| {
        let key = line.trim_start().split(':').next().unwrap_or_default();
        match line.split_once(": \"").filter(|_| fields.contains(key)) {
            Some((start, rest)) => format!("{start}: \"{}{rest}", in_ron(HOSTILE)),
            None => line.to_string(),
        }
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

fn bench() -> Bench {
    Bench::over(|file| Found::Text(hostile(file).into()))
}

/// Controls, and marks that can't be seen or that turn the text round.
fn is_harmful(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{feff}' | '\u{2028}' | '\u{2029}')
}

#[test]
fn the_hostile_folder_is_read_as_it_stands() {
    let bench = bench();
    let title = &bench.app.isms.risks.rows()[0].title;
    assert!(title.starts_with("\u{1b}]52;c;"), "{title:?}");
    assert!(bench.app.isms.organisation.only().name.contains('\u{202e}'));
}

#[test]
fn what_leaves_by_other_ways_is_tame() {
    let mut bench = bench();
    bench.press("4yyyfyr");
    let env = |_: &str| None;
    let mut copied = 0;
    for effect in &bench.effects {
        if let Effect::Copy(text) = effect {
            let bytes = annexa::term::clip::copy(text, &env).unwrap();
            let inner = &bytes[2..bytes.len() - 1];
            assert!(!inner.iter().any(u8::is_ascii_control), "the clipboard sequence is one piece");
            copied += 1;
        }
    }
    assert!(copied >= 3);
    let title = annexa::term::title::set(&bench.app.isms.organisation.only().name);
    let title = String::from_utf8(title).unwrap();
    let inner = title.strip_prefix("\u{1b}]2;").unwrap().strip_suffix('\u{7}').unwrap();
    assert!(!inner.chars().any(char::is_control), "{inner:?}");
}

#[test]
fn no_command_prints_a_control() {
    let dir = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    for file in File::ALL {
        fs::write(dir.path().join(file.name()), hostile(file)).unwrap();
    }
    let broken = "Risks(\n    risks: [(id: \"R\u{1b}[2J\", \u{9b}]\n";
    let calls: &[&[&str]] = &[
        &["show", "R-001"],
        &["show", "8.8"],
        &["list", "risks"],
        &["list", "controls"],
        &["list", "evidence"],
        &["list", "people"],
        &["check"],
        &["gaps"],
        &["status"],
        &["export", "controls", "--format", "md"],
        &["show", "\u{1b}[2J"],
        &["list", "\u{1b}[2J\u{202e}"],
        &["set", "R-001", "\u{1b}]2;x\u{7}", "y"],
        &["set", "R-001", "likelihood", "\u{1b}[2J"],
        &["list", "risks", "\u{1b}[2J:\u{9b}"],
        &["--theme", "\u{1b}[2J"],
    ];
    for folder in ["as it is", "with a broken file"] {
        for args in calls {
            let output = Command::new(env!("CARGO_BIN_EXE_annexa"))
                .args(*args)
                .current_dir(dir.path())
                .env("USER", "\u{1b}[2J")
                .env("EDITOR", "\u{1b}[2J")
                .env("LANG", "\u{1b}[2J")
                .env("XDG_CONFIG_HOME", dir.path().join("\u{1b}[2Jconfig"))
                .output()
                .unwrap();
            for bytes in [output.stdout, output.stderr] {
                let text = String::from_utf8(bytes).unwrap();
                let bad = text.chars().find(|c| *c != '\n' && is_harmful(*c));
                assert_eq!(bad, None, "{folder}: {args:?} prints {text:?}");
            }
        }
        fs::write(dir.path().join("risks.ron"), broken).unwrap();
    }
}
