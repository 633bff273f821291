//! The folder was read.

use super::{App, Effect, Timer, msg::Loaded};
use crate::isms::{File, State};

/// How long after reading the find index is made, in milliseconds: when the first frame is long on screen.
const REST: u64 = 250;

/// Takes over what was read; selections and filters stay.
pub fn loaded(app: &mut App, loaded: Loaded) {
    let Loaded { standard, isms, drafts, me } = loaded;
    let first = !app.loaded;
    app.standard = standard;
    app.isms = isms;
    app.loaded = true;
    for file in File::ALL {
        let register = app.isms.register(file);
        let saving = app.saving.entry(file).or_default();
        saving.disk = (register.state != State::Missing).then(|| register.text.clone());
    }
    if app.me.is_none() {
        // who was once chosen, where the login names nobody
        let chosen = || app.settings.who.clone().filter(|who| app.isms.people.get(who).is_some());
        app.me = me.or_else(chosen);
    }
    if first {
        super::verbs::view::apply_defaults(app);
    }
    app.catalogue.forget();
    app.judge();
    app.effects.push(Effect::After(Timer::Index, REST));
    if first {
        app.drafts = drafts;
        if !app.drafts.is_empty() {
            let count = app.drafts.len();
            app.warn(format!(
                "{count} draft(s) of an earlier session were not saved: g D shows them."
            ));
        }
    }
    let broken: Vec<String> = File::ALL
        .into_iter()
        .filter_map(|file| match &app.isms.register(file).state {
            State::Broken(error) => Some(format!("{}:{error}", file.name())),
            State::Unreadable(why) => Some(format!("{}: {why}", file.name())),
            _ => None,
        })
        .collect();
    if !broken.is_empty() {
        app.warn(format!("{} · g p shows more; that file is not written.", broken.join(" · ")));
    }
    app.dirty = true;
}
