//! The thread that keeps drafts: a save may wait for another annexa's lock, what is typed may not.

use super::{
    Draft, DraftFile, Folder,
    saver::{Report, words_of},
};
use std::{
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc::{Receiver, Sender, channel},
    thread,
    time::Duration,
};

enum Order {
    Keep(Vec<Draft>),
    Flush(Sender<()>),
}

/// The thread, from outside.
#[derive(Debug)]
pub(super) struct Keeper(Sender<Order>);

impl Keeper {
    pub fn start(folder: &Folder, report: impl FnMut(Report) + Send + 'static) -> io::Result<Self> {
        let (orders, waiting) = channel();
        let desk = Desk { drafts: DraftFile::new(folder), report };
        thread::Builder::new().name("drafts".into()).spawn(move || desk.serve(&waiting))?;
        Ok(Self(orders))
    }

    /// Orders these drafts to be kept and no others; false if the thread is gone.
    pub fn keep(&self, drafts: Vec<Draft>) -> bool {
        self.0.send(Order::Keep(drafts)).is_ok()
    }

    /// Waits until all that was ordered is done; false if it was not within the limit.
    pub fn flush(&self, limit: Duration) -> bool {
        let (done, answer) = channel();
        self.0.send(Order::Flush(done)).is_ok() && answer.recv_timeout(limit).is_ok()
    }
}

struct Desk<R> {
    drafts: DraftFile,
    report: R,
}

impl<R: FnMut(Report)> Desk<R> {
    fn serve(mut self, waiting: &Receiver<Order>) {
        while let Ok(first) = waiting.recv() {
            let (mut drafts, mut flushed) = (None, Vec::new());
            for order in std::iter::once(first).chain(waiting.try_iter()) {
                match order {
                    // only what is to be kept now counts
                    Order::Keep(now) => drafts = Some(now),
                    Order::Flush(done) => flushed.push(done),
                }
            }
            if let Some(drafts) = drafts {
                self.keep(&drafts);
            }
            for done in flushed {
                // whoever asked may have given up waiting
                let _ = done.send(());
            }
        }
    }

    fn keep(&mut self, drafts: &[Draft]) {
        let attempt = catch_unwind(AssertUnwindSafe(|| self.drafts.write(drafts)));
        let sentence = match attempt {
            Ok(Ok(())) => return,
            Ok(Err(error)) => format!(
                "What is not saved yet could not be put aside either ({}); it is in memory only.",
                super::names::reason(&error)
            ),
            Err(panic) => format!(
                "annexa failed while it put drafts aside ({}). Please report this.",
                words_of(&*panic)
            ),
        };
        (self.report)(Report::NotKept { sentence });
    }
}
