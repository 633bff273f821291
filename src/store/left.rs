//! Drafts of processes that ended before they could save: killed, cut off, crashed.

use super::{
    Folder,
    draft::{DRAFTS, Draft, from_text, owner_of},
    private,
    process::host,
};
use std::{
    fs::{self, Metadata},
    io,
    path::PathBuf,
    time::{Duration, SystemTime},
};

/// Whether a process on another machine lives can't be seen; one that still types writes more often.
const SILENCE: Duration = Duration::from_secs(60 * 60);

/// What one process left behind.
#[derive(Debug, Clone, PartialEq)]
pub struct Left {
    /// What it had not saved.
    pub drafts: Vec<Draft>,
    /// When it last wrote that down.
    pub when: SystemTime,
    path: PathBuf,
}

/// What processes left behind that don't live any more, the latest first.
///
/// Others' drafts, which may not be read, and those of processes that live, are not among them.
pub fn pending(folder: &Folder) -> Vec<Left> {
    let host = host();
    let places = private::existing(folder, DRAFTS);
    let entries = places.iter().filter_map(|place| fs::read_dir(place).ok()).flatten().flatten();
    let mut left: Vec<Left> = entries
        .filter_map(|entry| {
            let name = entry.file_name();
            let (on, process) = owner_of(name.to_str()?)?;
            let meta = entry.metadata().ok().filter(Metadata::is_file)?;
            let when = meta.modified().ok()?;
            let lives = if on == host {
                process.lives()
            } else {
                when.elapsed().is_ok_and(|silent| silent < SILENCE)
            };
            if lives {
                return None;
            }
            let path = entry.path();
            let drafts = from_text(&fs::read_to_string(&path).ok()?)?;
            (!drafts.is_empty()).then_some(Left { drafts, when, path })
        })
        .collect();
    left.sort_by_key(|left| std::cmp::Reverse(left.when));
    left
}

impl Left {
    /// Forgets it, for good.
    ///
    /// # Errors
    /// What the system says; it is offered again then.
    pub fn discard(self) -> io::Result<()> {
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Takes it over; none if another annexa did so first, or if it can't be taken away.
    ///
    /// Whoever can, keeps the drafts as own ones before: a crash right after this loses them.
    pub fn take(self) -> Option<Vec<Draft>> {
        fs::remove_file(&self.path).ok().map(|()| self.drafts)
    }
}
