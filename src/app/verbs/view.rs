//! Views: filter, order, groups, columns and their widths of a list, under a name; one's own or the team's.

use super::narrow;
use crate::{
    app::{App, Purpose, own},
    layer::{Choose, Input, Item, Layer},
    pane::{Column, List, ListId, Spec, columns},
    settings::{TEAM_FILE, View},
};

/// A view of this name is how its list opens.
const DEFAULT: &str = "default";

/// Asks for the name of a view.
pub fn save(app: &mut App) {
    let hint = "filter, order, groups, columns and widths of this list; the view called default is \
                how the list opens";
    app.open(Layer::Input(Input::new("Save view as", hint, "")), Purpose::SaveView);
}

/// The view has a name: whose is it?
pub fn named(app: &mut App, name: &str) {
    let name = name.trim();
    if name.is_empty() {
        return;
    }
    if app.read_only.is_some() || !app.loaded {
        return keep(app, name, "mine");
    }
    let items = vec![
        Item::new("mine", "mine", "settings.ron, for every ISMS that I open"),
        Item::new(
            "team",
            "the team's",
            format!("{TEAM_FILE} in this folder, for whoever opens it"),
        ),
    ];
    let title = format!("Whose view is \"{name}\"?");
    let purpose = Purpose::ShelveView(name.to_string());
    app.open(Layer::Choose(Choose::one(title, items, "mine")), purpose);
}

/// Keeps the view of the list on screen.
pub fn keep(app: &mut App, name: &str, whose: &str) {
    let view = view_of(app.list(), name);
    let put = |views: &mut Vec<View>| match views.iter_mut().find(|known| known.is_same(&view)) {
        Some(known) => known.clone_from(&view),
        None => views.push(view.clone()),
    };
    if whose == "team" {
        own::change_team(app, put);
        app.say(format!("View \"{name}\" saved in {TEAM_FILE} for the team; z v opens it."));
    } else {
        own::change(app, |settings| put(&mut settings.views));
        app.say(format!("View \"{name}\" saved; z v opens it."));
    }
}

fn view_of(list: &List, name: &str) -> View {
    let known = columns::default_columns(list.id);
    let of = |spec: &Spec| {
        let usual = known.iter().find(|one| one.column == spec.column).map_or(12, |one| one.width);
        let name = spec.column.name();
        if spec.width == usual { name } else { format!("{name}:{}", spec.width) }
    };
    let turned = |(column, turned): &(Column, bool)| match turned {
        true => format!("-{}", column.name()),
        false => column.name(),
    };
    View {
        name: name.to_string(),
        list: list.id.title().to_string(),
        filter: list.filter.trim().to_string(),
        sort: list.sort.iter().map(turned).collect(),
        columns: list.columns.iter().map(of).collect(),
        group: list.group.map(Column::name),
    }
}

/// All views: a key for each, the view, and whose it is.
pub fn all(app: &App) -> Vec<(String, &View, &'static str)> {
    let mine = app.settings.views.iter().enumerate();
    let team = app.team.iter().enumerate();
    mine.map(|(nth, view)| (format!("mine {nth}"), view, "mine"))
        .chain(team.map(|(nth, view)| (format!("team {nth}"), view, "the team's")))
        .collect()
}

fn with_key<'a>(app: &'a App, key: &str) -> Option<&'a View> {
    all(app).into_iter().find(|(known, ..)| known == key).map(|(_, view, _)| view)
}

/// What a view shows, in a few words.
pub fn in_words(view: &View) -> String {
    let mut words = vec![view.list.clone()];
    if !view.filter.is_empty() {
        words.push(view.filter.clone());
    }
    if !view.sort.is_empty() {
        words.push(format!("sort: {}", view.sort.join(", ")));
    }
    if let Some(group) = &view.group {
        words.push(format!("by {group}"));
    }
    words.join(" · ")
}

fn menu(app: &mut App, title: &str, purpose: Purpose) {
    let here = app.list_id().title();
    let mut items: Vec<(bool, Item)> = all(app)
        .into_iter()
        .map(|(key, view, whose)| {
            let note = format!("{} · {whose}", in_words(view));
            (view.list != here, Item::new(key, &*view.name, note))
        })
        .collect();
    if items.is_empty() {
        return app.say("No view is saved yet; z w saves filter, order and columns of this list.");
    }
    items.sort_by_key(|(elsewhere, _)| *elsewhere);
    let items = items.into_iter().map(|(_, item)| item).collect();
    let mut choose = Choose::one(title, items, "");
    choose.typing = true;
    app.open(Layer::Choose(choose), purpose);
}

/// Chooses a saved view; those of the list on screen come first.
pub fn open(app: &mut App) {
    menu(app, "View", Purpose::OpenView);
}

/// Chooses a view to forget.
pub fn forget(app: &mut App) {
    menu(app, "Forget which view?", Purpose::ForgetView);
}

/// Forgets a view.
pub fn forgotten(app: &mut App, key: &str) {
    let Some(view) = with_key(app, key).cloned() else { return };
    if !key.starts_with("team") {
        own::change(app, |settings| settings.views.retain(|known| *known != view));
    } else if let Some(why) = app.read_only.clone() {
        return app.say(format!("Nothing can be changed here: {why}."));
    } else {
        own::change_team(app, |views| views.retain(|known| *known != view));
    }
    app.say(format!("View \"{}\" is forgotten.", view.name));
}

/// Opens a saved view.
pub fn chosen(app: &mut App, key: &str) {
    let Some(view) = with_key(app, key).cloned() else { return };
    let Some(id) = ListId::all().find(|id| id.title() == view.list) else {
        let lists: Vec<&str> = ListId::all().map(ListId::title).collect();
        return app.warn(format!(
            "View \"{}\" is for a list {:?}, which there is not; there are {}.",
            view.name,
            view.list,
            lists.join(", ")
        ));
    };
    super::go::list(app, id);
    let unknown = show(app, id, &view);
    app.refresh();
    app.follow_selection();
    if !unknown.is_empty() {
        let (name, list) = (&view.name, id.title());
        app.warn(format!("View \"{name}\": {list} has no column {}.", unknown.join(", ")));
    }
}

/// Lays a view over its list; returns names of columns that there are not.
fn show(app: &mut App, id: ListId, view: &View) -> Vec<String> {
    let mut unknown = Vec::new();
    let mut named = |name: &str| {
        let column = Column::named(id, name);
        if column.is_none() {
            unknown.push(name.to_string());
        }
        column
    };
    let sort: Vec<(Column, bool)> = view
        .sort
        .iter()
        .filter_map(|name| {
            let plain = name.strip_prefix('-').unwrap_or(name);
            Some((named(plain)?, name.starts_with('-')))
        })
        .collect();
    let group = view.group.as_deref().and_then(&mut named);
    let columns: Vec<Spec> = view
        .columns
        .iter()
        .filter_map(|text| {
            let (name, width) = match text.split_once(':') {
                Some((name, width)) => (name, width.trim().parse().ok()),
                None => (text.as_str(), None),
            };
            let spec = narrow::spec_of(id, named(name)?);
            Some(Spec { width: width.unwrap_or(spec.width), ..spec })
        })
        .collect();
    app.with_list(id, |list, _| {
        list.filter.clone_from(&view.filter);
        list.sort = sort;
        list.group = group;
        list.only = None;
        list.columns =
            if columns.is_empty() { crate::pane::columns::default_columns(id) } else { columns };
    });
    unknown
}

/// Lets each list open as its default view says; one's own stands above the team's.
pub fn apply_defaults(app: &mut App) {
    let views = app.team.iter().chain(&app.settings.views);
    let defaults: Vec<View> = views.filter(|view| view.name == DEFAULT).cloned().collect();
    for view in defaults {
        if let Some(id) = ListId::all().find(|id| id.title() == view.list) {
            show(app, id, &view);
        }
    }
}
