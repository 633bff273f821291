//! Overwriting a file that can't be replaced: hard links, a foreign owner, a folder without write permission.
//!
//! Not atomic, so the old text is put aside first and stays aside until the new one is on the disk.
//! If the machine dies in between, [`interrupted`] finds it.

use super::{
    Folder, SaveError, private,
    save::{sync_dir, temporary},
};
use crate::isms::File;
use rustix::fs::{FallocateFlags, fallocate};
use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

const ASIDE: &str = "aside";

/// An old text that was put aside by a save that did not come to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interrupted {
    /// The file that was being written, and may be torn.
    pub file: File,
    /// Where its old text is.
    pub kept: PathBuf,
}

/// The saves that were cut short, as by a power failure.
pub fn interrupted(folder: &Folder) -> Vec<Interrupted> {
    let places = private::existing(folder, ASIDE);
    let entries = places.iter().filter_map(|place| fs::read_dir(place).ok()).flatten().flatten();
    entries
        .filter_map(|entry| {
            let name = entry.file_name();
            let file = File::ALL.into_iter().find(|file| file.name() == name)?;
            Some(Interrupted { file, kept: entry.path() })
        })
        .collect()
}

/// Overwrites the file at `real`, a path without symlinks.
pub(super) fn overwrite(
    folder: &Folder,
    real: &Path,
    old: &[u8],
    new: &str,
) -> Result<(), SaveError> {
    let failed = || SaveError::io("saved", real);
    let mut target = OpenOptions::new().write(true).open(real).map_err(failed())?;
    let kept = put_aside(folder, real, old).map_err(failed())?;
    match write(&mut target, new) {
        Ok(()) => {
            let _ = fs::remove_file(&kept);
            Ok(())
        }
        // it was just being read whole: most likely it can be written back
        Err(error) => match put_back(&mut target, old) {
            Ok(()) => {
                let _ = fs::remove_file(&kept);
                Err(failed()(error))
            }
            Err(_) => Err(SaveError::Torn { path: real.to_path_buf(), kept, error }),
        },
    }
}

fn put_aside(folder: &Folder, real: &Path, old: &[u8]) -> io::Result<PathBuf> {
    let dir = private::make(folder, Some(ASIDE))?;
    let name = File::ALL
        .into_iter()
        .find(|file| folder.place(*file).canonicalize().is_ok_and(|place| place == real));
    let kept = dir.join(name.map_or("other", File::name));
    let mut copy = temporary(&dir, 0o600, "")?;
    copy.write_all(old)?;
    copy.as_file().sync_all()?;
    // what an earlier save left there is older than a torn file: never overwrite it
    match copy.persist_noclobber(&kept) {
        Ok(_) => {
            sync_dir(&dir);
            Ok(kept)
        }
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
            let (_, spare) = error.file.keep()?;
            sync_dir(&dir);
            Ok(spare)
        }
        Err(error) => Err(error.error),
    }
}

fn write(target: &mut fs::File, new: &str) -> io::Result<()> {
    let length = u64::try_from(new.len()).unwrap_or(u64::MAX);
    // a full disk is found out here, before a byte is overwritten
    // (a file system that can't reserve is written all the same)
    if let Err(rustix::io::Errno::NOSPC | rustix::io::Errno::DQUOT) =
        fallocate(&*target, FallocateFlags::KEEP_SIZE, 0, length.max(1))
    {
        return Err(io::ErrorKind::StorageFull.into());
    }
    target.write_all(new.as_bytes())?;
    target.set_len(length)?;
    target.sync_all()
}

fn put_back(target: &mut fs::File, old: &[u8]) -> io::Result<()> {
    use std::io::Seek;
    target.rewind()?;
    target.write_all(old)?;
    target.set_len(u64::try_from(old.len()).unwrap_or(u64::MAX))?;
    target.sync_all()
}
