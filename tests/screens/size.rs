//! Any size, from nothing at all to more than most have: no panic, nothing drawn outside.
//!
//! The default run looks at a sample that differs from situation to situation; `ANNEXA_SIZES=all` looks at
//! all 131 x 51 sizes.

use crate::{common::Bench, situations};
use annexa::{
    app::{Msg, geometry},
    draw,
};
use ratatui::{buffer::Buffer, layout::Rect};

/// Where something changes: nothing, one cell, around the smallest size and the borders of layouts.
const BORDERS: &[(u16, u16)] = &[
    (0, 0),
    (0, 9),
    (9, 0),
    (1, 1),
    (2, 3),
    (39, 10),
    (40, 9),
    (40, 10),
    (41, 11),
    (60, 16),
    (80, 24),
    (99, 29),
    (100, 30),
    (130, 50),
];
/// Cells around the screen that nobody may touch.
const MARGIN: u16 = 3;
const UNTOUCHED: &str = "@";

/// Draws at a size, into a buffer that is larger.
fn draw_at(bench: &mut Bench, width: u16, height: u16) -> Result<(), String> {
    bench.app.update(Msg::Resize(width, height));
    bench.settle();
    geometry::settle(&mut bench.app);
    let around = Rect::new(0, 0, width + MARGIN, height + MARGIN);
    let mut buffer = Buffer::filled(around, ratatui::buffer::Cell::new(UNTOUCHED));
    for y in 0..height {
        for x in 0..width {
            buffer[(x, y)].reset();
        }
    }
    let cursor = draw::draw(&bench.app, &mut buffer);
    for y in 0..around.height {
        for x in 0..around.width {
            let outside = x >= width || y >= height;
            let cell = &buffer[(x, y)];
            if outside && (cell.symbol() != UNTOUCHED || cell.style() != untouched()) {
                return Err(format!("{width}x{height}: {:?} at {x},{y}", cell.symbol()));
            }
        }
    }
    match cursor {
        Some(at) if at.x >= width || at.y >= height => {
            Err(format!("{width}x{height}: the cursor stands at {at}"))
        }
        _ => Ok(()),
    }
}

fn untouched() -> ratatui::style::Style {
    ratatui::buffer::Cell::new(UNTOUCHED).style()
}

#[test]
fn any_size_of_anything() {
    let all = std::env::var("ANNEXA_SIZES").is_ok_and(|said| said == "all");
    let mut nth = 0_u32;
    let mut wrong = Vec::new();
    situations::each(Bench::demo, |keys, bench| {
        let mut sizes: Vec<(u16, u16)> = Vec::new();
        if all {
            sizes.extend((0..=130).flat_map(|width| (0..=50).map(move |height| (width, height))));
        } else {
            sizes.extend(BORDERS);
            // two steps that share no factor with the ranges walk through all pairs in time
            for _ in 0..12 {
                nth += 1;
                let number = |n: u32| u16::try_from(n).unwrap();
                sizes.push((number(nth * 37 % 131), number(nth * 23 % 51)));
            }
        }
        let first =
            sizes.into_iter().find_map(|(width, height)| draw_at(bench, width, height).err());
        wrong.extend(first.map(|what| format!("{keys} at {what}")));
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
