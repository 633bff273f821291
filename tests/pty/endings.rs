//! However the program ends, the terminal is as it was found, and nothing typed is lost.

use crate::{
    cli_support::Place,
    terminal::Terminal,
    workbench::{drafts, on, until},
};
use rustix::process::Signal;

const TYPED: &str = "Typed before the end";

/// The workbench with a text half written into the justification of 5.1.
#[track_caller]
fn writing(place: &Place) -> Terminal {
    let terminal = on(place).controls();
    typing(&terminal);
    terminal
}

#[track_caller]
fn typing(terminal: &Terminal) {
    terminal.press_for("J", "esc");
    terminal.press_for(TYPED, TYPED);
}

/// The next session offers the text, and saves it when it is taken.
#[track_caller]
fn offered_again(place: &Place) {
    let mut terminal = on(place).open();
    terminal.press_for("gD", TYPED);
    terminal.press_for("<enter>", "take it over");
    terminal.press_for("<enter>", "saved");
    assert!(place.text("controls.ron").contains(TYPED));
    terminal.press("q");
    assert_eq!(terminal.code(), 0);
}

fn ends_on(signal: Signal, code: i32) {
    let place = Place::demo();
    let mut terminal = writing(&place);
    terminal.signal(signal);
    assert_eq!(terminal.code(), code);
    terminal.given_back();
    assert!(drafts(&place).contains(TYPED), "{}", drafts(&place));
    offered_again(&place);
}

#[test]
fn sigterm() {
    ends_on(Signal::TERM, 143);
}

#[test]
fn sighup() {
    ends_on(Signal::HUP, 129);
}

#[test]
fn sigint() {
    ends_on(Signal::INT, 130);
}

#[test]
fn kill_while_typing() {
    let place = Place::demo();
    let mut terminal = writing(&place);
    // within a second, says the promise; the machine may be slow, so only that it comes is asked
    until("the draft is on the disk", || drafts(&place).contains(TYPED));
    terminal.kill();
    offered_again(&place);
}

#[test]
fn the_line_is_cut() {
    let place = Place::demo();
    let mut terminal = writing(&place);
    terminal.hang_up();
    assert_eq!(terminal.code(), 129);
    offered_again(&place);
}

#[test]
fn the_line_is_cut_and_nobody_is_told() {
    let place = Place::demo();
    let mut terminal = on(&place).under("trap '' HUP; exec \"$@\"").controls();
    typing(&terminal);
    terminal.hang_up();
    // no signal reaches it: it sees by itself that nobody is there
    assert_eq!(terminal.code(), 129);
    offered_again(&place);
}

#[test]
fn a_signal_in_the_middle_of_a_key() {
    let place = Place::demo();
    let mut terminal = on(&place).controls();
    terminal.send(b"\x1b[");
    terminal.signal(Signal::TERM);
    assert_eq!(terminal.code(), 143);
    terminal.given_back();
}

fn fails(place: &str, said: &str) {
    if !cfg!(debug_assertions) {
        return; // there is no way to make a release build fail
    }
    let folder = Place::demo();
    let mut terminal = on(&folder).env("ANNEXA_FAIL", place).controls();
    typing(&terminal);
    until("the draft is on the disk", || drafts(&folder).contains(TYPED));
    terminal.signal(Signal::USR1);
    assert_eq!(terminal.code(), 101);
    terminal.given_back();
    let screen = terminal.screen().replace('\n', " ");
    assert!(screen.contains(said) && screen.contains("failed on purpose"), "{screen}");
    offered_again(&folder);
}

#[test]
fn a_panic_on_the_thread_that_draws() {
    fails("here", "panicked");
}

#[test]
fn a_panic_on_another_thread() {
    fails("elsewhere", "what was typed is kept");
}
