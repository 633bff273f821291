//! Competence, nonconformities and what was promised (7.2, 8.3, 10.2).

use super::{Ask, met, none_of, unmet};
use crate::{
    assess::{
        Count, Counted,
        cx::Cx,
        item::{Computed, Target},
        links::Links,
    },
    isms::{Kind, Stage},
};

/// Whether competence is shown, by person; people without a role in the ISMS need none (7.2 d).
pub fn people(cx: Cx<'_>, links: &Links, evidence: &[Counted]) -> Vec<bool> {
    let counts = |row: &usize| evidence.get(*row).is_some_and(|one| one.currency.counts());
    let people = cx.isms.people.rows().iter().enumerate();
    people
        .map(|(row, person)| {
            let needless =
                person.authority.is_empty() || person.left.is_some_and(|day| day <= cx.today);
            needless || links.people.get(row).is_some_and(|rows| rows.iter().any(counts))
        })
        .collect()
}

/// Whether competence is shown for every role in the ISMS (7.2 d).
pub fn competence(ask: Ask<'_>) -> Computed {
    if !ask.cx.isms.people.rows().iter().any(|person| !person.authority.is_empty()) {
        return unmet("Nobody has a role in the ISMS yet.", Target::List(Kind::Person));
    }
    none_of(
        ask,
        Count::NoCompetence,
        "Evidence shows the competence of everybody with a role in the ISMS.",
        (
            "person with a role in the ISMS has no evidence of competence that counts",
            "people with a role in the ISMS have no evidence of competence that counts",
        ),
    )
}

/// Whether nonconformities have correction, cause, action and date (10.2).
pub fn handled(ask: Ask<'_>) -> Computed {
    none_of(
        ask,
        Count::FindingsUnhandled,
        "Every nonconformity has correction, cause, action and date.",
        (
            "nonconformity lacks correction, cause, action or date",
            "nonconformities lack correction, cause, action or date",
        ),
    )
}

/// Whether finished corrective actions were reviewed; at recertification, whether all is closed (10.2 d).
pub fn reviewed(ask: Ask<'_>) -> Computed {
    if ask.stage == Stage::Recertification {
        return none_of(
            ask,
            Count::OpenFindings,
            "Every finding is closed.",
            ("finding is open", "findings are open"),
        );
    }
    none_of(
        ask,
        Count::FindingsUnreviewed,
        "Every finished corrective action was reviewed and found effective.",
        (
            "corrective action was not reviewed for its effect, or did not work",
            "corrective actions were not reviewed for their effect, or did not work",
        ),
    )
}

/// Whether anything promised is overdue.
pub fn overdue(ask: Ask<'_>) -> Computed {
    none_of(
        ask,
        Count::OverduePromises,
        "No action and no corrective action is overdue.",
        ("action is overdue", "actions are overdue"),
    )
}

/// Whether every concern of stage 1 is closed.
pub fn stage1(ask: Ask<'_>) -> Computed {
    let over = ask.assessment.dates.iter().any(|date| date.stage == Stage::Stage1 && date.passed);
    if ask.assessment.count(Count::Stage1Concerns) == 0 && !over {
        return unmet("Stage 1 is still to come.", Target::Record(Kind::Cycle, 0));
    }
    if !ask.assessment.nonconformities.iter().any(|finding| finding.from_stage1) {
        return met(
            "Stage 1 raised no concern that is on record.",
            Target::List(Kind::Nonconformity),
        );
    }
    none_of(
        ask,
        Count::Stage1Concerns,
        "Every concern of stage 1 is closed.",
        ("concern of stage 1 is open", "concerns of stage 1 are open"),
    )
}
