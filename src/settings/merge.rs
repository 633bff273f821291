//! One's own changes of settings on top of what stands on the disk by now.

use super::Settings;

impl Settings {
    /// The settings `theirs` with what was changed from `base` to `self`.
    ///
    /// Another annexa, or an editor, may have written meanwhile; only what was changed here is changed there.
    #[must_use]
    pub fn onto(&self, base: &Settings, theirs: Settings) -> Settings {
        let mut merged = theirs;
        macro_rules! take {
            ($($field:ident)+) => { $(
                if self.$field != base.$field {
                    merged.$field.clone_from(&self.$field);
                }
            )+ };
        }
        take!(theme color glyphs mouse layout escape_ms title who snippets);
        for gone in base.views.iter().filter(|view| !self.views.iter().any(|v| v.is_same(view))) {
            merged.views.retain(|view| !view.is_same(gone));
        }
        for view in self.views.iter().filter(|view| !base.views.contains(view)) {
            match merged.views.iter_mut().find(|known| known.is_same(view)) {
                Some(known) => known.clone_from(view),
                None => merged.views.push(view.clone()),
            }
        }
        merged
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::View;

    #[test]
    fn only_what_was_changed_here_is_changed_there() {
        let view = |name: &str| View { name: name.into(), list: "Risks".into(), ..View::default() };
        let base = Settings { views: vec![view("a"), view("b")], ..Settings::default() };
        let mine = Settings {
            theme: "dark".into(),
            views: vec![view("b"), view("c")],
            ..Settings::default()
        };
        let theirs = Settings {
            mouse: true,
            views: vec![view("a"), view("b"), view("d")],
            ..Settings::default()
        };
        let merged = mine.onto(&base, theirs);
        assert_eq!((&*merged.theme, merged.mouse), ("dark", true));
        let names: Vec<&str> = merged.views.iter().map(|view| &*view.name).collect();
        assert_eq!(names, ["b", "d", "c"]);
    }
}
