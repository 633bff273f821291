//! What the find box finds: records by the index, commands by their words.

use super::{
    Action, App,
    verbs::{self, view::in_words},
};
use crate::{
    isms::{At, Kind},
    layer::{Layer, SheetTarget, find::Hit},
    pane::{Row, column},
    search::{Query, rank},
};

/// How many hits are kept: more than anybody reads.
const MOST: usize = 200;

/// Finds anew if the query of the topmost box changed.
pub fn search(app: &mut App) {
    let Some(Layer::Find(find)) = app.layers.last().map(|open| &open.layer) else { return };
    if !find.stale {
        return;
    }
    let (commands, query, only) = (find.commands, find.query.text(), find.only);
    let typed = Query::typed(&query, app.today);
    let problem = typed.problem().filter(|_| !commands).map(ToString::to_string);
    let (hits, total) =
        if commands { commands_for(app, &query) } else { records_for(app, &query, only) };
    if let Some(Layer::Find(find)) = app.layers.last_mut().map(|open| &mut open.layer) {
        find.hits = hits;
        find.total = total;
        find.cursor = find.cursor.min(find.hits.len().saturating_sub(1));
        find.stale = false;
        find.problem = problem;
    }
}

fn commands_for(app: &App, query: &str) -> (Vec<Hit>, usize) {
    let mut texts: Vec<(&str, &str)> =
        Action::ALL.iter().map(|a| (a.about().name, a.about().words)).collect();
    let views = verbs::view::all(app);
    let described: Vec<String> =
        views.iter().map(|(_, view, _)| format!("{} · {}", view.name, in_words(view))).collect();
    texts.extend(described.iter().map(|text| ("view", text.as_str())));
    let hits = rank::rank(&texts, query).into_iter().filter_map(|(at, matched)| {
        let Some(action) = Action::ALL.get(at) else {
            let at = at - Action::ALL.len();
            let (key, _, whose) = views.get(at)?;
            return Some(Hit {
                what: "view",
                id: (*whose).to_string(),
                title: described.get(at)?.clone(),
                matched,
                why_not: None,
                target: SheetTarget::View(key.clone()),
            });
        };
        let about = action.about();
        let keys = app.keys_for(*action).join("  ");
        Some(Hit {
            what: "command",
            id: keys,
            title: format!("{} · {}", about.words, about.name),
            matched,
            why_not: super::contexts::enabled(app, *action).err(),
            target: SheetTarget::Command(about.name.to_string()),
        })
    });
    (hits.collect(), texts.len())
}

fn records_for(app: &mut App, query: &str, only: Option<Kind>) -> (Vec<Hit>, usize) {
    let before = app.catalogue.found.take();
    app.catalogue.index(&app.isms, &app.standard);
    let Some(index) = app.catalogue.current() else { return (Vec::new(), 0) };
    let nowhere = Row::new(Kind::Risk, 0);
    let facts = crate::pane::facts::of(app.cx(), nowhere);
    let found = index.find(query, only, &app.recent, before.as_ref(), &facts);
    let total = found.total;
    let hits: Vec<(Kind, usize, Vec<usize>)> = found
        .hits
        .iter()
        .take(MOST)
        .filter_map(|hit| {
            let item = index.item(hit.item)?;
            let row = usize::try_from(item.row).ok()?;
            Some((item.kind, row, index.highlight(&found, *hit)))
        })
        .collect();
    let cx = app.cx();
    let hits = hits.into_iter().filter_map(|(kind, row, matched)| {
        let key = cx.isms.key(kind, row)?.to_string();
        Some(Hit {
            what: kind.label(),
            id: key.clone(),
            title: column::title(cx, Row::new(kind, row)),
            matched,
            why_not: None,
            target: SheetTarget::Record(At::new(kind, key)),
        })
    });
    let hits = hits.collect();
    app.catalogue.found = Some(found);
    (hits, total)
}
