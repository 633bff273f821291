//! `annexa demo [FOLDER]`: a fresh copy of the demo, opened at once, its place printed at the end.

use super::{Answer, Failure, open};
use crate::store::{self, DemoError, Folder};
use std::path::PathBuf;

/// Arguments of `annexa demo`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Where to put it; without a name, a new folder among the temporary files.
    #[arg(value_name = "FOLDER")]
    pub new: Option<PathBuf>,
}

/// Makes a copy of the demo; opens it if there is a terminal.
///
/// # Errors
/// The folder holds something already, or can't be written.
pub fn demo(args: &Args, look: &open::Look) -> Result<Answer, Failure> {
    let path = store::demo(args.new.as_deref()).map_err(|error| match error {
        DemoError::NotEmpty(_) => Failure::refused(error.to_string()),
        _ => Failure::cannot(error.to_string()),
    })?;
    let path = path.canonicalize().unwrap_or(path);
    let shown = path.display().to_string();
    if open::no_terminal().is_some() {
        return Ok(Answer::text(format!("{shown}\n")));
    }
    let answer = open::start(Some(Folder::new(&path)), path, look)?;
    Ok(answer.then(format!("The demo is in {shown}; `annexa {shown}` opens it again.\n")))
}
