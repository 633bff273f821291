//! Signals, as values, from a thread of their own.
//!
//! A handler may do almost nothing; here it only wakes the thread, and the run loop decides,
//! in order with keys and all else that happens.

use std::io;
use std::thread;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGUSR1, SIGWINCH};
use signal_hook::iterator::{Handle, Signals};

/// What another process, the kernel or the user's shell wants of us.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Signal {
    /// The window changed its size.
    Resize,
    /// End in good order (TERM).
    Terminate,
    /// The terminal went away (HUP).
    Hangup,
    /// Interrupt from outside; ctrl-c arrives as a key (INT).
    Interrupt,
    /// Quit from outside (QUIT).
    Quit,
    /// Stop, as ctrl-z asks of other programs (TSTP).
    Stop,
    /// We run again after a stop (CONT).
    Continue,
    /// Read settings, keys and themes again (USR1).
    Reload,
}

const ALL: &[(i32, Signal)] = &[
    (SIGWINCH, Signal::Resize),
    (SIGTERM, Signal::Terminate),
    (SIGHUP, Signal::Hangup),
    (SIGINT, Signal::Interrupt),
    (SIGQUIT, Signal::Quit),
    (SIGTSTP, Signal::Stop),
    (SIGCONT, Signal::Continue),
    (SIGUSR1, Signal::Reload),
];

impl Signal {
    /// The exit code a shell expects of a program this signal ended; `None` if it ends none.
    #[must_use]
    pub fn exit_code(self) -> Option<u8> {
        let number = match self {
            Self::Terminate => SIGTERM,
            Self::Hangup => SIGHUP,
            Self::Interrupt => SIGINT,
            Self::Quit => SIGQUIT,
            Self::Resize | Self::Stop | Self::Continue | Self::Reload => return None,
        };
        u8::try_from(128 + number).ok()
    }
}

/// Ends the thread when dropped.
#[derive(Debug)]
pub struct Watch(Handle);

impl Drop for Watch {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// Starts listening; `tell` gets each signal and says whether to go on.
///
/// Once this was called the signals no longer have their usual effect, for the whole process.
///
/// # Errors
/// Fails when the system refuses the handlers or has no thread left.
pub fn spawn(mut tell: impl FnMut(Signal) -> bool + Send + 'static) -> io::Result<Watch> {
    let mut signals = Signals::new(ALL.iter().map(|s| s.0))?;
    let handle = signals.handle();
    thread::Builder::new().name("signal".into()).spawn(move || {
        let named = |number| ALL.iter().find(|s| s.0 == number).map(|s| s.1);
        let _ = signals.forever().filter_map(named).all(&mut tell);
    })?;
    Ok(Watch(handle))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;
    use std::time::Duration;

    #[test]
    fn a_signal_arrives_as_a_value() {
        let (tx, rx) = mpsc::channel();
        let watch = spawn(move |signal| tx.send(signal).is_ok()).unwrap();
        for (number, signal) in [(SIGUSR1, Signal::Reload), (SIGWINCH, Signal::Resize)] {
            signal_hook::low_level::raise(number).unwrap();
            assert_eq!(rx.recv_timeout(Duration::from_secs(10)), Ok(signal));
        }
        drop(watch);
        assert!(rx.recv_timeout(Duration::from_secs(10)).is_err());
    }

    #[test]
    fn the_exit_code_is_the_shells() {
        assert_eq!(Signal::Terminate.exit_code(), Some(143));
        assert_eq!(Signal::Hangup.exit_code(), Some(129));
        assert_eq!(Signal::Interrupt.exit_code(), Some(130));
        assert_eq!(Signal::Stop.exit_code(), None);
    }
}
