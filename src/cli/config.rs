//! `annexa config`: which files of the person are used, what is wrong in them, what holds in the end.

use super::{Answer, table::Table};
use crate::{
    run::home::{Asked, Home},
    settings::TEAM_FILE,
    store,
    term::caps::{ColorLevel, GlyphSet},
};
use std::{
    env,
    path::{Path, PathBuf},
};

/// The places, whether something is there, and what is wrong with it.
pub fn config(said: Option<&Path>) -> Answer {
    let home = Home::here(folder(said));
    let own = home.read(Asked::default(), &|name| env::var(name).ok(), None);
    let mut table = Table::new(&["what", "where", ""]).fixed(&[0, 1]);
    let state = |path: &Path| match path.exists() {
        true => "read".to_string(),
        false => "not there: defaults hold".to_string(),
    };
    match &home.places {
        Some(places) => {
            let from = match places.config.from {
                "HOME" => "in the usual place below $HOME".to_string(),
                from => format!("${from} says so"),
            };
            table.row(["folder".into(), places.config.path.display().to_string(), from]);
            for (what, path) in [("settings", places.settings()), ("keys", places.keys())] {
                table.row([what.into(), path.display().to_string(), state(&path)]);
            }
            let themes = places.themes();
            let files = home.theme_files();
            let count = if files.is_empty() { state(&themes) } else { String::new() };
            table.row(["themes".into(), themes.display().to_string(), count]);
            for path in files {
                table.row(["theme".into(), path.display().to_string(), "read".into()]);
            }
        }
        None => table.row([
            "settings".into(),
            "nowhere".into(),
            "neither $ANNEXA_CONFIG_DIR nor $XDG_CONFIG_HOME nor $HOME is set".into(),
        ]),
    }
    if let Some(path) = home.team() {
        let there = match path.exists() {
            true => "views of the team: read".to_string(),
            false => "views of the team: none yet".to_string(),
        };
        table.row([TEAM_FILE.into(), path.display().to_string(), there]);
    }
    let mut text = table.text();
    let level = match own.level {
        ColorLevel::Mono => "no colours",
        ColorLevel::Ansi16 => "16 colours",
        ColorLevel::Ansi256 => "256 colours",
        ColorLevel::Rgb => "true colour",
    };
    let glyphs = if own.glyphs == GlyphSet::Ascii { "ASCII" } else { "unicode" };
    let theme = &own.settings.theme;
    text += &format!("\nIn this terminal: theme {theme}, {level}, drawn with {glyphs}.\n");
    for complaint in &own.complaints {
        text += &format!("{complaint}\n");
    }
    Answer::text(text).exit(i32::from(!own.complaints.is_empty()))
}

/// The ISMS that would be opened, if there is one.
fn folder(said: Option<&Path>) -> Option<PathBuf> {
    let here = env::current_dir().ok()?;
    let named = env::var_os("ANNEXA_DIR");
    store::find(said, &here, named.as_deref()).ok().map(|folder| folder.path)
}
