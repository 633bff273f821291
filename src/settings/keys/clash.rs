//! Keys that stand in each other's way: one binding is the beginning of another.
//!
//! `g` cannot be a command and the beginning of `g g` at once. Where two contexts work at the same
//! time, the more particular one is asked first, and what it finds, wins.

use super::read::Entry;
use crate::app::{Action, Context, Keymap};
use crate::term::key::Key;
use crate::term::sequence::print_sequence;

/// Named in one message.
const NAMED: usize = 3;

/// What an entry hides, or what hides it, as a sentence.
pub(super) fn of(keymap: &Keymap, entry: &Entry) -> Option<String> {
    entry.action?;
    let (mine, here) = (entry.keys.as_slice(), entry.context);
    let mut hidden: Vec<String> = Vec::new();
    for (there, keys, action) in keymap.all().filter(|(there, ..)| together(here, *there)) {
        let longer = keys.len() > mine.len() && keys.starts_with(mine);
        let shorter = keys.len() < mine.len() && mine.starts_with(keys);
        if !longer && !shorter {
            continue;
        }
        // in one context what is complete runs; of two contexts the first one asked answers
        let wins = if here == there { longer } else { rank(here) < rank(there) };
        if !wins {
            return Some(never(entry, there, keys, action));
        }
        hidden.push(format!("{} ({})", print_sequence(keys), action.about().name));
    }
    if hidden.is_empty() {
        return None;
    }
    let rest = hidden.len().saturating_sub(NAMED);
    hidden.truncate(NAMED);
    let more = if rest > 0 { format!(" and {rest} more") } else { String::new() };
    let (keys, all) = (print_sequence(mine), hidden.join(", "));
    Some(format!(
        "`{keys}` works, but hides {all}{more}; choose other keys, or take those away with none"
    ))
}

/// Says which binding answers in the entry's place.
fn never(entry: &Entry, there: Context, keys: &[Key], action: Action) -> String {
    let (mine, keys) = (print_sequence(&entry.keys), print_sequence(keys));
    let (there, name) = (there.name(), action.about().name);
    let never = if entry.context.name() == there {
        format!("`{mine}` is never reached")
    } else {
        format!("`{mine}` is not reached where keys of {there} work")
    };
    format!(
        "{never}, since `{keys}` runs {name}; choose other keys, or set `{keys}` to none in {there}"
    )
}

/// Whether two contexts can work at the same time.
fn together(one: Context, other: Context) -> bool {
    use Context::{Clauses, Controls, Dashboard, Detail, Global, HeatMap, List, Risks, Scope};
    let apart = |a: Context, b: Context| {
        matches!(
            (a, b),
            (List, Detail)
                | (Controls, Clauses | Risks | Scope | HeatMap)
                | (Clauses, Risks | Scope | HeatMap)
                | (Scope, Risks | HeatMap)
        ) || (a == Dashboard && b != Global && b != Dashboard)
    };
    !apart(one, other) && !apart(other, one)
}

/// How late a context is asked.
fn rank(context: Context) -> u8 {
    match context {
        Context::Dashboard | Context::HeatMap => 0,
        Context::List | Context::Detail => 1,
        Context::Controls | Context::Clauses | Context::Risks | Context::Scope => 2,
        Context::Records => 3,
        Context::Global => 4,
    }
}
