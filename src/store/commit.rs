//! Bringing changes to the disk: the only way a register is written.
//!
//! Under the lock the file is compared with the text that the changes were made on. If it is the same,
//! the own text is written as it is. If not, somebody else wrote meanwhile: what is on the disk is
//! read, and the own changes are made again on it, field by field. What both changed is not written
//! but handed back as a conflict, with both values.

use super::{
    Folder, SaveError,
    lock::lock,
    mine::{gathered, renamed},
    read::read_file,
    save::replace,
    work::Work,
};
use crate::{
    change::{Change, Conflict, rebase},
    isms::{At, File, Found, Isms, State},
    standard::Standard,
    text::FileText,
};
use std::{borrow::Cow, time::Duration};

/// How long another annexa is waited for.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often a file that changes under our hands is merged again.
const ROUNDS: usize = 8;
/// A file that is gone or torn may be in the middle of another program's save: look again.
const LOOKS: usize = 6;
const BETWEEN_LOOKS: Duration = Duration::from_millis(25);
/// Texts up to this size are given to the `ron` crate as well before they are written.
const SMALL: usize = 256 * 1024;

/// What is on the disk now.
#[derive(Debug, Clone)]
pub struct Saved {
    /// The file's text.
    pub text: FileText,
    /// Whether it differs from the own text, because others wrote too.
    pub merged: bool,
    /// Fields that were changed on both sides; the disk holds the other's value.
    pub conflicts: Vec<Conflict>,
    /// New records that got another id, because others had taken theirs: old and new place.
    pub renamed: Vec<(At, At)>,
    /// What to be aware of, as a sentence.
    pub warning: Option<String>,
}

/// Writes a file: `mine`, if the disk still holds `base` (none: no file), else the changes merged into what is there.
///
/// The changes are those that lead from `base` to `mine`. "Saved" means that it is on the disk.
///
/// # Errors
/// Says what stood in the way; the file is as it was, and the changes are the caller's to keep.
pub fn commit(
    folder: &Folder,
    standard: &Standard,
    file: File,
    base: Option<&str>,
    mine: &str,
    changes: &[Change],
) -> Result<Saved, SaveError> {
    let mine = FileText::from(mine);
    let work = Work { bases: vec![base], mine: &mine, changes: Cow::Borrowed(changes) };
    commit_work(folder, standard, file, &work)
}

/// The same, after earlier commits of which the caller may not know yet.
pub(super) fn commit_work(
    folder: &Folder,
    standard: &Standard,
    file: File,
    work: &Work<'_>,
) -> Result<Saved, SaveError> {
    if let Some(why) = &folder.read_only {
        return Err(SaveError::ReadOnlyFolder(why.clone()));
    }
    let lock = lock(folder, PATIENCE)?;
    let mut saved = match write_mine(folder, file, work)? {
        Some(saved) => saved,
        None => merge(folder, standard, file, work)?,
    };
    saved.warning = lock.warning.clone();
    Ok(saved)
}

/// The quick way: the disk is what the own text was made from.
fn write_mine(folder: &Folder, file: File, work: &Work<'_>) -> Result<Option<Saved>, SaveError> {
    // an empty text is a register that was undone into nothing: its records are taken out, the file stays
    if work.mine.is_empty() {
        return Ok(None);
    }
    for base in &work.bases {
        refuse_broken(file, *base, work.mine)?;
        match replace(folder, file, *base, work.mine) {
            Ok(()) => {
                let text = work.mine.clone();
                return Ok(Some(Saved {
                    text,
                    merged: false,
                    conflicts: Vec::new(),
                    renamed: Vec::new(),
                    warning: None,
                }));
            }
            Err(SaveError::Changed(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(None)
}

fn merge(
    folder: &Folder,
    standard: &Standard,
    file: File,
    work: &Work<'_>,
) -> Result<Saved, SaveError> {
    for _ in 0..ROUNDS {
        let found = settled(folder, file, work.bases.contains(&None))?;
        let disk = match &found {
            Found::Text(text) => Some(text.clone()),
            _ => None,
        };
        let mut isms = Isms::read(standard, |_| Found::Missing);
        isms.read_file(standard, file, found.clone());
        let changes = gathered(&work.changes, |at, field| {
            isms.row(at.kind, &at.key).map(|row| isms.stored(at.kind, row, field))
        });
        let rebased = rebase(&mut isms, standard, file, found, &changes);
        let text = isms.register(file).text.clone();
        let saved = |text: FileText| Saved {
            merged: text != *work.mine,
            renamed: renamed(&changes, &rebased.made),
            conflicts: rebased.conflicts,
            text,
            warning: None,
        };
        if disk.as_deref().unwrap_or_default() == &*text {
            return Ok(saved(text));
        }
        refuse_broken(file, disk.as_deref(), &text)?;
        match replace(folder, file, disk.as_deref(), &text) {
            Ok(()) => return Ok(saved(text)),
            Err(SaveError::Changed(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Err(SaveError::Restless(folder.place(file)))
}

/// What is on the disk, once it is something to merge into.
///
/// git and some editors remove a file and write it anew, others truncate it and write: for a moment
/// it is gone or torn. A file that stays so is really gone, or really broken.
fn settled(folder: &Folder, file: File, was_missing: bool) -> Result<Found, SaveError> {
    let mut looks = 1;
    loop {
        let found = read_file(folder, file);
        let trouble = match &found {
            Found::Missing if was_missing => return Ok(found),
            Found::Missing => None,
            Found::Unreadable(why) => Some(SaveError::NotAFile(folder.place(file), why.clone())),
            Found::Text(text) => match State::of(file, text) {
                State::Broken(error) => Some(SaveError::BrokenOnDisk(file, error)),
                _ => return Ok(found),
            },
        };
        if looks == LOOKS {
            return trouble.map_or(Ok(found), Err);
        }
        looks += 1;
        std::thread::sleep(BETWEEN_LOOKS);
    }
}

/// The last guard: what could not be read again is never written.
fn refuse_broken(file: File, old: Option<&str>, new: &FileText) -> Result<(), SaveError> {
    if let State::Broken(error) = State::of(file, new) {
        return Err(SaveError::WouldBreak(file, error.to_string()));
    }
    let judge = |text: &str| ron::from_str::<serde::de::IgnoredAny>(text);
    if new.len() <= SMALL
        && let Err(error) = judge(new)
        // annexa reads a little more than ron; it breaks nothing that was broken for ron before
        && old.is_none_or(|old| judge(old).is_ok())
    {
        return Err(SaveError::WouldBreak(file, error.to_string()));
    }
    Ok(())
}
