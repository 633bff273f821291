//! The workbench, opened on a folder in a terminal.

use crate::{
    cli_support::Place,
    terminal::{Size, Terminal, patience},
};
use std::{
    process::Command,
    thread,
    time::{Duration, Instant},
};

/// How to open it: where, with what, how large.
pub struct Opening<'a> {
    place: &'a Place,
    command: Command,
    size: Size,
}

/// On this folder, 120x40, in a terminal with 256 colours and UTF-8.
pub fn on(place: &Place) -> Opening<'_> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_annexa"));
    command.current_dir(place.path());
    let home = place.path().join("no-home");
    command.env("HOME", &home).env("XDG_CONFIG_HOME", home.join("config"));
    command.env("TERM", "xterm-256color").env("LANG", "C.UTF-8").env("USER", "nobody-known");
    Opening { place, command, size: (120, 40) }
}

impl Opening<'_> {
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    pub fn arg(mut self, arg: &str) -> Self {
        self.command.arg(arg);
        self
    }

    /// Started by a shell script, where `"$@"` is the workbench.
    pub fn under(mut self, script: &str) -> Self {
        let mut shell = Command::new("bash");
        shell.args(["-c", script, "shell"]).arg(self.command.get_program());
        shell.args(self.command.get_args());
        for (name, value) in self.command.get_envs() {
            shell.env(name, value.unwrap_or_default());
        }
        shell.current_dir(self.place.path());
        self.command = shell;
        self
    }

    pub fn start(self) -> Terminal {
        Terminal::start(&self.command, self.size)
    }

    /// Started, and the records are there.
    #[track_caller]
    pub fn open(self) -> Terminal {
        let terminal = self.start();
        terminal.wait("Northwind");
        // the line of vital signs
        terminal.wait("Stage 1 in");
        terminal
    }

    /// Opened, with the controls on screen.
    #[track_caller]
    pub fn controls(self) -> Terminal {
        let terminal = self.open();
        terminal.press_for("2", "Policies for information");
        terminal
    }
}

/// Waits until something is so: a file's text, a process's state.
#[track_caller]
pub fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let end = Instant::now() + patience();
    while !is_so() {
        assert!(Instant::now() < end, "{what}: not after {:?}", patience());
        thread::sleep(Duration::from_millis(3));
    }
}

/// The lines that differ, line by line: what stood there, what stands there.
pub fn changed_lines(before: &str, after: &str) -> Vec<(String, String)> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    assert_eq!(old.len(), new.len(), "another number of lines");
    let pairs = old.iter().zip(&new).filter(|(a, b)| a != b);
    pairs.map(|(a, b)| ((*a).to_string(), (*b).to_string())).collect()
}

/// All that lies in the folder's drafts.
pub fn drafts(place: &Place) -> String {
    let Ok(entries) = std::fs::read_dir(place.path().join(".annexa/drafts")) else {
        return String::new();
    };
    // a temporary file beside them is not kept yet
    let kept =
        entries.flatten().map(|e| e.path()).filter(|p| p.extension() == Some("ron".as_ref()));
    kept.filter_map(|path| std::fs::read_to_string(path).ok()).collect()
}
