//! A projection as text and back: nothing that a person writes can forge a line.

use super::Lines;

/// Appends one line; a text of several lines stays on it.
pub(crate) fn line(out: &mut String, label: &str, value: &str) {
    if !out.is_empty() {
        out.push('\n');
    }
    escape(out, label, true);
    out.push(':');
    let value = value.trim();
    // no blank at the end of a line: an editor that strips it would break the seal
    if !value.is_empty() {
        out.push(' ');
        escape(out, value, false);
    }
}

fn escape(out: &mut String, text: &str, label: bool) {
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => {}
            ':' if label => out.push_str("\\:"),
            _ => out.push(c),
        }
    }
}

/// The projection as text.
pub fn to_text(lines: &Lines) -> String {
    let mut out = String::new();
    for (label, value) in lines {
        line(&mut out, label, value);
    }
    out
}

/// The projection that a text holds; a line without a label is one without a value.
pub fn parse(text: &str) -> Lines {
    text.lines().filter(|line| !line.trim().is_empty()).map(split).collect()
}

fn split(line: &str) -> (String, String) {
    let mut label = String::new();
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => label.extend(chars.next().map(unescaped)),
            ':' => break,
            _ => label.push(c),
        }
    }
    let mut value = String::new();
    let mut chars = chars.as_str().trim_start().chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => value.extend(chars.next().map(unescaped)),
            _ => value.push(c),
        }
    }
    (label, value)
}

fn unescaped(c: char) -> char {
    if c == 'n' { '\n' } else { c }
}
