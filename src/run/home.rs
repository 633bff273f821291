//! The files of the person: where they are, what they say, and writing what was changed on screen.

use crate::{
    app::{Own, OwnTheme},
    settings::{
        Places, Settings, TEAM_FILE, Trouble, View, is_broken, keys, read_team, write_team,
    },
    store::{NotWritten, write_own},
    term::caps::{self, ColorChoice, GlyphSet},
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// A theme or a file of keys that is larger than this is none.
const LARGEST: u64 = 1_000_000;

/// Where the person's files are.
#[derive(Debug, Clone, Default)]
pub struct Home {
    /// The places that the environment names; none: there is no home.
    pub places: Option<Places>,
    /// The ISMS folder, for the team's views.
    pub folder: Option<PathBuf>,
}

/// What the command line said about looks; it stands above settings and environment.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked {
    /// Colours.
    pub color: Option<ColorChoice>,
    /// Drawing characters.
    pub glyphs: Option<GlyphSet>,
}

impl Home {
    /// The places that the process's environment names.
    pub fn here(folder: Option<PathBuf>) -> Self {
        Self { places: Places::of(|name| std::env::var_os(name)), folder }
    }

    /// The file of the team's views.
    pub fn team(&self) -> Option<PathBuf> {
        self.folder.as_ref().map(|folder| folder.join(TEAM_FILE))
    }

    /// Reads everything; what is wrong is among the complaints, with its place.
    ///
    /// A file that can't be understood at all, as while it is being written, says what it said `before`.
    pub fn read(
        &self,
        asked: Asked,
        env: &impl Fn(&str) -> Option<String>,
        before: Option<&Own>,
    ) -> Own {
        let mut own = Own::default();
        let kept = |text: &str| before.filter(|_| is_broken(text));
        if let Some(places) = &self.places {
            let (path, keys_path) = (places.settings(), places.keys());
            let text = text_of(&path, &mut own.complaints);
            let (settings, troubles) = Settings::read(&text);
            own.settings = kept(&text).map_or(settings, |before| before.settings.clone());
            complain(&mut own.complaints, &path, &troubles);
            let text = text_of(&keys_path, &mut own.complaints);
            let (keymap, troubles) = keys::read(&text);
            own.keymap = kept(&text).map_or(keymap, |before| before.keymap.clone());
            complain(&mut own.complaints, &keys_path, &troubles);
        }
        if let Some(path) = self.team() {
            let text = text_of(&path, &mut own.complaints);
            let (views, troubles) = read_team(&text);
            own.team = kept(&text).map_or(views, |before| before.team.clone());
            complain(&mut own.complaints, &path, &troubles);
        }
        let choice = asked.color.unwrap_or_else(|| own.settings.color_choice());
        own.level = caps::color_level(choice, env);
        let glyphs = asked.glyphs.or_else(|| own.settings.glyph_set());
        own.glyphs = glyphs.unwrap_or_else(|| caps::glyph_set(env));
        for path in self.theme_files() {
            let Some(name) = path.file_stem().and_then(|stem| stem.to_str()) else { continue };
            let text = text_of(&path, &mut own.complaints);
            let theme = OwnTheme { name: name.into(), text, place: path.display().to_string() };
            own.complaints.extend(theme.read(own.level).err());
            own.themes.push(theme);
        }
        own
    }

    /// Files of themes, by name.
    pub fn theme_files(&self) -> Vec<PathBuf> {
        let folder = self.places.as_ref().and_then(|places| fs::read_dir(places.themes()).ok());
        let mut files: Vec<PathBuf> = folder
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|end| end == "ron"))
            .filter(|path| {
                !path.file_name().is_some_and(|n| n.as_encoded_bytes().starts_with(b"."))
            })
            .collect();
        files.sort();
        files
    }

    /// Writes what was changed from `base` to `now` into settings.ron; all else in it stays.
    ///
    /// # Errors
    /// A sentence that says why nothing was written.
    pub fn save_settings(&self, base: &Settings, now: &Settings) -> Result<(), String> {
        let Some(places) = &self.places else {
            return Err("The settings hold until you leave: neither $ANNEXA_CONFIG_DIR nor $HOME \
                        says where to keep them."
                .into());
        };
        edit(&places.settings(), |text| {
            let (theirs, _) = Settings::read(text);
            now.onto(base, theirs).written(text)
        })
    }

    /// Writes what was changed from `base` to `now` into the folder's views.ron.
    ///
    /// # Errors
    /// A sentence that says why nothing was written.
    pub fn save_team(&self, base: &[View], now: &[View]) -> Result<(), String> {
        let Some(path) = self.team() else { return Err("There is no ISMS folder here.".into()) };
        let of = |views: &[View]| Settings { views: views.to_vec(), ..Settings::default() };
        edit(&path, |text| {
            let (theirs, _) = read_team(text);
            write_team(&of(now).onto(&of(base), of(&theirs)).views, text)
        })
    }
}

/// Edits a file; if somebody else writes at the same time, what they wrote is edited.
fn edit(path: &Path, edit: impl Fn(&str) -> Result<String, String>) -> Result<(), String> {
    for _ in 0..5 {
        let mut wrong = Vec::new();
        let before = text_of(path, &mut wrong);
        if let Some(wrong) = wrong.pop() {
            return Err(wrong);
        }
        let there = path.exists().then_some(&*before);
        let after = edit(&before).map_err(|why| format!("{}:{why}.", path.display()))?;
        if after == before {
            return Ok(());
        }
        match write_own(path, there, &after) {
            Err(NotWritten::Changed) => {}
            Err(NotWritten::Refused(why)) => return Err(why),
            Ok(()) => return Ok(()),
        }
    }
    Err(format!("{} was not saved: another program keeps writing it.", path.display()))
}

/// The text of a file; nothing if it is not there.
fn text_of(path: &Path, complaints: &mut Vec<String>) -> String {
    let wrong = match fs::metadata(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return String::new(),
        Err(error) => error.to_string(),
        Ok(meta) if !meta.is_file() => "it is not a file".into(),
        Ok(meta) if meta.len() > LARGEST => "it is too large to be one of annexa's".into(),
        Ok(_) => match fs::read_to_string(path) {
            Ok(text) => return text,
            Err(error) => error.to_string(),
        },
    };
    complaints.push(format!("{} can't be read: {wrong}.", path.display()));
    String::new()
}

fn complain(complaints: &mut Vec<String>, path: &Path, troubles: &[Trouble]) {
    complaints.extend(troubles.iter().map(|trouble| format!("{}:{trouble}.", path.display())));
}
