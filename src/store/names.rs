//! Paths and reasons, as they may stand in a sentence.

use std::{io, path::Path};

/// A path as it may be shown: a name made of control characters steers no terminal.
pub(super) fn shown(path: &Path) -> String {
    plain(&path.display().to_string())
}

/// Text from outside on one line, its control characters spelt out.
pub(super) fn plain(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut plain, c| {
        if c.is_control() {
            plain.extend(c.escape_default())
        } else {
            plain.push(c)
        }
        plain
    })
}

/// What the system says, in words that need no manual page.
pub(super) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::StorageFull => "the disk is full".into(),
        io::ErrorKind::QuotaExceeded => "your quota on this disk is used up".into(),
        io::ErrorKind::ReadOnlyFilesystem => "this file system is mounted read-only".into(),
        io::ErrorKind::PermissionDenied => "you have no permission for that".into(),
        io::ErrorKind::NotFound => "it does not exist".into(),
        _ => plain(&error.to_string()),
    }
}
