//! A form, drawn over whatever asked for it.

use super::{
    Pen,
    layers::{boxed, middle, typed},
};
use crate::{app::App, layer::Form, ui::Role};
use ratatui::layout::{Position, Rect};

/// Width of the labels.
const LABEL: u16 = 13;

/// Draws a form; returns where its cursor stands.
pub fn draw(pen: &mut Pen<'_>, app: &App, layer: &Form) -> Option<Position> {
    let wide = app.size.0.saturating_sub(4).clamp(20, 90);
    let count = u16::try_from(layer.fields.len()).unwrap_or(4);
    let area = boxed(pen, middle(app, wide, count + 4), &layer.title, "");
    let mut cursor = None;
    for (nth, field) in layer.fields.iter().enumerate() {
        let Ok(line) = u16::try_from(nth) else { break };
        let y = area.y + line;
        let here = nth == layer.cursor;
        let role = if here { Role::Accent } else { Role::Dim };
        pen.put(area.x, y, LABEL - 1, field.label, role);
        let place =
            Rect { x: area.x + LABEL, y, width: area.width.saturating_sub(LABEL), height: 1 };
        if here {
            pen.put(area.x.saturating_sub(1), y, 1, pen.glyphs.marker, Role::Accent);
            cursor = Some(typed(pen, place, &field.line));
        } else {
            pen.put(place.x, y, place.width, &field.line.text(), Role::Text);
        }
        if field.line.is_empty() && !here {
            pen.put(place.x, y, place.width, "–", Role::Dim);
        }
    }
    let (words, role) = match &layer.error {
        Some(error) => (error.as_str(), Role::Bad),
        None => (layer.fields.get(layer.cursor).map_or("", |field| &field.hint), Role::Dim),
    };
    let wrapped = crate::ui::text::wrap(words, usize::from(area.width));
    for (line, words) in wrapped.iter().take(2).enumerate() {
        let Ok(line) = u16::try_from(line) else { break };
        pen.put(area.x, area.y + count + line, area.width, words, role);
    }
    cursor
}
