//! The folder, tried on real ones.
mod saving;

use super::Folder;
use crate::isms::File;
use std::fs;

/// A folder with one small register.
pub fn folder(text: &str) -> (tempfile::TempDir, Folder) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().canonicalize().unwrap();
    fs::write(path.join("risks.ron"), text).unwrap();
    (dir, Folder::new(path))
}

/// What a file of the folder holds.
pub fn text(folder: &Folder, file: File) -> String {
    fs::read_to_string(folder.place(file)).unwrap()
}
