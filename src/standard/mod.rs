//! What ISO says: the controls, clauses, documents and audits that every organisation is measured by.
//!
//! Compiled in and read-only, so that nobody's folder can redefine the standard. Facts (numbers,
//! short titles, attributes, the mapping from 2013) are ISO's; every explanation is in our own
//! words. Texts are borrowed from the data compiled in, which keeps reading them below the time of
//! a frame.

mod attribute;
mod checklist;
mod clause;
mod control;
mod document;
mod load;
mod mapping;
pub mod order;
mod reference;
mod stage;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

pub use attribute::{Capability, Concept, ControlType, Domain, Property, Theme};
pub use checklist::{Answer, ChecklistItem};
pub use clause::{Amendment, AmendmentKind, Clause, ClauseItem};
pub use control::{Control, OrgFact, Recurring};
pub use document::{ControlDocument, DocumentKind, Documents, ExpectedDocument, MandatoryDocument};
pub use load::StandardError;
pub use mapping::Predecessor;
pub use reference::Reference;
pub use stage::{AuditTime, AuditTimeRow, Basis, Certainty, ClockRule, Estimate, Stage, StageId};

/// ISO/IEC 27001:2022 with amendment 1, as far as facts and our own words go.
#[derive(Clone, Debug)]
pub struct Standard {
    controls: Vec<Control>,
    clauses: Vec<Clause>,
    documents: Documents,
    stages: Vec<Stage>,
    audit_time: AuditTime,
    mapping_2013: Vec<Predecessor>,
    // positions by id: thousands of links are followed at every change
    control_at: HashMap<&'static str, usize>,
    clause_at: HashMap<&'static str, usize>,
}

impl Standard {
    /// Reads the facts that are compiled in.
    pub fn load() -> Result<Self, StandardError> {
        let mut controls: Vec<Control> = load::read(load::ANNEX_A)?;
        controls.sort_by(|a, b| order::natural(a.id, b.id));
        let clauses: Vec<Clause> = load::read(load::CLAUSES)?;
        let stage::Stages { stages, audit_time } = load::read(load::STAGES)?;
        Ok(Self {
            control_at: controls.iter().map(|control| control.id).zip(0..).collect(),
            clause_at: clauses.iter().map(|clause| clause.id).zip(0..).collect(),
            documents: load::read(load::DOCUMENTS)?,
            mapping_2013: load::read(load::MAPPING_2013)?,
            controls,
            clauses,
            stages,
            audit_time,
        })
    }

    /// The 93 controls of Annex A in natural order.
    pub fn controls(&self) -> &[Control] {
        &self.controls
    }

    /// The control with this number, "5.10" or "A.5.10".
    pub fn control(&self, id: &str) -> Option<&Control> {
        let at = self.control_at.get(id.strip_prefix("A.").unwrap_or(id))?;
        self.controls.get(*at)
    }

    /// The control that goes by this title, in the wording of 27001 or 27002.
    pub fn control_titled(&self, title: &str) -> Option<&Control> {
        self.controls.iter().find(|control| control.is_titled(title))
    }

    /// The clauses 4 to 10 with all their subclauses, headings included, in natural order.
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// The 30 subclauses that conformity is judged by.
    pub fn assessable_clauses(&self) -> impl Iterator<Item = &Clause> {
        self.clauses.iter().filter(|clause| clause.assessable)
    }

    /// The clause with this number: "6.1.2".
    pub fn clause(&self, id: &str) -> Option<&Clause> {
        self.clauses.get(*self.clause_at.get(id)?)
    }

    /// The documents that are demanded or expected.
    pub fn documents(&self) -> &Documents {
        &self.documents
    }

    /// The item of mandatory documented information with this id: "DI-05".
    pub fn mandatory_document(&self, id: &str) -> Option<&MandatoryDocument> {
        self.documents.mandatory.iter().find(|document| document.id == id)
    }

    /// The five audits of a certification cycle, in their order.
    pub fn stages(&self) -> &[Stage] {
        &self.stages
    }

    /// One audit of the cycle.
    pub fn stage(&self, id: StageId) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.id == id)
    }

    /// The chart of audit time by headcount: an estimate.
    pub fn audit_time(&self) -> &AuditTime {
        &self.audit_time
    }

    /// The 114 controls of the 2013 edition, each with what became of it.
    pub fn mapping_2013(&self) -> &[Predecessor] {
        &self.mapping_2013
    }

    /// The numbers of 2022 that took over a control of 2013 ("A.9.4.3"); empty if there is none such.
    pub fn resolve_2013(&self, reference: &str) -> &[&'static str] {
        let Some(id) = mapping::spelling_2013(reference) else { return &[] };
        let found = self.mapping_2013.iter().find(|predecessor| predecessor.id == id);
        found.map_or(&[], |predecessor| predecessor.now.as_slice())
    }
}
