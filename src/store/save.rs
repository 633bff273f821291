//! Replacing a file's text: at each moment the old file or the new one is on the disk, whole.
//!
//! A temporary file beside the target gets the text and all that the old file is besides its text,
//! then takes its place by a rename. Why each step: a rename alone would lose mode, owner and ACLs,
//! replace a symlink by a file, tear a hard link apart, and replace a write-protected file.

use super::{Folder, SaveError, create::create, in_place, keep::carry_over, read, stamp::Stamp};
use crate::isms::File;
use rustix::fs::{Access, access};
use std::{
    fs,
    io::{self, Write},
    os::unix::fs::{MetadataExt, PermissionsExt},
    path::Path,
};

/// What temporary files beside a register are called; nobody takes that for a register.
pub(super) const TEMPORARY: (&str, &str) = (".", ".ron.tmp~");

/// Replaces the text of a file, if it still is `expected` (none: there is no file).
///
/// When this returns, the text is on the disk, not just on its way there.
///
/// # Errors
/// [`SaveError::Changed`] if it is something else by now; the others say what the system refused.
/// The old file is intact then.
pub fn replace(
    folder: &Folder,
    file: File,
    expected: Option<&str>,
    new: &str,
) -> Result<(), SaveError> {
    let path = folder.place(file);
    match expected {
        Some(expected) => exchange(folder, &path, expected, new),
        None => create(&path, new),
    }
}

fn exchange(folder: &Folder, path: &Path, expected: &str, new: &str) -> Result<(), SaveError> {
    // through a symlink: the link stays, its target is replaced
    let real = path.canonicalize().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => SaveError::Changed(path.to_path_buf()),
        _ => SaveError::io("saved", path)(error),
    })?;
    let found = read::bytes(&real).map_err(|why| SaveError::NotAFile(real.clone(), why))?;
    let Some((old, meta)) = found else { return Err(SaveError::Changed(path.to_path_buf())) };
    if meta.mode() & 0o200 == 0 {
        return Err(SaveError::ReadOnlyFile(real));
    }
    // by content, not by time: two writes within one tick of the clock look the same
    if old != expected.as_bytes() {
        return Err(SaveError::Changed(path.to_path_buf()));
    }
    let dir = real.parent().unwrap_or(Path::new("/"));
    let replaceable = meta.nlink() == 1
        && access(dir, Access::WRITE_OK | Access::EXEC_OK).is_ok()
        && access(&real, Access::WRITE_OK).is_ok();
    if !replaceable {
        return in_place::overwrite(folder, &real, &old, new);
    }
    let temporary = match temporary(dir, 0o600, new) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            return in_place::overwrite(folder, &real, &old, new);
        }
        other => other.map_err(SaveError::io("saved", &real))?,
    };
    if !carry_over(&real, &meta, temporary.as_file()).map_err(SaveError::io("saved", &real))? {
        drop(temporary);
        return in_place::overwrite(folder, &real, &old, new);
    }
    temporary.as_file().sync_all().map_err(SaveError::io("saved", &real))?;
    // a last look: somebody may have written it while we wrote ours
    match fs::metadata(&real) {
        Ok(now) if Stamp::of(&now) == Stamp::of(&meta) => {}
        _ => return Err(SaveError::Changed(path.to_path_buf())),
    }
    temporary.persist(&real).map_err(|error| SaveError::io("saved", &real)(error.error))?;
    sync_dir(dir);
    Ok(())
}

/// A temporary file in a folder, with a text; gone again unless it is renamed.
pub(super) fn temporary(dir: &Path, mode: u32, text: &str) -> io::Result<tempfile::NamedTempFile> {
    let (prefix, suffix) = TEMPORARY;
    let mut temporary = tempfile::Builder::new()
        .prefix(prefix)
        .suffix(suffix)
        .permissions(fs::Permissions::from_mode(mode))
        .tempfile_in(dir)?;
    temporary.write_all(text.as_bytes())?;
    Ok(temporary)
}

/// Makes a rename durable. Some file systems refuse to; then the rename is as durable as they make it.
pub(super) fn sync_dir(dir: &Path) {
    let _ = fs::File::open(dir).and_then(|dir| dir.sync_all());
}
