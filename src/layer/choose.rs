//! One or several of a list, found by typing.

use super::{Answer, Line, Outcome};
use crate::{
    search::rank,
    term::key::{Code, Key},
};

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Item {
    /// What is answered when it is chosen.
    pub key: String,
    /// What is shown first.
    pub text: String,
    /// What is shown beside it.
    pub note: String,
    /// Whether it is chosen (where several can be).
    pub checked: bool,
}

impl Item {
    /// An item.
    pub fn new(key: impl Into<String>, text: impl Into<String>, note: impl Into<String>) -> Self {
        Self { key: key.into(), text: text.into(), note: note.into(), checked: false }
    }
}

/// A list to choose from.
#[derive(Debug, Clone)]
pub struct Choose {
    /// What is being chosen.
    pub title: String,
    /// What there is.
    pub items: Vec<Item>,
    /// Whether several can be chosen.
    pub several: bool,
    /// What was typed to find one.
    pub query: Line,
    /// Which items are shown, with the matched letters of their text.
    pub shown: Vec<(usize, Vec<usize>)>,
    /// Cursor within what is shown.
    pub cursor: usize,
    /// Whether letters search, or choose by the first letter of an item.
    pub typing: bool,
    /// Whether moving over an item is told, for a live preview.
    pub live: bool,
    /// What helps to choose, below the items.
    pub about: String,
    /// Whether something was checked or unchecked since the last letter.
    toggled: bool,
    /// Letters typed so far in a list that chooses by letters.
    prefix: String,
    /// What is left of the word whose first letter chose an item: it may still be typed.
    pub rest: String,
}

impl Choose {
    /// A list of which one is chosen; `current` is where the cursor starts.
    pub fn one(title: impl Into<String>, items: Vec<Item>, current: &str) -> Self {
        let mut choose = Self {
            title: title.into(),
            several: false,
            query: Line::default(),
            shown: Vec::new(),
            cursor: 0,
            typing: items.len() > 9,
            live: false,
            about: String::new(),
            toggled: false,
            prefix: String::new(),
            rest: String::new(),
            items,
        };
        choose.search();
        choose.cursor = choose.items.iter().position(|i| i.key == current).unwrap_or_default();
        choose
    }

    /// A list of which several are chosen.
    pub fn several(title: impl Into<String>, items: Vec<Item>) -> Self {
        Self { several: true, ..Self::one(title, items, "") }
    }

    fn search(&mut self) {
        let words: Vec<(String, String)> =
            self.items.iter().map(|i| (i.key.clone(), format!("{} {}", i.text, i.note))).collect();
        let pairs: Vec<(&str, &str)> =
            words.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
        self.shown = rank::rank(&pairs, &self.query.text());
        self.cursor = self.cursor.min(self.shown.len().saturating_sub(1));
    }

    /// The item under the cursor.
    pub fn current(&self) -> Option<&Item> {
        self.shown.get(self.cursor).and_then(|(at, _)| self.items.get(*at))
    }

    /// Handles a key.
    pub fn on_key(&mut self, key: Key) -> Outcome {
        let last = self.shown.len().saturating_sub(1);
        match (key.mods.ctrl, key.code) {
            (_, Code::Esc) | (true, Code::Char('c')) => return Outcome::Closed,
            (false, Code::Enter) => return self.choose(),
            (false, Code::Down) | (true, Code::Char('n' | 'j')) => {
                self.cursor = if self.cursor == last { 0 } else { self.cursor + 1 };
                return self.hovered();
            }
            (false, Code::Up) | (true, Code::Char('p' | 'k')) => {
                self.cursor = self.cursor.checked_sub(1).unwrap_or(last);
                return self.hovered();
            }
            (false, Code::PageDown) => self.cursor = (self.cursor + 10).min(last),
            (false, Code::PageUp) => self.cursor = self.cursor.saturating_sub(10),
            (false, Code::Tab) if self.several => self.toggle(),
            (false, Code::Char(' ')) if self.several && self.query.is_empty() => self.toggle(),
            (false, Code::Char('j')) if !self.typing => {
                self.cursor = if self.cursor == last { 0 } else { self.cursor + 1 };
                return self.hovered();
            }
            (false, Code::Char('k')) if !self.typing => {
                self.cursor = self.cursor.checked_sub(1).unwrap_or(last);
                return self.hovered();
            }
            (false, Code::Char('/')) if !self.typing => self.typing = true,
            (false, Code::Char(c)) if !self.typing => return self.by_letter(c),
            _ => {
                if !self.query.on_key(key) {
                    return Outcome::Ignored;
                }
                self.typing = true;
                self.toggled = false;
                self.cursor = 0;
                self.search();
                return self.hovered();
            }
        }
        Outcome::Taken
    }

    fn hovered(&self) -> Outcome {
        match self.current().filter(|_| self.live) {
            Some(item) => Outcome::Meanwhile(Answer::Hovered(item.key.clone())),
            None => Outcome::Taken,
        }
    }

    /// In a short list letters choose the item that begins with them: the first one at once if it is
    /// the only one that begins so, more of them by prefix until enter.
    fn by_letter(&mut self, letter: char) -> Outcome {
        let lower = letter.to_lowercase().to_string();
        let begins = |prefix: &str| -> Vec<usize> {
            let items = self.items.iter().enumerate();
            items
                .filter(|(_, item)| item.text.to_lowercase().starts_with(prefix))
                .map(|(at, _)| at)
                .collect()
        };
        let longer = format!("{}{lower}", self.prefix);
        let by_longer = begins(&longer);
        let goes_on = !self.prefix.is_empty() && !by_longer.is_empty();
        let found = if goes_on { by_longer } else { begins(&lower) };
        let next = found.iter().find(|at| **at > self.cursor && !goes_on).or(found.first());
        let Some(next) = next.copied() else { return Outcome::Taken };
        self.prefix = if goes_on { longer } else { lower };
        self.cursor = next;
        if found.len() == 1 && !self.several && !goes_on {
            let word = self.current().map_or("", |item| &item.text);
            let first = word.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            // the second letter of a short word is as likely a command
            self.rest = match first.chars().count() {
                0..=4 => String::new(),
                _ => first.chars().skip(1).flat_map(char::to_lowercase).collect(),
            };
            return self.choose();
        }
        if self.several {
            self.toggle();
        }
        Outcome::Taken
    }

    fn toggle(&mut self) {
        self.toggled = true;
        if let Some((at, _)) = self.shown.get(self.cursor)
            && let Some(item) = self.items.get_mut(*at)
        {
            item.checked = !item.checked;
        }
    }

    fn choose(&self) -> Outcome {
        if self.several {
            // who typed to find one and presses enter means that one
            let found = self.current().filter(|_| !self.query.is_empty() && !self.toggled);
            let found = found.map(|item| item.key.clone());
            let wanted = |item: &&Item| item.checked || found.as_ref() == Some(&item.key);
            let chosen = self.items.iter().filter(wanted).map(|item| item.key.clone());
            return Outcome::Answered(Answer::Chosen(chosen.collect()));
        }
        match self.current() {
            Some(item) => Outcome::Answered(Answer::Chosen(vec![item.key.clone()])),
            None => Outcome::Taken,
        }
    }
}
