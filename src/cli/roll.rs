//! `annexa roll VERSION`: begins the next version of the SoA, as `g N` does in the workbench.

use super::{Answer, Failure, folder, needed::Needed, place, set};
use crate::{
    change::{change_in_words, roll_forward},
    isms::File,
};
use std::path::Path;

/// Arguments of `annexa roll`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The version to begin: 2.0 ...
    #[arg(value_name = "VERSION")]
    pub version: String,
    /// Only say what would change.
    #[arg(long)]
    pub dry_run: bool,
}

/// Begins the next version of the SoA.
///
/// # Errors
/// That version stands there already, or it can't be saved; nothing is written then.
pub fn roll(args: &Args, said: Option<&Path>, read_only: bool) -> Result<Answer, Failure> {
    let mut here = place::find(said)?;
    if read_only {
        here = here.read_only("--read-only was said");
    }
    let standard = folder::standard()?;
    let mut needed = Needed::new(&here, &standard);
    needed.read(File::Controls);
    if let Some(trouble) = needed.trouble() {
        return Err(Failure::cannot(trouble));
    }
    let version = args.version.trim();
    if version.is_empty() || version == needed.isms().soa.only().version.trim() {
        return Err(Failure::refused(format!(
            "The SoA has version {version:?} already; nothing was changed."
        )));
    }
    let transaction = roll_forward(needed.isms(), version, folder::today());
    if args.dry_run {
        let lines = transaction.changes.iter().map(|change| change_in_words(change) + "\n");
        return Ok(Answer::text(lines.collect::<String>()));
    }
    let label = transaction.label.clone();
    let saved = set::save(transaction, &here, &mut needed)?;
    if !saved.conflicts.is_empty() {
        return Err(Failure::refused(
            "Somebody else is changing the SoA at this moment; some entries were left as they \
             are. Say it again."
                .to_string(),
        ));
    }
    Ok(Answer::text(label + ".\n").note(saved.warning))
}
