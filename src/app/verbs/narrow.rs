//! Filter, order, group, columns.

use crate::{
    app::{App, Purpose},
    layer::{Choose, Columns, Input, Item, Layer},
    pane::{Column, ListId, Spec, columns},
    search::{Query, complete},
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

/// The filter was taken: what it does not understand is not passed over as if it matched.
pub fn filter_taken(app: &mut App) {
    let error = crate::search::Query::parse(&app.list().filter, app.today).err();
    if let Some(error) = error {
        filter(app);
        app.warn(error.to_string());
    }
}

/// Sets the filter of the list on screen.
pub fn set_filter(app: &mut App, text: &str) {
    let id = app.list_id();
    app.with_list(id, |list, cx| list.set_filter(cx, text));
    let typed = Query::typed(text, app.today);
    let offers = complete(text, id.kinds(), &app.isms);
    if let Some(Layer::Input(input)) = app.layers.last_mut().map(|open| &mut open.layer) {
        input.error = typed.problem().map(ToString::to_string);
        input.offers = offers;
    }
    app.show_refreshed();
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

/// Chooses the columns, their order and widths; the list follows each key.
pub fn columns(app: &mut App) {
    let id = app.list_id();
    let shown = app.list().columns.clone();
    let others = Column::all(id)
        .into_iter()
        .filter(|column| shown.iter().all(|spec| spec.column != *column))
        .map(|column| spec_of(id, column))
        .collect();
    let columns = Columns::new(&shown, others, |column| column.heading(id).to_string());
    app.open(Layer::Columns(columns), Purpose::Columns(id, shown));
}

/// A column with the width that it has by default.
pub fn spec_of(id: ListId, column: Column) -> Spec {
    columns::chosen(id, column)
}

/// Shows these columns.
pub fn show_columns(app: &mut App, id: ListId, columns: Vec<Spec>) {
    app.with_list(id, |list, _| list.columns = columns);
    app.dirty = true;
}
