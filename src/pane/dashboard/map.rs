//! The heat map of the dashboard: each cell with a risk in it is a door.

use super::{Behind, Door, Rows, Section};
use crate::{
    pane::{
        Cx, ListId,
        heat::{self, HeatMode},
    },
    ui::Role,
};

/// All cells of the grid of residual risk: the most likely row first, as they are drawn.
///
/// `key` is "likelihood consequence", `text` the letter of the level, `brief` its name.
pub fn cells(cx: Cx<'_>) -> Vec<Door> {
    let map = heat::map(cx, HeatMode::Residual);
    let mut doors = Vec::new();
    for (nth, row) in map.cells.iter().enumerate().rev() {
        for (at, cell) in row.iter().enumerate() {
            let place = (number(nth), number(at));
            let level = heat::level_of(cx, cell);
            let letter =
                level.map_or(
                    "?",
                    |level| {
                        if level.letter.is_empty() { &level.id } else { &level.letter }
                    },
                );
            let name = level.map_or("no level", |level| &level.name);
            let label = format!("residual risk {} × {}", place.0, place.1);
            doors.push(Door {
                section: Section::Map,
                key: format!("{} {}", place.0, place.1),
                text: letter.to_string(),
                brief: name.to_string(),
                figure: cell.count.to_string(),
                when: String::new(),
                role: level.map_or(Role::Dim, |level| Role::Level(level.colour)),
                to: Behind::Rows { list: ListId::Risks, label, rows: Rows::Cell(place.0, place.1) },
            });
        }
    }
    doors
}

/// Steps count from 1.
fn number(nth: usize) -> i64 {
    i64::try_from(nth).unwrap_or(i64::MAX - 1) + 1
}
