//! The real binary on a folder of its own.
#![allow(
    dead_code,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop where its assumption fails; not every test uses everything"
)]

use std::{
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

/// A folder that goes away with the test.
pub struct Place {
    dir: tempfile::TempDir,
}

/// What a command said.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Place {
    /// An empty folder.
    pub fn empty() -> Self {
        // not among the temporary files of all: what lies there could look like an ISMS further up
        let dir = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        Self { dir }
    }

    /// A copy of the demo.
    pub fn demo() -> Self {
        let place = Self::empty();
        for entry in std::fs::read_dir(data("demo")).unwrap() {
            let path = entry.unwrap().path();
            std::fs::copy(&path, place.path().join(path.file_name().unwrap())).unwrap();
        }
        place
    }

    /// A new ISMS.
    pub fn new_isms() -> Self {
        let place = Self::empty();
        let said = place.run(&["init", "."]);
        assert_eq!(said.code, 0, "{said:?}");
        place
    }

    pub fn path(&self) -> &Path {
        self.dir.path()
    }

    pub fn text(&self, file: &str) -> String {
        std::fs::read_to_string(self.path().join(file)).unwrap()
    }

    pub fn write(&self, file: &str, text: &str) {
        std::fs::write(self.path().join(file), text).unwrap();
    }

    /// The binary, in this folder, without the person's environment.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_annexa"));
        command.args(args).current_dir(self.path()).stdin(Stdio::null());
        command.env_remove("ANNEXA_DIR").env_remove("ANNEXA_CONFIG_DIR").env_remove("NO_COLOR");
        command.env("XDG_CONFIG_HOME", self.path().join("no-config"));
        command.env("TERM", "xterm-256color");
        command
    }

    pub fn run(&self, args: &[&str]) -> Said {
        said(self.command(args).output().unwrap())
    }

    /// Runs it and wants exit code 0 and a silent standard error.
    #[track_caller]
    pub fn ok(&self, args: &[&str]) -> String {
        let said = self.run(args);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{args:?}\n{}", said.out);
        said.out
    }

    #[track_caller]
    pub fn json(&self, args: &[&str]) -> serde_json::Value {
        serde_json::from_str(&self.ok(args)).unwrap()
    }
}

pub fn said(output: Output) -> Said {
    Said {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

pub fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name)
}

/// Whether nothing in a text could steer a terminal or change the direction of writing.
pub fn is_tame(text: &str) -> bool {
    !text.chars().any(|c| (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}'))
}
