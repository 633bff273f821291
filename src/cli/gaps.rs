//! `annexa gaps [FILTER...]`: what is missing, worst first, each with its reason.

use super::{Answer, Failure, folder::Folder, judged, list, row::Row, sheets, table::Table};
use crate::{
    assess::{Gap, Rated, level_name},
    exchange::Sheet,
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
    let columns = [
        "Priority",
        "Kind",
        "ID",
        "Title",
        "Because",
        "Blocks",
        "Phase",
        "Highest risk",
        "Effort",
        "Owner",
        "Due",
    ];
    let cells = |gap: &&Gap| {
        let row = row(folder, gap);
        vec![
            judged::priority(gap.priority).to_string(),
            gap.kind.label().to_string(),
            row.key().to_string(),
            row.title().to_string(),
            gap.sentences(&folder.isms).join("\n"),
            gap.blocks.map_or(String::new(), |stage| stage.label().to_string()),
            gap.phase.label().to_string(),
            risk(folder, gap).unwrap_or_default().to_string(),
            gap.effort.label().to_string(),
            gap.owner.to_string(),
            gap.due.map_or(String::new(), |day| day.to_string()),
        ]
    };
    Ok(Sheet {
        title: sheets::title(folder, "gaps"),
        columns: columns.map(str::to_string).to_vec(),
        rows: filtered(folder, filter)?.iter().map(cells).collect(),
    })
}
