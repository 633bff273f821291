//! Where there can be no workbench: a sentence and exit code 2.

use crate::{cli_support::Place, workbench::on};

#[test]
fn a_dumb_terminal() {
    let place = Place::demo();
    let mut terminal = on(&place).env("TERM", "dumb").start();
    assert_eq!(terminal.code(), 2);
    terminal.given_back();
    let screen = terminal.screen().replace('\n', " ");
    assert!(screen.contains("TERM is dumb"), "{screen}");
    assert!(!terminal.stream().contains(&b'\x1b'), "no sequence for one that knows none");
}

#[test]
fn no_terminal() {
    let place = Place::demo();
    let said = place.run(&[]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(said.err.contains("not a terminal"), "{said:?}");
    // output into a file, from a terminal
    let mut terminal = on(&place).under("\"$@\" > out.txt").start();
    assert_eq!(terminal.code(), 2);
    terminal.given_back();
    assert!(terminal.screen().contains("Standard output is not a terminal"));
    assert_eq!(place.text("out.txt"), "");
}
