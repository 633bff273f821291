//! The last line: a message, an unfinished sequence, or the keys that work right now.

use super::Pen;
use crate::{
    app::{Action, App, contexts},
    layer::Layer,
    term::sequence::print_sequence,
    ui::{Role, text},
};
use ratatui::layout::Rect;

/// Draws the last line, what the tour says above it, and the continuations of an unfinished sequence above it.
pub fn draw(pen: &mut Pen<'_>, app: &App, area: Rect) {
    if let Some(line) = crate::app::tour::line(app) {
        let above = Rect { y: area.y.saturating_sub(1), ..area };
        said(pen, above, &line, Role::Info);
    }
    if !app.pending.is_empty() {
        return continuations(pen, app, area);
    }
    if let Some(count) = app.count {
        let count = if count == 0 { "0…".to_string() } else { format!("0{count}") };
        let x = pen.put(area.x, area.y, area.width, &count, Role::HintKey);
        let words = "  digits, then a command: j k ]g move, space marks, . repeats, u undoes · esc";
        pen.put(x, area.y, area.right().saturating_sub(x), words, Role::HintText);
        return;
    }
    if let Some(notice) = &app.notice {
        let role = if notice.bad { Role::Error } else { Role::Text };
        return said(pen, area, &notice.text, role);
    }
    if let Some(open) = app.layers.last() {
        pen.put(area.x, area.y, area.width, layer_keys(&open.layer), Role::HintText);
        return;
    }
    let mut x = area.x;
    let mut shown: Vec<&str> = Vec::new();
    for action in ordered(app) {
        let about = action.about();
        if about.hint.is_empty() || shown.contains(&about.hint) {
            continue;
        }
        let keys = app.keys_for(action);
        let Some(key) = keys.first().filter(|_| contexts::enabled(app, action).is_ok()) else {
            continue;
        };
        let wide = text::width(key) + 1 + text::width(about.hint) + 2;
        if usize::from(x) + wide > usize::from(area.right()) + 2 {
            continue;
        }
        x = pen.put(x, area.y, area.right().saturating_sub(x), key, Role::HintKey) + 1;
        x = pen.put(x, area.y, area.right().saturating_sub(x), about.hint, Role::HintText) + 2;
        shown.push(about.hint);
    }
}

/// A message; one that is longer than the line takes a few lines more, upwards.
fn said(pen: &mut Pen<'_>, area: Rect, words: &str, role: Role) {
    const MOST: usize = 3;
    let mut lines = text::wrap(words, usize::from(area.width).max(1));
    let more = lines.len() > MOST;
    lines.truncate(MOST);
    if let Some(last) = lines.last_mut().filter(|_| more) {
        last.push('…');
    }
    let count = u16::try_from(lines.len()).unwrap_or(1).max(1);
    let top = (area.y + 1).saturating_sub(count);
    for (y, words) in (top..=area.y).zip(&lines) {
        pen.clear(Rect { y, height: 1, ..area });
        pen.put(area.x, y, area.width, words, role);
    }
}

/// The most particular context first.
fn ordered(app: &App) -> Vec<Action> {
    let contexts = app.contexts();
    let mut actions: Vec<Action> = Action::ALL.to_vec();
    let place = |action: &Action| contexts.iter().position(|c| *c == action.about().context);
    actions.retain(|action| place(action).is_some());
    actions.sort_by_key(place);
    actions
}

/// What may follow the keys typed so far, above the last line.
fn continuations(pen: &mut Pen<'_>, app: &App, area: Rect) {
    let contexts = app.contexts();
    let found = app.keymap.continuations(&contexts, &app.pending);
    let column = 38u16;
    let columns = (area.width / column).max(1);
    let count = u16::try_from(found.len()).unwrap_or(u16::MAX);
    let rows = count.div_ceil(columns).min(area.y.saturating_sub(3));
    let top = area.y.saturating_sub(rows);
    pen.clear(Rect { x: area.x, y: top, width: area.width, height: rows + 1 });
    for (nth, (keys, action)) in found.iter().enumerate() {
        let Ok(nth) = u16::try_from(nth) else { break };
        let (row, col) = (nth % rows.max(1), nth / rows.max(1));
        if col >= columns {
            break;
        }
        let (x, y) = (area.x + col * column, top + row);
        let next = pen.put(x, y, 10, &print_sequence(keys), Role::HintKey);
        let room = (x + column).min(area.right()).saturating_sub(next + 2);
        let enabled = contexts::enabled(app, *action).is_ok();
        let role = if enabled { Role::Text } else { Role::Dim };
        pen.put(next + 1, y, room, action.about().words, role);
    }
    let typed = print_sequence(&app.pending);
    pen.put(area.x, area.y, area.width, &format!("{typed} …  esc"), Role::HintText);
}

fn layer_keys(layer: &Layer) -> &'static str {
    match layer {
        Layer::Choose(choose) if choose.several => {
            "space or tab marks · enter takes what is marked · type to find · esc leaves it"
        }
        Layer::Columns(_) => {
            "space shows or hides · h l width · 0 what is left · J K move it · enter · esc"
        }
        Layer::Choose(_) => "enter takes it · letters find · esc leaves it",
        Layer::Input(input) if input.live => {
            "enter keeps the filter · tab completes · esc clears it"
        }
        Layer::Input(_) => "enter takes it · esc leaves it",
        Layer::Editor(_) => {
            "esc keep · ctrl-n keep, next · ctrl-c undo it · ctrl-t take text · pgdn more · ctrl-x $EDITOR"
        }
        Layer::Find(find) if find.commands => "enter runs it · type to find · esc",
        Layer::Find(_) => "enter open · tab only this kind · ctrl-l link · : commands · esc",
        Layer::Grid(_) => "arrows move · enter rates · esc leaves it",
        Layer::Sheet(_) => "type to find · enter follows · esc",
        Layer::Confirm(_) => "y yes · n no",
        Layer::Form(_) => "enter does it · tab next line · esc leaves it",
        Layer::Criteria(screen) if screen.typing.is_some() => {
            "enter keeps it · tab keeps it, next field"
        }
        Layer::Criteria(screen) if screen.view == crate::pane::criteria::View::Grid => {
            "arrows  + - or 1-9 level  r rule  tab view  o ready-made  u undo  s apply  q"
        }
        Layer::Criteria(_) => {
            "arrows  enter edit  n new  D remove  r rule  tab view  o ready  u undo  s apply"
        }
        Layer::Session(session) if session.current().is_none() => "p back · u undo · q leave",
        Layer::Session(_) => {
            "a plan  c accept  m management  b back  r revoke  u undo  s skip  n/p  w who  q"
        }
    }
}
