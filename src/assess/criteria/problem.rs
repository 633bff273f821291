//! Whether risk criteria are whole and rise in both directions.

use crate::{
    assess::level::{Rated, Scale},
    isms::{Acceptance, Criteria, Level, Parts, Rule, Step},
};

/// So many cells are looked at; a scale that needs more is a slip of the pen.
const MOST_CELLS: i64 = 10_000;

/// What is wrong with the criteria, as sentences; none if they are whole.
pub fn problems(criteria: &Criteria) -> Vec<String> {
    let mut found = Vec::new();
    scale("likelihood", &criteria.likelihood, &mut found);
    scale("consequence", &criteria.consequence, &mut found);
    found.extend(broken(criteria));
    found
}

/// What keeps the criteria from being used: no steps, no levels, holes, levels that fall, no threshold.
///
/// Words that are missing are not among it: they make ratings hard to compare, not impossible.
pub fn broken(criteria: &Criteria) -> Vec<String> {
    let mut found = Vec::new();
    for (name, steps) in
        [("likelihood", &criteria.likelihood), ("consequence", &criteria.consequence)]
    {
        if steps.is_empty() {
            found.push(format!("The {name} scale has no steps."));
        }
    }
    levels(&criteria.levels, &mut found);
    if criteria.levels.is_empty()
        || criteria.likelihood.is_empty()
        || criteria.consequence.is_empty()
    {
        return found;
    }
    match criteria.rule {
        Rule::Grid => shape(criteria, &mut found),
        Rule::Product | Rule::Sum => {
            let so_far = found.len();
            thresholds(&criteria.levels, &mut found);
            // by thresholds that are broken no cell has a level: that need not be said once more
            if found.len() > so_far {
                return found;
            }
        }
    }
    cells(criteria, &mut found);
    found
}

fn scale(name: &str, steps: &Parts<Step>, found: &mut Vec<String>) {
    for (number, step) in (1..).zip(steps.iter()) {
        if step.name.trim().is_empty() {
            found.push(format!("Step {number} of the {name} scale has no name."));
        }
        let meanings = [
            &step.meaning,
            &step.money,
            &step.operation,
            &step.legal,
            &step.people,
            &step.reputation,
        ];
        if meanings.into_iter().all(|meaning| meaning.trim().is_empty()) {
            found.push(format!(
                "Step {number} of the {name} scale does not say what it means, so ratings can't be compared (6.1.2 b)."
            ));
        }
    }
}

fn levels(levels: &Parts<Level>, found: &mut Vec<String>) {
    if levels.is_empty() {
        found.push("No level of risk is defined.".to_string());
        return;
    }
    for (place, level) in levels.iter().enumerate() {
        if level.id.trim().is_empty() {
            found.push(format!("Level {} has no id.", place + 1));
        } else if levels.iter().take(place).any(|other| other.id == level.id) {
            found.push(format!("The level id {} is used twice.", level.id));
        }
    }
    for pair in levels.windows(2) {
        let [lower, higher] = pair else { continue };
        if higher.accept > lower.accept {
            found.push(format!(
                "{} is the higher level, but easier to accept than {}.",
                higher.id, lower.id
            ));
        }
    }
    if levels.iter().all(|level| level.accept == Acceptance::ByDefault) {
        found.push(
            "Every level is accepted by default: no acceptance criterion is set (6.1.2 a 1)."
                .to_string(),
        );
    }
    if levels.iter().all(|level| level.accept == Acceptance::Never) {
        found.push(
            "No level may be accepted by anybody: no acceptance criterion is set (6.1.2 a 1)."
                .to_string(),
        );
    }
}

/// The grid has a line for each likelihood and a level in each cell.
fn shape(criteria: &Criteria, found: &mut Vec<String>) {
    let (likelihoods, consequences) = (criteria.likelihood.len(), criteria.consequence.len());
    if criteria.grid.len() != likelihoods {
        found.push(format!(
            "The grid has {} lines, but the likelihood scale has {likelihoods} steps.",
            criteria.grid.len()
        ));
    }
    for (number, line) in (1..).zip(&criteria.grid) {
        let words = line.split_whitespace();
        let count = words.clone().count();
        if count != consequences {
            found.push(format!(
                "Line {number} of the grid has {count} cells, but the consequence scale has {consequences} steps."
            ));
        }
        for word in words {
            if !criteria.levels.iter().any(|level| &*level.id == word) {
                found.push(format!("Line {number} of the grid names {word}, which is no level."));
            }
        }
    }
}

/// With product or sum, each level starts above the one before.
fn thresholds(levels: &Parts<Level>, found: &mut Vec<String>) {
    for (place, level) in levels.iter().enumerate().skip(1) {
        if level.from.is_none() {
            found.push(format!("Level {} does not say from which result on it holds.", level.id));
        }
        let before = levels.get(place - 1).and_then(|before| before.from);
        if let (Some(before), Some(from)) = (before, level.from)
            && from <= before
        {
            found
                .push(format!("Level {} starts at {from}, not above the one before it.", level.id));
        }
    }
}

/// Every cell has a level, and none gets lower when likelihood or consequence rise.
fn cells(criteria: &Criteria, found: &mut Vec<String>) {
    let scale = Scale::of(criteria);
    let (likelihoods, consequences) = (scale.likelihoods(), scale.consequences());
    if likelihoods.saturating_mul(consequences) > MOST_CELLS {
        found.push(format!(
            "The grid would have {likelihoods} by {consequences} cells: too many to rate by."
        ));
        return;
    }
    let at = |l: i64, c: i64| scale.rate(Some(l), Some(c)).rated;
    let (mut holes, mut falls) = (Vec::new(), Vec::new());
    for l in 1..=likelihoods {
        for c in 1..=consequences {
            let Rated::Level(level) = at(l, c) else {
                holes.push((l, c));
                continue;
            };
            let lower = |other: Rated| other.level().is_some_and(|other| level < other);
            if (l > 1 && lower(at(l - 1, c))) || (c > 1 && lower(at(l, c - 1))) {
                falls.push((l, c));
            }
        }
    }
    if let Some((l, c)) = holes.first() {
        found.push(format!(
            "{} of the grid without a level: likelihood {l}, consequence {c}{}.",
            if holes.len() == 1 { "One cell" } else { "Cells" },
            and_others(holes.len())
        ));
    }
    if let Some((l, c)) = falls.first() {
        found.push(format!(
            "The level falls where likelihood or consequence rise: at likelihood {l}, consequence {c}{}.",
            and_others(falls.len())
        ));
    }
}

fn and_others(count: usize) -> String {
    if count > 1 { format!(" and {} more", count - 1) } else { String::new() }
}
