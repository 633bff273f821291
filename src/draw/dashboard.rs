//! The dashboard: boxes of figures, lines and cells, all of them doors.

use super::{Pen, boxes};
use crate::{
    app::App,
    isms::{File, Words},
    pane::dashboard::{self, Door, Section, doors, layout},
    ui::{Role, text},
};
use ratatui::layout::{Position, Rect};

/// Draws the dashboard; returns where the cursor stands.
pub fn draw(pen: &mut Pen<'_>, app: &App, area: Rect) -> Option<Position> {
    if !app.loaded {
        return None;
    }
    let doors = doors(app.cx());
    let layout = layout(&doors, area);
    for (section, frame) in &layout.boxes {
        let (title, note) = words(app, *section, *frame);
        pen.frame(*frame, &title, note, false);
        if !doors.iter().any(|door| door.section == *section) {
            let inner = Rect { x: frame.x + 2, y: frame.y + 1, ..*frame };
            let (words, role) = when_empty(app, *section);
            pen.put(inner.x, inner.y, frame.width.saturating_sub(4), words, role);
        }
    }
    let mut found = None;
    for (nth, place) in &layout.places {
        let Some(door) = doors.get(*nth) else { continue };
        let here = *nth == app.door;
        draw_door(pen, door, *place, here);
        if here {
            let role = if app.layers.is_empty() { Role::Selected } else { Role::SelectedInactive };
            if door.section == Section::Map {
                pen.over(*place, role);
            } else {
                let glyph = pen.glyphs.marker;
                pen.put(place.x, place.y, 1, glyph, Role::Accent);
                pen.over(
                    Rect { x: place.x + 1, width: place.width.saturating_sub(1), ..*place },
                    role,
                );
            }
            found = Some(Position { x: place.x, y: place.y });
        }
    }
    found
}

/// Heading and note of a box.
fn words(app: &App, section: Section, frame: Rect) -> (String, &'static str) {
    let counted = |title: &str| match dashboard::total(app.cx(), section) {
        Some(total) => format!("{title} ── {total}"),
        None => title.to_string(),
    };
    match section {
        Section::Figures => {
            ("Where we stand".to_string(), "enter opens what a figure, a line or a cell counts")
        }
        Section::Gaps => (counted("Gaps, worst first"), ""),
        Section::Awaiting if frame.width >= 44 => {
            (counted("Residual risk awaiting a decision"), "")
        }
        Section::Awaiting => (counted("Awaiting a decision"), ""),
        Section::Themes => ("Annex A by theme".to_string(), ""),
        Section::Map => {
            let word = app.isms.criteria.only().consequence_word.label();
            let title = if frame.width >= 30 { "Residual risk" } else { "Residual" };
            (format!("{title} {word} →"), "")
        }
        Section::Stages if frame.width >= 30 => ("Towards the certificate".to_string(), ""),
        Section::Stages => ("Ready for".to_string(), ""),
    }
}

fn when_empty(app: &App, section: Section) -> (&'static str, Role) {
    let unread = |file: File| !app.isms.register(file).is_writable();
    match section {
        Section::Gaps if unread(File::Controls) || unread(File::Clauses) => {
            ("Not known: a file can't be read (g p).", Role::Bad)
        }
        Section::Awaiting if unread(File::Risks) => {
            ("Not known: risks.ron can't be read (g p).", Role::Bad)
        }
        Section::Gaps => ("No gap left.", Role::Ok),
        Section::Awaiting => ("Nothing awaits a decision.", Role::Ok),
        _ => ("", Role::Dim),
    }
}

fn draw_door(pen: &mut Pen<'_>, door: &Door, place: Rect, here: bool) {
    // dim text on a reversed row can't be read
    let dim = if here { Role::Text } else { Role::Dim };
    match door.section {
        Section::Figures => {
            let room = place.width.saturating_sub(7);
            let fits = text::width(&door.text) <= usize::from(room);
            let words = if fits { &door.text } else { &door.brief };
            pen.put(place.x + 1, place.y, 5, &format!("{:>4}", door.figure), door.role);
            pen.put(place.x + 6, place.y, room, words, Role::Text);
        }
        Section::Gaps => gap(pen, door, place, dim),
        Section::Awaiting => awaiting(pen, door, place, dim),
        Section::Themes => theme(pen, door, place, dim),
        Section::Map => cell(pen, door, place),
        Section::Stages => stage(pen, door, place, dim),
    }
}

fn gap(pen: &mut Pen<'_>, door: &Door, place: Rect, dim: Role) {
    let end = place.right().saturating_sub(1);
    let marks = pen.glyphs.gap.repeat(door.figure.parse().unwrap_or(1));
    pen.put(place.x + 1, place.y, 3, &marks, door.role);
    let x = place.x + 5;
    pen.put(x, place.y, 6, &door.key, Role::Text);
    let x = x + 7;
    let when = if place.width >= 60 { 9 } else { 0 };
    let brief = if place.width >= 60 { 19 } else { 16 };
    let left = end.saturating_sub(when + brief + 1).max(x);
    pen.put(x, place.y, left.saturating_sub(x), &door.text, Role::Text);
    pen.put(left + 1, place.y, brief.min(end.saturating_sub(left + 1)), &door.brief, dim);
    if when > 0 {
        let role = if door.when.ends_with("late") { Role::Bad } else { dim };
        pen.put(end - when + 1, place.y, when - 1, &format!("{:>8}", door.when), role);
    }
}

fn awaiting(pen: &mut Pen<'_>, door: &Door, place: Rect, dim: Role) {
    let end = place.right().saturating_sub(1);
    let x = pen.put(place.x + 1, place.y, 7, &format!("{:<6}", door.key), Role::Text);
    let state = (place.width / 3).clamp(14.min(place.width / 3), 26);
    let level = if place.width >= 46 { 17 } else { 0 };
    let left = end.saturating_sub(state + level + 1).max(x);
    pen.put(x, place.y, left.saturating_sub(x), &door.text, Role::Text);
    if level > 0 {
        pen.put(left + 1, place.y, level - 1, &door.figure, door.role);
    }
    let start = end.saturating_sub(state);
    pen.put(start, place.y, state, &door.brief, dim);
}

fn theme(pen: &mut Pen<'_>, door: &Door, place: Rect, dim: Role) {
    let numbers: Vec<usize> = door.figure.split('/').filter_map(|n| n.parse().ok()).collect();
    let [done, partly, all] = numbers.as_slice() else { return };
    pen.put(place.x + 1, place.y, 14, &door.text, Role::Text);
    let x = place.x + 16;
    let room = place.right().saturating_sub(x + 7).min(24);
    let bar = boxes::parts(&pen.glyphs, *done, *partly, *all, usize::from(room));
    pen.put(x, place.y, room, &bar, Role::Ok);
    pen.put(x + room + 1, place.y, 6, &format!("{done}/{all}"), dim);
}

fn cell(pen: &mut Pen<'_>, door: &Door, place: Rect) {
    let mut steps = door.key.split(' ');
    if steps.next().is_some() && steps.next() == Some("1") {
        let row = door.key.split(' ').next().unwrap_or_default();
        pen.put(place.x.saturating_sub(3), place.y, 3, row, Role::Dim);
    }
    let empty = door.figure == "0";
    let text = if empty { door.text.to_lowercase() } else { door.figure.clone() };
    let role = if empty { Role::Dim } else { door.role };
    let width = usize::from(place.width);
    pen.put(place.x, place.y, place.width, &format!("{text:>width$}"), role);
}

fn stage(pen: &mut Pen<'_>, door: &Door, place: Rect, dim: Role) {
    pen.put(place.x + 1, place.y, 15, &door.text, Role::Text);
    let end = place.right().saturating_sub(1);
    let x = place.x + 17;
    let percent: usize = door.figure.parse().unwrap_or_default();
    pen.put(end.saturating_sub(4), place.y, 4, &format!("{percent:>3}%"), dim);
    let room = end.saturating_sub(5 + x);
    if room >= 11 {
        pen.put(x, place.y, 10, &door.when, dim);
    }
    if room >= 16 {
        let width = (room - 12).min(12);
        let bar = boxes::bar(&pen.glyphs, percent, 100, usize::from(width));
        pen.put(x + 11, place.y, width, &bar, door.role);
    }
}
