//! `annexa config`: where settings, keys and themes are looked for.

use super::{Answer, table::Table};
use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
};

/// The places, and whether something is there.
pub fn config() -> Answer {
    let mut table = Table::new(&["what", "where", ""]).fixed(&[0, 1]);
    let state = |path: &Path| match path.exists() {
        true => "there".to_string(),
        false => "not there: defaults hold".to_string(),
    };
    match folder(|name| env::var_os(name)) {
        Some(folder) => {
            for (what, name) in
                [("settings", "settings.ron"), ("keys", "keys.ron"), ("themes", "themes")]
            {
                let path = folder.join(name);
                table.row([what.into(), path.display().to_string(), state(&path)]);
            }
        }
        None => table.row([
            "settings".into(),
            "nowhere".into(),
            "neither $ANNEXA_CONFIG_DIR nor $XDG_CONFIG_HOME nor $HOME is set".into(),
        ]),
    }
    Answer::text(table.text())
}

/// The user's folder of settings: $ANNEXA_CONFIG_DIR, else annexa in the XDG place.
fn folder(env: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let path = |name: &str| env(name).filter(|v| !v.is_empty()).map(PathBuf::from);
    path("ANNEXA_CONFIG_DIR")
        // the XDG specification: a relative path is invalid and to be ignored
        .or_else(|| path("XDG_CONFIG_HOME").filter(|p| p.is_absolute()).map(|p| p.join("annexa")))
        .or_else(|| path("HOME").map(|home| home.join(".config/annexa")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_counts() {
        let env = |pairs: &'static [(&str, &str)]| {
            folder(move |name| pairs.iter().find(|p| p.0 == name).map(|p| p.1.into()))
        };
        assert_eq!(env(&[("HOME", "/h")]), Some("/h/.config/annexa".into()));
        assert_eq!(env(&[("HOME", "/h"), ("XDG_CONFIG_HOME", "/x")]), Some("/x/annexa".into()));
        assert_eq!(
            env(&[("HOME", "/h"), ("XDG_CONFIG_HOME", "x")]),
            Some("/h/.config/annexa".into())
        );
        assert_eq!(env(&[("ANNEXA_CONFIG_DIR", "/a"), ("HOME", "/h")]), Some("/a".into()));
        assert_eq!(env(&[]), None);
    }
}
