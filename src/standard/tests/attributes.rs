//! How often each attribute value occurs in the published table: one slip of the pen changes a count.

use std::fmt::Debug;

use super::standard;
use crate::standard::{Capability, Concept, Control, ControlType, Domain, Property};

/// Asserts that each value occurs as often as published, and that no value was left out.
fn assert_counts<T: Copy + PartialEq + Debug>(
    values: impl Fn(&Control) -> &[T],
    published: &[(T, usize)],
    all: &[T],
) {
    assert_eq!(published.len(), all.len());
    let standard = standard();
    for (value, count) in published {
        let with = standard.controls().iter().filter(|control| values(control).contains(value));
        assert_eq!(with.count(), *count, "{value:?}");
    }
    for control in standard.controls() {
        let values = values(control);
        assert!(!values.is_empty(), "{}", control.id);
        let twice = all.iter().find(|one| values.iter().filter(|value| value == one).count() > 1);
        assert_eq!(twice, None, "{}", control.id);
    }
}

#[test]
fn control_types() {
    use ControlType::*;
    assert_counts(
        |control| &control.control_type,
        &[(Preventive, 83), (Corrective, 14), (Detective, 13)],
        ControlType::ALL,
    );
}

#[test]
fn properties() {
    use Property::*;
    assert_counts(
        |control| &control.information_security_properties,
        &[(Confidentiality, 87), (Availability, 85), (Integrity, 84)],
        Property::ALL,
    );
    let standard = standard();
    let whole = standard.controls().iter().filter(|c| c.information_security_properties.len() == 3);
    assert_eq!(whole.count(), 79);
}

#[test]
fn concepts() {
    use Concept::*;
    assert_counts(
        |control| &control.cybersecurity_concepts,
        &[(Protect, 71), (Identify, 23), (Detect, 14), (Respond, 11), (Recover, 6)],
        Concept::ALL,
    );
}

#[test]
fn capabilities() {
    use Capability::*;
    assert_counts(
        |control| &control.operational_capabilities,
        &[
            (SystemAndNetworkSecurity, 17),
            (AssetManagement, 16),
            (PhysicalSecurity, 16),
            (InformationProtection, 15),
            (ApplicationSecurity, 12),
            (IdentityAndAccessManagement, 11),
            (InformationSecurityEventManagement, 10),
            (Governance, 8),
            (SupplierRelationshipsSecurity, 7),
            (Continuity, 6),
            (LegalAndCompliance, 6),
            (SecureConfiguration, 6),
            (HumanResourceSecurity, 6),
            (InformationSecurityAssurance, 4),
            (ThreatAndVulnerabilityManagement, 3),
        ],
        Capability::ALL,
    );
}

#[test]
fn domains() {
    use Domain::*;
    assert_counts(
        |control| &control.security_domains,
        &[(Protection, 69), (GovernanceAndEcosystem, 27), (Defence, 22), (Resilience, 8)],
        Domain::ALL,
    );
}
