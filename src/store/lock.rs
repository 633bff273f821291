//! The folder's lock: one annexa writes at a time.
//!
//! It is held for the milliseconds of a save, not for a session, so that two annexa work in one
//! folder. It guards against another annexa only; editors and git know nothing of it, which is why
//! every save compares the file's content as well. flock dies with its process: nothing to clean up.

use super::{Folder, SaveError, names::reason, private};
use rustix::fs::OFlags;
use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{self, Read, Seek, Write},
    os::unix::fs::OpenOptionsExt,
    time::{Duration, Instant},
};

const FIRST_PAUSE: Duration = Duration::from_millis(1);
const LONGEST_PAUSE: Duration = Duration::from_millis(8);

/// The lock, while it is held.
#[derive(Debug)]
pub struct Lock {
    /// Why the folder could not be locked, if so (NFS without locks, no permission), as a sentence.
    pub warning: Option<String>,
    _held: Option<File>,
}

/// Takes the folder's lock, waiting up to `patience` for another annexa.
///
/// A system that can't lock does not keep anybody from saving: the lock then carries a warning.
///
/// # Errors
/// [`SaveError::Locked`] if another annexa holds it for too long.
pub fn lock(folder: &Folder, patience: Duration) -> Result<Lock, SaveError> {
    let mut file = match open(folder) {
        Ok(file) => file,
        Err(error) => return Ok(unlocked(&error)),
    };
    let begun = Instant::now();
    let mut pause = FIRST_PAUSE;
    loop {
        match file.try_lock() {
            Ok(()) => {
                sign(&mut file);
                return Ok(Lock { warning: None, _held: Some(file) });
            }
            Err(TryLockError::Error(error)) => return Ok(unlocked(&error)),
            Err(TryLockError::WouldBlock) if begun.elapsed() >= patience => {
                return Err(SaveError::Locked {
                    pid: holder(&mut file),
                    waited: patience.as_secs(),
                });
            }
            Err(TryLockError::WouldBlock) => {
                std::thread::sleep(pause);
                pause = LONGEST_PAUSE.min(pause * 2);
            }
        }
    }
}

fn unlocked(error: &io::Error) -> Lock {
    let warning = format!(
        "This folder could not be locked ({}); another annexa could write at the same moment.",
        reason(error)
    );
    Lock { warning: Some(warning), _held: None }
}

fn open(folder: &Folder) -> io::Result<File> {
    let path = private::make(folder, None)?.join("lock");
    // a link in a foreign repository could make us truncate any file
    let flags = i32::try_from(OFlags::NOFOLLOW.bits()).unwrap_or_default();
    let mut options = OpenOptions::new();
    options.read(true).custom_flags(flags);
    let writing = options.clone().write(true).create(true).truncate(false).mode(0o666).open(&path);
    // a colleague's lock file may be read only for us: that is enough for flock
    writing.or_else(|error| options.open(&path).map_err(|_| error))
}

/// Says who holds the lock. If that fails, the message of somebody who waits is just less helpful.
fn sign(file: &mut File) {
    let signed = file.set_len(0).and_then(|()| file.rewind());
    let _ = signed.and_then(|()| writeln!(file, "{}", std::process::id()));
}

fn holder(file: &mut File) -> Option<u32> {
    let mut text = String::new();
    file.rewind().ok()?;
    file.take(32).read_to_string(&mut text).ok()?;
    text.trim().parse().ok()
}
