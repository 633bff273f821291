//! A session from the first screen to the shell's prompt.

use crate::{
    cli_support::Place,
    workbench::{changed_lines, on},
};

#[test]
fn the_first_screen_shows_the_records_and_q_gives_the_terminal_back() {
    let place = Place::demo();
    let mut terminal = on(&place).open();
    terminal.wait("SoA");
    terminal.press("q");
    assert_eq!(terminal.code(), 0);
    terminal.given_back();
    assert_eq!(terminal.screen().trim(), "", "nothing is left on the shell's screen");
}

#[test]
fn an_edited_field_is_saved_as_one_line() {
    let place = Place::demo();
    let before = place.text("controls.ron");
    let mut terminal = on(&place).controls();
    terminal.press_for("s", "implemented");
    terminal.press("p<enter>");
    terminal.wait("saved");
    let changed = changed_lines(&before, &place.text("controls.ron"));
    let line = |word: &str| format!("            status: {word},");
    assert_eq!(changed, [(line("Implemented"), line("Planned"))]);
    terminal.press("q");
    assert_eq!(terminal.code(), 0);
    terminal.given_back();
}

#[test]
fn looking_at_everything_changes_no_byte() {
    let place = Place::demo();
    let read = |place: &Place| -> Vec<(String, Vec<u8>)> {
        let entries = std::fs::read_dir(place.path()).unwrap().flatten();
        let files = entries.filter(|entry| entry.path().is_file());
        let mut files: Vec<_> = files
            .map(|e| (e.file_name().into_string().unwrap(), std::fs::read(e.path()).unwrap()))
            .collect();
        files.sort();
        files
    };
    let before = read(&place);
    let mut terminal = on(&place).open();
    for pane in 1..=9 {
        terminal.press(&format!("{pane}jjjGgg<tab>jj<esc>t<esc>"));
    }
    terminal.press("1");
    terminal.wait("[1 Dashboard]");
    terminal.press("q");
    assert_eq!(terminal.code(), 0);
    assert_eq!(read(&place), before);
}
