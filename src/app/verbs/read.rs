//! Sheets to read: find, help, problems, messages, drafts, conflicts.

use super::commit;
use crate::{
    app::{Action, App, Context, Draft, Effect, Purpose, typing::is_new_title},
    assess::problems as judged_problems,
    change::{Change, Transaction},
    isms::{At, File, Kind, from_words, in_words, part_fields, problems as all_problems},
    layer::{Choose, Find, Item, Layer, Sheet, SheetLine, SheetTarget},
    text::Value,
    ui::Role,
};

/// Opens the find box over records, or over commands.
pub fn find(app: &mut App, commands: bool) {
    let from = app.list().selected.clone();
    app.open(Layer::Find(Box::new(Find::new(commands, from))), Purpose::Find);
    crate::app::seek::search(app);
}

/// The keys of this pane, from the table that drives them.
pub fn help(app: &mut App) {
    let contexts = app.contexts();
    let mut lines = Vec::new();
    for context in contexts.iter().copied().chain(others(&contexts)) {
        let here = contexts.contains(&context);
        let heading = if here {
            context.name().to_string()
        } else {
            format!("{} (elsewhere)", context.name())
        };
        lines.push(SheetLine::new("", heading, Role::Title));
        for action in Action::ALL.iter().filter(|a| a.about().context == context) {
            let about = action.about();
            let keys = app.keys_for(*action).join("  ");
            let (text, role) = match crate::app::contexts::enabled(app, *action) {
                Ok(()) => (about.words.to_string(), Role::Text),
                Err(why) if here => (format!("{} – {why}", about.words), Role::Dim),
                Err(_) => (about.words.to_string(), Role::Dim),
            };
            let target = SheetTarget::Command(about.name.to_string());
            lines.push(SheetLine::new(keys, text, role).to(target));
        }
    }
    for (keys, words) in WRITING {
        lines.push(SheetLine::new(*keys, *words, Role::Text));
    }
    let title = "Keys · type to search · enter runs";
    app.open(Layer::Sheet(Sheet::new(title, lines)), Purpose::Read);
}

/// Keys of the text area, which belong to no pane.
const WRITING: &[(&str, &str)] = &[
    ("", ""),
    ("esc", "while writing: keep the text and close"),
    ("ctrl-n", "while writing: keep it and open the next record that needs one"),
    ("ctrl-c", "while writing: put the old text back, keep the typed one as a draft"),
    ("ctrl-j ctrl-k", "while writing: next and previous similar text"),
    ("ctrl-t", "while writing: take the similar text over"),
    ("ctrl-u ctrl-r", "while writing: undo and redo"),
    ("ctrl-x", "while writing: go on in $EDITOR"),
];

fn others(contexts: &[Context]) -> impl Iterator<Item = Context> {
    Context::ALL.into_iter().filter(|context| !contexts.contains(context))
}

/// What is wrong with the data, each with its place.
pub fn problems(app: &mut App) {
    let own = app.own.complaints.iter().map(|one| SheetLine::new("your files", one, Role::Bad));
    let mut found = all_problems(&app.isms, &app.standard);
    found.extend(judged_problems(&app.isms, &app.assessment));
    // file by file, each in the order of the text, as `annexa check` says it
    let file = |name: &str| File::ALL.iter().position(|file| file.name() == name);
    found.sort_by_key(|problem| (file(problem.file), problem.line, problem.column));
    let lines: Vec<SheetLine> = own
        .chain(found.into_iter().map(|problem| {
            let role = match problem.severity {
                crate::isms::Severity::Error => Role::Bad,
                crate::isms::Severity::Warning => Role::Warn,
            };
            let place = format!("{}:{}:{}", problem.file, problem.line, problem.column);
            let text = if problem.id.is_empty() {
                problem.message
            } else {
                format!("{}: {}", problem.id, problem.message)
            };
            let kind = Kind::ALL.into_iter().find(|kind| {
                kind.file().name() == problem.file && app.isms.row(*kind, &problem.id).is_some()
            });
            let line = SheetLine::new(place, text, role);
            match kind {
                Some(kind) => line.to(SheetTarget::Record(At::new(kind, problem.id))),
                None => line,
            }
        }))
        .collect();
    if lines.is_empty() {
        return app.say("Nothing is wrong with the data or your settings.");
    }
    let title = format!("{} things wrong with the data", lines.len());
    app.open(Layer::Sheet(Sheet::new(title, lines)), Purpose::Read);
}

/// Earlier messages, the latest first.
pub fn messages(app: &mut App) {
    let lines: Vec<SheetLine> = app
        .messages
        .iter()
        .rev()
        .map(|notice| {
            let role = if notice.bad { Role::Bad } else { Role::Text };
            SheetLine::new("", notice.text.clone(), role)
        })
        .collect();
    app.open(Layer::Sheet(Sheet::new("Messages", lines)), Purpose::Read);
}

/// Drafts of earlier sessions, and texts that were dropped in this one.
pub fn drafts(app: &mut App) {
    let drafts = app.drafts.iter().chain(&app.dropped).enumerate();
    let lines: Vec<SheetLine> = drafts
        .map(|(nth, draft)| {
            let (label, text) = match draft {
                Draft::Text { at, field, text, when } => {
                    (format!("{} {field}", at.key), format!("{when} {text}"))
                }
                Draft::Changes { label, when, .. } => {
                    ("not saved".into(), format!("{when} {label}"))
                }
            };
            let target = SheetTarget::Key(nth.to_string());
            SheetLine::new(label, text.trim().replace('\n', " "), Role::Text).to(target)
        })
        .collect();
    let title = "Drafts · enter takes one over";
    app.open(Layer::Sheet(Sheet::new(title, lines)), Purpose::Drafts);
}

/// A draft was chosen: put it in its place?
pub fn draft_chosen(app: &mut App, nth: usize) {
    let earlier = app.drafts.len();
    let draft = app.drafts.iter().chain(&app.dropped).nth(nth).cloned();
    let Some(draft) = draft else { return };
    let items = vec![
        Item::new("take", "take it over", "into the field, or as changes"),
        Item::new("copy", "copy it", "to the terminal's clipboard"),
        Item::new("drop", "forget it", ""),
    ];
    let title = if nth < earlier { "A draft of an earlier session" } else { "A dropped text" };
    let purpose = Purpose::Draft(Box::new(draft), nth);
    app.open(Layer::Choose(Choose::one(title, items, "take")), purpose);
}

/// What to do with a draft was chosen.
pub fn draft_do(app: &mut App, draft: &Draft, nth: usize, what: &str) {
    match (what, draft) {
        // what can't stand there stays a draft
        ("take", Draft::Text { at, field, text, .. }) if !taken_over(app, at, field, text) => {
            return;
        }
        ("take", Draft::Changes { label, changes, .. }) => {
            // what stands now decides what each change starts from
            let changes: Vec<Change> = changes
                .iter()
                .filter_map(|change| match change {
                    Change::Set { at, field, after, .. } => {
                        Change::set(&app.isms, at, field, after.clone())
                    }
                    other => Some(other.clone()),
                })
                .collect();
            if let Some(transaction) = Transaction::of(label.clone(), changes) {
                commit::make_or_ask(app, transaction);
            }
        }
        ("copy", Draft::Text { text, .. }) => super::out::copy(app, text.clone()),
        ("copy", Draft::Changes { label, .. }) => super::out::copy(app, label.clone()),
        _ => {}
    }
    if what != "copy" {
        let earlier = app.drafts.len();
        if nth < earlier {
            app.drafts.remove(nth);
        } else if nth - earlier < app.dropped.len() {
            app.dropped.remove(nth - earlier);
        }
        if app.drafts.is_empty() {
            app.effects.push(Effect::ForgetDrafts);
        }
        app.keep_drafts();
    }
}

/// Puts the text of a draft where it was typed for; false if it can't stand there, and is kept.
fn taken_over(app: &mut App, at: &At, field: &str, text: &str) -> bool {
    if let Some(why) = &app.read_only {
        let why = format!("Nothing can be changed here: {why}.");
        app.warn(why);
        return false;
    }
    if is_new_title(app, at, field) {
        super::record::make(app, at.kind, &at.key, text);
        return true;
    }
    let (list, part) = match field.split_once('.') {
        Some((list, rest)) => (list, rest.split_once('.')),
        None => (field, None),
    };
    let known = at.fields().iter().find(|known| known.key == list);
    let there = crate::pane::Row::find(app.cx(), at).is_some();
    let Some(known) = known.filter(|_| there) else {
        app.warn(format!(
            "There is no {} {} {field} any more; copy the text.",
            at.kind.label(),
            at.key
        ));
        return false;
    };
    if let Some((nth, key)) = part {
        let key = part_fields(at.kind, list).iter().find(|known| known.key == key);
        if let (Ok(nth), Some(key)) = (nth.parse(), key) {
            super::parts::set(app, at.clone(), known.key, nth, key.key, text);
        }
        return true;
    }
    match from_words(known, text, app.today) {
        Ok(value) => {
            commit::set(app, std::slice::from_ref(at), known.key, &value);
            super::go::reveal(app, at);
            true
        }
        Err(why) => {
            app.warn(format!("{why} The draft is kept."));
            false
        }
    }
}

/// Fields that were changed on both sides.
pub fn conflicts(app: &mut App) {
    let mut lines = Vec::new();
    for (nth, conflict) in app.conflicts.iter().enumerate() {
        let field = conflict.at.kind.fields().iter().find(|field| field.key == conflict.field);
        let words = |value: &Value| match (field, value) {
            (_, Value::Nothing) => "–".to_string(),
            (Some(field), value) => in_words(field, value),
            (None, _) => "the record".to_string(),
        };
        let name = format!("{} {}", conflict.at.key, field.map_or("", |field| field.label));
        let target = SheetTarget::Key(nth.to_string());
        lines.push(SheetLine::new("", name, Role::Title).to(target));
        lines.push(SheetLine::new("before", words(&conflict.base), Role::Dim));
        lines.push(SheetLine::new("here", words(&conflict.mine), Role::Added));
        lines.push(SheetLine::new("elsewhere", words(&conflict.theirs), Role::Removed));
    }
    let title = "Changed here and elsewhere · the file has the other text; enter decides";
    app.open(Layer::Sheet(Sheet::new(title, lines)), Purpose::Conflicts);
}

/// A conflict was chosen.
pub fn conflict_chosen(app: &mut App, nth: usize) {
    let items = vec![
        Item::new("mine", "take the text from here", ""),
        Item::new("theirs", "keep the text from elsewhere", ""),
        Item::new("both", "write both, one under the other", "for texts"),
        Item::new("copy", "copy the text from here", ""),
    ];
    app.open(Layer::Choose(Choose::one("Which text stands?", items, "")), Purpose::Conflict(nth));
}

/// A conflict was decided.
pub fn conflict_do(app: &mut App, nth: usize, what: &str) {
    let Some(conflict) = app.conflicts.get(nth).cloned() else { return };
    let field = conflict.at.kind.fields().iter().find(|field| field.key == conflict.field);
    let value = match (what, &conflict.mine, &conflict.theirs) {
        ("mine", mine, _) => Some(mine.clone()),
        ("both", Value::Text(mine), Value::Text(theirs)) => {
            Some(Value::Text(format!("{theirs}\n{mine}")))
        }
        ("copy", Value::Text(mine), _) => {
            super::out::copy(app, mine.clone());
            return;
        }
        ("theirs", _, _) => None,
        _ => return app.say("That can only be done with texts."),
    };
    app.conflicts.remove(nth);
    if let (Some(field), Some(value)) = (field, value) {
        commit::set(app, std::slice::from_ref(&conflict.at), field.key, &value);
    }
    app.keep_drafts();
}
