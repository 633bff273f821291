//! `annexa demo [FOLDER]`: a fresh copy of the demo, opened at once, its place printed at the end.

use super::{Answer, Failure, Starter, open, write_starter};
use std::path::{Path, PathBuf};

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
    let folder = make(args.new.as_deref())?;
    let shown = folder.display();
    if open::no_terminal().is_some() {
        return Ok(Answer::text(format!("{shown}\n")));
    }
    let answer = open::start(&folder, look)?;
    Ok(answer.then(format!("The demo is in {shown}; `annexa {shown}` opens it again.\n")))
}

/// Makes a fresh copy of the demo; gives its place.
///
/// # Errors
/// The folder holds something already, or can't be written.
pub fn make(new: Option<&Path>) -> Result<PathBuf, Failure> {
    let folder = match new {
        Some(folder) => empty(folder)?,
        None => tempfile::Builder::new()
            .prefix("annexa-demo-")
            .tempdir()
            .map_err(|error| Failure::cannot(format!("No folder for the demo: {error}.")))?
            .keep(),
    };
    write_starter(&folder, Starter::Demo).map_err(|(file, error)| {
        let shown = folder.display();
        Failure::cannot(format!("{} can't be written in {shown}: {error}.", file.name()))
    })?;
    Ok(folder)
}

/// A folder that holds nothing yet, so that the copy is a fresh one.
fn empty(folder: &Path) -> Result<PathBuf, Failure> {
    let shown = folder.display();
    let cannot =
        |error: std::io::Error| Failure::cannot(format!("{shown} can't be made: {error}."));
    std::fs::create_dir_all(folder).map_err(cannot)?;
    let mut inside = std::fs::read_dir(folder).map_err(cannot)?;
    if inside.next().is_some() {
        return Err(Failure::refused(format!(
            "{shown} is not empty; the demo goes into a new folder only, so that nothing is mixed."
        )));
    }
    Ok(folder.to_path_buf())
}
