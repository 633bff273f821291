//! Every reference in the data leads somewhere, and to the thing that it means.

use std::collections::BTreeSet;

use super::standard;
use crate::standard::Reference;

#[test]
fn clauses_and_documents_point_at_each_other() {
    let standard = standard();
    for clause in standard.clauses() {
        for id in &clause.documented_information {
            let document = standard.mandatory_document(id).unwrap();
            let demanded_by = document.demanded_by.split(' ').next();
            assert_eq!(demanded_by, Some(clause.id), "{id}");
        }
    }
    let listed = standard.clauses().iter().flat_map(|clause| &clause.documented_information);
    assert_eq!(listed.copied().collect::<BTreeSet<_>>().len(), 17);
}

#[test]
fn demands_lead_to_a_clause_or_an_item() {
    let standard = standard();
    for document in &standard.documents().mandatory {
        let reference = standard.resolve(document.demanded_by);
        let leads = matches!(reference, Some(Reference::Clause(_) | Reference::Item(..)));
        assert!(leads, "{}", document.demanded_by);
    }
}

#[test]
fn a_control_and_the_list_of_documents_name_the_same_document() {
    let standard = standard();
    let listed = &standard.documents().for_controls;
    for document in listed {
        let control = standard.control(document.control).unwrap();
        assert_eq!(control.asks_for_document, Some(document.title));
    }
    let asking = standard.controls().iter().filter(|c| c.asks_for_document.is_some());
    assert_eq!(asking.count(), listed.len());
}

#[test]
fn expected_documents_and_checklists_refer_to_what_exists() {
    let standard = standard();
    let expected = standard.documents().expected.iter().flat_map(|document| &document.refs);
    let items = standard.stages().iter().flat_map(|stage| &stage.checklist);
    let items = items.flat_map(|item| &item.refs);
    for reference in expected.chain(items) {
        let found = standard.resolve(reference);
        let found = found.unwrap_or_else(|| panic!("{reference} leads nowhere"));
        assert_eq!(found.text(), *reference);
        assert!(!found.title().is_empty(), "{reference}");
    }
}

#[test]
fn clause_5_1_is_not_control_5_1() {
    let standard = standard();
    assert_eq!(standard.resolve("5.1").unwrap().title(), "Leadership and commitment");
    assert_eq!(standard.resolve("A.5.1").unwrap().title(), "Policies for information security");
    assert_eq!(standard.resolve("6.1.2 c 2").unwrap().title(), "Name the risk owners.");
    assert_eq!(standard.resolve("DI-05").unwrap().title(), "Statement of Applicability");
    for nowhere in ["", "A.", "A.9.9", "6.1.2 z", "11", "DI-18", "A.5.1.1"] {
        assert!(standard.resolve(nowhere).is_none(), "{nowhere}");
    }
}
