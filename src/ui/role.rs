//! What a piece of text means; a theme decides how it looks.
//!
//! No meaning rests on its look alone: a state has its word or glyph beside it, a level its word, the
//! selected row its marker.

use crate::isms::LevelColour;

/// A meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Ordinary text.
    Text,
    /// Text that may be passed over.
    Dim,
    /// A heading.
    Title,
    /// The one accent.
    Accent,
    /// The selected row.
    Selected,
    /// The selected row of a list that has not the focus.
    SelectedInactive,
    /// A marked row.
    Mark,
    /// Good.
    Ok,
    /// Needs attention.
    Warn,
    /// Bad.
    Bad,
    /// Neither good nor bad, but worth noting.
    Info,
    /// Leads somewhere.
    Link,
    /// Was added.
    Added,
    /// Was taken away.
    Removed,
    /// A border.
    Border,
    /// The border of what has the focus.
    BorderFocus,
    /// A key in the hint bar.
    HintKey,
    /// What the key does.
    HintText,
    /// An error message.
    Error,
    /// Text being typed.
    Input,
    /// What could be typed.
    Placeholder,
    /// Matched letters.
    Match,
    /// A level of risk.
    Level(LevelColour),
}

impl Role {
    /// All roles.
    pub const ALL: [Role; 28] = [
        Role::Text,
        Role::Dim,
        Role::Title,
        Role::Accent,
        Role::Selected,
        Role::SelectedInactive,
        Role::Mark,
        Role::Ok,
        Role::Warn,
        Role::Bad,
        Role::Info,
        Role::Link,
        Role::Added,
        Role::Removed,
        Role::Border,
        Role::BorderFocus,
        Role::HintKey,
        Role::HintText,
        Role::Error,
        Role::Input,
        Role::Placeholder,
        Role::Match,
        Role::Level(LevelColour::Grey),
        Role::Level(LevelColour::Green),
        Role::Level(LevelColour::Yellow),
        Role::Level(LevelColour::Orange),
        Role::Level(LevelColour::Red),
        Role::Level(LevelColour::Magenta),
    ];

    /// The role's name in a theme's file.
    pub fn name(self) -> &'static str {
        match self {
            Role::Text => "text",
            Role::Dim => "dim",
            Role::Title => "title",
            Role::Accent => "accent",
            Role::Selected => "selected",
            Role::SelectedInactive => "selected_inactive",
            Role::Mark => "mark",
            Role::Ok => "ok",
            Role::Warn => "warn",
            Role::Bad => "bad",
            Role::Info => "info",
            Role::Link => "link",
            Role::Added => "added",
            Role::Removed => "removed",
            Role::Border => "border",
            Role::BorderFocus => "border_focus",
            Role::HintKey => "hint_key",
            Role::HintText => "hint_text",
            Role::Error => "error",
            Role::Input => "input",
            Role::Placeholder => "placeholder",
            Role::Match => "match",
            Role::Level(LevelColour::Grey) => "level_grey",
            Role::Level(LevelColour::Green) => "level_green",
            Role::Level(LevelColour::Yellow) => "level_yellow",
            Role::Level(LevelColour::Orange) => "level_orange",
            Role::Level(LevelColour::Red) => "level_red",
            Role::Level(LevelColour::Magenta) => "level_magenta",
        }
    }

    /// The role with this name.
    pub fn named(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.name() == name)
    }

    /// The role's place in [`Role::ALL`].
    pub fn index(self) -> usize {
        match self {
            Role::Level(colour) => 22 + colour as usize,
            Role::Text => 0,
            Role::Dim => 1,
            Role::Title => 2,
            Role::Accent => 3,
            Role::Selected => 4,
            Role::SelectedInactive => 5,
            Role::Mark => 6,
            Role::Ok => 7,
            Role::Warn => 8,
            Role::Bad => 9,
            Role::Info => 10,
            Role::Link => 11,
            Role::Added => 12,
            Role::Removed => 13,
            Role::Border => 14,
            Role::BorderFocus => 15,
            Role::HintKey => 16,
            Role::HintText => 17,
            Role::Error => 18,
            Role::Input => 19,
            Role::Placeholder => 20,
            Role::Match => 21,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_knows_its_place() {
        for (place, role) in Role::ALL.iter().enumerate() {
            assert_eq!(role.index(), place, "{}", role.name());
            assert_eq!(Role::named(role.name()), Some(*role));
        }
    }
}
