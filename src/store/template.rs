//! The two folders that are compiled in: an empty ISMS, and the demo.

use super::{SaveError, create::create};
use crate::isms::File;
use std::{fs, path::Path};

/// A file of the ISMS in which nothing is decided yet.
pub(super) fn template(file: File) -> &'static str {
    match file {
        File::Isms => include_str!("../../data/template/isms.ron"),
        File::Controls => include_str!("../../data/template/controls.ron"),
        File::Clauses => include_str!("../../data/template/clauses.ron"),
        File::Risks => include_str!("../../data/template/risks.ron"),
        File::Audit => include_str!("../../data/template/audit.ron"),
        File::Documents => include_str!("../../data/template/documents.ron"),
        File::Evidence => include_str!("../../data/template/evidence.ron"),
        File::Actions => include_str!("../../data/template/actions.ron"),
    }
}

/// A file of the demo.
pub(super) fn demo(file: File) -> &'static str {
    match file {
        File::Isms => include_str!("../../data/demo/isms.ron"),
        File::Controls => include_str!("../../data/demo/controls.ron"),
        File::Clauses => include_str!("../../data/demo/clauses.ron"),
        File::Risks => include_str!("../../data/demo/risks.ron"),
        File::Audit => include_str!("../../data/demo/audit.ron"),
        File::Documents => include_str!("../../data/demo/documents.ron"),
        File::Evidence => include_str!("../../data/demo/evidence.ron"),
        File::Actions => include_str!("../../data/demo/actions.ron"),
    }
}

/// Makes all eight files, or none of them; what stands there already is never overwritten.
pub(super) fn lay_out(dir: &Path, text: fn(File) -> &'static str) -> Result<(), SaveError> {
    for (made, file) in File::ALL.into_iter().enumerate() {
        if let Err(error) = create(&dir.join(file.name()), text(file)) {
            // these were made by us a moment ago
            for file in File::ALL.into_iter().take(made) {
                let _ = fs::remove_file(dir.join(file.name()));
            }
            return Err(error);
        }
    }
    Ok(())
}

/// Makes a folder and those above it, and tells which one was made first: the one to remove again.
pub(super) fn make_dirs(dir: &Path) -> std::io::Result<Option<&Path>> {
    let first = dir.ancestors().take_while(|dir| !dir.as_os_str().is_empty() && !dir.exists());
    let first = first.last();
    fs::create_dir_all(dir)?;
    Ok(first)
}

/// Removes the empty folders that [`make_dirs`] made.
pub(super) fn remove_dirs(dir: &Path, first: Option<&Path>) {
    let Some(first) = first else { return };
    for dir in dir.ancestors().take_while(|dir| dir.starts_with(first)) {
        let _ = fs::remove_dir(dir);
    }
}
