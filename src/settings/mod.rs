//! What a person set for all folders: looks, views, snippets.

pub(crate) mod near;
mod trouble;

pub use trouble::Trouble;

use serde::{Deserialize, Serialize};

/// Detail beside the list, or below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Layout {
    /// Beside it where there is room.
    #[default]
    Auto,
    /// Beside it.
    Side,
    /// Below it.
    Below,
}

/// A view of a list, saved under a name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct View {
    /// Its name.
    pub name: String,
    /// Title of the list.
    pub list: String,
    /// The filter.
    pub filter: String,
    /// Columns to sort by; a minus turns the order round.
    pub sort: Vec<String>,
    /// Columns shown.
    pub columns: Vec<String>,
    /// Column to group by.
    pub group: Option<String>,
}

/// The settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Name of the theme.
    pub theme: String,
    /// "auto", "mono", "16", "256" or "rgb".
    pub color: String,
    /// "auto", "unicode" or "ascii".
    pub glyphs: String,
    /// Whether the mouse is used.
    pub mouse: bool,
    /// Detail beside or below.
    pub layout: Layout,
    /// Whether the window gets a title.
    pub title: bool,
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
            title: true,
            views: Vec::new(),
            snippets: Vec::new(),
        }
    }
}
