//! String literals: a text in quotes, in the manner of the literal that stood there.
use std::fmt::Write;

/// Quotes a text the way the old literal was: raw stays raw, `\n` stays `\n`; without an old literal
/// real line feeds.
///
/// Characters that hide or reorder what a reviewer sees are always written as `\u{...}`.
pub fn quote_like(old: Option<&str>, s: &str) -> String {
    let newline = if old.is_some_and(|old| old.contains("\r\n")) { "\r\n" } else { "\n" };
    quote(old, s, newline)
}

/// The same with the line ends of the file.
pub(super) fn quote(old: Option<&str>, s: &str, newline: &str) -> String {
    let old = old.unwrap_or_default();
    if old.starts_with('r') && !s.contains(|c| c == '\r' || hidden(c)) {
        return raw(old, s, newline);
    }
    let escaped_lines = old.contains("\\n") && !old.contains('\n');
    let real_tabs = old.contains('\t');
    let mut out = String::with_capacity(s.len() + 2);
    out.push('"');
    for c in s.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' if escaped_lines => out.push_str("\\n"),
            '\n' => out.push_str(newline),
            '\r' => out.push_str("\\r"),
            '\t' if real_tabs => out.push('\t'),
            '\t' => out.push_str("\\t"),
            '\0' => out.push_str("\\0"),
            c if hidden(c) => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// With as many `#` as before, or more if the text needs them.
fn raw(old: &str, s: &str, newline: &str) -> String {
    let mut hashes = "#".repeat(old.chars().skip(1).take_while(|&c| c == '#').count());
    while s.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    format!("r{hashes}\"{}\"{hashes}", s.replace('\n', newline))
}

/// Controls, directional and zero-width characters; not the line feed and the tab.
fn hidden(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c,
            '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}')
}
