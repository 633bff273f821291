//! Colours as a theme's file writes them.

use crate::term::caps::ColorLevel;
use ratatui::style::Color;

/// Names of the terminal's own colours; ratatui calls white `Gray` and bright white `White`.
const NAMES: [(&str, Color); 17] = [
    ("default", Color::Reset),
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("white", Color::Gray),
    ("bright_black", Color::DarkGray),
    ("bright_red", Color::LightRed),
    ("bright_green", Color::LightGreen),
    ("bright_yellow", Color::LightYellow),
    ("bright_blue", Color::LightBlue),
    ("bright_magenta", Color::LightMagenta),
    ("bright_cyan", Color::LightCyan),
    ("bright_white", Color::White),
];

/// A colour for a level, from a word, a number or `#rrggbb`.
///
/// # Errors
/// What the level takes.
pub(super) fn colour(word: &str, level: ColorLevel) -> Result<Color, String> {
    let named = NAMES.iter().find(|(name, _)| *name == word.replace('-', "_"));
    let named = named.map(|(_, colour)| *colour);
    let indexed = || word.parse().ok().filter(|n: &u8| *n >= 16).map(Color::Indexed);
    let found = match level {
        ColorLevel::Mono => None,
        ColorLevel::Ansi16 => named,
        ColorLevel::Ansi256 => named.or_else(indexed),
        ColorLevel::Rgb => named.or_else(indexed).or_else(|| hex(word)),
    };
    found.ok_or_else(|| {
        let takes = match level {
            ColorLevel::Mono => return "mono has no colours; use mods, such as bold".to_owned(),
            ColorLevel::Ansi16 => "a name such as red or bright_red",
            ColorLevel::Ansi256 => "a number from 16 to 255, or a name such as red",
            ColorLevel::Rgb => "\"#rrggbb\", a number from 16 to 255, or a name such as red",
        };
        format!("`{}` is no colour here; this level takes {takes}", word.escape_debug())
    })
}

fn hex(word: &str) -> Option<Color> {
    let digits = word.strip_prefix('#')?;
    let plain = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
    let [_, r, g, b] = u32::from_str_radix(digits, 16).ok().filter(|_| plain)?.to_be_bytes();
    Some(Color::Rgb(r, g, b))
}

/// The nearest of the fixed 240 colours; the sixteen below them are the user's.
pub(super) fn nearest_256(colour: Color) -> Color {
    let Color::Rgb(r, g, b) = colour else { return colour };
    let far = |n: &u8| {
        let (x, y, z) = rgb_of(*n);
        let apart = |a: u8, b: u8| u32::from(a.abs_diff(b)).pow(2);
        // the eye weighs green most, blue least
        3 * apart(r, x) + 4 * apart(g, y) + 2 * apart(b, z)
    };
    (16..=255).min_by_key(far).map_or(colour, Color::Indexed)
}

/// What one of the fixed 240 looks like: a cube of six steps, then 24 greys.
pub(super) fn rgb_of(n: u8) -> (u8, u8, u8) {
    if n >= 232 {
        let grey = 8 + 10 * (n - 232);
        return (grey, grey, grey);
    }
    let n = n.saturating_sub(16);
    let step = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
    (step(n / 36), step(n / 6 % 6), step(n % 6))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_takes_what_it_can_show() {
        use ColorLevel::{Ansi16, Ansi256, Mono, Rgb};
        assert_eq!(colour("bright-red", Ansi16), Ok(Color::LightRed));
        assert_eq!(colour("white", Ansi16), Ok(Color::Gray));
        assert_eq!(colour("208", Ansi256), Ok(Color::Indexed(208)));
        assert_eq!(colour("#0072B2", Rgb), Ok(Color::Rgb(0, 0x72, 0xb2)));
        for (word, level) in [
            ("red", Mono),
            ("208", Ansi16),
            ("#0072b2", Ansi256),
            ("7", Ansi256),
            ("#+072b2", Rgb),
            ("#fff", Rgb),
            ("", Rgb),
        ] {
            assert!(colour(word, level).is_err(), "{word}");
        }
    }

    #[test]
    fn the_nearest_of_a_fixed_colour_is_itself() {
        for n in 16..=255 {
            let (r, g, b) = rgb_of(n);
            let Color::Indexed(found) = nearest_256(Color::Rgb(r, g, b)) else { panic!() };
            assert_eq!(rgb_of(found), (r, g, b));
        }
    }
}
