//! Where the boxes and doors of the dashboard stand, and which door lies next in a direction.

use super::{Door, Section};
use ratatui::layout::Rect;

/// Where everything stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layout {
    /// The boxes that have room, with their frames.
    pub boxes: Vec<(Section, Rect)>,
    /// The doors on screen: number among all doors, and place.
    pub places: Vec<(usize, Rect)>,
}

/// Figures in a row.
const COLUMNS: u16 = 4;

/// Lays the dashboard out; what has no room is left out, the least important first.
pub fn layout(doors: &[Door], area: Rect) -> Layout {
    let count = |section| doors.iter().filter(|door| door.section == section).count();
    let grid = grid(doors);
    // on a low screen the gaps need the lines more than the last figures do
    let rows = if area.height >= 26 { u16::MAX } else { 3 };
    let figures = height(count(Section::Figures).div_ceil(usize::from(COLUMNS))).min(rows) + 2;
    let (top, rest) = below(area, figures.min(area.height));
    // as high as its tallest box, but the upper boxes keep a few lines
    let tallest = count(Section::Stages).max(grid.0).max(count(Section::Themes));
    let low = (height(tallest) + 2).min(rest.height.saturating_sub(6));
    let (upper, lower) = below(rest, rest.height - low);
    let mut boxes = vec![(Section::Figures, top)];
    if upper.height >= 3 {
        let wide = if area.width >= 100 { 56 } else { 58 };
        let (left, right) = beside(upper, upper.width * wide / 100);
        boxes.extend([(Section::Gaps, left), (Section::Awaiting, right)]);
    }
    if lower.height >= 3 {
        boxes.extend(lower_boxes(lower, grid));
    }
    let places = boxes.iter().flat_map(|(section, frame)| places(doors, *section, *frame, grid));
    Layout { places: places.collect(), boxes }
}

/// Steps of the grid: rows and columns.
fn grid(doors: &[Door]) -> (usize, usize) {
    let cells = || doors.iter().filter(|door| door.section == Section::Map);
    let row = |door: &Door| door.key.split(' ').next().unwrap_or_default().to_string();
    let first = cells().next().map(row);
    let columns = cells().take_while(|door| Some(row(door)) == first).count();
    (cells().count().checked_div(columns).unwrap_or_default(), columns)
}

fn lower_boxes(area: Rect, grid: (usize, usize)) -> Vec<(Section, Rect)> {
    const THEMES: u16 = 30;
    const STAGES: u16 = 25;
    let map = 7 + height(grid.1) * cell_width(area.width);
    if grid.1 > 0 && THEMES + STAGES + map <= area.width {
        let spare = area.width - THEMES - STAGES - map;
        let (themes, rest) = beside(area, THEMES + spare / 3);
        let (map, stages) = beside(rest, map + spare / 6);
        vec![(Section::Themes, themes), (Section::Map, map), (Section::Stages, stages)]
    } else {
        let (themes, stages) = beside(area, area.width / 2);
        vec![(Section::Themes, themes), (Section::Stages, stages)]
    }
}

/// Cells that one step of consequence takes on the small map.
pub fn cell_width(width: u16) -> u16 {
    if width >= 100 { 4 } else { 3 }
}

fn places(
    doors: &[Door],
    section: Section,
    frame: Rect,
    grid: (usize, usize),
) -> Vec<(usize, Rect)> {
    let inner = Rect {
        x: frame.x + 1,
        y: frame.y + 1,
        width: frame.width.saturating_sub(2),
        height: frame.height.saturating_sub(2),
    };
    let here = doors.iter().enumerate().filter(|(_, door)| door.section == section);
    let place = |nth: usize| match section {
        Section::Figures => {
            let (row, column) = (height(nth) / COLUMNS, height(nth) % COLUMNS);
            let width = inner.width / COLUMNS;
            Rect { x: inner.x + column * width, y: inner.y + row, width, height: 1 }
        }
        Section::Map => {
            let columns = grid.1.max(1);
            let (row, column) = (height(nth / columns), height(nth % columns));
            let width = cell_width_in(inner.width, columns);
            Rect { x: inner.x + 4 + column * width, y: inner.y + row, width, height: 1 }
        }
        _ => Rect { y: inner.y + height(nth), height: 1, ..inner },
    };
    here.enumerate()
        .map(|(nth, (door, _))| (door, place(nth)))
        .filter(|(_, place)| place.y < inner.bottom() && place.right() <= inner.right())
        .collect()
}

fn cell_width_in(inner: u16, columns: usize) -> u16 {
    (inner.saturating_sub(4) / height(columns).max(1)).clamp(1, 4)
}

/// The door that lies next in a direction; the same one if none does.
pub fn next(layout: &Layout, from: usize, right: isize, down: isize) -> usize {
    let Some((_, here)) = layout.places.iter().find(|(door, _)| *door == from) else {
        return layout.places.first().map_or(from, |(door, _)| *door);
    };
    let cost = |place: &Rect| {
        let (across, along) =
            (apart(here.x, here.right(), place.x, place.right()), dy(here, place));
        let middle = |rect: &Rect| i32::from(rect.x) + i32::from(rect.width) / 2;
        let aside = (middle(here) - middle(place)).abs();
        // straight ahead first: leaving the row or the column costs more than distance
        if down != 0 {
            along * 200 + across * 900 + aside
        } else {
            across * 100 + along * 900 + aside
        }
    };
    let ahead = |place: &Rect| match (right.signum(), down.signum()) {
        (_, 1) => place.y > here.y,
        (_, -1) => place.y < here.y,
        (1, _) => place.x >= here.right(),
        (-1, _) => place.right() <= here.x,
        _ => false,
    };
    let candidates = layout.places.iter().filter(|(_, place)| ahead(place));
    candidates.min_by_key(|(_, place)| cost(place)).map_or(from, |(door, _)| *door)
}

fn dy(a: &Rect, b: &Rect) -> i32 {
    (i32::from(a.y) - i32::from(b.y)).abs()
}

/// Cells between two spans; none if they overlap.
fn apart(from: u16, to: u16, other_from: u16, other_to: u16) -> i32 {
    let gap = i32::from(other_from) - i32::from(to);
    let back = i32::from(from) - i32::from(other_to);
    gap.max(back).max(-1) + 1
}

fn height(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX / 4)
}

fn below(area: Rect, above: u16) -> (Rect, Rect) {
    let above = above.min(area.height);
    let rest = Rect { y: area.y + above, height: area.height - above, ..area };
    (Rect { height: above, ..area }, rest)
}

fn beside(area: Rect, left: u16) -> (Rect, Rect) {
    let left = left.min(area.width);
    let rest = Rect { x: area.x + left, width: area.width - left, ..area };
    (Rect { width: left, ..area }, rest)
}
