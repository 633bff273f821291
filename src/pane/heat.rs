//! The heat map: how many risks stand where on the grid.

use super::{Cx, Row};
use crate::isms::{At, Kind, Level, Risk, RiskStatus, ScaleOf};
use std::collections::BTreeSet;

/// Which ratings the heat map shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HeatMode {
    /// After treatment.
    #[default]
    Residual,
    /// Today.
    Today,
    /// From today to after treatment.
    Both,
}

impl HeatMode {
    /// The next mode.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            HeatMode::Residual => HeatMode::Today,
            HeatMode::Today => HeatMode::Both,
            HeatMode::Both => HeatMode::Residual,
        }
    }

    /// In words.
    pub fn label(self) -> &'static str {
        match self {
            HeatMode::Residual => "after treatment",
            HeatMode::Today => "today",
            HeatMode::Both => "today → after treatment",
        }
    }
}

/// One cell of the grid.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HeatCell {
    /// How many risks stand here.
    pub count: usize,
    /// How many stand here after treatment, where both ratings are shown.
    pub after: usize,
    /// Index of the level among those of the criteria.
    pub level: Option<usize>,
}

/// The grid: rows by likelihood from 1, each with the cells by consequence from 1.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HeatMap {
    /// The cells.
    pub cells: Vec<Vec<HeatCell>>,
    /// Open risks without the rating that is shown, or with one off the scale.
    pub unrated: usize,
}

fn place(risk: &Risk, residual: bool) -> Option<(i64, i64)> {
    if residual {
        risk.residual_likelihood.zip(risk.residual_consequence)
    } else {
        risk.likelihood.zip(risk.consequence)
    }
}

/// The heat map of all open risks.
pub fn map(cx: Cx<'_>, mode: HeatMode) -> HeatMap {
    let (rows, columns) = (cx.isms.likelihood_steps(), cx.isms.consequence_steps());
    let cell = |likelihood: i64, consequence: i64| HeatCell {
        level: cx.assessment.scale.rate(Some(likelihood), Some(consequence)).rated.level(),
        ..HeatCell::default()
    };
    let row = |likelihood: i64| (1..=columns).map(|c| cell(likelihood, c)).collect();
    let mut map = HeatMap { cells: (1..=rows).map(row).collect(), unrated: 0 };
    for risk in cx.isms.risks.rows().iter().filter(|risk| risk.status == RiskStatus::Open) {
        let (today, after) = (place(risk, false), place(risk, true));
        let shown = if mode == HeatMode::Residual { after } else { today };
        let mut missing = match shown.and_then(|at| map.cell_mut(at)) {
            Some(cell) => {
                cell.count += 1;
                false
            }
            None => true,
        };
        if mode == HeatMode::Both {
            match after.and_then(|at| map.cell_mut(at)) {
                Some(cell) => cell.after += 1,
                None => missing = true,
            }
        }
        // counted once, whichever of the two ratings is missing
        map.unrated += usize::from(missing);
    }
    map
}

impl HeatMap {
    fn cell_mut(&mut self, (likelihood, consequence): (i64, i64)) -> Option<&mut HeatCell> {
        let row = usize::try_from(likelihood - 1).ok()?;
        let column = usize::try_from(consequence - 1).ok()?;
        self.cells.get_mut(row)?.get_mut(column)
    }
}

/// The risks that a cell counts.
pub fn risks_in(cx: Cx<'_>, mode: HeatMode, likelihood: i64, consequence: i64) -> BTreeSet<At> {
    let here = Some((likelihood, consequence));
    let stands = |risk: &Risk| match mode {
        HeatMode::Residual => place(risk, true) == here,
        HeatMode::Today => place(risk, false) == here,
        HeatMode::Both => place(risk, false) == here || place(risk, true) == here,
    };
    (0..cx.isms.risks.len())
        .filter(|row| {
            let risk = cx.isms.risks.row(*row);
            risk.is_some_and(|risk| risk.status == RiskStatus::Open && stands(risk))
        })
        .filter_map(|row| Row::new(Kind::Risk, row).at(cx))
        .collect()
}

/// The level of a cell.
pub fn level_of<'a>(cx: Cx<'a>, cell: &HeatCell) -> Option<&'a Level> {
    cx.isms.criteria.only().levels.get(cell.level?)
}
