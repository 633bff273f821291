//! Making a file that was not there, without ever overwriting one.

use super::{
    SaveError,
    save::{sync_dir, temporary},
};
use std::{io, path::Path};

/// Makes a file with a text and the mode that new files have here.
pub(super) fn create(path: &Path, text: &str) -> Result<(), SaveError> {
    let dir = path.parent().unwrap_or(Path::new("/"));
    let failed = || SaveError::io("created", path);
    // the umask takes from the mode what it takes from any program's new files
    let temporary = temporary(dir, 0o666, text).map_err(failed())?;
    temporary.as_file().sync_all().map_err(failed())?;
    temporary.persist_noclobber(path).map_err(|error| match error.error.kind() {
        io::ErrorKind::AlreadyExists => SaveError::Changed(path.to_path_buf()),
        _ => failed()(error.error),
    })?;
    sync_dir(dir);
    Ok(())
}
