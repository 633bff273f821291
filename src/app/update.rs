//! Messages in, state and effects out; nothing else happens in here.

use super::{Action, App, Effect, Focus, Msg, Resolved, Saved, Timer, verbs};
use crate::{
    assess::reassess,
    change::rebase,
    isms::{At, File, Found},
    layer::Outcome,
    term::key::{Code, Key},
};

impl App {
    /// Takes note of what happened.
    pub fn update(&mut self, msg: Msg) {
        match msg {
            Msg::Key(key) => self.on_key(key),
            Msg::Paste(text) => self.on_paste(&text),
            Msg::Mouse(mouse) => super::mouse::on_mouse(self, mouse),
            Msg::Resize(width, height) => {
                self.size = (width, height);
                self.dirty = true;
            }
            Msg::Focus(_) => {}
            Msg::Loaded(loaded) => super::load::loaded(self, *loaded),
            Msg::Disk(files) => {
                for (file, found) in files {
                    self.on_disk(file, found);
                }
            }
            Msg::Saved(saved) => self.on_saved(saved),
            Msg::NotSaved { file, sequence: _, why } => {
                self.saving.entry(file).or_default().failed = Some(why.clone());
                self.warn(why);
                self.keep_drafts();
            }
            Msg::Edited(edited) => verbs::out::edited(self, edited),
            Msg::Told { text, bad: true } => self.warn(text),
            Msg::Told { text, bad: false } => self.say(text),
            Msg::NewDay(day) => {
                self.today = day;
                self.judge();
            }
            Msg::Timer(timer) => self.on_timer(timer),
            Msg::Own(own) => super::own::taken(self, *own, super::own::Occasion::Again),
            Msg::End(signal) => {
                self.keep_drafts();
                self.effects.push(Effect::Quit(128 + signal));
            }
        }
    }

    fn on_key(&mut self, key: Key) {
        self.dirty = true;
        if !self.layers.is_empty() {
            self.rest_of_word.clear();
            self.notice = None;
            self.layer_key(key);
            return;
        }
        if self.is_rest_of_word(key) {
            return;
        }
        if let Some(count) = self.count
            && self.pending.is_empty()
        {
            // 1 to 9 open panes at once, so a count has to be announced: 0 does, and 05j is five rows
            if let Some(digit) = key.text().and_then(|c| c.to_digit(10)) {
                self.count = Some(count.saturating_mul(10).saturating_add(digit).min(99_999));
                return;
            }
            if key.code == Code::Esc {
                self.count = None;
                return;
            }
        }
        self.pending.push(key);
        let contexts = self.contexts();
        match self.keymap.resolve(&contexts, &self.pending) {
            Resolved::Action(action) => {
                self.pending.clear();
                let count = self.count.take().filter(|count| *count > 0);
                self.notice = None;
                self.run(action, count);
            }
            Resolved::Pending => {}
            Resolved::Unbound => {
                let keys = crate::term::sequence::print_sequence(&self.pending);
                self.pending.clear();
                self.count = None;
                if key.code != Code::Esc {
                    self.say(format!("{keys} means nothing here; ? lists the keys."));
                }
            }
        }
    }

    /// Does an action, or says why not.
    pub fn run(&mut self, action: Action, count: Option<u32>) {
        self.dirty = true;
        match super::contexts::enabled(self, action) {
            Ok(()) => {
                verbs::run(self, action, count);
                super::tour::after(self, action);
            }
            Err(why) => self.say(why),
        }
    }

    fn layer_key(&mut self, key: Key) {
        let cx = crate::pane::Cx {
            isms: &self.isms,
            standard: &self.standard,
            assessment: &self.assessment,
            today: self.today,
        };
        let Some(top) = self.layers.last_mut() else { return };
        let outcome = top.layer.on_key(key, cx);
        self.after_layer(outcome, key);
    }

    fn after_layer(&mut self, outcome: Outcome, key: Key) {
        match outcome {
            Outcome::Taken => {}
            Outcome::Ignored => {
                if key == Key::ctrl('z') {
                    self.run(Action::Suspend, None);
                } else if key == Key::ctrl('l') {
                    self.run(Action::Redraw, None);
                }
            }
            Outcome::Closed => {
                if let Some(open) = self.layers.pop() {
                    super::answer::closed(self, open.purpose);
                }
            }
            Outcome::Answered(answer) => {
                if let Some(open) = self.layers.pop() {
                    if let crate::layer::Layer::Criteria(screen) = &open.layer {
                        verbs::criteria::left(self, screen);
                    }
                    if let crate::layer::Layer::Choose(choose) = &open.layer {
                        self.rest_of_word.clone_from(&choose.rest);
                    }
                    // what somebody else wrote there meanwhile is not written over
                    if !super::clash::caught(self, &open, &answer) {
                        super::answer::answered(self, open.purpose, answer);
                    }
                }
            }
            Outcome::Meanwhile(answer) => super::answer::meanwhile(self, answer),
        }
        super::seek::search(self);
        self.watch_drafts();
    }

    /// Whether a key goes on with the word whose first letter was answer enough.
    fn is_rest_of_word(&mut self, key: Key) -> bool {
        let rest = std::mem::take(&mut self.rest_of_word);
        let mut letters = rest.chars();
        let goes_on = key.text().is_some() && letters.next() == key.text();
        if goes_on {
            self.rest_of_word = letters.collect();
        }
        goes_on
    }

    fn on_paste(&mut self, text: &str) {
        self.dirty = true;
        let cx = crate::pane::Cx {
            isms: &self.isms,
            standard: &self.standard,
            assessment: &self.assessment,
            today: self.today,
        };
        let taken = self.layers.last_mut().is_some_and(|open| open.layer.on_paste(text, cx));
        if taken {
            super::seek::search(self);
            super::answer::pasted(self);
            self.watch_drafts();
        } else {
            self.say("There is no text field here to paste into; nothing was changed.");
        }
    }

    fn on_timer(&mut self, timer: Timer) {
        self.timers.retain(|running| *running != timer);
        match timer {
            Timer::Detail => {
                self.follow_selection();
                self.dirty = true;
            }
            Timer::Draft => self.keep_drafts(),
            Timer::Index => {
                self.catalogue.index(&self.isms, &self.standard);
            }
            // the loop reads the files, and tells what they say
            Timer::Own => {}
        }
    }

    /// Lets the detail show the selected record.
    pub fn follow_selection(&mut self) {
        let selected = self.list().selected.clone();
        if self.detail_of != selected {
            self.detail_of = selected;
            self.detail_cursor = 0;
            self.detail_top = 0;
        }
    }

    /// A file was saved; what another program wrote meanwhile has been merged into it.
    fn on_saved(&mut self, saved: Saved) {
        let Saved { file, sequence, text, conflicts, at } = saved;
        let saving = self.saving.entry(file).or_default();
        saving.unsaved.retain(|(job, _)| *job > sequence);
        saving.sent.retain(|(job, _)| *job > sequence);
        saving.failed = None;
        let rest = saving.unsaved.clone();
        saving.disk = Some(text.clone());
        self.saved_at = Some(at);
        self.dirty = true;
        if rest.is_empty() && self.isms.register(file).text != text {
            self.isms.read_file(&self.standard, file, Found::Text(text));
            self.file_changed(file);
            self.say(format!("{}: merged with changes made elsewhere.", file.name()));
        } else if !rest.is_empty() && !conflicts.is_empty() {
            self.merge(file, Found::Text(text));
        }
        self.take_conflicts(conflicts);
    }

    /// A file changed on the disk.
    fn on_disk(&mut self, file: File, found: Found) {
        let saving = self.saving.entry(file).or_default();
        let text = match &found {
            Found::Text(text) => Some(text.clone()),
            _ => None,
        };
        // own saves are seen too; what they mean is told by the report
        let own = text.as_ref().is_some_and(|text| saving.sent.iter().any(|(_, t)| t == text));
        if own || (text == saving.disk && !matches!(found, Found::Unreadable(_))) {
            return;
        }
        saving.disk.clone_from(&text);
        let same = text.as_ref().is_some_and(|text| **text == *self.isms.register(file).text);
        if same {
            return;
        }
        let what = match found {
            Found::Missing => "removed by another program; its register is empty now",
            _ => "changed by another program; shown as it is now",
        };
        self.merge(file, found);
        self.dirty = true;
        if self.notice.is_none() {
            self.say(format!("{} was {what}.", file.name()));
        }
    }

    /// Own unsaved changes are made again on top of what another program wrote.
    fn merge(&mut self, file: File, found: Found) {
        let unsaved = self.saving.entry(file).or_default().unsaved.clone();
        let changes: Vec<_> = unsaved.iter().map(|(_, change)| change.clone()).collect();
        let rebased = rebase(&mut self.isms, &self.standard, file, found, &changes);
        let sequence = self.sequence;
        if let Some(saving) = self.saving.get_mut(&file) {
            saving.unsaved = rebased.made.into_iter().map(|change| (sequence, change)).collect();
        }
        self.take_conflicts(rebased.conflicts);
        self.file_changed(file);
        if self.saving.get(&file).is_some_and(|saving| !saving.unsaved.is_empty()) {
            verbs::commit::save(self, file);
        }
    }

    pub(super) fn take_conflicts(&mut self, conflicts: Vec<crate::change::Conflict>) {
        if conflicts.is_empty() {
            return;
        }
        let count = conflicts.len();
        self.conflicts.extend(conflicts);
        self.keep_drafts();
        self.warn(format!(
            "{count} field(s) were changed here and elsewhere; both texts are kept: g x shows them."
        ));
    }

    /// A file was read anew: everything that follows from its records is found out anew.
    pub fn file_changed(&mut self, file: File) {
        self.catalogue.reread(&self.isms, &self.standard, file);
        self.judge();
    }

    /// The same after fields of records that stand in the files were set, and nothing else.
    pub fn fields_changed(&mut self, changed: &[(At, &str)]) {
        let before = std::mem::take(&mut self.assessment);
        self.assessment = reassess(before, &self.isms, &self.standard, self.today, changed);
        self.refresh();
    }

    /// Judges anew, and refreshes what is on screen.
    pub fn judge(&mut self) {
        self.assessment = crate::assess::assess(&self.isms, &self.standard, self.today);
        self.refresh();
    }

    /// Refreshes the list on screen.
    pub fn refresh(&mut self) {
        let id = self.list_id();
        if id == crate::pane::ListId::HeatMap {
            verbs::risk::follow_cell(self);
        } else {
            self.with_list(id, |list, cx| list.refresh(cx));
        }
        self.show_refreshed();
    }

    /// Lets the detail follow, after the list on screen found out its rows.
    pub fn show_refreshed(&mut self) {
        if self.focus == Focus::List || self.detail_of.is_none() {
            self.follow_selection();
        }
        self.dirty = true;
    }
}
