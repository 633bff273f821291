//! A file with most of its records left out, so that one record is added to thousands in no time.
//!
//! How a record is added or removed depends on what stands around it: its neighbours' manner, commas,
//! blank lines, whose comment is whose. The text engine reads that from a whole file. A window is such a
//! file, small: the head, the foot, and of each list the records near the place and its two ends.

use crate::{
    isms::{Kind, Moves, Register, narrow, nodes},
    text::{self, Node, Splice, SyntaxError, Tree},
};
use std::{collections::BTreeSet, ops::Range};

/// How many records are kept on each side of a place, and at the ends of each list.
const MARGIN: usize = 3;

/// A part of a file that is well-formed by itself.
pub(super) struct Window {
    pub text: String,
    pub tree: Tree,
    /// The rows of the kind that are in it.
    rows: BTreeSet<usize>,
    /// Where something is left out, and how many bytes.
    cuts: Vec<(usize, usize)>,
}

impl Window {
    /// The parts of a file around these places of one kind; a place is a row, or the end.
    pub fn around(
        register: &Register,
        kind: Kind,
        places: impl Iterator<Item = usize>,
    ) -> Result<Window, SyntaxError> {
        let mut rows = BTreeSet::new();
        let mut cuts: Vec<Range<u32>> = Vec::new();
        let near = |place: usize| place.saturating_sub(MARGIN)..place + MARGIN;
        let wanted: BTreeSet<usize> = places.flat_map(near).collect();
        for of in register.file.kinds() {
            let spans = register.spans(of);
            let none = BTreeSet::new();
            let kept = kept(spans.len(), if of == kind { &wanted } else { &none });
            for (before, after) in kept.iter().zip(kept.iter().skip(1)) {
                if before + 1 < *after
                    && let (Some(first), Some(next)) = (spans.get(before + 1), spans.get(*after))
                {
                    cuts.push(first.start..next.start);
                }
            }
            if of == kind {
                rows = kept;
            }
        }
        cuts.sort_unstable_by_key(|cut| cut.start);
        Self::without(register, rows, &cuts)
    }

    fn without(
        register: &Register,
        rows: BTreeSet<usize>,
        out: &[Range<u32>],
    ) -> Result<Window, SyntaxError> {
        let (mut text, mut cuts, mut at) = (String::new(), Vec::new(), 0);
        for cut in out {
            let (start, end) = (cut.start as usize, cut.end as usize);
            text.push_str(register.text.get(at..start).unwrap_or_default());
            cuts.push((text.len(), end - start));
            at = end;
        }
        text.push_str(register.text.get(at..).unwrap_or_default());
        let tree = register.index(&text)?;
        Ok(Window { text, tree, rows, cuts })
    }

    /// A window that is the whole of a file that does not exist yet.
    pub fn of_new(text: String) -> Result<Window, SyntaxError> {
        let tree = Tree::parse(&text)?;
        Ok(Window { text, tree, rows: BTreeSet::new(), cuts: Vec::new() })
    }

    /// The section of a kind, if the file has it.
    pub fn section(&self, kind: Kind) -> Option<Node> {
        let section = self.tree.field(&self.text, self.tree.root(), kind.key())?;
        Some(self.tree.seen_through_some(&self.text, section))
    }

    /// Which item of the window's list the file's row is.
    pub fn place(&self, row: usize) -> usize {
        self.rows.range(..row).count()
    }

    /// The same splices for the whole file.
    pub fn out(&self, splices: &[Splice]) -> Vec<Splice> {
        let out = |at| self.outside(at);
        let splice = |splice: &Splice| Splice {
            start: out(splice.start),
            end: out(splice.end),
            text: splice.text.clone(),
        };
        splices.iter().map(splice).collect()
    }

    /// Where the records of a kind are in the whole file, in the order of the window.
    pub fn spans(&self, kind: Kind) -> Vec<Range<u32>> {
        let nodes = nodes(&self.text, &self.tree, kind).into_iter();
        let outside = |span: Range<usize>| narrow(self.outside(span.start)..self.outside(span.end));
        nodes.map(|node| outside(self.tree.span(node))).collect()
    }

    /// The window after splices.
    pub fn spliced(self, splices: &[Splice]) -> Result<Window, SyntaxError> {
        let text = text::apply(&self.text, splices);
        let tree = Tree::piece(&text, self.tree.implicit_some, self.tree.crlf)?;
        let moves = Moves::by(splices);
        let cuts = self.cuts.iter().map(|(at, left)| (moves.start(*at), *left)).collect();
        Ok(Window { text, tree, rows: self.rows, cuts })
    }

    fn outside(&self, at: usize) -> usize {
        let before = self.cuts.iter().take_while(|(cut, _)| *cut <= at);
        at + before.map(|(_, left)| left).sum::<usize>()
    }
}

/// Which rows of a list stay: those that are wanted, and the ends.
fn kept(count: usize, wanted: &BTreeSet<usize>) -> BTreeSet<usize> {
    let ends = (0..count.min(MARGIN)).chain(count.saturating_sub(MARGIN)..count);
    ends.chain(wanted.range(..count).copied()).collect()
}
