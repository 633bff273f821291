//! The house rules that a machine can check: which room may know which, and how large a file may grow.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// Each room with the rooms that it may know; everything may know itself.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("standard", &[]),
    ("term", &[]),
    ("isms", &["text", "standard"]),
    ("change", &["text", "standard", "isms"]),
    ("settings", &["text", "term", "app", "search"]),
    ("store", &["text", "standard", "isms", "change"]),
    ("assess", &["text", "standard", "isms", "change"]),
    ("search", &["text", "standard", "isms", "assess"]),
    ("exchange", &["text", "standard", "isms", "change", "assess"]),
    ("ui", &["isms", "term", "text", "settings"]),
    ("pane", &["text", "standard", "isms", "change", "assess", "search", "ui"]),
    ("layer", &["text", "isms", "assess", "search", "ui", "pane", "term"]),
    (
        "app",
        &[
            "text", "standard", "isms", "change", "assess", "search", "exchange", "settings", "ui",
            "pane", "layer", "term", "store",
        ],
    ),
    (
        "draw",
        &["text", "standard", "isms", "assess", "search", "ui", "pane", "layer", "app", "term"],
    ),
    (
        "run",
        &[
            "text", "standard", "isms", "change", "assess", "settings", "ui", "pane", "layer",
            "app", "draw", "store", "term",
        ],
    ),
];

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

fn all(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut found);
    found.sort();
    found
}

/// The first path segment below `src`: `src/app/verbs/go.rs` is in the room `app`.
fn room(path: &Path) -> String {
    let below = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    let first = below.components().next().unwrap().as_os_str().to_string_lossy();
    first.trim_end_matches(".rs").to_string()
}

/// The rooms that a file names after `crate::`, tests left out: they may look anywhere.
fn known(text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let mut rooms = Vec::new();
    let plain: String =
        code.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    for rest in plain.split("crate::").skip(1) {
        let rest = rest.trim_start();
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut name = String::new();
            for c in group.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => rooms.push(std::mem::take(&mut name)),
                    c if depth == 0 => name.push(c),
                    _ => {}
                }
            }
            rooms.push(name);
        } else {
            rooms.push(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
    }
    rooms
        .into_iter()
        .map(|name| name.trim().split("::").next().unwrap_or_default().trim().to_string())
        .filter(|name| !name.is_empty())
        .collect()
}

#[test]
fn rooms_know_only_what_lies_below_them() {
    let allowed: BTreeMap<&str, &[&str]> = MAY_KNOW.iter().copied().collect();
    let mut wrong = Vec::new();
    for path in all("src") {
        let room = room(&path);
        if matches!(room.as_str(), "lib" | "main" | "cli") || path.ends_with("tests.rs") {
            continue;
        }
        let path_text = path.to_string_lossy();
        if path_text.contains("/tests/") {
            continue;
        }
        let may = allowed
            .get(room.as_str())
            .unwrap_or_else(|| panic!("{room} is a new room: say what it may know"));
        for other in known(&fs::read_to_string(&path).unwrap()) {
            let is_room = allowed.contains_key(other.as_str()) || other == "cli";
            if is_room && other != room && !may.contains(&other.as_str()) {
                wrong.push(format!("{} knows {other}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "arrows that point the wrong way:\n{}", wrong.join("\n"));
}

#[test]
fn files_stay_small() {
    let mut lengths: Vec<(usize, PathBuf)> = all("src")
        .into_iter()
        .map(|path| (fs::read_to_string(&path).unwrap().lines().count(), path))
        .collect();
    lengths.sort();
    let tests = all("tests");
    for (length, path) in lengths.iter().cloned().chain(
        tests.into_iter().map(|path| (fs::read_to_string(&path).unwrap().lines().count(), path)),
    ) {
        assert!(length <= 500, "{} has {length} lines; 500 are the most", path.display());
    }
    let median = lengths[lengths.len() / 2].0;
    assert!(median <= 150, "the median file has {median} lines; 150 are the most");
}

#[test]
fn nothing_is_left_undone() {
    for path in all("src") {
        let text = fs::read_to_string(&path).unwrap();
        for word in ["todo!(", "unimplemented!(", concat!("FIX", "ME"), concat!("TO", "DO")] {
            assert!(!text.contains(word), "{} says {word}", path.display());
        }
    }
}
