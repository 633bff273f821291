//! Hearing of what other programs do to the files.
//!
//! The folders are watched, not the files: editors and git put a new file in a file's place, and a
//! watch on the old one goes deaf. Looking into a file is an event too; it is ignored, or reading
//! would lead to reading. Nothing here ticks: without an event no thread wakes up.

mod ears;

use super::{Folder, names::plain};
use crate::isms::File;
use ears::Ears;
use notify::{Event, EventKind};
use std::{
    collections::BTreeSet,
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    thread,
    time::{Duration, Instant},
};

/// A save is several events: told when it has been quiet for this long ...
const QUIET: Duration = Duration::from_millis(50);
/// ... but no later than this.
const LATEST: Duration = Duration::from_millis(400);
/// How often a folder that went away is looked for.
const LOOK: Duration = Duration::from_secs(1);

/// Watches a folder until it is dropped.
#[derive(Debug)]
pub struct Watcher {
    tell: Sender<Heard>,
}

#[derive(Debug)]
enum Heard {
    Event(notify::Result<Event>),
    End,
}

impl Watcher {
    /// Begins to watch; `touched` gets the files that may have changed, on a thread of its own.
    ///
    /// Whether their bytes differ is for the receiver to see: own saves are heard as well.
    ///
    /// # Errors
    /// A sentence, if the system can't tell of changes here. Then [`stamps`](super::stamps) shows them.
    pub fn start(
        folder: &Folder,
        touched: impl FnMut(Vec<File>) + Send + 'static,
    ) -> Result<Self, String> {
        let cannot = |why: String| {
            format!(
                "The system can't tell what other programs change here ({}); it is looked at when \
                 the terminal gets the focus, and at each save.",
                plain(&why)
            )
        };
        let (tell, heard) = channel();
        let hear = tell.clone();
        let watcher = notify::recommended_watcher(move |event| {
            // nobody listens any more: about to end
            let _ = hear.send(Heard::Event(event));
        });
        let mut ears = Ears::new(folder, watcher.map_err(|error| cannot(error.to_string()))?);
        ears.listen().map_err(|error| cannot(error.to_string()))?;
        thread::Builder::new()
            .name("watch".into())
            .spawn(move || attend(ears, &heard, touched))
            .map_err(|error| cannot(error.to_string()))?;
        Ok(Self { tell })
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        // the thread may have ended already
        let _ = self.tell.send(Heard::End);
    }
}

fn attend(mut ears: Ears, heard: &Receiver<Heard>, mut touched: impl FnMut(Vec<File>)) {
    loop {
        let first = if ears.is_deaf() {
            match heard.recv_timeout(LOOK) {
                Err(RecvTimeoutError::Timeout) => {
                    if ears.listen().is_ok() {
                        touched(File::ALL.to_vec());
                    }
                    continue;
                }
                Err(RecvTimeoutError::Disconnected) => return,
                Ok(first) => first,
            }
        } else {
            match heard.recv() {
                Ok(first) => first,
                Err(_) => return,
            }
        };
        let Some(files) = gather(&mut ears, first, heard) else { return };
        if !files.is_empty() {
            // a link may point elsewhere now; what can't be watched is seen by its stamp
            let _ = ears.listen();
            touched(files.into_iter().collect());
        }
    }
}

/// All files that are touched until it gets quiet; none if it is over.
fn gather(ears: &mut Ears, first: Heard, heard: &Receiver<Heard>) -> Option<BTreeSet<File>> {
    let mut files = BTreeSet::new();
    let mut next = first;
    let mut begun = None;
    loop {
        match next {
            Heard::End => return None,
            Heard::Event(Ok(event)) if matches!(event.kind, EventKind::Access(_)) => {}
            Heard::Event(Ok(event)) => files.extend(ears.files_of(&event)),
            // something was missed
            Heard::Event(Err(_)) => files.extend(File::ALL),
        }
        if files.is_empty() {
            return Some(files);
        }
        let begun = *begun.get_or_insert_with(Instant::now);
        let patience = QUIET.min(LATEST.saturating_sub(begun.elapsed()));
        if patience.is_zero() {
            return Some(files);
        }
        match heard.recv_timeout(patience) {
            Ok(heard) => next = heard,
            Err(RecvTimeoutError::Timeout) => return Some(files),
            Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
}
