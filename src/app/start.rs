//! The first run, in a place without an ISMS.

use super::{App, Effect, Purpose};
use crate::layer::{Choose, Input, Item, Layer};

/// Offers to create one here, to open the demo, to open another folder, or to leave.
pub fn offer(app: &mut App, here: &str) {
    let mut items = vec![
        Item::new("create", "create an ISMS here", here),
        Item::new(
            "demo",
            "try the demo",
            "a small SaaS company, six weeks before Stage 1, with a tour",
        ),
        Item::new("open", "open a folder", "type its path"),
        Item::new("quit", "leave", "annexa FOLDER opens another place"),
    ];
    if app.read_only.is_some() {
        items.retain(|item| item.key != "create");
    }
    let title = "There is no ISMS here yet";
    app.open(Layer::Choose(Choose::one(title, items, "demo")), Purpose::Start);
}

/// What to do was chosen.
pub fn chosen(app: &mut App, key: &str) {
    match key {
        "create" => app.effects.push(Effect::Create(std::path::PathBuf::new())),
        "demo" => app.effects.push(Effect::Demo),
        "open" => {
            let hint = "the folder that holds isms.ron; ~ is your home; esc goes back";
            let input = Input::new("Open which folder?", hint, "");
            app.open(Layer::Input(input), Purpose::StartFolder);
        }
        _ => app.effects.push(Effect::Quit(0)),
    }
}

/// A folder was named.
pub fn named(app: &mut App, path: &str) {
    let path = path.trim();
    if path.is_empty() {
        let here = app.place.clone();
        return offer(app, &here);
    }
    app.effects.push(Effect::OpenFolder(path.to_string()));
}
