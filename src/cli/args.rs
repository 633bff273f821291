//! The arguments, as clap reads them; completions and the man page come from the same tables.

use super::{
    check, completions, demo, diff, export, fields, gaps, init, keys, list, open, roll, set, show,
    standard, status,
};
use clap::{Parser, Subcommand};
use std::path::PathBuf;

/// A terminal workbench for ISO/IEC 27001:2022 certification.
///
/// Without a command it opens the ISMS: the folder given, else $ANNEXA_DIR, else the nearest folder
/// from here upwards that holds one.
#[derive(Debug, Parser)]
#[command(name = "annexa", version, max_term_width = 100)]
pub struct Args {
    /// The ISMS: a folder of RON files.
    #[arg(value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
    /// Where the ISMS is, for every command.
    #[command(flatten)]
    pub place: Place,
    /// How the workbench looks and behaves.
    #[command(flatten)]
    pub look: open::Look,
    /// What to do instead of opening the workbench.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Where the ISMS is.
#[derive(Debug, clap::Args)]
pub struct Place {
    /// The ISMS folder, for any command; else $ANNEXA_DIR, else found upwards from here.
    #[arg(short = 'C', long = "folder", value_name = "DIR", global = true)]
    pub dir: Option<PathBuf>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a new ISMS in a folder; asks nothing, overwrites nothing.
    Init(init::Args),
    /// Open a fresh copy of the demo: a small SaaS company six weeks before Stage 1.
    Demo(demo::Args),
    /// Everything about one record, with its links in both directions.
    Show(show::Args),
    /// The records of a register, filtered as in the workbench.
    List(list::Args),
    /// The fields of the records: key, label, kind, choices.
    Fields(fields::Args),
    /// What the standard says: controls, clauses, documents, stages.
    Standard(standard::Args),
    /// Set one field; the same change, lock and merge as in the workbench.
    Set(set::Args),
    /// Begin the next version of the SoA: decided entries count as carried, not reassessed.
    Roll(roll::Args),
    /// What is missing, worst first, each with its reason.
    Gaps(gaps::Args),
    /// The vital signs and how ready we are for each audit.
    Status(status::Args),
    /// What changed since another folder or a git revision, field by field.
    Diff(diff::Args),
    /// A register, the SoA or the treatment plan as CSV, Markdown, HTML or JSON.
    Export(export::Args),
    /// What is wrong with the data; exit code 1 if anything is, 2 if it can't be read.
    Check(check::Args),
    /// The keys of the workbench.
    Keys(keys::Args),
    /// Where settings, keys and themes are looked for.
    Config,
    /// Completions for a shell, to be sourced.
    Completions(completions::Args),
    /// The manual page, for man -l -.
    Man,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_whole() {
        Args::command().debug_assert();
    }

    #[test]
    fn a_folder_may_stand_before_a_command() {
        let args = Args::try_parse_from(["annexa", "here", "list", "risks", "owner:mara"]).unwrap();
        assert_eq!(args.folder, Some("here".into()));
        assert!(matches!(args.command, Some(Command::List(list)) if list.filter == ["owner:mara"]));
        let args = Args::try_parse_from(["annexa", "check", "-C", "here"]).unwrap();
        assert_eq!(args.place.dir, Some("here".into()));
    }
}
