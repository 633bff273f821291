//! The folders that annexa can make: an empty ISMS, and the demo. Both are compiled in.

use crate::isms::File;
use std::{
    fs::OpenOptions,
    io::{self, Write},
    path::Path,
};

/// Which folder to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Starter {
    /// An ISMS in which nothing is decided yet.
    Template,
    /// A small SaaS company six weeks before Stage 1.
    Demo,
}

macro_rules! texts {
    ($file:expr, $folder:literal) => {
        match $file {
            File::Isms => include_str!(concat!("../../data/", $folder, "/isms.ron")),
            File::Controls => include_str!(concat!("../../data/", $folder, "/controls.ron")),
            File::Clauses => include_str!(concat!("../../data/", $folder, "/clauses.ron")),
            File::Risks => include_str!(concat!("../../data/", $folder, "/risks.ron")),
            File::Audit => include_str!(concat!("../../data/", $folder, "/audit.ron")),
            File::Documents => include_str!(concat!("../../data/", $folder, "/documents.ron")),
            File::Evidence => include_str!(concat!("../../data/", $folder, "/evidence.ron")),
            File::Actions => include_str!(concat!("../../data/", $folder, "/actions.ron")),
        }
    };
}

impl Starter {
    /// The text of one file.
    pub fn text(self, file: File) -> &'static str {
        match self {
            Starter::Template => texts!(file, "template"),
            Starter::Demo => texts!(file, "demo"),
        }
    }
}

/// Writes the files that are not there yet; gives those that it wrote.
///
/// # Errors
/// The file that could not be written, and why; what was written before stays.
pub fn write_starter(folder: &Path, starter: Starter) -> Result<Vec<File>, (File, io::Error)> {
    let mut written = Vec::new();
    for file in File::ALL {
        match write_new(&folder.join(file.name()), starter.text(file)) {
            Ok(true) => written.push(file),
            Ok(false) => {}
            Err(error) => return Err((file, error)),
        }
    }
    Ok(written)
}

/// Writes a file unless something of that name is there.
fn write_new(path: &Path, text: &str) -> io::Result<bool> {
    let made = OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = match made {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(false),
        Err(error) => return Err(error),
    };
    let done = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    if let Err(error) = done {
        // half a file is worse than none; it was made by us a moment ago
        drop(file);
        let _ = std::fs::remove_file(path);
        return Err(error);
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        isms::{Found, Isms, Severity, problems},
        standard::Standard,
    };

    #[test]
    fn both_folders_can_be_read_and_hold_no_error() {
        let standard = Standard::load().unwrap();
        for starter in [Starter::Template, Starter::Demo] {
            let isms = Isms::read(&standard, |file| Found::Text(starter.text(file).into()));
            assert!(isms.is_whole());
            if starter == Starter::Template {
                let found = problems(&isms, &standard);
                assert!(found.iter().all(|p| p.severity < Severity::Error), "{found:?}");
            }
        }
    }

    #[test]
    fn what_is_there_is_not_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("risks.ron"), "mine").unwrap();
        let written = write_starter(folder.path(), Starter::Template).unwrap();
        assert_eq!(written.len(), 7);
        assert_eq!(std::fs::read_to_string(folder.path().join("risks.ron")).unwrap(), "mine");
        assert!(write_starter(folder.path(), Starter::Demo).unwrap().is_empty());
    }
}
