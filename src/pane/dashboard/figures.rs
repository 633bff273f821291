//! The figures: how many rows of a kind call for work.

use super::{Behind, Door, Rows, Section};
use crate::{
    assess::{Count, Priority},
    isms::Kind,
    pane::{Cx, ListId},
    ui::Role,
};

/// A figure, its words, the same in brief, and whether more than none of them is bad news.
const FIGURES: [(Count, &str, &str, bool); 16] = [
    (Count::GapsOf(Priority::High), "blockers", "blockers", true),
    (Count::Gaps, "gaps", "gaps", false),
    (Count::Undecided, "controls undecided", "undecided", false),
    (Count::Unjustified, "controls unjustified", "unjustified", false),
    (Count::AboveCriteria, "risks above criteria", "above crit.", true),
    (Count::Unrated, "risks not rated", "not rated", true),
    (Count::Awaiting, "await a decision", "awaiting", false),
    (Count::NotDemonstrated, "not demonstrated", "not demonstr.", false),
    (Count::Overdue, "overdue", "overdue", true),
    (Count::OpenActions, "open actions", "open actions", false),
    (Count::OpenFindings, "open findings", "findings", false),
    (Count::EvidenceLapsed, "evidence lapsed", "evid. lapsed", true),
    (Count::ScopeHoles, "holes in the scope", "scope holes", true),
    (Count::ScopeUnfinished, "scope grew, unfinished", "scope grew", false),
    (Count::FactContradicted, "contradict the scope", "contradict", true),
    (Count::Carried, "carried, not reassessed", "carried", false),
];

/// The figures, in the order in which they are read.
pub fn figures(cx: Cx<'_>) -> Vec<Door> {
    FIGURES
        .iter()
        .map(|(count, words, brief, bad)| figure(cx, *count, words, brief, *bad))
        .collect()
}

fn figure(cx: Cx<'_>, count: Count, words: &str, brief: &str, bad: bool) -> Door {
    let rows = cx.assessment.rows_of(count);
    let number = rows.len();
    // what can't be read is not known to be none
    let unread = !cx.isms.register(count.kind().file()).is_writable();
    let role = match (number, bad) {
        _ if unread => Role::Bad,
        (0, _) => Role::Ok,
        (_, true) => Role::Bad,
        (_, false) => Role::Warn,
    };
    let list = list_of(count, &rows);
    Door {
        section: Section::Figures,
        key: String::new(),
        text: words.to_string(),
        brief: brief.to_string(),
        figure: if unread { "?".to_string() } else { number.to_string() },
        when: String::new(),
        role,
        to: Behind::Rows { list, label: words.to_string(), rows: Rows::Count(count) },
    }
}

/// Rows of one kind open where that kind is at home; gaps of both kinds in the list of gaps.
fn list_of(count: Count, rows: &[(Kind, usize)]) -> ListId {
    let mut kinds: Vec<Kind> = rows.iter().map(|(kind, _)| *kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    match (count, kinds.as_slice()) {
        (Count::Gaps | Count::GapsOf(_), _) => ListId::Gaps,
        (_, [one]) => ListId::home(*one),
        (_, []) => ListId::home(count.kind()),
        _ => ListId::Mixed,
    }
}
