//! The folder behind the app: read, saved and watched on threads of their own.

use super::desk::{Desk, News};
use crate::{
    app::{Draft, Loaded, Msg, Saved, start},
    change::{Change, Transaction},
    isms::{At, File, Isms},
    standard::Standard,
    store::{self, Folder, Job, Left, Report, Saver, Stamps, TextDraft, UnsavedDraft, Watcher},
    text::FileText,
};
use std::{sync::Arc, thread};

/// What opening a folder gave.
#[derive(Debug)]
pub struct Opened {
    /// The records and drafts.
    pub loaded: Loaded,
    /// What earlier sessions left.
    pub left: Vec<Left>,
    /// How the files looked from outside before they were read.
    pub stamps: Stamps,
}

impl Desk {
    /// Reads the folder on a thread of its own, and starts to write and to watch it.
    pub fn open_folder(&mut self) {
        let Some(folder) = self.folder.clone() else {
            let here = self.options.here.display().to_string();
            return start::offer(&mut self.app, &here);
        };
        self.app.place = folder.path.display().to_string();
        self.start_saver(&folder);
        let standard = Arc::clone(&self.app.standard);
        let (tell, watched) = (self.tell.clone(), folder.clone());
        let reader = thread::Builder::new().name("reader".into()).spawn(move || {
            let opened = read(&watched, standard);
            let _ = tell.send(News::Opened(Box::new(opened)));
        });
        if let Err(error) = reader {
            self.app.warn(format!("The folder can't be read: {error}."));
        }
    }

    /// Whether the folder is read in the time of a frame.
    pub fn is_small(&self) -> bool {
        const SMALL: u64 = 1_000_000;
        let size = |file: &File| {
            let place = self.folder.as_ref()?.place(*file);
            Some(std::fs::metadata(place).ok()?.len())
        };
        File::ALL.iter().filter_map(size).sum::<u64>() < SMALL
    }

    fn start_saver(&mut self, folder: &Folder) {
        if self.saver.is_some() {
            return;
        }
        let tell = self.tell.clone();
        let standard = Arc::clone(&self.app.standard);
        let started = Saver::start(folder.clone(), standard, move |report| {
            for msg in messages(report) {
                let _ = tell.send(News::Msg(Box::new(msg)));
            }
        });
        match started {
            Ok(saver) => self.saver = Some(saver),
            Err(error) => self.app.warn(format!("Nothing can be saved: {error}.")),
        }
    }

    /// The folder was read.
    pub fn opened(&mut self, opened: Opened) {
        self.log.line("folder read");
        self.left = opened.left;
        self.app.update(Msg::Loaded(Box::new(opened.loaded)));
        let Some(folder) = self.folder.clone().filter(|_| self.watcher.is_none()) else { return };
        let tell = self.tell.clone();
        match Watcher::start(&folder, move |files| {
            let _ = tell.send(News::Touched(files));
        }) {
            Ok(watcher) => self.watcher = Some(watcher),
            Err(why) => self.app.say(why),
        }
        self.hear_own();
        // what happened between reading and watching
        self.stamps = opened.stamps;
        self.look_for_touched();
        if self.options.tour {
            self.options.tour = false;
            self.app.run(crate::app::Action::Tour, None);
        }
        self.name_window();
    }

    /// Reads those files again that look touched from outside.
    pub fn look_for_touched(&mut self) {
        let Some(folder) = self.folder.clone().filter(|_| self.app.loaded) else { return };
        let now = store::stamps(&folder);
        let touched = self.stamps.changed(&now);
        self.stamps = now;
        if !touched.is_empty() {
            self.look_at_disk(&touched);
        }
    }

    /// Reads files again, and tells the app of those that are not as it knows them.
    pub fn look_at_disk(&mut self, files: &[File]) {
        let Some(folder) = self.folder.clone().filter(|_| self.app.loaded) else { return };
        let found = files.iter().map(|file| (*file, store::read_file(&folder, *file))).collect();
        self.app.update(Msg::Disk(found));
    }

    /// Opens another folder in the place of this one.
    fn switch_to(&mut self, folder: Folder) {
        self.home.folder = Some(folder.path.clone());
        self.hearing = None;
        self.read_own();
        self.folder = Some(folder);
        self.saver = None;
        self.watcher = None;
        self.open_folder();
    }
}

fn read(folder: &Folder, standard: Arc<Standard>) -> Opened {
    let stamps = store::stamps(folder);
    let isms = Isms::read(&standard, store::read(folder));
    let me = store::match_person(&isms, &store::identify(&folder.path));
    let left = store::pending(folder);
    let drafts = left.iter().flat_map(|left| &left.drafts).map(from_store).collect();
    Opened { loaded: Loaded { standard, isms, drafts, me }, left, stamps }
}

fn messages(report: Report) -> Vec<Msg> {
    match report {
        Report::Saved { file, sequence, text, conflicts, warning, at, renamed, .. } => {
            let at = at.format("%H:%M:%S").to_string();
            let mut messages = vec![Msg::Saved(Saved { file, sequence, text, conflicts, at })];
            messages.extend(warning.map(|text| Msg::Told { text, bad: true }));
            messages.extend(renamed.into_iter().map(|(old, new)| Msg::Told {
                text: format!("{} was taken by somebody else; yours is {} now.", old.key, new.key),
                bad: false,
            }));
            messages
        }
        Report::Failed { file, sequence, sentence } => {
            vec![Msg::NotSaved { file, sequence, why: sentence }]
        }
        Report::NotKept { sentence } => vec![Msg::Told { text: sentence, bad: true }],
    }
}

/// Orders a file to be saved.
pub fn save(
    desk: &mut Desk,
    file: File,
    base: Option<FileText>,
    text: FileText,
    changes: Vec<Change>,
    sequence: u64,
) {
    let job = Job { file, base, text, changes, sequence };
    let ordered = desk.saver.as_ref().is_some_and(|saver| saver.save(job));
    if !ordered {
        let why = format!("{} was not saved: the store thread is gone.", file.name());
        desk.app.update(Msg::NotSaved { file, sequence, why });
    }
}

/// Orders drafts to be kept.
pub fn keep_drafts(desk: &mut Desk, drafts: &[Draft]) {
    if let Some(saver) = &desk.saver {
        saver.keep(drafts_to_store(drafts));
    }
}

/// Drafts as they are kept.
pub fn drafts_to_store(drafts: &[Draft]) -> Vec<store::Draft> {
    let now = chrono::Local::now().format("%Y-%m-%d %H:%M").to_string();
    drafts.iter().map(|draft| to_store(draft, &now)).collect()
}

/// Forgets what earlier sessions left.
pub fn forget_drafts(desk: &mut Desk) {
    for left in std::mem::take(&mut desk.left) {
        // what can't be removed is offered again, which is harmless
        let _ = left.discard();
    }
}

fn to_store(draft: &Draft, now: &str) -> store::Draft {
    match draft {
        Draft::Text { at, field, text, when } => store::Draft::Text(TextDraft {
            at: at.clone(),
            field: field.clone(),
            text: text.clone(),
            base: String::new(),
            started: if when.is_empty() { now.to_string() } else { format!("{now} ({when})") },
        }),
        Draft::Changes { label, changes, .. } => store::Draft::Unsaved(UnsavedDraft {
            transaction: Transaction { label: label.clone(), changes: changes.clone() },
            made: now.to_string(),
        }),
    }
}

fn from_store(draft: &store::Draft) -> Draft {
    match draft {
        store::Draft::Text(text) => Draft::Text {
            at: At::new(text.at.kind, text.at.key.clone()),
            field: text.field.clone(),
            text: text.text.clone(),
            when: text.started.clone(),
        },
        store::Draft::Unsaved(unsaved) => Draft::Changes {
            label: unsaved.transaction.label.clone(),
            changes: unsaved.transaction.changes.clone(),
            when: unsaved.made.clone(),
        },
    }
}

/// Makes an ISMS where the program was started, and opens it.
pub fn create(desk: &mut Desk) {
    let here = desk.options.here.clone();
    match store::init(&here) {
        Ok(_) => desk.switch_to(Folder::new(here)),
        Err(error) => {
            desk.app.warn(error.to_string());
            desk.open_folder();
        }
    }
}

/// Opens a fresh copy of the demo.
pub fn demo(desk: &mut Desk) {
    match store::demo(None) {
        Ok(path) => {
            desk.demo = Some(path.clone());
            desk.switch_to(Folder::new(path));
            desk.options.tour = true;
        }
        Err(error) => {
            desk.app.warn(error.to_string());
            desk.open_folder();
        }
    }
}

/// Opens the folder that was typed; if that can't be, says why and offers again.
pub fn named(desk: &mut Desk, typed: &str) {
    let home = std::env::var_os("HOME").map(std::path::PathBuf::from);
    let path = match (typed.strip_prefix('~'), home) {
        (Some(rest), Some(home)) => home.join(rest.trim_start_matches('/')),
        _ => typed.into(),
    };
    let here = desk.options.here.clone();
    match store::find(Some(&path), &here, None) {
        Ok(folder) => {
            if desk.app.read_only.is_none() {
                desk.app.read_only.clone_from(&folder.read_only);
            }
            desk.switch_to(folder);
        }
        Err(error) => {
            desk.open_folder();
            desk.app.warn(error.to_string());
        }
    }
}
