//! Themes: RON files that say how each role looks at each level of colour.

use super::Role;
use crate::term::caps::ColorLevel;
use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;
use std::collections::HashMap;

/// How everything looks.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// Its name.
    pub name: String,
    /// The level of colour that it was made for.
    pub level: ColorLevel,
    styles: Vec<Style>,
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

/// One look: colours by name ("red", "bright-blue"), number or "#rrggbb", and modifiers.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Look {
    fg: String,
    bg: String,
    mods: String,
}

/// The looks of a role, by level; a level that is missing takes the next lower one.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Looks {
    mono: Option<Look>,
    ansi16: Option<Look>,
    ansi256: Option<Look>,
    rgb: Option<Look>,
}

impl Default for Theme {
    fn default() -> Self {
        let plain = Self { name: "plain".into(), level: ColorLevel::Mono, styles: Vec::new() };
        Self::built_in("terminal", ColorLevel::Ansi16).unwrap_or(plain)
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

    /// Reads a theme's file.
    ///
    /// # Errors
    /// The sentence has line and column, and says what was expected.
    pub fn read(name: &str, text: &str, level: ColorLevel) -> Result<Self, String> {
        let options = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let looks: HashMap<String, Looks> = options
            .from_str(text)
            .map_err(|error| format!("{}: {}", error.span.start, error.code))?;
        if let Some(unknown) = looks.keys().find(|key| Role::ALL.iter().all(|r| r.name() != *key)) {
            let at = text.find(unknown.as_str()).unwrap_or_default();
            let (line, col) = crate::text::line_col(text, at);
            return Err(format!("{line}:{col}: there is no role {unknown:?}"));
        }
        let styles = Role::ALL.map(|role| {
            let looks = looks.get(role.name()).cloned().unwrap_or_default();
            style(&looks, level)
        });
        let styles = styles.into_iter().collect::<Result<Vec<Style>, String>>()?;
        Ok(Self { name: name.to_string(), level, styles })
    }

    /// How a role looks.
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(role.index()).copied().unwrap_or_default()
    }
}

/// The look at a level, or at the next lower one that the theme has; never a nearest colour.
fn style(looks: &Looks, level: ColorLevel) -> Result<Style, String> {
    let by_level = [&looks.mono, &looks.ansi16, &looks.ansi256, &looks.rgb];
    let reach = match level {
        ColorLevel::Mono => 1,
        ColorLevel::Ansi16 => 2,
        ColorLevel::Ansi256 => 3,
        ColorLevel::Rgb => 4,
    };
    let look = by_level.into_iter().take(reach).rev().flatten().next();
    let Some(look) = look else { return Ok(Style::default()) };
    let mut style = Style::default();
    if let Some(fg) = colour(&look.fg)? {
        style = style.fg(fg);
    }
    if let Some(bg) = colour(&look.bg)? {
        style = style.bg(bg);
    }
    for word in look.mods.split_whitespace() {
        let modifier = match word {
            "bold" => Modifier::BOLD,
            "dim" => Modifier::DIM,
            "italic" => Modifier::ITALIC,
            "underlined" => Modifier::UNDERLINED,
            "reversed" => Modifier::REVERSED,
            "crossed-out" => Modifier::CROSSED_OUT,
            other => return Err(format!("there is no modifier {other:?}")),
        };
        style = style.add_modifier(modifier);
    }
    Ok(style)
}

fn colour(name: &str) -> Result<Option<Color>, String> {
    let colour = match name {
        "" => return Ok(None),
        "default" => Color::Reset,
        "black" => Color::Black,
        "red" => Color::Red,
        "green" => Color::Green,
        "yellow" => Color::Yellow,
        "blue" => Color::Blue,
        "magenta" => Color::Magenta,
        "cyan" => Color::Cyan,
        "white" => Color::Gray,
        "bright-black" => Color::DarkGray,
        "bright-red" => Color::LightRed,
        "bright-green" => Color::LightGreen,
        "bright-yellow" => Color::LightYellow,
        "bright-blue" => Color::LightBlue,
        "bright-magenta" => Color::LightMagenta,
        "bright-cyan" => Color::LightCyan,
        "bright-white" => Color::White,
        other => match other.strip_prefix('#') {
            Some(hex) if hex.len() == 6 => {
                let rgb = u32::from_str_radix(hex, 16)
                    .map_err(|_| format!("{other:?} is no colour like #1e66f5"))?;
                let [_, r, g, b] = rgb.to_be_bytes();
                Color::Rgb(r, g, b)
            }
            _ => Color::Indexed(other.parse().map_err(|_| {
                format!("{other:?} is no colour: a name, a number below 256, or #rrggbb")
            })?),
        },
    };
    Ok(Some(colour))
}
