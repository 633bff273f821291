//! The store thread: keys never wait for the disk.
//!
//! Jobs that wait for the same file become one write: the last one holds all changes that are not on
//! the disk. What happened is told through one closure. A panic in here becomes a failure of its job;
//! the thread goes on.

use super::{
    Draft, Folder, SaveError, Saved, commit::commit_work, keeper::Keeper, names::plain,
    sweep::sweep, work::Work,
};
use crate::{
    change::{Change, Conflict},
    isms::{At, File},
    standard::Standard,
    text::FileText,
};
use chrono::{DateTime, Local};
use std::{
    any::Any,
    collections::BTreeMap,
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc,
        mpsc::{Receiver, Sender, channel},
    },
    thread,
    time::Duration,
};

/// A file to be saved.
#[derive(Debug, Clone)]
pub struct Job {
    /// Which file.
    pub file: File,
    /// The text that is on the disk as far as the sender knows; none: no file.
    pub base: Option<FileText>,
    /// The text to write.
    pub text: FileText,
    /// All changes between the two, oldest first.
    pub changes: Vec<Change>,
    /// Number of the job; a report answers for all jobs of the file up to its number.
    pub sequence: u64,
}

/// What became of a job.
#[derive(Debug)]
pub enum Report {
    /// A file is on the disk.
    Saved {
        /// Which file.
        file: File,
        /// Up to which job.
        sequence: u64,
        /// The text that is on the disk now.
        text: FileText,
        /// Whether it differs from the job's, because others wrote too.
        merged: bool,
        /// Fields that were changed on both sides; the disk holds the other's value.
        conflicts: Vec<Conflict>,
        /// New records that got another id, because others had taken theirs: old and new place.
        renamed: Vec<(At, At)>,
        /// What to be aware of, as a sentence.
        warning: Option<String>,
        /// When.
        at: DateTime<Local>,
    },
    /// A file was not saved; it is as it was.
    Failed {
        /// Which file.
        file: File,
        /// Up to which job.
        sequence: u64,
        /// Why, and what now.
        sentence: String,
    },
    /// The drafts could not be written.
    NotKept {
        /// Why, and what now.
        sentence: String,
    },
}

/// What was written last, until its sender is known to have heard of it.
#[derive(Debug)]
pub(super) struct Written {
    pub base: Option<FileText>,
    pub changes: Vec<Change>,
    pub text: FileText,
    pub merged: bool,
    pub renamed: Vec<(At, At)>,
}

enum Order {
    Save(Job),
    /// Answered when all that was ordered before is done.
    Flush(Sender<()>),
}

/// The store thread, from outside.
///
/// Dropped, it finishes what was ordered while the process lives.
#[derive(Debug)]
pub struct Saver {
    orders: Sender<Order>,
    keeper: Keeper,
}

impl Saver {
    /// Starts the thread, and one for drafts beside it; `report` is called on both.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn start(
        folder: Folder,
        standard: Arc<Standard>,
        report: impl FnMut(Report) + Clone + Send + 'static,
    ) -> io::Result<Self> {
        let (orders, waiting) = channel();
        let keeper = Keeper::start(&folder, report.clone())?;
        let desk = Desk { folder, standard, written: BTreeMap::new(), swept: false, report };
        thread::Builder::new().name("store".into()).spawn(move || desk.serve(&waiting))?;
        Ok(Self { orders, keeper })
    }

    /// Orders a file to be saved; false if the thread is gone.
    pub fn save(&self, job: Job) -> bool {
        self.orders.send(Order::Save(job)).is_ok()
    }

    /// Orders these drafts, and no others of this process, to be kept; false if the thread is gone.
    pub fn keep(&self, drafts: Vec<Draft>) -> bool {
        self.keeper.keep(drafts)
    }

    /// Waits until all that was ordered is done; false if it was not within the limit.
    pub fn flush(&self, limit: Duration) -> bool {
        let (done, answer) = channel();
        let ordered = self.orders.send(Order::Flush(done)).is_ok();
        // the drafts are quick and depend on nobody: they come first
        self.keeper.flush(limit) && ordered && answer.recv_timeout(limit).is_ok()
    }

    /// Waits until the drafts that were ordered are kept, whatever becomes of the saves.
    pub fn flush_drafts(&self, limit: Duration) -> bool {
        self.keeper.flush(limit)
    }
}

struct Desk<R> {
    folder: Folder,
    standard: Arc<Standard>,
    written: BTreeMap<File, Written>,
    swept: bool,
    report: R,
}

impl<R: FnMut(Report)> Desk<R> {
    fn serve(mut self, waiting: &Receiver<Order>) {
        while let Ok(first) = waiting.recv() {
            let mut jobs: BTreeMap<File, Job> = BTreeMap::new();
            let mut flushed = Vec::new();
            for order in std::iter::once(first).chain(waiting.try_iter()) {
                match order {
                    Order::Save(job) => drop(jobs.insert(job.file, job)),
                    Order::Flush(done) => flushed.push(done),
                }
            }
            for job in jobs.into_values() {
                self.save(job);
            }
            for done in flushed {
                // whoever asked may have given up waiting
                let _ = done.send(());
            }
        }
    }

    fn save(&mut self, job: Job) {
        let (file, sequence) = (job.file, job.sequence);
        let last = self.written.get(&file);
        let (folder, standard) = (&self.folder, &self.standard);
        let attempt = catch_unwind(AssertUnwindSafe(|| {
            commit_work(folder, standard, file, &Work::after(&job, last))
        }));
        let outcome = attempt.unwrap_or_else(|panic| Err(SaveError::Failed(words_of(&*panic))));
        match outcome {
            Ok(saved) => self.saved(job, saved),
            Err(error) => {
                (self.report)(Report::Failed { file, sequence, sentence: error.to_string() });
            }
        }
        if !std::mem::replace(&mut self.swept, true) {
            sweep(&self.folder);
        }
    }

    fn saved(&mut self, job: Job, saved: Saved) {
        let Job { file, base, changes, sequence, .. } = job;
        let Saved { text, merged, conflicts, renamed, warning } = saved;
        let written =
            Written { base, changes, text: text.clone(), merged, renamed: renamed.clone() };
        self.written.insert(file, written);
        let at = Local::now();
        (self.report)(Report::Saved {
            file,
            sequence,
            text,
            merged,
            conflicts,
            renamed,
            warning,
            at,
        });
    }
}

pub(super) fn words_of(panic: &(dyn Any + Send)) -> String {
    let words = panic.downcast_ref::<&str>().copied();
    let words = words.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    plain(words.unwrap_or("no reason given"))
}
