//! The criteria screen: the grid as it would be, the words behind it, and what a change changes.

use super::{
    Pen,
    heat::{letter, role_of},
    layers::typed,
};
use crate::{
    app::App,
    assess::criteria::problems,
    isms::{Level, Words},
    layer::CriteriaSheet,
    pane::{consequences::consequences, criteria::View},
    ui::{Role, text},
};
use ratatui::layout::{Position, Rect};

/// Width of the labels of steps, levels and fields.
const LABEL: u16 = 18;

/// Draws the screen; returns where its cursor stands.
pub fn draw(pen: &mut Pen<'_>, app: &App, layer: &CriteriaSheet) -> Option<Position> {
    let (width, height) = app.size;
    let area = Rect { x: 0, y: 2, width, height: height.saturating_sub(3) };
    pen.clear(area);
    let changed = if layer.is_changed() { "changed, not applied yet: s" } else { "as in isms.ron" };
    let title = format!("Risk criteria · {} · {changed}", layer.draft.criteria.rule.label());
    let approval = format!("approval: {}", app.assessment.criteria.in_words());
    pen.frame(area, &title, &approval, true);
    let inner = Rect {
        x: area.x + 2,
        y: area.y + 1,
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(2),
    };
    tabs(pen, app, layer, inner);
    let body = Rect { y: inner.y + 1, height: inner.height.saturating_sub(1), ..inner };
    let (cursor, end) = match layer.view {
        View::Grid => grid(pen, app, layer, body),
        View::Method => fields(pen, layer, body),
        _ => {
            let below = list(pen, layer, body);
            let rest = Rect { y: below, height: body.bottom().saturating_sub(below), ..body };
            fields(pen, layer, rest)
        }
    };
    let rest = Rect { y: end, height: body.bottom().saturating_sub(end), ..body };
    judged(pen, app, layer, rest);
    cursor
}

fn tabs(pen: &mut Pen<'_>, app: &App, layer: &CriteriaSheet, area: Rect) {
    let mut x = area.x;
    for view in View::ALL {
        let name = match view {
            View::Consequence => super::heat::consequence(app),
            other => other.title(),
        };
        let here = view == layer.view;
        let text = if here { format!("[{name}]") } else { format!(" {name} ") };
        let role = if here { Role::Accent } else { Role::Dim };
        x = pen.put(x, area.y, area.right().saturating_sub(x), &text, role) + 1;
    }
}

fn level_of(layer: &CriteriaSheet, likelihood: usize, consequence: usize) -> Option<&Level> {
    let at = layer.draft.level(likelihood, consequence)?;
    layer.draft.criteria.levels.get(at)
}

/// The grid; changed cells are marked, so that they show without colour.
fn grid(
    pen: &mut Pen<'_>,
    app: &App,
    layer: &CriteriaSheet,
    area: Rect,
) -> (Option<Position>, u16) {
    let criteria = &layer.draft.criteria;
    let (rows, columns) = (criteria.likelihood.len(), criteria.consequence.len());
    let wide = u16::try_from(columns).unwrap_or(u16::MAX).saturating_mul(5);
    let label = area.width.saturating_sub(wide).clamp(3, LABEL);
    let mut cursor = None;
    let mut y = area.y;
    for likelihood in (1..=rows).rev() {
        if y >= area.bottom() {
            return (cursor, y);
        }
        let name = criteria.likelihood.get(likelihood - 1).map_or("", |step| &step.name);
        pen.put(area.x, y, label - 1, &format!("{likelihood} {name}"), Role::Dim);
        for consequence in 1..=columns {
            let Ok(column) = u16::try_from(consequence - 1) else { break };
            let level = level_of(layer, likelihood, consequence);
            let before = level_of_start(layer, likelihood, consequence);
            let now = level.map(|level| level.id.to_string());
            let mark = if before == now { " " } else { "*" };
            let x = column.saturating_mul(5).saturating_add(area.x + label);
            if x >= area.right() {
                break;
            }
            let place = Rect { x, y, width: 4.min(area.right() - x), height: 1 };
            pen.put(x, y, place.width, &format!(" {}{mark} ", letter(level)), role_of(level));
            if (likelihood, consequence) == (layer.row + 1, layer.column + 1) {
                pen.over(place, Role::Selected);
                cursor = Some(Position { x: place.x, y });
            }
        }
        y += 1;
    }
    legend(pen, layer, area);
    let (l, c) = (layer.row + 1, layer.column + 1);
    let name = criteria.consequence.get(layer.column).map_or("", |step| &step.name);
    let level = level_of(layer, l, c);
    let says = level.map_or_else(
        || "no level".to_string(),
        |level| format!("{}, accepted by: {}", level.name, level.accept.label()),
    );
    let text = format!("{l} × {} {c} {name} = {says}", super::heat::consequence(app));
    if y < area.bottom() {
        pen.put(area.x, y, area.width, &text, Role::Text);
    }
    (cursor, y + 2)
}

fn level_of_start(layer: &CriteriaSheet, likelihood: usize, consequence: usize) -> Option<String> {
    let at = layer.start.level(likelihood, consequence)?;
    layer.start.criteria.levels.get(at).map(|level| level.id.to_string())
}

/// The levels beside the grid, with the digits that set them.
fn legend(pen: &mut Pen<'_>, layer: &CriteriaSheet, area: Rect) {
    let criteria = &layer.draft.criteria;
    let columns = u16::try_from(criteria.consequence.len()).unwrap_or(u16::MAX);
    let x = columns.saturating_mul(5).saturating_add(area.x + LABEL + 2);
    for (nth, (y, level)) in (area.y..area.bottom()).zip(criteria.levels.iter()).enumerate() {
        if x >= area.right() {
            return;
        }
        let months = level.months.map_or_else(String::new, |months| format!(", {months} mo"));
        let from = level.from.map_or_else(String::new, |from| format!(" from {from}"));
        let text = format!(
            "{} {} {}{from} · {}{months}",
            nth + 1,
            letter(Some(level)),
            level.name,
            level.accept.label()
        );
        pen.put(x, y, area.right() - x, &text, role_of(Some(level)));
    }
}

/// The steps or levels, one line each; returns the next free line.
fn list(pen: &mut Pen<'_>, layer: &CriteriaSheet, area: Rect) -> u16 {
    let count = layer.draft.rows(layer.view);
    let all = layer.view.fields();
    let tall = usize::from(area.height.saturating_sub(8)).max(2);
    let top = (layer.row + 1).saturating_sub(tall);
    let mut y = area.y;
    // as on the grid, the highest stands at the top
    for row in (0..count).skip(top).take(tall) {
        let words: Vec<String> = all
            .iter()
            .map(|field| layer.draft.text(layer.view, row, field))
            .filter(|words| !words.is_empty())
            .collect();
        let here = row == layer.row;
        if here {
            pen.put(area.x.saturating_sub(1), y, 1, pen.glyphs.marker, Role::Accent);
        }
        let mut words = words.into_iter();
        let first = words.next().unwrap_or_else(|| "(no name)".to_string());
        let role = if here { Role::Title } else { Role::Text };
        pen.put(area.x, y, LABEL - 1, &format!("{} {first}", row + 1), role);
        let rest = words.collect::<Vec<_>>().join(" · ");
        pen.put(area.x + LABEL, y, area.width.saturating_sub(LABEL), &rest, Role::Dim);
        y += 1;
    }
    if count == 0 {
        pen.put(area.x, y, area.width, "Nothing here yet: n makes the first one.", Role::Dim);
        y += 1;
    }
    y + 1
}

/// The fields of the row under the cursor, or of the record.
fn fields(pen: &mut Pen<'_>, layer: &CriteriaSheet, area: Rect) -> (Option<Position>, u16) {
    let mut y = area.y;
    let mut cursor = None;
    if layer.row >= layer.draft.rows(layer.view) {
        return (None, y);
    }
    for (nth, field) in layer.view.fields().into_iter().enumerate() {
        if y >= area.bottom() {
            break;
        }
        let here = nth == layer.column;
        let place =
            Rect { x: area.x + LABEL, y, width: area.width.saturating_sub(LABEL), height: 1 };
        pen.put(area.x, y, LABEL - 1, field.label, if here { Role::Accent } else { Role::Dim });
        match layer.typing.as_ref().filter(|_| here) {
            Some(line) => cursor = Some(typed(pen, place, line)),
            None => {
                let words = layer.draft.text(layer.view, layer.row, field);
                let words = if words.is_empty() { "–".to_string() } else { words };
                let tall = if here { 3 } else { 1 };
                let lines = text::wrap(&words, usize::from(place.width));
                for (line, words) in lines.iter().take(tall).enumerate() {
                    let Ok(line) = u16::try_from(line) else { break };
                    pen.put(place.x, y + line, place.width, words, Role::Text);
                }
                if here {
                    pen.over(Rect { x: area.x, width: area.width, ..place }, Role::Selected);
                    cursor = Some(Position { x: place.x, y });
                    let more = lines.len().clamp(1, tall) - 1;
                    y += u16::try_from(more).unwrap_or_default();
                }
            }
        }
        y += 1;
    }
    (cursor, y + 1)
}

/// What is wrong with the draft, and what it would change.
fn judged(pen: &mut Pen<'_>, app: &App, layer: &CriteriaSheet, area: Rect) {
    let mut lines: Vec<(String, Role)> = Vec::new();
    if let Some(error) = &layer.error {
        lines.push((error.clone(), Role::Bad));
    }
    if !layer.is_changed() {
        let problems = problems(&layer.draft.criteria);
        if problems.is_empty() {
            let text = "Whole, rising in both directions, with a threshold for acceptance.";
            lines.push((text.to_string(), Role::Ok));
        }
        lines.extend(problems.into_iter().map(|text| (text, Role::Bad)));
    } else {
        let broken = layer.draft.broken();
        let others = problems(&layer.draft.criteria).into_iter().filter(|p| !broken.contains(p));
        let others: Vec<String> = others.collect();
        lines.extend(broken.into_iter().map(|text| (text, Role::Bad)));
        let told = consequences(app.cx(), &layer.draft.criteria).into_iter();
        let told = told.filter(|text| !text.starts_with("Broken: "));
        lines.extend(told.map(|text| (text, Role::Info)));
        lines.extend(others.into_iter().map(|text| (text, Role::Warn)));
    }
    let room = usize::from(area.height);
    let count = lines.len();
    let shown = if count > room { room.saturating_sub(1) } else { count };
    for (y, (text, role)) in (area.y..area.bottom()).zip(lines.into_iter().take(shown)) {
        pen.put(area.x, y, area.width, &text, role);
    }
    if count > shown && room > 0 {
        let text = format!("and {} more: s shows all", count - shown);
        pen.put(area.x, area.bottom().saturating_sub(1), area.width, &text, Role::Dim);
    }
}
