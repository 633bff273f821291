use super::*;
use crate::assess::{ApprovalState as S, decide};

const SOA: &str = "soa: (version: \"1.0\", date: \"2026-11-01\", owner: \"anna\", approvals: [APPROVALS]),
    controls: [(id: \"8.8\", applicable: Yes, reasons: [Risk], justification: \"Code of others.\", status: Partial), (id: \"8.9\", applicable: Yes)],";

fn soa(text: &str, approvals: &str) -> Isms {
    isms(&[(File::Isms, FRAME), (File::Controls, &text.replace("APPROVALS", approvals))])
}

fn approved(kind: Kind, isms: &Isms, by: &str) -> String {
    let act = Act { by, ..act(DecisionKind::PlanApproval, "") };
    write(&decide::approval(isms, kind, &act, day("2026-11-02")).unwrap(), "", "\n")
}

#[test]
fn an_approved_soa_is_stale_as_soon_as_a_row_changes() {
    let approval = approved(Kind::Soa, &soa(SOA, ""), "carl");
    assert_eq!(judged(&soa(SOA, "")).soa, S::None);
    let state = |text: &str| judged(&soa(text, &approval)).soa;
    assert!(state(SOA).is_approved());
    for (from, to, label) in [
        ("status: Partial", "status: Implemented", "8.8 Status"),
        ("Code of others.", "Code of ours.", "8.8 Justification"),
        ("reasons: [Risk]", "reasons: [Risk, Business]", "8.8 Because of"),
        ("8.9\", applicable: Yes", "8.9\", applicable: No", "8.9 Applicable"),
        (
            "8.9\", applicable: Yes",
            "8.9\", applicable: Yes, operated_by: Shared",
            "8.9 Operated by",
        ),
        ("version: \"1.0\"", "version: \"1.1\"", "Version"),
    ] {
        let S::Stale { changes } = state(&SOA.replace(from, to)) else { panic!("{to}") };
        assert_eq!(changes.iter().map(|c| c.label.as_str()).collect::<Vec<_>>(), [label]);
        assert!(changes[0].before != changes[0].after);
    }
    let moved = "soa: (version: \"1.0\", approvals: [APPROVALS]), controls: [(id: \"8.9\", applicable: Yes), (id: \"8.8\", applicable: Yes, reasons: [Risk], justification: \"Code of others.\", status: Partial)],";
    assert!(state(moved).is_approved(), "the order of the file is no change");
}

#[test]
fn only_whom_isms_ron_names_approves() {
    for (by, may) in [("carl", true), ("emil", false), ("nobody", false)] {
        let approval = approved(Kind::Soa, &soa(SOA, ""), by);
        assert_eq!(judged(&soa(SOA, &approval)).soa.is_approved(), may, "{by}");
        assert_eq!(decide::may_sign(&soa(SOA, ""), by, today()).is_ok(), may, "{by}");
    }
}

#[test]
fn an_edited_approval_is_noticed() {
    let approval = approved(Kind::Soa, &soa(SOA, ""), "carl").replace("2026-11-01", "2026-10-01");
    assert!(matches!(judged(&soa(SOA, &approval)).soa, S::NotAuthorised { .. }));
}

#[test]
fn an_approval_written_by_hand_is_held_to_its_version() {
    let hand = |version: &str| {
        let approval = format!("(version: {version:?}, by: \"carl\", made: \"2026-11-01\")");
        judged(&soa(SOA, &approval)).soa
    };
    assert!(matches!(hand("1.0"), S::Approved { bare: true, .. }));
    assert!(matches!(hand("0.9"), S::Stale { .. }));
}

#[test]
fn criteria_and_scope_are_approved_in_the_same_way() {
    let scope = "scope: (version: \"1\", statement: \"All\", approvals: [SCOPE]),";
    let frame = |with: &str, scope_with: &str| {
        let frame = FRAME.replace("rule: Grid,", &format!("rule: Grid, approvals: [{with}],"));
        isms(&[(File::Isms, &frame), (File::Isms, &scope.replace("SCOPE", scope_with))])
    };
    let plain = frame("", "");
    let (criteria, scoped) =
        (approved(Kind::Criteria, &plain, "carl"), approved(Kind::Scope, &plain, "carl"));
    let found = judged(&frame(&criteria, &scoped));
    assert!(found.criteria.is_approved(), "{:?}", found.criteria);
    assert!(found.scope.is_approved(), "{:?}", found.scope);
}
