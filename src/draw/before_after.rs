//! One risk on a small grid: where it stands today, and where it is to stand after treatment.

use super::{
    Pen,
    heat::{consequence, letter, role_of},
};
use crate::{
    app::App,
    isms::{Level, ScaleOf, Words},
    ui::Role,
};
use ratatui::layout::Rect;

/// Draws the grid: ( ) is today, [ ] is after treatment; without colour it reads the same.
pub fn draw(pen: &mut Pen<'_>, app: &App, row: usize, area: Rect) {
    let (Some(risk), Some(state)) = (app.isms.risks.row(row), app.assessment.risks.get(row)) else {
        return;
    };
    let today = risk.likelihood.zip(risk.consequence);
    let after = risk.residual_likelihood.zip(risk.residual_consequence);
    let (rows, columns) = (app.isms.likelihood_steps(), app.isms.consequence_steps());
    for likelihood in 1..=rows {
        let Ok(line) = u16::try_from(rows - likelihood) else { continue };
        let y = area.y + line;
        if y >= area.bottom() {
            continue;
        }
        pen.put(area.x, y, 3, &format!("{likelihood:>2}"), Role::Dim);
        for consequence in 1..=columns {
            let Ok(column) = u16::try_from(consequence - 1) else { continue };
            let here = Some((likelihood, consequence));
            let level = level_at(app, likelihood, consequence);
            let letter = letter(level);
            let text = match (today == here, after == here) {
                (true, true) => format!("([{letter}])"),
                (true, false) => format!("({letter})"),
                (false, true) => format!("[{letter}]"),
                (false, false) => format!(" {letter} "),
            };
            let role = if today == here || after == here { role_of(level) } else { Role::Dim };
            let x = area.x + 3 + column * 4;
            pen.put(x, y, 5.min(area.right().saturating_sub(x)), &text, role);
        }
    }
    let arrow = pen.glyphs.arrow;
    let after_word = if state.residual_is_target { "target" } else { "after" };
    let level = |rated| crate::assess::level_name(app.isms.criteria.only(), rated);
    let lines = [
        (format!("{} {arrow}", consequence(app)), Role::Dim),
        (format!("( ) today  {}", level(state.current.rated)), Role::Text),
        (format!("[ ] {after_word} {}", level(state.residual.rated)), Role::Text),
        (accepts(app, state.remaining), Role::Dim),
    ];
    let first = area.y + u16::try_from(rows).unwrap_or_default();
    for (y, (text, role)) in (first..area.bottom()).zip(lines) {
        pen.put(area.x, y, area.width, &text, role);
    }
}

fn level_at(app: &App, likelihood: i64, consequence: i64) -> Option<&Level> {
    let at = app.assessment.scale.rate(Some(likelihood), Some(consequence)).rated.level()?;
    app.isms.criteria.only().levels.get(at)
}

/// Who may accept what remains, and for how long.
fn accepts(app: &App, remaining: crate::assess::Rated) -> String {
    if remaining.level().is_none() {
        return "what remains: not rated".to_string();
    }
    let who = app.assessment.scale.accept(remaining).label();
    match app.assessment.scale.months(remaining) {
        Some(months) => format!("by {who}, {months} mo"),
        None => format!("by {who}"),
    }
}
