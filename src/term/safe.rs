//! The last guard: text from outside, as it may go to a terminal.

/// The text on one line, without controls, which could steer the terminal, and without
/// direction and zero-width marks, which could disguise what it says.
pub(super) fn one_line(text: &str) -> String {
    let plain = |c: char| if c.is_control() { ' ' } else { c };
    text.chars().filter(|c| !is_disguise(*c)).map(plain).collect()
}

fn is_disguise(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
        || c == '\u{feff}'
}
