//! Several keys in one string: the keymap's `g g`, and the tests' `jj<esc>ihello<enter>`.

use super::key::{Key, UnknownKey};

/// Reads keys separated by blanks, as the keymap writes them: `"g g"`, `"ctrl-w j"`.
///
/// # Errors
/// Names the first word that is no key.
pub fn parse_sequence(text: &str) -> Result<Vec<Key>, UnknownKey> {
    text.split_whitespace().map(str::parse).collect()
}

/// Prints keys the way [`parse_sequence`] reads them.
#[must_use]
pub fn print_sequence(keys: &[Key]) -> String {
    keys.iter().map(Key::to_string).collect::<Vec<_>>().join(" ")
}

/// Reads a typed text: plain characters stand for themselves, `<name>` for a named key.
///
/// What is between brackets but no key stands for itself, so that a test can type `a < b`.
#[must_use]
pub fn keys(text: &str) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let tail = rest.strip_prefix(c).unwrap_or_default();
        let named = (c == '<').then(|| tail.split_once('>')).flatten();
        match named.and_then(|(name, after)| Some((name.parse().ok()?, after))) {
            Some((key, after)) => {
                keys.push(key);
                rest = after;
            }
            None => {
                keys.push(Key::char(c));
                rest = tail;
            }
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::super::key::Code;
    use super::*;

    #[test]
    fn a_sequence_is_read_and_printed() {
        let read = parse_sequence("g ctrl-d  space").unwrap();
        assert_eq!(read, [Key::char('g'), Key::ctrl('d'), Key::char(' ')]);
        assert_eq!(print_sequence(&read), "g ctrl-d space");
        assert_eq!(parse_sequence("g huh"), Err(UnknownKey("huh".into())));
    }

    #[test]
    fn typed_text_mixes_plain_and_named_keys() {
        let read = keys("j<esc>iA<space><lt>é<ctrl-d><enter>");
        let want = [
            Key::char('j'),
            Key::plain(Code::Esc),
            Key::char('i'),
            Key::char('A'),
            Key::char(' '),
            Key::char('<'),
            Key::char('é'),
            Key::ctrl('d'),
            Key::plain(Code::Enter),
        ];
        assert_eq!(read, want);
    }

    #[test]
    fn a_bracket_that_names_nothing_is_typed() {
        assert_eq!(keys("a<b>"), [Key::char('a'), Key::char('b')]);
        assert_eq!(keys("<<esc>"), [Key::char('<'), Key::plain(Code::Esc)]);
        assert_eq!(keys("1<2").len(), 3);
    }
}
