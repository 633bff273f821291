//! Themes: RON files that say how each role looks at each level of colour.
//!
//! A theme gives looks for meanings, by hand, for every level it cares for. Nothing is guessed below
//! 256 colours: the sixteen belong to the user, and what they look like is not known here. What a
//! theme leaves open looks as in its base, so that a file of one's own may have three lines.

mod colour;
mod read;

use super::Role;
use crate::term::caps::ColorLevel;
use ratatui::style::Style;

/// How everything looks.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// Its name.
    pub name: String,
    /// The level of colour that it was made for.
    pub level: ColorLevel,
    styles: [Style; Role::ALL.len()],
}

/// The themes that are compiled in: name, what for, text.
const BUILT_IN: [(&str, &str, &str); 6] = [
    ("terminal", "the terminal's own 16 colours", include_str!("../../themes/terminal.ron")),
    ("dark", "for a dark background", include_str!("../../themes/dark.ron")),
    ("light", "for a light background", include_str!("../../themes/light.ron")),
    ("high-contrast", "strong contrasts", include_str!("../../themes/high-contrast.ron")),
    (
        "colour-blind",
        "told apart without red and green",
        include_str!("../../themes/colour-blind.ron"),
    ),
    ("mono", "no colour at all", include_str!("../../themes/mono.ron")),
];

impl Default for Theme {
    fn default() -> Self {
        Self::built_in("terminal", ColorLevel::Ansi16)
            .unwrap_or_else(|| Self::plain("terminal", ColorLevel::Ansi16))
    }
}

impl Theme {
    /// The names of the themes that are compiled in, with what they are for.
    pub fn names() -> [(&'static str, &'static str); 6] {
        BUILT_IN.map(|(name, note, _)| (name, note))
    }

    /// A theme that is compiled in.
    pub fn built_in(name: &str, level: ColorLevel) -> Option<Self> {
        let (name, _, text) = BUILT_IN.iter().find(|(known, ..)| *known == name)?;
        Self::read(name, text, level).ok()
    }

    /// The text of a theme that is compiled in, to start one's own from.
    pub fn text(name: &str) -> Option<&'static str> {
        BUILT_IN.iter().find(|(known, ..)| *known == name).map(|(.., text)| *text)
    }

    /// Reads a theme's file.
    ///
    /// # Errors
    /// The sentence has line and column, and says what was expected. All levels are looked at, not
    /// only the one asked for.
    pub fn read(name: &str, text: &str, level: ColorLevel) -> Result<Self, String> {
        read::theme(name, text, level).map_err(|error| error.to_string())
    }

    /// How a role looks.
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(role.index()).copied().unwrap_or_default()
    }

    fn plain(name: &str, level: ColorLevel) -> Self {
        Self { name: name.to_owned(), level, styles: [Style::new(); Role::ALL.len()] }
    }
}

#[cfg(test)]
mod tests;
