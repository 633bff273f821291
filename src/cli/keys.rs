//! `annexa keys`: the keys of the workbench, from the one table of actions and the person's keys.ron.

use super::{Answer, Failure, table::Table};
use crate::{
    app::{Action, Context, Keymap},
    run::home::{Asked, Home},
    settings::keys::{default_file, keys_table},
};

/// Arguments of `annexa keys`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The default keys as a Markdown table, for the README.
    #[arg(long, conflicts_with = "default")]
    pub markdown: bool,
    /// As a keys.ron to start from: every default key as a comment, so that it changes nothing yet.
    #[arg(long)]
    pub default: bool,
}

/// The keys, as they are with the person's keys.ron; what is wrong in it is noted.
///
/// # Errors
/// Never so far.
pub fn keys(args: &Args) -> Result<Answer, Failure> {
    Ok(match (args.markdown, args.default) {
        (true, _) => Answer::text(keys_table()),
        (_, true) => Answer::text(default_file()),
        _ => {
            let own = {
                let env = |name: &str| std::env::var(name).ok();
                Home::here(None).read(Asked::default(), &env, None)
            };
            let complaints = own.complaints.join("\n");
            Answer::text(text(&own.keymap))
                .note(Some(complaints).filter(|complaints| !complaints.is_empty()))
        }
    })
}

fn text(keymap: &Keymap) -> String {
    let mut table = Table::new(&["where", "keys", "name", "what it does"]).fixed(&[0, 1, 2]);
    for context in Context::ALL {
        for action in Action::ALL {
            let about = action.about();
            let keys = keymap.keys_of(context, *action).join(", ");
            if about.context == context || !keys.is_empty() {
                table.row([context.name().into(), keys, about.name.into(), about.words.into()]);
            }
        }
    }
    table.text()
}
