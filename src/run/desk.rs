//! What the loop has before it: the app, the terminal, the folder, timers.

use super::{Options, hear::Hearing, home::Home, log::Log, timer::Timers};
use crate::{
    app::{App, Effect, Msg},
    isms::File,
    store::{Folder, Left, Saver, Stamps, Watcher},
    term::{
        decode::Input, input::Gate, out::Out, screen::Screen, session::Session, signal::Signal,
        suspend,
    },
};
use ratatui::Terminal;
use std::{
    path::PathBuf,
    sync::mpsc::{Receiver, Sender},
    thread::JoinHandle,
    time::Duration,
};

/// How long the disk is waited for at the end; what is not saved then is in the drafts.
const PATIENCE: Duration = Duration::from_secs(1);

/// What reaches the loop.
#[derive(Debug)]
pub enum News {
    /// From the terminal.
    Input(Input),
    /// A signal.
    Signal(Signal),
    /// For the app.
    Msg(Box<Msg>),
    /// The folder was read.
    Opened(Box<super::folder::Opened>),
    /// These files of the folder may have changed.
    Touched(Vec<File>),
    /// Files of the person may have changed.
    OwnTouched,
    /// A thread panicked.
    Panic(String),
}

/// What the loop has before it.
pub struct Desk {
    /// The state.
    pub app: App,
    /// The screen.
    pub terminal: Terminal<Screen<Out>>,
    /// The terminal's modes.
    pub session: Session,
    /// The reader of keys.
    pub gate: Gate,
    /// Where news go.
    pub tell: Sender<News>,
    /// How it was opened.
    pub options: Options,
    /// The folder.
    pub folder: Option<Folder>,
    /// The thread that writes.
    pub saver: Option<Saver>,
    /// The thread that watches.
    pub watcher: Option<Watcher>,
    /// The person's files.
    pub home: Home,
    /// What hears of changes to them.
    pub hearing: Option<Hearing>,
    /// The thread that writes them.
    pub writing: Option<JoinHandle<()>>,
    /// Timers that run.
    pub timers: Timers,
    /// The log.
    pub log: Log,
    /// What earlier sessions left.
    pub left: Vec<Left>,
    /// How the files looked from outside when they were last read because of that.
    pub stamps: Stamps,
    /// What went wrong with annexa itself, to be said when the terminal is given back.
    pub failed: Option<String>,
    /// Where the demo was put, if it was opened from here.
    pub demo: Option<PathBuf>,
}

impl Desk {
    /// A desk before the folder is opened.
    pub fn new(
        app: App,
        terminal: Terminal<Screen<Out>>,
        session: Session,
        gate: Gate,
        tell: Sender<News>,
        options: Options,
    ) -> Self {
        let log = Log::open(options.log.as_deref());
        let folder = options.folder.clone();
        let home = options.home.clone();
        Self {
            app,
            terminal,
            session,
            gate,
            tell,
            options,
            folder,
            saver: None,
            watcher: None,
            home,
            hearing: None,
            writing: None,
            timers: Timers::default(),
            log,
            left: Vec::new(),
            stamps: Stamps::default(),
            failed: None,
            demo: None,
        }
    }

    /// Names the window after the organisation, if that is wanted.
    pub fn name_window(&mut self) {
        let name = &self.app.isms.organisation.only().name;
        if self.app.settings.title && self.app.loaded {
            let title = crate::term::title::set(&format!("annexa · {name}"));
            self.send(&title);
        }
    }

    /// Takes up again where another program had the terminal.
    ///
    /// # Errors
    /// If the terminal can't be written to.
    pub fn resume(&mut self) -> Result<(), String> {
        self.name_window();
        self.clear()
    }

    /// Draws everything anew at the next frame.
    ///
    /// # Errors
    /// If the terminal can't be written to.
    pub fn clear(&mut self) -> Result<(), String> {
        self.app.dirty = true;
        self.terminal.clear().map_err(|e| format!("The terminal can't be written to: {e}."))
    }

    /// Gives the terminal back to the shell until it continues.
    ///
    /// # Errors
    /// If the terminal can't be taken again.
    pub fn suspend(&mut self) -> Result<(), String> {
        let parked = self.gate.park();
        let suspended = suspend::suspend(&self.session);
        drop(parked);
        if let Err(error) = suspended {
            self.app.say(error.to_string());
        }
        self.resume()
    }

    /// Sends bytes that put nothing on the screen.
    pub fn send(&mut self, bytes: &[u8]) {
        // a terminal that is gone ends the loop at the next frame
        let _ = self.terminal.backend_mut().send(bytes);
    }

    /// Leaves in good order: what is being saved is saved, what is not stays in the drafts, the terminal
    /// is given back.
    pub fn close(&mut self, news: &Receiver<News>) {
        self.watcher = None;
        if let Some(saver) = self.saver.take() {
            saver.flush(PATIENCE);
            // what has reached the disk meanwhile is no draft any more
            for one in news.try_iter() {
                if let News::Msg(msg) = one {
                    self.app.update(*msg);
                }
            }
            self.app.keep_drafts();
            for effect in std::mem::take(&mut self.app.effects) {
                if let Effect::Drafts(drafts) = effect {
                    saver.keep(super::folder::drafts_to_store(&drafts));
                }
            }
            saver.flush_drafts(PATIENCE);
        }
        self.finish_writing();
        self.session.leave();
    }
}
