//! Which folder is meant.
//!
//! Explicit beats the environment, the environment beats where one stands: as git does it. A
//! sentence says what was looked for and what to do, because this is the first thing a new user sees.

use super::names::{plain, reason, shown};
use crate::isms::File;
use rustix::fs::{Access, access};
use std::{
    ffi::OsStr,
    fmt, io,
    path::{Path, PathBuf},
};

/// A folder of records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// Its absolute path.
    pub path: PathBuf,
    /// Why nothing may be written in it; none: it may be.
    pub read_only: Option<String>,
}

impl Folder {
    /// A folder that is known to be one.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), read_only: None }
    }

    /// The same folder, in which nothing may be written, for this reason (no full stop).
    #[must_use]
    pub fn read_only(mut self, why: impl Into<String>) -> Self {
        self.read_only = Some(why.into());
        self
    }

    /// Where a file of the folder stands, or would stand.
    pub fn place(&self, file: File) -> PathBuf {
        self.path.join(file.name())
    }
}

/// Why no folder could be opened; a whole sentence that says what now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenError {
    /// Neither here nor further up there is one.
    NowhereFrom(PathBuf),
    /// There is nothing at this path.
    Missing(PathBuf),
    /// It is not a folder.
    NotAFolder(PathBuf),
    /// It is one file of an ISMS, this one's folder is meant.
    OneFile(PathBuf),
    /// The folder holds none of the eight files.
    Empty(PathBuf),
    /// It could not be looked at, for this reason.
    Unreadable(PathBuf, String),
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OpenError::NowhereFrom(from) => write!(
                f,
                "There is no ISMS in {} or in any folder above it (looked for isms.ron, \
                 controls.ron and the other registers). `annexa init FOLDER` makes one, \
                 `annexa demo` shows one.",
                shown(from)
            ),
            OpenError::Missing(path) => write!(
                f,
                "{0} does not exist. `annexa init {0}` makes an ISMS there, `annexa demo` shows \
                 one.",
                shown(path)
            ),
            OpenError::NotAFolder(path) => write!(
                f,
                "{} is not a folder. Give the folder that holds isms.ron; `annexa init FOLDER` \
                 makes one.",
                shown(path)
            ),
            OpenError::OneFile(path) => write!(
                f,
                "{} is one file of an ISMS. Give its folder: `annexa {}`.",
                shown(path),
                shown(path.parent().filter(|p| *p != Path::new("")).unwrap_or(Path::new(".")))
            ),
            OpenError::Empty(path) => write!(
                f,
                "There is no ISMS in {0}: none of isms.ron, controls.ron and the other registers \
                 is there. `annexa init {0}` makes one, `annexa demo` shows one.",
                shown(path)
            ),
            OpenError::Unreadable(path, why) => write!(
                f,
                "{} could not be opened: {}. Check its permissions, or give another folder.",
                shown(path),
                plain(why)
            ),
        }
    }
}

impl std::error::Error for OpenError {}

/// Finds the folder: the one given, else the one that `ANNEXA_DIR` names, else upwards from `cwd`.
///
/// # Errors
/// A sentence that says where was looked and what to do now.
pub fn find(
    explicit: Option<&Path>,
    cwd: &Path,
    annexa_dir: Option<&OsStr>,
) -> Result<Folder, OpenError> {
    let named = annexa_dir.filter(|dir| !dir.is_empty()).map(Path::new);
    match explicit.or(named) {
        Some(path) => open(&cwd.join(path)),
        None => cwd
            .ancestors()
            .find(|path| holds_a_register(path))
            .map_or_else(|| Err(OpenError::NowhereFrom(cwd.to_path_buf())), open),
    }
}

fn open(path: &Path) -> Result<Folder, OpenError> {
    let unreadable = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => OpenError::Missing(path.to_path_buf()),
        io::ErrorKind::NotADirectory => OpenError::NotAFolder(path.to_path_buf()),
        _ => OpenError::Unreadable(path.to_path_buf(), reason(&error)),
    };
    let real = path.canonicalize().map_err(unreadable)?;
    if !real.is_dir() {
        let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
        let one = File::ALL.iter().any(|file| file.name() == name);
        let path = path.to_path_buf();
        return Err(if one { OpenError::OneFile(path) } else { OpenError::NotAFolder(path) });
    }
    // a folder that may not be searched looks empty; say so instead
    std::fs::read_dir(&real).map_err(unreadable)?;
    if !holds_a_register(&real) {
        return Err(OpenError::Empty(path.to_path_buf()));
    }
    let read_only = why_read_only(&real);
    Ok(Folder { path: real, read_only })
}

/// A broken link counts: the folder is meant, and the file is then shown as unreadable.
fn holds_a_register(path: &Path) -> bool {
    File::ALL.iter().any(|file| {
        let place = path.join(file.name());
        place.symlink_metadata().is_ok_and(|meta| meta.is_symlink()) || place.is_file()
    })
}

/// A reason if neither the folder nor any of its files may be written.
fn why_read_only(path: &Path) -> Option<String> {
    let error = access(path, Access::WRITE_OK | Access::EXEC_OK).err()?;
    let writable = |file: &File| access(path.join(file.name()), Access::WRITE_OK).is_ok();
    if File::ALL.iter().any(writable) {
        return None;
    }
    Some(reason(&error.into()))
}
