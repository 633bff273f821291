//! Takes the terminal and gives it back. The only place that knows which modes are on.
//!
//! What is switched on and what is switched off stand side by side below, so that neither can be
//! forgotten. Leaving is idempotent and may come from anywhere: the end of the loop, a dropped
//! session, the panic hook.

use std::fmt;
use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

use super::out::Out;

/// Alternate screen, bracketed paste, focus events; no cursor until one is placed.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?1004h\x1b[?25l";
/// An open frame ended, attributes and margins as they were, then [`ENTER`] backwards.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[m\x1b[r\x1b[?25h\x1b[?1004l\x1b[?2004l\x1b[?1049l";
const MOUSE_ON: &[u8] = b"\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l";
/// The window's title is kept and brought back.
const TITLE_PUSH: &[u8] = b"\x1b[22;0t";
const TITLE_POP: &[u8] = b"\x1b[23;0t";

/// What the user may have besides the usual.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Modes {
    /// Report the mouse. Off unless asked for: it takes the terminal's own selection away.
    pub mouse: bool,
    /// Set the window's title.
    pub title: bool,
}

impl Modes {
    fn enter(self) -> Vec<u8> {
        let title: &[u8] = if self.title { TITLE_PUSH } else { b"" };
        let mouse: &[u8] = if self.mouse { MOUSE_ON } else { b"" };
        [title, ENTER, mouse].concat()
    }

    fn leave(self) -> Vec<u8> {
        let title: &[u8] = if self.title { TITLE_POP } else { b"" };
        let mouse: &[u8] = if self.mouse { MOUSE_OFF } else { b"" };
        [mouse, LEAVE, title].concat()
    }
}

/// Why there can be no session.
#[derive(Debug)]
pub enum Refusal {
    /// This stream (`standard input`, `standard output`) is no terminal.
    NotATerminal(&'static str),
    /// `TERM=dumb`: a terminal that can't place a cursor.
    Dumb,
    /// The system said no.
    Io(io::Error),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotATerminal(stream) => write!(
                f,
                "The workbench needs a terminal, and {stream} is none; \
                 `annexa --help` lists the commands that do without."
            ),
            Self::Dumb => f.write_str(
                "The workbench needs a terminal that can place its cursor, and TERM is `dumb`; \
                 set TERM to what you use, or see `annexa --help` for commands that do without.",
            ),
            Self::Io(e) => write!(f, "The terminal can't be switched to the workbench: {e}."),
        }
    }
}

impl std::error::Error for Refusal {}

impl From<io::Error> for Refusal {
    fn from(e: io::Error) -> Self {
        Self::Io(e)
    }
}

/// Holds the terminal while entered; gives it back when dropped.
#[derive(Debug)]
pub struct Session(Restorer);

/// Gives the terminal back from wherever it is, if the session has it.
#[derive(Clone, Debug)]
pub struct Restorer {
    live: Arc<AtomicBool>,
    /// Whether the mouse is reported; it can be switched while the session lives.
    mouse: Arc<AtomicBool>,
    title: bool,
}

impl Session {
    /// A session that has not yet entered; the panic hook wants its [`Session::restorer`] first.
    #[must_use]
    pub fn new(modes: Modes) -> Self {
        let mouse = Arc::new(AtomicBool::new(modes.mouse));
        Self(Restorer { live: Arc::default(), mouse, title: modes.title })
    }

    /// Has the mouse reported, or not any more.
    ///
    /// # Errors
    /// If the terminal can't be written to.
    pub fn report_mouse(&self, on: bool) -> io::Result<()> {
        self.0.mouse.store(on, Ordering::SeqCst);
        if self.0.is_live() { Out.write_all(if on { MOUSE_ON } else { MOUSE_OFF }) } else { Ok(()) }
    }

    /// What gives the terminal back.
    #[must_use]
    pub fn restorer(&self) -> Restorer {
        self.0.clone()
    }

    /// Takes the terminal; again, if it had been left.
    ///
    /// # Errors
    /// Refuses what is no terminal, or one that can't show a screen.
    pub fn enter(&self) -> Result<(), Refusal> {
        self.take(&[])
    }

    fn take(&self, before: &[u8]) -> Result<(), Refusal> {
        let is_terminal = |stream| rustix::termios::isatty(stream);
        let streams = (is_terminal(rustix::stdio::stdin()), is_terminal(rustix::stdio::stdout()));
        check(streams, std::env::var("TERM").ok().as_deref())?;
        // known as live first: a failure half-way is undone by leaving
        self.0.live.store(true, Ordering::SeqCst);
        let bytes = [before, &self.0.modes().enter()].concat();
        let entered = enable_raw_mode().and_then(|()| Out.write_all(&bytes));
        if entered.is_err() {
            self.leave();
        }
        Ok(entered?)
    }

    /// Takes the terminal as if nothing was known of it: after a stop, the shell has used it.
    ///
    /// # Errors
    /// As [`Session::enter`].
    pub fn renew(&self) -> Result<(), Refusal> {
        // crossterm does nothing when it believes raw mode is on
        disable_raw_mode()?;
        // entering twice would keep our own cursor and attributes as those to come back to
        let live = self.0.is_live();
        self.take(&if live { self.0.modes().leave() } else { Vec::new() })
    }

    /// Gives the terminal back, if the session has it.
    pub fn leave(&self) {
        self.0.leave();
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.leave();
    }
}

impl Restorer {
    /// Gives the terminal back, once; errors are of no use to anybody here.
    pub fn leave(&self) {
        if self.live.swap(false, Ordering::SeqCst) {
            let _ = Out.write_all(&self.modes().leave());
            let _ = disable_raw_mode();
        }
    }

    fn modes(&self) -> Modes {
        Modes { mouse: self.mouse.load(Ordering::SeqCst), title: self.title }
    }

    /// Whether the session has the terminal.
    #[must_use]
    pub fn is_live(&self) -> bool {
        self.live.load(Ordering::SeqCst)
    }
}

fn check((stdin, stdout): (bool, bool), term: Option<&str>) -> Result<(), Refusal> {
    match (stdin, stdout, term) {
        (false, _, _) => Err(Refusal::NotATerminal("standard input")),
        (_, false, _) => Err(Refusal::NotATerminal("standard output")),
        (_, _, Some("dumb")) => Err(Refusal::Dumb),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::num::NonZeroU16;

    #[test]
    fn leaving_undoes_all_that_entering_did() {
        for modes in [Modes::default(), Modes { mouse: true, title: true }] {
            let size = |n| NonZeroU16::new(n).unwrap();
            let mut parser = vt100::Parser::new(size(24), size(80), 0);
            parser.process(b"prompt$ ");
            let before = parser.screen().clone();
            parser.process(&modes.enter());
            assert!(parser.screen().alternate_screen() && parser.screen().bracketed_paste());
            assert!(parser.screen().hide_cursor());
            parser.process(b"\x1b[?2026h\x1b[3;9r\x1b[1;31mhalf a frame");
            parser.process(&modes.leave());
            let after = parser.screen();
            assert_eq!(after.state_formatted(), before.state_formatted());
            assert_eq!(after.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        }
    }

    #[test]
    fn each_mode_switched_on_is_switched_off() {
        let all = Modes { mouse: true, title: true };
        let (on, off) = (all.enter(), all.leave());
        let modes = |bytes: &[u8], end: char| -> Vec<String> {
            let text = String::from_utf8(bytes.to_vec()).unwrap();
            let parts = text.split("\x1b[").filter(|p| p.starts_with('?') && p.ends_with(end));
            let mut modes: Vec<String> =
                parts.map(|p| p.trim_end_matches(end).to_owned()).collect();
            modes.sort();
            modes
        };
        // the cursor is hidden by the one and shown by the other; the frame mark only ends
        let mut ended = modes(&off, 'l');
        ended.retain(|m| m != "?2026");
        assert_eq!(modes(&on, 'h'), ended);
        assert_eq!(modes(&on, 'l'), modes(&off, 'h'));
    }

    #[test]
    fn what_is_no_terminal_is_refused_in_a_sentence() {
        let said = |streams, term| check(streams, term).unwrap_err().to_string();
        assert!(said((false, true), None).contains("standard input is none"));
        assert!(said((true, false), Some("xterm")).contains("standard output is none"));
        assert!(said((true, true), Some("dumb")).contains("TERM is `dumb`"));
        assert!(check((true, true), Some("xterm")).is_ok());
    }

    #[test]
    fn a_session_never_entered_leaves_nothing() {
        let session = Session::new(Modes::default());
        assert!(!session.restorer().is_live());
        session.leave();
    }
}
