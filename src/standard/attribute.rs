//! The closed vocabularies of Annex A: the theme and the five attributes of ISO/IEC 27002:2022.
//!
//! Each value has two spellings: the one of the standard's hash tags (for data and JSON) and words
//! for people. Both stand beside each other in one table, so that neither can be forgotten.

use serde::{Deserialize, Serialize};

/// Declares an enum of attribute values with their spelling in data and their words on screen.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $spelling:literal, $label:literal;)+ }) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        pub enum $name {
            $(#[doc = $label] #[serde(rename = $spelling)] $variant,)+
        }

        impl $name {
            /// Every value, in the standard's order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The words for a person.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),+ }
            }

            /// The spelling in data files and JSON.
            pub const fn spelling(self) -> &'static str {
                match self { $(Self::$variant => $spelling),+ }
            }

            /// The value that is spelled or labelled like this, in any case, with or without `#`.
            pub fn from_text(text: &str) -> Option<Self> {
                let text = text.trim().trim_start_matches('#');
                Self::ALL.iter().copied().find(|value| {
                    value.spelling().eq_ignore_ascii_case(text)
                        || value.label().eq_ignore_ascii_case(text)
                })
            }
        }
    };
}
pub(crate) use vocabulary;

vocabulary! {
    /// The four groups of Annex A; the first digit of a control's number.
    Theme {
        Organizational = "Organizational", "Organizational";
        People = "People", "People";
        Physical = "Physical", "Physical";
        Technological = "Technological", "Technological";
    }
}

vocabulary! {
    /// When a control acts on a risk: before, during or after the event.
    ControlType {
        Preventive = "Preventive", "Preventive";
        Detective = "Detective", "Detective";
        Corrective = "Corrective", "Corrective";
    }
}

vocabulary! {
    /// What a control preserves in the information.
    Property {
        Confidentiality = "Confidentiality", "Confidentiality";
        Integrity = "Integrity", "Integrity";
        Availability = "Availability", "Availability";
    }
}

vocabulary! {
    /// The function of the cybersecurity framework (ISO/IEC TS 27110) that a control belongs to.
    Concept {
        Identify = "Identify", "Identify";
        Protect = "Protect", "Protect";
        Detect = "Detect", "Detect";
        Respond = "Respond", "Respond";
        Recover = "Recover", "Recover";
    }
}

vocabulary! {
    /// The practitioner's field of work that a control belongs to.
    Capability {
        Governance = "Governance", "Governance";
        AssetManagement = "Asset_management", "Asset management";
        InformationProtection = "Information_protection", "Information protection";
        HumanResourceSecurity = "Human_resource_security", "Human resource security";
        PhysicalSecurity = "Physical_security", "Physical security";
        SystemAndNetworkSecurity = "System_and_network_security", "System and network security";
        ApplicationSecurity = "Application_security", "Application security";
        SecureConfiguration = "Secure_configuration", "Secure configuration";
        IdentityAndAccessManagement =
            "Identity_and_access_management", "Identity and access management";
        ThreatAndVulnerabilityManagement =
            "Threat_and_vulnerability_management", "Threat and vulnerability management";
        Continuity = "Continuity", "Continuity";
        SupplierRelationshipsSecurity =
            "Supplier_relationships_security", "Supplier relationships security";
        LegalAndCompliance = "Legal_and_compliance", "Legal and compliance";
        InformationSecurityEventManagement =
            "Information_security_event_management", "Information security event management";
        InformationSecurityAssurance =
            "Information_security_assurance", "Information security assurance";
    }
}

vocabulary! {
    /// The field of security in the large that a control belongs to.
    Domain {
        GovernanceAndEcosystem = "Governance_and_Ecosystem", "Governance and ecosystem";
        Protection = "Protection", "Protection";
        Defence = "Defence", "Defence";
        Resilience = "Resilience", "Resilience";
    }
}

#[cfg(test)]
mod tests {
    use super::{Capability, Theme};

    #[test]
    fn a_value_is_found_by_spelling_label_and_hash_tag() {
        let access = Some(Capability::IdentityAndAccessManagement);
        assert_eq!(Capability::from_text("Identity_and_access_management"), access);
        assert_eq!(Capability::from_text(" identity and access management "), access);
        assert_eq!(Capability::from_text("#Identity_and_Access_Management"), access);
        assert_eq!(Capability::from_text("Identity"), None);
        assert_eq!(Theme::from_text("people"), Some(Theme::People));
    }

    #[test]
    fn json_uses_the_standards_spelling() {
        let json = serde_json::to_string(&Capability::AssetManagement).unwrap();
        assert_eq!(json, "\"Asset_management\"");
    }
}
