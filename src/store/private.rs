//! The folder's `.annexa/`: lock, drafts, and old texts during a save that can't be atomic.
//!
//! It is made when something is first to be kept there, never by reading. Where it can't be made (a
//! folder without write permission) or is not what it should be (a link, which a foreign repository
//! could point anywhere), the user's state folder stands in, under a name made from the path.

use super::{Folder, save::temporary};
use sha2::{Digest, Sha256};
use std::{
    env, fs, io,
    os::unix::ffi::OsStrExt,
    path::{Path, PathBuf},
};

/// Name of the folder.
pub(super) const NAME: &str = ".annexa";

/// Where things of this kind are kept, made if need be; no `kind`: the folder itself.
pub(super) fn make(folder: &Folder, kind: Option<&str>) -> io::Result<PathBuf> {
    let beside = make_beside(folder).and_then(|path| with(path, kind));
    match beside {
        Ok(path) => Ok(path),
        Err(error) => {
            let state = state(folder).ok_or(error)?;
            fs::create_dir_all(&state)?;
            with(state, kind)
        }
    }
}

/// The places in which things of this kind may be, without making any.
pub(super) fn existing(folder: &Folder, kind: &str) -> Vec<PathBuf> {
    let beside = folder.path.join(NAME);
    let places = [is_real_dir(&beside).then_some(beside), state(folder)];
    let places = places.into_iter().flatten().map(|place| place.join(kind));
    places.filter(|place| is_real_dir(place)).collect()
}

fn make_beside(folder: &Folder) -> io::Result<PathBuf> {
    let path = folder.path.join(NAME);
    make_dir(&path)?;
    let ignore = path.join(".gitignore");
    if ignore.symlink_metadata().is_err() {
        match temporary(&path, 0o666, "*\n")?.persist_noclobber(&ignore) {
            Err(error) if error.error.kind() != io::ErrorKind::AlreadyExists => {
                return Err(error.error);
            }
            // another annexa made it in the same moment
            _ => {}
        }
    }
    Ok(path)
}

fn with(path: PathBuf, kind: Option<&str>) -> io::Result<PathBuf> {
    let Some(kind) = kind else { return Ok(path) };
    let path = path.join(kind);
    make_dir(&path)?;
    Ok(path)
}

fn make_dir(path: &Path) -> io::Result<()> {
    match fs::create_dir(path) {
        Ok(()) => Ok(()),
        Err(_) if is_real_dir(path) => Ok(()),
        Err(error) => Err(error),
    }
}

fn is_real_dir(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|meta| meta.is_dir())
}

/// `$XDG_STATE_HOME/annexa/KEY`, where the key stands for the folder's path.
fn state(folder: &Folder) -> Option<PathBuf> {
    let absolute = |path: PathBuf| path.is_absolute().then_some(path);
    let state = env::var_os("XDG_STATE_HOME").map(PathBuf::from).and_then(absolute);
    let home = || env::var_os("HOME").map(PathBuf::from).and_then(absolute);
    let state = state.or_else(|| home().map(|home| home.join(".local/state")))?;
    let digest = Sha256::digest(folder.path.as_os_str().as_bytes());
    let key: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    Some(state.join("annexa").join(key))
}
