//! From a record to those that are linked with it, and linking more.

use super::{commit, field, go};
use crate::{
    app::{App, Purpose},
    change::{Change, Transaction},
    isms::{At, Field, Kind, Shape},
    layer::{Choose, Item, Layer, Sheet, SheetLine, SheetTarget},
    pane::{ListId, Row, column, detail},
    text::Value,
    ui::Role,
};
use std::collections::BTreeSet;

/// Opens a list that shows just the records linked with the current one.
pub fn go(app: &mut App, id: ListId) {
    let Some(row) = app.list().current() else { return };
    let cx = app.cx();
    let all = detail::named(cx, row).into_iter().chain(detail::naming(cx, row));
    let linked = all.filter(|(kind, _)| id.kinds().contains(kind));
    let rows: BTreeSet<At> = linked
        .flat_map(|(kind, rows)| rows.into_iter().map(move |row| Row::new(kind, row)))
        .filter_map(|row| row.at(cx))
        .collect();
    let Some(at) = row.at(cx) else { return };
    if rows.is_empty() {
        return app.say(format!("{} is linked with no {}.", at.key, id.title().to_lowercase()));
    }
    go::only(app, id, format!("linked with {}", at.key), rows);
}

/// All links of the record, in both directions.
pub fn sheet(app: &mut App) {
    let Some(row) = app.list().current() else { return };
    let cx = app.cx();
    let mut lines = Vec::new();
    let groups = [("names", detail::named(cx, row)), ("is named by", detail::naming(cx, row))];
    for (way, groups) in groups {
        for (kind, rows) in groups {
            lines.push(SheetLine::new("", format!("{way} · {}", kind.label()), Role::Title));
            for row in rows {
                lines.extend(record_line(app, Row::new(kind, row), ""));
            }
        }
    }
    if lines.is_empty() {
        return app.say("Nothing is linked with it yet; L links.");
    }
    let title = row.at(cx).map_or_else(String::new, |at| format!("Links of {}", at.key));
    app.open(Layer::Sheet(Sheet::new(title, lines)), Purpose::Read);
}

fn record_line(app: &App, row: Row, label: &str) -> Option<SheetLine> {
    let at = row.at(app.cx())?;
    let state = column::cell(app.cx(), row, column::telling(row.kind));
    let mut text = format!("{} {}", at.key, column::title(app.cx(), row));
    if !state.text.is_empty() {
        text += &format!(" · {}", state.text);
    }
    Some(SheetLine::new(label, text, Role::Link).to(SheetTarget::Record(at)))
}

/// The trail of one risk, in the order in which an auditor asks for it.
pub fn trail(app: &mut App) {
    let Some(row) = app.list().current() else { return };
    if row.kind != Kind::Risk {
        return sheet(app);
    }
    let Some(at) = row.at(app.cx()) else { return };
    let lines = crate::pane::trail::of_risk(app.cx(), row.row)
        .into_iter()
        .map(|step| match step.at {
            Some(at) => {
                SheetLine::new(step.label, step.text, step.role).to(SheetTarget::Record(at))
            }
            None => SheetLine::new(step.label, step.text, step.role),
        })
        .collect();
    let title =
        format!("Trail of {}: risk, treatment, controls, evidence, decisions, audit", at.key);
    app.open(Layer::Sheet(Sheet::new(title, lines)), Purpose::Read);
}

/// What the record can be linked with: its own link fields, and fields of others that may name it.
pub fn choose_relation(app: &mut App) {
    let Some(row) = app.list().current() else { return };
    let Some(at) = row.at(app.cx()) else { return };
    let mut items = Vec::new();
    for known in row.kind.fields().iter().filter(|known| is_link(known)) {
        let count = field::words_of(app, &at, known.key);
        items.push(Item::new(known.key, known.label, count));
    }
    for kind in Kind::ALL {
        for known in kind.fields().iter().filter(|known| is_link(known)) {
            if known.targets().contains(&row.kind) && known.is_list() {
                let key = format!("{}.{}", kind.key(), known.key);
                let text = format!("{} ({})", kind.label(), known.label.to_lowercase());
                let count = naming(app, &at, kind, known).len();
                let note = if count == 0 { String::new() } else { format!("{count} now") };
                items.push(Item::new(key, text, note));
            }
        }
    }
    if items.is_empty() {
        return app.say("Records of this kind are not linked with others.");
    }
    let title = format!("Link {} with", at.key);
    let mut choose = Choose::one(title, items, "");
    choose.typing = true;
    app.open(Layer::Choose(choose), Purpose::LinkHow(at));
}

fn is_link(field: &Field) -> bool {
    matches!(field.shape, Shape::Link(_) | Shape::Links(_))
}

/// Records of a kind that name this one in a field.
fn naming(app: &App, at: &At, kind: Kind, field: &Field) -> Vec<String> {
    let Some(here) = app.isms.row(at.kind, &at.key) else { return Vec::new() };
    let index = kind.fields().iter().position(|known| known.key == field.key);
    let Some(index) = index else { return Vec::new() };
    (0..app.isms.len(kind))
        .filter(|row| match app.isms.value(kind, *row, index) {
            Value::List(ids) => ids.iter().any(|id| names(app, field, id, (at.kind, here))),
            one => names(app, field, &one, (at.kind, here)),
        })
        .filter_map(|row| app.isms.key(kind, row).map(str::to_string))
        .collect()
}

fn names(app: &App, field: &Field, id: &Value, there: (Kind, usize)) -> bool {
    match id {
        Value::Text(id) => crate::isms::resolve(&app.isms, field.targets(), id) == Some(there),
        _ => false,
    }
}

/// A relation was chosen: which records?
pub fn relation_chosen(app: &mut App, at: At, key: &str) {
    let own = at.kind.fields().iter().find(|known| known.key == key);
    if let Some(own) = own {
        return field::edit(app, vec![at], own.key);
    }
    let Some((kind, known)) = key.split_once('.').and_then(|(kind, key)| {
        let kind = Kind::ALL.into_iter().find(|k| k.key() == kind)?;
        Some((kind, kind.fields().iter().find(|f| f.key == key)?))
    }) else {
        return;
    };
    let now = naming(app, &at, kind, known);
    let mut items: Vec<Item> = field::candidates(app, kind)
        .into_iter()
        .map(|(id, title)| {
            let mut item = Item::new(&*id, format!("{id} {title}"), "");
            item.checked = now.contains(&id);
            item
        })
        .collect();
    items.sort_by_key(|item| !item.checked);
    let title = format!("Which {} are linked with {}? (tab marks)", kind.key(), at.key);
    let mut choose = Choose::several(title, items);
    choose.typing = true;
    app.open(Layer::Choose(choose), Purpose::LinkedFrom { at, kind, key: known.key });
}

/// The records that are to name this one were chosen.
pub fn linked_from(app: &mut App, at: &At, kind: Kind, key: &'static str, chosen: &[String]) {
    let Some(known) = kind.fields().iter().find(|field| field.key == key) else { return };
    let now = naming(app, at, kind, known);
    let added = chosen.iter().filter(|id| !now.contains(id)).map(|id| (id, true));
    let taken = now.iter().filter(|id| !chosen.contains(id)).map(|id| (id, false));
    let changes: Vec<Change> = added
        .chain(taken)
        .filter_map(|(id, add)| relink(app, &At::new(kind, id.as_str()), known, at, add))
        .collect();
    make(app, at, changes);
}

fn make(app: &mut App, at: &At, changes: Vec<Change>) {
    let label = format!("{} linked anew", at.key);
    match Transaction::of(label, changes) {
        Some(transaction) => commit::make_or_ask(app, transaction),
        None => app.say("The links stand like that already."),
    }
}

/// The change that adds a record to a list of links of another one, or takes it out.
fn relink(app: &App, from: &At, field: &Field, to: &At, add: bool) -> Option<Change> {
    let row = app.isms.row(from.kind, &from.key)?;
    let there = (to.kind, app.isms.row(to.kind, &to.key)?);
    let stored = app.isms.stored(from.kind, row, field.key);
    let written = Value::Text(field::written_id(field, to.kind, &to.key, app));
    let after = if field.is_list() {
        let mut ids = if let Value::List(ids) = stored { ids } else { Vec::new() };
        ids.retain(|id| !names(app, field, id, there));
        if add {
            ids.push(written);
        }
        if ids.is_empty() { Value::Nothing } else { Value::List(ids) }
    } else if add {
        written
    } else {
        Value::Nothing
    };
    Change::set(&app.isms, from, field.key, after)
}

/// Links two records by the first field of either that can name the other.
pub fn link_pair(app: &mut App, from: &At, to: &At) {
    let pairs = [(from, to), (to, from)];
    let found = pairs.into_iter().find_map(|(a, b)| {
        let fits = |f: &&Field| is_link(f) && f.targets().contains(&b.kind);
        // a risk names controls in two fields: what treats it, and what stood already; the plain name is meant
        let plain = |f: &&Field| {
            fits(f) && f.key.trim_end_matches('s') == b.kind.key().trim_end_matches('s')
        };
        let mut fields = a.kind.fields().iter();
        let field = fields.clone().find(plain).or_else(|| fields.find(fits))?;
        Some((a.clone(), field, b.clone()))
    });
    let Some((a, field, b)) = found else {
        let (one, other) = (from.kind.label(), to.kind.label());
        return app.say(format!("A {one} and a {other} are not linked with each other."));
    };
    let change = relink(app, &a, field, &b, true);
    let label = format!("{} {} + {}", a.key, field.label.to_lowercase(), b.key);
    match Transaction::of(label, change.into_iter().collect()) {
        Some(transaction) => {
            commit::make(app, transaction);
        }
        None => app.say(format!("{} and {} are linked already.", a.key, b.key)),
    }
}
