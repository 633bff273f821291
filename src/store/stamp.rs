//! What a file looks like from outside: enough to see that it was touched, without reading it.
//!
//! Used between comparing and replacing a file, and instead of the watcher where the system reports
//! nothing (NFS, CIFS, sshfs): take [`stamps`] when the terminal gets the focus.

use super::Folder;
use crate::isms::File;
use std::{fs::Metadata, os::unix::fs::MetadataExt};

/// One file, from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    dev: u64,
    ino: u64,
    len: u64,
    modified: (i64, i64),
    changed: (i64, i64),
}

impl Stamp {
    pub fn of(meta: &Metadata) -> Self {
        Self {
            dev: meta.dev(),
            ino: meta.ino(),
            len: meta.len(),
            modified: (meta.mtime(), meta.mtime_nsec()),
            changed: (meta.ctime(), meta.ctime_nsec()),
        }
    }
}

/// All files of a folder, from outside.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stamps([Option<Stamp>; 8]);

impl Stamps {
    /// The files that look different now.
    pub fn changed(&self, now: &Stamps) -> Vec<File> {
        let pairs = File::ALL.into_iter().zip(self.0.iter().zip(&now.0));
        pairs.filter(|(_, (old, new))| old != new).map(|(file, _)| file).collect()
    }
}

/// Looks at all files of a folder, in a few microseconds.
pub fn stamps(folder: &Folder) -> Stamps {
    Stamps(File::ALL.map(|file| {
        let meta = folder.place(file).metadata().ok()?;
        Some(Stamp::of(&meta))
    }))
}
