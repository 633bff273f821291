//! The mouse, where it is on: on the dashboard, in lists, over what lies on top.

use crate::common::Bench;
use annexa::{
    app::Msg,
    pane::PaneId,
    term::{
        key::Mods,
        mouse::{Button, Mouse, MouseKind},
    },
};

fn mouse(bench: &mut Bench, kind: MouseKind, x: u16, y: u16) {
    bench.app.update(Msg::Mouse(Mouse { kind, x, y, mods: Mods::NONE }));
    bench.settle();
}

/// Where a text stands on the screen.
fn place(bench: &mut Bench, text: &str) -> (u16, u16) {
    let screen = bench.screen(120, 40);
    let found = screen.lines().enumerate().find_map(|(y, line)| Some((line.find(text)?, y, line)));
    let (at, y, line) = found.unwrap_or_else(|| panic!("no {text}\n{screen}"));
    let x = line[..at].chars().count();
    (u16::try_from(x).unwrap(), u16::try_from(y).unwrap())
}

#[test]
fn a_click_on_a_figure_selects_it_and_another_opens_its_rows() {
    let mut bench = Bench::demo();
    bench.press("1");
    let (x, y) = place(&mut bench, "open actions");
    mouse(&mut bench, MouseKind::Press(Button::Left), x, y);
    assert_eq!(bench.app.pane, PaneId::Dashboard);
    mouse(&mut bench, MouseKind::Press(Button::Left), x, y);
    assert!(!bench.app.list().rows.is_empty());
    assert_ne!(bench.app.list_id(), annexa::pane::ListId::Dashboard);
}

#[test]
fn a_click_selects_a_row_and_another_opens_it() {
    let mut bench = Bench::demo();
    bench.press("2");
    let (x, y) = place(&mut bench, "Segregation of duties");
    mouse(&mut bench, MouseKind::Press(Button::Left), x, y);
    assert_eq!(bench.selected(), "5.3");
    mouse(&mut bench, MouseKind::Press(Button::Left), x, y);
    assert_eq!(bench.app.focus, annexa::app::Focus::Detail);
}

#[test]
fn the_wheel_moves_in_what_lies_on_top_and_nothing_is_clicked_through_it() {
    let mut bench = Bench::demo();
    bench.press("2?");
    let before = bench.screen(120, 40);
    for _ in 0..20 {
        mouse(&mut bench, MouseKind::ScrollDown, 60, 20);
    }
    assert_ne!(bench.screen(120, 40), before);
    mouse(&mut bench, MouseKind::Press(Button::Left), 5, 8);
    assert_eq!((bench.app.layers.len(), bench.selected().as_str()), (1, "5.1"));
}
