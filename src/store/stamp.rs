//! What a file looks like from outside: enough to see that it was touched, without reading it.
//!
//! Used between comparing and replacing a file, and instead of the watcher where the system reports
//! nothing (NFS, CIFS, sshfs): take [`stamps`] when the terminal gets the focus.

use super::Folder;
use crate::isms::File;
use std::{
    fs::Metadata,
    os::unix::fs::MetadataExt,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

/// A file that changed so lately before the look may change again without looking different: clocks of
/// file systems tick.
const TICK: Duration = Duration::from_millis(20);
/// The same where a file system writes down whole seconds.
const COARSE: Duration = Duration::from_secs(3);

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

impl Stamp {
    /// Whether the file was touched so shortly before a moment that another touch may not show.
    fn is_fresh(&self, then: Duration) -> bool {
        let tick = if self.changed.1 == 0 && self.modified.1 == 0 { COARSE } else { TICK };
        let at = |(seconds, nanos): (i64, i64)| {
            let seconds = u64::try_from(seconds).unwrap_or_default();
            Duration::new(seconds, u32::try_from(nanos).unwrap_or_default())
        };
        at(self.changed).max(at(self.modified)) + tick > then
    }
}

/// All files of a folder, from outside, at one moment.
#[derive(Debug, Clone, Default)]
pub struct Stamps {
    files: [Option<Stamp>; 8],
    /// Since 1970.
    taken: Duration,
}

impl Stamps {
    /// The files that look different now, and those of which a look can't tell.
    pub fn changed(&self, now: &Stamps) -> Vec<File> {
        let pairs = File::ALL.into_iter().zip(self.files.iter().zip(&now.files));
        let differs = |old: &Option<Stamp>, new: &Option<Stamp>| {
            old != new || old.is_some_and(|stamp| stamp.is_fresh(self.taken))
        };
        pairs.filter(|(_, (old, new))| differs(old, new)).map(|(file, _)| file).collect()
    }
}

/// Looks at all files of a folder, in a few microseconds.
pub fn stamps(folder: &Folder) -> Stamps {
    let taken = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let files = File::ALL.map(|file| {
        let meta = folder.place(file).metadata().ok()?;
        Some(Stamp::of(&meta))
    });
    Stamps { files, taken }
}
