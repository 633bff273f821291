//! Moving, and marking rows.

use crate::{
    app::{App, Effect, Focus, Timer, geometry},
    isms::At,
    pane::{ListId, Part, Row, dashboard, detail},
};

/// How long the selection rests before the detail beside it follows, in milliseconds.
///
/// Held keys over a slow link must not drag a whole detail along with each row.
const REST: u64 = 60;

/// Moves by so many rows, lines or figures.
pub fn step(app: &mut App, by: isize) {
    match (app.list_id(), app.focus) {
        (ListId::Dashboard, _) => to_next_door(app, 0, by),
        (ListId::HeatMap, Focus::List) => {
            let (rows, _) = steps(app);
            let by = i64::try_from(by).unwrap_or_default();
            app.cell.0 = (app.cell.0 - by).clamp(1, rows);
            app.refresh();
        }
        (_, Focus::Detail) => detail_step(app, by),
        (id, Focus::List) => {
            app.with_list(id, |list, cx| list.step(cx, by));
            moved(app);
        }
    }
}

/// The doors of the dashboard, and where they stand.
pub fn dashboard(app: &App) -> (Vec<dashboard::Door>, dashboard::Layout) {
    let doors = dashboard::doors(app.cx());
    let area = geometry::regions(app).list.unwrap_or_default();
    let layout = dashboard::layout(&doors, area);
    (doors, layout)
}

/// Moves to the door that lies next, so many times.
fn to_next_door(app: &mut App, right: isize, down: isize) {
    let (_, layout) = dashboard(app);
    let times = right.unsigned_abs().max(down.unsigned_abs());
    for _ in 0..times {
        let next = dashboard::layout::next(&layout, app.door, right, down);
        if std::mem::replace(&mut app.door, next) == next {
            break;
        }
    }
}

/// Moves sideways: on the heat map by a cell, on the dashboard by a figure, else between list and detail.
pub fn sideways(app: &mut App, by: isize) {
    match app.list_id() {
        ListId::Dashboard => to_next_door(app, by, 0),
        ListId::HeatMap => {
            let (_, columns) = steps(app);
            let by = i64::try_from(by).unwrap_or_default();
            app.cell.1 = (app.cell.1 + by).clamp(1, columns);
            app.refresh();
        }
        ListId::Clauses if app.focus == Focus::List => super::tree::sideways(app, by),
        _ if by > 0 && app.focus == Focus::List => super::go::into_detail(app),
        _ if by < 0 && app.focus == Focus::Detail => app.focus = Focus::List,
        _ => {}
    }
}

fn steps(app: &App) -> (i64, i64) {
    use crate::isms::ScaleOf;
    (app.isms.likelihood_steps().max(1), app.isms.consequence_steps().max(1))
}

/// Goes to a row.
pub fn to(app: &mut App, place: usize) {
    match (app.list_id(), app.focus) {
        (ListId::Dashboard, _) => {
            let (_, layout) = dashboard(app);
            let last = layout.places.len().saturating_sub(1);
            app.door = layout.places.get(place.min(last)).map_or(0, |(door, _)| *door);
        }
        (ListId::HeatMap, _) => {}
        (_, Focus::Detail) => {
            app.detail_cursor = 0;
            app.detail_top = 0;
            detail_step(app, isize::try_from(place).unwrap_or(isize::MAX));
        }
        (id, Focus::List) => {
            app.with_list(id, |list, cx| list.select(cx, place));
            moved(app);
        }
    }
}

/// Moves by pages, or by parts of them.
pub fn page(app: &mut App, times: isize, parts: isize) {
    let height = crate::app::geometry::list_height(app).max(1);
    let rows = isize::try_from(height).unwrap_or(20) / parts;
    step(app, times.saturating_mul(rows.max(1)));
}

/// After the selection moved: the detail follows when it rests.
pub fn moved(app: &mut App) {
    if app.detail_of == app.list().selected {
        return;
    }
    if !app.timers.contains(&Timer::Detail) {
        app.timers.push(Timer::Detail);
    }
    app.effects.push(Effect::After(Timer::Detail, REST));
}

/// Moves the cursor of the detail to the next line that does something; beyond the last one it scrolls.
fn detail_step(app: &mut App, by: isize) {
    let Some(row) = app.list().current() else { return };
    app.follow_selection();
    let lines = detail::lines(app.cx(), row);
    let acting: Vec<usize> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.target != detail::Target::None)
        .map(|(at, _)| at)
        .collect();
    let at = acting.iter().position(|at| *at >= app.detail_cursor).unwrap_or_default();
    let next = at.saturating_add_signed(by).min(acting.len().saturating_sub(1));
    if let Some(line) = acting.get(next) {
        app.detail_cursor = *line;
    }
    if next == 0 && by < 0 {
        app.detail_top = 0;
    }
}

/// The line of the detail under the cursor.
pub fn detail_line(app: &App) -> Option<detail::Line> {
    let row = app.list().current()?;
    let lines = detail::lines(app.cx(), row);
    let acting = |at: &usize| lines.get(*at).is_some_and(|l| l.target != detail::Target::None);
    let at = (app.detail_cursor..lines.len()).find(acting)?;
    lines.get(at).cloned()
}

/// Marks the row, and goes on to the next.
pub fn mark(app: &mut App) {
    if app.list().current().is_some_and(|row| matches!(row.part, Part::Heading(_))) {
        return app.say("A heading only groups; what stands below it can be marked.");
    }
    let id = app.list_id();
    app.with_list(id, |list, cx| {
        if let Some(at) = list.selected.clone()
            && !list.marks.remove(&at)
        {
            list.marks.insert(at);
        }
        list.step(cx, 1);
    });
    moved(app);
}

/// Marks from the nearest mark above (or below) to here.
pub fn mark_range(app: &mut App) {
    let id = app.list_id();
    app.with_list(id, |list, cx| {
        let ats: Vec<Option<At>> = list
            .rows
            .iter()
            .map(|row| row.at(cx).filter(|_| alike(*row, list.current())))
            .collect();
        let marked = |place: &usize| {
            ats.get(*place).and_then(Option::as_ref).is_some_and(|at| list.marks.contains(at))
        };
        let here = list.cursor;
        let above = (0..here).rev().find(marked);
        let below = (here + 1..ats.len()).find(marked);
        let (from, to) = match (above, below) {
            (Some(above), _) => (above, here),
            (None, Some(below)) => (here, below),
            (None, None) => (here, here),
        };
        let range = ats.into_iter().skip(from).take(to - from + 1).flatten();
        list.marks.extend(range);
    });
}

/// Whether rows are marked together: records with records, lettered items with lettered items.
fn alike(row: Row, here: Option<Row>) -> bool {
    let is_item = |row: Row| matches!(row.part, Part::Item(_));
    let heading = matches!(row.part, Part::Heading(_));
    !heading && is_item(row) == here.is_some_and(is_item)
}

/// Marks all rows shown; if all are marked, none.
pub fn mark_all(app: &mut App) {
    let id = app.list_id();
    app.with_list(id, |list, cx| {
        let rows = list.rows.iter().filter(|row| alike(**row, list.current()));
        let all: Vec<At> = rows.filter_map(|row| row.at(cx)).collect();
        if all.iter().all(|at| list.marks.contains(at)) {
            list.marks.clear();
        } else {
            list.marks.extend(all);
        }
    });
}

/// Goes to the next row that has a gap.
pub fn next_gap(app: &mut App, forward: bool) {
    let has_gap = |app: &App, row: Row| {
        let judged = || crate::pane::boundary::is_open(app.cx(), row);
        let gap = || app.assessment.gap(row.kind, row.row).is_some();
        row.part == Part::Whole && judged().unwrap_or_else(gap)
    };
    if !seek(app, forward, has_gap) {
        app.say("There is no further gap in this list.");
    }
}

/// Goes to the next row, round the end, that fits; false if none does.
pub fn seek(app: &mut App, forward: bool, fits: impl Fn(&App, Row) -> bool) -> bool {
    let list = app.list();
    let (count, here) = (list.rows.len(), list.cursor);
    let place = (1..=count).map(|by| if forward { here + by } else { here + count - by }).find_map(
        |place| {
            let place = place.checked_rem(count)?;
            let row = *app.list().rows.get(place)?;
            (place != here && fits(app, row)).then_some(place)
        },
    );
    let Some(place) = place else { return false };
    let id = app.list_id();
    app.with_list(id, |list, cx| list.select(cx, place));
    moved(app);
    true
}
