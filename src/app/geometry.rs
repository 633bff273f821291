//! Where things stand on the screen: computed from its size and the state, never remembered.

use super::{App, Focus};
use crate::{
    isms::Kind,
    layer::Layer,
    pane::{Cx, ListId, PaneId},
};
use ratatui::layout::Rect;

/// Below this size only a line is shown that says so.
pub const SMALLEST: (u16, u16) = (40, 10);

/// The parts of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Regions {
    /// Name, organisation, panes.
    pub head: Rect,
    /// The vital signs.
    pub vitals: Rect,
    /// The list, or what stands in its place.
    pub list: Option<Rect>,
    /// The detail.
    pub detail: Option<Rect>,
    /// Keys, or a message.
    pub hints: Rect,
}

/// What is under a cell of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Under {
    /// A pane's name in the head.
    Pane(PaneId),
    /// A row of the list, by its place.
    Row(usize),
    /// A line of the detail.
    Detail(usize),
    /// A door of the dashboard: a figure, a line, a cell.
    Door(usize),
}

/// The parts of the screen as they stand now.
pub fn regions(app: &App) -> Regions {
    let (width, height) = app.size;
    let line = |y: u16| Rect { x: 0, y: y.min(height.saturating_sub(1)), width, height: 1 };
    // the tour says in two lines above the keys what to do next
    let below = if app.tour.is_some() { 3 } else { 1 };
    let body = Rect { x: 0, y: 2, width, height: height.saturating_sub(2 + below) };
    let (list, detail) = match app.list_id() {
        ListId::Dashboard => (Some(body), None),
        _ if !app.shows_detail() => match app.focus {
            Focus::List => (Some(body), None),
            Focus::Detail => (None, Some(body)),
        },
        _ => split(app, body),
    };
    Regions { head: line(0), vitals: line(1), list, detail, hints: line(height.saturating_sub(1)) }
}

fn split(app: &App, body: Rect) -> (Option<Rect>, Option<Rect>) {
    if app.settings.layout == crate::settings::Layout::Below {
        let above = body.height * 3 / 5;
        let list = Rect { height: above, ..body };
        let detail = Rect { y: body.y + above, height: body.height - above, ..body };
        return (Some(list), Some(detail));
    }
    let left = (body.width * 58 / 100).max(50);
    let list = Rect { width: left, ..body };
    let detail = Rect { x: left, width: body.width.saturating_sub(left), ..body };
    (Some(list), Some(detail))
}

/// How many rows of the list are on screen.
pub fn list_height(app: &App) -> usize {
    let region = regions(app);
    region.list.or(region.detail).map_or(0, |list| usize::from(list.height.saturating_sub(3)))
}

/// How many lines of the detail are on screen.
pub fn detail_height(app: &App) -> usize {
    regions(app).detail.map_or(0, |area| usize::from(area.height.saturating_sub(2)))
}

/// Keeps the selected row, and the line under the cursor, on screen.
pub fn settle(app: &mut App) {
    settle_session(app);
    let height = list_height(app);
    let id = app.list_id();
    // beside a detail a scroll repaints the list: fewer, larger steps cost a slow link less
    let jump = if app.shows_detail() && id != ListId::Dashboard { height / 3 } else { 1 };
    app.with_list(id, |list, _| list.scroll_to(height, jump));
    if let (Focus::Detail, Some(area)) = (app.focus, regions(app).detail)
        && let Some(row) = app.list().current()
    {
        let lines = crate::pane::detail::lines(app.cx(), row);
        let width = detail_text_width(area);
        let above: usize =
            lines.iter().take(app.detail_cursor).map(|line| line_height(line, width)).sum();
        let here = lines.get(app.detail_cursor).map_or(1, |line| line_height(line, width));
        let height = detail_height(app).max(1);
        if above < app.detail_top {
            app.detail_top = above;
        } else if above + here > app.detail_top + height {
            app.detail_top = (above + here).saturating_sub(height).min(above);
        }
    }
}

/// Width of the labels in a session.
pub const SESSION_LABEL: u16 = 12;

/// The grid of before and after beside the words of a session; none where there is no room for it.
pub fn session_grid(app: &App) -> Option<u16> {
    use crate::isms::ScaleOf;
    let columns = u16::try_from(app.isms.consequence_steps()).ok()?;
    let wide = columns.checked_mul(4)?.checked_add(4)?.max(24);
    (columns > 0 && app.size.0 >= wide + 48).then_some(wide)
}

/// Cells that the words of a session have, labels included.
pub fn session_width(app: &App) -> u16 {
    app.size.0.saturating_sub(4 + session_grid(app).map_or(0, |grid| grid + 1))
}

/// Lines of a session are scrolled no further than their end.
fn settle_session(app: &mut App) {
    let room = usize::from(session_width(app).saturating_sub(SESSION_LABEL)).max(8);
    let height = usize::from(app.size.1.saturating_sub(5));
    let cx = Cx {
        isms: &app.isms,
        standard: &app.standard,
        assessment: &app.assessment,
        today: app.today,
    };
    let Some(open) = app.layers.last_mut() else { return };
    if let Layer::Session(session) = &mut open.layer
        && session.top > 0
        && let Some(row) = session.current().and_then(|key| cx.isms.row(Kind::Risk, key))
    {
        let lines = crate::pane::case::lines(cx, row);
        let total: usize = lines.iter().map(|line| line_height(line, room)).sum();
        session.top = session.top.min(total.saturating_sub(height));
    }
}

/// Width of the labels of a detail.
pub const LABEL: u16 = 16;

/// Cells that the text of a detail has.
pub fn detail_text_width(area: Rect) -> usize {
    usize::from(area.width.saturating_sub(4 + LABEL)).max(8)
}

/// How many screen lines a line of the detail takes.
pub fn line_height(line: &crate::pane::detail::Line, width: usize) -> usize {
    if line.text.is_empty() { 1 } else { crate::ui::text::wrap(&line.text, width).len() }
}

/// What is under a cell of the screen.
pub fn under(app: &App, x: u16, y: u16) -> Option<Under> {
    let regions = regions(app);
    let at = ratatui::layout::Position { x, y };
    if regions.head.contains(at) {
        return pane_names(app)
            .into_iter()
            .find(|(_, from, to)| (*from..*to).contains(&x))
            .map(|(pane, ..)| Under::Pane(pane));
    }
    if let Some(area) = regions.list.filter(|list| list.contains(at))
        && app.list_id() == ListId::Dashboard
    {
        let doors = crate::pane::dashboard::doors(app.cx());
        let layout = crate::pane::dashboard::layout(&doors, area);
        let (door, _) = layout.places.iter().find(|(_, place)| place.contains(at))?;
        return Some(Under::Door(*door));
    }
    if let Some(list) = regions.list.filter(|list| list.contains(at)) {
        let line = usize::from(y.checked_sub(list.y + 2)?);
        let place = app.list().top + line;
        return (place < app.list().rows.len()).then_some(Under::Row(place));
    }
    let detail = regions.detail.filter(|detail| detail.contains(at))?;
    let line = app.detail_top + usize::from(y.checked_sub(detail.y + 1)?);
    let row = app.list().current()?;
    let width = detail_text_width(detail);
    let mut above = 0;
    for (nth, known) in crate::pane::detail::lines(app.cx(), row).iter().enumerate() {
        above += line_height(known, width);
        if line < above {
            return Some(Under::Detail(nth));
        }
    }
    None
}

/// The panes' names in the head: pane, first column, column behind it.
pub fn pane_names(app: &App) -> Vec<(PaneId, u16, u16)> {
    let (width, _) = app.size;
    let names: u16 = PaneId::ALL.iter().map(|pane| name_width(*pane, true)).sum();
    let long = names + 12 <= width;
    let shown = |pane: PaneId| long || pane == app.pane;
    let total: u16 = PaneId::ALL.iter().map(|pane| name_width(*pane, shown(*pane))).sum();
    let mut x = width.saturating_sub(total);
    PaneId::ALL
        .into_iter()
        .map(|pane| {
            let from = x;
            x += name_width(pane, shown(pane));
            (pane, from, x)
        })
        .collect()
}

fn name_width(pane: PaneId, long: bool) -> u16 {
    let name = u16::try_from(pane.title().len()).unwrap_or_default();
    if long { name + 4 } else { 3 }
}
