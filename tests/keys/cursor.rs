//! The terminal's own cursor stands on what is selected, for those who hear the screen.

use super::common::Bench;
use annexa::{
    app::{Action, Msg},
    pane::ListId,
};
use ratatui::{buffer::Buffer, layout::Position, layout::Rect};

fn cursor(bench: &mut Bench, width: u16, height: u16) -> (Option<Position>, Buffer) {
    bench.app.update(Msg::Resize(width, height));
    bench.settle();
    annexa::app::geometry::settle(&mut bench.app);
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    let at = annexa::draw::draw(&bench.app, &mut buffer);
    (at, buffer)
}

/// The line of the screen that the cursor stands in.
fn line(buffer: &Buffer, at: Position) -> String {
    (0..buffer.area.width).map(|x| buffer[(x, at.y)].symbol()).collect()
}

#[test]
fn it_stands_on_the_selected_row_of_every_list() {
    for (width, height) in [(80, 24), (120, 40)] {
        let mut bench = Bench::demo();
        for pane in 1..=9 {
            bench.press(&pane.to_string());
            for _ in 0..bench.app.pane.lists().len() {
                bench.press("jj");
                let (at, buffer) = cursor(&mut bench, width, height);
                let list = bench.app.list_id();
                if bench.app.list().rows.is_empty() && list != ListId::Dashboard {
                    bench.press("t");
                    continue;
                }
                let at = at.unwrap_or_else(|| panic!("{list:?} has no cursor"));
                if !matches!(list, ListId::Dashboard | ListId::HeatMap) {
                    let title = annexa::pane::column::title(
                        bench.app.cx(),
                        bench.app.list().current().unwrap(),
                    );
                    let start: String = title.chars().take(6).collect();
                    let line = line(&buffer, at);
                    assert!(line.contains(start.trim()), "{list:?}: {start:?} in {line:?}");
                }
                bench.press("<tab>");
                let (at, _) = cursor(&mut bench, width, height);
                assert!(at.is_some(), "the detail of {list:?} has no cursor");
                bench.press("<esc>t");
            }
        }
    }
}

#[test]
fn it_stands_in_every_layer() {
    let mut opened = 0;
    for pane in ["2", "3", "4"] {
        let mut bench = Bench::demo();
        for action in Action::ALL.iter().copied() {
            if matches!(action, Action::Quit | Action::Suspend) {
                continue;
            }
            bench.app.layers.clear();
            bench.app.pending.clear();
            bench.press("1").press(pane);
            bench.app.run(action, None);
            let Some(open) = bench.app.layers.last() else { continue };
            let layer = format!("{:?}", open.purpose);
            let (at, _) = cursor(&mut bench, 80, 24);
            assert!(at.is_some(), "{} opens {layer} without a cursor", action.about().name);
            opened += 1;
        }
    }
    assert!(opened > 50, "only {opened} layers opened");
}
