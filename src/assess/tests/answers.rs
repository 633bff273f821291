use super::*;
use crate::assess::{Computed, ItemAnswer, decide};
use crate::isms::Stage;
use crate::standard::Answer;

/// The answer to a question as the first checklist that asks it has it.
fn answers(isms: &Isms, question: Answer) -> Vec<(Stage, Computed)> {
    let standard = standard();
    let asking: Vec<&str> = standard
        .stages()
        .iter()
        .flat_map(|stage| &stage.checklist)
        .filter(|item| item.answered_by == Some(question))
        .map(|item| item.id)
        .collect();
    let found = judged(isms);
    let of_item = |id: &&str| {
        let row = isms.row(Kind::Item, id).unwrap();
        let item = &found.items[row];
        match &item.answer {
            ItemAnswer::Computed(computed) => (item.stage, computed.clone()),
            ItemAnswer::ByHand(_) => panic!("{id} is ticked by hand"),
        }
    };
    asking.iter().map(of_item).collect()
}

fn met(question: Answer, files: &[(File, &str)]) -> bool {
    let found = answers(&isms(files), question);
    found.first().unwrap().1.met
}

#[test]
fn nothing_is_met_by_nothing() {
    let empty = isms(&[]);
    let quiet =
        [Answer::NonconformitiesHandled, Answer::CorrectiveActionsReviewed, Answer::OverdueActions];
    for question in Answer::ALL {
        for (stage, computed) in answers(&empty, *question) {
            assert_eq!(
                computed.met,
                quiet.contains(question),
                "{question:?} {stage:?}: {}",
                computed.why
            );
        }
    }
}

#[test]
fn items_that_data_answers_cannot_be_ticked() {
    let ticked = isms(&[(
        File::Audit,
        "checklist: [(id: \"S1-01\", stage: Stage1, status: Met), (id: \"S1-05\", stage: Stage1, status: Met), (id: \"CK-1\", title: \"Own\", stage: Stage2, status: NotApplicable)],",
    )]);
    let found = judged(&ticked);
    let item = |id: &str| &found.items[ticked.row(Kind::Item, id).unwrap()];
    assert!(!item("S1-01").is_met());
    assert!(item("S1-05").is_met());
    assert!(!item("CK-1").counts() && !item("CK-1").standard);
    assert_eq!(item("CK-1").stage, Stage::Stage2);
}

#[test]
fn context() {
    assert!(met(
        Answer::ClimateDecided,
        &[(File::Isms, "organisation: (climate: NotRelevant, climate_reason: \"Looked at.\"),")]
    ));
    assert!(!met(Answer::ClimateDecided, &[(File::Isms, "organisation: (climate: NotRelevant),")]));
    assert!(met(
        Answer::InterestedParties,
        &[(File::Isms, "parties: [(id: \"IP-1\", requirements: \"Care\", addressed: No)],")]
    ));
    assert!(!met(
        Answer::InterestedParties,
        &[(File::Isms, "parties: [(id: \"IP-1\", requirements: \"Care\")],")]
    ));
    let objective = "objectives: [(id: \"O-1\", metric: \"m\", owner: \"a\", due: \"2027-01-01\", evaluation: \"e\")],";
    assert!(met(Answer::ObjectivesSet, &[(File::Isms, objective)]));
    assert!(!met(Answer::ObjectivesSet, &[(File::Isms, &objective.replace("metric: \"m\",", ""))]));
    let scope = "scope: (statement: \"All\", interfaces: \"Cloud\", version: \"1\", date: \"2026-10-01\", approvals: [(version: \"1\", by: \"carl\", made: \"2026-10-01\")]),";
    assert!(met(Answer::ScopeDefined, &[(File::Isms, FRAME), (File::Isms, scope)]));
    assert!(!met(
        Answer::ScopeDefined,
        &[(File::Isms, FRAME), (File::Isms, &scope.replace("carl", "emil"))]
    ));
    let policy = "documents: [(id: \"D-1\", supports: [\"DI-02\"], status: Approved, version: \"1\", owner: \"anna\", approved_by: \"carl\", approved: \"2026-10-01\")],";
    assert!(met(Answer::PolicyApproved, &[(File::Isms, FRAME), (File::Documents, policy)]));
    assert!(!met(
        Answer::PolicyApproved,
        &[(File::Isms, FRAME), (File::Documents, &policy.replace("carl", "anna"))]
    ));
    let all: String = standard()
        .assessable_clauses()
        .map(|c| format!("(id: {:?}, conformity: Partial),", c.id))
        .collect();
    assert!(met(Answer::ClausesAssessed, &[(File::Clauses, &format!("clauses: [{all}],"))]));
}

#[test]
fn mandatory_documents() {
    let document = |id: &str| {
        format!(
            "(id: \"D-{id}\", supports: [{id:?}], status: Approved, version: \"1\", owner: \"anna\", approved_by: \"carl\", approved: \"2026-10-01\"),"
        )
    };
    let standard = standard();
    let items = &standard.documents().mandatory;
    let all: String = items.iter().map(|item| document(item.id)).collect();
    let isms = isms(&[(File::Isms, FRAME), (File::Documents, &format!("documents: [{all}],"))]);
    assert!(answers(&isms, Answer::MandatoryDocuments).iter().all(|(_, computed)| computed.met));
    let papers: String = items
        .iter()
        .filter(|i| i.kind == crate::standard::DocumentKind::Document)
        .map(|item| document(item.id))
        .collect();
    let isms =
        super::isms(&[(File::Isms, FRAME), (File::Documents, &format!("documents: [{papers}],"))]);
    let found = answers(&isms, Answer::MandatoryDocuments);
    assert!(
        found.iter().all(|(stage, computed)| computed.met == (*stage == Stage::Stage1)),
        "{found:?}"
    );
}

#[test]
fn risk_method_and_decisions() {
    assert!(met(Answer::CriteriaDefined, &[(File::Isms, FRAME)]));
    assert!(!met(Answer::CriteriaDefined, &[(File::Isms, &FRAME.replace("l l m m h", "l l m m"))]));
    let approved = FRAME.replace(
        "rule: Grid,",
        "rule: Grid, approvals: [(version: \"1.0\", by: \"carl\", made: \"2026-10-01\")],",
    );
    assert!(met(Answer::MethodApproved, &[(File::Isms, &approved)]));
    assert!(!met(Answer::MethodApproved, &[(File::Isms, FRAME)]));

    let world = with_risk(RISK);
    assert!(answers(&world, Answer::RisksAssessed)[0].1.met);
    assert!(!answers(&with_risk(&with(RISK, "owner", "\"\"")), Answer::RisksAssessed)[0].1.met);
    assert!(!answers(&world, Answer::TreatmentPlanApproved)[0].1.met);
    assert!(!answers(&world, Answer::ResidualAccepted)[0].1.met);
    let plan = made(&world, &act(DecisionKind::PlanApproval, "anna"));
    let so_far = with_risk(&deciding(RISK, std::slice::from_ref(&plan)));
    let accepted = made(&so_far, &act(DecisionKind::ResidualAcceptance, "anna"));
    let world = with_risk(&deciding(RISK, &[plan, accepted]));
    assert!(answers(&world, Answer::TreatmentPlanApproved)[0].1.met);
    assert!(answers(&world, Answer::ResidualAccepted)[0].1.met);
}

#[test]
fn soa_and_controls() {
    let excluded: String = standard()
        .controls()
        .iter()
        .skip(1)
        .map(|c| {
            format!(
                "(id: {:?}, applicable: No, justification: \"Nothing about {} exists here.\"),",
                c.id, c.title
            )
        })
        .collect();
    let soa = |first: &str, approvals: &str| {
        format!(
            "soa: (version: \"1\", date: \"2026-10-01\", owner: \"anna\", approvals: [{approvals}]), controls: [(id: \"5.1\", {first}), {excluded}],"
        )
    };
    let yes = "applicable: Yes, justification: \"Policies are needed.\", status: Implemented";
    let files = |text: &str| isms(&[(File::Isms, FRAME), (File::Controls, text)]);
    let whole = files(&soa(yes, ""));
    assert!(answers(&whole, Answer::SoaComplete)[0].1.met);
    assert!(!answers(&files(&soa("applicable: Yes", "")), Answer::SoaComplete)[0].1.met);
    assert!(answers(&whole, Answer::ControlsImplemented)[0].1.met);
    assert!(
        !answers(
            &files(&soa(&yes.replace("Implemented", "Partial"), "")),
            Answer::ControlsImplemented
        )[0]
        .1
        .met
    );
    assert!(!answers(&whole, Answer::EvidenceCurrent)[0].1.met);
    let evidence = "evidence: [(id: \"E-1\", supports: [\"5.1\"], obtained: \"2026-10-01\")],";
    let shown =
        isms(&[(File::Isms, FRAME), (File::Controls, &soa(yes, "")), (File::Evidence, evidence)]);
    assert!(answers(&shown, Answer::EvidenceCurrent)[0].1.met);
    assert!(!answers(&whole, Answer::SoaApproved)[0].1.met);
    let approval =
        decide::approval(&whole, Kind::Soa, &act(DecisionKind::PlanApproval, "carl"), today())
            .unwrap();
    let approved = files(&soa(yes, &write(&approval, "", "\n")));
    assert!(answers(&approved, Answer::SoaApproved)[0].1.met);
}

#[test]
fn audits_and_reviews() {
    let clauses: String = standard().assessable_clauses().map(|c| format!("{:?},", c.id)).collect();
    let audit = format!(
        "audits: [(id: \"IA-1\", kind: Internal, status: Done, end: \"2026-09-01\", criteria: \"All\", scope: \"All\", auditors: [\"X\"], report: \"D-1\", clauses: [{clauses}])],"
    );
    let audited = |text: &str, question| answers(&isms(&[(File::Audit, text)]), question)[0].1.met;
    assert!(audited(&audit, Answer::InternalAuditPlanned));
    assert!(!audited(&audit.replace("auditors: [\"X\"],", ""), Answer::InternalAuditPlanned));
    assert!(audited(&audit, Answer::InternalAuditDone));
    for (from, to) in [
        ("report: \"D-1\",", ""),
        ("2026-09-01", "2025-09-01"),
        ("\"4.1\",", ""),
        ("Done", "Planned"),
        ("Internal", "Supplier"),
    ] {
        assert!(!audited(&audit.replace(from, to), Answer::InternalAuditDone), "{to}");
    }
    let inputs: String = ["a", "b", "c", "d1", "d2", "d3", "d4", "e", "f", "g"]
        .iter()
        .map(|i| format!("(id: {i:?}, remark: \"said\"),"))
        .collect();
    let review = format!(
        "reviews: [(id: \"MR-1\", status: Done, held: \"2026-10-01\", chair: \"carl\", inputs: [{inputs}], improvement: \"none\", changes: \"none\")],"
    );
    let reviewed = |text: &str, question| {
        answers(&isms(&[(File::Isms, FRAME), (File::Audit, text)]), question)[0].1.met
    };
    assert!(reviewed(&review, Answer::ManagementReviewPlanned));
    assert!(!reviewed(
        &review.replace("held: \"2026-10-01\",", ""),
        Answer::ManagementReviewPlanned
    ));
    assert!(reviewed(&review, Answer::ManagementReviewDone));
    for (from, to) in [
        ("(id: \"g\", remark: \"said\"),", ""),
        ("carl", "anna"),
        ("2026-10-01", "2024-10-01"),
        ("changes: \"none\"", "changes: \"\""),
    ] {
        assert!(!reviewed(&review.replace(from, to), Answer::ManagementReviewDone), "{to}");
    }
}

#[test]
fn competence_and_improvement() {
    let people = "people: [(id: \"anna\", authority: [RiskOwner]), (id: \"emil\")],";
    let evidence = "evidence: [(id: \"E-1\", supports: [\"anna\"], obtained: \"2026-10-01\")],";
    assert!(met(Answer::CompetenceEvidence, &[(File::Isms, people), (File::Evidence, evidence)]));
    assert!(!met(Answer::CompetenceEvidence, &[(File::Isms, people)]));

    assert!(!met(
        Answer::NonconformitiesHandled,
        &[(File::Actions, "nonconformities: [(id: \"NC-1\")],")]
    ));
    assert!(!met(
        Answer::CorrectiveActionsReviewed,
        &[(File::Actions, "nonconformities: [(id: \"NC-1\", done: \"2026-10-01\")],")]
    ));
    assert!(!met(
        Answer::OverdueActions,
        &[(File::Actions, "actions: [(id: \"A-1\", due: \"2026-10-01\")],")]
    ));

    let after = "cycle: (stage1: \"2026-10-01\", stage2: \"2027-02-01\"),";
    assert!(met(Answer::Stage1ConcernsClosed, &[(File::Isms, after)]));
    let concern = "nonconformities: [(id: \"NC-1\", source: Stage1, grade: Observation)],";
    assert!(!met(Answer::Stage1ConcernsClosed, &[(File::Isms, after), (File::Actions, concern)]));
    let closed = concern.replace("grade: Observation", "grade: Observation, status: Closed");
    assert!(met(Answer::Stage1ConcernsClosed, &[(File::Isms, after), (File::Actions, &closed)]));
}

#[test]
fn the_clocks_of_the_cycle() {
    let on_time = |cycle: &str| -> Vec<bool> {
        let isms = isms(&[(File::Isms, &format!("cycle: (decision: \"2026-03-31\", {cycle}),"))]);
        answers(&isms, Answer::SurveillanceOnTime)
            .iter()
            .map(|(_, computed)| computed.met)
            .collect()
    };
    assert_eq!(
        on_time(
            "surveillance1: \"2027-03-31\", surveillance2: \"2028-12-31\", recertification: \"2029-01-15\""
        ),
        [true, true, true]
    );
    assert_eq!(
        on_time(
            "surveillance1: \"2027-04-01\", surveillance2: \"2029-01-01\", recertification: \"2029-03-31\""
        ),
        [false, false, false]
    );
    assert_eq!(on_time(""), [false, false, false]);
}

#[test]
fn changes_are_reported_by_evidence() {
    let certified = "cycle: (decision: \"2026-03-31\", certificate_soa: \"1\"), elements: [(id: \"SC-1\", inside: In, since: \"2026-06-01\")],";
    let answered =
        |files: &[(File, &str)]| answers(&isms(files), Answer::ChangesReported)[0].1.clone();
    let soa = "soa: (version: \"2\"),";
    let silent = answered(&[(File::Isms, certified), (File::Controls, soa)]);
    assert!(!silent.met && silent.why.contains("names 1"), "{}", silent.why);
    let told = "evidence: [(id: \"E-1\", supports: [\"V1-08\"], obtained: \"2026-10-01\")],";
    assert!(
        answered(&[(File::Isms, certified), (File::Controls, soa), (File::Evidence, told)]).met
    );
    assert!(answered(&[(File::Isms, "cycle: (decision: \"2026-03-31\"),")]).met);
}

#[test]
fn the_next_audit() {
    let next = |cycle: &str| judged(&isms(&[(File::Isms, cycle)])).vitals;
    let v = next("cycle: (stage1: \"2027-01-04\", stage2: \"2027-03-01\"),");
    assert_eq!((v.next, v.days_left), (Some(Stage::Stage1), Some(41)));
    assert_eq!(next("cycle: (stage1: \"2026-11-24\"),").next, Some(Stage::Stage1));
    assert_eq!(next("cycle: (stage1: \"2026-11-23\"),").next, Some(Stage::Stage2));
    let v = next("cycle: (decision: \"2026-10-01\"),");
    assert_eq!((v.next, v.days_left), (Some(Stage::Surveillance1), Some(311)));
}
