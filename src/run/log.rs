//! A log on request: what happened and how long it took, never a record's text.

use std::{fs::File, io::Write, path::Path, time::Instant};

/// The log file.
#[derive(Debug)]
pub struct Log {
    file: Option<File>,
    start: Instant,
}

impl Log {
    /// Opens the log; without a path nothing is logged.
    pub fn open(path: Option<&Path>) -> Self {
        let append = |path| File::options().create(true).append(true).open(path);
        let file = path.and_then(|path| append(path).ok());
        Self { file, start: Instant::now() }
    }

    /// Writes a line with the time since the start.
    pub fn line(&mut self, text: &str) {
        let since = self.start.elapsed().as_secs_f64();
        if let Some(file) = &mut self.file {
            // a full disk must not end the session for the sake of a log
            let _ = writeln!(file, "{since:10.4} {text}");
        }
    }
}
