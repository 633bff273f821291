//! Which changes of a transaction can be made at once.
//!
//! Changes of fields touch the text of their records only, records that come or go the text between
//! them. Ten thousand changes one by one would copy the file ten thousand times.

use super::{Change, Refused, records::Coming};
use crate::isms::{At, Isms, Kind};
use std::{collections::HashMap, iter::Peekable};

/// Changes of one file that are made at once.
#[derive(Debug)]
pub(super) enum Batch<'a> {
    Fields(Vec<&'a Change>),
    Come(Kind, Vec<Coming>),
    Gone(Kind, Vec<&'a At>),
}

#[derive(Clone, Copy)]
enum Touch {
    /// Number of the batch, and in it.
    Comes(usize, usize),
    Goes,
}

/// Takes changes of one file until one needs what those before it have made.
///
/// Fields come first: a record that is there keeps its text when others come or go.
pub(super) fn next<'a>(
    isms: &Isms,
    changes: &mut Peekable<impl Iterator<Item = &'a Change>>,
) -> Result<Vec<Batch<'a>>, Refused> {
    let mut fields = Vec::new();
    let mut batches: Vec<Batch> = Vec::new();
    let mut touched: HashMap<&At, Touch> = HashMap::new();
    while let Some(change) = changes.peek().copied() {
        let at = change.at();
        match (change, touched.get(at).copied()) {
            (Change::Set { field, after, .. }, Some(Touch::Comes(batch, k))) => {
                let Some(Batch::Come(_, coming)) = batches.get_mut(batch) else { break };
                let Some(new) = coming.get_mut(k).filter(|new| new.text.is_none()) else { break };
                new.set(field, after.clone());
            }
            (_, Some(_)) => break,
            (Change::Set { field, after, .. }, None) => match isms.row(at.kind, &at.key) {
                Some(row) if isms.is_written(at.kind, row) => fields.push(change),
                Some(_) => {
                    let mut new = Coming::known(at);
                    new.set(field, after.clone());
                    touched.insert(at, comes(&mut batches, new));
                }
                None => {
                    let (label, key) = (at.kind.label(), &at.key);
                    return Err(Refused(format!("There is no {label} {key} any more.")));
                }
            },
            (Change::Insert { row, record, text, .. }, None) => {
                let new = Coming::new(at, *row, record, text.as_deref());
                touched.insert(at, comes(&mut batches, new));
            }
            (Change::Remove { .. }, None) => {
                match batches.last_mut() {
                    Some(Batch::Gone(kind, going)) if *kind == at.kind => going.push(at),
                    _ => batches.push(Batch::Gone(at.kind, vec![at])),
                }
                touched.insert(at, Touch::Goes);
            }
        }
        changes.next();
    }
    if !fields.is_empty() {
        batches.insert(0, Batch::Fields(fields));
    }
    Ok(batches)
}

fn comes(batches: &mut Vec<Batch>, new: Coming) -> Touch {
    let kind = new.at.kind;
    if let Some(last) = batches.len().checked_sub(1)
        && let Some(Batch::Come(of, coming)) = batches.last_mut()
        && *of == kind
    {
        coming.push(new);
        return Touch::Comes(last, coming.len() - 1);
    }
    batches.push(Batch::Come(kind, vec![new]));
    Touch::Comes(batches.len() - 1, 0)
}
