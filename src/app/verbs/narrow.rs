//! Filter, order, group, columns, and views that keep them.

use crate::{
    app::{App, Effect, Purpose},
    layer::{Choose, Input, Item, Layer},
    pane::{Column, List, Spec, column},
    settings::View,
};

/// Filters the list as one types.
pub fn filter(app: &mut App) {
    let id = app.list_id();
    let text = app.list().filter.clone();
    let mut input =
        Input::new("filter", "words · status:partial owner:mara gap:>2 !evidence", &text);
    input.live = true;
    app.open(Layer::Input(input), Purpose::Filter(id, text));
}

/// Sets the filter of the list on screen.
pub fn set_filter(app: &mut App, text: &str) {
    let id = app.list_id();
    app.with_list(id, |list, _| list.filter = text.to_string());
    app.refresh();
}

fn menu(app: &mut App, title: &str, purpose: Purpose, current: &str, none: Option<&str>) {
    let id = app.list_id();
    let columns = Column::all(id).into_iter();
    let mut items: Vec<Item> =
        columns.map(|column| Item::new(column.name(), column.heading(id), "")).collect();
    if let Some(none) = none {
        items.insert(0, Item::new("", none, ""));
    }
    let mut choose = Choose::one(title, items, current);
    choose.typing = true;
    app.open(Layer::Choose(choose), purpose);
}

/// Chooses the column to sort by.
pub fn sort(app: &mut App) {
    let current = app.list().sort.first().map(|(column, _)| column.name()).unwrap_or_default();
    menu(app, "Sort by", Purpose::Sort, &current, Some("as in the file"));
}

/// Sorts by a column; those before it break ties.
pub fn sorted(app: &mut App, name: &str) {
    let id = app.list_id();
    let column = Column::named(id, name);
    app.with_list(id, |list, _| match column {
        Some(column) => {
            list.sort.retain(|(known, _)| *known != column);
            list.sort.insert(0, (column, false));
            list.sort.truncate(3);
        }
        None => list.sort.clear(),
    });
    app.refresh();
}

/// Turns the order round.
pub fn turn(app: &mut App) {
    let id = app.list_id();
    app.with_list(id, |list, _| match list.sort.first_mut() {
        Some((_, turned)) => *turned = !*turned,
        None => list.sort.push((Column::Id, true)),
    });
    app.refresh();
}

/// Chooses the column to group by.
pub fn group(app: &mut App) {
    let current = app.list().group.map(Column::name).unwrap_or_default();
    menu(app, "Group by", Purpose::Group, &current, Some("no groups"));
}

/// Groups by a column.
pub fn grouped(app: &mut App, name: &str) {
    let id = app.list_id();
    let column = Column::named(id, name);
    app.with_list(id, |list, _| list.group = column);
    app.refresh();
}

/// Chooses the columns.
pub fn columns(app: &mut App) {
    let id = app.list_id();
    let shown: Vec<Column> = app.list().columns.iter().map(|spec| spec.column).collect();
    let items = Column::all(id).into_iter().map(|column| {
        let mut item = Item::new(column.name(), column.heading(id), "");
        item.checked = shown.contains(&column);
        item
    });
    let choose = Choose::several("Columns (space marks)", items.collect());
    app.open(Layer::Choose(choose), Purpose::Columns);
}

/// Shows these columns; those that were shown before keep their width and place.
pub fn show_columns(app: &mut App, names: &[String]) {
    let id = app.list_id();
    let known = column::default_columns(id);
    let of = |name: &String| {
        let column = Column::named(id, name)?;
        let spec = known.iter().find(|spec| spec.column == column).copied();
        Some(spec.unwrap_or(Spec { column, width: 12, rank: 6 }))
    };
    let specs: Vec<Spec> = names.iter().filter_map(of).collect();
    app.with_list(id, |list, _| {
        let before: Vec<Column> = list.columns.iter().map(|spec| spec.column).collect();
        list.columns = specs;
        list.columns.sort_by_key(|spec| {
            before.iter().position(|column| *column == spec.column).unwrap_or(usize::MAX)
        });
    });
    app.refresh();
}

/// Asks for the name of a view.
pub fn save_view(app: &mut App) {
    let hint = "filter, order, groups and columns of this list under a name";
    app.open(Layer::Input(Input::new("Save view as", hint, "")), Purpose::SaveView);
}

/// Saves the view under a name.
pub fn view_named(app: &mut App, name: &str) {
    let name = name.trim();
    if name.is_empty() {
        return;
    }
    let view = view_of(app.list(), name);
    app.settings.views.retain(|known| (&*known.name, &*known.list) != (name, &*view.list));
    app.settings.views.push(view);
    app.effects.push(Effect::Settings(Box::new(app.settings.clone())));
    app.say(format!("View \"{name}\" saved; z v opens it."));
}

fn view_of(list: &List, name: &str) -> View {
    View {
        name: name.to_string(),
        list: list.id.title().to_string(),
        filter: list.filter.clone(),
        sort: list
            .sort
            .iter()
            .map(|(c, turned)| if *turned { format!("-{}", c.name()) } else { c.name() })
            .collect(),
        columns: list.columns.iter().map(|spec| spec.column.name()).collect(),
        group: list.group.map(Column::name),
    }
}

/// Chooses a saved view.
pub fn open_view(app: &mut App) {
    let views = &app.settings.views;
    if views.is_empty() {
        return app.say("No view saved yet; z w saves one.");
    }
    let items = views.iter().enumerate().map(|(nth, view)| {
        Item::new(nth.to_string(), &*view.name, format!("{} · {}", view.list, view.filter))
    });
    let choose = Choose::one("View", items.collect(), "");
    app.open(Layer::Choose(choose), Purpose::OpenView);
}

/// Opens a saved view.
pub fn view_chosen(app: &mut App, nth: &str) {
    let view = nth.parse::<usize>().ok().and_then(|nth| app.settings.views.get(nth)).cloned();
    let Some(view) = view else { return };
    let list = crate::pane::ListId::all().find(|id| id.title() == view.list);
    let Some(id) = list else {
        return app.warn(format!("There is no list called {:?} any more.", view.list));
    };
    super::go::list(app, id);
    let sort = view.sort.iter().filter_map(|name| {
        let plain = name.strip_prefix('-').unwrap_or(name);
        Column::named(id, plain).map(|column| (column, name.starts_with('-')))
    });
    let sort: Vec<(Column, bool)> = sort.collect();
    let group = view.group.as_deref().and_then(|name| Column::named(id, name));
    app.with_list(id, |list, _| {
        list.filter.clone_from(&view.filter);
        list.sort = sort;
        list.group = group;
        list.only = None;
    });
    if !view.columns.is_empty() {
        show_columns(app, &view.columns);
    }
    app.refresh();
}
