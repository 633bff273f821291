//! `annexa list REGISTER [FILTER...]`: the rows of a register, filtered as in the workbench.

use super::{
    Answer, Failure,
    columns::columns,
    folder::{Folder, unreadable},
    register,
    row::Row,
    table::Table,
};
use crate::{
    exchange::soa,
    isms::Kind,
    search::{Query, RowFacts},
    standard::order::natural,
};
use serde_json::Value;
use std::path::Path;

/// Arguments of `annexa list`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A register or a kind of record: controls, clauses, risks, documents, people ...
    #[arg(value_name = "REGISTER")]
    pub register: String,
    /// Words and conditions that must all hold: status:partial owner:mara due:<30d !evidence
    #[arg(value_name = "FILTER")]
    pub filter: Vec<String>,
    /// Only records of this kind, where a register has several.
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// As JSON: a list of objects with the fields' keys.
    #[arg(long)]
    pub json: bool,
}

/// The rows.
///
/// # Errors
/// There is no such register or no ISMS, or the filter is not understood.
pub fn list(args: &Args, place: Option<&Path>) -> Result<Answer, Failure> {
    let mut kinds = register::kinds(&args.register)?;
    if let Some(kind) = &args.kind {
        let only = register::kind(kind)?;
        if !kinds.contains(&only) && !kinds.iter().any(|kind| kind.file() == only.file()) {
            let (label, register) = (only.label(), &args.register);
            return Err(Failure::cannot(format!("{register} holds no {label} records.")));
        }
        kinds = vec![only];
    }
    let folder = Folder::read(place)?;
    refuse_unreadable(&folder, &kinds)?;
    let rows = rows(&folder, &kinds, &args.filter.join(" "))?;
    let answer = match args.json {
        true => Answer::json(rows.iter().map(|row| Value::from(row.json())).collect()),
        false => Answer::text(text(&rows, &kinds)),
    };
    Ok(answer.note(folder.warning()))
}

/// Nobody should take a register that can't be read for an empty one.
fn refuse_unreadable(folder: &Folder, kinds: &[Kind]) -> Result<(), Failure> {
    let unread = |kind: &&Kind| !folder.isms.register(kind.file()).is_writable();
    match kinds.iter().find(unread) {
        None => Ok(()),
        Some(kind) => {
            let name = kind.file().name();
            Err(Failure::refused(format!("{name} can't be read, so there is nothing to list."))
                .with(unreadable(&folder.isms)))
        }
    }
}

/// The records of some kinds that a filter lets through, kind by kind, in the natural order of ids.
///
/// # Errors
/// The filter is not understood.
pub fn rows<'a>(folder: &'a Folder, kinds: &[Kind], filter: &str) -> Result<Vec<Row<'a>>, Failure> {
    let query = Query::parse(filter, folder.today)
        .map_err(|error| Failure::cannot(format!("The filter is not understood. {error}")))?;
    let mut all = Vec::new();
    for kind in kinds.iter().copied() {
        let mut rows: Vec<Row<'a>> = (0..folder.isms.len(kind))
            .map(|row| Row { folder, kind, row })
            .filter(|row| query.is_empty() || query.matches(&facts(row)))
            .collect();
        if kind == Kind::Control {
            // Annex A, then set by set, as in the pane and in the exported SoA
            let mut places = vec![usize::MAX; folder.isms.len(kind)];
            let order = soa::order(&folder.isms, &folder.standard);
            for (place, row) in order.into_iter().enumerate() {
                if let Some(there) = places.get_mut(row) {
                    *there = place;
                }
            }
            rows.sort_by_key(|row| places.get(row.row).copied());
        } else {
            rows.sort_by(|a, b| natural(a.key(), b.key()));
        }
        all.append(&mut rows);
    }
    Ok(all)
}

fn facts<'a>(row: &Row<'a>) -> RowFacts<'a> {
    let folder = row.folder;
    RowFacts {
        isms: &folder.isms,
        standard: &folder.standard,
        assessment: &folder.assessment,
        today: folder.today,
        kind: row.kind,
        row: row.row,
    }
}

fn text(rows: &[Row<'_>], kinds: &[Kind]) -> String {
    let mut parts = Vec::new();
    for kind in kinds.iter().copied() {
        let rows: Vec<&Row<'_>> = rows.iter().filter(|row| row.kind == kind).collect();
        if rows.is_empty() {
            continue;
        }
        let label = |key: &str| match kind.fields().iter().find(|f| f.key == key) {
            Some(field) => field.label.to_lowercase(),
            None => key.replace('_', " "),
        };
        let head: Vec<String> = ["id".to_string(), "title".to_string()]
            .into_iter()
            .chain(columns(kind).iter().map(|key| label(key)))
            .collect();
        let head: Vec<&str> = head.iter().map(String::as_str).collect();
        let mut table = Table::new(&head).fixed(&[0]);
        for row in rows {
            table.row(["id", "title"].iter().chain(columns(kind)).map(|key| row.words(key)));
        }
        let title = if kinds.len() > 1 { format!("{}\n", kind.key()) } else { String::new() };
        parts.push(title + &table.text());
    }
    match parts.is_empty() {
        true => "No record.\n".to_string(),
        false => parts.join("\n"),
    }
}
