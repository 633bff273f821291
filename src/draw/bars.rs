//! The first two lines: where one is, and the vital signs.

use super::Pen;
use crate::{
    app::{App, geometry},
    isms::Words,
    ui::Role,
};
use ratatui::layout::Rect;

/// Line 1: name, organisation, panes by number.
pub fn head(pen: &mut Pen<'_>, app: &App, area: Rect) {
    let names = geometry::pane_names(app);
    let left = names.first().map_or(area.width, |(_, from, _)| *from);
    let organisation = app.isms.organisation.only();
    let name = if organisation.name.is_empty() { &app.place } else { &*organisation.name };
    let mut title = format!("annexa {} {name}", pen.glyphs.dot);
    if app.read_only.is_some() {
        title += " [read-only]";
    }
    if let Some(me) = &app.me {
        title += &format!(" {} {me}", pen.glyphs.dot);
    }
    pen.put(0, area.y, left.saturating_sub(1), &title, Role::Title);
    for (nth, (pane, from, to)) in names.into_iter().enumerate() {
        let number = nth + 1;
        let here = pane == app.pane;
        let room = to - from;
        let long = room > 3;
        let text = match (here, long) {
            (true, true) => format!("[{number} {}]", pane.title()),
            (false, true) => format!(" {number} {} ", pane.title()),
            (true, false) => format!("[{number}]"),
            (false, false) => format!(" {number} "),
        };
        pen.put(from, area.y, room, &text, if here { Role::Accent } else { Role::Dim });
    }
}

/// Line 2: the vital signs, the same on every pane.
pub fn vitals(pen: &mut Pen<'_>, app: &App, area: Rect) {
    if !app.loaded {
        pen.put(area.x, area.y, area.width, &format!("reading {} …", app.place), Role::Dim);
        return;
    }
    let assessment = &app.assessment;
    let vitals = &assessment.vitals;
    let (soa, decided) = (vitals.controls, vitals.decided);
    let [blockers, ..] = vitals.by_priority;
    let mut parts: Vec<(String, Role)> = vec![
        (format!("gaps {}", vitals.gaps), judged(vitals.gaps, Role::Warn)),
        (format!("blockers {blockers}"), judged(blockers, Role::Bad)),
        (format!("SoA {decided}/{soa}"), if decided == soa { Role::Ok } else { Role::Warn }),
        (format!("above criteria {}", vitals.above), judged(vitals.above, Role::Bad)),
        (format!("awaiting {}", vitals.awaiting), judged(vitals.awaiting, Role::Warn)),
        (format!("overdue {}", vitals.overdue), judged(vitals.overdue, Role::Bad)),
    ];
    if let Some(stage) = assessment.next_stage() {
        let when = match stage.days_left {
            Some(days) if days < 0 => format!("{} was {} d ago", stage.stage.label(), -days),
            Some(days) => format!("{} in {days} d", stage.stage.label()),
            None => format!("{}: no date", stage.stage.label()),
        };
        let wide = if area.width >= 110 { 8 } else { 4 };
        let bar = super::boxes::bar(&pen.glyphs, usize::from(stage.percent), 100, wide);
        // what comes next matters more than the longer words before it
        let place = if area.width >= 110 { parts.len() } else { 3 };
        parts.insert(place, (format!("{when} {bar} {}%", stage.percent), Role::Info));
    }
    parts.push(saved(app));
    let separator = format!(" {} ", pen.glyphs.bar);
    let mut x = area.x;
    for (nth, (text, role)) in parts.into_iter().enumerate() {
        let wide = u16::try_from(crate::ui::text::width(&text)).unwrap_or(u16::MAX);
        let needed = wide.saturating_add(if nth == 0 { 0 } else { 3 });
        if x.saturating_add(needed) > area.right() {
            continue;
        }
        if nth > 0 {
            x = pen.put(x, area.y, 3, &separator, Role::Border);
        }
        x = pen.put(x, area.y, area.right() - x, &text, role);
    }
}

fn judged(count: usize, bad: Role) -> Role {
    if count == 0 { Role::Ok } else { bad }
}

fn saved(app: &App) -> (String, Role) {
    let failed = app.saving.values().any(|saving| saving.failed.is_some());
    if failed {
        ("NOT SAVED".to_string(), Role::Error)
    } else if app.has_unsaved() {
        ("saving".to_string(), Role::Dim)
    } else if let Some(at) = &app.saved_at {
        (format!("saved {at}"), Role::Dim)
    } else {
        (app.today.to_string(), Role::Dim)
    }
}
