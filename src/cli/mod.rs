//! The command line: one file a subcommand, each a function from its arguments to an [`Answer`].
//!
//! Nothing here prints: what is said goes through one door (`answer`), which makes texts from
//! files safe, knows whether anybody still reads, and keeps standard output for what was asked.
//! Exit codes: 0 done, 1 refused or something is wrong with the data, 2 it can't run.

mod answer;
mod args;
mod check;
mod columns;
mod completions;
mod config;
mod demo;
mod diff;
mod export;
mod failure;
mod fields;
mod folder;
mod gaps;
mod init;
mod judged;
mod judged_scope;
mod keys;
mod links;
mod list;
mod man;
mod needed;
mod open;
mod place;
mod register;
mod roll;
mod row;
mod set;
mod sheets;
mod show;
mod standard;
mod status;
mod table;
mod value;
mod wanted;

pub use answer::Answer;
pub use args::{Args, Command};
pub use failure::Failure;

use clap::Parser;
use std::ffi::OsString;

/// Does what the arguments ask for; gives the exit code.
pub fn run(args: impl IntoIterator<Item = OsString>) -> i32 {
    match Args::try_parse_from(args) {
        Ok(args) => match answer(args) {
            Ok(answer) => answer.give(),
            Err(failure) => failure.tell(),
        },
        Err(error) => answer::usage(&error),
    }
}

fn answer(args: Args) -> Result<Answer, Failure> {
    let Args { folder, place, look, command } = args;
    let place = place.dir.or(folder);
    let place = place.as_deref();
    match command {
        None => open::open(place, &look),
        Some(Command::Init(args)) => init::init(&args),
        Some(Command::Demo(args)) => demo::demo(&args, &look),
        Some(Command::Show(args)) => show::show(&args, place),
        Some(Command::Set(args)) => set::set(&args, place, look.read_only),
        Some(Command::Roll(args)) => roll::roll(&args, place, look.read_only),
        Some(Command::Gaps(args)) => gaps::gaps(&args, place),
        Some(Command::Status(args)) => status::status(&args, place),
        Some(Command::Diff(args)) => diff::diff(&args, place),
        Some(Command::Export(args)) => export::export(&args, place),
        Some(Command::List(args)) => list::list(&args, place),
        Some(Command::Fields(args)) => fields::fields(&args),
        Some(Command::Standard(args)) => standard::standard(&args),
        Some(Command::Check(args)) => check::check(&args, place),
        Some(Command::Keys(args)) => keys::keys(&args),
        Some(Command::Config) => Ok(config::config(place)),
        Some(Command::Completions(args)) => Ok(completions::completions(&args)),
        Some(Command::Man) => man::man(),
    }
}
