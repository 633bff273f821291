//! Which fields `annexa list` shows of each kind of record, beside id and title.

use crate::isms::Kind;

/// Keys of fields and judgements, the most telling first.
pub fn columns(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Organisation => &["legal_entity", "headcount"],
        Kind::Scope | Kind::Criteria | Kind::Soa => &["version", "date"],
        Kind::Element => &["kind", "inside", "since", "owner", "state"],
        Kind::Party => &["addressed", "owner", "state"],
        Kind::Obligation => &["kind", "owner", "state"],
        Kind::Person => &["role", "authority"],
        Kind::Intervals => &["risk_assessment", "internal_audit", "management_review"],
        Kind::Programme => &["period", "owner"],
        Kind::Cycle => &["body", "decision", "expiry"],
        Kind::Objective => &["status", "owner", "due"],
        Kind::Control => &["applicable", "status", "owner", "due", "gap"],
        Kind::Clause => &["conformity", "items_met", "documents", "owner", "due", "gap"],
        Kind::Risk => &["level", "residual", "treatment", "owner", "state"],
        Kind::Item => &["stage", "state", "owner", "due"],
        Kind::Audit => &["kind", "status", "start", "end"],
        Kind::Review => &["status", "planned", "held"],
        Kind::Visit => &["stage", "status", "from", "to"],
        Kind::Document => &["kind", "version", "owner", "review", "state"],
        Kind::Evidence => &["kind", "obtained", "owner", "counts_until", "state"],
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
                let judged =
                    ["gap", "items_met", "documents", "level", "residual", "state", "counts_until"]
                        .contains(key);
                let known = kind.fields().iter().any(|field| field.key == *key);
                assert!(judged || known, "{kind:?} {key}");
            }
        }
    }
}
