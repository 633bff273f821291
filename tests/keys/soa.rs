//! The Statement of Applicability: other sets beside Annex A, columns and groups, the document, its
//! approval and what changed since.

use super::common::Bench;
use annexa::{
    app::Effect,
    assess::ApprovalState,
    isms::{Applicable, At, Kind},
    layer::Layer,
    pane::{Column, ListId},
};

fn typed(text: &str) -> String {
    text.replace(' ', "<space>")
}

fn ids(bench: &Bench) -> Vec<String> {
    let cx = bench.app.cx();
    bench.app.list().rows.iter().filter_map(|row| row.at(cx)).map(|at| at.key).collect()
}

/// Everything decided, justified and said to be planned; header complete.
fn finished() -> Bench {
    let mut bench = Bench::demo();
    bench.press("2/applicable:undecided<enter>*an<enter>");
    bench.press("<esc><esc>/!justified<enter>*J");
    bench.press(&typed("There is nothing of that kind in this company")).press("<esc>y<esc><esc>");
    bench
}

#[test]
fn controls_of_other_sets_stand_behind_annex_a() {
    let mut bench = Bench::blank();
    for (id, title, set) in [
        ("10.1", "Prototype protection", "TISAX"),
        ("CLD.6.3.1", "Shared roles", "ISO/IEC 27017"),
        ("CLD.12.1.5", "Administrator's operational security", ""),
    ] {
        // the set of controls with similar ids stands there already
        let keys = if set.is_empty() { String::new() } else { format!("<ctrl-u>{}", typed(set)) };
        bench.press("2n<ctrl-u>").press(id).press("<enter>").press(&typed(title));
        bench.press("<enter>").press(&keys).press("<enter><esc>");
        assert_eq!(bench.selected(), id);
    }
    assert_eq!(&*bench.app.isms.controls.get("CLD.12.1.5").unwrap().set, "ISO/IEC 27017");
    let ids = ids(&bench);
    assert_eq!(ids.len(), 96);
    assert_eq!(ids[92..], ["8.34", "CLD.6.3.1", "CLD.12.1.5", "10.1"]);
    assert!(bench.screen(80, 24).contains("CLD.12.1.5"), "an id is never cut");
    bench.press("<esc>/set:27017<enter>");
    assert_eq!(bench.app.list().rows.len(), 2);
    bench.press("<esc>/set:annex<enter>");
    assert_eq!(bench.app.list().rows.len(), 93);
    // the document has as many rows as the pane, in the same order
    bench.press("<esc>x").press("soa<space>html<enter>");
    let Some(Effect::Export { content, .. }) = bench.effects.last() else { panic!("no export") };
    assert_eq!(content.matches("<tr>").count(), 97);
    let place = |text: &str| content.find(text).unwrap();
    assert!(place("<td>5.9</td>") < place("<td>5.10</td>"));
    assert!(place("<td>8.34</td>") < place("<td>CLD.6.3.1</td>"));
    assert!(place("<td>CLD.12.1.5</td>") < place("<td>10.1</td>"));
}

#[test]
fn controls_are_grouped_by_every_attribute() {
    let mut bench = Bench::demo();
    bench.press("2");
    for name in [
        "theme",
        "type",
        "property",
        "concept",
        "capability",
        "domain",
        "new",
        "set",
        "owner",
        "status",
        "applicable",
    ] {
        bench.press("zg").press(name).press("<enter>");
        let list = bench.app.list();
        let group = list.group.map(Column::name);
        assert_eq!(group.as_deref(), Some(name));
        assert_eq!(list.rows.len(), 95, "{name}: no row is lost");
        // each group stands in one piece
        let cx = bench.app.cx();
        let mut texts: Vec<String> = list
            .rows
            .iter()
            .map(|row| annexa::pane::column::cell(cx, *row, list.group.unwrap()).text)
            .collect();
        texts.dedup();
        let count = texts.len();
        texts.sort();
        texts.dedup();
        assert_eq!(count, texts.len(), "{name}");
        bench.screen(80, 24);
        bench.screen(200, 60);
    }
}

#[test]
fn attributes_are_columns_and_several_columns_sort() {
    let mut bench = Bench::demo();
    bench.press("2zs").press("status<enter>").press("zs").press("owner<enter>");
    let sort: Vec<String> = bench.app.list().sort.iter().map(|(c, _)| c.name()).collect();
    assert_eq!(sort[..2], ["owner", "status"]);
    bench.press("zgcapab<enter>");
    let screen = bench.screen(200, 60);
    assert!(screen.contains("Capability") && screen.contains("Asset management"), "{screen}");
    bench.press("/capability:asset<space>type:prev<enter>");
    assert!((2..40).contains(&bench.app.list().rows.len()));
}

#[test]
fn titles_have_room_at_every_width() {
    let mut bench = Bench::blank();
    bench.press("2");
    for (width, height, title) in [
        (80, 24, "Information security roles"),
        (120, 40, "Policies for inform"),
        (200, 60, "Contact with special interest groups"),
    ] {
        let screen = bench.screen(width, height);
        assert!(screen.contains(title), "{screen}");
        assert!(screen.contains("undecided"), "what is missing stands in the row\n{screen}");
    }
}

#[test]
fn approving_with_open_points_names_them_first() {
    let mut bench = Bench::demo();
    bench.press("2gA").press("s<enter>");
    let Some(Layer::Confirm(confirm)) = bench.app.layers.last().map(|open| &open.layer) else {
        panic!("nothing was asked");
    };
    assert!(confirm.lines[0].contains("8 controls are still undecided"), "{:?}", confirm.lines);
    // enter is never yes to that
    bench.press("<enter>");
    assert!(!bench.app.layers.is_empty());
    bench.press("n");
    assert_eq!(bench.app.isms.soa.only().approvals.len(), 1);
}

fn approve(bench: &mut Bench) {
    bench.press("gA").press("s<enter>");
    if matches!(bench.app.layers.last().unwrap().layer, Layer::Confirm(_)) {
        bench.press("y");
    }
    bench.press("<enter>");
    bench.press("Agreed<space>today");
    let mut tries = 0;
    while !bench.app.layers.is_empty() && tries < 4 {
        bench.press("<enter>");
        tries += 1;
    }
    assert!(bench.app.assessment.soa.is_approved(), "{:?}", bench.app.assessment.soa);
}

#[test]
fn an_approval_goes_stale_field_by_field_and_comes_back() {
    let mut bench = finished();
    approve(&mut bench);
    let approval = bench.app.isms.soa.only().approvals.iter().next_back().unwrap().clone();
    assert_eq!(approval.digest.len(), 64);
    assert_eq!(approval.made, Some(bench.app.today));
    bench.press("2f8.8<enter>snn<enter>");
    bench.press("J").press("<space>And<space>more.<esc>");
    bench.press("f5.7<enter>").press("an<enter>");
    if !bench.app.layers.is_empty() {
        bench.press("<esc>");
    }
    let ApprovalState::Stale { changes } = &bench.app.assessment.soa else {
        panic!("{:?}", bench.app.assessment.soa)
    };
    let labels: Vec<&str> = changes.iter().map(|change| change.label.as_str()).collect();
    for label in ["8.8 Status", "8.8 Justification", "5.7 Applicable"] {
        assert!(labels.contains(&label), "{labels:?}");
    }
    // seen in the document, with a jump to the control
    bench.press("2t");
    assert_eq!(bench.app.list_id(), ListId::Soa);
    let screen = bench.screen(120, 60);
    assert!(screen.contains("Changed since:"), "{screen}");
    assert!(screen.contains("Status: partial → none"), "{screen}");
    bench.press("<tab>");
    bench.app.detail_cursor = 0;
    bench.press("<enter>");
    assert_eq!(bench.app.list_id(), ListId::Controls);
    assert!(["5.7", "8.8"].contains(&bench.selected().as_str()), "{}", bench.selected());
    // a note or an owner is not what was approved; putting back what was is
    while !bench.app.assessment.soa.is_approved() {
        assert!(bench.app.history.done().next().is_some());
        bench.press("u");
    }
    bench.press("2f8.8<enter>").press("d<ctrl-u>+3m<enter>");
    assert!(bench.app.assessment.soa.is_approved());
}

#[test]
fn the_document_says_what_an_auditor_would_object_to() {
    let mut bench = Bench::blank();
    bench.press("2t");
    let screen = bench.screen(120, 40);
    for words in ["has no version", "has no date", "Nobody keeps", "93 controls are still"] {
        assert!(screen.contains(words), "{words} in\n{screen}");
    }
    assert_eq!(bench.app.isms.row(Kind::Soa, "soa"), Some(0));
    let undecided = bench.app.isms.controls.rows();
    assert!(undecided.iter().all(|control| control.applicable == Applicable::Undecided));
    assert_eq!(At::new(Kind::Soa, "soa").kind, Kind::Soa);
}
