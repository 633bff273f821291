//! The mouse: a click selects, the wheel moves.

use super::{Action, App, Focus, Msg, verbs};
use crate::term::{
    key::{Code, Key, Mods},
    mouse::{Button, Mouse, MouseKind},
};

/// Handles the mouse.
pub fn on_mouse(app: &mut App, mouse: Mouse) {
    app.dirty = true;
    if !app.layers.is_empty() {
        return over_a_layer(app, mouse);
    }
    match mouse.kind {
        MouseKind::ScrollUp => app.run(Action::Up, Some(3)),
        MouseKind::ScrollDown => app.run(Action::Down, Some(3)),
        MouseKind::Press(Button::Left) => click(app, mouse.x, mouse.y),
        _ => {}
    }
}

fn click(app: &mut App, x: u16, y: u16) {
    match crate::app::geometry::under(app, x, y) {
        Some(crate::app::geometry::Under::Pane(pane)) => verbs::go::pane(app, pane),
        Some(crate::app::geometry::Under::Row(place)) => {
            app.focus = Focus::List;
            let again = app.list().cursor == place;
            verbs::motion::to(app, place);
            if again {
                verbs::go::open(app);
            }
        }
        Some(crate::app::geometry::Under::Detail(line)) => {
            app.focus = Focus::Detail;
            app.detail_cursor = line;
        }
        Some(crate::app::geometry::Under::Door(door)) => {
            let again = std::mem::replace(&mut app.door, door) == door;
            if again {
                verbs::go::open(app);
            }
        }
        None => {}
    }
}

/// The wheel moves in what lies on top; clicks don't reach through it.
fn over_a_layer(app: &mut App, mouse: Mouse) {
    let code = match mouse.kind {
        MouseKind::ScrollUp => Code::Up,
        MouseKind::ScrollDown => Code::Down,
        _ => return,
    };
    for _ in 0..3 {
        app.update(Msg::Key(Key::new(code, Mods::NONE)));
    }
}
