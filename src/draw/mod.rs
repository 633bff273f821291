//! Drawing: looks at the app, never changes it. One file a part of the screen.

mod bars;
mod before_after;
mod boxes;
mod cell;
mod columns;
mod criteria;
mod dashboard;
mod detail;
mod find;
mod form;
mod heat;
mod hints;
mod layers;
mod list;
mod pen;
mod session;
mod tabs;

pub use pen::Pen;

use crate::{
    app::{App, geometry},
    pane::ListId,
};
use ratatui::{buffer::Buffer, layout::Position};

/// Draws everything; returns where the cursor of the terminal stands.
///
/// The cursor follows the selection, so that a screen reader reads what is selected.
pub fn draw(app: &App, buf: &mut Buffer) -> Option<Position> {
    let mut pen = Pen::new(app, buf);
    let (width, height) = app.size;
    let (least_width, least_height) = geometry::SMALLEST;
    if width == 0 || height == 0 {
        return None;
    }
    if width < least_width || height < least_height {
        let text = format!("annexa needs {least_width}x{least_height}; this is {width}x{height}.");
        pen.put(0, 0, width, &text, crate::ui::Role::Text);
        return None;
    }
    let regions = geometry::regions(app);
    bars::head(&mut pen, app, regions.head);
    bars::vitals(&mut pen, app, regions.vitals);
    let mut cursor = None;
    if let Some(area) = regions.list {
        cursor = match app.list_id() {
            ListId::Dashboard => dashboard::draw(&mut pen, app, area),
            ListId::HeatMap => heat::draw(&mut pen, app, area),
            _ => list::draw(&mut pen, app, area),
        };
    }
    let on_map = app.list_id() == ListId::HeatMap && app.focus == crate::app::Focus::List;
    if let Some(area) = regions.detail.filter(|_| on_map) {
        cell::draw(&mut pen, app, area);
    } else if let Some(area) = regions.detail {
        cursor = detail::draw(&mut pen, app, area).or(cursor);
    }
    for open in &app.layers {
        cursor = layers::draw(&mut pen, app, open).or(cursor);
    }
    // last: a message of several lines must not lose its first ones to a layer
    hints::draw(&mut pen, app, regions.hints);
    cursor
}
