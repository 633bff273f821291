//! Our own words: complete, each made for its place, and fit to be shown.

use std::collections::{BTreeMap, BTreeSet};

use super::standard;
use crate::standard::{Answer, Basis, Certainty, StageId, Standard};

/// Every text of our own, with the place where it stands.
fn own_texts(standard: &Standard) -> Vec<(String, &'static str)> {
    let mut texts = Vec::new();
    for control in standard.controls() {
        let own = [&[control.purpose], &control.questions[..], &control.evidence].concat();
        texts.extend(own.into_iter().map(|text| (control.reference(), text)));
        texts.extend(control.recurring.map(|recurring| (control.reference(), recurring.duty)));
    }
    for clause in standard.clauses() {
        let items = clause.items.iter().map(|item| item.text);
        let rest = [clause.notes, clause.changed_vs_2013, clause.amendment.map(|a| a.text)];
        let own = items.chain([clause.summary]).chain(rest.into_iter().flatten());
        let own = own.chain(clause.typical_evidence.iter().chain(&clause.questions).copied());
        texts.extend(own.map(|text| (clause.id.to_owned(), text)));
    }
    for stage in standard.stages() {
        let own = [stage.purpose, stage.duration.text].into_iter();
        let own = own.chain(stage.when.iter().map(|rule| rule.text));
        let own = own.chain(stage.focus.iter().chain(&stage.outcome).copied());
        let own = own.chain(stage.checklist.iter().map(|item| item.text));
        texts.extend(own.map(|text| (stage.title.to_owned(), text)));
    }
    texts.push(("audit time".to_owned(), standard.audit_time().note));
    texts
}

#[test]
fn every_control_has_purpose_questions_and_evidence() {
    for control in standard().controls() {
        let id = control.id;
        assert!(control.purpose.len() >= 80 && control.purpose.ends_with('.'), "{id}");
        assert!((2..=4).contains(&control.questions.len()), "{id}");
        assert!((2..=5).contains(&control.evidence.len()), "{id}");
        for question in &control.questions {
            assert!(question.ends_with(['?', '.']), "{id}: {question}");
        }
    }
}

#[test]
fn every_assessable_clause_has_questions() {
    for clause in standard().clauses() {
        let expected = if clause.assessable { 2..=4 } else { 0..=0 };
        assert!(expected.contains(&clause.questions.len()), "{}", clause.id);
        assert!(!clause.assessable || !clause.typical_evidence.is_empty(), "{}", clause.id);
    }
}

#[test]
fn nothing_is_said_of_two_controls() {
    let standard = standard();
    let mut said = BTreeMap::new();
    for control in standard.controls() {
        let own = [&[control.purpose], &control.questions[..], &control.evidence].concat();
        for text in own {
            let before = said.insert(text.to_lowercase(), control.id);
            assert_eq!(before, None, "{}: {text}", control.id);
        }
    }
}

#[test]
fn texts_are_whole_plain_and_not_the_standards_own() {
    let standard = standard();
    for (place, text) in own_texts(&standard) {
        assert!(!text.is_empty(), "{place}");
        assert_eq!(text.trim(), text, "{place}");
        assert!(text.chars().all(|c| c == ' ' || c.is_ascii_graphic()), "{place}: {text}");
        // ISO writes its requirements with this word; we never do
        let shall =
            text.split(|c: char| !c.is_alphabetic()).any(|w| w.eq_ignore_ascii_case("shall"));
        assert!(!shall, "{place}: {text}");
    }
}

#[test]
fn duties_that_come_round_again_are_named() {
    let standard = standard();
    for id in ["5.18", "5.22", "5.35", "5.36", "6.6", "8.9", "8.13"] {
        assert!(standard.control(id).unwrap().recurring.is_some(), "{id}");
    }
    for recurring in standard.controls().iter().filter_map(|control| control.recurring) {
        assert!((1..=12).contains(&recurring.usual_months), "{}", recurring.duty);
    }
}

#[test]
fn checklists_are_neither_thin_nor_endless() {
    for stage in standard().stages() {
        let (range, prefix) = match stage.id {
            StageId::Stage1 => (12..=20, "S1"),
            StageId::Stage2 => (12..=20, "S2"),
            StageId::Surveillance1 => (8..=12, "V1"),
            StageId::Surveillance2 => (8..=12, "V2"),
            StageId::Recertification => (8..=12, "RC"),
        };
        assert!(range.contains(&stage.checklist.len()), "{}", stage.title);
        let ids: Vec<_> = stage.checklist.iter().map(|item| item.id.to_owned()).collect();
        let expected: Vec<_> = (1..=ids.len()).map(|n| format!("{prefix}-{n:02}")).collect();
        assert_eq!(ids, expected);
        let answers: Vec<_> = stage.checklist.iter().filter_map(|item| item.answered_by).collect();
        let distinct: BTreeSet<_> = answers.iter().collect();
        assert_eq!(distinct.len(), answers.len(), "{}: one question twice", stage.title);
    }
}

#[test]
fn every_question_to_the_records_is_asked() {
    let standard = standard();
    let items = standard.stages().iter().flat_map(|stage| &stage.checklist);
    let asked: BTreeSet<_> = items.filter_map(|item| item.answered_by).collect();
    assert_eq!(asked, Answer::ALL.iter().copied().collect());
}

#[test]
fn what_the_standard_asks_for_names_the_place() {
    let standard = standard();
    for item in standard.stages().iter().flat_map(|stage| &stage.checklist) {
        assert!(item.basis != Basis::Standard || !item.refs.is_empty(), "{}", item.id);
    }
}

#[test]
fn what_is_not_confirmed_is_worded_as_practice() {
    let standard = standard();
    for rule in standard.stages().iter().flat_map(|stage| &stage.when) {
        let practice = rule.basis == Basis::Practice;
        assert!(practice || rule.certainty == Certainty::Confirmed, "{}", rule.text);
    }
}

#[test]
fn json_of_a_control_has_the_promised_keys_and_spellings() {
    let standard = standard();
    let json = serde_json::to_value(standard.control("5.18").unwrap()).unwrap();
    let keys: Vec<_> = json.as_object().unwrap().keys().map(String::as_str).collect();
    for key in [
        "id",
        "title",
        "theme",
        "control_type",
        "information_security_properties",
        "cybersecurity_concepts",
        "operational_capabilities",
        "security_domains",
        "new_in_2022",
        "from_2013",
        "purpose",
        "questions",
        "evidence",
        "recurring",
    ] {
        assert!(keys.contains(&key), "{key}");
    }
    assert_eq!(json["operational_capabilities"][0], "Identity_and_access_management");
    assert_eq!(json["theme"], "Organizational");
    assert_eq!(json["from_2013"][0], "A.9.2.2");
}
