//! A list: heading, rows, the selected one unmistakable even without colour.

use super::Pen;
use crate::{
    app::{App, Focus},
    isms::Kind,
    pane::{Column, List, ListId, Part, Row, Spec, column, columns, tree},
    ui::{
        Role,
        text::{self, wrap},
    },
};
use ratatui::layout::{Position, Rect};

/// Cells at the end of a line that a title leaves free: the marks of a gap stand there.
const GAP: u16 = 5;

/// Draws the list on screen; returns where the selected row stands.
pub fn draw(pen: &mut Pen<'_>, app: &App, area: Rect) -> Option<Position> {
    let list = app.list();
    let focused = app.focus == Focus::List && app.layers.is_empty();
    pen.frame(area, &title(app, list, area.width), &note(list), focused);
    let inner = Rect {
        x: area.x + 1,
        y: area.y + 1,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(2),
    };
    let columns = fitted(list, inner.width.saturating_sub(2));
    heading(pen, list, &columns, inner);
    if list.rows.is_empty() {
        let broken =
            list.id.kinds().iter().find_map(|kind| app.isms.register(kind.file()).trouble());
        let text = if !app.loaded {
            String::new()
        } else if let Some(why) = &broken {
            // nobody takes a register that can't be read for an empty one
            return unreadable(pen, why, inner);
        } else if list.is_narrowed() {
            "Nothing fits the filter; esc clears it.".to_string()
        } else {
            list.id.when_empty().to_string()
        };
        pen.put(inner.x + 2, inner.y + 1, inner.width.saturating_sub(3), &text, Role::Dim);
        return None;
    }
    let mut cursor = None;
    let mut last_group = String::new();
    for line in 0..inner.height.saturating_sub(1) {
        let place = list.top + usize::from(line);
        let Some(row) = list.rows.get(place).copied() else { break };
        let y = inner.y + 1 + line;
        let selected = place == list.cursor;
        let marked =
            !list.marks.is_empty() && row.at(app.cx()).is_some_and(|at| list.marks.contains(&at));
        if selected {
            let glyph = pen.glyphs.marker;
            pen.put(inner.x, y, 1, glyph, Role::Accent);
            cursor = Some(Position { x: inner.x, y });
        }
        if marked {
            let glyph = pen.glyphs.mark;
            pen.put(inner.x + 1, y, 1, glyph, Role::Mark);
        }
        let mut x = inner.x + 2;
        for (spec, width) in &columns {
            let mut cell = column::cell(app.cx(), row, spec.column);
            if spec.column == Column::Id && list.id == ListId::Clauses {
                cell.text = branch(pen, app, list, row) + &cell.text;
            }
            if Some(spec.column) == list.group {
                if cell.text == last_group {
                    cell.text.clear();
                } else {
                    last_group.clone_from(&cell.text);
                    cell.role = Role::Title;
                }
            }
            let role = if selected { plain_when_selected(cell.role) } else { cell.role };
            // headings and lettered items have nothing to say in the columns behind their title
            let spans = row.part != Part::Whole && spec.column == Column::Title;
            let wide = if spans { inner.right().saturating_sub(x + GAP) } else { *width };
            let mut room = room(x, wide, inner);
            // where a column says why, the title need not say it again
            let says = list.columns.iter().any(|spec| spec.column == Column::Why);
            if spec.column == Column::Title && row.part == Part::Whole && !says {
                room = tagged(pen, app, row, (x, y, room), &cell.text, selected);
            }
            let shown = short(spec, &cell.text, room).unwrap_or(&cell.text);
            pen.put(x, y, room, shown, role);
            x += width;
        }
        if selected {
            let role = if focused { Role::Selected } else { Role::SelectedInactive };
            let row = Rect { x: inner.x + 1, y, width: inner.width.saturating_sub(1), height: 1 };
            pen.over(row, role);
        }
    }
    cursor
}

/// Dim text on a reversed row can't be read.
fn plain_when_selected(role: Role) -> Role {
    if role == Role::Dim { Role::Text } else { role }
}

/// What stands before an id in the tree of clauses: how deep it stands, and whether it is open.
fn branch(pen: &Pen<'_>, app: &App, list: &List, row: Row) -> String {
    let cx = app.cx();
    let depth = match row.part {
        Part::Item(_) => 2,
        Part::Whole if list.has_headings() => 1,
        _ => 0,
    };
    let mark = match (tree::has_below(cx, row), list.tree.is_open(cx, row)) {
        (false, _) => " ",
        (true, true) => pen.glyphs.down,
        (true, false) => pen.glyphs.right,
    };
    format!("{}{mark}", " ".repeat(depth))
}

/// Why there is nothing to list, and what to do about it.
fn unreadable(pen: &mut Pen<'_>, why: &str, area: Rect) -> Option<Position> {
    let text =
        format!("{why} Nothing is written into the file until it is mended: E opens it there.");
    let wide = usize::from(area.width.saturating_sub(4)).max(1);
    for (line, y) in wrap(&text, wide).iter().zip(area.y + 1..area.bottom()) {
        pen.put(area.x + 2, y, area.width.saturating_sub(3), line, Role::Bad);
    }
    None
}

/// What is missing in a control stands at the end of its title's room; returns what the title keeps.
///
/// A row without a gap has the room for its title, and a short title leaves more of it.
fn tagged(
    pen: &mut Pen<'_>,
    app: &App,
    row: Row,
    (x, y, room): (u16, u16, u16),
    title: &str,
    selected: bool,
) -> u16 {
    const LEAST: u16 = 10;
    let Some(tags) = column::tags(app.cx(), row) else { return room };
    let wide = |text: &str| u16::try_from(text::width(text)).unwrap_or(u16::MAX);
    // a title is cut to two thirds at most for the first words, less for more of them
    let title = wide(title).min(room * 2 / 3).max(LEAST);
    let left = room.saturating_sub(title + 1);
    let mut words = tags.text.as_str();
    while wide(words) > left {
        match words.rsplit_once(" · ") {
            Some((fewer, _)) => words = fewer,
            None => break,
        }
    }
    let wide = wide(words).min(room.saturating_sub(LEAST + 1));
    if wide < 6 {
        return room;
    }
    let role = if selected { plain_when_selected(tags.role) } else { tags.role };
    pen.put(x + room - wide, y, wide, words, role);
    room.saturating_sub(wide + 1)
}

/// A shorter word for a narrow column.
fn short(spec: &Spec, text: &str, room: u16) -> Option<&'static str> {
    match (spec.column, text) {
        (Column::Field("applicable"), "undecided") if room < 9 => Some("?"),
        _ => None,
    }
}

fn title(app: &App, list: &List, width: u16) -> String {
    let shown = list.records();
    let mut title = if shown == list.total {
        format!(" {} {shown}", "──")
    } else {
        format!(" ── {shown} of {}", list.total)
    };
    if let Some(only) = &list.only {
        title += &format!(" ── {}", only.label);
    }
    if !list.filter.trim().is_empty() {
        title += &format!(" ── filter: {}", list.filter.trim());
    }
    if list.sort != columns::default_sort(list.id) {
        let names = list.sort.iter().map(|(c, turned)| {
            let name = c.heading(list.id).to_lowercase();
            if *turned { format!("{name} ↓") } else { name }
        });
        title += &format!(" ── sort: {}", names.collect::<Vec<_>>().join(", "));
    }
    let room = usize::from(width).saturating_sub(crate::ui::text::width(&title) + 6);
    super::tabs::title(app, room) + &title
}

fn note(list: &List) -> String {
    match list.marks.len() {
        0 => String::new(),
        count => format!("{count} marked"),
    }
}

fn heading(pen: &mut Pen<'_>, list: &List, columns: &[(Spec, u16)], area: Rect) {
    let mut x = area.x + 2;
    for (spec, width) in columns {
        let heading = match spec.column.heading(list.id) {
            "Applies" if *width < 8 => "App",
            heading => heading,
        };
        pen.put(x, area.y, room(x, *width, area), heading, Role::Dim);
        x += width;
    }
}

/// Cells for the text of a column; one that can't be left out may still be too wide.
fn room(x: u16, width: u16, area: Rect) -> u16 {
    width.saturating_sub(1).min(area.right().saturating_sub(x))
}

/// The columns that have room, with their widths; the title takes what is left.
fn fitted(list: &List, width: u16) -> Vec<(Spec, u16)> {
    /// What a title needs to be read, and what it gets at least while lesser columns stand beside it.
    const TITLE: u16 = 14;
    let comfort = if list.id.kinds().contains(&Kind::Control) { 40 } else { 24 };
    let mut specs: Vec<Spec> = list.columns.clone();
    for spec in specs.iter_mut().filter(|spec| spec.column == Column::Id) {
        let longest = u16::try_from(list.longest_id).unwrap_or(u16::MAX);
        spec.width = spec.width.max(longest.min(12)).min(longest.max(4));
    }
    if let Some(group) = list.group {
        specs.retain(|spec| spec.column != group);
        let wide =
            columns::chosen(list.id, group).width.clamp(10, if width < 90 { 16 } else { 26 });
        specs.insert(0, Spec { column: group, width: wide, rank: 0 });
    }
    let need = |specs: &[Spec], title: u16| -> u16 {
        specs.iter().map(|s| if s.width == 0 { title } else { s.width + 1 }).sum()
    };
    let least = |worst: u8| if worst >= 2 { comfort } else { TITLE };
    loop {
        let worst = specs.iter().map(|s| s.rank).max().unwrap_or_default();
        if need(&specs, least(worst)) <= width {
            break;
        }
        if worst == 0 {
            break;
        }
        if let Some(at) = specs.iter().rposition(|s| s.rank == worst) {
            specs.remove(at);
        }
    }
    let fixed: u16 = specs.iter().filter(|s| s.width > 0).map(|s| s.width + 1).sum();
    let rest = width.saturating_sub(fixed);
    let flexible = specs.iter().filter(|s| s.width == 0).count().max(1);
    let share = rest / u16::try_from(flexible).unwrap_or(1);
    specs.into_iter().map(|s| (s, if s.width == 0 { share } else { s.width + 1 })).collect()
}
