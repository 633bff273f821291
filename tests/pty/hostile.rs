//! A hostile folder under a hostile name in a hostile environment, in a real terminal.

use crate::{
    cli_support::Place,
    hostile_text::{PAYLOAD, spoiled},
    stream::stranger,
    workbench::on,
};
use std::path::Path;

const FOLDER: &str = "a\u{1b}]52;c;aGk=\u{7}\u{9b}2J\u{202e}b";

/// The demo with the payload in every free text, below a folder with a name of that kind.
fn place() -> Place {
    let place = Place::empty();
    let folder = place.path().join(FOLDER);
    std::fs::create_dir(&folder).unwrap();
    for entry in std::fs::read_dir(crate::cli_support::data("demo")).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(folder.join(path.file_name().unwrap()), spoiled(&text)).unwrap();
    }
    place
}

#[track_caller]
fn tame(stream: &[u8], what: &str) {
    // what the line discipline of the terminal echoes is not ours, and not there in raw mode
    assert_eq!(stranger(stream), None, "{what}");
}

#[test]
fn the_workbench_lets_nothing_through() {
    let place = place();
    let evil = "x\u{1b}]52;c;aGk=\u{7}\u{9b}31m\u{202e}";
    let mut terminal = on(&place)
        .arg(FOLDER)
        .env("USER", evil)
        .env("LOGNAME", evil)
        .env("LANG", &format!("{evil}.UTF-8"))
        .env("EDITOR", &format!("'no such {evil}"))
        .env("COLORTERM", evil)
        .start();
    terminal.wait("Stage 1 in");
    terminal.press_for("2", "Policies");
    terminal.press("E");
    terminal.wait("can't be read as a command");
    terminal.press("yygw");
    terminal.press("<esc>4<tab>jj<esc>gp");
    terminal.press("<esc>gM");
    terminal.press("<esc>fpolic");
    terminal.press("<esc>1");
    terminal.wait("[1 Dashboard]");
    // broken while it is open: the error quotes the text
    let file = place.path().join(FOLDER).join("risks.ron");
    std::fs::write(&file, format!("Risks(schema: 1, risks: [{PAYLOAD}])")).unwrap();
    terminal.wait("risks.ron");
    terminal.press("q");
    assert_eq!(terminal.code(), 0);
    tame(&terminal.stream(), "the workbench");
    terminal.given_back();
}

#[test]
fn commands_print_nothing_but_text() {
    let place = place();
    let folder = place.path().join(FOLDER);
    let broken = place.path().join("broken\u{1b}[31m");
    std::fs::create_dir(&broken).unwrap();
    std::fs::copy(folder.join("isms.ron"), broken.join("isms.ron")).unwrap();
    let text = format!("Risks(schema: 1, risks: [(id: \"R-1\", {PAYLOAD}: 1)])");
    std::fs::write(broken.join("risks.ron"), text).unwrap();
    let commands: &[&[&str]] = &[
        &["show", "R-014"],
        &["show", PAYLOAD_ARG],
        &["list", "risks"],
        &["list", "risks", PAYLOAD_ARG],
        &["list", "controls", "status:partial"],
        &["check"],
        &["gaps"],
        &["status"],
        &["diff"],
        &["set", "R-014", "nothing", "x"],
    ];
    for folder in [&folder, &broken] {
        for args in commands {
            on_terminal(&place, folder, args);
        }
    }
}

const PAYLOAD_ARG: &str = "x\u{1b}]52;c;aGk=\u{7}\u{9b}2J\u{202e}";

fn on_terminal(place: &Place, folder: &Path, args: &[&str]) {
    let mut opening = on(place).env("ANNEXA_DIR", folder.to_str().unwrap());
    for arg in args {
        opening = opening.arg(arg);
    }
    let mut terminal = opening.start();
    terminal.code();
    tame(&terminal.stream(), &format!("{args:?} in {folder:?}"));
}
