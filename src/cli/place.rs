//! Where the ISMS is: what was said, else $ANNEXA_DIR, else the nearest one from here upwards.

use super::Failure;
use crate::store::{Folder, OpenError};
use std::{
    env,
    path::{Path, PathBuf},
};

/// The folder of the ISMS that is meant.
///
/// # Errors
/// The sentence says where was looked, and how to make one.
pub fn find(said: Option<&Path>) -> Result<Folder, Failure> {
    store_find(said)?.map_err(|error| Failure::cannot(error.to_string()))
}

/// The same for the workbench, which offers to make one where there is none: in the folder given with it.
///
/// # Errors
/// The folder that was named is not there, or can't be read.
pub fn find_or_offer(said: Option<&Path>) -> Result<(Option<Folder>, PathBuf), Failure> {
    match store_find(said)? {
        Ok(folder) => {
            let here = folder.path.clone();
            Ok((Some(folder), here))
        }
        Err(OpenError::NowhereFrom(here) | OpenError::Empty(here)) => Ok((None, here)),
        Err(error) => Err(Failure::cannot(error.to_string())),
    }
}

fn store_find(said: Option<&Path>) -> Result<Result<Folder, OpenError>, Failure> {
    let here = env::current_dir().map_err(|error| {
        Failure::cannot(format!("The current folder can't be read: {error}. Go to another one."))
    })?;
    Ok(crate::store::find(said, &here, env::var_os("ANNEXA_DIR").as_deref()))
}
