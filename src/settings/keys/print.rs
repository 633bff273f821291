//! The keys in writing, from the one table of actions: a keys.ron to start from, and README's table.

use crate::app::{Action, Context, Keymap};

const HEAD: &str = "\
// Keys of annexa: context, keys, name of the action. This file is a patch: what it doesn't name
// stays as it is. Below stand all keys as they are by default; take the // away where you change one.
// `\"g z\": none` takes keys away. Several keys after each other are parted by blanks.
// Not to be had, since something on the way eats them: ctrl-a b c h i j m q s w [, ctrl-enter.
";

/// A keys.ron to start from: every default binding as a comment, with what it does.
pub fn default_file() -> String {
    let mut text = format!("{HEAD}{{\n");
    for context in Context::ALL {
        let rows: Vec<_> = rows().filter(|row| row.context == context).collect();
        let width = rows.iter().map(|row| row.entry.chars().count()).max().unwrap_or(0);
        text += &format!("    // {}\n    {:?}: {{\n", heading(context), context.name());
        for row in rows {
            text += &format!("        // {:width$} // {}\n", row.entry, row.action.about().words);
        }
        text += "    },\n";
    }
    text + "}\n"
}

/// All keys as a Markdown table, for the README.
pub fn keys_table() -> String {
    let keymap = Keymap::default();
    let mut text = String::from("| where | keys | what it does |\n|---|---|---|\n");
    for context in Context::ALL {
        let here = Action::ALL.iter().filter(|action| action.about().context == context);
        for action in here {
            let keys = keymap.keys_of(context, *action);
            let keys: Vec<String> =
                keys.iter().map(|keys| format!("`{}`", keys.replace('|', "\\|"))).collect();
            let (context, words) = (context.name(), action.about().words);
            text += &format!("| {context} | {} | {words} |\n", keys.join(" "));
        }
    }
    text
}

struct Row {
    context: Context,
    action: Action,
    entry: String,
}

fn rows() -> impl Iterator<Item = Row> {
    let all = Action::ALL.iter().flat_map(|action| {
        let about = action.about();
        about.keys.iter().map(move |keys| (*action, about, *keys))
    });
    all.map(|(action, about, keys)| {
        let entry = format!("{keys:?}: {:?},", about.name);
        Row { context: about.context, action, entry }
    })
}

fn heading(context: Context) -> &'static str {
    match context {
        Context::Global => "everywhere, unless something below takes the key",
        Context::Records => "in every list and in the detail beside it",
        Context::List => "in lists",
        Context::Detail => "in the detail",
        Context::Dashboard => "on the dashboard",
        Context::Controls => "where controls are listed",
        Context::Clauses => "where clauses are listed",
        Context::Risks => "where risks are listed",
        Context::Scope => "where the scope, parties and obligations are listed",
        Context::HeatMap => "on the heat map",
    }
}
