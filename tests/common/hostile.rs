//! A folder written by somebody who wants the terminal, the clipboard or the reader's eyes.

use annexa::isms::{Kind, Shape};

/// A copy to the clipboard, colours, C1, a wiped screen, turned writing, what has no width, and honest text.
pub const PAYLOAD: &str = "\u{1b}]52;c;aGFja2Vk\u{7}\u{1b}[31;5m\u{9b}2J\u{1b}c\u{202e}live\u{2066}\u{200b}\u{feff}\t\u{8}\u{7f}\u{85}👩‍👩‍👧 漢字 e\u{301}\u{323} =1+1";

/// The keys of all fields that hold free text.
fn text_keys() -> Vec<&'static str> {
    let fields = Kind::ALL.into_iter().flat_map(|kind| kind.fields());
    let free = fields.filter(|f| matches!(f.shape, Shape::Line | Shape::Text));
    let mut keys: Vec<&str> = free.map(|field| field.key).collect();
    // fields of parts: scales, decisions, lettered items
    keys.extend(["name", "meaning", "note", "note", "conditions", "answer", "role"]);
    keys
}

/// A file's text with the payload at the end of every free text, half of them escaped and half as it is.
pub fn spoiled(text: &str) -> String {
    let keys = text_keys();
    let escaped: String = PAYLOAD.chars().map(|c| format!("\\u{{{:x}}}", u32::from(c))).collect();
    let mut out = String::new();
    for (nth, line) in text.lines().enumerate() {
        let key = line.trim_start().split_once(": \"").map(|(key, _)| key);
        let ends =
            line.trim_end().strip_suffix("\",").filter(|_| !line.trim_end().ends_with("\\\","));
        match (key.filter(|key| keys.contains(key)), ends) {
            (Some(_), Some(start)) => {
                out += start;
                out += if nth % 2 == 0 { &escaped } else { PAYLOAD };
                out += "\",";
            }
            _ => out += line,
        }
        out.push('\n');
    }
    out
}
