//! The sheets that commands export: a register, and the Statement of Applicability.

use super::{Failure, folder::Folder, list, row::Row};
use crate::{
    exchange::{Sheet, soa},
    isms::{Kind, in_words, resolve},
};

/// The title of an export: whose, what, as of when.
pub fn title(folder: &Folder, what: &str) -> String {
    let name = &folder.isms.organisation.only().name;
    match name.is_empty() {
        true => format!("{what} · {}", folder.today),
        false => format!("{name} · {what} · {}", folder.today),
    }
}

/// All fields of the records of one kind.
pub fn register(folder: &Folder, kind: Kind, rows: &[Row<'_>]) -> Sheet {
    let own_title = |key: &str| key == "title";
    let fields = kind.fields();
    let titled = fields.iter().any(|field| own_title(field.key) || field.key == "name");
    let mut columns: Vec<String> = fields.iter().map(|field| field.label.to_string()).collect();
    if !titled && !kind.is_single() {
        columns.insert(1, "Title".to_string());
    }
    // a number says little without the level that it means, and a target must not pass for a result
    let judged: &[(&str, &str)] = match kind {
        Kind::Risk => &[
            ("level", "Level today"),
            ("residual", "Residual level"),
            ("state", "Decisions stand"),
            ("could_be_worse", "Could be one level worse"),
        ],
        _ => &[],
    };
    columns.extend(judged.iter().map(|(_, label)| (*label).to_string()));
    let cells = |row: &Row<'_>| {
        let mut cells: Vec<String> = fields
            .iter()
            .enumerate()
            .map(|(place, field)| match field.key {
                "id" => row.key().to_string(),
                key if own_title(key) => row.title().to_string(),
                _ => in_words(field, &folder.isms.value(kind, row.row, place)),
            })
            .collect();
        if !titled && !kind.is_single() {
            cells.insert(1, row.title().to_string());
        }
        cells.extend(judged.iter().map(|(key, _)| row.words(key)));
        cells
    };
    Sheet {
        title: title(folder, kind.key()),
        head: Vec::new(),
        columns,
        rows: rows.iter().map(cells).collect(),
    }
}

/// The Statement of Applicability as 6.1.3 d asks for it: which controls are necessary, why, whether
/// they are implemented, and why others are excluded.
///
/// # Errors
/// The filter is not understood.
pub fn soa(folder: &Folder, filter: &str) -> Result<Sheet, Failure> {
    let wanted = list::rows(folder, &[Kind::Control], filter)?;
    let wanted: Vec<usize> = wanted.iter().map(|row| row.row).collect();
    Ok(soa::sheet(&folder.isms, &folder.standard, &folder.assessment, &wanted, folder.today))
}

/// The risk treatment plan as 6.1.3 e asks for it: what is done about each risk, by whom, until when,
/// what remains, and who decided.
///
/// # Errors
/// The filter is not understood.
pub fn plan(folder: &Folder, filter: &str) -> Result<Sheet, Failure> {
    let columns = [
        "ID",
        "Risk",
        "Risk owner",
        "Level today",
        "Treatment",
        "Treatment reason",
        "Controls",
        "Actions",
        "Costs",
        "Evidence",
        "Residual level",
        "Treatment plan",
        "Residual risk",
        "By management",
    ];
    let rows = list::rows(folder, &[Kind::Risk], filter)?;
    let is_open =
        |row: &&Row<'_>| folder.assessment.risks.get(row.row).is_some_and(|risk| risk.open);
    let cells = |row: &Row<'_>| {
        let residual = row.words("residual");
        let [id, title, owner, level, treatment, reason] =
            ["id", "title", "owner", "level", "treatment", "treatment_reason"]
                .map(|key| row.words(key));
        let [plan, acceptance, management] =
            ["plan", "acceptance", "management"].map(|key| row.words(key));
        let (controls, actions) = (controls(folder, row), actions(folder, row));
        let (costs, evidence) = (costs(folder, row), evidence(folder, row));
        vec![
            id, title, owner, level, treatment, reason, controls, actions, costs, evidence,
            residual, plan, acceptance, management,
        ]
    };
    Ok(Sheet {
        title: title(folder, "risk treatment plan"),
        head: Vec::new(),
        columns: columns.map(str::to_string).to_vec(),
        rows: rows.iter().filter(is_open).map(cells).collect(),
    })
}

/// "8.8 (partial)", a line each: what the treatment selects, and how far it is.
fn controls(folder: &Folder, row: &Row<'_>) -> String {
    let risk = folder.isms.risks.row(row.row);
    let ids = risk.map_or(&[][..], |risk| &risk.controls);
    let lines: Vec<String> = ids
        .iter()
        .map(|id| match resolve(&folder.isms, &[Kind::Control], id) {
            Some((kind, place)) => {
                let control = Row { folder, kind, row: place };
                format!("{} ({})", control.key(), control.words("status"))
            }
            None => format!("{id} (no such control)"),
        })
        .collect();
    lines.join("\n")
}

/// "A-008: who, until when, how far", a line each.
fn actions(folder: &Folder, row: &Row<'_>) -> String {
    let mut rows = folder.assessment.links.risk_at(row.row).actions.clone();
    // what is overdue first
    let late = |place: &usize| folder.assessment.actions.get(*place).and_then(|a| a.overdue);
    rows.sort_by_key(|place| std::cmp::Reverse(late(place)));
    let lines: Vec<String> = rows
        .iter()
        .map(|place| {
            let action = Row { folder, kind: Kind::Action, row: *place };
            let mut words =
                ["owner", "due", "status", "cost"].map(|key| action.words(key)).to_vec();
            if folder.assessment.actions.get(*place).is_some_and(|a| a.overdue.is_some()) {
                words.push("OVERDUE".to_string());
            }
            let words: Vec<&str> =
                words.iter().map(String::as_str).filter(|words| !words.is_empty()).collect();
            format!("{} {}: {}", action.key(), action.title(), words.join(", "))
        })
        .collect();
    lines.join("\n")
}

/// What the actions cost, added up where that is safe.
fn costs(folder: &Folder, row: &Row<'_>) -> String {
    let rows = &folder.assessment.links.risk_at(row.row).actions;
    let actions = rows.iter().filter_map(|place| folder.isms.actions.row(*place));
    let costs: Vec<&str> = actions.map(|action| action.cost.trim()).collect();
    crate::pane::case::total(&costs)
}

/// The evidence of the risk, of its actions and of the controls that treat it.
fn evidence(folder: &Folder, row: &Row<'_>) -> String {
    let links = &folder.assessment.links;
    let risk = links.risk_at(row.row);
    let of_actions = risk.actions.iter().filter_map(|place| links.actions.get(*place)).flatten();
    let of_controls = risk.treating.iter().flat_map(|place| &links.control(*place).evidence);
    let mut rows: Vec<usize> =
        risk.evidence.iter().chain(of_actions).chain(of_controls).copied().collect();
    rows.sort_unstable();
    rows.dedup();
    let keys = rows.into_iter().filter_map(|place| folder.isms.key(Kind::Evidence, place));
    keys.collect::<Vec<_>>().join(", ")
}
