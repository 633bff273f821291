//! Where the ISMS is: what was said, else $ANNEXA_DIR, else the nearest one from here upwards.

use super::Failure;
use crate::isms::File;
use std::{
    env,
    path::{Path, PathBuf},
};

/// Whether a folder holds an ISMS: one of its eight files is enough.
pub fn holds_isms(folder: &Path) -> bool {
    File::ALL.into_iter().any(|file| folder.join(file.name()).is_file())
}

/// The folder that was asked for; none if nothing was said and none is found upwards from here.
///
/// # Errors
/// The folder that was named is not there.
pub fn look(said: Option<&Path>) -> Result<Option<PathBuf>, Failure> {
    let from_env = || env::var_os("ANNEXA_DIR").filter(|dir| !dir.is_empty()).map(PathBuf::from);
    if let Some(folder) = said.map(Path::to_path_buf).or_else(from_env) {
        return named(&folder).map(Some);
    }
    let here = env::current_dir().map_err(|error| {
        Failure::cannot(format!("The current folder can't be read: {error}. Name one: -C DIR."))
    })?;
    Ok(here.ancestors().find(|folder| holds_isms(folder)).map(Path::to_path_buf))
}

/// The folder of an ISMS that is there.
///
/// # Errors
/// The sentence says where was looked and how to make one.
pub fn find(said: Option<&Path>) -> Result<PathBuf, Failure> {
    match look(said)? {
        Some(folder) if holds_isms(&folder) => Ok(folder),
        Some(folder) => Err(Failure::cannot(format!(
            "{} holds no ISMS: there is no isms.ron, controls.ron or any other of its files. \
             `annexa init {}` makes one.",
            folder.display(),
            folder.display()
        ))),
        None => Err(Failure::cannot(
            "There is no ISMS here or in any folder above. Name one with -C DIR or $ANNEXA_DIR, \
             or make one with `annexa init FOLDER`.",
        )),
    }
}

/// A folder by its name; the name of one of the eight files stands for the folder it is in.
fn named(folder: &Path) -> Result<PathBuf, Failure> {
    if folder.is_dir() {
        return Ok(folder.to_path_buf());
    }
    let is_register = folder
        .file_name()
        .is_some_and(|name| File::ALL.into_iter().any(|file| name == file.name()));
    if folder.is_file() && is_register {
        let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty());
        return Ok(parent.map_or_else(|| PathBuf::from("."), Path::to_path_buf));
    }
    let why = if folder.exists() { "is not a folder" } else { "does not exist" };
    Err(Failure::cannot(format!(
        "{} {why}. `annexa init FOLDER` makes a new ISMS, `annexa demo` shows one.",
        folder.display()
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_the_isms_stands_for_its_folder() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!holds_isms(folder.path()));
        assert_eq!(find(Some(folder.path())).unwrap_err().code, 2);
        std::fs::write(folder.path().join("risks.ron"), "Risks()").unwrap();
        assert!(holds_isms(folder.path()));
        assert_eq!(named(&folder.path().join("risks.ron")).unwrap(), folder.path());
        assert!(named(&folder.path().join("elsewhere")).unwrap_err().sentence.contains("exist"));
    }
}
