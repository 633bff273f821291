//! The audit-stage checklists: what the records answer, and what a person judges.
//!
//! An item that the records can answer is never ticked by hand: it says why it isn't met, and where
//! to go. The same question may stand in several checklists; each is answered once a stage.

use super::{Assessment, Count, answer, cx::Cx};
use crate::{
    isms::{ItemStatus, Kind, Stage, Words},
    standard::{Answer, StageId},
};
use std::collections::HashMap;

/// Where to go to see or mend something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The list of all records of a kind.
    List(Kind),
    /// One record.
    Record(Kind, usize),
    /// One field of one record.
    Field(Kind, usize, &'static str),
    /// Exactly the rows that a figure counts.
    Rows(Count),
}

impl Target {
    /// The kind of record that is shown there.
    pub fn kind(self) -> Kind {
        match self {
            Target::List(kind) | Target::Record(kind, _) | Target::Field(kind, _, _) => kind,
            Target::Rows(count) => count.kind(),
        }
    }
}

/// What the records say to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Computed {
    /// Whether it is so.
    pub met: bool,
    /// Why it is, or why not, as a sentence.
    pub why: String,
    /// Where to go to see or mend it.
    pub leads_to: Target,
}

/// Who answers an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemAnswer {
    /// The records do.
    Computed(Computed),
    /// A person does, and said this.
    ByHand(ItemStatus),
}

/// What is judged of one checklist item.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemState {
    /// Row of the item.
    pub row: usize,
    /// The audit that it belongs to.
    pub stage: Stage,
    /// It is one of the standard's checklists, not the organisation's own.
    pub standard: bool,
    /// Its answer.
    pub answer: ItemAnswer,
}

impl ItemState {
    /// Whether it is met.
    pub fn is_met(&self) -> bool {
        match &self.answer {
            ItemAnswer::Computed(computed) => computed.met,
            ItemAnswer::ByHand(status) => *status == ItemStatus::Met,
        }
    }

    /// Whether it counts towards readiness.
    pub fn counts(&self) -> bool {
        self.answer != ItemAnswer::ByHand(ItemStatus::NotApplicable)
    }

    /// The state in a word or two.
    pub fn label(&self) -> &'static str {
        match &self.answer {
            ItemAnswer::Computed(computed) if computed.met => ItemStatus::Met.label(),
            ItemAnswer::Computed(_) => ItemStatus::NotMet.label(),
            ItemAnswer::ByHand(status) => status.label(),
        }
    }
}

/// All checklist items, in the order of their rows.
pub(super) fn all(cx: Cx<'_>, assessment: &Assessment) -> Vec<ItemState> {
    let stages = cx.standard.stages();
    let known: HashMap<&str, (StageId, Option<Answer>)> = stages
        .iter()
        .flat_map(|stage| stage.checklist.iter().map(|i| (i.id, (stage.id, i.answered_by))))
        .collect();
    let mut given: HashMap<(Answer, Stage), Computed> = HashMap::new();
    let items = cx.isms.checklist.iter().enumerate();
    items
        .map(|(row, (key, item))| {
            let known = known.get(key);
            let stage = known.map_or(item.stage, |(stage, _)| stage_of(*stage));
            let answer = match known.and_then(|(_, answer)| *answer) {
                Some(question) => {
                    let ask = || answer::answer(cx, assessment, question, stage, row);
                    // what was reported to the body hangs on the item itself
                    let computed = if question == Answer::ChangesReported {
                        ask()
                    } else {
                        given.entry((question, stage)).or_insert_with(ask).clone()
                    };
                    ItemAnswer::Computed(computed)
                }
                None => ItemAnswer::ByHand(item.status),
            };
            ItemState { row, stage, standard: known.is_some(), answer }
        })
        .collect()
}

/// The stage in the records' words.
pub(super) fn stage_of(id: StageId) -> Stage {
    match id {
        StageId::Stage1 => Stage::Stage1,
        StageId::Stage2 => Stage::Stage2,
        StageId::Surveillance1 => Stage::Surveillance1,
        StageId::Surveillance2 => Stage::Surveillance2,
        StageId::Recertification => Stage::Recertification,
    }
}
