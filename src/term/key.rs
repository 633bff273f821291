//! One key press, in one spelling.
//!
//! Terminals report the same key in several ways (`A` with or without shift, BackTab with or
//! without shift). The keymap compares keys for equality, so they are brought into one form here
//! and nowhere else: shift on a character lives in the character, ctrl goes with lower case.

use std::fmt;
use std::str::FromStr;

/// A key without its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A printable character, shift already folded in.
    Char(char),
    /// Enter or Return.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift with Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key, from 1.
    F(u8),
}

/// The modifiers held with a key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Mods {
    /// Control.
    pub ctrl: bool,
    /// Alt, also called Meta.
    pub alt: bool,
    /// Shift; never set on a character or on BackTab.
    pub shift: bool,
}

impl Mods {
    /// No modifier.
    pub const NONE: Self = Self { ctrl: false, alt: false, shift: false };
    /// Control alone.
    pub const CTRL: Self = Self { ctrl: true, ..Self::NONE };
    /// Alt alone.
    pub const ALT: Self = Self { alt: true, ..Self::NONE };
    /// Shift alone.
    pub const SHIFT: Self = Self { shift: true, ..Self::NONE };
}

/// A key with its modifiers, in the one form everything else compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// What was held with it.
    pub mods: Mods,
}

impl Key {
    /// Brings a key into its normal form.
    #[must_use]
    pub fn new(code: Code, mods: Mods) -> Self {
        let mut key = Self { code, mods };
        match code {
            Code::Char(c) => {
                let upper = mods.shift && !mods.ctrl && c.is_ascii_lowercase();
                let c = if upper { c.to_ascii_uppercase() } else { c };
                key.code = Code::Char(if mods.ctrl { c.to_ascii_lowercase() } else { c });
                key.mods.shift = false;
            }
            Code::Tab if mods.shift => {
                key.code = Code::BackTab;
                key.mods.shift = false;
            }
            Code::BackTab => key.mods.shift = false,
            _ => {}
        }
        key
    }

    /// A key without modifiers.
    #[must_use]
    pub fn plain(code: Code) -> Self {
        Self::new(code, Mods::NONE)
    }

    /// A character without modifiers.
    #[must_use]
    pub fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// A character with control.
    #[must_use]
    pub fn ctrl(c: char) -> Self {
        Self::new(Code::Char(c), Mods::CTRL)
    }

    /// The character this key types into a field, if it types one.
    #[must_use]
    pub fn text(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.mods.ctrl && !self.mods.alt => Some(c),
            _ => None,
        }
    }
}

/// Names of keys that are not written as a character; the first spelling of a key is printed.
const NAMES: &[(&str, Code)] = &[
    ("enter", Code::Enter),
    ("esc", Code::Esc),
    ("tab", Code::Tab),
    ("space", Code::Char(' ')),
    ("backspace", Code::Backspace),
    ("delete", Code::Delete),
    ("insert", Code::Insert),
    ("up", Code::Up),
    ("down", Code::Down),
    ("left", Code::Left),
    ("right", Code::Right),
    ("home", Code::Home),
    ("end", Code::End),
    ("pageup", Code::PageUp),
    ("pagedown", Code::PageDown),
    ("lt", Code::Char('<')),
    ("ret", Code::Enter),
    ("return", Code::Enter),
    ("escape", Code::Esc),
    ("backtab", Code::BackTab),
    ("del", Code::Delete),
    ("ins", Code::Insert),
    ("pgup", Code::PageUp),
    ("pgdn", Code::PageDown),
];

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Mods { ctrl, alt, shift } = self.mods;
        let back = self.code == Code::BackTab;
        for (held, name) in [(ctrl, "ctrl-"), (alt, "alt-"), (shift || back, "shift-")] {
            if held {
                f.write_str(name)?;
            }
        }
        match self.code {
            Code::BackTab => f.write_str("tab"),
            Code::F(n) => write!(f, "f{n}"),
            Code::Char(c) if c != ' ' => write!(f, "{c}"),
            code => f.write_str(NAMES.iter().find(|n| n.1 == code).map_or("?", |n| n.0)),
        }
    }
}

/// A key's name that says nothing to us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownKey(pub String);

impl fmt::Display for UnknownKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.0.escape_debug();
        write!(f, "`{name}` is not a key; write it like `j`, `ctrl-d`, `esc`, `shift-tab` or `f5`.")
    }
}

impl std::error::Error for UnknownKey {}

impl FromStr for Key {
    type Err = UnknownKey;

    fn from_str(text: &str) -> Result<Self, UnknownKey> {
        let (mut rest, mut mods) = (text, Mods::NONE);
        while rest.chars().nth(1).is_some() {
            if let Some(tail) = rest.strip_prefix("ctrl-").or_else(|| rest.strip_prefix("C-")) {
                (rest, mods.ctrl) = (tail, true);
            } else if let Some(tail) = rest.strip_prefix("alt-").or_else(|| rest.strip_prefix("A-"))
            {
                (rest, mods.alt) = (tail, true);
            } else if let Some(tail) = rest.strip_prefix("shift-") {
                (rest, mods.shift) = (tail, true);
            } else {
                break;
            }
        }
        code(rest).map(|code| Self::new(code, mods)).ok_or_else(|| UnknownKey(text.to_owned()))
    }
}

/// The key a bare name stands for.
fn code(name: &str) -> Option<Code> {
    let mut chars = name.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return (!c.is_control()).then_some(Code::Char(c));
    }
    let number = name.strip_prefix(['f', 'F']).and_then(|n| n.parse().ok());
    if let Some(n @ 1..=24) = number {
        return Some(Code::F(n));
    }
    NAMES.iter().find(|n| n.0.eq_ignore_ascii_case(name)).map(|n| n.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_key() -> impl Strategy<Value = Key> {
        let named = prop::sample::select(NAMES.iter().map(|n| n.1).collect::<Vec<_>>());
        let code = prop_oneof![
            any::<char>().prop_filter("printable", |c| !c.is_control()).prop_map(Code::Char),
            prop::char::range(' ', '~').prop_map(Code::Char),
            (1u8..=24).prop_map(Code::F),
            named,
        ];
        (code, any::<[bool; 3]>())
            .prop_map(|(c, [ctrl, alt, shift])| Key::new(c, Mods { ctrl, alt, shift }))
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read_back(key in any_key()) {
            prop_assert_eq!(key.to_string().parse::<Key>(), Ok(key));
        }

        #[test]
        fn the_normal_form_is_stable(key in any_key()) {
            prop_assert_eq!(Key::new(key.code, key.mods), key);
        }
    }

    #[test]
    fn shift_is_folded_into_the_character() {
        assert_eq!(Key::new(Code::Char('g'), Mods::SHIFT), Key::char('G'));
        assert_eq!(Key::new(Code::Char('?'), Mods::SHIFT), Key::char('?'));
        assert_eq!(Key::new(Code::Char('D'), Mods::CTRL), Key::ctrl('d'));
        assert_eq!(Key::new(Code::Tab, Mods::SHIFT).to_string(), "shift-tab");
        assert_eq!(Key::new(Code::Up, Mods::SHIFT).to_string(), "shift-up");
    }

    #[test]
    fn the_usual_spellings_are_read() {
        for (text, key) in [
            ("j", Key::char('j')),
            ("?", Key::char('?')),
            ("-", Key::char('-')),
            ("ctrl--", Key::ctrl('-')),
            ("ctrl-d", Key::ctrl('d')),
            ("space", Key::char(' ')),
            ("alt-x", Key::new(Code::Char('x'), Mods::ALT)),
            ("shift-tab", Key::plain(Code::BackTab)),
            ("f12", Key::plain(Code::F(12))),
            ("f", Key::char('f')),
        ] {
            assert_eq!(text.parse(), Ok(key), "{text}");
        }
    }

    #[test]
    fn an_unknown_name_is_refused_in_a_sentence() {
        for text in ["", "ctrl-", "entr", "f0", "f99", "\u{1b}"] {
            assert!(text.parse::<Key>().is_err(), "{text:?}");
        }
        let said = "entr".parse::<Key>().unwrap_err().to_string();
        assert!(said.starts_with("`entr` is not a key;"), "{said}");
    }
}
