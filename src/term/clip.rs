//! Copies text to the clipboard of the terminal one sits at, however many hosts away (OSC 52).
//!
//! A copy program on the far host would fill a clipboard nobody can paste from; the terminal
//! itself is always the right one. Only ever written, never asked for.

use std::fmt;

/// Longest encoded text the common terminals take.
const LIMIT: usize = 74_994;
/// GNU screen cuts a string of more than 768 bytes; it is sent in short lines.
const SCREEN_LINE: usize = 76;

/// A text too long to be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// Its length in bytes.
    pub bytes: usize,
}

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Not copied: the text has {} bytes and terminals take {} at most; copy less of it, \
             or export it to a file.",
            self.bytes,
            LIMIT / 4 * 3
        )
    }
}

impl std::error::Error for TooLong {}

/// The bytes that copy a text, wrapped so that a multiplexer passes them on.
///
/// tmux needs `set -g allow-passthrough on` for this; it gives no answer, so "copied" is said
/// in good faith.
///
/// # Errors
/// Refuses a text that terminals would cut or ignore.
pub fn copy(text: &str, env: &impl Fn(&str) -> Option<String>) -> Result<Vec<u8>, TooLong> {
    let encoded = base64(text.as_bytes());
    if encoded.len() > LIMIT {
        return Err(TooLong { bytes: text.len() });
    }
    let set = |name| env(name).is_some_and(|v| !v.is_empty());
    let term = env("TERM").unwrap_or_default();
    Ok(if set("TMUX") || term.starts_with("tmux") {
        [b"\x1bPtmux;\x1b\x1b]52;c;", encoded.as_slice(), b"\x07\x1b\\"].concat()
    } else if set("STY") || term.starts_with("screen") {
        let lines: Vec<&[u8]> = encoded.chunks(SCREEN_LINE).collect();
        [b"\x1bP\x1b]52;c;", lines.join(&b"\x1b\\\x1bP"[..]).as_slice(), b"\x07\x1b\\"].concat()
    } else {
        [b"\x1b]52;c;", encoded.as_slice(), b"\x07"].concat()
    })
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    let letter = |six: u32| match u8::try_from(six & 63).unwrap_or(0) {
        n @ 0..=25 => b'A' + n,
        n @ 26..=51 => b'a' + n - 26,
        n @ 52..=61 => b'0' + n - 52,
        62 => b'+',
        _ => b'/',
    };
    let mut encoded = Vec::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |n: usize| three.get(n).map_or(0, |b| u32::from(*b));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        let four = [18, 12, 6, 0].map(|shift| letter(bits >> shift));
        encoded.extend(four.into_iter().take(three.len() + 1));
        encoded.extend(std::iter::repeat_n(b'=', 3 - three.len()));
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copied(text: &str, vars: &[(&str, &str)]) -> String {
        let env = |name: &str| vars.iter().find(|v| v.0 == name).map(|v| v.1.to_owned());
        String::from_utf8(copy(text, &env).unwrap()).unwrap()
    }

    #[test]
    fn the_encoding_is_base64() {
        for (plain, encoded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
            ("Überwachung ~?>", "w5xiZXJ3YWNodW5nIH4/Pg=="),
        ] {
            assert_eq!(base64(plain.as_bytes()), encoded.as_bytes());
        }
    }

    #[test]
    fn each_multiplexer_is_passed_through() {
        assert_eq!(copied("foo", &[("TERM", "xterm")]), "\x1b]52;c;Zm9v\x07");
        let tmux = "\x1bPtmux;\x1b\x1b]52;c;Zm9v\x07\x1b\\";
        assert_eq!(copied("foo", &[("TMUX", "/tmp/t"), ("TERM", "screen-256color")]), tmux);
        assert_eq!(copied("foo", &[("TERM", "screen")]), "\x1bP\x1b]52;c;Zm9v\x07\x1b\\");
    }

    #[test]
    fn screen_gets_short_lines() {
        let text = copied(&"x".repeat(1_000), &[("STY", "1.pts")]);
        assert!(text.split("\x1b\\").all(|line| line.len() < 100));
        let joined = text.replace("\x1b\\\x1bP", "");
        assert_eq!(joined.len(), 2 + 7 + 1_336 + 1 + 2);
    }

    #[test]
    fn what_no_terminal_takes_is_refused() {
        let text = "x".repeat(60_000);
        let said = copy(&text, &|_| None).unwrap_err().to_string();
        assert!(said.contains("60000 bytes and terminals take 56244"), "{said}");
    }
}
