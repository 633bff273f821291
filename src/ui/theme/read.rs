//! From a theme's file to styles.
//!
//! Read through the index of `crate::text`, which knows where everything stands: a mistake is reported
//! with line and column, and half a theme is never shown.

use super::colour::{colour, nearest_256};
use super::{BUILT_IN, Theme};
use crate::settings::{Trouble, near};
use crate::term::caps::ColorLevel;
use crate::text::{Node, Shape, Tree, Value, read};
use crate::ui::Role;
use ratatui::style::{Modifier, Style};

const LEVELS: [(&str, ColorLevel); 4] = [
    ("mono", ColorLevel::Mono),
    ("ansi16", ColorLevel::Ansi16),
    ("ansi256", ColorLevel::Ansi256),
    ("rgb", ColorLevel::Rgb),
];

const MODS: [(&str, Modifier); 6] = [
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underlined", Modifier::UNDERLINED),
    ("reversed", Modifier::REVERSED),
    ("crossed_out", Modifier::CROSSED_OUT),
];

type Result<T> = std::result::Result<T, Trouble>;

/// Reads a theme.
pub(super) fn theme(name: &str, text: &str, level: ColorLevel) -> Result<Theme> {
    let tree = Tree::parse(text).map_err(|error| Trouble::syntax(&error))?;
    let file = File { text, tree: &tree };
    let fields = file.fields(tree.root(), "a theme: (title: (mono: (mods: [bold])), …)")?;
    let mut theme = match fields.iter().find(|field| field.name == "base") {
        Some(field) => file.base(field.value, name, level)?,
        None => Theme::plain(name, level),
    };
    name.clone_into(&mut theme.name);
    for field in fields.iter().filter(|field| field.name != "base") {
        let role = Role::named(field.name).ok_or_else(|| {
            file.at(field.at, format!("there is no role {}", near::unknown(field.name, names())))
        })?;
        let looks = file.looks(field.value)?;
        if let Some(look) = at_level(&looks, level)
            && let Some(style) = theme.styles.get_mut(role.index())
        {
            *style = look;
        }
    }
    Ok(theme)
}

fn names() -> impl Iterator<Item = &'static str> {
    Role::ALL.into_iter().map(Role::name)
}

/// The look at a level: its own, else the next lower one; 256 may come near a true colour.
fn at_level(looks: &[Option<Style>; 4], level: ColorLevel) -> Option<Style> {
    let [mono, ansi16, ansi256, rgb] = *looks;
    let near = |style: Style| Style {
        fg: style.fg.map(nearest_256),
        bg: style.bg.map(nearest_256),
        ..style
    };
    match level {
        ColorLevel::Mono => mono,
        ColorLevel::Ansi16 => ansi16.or(mono),
        ColorLevel::Ansi256 => ansi256.or(rgb.map(near)).or(ansi16).or(mono),
        ColorLevel::Rgb => rgb.or(ansi256).or(ansi16).or(mono),
    }
}

struct File<'a> {
    text: &'a str,
    tree: &'a Tree,
}

/// A field of a record.
struct Field<'a> {
    name: &'a str,
    /// Where its name stands.
    at: usize,
    value: Node,
}

impl<'a> File<'a> {
    fn at(&self, offset: usize, message: String) -> Trouble {
        Trouble::at(self.text, offset, message)
    }

    fn wrong<T>(&self, node: Node, message: impl Into<String>) -> Result<T> {
        Err(self.at(self.tree.span(node).start, message.into()))
    }

    fn fields(&self, record: Node, what: &str) -> Result<Vec<Field<'a>>> {
        if !matches!(self.tree.shape(record), Shape::Struct | Shape::Unit) {
            return self.wrong(record, format!("a record in parentheses is expected here, {what}"));
        }
        let starts = self.tree.children(record).map(|field| self.tree.span(field).start);
        let fields = self.tree.fields(self.text, record).zip(starts);
        let fields: Vec<Field> =
            fields.map(|((name, value), at)| Field { name, at, value }).collect();
        for (nth, field) in fields.iter().enumerate() {
            if fields.iter().take(nth).any(|earlier| earlier.name == field.name) {
                let message = format!("`{}` stands here a second time; remove one", field.name);
                return Err(self.at(field.at, message));
            }
        }
        Ok(fields)
    }

    fn base(&self, node: Node, name: &str, level: ColorLevel) -> Result<Theme> {
        let base = self.word(node)?;
        let known = || BUILT_IN.iter().map(|(name, ..)| *name);
        if base == name || known().all(|known| known != base) {
            let others = near::unknown(&base, known().filter(|known| *known != name));
            return self.wrong(node, format!("there is no theme to build on named {others}"));
        }
        match Theme::built_in(&base, level) {
            Some(theme) => Ok(theme),
            None => self.wrong(node, format!("the theme {base} can't be built on")),
        }
    }

    fn looks(&self, node: Node) -> Result<[Option<Style>; 4]> {
        let mut looks = [None; 4];
        for field in self.fields(node, "looks by level: (mono: (…), ansi16: (…))")? {
            let known = LEVELS.iter().zip(&mut looks).find(|((name, _), _)| *name == field.name);
            let Some(((_, level), look)) = known else {
                let names = LEVELS.iter().map(|(name, _)| *name);
                let message = format!("there is no level {}", near::unknown(field.name, names));
                return Err(self.at(field.at, message));
            };
            *look = Some(self.look(field.value, *level)?);
        }
        Ok(looks)
    }

    fn look(&self, node: Node, level: ColorLevel) -> Result<Style> {
        let mut style = Style::new();
        for field in self.fields(node, "a look: (fg: …, bg: …, mods: […])")? {
            match field.name {
                "fg" => style.fg = Some(self.colour(field.value, level)?),
                "bg" => style.bg = Some(self.colour(field.value, level)?),
                "mods" => style = style.add_modifier(self.mods(field.value)?),
                name => {
                    let unknown = near::unknown(name, ["fg", "bg", "mods"].into_iter());
                    return Err(self.at(field.at, format!("a look has no part {unknown}")));
                }
            }
        }
        if style.fg.is_some() && style.fg == style.bg {
            return self.wrong(node, "fg and bg are the same; nobody could read that");
        }
        Ok(style)
    }

    fn colour(&self, node: Node, level: ColorLevel) -> Result<ratatui::style::Color> {
        let word = self.word(node)?;
        colour(&word, level).map_err(|message| self.at(self.tree.span(node).start, message))
    }

    fn mods(&self, node: Node) -> Result<Modifier> {
        if self.tree.shape(node) != Shape::List {
            return self.wrong(node, "mods is a list, such as [bold, underlined]");
        }
        let mut all = Modifier::empty();
        for item in self.tree.children(node) {
            let word = self.word(item)?;
            let found = MODS.iter().find(|(name, _)| *name == word.replace('-', "_"));
            let Some((_, modifier)) = found else {
                let names = MODS.iter().map(|(name, _)| *name);
                return self
                    .wrong(item, format!("there is no mod {}", near::unknown(&word, names)));
            };
            all |= *modifier;
        }
        Ok(all)
    }

    /// A word, with or without quotes, or a number.
    fn word(&self, node: Node) -> Result<String> {
        match read(self.text, self.tree, node) {
            Value::Text(word) | Value::Word(word) => Ok(word),
            Value::Int(number) => Ok(number.to_string()),
            _ => self.wrong(node, "a word or a number is expected here"),
        }
    }
}
