//! A terminal for the real binary: a pty whose far side is a screen that a test can look at.
//!
//! Nothing here sleeps and hopes. A test waits for what it wants to see; if it does not come, the
//! screen and the last bytes are printed. `ANNEXA_PATIENCE` is how many seconds that may take.

use annexa::term::{
    key::{Code, Key},
    sequence::keys,
};
use rustix::{
    event::{PollFd, PollFlags, poll},
    fs::{Mode, OFlags},
    process::{Pid, Signal, kill_process},
    pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt},
    termios::{Termios, Winsize, tcgetattr, tcsetwinsize},
};
use std::{
    num::NonZeroU16,
    os::fd::OwnedFd,
    path::Path,
    process::{Child, Command, ExitStatus},
    sync::{Arc, Condvar, Mutex, MutexGuard},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

/// How long something may take before a test gives up.
pub fn patience() -> Duration {
    let said = std::env::var("ANNEXA_PATIENCE").ok().and_then(|text| text.parse().ok());
    Duration::from_secs(said.unwrap_or(60))
}

/// A program in a terminal.
pub struct Terminal {
    child: Child,
    master: Option<OwnedFd>,
    /// Kept open, so that the modes can be asked for when the program is gone.
    slave: Option<OwnedFd>,
    /// How the terminal was set before.
    found: Termios,
    seen: Arc<Seen>,
    stop: Option<OwnedFd>,
    reader: Option<JoinHandle<()>>,
}

/// What came out of the program.
struct Seen {
    now: Mutex<Now>,
    more: Condvar,
}

struct Now {
    parser: vt100::Parser,
    /// All bytes since the start.
    stream: Vec<u8>,
    /// How many of them the screen shows: an unfinished frame is not shown.
    shown: usize,
}

/// A terminal of this size: columns, rows.
pub type Size = (u16, u16);

fn number(n: u16) -> NonZeroU16 {
    NonZeroU16::new(n).unwrap()
}

fn winsize((columns, rows): Size) -> Winsize {
    Winsize { ws_col: columns, ws_row: rows, ws_xpixel: 0, ws_ypixel: 0 }
}

impl Terminal {
    /// Starts a command in a terminal of its own, as the session's first process.
    pub fn start(command: &Command, size: Size) -> Self {
        let master =
            openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC).unwrap();
        grantpt(&master).unwrap();
        unlockpt(&master).unwrap();
        let name = ptsname(&master, Vec::new()).unwrap();
        let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
        let slave = rustix::fs::open(&name, flags, Mode::empty()).unwrap();
        tcsetwinsize(&master, winsize(size)).unwrap();
        let found = tcgetattr(&slave).unwrap();
        // setsid takes the terminal and becomes the command: the process id stays
        let mut started = Command::new("setsid");
        started.arg("--ctty").arg(command.get_program()).args(command.get_args());
        started.env_clear().env("PATH", std::env::var_os("PATH").unwrap());
        for (name, value) in command.get_envs() {
            if let Some(value) = value {
                started.env(name, value);
            }
        }
        started.current_dir(command.get_current_dir().unwrap_or(Path::new("/")));
        let stream = || slave.try_clone().unwrap();
        started.stdin(stream()).stdout(stream()).stderr(stream());
        let child = started.spawn().unwrap();
        let (columns, rows) = size;
        let parser = vt100::Parser::new(number(rows), number(columns), 0);
        let now = Mutex::new(Now { parser, stream: Vec::new(), shown: 0 });
        let seen = Arc::new(Seen { now, more: Condvar::new() });
        let (stopped, stop) = rustix::pipe::pipe().unwrap();
        let (far, told) = (master.try_clone().unwrap(), Arc::clone(&seen));
        let reader = thread::spawn(move || read(&far, &stopped, &told));
        Self {
            child,
            master: Some(master),
            slave: Some(slave),
            found,
            seen,
            stop: Some(stop),
            reader: Some(reader),
        }
    }

    /// The process.
    pub fn pid(&self) -> Pid {
        Pid::from_child(&self.child)
    }

    /// Sends bytes as they are.
    #[track_caller]
    pub fn send(&self, bytes: &[u8]) {
        let master = self.master.as_ref().expect("a terminal");
        let mut rest = bytes;
        while !rest.is_empty() {
            let sent = rustix::io::write(master, rest).unwrap();
            rest = rest.get(sent..).unwrap_or_default();
        }
    }

    /// Presses keys, written like `jj<enter>text<esc>`, as quickly as a terminal sends them.
    #[track_caller]
    pub fn press(&self, sequence: &str) {
        let mut bytes = Vec::new();
        for key in keys(sequence) {
            bytes.extend(encoded(key));
            if key.code == Code::Esc {
                // a person's Esc stands alone: what follows at once would be read as alt
                self.send(&std::mem::take(&mut bytes));
                thread::sleep(Duration::from_millis(60));
            }
        }
        self.send(&bytes);
    }

    /// Presses keys and waits until this text is on the screen.
    #[track_caller]
    pub fn press_for(&self, sequence: &str, text: &str) {
        self.press(sequence);
        self.wait(text);
    }

    /// Waits until this text is on the screen, not broken by a line's end.
    #[track_caller]
    pub fn wait(&self, text: &str) {
        self.wait_for(&format!("{text:?}"), |screen| screen.contents().contains(text));
    }

    /// Waits until this text is no longer on the screen.
    #[track_caller]
    pub fn wait_gone(&self, text: &str) {
        self.wait_for(&format!("no {text:?}"), |screen| !screen.contents().contains(text));
    }

    /// Waits until the screen is as wanted.
    #[track_caller]
    pub fn wait_for(&self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) {
        let end = Instant::now() + patience();
        let mut now = self.now();
        while !wanted(now.parser.screen()) {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                let dump = dump(&now);
                drop(now);
                panic!("no {what} on the screen\n{dump}");
            }
            now = self.seen.more.wait_timeout(now, left).unwrap().0;
        }
    }

    /// The text on the screen.
    pub fn screen(&self) -> String {
        self.now().parser.screen().contents()
    }

    /// Looks at the screen.
    pub fn look<T>(&self, look: impl FnOnce(&vt100::Screen) -> T) -> T {
        look(self.now().parser.screen())
    }

    /// All bytes that came out since the start.
    pub fn stream(&self) -> Vec<u8> {
        self.now().stream.clone()
    }

    /// Gives the terminal another size.
    pub fn resize(&self, size: Size) {
        let (columns, rows) = size;
        self.now().parser.screen_mut().set_size(number(rows), number(columns));
        tcsetwinsize(self.master.as_ref().unwrap(), winsize(size)).unwrap();
    }

    /// Sends a signal to the process.
    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).unwrap();
    }

    /// How the terminal is set now, compared with how it was before the program.
    pub fn is_sane(&self) -> bool {
        // asked on this side: the other may have been hung up
        let now = tcgetattr(self.master.as_ref().unwrap()).unwrap();
        let modes = |t: &Termios| (t.input_modes, t.output_modes, t.control_modes, t.local_modes);
        modes(&now) == modes(&self.found)
    }

    /// Waits until the process has ended by itself, and all that it wrote was read.
    #[track_caller]
    pub fn end(&mut self) -> ExitStatus {
        let end = Instant::now() + patience();
        let status = loop {
            match self.child.try_wait().unwrap() {
                Some(status) => break status,
                None if Instant::now() > end => panic!("still running\n{}", dump(&self.now())),
                None => thread::sleep(Duration::from_millis(2)),
            }
        };
        self.settle();
        status
    }

    /// Waits until the process has ended; its exit code.
    #[track_caller]
    pub fn code(&mut self) -> i32 {
        let status = self.end();
        status.code().unwrap_or_else(|| panic!("{status}\n{}", dump(&self.now())))
    }

    /// Takes in what was written and not yet read.
    fn settle(&self) {
        let Some(master) = &self.master else { return };
        let end = Instant::now() + Duration::from_secs(5);
        loop {
            let mut fds = [PollFd::new(master, PollFlags::IN)];
            let waiting = poll(&mut fds, Some(&rustix::event::Timespec::default())).unwrap_or(0)
                > 0
                && fds.iter().all(|fd| fd.revents().contains(PollFlags::IN));
            if !waiting || Instant::now() > end {
                // the reader may hold the last piece in its hands: it takes the lock for that
                thread::sleep(Duration::from_millis(5));
                return;
            }
            thread::sleep(Duration::from_millis(1));
        }
    }

    /// The line is cut: the far side of the terminal is gone.
    pub fn hang_up(&mut self) {
        self.stop = None;
        if let Some(reader) = self.reader.take() {
            reader.join().unwrap();
        }
        self.master = None;
        self.slave = None;
    }

    /// Kills the process as the kernel does when memory is short.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Wants the terminal to be as it was found: modes, screen, cursor, attributes.
    #[track_caller]
    pub fn given_back(&self) {
        let now = self.now();
        let screen = now.parser.screen();
        let dump = dump(&now);
        assert!(!screen.alternate_screen(), "still on the alternate screen\n{dump}");
        assert!(!screen.hide_cursor(), "no cursor\n{dump}");
        assert!(!screen.bracketed_paste(), "still pasting in brackets\n{dump}");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None, "{dump}");
        assert_eq!(screen.fgcolor(), vt100::Color::Default, "{dump}");
        assert_eq!(screen.bgcolor(), vt100::Color::Default, "{dump}");
        let look = (screen.bold(), screen.inverse(), screen.underline(), screen.dim());
        assert_eq!(look, (false, false, false, false), "{dump}");
        for mode in ["1004", "1000", "1002", "1003", "1006", "2026"] {
            let last = |end: &str| last_of(&now.stream, format!("\x1b[?{mode}{end}").as_bytes());
            assert!(last("h") <= last("l"), "mode {mode} is still on\n{dump}");
        }
        drop(now);
        assert!(self.is_sane(), "the terminal is still raw\n{dump}");
    }

    fn now(&self) -> MutexGuard<'_, Now> {
        self.seen.now.lock().unwrap()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // only our own child; it may have ended long ago
        let _ = self.child.kill();
        let _ = self.child.wait();
        self.hang_up();
    }
}

/// Where this was last seen, counted from 1; 0: nowhere.
fn last_of(stream: &[u8], wanted: &[u8]) -> usize {
    stream.windows(wanted.len()).rposition(|w| w == wanted).map_or(0, |at| at + 1)
}

const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

fn read(master: &OwnedFd, stopped: &OwnedFd, seen: &Seen) {
    let mut bytes = vec![0; 65_536];
    loop {
        let mut fds = [PollFd::new(master, PollFlags::IN), PollFd::new(stopped, PollFlags::IN)];
        if poll(&mut fds, None).is_err() {
            continue;
        }
        let [far, stop] = fds.map(|fd| fd.revents());
        if !stop.is_empty() {
            return;
        }
        if !far.contains(PollFlags::IN) {
            return;
        }
        let mut now = seen.now.lock().unwrap();
        let Ok(count @ 1..) = rustix::io::read(master, &mut bytes) else { return };
        now.stream.extend_from_slice(bytes.get(..count).unwrap_or_default());
        now.show();
        seen.more.notify_all();
    }
}

impl Now {
    /// Shows what came, but no unfinished frame.
    fn show(&mut self) {
        let new = self.stream.get(self.shown..).unwrap_or_default();
        let begun = last_of(new, BEGIN);
        let whole = if begun > last_of(new, END) { begun - 1 } else { new.len() };
        self.parser.process(new.get(..whole).unwrap_or_default());
        self.shown += whole;
    }
}

fn dump(now: &Now) -> String {
    let tail = now.stream.len().saturating_sub(400);
    let tail = String::from_utf8_lossy(now.stream.get(tail..).unwrap_or_default()).into_owned();
    format!("--- the screen\n{}\n--- the last bytes\n{tail:?}", now.parser.screen().contents())
}

/// The bytes that a terminal sends for a key.
fn encoded(key: Key) -> Vec<u8> {
    let text: &[u8] = match (key.code, key.mods.ctrl) {
        (Code::Char(' '), true) => b"\0",
        (Code::Char(c), true) => return vec![u8::try_from(u32::from(c)).unwrap() & 0x1f],
        (Code::Char(c), false) => return c.to_string().into_bytes(),
        (Code::Enter, _) => b"\r",
        (Code::Esc, _) => b"\x1b",
        (Code::Tab, _) => b"\t",
        (Code::BackTab, _) => b"\x1b[Z",
        (Code::Backspace, _) => b"\x7f",
        (Code::Delete, _) => b"\x1b[3~",
        (Code::Up, _) => b"\x1b[A",
        (Code::Down, _) => b"\x1b[B",
        (Code::Right, _) => b"\x1b[C",
        (Code::Left, _) => b"\x1b[D",
        (Code::Home, _) => b"\x1b[H",
        (Code::End, _) => b"\x1b[F",
        (Code::PageUp, _) => b"\x1b[5~",
        (Code::PageDown, _) => b"\x1b[6~",
        (Code::Insert | Code::F(_), _) => panic!("no test needs {key}"),
    };
    text.to_vec()
}
