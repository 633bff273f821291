//! From settings to the text of settings.ron: only what changed is touched.

use super::read::{NAMES, VIEW, settings as read};
use super::{Settings, Trouble, View, is_blank};
use crate::text::{
    EditError, Node, Splice, Tree, Value, apply, insert_item, remove_item, set_field,
};

const NEW: &str = "(\n)\n";

/// The text with the settings in it.
pub(super) fn settings(settings: &Settings, text: &str) -> Result<String, String> {
    let (mut file, old) = Writing::begin(text)?;
    let (was, is) = (values(&old), values(settings));
    for ((name, is), _) in is.iter().zip(&was).filter(|((_, is), (_, was))| is != was) {
        file.edit(|text, tree| set_field(text, tree, tree.root(), name, is, &NAMES))?;
    }
    file.views(&old.views, &settings.views)?;
    Ok(file.text)
}

/// The text with the views in it, and nothing else changed.
pub(super) fn views(settings: &Settings, text: &str) -> Result<String, String> {
    let (mut file, old) = Writing::begin(text)?;
    file.views(&old.views, &settings.views)?;
    Ok(file.text)
}
/// The plain settings; views are written one by one.
fn values(settings: &Settings) -> [(&'static str, Value); 9] {
    let text = |text: &str| Value::Text(text.to_owned());
    let words = |words: &[String]| match words {
        [] => Value::Nothing,
        _ => Value::List(words.iter().map(|word| text(word)).collect()),
    };
    let wait = i64::try_from(settings.escape_ms).unwrap_or(i64::MAX);
    [
        ("theme", text(&settings.theme)),
        ("color", text(&settings.color)),
        ("glyphs", text(&settings.glyphs)),
        ("mouse", Value::Bool(settings.mouse)),
        ("layout", text(settings.layout.name())),
        ("escape_ms", Value::Int(wait)),
        ("title", Value::Bool(settings.title)),
        ("who", settings.who.as_deref().map_or(Value::Nothing, text)),
        ("snippets", words(&settings.snippets)),
    ]
}

/// A view's fields; what is empty is not written.
fn fields(view: &View) -> [(&'static str, Value); 6] {
    let text = |text: &str| match text {
        "" => Value::Nothing,
        _ => Value::Text(text.to_owned()),
    };
    let words = |words: &[String]| match words {
        [] => Value::Nothing,
        _ => Value::List(words.iter().map(|word| text(word)).collect()),
    };
    let [name, list, filter, sort, columns, group] = VIEW;
    [
        (name, text(&view.name)),
        (list, text(&view.list)),
        (filter, text(&view.filter)),
        (sort, words(&view.sort)),
        (columns, words(&view.columns)),
        (group, view.group.as_deref().map_or(Value::Nothing, text)),
    ]
}

fn record(view: &View) -> Value {
    let there = fields(view).into_iter().filter(|(_, value)| !matches!(value, Value::Nothing));
    Value::Record(there.map(|(name, value)| (name.to_owned(), value)).collect())
}

struct Writing {
    text: String,
}

impl Writing {
    /// A text to be edited, and what it says.
    fn begin(text: &str) -> Result<(Self, Settings), String> {
        let start = match (is_blank(text), text.ends_with('\n') || text.is_empty()) {
            (false, _) => text.to_owned(),
            (true, true) => format!("{text}{NEW}"),
            (true, false) => format!("{text}\n{NEW}"),
        };
        let (old, _) = read(&start);
        let mut file = Self { text: start };
        file.edit(|_, _| Ok(Vec::new()))?;
        Ok((file, old))
    }

    /// One edit of the text as it stands now.
    fn edit(
        &mut self,
        make: impl FnOnce(&str, &Tree) -> Result<Vec<Splice>, EditError>,
    ) -> Result<(), String> {
        let tree = Tree::parse(&self.text).map_err(|error| {
            let trouble = Trouble::syntax(&error);
            format!("{trouble}. Nothing was saved: mend it there first")
        })?;
        let splices = make(&self.text, &tree).map_err(|error| error.to_string())?;
        self.text = apply(&self.text, &splices);
        Ok(())
    }

    fn views(&mut self, old: &[View], new: &[View]) -> Result<(), String> {
        for gone in old.iter().filter(|view| !new.iter().any(|other| other.is_same(view))) {
            self.edit(|text, tree| match place(text, tree, gone) {
                Some((list, nth, _)) => remove_item(text, tree, list, nth),
                None => Ok(Vec::new()),
            })?;
        }
        for view in new.iter().filter(|view| !old.contains(view)) {
            if old.iter().any(|other| other.is_same(view)) {
                for (name, value) in &fields(view) {
                    self.edit(|text, tree| match place(text, tree, view) {
                        Some((_, _, node)) => set_field(text, tree, node, name, value, &VIEW),
                        None => Ok(Vec::new()),
                    })?;
                }
            } else {
                self.edit(|text, tree| add(text, tree, view))?;
            }
        }
        Ok(())
    }
}

fn add(text: &str, tree: &Tree, view: &View) -> Result<Vec<Splice>, EditError> {
    match tree.field(text, tree.root(), "views") {
        Some(list) => {
            let len = tree.children(tree.seen_through_some(text, list)).count();
            insert_item(text, tree, list, len, &record(view))
        }
        None => {
            let views = Value::List(vec![record(view)]);
            set_field(text, tree, tree.root(), "views", &views, &NAMES)
        }
    }
}

/// The list of views, and the place and node of the one of that name and list.
fn place(text: &str, tree: &Tree, view: &View) -> Option<(Node, usize, Node)> {
    let list = tree.seen_through_some(text, tree.field(text, tree.root(), "views")?);
    let says = |node: Node, name: &str, want: &str| {
        let field = tree.field(text, node, name);
        let value = field.map(|field| crate::text::read(text, tree, field));
        matches!(value, Some(Value::Text(word) | Value::Word(word)) if word == want)
    };
    tree.children(list)
        .enumerate()
        .find(|(_, node)| says(*node, "name", &view.name) && says(*node, "list", &view.list))
        .map(|(nth, node)| (list, nth, node))
}
