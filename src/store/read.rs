//! Reading the files, without changing any.
//!
//! Whatever stands in the place of a file is told as such: a folder, a pipe that would never end, a
//! text in another encoding. Only a file that is really absent counts as an empty register.

use super::{Folder, names::reason};
use crate::isms::{File, Found};
use rustix::fs::OFlags;
use std::{
    fs::{Metadata, OpenOptions},
    io::{self, Read},
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

/// What stands in the place of each file of a folder, as [`Isms::read`](crate::isms::Isms::read) asks for it.
pub fn read(folder: &Folder) -> impl FnMut(File) -> Found + use<> {
    let folder = folder.clone();
    move |file| read_file(&folder, file)
}

/// What stands in the place of one file.
pub fn read_file(folder: &Folder, file: File) -> Found {
    read_path(&folder.place(file))
}

/// What stands at a path.
pub(super) fn read_path(path: &Path) -> Found {
    match bytes(path) {
        Ok(Some((bytes, _))) => match String::from_utf8(bytes) {
            Ok(text) => Found::Text(text.into()),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                Found::Unreadable(format!(
                    "it is not UTF-8 text: byte {at} fits no character; save it as UTF-8 in an \
                     editor"
                ))
            }
        },
        Ok(None) => Found::Missing,
        Err(why) => Found::Unreadable(why),
    }
}

/// The bytes at a path and what is known about the file; none if there is nothing.
pub(super) fn bytes(path: &Path) -> Result<Option<(Vec<u8>, Metadata)>, String> {
    // never blocks, whatever a link points at: a pipe opens at once and is refused below
    let flags = i32::try_from(OFlags::NONBLOCK.bits()).unwrap_or_default();
    let mut file = match OpenOptions::new().read(true).custom_flags(flags).open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return if path.is_symlink() {
                Err("it is a link to a file that does not exist".into())
            } else {
                Ok(None)
            };
        }
        Err(error) => return Err(reason(&error)),
    };
    let meta = file.metadata().map_err(|error| reason(&error))?;
    if meta.is_dir() {
        return Err("it is a folder, not a file".into());
    }
    if !meta.is_file() {
        return Err("it is not a regular file".into());
    }
    if meta.len() > u64::from(u32::MAX) {
        return Err("it is larger than 4 GiB; split it".into());
    }
    let mut bytes = Vec::new();
    let size = usize::try_from(meta.len()).unwrap_or_default();
    // one byte more, so that the end is seen without growing the buffer
    bytes.try_reserve_exact(size + 1).map_err(|_| "there is not enough memory for it")?;
    file.read_to_end(&mut bytes).map_err(|error| reason(&error))?;
    let meta = file.metadata().map_err(|error| reason(&error))?;
    Ok(Some((bytes, meta)))
}
