//! Rating risks on the grid, and the heat map.

use super::{commit, field};
use crate::{
    app::{App, Purpose},
    change::{Change, Transaction},
    isms::{At, Kind, ScaleOf},
    layer::{Grid, Input, Layer},
    pane::{
        ListId, Only,
        heat::{self, HeatMode},
    },
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
            let shown = match app.heat {
                HeatMode::Residual => "residual_",
                HeatMode::Today | HeatMode::Both => "",
            };
            let follows = app.list_id() == ListId::HeatMap && prefix == shown;
            if commit::make(app, transaction) && follows {
                follow_risk(app, at, (likelihood, consequence));
            }
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

/// The list behind the heat map holds the risks of the cell under the cursor.
pub fn follow_cell(app: &mut App) {
    let (likelihood, consequence) = app.cell;
    let rows = heat::risks_in(app.cx(), app.heat, likelihood, consequence);
    let label = format!("likelihood {likelihood}, consequence {consequence}");
    app.with_list(ListId::HeatMap, |list, cx| {
        list.only = Some(Only { label, rows });
        list.refresh(cx);
    });
}

/// The next risk of the cell, round the end.
pub fn next_in_cell(app: &mut App) {
    let count = app.list().rows.len();
    if count == 0 {
        return app.say("No risk stands in this cell.");
    }
    let next = (app.list().cursor + 1) % count;
    app.with_list(ListId::HeatMap, |list, cx| list.select(cx, next));
    app.follow_selection();
}

/// A risk that was rated on the heat map takes the cursor along.
fn follow_risk(app: &mut App, at: &At, cell: (i64, i64)) {
    app.cell = cell;
    app.refresh();
    app.with_list(ListId::HeatMap, |list, cx| list.select_at(cx, at));
    app.follow_selection();
}

/// Switches what the heat map shows.
pub fn heat_mode(app: &mut App) {
    app.heat = app.heat.next();
    app.refresh();
    app.say(format!("Heat map: {}", app.heat.label()));
}
