//! Others at work in the same folder.

use crate::{
    cli_support::Place,
    workbench::{on, until},
};

#[test]
fn two_workbenches_see_each_other_and_lose_nothing() {
    let place = Place::demo();
    let mut one = on(&place).controls();
    let mut other = on(&place).controls();
    one.press("sp<enter>");
    one.wait("saved");
    // the list shows what the other one did
    other.wait_for("5.1 planned", |s| row(s, "5.1").contains("planned"));
    other.press("jjsp<enter>");
    other.wait("saved");
    one.wait_for("5.3 planned", |s| row(s, "5.3").contains("planned"));
    // both at once, on different fields of one record
    one.press("jjjd2027-03-01<enter>");
    other.press("jsp<enter>");
    until("both are on the disk", || {
        let record = record(&place, "5.4");
        record.contains("due: \"2027-03-01\"") && record.contains("status: Planned")
    });
    for terminal in [&mut one, &mut other] {
        terminal.press("q");
        assert_eq!(terminal.code(), 0);
    }
    for id in ["5.1", "5.3", "5.4"] {
        assert!(record(&place, id).contains("status: Planned"), "{id}");
    }
}

/// A control's text on the disk.
fn record(place: &Place, id: &str) -> String {
    let text = place.text("controls.ron");
    let rest = text.split(&format!("id: \"{id}\"")).nth(1).unwrap();
    rest.split("id: ").next().unwrap().to_string()
}

/// The row of a record on the screen.
fn row(screen: &vt100::Screen, id: &str) -> String {
    let contents = screen.contents();
    let wanted = |line: &&str| line.split_whitespace().any(|word| word == id);
    contents.lines().skip(3).find(wanted).unwrap_or_default().to_string()
}

#[test]
fn a_file_renamed_into_place_is_seen() {
    let place = Place::demo();
    let terminal = on(&place).controls();
    // as vim saves: a new file takes the name of the old one
    let text = place.text("controls.ron").replacen("status: Implemented", "status: Planned", 1);
    place.write("controls.ron~", &text);
    let path = |name: &str| place.path().join(name);
    std::fs::rename(path("controls.ron~"), path("controls.ron")).unwrap();
    terminal.wait_for("5.1 planned", |s| row(s, "5.1").contains("planned"));
    terminal.wait("changed by another program");
}

#[test]
fn a_file_broken_and_mended_by_another_program() {
    let place = Place::demo();
    let terminal = on(&place).controls();
    let whole = place.text("controls.ron");
    place.write("controls.ron", &whole.replacen("controls: [", "controls: [[", 1));
    terminal.wait("controls.ron");
    // the other registers go on working
    terminal.press_for("4", "R-001");
    place.write("controls.ron", &whole);
    terminal.press_for("2", "Policies for information");
    assert_eq!(place.text("controls.ron"), whole);
}
