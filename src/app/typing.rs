//! What would be lost with this process: texts being typed, changes not on the disk, conflicts undecided.
//!
//! All of it is in the drafts within a second, whatever layer it stands in. What was kept last is
//! remembered, so that drafts are written when they differ and at no other time.

use super::{App, Draft, Effect, Purpose, Timer};
use crate::{
    change::{Change, Conflict, label_of},
    isms::{At, Kind, from_words},
    layer::Layer,
};

/// So many milliseconds after the first key the drafts are written.
const SOON: u64 = 700;

impl App {
    /// Sees to it that what is typed, or not saved yet, is in the drafts soon.
    pub fn watch_drafts(&mut self) {
        let waits = self.timers.contains(&Timer::Draft);
        let typed = self.layers.iter().any(|open| typed_in(&open.layer).is_some());
        if !waits && (typed || self.has_unsaved() || !self.kept.is_empty()) {
            self.timers.push(Timer::Draft);
            self.effects.push(Effect::After(Timer::Draft, SOON));
        }
    }

    /// Writes what is not on the disk into the drafts, if that is not what they hold already.
    pub fn keep_drafts(&mut self) {
        let drafts = self.to_keep();
        if drafts != self.kept {
            self.kept.clone_from(&drafts);
            self.effects.push(Effect::Drafts(drafts));
        }
    }

    fn to_keep(&self) -> Vec<Draft> {
        let mut drafts = self.dropped.clone();
        for open in &self.layers {
            let text = typed_in(&open.layer);
            drafts.extend(text.and_then(|text| draft_of(self, &open.purpose, text, "")));
        }
        for saving in self.saving.values().filter(|saving| !saving.unsaved.is_empty()) {
            let changes: Vec<_> = saving.unsaved.iter().map(|(_, c)| c.clone()).collect();
            drafts.push(changed(label_of(&changes), changes));
        }
        drafts.extend(self.conflicts.iter().filter_map(conflicting));
        drafts
    }
}

/// A layer was left without using what was typed in it: the text stays in the drafts of this session.
pub fn dropped(app: &mut App, purpose: &Purpose, text: &str) {
    if let Some(draft) = draft_of(app, purpose, text.to_string(), "dropped") {
        app.dropped.push(draft);
        app.keep_drafts();
        app.say("The old text stands; what was typed is in the drafts (g D).");
    }
}

/// The text in a layer, if somebody typed one that no file holds.
fn typed_in(layer: &Layer) -> Option<String> {
    match layer {
        Layer::Editor(editor) => editor.is_changed().then(|| editor.text()),
        Layer::Input(input) => (!input.live && input.is_changed()).then(|| input.line.text()),
        Layer::Form(form) => form.is_changed().then(|| form.texts().join(" · ")),
        _ => None,
    }
    .filter(|text| !text.trim().is_empty())
}

/// The draft of a text by what it was typed for; none if it is not worth keeping.
fn draft_of(app: &App, purpose: &Purpose, text: String, when: &str) -> Option<Draft> {
    let of = |at: &At, field: &str, text| {
        let (at, field, when) = (at.clone(), field.to_string(), when.to_string());
        Some(Draft::Text { at, field, text, when })
    };
    match purpose {
        Purpose::Field { ats, key } => match ats.as_slice() {
            [] => None,
            [at] => of(at, key, text),
            [first, ..] => of_many(app, ats, key, &text).or_else(|| of(first, key, text)),
        },
        Purpose::PartField { at, list, nth, key } => of(at, &format!("{list}.{nth}.{key}"), text),
        Purpose::RateReason { at, residual: true } => of(at, "residual_reason", text),
        Purpose::RateReason { at, residual: false } => of(at, "rating_reason", text),
        Purpose::Confirm(ats) => of(ats.first()?, "reassessed", text),
        Purpose::NewTitle(kind, id) => of(&At::new(*kind, id), "title", text),
        Purpose::Deciding { at, .. } => of(at, "decisions", text),
        Purpose::Approving(kind, _) => of(&At::new(*kind, kind.key()), "approvals", text),
        _ => None,
    }
}

/// One text for several records is kept as the changes that it would make.
fn of_many(app: &App, ats: &[At], key: &str, text: &str) -> Option<Draft> {
    let kind = ats.first().map(|at| at.kind)?;
    let field = kind.fields().iter().find(|field| field.key == key)?;
    let value = from_words(field, text, app.today).ok()?;
    let set = |at: &At| Change::set(&app.isms, at, key, value.clone());
    let changes: Vec<Change> = ats.iter().filter_map(set).collect();
    (!changes.is_empty()).then(|| changed(label_of(&changes), changes))
}

/// What was written here, while the disk has the other's value.
fn conflicting(conflict: &Conflict) -> Option<Draft> {
    let Conflict { at, field, mine, theirs, .. } = conflict.clone();
    if field.is_empty() {
        return None;
    }
    let change = Change::Set { at, field, before: theirs, after: mine };
    let label = format!("{} (changed elsewhere too)", label_of(std::slice::from_ref(&change)));
    Some(changed(label, vec![change]))
}

fn changed(label: String, changes: Vec<Change>) -> Draft {
    Draft::Changes { label, changes, when: String::new() }
}

/// Whether a draft is the title of a record that was never made.
pub fn is_new_title(app: &App, at: &At, field: &str) -> bool {
    field == "title" && at.kind != Kind::Control && app.isms.row(at.kind, &at.key).is_none()
}
