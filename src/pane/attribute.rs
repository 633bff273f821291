//! What a control is by Annex A and ISO/IEC 27002: its set, and the attributes to group and filter by.

use super::{Cx, Row, column::SortKey};
use crate::{isms::Kind, standard};

/// The set of controls that Annex A is.
pub const ANNEX_A: &str = "Annex A";

/// An attribute of a control; the names are those of the filter language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Attribute {
    /// Preventive, detective, corrective.
    Type,
    /// Confidentiality, integrity, availability.
    Property,
    /// Identify, protect, detect, respond, recover.
    Concept,
    /// Field of work.
    Capability,
    /// Field of security in the large.
    Domain,
    /// Whether it is new in the 2022 edition.
    New,
}

impl Attribute {
    /// All attributes.
    pub const ALL: [Attribute; 6] = [
        Attribute::Type,
        Attribute::Property,
        Attribute::Concept,
        Attribute::Capability,
        Attribute::Domain,
        Attribute::New,
    ];

    /// Its name in views and filters.
    pub fn name(self) -> &'static str {
        match self {
            Attribute::Type => "type",
            Attribute::Property => "property",
            Attribute::Concept => "concept",
            Attribute::Capability => "capability",
            Attribute::Domain => "domain",
            Attribute::New => "new",
        }
    }

    /// The heading of its column.
    pub fn heading(self) -> &'static str {
        match self {
            Attribute::Type => "Control type",
            Attribute::Property => "Property",
            Attribute::Concept => "Concept",
            Attribute::Capability => "Capability",
            Attribute::Domain => "Domain",
            Attribute::New => "New in 2022",
        }
    }

    /// How wide its column is.
    pub fn width(self) -> u16 {
        match self {
            Attribute::Type => 20,
            Attribute::Property => 8,
            Attribute::Concept => 18,
            Attribute::Capability => 26,
            Attribute::Domain => 24,
            Attribute::New => 11,
        }
    }

    /// Its values in words, and what they sort by: the standard's order.
    fn of(self, control: &standard::Control) -> (String, String) {
        macro_rules! words {
            ($values:expr, $all:expr, $label:expr) => {{
                let all = $all;
                let labels: Vec<String> = $values.iter().map($label).collect();
                let places: String = $values
                    .iter()
                    .filter_map(|value| all.iter().position(|known| known == value))
                    .map(|place| format!("{place:02}"))
                    .collect();
                (labels.join(", "), places)
            }};
        }
        match self {
            Attribute::Type => {
                words!(control.control_type, standard::ControlType::ALL, |v| v.label().to_string())
            }
            Attribute::Property => {
                let initial = |v: &standard::Property| v.label().chars().take(1).collect();
                words!(control.information_security_properties, standard::Property::ALL, initial)
            }
            Attribute::Concept => {
                words!(control.cybersecurity_concepts, standard::Concept::ALL, |v| v
                    .label()
                    .to_string())
            }
            Attribute::Capability => {
                words!(control.operational_capabilities, standard::Capability::ALL, |v| v
                    .label()
                    .to_string())
            }
            Attribute::Domain => {
                words!(control.security_domains, standard::Domain::ALL, |v| v.label().to_string())
            }
            Attribute::New => match control.new_in_2022 {
                true => ("new".to_string(), "0".to_string()),
                false => (String::new(), "1".to_string()),
            },
        }
    }
}

fn known<'a>(cx: Cx<'a>, row: Row) -> Option<&'a standard::Control> {
    let key = cx.isms.key(row.kind, row.row).filter(|_| row.kind == Kind::Control)?;
    cx.standard.control(key)
}

/// An attribute of a control in words; controls of other sets have none.
pub fn words(cx: Cx<'_>, row: Row, attribute: Attribute) -> String {
    known(cx, row).map_or_else(String::new, |control| attribute.of(control).0)
}

/// What a control sorts by in an attribute's column.
pub fn sort_key(cx: Cx<'_>, row: Row, attribute: Attribute) -> SortKey {
    known(cx, row).map_or(SortKey::Empty, |control| SortKey::Text(attribute.of(control).1))
}

/// The set that a control is from.
pub fn set(cx: Cx<'_>, row: Row) -> String {
    if known(cx, row).is_some() {
        return ANNEX_A.to_string();
    }
    let control = cx.isms.controls.row(row.row).filter(|_| row.kind == Kind::Control);
    match control.map(|control| control.set.trim()) {
        Some("") => "own".to_string(),
        Some(set) => set.to_string(),
        None => String::new(),
    }
}

/// What a control sorts by as an id: Annex A first, then set by set, each in natural order.
pub fn place(cx: Cx<'_>, row: Row) -> SortKey {
    let key = cx.isms.key(row.kind, row.row).unwrap_or_default();
    if row.kind != Kind::Control || known(cx, row).is_some() {
        return SortKey::Text(key.to_string());
    }
    // the last character of all stands behind every number of Annex A
    SortKey::Text(format!("\u{10ffff}{} {key}", set(cx, row).to_lowercase()))
}
