//! How things look, and the tour.

use crate::{
    app::{App, Effect, Purpose, own},
    layer::{Choose, Item, Layer, Sheet, SheetLine, SheetTarget},
    settings::Layout,
    term::caps::GlyphSet,
    ui::{Glyphs, Role, Theme},
};

/// Chooses a theme, with a live preview.
pub fn theme(app: &mut App) {
    let mine = app.own.themes.iter().map(|own| {
        let note = match own.read(app.own.level) {
            Ok(_) => format!("your own: {}", own.place),
            Err(why) => why,
        };
        Item::new(&*own.name, &*own.name, note)
    });
    let built_in = Theme::names()
        .into_iter()
        .filter(|(name, _)| app.own.themes.iter().all(|own| own.name != *name))
        .map(|(name, note)| Item::new(name, name, note));
    let items = built_in.chain(mine).collect();
    let mut choose = Choose::one("Theme", items, &app.theme.name);
    choose.live = true;
    let before = app.theme.name.clone();
    app.open(Layer::Choose(choose), Purpose::Theme(before));
}

/// Shows a theme.
pub fn show_theme(app: &mut App, name: &str) {
    if let Ok(theme) = own::theme(app, name, app.own.level) {
        app.theme = theme;
    }
}

/// Keeps a theme.
pub fn keep_theme(app: &mut App, name: &str) {
    match own::theme(app, name, app.own.level) {
        Ok(theme) => app.theme = theme,
        Err(why) => return app.warn(why),
    }
    app.said.theme = None;
    app.say(format!("Theme {name}."));
    own::change(app, |settings| settings.theme = name.to_string());
}

/// Switches between unicode and ASCII.
pub fn glyphs(app: &mut App) {
    let ascii = !app.glyphs.is_ascii();
    app.glyphs = if ascii { Glyphs::ascii() } else { Glyphs::unicode() };
    app.own.glyphs = if ascii { GlyphSet::Ascii } else { GlyphSet::Unicode };
    app.effects.push(Effect::Redraw);
    let word = if ascii { "ascii" } else { "unicode" };
    app.say(format!("Drawn with {word}."));
    own::change(app, |settings| settings.glyphs = word.to_string());
}

/// Switches the mouse on or off.
pub fn mouse(app: &mut App) {
    app.mouse = !app.mouse;
    app.said.mouse = None;
    app.effects.push(Effect::Mouse(app.mouse));
    let on = app.mouse;
    own::change(app, |settings| settings.mouse = on);
    app.say(if app.mouse {
        "The mouse is on: click selects, the wheel scrolls; shift selects text."
    } else {
        "The mouse is off: the terminal selects text."
    });
}

/// Detail beside or below the list.
pub fn layout(app: &mut App) {
    let layout = match app.settings.layout {
        Layout::Below => Layout::Side,
        _ => Layout::Below,
    };
    app.say(match layout {
        Layout::Below => "The detail stands below the list, where there are 30 lines or more.",
        _ => "The detail stands beside the list, where there are 100 columns or more.",
    });
    own::change(app, |settings| settings.layout = layout);
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
