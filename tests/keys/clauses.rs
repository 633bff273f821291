//! The clauses as a tree: opening, shutting, judging lettered items where they stand, and that none is excluded.

use super::common::Bench;
use annexa::{
    assess::Count,
    isms::{At, Conformity, File, Kind},
    pane::{ListId, Part},
};
use std::collections::BTreeSet;

fn item(bench: &Bench, key: &str) -> Option<Conformity> {
    bench.app.isms.item(&At::new(Kind::Clause, key)).map(|item| item.conformity)
}

/// Goes to a subclause; the find box would lead to the control of the same number first.
fn to(bench: &mut Bench, key: &str) {
    annexa::app::verbs::go::reveal(&mut bench.app, &At::new(Kind::Clause, key));
    bench.settle();
}

fn shown(bench: &Bench) -> Vec<String> {
    let cx = bench.app.cx();
    bench.app.list().rows.iter().filter_map(|row| row.at(cx)).map(|at| at.key).collect()
}

#[test]
fn thirty_subclauses_stand_under_their_headings() {
    let mut bench = Bench::blank();
    bench.press("3");
    assert_eq!(bench.selected(), "4.1");
    let keys = shown(&bench);
    assert_eq!(keys[..3], ["4", "4.1", "4.2"]);
    assert_eq!(bench.app.list().records(), 30);
    for heading in ["4", "5", "6", "6.1", "7", "7.5", "8", "9", "9.2", "9.3", "10"] {
        let place = keys.iter().position(|key| key == heading).unwrap();
        assert!(keys[place + 1].starts_with(&format!("{heading}.")), "{heading}");
    }
    let screen = bench.screen(80, 24);
    assert!(screen.contains("Clauses ── 30"), "{screen}");
}

#[test]
fn branches_open_and_shut() {
    let mut bench = Bench::demo();
    bench.press("3");
    let shut = shown(&bench);
    bench.press("l");
    let open = shown(&bench);
    assert_eq!(open.len(), shut.len() + 3);
    bench.press("j");
    assert_eq!(bench.selected(), "4.1 external");
    // to the left: from an item to its subclause, then shut it, then up to the heading, then shut that
    bench.press("h");
    assert_eq!(bench.selected(), "4.1");
    bench.press("h");
    assert_eq!(shown(&bench), shut);
    bench.press("h");
    assert_eq!(bench.selected(), "4");
    bench.press("h");
    assert_eq!(shown(&bench)[..2], ["4", "5"]);
    bench.press("<enter>");
    assert_eq!(shown(&bench), shut);
    bench.press("za");
    assert!(shown(&bench).len() > 100);
    bench.press("za");
    assert_eq!(shown(&bench), shut);
}

#[test]
fn an_item_is_judged_where_it_stands() {
    let mut bench = Bench::demo();
    let before = bench.text(File::Clauses);
    bench.press("3jlj");
    assert_eq!(bench.selected(), "4.2 a");
    bench.press("ap");
    assert_eq!(item(&bench, "4.2 a"), Some(Conformity::Partial));
    assert!(bench.said().contains("4.2 a conformity conforming → partial"), "{}", bench.said());
    let after = bench.text(File::Clauses);
    let changed = before.lines().zip(after.lines()).filter(|(a, b)| a != b).count();
    assert_eq!((changed, before.lines().count()), (1, after.lines().count()));
    // s is the same key; . repeats; both are taken back to the byte
    bench.press("j.");
    assert_eq!(bench.selected(), "4.2 b");
    assert_eq!(item(&bench, "4.2 b"), Some(Conformity::Partial));
    bench.press("uu");
    assert_eq!(bench.selected(), "4.2 b");
    assert_eq!(bench.text(File::Clauses), before);
    bench.press("sc");
    assert_eq!(bench.text(File::Clauses), before, "it conforms already");
}

#[test]
fn an_item_gets_a_note() {
    let mut bench = Bench::demo();
    bench.press("3jljJ");
    bench.press("List<space>of<space>May<esc>");
    assert!(bench.text(File::Clauses).contains(r#"note: "List of May""#));
    bench.screen(80, 24);
    bench.press("<enter>");
    assert!(bench.screen(80, 24).contains("List of May"));
    // a dropped note is a draft, and comes back
    bench.press("<esc>kk<esc>jjJ<ctrl-u>x<ctrl-c>");
    assert_eq!(bench.app.dropped.len(), 1);
}

#[test]
fn items_that_nobody_wrote_about_get_their_place_in_the_file() {
    let mut bench = Bench::blank();
    bench.press("3jljjjac");
    assert_eq!(bench.selected(), "4.2 c");
    assert_eq!(item(&bench, "4.2 c"), Some(Conformity::Conforming));
    bench.press("kkan<enter>");
    assert_eq!(item(&bench, "4.2 a"), Some(Conformity::Nonconforming));
    let text = bench.text(File::Clauses);
    let (a, c) = (text.find("4.2 a").unwrap(), text.find("4.2 c").unwrap());
    assert!(a < c, "items stand in the standard's order");
    bench.press("uu");
    assert_eq!(item(&bench, "4.2 c"), None);
}

#[test]
fn marked_items_are_one_transaction() {
    let mut bench = Bench::demo();
    let before = bench.text(File::Clauses);
    // an item marks items, a subclause subclauses; a heading marks nothing
    bench.press("3jlj*");
    let marks = &bench.app.list().marks;
    assert_eq!(marks.len(), 3);
    assert!(marks.iter().all(At::is_item));
    bench.press("ann<enter>");
    assert_eq!(item(&bench, "4.2 a"), Some(Conformity::Nonconforming));
    assert_eq!(item(&bench, "4.2 c"), Some(Conformity::Nonconforming));
    assert!(
        bench.said().contains("3 lettered items: conformity → nonconforming"),
        "{}",
        bench.said()
    );
    bench.press("u");
    assert_eq!(bench.text(File::Clauses), before);
    bench.press("<esc>kkk ");
    assert_eq!(bench.selected(), "4");
    assert!(bench.said().contains("heading"), "{}", bench.said());
}

#[test]
fn a_contradiction_shows_at_once() {
    let mut bench = Bench::demo();
    bench.press("3");
    let first = bench.app.isms.row(Kind::Clause, "4.1").unwrap();
    assert!(!bench.app.assessment.clauses[first].is_contradicted());
    let counted = bench.app.assessment.count(Count::ItemsContradict);
    bench.press("ljann<enter>");
    assert_eq!(bench.selected(), "4.1 external");
    assert!(bench.app.assessment.clauses[first].is_contradicted());
    assert_eq!(bench.app.assessment.count(Count::ItemsContradict), counted + 1);
    assert!(bench.said().contains("4.1 is said to conform"), "{}", bench.said());
    let screen = bench.screen(80, 24);
    let line = screen.lines().find(|line| line.contains("▾4.1")).unwrap();
    assert!(line.contains("2/3≠") && line.contains("▲▲▲"), "{line}");
    bench.press("/contradicts:yes<enter>");
    assert!(shown(&bench).iter().any(|key| key == "4.1"));
    assert_eq!(bench.app.list().records(), counted + 1);
}

#[test]
fn no_clause_is_excluded_and_trying_says_why() {
    for keys in ["3D", "3:remove<enter>", "3:applicable<enter>", "3ljD", "3kD"] {
        let mut bench = Bench::demo();
        let before = bench.text(File::Clauses);
        bench.press(keys);
        assert!(bench.app.layers.is_empty(), "{keys}");
        assert!(bench.said().contains("can't be excluded"), "{keys}: {}", bench.said());
        assert_eq!(bench.text(File::Clauses), before);
    }
    let mut bench = Bench::demo();
    bench.press("3n");
    assert!(bench.said().contains("No records are added"), "{}", bench.said());
    // no word of the choice means "not applicable"
    let field = Kind::Clause.fields().iter().find(|field| field.key == "conformity").unwrap();
    assert!(field.choices().iter().all(|choice| !choice.word.contains("Appl")));
}

#[test]
fn a_figure_opens_subclauses_only_whatever_stood_open() {
    let mut bench = Bench::demo();
    bench.press("3za");
    for count in
        [Count::NotAssessed, Count::Conforming, Count::ItemsContradict, Count::DocumentsMissing]
    {
        let rows = bench.app.assessment.rows_of(count);
        let rows: BTreeSet<At> = rows
            .into_iter()
            .filter_map(|(kind, row)| annexa::pane::Row::new(kind, row).at(bench.app.cx()))
            .collect();
        annexa::app::verbs::go::counted(&mut bench.app, count, "counted");
        assert_eq!(bench.app.list_id(), ListId::Clauses);
        let list = bench.app.list();
        assert!(list.rows.iter().all(|row| row.part == Part::Whole));
        let seen: BTreeSet<At> =
            list.rows.iter().filter_map(|row| row.at(bench.app.cx())).collect();
        assert_eq!(seen, rows, "{count:?}");
    }
}

#[test]
fn a_filter_makes_it_flat_and_subclauses_still_open() {
    let mut bench = Bench::demo();
    bench.press("3/conformity:nonconforming<enter>");
    let list = bench.app.list();
    assert!(list.rows.iter().all(|row| row.part == Part::Whole) && list.records() > 0);
    bench.press("<esc>/4.2<enter>");
    assert_eq!(bench.selected(), "4.2");
    bench.press("l");
    assert_eq!(shown(&bench), ["4.2", "4.2 a", "4.2 b", "4.2 c"]);
    assert!(bench.screen(80, 24).contains("1 of 30"));
}

#[test]
fn the_detail_leads_to_items_and_documents() {
    let mut bench = Bench::demo();
    to(&mut bench, "4.2");
    bench.press("<tab>");
    assert!(bench.screen(120, 40).contains("Items say"));
    // the first line that leads somewhere is an item
    bench.press("<enter>");
    assert_eq!(bench.selected(), "4.2 a");
    to(&mut bench, "5.2");
    bench.press("gd<enter>");
    assert_eq!(bench.app.list_id(), ListId::Documents);
}

#[test]
fn a_missing_document_is_made_with_a_key() {
    let mut bench = Bench::blank();
    to(&mut bench, "5.2");
    bench.press("gd");
    assert!(bench.screen(80, 24).contains("DI-02"));
    bench.press("<enter>");
    let document = bench.app.isms.documents.rows().first().unwrap().clone();
    assert_eq!(&*document.supports, [annexa::isms::Text::from("DI-02")]);
    assert_eq!(bench.app.list_id(), ListId::Documents);
    // a draft does not count
    let row = bench.app.isms.row(Kind::Clause, "5.2").unwrap();
    let place = bench.app.assessment.clauses[row].demands[0];
    assert!(!bench.app.assessment.mandatory[place].is_there());
    bench.press("u");
    assert!(bench.app.isms.documents.rows().is_empty());
}

#[test]
fn owner_and_due_of_an_item_are_those_of_its_subclause() {
    let mut bench = Bench::demo();
    bench.press("3jlj*o").press("ito<enter>");
    let clause = bench.app.isms.clauses.get("4.2").unwrap();
    assert_eq!(&*clause.owner, "ito");
    assert!(bench.said().contains("4.2 owner mara → ito"), "{}", bench.said());
    bench.press("u");
    assert_eq!(&*bench.app.isms.clauses.get("4.2").unwrap().owner, "mara");
}

#[test]
fn an_action_can_be_made_of_an_item() {
    let mut bench = Bench::demo();
    bench.press("3jljjjA");
    let action = bench.app.isms.actions.rows().last().unwrap();
    assert_eq!(&*action.clauses, [annexa::isms::Text::from("4.2 c")]);
    let row = bench.app.isms.row(Kind::Clause, "4.2").unwrap();
    let last = bench.app.isms.actions.rows().len() - 1;
    assert!(bench.app.assessment.links.clause(row).actions.contains(&last));
}

#[test]
fn words_in_items_and_notes_find_their_subclause() {
    let mut bench = Bench::demo();
    bench.press("3/heat<space>alarms<enter>");
    assert_eq!(shown(&bench), ["4.1"]);
}
