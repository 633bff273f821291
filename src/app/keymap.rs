//! From keys to actions: one table a context, filled from the action table and patched by the user.

use super::{Action, Context};
use crate::term::key::Key;
use crate::term::sequence::{parse_sequence, print_sequence};
use std::collections::BTreeMap;

/// Keys of all contexts.
#[derive(Debug, Clone, PartialEq)]
pub struct Keymap {
    bindings: BTreeMap<Context, Vec<(Vec<Key>, Action)>>,
}

/// What some keys mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolved {
    /// They run an action.
    Action(Action),
    /// They begin these longer sequences.
    Pending,
    /// They mean nothing here.
    Unbound,
}

impl Default for Keymap {
    fn default() -> Self {
        let mut keymap = Self { bindings: BTreeMap::new() };
        for action in Action::ALL {
            for keys in action.about().keys {
                if let Ok(keys) = parse_sequence(keys) {
                    keymap.bind(action.about().context, keys, *action);
                }
            }
        }
        keymap
    }
}

impl Keymap {
    /// Lets keys run an action in a context, whatever they did there before.
    pub fn bind(&mut self, context: Context, keys: Vec<Key>, action: Action) {
        let bound = self.bindings.entry(context).or_default();
        bound.retain(|(old, _)| *old != keys);
        bound.push((keys, action));
    }

    /// Takes keys away in a context.
    pub fn unbind(&mut self, context: Context, keys: &[Key]) {
        if let Some(bound) = self.bindings.get_mut(&context) {
            bound.retain(|(old, _)| old != keys);
        }
    }

    /// What the keys mean, the first context first.
    pub fn resolve(&self, contexts: &[Context], keys: &[Key]) -> Resolved {
        for context in contexts {
            let Some(bound) = self.bindings.get(context) else { continue };
            if let Some((_, action)) = bound.iter().find(|(k, _)| k == keys) {
                return Resolved::Action(*action);
            }
            if bound.iter().any(|(k, _)| k.len() > keys.len() && k.starts_with(keys)) {
                return Resolved::Pending;
            }
        }
        Resolved::Unbound
    }

    /// The keys that may follow, with what they lead to; the first context wins.
    pub fn continuations(&self, contexts: &[Context], keys: &[Key]) -> Vec<(Vec<Key>, Action)> {
        let mut found: Vec<(Vec<Key>, Action)> = Vec::new();
        for context in contexts {
            for (bound, action) in self.bindings.get(context).into_iter().flatten() {
                let rest = bound.strip_prefix(keys).filter(|rest| !rest.is_empty());
                if let Some(rest) = rest
                    && !found.iter().any(|(known, _)| known == rest)
                {
                    found.push((rest.to_vec(), *action));
                }
            }
        }
        found
    }

    /// The keys of an action in a context, as a person reads them.
    pub fn keys_of(&self, context: Context, action: Action) -> Vec<String> {
        let bound = self.bindings.get(&context).into_iter().flatten();
        bound.filter(|(_, a)| *a == action).map(|(keys, _)| print_sequence(keys)).collect()
    }

    /// The keys that run an action in these contexts, the first context first.
    pub fn keys_in(&self, contexts: &[Context], action: Action) -> Vec<String> {
        let bound = contexts.iter().filter_map(|context| self.bindings.get(context)).flatten();
        let mine = bound.filter(|(_, bound)| *bound == action).map(|(keys, _)| keys);
        mine.filter(|keys| self.resolve(contexts, keys) == Resolved::Action(action))
            .map(|keys| print_sequence(keys))
            .collect()
    }

    /// All bindings: context, keys, action.
    pub fn all(&self) -> impl Iterator<Item = (Context, &[Key], Action)> {
        self.bindings
            .iter()
            .flat_map(|(context, bound)| bound.iter().map(|(k, a)| (*context, k.as_slice(), *a)))
    }
}
