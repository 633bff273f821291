//! Facts about the organisation: what was said, what the scope says, and which controls hang on them (6.1.3 c).

use super::cx::Cx;
use crate::{
    isms::{ElementKind, Fact, InOut, Isms, Sensitivity, Words},
    standard::{Control, Standard},
};

/// What was said to the question whether something exists here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FactAnswer {
    /// Nobody said.
    #[default]
    Open,
    /// It exists here.
    Here,
    /// It was looked for, and does not exist here.
    Absent,
    /// Both was said.
    Both,
}

/// What is known of one fact.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FactState {
    /// What was said.
    pub said: FactAnswer,
    /// A scope element from which it follows, whatever was said.
    pub shown_by: Option<usize>,
    /// Rows of the controls of Annex A that are hard to exclude where it exists.
    pub drives: Vec<usize>,
}

impl FactState {
    /// Whether it exists here, as far as anybody said or the scope shows.
    pub fn holds(&self) -> bool {
        let said = matches!(self.said, FactAnswer::Here | FactAnswer::Both);
        said || self.shown_by.is_some()
    }

    /// Whether what was said can't be right.
    pub fn is_contradicted(&self) -> bool {
        let shown = self.shown_by.is_some();
        self.said == FactAnswer::Both || (self.said == FactAnswer::Absent && shown)
    }

    /// What was said, in a word or two.
    pub fn label(&self) -> &'static str {
        match self.said {
            FactAnswer::Open => "not answered",
            FactAnswer::Here => "yes",
            FactAnswer::Absent => "no",
            FactAnswer::Both => "yes and no",
        }
    }
}

/// All facts, in the order of [`Fact::ALL`].
pub(super) fn all(cx: Cx<'_>) -> Vec<FactState> {
    Fact::ALL.iter().map(|fact| state(cx, *fact)).collect()
}

fn state(cx: Cx<'_>, fact: Fact) -> FactState {
    let organisation = cx.isms.organisation.only();
    let said = match (organisation.facts.contains(&fact), organisation.absent.contains(&fact)) {
        (true, true) => FactAnswer::Both,
        (true, false) => FactAnswer::Here,
        (false, true) => FactAnswer::Absent,
        (false, false) => FactAnswer::Open,
    };
    let controls = cx.isms.controls.keys().enumerate();
    let drives = controls.filter(|(_, key)| needs(cx.standard, key).any(|needed| needed == fact));
    FactState {
        said,
        shown_by: shown_by(cx.isms, fact),
        drives: drives.map(|(row, _)| row).collect(),
    }
}

/// The facts that make a control of Annex A hard to exclude.
pub(super) fn needs(standard: &Standard, control: &str) -> impl Iterator<Item = Fact> {
    let known: Option<&Control> = standard.control(control);
    let facts = known.map_or(&[][..], |known| &known.needed_when);
    facts.iter().filter_map(|fact| Fact::of(fact.spelling()))
}

/// The first scope element that shows a fact: a supplier shows that there are suppliers.
fn shown_by(isms: &Isms, fact: Fact) -> Option<usize> {
    let shows = |element: &crate::isms::Element| match fact {
        Fact::Suppliers => element.kind == ElementKind::Supplier,
        Fact::PersonalData => element.inside == InOut::In && element.data == Sensitivity::Personal,
        _ => false,
    };
    isms.elements.rows().iter().position(shows)
}
