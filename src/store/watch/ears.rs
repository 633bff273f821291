//! Which folders are watched, and which of our files an event is about.
//!
//! A register may be a link to a file in another folder; then that folder is watched too.

use crate::{isms::File, store::Folder};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher as _};
use std::{collections::BTreeMap, ffi::OsString, fmt, path::PathBuf};

pub(super) struct Ears {
    folder: Folder,
    watcher: RecommendedWatcher,
    /// Watched folders, with the names of ours in them.
    places: BTreeMap<PathBuf, Vec<(OsString, File)>>,
    /// The folder itself is gone.
    deaf: bool,
}

impl fmt::Debug for Ears {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ears").field("places", &self.places).finish_non_exhaustive()
    }
}

impl Ears {
    pub fn new(folder: &Folder, watcher: RecommendedWatcher) -> Self {
        Self { folder: folder.clone(), watcher, places: BTreeMap::new(), deaf: false }
    }

    /// Whether nothing can be heard because the folder is gone.
    pub fn is_deaf(&self) -> bool {
        self.deaf
    }

    /// Watches all folders in which ours are, and no others.
    pub fn listen(&mut self) -> notify::Result<()> {
        let places = self.wanted();
        for gone in self.places.keys().filter(|dir| !places.contains_key(*dir)) {
            // it may be gone from the disk, too
            let _ = self.watcher.unwatch(gone);
        }
        let mut outcome = Ok(());
        let mut watched = BTreeMap::new();
        for (dir, names) in places {
            let known = self.places.contains_key(&dir);
            let watching =
                if known { Ok(()) } else { self.watcher.watch(&dir, RecursiveMode::NonRecursive) };
            match watching {
                Ok(()) => drop(watched.insert(dir, names)),
                Err(error) => outcome = Err(error),
            }
        }
        self.places = watched;
        self.deaf = !self.places.contains_key(&self.folder.path);
        outcome
    }

    fn wanted(&self) -> BTreeMap<PathBuf, Vec<(OsString, File)>> {
        let mut places: BTreeMap<PathBuf, Vec<(OsString, File)>> = BTreeMap::new();
        for file in File::ALL {
            let place = self.folder.place(file);
            let real = place.is_symlink().then(|| place.canonicalize().ok()).flatten();
            for path in [Some(place), real].into_iter().flatten() {
                if let (Some(dir), Some(name)) = (path.parent(), path.file_name()) {
                    places.entry(dir.into()).or_default().push((name.into(), file));
                }
            }
        }
        places
    }

    /// The files that an event is about.
    pub fn files_of(&mut self, event: &Event) -> Vec<File> {
        if event.need_rescan() {
            return File::ALL.to_vec();
        }
        let mut files = Vec::new();
        for path in &event.paths {
            if self.places.contains_key(path) && event.kind.is_remove() {
                files.extend(self.lose(path));
                continue;
            }
            let names = path.parent().and_then(|dir| self.places.get(dir));
            let ours = names.into_iter().flatten().filter(|(name, _)| path.ends_with(name));
            files.extend(ours.map(|(_, file)| *file));
        }
        files
    }

    /// A watched folder was removed, and its watch with it.
    fn lose(&mut self, dir: &PathBuf) -> Vec<File> {
        let _ = self.watcher.unwatch(dir);
        let names = self.places.remove(dir).unwrap_or_default();
        self.deaf |= *dir == self.folder.path;
        names.into_iter().map(|(_, file)| file).collect()
    }
}
