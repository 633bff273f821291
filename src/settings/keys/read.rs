//! From keys.ron to a keymap.

use super::{clash, reserved::why_not};
use crate::app::{Action, Context, Keymap};
use crate::settings::{Trouble, is_blank, near};
use crate::term::key::Key;
use crate::term::sequence::{parse_sequence, print_sequence};
use crate::text::{Node, Shape, Tree, Value, line_col, read as read_value};

/// One entry of the file that holds: these keys, there, run this action or nothing.
#[derive(Debug)]
pub(super) struct Entry {
    pub context: Context,
    pub keys: Vec<Key>,
    pub action: Option<Action>,
    /// Where it stands.
    pub at: usize,
}

/// The default keys with the file's patch over them, and what is wrong with the file.
pub fn read(text: &str) -> (Keymap, Vec<Trouble>) {
    let mut keymap = Keymap::default();
    if is_blank(text) {
        return (keymap, Vec::new());
    }
    let tree = match Tree::parse(text) {
        Ok(tree) => tree,
        Err(error) => return (keymap, vec![Trouble::syntax(&error)]),
    };
    let mut file = File { text, tree: &tree, entries: Vec::new(), troubles: Vec::new() };
    file.contexts();
    // a key that is taken away must not stand against one that is given, whichever comes first
    for entry in file.entries.iter().filter(|entry| entry.action.is_none()) {
        match bound_in(&keymap, entry) {
            Ok(()) => keymap.unbind(entry.context, &entry.keys),
            Err(message) => file.troubles.push(Trouble::at(text, entry.at, message)),
        }
    }
    for entry in &file.entries {
        if let Some(action) = entry.action {
            keymap.bind(entry.context, entry.keys.clone(), action);
        }
    }
    for entry in &file.entries {
        let clash = clash::of(&keymap, entry);
        file.troubles.extend(clash.map(|message| Trouble::at(text, entry.at, message)));
    }
    file.troubles.sort_by_key(|trouble| (trouble.line, trouble.col));
    (keymap, file.troubles)
}

/// Whether there is something to take away.
fn bound_in(keymap: &Keymap, entry: &Entry) -> Result<(), String> {
    let same = keymap.all().filter(|(_, keys, _)| *keys == entry.keys.as_slice());
    let contexts: Vec<Context> = same.map(|(context, ..)| context).collect();
    if contexts.contains(&entry.context) {
        return Ok(());
    }
    let (keys, here) = (print_sequence(&entry.keys), entry.context.name());
    let elsewhere: Vec<&str> = contexts.into_iter().map(Context::name).collect();
    Err(if elsewhere.is_empty() {
        format!("`{keys}` runs nothing, so there is nothing to take away")
    } else {
        format!("`{keys}` runs nothing in {here}, but in {}", elsewhere.join(", "))
    })
}

struct File<'a> {
    text: &'a str,
    tree: &'a Tree,
    entries: Vec<Entry>,
    troubles: Vec<Trouble>,
}

impl File<'_> {
    fn contexts(&mut self) {
        let root = self.tree.root();
        for (name, at, keys) in self.pairs(root, "{ \"global\": { \"ctrl-x\": \"quit\" } }") {
            let Some(name) = name else {
                self.tell(at, "the name of a context in quotes is expected here");
                continue;
            };
            let wanted = name.replace('_', "-");
            match Context::ALL.into_iter().find(|context| context.name() == wanted) {
                Some(context) => self.context(context, keys),
                None => {
                    let known = Context::ALL.into_iter().map(Context::name);
                    self.tell(at, format!("there is no context {}", near::unknown(&name, known)));
                }
            }
        }
    }

    fn context(&mut self, context: Context, node: Node) {
        for (keys, at, action) in self.pairs(node, "{ \"ctrl-x\": \"quit\" }") {
            let to = self.tree.span(action).start;
            let keys = self.keys(context, keys).map_err(|message| (at, message));
            let action = self.action(action).map_err(|message| (to, message));
            match keys.and_then(|keys| Ok((keys, action?))) {
                Ok((keys, action)) => self.entries.push(Entry { context, keys, action, at }),
                Err((at, message)) => self.tell(at, message),
            }
        }
    }

    /// The keys, if they can be pressed and are not bound above.
    fn keys(&self, context: Context, text: Option<String>) -> Result<Vec<Key>, String> {
        let text = text.ok_or("keys in quotes are expected here, such as \"g z\"")?;
        let keys = parse_sequence(&text).map_err(|unknown| {
            let said = unknown.to_string();
            said.strip_suffix('.').unwrap_or(&said).to_owned()
        })?;
        if keys.is_empty() {
            return Err("no key is named here; write it like \"g z\"".to_owned());
        }
        if let Some((key, why)) = keys.iter().find_map(|key| Some((key, why_not(*key)?))) {
            return Err(format!("`{key}` can't be used: {why}"));
        }
        let same = |entry: &&Entry| entry.context == context && entry.keys == keys;
        if let Some(first) = self.entries.iter().find(same) {
            let (line, col) = line_col(self.text, first.at);
            let keys = print_sequence(&keys);
            return Err(format!("`{keys}` is bound at {line}:{col} already; that one holds"));
        }
        Ok(keys)
    }

    /// The action; none if the keys are to be taken away.
    fn action(&self, node: Node) -> Result<Option<Action>, String> {
        let name = match read_value(self.text, self.tree, node) {
            Value::Nothing => return Ok(None),
            Value::Word(name) | Value::Text(name) => name,
            _ => return Err("the name of an action in quotes is expected here, or none".to_owned()),
        };
        if name == "none" {
            return Ok(None);
        }
        match Action::named(&name.replace('_', "-")) {
            Some(action) => Ok(Some(action)),
            None => {
                let known = Action::ALL.iter().map(|action| action.about().name);
                let unknown = near::unknown(&name, known);
                let hint = if unknown.ends_with('?') { "" } else { "; `annexa keys` lists them" };
                Err(format!("there is no action {unknown}{hint}"))
            }
        }
    }

    /// Keys (if they are words), places and values of a map; of a record as well.
    fn pairs(&mut self, node: Node, what: &str) -> Vec<(Option<String>, usize, Node)> {
        let start = |node| self.tree.span(node).start;
        match self.tree.shape(node) {
            Shape::Map => {
                let entries = self.tree.children(node).filter_map(|entry| {
                    let mut parts = self.tree.children(entry);
                    let (key, value) = (parts.next()?, parts.next()?);
                    let name = match read_value(self.text, self.tree, key) {
                        Value::Text(word) | Value::Word(word) => Some(word),
                        _ => None,
                    };
                    Some((name, start(key), value))
                });
                entries.collect()
            }
            Shape::Struct | Shape::Unit => {
                let starts = self.tree.children(node).map(start);
                let fields = self.tree.fields(self.text, node).zip(starts);
                fields.map(|((name, value), at)| (Some(name.to_owned()), at, value)).collect()
            }
            _ => {
                self.tell(start(node), format!("a map is expected here: {what}"));
                Vec::new()
            }
        }
    }

    fn tell(&mut self, at: usize, message: impl Into<String>) {
        self.troubles.push(Trouble::at(self.text, at, message));
    }
}
