//! `annexa gaps [FILTER...]`: what is missing, worst first, each with its reason.

use super::{Answer, Failure, folder::Folder, judged, list, row::Row, sheets, table::Table};
use crate::{
    assess::{Gap, Rated, level_name},
    exchange::{Sheet, gaps},
    isms::{Kind, Words},
};
use serde_json::{Value, json};
use std::{collections::HashSet, path::Path};

/// Arguments of `annexa gaps`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Words and conditions that must all hold, as in `annexa list`: owner:mara gap:3 ...
    #[arg(value_name = "FILTER")]
    pub filter: Vec<String>,
    /// As JSON: a list of gaps.
    #[arg(long)]
    pub json: bool,
}

/// The gaps.
///
/// # Errors
/// There is no ISMS, or the filter is not understood.
pub fn gaps(args: &Args, place: Option<&Path>) -> Result<Answer, Failure> {
    let folder = Folder::read(place)?;
    let gaps = filtered(&folder, &args.filter.join(" "))?;
    let answer = match args.json {
        true => Answer::json(gaps.iter().map(|gap| json_of(&folder, gap)).collect()),
        false => Answer::text(text_of(&folder, &gaps)),
    };
    Ok(answer.incomplete(folder.warning()))
}

fn filtered<'a>(folder: &'a Folder, filter: &str) -> Result<Vec<&'a Gap>, Failure> {
    let rows = list::rows(folder, &[Kind::Control, Kind::Clause], filter)?;
    let rows: HashSet<(Kind, usize)> = rows.iter().map(|row| (row.kind, row.row)).collect();
    Ok(folder.assessment.gaps.iter().filter(|gap| rows.contains(&(gap.kind, gap.row))).collect())
}

fn row<'a>(folder: &'a Folder, gap: &Gap) -> Row<'a> {
    Row { folder, kind: gap.kind, row: gap.row }
}

/// Controls and clauses share numbers.
fn name(row: &Row<'_>) -> String {
    match row.kind {
        Kind::Clause => format!("clause {}", row.key()),
        _ => row.key().to_string(),
    }
}

fn text_of(folder: &Folder, gaps: &[&Gap]) -> String {
    if gaps.is_empty() {
        return "No gap.\n".to_string();
    }
    let mut table = Table::new(&["priority", "id", "title", "owner", "due", "because"]);
    table = table.fixed(&[0, 1, 4]);
    for gap in gaps {
        let row = row(folder, gap);
        table.row([
            judged::priority(gap.priority).into(),
            name(&row),
            row.title().into(),
            gap.owner.to_string(),
            gap.due.map_or(String::new(), |day| day.to_string()),
            gap.sentences(&folder.isms).join(" "),
        ]);
    }
    table.text()
}

fn json_of(folder: &Folder, gap: &Gap) -> Value {
    let row = row(folder, gap);
    json!({
        "priority": judged::priority(gap.priority),
        "record": gap.kind.key(),
        "id": row.key(),
        "title": row.title(),
        "because": gap.sentences(&folder.isms),
        "explanation": gap.explain(&folder.isms),
        "blocks": gap.blocks.map(|stage| stage.choice().word),
        "phase": gap.phase.label(),
        "risk": risk(folder, gap),
        "effort": gap.effort.choice().word,
        "owner": (!gap.owner.is_empty()).then_some(&gap.owner),
        "due": gap.due,
        "stage": gap.stage.choice().word,
        "actions": gap.actions.iter().filter_map(|row| folder.isms.key(Kind::Action, *row)).collect::<Vec<_>>(),
    })
}

fn risk<'a>(folder: &'a Folder, gap: &Gap) -> Option<&'a str> {
    gap.risk.map(|rated: Rated| level_name(folder.isms.criteria.only(), rated))
}

/// The gap list as a sheet.
///
/// # Errors
/// The filter is not understood.
pub fn sheet(folder: &Folder, filter: &str) -> Result<Sheet, Failure> {
    let places = &folder.assessment.gap_places;
    let place = |gap: &Gap| places.get(gap.kind, gap.row).map_or(0, |place| place + 1);
    let gaps = filtered(folder, filter)?;
    let rows = gaps.into_iter().map(|gap| (place(gap), gap, row(folder, gap).title().to_string()));
    Ok(gaps::sheet(sheets::title(folder, "gaps"), &folder.isms, rows))
}
