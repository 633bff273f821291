//! What belongs to the person: settings, keys, themes, and the team's views; read at the start and
//! again whenever a file changes.

use super::{App, Effect, Keymap};
use crate::{
    settings::{Settings, View},
    term::caps::{ColorLevel, GlyphSet},
    ui::{Glyphs, Theme},
};

/// What the user's files say, and what is wrong in them.
#[derive(Debug, Clone, PartialEq)]
pub struct Own {
    /// settings.ron.
    pub settings: Settings,
    /// Views of the team: views.ron of the ISMS folder.
    pub team: Vec<View>,
    /// keys.ron over the default keys.
    pub keymap: Keymap,
    /// Themes of one's own, by name.
    pub themes: Vec<OwnTheme>,
    /// What is wrong, each as `path:line:col: sentence`.
    pub complaints: Vec<String>,
    /// How many colours there are, by command line, settings and environment.
    pub level: ColorLevel,
    /// The glyphs, by command line, settings and locale.
    pub glyphs: GlyphSet,
}

/// A theme of one's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnTheme {
    /// Its name: the name of the file without `.ron`.
    pub name: String,
    /// Its text.
    pub text: String,
    /// The file, as shown.
    pub place: String,
}

impl Default for Own {
    fn default() -> Self {
        Self {
            settings: Settings::default(),
            team: Vec::new(),
            keymap: Keymap::default(),
            themes: Vec::new(),
            complaints: Vec::new(),
            level: ColorLevel::Ansi16,
            glyphs: GlyphSet::Unicode,
        }
    }
}

/// Whether this is the first time, before anything is on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// Before the first frame.
    Start,
    /// A file changed.
    Again,
}

/// Takes over what was read: what changed takes effect at once, what is wrong is said once.
pub fn taken(app: &mut App, own: Own, occasion: Occasion) {
    let before = std::mem::replace(&mut app.own, own);
    let Own { settings, team, keymap, level, glyphs, .. } = app.own.clone();
    // what was changed here and could not be written stands until it is changed there
    let now = settings.onto(&before.settings, app.settings.clone());
    let old = std::mem::replace(&mut app.settings, now);
    let of = |views: &[View]| Settings { views: views.to_vec(), ..Settings::default() };
    app.team = of(&team).onto(&of(&before.team), of(&app.team)).views;
    app.keymap = keymap;
    app.pending.clear();
    let first = occasion == Occasion::Start;
    if first || glyphs != before.glyphs {
        app.glyphs = Glyphs::of(glyphs);
    }
    if app.settings.theme != old.theme {
        // who writes another theme into the settings wants to see it
        app.said.theme = if first { app.said.theme.take() } else { None };
    }
    if app.settings.mouse != old.mouse && !first {
        app.said.mouse = None;
    }
    let mouse = app.said.mouse.unwrap_or(app.settings.mouse);
    if mouse != app.mouse && !first {
        app.effects.push(Effect::Mouse(mouse));
    }
    app.mouse = mouse;
    let complaints = app.own.complaints.clone();
    for complaint in complaints.iter().filter(|one| !before.complaints.contains(one)) {
        app.warn(complaint.clone());
    }
    let choosing = app.layers.iter().any(|open| matches!(open.purpose, super::Purpose::Theme(_)));
    if !choosing {
        let name = theme_wanted(app);
        match theme(app, &name, level) {
            Ok(theme) => app.theme = theme,
            // a file that can't be read keeps what is on screen, and is told
            Err(why) if !complaints.contains(&why) => app.warn(why),
            Err(_) => {}
        }
    }
    app.dirty = true;
    if !first && complaints.is_empty() && !before.complaints.is_empty() {
        app.say("Settings, keys and themes are in order again.");
    }
}

/// The theme that the command line, else the settings, ask for.
pub fn theme_wanted(app: &App) -> String {
    app.said.theme.clone().unwrap_or_else(|| app.settings.theme.clone())
}

/// A theme by name: one's own, else one of ours.
///
/// # Errors
/// There is none of that name, or its file can't be read: a sentence with its place.
pub fn theme(app: &App, name: &str, level: ColorLevel) -> Result<Theme, String> {
    if let Some(own) = app.own.themes.iter().find(|own| own.name == name) {
        return own.read(level);
    }
    Theme::built_in(name, level).ok_or_else(|| {
        let mine = app.own.themes.iter().map(|own| own.name.as_str());
        let names: Vec<&str> = Theme::names().iter().map(|(name, _)| *name).chain(mine).collect();
        format!("There is no theme called {name:?}; there are {}.", names.join(", "))
    })
}

impl OwnTheme {
    /// The theme at a level of colour.
    ///
    /// # Errors
    /// A sentence with file, line and column.
    pub fn read(&self, level: ColorLevel) -> Result<Theme, String> {
        Theme::read(&self.name, &self.text, level)
            .map_err(|why| format!("{}:{why}. The theme on screen stays.", self.place))
    }
}

/// What the command line said, which stands above the settings until the person says otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// The theme.
    pub theme: Option<String>,
    /// The mouse.
    pub mouse: Option<bool>,
}

/// Changes settings, and has them saved.
pub fn change(app: &mut App, change: impl FnOnce(&mut Settings)) {
    let base = app.settings.clone();
    change(&mut app.settings);
    if app.settings != base {
        let now = Box::new(app.settings.clone());
        app.effects.push(Effect::Settings { base: Box::new(base), now });
    }
}

/// Changes the team's views, and has them saved in the folder.
pub fn change_team(app: &mut App, change: impl FnOnce(&mut Vec<View>)) {
    let base = app.team.clone();
    change(&mut app.team);
    if app.team != base {
        app.effects.push(Effect::TeamViews { base, now: app.team.clone() });
    }
}
