//! Stops the program for the shell's sake, as ctrl-z does, and takes it up again.

use std::fmt;

use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};

use super::session::{Refusal, Session};

/// Why the program did not stop, or did not come back.
#[derive(Debug)]
pub enum SuspendError {
    /// Nobody would be there to continue us.
    NoShell,
    /// The system refused to stop us.
    Stop(std::io::Error),
    /// The terminal could not be taken again.
    Return(Refusal),
}

impl fmt::Display for SuspendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoShell => {
                f.write_str("Can't suspend: no shell with job control is there to come back from.")
            }
            Self::Stop(e) => write!(f, "Can't suspend: {e}."),
            Self::Return(e) => write!(f, "{e}"),
        }
    }
}

impl std::error::Error for SuspendError {}

/// Gives the terminal back, stops, and takes the terminal again when continued.
///
/// The whole process group is stopped: started by `git` or `sudo`, the shell waits for that one,
/// and stopping ourselves alone would leave the user with two programs on one terminal. To be
/// called on the main thread, with the input reader parked; then clear and draw.
///
/// # Errors
/// Refuses when nobody could continue us: the session's own process, or one in its group.
pub fn suspend(session: &Session) -> Result<(), SuspendError> {
    if !shell_waits() {
        return Err(SuspendError::NoShell);
    }
    session.leave();
    // STOP, not TSTP: that one we catch ourselves and would take for a new wish
    let stopped = kill_current_process_group(Signal::STOP);
    session.renew().map_err(SuspendError::Return)?;
    stopped.map_err(|e| SuspendError::Stop(e.into()))
}

/// Whether a shell put us into a group of our own, and so can continue us.
pub(super) fn shell_waits() -> bool {
    getsid(None).is_ok_and(|session| session != getpgrp())
}
