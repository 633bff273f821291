//! Every pane and every layer at every size: nothing panics, and the cursor stays on the screen.

use super::common::Bench;
use annexa::app::{Action, Context, Msg};

/// Sizes at which layouts turn, beside those that chance adds.
const EDGES: [(u16, u16); 22] = [
    (0, 0),
    (1, 1),
    (2, 2),
    (1, 50),
    (130, 1),
    (3, 3),
    (39, 10),
    (40, 9),
    (40, 10),
    (41, 11),
    (59, 16),
    (60, 16),
    (79, 24),
    (80, 24),
    (80, 23),
    (99, 30),
    (100, 29),
    (100, 30),
    (110, 40),
    (119, 40),
    (120, 40),
    (130, 50),
];

/// Numbers that look random and are the same in each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u16) -> u16 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u16::try_from(self.0 % u64::from(end)).unwrap()
    }
}

/// The sizes to try: all of 0..=130 x 0..=50 when `ANNEXA_SIZES=all`, else the edges and a few more.
fn sizes(dice: &mut Dice) -> Vec<(u16, u16)> {
    if std::env::var("ANNEXA_SIZES").is_ok_and(|value| value == "all") {
        return (0..=130).flat_map(|width| (0..=50).map(move |height| (width, height))).collect();
    }
    let more = (0..8).map(|_| (dice.below(131), dice.below(51)));
    EDGES.into_iter().chain(more).collect()
}

fn try_all(bench: &mut Bench, what: &str, dice: &mut Dice) {
    for (width, height) in sizes(dice) {
        bench.app.update(Msg::Resize(width, height));
        bench.settle();
        annexa::app::geometry::settle(&mut bench.app);
        let area = ratatui::layout::Rect::new(0, 0, width, height);
        let mut buffer = ratatui::buffer::Buffer::empty(area);
        let cursor = annexa::draw::draw(&bench.app, &mut buffer);
        assert!(
            cursor.is_none_or(|at| area.contains(at)),
            "{what} at {width}x{height}: cursor at {cursor:?}"
        );
    }
}

/// Where an action is at home.
fn place(context: Context) -> &'static str {
    match context {
        Context::Controls | Context::List | Context::Records | Context::Global => "2",
        Context::Detail => "2<tab>",
        Context::Dashboard => "1",
        Context::Clauses => "3",
        Context::Risks => "4",
        Context::Scope => "9",
        Context::HeatMap => "4t",
    }
}

#[test]
fn every_list_and_its_detail_fit_every_size() {
    let mut dice = Dice(0x5EED_0001);
    for bench in [Bench::demo(), Bench::blank()] {
        let mut bench = bench;
        for pane in 1..=9 {
            bench.press(&pane.to_string());
            for list in 0..bench.app.pane.lists().len() {
                try_all(&mut bench, &format!("pane {pane} list {list}"), &mut dice);
                bench.press("<tab>G");
                try_all(&mut bench, &format!("detail of pane {pane} list {list}"), &mut dice);
                bench.press("<esc>t");
            }
        }
    }
}

#[test]
fn every_layer_fits_every_size() {
    let mut dice = Dice(0x5EED_0002);
    let mut opened = 0;
    for action in Action::ALL.iter().copied() {
        if matches!(action, Action::Quit | Action::Suspend) {
            continue;
        }
        let mut bench = Bench::demo();
        bench.press(place(action.about().context));
        bench.app.run(action, None);
        if bench.app.layers.is_empty() {
            continue;
        }
        opened += 1;
        try_all(&mut bench, action.about().name, &mut dice);
        // what is typed into it, and what lies behind its first answer
        bench.app.update(Msg::Resize(120, 40));
        bench.press("x<space>é");
        try_all(&mut bench, action.about().name, &mut dice);
        bench.app.layers.clear();
        bench.app.run(action, None);
        bench.press("<enter>");
        try_all(&mut bench, action.about().name, &mut dice);
    }
    assert!(opened > 25, "only {opened} actions opened a layer");
}

#[test]
fn an_unfinished_key_sequence_fits_every_size() {
    let mut dice = Dice(0x5EED_0003);
    for prefix in ["g", "y", "z", "]", "["] {
        let mut bench = Bench::demo();
        bench.press("2").press(prefix);
        try_all(&mut bench, prefix, &mut dice);
    }
}
