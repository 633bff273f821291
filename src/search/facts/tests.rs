//! What filters find.

use crate::isms::Kind::{Control, Person, Risk};
use crate::search::sample::filtered;

#[test]
fn words_hold_in_any_text_and_order() {
    assert_eq!(filtered(Risk, "agents unpatched"), ["R-014"]);
    assert_eq!(filtered(Risk, "\"agents unpatched\""), Vec::<&str>::new());
    assert_eq!(filtered(Risk, "\"build agents\""), ["R-014"]);
    assert_eq!(filtered(Risk, "\"nobody looks\""), ["R-014"]);
    assert_eq!(filtered(Risk, "CAFE"), ["R-140"]);
    assert_eq!(filtered(Risk, "cafe\u{301}"), ["R-140"]);
    assert_eq!(filtered(Risk, "!agents !cafe"), ["R-022"]);
    assert_eq!(filtered(Risk, "board"), ["R-022"]);
    assert_eq!(filtered(Risk, "lindt"), ["R-014"]);
    assert_eq!(filtered(Risk, "").len(), 3);
}

#[test]
fn titles_of_controls_come_from_the_standard() {
    assert_eq!(filtered(Control, "technical vulnerabilities"), ["8.8"]);
    assert_eq!(filtered(Control, "überwachung"), ["8.8"]);
    assert_eq!(filtered(Control, "title:conduct"), ["OWN-1"]);
}

#[test]
fn choices_go_by_word_and_label() {
    assert_eq!(filtered(Control, "status:partial"), ["8.8"]);
    assert_eq!(filtered(Control, "status:none,planned"), ["5.7"]);
    assert_eq!(filtered(Control, "status:NotImplemented"), ["5.7"]);
    assert_eq!(filtered(Control, "status:not-implemented"), ["5.7"]);
    assert_eq!(filtered(Control, "status:implemented"), Vec::<&str>::new());
    assert_eq!(filtered(Control, "status:par"), ["8.8"]);
    assert_eq!(filtered(Control, "status:>none"), ["8.8"]);
    assert_eq!(filtered(Control, "because-of:contract"), ["8.8"]);
    assert_eq!(filtered(Control, "status:\"not stated\" set:"), ["OWN-1"]);
    assert_eq!(filtered(Control, "!status:partial status:"), ["5.7"]);
}

#[test]
fn people_go_by_id_and_name() {
    for filter in ["owner:mara", "owner:lindt", "owner:\"mara lindt\"", "owner:MAR"] {
        assert_eq!(filtered(Control, filter), ["8.8"], "{filter}");
    }
    assert_eq!(filtered(Control, "owner:angstrom"), ["5.7"]);
    assert_eq!(filtered(Control, "owner:ara"), Vec::<&str>::new());
    assert_eq!(filtered(Person, "role:ciso"), ["mara"]);
}

#[test]
fn what_is_empty_and_what_is_not() {
    assert_eq!(filtered(Control, "owner:"), ["8.8", "5.7"]);
    assert_eq!(filtered(Control, "!owner carried:"), ["7.4"]);
    assert_eq!(filtered(Control, "carried:yes"), ["7.4"]);
    assert_eq!(filtered(Risk, "!owner"), ["R-022", "R-140"]);
    assert_eq!(filtered(Risk, "!treatment"), ["R-140"]);
    assert_eq!(filtered(Risk, "owner:\"\""), ["R-022", "R-140"]);
    // "status" is no word but a field, even when denied
    assert_eq!(filtered(Control, "!status due:"), Vec::<&str>::new());
}

#[test]
fn dates_and_numbers_compare() {
    assert_eq!(filtered(Control, "due:<30d"), ["8.8", "5.7"]);
    assert_eq!(filtered(Control, "due:30d"), ["8.8"]);
    assert_eq!(filtered(Control, "due:overdue"), ["5.7"]);
    assert_eq!(filtered(Control, "due:<today"), ["5.7"]);
    assert_eq!(filtered(Control, "due:>=2026-12"), ["8.8"]);
    assert_eq!(filtered(Control, "due:2026-11"), ["5.7"]);
    assert_eq!(filtered(Control, "due:>2026"), Vec::<&str>::new());
    assert_eq!(filtered(Control, "due:-1w"), ["5.7"]);
    assert_eq!(filtered(Control, "maturity:<3"), ["8.8"]);
    assert_eq!(filtered(Risk, "assessed:<-1y"), ["R-014"]);
    assert_eq!(filtered(Risk, "likelihood:likely"), ["R-014"]);
    assert_eq!(filtered(Risk, "likelihood:>rare"), ["R-014"]);
    assert_eq!(filtered(Risk, "likelihood:1"), ["R-022"]);
}

#[test]
fn ids_are_whole_but_clauses_cover_what_is_below() {
    assert_eq!(filtered(Risk, "id:r14"), ["R-014"]);
    assert_eq!(filtered(Control, "id:5.7"), ["5.7"]);
    assert_eq!(filtered(Control, "id:7.1"), ["7.1"]);
    assert_eq!(filtered(Control, "theme:people id:6").len(), 8);
}

#[test]
fn attributes_of_annex_a_are_known() {
    assert_eq!(filtered(Control, "new:").len(), 11);
    assert_eq!(filtered(Control, "theme:tech").len(), 34);
    let detective = filtered(Control, "type:detective");
    assert!(detective.contains(&"8.16".to_string()) && !detective.contains(&"8.10".to_string()));
    assert!(filtered(Control, "capability:asset-management").contains(&"5.9".to_string()));
    assert!(
        filtered(Control, "capability:governance domain:governance").contains(&"5.1".to_string())
    );
    assert_eq!(filtered(Control, "!theme"), ["OWN-1"]);
}

#[test]
fn wrong_values_can_be_found() {
    assert_eq!(filtered(Control, "wrong:"), ["7.4"]);
    assert_eq!(filtered(Control, "wrong:yes"), ["7.4"]);
    assert_eq!(filtered(Control, "kind:control").len(), 94);
    assert_eq!(filtered(Control, "kind:risk").len(), 0);
}

#[test]
fn links_go_in_both_directions() {
    use crate::isms::Kind::Evidence;
    assert_eq!(filtered(Risk, "control:8.8"), ["R-014"]);
    assert_eq!(filtered(Risk, "control:A.8.8"), ["R-014"]);
    assert_eq!(filtered(Risk, "control:8"), ["R-014"]);
    assert_eq!(filtered(Control, "risk:R-014"), ["8.8", "8.19"]);
    assert_eq!(filtered(Control, "risks:r14"), ["8.8", "8.19"]);
    assert_eq!(filtered(Control, "risk:unpatched"), ["8.8", "8.19"]);
    assert_eq!(filtered(Control, "evidence:"), ["8.8"]);
    assert_eq!(filtered(Control, "evidence:EV-1 !status:none"), ["8.8"]);
    assert_eq!(filtered(Risk, "!evidence"), ["R-022", "R-140"]);
    assert_eq!(filtered(Risk, "controls:>1"), ["R-014"]);
    assert_eq!(filtered(Risk, "controls:<1"), ["R-022", "R-140"]);
    assert_eq!(filtered(Evidence, "control:8.8 risk:R-014"), ["EV-1"]);
    assert_eq!(filtered(Evidence, "clause:7"), ["EV-2"]);
    assert_eq!(filtered(Person, "evidence:"), Vec::<&str>::new());
    assert_eq!(filtered(Risk, "risk:R-022"), ["R-022"]);
    assert_eq!(filtered(Control, "person:mara"), ["8.8"]);
}

#[test]
fn checklist_items_belong_to_the_stage_of_the_standard() {
    use crate::isms::Kind::Item;
    let first = filtered(Item, "stage:stage1");
    assert!(!first.is_empty() && first.iter().all(|id| id.starts_with("S1-")));
    assert_eq!(filtered(Item, "stage:\"stage 1\""), first);
}

#[test]
fn levels_go_by_name_number_and_order() {
    assert_eq!(filtered(Risk, "level:high"), ["R-014"]);
    assert_eq!(filtered(Risk, "inherent:high"), Vec::<&str>::new());
    assert_eq!(filtered(Risk, "inherent:\"very high\""), ["R-014"]);
    assert_eq!(filtered(Risk, "inherent:very"), ["R-014"]);
    assert_eq!(filtered(Risk, "level:>low residual:<high"), ["R-014"]);
    assert_eq!(filtered(Risk, "level:2"), ["R-014"]);
    assert_eq!(filtered(Risk, "level:unrated"), ["R-022", "R-140"]);
    assert_eq!(filtered(Risk, "!level"), ["R-022", "R-140"]);
}

#[test]
fn judgements_of_risks_can_be_asked_for() {
    assert_eq!(filtered(Risk, "above:yes"), ["R-014"]);
    assert_eq!(filtered(Risk, "above:unknown"), ["R-022", "R-140"]);
    assert_eq!(filtered(Risk, "decision:awaiting"), ["R-014"]);
    assert_eq!(filtered(Risk, "decision:\"sent back\""), ["R-022"]);
    assert_eq!(filtered(Risk, "decision:accepted,stale,expired,revoked"), Vec::<&str>::new());
}

#[test]
fn judgements_of_controls_and_evidence_can_be_asked_for() {
    use crate::isms::Kind::Evidence;
    assert!(filtered(Control, "justified:").contains(&"8.8".to_string()));
    assert!(filtered(Control, "!justified").contains(&"7.4".to_string()));
    assert_eq!(filtered(Control, "demonstrated:yes"), ["8.8"]);
    assert_eq!(filtered(Control, "overdue:"), ["5.7"]);
    assert!(filtered(Control, "gap:>1 !owner").contains(&"7.4".to_string()));
    assert_eq!(filtered(Control, "gap:0 gap:").len(), 0);
    assert_eq!(filtered(Evidence, "state:current"), ["EV-1"]);
    assert_eq!(filtered(Evidence, "state:undated"), ["EV-2"]);
}
