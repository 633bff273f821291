//! From settings.ron to settings, setting by setting: a mistake costs only the one it is in.

use super::{Layout, Settings, Trouble, View, is_blank, near};
use crate::term::caps::ColorChoice;
use crate::text::{Node, Shape, Tree, Value, read};

/// Names of the settings, in the order in which they are written.
pub(super) const NAMES: [&str; 10] = [
    "theme",
    "color",
    "glyphs",
    "mouse",
    "layout",
    "escape_ms",
    "title",
    "who",
    "views",
    "snippets",
];

/// Names of a view's fields, in the order in which they are written.
pub(super) const VIEW: [&str; 6] = ["name", "list", "filter", "sort", "columns", "group"];

/// Reads settings.ron.
pub(super) fn settings(text: &str) -> (Settings, Vec<Trouble>) {
    some(text, &NAMES)
}

/// Reads a file that may hold these settings only.
pub(super) fn some(text: &str, known: &[&'static str]) -> (Settings, Vec<Trouble>) {
    let mut settings = Settings::default();
    if is_blank(text) {
        return (settings, Vec::new());
    }
    let tree = match Tree::parse(text) {
        Ok(tree) => tree,
        Err(error) => return (settings, vec![Trouble::syntax(&error)]),
    };
    let mut file = File { text, tree: &tree, troubles: Vec::new() };
    for (name, at, value) in file.fields(tree.root(), "settings: (theme: \"dark\")") {
        if known.contains(&&*name) {
            file.setting(&mut settings, &name, value);
        } else {
            let unknown = near::unknown(&name, known.iter().copied());
            file.tell(at, format!("annexa knows no setting {unknown}"));
        }
    }
    (settings, file.troubles)
}

struct File<'a> {
    text: &'a str,
    tree: &'a Tree,
    troubles: Vec<Trouble>,
}

impl File<'_> {
    fn setting(&mut self, settings: &mut Settings, name: &str, node: Node) {
        match name {
            "theme" => self.take(node, word, "the name of a theme", &mut settings.theme),
            "color" => self.take(node, color, "auto, never, 16, 256 or rgb", &mut settings.color),
            "glyphs" => self.take(node, glyphs, "auto, unicode or ascii", &mut settings.glyphs),
            "mouse" => self.take(node, yes_no, "true or false", &mut settings.mouse),
            "layout" => self.take(node, layout, "auto, side or below", &mut settings.layout),
            "escape_ms" => {
                self.take(node, wait, "a number from 1 to 1000", &mut settings.escape_ms);
            }
            "title" => self.take(node, yes_no, "true or false", &mut settings.title),
            "who" => self.take(node, maybe, "a person's id in quotes", &mut settings.who),
            "snippets" => self.take(node, words, "a list of texts", &mut settings.snippets),
            "views" => settings.views = self.views(node),
            _ => {}
        }
    }

    fn views(&mut self, list: Node) -> Vec<View> {
        if self.tree.shape(list) != Shape::List {
            self.tell(self.tree.span(list).start, "a list of views is expected here: [(name: …)]");
            return Vec::new();
        }
        let nodes: Vec<Node> = self.tree.children(list).collect();
        nodes.into_iter().filter_map(|node| self.view(node)).collect()
    }

    fn view(&mut self, node: Node) -> Option<View> {
        let mut view = View::default();
        for (name, at, value) in self.fields(node, "a view: (name: …, list: …)") {
            match name.as_str() {
                "name" => self.take(value, word, "a text", &mut view.name),
                "list" => self.take(value, word, "the title of a list", &mut view.list),
                "filter" => self.take(value, word, "a text", &mut view.filter),
                "sort" => self.take(value, words, "a list of columns", &mut view.sort),
                "columns" => self.take(value, words, "a list of columns", &mut view.columns),
                "group" => self.take(value, maybe, "the name of a column", &mut view.group),
                _ => {
                    let unknown = near::unknown(&name, VIEW.into_iter());
                    self.tell(at, format!("a view has no field {unknown}"));
                }
            }
        }
        if view.name.is_empty() || view.list.is_empty() {
            let start = self.tree.span(node).start;
            self.tell(start, "a view needs a name and a list; this one is left out");
            return None;
        }
        Some(view)
    }

    /// Takes a value over if it is one.
    fn take<T>(&mut self, node: Node, of: fn(&Value) -> Option<T>, what: &str, into: &mut T) {
        match of(&read(self.text, self.tree, node)) {
            Some(value) => *into = value,
            None => {
                let slice: String = self.tree.slice(self.text, node).chars().take(40).collect();
                let message = format!(
                    "{what} is expected here, not {}; the default holds",
                    slice.escape_debug()
                );
                self.tell(self.tree.span(node).start, message);
            }
        }
    }

    /// Names of a record's fields, where they stand, and their values.
    fn fields(&mut self, record: Node, what: &str) -> Vec<(String, usize, Node)> {
        if !matches!(self.tree.shape(record), Shape::Struct | Shape::Unit) {
            let start = self.tree.span(record).start;
            self.tell(start, format!("a record in parentheses is expected here, {what}"));
            return Vec::new();
        }
        let starts = self.tree.children(record).map(|field| self.tree.span(field).start);
        let fields = self.tree.fields(self.text, record).zip(starts);
        fields.map(|((name, value), at)| (name.to_owned(), at, value)).collect()
    }

    fn tell(&mut self, at: usize, message: impl Into<String>) {
        self.troubles.push(Trouble::at(self.text, at, message));
    }
}

fn word(value: &Value) -> Option<String> {
    match value {
        Value::Text(word) | Value::Word(word) => Some(word.clone()),
        _ => None,
    }
}

fn lower(value: &Value) -> Option<String> {
    match value {
        Value::Int(number) => Some(number.to_string()),
        _ => word(value).map(|word| word.to_lowercase()),
    }
}

fn color(value: &Value) -> Option<String> {
    lower(value).filter(|word| word.parse::<ColorChoice>().is_ok())
}

fn glyphs(value: &Value) -> Option<String> {
    lower(value).filter(|word| ["auto", "unicode", "ascii"].contains(&word.as_str()))
}

fn layout(value: &Value) -> Option<Layout> {
    let word = lower(value)?;
    Layout::ALL.into_iter().find(|layout| layout.name() == word)
}

fn yes_no(value: &Value) -> Option<bool> {
    if let Value::Bool(yes) = value { Some(*yes) } else { None }
}

fn wait(value: &Value) -> Option<u64> {
    let Value::Int(number) = value else { return None };
    u64::try_from(*number).ok().filter(|ms| (1..=1000).contains(ms))
}

fn maybe(value: &Value) -> Option<Option<String>> {
    match value {
        Value::Nothing => Some(None),
        _ => word(value).map(|word| Some(word).filter(|word| !word.is_empty())),
    }
}

fn words(value: &Value) -> Option<Vec<String>> {
    let Value::List(items) = value else { return None };
    items.iter().map(word).collect()
}
