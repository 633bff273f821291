//! What a person set for all folders: looks, views, snippets, keys.
//!
//! settings.ron, keys.ron and themes belong to the user. They are read leniently: what can't be
//! understood is told with line and column, and everything else holds. They are written through the
//! lossless engine, so comments and order stay. All of it is pure: text in, text out; reading and
//! writing the files is done by who runs the loop.

pub mod keys;
mod merge;
pub(crate) mod near;
mod places;
mod read;
mod save;
mod team;
mod trouble;

pub use places::{Place, Places};
pub use team::{TEAM_FILE, read_team, write_team};
pub use trouble::Trouble;

use crate::term::caps::{ColorChoice, GlyphSet};

/// Detail beside the list, or below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    /// Beside it where there is room.
    #[default]
    Auto,
    /// Beside it.
    Side,
    /// Below it.
    Below,
}

impl Layout {
    /// All layouts.
    pub const ALL: [Layout; 3] = [Layout::Auto, Layout::Side, Layout::Below];

    /// The word in the file.
    pub fn name(self) -> &'static str {
        match self {
            Layout::Auto => "auto",
            Layout::Side => "side",
            Layout::Below => "below",
        }
    }
}

/// A view of a list, saved under a name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct View {
    /// Its name.
    pub name: String,
    /// Title of the list.
    pub list: String,
    /// The filter.
    pub filter: String,
    /// Columns to sort by; a minus turns the order round.
    pub sort: Vec<String>,
    /// Columns shown; `title:40` gives one a width.
    pub columns: Vec<String>,
    /// Column to group by.
    pub group: Option<String>,
}

/// The settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Name of the theme: one of ours, or a file in the folder `themes`.
    pub theme: String,
    /// "auto", "mono", "16", "256" or "rgb".
    pub color: String,
    /// "auto", "unicode" or "ascii".
    pub glyphs: String,
    /// Whether the mouse is used.
    pub mouse: bool,
    /// Detail beside or below.
    pub layout: Layout,
    /// How long to wait for the rest of a key that was cut apart on its way, in milliseconds.
    pub escape_ms: u64,
    /// Whether the window gets a title.
    pub title: bool,
    /// Who is at the keyboard, if not to be told from the login.
    pub who: Option<String>,
    /// Saved views.
    pub views: Vec<View>,
    /// Texts to start a justification from.
    pub snippets: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: "terminal".into(),
            color: "auto".into(),
            glyphs: "auto".into(),
            mouse: false,
            layout: Layout::Auto,
            escape_ms: 25,
            title: true,
            who: None,
            views: Vec::new(),
            snippets: Vec::new(),
        }
    }
}

impl Settings {
    /// Reads settings.ron; what is wrong keeps its default and is told.
    pub fn read(text: &str) -> (Self, Vec<Trouble>) {
        read::settings(text)
    }

    /// The text of settings.ron with these settings; comments and what annexa does not know stay.
    ///
    /// # Errors
    /// The text is no RON; it is left alone then, and the sentence says where it breaks.
    pub fn written(&self, text: &str) -> Result<String, String> {
        save::settings(self, text)
    }

    /// The text of settings.ron with one more view, which replaces the view of that name and list.
    ///
    /// # Errors
    /// As for [`Settings::written`].
    pub fn with_view_saved(text: &str, view: &View) -> Result<String, String> {
        let (mut settings, _) = Self::read(text);
        settings.views.retain(|known| !known.is_same(view));
        settings.views.push(view.clone());
        settings.written(text)
    }

    /// The colours asked for.
    pub fn color_choice(&self) -> ColorChoice {
        self.color.parse().unwrap_or_default()
    }

    /// The glyphs asked for; none: as the locale says.
    pub fn glyph_set(&self) -> Option<GlyphSet> {
        match self.glyphs.as_str() {
            "unicode" => Some(GlyphSet::Unicode),
            "ascii" => Some(GlyphSet::Ascii),
            _ => None,
        }
    }
}

impl View {
    /// Whether it has the other's name and list, and so stands in its place.
    pub fn is_same(&self, other: &View) -> bool {
        self.name == other.name && self.list == other.list
    }
}

/// What views.ron of an ISMS folder may hold.
const NAMES_OF_TEAM: [&str; 1] = ["views"];

/// Whether nothing in a file of the user's can be understood, because it is no RON.
pub fn is_broken(text: &str) -> bool {
    !is_blank(text) && crate::text::Tree::parse(text).is_err()
}

/// Whether a file says nothing: blanks and `//` comments only.
fn is_blank(text: &str) -> bool {
    text.lines().map(str::trim).all(|line| line.is_empty() || line.starts_with("//"))
}

#[cfg(test)]
mod tests;
