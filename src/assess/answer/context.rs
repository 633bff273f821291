//! Context, leadership and documented information (clauses 4, 5, 6.2, 7.5).

use super::{Ask, met, none_of, unmet};
use crate::{
    assess::{
        ApprovalState, Count, MandatoryState,
        cx::Cx,
        item::{Computed, Target},
    },
    isms::{Authority, Climate, DocumentStatus, InOut, Kind, Stage},
};

/// Whether the scope is stated, has elements, a version, and is approved (4.3).
pub fn scope(ask: Ask<'_>) -> Computed {
    let isms = ask.cx.isms;
    let scope = isms.scope.only();
    let field = |key| Target::Field(Kind::Scope, 0, key);
    if scope.statement.trim().is_empty() {
        return unmet("There is no scope statement.", field("statement"));
    }
    if !isms.elements.rows().iter().any(|element| element.inside == InOut::In) {
        return unmet("No scope element is inside.", Target::List(Kind::Element));
    }
    if scope.interfaces.trim().is_empty() {
        return unmet("No interface or dependency is described (4.3 c).", field("interfaces"));
    }
    if scope.version.is_empty() || scope.date.is_none() {
        return unmet("The scope statement has no version or no date.", field("version"));
    }
    approved(&ask.assessment.scope, "The scope", field("approvals"))
}

/// Whether an approval holds.
pub(super) fn approved(state: &ApprovalState, what: &str, leads_to: Target) -> Computed {
    let why = format!("{what} is {}.", state.in_words());
    match state {
        ApprovalState::Approved { .. } => met(why, leads_to),
        ApprovalState::Stale { .. } => unmet(format!("{what} {}.", state.in_words()), leads_to),
        _ => unmet(why, leads_to),
    }
}

/// Whether top management approved the policy (5.2).
pub fn policy(ask: Ask<'_>) -> Computed {
    let isms = ask.cx.isms;
    let policy = ask.cx.standard.documents().mandatory.iter().position(|item| item.id == "DI-02");
    let rows = policy.and_then(|place| ask.assessment.links.mandatory.get(place));
    let Some(row) = rows.and_then(|rows| rows.first()).copied() else {
        let why = "No document supports DI-02, the information security policy.";
        return unmet(why, Target::List(Kind::Document));
    };
    let field = |key| Target::Field(Kind::Document, row, key);
    let Some(document) = isms.documents.row(row) else {
        return unmet("There is no policy.", Target::List(Kind::Document));
    };
    let id = isms.key(Kind::Document, row).unwrap_or_default();
    if document.status != DocumentStatus::Approved || document.approved.is_none() {
        return unmet(format!("The policy {id} is not approved."), field("status"));
    }
    let by = document.approved_by.trim();
    let person = isms.people.get(by);
    if !person.is_some_and(|person| person.authority.contains(&Authority::TopManagement)) {
        let who = if by.is_empty() { "nobody named" } else { by };
        let why = format!("The policy {id} was approved by {who}, not by top management (5.2).");
        return unmet(why, field("approved_by"));
    }
    let currency = ask.assessment.documents.get(row).map(|counted| counted.currency);
    match currency.filter(|currency| !currency.counts()) {
        Some(currency) => {
            unmet(format!("The policy {id} does not count: {}.", currency.label()), field("review"))
        }
        None => met(format!("{by} approved the policy {id}."), Target::Record(Kind::Document, row)),
    }
}

/// Whether the relevance of climate change is decided (4.1, Amd 1:2024).
pub fn climate(ask: Ask<'_>) -> Computed {
    let organisation = ask.cx.isms.organisation.only();
    let field = |key| Target::Field(Kind::Organisation, 0, key);
    match organisation.climate {
        Climate::Undecided => {
            unmet("It is not decided whether climate change matters.", field("climate"))
        }
        _ if organisation.climate_reason.trim().is_empty() => {
            unmet("Climate change is decided, but no reason is given.", field("climate_reason"))
        }
        _ => met("Climate change is decided, with a reason.", field("climate")),
    }
}

/// Whether interested parties and their needs are recorded (4.2).
pub fn interested_parties(ask: Ask<'_>) -> Computed {
    if ask.assessment.parties.is_empty() {
        return unmet("No interested party is recorded.", Target::List(Kind::Party));
    }
    none_of(
        ask,
        Count::PartiesIncomplete,
        "Each interested party has needs and a decision on them.",
        (
            "interested party lacks needs or a decision on them",
            "interested parties lack needs or a decision on them",
        ),
    )
}

/// Which objectives have metric, owner, date and evaluation, by row.
pub fn objectives(cx: Cx<'_>) -> Vec<bool> {
    let whole = |objective: &crate::isms::Objective| {
        let said = |text: &str| !text.trim().is_empty();
        said(&objective.metric)
            && said(&objective.owner)
            && said(&objective.evaluation)
            && objective.due.is_some()
    };
    cx.isms.objectives.rows().iter().map(whole).collect()
}

/// Whether objectives are set and can be measured (6.2).
pub fn objectives_set(ask: Ask<'_>) -> Computed {
    if ask.assessment.objectives.is_empty() {
        return unmet("No objective is set.", Target::List(Kind::Objective));
    }
    none_of(
        ask,
        Count::ObjectivesIncomplete,
        "Each objective has metric, owner, date and evaluation.",
        (
            "objective lacks metric, owner, date or evaluation",
            "objectives lack metric, owner, date or evaluation",
        ),
    )
}

/// Whether each of the 17 items exists; records are looked at from stage 2 on (7.5.1 a).
pub fn documents(ask: Ask<'_>) -> Computed {
    let later = |item: &&MandatoryState| item.is_record && ask.stage == Stage::Stage1;
    let items = ask.assessment.mandatory.iter().filter(|item| !later(item));
    let missing: Vec<&str> = items.filter(|item| !item.is_there()).map(|item| item.id).collect();
    let leads_to = Target::Rows(Count::DocumentsMissing);
    match (missing.as_slice(), ask.stage) {
        ([], Stage::Stage1) => met("All mandatory documents count; records follow.", leads_to),
        ([], _) => met("All 17 items of mandatory documented information are there.", leads_to),
        (missing, _) => unmet(format!("Missing or not valid: {}.", missing.join(", ")), leads_to),
    }
}

/// Whether conformity to all subclauses is assessed.
pub fn clauses(ask: Ask<'_>) -> Computed {
    none_of(
        ask,
        Count::NotAssessed,
        "Conformity to every subclause is assessed.",
        ("subclause is not assessed", "subclauses are not assessed"),
    )
}
