//! What the judgement says about the scope, its elements, facts, parties and obligations.

use super::{
    judged::{Judged, flag, judged, sentences},
    row::Row,
};
use crate::{
    assess::Assessment,
    isms::{Fact, Kind, Words},
    pane::{self, boundary},
};

/// All judgements about such a record.
pub fn all(row: &Row<'_>, assessment: &Assessment) -> Vec<Judged> {
    let isms = &row.folder.isms;
    let state = judged("state", "State", boundary::cell(cx(row), pane_row(row)).text);
    match row.kind {
        Kind::Element => {
            let Some(element) = assessment.elements.get(row.row) else { return Vec::new() };
            let creep = element.creep.as_ref();
            let moved = creep.map_or(String::new(), |creep| creep.moved.phrase());
            let lacks = creep.into_iter().flat_map(|creep| &creep.lacks);
            let issues = element.issues.iter().map(|issue| issue.sentence());
            vec![
                state,
                flag("hole", "Hole", element.is_hole()),
                flag("creep", "Creep", creep.is_some()),
                judged("moved", "Since the baseline", moved),
                flag("broad", "Too broad", element.is_broad()),
                flag("without_risk", "Without risk", element.lacks_risk()),
                sentences(issues.chain(lacks.map(|lack| lack.sentence())).collect()),
            ]
        }
        Kind::Party => {
            let issues = assessment.parties.get(row.row).map(|state| &state.issues);
            let issues = issues.into_iter().flatten();
            vec![state, sentences(issues.map(|issue| issue.sentence()).collect())]
        }
        Kind::Obligation => {
            let issues = assessment.obligations.get(row.row).map(|state| &state.issues);
            let issues = issues.into_iter().flatten();
            vec![state, sentences(issues.map(|issue| issue.sentence(isms)).collect())]
        }
        Kind::Organisation => {
            let facts = Fact::ALL.iter().map(|fact| boundary::fact_words(cx(row), *fact).0);
            let facts: Vec<String> = facts.collect();
            let json = Fact::ALL.iter().zip(&assessment.facts);
            let json = json.map(|(fact, state)| (fact.choice().word, state.label().into()));
            vec![Judged {
                json: serde_json::Value::Object(json.map(|(k, v)| (k.to_string(), v)).collect()),
                ..judged("answers", "Facts", facts.join("\n"))
            }]
        }
        _ => {
            let issues = assessment.boundary.issues.iter();
            let baseline = assessment.boundary.baseline.as_ref();
            vec![
                judged("state", "Approval", assessment.scope.in_words()),
                judged(
                    "measured_from",
                    "Baseline",
                    baseline.map_or("none".into(), |b| b.in_words()),
                ),
                sentences(issues.map(|issue| issue.sentence(isms)).collect()),
            ]
        }
    }
}

fn cx<'a>(row: &Row<'a>) -> pane::Cx<'a> {
    let folder = row.folder;
    pane::Cx {
        isms: &folder.isms,
        standard: &folder.standard,
        assessment: &folder.assessment,
        today: folder.today,
    }
}

fn pane_row(row: &Row<'_>) -> pane::Row {
    pane::Row::new(row.kind, row.row)
}
