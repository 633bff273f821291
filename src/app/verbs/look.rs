//! How things look.

use crate::{
    app::{App, Effect, Purpose, own},
    layer::{Choose, Item, Layer},
    settings::Layout,
    term::caps::GlyphSet,
    ui::{Glyphs, Theme},
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
