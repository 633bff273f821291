//! Keys as a network delivers them, and pastes.

use crate::{cli_support::Place, terminal::Terminal, workbench::on};
use std::{
    thread,
    time::{Duration, Instant},
};

/// The id in the row under the mark.
fn selected(screen: &vt100::Screen) -> String {
    let contents = screen.contents();
    let row = contents.lines().find_map(|line| line.split_once("│▌ ")).map(|(_, rest)| rest);
    row.and_then(|row| row.split_whitespace().next()).unwrap_or_default().to_string()
}

#[track_caller]
fn wait_selected(terminal: &Terminal, id: &str) {
    terminal.wait_for(&format!("{id} selected"), |screen| selected(screen) == id);
}

#[test]
fn a_key_cut_apart_is_that_key_and_no_escape() {
    // a machine that is too busy to send the second half in time proves nothing: once more, then
    let place = Place::demo();
    let told = (0..5).any(|_| cut_apart(&on(&place).controls()));
    assert!(told, "this machine never got both halves out within 20 ms");
}

/// Sends arrow keys in two halves 15 ms apart; false if a pause grew too long to tell anything.
fn cut_apart(terminal: &Terminal) -> bool {
    // a filter that esc would clear
    terminal.press("/5.<enter>");
    terminal.wait("filter: 5.");
    wait_selected(terminal, "5.1");
    let mut at = 1;
    for sequence in [&b"\x1b[B"[..], b"\x1bOB", b"\x1b[1;1B"] {
        for cut in 1..sequence.len() {
            let start = Instant::now();
            terminal.send(&sequence[..cut]);
            thread::sleep(Duration::from_millis(15));
            terminal.send(&sequence[cut..]);
            if start.elapsed() > Duration::from_millis(20) {
                return false;
            }
            at += 1;
            wait_selected(terminal, &format!("5.{at}"));
        }
    }
    terminal.wait("filter: 5.");
    terminal.press("<esc>");
    terminal.wait_gone("filter: 5.");
    true
}

#[test]
fn a_paste_outside_a_field_changes_nothing() {
    let place = Place::demo();
    let before = place.text("controls.ron");
    let mut terminal = on(&place).controls();
    terminal.send(b"\x1b[200~sq\nD\ny\n\x1b[201~");
    terminal.wait("nothing was changed");
    wait_selected(&terminal, "5.1");
    terminal.press("q");
    assert_eq!(terminal.code(), 0);
    assert_eq!(place.text("controls.ron"), before);
}

#[test]
fn a_paste_into_a_field_is_text_whatever_it_holds() {
    let place = Place::demo();
    let mut terminal = on(&place).controls();
    terminal.press_for("J", "esc");
    terminal.send(b"\x1b[200~First line\r\nq second \x1b]52;c;aGk=\x07\x1b[31mline\x1b[201~");
    terminal.wait("First line");
    terminal.wait("q second");
    terminal.press_for("<esc>", "saved");
    let text = place.text("controls.ron");
    assert!(text.contains("First line\\nq second") || text.contains("First line\nq second"));
    assert!(!text.contains('\x1b') && !text.contains('\x07'));
    terminal.press("q");
    assert_eq!(terminal.code(), 0);
}
