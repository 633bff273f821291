//! What a file is besides its text, carried over to the file that takes its place.

use std::{
    fs::{self, File, Metadata, Permissions},
    io,
    os::unix::{
        ffi::OsStrExt,
        fs::{MetadataExt, PermissionsExt, fchown},
    },
    path::Path,
};
use xattr::FileExt;

const ACL: &[u8] = b"system.posix_acl_";

/// Gives `new` the owner, mode and extended attributes of the file at `path`.
///
/// False if something can't be kept: then the old file must stay, and be overwritten in place.
pub(super) fn carry_over(path: &Path, meta: &Metadata, new: &File) -> io::Result<bool> {
    let made = new.metadata()?;
    // owner first: it clears bits of the mode; then the mode; then the ACLs, which extend it
    let same_owner = (made.uid(), made.gid()) == (meta.uid(), meta.gid());
    if !same_owner && fchown(new, Some(meta.uid()), Some(meta.gid())).is_err() {
        return Ok(false);
    }
    new.set_permissions(Permissions::from_mode(meta.mode() & 0o7777))?;
    Ok(carry_attributes(path, new))
}

fn carry_attributes(path: &Path, new: &File) -> bool {
    // a file system without extended attributes has none to lose
    let Ok(old) = fs::File::open(path) else { return false };
    let Ok(names) = old.list_xattr() else { return true };
    let names: Vec<_> = names.collect();
    for name in new.list_xattr().into_iter().flatten() {
        // rights that the folder gives to new files, but this file did not have
        let foreign = name.as_bytes().starts_with(ACL) && !names.contains(&name);
        if foreign && new.remove_xattr(&name).is_err() {
            return false;
        }
    }
    names.iter().all(|name| {
        let Ok(Some(value)) = old.get_xattr(name) else { return true };
        let there = new.get_xattr(name).ok().flatten();
        // security labels are given by the system's policy; it may not let us set them
        there.as_ref() == Some(&value)
            || new.set_xattr(name, &value).is_ok()
            || name.as_bytes().starts_with(b"security.")
    })
}
