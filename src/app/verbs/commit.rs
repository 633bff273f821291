//! Making changes: all of them go through here, are saved, and can be undone.

use crate::{
    app::{App, Effect, Purpose, Repeat},
    change::{Change, Transaction, change_in_words, label_of, reassessing, set_all},
    isms::{At, File, Kind, Shape, in_words},
    layer::{Confirm, Layer},
    text::Value,
};

/// More records than this are shown before they are changed.
const MANY: usize = 10;

/// A text that is longer does not fit into one line of a preview: it is shown once, whole.
const LONG: usize = 40;

/// Sets a field of several records to one value; asks first when they are many.
pub fn set(app: &mut App, ats: &[At], field: &'static str, value: &Value) {
    set_fields(app, ats, &[(field, value.clone())]);
}

/// Sets fields of several records, each to one value, in one transaction; asks first when they are many.
pub fn set_fields(app: &mut App, ats: &[At], sets: &[(&'static str, Value)]) {
    remember(app, ats, sets);
    let changes: Vec<Change> = sets
        .iter()
        .flat_map(|(field, value)| set_all(&app.isms, &app.standard, ats, field, value))
        .collect();
    let mut touched = reassessing(&app.isms, &changes, app.today);
    touched.extend(changes.iter().flat_map(|change| super::scope::deciding(app, change)));
    let label = match sets {
        [(field, value)] => label(&changes, ats, field, value),
        _ => label_of_fields(&changes, ats, sets),
    };
    let all: Vec<Change> = changes.into_iter().chain(touched).collect();
    match Transaction::of(label, all) {
        Some(transaction) => {
            make_or_ask(app, transaction);
            contradiction(app, ats);
        }
        None => app.say("It stands like that already."),
    }
}

/// Says so if a subclause and its lettered items contradict each other now.
fn contradiction(app: &mut App, ats: &[At]) {
    let Some(at) = ats.first().filter(|at| at.kind == Kind::Clause && app.layers.is_empty()) else {
        return;
    };
    let clause = at.record();
    let row = app.isms.row(clause.kind, &clause.key);
    let state = row.and_then(|row| app.assessment.clauses.get(row));
    let issue = state.and_then(|state| state.issues.iter().find(|issue| issue.is_contradiction()));
    if let (Some(issue), Some(notice)) = (issue, &app.notice) {
        let words = format!("{} · {} is {}", notice.text, clause.key, issue.phrase(&app.isms));
        app.say(words);
    }
}

/// The label of setting a field of some places; lettered items are counted like records.
fn label(changes: &[Change], ats: &[At], field: &str, value: &Value) -> String {
    if ats.len() < 2 || !ats.iter().any(At::is_item) {
        return label_of(changes);
    }
    let known = ats.iter().find_map(|at| at.fields().iter().find(|known| known.key == field));
    let name = known.map_or(field, |known| known.label).to_lowercase();
    let words = known.map_or_else(String::new, |known| in_words(known, value));
    let what = if ats.iter().all(At::is_item) { "lettered items" } else { "clauses and items" };
    format!("{} {what}: {name} → {words}", ats.len())
}

/// The label of setting several fields: "14 controls: applicable → no, justification → …".
fn label_of_fields(changes: &[Change], ats: &[At], sets: &[(&'static str, Value)]) -> String {
    let [first, _, ..] = ats else { return label_of(changes) };
    let words = sets.iter().filter_map(|(field, value)| {
        let known = first.fields().iter().find(|known| known.key == *field)?;
        let words: String = in_words(known, value).chars().take(LONG).collect();
        Some(format!("{} → {words}", known.label.to_lowercase()))
    });
    let words = words.collect::<Vec<_>>().join(", ");
    format!("{} {}s: {words}", ats.len(), first.kind.label())
}

/// Fields that together decide about a control: what is set of them one after the other on the same
/// rows is repeated together.
const DECISION: [&str; 5] = ["applicable", "reasons", "justification", "operated_by", "provider"];

/// What `.` will repeat.
fn remember(app: &mut App, ats: &[At], sets: &[(&'static str, Value)]) {
    let Some(kind) = ats.first().map(|at| at.kind) else { return };
    let decides = |sets: &[(&'static str, Value)]| {
        kind == Kind::Control && sets.iter().all(|(field, _)| DECISION.contains(field))
    };
    let mut all = match app.last_change.take() {
        Some(last) if last.ats == ats && decides(&last.sets) && decides(sets) => last.sets,
        _ => Vec::new(),
    };
    all.retain(|(field, _)| sets.iter().all(|(again, _)| again != field));
    all.extend(sets.iter().cloned());
    app.last_change = Some(Repeat { sets: all, kind, ats: ats.to_vec() });
}

/// Makes a transaction, after showing it if it touches many records.
pub fn make_or_ask(app: &mut App, transaction: Transaction) {
    let mut records: Vec<&At> = transaction.changes.iter().map(Change::at).collect();
    records.sort();
    records.dedup();
    if records.len() <= MANY && !(records.len() > 1 && loses_texts(&transaction)) {
        make(app, transaction);
        return;
    }
    let title = format!("{}?  y or enter yes · n no", transaction.label);
    let lines = preview(&transaction);
    app.open(Layer::Confirm(Confirm::preview(title, lines)), Purpose::Bulk(transaction));
}

/// Whether a text that somebody wrote is written over by another.
fn loses_texts(transaction: &Transaction) -> bool {
    transaction.changes.iter().any(|change| match change {
        Change::Set { at, field, before: Value::Text(old), after: Value::Text(new) } => {
            let known = at.kind.fields().iter().find(|known| known.key == field);
            let is_text = known.is_some_and(|known| known.shape == Shape::Text);
            is_text && !old.trim().is_empty() && old != new
        }
        _ => false,
    })
}

/// What a transaction will change: first the texts that it writes over, then each change, old and new.
fn preview(transaction: &Transaction) -> Vec<String> {
    let mut lines = Vec::new();
    let mut whole: Vec<String> = Vec::new();
    let mut lost = 0;
    for change in &transaction.changes {
        let Change::Set { at, field, before, after } = change else { continue };
        let Some(known) = at.kind.fields().iter().find(|known| known.key == field) else {
            continue;
        };
        if let (Value::Text(old), Value::Text(_)) = (before, after) {
            lost += usize::from(!old.trim().is_empty() && known.shape == Shape::Text);
        }
        let words = in_words(known, after);
        if words.chars().count() > LONG {
            let line = format!("{}: {}", known.label, words.replace('\n', " "));
            if !whole.contains(&line) {
                whole.push(line);
            }
        }
    }
    if let [text] = whole.as_slice() {
        lines.push(text.clone());
        lines.push(String::new());
    }
    if lost > 0 {
        lines.push(format!(
            "{lost} of them have a text of their own, which is replaced; u brings it back."
        ));
        lines.push(String::new());
    }
    lines.extend(transaction.changes.iter().map(change_in_words));
    lines
}

/// Makes a transaction and saves it; true if it was made.
///
/// Criteria that change levels of risks are shown first, by whatever way they are edited.
pub fn make(app: &mut App, transaction: Transaction) -> bool {
    if app.read_only.is_none() && super::criteria::needs_preview(app, &transaction) {
        super::criteria::preview(app, transaction, Purpose::Levels);
        return false;
    }
    if app.read_only.is_none() && super::include::asks(app, &transaction) {
        return false;
    }
    make_now(app, transaction)
}

/// Makes a transaction whose consequences were shown, or need not be.
pub fn make_now(app: &mut App, transaction: Transaction) -> bool {
    if let Some(why) = &app.read_only {
        let why = format!("Nothing can be changed here: {why}.");
        app.warn(why);
        return false;
    }
    let label = transaction.label.clone();
    let (files, changes) = (transaction.files(), transaction.changes.clone());
    let fields = fields_of(app, &changes);
    match app.history.commit(&mut app.isms, &app.standard, transaction) {
        Ok(()) => {
            written(app, &files, &changes, &fields);
            app.say(label);
            true
        }
        Err(refused) => {
            app.warn(refused.to_string());
            false
        }
    }
}

/// After changes were made in memory: remember them as unsaved, save, judge anew.
///
/// `fields`: what changed, by [`fields_of`] before the changes were made.
fn written(app: &mut App, files: &[File], changes: &[Change], fields: &[(At, &str)]) {
    app.sequence += 1;
    for file in files {
        let sequence = app.sequence;
        let of_file = changes.iter().filter(|change| change.file() == *file);
        let unsaved = of_file.map(|change| (sequence, change.clone()));
        app.saving.entry(*file).or_default().unsaved.extend(unsaved);
        save(app, *file);
    }
    app.catalogue.note(changes);
    app.fields_changed(fields);
    app.watch_drafts();
}

/// The fields that changes set; "id" where a record comes or goes with them.
fn fields_of<'a>(app: &App, changes: &'a [Change]) -> Vec<(At, &'a str)> {
    let there = |at: &At| {
        let row = app.isms.row(at.kind, &at.key);
        row.is_some_and(|row| app.isms.is_written(at.kind, row))
    };
    let field = |change: &'a Change| match change {
        Change::Set { at, field, .. } if there(at) => (at.clone(), field.as_str()),
        other => (other.at().clone(), "id"),
    };
    changes.iter().map(field).collect()
}

/// Asks for a file to be saved.
pub fn save(app: &mut App, file: File) {
    let text = app.isms.register(file).text.clone();
    let saving = app.saving.entry(file).or_default();
    saving.sent.push((app.sequence, text.clone()));
    let effect = Effect::Save {
        file,
        base: saving.disk.clone(),
        text,
        changes: saving.unsaved.iter().map(|(_, change)| change.clone()).collect(),
        sequence: app.sequence,
    };
    app.effects.push(effect);
}

/// Saves again what could not be saved.
pub fn save_all(app: &mut App) {
    for file in File::ALL {
        if app.saving.get(&file).is_some_and(|saving| !saving.unsaved.is_empty()) {
            save(app, file);
        }
    }
    app.say("Saving again.");
}

/// Takes the last transaction back, and goes to what it changed.
pub fn undo(app: &mut App) {
    let last = app.history.done().last().cloned().unwrap_or_default();
    let (label, fields) = (&last.label, fields_of(app, &last.changes));
    match app.history.undo(&mut app.isms, &app.standard) {
        Ok(Some(made)) => {
            written(app, &made.files(), &made.changes, &fields);
            show(app, &made);
            app.say(format!("undid: {label}"));
        }
        Ok(None) => app.say("There is nothing to undo."),
        Err(refused) => app.warn(refused.to_string()),
    }
}

/// Makes the last undone transaction again.
pub fn redo(app: &mut App) {
    let next = app.history.undone().next_back().cloned().unwrap_or_default();
    let fields = fields_of(app, &next.changes);
    match app.history.redo(&mut app.isms, &app.standard) {
        Ok(Some(made)) => {
            written(app, &made.files(), &made.changes, &fields);
            show(app, &made);
            app.say(format!("did again: {}", made.label));
        }
        Ok(None) => app.say("There is nothing to do again."),
        Err(refused) => app.warn(refused.to_string()),
    }
}

/// Selects the first changed record, if the list on screen has it.
fn show(app: &mut App, made: &Transaction) {
    if let Some(at) = made.changes.first().map(|change| change.at().clone()) {
        // a lettered item is a part of the record that was changed: the cursor stays on it
        if app.list().selected.as_ref().is_some_and(|here| here.record() == at) {
            return;
        }
        let id = app.list_id();
        app.with_list(id, |list, cx| list.select_at(cx, &at));
        app.follow_selection();
    }
}

/// Makes the last change again on this row and those below it that the count takes in, or on all marked rows.
pub fn repeat(app: &mut App, count: u32) {
    let Some(last) = app.last_change.clone() else { return };
    let list = app.list();
    let ats = if list.marks.is_empty() && count > 1 {
        let below = list.rows.iter().skip(list.cursor).take(count as usize);
        below.filter_map(|row| row.at(app.cx())).collect()
    } else {
        app.targets()
    };
    let knows = |at: &At| {
        at.kind == last.kind
            && last.sets.iter().all(|(key, _)| at.fields().iter().any(|known| known.key == *key))
    };
    let ats: Vec<At> = ats.into_iter().filter(knows).collect();
    if ats.is_empty() {
        return app.say(format!("The last change was on a {}.", last.kind.label()));
    }
    set_fields(app, &ats, &last.sets);
    // what was repeated can be repeated again
    app.last_change = Some(last);
}
