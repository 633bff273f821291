//! Why something was not saved, in sentences for the last line of the screen.

use super::names::{reason, shown};
use crate::{isms::File, text::SyntaxError};
use std::{fmt, io, path::PathBuf};

/// Why a file was not saved; the file is as it was, unless the sentence says otherwise.
#[derive(Debug)]
pub enum SaveError {
    /// The folder may not be written, for this reason.
    ReadOnlyFolder(String),
    /// The file's owner took the write permission from it.
    ReadOnlyFile(PathBuf),
    /// Something else than a file stands in its place.
    NotAFile(PathBuf, String),
    /// It is not what it was when it was read; read it again and merge.
    Changed(PathBuf),
    /// Another program kept writing it while it was to be saved.
    Restless(PathBuf),
    /// Another annexa holds the lock, and who that is, if known.
    Locked {
        /// Its process.
        pid: Option<u32>,
        /// How long was waited, in seconds.
        waited: u64,
    },
    /// The file on the disk is not valid RON just now, so nothing can be merged into it.
    BrokenOnDisk(File, SyntaxError),
    /// The text to be written is not valid RON; that must not happen.
    WouldBreak(File, String),
    /// The system refused.
    Io {
        /// What was being done, as in "could not be …".
        what: &'static str,
        /// With what.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// A file that can't be replaced was cut short while it was overwritten; its old text is kept.
    Torn {
        /// The file.
        path: PathBuf,
        /// Where its old text is.
        kept: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// annexa itself failed.
    Failed(String),
}

impl SaveError {
    /// Turns what the system says into an error about a path.
    pub(super) fn io(
        what: &'static str,
        path: impl Into<PathBuf>,
    ) -> impl FnOnce(io::Error) -> SaveError {
        let path = path.into();
        move |error| SaveError::Io { what, path, error }
    }
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SaveError::ReadOnlyFolder(why) => {
                write!(f, "Nothing is saved in this folder: {why}.")
            }
            SaveError::ReadOnlyFile(path) => write!(
                f,
                "{0} is write-protected and was left as it is; `chmod u+w {0}` lifts that, then \
                 save again.",
                shown(path)
            ),
            SaveError::NotAFile(path, why) => {
                write!(f, "{} can't be written: {why}. Nothing was changed.", shown(path))
            }
            SaveError::Changed(path) => write!(
                f,
                "{} was changed by another program meanwhile and was left as it is; save again.",
                shown(path)
            ),
            SaveError::Restless(path) => write!(
                f,
                "{} is being written by another program again and again and was left as it is; \
                 save again when that has ended.",
                shown(path)
            ),
            SaveError::Locked { pid, waited } => {
                let who = match pid {
                    Some(pid) => format!("Another annexa (process {pid})"),
                    None => "Another annexa".to_string(),
                };
                write!(
                    f,
                    "{who} has been writing in this folder for {waited} s; nothing was saved. \
                     Save again, or end it if it hangs."
                )
            }
            SaveError::BrokenOnDisk(file, error) => write!(
                f,
                "{}:{error}. The file was changed elsewhere and can't be read now; it was left as \
                 it is. Mend it, then save again.",
                file.name()
            ),
            SaveError::WouldBreak(file, why) => write!(
                f,
                "{} would not be readable any more ({why}); it was left as it is. Please report \
                 this.",
                file.name()
            ),
            SaveError::Io { what, path, error } => write!(
                f,
                "{} could not be {what}: {}. The file is as it was; {}.",
                shown(path),
                reason(error),
                remedy(error)
            ),
            SaveError::Torn { path, kept, error } => write!(
                f,
                "{} could not be written to its end: {}. Its old text is in {}; free what is \
                 missing, then save again.",
                shown(path),
                reason(error),
                shown(kept)
            ),
            SaveError::Failed(why) => write!(
                f,
                "annexa failed while it was saving ({why}); the file is as it was. Please report \
                 this."
            ),
        }
    }
}

fn remedy(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "free some space, then save again"
        }
        io::ErrorKind::ReadOnlyFilesystem => "remount it for writing, then save again",
        io::ErrorKind::PermissionDenied => "get write permission, then save again",
        _ => "save again",
    }
}

impl std::error::Error for SaveError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            SaveError::Io { error, .. } | SaveError::Torn { error, .. } => Some(error),
            SaveError::BrokenOnDisk(_, error) => Some(error),
            _ => None,
        }
    }
}
