//! Making a transaction happen, all of it or nothing, and taking it back byte for byte.

use super::{Change, Transaction, compose};
use crate::{
    isms::{At, File, Isms, Kind},
    standard::Standard,
    text::{self, Splice},
};

/// Why a transaction was not made; a whole sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused(pub String);

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}

/// What a transaction did to the texts: enough to take it back exactly.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Applied {
    steps: Vec<Step>,
}

#[derive(Debug, Clone, PartialEq)]
enum Step {
    /// Texts of single records: place, before, after.
    Pieces(File, Vec<(At, String, String)>),
    /// The text of a file, between two stamps.
    Text { file: File, from: u64, to: u64, undo: Vec<Splice> },
}

/// Makes all changes of a transaction, or none.
///
/// # Errors
/// The sentence says which record could not be changed and why; the records are as they were.
pub fn apply(
    isms: &mut Isms,
    standard: &Standard,
    transaction: &Transaction,
) -> Result<Applied, Refused> {
    let mut applied = Applied::default();
    match apply_steps(isms, standard, &transaction.changes, &mut applied) {
        Ok(()) => Ok(applied),
        Err(refused) => {
            // what was done so far goes back, so that a transaction is whole or not at all
            let _ = take_back(isms, standard, &applied);
            Err(refused)
        }
    }
}

fn apply_steps(
    isms: &mut Isms,
    standard: &Standard,
    changes: &[Change],
    applied: &mut Applied,
) -> Result<(), Refused> {
    for change in changes {
        compose::refuse_unwritable(isms, change.file())?;
    }
    let mut rest = changes;
    while let Some(first) = rest.first() {
        let sets = rest
            .iter()
            .take_while(|c| matches!(c, Change::Set { at, .. } if is_written(isms, at)))
            .count();
        let (batch, after) = rest.split_at(sets);
        if batch.is_empty() {
            applied.steps.push(reshape(isms, standard, first)?);
            rest = after.get(1..).unwrap_or_default();
        } else {
            for file in File::ALL {
                let of_file = batch.iter().filter(|c| c.file() == file);
                if let Some(step) = set_fields(isms, standard, file, of_file)? {
                    applied.steps.push(step);
                }
            }
            rest = after;
        }
    }
    Ok(())
}

fn is_written(isms: &Isms, at: &At) -> bool {
    isms.row(at.kind, &at.key).is_some_and(|row| isms.is_written(at.kind, row))
}

/// Changes of fields touch the text of their records only.
fn set_fields<'a>(
    isms: &mut Isms,
    standard: &Standard,
    file: File,
    changes: impl Iterator<Item = &'a Change>,
) -> Result<Option<Step>, Refused> {
    let pieces = compose::pieces(isms, file, changes)?;
    if pieces.is_empty() {
        return Ok(None);
    }
    let edits: Vec<(Kind, usize, String)> = pieces
        .iter()
        .filter_map(|(at, _, new)| Some((at.kind, isms.row(at.kind, &at.key)?, new.clone())))
        .collect();
    isms.set_pieces(standard, file, &edits).map_err(Refused)?;
    Ok(Some(Step::Pieces(file, pieces)))
}

/// Inserting or removing a record changes the text between records.
fn reshape(isms: &mut Isms, standard: &Standard, change: &Change) -> Result<Step, Refused> {
    let file = change.file();
    let from = isms.register(file).stamp;
    let (text, undo) = compose::reshaped(isms, change)?;
    isms.set_text(standard, file, text).map_err(Refused)?;
    Ok(Step::Text { file, from, to: isms.register(file).stamp, undo })
}

/// Takes back what [`apply`] did, exactly; returns how to do it again.
///
/// # Errors
/// If the text changed in the same place since, it says so; then nothing, or just the part before, is taken back.
pub fn take_back(
    isms: &mut Isms,
    standard: &Standard,
    applied: &Applied,
) -> Result<Applied, Refused> {
    let moved = || Refused("The file was changed there since; nothing was taken back.".to_string());
    let fits = applied.steps.iter().all(|step| match step {
        Step::Pieces(_, pieces) => applied.steps.len() > 1 || pieces.iter().all(|p| holds(isms, p)),
        Step::Text { file, to, .. } => applied.steps.len() > 1 || isms.register(*file).stamp == *to,
    });
    if !fits {
        return Err(moved());
    }
    let mut again = Applied::default();
    for step in applied.steps.iter().rev() {
        match step {
            Step::Pieces(file, pieces) => {
                if !pieces.iter().all(|p| holds(isms, p)) {
                    return Err(moved());
                }
                let edits: Vec<(Kind, usize, String)> = pieces
                    .iter()
                    .filter_map(|(at, old, _)| {
                        Some((at.kind, isms.row(at.kind, &at.key)?, old.clone()))
                    })
                    .collect();
                isms.set_pieces(standard, *file, &edits).map_err(Refused)?;
                let swapped =
                    pieces.iter().map(|(at, old, new)| (at.clone(), new.clone(), old.clone()));
                again.steps.push(Step::Pieces(*file, swapped.collect()));
            }
            Step::Text { file, from, to, undo } => {
                let register = isms.register(*file);
                if register.stamp != *to {
                    return Err(moved());
                }
                let redo = text::invert(&register.text, undo);
                let old = text::apply(&register.text, undo);
                if *from == 0 && old.is_empty() {
                    isms.read_file(standard, *file, crate::isms::Found::Missing);
                } else {
                    isms.set_text(standard, *file, old).map_err(Refused)?;
                }
                let now = isms.register(*file).stamp;
                again.steps.push(Step::Text { file: *file, from: *to, to: now, undo: redo });
                // steps further down the history know the text by its old stamp
                isms.restamp(*file, *from);
                if let Some(Step::Text { to, .. }) = again.steps.last_mut() {
                    *to = *from;
                }
            }
        }
    }
    Ok(again)
}

fn holds(isms: &Isms, (at, _, new): &(At, String, String)) -> bool {
    isms.row(at.kind, &at.key)
        .and_then(|row| isms.register(at.kind.file()).piece(at.kind, row))
        .is_some_and(|piece| piece == new)
}
