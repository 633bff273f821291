//! `annexa completions SHELL`: made from the same table as the command line itself.

use super::{Answer, Args as CommandLine};
use clap::CommandFactory;

/// Arguments of `annexa completions`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// For which shell.
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

/// The completions.
pub fn completions(args: &Args) -> Answer {
    let mut text = Vec::new();
    clap_complete::generate(args.shell, &mut CommandLine::command(), "annexa", &mut text);
    Answer::plain(text)
}
