//! Clearing away temporary files of saves that were killed. Done once, after a first save: reading changes nothing.

use super::{Folder, save::TEMPORARY};
use std::{fs, time::Duration};

/// A save takes seconds at most, on whatever machine it runs.
const OLD: Duration = Duration::from_secs(60 * 60);

/// Removes what killed saves left in the folder.
pub(super) fn sweep(folder: &Folder) {
    let (prefix, suffix) = TEMPORARY;
    for entry in fs::read_dir(&folder.path).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let ours = name.to_str().is_some_and(|n| n.starts_with(prefix) && n.ends_with(suffix));
        let old = || {
            let meta = entry.metadata().ok().filter(fs::Metadata::is_file)?;
            meta.modified().ok()?.elapsed().ok().filter(|age| *age > OLD)
        };
        if ours && old().is_some() {
            // somebody else's is left alone
            let _ = fs::remove_file(entry.path());
        }
    }
}
