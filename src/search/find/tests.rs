//! What find finds, and in which order.

use crate::isms::{At, Kind};
use crate::search::sample::{facts, judged, sample};
use crate::search::{Found, Index};
use proptest::prelude::*;

/// Types each of the lines, one after the other, and returns what the last one finds.
fn find_after(lines: &[&str], only: Option<Kind>, recent: &[At]) -> (Vec<String>, Vec<Vec<usize>>) {
    let (standard, isms) = sample();
    let assessment = judged(&standard, &isms);
    let facts = facts(&standard, &isms, &assessment);
    let index = Index::build(&isms, &standard);
    let mut found: Option<Found> = None;
    for line in lines {
        found = Some(index.find(line, only, recent, found.as_ref(), &facts));
    }
    let found = found.unwrap();
    assert_eq!(found.hits.len(), found.total);
    let ids = found.hits.iter().map(|hit| {
        let item = index.item(hit.item).unwrap();
        format!("{} {}", item.kind.label(), item.id)
    });
    (ids.collect(), found.hits.iter().take(50).map(|hit| index.highlight(&found, *hit)).collect())
}

fn find(line: &str) -> Vec<String> {
    find_after(&[line], None, &[]).0
}

fn first(line: &str) -> String {
    find(line).into_iter().next().unwrap_or_default()
}

#[test]
fn an_id_is_found_however_it_is_typed() {
    for typed in ["r14", "R-014", "r-14", "r014"] {
        assert_eq!(first(typed), "risk R-014", "{typed}");
    }
    assert_eq!(find("r14")[..2], ["risk R-014", "risk R-140"]);
    assert_eq!(first("8.8"), "control 8.8");
    assert_eq!(first("A.8.8"), "control 8.8");
    assert_eq!(first("8.1"), "control 8.1");
    assert_eq!(find("8.1")[1], "clause 8.1");
    assert_eq!(first("clause 8.1"), "clause 8.1");
    assert!(!find("a.8.1").contains(&"clause 8.1".to_string()));
    assert_eq!(first("own1"), "control OWN-1");
    assert_eq!(first("mara"), "person mara");
}

#[test]
fn what_names_the_record_goes_before_what_mentions_it() {
    let found = find("8.8");
    let mentions = found.iter().position(|id| id == "risk R-014");
    assert!(mentions.is_some_and(|place| place > 0));
}

#[test]
fn words_are_found_in_any_order_and_any_spelling() {
    assert_eq!(first("vuln tech"), "control 8.8");
    assert_eq!(first("tech vuln"), "control 8.8");
    assert_eq!(first("agents unpatched"), "risk R-014");
    assert_eq!(first("über"), first("uber"));
    assert!(find("ÜBERWACH").contains(&"control 8.8".to_string()));
    assert_eq!(first("cafe\u{301}"), "risk R-140");
    assert_eq!(first("café"), "risk R-140");
    assert_eq!(first("angstrom"), "person jo");
    assert_eq!(first("unptched"), "risk R-014");
    assert_eq!(find("\"unptched\""), Vec::<&str>::new());
    assert_eq!(find("xqzw"), Vec::<&str>::new());
}

#[test]
fn nothing_typed_lists_the_visited_ones_and_then_all_in_their_order() {
    let recent = [At::new(Kind::Risk, "R-022"), At::new(Kind::Control, "8.8")];
    let (found, highlights) = find_after(&[""], None, &recent);
    assert_eq!(found[..4], ["risk R-022", "control 8.8", "control 5.1", "control 5.2"]);
    assert_eq!(found[10], "control 5.9");
    assert!(highlights.iter().all(Vec::is_empty));
    let gone = [At::new(Kind::Risk, "R-999")];
    assert_eq!(find_after(&[""], None, &gone).0[0], "control 5.1");
}

#[test]
fn the_visited_ones_go_first_among_equals_only() {
    let recent = [At::new(Kind::Risk, "R-140")];
    assert_eq!(find_after(&["r-"], None, &recent).0[..2], ["risk R-140", "risk R-014"]);
    assert_eq!(find_after(&["r14"], None, &recent).0[0], "risk R-014");
}

#[test]
fn one_kind_only_and_conditions() {
    let (risks, _) = find_after(&[""], Some(Kind::Risk), &[]);
    assert_eq!(risks, ["risk R-014", "risk R-022", "risk R-140"]);
    assert_eq!(find("status:partial kind:control"), ["control 8.8"]);
    assert_eq!(find("build owner:mara !carried"), ["risk R-014", "control 8.8"]);
    assert_eq!(find("cloud !region kind:risk"), Vec::<&str>::new());
    assert!(find("status:par vuln").contains(&"control 8.8".to_string()));
}

#[test]
fn matched_letters_are_highlighted_in_the_title_as_shown() {
    let (found, highlights) = find_after(&["closed café"], None, &[]);
    assert_eq!((found[0].as_str(), &highlights[0]), ("risk R-140", &(0..4).chain(5..11).collect()));
    let (_, highlights) = find_after(&["r14"], None, &[]);
    assert_eq!(highlights[0], Vec::<usize>::new());
}

#[test]
fn a_changed_record_is_found_by_what_it_says_now() {
    let (standard, mut isms) = sample();
    let mut index = Index::build(&isms, &standard);
    let search = |index: &Index, isms: &crate::isms::Isms, line: &str, before: Option<&Found>| {
        let assessment = judged(&standard, isms);
        index.find(line, None, &[], before, &facts(&standard, isms, &assessment))
    };
    let before = search(&index, &isms, "zebr", None);
    assert_eq!(before.total, 0);
    let text = r#"Risks(risks: [(id: "R-014", title: "Zebra crossing")])"#;
    isms.read_file(&standard, crate::isms::File::Risks, crate::isms::Found::Text(text.into()));
    index.update(&isms, &standard, Kind::Risk, 0);
    assert_eq!(search(&index, &isms, "zebra", Some(&before)).total, 1);
    assert_eq!(search(&index, &isms, "unpatched", None).total, 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn typing_letter_by_letter_finds_what_typing_at_once_finds(
        words in "(r1|8\\.8|cloud|s|build|café|\"sin|own|!a|status:par|owner:mara|due:<1y| ){1,4}"
    ) {
        let lines: Vec<&str> = (1..=words.len()).filter_map(|end| words.get(..end)).collect();
        prop_assert_eq!(find_after(&lines, None, &[]), find_after(&[&words], None, &[]));
    }
}
