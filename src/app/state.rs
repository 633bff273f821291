//! The whole state of the program, as one value.

use super::{Action, Draft, Effect, Keymap, Own, Purpose, Said, Timer, catalogue::Catalogue};
use crate::{
    assess::{Assessment, assess},
    change::{Change, Conflict, History},
    isms::{At, File, Found, Isms},
    layer::Layer,
    pane::{Cx, List, ListId, PaneId, heat::HeatMode},
    settings::{Settings, View},
    standard::Standard,
    term::key::Key,
    text::{FileText, Value},
    ui::{Glyphs, Theme},
};
use chrono::NaiveDate;
use std::{collections::BTreeMap, sync::Arc};

/// Where keys go within a pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// The list.
    List,
    /// The detail.
    Detail,
}

/// A message in the last line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The sentence.
    pub text: String,
    /// Whether it is bad news.
    pub bad: bool,
}

/// What is known about saving one file.
#[derive(Debug, Clone, Default)]
pub struct Saving {
    /// The text that is on the disk, as far as known; none: no file.
    pub disk: Option<FileText>,
    /// Changes that are not known to be on the disk, with the number of the job that carries them.
    pub unsaved: Vec<(u64, Change)>,
    /// Texts that were given away to be saved, with the number of their job.
    pub sent: Vec<(u64, FileText)>,
    /// Why the last attempt failed.
    pub failed: Option<String>,
}

/// An open layer, and what its answer is for.
#[derive(Debug, Clone)]
pub struct Open {
    /// The layer.
    pub layer: Layer,
    /// What its answer is for.
    pub purpose: Purpose,
    /// What stood in the field when the layer was opened, if it edits one field of one record.
    pub base: Option<Value>,
}

/// The state of the program.
#[derive(Debug)]
pub struct App {
    /// The standard.
    pub standard: Arc<Standard>,
    /// The records.
    pub isms: Isms,
    /// What is judged about them.
    pub assessment: Assessment,
    /// Today.
    pub today: NaiveDate,
    /// Whether the folder was read yet.
    pub loaded: bool,
    /// The folder, as shown.
    pub place: String,
    /// Why nothing can be changed, if so.
    pub read_only: Option<String>,
    /// Undo and redo.
    pub history: History,
    /// Saving, file by file.
    pub saving: BTreeMap<File, Saving>,
    /// Number of the last save job.
    pub sequence: u64,
    /// Time of the last save, as shown.
    pub saved_at: Option<String>,
    /// Key of the person at the keyboard.
    pub me: Option<String>,
    /// The pane on screen.
    pub pane: PaneId,
    /// Which list of each pane is on screen.
    pub tabs: BTreeMap<PaneId, usize>,
    /// The lists.
    pub lists: Vec<List>,
    /// What stands for a list that does not exist.
    no_list: List,
    /// Where keys go.
    pub focus: Focus,
    /// Cursor among the lines of the detail.
    pub detail_cursor: usize,
    /// First line of the detail on screen.
    pub detail_top: usize,
    /// The record that the detail shows; follows the selection when it rests.
    pub detail_of: Option<At>,
    /// The figure of the dashboard under the cursor.
    pub door: usize,
    /// What the heat map shows.
    pub heat: HeatMode,
    /// Cell of the heat map under the cursor: likelihood, consequence.
    pub cell: (i64, i64),
    /// Layers, the topmost last.
    pub layers: Vec<Open>,
    /// Keys of an unfinished sequence.
    pub pending: Vec<Key>,
    /// A count typed before a command.
    pub count: Option<u32>,
    /// The message in the last line.
    pub notice: Option<Notice>,
    /// Earlier messages.
    pub messages: Vec<Notice>,
    /// Jumps: where one was, and how far back one went.
    pub jumps: Vec<(ListId, Option<At>)>,
    /// Place among the jumps.
    pub jump: usize,
    /// The last change, for repeating.
    pub last_change: Option<Repeat>,
    /// Records looked at lately, the latest first.
    pub recent: Vec<At>,
    /// The find index, made when it is first needed.
    pub catalogue: Catalogue,
    /// Conflicts that wait for a decision.
    pub conflicts: Vec<Conflict>,
    /// Drafts of earlier sessions.
    pub drafts: Vec<Draft>,
    /// Drafts of this session: texts that were dropped.
    pub dropped: Vec<Draft>,
    /// What the drafts on the disk hold, as ordered last.
    pub kept: Vec<Draft>,
    /// Keys.
    pub keymap: Keymap,
    /// Looks.
    pub theme: Theme,
    /// Glyphs.
    pub glyphs: Glyphs,
    /// Settings.
    pub settings: Settings,
    /// Views of the team.
    pub team: Vec<View>,
    /// What was read of the person's files.
    pub own: Own,
    /// What the command line said about looks.
    pub said: Said,
    /// Size of the terminal.
    pub size: (u16, u16),
    /// Whether the mouse is on.
    pub mouse: bool,
    /// Whether something on screen may have changed.
    pub dirty: bool,
    /// The rest of a word whose first letter was answer enough; if it is typed, it is no command.
    pub rest_of_word: String,
    /// What is to be done outside.
    pub effects: Vec<Effect>,
    /// Step of the tour, if it is running.
    pub tour: Option<usize>,
    /// Timers that run.
    pub timers: Vec<Timer>,
}

/// A change that `.` repeats.
#[derive(Debug, Clone, PartialEq)]
pub struct Repeat {
    /// Fields with their values: one, or all that together decided about a control.
    pub sets: Vec<(&'static str, crate::text::Value)>,
    /// Kind of record it was made on.
    pub kind: crate::isms::Kind,
    /// The records it was made on.
    pub ats: Vec<At>,
}

impl App {
    /// An app before its folder is read.
    pub fn new(standard: Arc<Standard>, today: NaiveDate, settings: Settings) -> Self {
        let isms = Isms::read(&standard, |_| Found::Missing);
        let assessment = assess(&isms, &standard, today);
        Self {
            isms,
            assessment,
            standard,
            today,
            loaded: false,
            place: String::new(),
            read_only: None,
            history: History::default(),
            saving: BTreeMap::new(),
            sequence: 0,
            saved_at: None,
            me: None,
            pane: PaneId::Dashboard,
            tabs: BTreeMap::new(),
            lists: ListId::all().map(List::new).collect(),
            no_list: List::new(ListId::Dashboard),
            focus: Focus::List,
            detail_cursor: 0,
            detail_top: 0,
            detail_of: None,
            door: 0,
            heat: HeatMode::default(),
            cell: (1, 1),
            layers: Vec::new(),
            pending: Vec::new(),
            count: None,
            notice: None,
            messages: Vec::new(),
            jumps: Vec::new(),
            jump: 0,
            last_change: None,
            recent: Vec::new(),
            catalogue: Catalogue::default(),
            conflicts: Vec::new(),
            drafts: Vec::new(),
            dropped: Vec::new(),
            kept: Vec::new(),
            keymap: Keymap::default(),
            theme: Theme::default(),
            glyphs: Glyphs::default(),
            mouse: settings.mouse,
            settings,
            team: Vec::new(),
            own: Own::default(),
            said: Said::default(),
            size: (80, 24),
            dirty: true,
            rest_of_word: String::new(),
            effects: Vec::new(),
            tour: None,
            timers: Vec::new(),
        }
    }

    /// What panes and layers may look at.
    pub fn cx(&self) -> Cx<'_> {
        Cx {
            isms: &self.isms,
            standard: &self.standard,
            assessment: &self.assessment,
            today: self.today,
        }
    }

    /// The list on screen.
    pub fn list_id(&self) -> ListId {
        let tab = self.tabs.get(&self.pane).copied().unwrap_or_default();
        let lists = self.pane.lists();
        lists.get(tab).or(lists.first()).copied().unwrap_or(ListId::Dashboard)
    }

    /// The state of the list on screen.
    pub fn list(&self) -> &List {
        self.list_of(self.list_id())
    }

    /// The state of a list.
    pub fn list_of(&self, id: ListId) -> &List {
        self.lists.get(id.index()).unwrap_or(&self.no_list)
    }

    /// Does something with a list and the records together.
    pub fn with_list<T>(
        &mut self,
        id: ListId,
        act: impl FnOnce(&mut List, Cx<'_>) -> T,
    ) -> Option<T> {
        let cx = Cx {
            isms: &self.isms,
            standard: &self.standard,
            assessment: &self.assessment,
            today: self.today,
        };
        self.lists.get_mut(id.index()).map(|list| act(list, cx))
    }

    /// The records that a command works on: in a detail the one that it shows, else those of the list.
    pub fn targets(&self) -> Vec<At> {
        match self.focus {
            Focus::Detail => self.list().selected.clone().into_iter().collect(),
            Focus::List => self.list().targets(self.cx()),
        }
    }

    /// Says something in the last line.
    pub fn say(&mut self, text: impl Into<String>) {
        self.tell(text.into(), false);
    }

    /// Says that something went wrong.
    pub fn warn(&mut self, text: impl Into<String>) {
        self.tell(text.into(), true);
    }

    fn tell(&mut self, text: String, bad: bool) {
        let notice = Notice { text, bad };
        self.messages.push(notice.clone());
        self.notice = Some(notice);
        self.dirty = true;
    }

    /// Opens a layer.
    pub fn open(&mut self, layer: Layer, purpose: Purpose) {
        let base = super::clash::value_of(self, &purpose);
        self.layers.push(Open { layer, purpose, base });
        self.dirty = true;
    }

    /// Whether the detail stands beside (or below) the list, or over it.
    pub fn shows_detail(&self) -> bool {
        let (width, height) = self.size;
        match self.settings.layout {
            crate::settings::Layout::Below => height >= 30,
            _ => width >= 100,
        }
    }

    /// Whether some change is not on the disk yet.
    pub fn has_unsaved(&self) -> bool {
        self.saving.values().any(|saving| !saving.unsaved.is_empty())
    }

    /// Contexts in which keys are looked up now, the first first.
    pub fn contexts(&self) -> Vec<super::Context> {
        super::contexts::of(self)
    }

    /// The keys of an action as a person reads them: those that work here, else those of its context.
    pub fn keys_for(&self, action: Action) -> Vec<String> {
        let here = self.keymap.keys_in(&self.contexts(), action);
        if here.is_empty() { self.keymap.keys_of(action.about().context, action) } else { here }
    }
}
