//! The detail of a record: labels to the left, texts wrapped beside them.

use super::Pen;
use crate::{
    app::{App, Focus, geometry},
    pane::{Row, column, detail},
    ui::{Role, text},
};
use ratatui::layout::{Position, Rect};

/// Draws the detail; returns where its cursor stands.
pub fn draw(pen: &mut Pen<'_>, app: &App, area: Rect) -> Option<Position> {
    let focused = app.focus == Focus::Detail && app.layers.is_empty();
    let shown = if app.focus == Focus::Detail {
        app.list().current()
    } else {
        app.detail_of.as_ref().and_then(|at| Row::find(app.cx(), at))
    };
    let Some(row) = shown else {
        pen.frame(area, "", "", focused);
        return None;
    };
    let key = row.at(app.cx()).map_or_else(String::new, |at| at.key);
    let name = column::title(app.cx(), row);
    let title = if row.kind.is_single() { name } else { format!("{key} {name}") };
    let lines = detail::lines(app.cx(), row);
    let width = geometry::detail_text_width(area);
    let height = usize::from(area.height.saturating_sub(2));
    let total: usize = lines.iter().map(|line| geometry::line_height(line, width)).sum();
    let below = total.saturating_sub(app.detail_top + height);
    let note = if below > 0 { format!("{below} more lines") } else { String::new() };
    pen.frame(area, &title, &note, focused);
    let cursor_line = (app.detail_cursor..lines.len())
        .find(|at| lines.get(*at).is_some_and(|l| l.target != detail::Target::None));
    let mut at = 0usize;
    let mut cursor = None;
    for (nth, line) in lines.iter().enumerate() {
        let here = app.focus == Focus::Detail && Some(nth) == cursor_line;
        for (part, words) in text::wrap(&line.text, width).into_iter().enumerate() {
            let visible = at.checked_sub(app.detail_top).filter(|y| *y < height);
            if let Some(y) = visible.and_then(|y| u16::try_from(y).ok()) {
                let y = area.y + 1 + y;
                let place = draw_line(pen, area, y, line, &words, part == 0, here);
                if here && part == 0 {
                    cursor = Some(place);
                }
            }
            at += 1;
        }
    }
    cursor
}

fn draw_line(
    pen: &mut Pen<'_>,
    area: Rect,
    y: u16,
    line: &detail::Line,
    words: &str,
    first: bool,
    here: bool,
) -> Position {
    let x = area.x + 2;
    if here && first {
        let glyph = pen.glyphs.marker;
        pen.put(area.x + 1, y, 1, glyph, Role::Accent);
    }
    let heading = line.role == Role::Title && line.label.is_empty();
    if heading {
        pen.put(x, y, area.width.saturating_sub(4), words, Role::Title);
    } else {
        if first {
            pen.put(x, y, geometry::LABEL - 1, &line.label, Role::Dim);
        }
        let room = area.width.saturating_sub(4 + geometry::LABEL);
        let role = if here && line.role == Role::Dim { Role::Text } else { line.role };
        pen.put(x + geometry::LABEL, y, room, words, role);
    }
    if here {
        let wide = Rect { x, y, width: area.width.saturating_sub(3), height: 1 };
        pen.over(wide, Role::Selected);
    }
    Position { x: area.x + 1, y }
}
