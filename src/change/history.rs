//! Undo and redo, in words.

use super::{Applied, Refused, Transaction, apply, take_back};
use crate::{isms::Isms, standard::Standard};

/// What was done, and what was undone, since the start.
#[derive(Debug, Clone, Default)]
pub struct History {
    done: Vec<(Transaction, Applied)>,
    undone: Vec<(Transaction, Applied)>,
}

impl History {
    /// Makes a transaction and remembers it.
    ///
    /// # Errors
    /// See [`apply`].
    pub fn commit(
        &mut self,
        isms: &mut Isms,
        standard: &Standard,
        transaction: Transaction,
    ) -> Result<(), Refused> {
        let applied = apply(isms, standard, &transaction)?;
        self.done.push((transaction, applied));
        self.undone.clear();
        Ok(())
    }

    /// Takes the last transaction back; returns the inverse that was made, none if there is nothing to undo.
    ///
    /// # Errors
    /// If the same place was changed from elsewhere since; the entry stays.
    pub fn undo(
        &mut self,
        isms: &mut Isms,
        standard: &Standard,
    ) -> Result<Option<Transaction>, Refused> {
        step(&mut self.done, &mut self.undone, isms, standard, true)
    }

    /// Makes the last undone transaction again; returns it, none if there is nothing to redo.
    ///
    /// # Errors
    /// If the same place was changed from elsewhere since; the entry stays.
    pub fn redo(
        &mut self,
        isms: &mut Isms,
        standard: &Standard,
    ) -> Result<Option<Transaction>, Refused> {
        step(&mut self.undone, &mut self.done, isms, standard, false)
    }

    /// The transactions that were made and not undone, oldest first.
    pub fn done(&self) -> impl DoubleEndedIterator<Item = &Transaction> {
        self.done.iter().map(|(transaction, _)| transaction)
    }

    /// The transactions that were undone, the one that was undone first before the others.
    pub fn undone(&self) -> impl DoubleEndedIterator<Item = &Transaction> {
        self.undone.iter().map(|(transaction, _)| transaction)
    }
}

/// Moves the top entry from one stack to the other, taking it back on the way.
///
/// An entry holds the transaction as it was first made; `back` tells whether its inverse is made now.
fn step(
    from: &mut Vec<(Transaction, Applied)>,
    to: &mut Vec<(Transaction, Applied)>,
    isms: &mut Isms,
    standard: &Standard,
    back: bool,
) -> Result<Option<Transaction>, Refused> {
    let Some((transaction, applied)) = from.last() else { return Ok(None) };
    let made = if back { transaction.inverse() } else { transaction.clone() };
    let again = match take_back(isms, standard, applied) {
        Ok(again) => again,
        // the text moved, but the values may still be the ones that the change left
        Err(_) if super::rebase::holds(isms, &made) => apply(isms, standard, &made)?,
        Err(_) => {
            return Err(Refused(format!(
                "\"{}\" can't be {}: the same place was changed from elsewhere since.",
                transaction.label,
                if back { "undone" } else { "redone" }
            )));
        }
    };
    if let Some((transaction, _)) = from.pop() {
        to.push((transaction, again));
    }
    Ok(Some(made))
}
