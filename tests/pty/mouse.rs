//! The mouse, for those who switch it on.

use crate::{cli_support::Place, workbench::on};

/// A press and a release of the left button on a cell, counted from 0.
fn click(x: u16, y: u16) -> Vec<u8> {
    format!("\x1b[<0;{0};{1}M\x1b[<0;{0};{1}m", x + 1, y + 1).into_bytes()
}

#[test]
fn off_unless_asked_for_and_off_again_at_the_end() {
    let place = Place::demo();
    let mut terminal = on(&place).controls();
    let mode = |screen: &vt100::Screen| screen.mouse_protocol_mode();
    assert_eq!(terminal.look(mode), vt100::MouseProtocolMode::None);
    terminal.press("gm");
    terminal.wait_for("the mouse on", |screen| mode(screen) != vt100::MouseProtocolMode::None);
    // the second row of the list, then a pane's name in the head
    terminal.send(&click(10, 5));
    terminal.wait("│▌ 5.2");
    terminal.send(b"\x1b[<65;11;6M");
    terminal.wait("│▌ 5.5");
    let head = terminal.screen().lines().next().unwrap().to_string();
    let x = head.find("4 Risks").map(|at| head[..at].chars().count()).unwrap();
    terminal.send(&click(u16::try_from(x).unwrap() + 1, 0));
    terminal.wait("[4 Risks]");
    terminal.press("q");
    assert_eq!(terminal.code(), 0);
    terminal.given_back();
}
