//! What reaches the app, and what it wants done outside.

use crate::{
    change::{Change, Conflict},
    isms::{File, Found},
    term::key::Key,
    text::FileText,
};
use std::{path::PathBuf, sync::Arc};

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// A key.
    Key(Key),
    /// Pasted text.
    Paste(String),
    /// The mouse.
    Mouse(crate::term::mouse::Mouse),
    /// The terminal has another size.
    Resize(u16, u16),
    /// The terminal got or lost the focus.
    Focus(bool),
    /// The folder was read.
    Loaded(Box<Loaded>),
    /// Files changed on the disk; these are their texts now.
    Disk(Vec<(File, Found)>),
    /// A file was saved.
    Saved(Saved),
    /// A file could not be saved.
    NotSaved {
        /// Which file.
        file: File,
        /// Up to which job.
        sequence: u64,
        /// Why, as a sentence.
        why: String,
    },
    /// The external editor came back with this text, or with a sentence why not.
    Edited(Result<String, String>),
    /// Something outside failed or succeeded; a sentence.
    Told {
        /// The sentence.
        text: String,
        /// Whether it is bad news.
        bad: bool,
    },
    /// It is another day.
    NewDay(chrono::NaiveDate),
    /// A timer that the app asked for ran out.
    Timer(Timer),
    /// Settings, keys, themes or the team's views were read anew.
    Own(Box<super::Own>),
    /// The process is asked to end, by a signal of this number.
    End(i32),
}

/// What reading the folder gave.
#[derive(Debug)]
pub struct Loaded {
    /// The standard.
    pub standard: Arc<crate::standard::Standard>,
    /// The records.
    pub isms: crate::isms::Isms,
    /// Drafts of earlier sessions that ended without saving them.
    pub drafts: Vec<Draft>,
    /// Key of the person at the keyboard, if the login or git identity names one.
    pub me: Option<String>,
}

/// A file was saved.
#[derive(Debug, Clone)]
pub struct Saved {
    /// Which file.
    pub file: File,
    /// Up to which job.
    pub sequence: u64,
    /// The text that is on the disk now.
    pub text: FileText,
    /// Fields that were changed on both sides.
    pub conflicts: Vec<Conflict>,
    /// Time of day, as shown.
    pub at: String,
}

/// A timer of the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Timer {
    /// The detail follows the selection when it rests.
    Detail,
    /// What is being typed goes into the drafts.
    Draft,
    /// The find index is made, so that the first find need not wait for it.
    Index,
    /// The person's files are read again, when whoever writes them has come to an end.
    Own,
}

/// A text or a list of changes that was not saved.
#[derive(Debug, Clone, PartialEq)]
pub enum Draft {
    /// A text that was being typed.
    Text {
        /// Whose: kind and key.
        at: crate::isms::At,
        /// Key of the field.
        field: String,
        /// What was typed.
        text: String,
        /// When, as shown.
        when: String,
    },
    /// Changes that were made and did not reach the disk.
    Changes {
        /// The label.
        label: String,
        /// The changes.
        changes: Vec<Change>,
        /// When, as shown.
        when: String,
    },
}

/// Something to be done outside of the app.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Save a file.
    Save {
        /// Which file.
        file: File,
        /// The text that was last known to be on the disk; none: no file.
        base: Option<FileText>,
        /// The text to write.
        text: FileText,
        /// The changes that lead from the one to the other, for a merge.
        changes: Vec<Change>,
        /// Number of the job.
        sequence: u64,
    },
    /// Write drafts, or remove them if there are none.
    Drafts(Vec<Draft>),
    /// Forget the drafts of earlier sessions.
    ForgetDrafts,
    /// Read the folder again.
    Reload,
    /// Copy a text to the terminal's clipboard.
    Copy(String),
    /// Write an export beside the folder.
    Export {
        /// Name of the file.
        name: String,
        /// Its content.
        content: String,
    },
    /// Open a file of the folder at a line in $EDITOR.
    EditFile {
        /// Which file.
        file: File,
        /// Line, from 1.
        line: usize,
    },
    /// Edit a text in $EDITOR.
    EditText(String),
    /// Save a change of settings.
    Settings {
        /// What they were.
        base: Box<crate::settings::Settings>,
        /// What they are.
        now: Box<crate::settings::Settings>,
    },
    /// Save a change of the team's views in the folder.
    TeamViews {
        /// What they were.
        base: Vec<crate::settings::View>,
        /// What they are.
        now: Vec<crate::settings::View>,
    },
    /// Call [`Msg::Timer`] after so many milliseconds; 0 stops it.
    After(Timer, u64),
    /// Switch the mouse on or off.
    Mouse(bool),
    /// Clear and draw anew.
    Redraw,
    /// Give the terminal back to the shell for a while.
    Suspend,
    /// Set the window title.
    Title(String),
    /// Create an ISMS here and open it.
    Create(PathBuf),
    /// Open a fresh copy of the demo.
    Demo,
    /// Open the ISMS in this folder, as it was typed.
    OpenFolder(String),
    /// Leave with this exit code.
    Quit(i32),
}
