//! The lists of a pane, named in the heading of the one on screen.

use crate::{app::App, pane::ListId, ui::text};

/// The names of the pane's lists, the one on screen in brackets; just its own if that is wider than `room`.
pub fn title(app: &App, room: usize) -> String {
    let here = app.list_id();
    let lists = app.pane.lists();
    if lists.len() < 2 {
        return here.title().to_string();
    }
    let name = |id: &ListId| {
        if *id == here { format!("[{}]", id.title()) } else { id.title().to_string() }
    };
    let names = lists.iter().map(name).collect::<Vec<_>>().join("  ");
    if text::width(&names) <= room {
        return names;
    }
    let at = lists.iter().position(|id| *id == here).unwrap_or_default() + 1;
    format!("{} ({at}/{}, t)", here.title(), lists.len())
}
