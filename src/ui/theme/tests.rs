//! Rules that every theme keeps at every level, and how a theme's mistakes are told.

use super::colour::rgb_of;
use super::*;
use ratatui::style::{Color, Modifier};

const LEVELS: [ColorLevel; 4] =
    [ColorLevel::Mono, ColorLevel::Ansi16, ColorLevel::Ansi256, ColorLevel::Rgb];

/// Backgrounds that a theme is made for.
fn grounds(name: &str) -> &'static [(u8, u8, u8)] {
    let dark = &[(0, 0, 0), (0x1e, 0x1e, 0x1e), (0x28, 0x2c, 0x34), (0, 0x2b, 0x36)];
    let light = &[(255, 255, 255), (0xfa, 0xfa, 0xfa), (0xfd, 0xf6, 0xe3)];
    match name {
        "dark" => dark,
        "light" => light,
        _ => &[(0, 0, 0), (255, 255, 255)],
    }
}

fn every(mut check: impl FnMut(&Theme, &str)) {
    for (name, _) in Theme::names() {
        for level in LEVELS {
            let text = Theme::text(name).unwrap();
            let theme = Theme::read(name, text, level).unwrap_or_else(|e| panic!("{name}.ron:{e}"));
            check(&theme, &format!("{name} at {level:?}"));
        }
    }
}

#[test]
fn the_selection_is_seen_without_colour() {
    every(|theme, at| {
        let selected = theme.style(Role::Selected);
        let inactive = theme.style(Role::SelectedInactive);
        // together with the marker before the row
        let seen = Modifier::REVERSED | Modifier::BOLD | Modifier::UNDERLINED;
        assert!(selected.add_modifier.intersects(seen), "{at}");
        assert!(inactive.add_modifier.intersects(seen), "{at}");
        assert_ne!(selected, inactive, "{at}");
        // a row keeps what its cells say
        assert_eq!((selected.fg, inactive.fg), (None, None), "{at}");
        if theme.level <= ColorLevel::Ansi16 {
            assert!(selected.add_modifier.contains(Modifier::REVERSED), "{at}");
        }
    });
}

#[test]
fn nothing_is_written_in_its_own_colour() {
    every(|theme, at| {
        for role in Role::ALL {
            let style = theme.style(role);
            assert!(style.fg.is_none() || style.fg != style.bg, "{} of {at}", role.name());
        }
    });
}

#[test]
fn a_level_uses_no_more_than_it_has() {
    every(|theme, at| {
        let styles = Role::ALL.map(|role| theme.style(role));
        for colour in styles.iter().flat_map(|style| [style.fg, style.bg]).flatten() {
            let fits = match colour {
                Color::Rgb(..) => theme.level == ColorLevel::Rgb,
                Color::Indexed(_) => theme.level >= ColorLevel::Ansi256,
                _ => theme.level >= ColorLevel::Ansi16,
            };
            assert!(fits, "{colour:?} in {at}");
        }
    });
}

#[test]
fn the_sixteen_are_used_where_every_palette_shows_them() {
    let never = [Color::White, Color::Gray, Color::Black, Color::DarkGray, Color::Blue];
    every(|theme, at| {
        for role in Role::ALL {
            let style = theme.style(role);
            let named = style.fg.filter(|fg| never.contains(fg));
            assert_eq!(named, None, "{} of {at}", role.name());
        }
        for body in [Role::Text, Role::Input] {
            assert_eq!(theme.style(body), Style::new(), "{at}");
        }
        if theme.level <= ColorLevel::Ansi16 {
            let styles = Role::ALL.map(|role| theme.style(role));
            assert!(styles.iter().all(|style| style.bg.is_none()), "{at}");
            assert_eq!(theme.style(Role::Dim).fg, None, "dim is a modifier, not a grey: {at}");
        }
    });
}

#[test]
fn states_and_levels_differ_from_their_neighbours() {
    let levels: Vec<Role> =
        Role::ALL.into_iter().filter(|role| matches!(role, Role::Level(_))).collect();
    every(|theme, at| {
        for pair in levels.windows(2) {
            let [low, high] = [theme.style(pair[0]), theme.style(pair[1])];
            assert_ne!(low, high, "{} and {} of {at}", pair[0].name(), pair[1].name());
        }
        let [ok, warn, bad] = [Role::Ok, Role::Warn, Role::Bad].map(|role| theme.style(role));
        assert!(ok != warn && warn != bad && ok != bad, "{at}");
        let [added, removed] = [Role::Added, Role::Removed].map(|role| theme.style(role));
        assert_ne!(added.add_modifier, removed.add_modifier, "{at}");
        assert_ne!(theme.style(Role::Border), theme.style(Role::BorderFocus), "{at}");
    });
}

fn light_of((r, g, b): (u8, u8, u8)) -> f64 {
    let part = |c: u8| {
        let c = f64::from(c) / 255.0;
        if c <= 0.03928 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
}

fn contrast(one: (u8, u8, u8), other: (u8, u8, u8)) -> f64 {
    let (one, other) = (light_of(one), light_of(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn seen(colour: Option<Color>) -> Option<(u8, u8, u8)> {
    match colour? {
        Color::Rgb(r, g, b) => Some((r, g, b)),
        Color::Indexed(n) => Some(rgb_of(n)),
        _ => None,
    }
}

/// Contrast by WCAG: 4.5 for text, 3 for lines and where one colour serves black and white.
#[test]
fn what_is_written_can_be_read() {
    every(|theme, at| {
        let selected = seen(theme.style(Role::Selected).bg);
        for role in Role::ALL {
            let style = theme.style(role);
            let Some(fg) = seen(style.fg) else { continue };
            let both = grounds(&theme.name).len() == 2;
            let least = if both && style.bg.is_none() || role == Role::Border { 3.0 } else { 4.5 };
            let least = if theme.name == "high-contrast" { 7.0 } else { least };
            // lines are not drawn over a selected row
            let selected = selected.filter(|_| role != Role::Border);
            let grounds: Vec<_> = match seen(style.bg) {
                Some(own) => vec![own],
                None => grounds(&theme.name).iter().copied().chain(selected).collect(),
            };
            for ground in grounds {
                let got = contrast(fg, ground);
                assert!(got >= least, "{} of {at}: {got:.1} on {ground:?}", role.name());
            }
        }
    });
}

#[test]
fn a_theme_may_be_a_few_lines_over_another() {
    let text = "( base: \"dark\", title: (rgb: (fg: \"#ffffff\", mods: [bold])) )";
    let theme = Theme::read("mine", text, ColorLevel::Rgb).unwrap();
    let dark = Theme::built_in("dark", ColorLevel::Rgb).unwrap();
    assert_eq!(theme.style(Role::Title).fg, Some(Color::Rgb(255, 255, 255)));
    assert_eq!(theme.style(Role::Link), dark.style(Role::Link));
    assert_eq!(theme.name, "mine");
}

#[test]
fn a_level_that_is_missing_looks_like_the_next_lower_one() {
    let text =
        "(ok: (ansi16: (fg: green)), bad: (ansi256: (fg: 196)), info: (rgb: (fg: \"#ff0000\")))";
    let fg = |role, level| Theme::read("mine", text, level).unwrap().style(role).fg;
    assert_eq!(fg(Role::Ok, ColorLevel::Rgb), Some(Color::Green));
    assert_eq!(fg(Role::Ok, ColorLevel::Mono), None);
    assert_eq!(fg(Role::Bad, ColorLevel::Ansi16), None);
    assert_eq!(fg(Role::Bad, ColorLevel::Rgb), Some(Color::Indexed(196)));
    assert_eq!(fg(Role::Info, ColorLevel::Ansi256), Some(Color::Indexed(196)));
    assert_eq!(fg(Role::Info, ColorLevel::Ansi16), None);
}

/// One mistake a file; its first line says what is to be reported.
#[test]
fn a_mistake_is_told_with_line_and_column() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/themes_bad");
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let (mut count, mut wrong) = (0, Vec::new());
    for path in files {
        let text = std::fs::read_to_string(&path).unwrap();
        let want = text.lines().next().unwrap().strip_prefix("// ").unwrap();
        let got = Theme::read("mine", &text, ColorLevel::Mono).unwrap_err();
        if got != want {
            wrong.push(format!("{}\n  got  {got}\n  want {want}", path.display()));
        }
        count += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count >= 12, "{count}");
}
