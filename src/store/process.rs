//! Which process is meant, and whether it still lives.
//!
//! A number alone is given to another process sooner or later; number and start time are not.

use rustix::{
    process::{Pid, test_kill_process},
    system::uname,
};
use std::fs;

/// A process of this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Process {
    pub pid: u32,
    /// Ticks since the machine started; 0 where the system doesn't tell.
    pub start: u64,
}

impl Process {
    /// This one.
    pub fn own() -> Self {
        let pid = std::process::id();
        Self { pid, start: status(pid).map_or(0, |(_, start)| start) }
    }

    /// Whether it still runs. Killed and not yet buried counts as dead.
    pub fn lives(self) -> bool {
        if status(std::process::id()).is_some() {
            let status = status(self.pid);
            return status
                .is_some_and(|(state, start)| start == self.start && !matches!(state, 'Z' | 'X'));
        }
        let pid = i32::try_from(self.pid).ok().and_then(Pid::from_raw);
        pid.is_some_and(|pid| !matches!(test_kill_process(pid), Err(rustix::io::Errno::SRCH)))
    }
}

/// This machine's name, in letters that any file name may have.
pub(super) fn host() -> String {
    let name = uname().nodename().to_string_lossy().into_owned();
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}

/// State and start time of a process, from `/proc`.
fn status(pid: u32) -> Option<(char, u64)> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // the program's name stands in parentheses and may hold anything, parentheses too
    let (_, rest) = stat.rsplit_once(") ")?;
    let mut fields = rest.split(' ');
    let state = fields.next()?.chars().next()?;
    let start = fields.nth(18)?.parse().ok()?;
    Some((state, start))
}
