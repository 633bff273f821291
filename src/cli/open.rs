//! `annexa [FOLDER]`: opens the workbench, if there is a terminal to open it on.

use super::{Answer, Failure, place};
use crate::{
    app::Said,
    run,
    store::Folder,
    term::caps::{ColorChoice, GlyphSet},
};
use std::{
    env,
    io::IsTerminal,
    path::{Path, PathBuf},
};

/// How the workbench looks and behaves; what is not said comes from the settings.
#[derive(Debug, Clone, Default, clap::Args)]
#[command(next_help_heading = "The workbench")]
pub struct Look {
    /// Change nothing, and say so.
    #[arg(long, global = true)]
    pub read_only: bool,
    /// Colours: auto, never, 16, 256 or rgb.
    #[arg(long, value_name = "LEVEL", global = true)]
    pub color: Option<ColorChoice>,
    /// Theme, by name.
    #[arg(long, value_name = "NAME", global = true)]
    pub theme: Option<String>,
    /// Drawing characters.
    #[arg(long, value_name = "SET", global = true, value_enum)]
    pub glyphs: Option<Glyphs>,
    /// Mouse.
    #[arg(long, value_name = "ON/OFF", global = true, value_enum, num_args = 0..=1, default_missing_value = "on", require_equals = true)]
    pub mouse: Option<Switch>,
    /// Write what happens to a file; it holds no text of records.
    #[arg(long, value_name = "FILE", global = true)]
    pub log: Option<PathBuf>,
}

/// Drawing characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Glyphs {
    /// Lines, arrows, bars.
    Unicode,
    /// What is on a keyboard.
    Ascii,
}

/// On or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Switch {
    /// On.
    On,
    /// Off.
    Off,
}

/// Opens the ISMS that is meant; where there is none, the workbench offers to make one.
///
/// # Errors
/// There is no terminal, or the folder that was named is not there.
pub fn open(said: Option<&Path>, look: &Look) -> Result<Answer, Failure> {
    if let Some(why) = no_terminal() {
        return Err(Failure::cannot(format!(
            "{why}; the workbench needs one. For scripts there are `annexa check`, `annexa list` \
             and more: `annexa --help`."
        )));
    }
    let (folder, here) = place::find_or_offer(said)?;
    start(folder, here, look)
}

/// Why the workbench can't be shown here; none if it can.
pub fn no_terminal() -> Option<&'static str> {
    if !std::io::stdin().is_terminal() {
        Some("Standard input is not a terminal")
    } else if !std::io::stdout().is_terminal() {
        Some("Standard output is not a terminal")
    } else if env::var_os("TERM").is_none_or(|term| term.is_empty() || term == "dumb") {
        Some("This terminal can't move its cursor (TERM is dumb or not set)")
    } else {
        None
    }
}

/// Starts the workbench on a folder; without one it offers to make one here.
///
/// # Errors
/// It can't be started.
pub fn start(folder: Option<Folder>, here: PathBuf, look: &Look) -> Result<Answer, Failure> {
    let options = run::Options {
        home: run::home::Home::here(folder.as_ref().map(|folder| folder.path.clone())),
        said: Said {
            theme: look.theme.clone(),
            mouse: look.mouse.map(|mouse| mouse == Switch::On),
        },
        folder,
        here,
        read_only: look.read_only,
        color: look.color,
        glyphs: look.glyphs.map(|glyphs| match glyphs {
            Glyphs::Unicode => GlyphSet::Unicode,
            Glyphs::Ascii => GlyphSet::Ascii,
        }),
        log: look.log.clone(),
        ..run::Options::default()
    };
    let run::Ended { code, why } = run::run(options).map_err(Failure::cannot)?;
    match why {
        Some(sentence) => Err(Failure { code, sentence }),
        None => Ok(Answer::nothing().exit(code)),
    }
}
