//! `annexa keys`: the keys of the workbench, from the one table of actions.

use super::{Answer, Failure, table::Table};
use crate::app::{Action, Context, Keymap};

/// Arguments of `annexa keys`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// As a Markdown table, for the README.
    #[arg(long, conflicts_with = "default")]
    pub markdown: bool,
    /// As a keys.ron to start from, with every key as it is by default.
    #[arg(long)]
    pub default: bool,
}

/// The keys.
///
/// # Errors
/// The user's keys.ron can't be read.
pub fn keys(args: &Args) -> Result<Answer, Failure> {
    let keymap = Keymap::default();
    Ok(Answer::text(match (args.markdown, args.default) {
        (true, _) => markdown(&keymap),
        (_, true) => default(),
        _ => text(&keymap),
    }))
}

fn rows(keymap: &Keymap) -> impl Iterator<Item = (Context, String, &'static str, &'static str)> {
    Context::ALL.into_iter().flat_map(move |context| {
        Action::ALL.iter().filter_map(move |action| {
            let about = action.about();
            let keys = keymap.keys_of(context, *action);
            (about.context == context).then(|| (context, keys.join(", "), about.name, about.words))
        })
    })
}

fn text(keymap: &Keymap) -> String {
    let mut table = Table::new(&["where", "keys", "name", "what it does"]).fixed(&[0, 1, 2]);
    for (context, keys, name, words) in rows(keymap) {
        table.row([context.name().into(), keys, name.into(), words.into()]);
    }
    table.text()
}

/// Keys in backticks, so that `*` and `_` stand for themselves.
fn markdown(keymap: &Keymap) -> String {
    let mut text = String::from("| where | keys | what it does |\n|---|---|---|\n");
    for (context, keys, _, words) in rows(keymap) {
        let keys: Vec<String> = keys
            .split(", ")
            .filter(|key| !key.is_empty())
            .map(|key| format!("`{}`", key.replace('|', "\\|")))
            .collect();
        text += &format!("| {} | {} | {words} |\n", context.name(), keys.join(" "));
    }
    text
}

fn default() -> String {
    let mut text = String::from(
        "// Keys of annexa: context, then keys, then the name of the action (`annexa keys` lists all).\n\
         // Keep what you change; what isn't named here stays as it is.\n{\n",
    );
    let keymap = Keymap::default();
    for context in Context::ALL {
        text += &format!("    {:?}: {{\n", context.name());
        for (here, keys, action) in keymap.all().filter(|(here, ..)| *here == context) {
            debug_assert_eq!(here, context);
            let keys = crate::term::sequence::print_sequence(keys);
            text += &format!("        {keys:?}: {:?},\n", action.about().name);
        }
        text += "    },\n";
    }
    text + "}\n"
}
