//! What may reach a terminal: our own sequences and text, and nothing else.

/// The first thing in a stream that the screen and the session never write; none if all is well.
///
/// Knows the sequences of `term::screen`, `term::session`, `term::title` and `term::clip`.
pub fn stranger(stream: &[u8]) -> Option<String> {
    let text = match std::str::from_utf8(stream) {
        Ok(text) => text,
        Err(error) => return Some(format!("no UTF-8 at {}", error.valid_up_to())),
    };
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = match c {
            '\x1b' => match sequence(rest) {
                Some(after) => after,
                None => return Some(excerpt(rest)),
            },
            '\r' | '\n' | '\x08' => &rest[1..],
            c if is_steering(c) => return Some(excerpt(rest)),
            c => &rest[c.len_utf8()..],
        };
    }
    None
}

/// Controls, C1, marks of direction and of no width.
pub fn is_steering(c: char) -> bool {
    let hidden = matches!(c, '\u{200b}'..='\u{200c}' | '\u{200e}'..='\u{200f}' | '\u{feff}');
    let bidi = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    c.is_control() || hidden || bidi
}

fn excerpt(rest: &str) -> String {
    format!("{:?}", rest.chars().take(60).collect::<String>())
}

/// What follows a sequence of ours; none if it is none of ours.
fn sequence(text: &str) -> Option<&str> {
    if let Some(rest) = text.strip_prefix("\x1b]2;").or_else(|| text.strip_prefix("\x1b]52;c;")) {
        let (inside, after) = rest.split_once('\x07')?;
        return (!inside.chars().any(is_steering)).then_some(after);
    }
    let rest = text.strip_prefix("\x1b[")?;
    let end = rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, ';' | '?'))?;
    let (parameters, rest) = rest.split_at(end);
    let (last, after) = rest.split_at(1);
    let ours = match last {
        "h" | "l" => matches!(
            parameters,
            "?2026" | "?25" | "?1049" | "?2004" | "?1004" | "?1002" | "?1006" | "?7"
        ),
        "t" => matches!(parameters, "22;0" | "23;0"),
        "J" => matches!(parameters, "" | "2"),
        "m" | "H" | "K" | "C" | "D" | "A" | "B" | "G" | "d" | "r" | "S" | "T" | "L" | "M" | "X"
        | "@" | "P" | "b" => !parameters.contains('?'),
        _ => false,
    };
    ours.then_some(after)
}

#[test]
fn the_guard_knows_ours_from_others() {
    assert_eq!(stranger(b"\x1b[?2026h\x1b[1;31mtext\x1b[K\r\n\x1b[?2026l"), None);
    for hostile in
        ["\x1b]52;c;?\x1b\\", "\x1bc", "\u{9b}2J", "\u{202e}x", "a\tb", "\x1b[?1003h", "\0"]
    {
        assert!(stranger(hostile.as_bytes()).is_some(), "{hostile:?}");
    }
}
