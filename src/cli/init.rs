//! `annexa init FOLDER`: a new ISMS, without a question, over nobody's file.

use super::{Answer, Failure};
use crate::store::{self, InitError};
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
/// There is one already, or it can't be written; nothing was changed then.
pub fn init(args: &Args) -> Result<Answer, Failure> {
    let shown = args.new.display();
    match store::init(&args.new) {
        Ok(_) => Ok(Answer::text(format!(
            "{shown} is a new ISMS, in which nothing is decided yet. `annexa {shown}` opens it.\n"
        ))),
        Err(error @ InitError::Exists(..)) => Err(Failure::refused(error.to_string())),
        Err(error) => Err(Failure::cannot(error.to_string())),
    }
}
