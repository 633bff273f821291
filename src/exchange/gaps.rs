//! The gap list, every row with the reasons for its place.

use super::Sheet;
use crate::{
    assess::{Gap, Priority, level_name},
    isms::{Isms, Kind, Words},
};

const COLUMNS: [&str; 13] = [
    "Place",
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
    "Action",
];

/// The word for a priority.
pub fn priority(priority: Priority) -> &'static str {
    match priority {
        Priority::High => "high",
        Priority::Medium => "medium",
        Priority::Low => "low",
    }
}

/// The gaps with their titles, in the order given.
pub fn sheet<'a>(
    title: String,
    isms: &Isms,
    gaps: impl Iterator<Item = (usize, &'a Gap, String)>,
) -> Sheet {
    let cells = |(place, gap, title): (usize, &Gap, String)| {
        let id = |kind, row| isms.key(kind, row).unwrap_or_default().to_string();
        let actions: Vec<String> = gap.actions.iter().map(|row| id(Kind::Action, *row)).collect();
        vec![
            place.to_string(),
            priority(gap.priority).to_string(),
            gap.kind.label().to_string(),
            id(gap.kind, gap.row),
            title,
            gap.sentences(isms).join("\n"),
            gap.blocks.map_or(String::new(), |stage| stage.label().to_string()),
            gap.phase.label().to_string(),
            gap.risk
                .map_or(String::new(), |rated| level_name(isms.criteria.only(), rated).to_string()),
            gap.effort.label().to_string(),
            gap.owner.to_string(),
            gap.due.map_or(String::new(), |day| day.to_string()),
            actions.join(", "),
        ]
    };
    Sheet {
        title,
        head: Vec::new(),
        columns: COLUMNS.map(str::to_string).to_vec(),
        rows: gaps.map(cells).collect(),
    }
}
