//! The window's title.

use super::safe::one_line;

/// Longest title, in characters; a window shows less.
const LONGEST: usize = 120;

/// The bytes that set the window's title (OSC 2). Control characters, which could end the
/// sequence and begin another, don't get into it.
#[must_use]
pub fn set(title: &str) -> Vec<u8> {
    let safe: String = one_line(title).chars().take(LONGEST).collect();
    [b"\x1b]2;", safe.as_bytes(), b"\x07"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_break_out() {
        let bytes = set("a\x07\x1b]52;c;x\u{9c}\u{202e}é");
        assert_eq!(bytes, "\x1b]2;a  ]52;c;x é\x07".as_bytes());
        assert_eq!(set(&"x".repeat(500)).len(), LONGEST + 5);
    }
}
