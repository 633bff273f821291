//! Drafts: what was typed or changed, and has not reached its file.
//!
//! One file for each process, in `.annexa/drafts`, so that no two write the same one; it is gone when
//! there is nothing to keep. It holds the user's texts, so nobody else may read it.

mod form;

use super::{
    Folder, private,
    process::{Process, host},
    save::{sync_dir, temporary},
};
use crate::{change::Transaction, isms::At};
pub(super) use form::{from_text, to_text};
use std::{fs, io, path::PathBuf};

/// Name of the folder with drafts.
pub(super) const DRAFTS: &str = "drafts";

/// Something that has not reached its file.
#[derive(Debug, Clone, PartialEq)]
pub enum Draft {
    /// A text that was being typed.
    Text(TextDraft),
    /// Changes that were made and not saved.
    Unsaved(UnsavedDraft),
}

/// A text that was being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextDraft {
    /// The record it belongs to.
    pub at: At,
    /// Key of the field.
    pub field: String,
    /// What was typed.
    pub text: String,
    /// What stood in the field when typing began.
    pub base: String,
    /// When that was, as shown.
    pub started: String,
}

/// Changes that were made and not saved.
#[derive(Debug, Clone, PartialEq)]
pub struct UnsavedDraft {
    /// The changes, with their label.
    pub transaction: Transaction,
    /// When they were made, as shown.
    pub made: String,
}

/// This process's drafts on the disk.
#[derive(Debug)]
pub struct DraftFile {
    folder: Folder,
    name: String,
    /// Where the file is and what it holds; none: there is no file.
    kept: Option<(PathBuf, String)>,
}

impl DraftFile {
    /// The drafts of this process; nothing is written yet.
    pub fn new(folder: &Folder) -> Self {
        Self { folder: folder.clone(), name: name_of(&host(), Process::own()), kept: None }
    }

    /// Keeps these drafts and no others; without any, the file goes.
    ///
    /// # Errors
    /// What the system says; what was kept before is still kept.
    pub fn write(&mut self, drafts: &[Draft]) -> io::Result<()> {
        if drafts.is_empty() {
            if let Some((path, _)) = &self.kept {
                remove(path)?;
                self.kept = None;
            }
            return Ok(());
        }
        let text = to_text(drafts);
        if self.kept.as_ref().is_some_and(|(path, kept)| *kept == text && path.is_file()) {
            return Ok(());
        }
        let dir = private::make(&self.folder, Some(DRAFTS))?;
        let path = dir.join(&self.name);
        let temporary = temporary(&dir, 0o600, &text)?;
        temporary.as_file().sync_all()?;
        temporary.persist(&path).map_err(|error| error.error)?;
        sync_dir(&dir);
        self.kept = Some((path, text));
        Ok(())
    }
}

fn remove(path: &PathBuf) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Name of a process's draft file: `HOST.PID.START.ron`.
pub(super) fn name_of(host: &str, process: Process) -> String {
    format!("{host}.{}.{}.ron", process.pid, process.start)
}

/// Host and process of a draft file.
pub(super) fn owner_of(name: &str) -> Option<(&str, Process)> {
    let mut parts = name.strip_suffix(".ron")?.rsplitn(3, '.');
    let start = parts.next()?.parse().ok()?;
    let pid = parts.next()?.parse().ok()?;
    Some((parts.next()?, Process { pid, start }))
}
