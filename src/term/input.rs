//! Reads the terminal on a thread of its own, so that nothing the user types waits for a frame
//! and no half-received sequence can freeze the screen.
//!
//! The thread sleeps in `poll` until bytes come; only while a lone escape or a half sequence is
//! held does it wake by itself, once. A terminal that is gone is noticed before it is read.

use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::decode::Decoder;
pub use super::decode::Input;

/// How long the rest of a sequence may take; longer, and Esc would feel slow.
const ESC_WAIT: Timespec = Timespec { tv_sec: 0, tv_nsec: 25_000_000 };
/// How long the reader may take to answer; it only ever reads what is there.
const PARK_WAIT: Duration = Duration::from_millis(200);

/// Keeps the reader off the terminal while another program has it.
///
/// Dropping the gate ends the reader.
#[derive(Debug)]
pub struct Gate {
    control: OwnedFd,
    parked: Receiver<()>,
    resume: Sender<()>,
}

/// The reader rests as long as this lives.
#[must_use = "the reader goes on as soon as this is dropped"]
#[derive(Debug)]
pub struct Parked<'a>(&'a Gate);

impl Gate {
    /// Takes the terminal from the reader; `None` if it doesn't answer (it has ended, then).
    pub fn park(&self) -> Option<Parked<'_>> {
        while self.parked.try_recv().is_ok() {} // an answer that came too late
        rustix::io::write(&self.control, b"p").ok()?;
        let parked = Parked(self);
        // dropped on a timeout, it lets a reader that answers late go on at once
        self.parked.recv_timeout(PARK_WAIT).ok().map(|()| parked)
    }
}

impl Drop for Parked<'_> {
    fn drop(&mut self) {
        // the reader may have ended: then there is nobody to wake
        let _ = self.0.resume.send(());
    }
}

/// Starts reading standard input; after `patience` the rest of a cut key is not waited for; `tell` gets each input and says whether to go on.
///
/// # Errors
/// Fails when the system has no thread or pipe left.
pub fn spawn(
    patience: Duration,
    tell: impl FnMut(Input) -> bool + Send + 'static,
) -> io::Result<Gate> {
    spawn_on(rustix::stdio::stdin(), patience, tell)
}

fn spawn_on(
    tty: impl AsFd + Send + 'static,
    patience: Duration,
    tell: impl FnMut(Input) -> bool + Send + 'static,
) -> io::Result<Gate> {
    let (told, control) = rustix::pipe::pipe_with(rustix::pipe::PipeFlags::CLOEXEC)?;
    let (park, parked) = mpsc::channel();
    let (resume, resumed) = mpsc::channel();
    let wait = Timespec::try_from(patience).unwrap_or(ESC_WAIT);
    let mut reader = Reader { tty, told, park, resumed, wait, decoder: Decoder::default(), tell };
    thread::Builder::new().name("input".into()).spawn(move || while reader.step() {})?;
    Ok(Gate { control, parked, resume })
}

/// The thread's own side.
struct Reader<Tty, Tell> {
    tty: Tty,
    told: OwnedFd,
    park: Sender<()>,
    resumed: Receiver<()>,
    wait: Timespec,
    decoder: Decoder,
    tell: Tell,
}

impl<Tty: AsFd, Tell: FnMut(Input) -> bool> Reader<Tty, Tell> {
    /// Waits for one thing to happen and deals with it; false ends the thread.
    fn step(&mut self) -> bool {
        let mut fds =
            [PollFd::new(&self.tty, PollFlags::IN), PollFd::new(&self.told, PollFlags::IN)];
        let wait = self.decoder.waits().then_some(&self.wait);
        let ready = match poll(&mut fds, wait) {
            Ok(ready) => ready,
            Err(Errno::INTR) => return true,
            Err(_) => return self.hang_up(),
        };
        let [tty, told] = fds.map(|fd| fd.revents());
        if ready == 0 {
            let inputs = self.decoder.give_up();
            return self.hand_over(inputs);
        }
        if told.contains(PollFlags::IN) {
            return self.rest();
        }
        if !told.is_empty() {
            return false; // the gate is gone, and with it whoever listened
        }
        if tty.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            return self.hang_up();
        }
        self.read()
    }

    /// Rests until the gate opens again.
    fn rest(&mut self) -> bool {
        let read = rustix::io::read(&self.told, &mut [0u8; 1]);
        // what was half received belongs to the time before
        self.decoder = Decoder::default();
        read.is_ok() && self.park.send(()).is_ok() && self.resumed.recv().is_ok()
    }

    fn read(&mut self) -> bool {
        let mut bytes = [0u8; 4096];
        match rustix::io::read(&self.tty, &mut bytes) {
            Ok(0) => self.hang_up(),
            Ok(n) => {
                let inputs = self.decoder.feed(bytes.get(..n).unwrap_or_default());
                self.hand_over(inputs)
            }
            Err(Errno::INTR | Errno::AGAIN) => true,
            Err(_) => self.hang_up(),
        }
    }

    fn hand_over(&mut self, inputs: Vec<Input>) -> bool {
        inputs.into_iter().all(&mut self.tell)
    }

    fn hang_up(&mut self) -> bool {
        (self.tell)(Input::Hangup);
        false
    }
}

#[cfg(test)]
mod tests {
    use super::super::sequence::keys;
    use super::*;

    const PATIENCE: Duration = Duration::from_secs(10);

    fn start() -> (OwnedFd, Gate, Receiver<Input>) {
        let (tty, typed) = rustix::pipe::pipe().unwrap();
        let (tx, rx) = mpsc::channel();
        let gate =
            spawn_on(tty, Duration::from_millis(25), move |input| tx.send(input).is_ok()).unwrap();
        (typed, gate, rx)
    }

    fn expect(rx: &Receiver<Input>, text: &str) {
        for key in keys(text) {
            assert_eq!(rx.recv_timeout(PATIENCE), Ok(Input::Key(key)));
        }
    }

    #[test]
    fn keys_arrive_and_a_lone_escape_after_a_while() {
        let (typed, _gate, rx) = start();
        rustix::io::write(&typed, b"j\x1b[1;5C\x1b").unwrap();
        expect(&rx, "j<ctrl-right><esc>");
    }

    #[test]
    fn a_flood_arrives_whole() {
        let (typed, _gate, rx) = start();
        for _ in 0..5 {
            rustix::io::write(&typed, &[b'j'; 3_000]).unwrap();
        }
        expect(&rx, &"j".repeat(15_000));
    }

    #[test]
    fn while_parked_nothing_is_read() {
        let (typed, gate, rx) = start();
        let parked = gate.park().expect("an answer");
        rustix::io::write(&typed, b"x").unwrap();
        // the pipe still holds what was typed: whoever has the terminal now could read it
        assert_eq!(rustix::io::ioctl_fionread(&typed), Ok(1));
        assert_eq!(rx.try_recv(), Err(mpsc::TryRecvError::Empty));
        drop(parked);
        expect(&rx, "x");
        drop(gate.park().expect("an answer again"));
    }

    #[test]
    fn a_terminal_that_goes_is_told_once_and_the_gate_does_not_hang() {
        let (typed, gate, rx) = start();
        drop(typed);
        assert_eq!(rx.recv_timeout(PATIENCE), Ok(Input::Hangup));
        assert!(rx.recv_timeout(PATIENCE).is_err());
        assert!(gate.park().is_none());
    }

    #[test]
    fn dropping_the_gate_ends_the_reader() {
        let (_typed, gate, rx) = start();
        drop(gate);
        assert_eq!(rx.recv_timeout(PATIENCE), Err(mpsc::RecvTimeoutError::Disconnected));
    }
}
