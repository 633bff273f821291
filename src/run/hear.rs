//! Hearing of changes to the person's files, so that a theme shows while it is being written.
//!
//! The system tells of them; nothing looks by itself. Folders are watched, not files, since editors put
//! a new file in a file's place. What is heard leads to reading anew, and what is the same changes nothing.

use super::home::Home;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};
use std::path::PathBuf;

/// Ears that stay open until they are dropped.
pub struct Hearing {
    _watcher: RecommendedWatcher,
    /// The folders that are watched.
    pub places: Vec<PathBuf>,
}

impl std::fmt::Debug for Hearing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Hearing").field("places", &self.places).finish_non_exhaustive()
    }
}

impl Hearing {
    /// Listens where the person's files are; where there is no folder yet, for its being made.
    ///
    /// None if the system can't tell: then a change shows at the next start.
    pub fn start(home: &Home, tell: impl Fn() + Send + 'static) -> Option<Self> {
        let ours = ours(home);
        let watched = ours.clone();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            let touched = match event {
                Ok(event) => {
                    !matches!(event.kind, EventKind::Access(_))
                        && event.paths.iter().any(|path| watched.iter().any(|o| o.holds(path)))
                }
                Err(_) => true,
            };
            if touched {
                tell();
            }
        })
        .ok()?;
        let mut places: Vec<PathBuf> = ours.iter().map(|one| one.folder.clone()).collect();
        places.dedup();
        places.retain(|place| watcher.watch(place, RecursiveMode::NonRecursive).is_ok());
        Some(Self { _watcher: watcher, places })
    }

    /// Whether other folders are to be watched by now.
    pub fn is_old(&self, home: &Home) -> bool {
        let mut places: Vec<PathBuf> = ours(home).into_iter().map(|one| one.folder).collect();
        places.dedup();
        places != self.places
    }
}

/// A folder, and what in it is ours.
#[derive(Debug, Clone)]
struct Ours {
    folder: PathBuf,
    /// The name of the one file; none: whatever ends in `.ron`.
    name: Option<std::ffi::OsString>,
}

impl Ours {
    fn holds(&self, path: &std::path::Path) -> bool {
        path.parent() == Some(self.folder.as_path())
            && match &self.name {
                Some(name) => path.file_name() == Some(name),
                None => path.extension().is_some_and(|end| end == "ron"),
            }
    }
}

fn ours(home: &Home) -> Vec<Ours> {
    let mut all = Vec::new();
    if let Some(places) = &home.places {
        let (config, themes) = (places.config.path.clone(), places.themes());
        let above = config.parent().map(PathBuf::from);
        if config.is_dir() {
            for name in ["settings.ron", "keys.ron", "themes"] {
                all.push(Ours { folder: config.clone(), name: Some(name.into()) });
                // a link to a file elsewhere: people keep their settings in a repository
                let file = config.join(name);
                if let Ok(real) = file.canonicalize()
                    && real != file
                    && let (Some(folder), Some(name)) = (real.parent(), real.file_name())
                {
                    all.push(Ours { folder: folder.into(), name: Some(name.into()) });
                }
            }
        } else if let (Some(above), Some(name)) = (above.filter(|a| a.is_dir()), config.file_name())
        {
            all.push(Ours { folder: above, name: Some(name.into()) });
        }
        if themes.is_dir() {
            all.push(Ours { folder: themes, name: None });
        }
    }
    if let (Some(folder), Some(file)) = (&home.folder, home.team()) {
        all.push(Ours { folder: folder.clone(), name: file.file_name().map(Into::into) });
    }
    all.sort_by(|a, b| a.folder.cmp(&b.folder));
    all
}
