//! Out of the program: the clipboard, an export, $EDITOR.

use crate::{
    app::{App, Effect, Purpose},
    exchange::{self, Format, Sheet},
    isms::{File, Kind},
    layer::{Choose, Item, Layer},
    pane::{ListId, Part, Row, column},
};

/// Copies the ids of the marked rows, or of the selected one.
pub fn copy_id(app: &mut App) {
    let ids: Vec<String> = app.targets().into_iter().map(|at| at.key).collect();
    copy(app, ids.join("\n"));
}

/// Copies the field under the cursor of the detail, else the title.
pub fn copy_field(app: &mut App) {
    let text = match (app.focus, super::motion::detail_line(app)) {
        (crate::app::Focus::Detail, Some(line)) => line.text,
        _ => app.list().current().map(|row| column::title(app.cx(), row)).unwrap_or_default(),
    };
    copy(app, text);
}

/// Copies the rows as text, columns separated by tabs.
pub fn copy_row(app: &mut App) {
    let cx = app.cx();
    let targets = app.targets();
    let rows = targets.iter().filter_map(|at| Row::find(cx, at));
    let lines: Vec<String> = rows
        .map(|row| {
            let cells = app.list().columns.iter().map(|s| column::cell(cx, row, s.column).text);
            cells.collect::<Vec<_>>().join("\t")
        })
        .collect();
    copy(app, lines.join("\n"));
}

/// Copies a text.
pub fn copy(app: &mut App, text: String) {
    let shown: String = text.lines().next().unwrap_or_default().chars().take(40).collect();
    app.say(format!("copied: {shown}"));
    app.effects.push(Effect::Copy(text));
}

/// Asks in which format to export what the pane shows.
pub fn export(app: &mut App) {
    let formats = Format::ALL.iter();
    let mut items: Vec<Item> =
        formats.map(|format| Item::new(format.extension(), format.label(), "")).collect();
    if app.list_id() == ListId::Controls {
        let document = |format: &Format| {
            let key = format!("soa.{}", format.extension());
            Item::new(key, format!("SoA as a document: {}", format.label()), "with its header")
        };
        items.extend(Format::ALL.iter().map(document));
    }
    let title = format!("Export {} rows as", app.list().records());
    app.open(Layer::Choose(Choose::one(title, items, "")), Purpose::Export);
}

/// Exports the rows and columns that the pane shows, in their order.
pub fn export_as(app: &mut App, extension: &str) {
    let (whole, extension) = match extension.strip_prefix("soa.") {
        Some(extension) => (true, extension),
        None => (app.list_id() == ListId::Soa, extension),
    };
    let Some(format) = Format::ALL.iter().copied().find(|f| f.extension() == extension) else {
        return;
    };
    let (name, sheet) = match app.list_id() {
        _ if whole => ("statement-of-applicability".to_string(), soa(app)),
        ListId::Gaps => ("gaps".to_string(), gaps(app)),
        id => (id.title().to_lowercase().replace(' ', "-"), shown(app)),
    };
    let name = format!("{name}-{}.{extension}", app.today);
    let content = exchange::write(&sheet, format);
    app.effects.push(Effect::Export { name, content });
}

/// The SoA as a document: all rows, whatever is shown.
fn soa(app: &App) -> Sheet {
    let rows = exchange::soa::order(&app.isms, &app.standard);
    exchange::soa::sheet(&app.isms, &app.standard, &app.assessment, &rows, app.today)
}

/// The gaps that are shown, in their order, each with the reasons for its place.
fn gaps(app: &App) -> Sheet {
    let (cx, places) = (app.cx(), &app.assessment.gap_places);
    let rows = app.list().rows.iter().filter_map(|row| {
        let gap = app.assessment.gap(row.kind, row.row)?;
        let place = places.get(row.kind, row.row)?;
        Some((place + 1, gap, column::title(cx, *row)))
    });
    exchange::gaps::sheet(title(app, "gaps"), &app.isms, rows)
}

fn title(app: &App, what: &str) -> String {
    format!("{} · {what} · {}", app.isms.organisation.only().name, app.today)
}

/// The rows and columns that the pane shows.
fn shown(app: &App) -> Sheet {
    let list = app.list();
    let cx = app.cx();
    let columns = list.shown_columns();
    Sheet {
        title: title(app, list.id.title()),
        head: Vec::new(),
        columns: columns.iter().map(|column| column.heading(list.id).to_string()).collect(),
        rows: list
            .rows
            .iter()
            .filter(|row| row.part == Part::Whole)
            .map(|row| columns.iter().map(|c| column::cell(cx, *row, *c).text).collect())
            .collect(),
    }
}

/// Opens the record's line of its file in $EDITOR; of a file that can't be read, the line to mend.
pub fn edit_file(app: &mut App) {
    let listed = app.list_id().kinds().first().copied();
    let broken = File::ALL.into_iter().find(|file| !app.isms.register(*file).is_writable());
    let row = app.list().current();
    let here = row.map(|row| row.kind).or(listed).map(Kind::file);
    let Some(file) = here.or(broken) else { return app.say("There is no record here.") };
    let register = app.isms.register(file);
    let span = row.and_then(|row| register.span(row.kind, row.row));
    let line = register.trouble_line().or(span.map(|span| register.line_col(span.start).0));
    let line = line.unwrap_or(1);
    app.keep_drafts();
    app.effects.push(Effect::EditFile { file, line });
}

/// The external editor came back with a text.
pub fn edited(app: &mut App, edited: Result<String, String>) {
    let top = app.layers.last_mut().map(|open| &mut open.layer);
    match (edited, top) {
        (Ok(text), Some(Layer::Editor(editor))) => editor.replace(text.trim_end()),
        (Ok(_), _) => {}
        (Err(why), _) => app.warn(why),
    }
    app.dirty = true;
}
