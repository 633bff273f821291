//! The folder on disk: finding it, reading it, and never losing a word in it.
//!
//! One verb a file. [`find`] a folder and [`read`](fn@read) its files; neither changes a byte. [`commit`](fn@commit) is the
//! one way in which a register reaches the disk: under the folder's lock, against what stands on the
//! disk at that moment, merged change by change if somebody else wrote meanwhile, and atomically
//! ([`replace`]). [`Saver`] does that on a thread of its own, [`Watcher`] hears of other programs,
//! drafts keep what has not reached the disk. Besides the eight files only `.annexa/` is written.

mod commit;
mod create;
mod demo;
mod draft;
mod error;
mod folder;
mod identity;
mod in_place;
mod init;
mod keep;
mod keeper;
mod left;
mod lock;
mod mine;
mod names;
mod own;
mod private;
mod process;
mod read;
mod save;
mod saver;
mod stamp;
mod sweep;
mod template;
mod watch;
mod work;

#[cfg(test)]
mod tests;

pub use commit::{Saved, commit};
pub use demo::{DemoError, demo};
pub use draft::{Draft, DraftFile, TextDraft, UnsavedDraft};
pub use error::SaveError;
pub use folder::{Folder, OpenError, find};
pub use identity::{Identity, identify, match_person};
pub use in_place::{Interrupted, interrupted};
pub use init::{InitError, init};
pub use left::{Left, pending};
pub use lock::{Lock, lock};
pub use own::{NotWritten, write_own};
pub use read::{read, read_file};
pub use save::replace;
pub use saver::{Job, Report, Saver};
pub use stamp::{Stamps, stamps};
pub use watch::Watcher;
