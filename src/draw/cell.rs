//! The risks of the cell of the heat map under the cursor, each with the way that its treatment takes.

use super::{Pen, heat::role_of};
use crate::{
    app::App,
    isms::{Level, Words},
    pane::{Row, column, heat::HeatMode},
    ui::Role,
};
use ratatui::layout::Rect;

/// Where the risks of the cell under the cursor go, while the heat map shows both ratings.
pub fn moves(app: &App) -> Vec<(i64, i64)> {
    if app.heat != HeatMode::Both {
        return Vec::new();
    }
    let risks = app.list().rows.iter().filter_map(|row| app.isms.risks.row(row.row));
    risks
        .filter(|risk| risk.likelihood.zip(risk.consequence) == Some(app.cell))
        .filter_map(|risk| risk.residual_likelihood.zip(risk.residual_consequence))
        .filter(|to| *to != app.cell)
        .collect()
}

/// Draws the cell as a pane beside the map.
pub fn draw(pen: &mut Pen<'_>, app: &App, area: Rect) {
    let (likelihood, consequence) = app.cell;
    let title = format!("{} risk(s) at {likelihood} × {consequence}", app.list().rows.len());
    pen.frame(area, &title, "enter lists them · space next · R rates", false);
    let inner = Rect {
        x: area.x + 2,
        y: area.y + 1,
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(2),
    };
    lines(pen, app, inner);
}

/// The cell in words, and its risks, two lines each where there is room.
pub fn lines(pen: &mut Pen<'_>, app: &App, area: Rect) {
    let (likelihood, consequence) = app.cell;
    let criteria = app.isms.criteria.only();
    let rated = app.assessment.scale.rate(Some(likelihood), Some(consequence)).rated;
    let level = rated.level().and_then(|at| criteria.levels.get(at));
    let text = match level {
        Some(level) => format!(
            "{likelihood} × {consequence}: {}, accepted by: {}",
            name(level),
            level.accept.label()
        ),
        None => format!("{likelihood} × {consequence}: no level"),
    };
    pen.put(area.x, area.y, area.width, &text, role_of(level));
    let list = app.list();
    if list.rows.is_empty() {
        pen.put(area.x, area.y + 1, area.width, "No risk stands here.", Role::Dim);
        return;
    }
    let two = usize::from(area.height) > list.rows.len() * 2;
    let tall = if two { 2 } else { 1 };
    let room = usize::from(area.height.saturating_sub(1)) / usize::from(tall);
    let top = (list.cursor + 1).saturating_sub(room.max(1));
    let mut y = area.y + 1;
    for (nth, row) in list.rows.iter().enumerate().skip(top).take(room) {
        risk(pen, app, *row, nth == list.cursor, Rect { y, height: tall, ..area });
        y += tall;
    }
}

fn name(level: &Level) -> &str {
    if level.name.is_empty() { &level.id } else { &level.name }
}

fn risk(pen: &mut Pen<'_>, app: &App, row: Row, here: bool, area: Rect) {
    let cx = app.cx();
    let key = app.isms.key(row.kind, row.row).unwrap_or_default();
    let title = column::title(cx, row);
    let Some(risk) = app.isms.risks.row(row.row) else { return };
    let place = |l: Option<i64>, c: Option<i64>| match (l, c) {
        (Some(l), Some(c)) => format!("{l}×{c} "),
        _ => String::new(),
    };
    let today = column::cell(cx, row, column::Column::Level);
    let after = column::cell(cx, row, column::Column::Residual);
    let way = format!(
        "{}{} {} {}{}",
        place(risk.likelihood, risk.consequence),
        today.text,
        pen.glyphs.arrow,
        place(risk.residual_likelihood, risk.residual_consequence),
        after.text
    );
    if here {
        pen.put(area.x.saturating_sub(1), area.y, 1, pen.glyphs.marker, Role::Accent);
    }
    let role = if here { Role::Title } else { Role::Text };
    if area.height > 1 {
        pen.put(area.x, area.y, area.width, &format!("{key} {title}"), role);
        pen.put(area.x + 2, area.y + 1, area.width.saturating_sub(2), &way, after.role);
    } else {
        let x = pen.put(area.x, area.y, 8, &format!("{key} "), role);
        let x = pen.put(x, area.y, 40.min(area.right().saturating_sub(x)), &way, after.role);
        pen.put(x + 1, area.y, area.right().saturating_sub(x + 1), &title, role);
    }
}
