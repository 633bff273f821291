//! The chooser of columns, to the right, so that the list that follows it stays in sight.

use super::{Pen, layers::boxed};
use crate::{app::App, layer::Columns, ui::Role};
use ratatui::layout::{Position, Rect};

/// Draws the chooser; returns where its cursor stands.
pub fn draw(pen: &mut Pen<'_>, app: &App, layer: &Columns) -> Option<Position> {
    const WIDE: u16 = 40;
    let (width, height) = app.size;
    let wide = WIDE.min(width);
    let lines = u16::try_from(layer.entries.len()).unwrap_or(u16::MAX);
    let tall = lines.saturating_add(2).min(height.saturating_sub(3));
    let area = Rect { x: width - wide, y: 2.min(height), width: wide, height: tall };
    let shown = layer.entries.iter().filter(|entry| entry.shown).count();
    let area = boxed(pen, area, "Columns", &format!("{shown} of {}", layer.entries.len()));
    let rows = usize::from(area.height);
    let top = (layer.cursor + 1).saturating_sub(rows.max(1));
    let mut cursor = None;
    for (line, entry) in layer.entries.iter().enumerate().skip(top).take(rows) {
        let y = area.y + u16::try_from(line - top).unwrap_or_default();
        let mark = if entry.shown { "[x] " } else { "[ ] " };
        let x = pen.put(area.x, y, 4, mark, Role::Mark);
        let role = if entry.shown { Role::Text } else { Role::Dim };
        pen.put(x, y, area.width.saturating_sub(15), &entry.heading, role);
        let words = match entry.spec.width {
            0 => "the rest".to_string(),
            cells => format!("{cells} wide"),
        };
        let x = area.right().saturating_sub(10).max(area.x);
        pen.put(x, y, area.right().saturating_sub(x), &words, Role::Dim);
        if line == layer.cursor {
            let glyph = pen.glyphs.marker;
            pen.put(area.x.saturating_sub(1), y, 1, glyph, Role::Accent);
            pen.over(Rect { y, height: 1, ..area }, Role::Selected);
            cursor = Some(Position { x: area.x, y });
        }
    }
    cursor
}
