//! The risk grid: as a pane, small on the dashboard, and while rating. Level by colour, letter and word.

use super::Pen;
use crate::{
    app::{App, Focus},
    isms::{Level, Words},
    layer::Grid,
    pane::heat::{self, HeatCell, HeatMode},
    ui::Role,
};
use ratatui::layout::{Position, Rect};

pub(super) fn role_of(level: Option<&Level>) -> Role {
    level.map_or(Role::Dim, |level| Role::Level(level.colour))
}

pub(super) fn letter(level: Option<&Level>) -> String {
    level.map_or_else(
        || "?".to_string(),
        |level| {
            if level.letter.is_empty() { level.id.to_string() } else { level.letter.to_string() }
        },
    )
}

/// What consequence is called here.
pub(super) fn consequence(app: &App) -> &'static str {
    app.isms.criteria.only().consequence_word.label()
}

/// The heat map as a pane.
///
/// Today and after treatment together show each cell as "4→1": so many stand there now, so many after.
pub fn draw(pen: &mut Pen<'_>, app: &App, area: Rect) -> Option<Position> {
    let focused = app.focus == Focus::List && app.layers.is_empty();
    let map = heat::map(app.cx(), app.heat);
    let mode = format!(" ── {} ── m changes", app.heat.label());
    let room = usize::from(area.width).saturating_sub(crate::ui::text::width(&mode) + 6);
    let title = super::tabs::title(app, room) + &mode;
    let note = match map.unrated {
        0 => String::new(),
        count => format!("{count} open risk(s) not rated: not on the map"),
    };
    pen.frame(area, &title, &note, focused);
    if map.cells.is_empty() {
        let text = "No scales yet: g C takes ready-made criteria.";
        pen.put(area.x + 2, area.y + 1, area.width.saturating_sub(4), text, Role::Dim);
        return None;
    }
    let criteria = app.isms.criteria.only();
    let columns = u16::try_from(map.cells.first().map_or(1, Vec::len)).unwrap_or(1).max(1);
    let rows = u16::try_from(map.cells.len()).unwrap_or(1).max(1);
    let label = 14u16.min(area.width / 4);
    let wide = (area.width.saturating_sub(label + 4) / columns).clamp(3, 16);
    // where no detail stands beside it, the risks of the cell need the lines below
    let beside = app.shows_detail();
    let room = area.height.saturating_sub(5) / rows;
    let tall = if beside { room.clamp(1, 3) } else { (room / 2).clamp(1, 3) };
    let moves = super::cell::moves(app);
    let mut cursor = None;
    for (nth, cells) in map.cells.iter().enumerate() {
        let Ok(nth) = u16::try_from(nth) else { break };
        let y = area.y + 1 + (rows - 1 - nth) * tall;
        let step = criteria.likelihood.get(usize::from(nth)).map_or("", |step| &step.name);
        pen.put(area.x + 2, y, label, &format!("{} {step}", nth + 1), Role::Dim);
        for (at, cell) in cells.iter().enumerate() {
            let Ok(at) = u16::try_from(at) else { break };
            let place = Rect { x: area.x + 2 + label + at * wide, y, width: wide, height: tall };
            let here = app.cell == (i64::from(nth) + 1, i64::from(at) + 1);
            let arriving = moves.iter().filter(|to| **to == (row_of(nth), row_of(at))).count();
            draw_cell(pen, app, place, cell, here, arriving);
            if here {
                cursor = Some(Position { x: place.x, y });
            }
        }
    }
    let y = area.y + 1 + rows * tall;
    if y + 1 < area.bottom() {
        for at in 0..columns {
            let step = criteria.consequence.get(usize::from(at)).map_or("", |step| &step.name);
            let x = area.x + 2 + label + at * wide;
            pen.put(x, y, wide.saturating_sub(1), &format!("{} {step}", at + 1), Role::Dim);
        }
        let arrow = pen.glyphs.arrow;
        let text = format!("{} {arrow}", consequence(app));
        pen.put(area.x + 2, y, label.saturating_sub(1), &text, Role::Dim);
    }
    legend(pen, app, Rect { y: y + 1, ..area });
    if !beside && y + 3 < area.bottom() {
        let below = Rect {
            x: area.x + 2,
            y: y + 2,
            width: area.width.saturating_sub(4),
            height: area.bottom().saturating_sub(y + 3),
        };
        super::cell::lines(pen, app, below);
    }
    cursor
}

/// A step from its place.
fn row_of(place: u16) -> i64 {
    i64::from(place) + 1
}

/// One cell: letter, count; with arrows also where the risks of the cell under the cursor go.
fn draw_cell(
    pen: &mut Pen<'_>,
    app: &App,
    place: Rect,
    cell: &HeatCell,
    here: bool,
    arriving: usize,
) {
    let level = heat::level_of(app.cx(), cell);
    let mut text = if cell.count == 0 {
        format!("{} {}", letter(level), pen.glyphs.dot)
    } else {
        format!("{} {}", letter(level), cell.count)
    };
    if app.heat == HeatMode::Both {
        if cell.count + cell.after > 0 {
            text += &format!("{}{}", pen.glyphs.arrow, cell.after);
        }
        if arriving > 0 && !here {
            text += &format!(" {}{arriving}", pen.glyphs.marker);
        }
    }
    let room = place.width.saturating_sub(1);
    let role = role_of(level);
    pen.put(place.x, place.y, room, &format!("{text:<width$}", width = usize::from(room)), role);
    for line in 1..place.height.saturating_sub(1) {
        let name = if line == 1 { level.map_or("", |level| &level.name) } else { "" };
        pen.put(place.x, place.y + line, room, name, Role::Dim);
    }
    if here {
        pen.over(Rect { width: room, height: 1, ..place }, Role::Selected);
    }
}

fn legend(pen: &mut Pen<'_>, app: &App, area: Rect) {
    let mut x = area.x + 2;
    for level in app.isms.criteria.only().levels.iter() {
        let text = format!("{} {}", letter(Some(level)), level.name);
        x = pen.put(x, area.y, area.right().saturating_sub(x + 1), &text, role_of(Some(level))) + 2;
    }
}

/// The grid while a risk is rated: the level changes along.
pub fn rating(pen: &mut Pen<'_>, app: &App, grid: &Grid, area: Rect) -> Option<Position> {
    let level = |likelihood, consequence| {
        let at = app.assessment.scale.rate(Some(likelihood), Some(consequence)).rated.level()?;
        app.isms.criteria.only().levels.get(at)
    };
    let (rows, columns) = grid.steps;
    let criteria = app.isms.criteria.only();
    let mut cursor = None;
    let (label, wide) = shares(columns, area.width);
    // two lines below the grid say what is chosen; a grid that is taller than the rest follows the cursor
    let tall = i64::from(area.height.saturating_sub(2).max(1)).min(rows);
    let lowest = (grid.likelihood - tall + 1).clamp(1, (rows - tall + 1).max(1));
    for likelihood in lowest..lowest + tall {
        let Ok(line) = u16::try_from(lowest + tall - 1 - likelihood) else { continue };
        let y = area.y + line;
        let name = usize::try_from(likelihood - 1).ok().and_then(|at| criteria.likelihood.get(at));
        let name = name.map_or("", |step| &step.name);
        pen.put(area.x, y, label.saturating_sub(1), &format!("{likelihood} {name}"), Role::Dim);
        for consequence in 1..=columns {
            let Ok(column) = u16::try_from(consequence - 1) else { continue };
            let x = area.x + label + column * wide;
            if x + wide > area.right() + 1 {
                break;
            }
            let here = (likelihood, consequence) == (grid.likelihood, grid.consequence);
            let was = grid.before == Some((likelihood, consequence));
            let level = level(likelihood, consequence);
            let mark = if was { pen.glyphs.dot } else { " " };
            let place = Rect { x, y, width: wide - 1, height: 1 };
            pen.put(place.x, y, place.width, &format!(" {}{mark} ", letter(level)), role_of(level));
            if here {
                pen.over(place, Role::Selected);
                cursor = Some(Position { x: place.x, y });
            }
        }
    }
    let y = area.y + u16::try_from(tall).unwrap_or_default();
    let step =
        usize::try_from(grid.consequence - 1).ok().and_then(|at| criteria.consequence.get(at));
    let words = step.map_or("", |step| &step.name);
    let text = format!("{} {} {words}", consequence(app), grid.consequence);
    pen.put(area.x, y, area.width, &text, Role::Text);
    let level = level(grid.likelihood, grid.consequence);
    let name = level.map_or("no level", |level| &level.name);
    let who = level.map_or("", |level| level.accept.label());
    let text = format!(
        "{} × {} = {name} {} acceptance: {who}",
        grid.likelihood, grid.consequence, pen.glyphs.dot
    );
    pen.put(area.x, y + 1, area.width, &text, role_of(level));
    let below = area.bottom().saturating_sub(y + 2);
    meaning(pen, app, grid, Rect { y: y + 2, height: below, ..area });
    cursor
}

/// How wide the names of a grid's rows are, and each of its columns.
fn shares(columns: i64, width: u16) -> (u16, u16) {
    let columns = u16::try_from(columns).unwrap_or(1).max(1);
    let wide = (width.saturating_sub(6) / columns).clamp(4, 5);
    (width.saturating_sub(columns.saturating_mul(wide)).clamp(3, 17), wide)
}

/// What the steps under the cursor mean in writing.
fn meaning(pen: &mut Pen<'_>, app: &App, grid: &Grid, area: Rect) {
    let criteria = app.isms.criteria.only();
    let likelihood = usize::try_from(grid.likelihood - 1).ok();
    let consequence = usize::try_from(grid.consequence - 1).ok();
    let likelihood = likelihood.and_then(|at| criteria.likelihood.get(at));
    let consequence = consequence.and_then(|at| criteria.consequence.get(at));
    let mut y = area.y;
    for text in [likelihood.map(|s| &s.meaning), consequence.map(|s| &s.meaning)] {
        if let Some(text) = text.filter(|text| !text.is_empty() && y < area.bottom()) {
            pen.put(area.x, y, area.width, text, Role::Dim);
            y += 1;
        }
    }
}
