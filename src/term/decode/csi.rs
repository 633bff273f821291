//! The control sequences a terminal sends: arrows, paging, function keys, mouse, focus, paste.

use super::super::key::{Code, Key, Mods};
use super::super::mouse::{Button, Mouse, MouseKind};
use super::Input;

/// Reads `ESC O end`.
pub(super) fn ss3(end: u8) -> Option<Code> {
    match end {
        b'P'..=b'S' => Some(Code::F(end - b'P' + 1)),
        b'M' => Some(Code::Enter),
        _ => cursor(end),
    }
}

/// Reads `ESC [ body end`; `None` for what we have no use for, such as a key's release.
pub(super) fn read(body: &[u8], end: u8) -> Option<Input> {
    if let [b'<', rest @ ..] = body {
        return mouse(rest, end);
    }
    let params = numbers(body)?;
    let first = params.first().map_or(1, |p| p.0);
    let (mods, kind) = params.get(1).copied().unwrap_or((1, 1));
    if kind == 3 {
        return None; // a release
    }
    let code = match end {
        b'I' if body.is_empty() => return Some(Input::Focus(true)),
        b'O' if body.is_empty() => return Some(Input::Focus(false)),
        b'Z' => Code::BackTab,
        b'P'..=b'S' => Code::F(end - b'P' + 1),
        b'~' if first == 200 => return Some(Input::Paste(String::new())),
        b'~' if first == 27 => typed(params.get(2)?.0)?,
        b'~' => tilde(first)?,
        b'u' => typed(first)?,
        _ => cursor(end)?,
    };
    Some(Input::Key(Key::new(code, modifiers(mods))))
}

/// The keys with a letter of their own.
fn cursor(end: u8) -> Option<Code> {
    Some(match end {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'H' => Code::Home,
        b'F' => Code::End,
        _ => return None,
    })
}

/// The keys with a number.
fn tilde(number: u32) -> Option<Code> {
    Some(match number {
        1 | 7 => Code::Home,
        2 => Code::Insert,
        3 => Code::Delete,
        4 | 8 => Code::End,
        5 => Code::PageUp,
        6 => Code::PageDown,
        11..=15 => function(number - 10),
        17..=21 => function(number - 11),
        23..=26 => function(number - 12),
        28 | 29 => function(number - 13),
        31..=34 => function(number - 14),
        _ => return None,
    })
}

fn function(n: u32) -> Code {
    Code::F(u8::try_from(n).unwrap_or(u8::MAX))
}

/// A key reported by its code point (kitty's protocol, xterm's modifyOtherKeys).
fn typed(point: u32) -> Option<Code> {
    Some(match point {
        9 => Code::Tab,
        13 => Code::Enter,
        27 => Code::Esc,
        127 => Code::Backspace,
        _ => Code::Char(char::from_u32(point).filter(|c| !c.is_control())?),
    })
}

/// xterm's modifier number: one more than the sum of shift 1, alt 2, ctrl 4.
fn modifiers(number: u32) -> Mods {
    let bits = number.saturating_sub(1);
    Mods { shift: bits & 1 != 0, alt: bits & 2 != 0, ctrl: bits & 4 != 0 }
}

/// Reads `1;5:2` as `[(1, 1), (5, 2)]`: each number with its sub-number, missing ones being 1.
fn numbers(body: &[u8]) -> Option<Vec<(u32, u32)>> {
    let text = std::str::from_utf8(body).ok()?;
    if text.is_empty() {
        return Some(Vec::new());
    }
    let number = |s: &str| if s.is_empty() { Some(1) } else { s.parse().ok() };
    text.split(';')
        .map(|part| {
            let mut parts = part.split(':');
            let first = number(parts.next().unwrap_or_default())?;
            Some((first, number(parts.next().unwrap_or_default())?))
        })
        .collect()
}

/// Reads xterm's SGR mouse report `button;column;row`, `M` down, `m` up.
fn mouse(body: &[u8], end: u8) -> Option<Input> {
    let params = numbers(body)?;
    let [(button, _), (x, _), (y, _)] = params.as_slice() else { return None };
    let held = Mods { shift: button & 4 != 0, alt: button & 8 != 0, ctrl: button & 16 != 0 };
    let which = match button & 3 {
        0 => Button::Left,
        1 => Button::Middle,
        _ => Button::Right,
    };
    let kind = match (button & !28, end) {
        (0..=2, b'M') => MouseKind::Press(which),
        (0..=2, b'm') => MouseKind::Release(which),
        (32..=34, b'M') => MouseKind::Drag(which),
        (64, b'M') => MouseKind::ScrollUp,
        (65, b'M') => MouseKind::ScrollDown,
        _ => return None,
    };
    let cell = |n: &u32| u16::try_from(n.saturating_sub(1)).ok();
    Some(Input::Mouse(Mouse { kind, x: cell(x)?, y: cell(y)?, mods: held }))
}
