//! The Statement of Applicability as an auditor takes it: which controls are necessary, why, whether
//! they are implemented, why others are excluded, and on what that rests (6.1.3 d).

use super::Sheet;
use crate::{
    assess::{ApprovalState, Assessment},
    isms::{Isms, Kind, OperatedBy, Words, in_words},
    standard::{Standard, order::natural},
};
use chrono::NaiveDate;

const COLUMNS: [&str; 14] = [
    "ID",
    "Title",
    "Applicable",
    "Because of",
    "Justification",
    "Status",
    "How implemented",
    "Operated by",
    "Owner",
    "Due",
    "Risks",
    "Obligations",
    "Evidence",
    "Set",
];

/// The rows of the controls in the order of the SoA: Annex A, then set by set, in natural order.
pub fn order(isms: &Isms, standard: &Standard) -> Vec<usize> {
    let mut rows: Vec<(bool, String, &str, usize)> = isms
        .controls
        .iter()
        .enumerate()
        .map(|(row, (id, control))| {
            let own = standard.control(id).is_none();
            (own, if own { control.set.to_lowercase() } else { String::new() }, id, row)
        })
        .collect();
    rows.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)).then_with(|| natural(a.2, b.2)));
    rows.into_iter().map(|(.., row)| row).collect()
}

/// The document, with these rows of the controls in their order.
pub fn sheet(
    isms: &Isms,
    standard: &Standard,
    assessment: &Assessment,
    rows: &[usize],
    today: NaiveDate,
) -> Sheet {
    let soa = isms.soa.only();
    let version = if soa.version.is_empty() { "no version" } else { &soa.version };
    let date = soa.date.map_or_else(|| "no date".to_string(), |date| date.to_string());
    let mut title = format!("Statement of Applicability, version {version} of {date}");
    let name = &isms.organisation.only().name;
    if !name.is_empty() {
        title = format!("{name} · {title}");
    }
    Sheet {
        title: format!("{title} · {today}"),
        head: head(isms, assessment),
        columns: COLUMNS.map(str::to_string).to_vec(),
        rows: rows.iter().map(|row| cells(isms, standard, assessment, *row)).collect(),
    }
}

/// What stands above the table: scope, owner, approvals, and what changed since the last one.
fn head(isms: &Isms, assessment: &Assessment) -> Vec<(String, String)> {
    let soa = isms.soa.only();
    let person = |key: &str| match isms.people.get(key) {
        Some(person) if !person.name.is_empty() => person.name.to_string(),
        _ => key.to_string(),
    };
    let mut head = vec![
        ("Scope".to_string(), isms.scope.only().statement.to_string()),
        ("Owner".to_string(), person(&soa.owner)),
        ("Approval".to_string(), assessment.soa.in_words()),
    ];
    for approval in soa.approvals.iter().rev() {
        let day = approval.made.or(approval.recorded).map_or(String::new(), |day| day.to_string());
        let role =
            if approval.role.is_empty() { String::new() } else { format!(" ({})", approval.role) };
        let text = format!("{}{role}, {day}, digest {}", person(&approval.by), approval.digest);
        let text = text.trim_end_matches(", digest ").to_string();
        head.push((format!("Version {} approved by", approval.version), text));
    }
    if let ApprovalState::Stale { changes } = &assessment.soa {
        for change in changes {
            let words = |side: &Option<String>| side.clone().unwrap_or_else(|| "–".to_string());
            let text = format!("{} → {}", words(&change.before), words(&change.after));
            head.push((format!("Changed since: {}", change.label), text));
        }
    }
    head.retain(|(_, text)| !text.trim().is_empty());
    head
}

fn cells(isms: &Isms, standard: &Standard, assessment: &Assessment, row: usize) -> Vec<String> {
    let id = isms.key(Kind::Control, row).unwrap_or_default();
    let known = standard.control(id);
    let Some(control) = isms.controls.row(row) else { return vec![String::new(); COLUMNS.len()] };
    let fields = Kind::Control.fields();
    let field = |key: &str| match fields.iter().position(|field| field.key == key) {
        Some(place) => fields.get(place).map_or_else(String::new, |known| {
            in_words(known, &isms.value(Kind::Control, row, place))
        }),
        None => String::new(),
    };
    let links = assessment.links.control(row);
    let ids = |kind: Kind, rows: &mut dyn Iterator<Item = usize>| {
        let mut ids: Vec<&str> = rows.filter_map(|row| isms.key(kind, row)).collect();
        ids.sort_by(|a, b| natural(a, b));
        ids.dedup();
        ids.join(", ")
    };
    let mut operated = control.operated_by.label().to_string();
    if control.operated_by != OperatedBy::Us && !control.provider.is_empty() {
        let provider = isms.elements.get(&control.provider);
        let name = provider.map_or(&control.provider, |element| &element.title);
        operated = format!("{operated}: {name}");
    }
    let title = known.map_or_else(|| control.title.to_string(), |known| known.title.to_string());
    let set = match known {
        Some(_) => "Annex A".to_string(),
        None if control.set.is_empty() => "own".to_string(),
        None => control.set.to_string(),
    };
    vec![
        id.to_string(),
        title,
        field("applicable"),
        field("reasons"),
        field("justification"),
        field("status"),
        field("how"),
        operated,
        field("owner"),
        field("due"),
        ids(Kind::Risk, &mut links.existing.iter().chain(&links.treating).copied()),
        ids(Kind::Obligation, &mut links.obligations.iter().copied()),
        ids(Kind::Evidence, &mut links.evidence.iter().copied()),
        set,
    ]
}
