//! A fresh copy of the demo, to play with: it goes into an empty folder only, so that nothing is mixed.

use super::{
    SaveError,
    names::{reason, shown},
    template::{demo as text, lay_out, make_dirs, remove_dirs},
};
use std::{
    fmt, fs, io,
    path::{Path, PathBuf},
};

/// Why there is no demo.
#[derive(Debug)]
pub enum DemoError {
    /// The folder holds something already.
    NotEmpty(PathBuf),
    /// The folder can't be made or looked into; none: there is no place for temporary files.
    Folder(Option<PathBuf>, io::Error),
    /// A file can't be made.
    File(SaveError),
}

impl fmt::Display for DemoError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DemoError::NotEmpty(path) => write!(
                f,
                "{} is not empty; the demo goes into a new or empty folder, so that nothing is \
                 mixed. `annexa demo` without a name finds a place of its own.",
                shown(path)
            ),
            DemoError::Folder(Some(path), error) => {
                write!(f, "{} can't be made a folder for the demo: {}.", shown(path), reason(error))
            }
            DemoError::Folder(None, error) => write!(
                f,
                "No temporary folder can be made for the demo: {}. Give one: `annexa demo FOLDER`.",
                reason(error)
            ),
            DemoError::File(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for DemoError {}

/// Makes a fresh copy of the demo in a new or empty folder, or in a temporary one; tells where.
///
/// # Errors
/// If the folder holds something, or can't be written. Nothing is changed then.
pub fn demo(path: Option<&Path>) -> Result<PathBuf, DemoError> {
    let Some(path) = path else {
        let made = tempfile::Builder::new().prefix("annexa-demo-").tempdir();
        let made = made.map_err(|error| DemoError::Folder(None, error))?;
        lay_out(made.path(), text).map_err(DemoError::File)?;
        return Ok(made.keep());
    };
    let failed = |error| DemoError::Folder(Some(path.to_path_buf()), error);
    let first = make_dirs(path).map_err(failed)?;
    if fs::read_dir(path).map_err(failed)?.next().is_some() {
        return Err(DemoError::NotEmpty(path.to_path_buf()));
    }
    lay_out(path, text).map_err(|error| {
        remove_dirs(path, first);
        DemoError::File(error)
    })?;
    Ok(path.to_path_buf())
}
