//! Screens as they look: text, and beside it a map of styles, since text alone hides what is marked.
//!
//! The records are a frozen copy of the demo (tests/fixtures/screens), the day is fixed: only a change of the
//! screens changes these. `INSTA_UPDATE=always cargo test --test screens snapshots` takes the new ones over; look
//! at what git shows then.

use crate::common::{Bench, texts};
use ratatui::{
    buffer::{Buffer, Cell},
    style::{Color, Modifier},
};

/// Name, keys, sizes.
type Shot = (&'static str, &'static str, &'static [(u16, u16)]);

const SCREENS: &[Shot] = &[
    ("dashboard", "1", &[(80, 24), (120, 40), (200, 60), (60, 16)]),
    ("controls", "2", &[(80, 24), (120, 40), (200, 60), (60, 16)]),
    ("clauses", "3", &[(80, 24), (120, 40)]),
    ("risks", "4", &[(80, 24), (120, 40), (60, 16)]),
    ("heat_map", "4t", &[(80, 24), (120, 40)]),
    ("audit", "5", &[(80, 24), (120, 40)]),
    ("documents", "6", &[(80, 24)]),
    ("evidence", "7", &[(80, 24)]),
    ("actions", "8", &[(80, 24)]),
    ("scope", "9", &[(80, 24)]),
    ("detail", "4<tab>jj", &[(80, 24), (120, 40)]),
    ("filtered", "2/status:partial<enter>jj<space>", &[(80, 24)]),
    ("choice", "2s", &[(80, 24)]),
    ("date", "2d", &[(80, 24)]),
    ("editor", "2J", &[(80, 24), (120, 40)]),
    ("find", "fpatch", &[(80, 24), (120, 40)]),
    ("grid", "4R", &[(80, 24)]),
    ("help", "2?", &[(80, 24)]),
    ("question", "4D", &[(80, 24)]),
];

#[test]
fn screens_look_as_they_did() {
    for (name, keys, sizes) in SCREENS {
        let mut bench = Bench::over(texts("tests/fixtures/screens"));
        bench.press(keys);
        let screens = sizes.iter().map(|(width, height)| {
            let buffer = bench.buffer(*width, *height);
            format!("{width}x{height}\n{}\n{}", text(&buffer), styles(&buffer))
        });
        let screens: Vec<String> = screens.collect();
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(*name, screens.join("\n"));
        });
    }
}

fn text(buffer: &Buffer) -> String {
    let area = buffer.area;
    let lines = (0..area.height).map(|y| {
        let line: String = (0..area.width).map(|x| buffer[(x, y)].symbol()).collect();
        line.trim_end().to_string() + "\n"
    });
    lines.collect()
}

/// The runs of each line that look like something: `  4  1-66 green bold, 70 reversed`.
fn styles(buffer: &Buffer) -> String {
    let area = buffer.area;
    let mut map = String::new();
    for y in 0..area.height {
        let mut runs: Vec<(u16, u16, String)> = Vec::new();
        for x in 0..area.width {
            let look = look(&buffer[(x, y)]);
            match runs.last_mut() {
                Some((_, last, before)) if *before == look => *last = x,
                _ => runs.push((x, x, look)),
            }
        }
        let told = runs.iter().filter(|run| !run.2.is_empty());
        let told: Vec<String> = told.map(|(a, b, look)| format!("{a}-{b} {look}")).collect();
        if !told.is_empty() {
            map += &format!("{y:3}  {}\n", told.join(", "));
        }
    }
    map
}

fn look(cell: &Cell) -> String {
    let colour = |c: Color| (c != Color::Reset).then(|| c.to_string().to_lowercase());
    let mods = [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::UNDERLINED, "underlined"),
        (Modifier::REVERSED, "reversed"),
        (Modifier::ITALIC, "italic"),
    ];
    let mods =
        mods.iter().filter(|(m, _)| cell.modifier.contains(*m)).map(|(_, w)| (*w).to_string());
    let ground = colour(cell.bg).map(|c| format!("on {c}"));
    let words: Vec<String> = colour(cell.fg).into_iter().chain(ground).chain(mods).collect();
    words.join(" ")
}
