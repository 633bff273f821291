//! The audits of a certification cycle: when they are due, what they look at, what comes of them.
//!
//! The certification body decides about time and content. What we know only from practice or from
//! a single source carries that mark, and is never worded as a demand of the standard.

use serde::{Deserialize, Serialize};

use super::attribute::vocabulary;
use super::checklist::ChecklistItem;

/// The file of stages: the audits and the chart of audit time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Stages {
    /// The five audits of a cycle, in their order.
    pub stages: Vec<Stage>,
    /// How long the initial audit takes, by headcount.
    pub audit_time: AuditTime,
}

/// One audit of the certification cycle.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stage {
    /// Which one.
    pub id: StageId,
    /// Its name.
    pub title: &'static str,
    /// What it is for, in a sentence.
    pub purpose: &'static str,
    /// The rules of the clock.
    pub when: Vec<ClockRule>,
    /// How long it usually takes.
    pub duration: Estimate,
    /// What the auditor looks at.
    #[serde(borrow)]
    pub focus: Vec<&'static str>,
    /// What comes of it.
    #[serde(borrow)]
    pub outcome: Vec<&'static str>,
    /// What should be in place before it.
    pub checklist: Vec<ChecklistItem>,
}

vocabulary! {
    /// The five audits of a three-year cycle.
    StageId {
        Stage1 = "Stage1", "Stage 1";
        Stage2 = "Stage2", "Stage 2";
        Surveillance1 = "Surveillance1", "Surveillance 1";
        Surveillance2 = "Surveillance2", "Surveillance 2";
        Recertification = "Recertification", "Recertification";
    }
}

/// A rule about when something has to happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockRule {
    /// The rule in our own words.
    pub text: &'static str,
    /// Who says so.
    pub basis: Basis,
    /// How sure we are.
    pub certainty: Certainty,
}

/// A statement about time that the certification body may decide otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Estimate {
    /// The estimate in words.
    pub text: &'static str,
    /// How sure we are.
    pub certainty: Certainty,
}

vocabulary! {
    /// Who asks for something.
    Basis {
        Standard = "Standard", "the standard asks for it";
        CertificationRule = "CertificationRule", "a rule that binds certification bodies";
        Practice = "Practice", "practice, not a demand of the standard";
    }
}

vocabulary! {
    /// How well a statement about certification is supported by public sources.
    Certainty {
        Confirmed = "Confirmed", "in two or more public sources";
        SingleSource = "SingleSource", "in one public source";
        FieldKnowledge = "FieldKnowledge", "field knowledge, not verified";
    }
}

/// The chart of audit time: auditor days for stages 1 and 2 together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AuditTime {
    /// What the numbers are, and what they are not.
    pub note: &'static str,
    /// How sure we are.
    pub certainty: Certainty,
    /// The rows, by ascending headcount.
    pub chart: Vec<AuditTimeRow>,
}

/// One row of the chart of audit time.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct AuditTimeRow {
    /// The most persons that this row holds for.
    pub up_to: u32,
    /// Auditor days before any adjustment.
    pub days: f32,
}

impl AuditTime {
    /// Auditor days for the initial audit of so many persons, before adjustment.
    ///
    /// An estimate. None for nobody, and above the last row, where the body extrapolates.
    pub fn initial_days(&self, persons: u32) -> Option<f32> {
        let row = self.chart.iter().find(|row| persons <= row.up_to)?;
        (persons > 0).then_some(row.days)
    }
}
