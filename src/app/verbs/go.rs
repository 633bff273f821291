//! Getting around: panes, lists, jumps, doors, in and out of the detail.

use super::{field, motion};
use crate::{
    app::{App, Effect, Focus, Purpose},
    assess::Count,
    isms::At,
    layer::{Choose, Confirm, Item, Layer},
    pane::{ListId, Only, PaneId, Row, dashboard, detail::Target, heat},
};
use std::collections::BTreeSet;

/// Goes to a pane.
pub fn pane(app: &mut App, pane: PaneId) {
    leave(app);
    // a pane's number leads to its first list when one is there already
    if app.pane == pane || pane == PaneId::Dashboard {
        app.tabs.remove(&pane);
    }
    app.pane = pane;
    arrive(app);
}

/// Goes to a list.
pub fn list(app: &mut App, id: ListId) {
    leave(app);
    show_list(app, id);
    arrive(app);
}

fn show_list(app: &mut App, id: ListId) {
    app.pane = id.pane();
    let tab = app.pane.lists().iter().position(|list| *list == id).unwrap_or_default();
    app.tabs.insert(app.pane, tab);
}

/// Remembers where one was.
fn leave(app: &mut App) {
    let here = (app.list_id(), app.list().selected.clone());
    app.jumps.truncate(app.jump);
    if app.jumps.last() != Some(&here) {
        app.jumps.push(here);
    }
    app.jump = app.jumps.len();
}

fn arrive(app: &mut App) {
    app.focus = Focus::List;
    app.pending.clear();
    app.refresh();
    app.follow_selection();
    if let Some(at) = app.list().selected.clone() {
        app.recent.retain(|known| *known != at);
        app.recent.insert(0, at);
        app.recent.truncate(50);
    }
}

/// The next or previous list of the pane.
pub fn tab(app: &mut App, by: isize) {
    leave(app);
    let count = app.pane.lists().len().max(1);
    let at = app.tabs.get(&app.pane).copied().unwrap_or_default();
    let next = at.checked_add_signed(by).map_or(count - 1, |next| next % count);
    app.tabs.insert(app.pane, next);
    arrive(app);
}

/// Goes to a record, wherever it is at home; a filter that hides it is lifted.
pub fn reveal(app: &mut App, at: &At) {
    leave(app);
    let id = ListId::home(at.kind);
    show_list(app, id);
    let shown = app
        .with_list(id, |list, cx| {
            list.refresh(cx);
            list.select_at(cx, at)
        })
        .unwrap_or_default();
    if !shown {
        app.with_list(id, |list, cx| {
            list.filter.clear();
            list.only = None;
            list.refresh(cx);
            list.select_at(cx, at);
        });
    }
    arrive(app);
}

/// Goes to a field of a record.
fn place(app: &mut App, at: &At, key: &'static str) {
    reveal(app, at);
    into_detail(app);
    let Some(row) = app.list().current() else { return };
    let lines = crate::pane::detail::lines(app.cx(), row);
    if let Some(line) = lines.iter().position(|line| line.target == Target::Field(key)) {
        app.detail_cursor = line;
    }
}

/// Opens a list that shows just these records.
pub fn only(app: &mut App, id: ListId, label: impl Into<String>, rows: BTreeSet<At>) {
    leave(app);
    show_list(app, id);
    app.with_list(id, |list, _| {
        list.filter.clear();
        list.only = Some(Only { label: label.into(), rows });
        list.tree.reset();
        list.top = 0;
        list.cursor = 0;
        list.selected = None;
    });
    arrive(app);
}

/// Opens exactly the rows that a figure counts, where they are at home.
pub fn counted(app: &mut App, count: Count, label: &str) {
    let cx = app.cx();
    let found = app.assessment.rows_of(count);
    let rows = found.into_iter().filter_map(|(kind, row)| Row::new(kind, row).at(cx)).collect();
    only(app, ListId::home(count.kind()), label, rows);
}

/// Back along the jumps, or forward.
pub fn jump(app: &mut App, forward: bool) {
    if app.jump == app.jumps.len() && !forward {
        let here = (app.list_id(), app.list().selected.clone());
        app.jumps.push(here);
    }
    let next = if forward { app.jump + 1 } else { app.jump.saturating_sub(1) };
    let Some((id, at)) = app.jumps.get(next).cloned() else { return };
    app.jump = next;
    show_list(app, id);
    app.with_list(id, |list, cx| {
        list.refresh(cx);
        at.as_ref().is_some_and(|at| list.select_at(cx, at))
    });
    arrive(app);
}

/// Enter: a figure's rows, a row's detail, a field's editor, a link's record.
pub fn open(app: &mut App) {
    match (app.list_id(), app.focus) {
        (ListId::Dashboard, _) => {
            let doors = dashboard::doors(app.cx());
            if let Some(door) = doors.into_iter().nth(app.door) {
                through(app, door);
            }
        }
        (ListId::HeatMap, Focus::List) => {
            let (likelihood, consequence) = app.cell;
            let rows = heat::risks_in(app.cx(), app.heat, likelihood, consequence);
            let label = format!("likelihood {likelihood}, consequence {consequence}");
            only(app, ListId::Risks, label, rows);
        }
        (ListId::Clauses, Focus::List) => super::tree::open(app),
        (_, Focus::List) => into_detail(app),
        (_, Focus::Detail) => {
            let Some(line) = motion::detail_line(app) else { return };
            match line.target {
                Target::Field(key) => {
                    let ats = app.list().selected.clone().into_iter().collect();
                    field::edit(app, ats, key);
                }
                Target::Record(at) => reveal(app, &at),
                Target::Place(at, key) => place(app, &at, key),
                Target::List(kind) => list(app, ListId::home(kind)),
                Target::Make { title, supports } => {
                    super::record::make_document(app, title, supports);
                }
                Target::Count(count, label) => counted(app, count, label),
                Target::Fact(fact) => super::scope::turn(app, fact),
                Target::None => {}
            }
        }
    }
}

/// Opens what a figure of the dashboard counts.
pub fn through(app: &mut App, door: dashboard::Door) {
    match door.to {
        dashboard::Behind::Rows { list, label, rows } => {
            let rows = rows.find(app.cx());
            only(app, list, label, rows);
        }
        dashboard::Behind::Record(at) => reveal(app, &at),
    }
}

/// The figures and stages: what stands in the line of vital signs, and more.
fn signs(app: &App) -> impl Iterator<Item = (usize, dashboard::Door)> {
    let doors = dashboard::doors(app.cx()).into_iter().enumerate();
    doors.filter(|(_, door)| {
        matches!(door.section, dashboard::Section::Figures | dashboard::Section::Stages)
    })
}

/// Asks which vital sign to open.
pub fn vitals(app: &mut App) {
    let items = signs(app)
        .map(|(nth, door)| match door.section {
            dashboard::Section::Stages => {
                let text = format!("{:>4} open for {}", open_rows(app, &door), door.text);
                Item::new(nth.to_string(), text, format!("{}% · {}", door.figure, door.when))
            }
            _ => Item::new(nth.to_string(), format!("{:>4} {}", door.figure, door.text), ""),
        })
        .collect();
    let choose = Choose::one("Open which figure?", items, "");
    app.open(Layer::Choose(choose), Purpose::Vital);
}

fn open_rows(app: &App, door: &dashboard::Door) -> usize {
    match &door.to {
        dashboard::Behind::Rows { rows, .. } => rows.find(app.cx()).len(),
        dashboard::Behind::Record(_) => 0,
    }
}

/// A vital sign was chosen.
pub fn vital_chosen(app: &mut App, key: &str) {
    let door = signs(app).find(|(nth, _)| nth.to_string() == key).map(|(_, door)| door);
    if let Some(door) = door {
        through(app, door);
    }
}

/// Moves the focus to the detail.
pub fn into_detail(app: &mut App) {
    if app.list().current().is_none() {
        app.say(app.list_id().when_empty());
        return;
    }
    app.focus = Focus::Detail;
    app.follow_selection();
    motion::step(app, 0);
}

/// To the detail, and back.
pub fn switch_focus(app: &mut App) {
    match app.focus {
        Focus::List => into_detail(app),
        Focus::Detail => app.focus = Focus::List,
    }
}

/// Esc: out of the detail, then marks, then filter, then the rows that a figure chose.
pub fn back(app: &mut App) {
    if app.focus == Focus::Detail {
        app.focus = Focus::List;
        return;
    }
    let id = app.list_id();
    let did = app.with_list(id, |list, _| {
        if !list.marks.is_empty() {
            list.marks.clear();
        } else if !list.filter.is_empty() {
            list.filter.clear();
        } else if list.only.is_some() {
            list.only = None;
        } else {
            return false;
        }
        true
    });
    if did == Some(true) {
        app.refresh();
    }
}

/// Leaves; asks first if something could not be saved.
pub fn quit(app: &mut App) {
    let failed = app.saving.values().any(|s| s.failed.is_some() && !s.unsaved.is_empty());
    if failed || !app.conflicts.is_empty() {
        let mut lines: Vec<String> =
            app.saving.values().filter_map(|saving| saving.failed.clone()).collect();
        if !app.conflicts.is_empty() {
            lines.push(format!("{} conflict(s) wait for a decision (g x).", app.conflicts.len()));
        }
        lines.push("What is not on the disk stays in the drafts and is offered again.".to_string());
        let title = "Leave although not everything is saved?  y yes · n no";
        app.open(Layer::Confirm(Confirm::new(title, lines)), Purpose::Quit);
        return;
    }
    app.keep_drafts();
    app.effects.push(Effect::Quit(0));
}
