//! Layers, drawn over the pane.

use super::{Pen, heat};
use crate::{
    app::{App, Open},
    layer::{Choose, Confirm, Editor, Grid, Input, Layer, Line, Sheet},
    ui::{Role, text},
};
use ratatui::{
    layout::{Position, Rect},
    widgets::Widget,
};

/// Draws a layer; returns where its cursor stands.
pub fn draw(pen: &mut Pen<'_>, app: &App, open: &Open) -> Option<Position> {
    match &open.layer {
        Layer::Choose(layer) => choose(pen, app, layer),
        Layer::Columns(layer) => super::columns::draw(pen, app, layer),
        Layer::Input(layer) => input(pen, app, layer),
        Layer::Editor(layer) => editor(pen, app, layer),
        Layer::Find(layer) => super::find::draw(pen, app, layer),
        Layer::Grid(layer) => grid(pen, app, layer),
        Layer::Sheet(layer) => sheet(pen, app, layer),
        Layer::Confirm(layer) => confirm(pen, app, layer),
        Layer::Form(layer) => super::form::draw(pen, app, layer),
        Layer::Criteria(layer) => super::criteria::draw(pen, app, layer),
        Layer::Session(layer) => super::session::draw(pen, app, layer),
    }
}

/// A box in the middle of the screen, above the last line.
pub(super) fn middle(app: &App, width: u16, height: u16) -> Rect {
    let (all_width, all_height) = app.size;
    let width = width.min(all_width);
    let height = height.min(all_height.saturating_sub(1));
    Rect {
        x: (all_width - width) / 2,
        y: all_height.saturating_sub(1).saturating_sub(height) / 2,
        width,
        height,
    }
}

pub(super) fn boxed(pen: &mut Pen<'_>, area: Rect, title: &str, note: &str) -> Rect {
    pen.clear(area);
    pen.frame(area, title, note, true);
    Rect {
        x: area.x + 2,
        y: area.y + 1,
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(2),
    }
}

/// A line being typed; returns where its cursor stands. A long line shows its end.
pub(super) fn typed(pen: &mut Pen<'_>, area: Rect, line: &Line) -> Position {
    let room = usize::from(area.width.saturating_sub(1));
    let mut before = line.before();
    while text::width(before) > room {
        let mut letters = before.chars();
        letters.next();
        before = letters.as_str();
    }
    let x = pen.put(area.x, area.y, area.width, before, Role::Input);
    pen.put(x, area.y, area.right().saturating_sub(x), line.after(), Role::Input);
    Position { x: x.min(area.right().saturating_sub(1)), y: area.y }
}

pub(super) fn first_shown(cursor: usize, height: usize) -> usize {
    (cursor + 1).saturating_sub(height.max(1))
}

fn choose(pen: &mut Pen<'_>, app: &App, layer: &Choose) -> Option<Position> {
    let widest = layer
        .items
        .iter()
        .map(|item| text::width(&item.text) + text::width(&item.note) + 10)
        .chain([text::width(&layer.title) + 6, 36])
        .max()
        .unwrap_or(40);
    let (width, height) = app.size;
    let wide = u16::try_from(widest).unwrap_or(u16::MAX).min(width.saturating_sub(4)).max(20);
    let search = u16::from(layer.typing);
    let lines = u16::try_from(layer.items.len()).unwrap_or(u16::MAX).max(1);
    let about = text::wrap(&layer.about, usize::from(wide.saturating_sub(4)).max(8));
    let about = if layer.about.is_empty() { Vec::new() } else { about };
    let below =
        u16::try_from(about.len()).map_or(0, |count| if count == 0 { 0 } else { count + 1 });
    let tall = lines.saturating_add(2 + search);
    // what helps to choose leaves before what can be chosen
    let below = if tall + below > height.saturating_sub(3) { 0 } else { below };
    let tall = (tall + below).min(height.saturating_sub(3));
    let count = format!("{} of {}", layer.shown.len(), layer.items.len());
    let area = boxed(pen, middle(app, wide, tall), &layer.title, &count);
    let mut cursor = None;
    if layer.typing {
        pen.put(area.x, area.y, 2, ">", Role::Accent);
        let line = Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..area };
        cursor = Some(typed(pen, line, &layer.query));
    }
    for (line, words) in (area.bottom().saturating_sub(below) + 1..area.bottom()).zip(&about) {
        pen.put(area.x, line, area.width, words, Role::Dim);
    }
    let rows = usize::from(area.height.saturating_sub(search + below));
    let top = first_shown(layer.cursor, rows);
    for (line, (at, matched)) in layer.shown.iter().skip(top).take(rows).enumerate() {
        let Some(item) = layer.items.get(*at) else { continue };
        let y = area.y + search + u16::try_from(line).unwrap_or_default();
        let here = top + line == layer.cursor;
        let mut x = area.x;
        if layer.several {
            let mark = if item.checked { "[x] " } else { "[ ] " };
            x = pen.put(x, y, 4, mark, Role::Mark);
        }
        let start = x;
        x = pen.put(x, y, area.right().saturating_sub(x), &item.text, Role::Text);
        highlight(pen, start, y, &item.text, matched, area.right());
        if !item.note.is_empty() {
            pen.put(x + 2, y, area.right().saturating_sub(x + 2), &item.note, Role::Dim);
        }
        if here {
            let glyph = pen.glyphs.marker;
            pen.put(area.x.saturating_sub(1), y, 1, glyph, Role::Accent);
            pen.over(Rect { y, height: 1, ..area }, Role::Selected);
            cursor = cursor.or(Some(Position { x: area.x, y }));
        }
    }
    cursor
}

/// Matched letters stand out; only where one letter is one cell.
pub(super) fn highlight(
    pen: &mut Pen<'_>,
    x: u16,
    y: u16,
    shown: &str,
    matched: &[usize],
    right: u16,
) {
    if !shown.is_ascii() {
        return;
    }
    for at in matched {
        let Some(place) = u16::try_from(*at).ok().and_then(|at| x.checked_add(at)) else {
            continue;
        };
        if place < right && *at < shown.len() {
            pen.over(Rect { x: place, y, width: 1, height: 1 }, Role::Match);
        }
    }
}

fn input(pen: &mut Pen<'_>, app: &App, layer: &Input) -> Option<Position> {
    let (width, height) = app.size;
    if layer.live {
        // a filter acts on the list above it, which must stay in sight
        let y = height.saturating_sub(1);
        let line = Rect { x: 0, y, width, height: 1 };
        pen.clear(line);
        let x = pen.put(0, y, width, &format!("{}: ", layer.title), Role::Accent);
        let field = Rect { x, width: width.saturating_sub(x), ..line };
        if layer.line.is_empty() {
            pen.put(x, y, field.width, &layer.hint, Role::Placeholder);
        }
        above(pen, layer, Rect { y: y.saturating_sub(1), ..line });
        return Some(typed(pen, field, &layer.line));
    }
    let wide = width.saturating_sub(8).clamp(20, 90);
    let area = boxed(pen, middle(app, wide, 5), &layer.title, "");
    let cursor = typed(pen, Rect { height: 1, ..area }, &layer.line);
    let (hint, role) = match &layer.error {
        Some(error) => (error.as_str(), Role::Bad),
        None => (layer.hint.as_str(), Role::Dim),
    };
    for (line, words) in text::wrap(hint, usize::from(area.width)).iter().take(2).enumerate() {
        let y = area.y + 1 + u16::try_from(line).unwrap_or_default();
        pen.put(area.x, y, area.width, words, role);
    }
    Some(cursor)
}

/// What is not understood in a filter, else what its last word could become.
fn above(pen: &mut Pen<'_>, layer: &Input, line: Rect) {
    if let Some(error) = &layer.error {
        pen.clear(line);
        pen.put(line.x, line.y, line.width, error, Role::Bad);
    } else if !layer.offers.is_empty() {
        pen.clear(line);
        let x = pen.put(line.x, line.y, line.width, "tab ", Role::HintKey);
        pen.put(x, line.y, line.width.saturating_sub(x), &layer.offers.join("  "), Role::HintText);
    }
}

fn editor(pen: &mut Pen<'_>, app: &App, layer: &Editor) -> Option<Position> {
    let (width, height) = app.size;
    let side = width >= 100 && !(layer.support.is_empty() && layer.offers.is_empty());
    let whole = Rect { x: 0, y: 2, width, height: height.saturating_sub(3) };
    let (left, right) = if side {
        let left = width * 55 / 100;
        (Rect { width: left, ..whole }, Rect { x: left, width: width - left, ..whole })
    } else {
        let above = (whole.height / 2).max(4).min(whole.height);
        (
            Rect { height: above, ..whole },
            Rect { y: whole.y + above, height: whole.height - above, ..whole },
        )
    };
    let note = layer.objection().unwrap_or(&layer.progress);
    let area = boxed(pen, left, &layer.title, note);
    let cursor = text_area(pen, layer, area);
    support(pen, layer, right);
    cursor
}

fn text_area(pen: &mut Pen<'_>, layer: &Editor, area: Rect) -> Option<Position> {
    let mut widget = layer.area.clone();
    widget.set_style(pen.style(Role::Input));
    widget.set_cursor_style(pen.style(Role::Input));
    (&widget).render(area, pen.buffer());
    sanitise(pen, area);
    let cursor = widget.screen_cursor();
    let x = u16::try_from(cursor.col).unwrap_or(u16::MAX);
    let y = u16::try_from(cursor.row).unwrap_or(u16::MAX);
    let (top, left) = widget.scroll_offset();
    Some(Position {
        x: area.x.saturating_add(x.saturating_sub(left)).min(area.right().saturating_sub(1)),
        y: area.y.saturating_add(y.saturating_sub(top)).min(area.bottom().saturating_sub(1)),
    })
}

/// The widget writes cells itself: what could steer the terminal is taken out afterwards.
fn sanitise(pen: &mut Pen<'_>, area: Rect) {
    let buf = pen.buffer();
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            if let Some(cell) = buf.cell_mut((x, y)) {
                let safe = text::safe(cell.symbol()).into_owned();
                if safe != cell.symbol() {
                    cell.set_symbol("?");
                }
            }
        }
    }
}

fn support(pen: &mut Pen<'_>, layer: &Editor, area: Rect) {
    if area.height < 3 {
        return;
    }
    let offers = layer.offers.len();
    let note = if offers == 0 {
        String::new()
    } else {
        format!("text {} of {offers} · ctrl-j ctrl-k · ctrl-t takes it", layer.offer + 1)
    };
    let area = boxed(pen, area, "What supports it", &note);
    let bottom = area.bottom();
    let offer = layer.offers.get(layer.offer);
    let offer_lines = offer.map_or_else(Vec::new, |(from, words)| {
        text::wrap(&format!("{from}: {words}"), usize::from(area.width))
    });
    let reserved =
        u16::try_from(offer_lines.len().min(usize::from(area.height) / 2)).unwrap_or_default();
    let mut y = area.y;
    let label = 13u16;
    let width = usize::from(area.width.saturating_sub(label)).max(8);
    'lines: for line in layer.support.iter().skip(layer.top) {
        for (nth, words) in text::wrap(&line.text, width).into_iter().enumerate() {
            if y + reserved >= bottom {
                break 'lines;
            }
            if nth == 0 {
                pen.put(area.x, y, label - 1, &line.label, Role::Dim);
            }
            pen.put(area.x + label, y, area.width.saturating_sub(label), &words, line.role);
            y += 1;
        }
    }
    for (y, words) in (bottom.saturating_sub(reserved)..bottom).zip(&offer_lines) {
        pen.put(area.x, y, area.width, words, Role::Info);
    }
}

fn grid(pen: &mut Pen<'_>, app: &App, layer: &Grid) -> Option<Position> {
    let columns = u16::try_from(layer.steps.1).unwrap_or(5);
    let rows = u16::try_from(layer.steps.0).unwrap_or(5);
    let wide = (columns * 5 + 24).max(66);
    let area = boxed(pen, middle(app, wide, rows + 6), &layer.title, "");
    heat::rating(pen, app, layer, area)
}

fn sheet(pen: &mut Pen<'_>, app: &App, layer: &Sheet) -> Option<Position> {
    let (width, height) = app.size;
    let label = layer.lines.iter().map(|line| text::width(&line.label)).max().unwrap_or_default();
    let label = u16::try_from(label).unwrap_or_default().min(width / 3);
    let area = middle(app, width.saturating_sub(4).min(110), height.saturating_sub(4).max(5));
    let area = boxed(pen, area, &layer.title, "");
    let mut cursor = None;
    let mut list = area;
    if layer.typing {
        pen.put(area.x, area.y, 2, "/", Role::Accent);
        let line = Rect { x: area.x + 2, width: area.width.saturating_sub(2), height: 1, ..area };
        cursor = Some(typed(pen, line, &layer.query));
        list = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    }
    let gap = if label == 0 { 0 } else { label + 2 };
    let room = usize::from(list.width.saturating_sub(gap)).max(8);
    let heights: Vec<usize> = layer
        .shown
        .iter()
        .map(|at| layer.lines.get(*at).map_or(1, |line| text::wrap(&line.text, room).len()))
        .collect();
    let tall = usize::from(list.height);
    let above: usize = heights.iter().take(layer.cursor + 1).sum();
    let mut skip = above.saturating_sub(tall);
    let mut y = list.y;
    for (nth, at) in layer.shown.iter().enumerate() {
        let Some(line) = layer.lines.get(*at) else { continue };
        for (part, words) in text::wrap(&line.text, room).into_iter().enumerate() {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            if y >= list.bottom() {
                return cursor;
            }
            if part == 0 {
                pen.put(list.x, y, label, &line.label, Role::HintKey);
            }
            pen.put(list.x + gap, y, list.width.saturating_sub(gap), &words, line.role);
            if nth == layer.cursor {
                if part == 0 {
                    let glyph = pen.glyphs.marker;
                    pen.put(list.x.saturating_sub(1), y, 1, glyph, Role::Accent);
                    cursor = cursor.or(Some(Position { x: list.x, y }));
                }
                pen.over(Rect { y, height: 1, ..list }, Role::Selected);
            }
            y += 1;
        }
    }
    cursor
}

fn confirm(pen: &mut Pen<'_>, app: &App, layer: &Confirm) -> Option<Position> {
    let (width, height) = app.size;
    let widest = layer.lines.iter().map(|line| text::width(line)).max().unwrap_or_default();
    let widest = widest.max(text::width(&layer.title)) + 8;
    let wide = u16::try_from(widest).unwrap_or(u16::MAX).min(width.saturating_sub(4));
    let lines = u16::try_from(layer.lines.len()).unwrap_or(u16::MAX);
    let tall = lines.saturating_add(2).min(height.saturating_sub(4)).max(3);
    let shown = usize::from(tall.saturating_sub(2));
    let note = if layer.lines.len() > shown { "j k scroll" } else { "" };
    let area = boxed(pen, middle(app, wide, tall), &layer.title, note);
    for (line, words) in layer.lines.iter().skip(layer.top).take(shown).enumerate() {
        let y = area.y + u16::try_from(line).unwrap_or_default();
        pen.put(area.x, y, area.width, words, Role::Text);
    }
    Some(Position { x: area.x, y: area.y })
}
