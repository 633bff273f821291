//! The dashboard's figures, each a door to the rows that it counts.

use super::{Cx, ListId, Row, column};
use crate::{
    assess::{Count, Priority},
    isms::{At, Kind, Words},
    ui::Role,
};
use std::collections::BTreeSet;

/// A figure, or a line, with what is behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Door {
    /// Which box it stands in.
    pub section: Section,
    /// What it says.
    pub text: String,
    /// The number, where it is one.
    pub figure: String,
    /// What it means.
    pub role: Role,
    /// What is behind it.
    pub to: Behind,
}

/// The boxes of the dashboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Figures in a row.
    Figures,
    /// Gaps, worst first.
    Gaps,
    /// Risks that await a decision.
    Awaiting,
    /// Annex A by theme.
    Themes,
    /// Stages of the audit.
    Stages,
}

/// What is behind a door.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Behind {
    /// Just these rows of a list.
    Rows {
        /// Which list.
        list: ListId,
        /// What the rows are.
        label: String,
        /// The rows.
        rows: BTreeSet<At>,
    },
    /// A list as it stands.
    List(ListId),
    /// A record.
    Record(At),
}

/// All doors, box by box, in the order in which the cursor passes them.
pub fn doors(cx: Cx<'_>) -> Vec<Door> {
    let mut doors = figures(cx);
    doors.extend(gaps(cx));
    doors.extend(awaiting(cx));
    doors.extend(themes(cx));
    doors.extend(stages(cx));
    doors
}

/// The figures, in words, and whether more than none of them is bad news.
const FIGURES: [(Count, &str, bool); 12] = [
    (Count::GapsOf(Priority::High), "blockers", true),
    (Count::Gaps, "gaps", false),
    (Count::Undecided, "controls undecided", false),
    (Count::Unjustified, "controls unjustified", false),
    (Count::NotDemonstrated, "not demonstrated", false),
    (Count::AboveCriteria, "risks above criteria", true),
    (Count::Unrated, "risks not rated", true),
    (Count::Awaiting, "risks await a decision", false),
    (Count::Overdue, "overdue", true),
    (Count::OpenActions, "open actions", false),
    (Count::OpenFindings, "open findings", false),
    (Count::EvidenceLapsed, "evidence lapsed", true),
];

fn figures(cx: Cx<'_>) -> Vec<Door> {
    FIGURES
        .iter()
        .map(|(count, words, bad)| {
            let rows = cx.assessment.rows_of(*count);
            let number = rows.len();
            let role = match (number, bad) {
                (0, _) => Role::Ok,
                (_, true) => Role::Bad,
                (_, false) => Role::Warn,
            };
            let list = list_of(*count, &rows);
            let label = (*words).to_string();
            let rows = rows.iter().filter_map(|(kind, row)| Row { kind: *kind, row: *row }.at(cx));
            Door {
                section: Section::Figures,
                text: label.clone(),
                figure: number.to_string(),
                role,
                to: Behind::Rows { list, label, rows: rows.collect() },
            }
        })
        .collect()
}

/// Rows of one kind open where that kind is at home; gaps of both kinds in the list of gaps.
fn list_of(count: Count, rows: &[(Kind, usize)]) -> ListId {
    let mut kinds: Vec<Kind> = rows.iter().map(|(kind, _)| *kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    match (count, kinds.as_slice()) {
        (Count::Gaps | Count::GapsOf(_), _) => ListId::Gaps,
        (_, [one]) => ListId::home(*one),
        (_, []) => ListId::home(count.kind()),
        _ => ListId::Mixed,
    }
}

fn gaps(cx: Cx<'_>) -> Vec<Door> {
    cx.assessment
        .gaps
        .iter()
        .take(12)
        .filter_map(|gap| {
            let row = Row { kind: gap.kind, row: gap.row };
            let at = row.at(cx)?;
            let why = column::cell(cx, row, column::Column::Why).text;
            Some(Door {
                section: Section::Gaps,
                text: format!("{} {} · {why}", at.key, column::title(cx, row)),
                figure: gap.priority.number().to_string(),
                role: Role::Text,
                to: Behind::Record(at),
            })
        })
        .collect()
}

fn awaiting(cx: Cx<'_>) -> Vec<Door> {
    cx.assessment
        .rows_of(Count::Awaiting)
        .iter()
        .take(12)
        .filter_map(|(kind, row)| {
            let row = Row { kind: *kind, row: *row };
            let at = row.at(cx)?;
            let cells = [column::Column::Residual, column::Column::Decision]
                .map(|column| column::cell(cx, row, column).text);
            Some(Door {
                section: Section::Awaiting,
                text: format!("{} {}", at.key, column::title(cx, row)),
                figure: cells.join(" · "),
                role: Role::Text,
                to: Behind::Record(at),
            })
        })
        .collect()
}

/// One theme of Annex A: applicable controls, and how many are implemented or partly.
fn themes(cx: Cx<'_>) -> Vec<Door> {
    use crate::{
        isms::{Applicable, Status},
        standard::Theme,
    };
    Theme::ALL
        .iter()
        .map(|theme| {
            let mut rows = BTreeSet::new();
            let (mut done, mut partly, mut out) = (0usize, 0usize, 0usize);
            for (key, control) in cx.isms.controls.iter() {
                if cx.standard.control(key).is_none_or(|known| known.theme != *theme) {
                    continue;
                }
                rows.insert(At::new(Kind::Control, key));
                match (control.applicable, control.status) {
                    (Applicable::No, _) => out += 1,
                    (_, Status::Implemented) => done += 1,
                    (_, Status::Partial) => partly += 1,
                    _ => {}
                }
            }
            let applicable = rows.len() - out;
            Door {
                section: Section::Themes,
                text: theme.label().to_string(),
                figure: format!("{done}/{partly}/{applicable}"),
                role: Role::Text,
                to: Behind::Rows { list: ListId::Controls, label: theme.label().to_string(), rows },
            }
        })
        .collect()
}

fn stages(cx: Cx<'_>) -> Vec<Door> {
    cx.assessment
        .stages
        .iter()
        .map(|stage| {
            let date = stage.date.map_or_else(|| "no date".to_string(), |date| date.to_string());
            let rows =
                stage.open.iter().filter_map(|row| Row { kind: Kind::Item, row: *row }.at(cx));
            Door {
                section: Section::Stages,
                text: format!("{:<15} {date}", stage.stage.label()),
                figure: format!("{}", stage.percent),
                role: Role::Text,
                to: Behind::Rows {
                    list: ListId::Checklist,
                    label: format!("open for {}", stage.stage.label()),
                    rows: rows.collect(),
                },
            }
        })
        .collect()
}
