//! What the terminal can show, judged from the environment alone.
//!
//! Nothing is asked of the terminal itself: over a slow link an answer comes late or never, and
//! inside a multiplexer it may come from the wrong one. All functions are pure over a lookup.

use std::fmt;
use std::str::FromStr;

/// How many colours may be used, in rising order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ColorLevel {
    /// No colour; bold, dim, underline and reverse remain.
    Mono,
    /// The sixteen of the user's palette.
    Ansi16,
    /// The palette of 256.
    Ansi256,
    /// Any colour.
    Rgb,
}

/// What the user asked for with `--color`; `None` is "auto".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ColorChoice(pub Option<ColorLevel>);

/// The drawing characters to use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GlyphSet {
    /// Box lines, arrows, bars.
    Unicode,
    /// Only what is on a keyboard.
    Ascii,
}

/// A word after `--color` that is no level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownColor(String);

impl fmt::Display for UnknownColor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = self.0.escape_debug();
        write!(f, "`{word}` is not a colour level; use auto, never, 16, 256 or rgb.")
    }
}

impl std::error::Error for UnknownColor {}

impl FromStr for ColorChoice {
    type Err = UnknownColor;

    fn from_str(word: &str) -> Result<Self, UnknownColor> {
        let level = match word {
            "auto" => None,
            "never" | "none" | "mono" => Some(ColorLevel::Mono),
            "16" | "ansi" => Some(ColorLevel::Ansi16),
            "256" => Some(ColorLevel::Ansi256),
            "rgb" | "truecolor" | "24bit" => Some(ColorLevel::Rgb),
            _ => return Err(UnknownColor(word.to_owned())),
        };
        Ok(Self(level))
    }
}

/// The colour level: what was asked for, else `NO_COLOR`, `COLORTERM`, `TERM`, in this order.
#[must_use]
pub fn color_level(choice: ColorChoice, env: &impl Fn(&str) -> Option<String>) -> ColorLevel {
    if let Some(level) = choice.0 {
        return level;
    }
    if env("NO_COLOR").is_some_and(|v| !v.is_empty()) {
        return ColorLevel::Mono;
    }
    let term = env("TERM").unwrap_or_default();
    let colorterm = env("COLORTERM").unwrap_or_default().to_ascii_lowercase();
    if matches!(colorterm.as_str(), "truecolor" | "24bit") || term.ends_with("-direct") {
        ColorLevel::Rgb
    } else if term.contains("256color") {
        ColorLevel::Ansi256
    } else if term.is_empty() || term == "dumb" || term.starts_with("vt") {
        ColorLevel::Mono
    } else {
        ColorLevel::Ansi16
    }
}

/// The glyphs: Unicode where the locale says UTF-8 and the console's font can show it.
#[must_use]
pub fn glyph_set(env: &impl Fn(&str) -> Option<String>) -> GlyphSet {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .find_map(|name| env(name).filter(|v| !v.is_empty()))
        .unwrap_or_default()
        .to_ascii_lowercase();
    let utf8 = locale.contains("utf-8") || locale.contains("utf8");
    let console = env("TERM").is_some_and(|t| t == "linux" || t.starts_with("vt"));
    if utf8 && !console { GlyphSet::Unicode } else { GlyphSet::Ascii }
}

/// Whether erasing fills with the current background colour, so that a coloured row may end in
/// one erase instead of blanks. GNU screen and old terminals fill with the default instead.
#[must_use]
pub fn erases_with_background(env: &impl Fn(&str) -> Option<String>) -> bool {
    let term = env("TERM").unwrap_or_default();
    let in_tmux = env("TMUX").is_some_and(|v| !v.is_empty());
    in_tmux || !(term.is_empty() || term.starts_with("screen") || term.starts_with("vt"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of<'a>(pairs: &'a [(&'a str, &'a str)]) -> impl Fn(&str) -> Option<String> + 'a {
        |name| pairs.iter().find(|p| p.0 == name).map(|p| p.1.to_owned())
    }

    #[test]
    fn the_users_word_stands_above_the_environment() {
        let env = of(&[("NO_COLOR", "1"), ("TERM", "xterm-256color")]);
        assert_eq!(color_level(ColorChoice(None), &env), ColorLevel::Mono);
        assert_eq!(color_level("rgb".parse().unwrap(), &env), ColorLevel::Rgb);
        assert!("pink".parse::<ColorChoice>().is_err());
    }

    #[test]
    fn the_level_follows_the_environment() {
        let auto = ColorChoice(None);
        for (vars, level) in [
            (&[("COLORTERM", "truecolor"), ("TERM", "xterm-256color")][..], ColorLevel::Rgb),
            (&[("NO_COLOR", ""), ("TERM", "screen-256color")], ColorLevel::Ansi256),
            (&[("TERM", "xterm")], ColorLevel::Ansi16),
            (&[("TERM", "vt220")], ColorLevel::Mono),
            (&[], ColorLevel::Mono),
        ] {
            assert_eq!(color_level(auto, &of(vars)), level, "{vars:?}");
        }
    }

    #[test]
    fn the_first_locale_that_is_set_decides_the_glyphs() {
        assert_eq!(glyph_set(&of(&[("LANG", "de_CH.UTF-8")])), GlyphSet::Unicode);
        assert_eq!(glyph_set(&of(&[("LC_ALL", "C"), ("LANG", "de_CH.UTF-8")])), GlyphSet::Ascii);
        assert_eq!(glyph_set(&of(&[("LC_ALL", ""), ("LANG", "C.utf8")])), GlyphSet::Unicode);
        assert_eq!(glyph_set(&of(&[("LANG", "C.utf8"), ("TERM", "linux")])), GlyphSet::Ascii);
        assert_eq!(glyph_set(&of(&[])), GlyphSet::Ascii);
    }

    #[test]
    fn gnu_screen_does_not_erase_in_colour() {
        assert!(erases_with_background(&of(&[("TERM", "xterm-256color")])));
        assert!(!erases_with_background(&of(&[("TERM", "screen")])));
        assert!(erases_with_background(&of(&[("TERM", "screen-256color"), ("TMUX", "/tmp/x")])));
    }
}
