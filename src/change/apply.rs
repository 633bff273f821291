//! Making a transaction happen, all of it or nothing, and taking it back byte for byte.

use super::{
    Change, Transaction,
    fields::{self, Piece},
    plan::{self, Batch},
    records,
};
use crate::{
    isms::{Edit, File, Isms, State},
    standard::Standard,
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

/// What leads back from one stamp of a file to another.
#[derive(Debug, Clone, PartialEq)]
struct Step {
    file: File,
    from: u64,
    to: u64,
    back: Back,
}

#[derive(Debug, Clone, PartialEq)]
enum Back {
    /// Within records, which may have moved since.
    Pieces(Vec<Piece>),
    /// On the text as it was left, and on no other.
    Exact(Edit),
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
    match apply_steps(isms, standard, transaction, &mut applied) {
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
    transaction: &Transaction,
    applied: &mut Applied,
) -> Result<(), Refused> {
    let files = transaction.files();
    for file in &files {
        refuse_unwritable(isms, *file)?;
    }
    for file in files {
        let of_file = |change: &&Change| change.file() == file;
        let mut rest = transaction.changes.iter().filter(of_file).peekable();
        while rest.peek().is_some() {
            for batch in plan::next(isms, &mut rest)? {
                applied.steps.extend(make(isms, standard, file, &batch)?);
            }
        }
    }
    Ok(())
}

/// Refuses to touch a file that can't be read: it is never written.
fn refuse_unwritable(isms: &Isms, file: File) -> Result<(), Refused> {
    let name = file.name();
    match &isms.register(file).state {
        State::Read | State::Missing => Ok(()),
        State::Broken(error) => Err(Refused(format!(
            "{name}:{error}. Mend the file first (E opens it in $EDITOR); nothing was changed."
        ))),
        State::Unreadable(why) => {
            Err(Refused(format!("{name} could not be read ({why}); nothing was changed.")))
        }
    }
}

fn make(
    isms: &mut Isms,
    standard: &Standard,
    file: File,
    batch: &Batch,
) -> Result<Option<Step>, Refused> {
    let from = isms.register(file).stamp;
    let back = match batch {
        Batch::Fields(changes) => {
            let pieces = fields::pieces(isms, file, changes)?;
            let back = fields::inverse(isms, file, &pieces);
            let Some(edit) = fields::edit(isms, file, &pieces).filter(|_| !pieces.is_empty())
            else {
                return Ok(None);
            };
            let exact = isms.edit(standard, &edit).map_err(Refused)?;
            // a record whose id was changed is not found again by its old one
            let found = fields::hold(isms, file, &back);
            if found { Back::Pieces(back) } else { Back::Exact(exact) }
        }
        Batch::Come(kind, coming) => {
            let edit = records::come(isms, *kind, coming)?;
            Back::Exact(isms.edit(standard, &edit).map_err(Refused)?)
        }
        Batch::Gone(kind, going) => {
            let edit = records::gone(isms, *kind, going)?;
            Back::Exact(isms.edit(standard, &edit).map_err(Refused)?)
        }
    };
    Ok(Some(Step { file, from, to: isms.register(file).stamp, back }))
}

/// Takes back what [`apply`] did, exactly; returns how to do it again.
///
/// # Errors
/// If the text changed in the same place since, it says so; then nothing is taken back.
pub fn take_back(
    isms: &mut Isms,
    standard: &Standard,
    applied: &Applied,
) -> Result<Applied, Refused> {
    let mut again = Applied::default();
    for step in applied.steps.iter().rev() {
        match step.take_back(isms, standard) {
            Ok(step) => again.steps.push(step),
            Err(refused) => {
                for step in again.steps.iter().rev() {
                    let _ = step.take_back(isms, standard);
                }
                return Err(refused);
            }
        }
    }
    Ok(again)
}

impl Step {
    fn take_back(&self, isms: &mut Isms, standard: &Standard) -> Result<Step, Refused> {
        let moved =
            || Refused("The file was changed there since; nothing was taken back.".to_string());
        let file = self.file;
        let now = isms.register(file).stamp;
        let same = now == self.to;
        let back = match &self.back {
            Back::Pieces(pieces) => {
                if !same && !fields::hold(isms, file, pieces) {
                    return Err(moved());
                }
                let again = fields::inverse(isms, file, pieces);
                let edit = fields::edit(isms, file, pieces).ok_or_else(moved)?;
                isms.edit(standard, &edit).map_err(Refused)?;
                Back::Pieces(again)
            }
            Back::Exact(_) if !same => return Err(moved()),
            Back::Exact(edit) => Back::Exact(isms.edit(standard, edit).map_err(Refused)?),
        };
        if same {
            // steps further down the history know the text by its old stamp
            isms.restamp(file, self.from);
        }
        Ok(Step { file, from: now, to: isms.register(file).stamp, back })
    }
}
