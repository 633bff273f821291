//! Keys that would never arrive, or do harm on their way.

use crate::term::key::{Code, Key};

/// Why a key can't be bound, if so.
pub fn why_not(key: Key) -> Option<&'static str> {
    if key.mods.ctrl
        && let Code::Char(c) = key.code
    {
        return control(c);
    }
    match key.code {
        Code::Enter if key.mods.ctrl || key.mods.shift || key.mods.alt => {
            Some("most terminals send the same as for enter alone")
        }
        Code::Esc if key.mods.ctrl || key.mods.shift || key.mods.alt => {
            Some("most terminals send the same as for esc alone")
        }
        Code::Tab if key.mods.ctrl || key.mods.alt => Some("the terminal or the window takes it"),
        Code::Backspace if key.mods != crate::term::key::Mods::NONE => {
            Some("most terminals send the same as for backspace alone")
        }
        _ => None,
    }
}

fn control(c: char) -> Option<&'static str> {
    Some(match c {
        'a' => "GNU screen takes it",
        'b' => "tmux takes it",
        'c' => "it always cancels",
        's' | 'q' => "flow control may stop the terminal with it",
        'w' => "a terminal in a browser closes its tab",
        'i' => "a terminal sends it for tab",
        'm' | 'j' => "a terminal sends it for enter",
        'h' => "many terminals send it for backspace",
        '[' => "a terminal sends it for esc",
        'a'..='z' | ' ' | '_' | '\\' | ']' | '^' => return None,
        _ => "terminals can't send it",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Keymap;

    #[test]
    fn what_something_else_eats_is_refused() {
        for name in [
            "ctrl-a",
            "ctrl-b",
            "ctrl-s",
            "ctrl-q",
            "ctrl-w",
            "ctrl-i",
            "ctrl-m",
            "ctrl-h",
            "ctrl-[",
            "ctrl-enter",
            "shift-enter",
            "ctrl-c",
            "ctrl-tab",
            "ctrl-1",
            "ctrl-.",
        ] {
            assert!(why_not(name.parse().unwrap()).is_some(), "{name}");
        }
        for name in ["ctrl-d", "ctrl-space", "shift-tab", "alt-x", "f5", "enter", "shift-up", "C"] {
            assert_eq!(why_not(name.parse().unwrap()), None, "{name}");
        }
    }

    #[test]
    fn no_default_key_is_one_of_them() {
        for (_, keys, action) in Keymap::default().all() {
            assert!(keys.iter().all(|key| why_not(*key).is_none()), "{action:?}");
        }
    }
}
