//! Counts and numbers that the publications of the standard state.

use std::collections::{BTreeMap, BTreeSet};

use super::standard;
use crate::standard::{AmendmentKind, OrgFact, StageId, Theme, order};

#[test]
fn themes_hold_37_8_14_and_34_controls() {
    let standard = standard();
    let count = |theme| standard.controls().iter().filter(|c| c.theme == theme).count();
    assert_eq!(Theme::ALL.iter().copied().map(count).collect::<Vec<_>>(), [37, 8, 14, 34]);
    for control in standard.controls() {
        let digit = match control.theme {
            Theme::Organizational => "5.",
            Theme::People => "6.",
            Theme::Physical => "7.",
            Theme::Technological => "8.",
        };
        assert!(control.id.starts_with(digit), "{}", control.id);
    }
}

#[test]
fn control_numbers_run_without_gap_in_natural_order() {
    let mut expected = Vec::new();
    for (theme, last) in [(5, 37), (6, 8), (7, 14), (8, 34)] {
        expected.extend((1..=last).map(|number| format!("{theme}.{number}")));
    }
    let standard = standard();
    let ids: Vec<_> = standard.controls().iter().map(|control| control.id).collect();
    assert_eq!(ids, expected);
}

#[test]
fn eleven_controls_are_new_and_have_no_predecessor() {
    let standard = standard();
    let new: Vec<_> = standard.controls().iter().filter(|c| c.new_in_2022).map(|c| c.id).collect();
    let expected =
        ["5.7", "5.23", "5.30", "7.4", "8.9", "8.10", "8.11", "8.12", "8.16", "8.23", "8.28"];
    assert_eq!(new, expected);
    for control in standard.controls() {
        assert_eq!(control.new_in_2022, control.from_2013.is_empty(), "{}", control.id);
    }
    let merged = standard.controls().iter().filter(|c| c.from_2013.len() > 1);
    let (controls, predecessors) = merged.fold((0, 0), |(n, m), c| (n + 1, m + c.from_2013.len()));
    assert_eq!((controls, predecessors), (24, 57));
}

#[test]
fn a_control_is_found_by_number_and_by_either_title() {
    let standard = standard();
    let titled = |title| standard.control_titled(title).map(|control| control.id);
    assert_eq!(standard.control("8.1").map(|c| c.title), Some("User end point devices"));
    assert_eq!(standard.control("A.8.10").map(|c| c.title), Some("Information deletion"));
    assert_eq!(standard.control("8.100"), None);
    assert_eq!(titled("User endpoint  devices"), Some("8.1"));
    assert_eq!(titled("labeling of information"), Some("5.13"));
    assert_eq!(titled("Privacy and protection of PII"), Some("5.34"));
    assert_eq!(titled("Access"), None);
}

#[test]
fn clauses_have_30_assessable_subclauses_under_7_headings() {
    let standard = standard();
    assert_eq!(standard.assessable_clauses().count(), 30);
    let top = standard.clauses().iter().filter(|clause| clause.parent.is_none());
    assert_eq!(
        top.map(|clause| clause.id).collect::<Vec<_>>(),
        ["4", "5", "6", "7", "8", "9", "10"]
    );
    let sorted = standard.clauses().windows(2).all(|w| order::natural(w[0].id, w[1].id).is_lt());
    assert!(sorted, "clauses are not in natural order");
    for clause in standard.clauses() {
        let has_children = standard.clauses().iter().any(|other| other.parent == Some(clause.id));
        assert_eq!(clause.assessable, !has_children, "{}", clause.id);
        let parent = clause.id.rsplit_once('.').map(|(parent, _)| parent);
        assert_eq!(clause.parent, parent, "{}", clause.id);
        assert_eq!(clause.level(), clause.id.matches('.').count() + 1);
    }
}

#[test]
fn items_carry_the_number_of_their_clause() {
    for clause in standard().clauses() {
        for item in &clause.items {
            assert_eq!(item.id, format!("{} {}", clause.id, item.label));
        }
    }
}

#[test]
fn the_climate_amendment_binds_in_4_1_and_explains_in_4_2() {
    let standard = standard();
    let amended: Vec<_> =
        standard.clauses().iter().filter_map(|c| Some((c.id, c.amendment?.kind))).collect();
    assert_eq!(amended, [("4.1", AmendmentKind::Requirement), ("4.2", AmendmentKind::Note)]);
}

#[test]
fn seventeen_documents_are_demanded_by_14_subclauses() {
    let standard = standard();
    let mandatory = &standard.documents().mandatory;
    let ids: Vec<_> = mandatory.iter().map(|document| document.id.to_owned()).collect();
    assert_eq!(ids, (1..=17).map(|n| format!("DI-{n:02}")).collect::<Vec<_>>());
    let clauses: BTreeSet<_> =
        mandatory.iter().filter_map(|d| d.demanded_by.split(' ').next()).collect();
    assert_eq!(clauses.len(), 14);
    let implied: Vec<_> = mandatory.iter().filter(|d| !d.explicit).map(|d| d.id).collect();
    assert_eq!(implied, ["DI-06"]);
}

#[test]
fn all_114_controls_of_2013_live_on() {
    let standard = standard();
    assert_eq!(standard.mapping_2013().len(), 114);
    let mut derived: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for control in standard.controls() {
        for old in &control.from_2013 {
            derived.entry(old).or_default().push(control.id);
        }
    }
    let listed: BTreeMap<_, _> =
        standard.mapping_2013().iter().map(|old| (old.id, old.now.clone())).collect();
    assert_eq!(listed, derived);
    let split: Vec<_> = listed.iter().filter(|(_, now)| now.len() > 1).collect();
    assert_eq!(split, [(&"A.18.2.3", &vec!["5.36", "8.8"])]);
}

#[test]
fn a_number_of_2013_leads_to_2022() {
    let standard = standard();
    assert_eq!(standard.resolve_2013("A.9.4.3"), ["5.17"]);
    assert_eq!(standard.resolve_2013("18.2.3"), ["5.36", "8.8"]);
    assert_eq!(standard.resolve_2013("A.8.3.3"), ["7.10"]);
    assert!(standard.resolve_2013("A.8.10").is_empty());
    assert!(standard.resolve_2013("A.19.1.1").is_empty());
}

#[test]
fn facts_about_the_organisation_speak_for_the_known_controls() {
    let standard = standard();
    let needed = |fact| {
        let with = standard.controls().iter().filter(move |c| c.needed_when.contains(&fact));
        with.map(|control| control.id).collect::<Vec<_>>()
    };
    assert_eq!(needed(OrgFact::Cloud), ["5.23"]);
    assert_eq!(needed(OrgFact::Suppliers), ["5.19", "5.20", "5.21", "5.22"]);
    assert_eq!(needed(OrgFact::RemoteWork), ["6.7"]);
    assert_eq!(needed(OrgFact::OwnPremises), ["7.1", "7.2", "7.3", "7.4", "7.5", "7.6"]);
    assert_eq!(needed(OrgFact::UserDevices), ["8.1"]);
    assert_eq!(needed(OrgFact::PersonalData), ["5.34"]);
    let development = ["8.4", "8.25", "8.26", "8.27", "8.28", "8.29", "8.31"];
    assert_eq!(needed(OrgFact::OwnDevelopment), development);
    assert_eq!(needed(OrgFact::OutsourcedDevelopment), ["8.30"]);
}

#[test]
fn five_audits_make_a_cycle() {
    let standard = standard();
    let ids: Vec<_> = standard.stages().iter().map(|stage| stage.id).collect();
    assert_eq!(ids, StageId::ALL);
    for id in StageId::ALL {
        assert_eq!(standard.stage(*id).map(|stage| stage.title), Some(id.label()));
    }
}

#[test]
fn audit_time_follows_the_chart() {
    let standard = standard();
    let days = |persons| standard.audit_time().initial_days(persons);
    let sample = [1, 10, 11, 45, 46, 175, 176, 425, 426, 625, 10_700].map(days);
    let expected = [5.0, 5.0, 6.0, 8.5, 10.0, 13.0, 14.0, 15.0, 16.5, 16.5, 28.0].map(Some);
    assert_eq!(sample, expected);
    assert_eq!((days(0), days(10_701)), (None, None));
    let rows = &standard.audit_time().chart;
    assert!(rows.windows(2).all(|w| w[0].up_to < w[1].up_to && w[0].days < w[1].days));
}
