//! Rating risks on the grid, the heat map, and the criteria.

use super::{commit, field};
use crate::{
    app::{App, Purpose},
    assess::{criteria, level_name},
    change::{Change, Transaction},
    isms::{At, Criteria, Kind, ScaleOf},
    layer::{Choose, Grid, Input, Item, Layer},
    pane::{ListId, Row, column},
    text::Value,
};

/// Opens the grid for the selected risk.
pub fn rate(app: &mut App, residual: bool) {
    let selected = app.list().selected.clone();
    if let Some(at) = selected.filter(|at| at.kind == Kind::Risk) {
        rate_at(app, at, residual, false);
    }
}

/// Opens the grid for a risk; an inherent rating is typed as a number.
pub fn rate_at(app: &mut App, at: At, residual: bool, inherent: bool) {
    let steps = (app.isms.likelihood_steps(), app.isms.consequence_steps());
    if steps.0 == 0 || steps.1 == 0 {
        return app.say("The scales are not defined yet: g C takes ready-made criteria.");
    }
    let Some(risk) = app.isms.risks.get(&at.key) else { return };
    let before = if inherent {
        (risk.inherent_likelihood, risk.inherent_consequence)
    } else if residual {
        (risk.residual_likelihood, risk.residual_consequence)
    } else {
        (risk.likelihood, risk.consequence)
    };
    let before = before.0.zip(before.1);
    let what = match (inherent, residual) {
        (true, _) => "inherent",
        (_, true) => "after treatment",
        _ => "today",
    };
    let title = format!("{} {} · {what}", at.key, risk.title);
    let grid = Grid::new(title, before, steps);
    let purpose = if inherent {
        Purpose::Field { ats: vec![at], key: "inherent_likelihood" }
    } else {
        Purpose::Rate { at, residual }
    };
    app.open(Layer::Grid(grid), purpose);
}

/// A place on the grid was chosen.
pub fn rated(app: &mut App, at: &At, prefix: &str, likelihood: i64, consequence: i64) {
    let keys = (format!("{prefix}likelihood"), format!("{prefix}consequence"));
    let changes: Vec<Change> = [
        Change::set(&app.isms, at, &keys.0, Value::Int(likelihood)),
        Change::set(&app.isms, at, &keys.1, Value::Int(consequence)),
    ]
    .into_iter()
    .flatten()
    .chain(
        (prefix.is_empty())
            .then(|| Change::set(&app.isms, at, "assessed", Value::Text(app.today.to_string())))
            .flatten(),
    )
    .collect();
    let label = format!("{} rated {likelihood} × {consequence}", at.key);
    match Transaction::of(label, changes) {
        Some(transaction) => {
            commit::make(app, transaction);
        }
        None => app.say("It is rated like that already."),
    }
}

/// Asks why it is rated like that.
pub fn ask_reason(app: &mut App, at: At, residual: bool) {
    let key = if residual { "residual_reason" } else { "rating_reason" };
    let text = field::words_of(app, &at, key);
    let hint = "why; esc leaves it as it is";
    let input = Input::new(format!("Reason for this rating of {}", at.key), hint, &text);
    app.open(Layer::Input(input), Purpose::RateReason { at, residual });
}

/// Switches what the heat map shows.
pub fn heat_mode(app: &mut App) {
    app.heat = app.heat.next();
    app.say(format!("Heat map: {}", app.heat.label()));
}

/// Offers ready-made criteria, or those that stand for editing.
pub fn criteria(app: &mut App) {
    let mut items = vec![Item::new("", "Edit the criteria that stand", "scales, grid, levels")];
    for ready in &criteria::READY_MADE {
        items.push(Item::new(ready.name, ready.name, ready.about));
    }
    app.open(Layer::Choose(Choose::one("Risk criteria", items, "")), Purpose::Criteria);
}

/// Takes ready-made criteria, after showing the risks whose level would change.
pub fn criteria_chosen(app: &mut App, key: &str) {
    let at = At::new(Kind::Criteria, Kind::Criteria.key());
    if key.is_empty() {
        super::go::list(app, ListId::Settings);
        super::go::reveal(app, &at);
        return super::go::into_detail(app);
    }
    if app.read_only.is_some() {
        return app.say("Nothing can be changed here.");
    }
    let Some(ready) = criteria::READY_MADE.iter().find(|ready| ready.name == key) else {
        return;
    };
    let changes: Vec<Change> = ready
        .fields()
        .into_iter()
        .filter_map(|(field, value)| Change::set(&app.isms, &at, &field, value))
        .collect();
    let label = format!("risk criteria: {}", ready.name);
    let Some(transaction) = Transaction::of(label, changes) else {
        return app.say("These criteria stand already.");
    };
    let new = criteria::of_value(&ready.value());
    preview(app, transaction, &new);
}

/// Shows what changed criteria would do to the levels of risks before they are taken.
pub fn preview(app: &mut App, transaction: Transaction, new: &Criteria) {
    let moved = criteria::changed_levels(&app.isms, new);
    let name = |criteria: &Criteria, rated| level_name(criteria, rated).to_string();
    let old = app.isms.criteria.only();
    let mut lines: Vec<String> = moved
        .iter()
        .map(|moved| {
            let row = Row::new(Kind::Risk, moved.risk);
            let id = app.isms.key(Kind::Risk, moved.risk).unwrap_or_default();
            let title = column::title(app.cx(), row);
            let (before, after) = (name(old, moved.before), name(new, moved.after));
            format!("{id} {title} ({:?}): {before} → {after}", moved.which)
        })
        .collect();
    if lines.is_empty() {
        lines.push("No risk changes its level.".to_string());
    } else {
        lines.insert(0, format!("{} risk(s) change their level:", lines.len()));
    }
    let title = format!("{}?  y yes · n no", transaction.label);
    let confirm = crate::layer::Confirm::preview(title, lines);
    app.open(Layer::Confirm(confirm), Purpose::Bulk(transaction));
}
