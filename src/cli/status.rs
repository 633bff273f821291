//! `annexa status`: the vital signs and the audits, as on the dashboard, for scripts and cron.

use super::{Answer, Failure, folder::Folder, table::Table};
use crate::{
    assess::{Readiness, criteria},
    isms::{Kind, Words},
};
use serde_json::{Value, json};
use std::path::Path;

/// Arguments of `annexa status`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

/// The vital signs.
///
/// # Errors
/// There is no ISMS.
pub fn status(args: &Args, place: Option<&Path>) -> Result<Answer, Failure> {
    let folder = Folder::read(place)?;
    let answer = match args.json {
        true => Answer::json(json_of(&folder)),
        false => Answer::text(text_of(&folder)),
    };
    Ok(answer.incomplete(folder.warning()))
}

fn json_of(folder: &Folder) -> Value {
    let vitals = folder.assessment.vitals;
    let [high, medium, low] = vitals.by_priority;
    let stage = |readiness: &Readiness| {
        json!({
            "stage": readiness.stage.choice().word,
            "date": readiness.date,
            "limit": readiness.limit,
            "days_left": readiness.days_left,
            "passed": readiness.passed,
            "met": readiness.met,
            "total": readiness.total,
            "percent": readiness.percent,
            "open": open(folder, readiness),
        })
    };
    json!({
        "organisation": &folder.isms.organisation.only().name,
        "date": folder.today,
        "gaps": {"total": vitals.gaps, "high": high, "medium": medium, "low": low},
        "controls": {
            "total": vitals.controls,
            "decided": vitals.decided,
            "justified": vitals.justified,
        },
        "risks": {
            "above_criteria": vitals.above,
            "unrated": vitals.unrated,
            "awaiting": vitals.awaiting,
        },
        "criteria_problems": broken(folder),
        "overdue": vitals.overdue,
        "next": vitals.next.map(|stage| json!({
            "stage": stage.choice().word,
            "days_left": vitals.days_left,
            "percent": vitals.percent,
        })),
        "stages": folder.assessment.stages.iter().map(stage).collect::<Vec<_>>(),
    })
}

/// What keeps the risk criteria from being used: figures about risks say little then.
fn broken(folder: &Folder) -> Vec<String> {
    let now = folder.isms.criteria.only();
    if criteria::is_undefined(now) { Vec::new() } else { criteria::broken(now) }
}

fn open<'a>(folder: &'a Folder, readiness: &Readiness) -> Vec<&'a str> {
    readiness.open.iter().filter_map(|row| folder.isms.key(Kind::Item, *row)).collect()
}

fn text_of(folder: &Folder) -> String {
    let vitals = folder.assessment.vitals;
    let [high, medium, low] = vitals.by_priority;
    let mut signs = Table::bare(2).fixed(&[0, 1]);
    let mut sign = |name: &str, words: String| signs.row([name.to_string(), words]);
    sign("Gaps", format!("{} ({high} high, {medium} medium, {low} low)", vitals.gaps));
    sign(
        "Controls",
        format!(
            "{} of {} decided, {} justified",
            vitals.decided, vitals.controls, vitals.justified
        ),
    );
    sign(
        "Risks",
        format!(
            "{} above the criteria, {} unrated, {} awaiting a decision",
            vitals.above, vitals.unrated, vitals.awaiting
        ),
    );
    if let Some(first) = broken(folder).first() {
        sign("Criteria", format!("broken, see annexa check: {first}"));
    }
    sign("Overdue", vitals.overdue.to_string());
    sign(
        "Next audit",
        match (vitals.next, vitals.days_left) {
            (None, _) => "none in this cycle".to_string(),
            (Some(stage), None) => {
                format!("{}, no date agreed, {} % ready", stage.label(), vitals.percent)
            }
            (Some(stage), Some(days)) if days < 0 => {
                format!("{}, {} days past, {} % ready", stage.label(), -days, vitals.percent)
            }
            (Some(stage), Some(days)) => {
                format!("{} in {days} days, {} % ready", stage.label(), vitals.percent)
            }
        },
    );
    let mut stages = Table::new(&["audit", "date", "ready", "items met", "open"]);
    stages = stages.fixed(&[0, 1, 2, 3]);
    for readiness in &folder.assessment.stages {
        let date = readiness.date.map_or("–".to_string(), |day| day.to_string());
        let open = match readiness.passed {
            true => "over".to_string(),
            false => open(folder, readiness).join(" "),
        };
        stages.row([
            readiness.stage.label().into(),
            date,
            format!("{} %", readiness.percent),
            format!("{} of {}", readiness.met, readiness.total),
            open,
        ]);
    }
    let name = &folder.isms.organisation.only().name;
    let name = if name.is_empty() { "This ISMS" } else { name };
    format!("{name} · {}\n\n{}\n{}", folder.today, signs.text(), stages.text())
}
