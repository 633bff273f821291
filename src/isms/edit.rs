//! Putting splices into a file's text, and reading again just the records they touch.

use super::{File, Isms, Kind, Record, Register, State, load::Source, moves::Moves, table::Update};
use crate::{
    standard::Standard,
    text::{self, FileText, Splice, SyntaxError, Value},
};
use std::ops::Range;

/// What happens to a file's text, and to which records.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Edit {
    pub file: File,
    /// On the text as it is before.
    pub splices: Vec<Splice>,
    /// Rows whose text changes; never together with rows that go or come.
    pub edited: Vec<(Kind, usize)>,
    /// Rows that go, in rising order for each kind.
    pub gone: Vec<(Kind, usize)>,
    /// Rows that come with their places in the new text, in the numbering after all of this.
    pub come: Vec<(Kind, usize, Range<u32>)>,
    /// Whether there is a file afterwards.
    pub exists: bool,
}

/// What happens to the rows of one kind, as places in the new text.
#[derive(Default)]
pub(super) struct Rows {
    edited: Vec<(usize, Range<u32>)>,
    gone: Vec<usize>,
    come: Vec<(usize, Range<u32>)>,
}

/// Takes over records that were read already; true if the table lacks what only the standard knows.
pub(super) type Prepared = Box<dyn FnOnce(&mut Isms) -> bool>;

impl Rows {
    /// Reads what came or changed.
    pub fn read<R: Record + Send>(&self, source: Source<'_>) -> Result<Update<R>, SyntaxError> {
        let records = |rows: &[(usize, Range<u32>)]| {
            let spans: Vec<Range<u32>> = rows.iter().map(|(_, span)| span.clone()).collect();
            let records = source.records::<R>(&spans)?;
            Ok(rows.iter().map(|(row, _)| *row).zip(records).collect())
        };
        Ok(Update {
            edited: records(&self.edited)?,
            gone: self.gone.clone(),
            come: records(&self.come)?,
        })
    }
}

impl Isms {
    /// The value that stands in the file, whether annexa can make sense of it or not.
    pub fn stored(&self, kind: Kind, row: usize, field: &str) -> Value {
        let register = self.register(kind.file());
        let Some(piece) = register.piece(kind, row) else { return Value::Nothing };
        let Ok(tree) = register.index(piece) else { return Value::Nothing };
        tree.field(piece, tree.root(), field)
            .map_or(Value::Nothing, |node| text::read(piece, &tree, node))
    }

    /// The record that stands in the file, with all its fields.
    pub fn stored_record(&self, kind: Kind, row: usize) -> Option<Value> {
        let register = self.register(kind.file());
        let piece = register.piece(kind, row)?;
        let tree = register.index(piece).ok()?;
        Some(text::read(piece, &tree, tree.root()))
    }

    /// Makes an edit; returns the one that takes it back.
    ///
    /// # Errors
    /// The sentence says what could not be read any more; nothing was changed then.
    pub(crate) fn edit(&mut self, standard: &Standard, edit: &Edit) -> Result<Edit, String> {
        let file = edit.file;
        let old = self.register(file);
        let undo = Edit {
            file,
            splices: text::invert(&old.text, &edit.splices),
            edited: edit.edited.clone(),
            gone: edit.come.iter().map(|(kind, row, _)| (*kind, *row)).collect(),
            come: (edit.gone.iter())
                .filter_map(|(kind, row)| Some((*kind, *row, old.spans(*kind).get(*row)?.clone())))
                .collect(),
            exists: old.state == State::Read,
        };
        let stamp = self.stamps + 1;
        let new = if edit.exists {
            spliced(old, edit, stamp)
        } else {
            Register { stamp, ..Register::missing(file) }
        };
        let mut prepared: Vec<(Kind, Prepared)> = Vec::new();
        for kind in file.kinds() {
            let rows = rows_of(edit, &new, kind);
            if !(rows.edited.is_empty() && rows.gone.is_empty() && rows.come.is_empty()) {
                let update = Self::prepare(&rows, kind, new.source()).map_err(|error| {
                    let label = kind.label();
                    format!("A {label} in {} would be no RON any more: {error}", file.name())
                })?;
                prepared.push((kind, update));
            }
        }
        self.stamps = stamp;
        *self.register_mut(file) = new;
        for (kind, update) in prepared {
            if update(self) {
                self.complete_kind(standard, kind);
            }
        }
        Ok(undo)
    }

    /// Gives a register back the stamp that its text had before.
    pub(crate) fn restamp(&mut self, file: File, stamp: u64) {
        self.register_mut(file).stamp = stamp;
    }
}

/// The register after the edit.
fn spliced(old: &Register, edit: &Edit, stamp: u64) -> Register {
    let text: FileText = text::apply(&old.text, &edit.splices).into();
    let moves = Moves::by(&edit.splices);
    let spans = |kind: Kind| {
        let mut gone =
            (edit.gone.iter()).filter(|(k, _)| *k == kind).map(|(_, row)| *row).peekable();
        let kept = old.spans(kind).iter().enumerate();
        let mut spans: Vec<Range<u32>> = kept
            .filter(|(row, _)| gone.next_if_eq(row).is_none())
            .map(|(_, span)| moves.span(span))
            .collect();
        merge(&mut spans, edit.come.iter().filter(|(k, ..)| *k == kind));
        (kind, spans)
    };
    let spans = old.file.kinds().map(spans).collect();
    let state = State::Read;
    // a file that did not exist says at its head what ours say
    Register { state, text, stamp, spans, ..old.clone() }
}

/// Puts the rows that come in their places.
fn merge<'a>(
    spans: &mut Vec<Range<u32>>,
    come: impl Iterator<Item = &'a (Kind, usize, Range<u32>)>,
) {
    let mut come = come.peekable();
    if come.peek().is_none() {
        return;
    }
    let mut old = std::mem::take(spans).into_iter();
    for (_, row, span) in come {
        let ahead = row.saturating_sub(spans.len());
        spans.extend(old.by_ref().take(ahead));
        spans.push(span.clone());
    }
    spans.extend(old);
}

fn rows_of(edit: &Edit, new: &Register, kind: Kind) -> Rows {
    let span = |row: usize| new.spans(kind).get(row).cloned();
    let edited = edit.edited.iter().filter(|(k, _)| *k == kind);
    let come = edit.come.iter().filter(|(k, ..)| *k == kind);
    Rows {
        edited: edited.filter_map(|(_, row)| Some((*row, span(*row)?))).collect(),
        gone: edit.gone.iter().filter(|(k, _)| *k == kind).map(|(_, row)| *row).collect(),
        come: come.map(|(_, row, span)| (*row, span.clone())).collect(),
    }
}
