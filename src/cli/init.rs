//! `annexa init FOLDER`: a new ISMS, without a question, over nobody's file.

use super::{Answer, Failure, Starter, write_starter};
use crate::isms::File;
use std::path::PathBuf;

/// Arguments of `annexa init`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Where to make it; the folder is created if need be.
    #[arg(value_name = "FOLDER")]
    pub new: PathBuf,
}

/// Makes a new ISMS.
///
/// # Errors
/// The folder or a file can't be written.
pub fn init(args: &Args) -> Result<Answer, Failure> {
    let folder = &args.new;
    let shown = folder.display();
    std::fs::create_dir_all(folder)
        .map_err(|error| Failure::cannot(format!("{shown} can't be made: {error}.")))?;
    let written = write_starter(folder, Starter::Template).map_err(|(file, error)| {
        Failure::cannot(format!("{} can't be written in {shown}: {error}.", file.name()))
    })?;
    let kept = File::ALL.len() - written.len();
    let names: Vec<&str> = written.iter().map(|file| file.name()).collect();
    Ok(Answer::text(match (written.len(), kept) {
        (0, _) => format!("{shown} is an ISMS already; nothing was written.\n"),
        (_, 0) => format!("{shown} is a new ISMS. Open it with `annexa {shown}`.\n"),
        _ => format!("{shown}: added {}; {kept} file(s) were there and stay.\n", names.join(", ")),
    }))
}
