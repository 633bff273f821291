//! The first run, in a place without an ISMS.

use super::{App, Effect, Purpose};
use crate::layer::{Choose, Item, Layer};

/// Offers to create one here, to open the demo, or to leave.
pub fn offer(app: &mut App, here: &str) {
    let items = vec![
        Item::new("create", "create an ISMS here", here),
        Item::new("demo", "open the demo", "a small SaaS company, six weeks before Stage 1"),
        Item::new("quit", "leave", "annexa FOLDER opens another place"),
    ];
    let title = "There is no ISMS here yet";
    app.open(Layer::Choose(Choose::one(title, items, "demo")), Purpose::Start);
}

/// What to do was chosen.
pub fn chosen(app: &mut App, key: &str) {
    match key {
        "create" => app.effects.push(Effect::Create(std::path::PathBuf::new())),
        "demo" => app.effects.push(Effect::Demo),
        _ => app.effects.push(Effect::Quit(0)),
    }
}
