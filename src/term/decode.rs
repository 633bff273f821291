//! From bytes to input, however the network cut the bytes.
//!
//! crossterm's own reader is not used: it has no escape timeout (an arrow cut in two becomes
//! Esc), blocks inside a half sequence, and after 1,024 bytes at once it loses the edge of its
//! epoll and never returns the rest (3,000 keys at once: 1,024 arrive, one core spins). A
//! decoder that is a plain function of bytes has none of these states and is tested at every cut.
//!
//! The caller feeds what it read; [`Decoder::waits`] says whether a lone escape or a half
//! sequence is held, and [`Decoder::give_up`] turns it into keys when nothing follows in time.

use super::key::{Code, Key, Mods};
use super::mouse::Mouse;

mod csi;

/// What the terminal sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key went down or repeats.
    Key(Key),
    /// Text was pasted; lines end in `\n`. Not yet made safe to show.
    Paste(String),
    /// The mouse did something.
    Mouse(Mouse),
    /// The window gained (true) or lost the focus.
    Focus(bool),
    /// The terminal is gone; nothing will follow.
    Hangup,
}

/// Ends a bracketed paste.
const PASTE_END: &[u8] = b"\x1b[201~";
/// A control sequence longer than this is noise.
const LONGEST: usize = 64;

/// Holds the bytes of a sequence that is not complete yet.
#[derive(Debug, Default)]
pub struct Decoder {
    held: Vec<u8>,
    paste: Option<Vec<u8>>,
}

/// What the bytes at the front are.
enum Front {
    /// An input of this many bytes.
    Is(Input, usize),
    /// This many bytes that mean nothing to us.
    Noise(usize),
    /// The start of something longer.
    Half,
}

impl Decoder {
    /// Takes bytes and returns the inputs they complete.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Input> {
        self.held.extend_from_slice(bytes);
        self.drain(false)
    }

    /// Whether bytes are held that more bytes, or time, must explain.
    #[must_use]
    pub fn waits(&self) -> bool {
        !self.held.is_empty() && self.paste.is_none()
    }

    /// Reads what is held as it stands, because nothing followed: a lone escape is the Esc key.
    pub fn give_up(&mut self) -> Vec<Input> {
        if self.paste.is_some() { Vec::new() } else { self.drain(true) }
    }

    fn drain(&mut self, last: bool) -> Vec<Input> {
        let mut inputs = Vec::new();
        let held = std::mem::take(&mut self.held);
        let mut rest = held.as_slice();
        while !rest.is_empty() {
            if self.paste.is_some() {
                rest = self.pasted(rest, &mut inputs);
                if self.paste.is_some() {
                    break;
                }
                continue;
            }
            let used = match front(rest, last) {
                Front::Is(Input::Paste(_), used) => {
                    self.paste = Some(Vec::new());
                    used
                }
                Front::Is(input, used) => {
                    inputs.push(input);
                    used
                }
                Front::Noise(used) => used,
                Front::Half => break,
            };
            rest = rest.get(used..).unwrap_or_default();
        }
        self.held = rest.to_vec();
        inputs
    }

    /// Takes pasted bytes up to the end mark; keeps back what may be the start of that mark.
    fn pasted<'a>(&mut self, bytes: &'a [u8], inputs: &mut Vec<Input>) -> &'a [u8] {
        let end = memchr::memmem::find(bytes, PASTE_END);
        let kept = (1..PASTE_END.len())
            .rev()
            .find(|n| PASTE_END.get(..*n).is_some_and(|start| bytes.ends_with(start)));
        let cut = end.unwrap_or(bytes.len() - kept.unwrap_or(0));
        let (text, tail) = bytes.split_at(cut);
        let mut all = self.paste.take().unwrap_or_default();
        all.extend_from_slice(text);
        if end.is_none() {
            self.paste = Some(all);
            return tail;
        }
        let text = String::from_utf8_lossy(&all).replace("\r\n", "\n").replace('\r', "\n");
        inputs.push(Input::Paste(text));
        tail.get(PASTE_END.len()..).unwrap_or_default()
    }
}

/// Reads one input from the front. With `last`, no half is left: nothing more will come.
fn front(bytes: &[u8], last: bool) -> Front {
    match bytes {
        [0x1b] if last => key(Code::Esc, Mods::NONE, 1),
        [0x1b] => Front::Half,
        [0x1b, 0x1b, ..] => escaped_escape(bytes, last),
        [0x1b, b'[', rest @ ..] => control(rest, last),
        [0x1b, b'O', rest @ ..] => match rest {
            [] if last => key(Code::Char('O'), Mods::ALT, 2),
            [] => Front::Half,
            [c, ..] => csi::ss3(*c).map_or(Front::Noise(3), |code| key(code, Mods::NONE, 3)),
        },
        [0x1b, rest @ ..] => match front(rest, last) {
            Front::Is(Input::Key(k), used) => key(k.code, Mods { alt: true, ..k.mods }, used + 1),
            Front::Is(_, used) | Front::Noise(used) => Front::Noise(used + 1),
            Front::Half => Front::Half,
        },
        [byte, ..] => plain(*byte, bytes, last),
        [] => Front::Half,
    }
}

/// Two escapes: the first is the Esc key, unless the second stands alone (then both are).
fn escaped_escape(bytes: &[u8], last: bool) -> Front {
    if bytes.len() == 2 && !last { Front::Half } else { key(Code::Esc, Mods::NONE, 1) }
}

/// Reads what follows `ESC [`.
fn control(rest: &[u8], last: bool) -> Front {
    // Linux console: F1 to F5 are `ESC [ [ A` to `E`
    if let [b'[', c @ b'A'..=b'E', ..] = rest {
        return key(Code::F(c - b'A' + 1), Mods::NONE, 4);
    }
    let end = rest.iter().position(|b| (0x40..=0x7e).contains(b) && *b != b'[');
    let broken =
        rest.iter().take(end.unwrap_or(rest.len())).position(|b| !(0x20..=0x5b).contains(b));
    match (broken, end) {
        // a sequence cut off by the next key: drop it, keep the key
        (Some(at), _) => Front::Noise(at + 2),
        (None, Some(at)) => {
            let used = at + 3;
            let (body, tail) = rest.split_at(at);
            let read = tail.first().and_then(|end| csi::read(body, *end));
            read.map_or(Front::Noise(used), |input| Front::Is(input, used))
        }
        (None, None) if rest.is_empty() && last => key(Code::Char('['), Mods::ALT, 2),
        (None, None) if last || rest.len() > LONGEST => Front::Noise(rest.len() + 2),
        (None, None) => Front::Half,
    }
}

/// Reads a byte that starts no escape sequence.
fn plain(byte: u8, bytes: &[u8], last: bool) -> Front {
    match byte {
        b'\r' => key(Code::Enter, Mods::NONE, 1),
        b'\t' => key(Code::Tab, Mods::NONE, 1),
        0x7f => key(Code::Backspace, Mods::NONE, 1),
        0 => key(Code::Char(' '), Mods::CTRL, 1),
        0x01..=0x1a => key(Code::Char(char::from(byte + 0x60)), Mods::CTRL, 1),
        0x1c..=0x1f => key(Code::Char(char::from(byte + 0x40)), Mods::CTRL, 1),
        0x20..=0x7e => key(Code::Char(char::from(byte)), Mods::NONE, 1),
        _ => character(bytes, last),
    }
}

/// Reads a character of several bytes.
fn character(bytes: &[u8], last: bool) -> Front {
    let front = bytes.get(..4).unwrap_or(bytes);
    let (valid, wrong) = match std::str::from_utf8(front) {
        Ok(text) => (text, None),
        Err(e) => {
            let valid = front.get(..e.valid_up_to()).unwrap_or_default();
            (std::str::from_utf8(valid).unwrap_or_default(), Some(e.error_len()))
        }
    };
    match (valid.chars().next(), wrong) {
        (Some(c), _) if c.is_control() => Front::Noise(c.len_utf8()),
        (Some(c), _) => key(Code::Char(c), Mods::NONE, c.len_utf8()),
        (None, Some(None)) if !last => Front::Half,
        (None, Some(Some(n))) => Front::Noise(n),
        (None, _) => Front::Noise(front.len()),
    }
}

fn key(code: Code, mods: Mods, used: usize) -> Front {
    Front::Is(Input::Key(Key::new(code, mods)), used)
}

#[cfg(test)]
mod tests;
