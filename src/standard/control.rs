//! A control of Annex A: the facts that ISO publishes about it, and our own words to work with it.
//!
//! Field names and their order are the keys of `annexa standard controls --json`. Texts borrow from
//! the compiled-in file: reading 93 controls allocates lists, never strings.

use serde::{Deserialize, Serialize};

use super::attribute::{Capability, Concept, ControlType, Domain, Property, Theme, vocabulary};

/// One of the 93 controls of ISO/IEC 27001:2022 Annex A.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Control {
    /// The number without the letter: "8.10". A string, because "8.1" is another control.
    pub id: &'static str,
    /// The title as Annex A prints it.
    pub title: &'static str,
    /// Other titles in use for the same control, such as the one of ISO/IEC 27002.
    #[serde(borrow, default)]
    pub title_aliases: Vec<&'static str>,
    /// The group that it stands in.
    pub theme: Theme,
    /// Before, during or after the event.
    pub control_type: Vec<ControlType>,
    /// Which properties of information it preserves.
    pub information_security_properties: Vec<Property>,
    /// Which functions of the cybersecurity framework it serves.
    pub cybersecurity_concepts: Vec<Concept>,
    /// Which fields of work it belongs to.
    pub operational_capabilities: Vec<Capability>,
    /// Which fields of security in the large it belongs to.
    pub security_domains: Vec<Domain>,
    /// One of the eleven without a predecessor in the 2013 edition.
    pub new_in_2022: bool,
    /// Its predecessors in the 2013 edition: "A.9.2.1".
    #[serde(borrow)]
    pub from_2013: Vec<&'static str>,
    /// What it is for, in one or two sentences.
    pub purpose: &'static str,
    /// What an auditor asks.
    #[serde(borrow)]
    pub questions: Vec<&'static str>,
    /// What usually shows that it works.
    #[serde(borrow)]
    pub evidence: Vec<&'static str>,
    /// The duty in it that comes round again, if there is one.
    #[serde(default)]
    pub recurring: Option<Recurring>,
    /// The document that it can't do without, if there is one.
    #[serde(default)]
    pub asks_for_document: Option<&'static str>,
    /// Facts about the organisation that make it hard to exclude.
    #[serde(default)]
    pub needed_when: Vec<OrgFact>,
}

/// A duty inside a control that comes round again.
///
/// Annex A says "regularly" or "at planned intervals" and leaves the interval to the organisation:
/// the months are a habit of practice, a default to be called one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recurring {
    /// What has to be done again.
    pub duty: &'static str,
    /// After how many months it usually is.
    pub usual_months: u32,
}

vocabulary! {
    /// A fact about the organisation that speaks against excluding a control.
    OrgFact {
        Cloud = "Cloud", "cloud services are used";
        Suppliers = "Suppliers", "suppliers are relied on";
        RemoteWork = "RemoteWork", "people work remotely";
        OwnPremises = "OwnPremises", "there are own premises";
        UserDevices = "UserDevices", "people use laptops, phones or other devices";
        PersonalData = "PersonalData", "personal data are processed";
        OwnDevelopment = "OwnDevelopment", "software is developed in-house";
        OutsourcedDevelopment = "OutsourcedDevelopment", "software development is outsourced";
    }
}

impl Control {
    /// The number as Annex A refers to it: "A.8.10".
    pub fn reference(&self) -> String {
        format!("A.{}", self.id)
    }

    /// Whether `title` is a name of this control, in any case and spacing.
    pub fn is_titled(&self, title: &str) -> bool {
        let same = |known: &str| {
            let mut left = known.split_whitespace();
            let mut right = title.split_whitespace();
            loop {
                match (left.next(), right.next()) {
                    (None, None) => return true,
                    (Some(a), Some(b)) if a.eq_ignore_ascii_case(b) => {}
                    _ => return false,
                }
            }
        };
        same(self.title) || self.title_aliases.iter().any(|alias| same(alias))
    }
}
