//! Which fields `annexa list` shows of each kind of record, beside id and title.

use crate::isms::Kind;

/// Keys of fields, the most telling first.
pub fn columns(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Organisation => &["legal_entity", "headcount"],
        Kind::Scope | Kind::Criteria | Kind::Soa => &["version", "date"],
        Kind::Element => &["kind", "inside", "owner"],
        Kind::Party => &["addressed"],
        Kind::Obligation => &["kind", "owner"],
        Kind::Person => &["role", "authority"],
        Kind::Intervals => &["risk_assessment", "internal_audit", "management_review"],
        Kind::Programme => &["period", "owner"],
        Kind::Cycle => &["body", "decision", "expiry"],
        Kind::Objective => &["status", "owner", "due"],
        Kind::Control => &["applicable", "status", "owner", "due"],
        Kind::Clause => &["conformity", "owner", "due"],
        Kind::Risk => &["likelihood", "consequence", "treatment", "owner"],
        Kind::Item => &["stage", "status", "owner", "due"],
        Kind::Audit => &["kind", "status", "start", "end"],
        Kind::Review => &["status", "planned", "held"],
        Kind::Visit => &["stage", "status", "from", "to"],
        Kind::Document => &["kind", "status", "version", "owner", "review"],
        Kind::Evidence => &["kind", "obtained", "until", "owner"],
        Kind::Nonconformity => &["grade", "status", "owner", "due"],
        Kind::Action => &["kind", "status", "owner", "due"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_is_a_field() {
        for kind in Kind::ALL {
            for key in columns(kind) {
                assert!(kind.fields().iter().any(|field| field.key == *key), "{kind:?} {key}");
            }
        }
    }
}
