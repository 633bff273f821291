use super::*;
use crate::assess::{
    Rated, Scale, Which,
    criteria::{READY_MADE, changed_levels, of_value, problems},
};
use crate::isms::Criteria;

#[test]
fn ready_made_criteria_are_whole() {
    for ready in &READY_MADE {
        let criteria = of_value(&ready.value());
        assert_eq!(criteria.wrong, [], "{}", ready.name);
        assert_eq!(problems(&criteria), Vec::<String>::new(), "{}", ready.name);
        let scale = Scale::of(&criteria);
        let top = scale.rate(Some(scale.likelihoods()), Some(scale.consequences())).rated;
        assert_eq!(top, Rated::Level(scale.levels() - 1), "{}", ready.name);
        assert_eq!(scale.rate(Some(1), Some(1)).rated, Rated::Level(0), "{}", ready.name);
    }
}

fn criteria(ready: usize) -> Criteria {
    of_value(&READY_MADE[ready].value())
}

fn complains(change: impl FnOnce(&mut Criteria), ready: usize, word: &str) {
    let mut criteria = criteria(ready);
    change(&mut criteria);
    let found = problems(&criteria);
    assert!(found.iter().any(|sentence| sentence.contains(word)), "{word}: {found:?}");
    assert!(found.iter().all(|sentence| sentence.ends_with('.')), "{found:?}");
}

#[test]
fn holes_falls_and_slips_are_named() {
    complains(|c| c.grid[1] = "very-low low medium".into(), 2, "cells");
    complains(|c| c.grid[1] = "very-low low medium huge".into(), 2, "huge");
    complains(|c| c.grid[1] = "low low medium very-low".into(), 2, "falls");
    complains(
        |c| {
            c.grid.pop();
        },
        2,
        "lines",
    );
    complains(|c| c.likelihood.0.clear(), 2, "likelihood scale has no steps");
    complains(|c| c.levels.0.clear(), 2, "No level");
    complains(|c| c.likelihood.0[0].meaning = "".into(), 2, "does not say what it means");
    complains(|c| c.levels.0[1].id = c.levels.0[0].id.clone(), 2, "used twice");
    complains(|c| c.levels.0[0].accept = crate::isms::Acceptance::Never, 2, "easier to accept");
    complains(|c| c.levels.0[1].from = Some(0), 0, "not above");
    complains(|c| c.levels.0[1].from = None, 0, "from which result");
    complains(|c| c.levels.0[0].from = Some(2), 0, "without a level");
    complains(
        |c| c.levels.0.iter_mut().for_each(|l| l.accept = crate::isms::Acceptance::ByDefault),
        2,
        "by default",
    );
}

#[test]
fn product_and_sum() {
    let mut criteria = criteria(0);
    let scale = Scale::of(&criteria);
    assert_eq!(scale.rate(Some(2), Some(2)).rated, Rated::Level(1));
    assert_eq!(scale.rate(Some(3), Some(2)).rated, Rated::Level(2));
    criteria.rule = crate::isms::Rule::Sum;
    let scale = Scale::of(&criteria);
    assert_eq!(scale.rate(Some(3), Some(3)).rated, Rated::Level(2));
    assert_eq!(scale.rate(Some(2), Some(2)).rated, Rated::Level(1));
}

#[test]
fn what_is_unrated_sorts_behind_the_worst() {
    assert!(Rated::Unrated > Rated::Level(99));
    assert!(Rated::OffScale > Rated::Level(99));
    assert!(Rated::Level(1) > Rated::Level(0));
}

#[test]
fn a_change_of_criteria_lists_the_risks_whose_level_changes() {
    let world = with_risk(RISK);
    let mut new = world.criteria.only().clone();
    assert_eq!(changed_levels(&world, &new), []);
    new.grid[2] = "l m m c c".into();
    let changes = changed_levels(&world, &new);
    assert_eq!(changes.len(), 1);
    assert_eq!(
        (changes[0].which, changes[0].before, changes[0].after),
        (Which::Current, Rated::Level(2), Rated::Level(3))
    );
    new.likelihood.0.truncate(2);
    let changes = changed_levels(&world, &new);
    assert_eq!(changes[0].after, Rated::OffScale);
}

#[test]
fn broken_criteria_rate_nothing() {
    for rule in [crate::isms::Rule::Product, crate::isms::Rule::Sum] {
        let mut criteria = criteria(0);
        criteria.rule = rule;
        for level in &mut criteria.levels.0 {
            level.from = None;
        }
        let rated = Scale::of(&criteria).rate(Some(5), Some(5)).rated;
        assert_eq!(rated, Rated::OffScale, "{rule:?}");
    }
    // an id that two levels have could be either
    let mut criteria = criteria(2);
    let last = criteria.levels.len() - 1;
    criteria.levels.0[last].id = criteria.levels.0[0].id.clone();
    assert_eq!(Scale::of(&criteria).rate(Some(1), Some(1)).rated, Rated::OffScale);
}
