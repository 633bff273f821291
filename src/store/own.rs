//! Writing a file of the user's own: settings.ron, or views.ron of a folder.
//!
//! Like a register it is replaced as a whole by a rename, through a symlink if it is one (people keep
//! their settings in a repository), and never over what somebody else wrote meanwhile.

use super::{
    keep::carry_over,
    names::{reason, shown},
    save::{sync_dir, temporary},
};
use std::{fs, io, path::Path};

/// Why a file of the user's own was not written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotWritten {
    /// It is not what it was: read it again.
    Changed,
    /// What the system refused, as a sentence.
    Refused(String),
}

/// Writes a text, if the file still is `expected` (none: there is no file); makes its folder.
///
/// # Errors
/// See [`NotWritten`]; the old file is intact then.
pub fn write_own(path: &Path, expected: Option<&str>, text: &str) -> Result<(), NotWritten> {
    let refused = |error: io::Error| {
        NotWritten::Refused(format!("{} was not saved: {}.", shown(path), reason(&error)))
    };
    let real = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let dir = real.parent().unwrap_or(Path::new("/"));
    let Some(expected) = expected else {
        fs::create_dir_all(dir).map_err(refused)?;
        let made = temporary(dir, 0o666, text).map_err(refused)?;
        made.as_file().sync_all().map_err(refused)?;
        return match made.persist_noclobber(&real) {
            Ok(_) => {
                sync_dir(dir);
                Ok(())
            }
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
                Err(NotWritten::Changed)
            }
            Err(error) => Err(refused(error.error)),
        };
    };
    let meta = fs::metadata(&real).map_err(refused)?;
    if fs::read(&real).map_err(refused)? != expected.as_bytes() {
        return Err(NotWritten::Changed);
    }
    if meta.permissions().readonly() {
        return Err(refused(io::ErrorKind::PermissionDenied.into()));
    }
    let made = temporary(dir, 0o600, text).map_err(refused)?;
    if !carry_over(&real, &meta, made.as_file()).map_err(refused)? {
        drop(made);
        return fs::write(&real, text).map_err(refused);
    }
    made.as_file().sync_all().map_err(refused)?;
    made.persist(&real).map_err(|error| refused(error.error))?;
    sync_dir(dir);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn a_file_is_made_replaced_and_never_clobbered() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a/b/settings.ron");
        write_own(&path, None, "one").unwrap();
        assert_eq!(write_own(&path, None, "two"), Err(NotWritten::Changed));
        assert_eq!(write_own(&path, Some("other"), "two"), Err(NotWritten::Changed));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        let link = dir.path().join("link.ron");
        symlink(&path, &link).unwrap();
        write_own(&link, Some("one"), "two").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "two");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
        assert!(link.is_symlink());
    }

    #[test]
    fn what_is_refused_is_said() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("file"), "").unwrap();
        let path = dir.path().join("file/settings.ron");
        let Err(NotWritten::Refused(why)) = write_own(&path, None, "x") else { panic!() };
        assert!(why.contains("settings.ron was not saved"), "{why}");
    }
}
