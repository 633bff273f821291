//! Typed records from the pieces of a register, on all cores if there are many.

use super::{Reader, Record};
use crate::text::{SyntaxError, Tree};
use std::{num::NonZero, ops::Range, panic::resume_unwind, thread};

/// A file's text, with what its head says about all of it.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub text: &'a str,
    pub implicit_some: bool,
    pub crlf: bool,
}

/// Fewer records than this are read by one thread: starting a second one costs as much.
const FEW: usize = 500;

impl Source<'_> {
    /// Reads the records at these places, in their order.
    pub fn records<R: Record + Send>(self, spans: &[Range<u32>]) -> Result<Vec<R>, SyntaxError> {
        let mut records = Vec::new();
        records.resize_with(spans.len(), R::default);
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        if spans.len() < FEW || cores == 1 {
            self.fill(&mut records, spans)?;
            return Ok(records);
        }
        let share = spans.len().div_ceil(cores);
        thread::scope(|scope| {
            let parts = records.chunks_mut(share).zip(spans.chunks(share));
            let started: Vec<_> = parts
                .map(|(records, spans)| scope.spawn(move || self.fill(records, spans)))
                .collect();
            let done =
                started.into_iter().map(|part| part.join().unwrap_or_else(|it| resume_unwind(it)));
            done.collect::<Result<(), SyntaxError>>()
        })?;
        Ok(records)
    }

    fn fill<R: Record>(self, records: &mut [R], spans: &[Range<u32>]) -> Result<(), SyntaxError> {
        let mut tree = Tree::for_pieces(self.implicit_some, self.crlf);
        for (record, span) in records.iter_mut().zip(spans) {
            let piece = self.text.get(span.start as usize..span.end as usize).unwrap_or_default();
            tree.refill(piece)?;
            let mut reader = Reader::new(piece, &tree);
            *record = R::read(&mut reader, tree.root());
            if R::KIND.is_single() {
                record.rename(R::KIND.key());
            }
        }
        Ok(())
    }
}
