//! Opening and shutting the branches of the tree of clauses.

use super::go;
use crate::{
    app::App,
    pane::{Part, Row, tree},
};

/// Enter: turns a heading; opens the detail of everything else.
pub fn open(app: &mut App) {
    match app.list().current() {
        Some(row) if matches!(row.part, Part::Heading(_)) => {
            let open = app.list().tree.is_open(app.cx(), row);
            set(app, row, !open);
        }
        _ => go::into_detail(app),
    }
}

/// To the right: opens a shut branch, then goes on to the detail. To the left: shuts an open one, else goes up.
pub fn sideways(app: &mut App, by: isize) {
    let Some(row) = app.list().current() else { return };
    if by > 0 {
        let heading = matches!(row.part, Part::Heading(_));
        if !set(app, row, true) && !heading {
            go::into_detail(app);
        }
    } else if !set(app, row, false) {
        let above = tree::above(app.cx(), row).and_then(|above| above.at(app.cx()));
        let id = app.list_id();
        let shown =
            above.filter(|_| matches!(row.part, Part::Item(_)) || app.list().has_headings());
        if let Some(at) = shown {
            app.with_list(id, |list, cx| list.select_at(cx, &at));
            super::motion::moved(app);
        }
    }
}

/// Opens all subclauses; shuts them if any is open.
pub fn turn_all(app: &mut App) {
    let id = app.list_id();
    let record = app.list().selected.as_ref().map(|at| at.record());
    app.with_list(id, |list, cx| {
        if list.tree.any_open(cx) {
            list.tree.reset();
            list.selected = record;
        } else {
            list.tree.open_all(cx);
        }
    });
    app.refresh();
}

/// Opens or shuts a row; false if it stands like that.
fn set(app: &mut App, row: Row, open: bool) -> bool {
    let id = app.list_id();
    let turned = app.with_list(id, |list, cx| list.tree.set(cx, row, open)).unwrap_or_default();
    if turned {
        app.refresh();
    }
    turned
}
