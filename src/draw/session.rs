//! The session for management: one risk over the whole screen, with a small grid of before and after.

use super::{Pen, before_after};
use crate::{
    app::{
        App,
        geometry::{SESSION_LABEL, session_grid, session_width},
    },
    isms::Kind,
    layer::Session,
    pane::{case, decisions, detail::Line},
    ui::{Role, text},
};
use ratatui::layout::{Position, Rect};

/// Draws the session; returns where its cursor stands.
pub fn draw(pen: &mut Pen<'_>, app: &App, layer: &Session) -> Option<Position> {
    let (width, height) = app.size;
    let area = Rect { x: 0, y: 2, width, height: height.saturating_sub(3) };
    pen.clear(area);
    let row = layer.current().and_then(|key| app.isms.row(Kind::Risk, key));
    let Some(row) = row else {
        summary(pen, app, layer, area);
        return Some(Position { x: area.x + 2, y: area.y + 1 });
    };
    let title = app.isms.risks.row(row).map_or("", |risk| &risk.title);
    let key = layer.current().unwrap_or_default();
    pen.frame(area, &format!("{key} {title}"), &progress(app, layer), true);
    let inner = Rect {
        x: area.x + 2,
        y: area.y + 1,
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(2),
    };
    let words = session_width(app);
    put_lines(pen, &case::lines(app.cx(), row), layer.top, Rect { width: words, ..inner });
    if let Some(wide) = session_grid(app) {
        let place = Rect { x: inner.x + words + 1, width: wide, ..inner };
        before_after::draw(pen, app, row, place);
    }
    Some(Position { x: inner.x, y: inner.y })
}

/// "3 of 14 · at the keyboard: mara · 2 decided · 1 put off".
fn progress(app: &App, layer: &Session) -> String {
    let mut text = format!("{} of {}", layer.place + 1, layer.queue.len());
    let me = app.me.as_deref().unwrap_or("nobody chosen (w)");
    text += &format!(" · at the keyboard: {me}");
    if !layer.deeds.is_empty() {
        text += &format!(" · {} decided", layer.deeds.len());
    }
    if !layer.skipped.is_empty() {
        text += &format!(" · {} put off", layer.skipped.len());
    }
    text
}

fn put_lines(pen: &mut Pen<'_>, lines: &[Line], top: usize, area: Rect) {
    let room = usize::from(area.width.saturating_sub(SESSION_LABEL)).max(8);
    let mut all: Vec<(&str, String, Role)> = Vec::new();
    for line in lines {
        for (part, words) in text::wrap(&line.text, room).into_iter().enumerate() {
            all.push((if part == 0 { &line.label } else { "" }, words, line.role));
        }
    }
    let height = usize::from(area.height);
    let top = top.min(all.len().saturating_sub(height));
    for (y, (label, words, role)) in (area.y..area.bottom()).zip(all.iter().skip(top)) {
        pen.put(area.x, y, SESSION_LABEL - 1, label, Role::Dim);
        pen.put(area.x + SESSION_LABEL, y, area.width.saturating_sub(SESSION_LABEL), words, *role);
    }
    let below = all.len().saturating_sub(top + height);
    if below > 0 {
        let note = format!(" {below} more, j k ");
        let wide = u16::try_from(text::width(&note)).unwrap_or(12);
        let x = (area.x + area.width).saturating_sub(wide);
        pen.put(x, area.bottom(), wide, &note, Role::Info);
    }
}

fn summary(pen: &mut Pen<'_>, app: &App, layer: &Session, area: Rect) {
    pen.frame(area, "What was decided in this session", "p back · u undo · q leave", true);
    let mut kinds: Vec<(&str, usize)> = Vec::new();
    for deed in &layer.deeds {
        match kinds.iter_mut().find(|(words, _)| *words == deed.words) {
            Some((_, count)) => *count += 1,
            None => kinds.push((deed.words, 1)),
        }
    }
    let mut waits: Vec<usize> = layer
        .queue
        .iter()
        .filter_map(|key| app.isms.row(Kind::Risk, key))
        .filter(|row| app.assessment.risks.get(*row).is_some_and(|state| state.awaiting))
        .collect();
    // what was put off on purpose first
    let put_off =
        |row: &usize| app.isms.key(Kind::Risk, *row).is_some_and(|key| layer.skipped.contains(key));
    waits.sort_by_key(|row| !put_off(row));
    let counted: Vec<String> =
        kinds.iter().map(|(words, count)| format!("{count} × {words}")).collect();
    let decided = if counted.is_empty() { "nothing".to_string() } else { counted.join(" · ") };
    let mut lines = vec![Line::new("Decided", decided, Role::Title)];
    for deed in &layer.deeds {
        lines.push(Line::new(&deed.risk, deed.words, Role::Text));
    }
    let text = format!("{} of {} risks", waits.len(), layer.queue.len());
    let role = if waits.is_empty() { Role::Ok } else { Role::Title };
    lines.push(Line::new("Still await", text, role));
    for row in waits {
        let key = app.isms.key(Kind::Risk, row).unwrap_or_default();
        let why = decisions::awaited(app.cx(), row).join("; ");
        let put_off = if put_off(&row) { "put off · " } else { "" };
        lines.push(Line::new(key, format!("{put_off}{why}"), Role::Warn));
    }
    let inner = Rect {
        x: area.x + 2,
        y: area.y + 1,
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(2),
    };
    put_lines(pen, &lines, layer.top, inner);
}
