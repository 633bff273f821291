//! From likelihood and consequence to a level of risk (6.1.2 d 3), by criteria that are data.
//!
//! A rating that is missing, or has no place in the criteria, is a value of its own. It has no level,
//! and whoever sorts or counts finds it at the worse end: nothing defaults to the best case.

use crate::isms::{Acceptance, Criteria, Rule};
use std::cmp::Ordering;

/// The level that a rating has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Rated {
    /// Likelihood or consequence is missing.
    #[default]
    Unrated,
    /// It has no place in the criteria: outside a scale, or in a cell without a level.
    OffScale,
    /// Place of the level in the criteria, lowest first.
    Level(usize),
}

impl Rated {
    /// The level, if there is one.
    pub fn level(self) -> Option<usize> {
        match self {
            Rated::Level(level) => Some(level),
            Rated::Unrated | Rated::OffScale => None,
        }
    }
}

/// The better before the worse; what is not known is the worst.
impl Ord for Rated {
    fn cmp(&self, other: &Self) -> Ordering {
        let rank = |rated: &Rated| match rated {
            Rated::Level(level) => (0, *level),
            Rated::OffScale => (1, 0),
            Rated::Unrated => (2, 0),
        };
        rank(self).cmp(&rank(other))
    }
}

impl PartialOrd for Rated {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A rating: its level, and a number to sort by within the level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Rating {
    /// The level.
    pub rated: Rated,
    /// Product of likelihood and consequence, or their sum where the criteria add; 0 without a level.
    pub score: i64,
    /// Likelihood as it stands in the record.
    pub likelihood: Option<i64>,
    /// Consequence as it stands in the record.
    pub consequence: Option<i64>,
}

/// The risk criteria, made ready for rating thousands of risks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scale {
    likelihoods: i64,
    consequences: i64,
    rule: Rule,
    /// One row for each likelihood; a cell without a known level is empty.
    grid: Vec<Vec<Option<usize>>>,
    /// Lowest result of each level, with product or sum.
    from: Vec<Option<i64>>,
    accept: Vec<Acceptance>,
    months: Vec<Option<i64>>,
}

impl Scale {
    /// The scale that the criteria define.
    pub fn of(criteria: &Criteria) -> Self {
        let steps = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        // an id that two levels have names neither
        let place = |id: &str| {
            let mut named =
                criteria.levels.iter().enumerate().filter(|(_, level)| &*level.id == id);
            named.next().filter(|_| named.next().is_none()).map(|(place, _)| place)
        };
        let line = |line: &str| line.split_whitespace().map(place).collect();
        Self {
            likelihoods: steps(criteria.likelihood.len()),
            consequences: steps(criteria.consequence.len()),
            rule: criteria.rule,
            grid: criteria.grid.iter().map(|text| line(text)).collect(),
            from: criteria.levels.iter().map(|level| level.from).collect(),
            accept: criteria.levels.iter().map(|level| level.accept).collect(),
            months: criteria.levels.iter().map(|level| level.months).collect(),
        }
    }

    /// The rating of a likelihood and a consequence.
    pub fn rate(&self, likelihood: Option<i64>, consequence: Option<i64>) -> Rating {
        let blank = Rating { likelihood, consequence, ..Rating::default() };
        let off = |value: Option<i64>, steps| value.is_some_and(|v| !(1..=steps).contains(&v));
        if off(likelihood, self.likelihoods) || off(consequence, self.consequences) {
            return Rating { rated: Rated::OffScale, ..blank };
        }
        let (Some(l), Some(c)) = (likelihood, consequence) else { return blank };
        let score = self.score(l, c);
        match self.cell(l, c, score) {
            Some(level) => Rating { rated: Rated::Level(level), score, ..blank },
            None => Rating { rated: Rated::OffScale, ..blank },
        }
    }

    fn score(&self, likelihood: i64, consequence: i64) -> i64 {
        match self.rule {
            Rule::Sum => likelihood.saturating_add(consequence),
            Rule::Grid | Rule::Product => likelihood.saturating_mul(consequence),
        }
    }

    fn cell(&self, likelihood: i64, consequence: i64, score: i64) -> Option<usize> {
        if self.rule == Rule::Grid {
            let row = self.grid.get(usize::try_from(likelihood - 1).ok()?)?;
            return *row.get(usize::try_from(consequence - 1).ok()?)?;
        }
        // where one level does not say where it starts, no result can be told to be below it
        let mut starts = self.from.iter().skip(1);
        if !starts.all(Option::is_some) || !self.from.iter().flatten().is_sorted_by(|a, b| a < b) {
            return None;
        }
        // the first level starts at the bottom, whether it says so or not
        let reached = |(place, from): (usize, &Option<i64>)| match from {
            Some(from) => score >= *from,
            None => place == 0,
        };
        let places = self.from.iter().enumerate();
        places.filter(|level| reached(*level)).map(|(place, _)| place).next_back()
    }

    /// How many steps of likelihood there are.
    pub fn likelihoods(&self) -> i64 {
        self.likelihoods
    }

    /// How many steps of consequence there are.
    pub fn consequences(&self) -> i64 {
        self.consequences
    }

    /// How many levels there are.
    pub fn levels(&self) -> usize {
        self.accept.len()
    }

    /// Who may accept a rating; nobody, if it has no level.
    pub fn accept(&self, rated: Rated) -> Acceptance {
        let level = rated.level().and_then(|level| self.accept.get(level));
        level.copied().unwrap_or(Acceptance::Never)
    }

    /// For how many months an acceptance of a level holds at most.
    pub fn months(&self, rated: Rated) -> Option<i64> {
        *self.months.get(rated.level()?)?
    }

    /// Whether one level more would need somebody higher to accept it.
    pub fn worse_one_up(&self, rated: Rated) -> bool {
        let Rated::Level(level) = rated else { return false };
        let above = self.accept.get(level + 1);
        above.is_some_and(|above| *above < self.accept(rated))
    }
}

/// The name of a level; its id if it has none.
pub fn level_name(criteria: &Criteria, rated: Rated) -> &str {
    match rated {
        Rated::Unrated => "unrated",
        Rated::OffScale => "off the scale",
        Rated::Level(level) => criteria
            .levels
            .get(level)
            .map_or("", |level| if level.name.is_empty() { &level.id } else { &level.name }),
    }
}
