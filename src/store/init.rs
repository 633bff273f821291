//! Making a new ISMS: without a question, over nobody's file, and all of it or nothing.

use super::{
    SaveError,
    names::{reason, shown},
    template::{lay_out, make_dirs, remove_dirs, template},
};
use crate::isms::File;
use std::{
    fmt, io,
    path::{Path, PathBuf},
};

/// Why no ISMS was made; nothing was changed then.
#[derive(Debug)]
pub enum InitError {
    /// These files are there already.
    Exists(PathBuf, Vec<File>),
    /// The folder can't be made.
    Folder(PathBuf, io::Error),
    /// A file can't be made.
    File(SaveError),
}

impl fmt::Display for InitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            InitError::Exists(path, files) => {
                let names: Vec<&str> = files.iter().map(|file| file.name()).collect();
                write!(
                    f,
                    "There is an ISMS in {0} already ({1}); nothing was written. `annexa {0}` \
                     opens it.",
                    shown(path),
                    names.join(", ")
                )
            }
            InitError::Folder(path, error) => write!(
                f,
                "{} can't be made a folder: {}. Nothing was written.",
                shown(path),
                reason(error)
            ),
            InitError::File(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for InitError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            InitError::Exists(..) => None,
            InitError::Folder(_, error) => Some(error),
            InitError::File(error) => Some(error),
        }
    }
}

/// Makes a new ISMS in a folder, which is made if need be; tells which files it made.
///
/// # Errors
/// If one of the eight files is there already, or one can't be made. Nothing is changed then.
pub fn init(path: &Path) -> Result<Vec<PathBuf>, InitError> {
    // a broken link is somebody's file as well
    let exists = |file: &File| path.join(file.name()).symlink_metadata().is_ok();
    let there: Vec<File> = File::ALL.into_iter().filter(exists).collect();
    if !there.is_empty() {
        return Err(InitError::Exists(path.to_path_buf(), there));
    }
    let first = make_dirs(path).map_err(|error| InitError::Folder(path.to_path_buf(), error))?;
    lay_out(path, template).map_err(|error| {
        remove_dirs(path, first);
        InitError::File(error)
    })?;
    Ok(File::ALL.into_iter().map(|file| path.join(file.name())).collect())
}
