//! The boxes of lines: gaps, risks that await a decision, themes, stages.

use super::{Behind, Door, LINES, Rows, Section};
use crate::{
    assess::Count,
    isms::{Applicable, Status, Words},
    pane::{Cx, ListId, Row, column},
    standard::Theme,
    ui::Role,
};

/// The worst gaps.
pub fn gaps(cx: Cx<'_>) -> Vec<Door> {
    let gaps = cx.assessment.gaps.iter().take(LINES);
    gaps.filter_map(|gap| {
        let row = Row::new(gap.kind, gap.row);
        let at = row.at(cx)?;
        let brief = gap.because.first().map_or("", |because| because.brief());
        Some(Door {
            section: Section::Gaps,
            key: at.key.clone(),
            text: column::title(cx, row),
            brief: brief.to_string(),
            figure: gap.priority.number().to_string(),
            when: gap.due.map_or_else(String::new, |due| in_days((due - cx.today).num_days())),
            role: column::cell(cx, row, column::Column::Gap).role,
            to: Behind::Record(at),
        })
    })
    .collect()
}

/// A distance in days: "in 8 d", "3 d late".
fn in_days(days: i64) -> String {
    match days {
        0 => "today".to_string(),
        days if days < 0 => format!("{} d late", -days),
        days => format!("in {days} d"),
    }
}

/// Risks that somebody has to decide about.
pub fn awaiting(cx: Cx<'_>) -> Vec<Door> {
    let rows = cx.assessment.rows_of(Count::Awaiting);
    rows.iter()
        .take(LINES)
        .filter_map(|(kind, row)| {
            let row = Row::new(*kind, *row);
            let at = row.at(cx)?;
            let residual = column::cell(cx, row, column::Column::Residual);
            Some(Door {
                section: Section::Awaiting,
                key: at.key.clone(),
                text: column::title(cx, row),
                brief: super::super::decisions::brief(cx, row.row),
                figure: residual.text,
                when: String::new(),
                role: residual.role,
                to: Behind::Record(at),
            })
        })
        .collect()
}

/// The themes of Annex A: how many applicable controls are implemented, or partly.
pub fn themes(cx: Cx<'_>) -> Vec<Door> {
    Theme::ALL.iter().map(|theme| theme_door(cx, *theme)).collect()
}

fn theme_door(cx: Cx<'_>, theme: Theme) -> Door {
    let (mut done, mut partly, mut applicable) = (0usize, 0usize, 0usize);
    for (key, control) in cx.isms.controls.iter() {
        if cx.standard.control(key).is_none_or(|known| known.theme != theme) {
            continue;
        }
        if control.applicable == Applicable::No {
            continue;
        }
        applicable += 1;
        match control.status {
            Status::Implemented => done += 1,
            Status::Partial => partly += 1,
            _ => {}
        }
    }
    Door {
        section: Section::Themes,
        key: String::new(),
        text: theme.label().to_string(),
        brief: String::new(),
        figure: format!("{done}/{partly}/{applicable}"),
        when: String::new(),
        role: Role::Text,
        to: Behind::Rows {
            list: ListId::Controls,
            label: theme.label().to_string(),
            rows: Rows::Count(Count::ThemeKept(theme)),
        },
    }
}

/// The audits of the cycle, with how ready we are for each.
pub fn stages(cx: Cx<'_>) -> Vec<Door> {
    let stages = cx.assessment.stages.iter().enumerate();
    stages
        .map(|(nth, stage)| {
            let when = stage.date.map_or_else(|| "no date".to_string(), |date| date.to_string());
            Door {
                section: Section::Stages,
                key: String::new(),
                text: stage.stage.label().to_string(),
                brief: String::new(),
                figure: stage.percent.to_string(),
                when,
                role: Role::Info,
                to: Behind::Rows {
                    list: ListId::Checklist,
                    label: format!("open for {}", stage.stage.label()),
                    rows: Rows::OpenFor(nth),
                },
            }
        })
        .collect()
}
