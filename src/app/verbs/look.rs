//! How things look, and the tour.

use crate::{
    app::{App, Effect, Purpose},
    layer::{Choose, Item, Layer, Sheet, SheetLine, SheetTarget},
    settings::Layout,
    ui::{Glyphs, Role, Theme},
};

/// Chooses a theme, with a live preview.
pub fn theme(app: &mut App) {
    let items = Theme::names().iter().map(|(name, note)| Item::new(*name, *name, *note)).collect();
    let mut choose = Choose::one("Theme", items, &app.theme.name);
    choose.live = true;
    let before = app.theme.name.clone();
    app.open(Layer::Choose(choose), Purpose::Theme(before));
}

/// Shows a theme.
pub fn show_theme(app: &mut App, name: &str) {
    if let Some(theme) = Theme::built_in(name, app.theme.level) {
        app.theme = theme;
    }
}

/// Keeps a theme.
pub fn keep_theme(app: &mut App, name: &str) {
    show_theme(app, name);
    app.settings.theme = name.to_string();
    app.effects.push(Effect::Settings(Box::new(app.settings.clone())));
    app.say(format!("Theme {name}."));
}

/// Switches between unicode and ASCII.
pub fn glyphs(app: &mut App) {
    app.glyphs = if app.glyphs.is_ascii() { Glyphs::unicode() } else { Glyphs::ascii() };
    app.effects.push(Effect::Redraw);
}

/// Switches the mouse on or off.
pub fn mouse(app: &mut App) {
    app.mouse = !app.mouse;
    app.effects.push(Effect::Mouse(app.mouse));
    app.say(if app.mouse {
        "The mouse is on: click selects, the wheel scrolls; shift selects text."
    } else {
        "The mouse is off: the terminal selects text."
    });
}

/// Detail beside or below the list.
pub fn layout(app: &mut App) {
    app.settings.layout = match app.settings.layout {
        Layout::Below => Layout::Side,
        _ => Layout::Below,
    };
    app.effects.push(Effect::Settings(Box::new(app.settings.clone())));
}

const STEPS: [(&str, &str, &str); 6] = [
    ("dashboard", "1 The dashboard", "Every figure is a door: move onto one and press enter."),
    (
        "controls",
        "2 The controls",
        "Your Statement of Applicability. ]j goes to the next control that needs work, w walks through them: decide, say why, next.",
    ),
    (
        "risks",
        "3 The risks",
        "R rates on the grid, m and t show the heat map, A decides: approve, accept, send back.",
    ),
    (
        "find",
        "4 Find",
        "One box over everything: try 'vuln', or 'status:partial'. ctrl-l links what you find.",
    ),
    (
        "audit",
        "5 The audit",
        "The checklist of each stage. What the data can answer is answered; enter leads to what is missing.",
    ),
    (
        "gaps",
        "6 The gaps",
        "All gaps, worst first, each with its reason. + makes an action of one. u undoes anything.",
    ),
];

/// The tour: six steps, each a command to try.
pub fn tour(app: &mut App) {
    let mut lines =
        vec![SheetLine::new("", "Enter on a step goes there; g ? comes back here.", Role::Dim)];
    for (command, title, text) in STEPS {
        lines.push(SheetLine::new("", "", Role::Text));
        let target = SheetTarget::Command(command.to_string());
        lines.push(SheetLine::new("", title, Role::Accent).to(target));
        lines.push(SheetLine::new("", text, Role::Text));
    }
    app.open(Layer::Sheet(Sheet::new("A tour in six steps", lines)), Purpose::Read);
}
