//! Where the user's files are: the XDG places, or where annexa is told.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// A folder, and what said so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The folder; it need not exist.
    pub path: PathBuf,
    /// The variable of the environment that decided.
    pub from: &'static str,
}

/// The user's folders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// Settings, keys, themes.
    pub config: Place,
    /// Drafts and what else annexa keeps for itself.
    pub state: Place,
}

impl Places {
    /// The places that an environment names; none if it names no home.
    pub fn of(env: impl Fn(&str) -> Option<OsString>) -> Option<Self> {
        let config = place(&env, "ANNEXA_CONFIG_DIR", "XDG_CONFIG_HOME", ".config")?;
        let state = place(&env, "ANNEXA_STATE_DIR", "XDG_STATE_HOME", ".local/state")?;
        Some(Self { config, state })
    }

    /// The file of settings.
    pub fn settings(&self) -> PathBuf {
        self.config.path.join("settings.ron")
    }

    /// The file of keys.
    pub fn keys(&self) -> PathBuf {
        self.config.path.join("keys.ron")
    }

    /// The folder of themes.
    pub fn themes(&self) -> PathBuf {
        self.config.path.join("themes")
    }

    /// The file of a theme; none if the name would lead out of the folder.
    pub fn theme(&self, name: &str) -> Option<PathBuf> {
        let plain = !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', '\0']);
        plain.then(|| self.themes().join(format!("{name}.ron")))
    }
}

/// Our own variable, else the XDG one, else the usual folder at home.
fn place(
    env: &impl Fn(&str) -> Option<OsString>,
    own: &'static str,
    xdg: &'static str,
    usual: &str,
) -> Option<Place> {
    let path = |name| env(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let annexa = |folder: &Path| folder.join("annexa");
    if let Some(path) = path(own) {
        return Some(Place { path, from: own });
    }
    // the XDG specification: a relative path is invalid and to be ignored
    if let Some(folder) = path(xdg).filter(|path| path.is_absolute()) {
        return Some(Place { path: annexa(&folder), from: xdg });
    }
    path("HOME").map(|home| Place { path: annexa(&home.join(usual)), from: "HOME" })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pairs: &[(&str, &str)]) -> Option<Places> {
        Places::of(|name| pairs.iter().find(|pair| pair.0 == name).map(|pair| pair.1.into()))
    }

    #[test]
    fn the_nearest_word_counts() {
        for (vars, config, from) in [
            (&[("HOME", "/h")][..], "/h/.config/annexa", "HOME"),
            (&[("HOME", "/h"), ("XDG_CONFIG_HOME", "/x")], "/x/annexa", "XDG_CONFIG_HOME"),
            (&[("HOME", "/h"), ("XDG_CONFIG_HOME", "x")], "/h/.config/annexa", "HOME"),
            (&[("HOME", "/h"), ("XDG_CONFIG_HOME", "")], "/h/.config/annexa", "HOME"),
            (&[("HOME", "/h"), ("ANNEXA_CONFIG_DIR", "/a")], "/a", "ANNEXA_CONFIG_DIR"),
        ] {
            let places = of(vars).unwrap();
            assert_eq!(places.config, Place { path: config.into(), from }, "{vars:?}");
        }
        assert_eq!(of(&[("HOME", "/h")]).unwrap().state.path, Path::new("/h/.local/state/annexa"));
        assert_eq!(of(&[]), None);
    }

    #[test]
    fn a_theme_never_leads_out_of_its_folder() {
        let places = of(&[("HOME", "/h")]).unwrap();
        let mine = Path::new("/h/.config/annexa/themes/mine.ron");
        assert_eq!(places.theme("mine").as_deref(), Some(mine));
        for name in ["", "..", "../x", "a/b", "/etc/passwd", ".hidden", "a\0b"] {
            assert_eq!(places.theme(name), None, "{name}");
        }
    }
}
