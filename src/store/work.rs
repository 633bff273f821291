//! What a commit has to bring to the disk, and on which texts it may do so straight away.
//!
//! Usually that is the one text that the changes were made on. But keys are quicker than disks: a
//! second job may be sent before its sender heard what became of the first. The disk then holds the
//! first job's changes, and perhaps what they were merged with; made again, they would look like
//! conflicts with themselves, and a text that lacks what others wrote would wipe it out.

use super::{
    mine::readdressed,
    saver::{Job, Written},
};
use crate::{change::Change, text::FileText};
use std::borrow::Cow;

#[derive(Debug)]
pub(super) struct Work<'a> {
    /// If one of these is on the disk (none: no file), the own text may take its place.
    pub bases: Vec<Option<&'a str>>,
    /// The own text.
    pub mine: &'a FileText,
    /// What to make again if something else is on the disk.
    pub changes: Cow<'a, [Change]>,
}

impl<'a> Work<'a> {
    /// What a job has to bring to the disk after what was written last.
    pub fn after(job: &'a Job, last: Option<&'a Written>) -> Self {
        let base = job.base.as_deref();
        let mine = &job.text;
        let plain = Work { bases: vec![base], mine, changes: Cow::Borrowed(&job.changes) };
        let Some(last) = last else { return plain };
        let rest = job.changes.strip_prefix(last.changes.as_slice());
        // the same pointer: the sender heard of no other text since
        if same(job.base.as_ref(), last.base.as_ref())
            && let Some(rest) = rest
        {
            let written = (!last.merged).then_some(Some(&*last.text));
            let bases = written.into_iter().chain([base]).collect();
            return Work { bases, mine, changes: Cow::Owned(readdressed(rest, &last.renamed)) };
        }
        if last.merged && same(job.base.as_ref(), Some(&last.text)) {
            // the sender heard of the merge; whether its text has taken it in can't be known
            return Work { bases: Vec::new(), ..plain };
        }
        plain
    }
}

fn same(a: Option<&FileText>, b: Option<&FileText>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.is(b),
        (None, None) => true,
        _ => false,
    }
}
