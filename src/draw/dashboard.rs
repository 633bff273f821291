//! The dashboard: boxes of figures, all of them doors.

use super::{Pen, boxes, heat};
use crate::{
    app::App,
    pane::dashboard::{Door, Section, doors},
    ui::{Role, text},
};
use ratatui::layout::{Position, Rect};

/// Draws the dashboard; returns where the cursor stands.
pub fn draw(pen: &mut Pen<'_>, app: &App, area: Rect) -> Option<Position> {
    if !app.loaded {
        return None;
    }
    let doors = doors(app.cx());
    let mut here = Here { door: app.door, focused: app.layers.is_empty(), found: None };
    let figures = section(&doors, Section::Figures);
    let rows = figure_rows(area.width, figures.len());
    let top = Rect { height: (rows + 2).min(area.height), ..area };
    draw_figures(pen, &figures, top, &mut here);
    let rest = Rect { y: top.bottom(), height: area.height - top.height, ..area };
    let low = (rest.height * 2 / 5).clamp(0, 9);
    let upper = Rect { height: rest.height - low, ..rest };
    let lower = Rect { y: upper.bottom(), height: low, ..rest };
    let wide = area.width >= 100;
    let [left, right] = halves(upper, if wide { 55 } else { 60 });
    draw_lines(pen, &doors, Section::Gaps, "Gaps, worst first", left, &mut here);
    draw_lines(pen, &doors, Section::Awaiting, "Awaiting acceptance", right, &mut here);
    if lower.height >= 4 {
        let [themes, more] = halves(lower, if wide { 36 } else { 50 });
        draw_themes(pen, &doors, themes, &mut here);
        if wide {
            let [map, stages] = halves(more, 46);
            heat::small(pen, app, map);
            draw_stages(pen, &doors, stages, &mut here);
        } else {
            draw_stages(pen, &doors, more, &mut here);
        }
    }
    here.found
}

/// The door under the cursor, and where it was drawn.
struct Here {
    door: usize,
    focused: bool,
    found: Option<Position>,
}

impl Here {
    /// Marks the line of a door if the cursor is on it.
    fn mark(&mut self, pen: &mut Pen<'_>, nth: usize, area: Rect) {
        if nth == self.door {
            let glyph = pen.glyphs.marker;
            pen.put(area.x, area.y, 1, glyph, Role::Accent);
            let role = if self.focused { Role::Selected } else { Role::SelectedInactive };
            pen.over(Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area }, role);
            self.found = Some(Position { x: area.x, y: area.y });
        }
    }
}

fn section(doors: &[Door], section: Section) -> Vec<(usize, &Door)> {
    doors.iter().enumerate().filter(|(_, door)| door.section == section).collect()
}

fn halves(area: Rect, percent: u16) -> [Rect; 2] {
    let left = area.width * percent / 100;
    [Rect { width: left, ..area }, Rect { x: area.x + left, width: area.width - left, ..area }]
}

/// Width of one figure.
const FIGURE: u16 = 26;

fn figure_rows(width: u16, count: usize) -> u16 {
    let columns = (width.saturating_sub(2) / FIGURE).max(1);
    u16::try_from(count).unwrap_or(1).div_ceil(columns)
}

fn draw_figures(pen: &mut Pen<'_>, figures: &[(usize, &Door)], area: Rect, here: &mut Here) {
    pen.frame(area, "Where we stand", "enter opens what a figure counts", false);
    let columns = (area.width.saturating_sub(2) / FIGURE).max(1);
    for (place, (nth, door)) in figures.iter().enumerate() {
        let Ok(place) = u16::try_from(place) else { break };
        let (column, row) = (place % columns, place / columns);
        let cell =
            Rect { x: area.x + 1 + column * FIGURE, y: area.y + 1 + row, width: FIGURE, height: 1 };
        if cell.y + 1 >= area.bottom() {
            break;
        }
        pen.put(cell.x + 1, cell.y, 5, &format!("{:>4}", door.figure), door.role);
        pen.put(cell.x + 6, cell.y, FIGURE - 7, &door.text, Role::Text);
        here.mark(pen, *nth, Rect { width: FIGURE - 1, ..cell });
    }
}

fn draw_lines(
    pen: &mut Pen<'_>,
    doors: &[Door],
    which: Section,
    title: &str,
    area: Rect,
    here: &mut Here,
) {
    pen.frame(area, title, "", false);
    let lines = section(doors, which);
    if lines.is_empty() {
        let good = match which {
            Section::Gaps => "No gap left.",
            _ => "Nothing awaits a decision.",
        };
        pen.put(area.x + 2, area.y + 1, area.width.saturating_sub(4), good, Role::Ok);
    }
    for (line, (nth, door)) in lines.iter().enumerate() {
        let Ok(line) = u16::try_from(line) else { break };
        let y = area.y + 1 + line;
        if y + 1 >= area.bottom() {
            break;
        }
        let inner = Rect { x: area.x + 1, y, width: area.width.saturating_sub(2), height: 1 };
        let right = match which {
            Section::Gaps => String::new(),
            _ => door.figure.clone(),
        };
        let mut x = inner.x + 1;
        if which == Section::Gaps {
            let bars = pen.glyphs.gap.repeat(door.figure.parse().unwrap_or(1));
            pen.put(x, y, 3, &bars, Role::Bad);
            x += 4;
        }
        let room = usize::from(inner.right().saturating_sub(x + 1));
        let right_width = text::width(&right).min(room / 2);
        let left = u16::try_from(room.saturating_sub(right_width + 1)).unwrap_or_default();
        pen.put(x, y, left, &door.text, Role::Text);
        let start =
            inner.right().saturating_sub(u16::try_from(right_width).unwrap_or_default() + 1);
        pen.put(start, y, u16::try_from(right_width).unwrap_or_default(), &right, Role::Dim);
        here.mark(pen, *nth, inner);
    }
}

fn draw_themes(pen: &mut Pen<'_>, doors: &[Door], area: Rect, here: &mut Here) {
    pen.frame(area, "Annex A by theme", "", false);
    for (line, (nth, door)) in section(doors, Section::Themes).into_iter().enumerate() {
        let Ok(line) = u16::try_from(line) else { break };
        let y = area.y + 1 + line;
        if y + 1 >= area.bottom() {
            break;
        }
        let numbers: Vec<usize> =
            door.figure.split('/').filter_map(|number| number.parse().ok()).collect();
        let [done, partly, all] = numbers.as_slice() else { continue };
        let x = pen.put(area.x + 2, y, 15, &format!("{:<14}", door.text), Role::Text);
        let room = usize::from((area.right() - 1).saturating_sub(x + 9));
        let bar = boxes::parts(&pen.glyphs, *done, *partly, *all, room.min(24));
        let x = pen.put(x, y, 30, &bar, Role::Ok);
        pen.put(x + 1, y, 8, &format!("{done}/{all}"), Role::Dim);
        let inner = Rect { x: area.x + 1, y, width: area.width.saturating_sub(2), height: 1 };
        here.mark(pen, nth, inner);
    }
}

fn draw_stages(pen: &mut Pen<'_>, doors: &[Door], area: Rect, here: &mut Here) {
    pen.frame(area, "Towards the certificate", "", false);
    for (line, (nth, door)) in section(doors, Section::Stages).into_iter().enumerate() {
        let Ok(line) = u16::try_from(line) else { break };
        let y = area.y + 1 + line;
        if y + 1 >= area.bottom() {
            break;
        }
        let room = area.width.saturating_sub(4);
        let x = pen.put(area.x + 2, y, room.min(27), &door.text, Role::Text);
        let percent: usize = door.figure.parse().unwrap_or_default();
        let left = usize::from(area.right().saturating_sub(x + 8));
        let bar = boxes::bar(&pen.glyphs, percent, 100, left.min(10));
        let x = pen.put(x + 1, y, 10, &bar, Role::Info);
        pen.put(x + 1, y, 4, &format!("{percent}%"), Role::Dim);
        let inner = Rect { x: area.x + 1, y, width: area.width.saturating_sub(2), height: 1 };
        here.mark(pen, nth, inner);
    }
}
