//! The find box and the palette of commands.

use super::{
    Pen,
    layers::{boxed, first_shown, highlight, middle, typed},
};
use crate::{
    app::App,
    layer::{Find, SheetTarget, find::Hit},
    pane::{Row, detail},
    ui::{Role, text},
};
use ratatui::layout::{Position, Rect};

/// Draws the box; returns where its cursor stands.
pub fn draw(pen: &mut Pen<'_>, app: &App, layer: &Find) -> Option<Position> {
    let (width, height) = app.size;
    let wide = width.saturating_sub(4).min(130);
    let tall = height.saturating_sub(4).max(5);
    let title = match (layer.commands, layer.only) {
        (true, _) => "command, or saved view".to_string(),
        (false, Some(kind)) => format!("find ── only {}", kind.label()),
        (false, None) => "find ── words in any order, status:partial, owner:mara, r14".to_string(),
    };
    let found = layer.hits.len();
    let count = match (&layer.problem, layer.commands || found < 200) {
        (Some(problem), _) => problem.clone(),
        (None, true) => format!("{found}/{}", layer.total),
        (None, false) => format!("{found}+/{}", layer.total),
    };
    let area = boxed(pen, middle(app, wide, tall), &title, &count);
    pen.put(area.x, area.y, 2, ">", Role::Accent);
    let line = Rect { x: area.x + 2, width: area.width.saturating_sub(2), height: 1, ..area };
    let cursor = typed(pen, line, &layer.query);
    let preview = width >= 110 && !layer.commands;
    let list = if preview { area.width * 55 / 100 } else { area.width };
    let rows = usize::from(area.height.saturating_sub(1));
    let top = first_shown(layer.cursor, rows);
    for (line, hit) in layer.hits.iter().skip(top).take(rows).enumerate() {
        let y = area.y + 1 + u16::try_from(line).unwrap_or_default();
        let row = Rect { x: area.x, y, width: list, height: 1 };
        if layer.commands {
            command(pen, row, hit)
        } else {
            record(pen, row, hit)
        }
        if top + line == layer.cursor {
            let glyph = pen.glyphs.marker;
            pen.put(area.x.saturating_sub(1), y, 1, glyph, Role::Accent);
            pen.over(row, Role::Selected);
        }
    }
    if let (true, Some(SheetTarget::Record(at))) = (preview, layer.current().map(|hit| &hit.target))
        && let Some(row) = app.isms.row(at.kind, &at.key)
    {
        let x = area.x + list + 2;
        let area = Rect {
            x,
            y: area.y + 1,
            width: area.right().saturating_sub(x),
            height: area.height.saturating_sub(1),
        };
        preview_of(pen, app, Row::new(at.kind, row), area);
    }
    Some(cursor)
}

fn record(pen: &mut Pen<'_>, row: Rect, hit: &Hit) {
    pen.put(row.x, row.y, 13, hit.what, Role::Dim);
    pen.put(row.x + 14, row.y, 9, &hit.id, Role::Accent);
    let x = row.x + 24;
    pen.put(x, row.y, row.right().saturating_sub(x), &hit.title, Role::Text);
    highlight(pen, x, row.y, &hit.title, &hit.matched, row.right());
}

/// Keys, words, and why it can't be done now.
fn command(pen: &mut Pen<'_>, row: Rect, hit: &Hit) {
    const KEYS: u16 = 13;
    pen.put(row.x, row.y, KEYS - 1, &hit.id, Role::HintKey);
    let x = row.x + KEYS;
    let role = if hit.why_not.is_some() { Role::Dim } else { Role::Text };
    let end = pen.put(x, row.y, row.right().saturating_sub(x), &hit.title, role);
    highlight(pen, x, row.y, &hit.title, &hit.matched, row.right());
    if let Some(why) = &hit.why_not {
        pen.put(end + 2, row.y, row.right().saturating_sub(end + 2), why, Role::Dim);
    }
}

fn preview_of(pen: &mut Pen<'_>, app: &App, row: Row, area: Rect) {
    let mut y = area.y;
    for line in detail::lines(app.cx(), row) {
        if line.text == "–" {
            continue;
        }
        let room = usize::from(area.width.saturating_sub(14)).max(8);
        for (nth, words) in text::wrap(&line.text, room).into_iter().enumerate() {
            if y >= area.bottom() {
                return;
            }
            if nth == 0 {
                pen.put(area.x, y, 13, &line.label, Role::Dim);
            }
            pen.put(area.x + 14, y, area.width.saturating_sub(14), &words, line.role);
            y += 1;
        }
    }
}
