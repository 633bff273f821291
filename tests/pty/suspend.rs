//! The terminal lent out: to the shell, and to an editor.

use crate::{
    cli_support::Place,
    terminal::Terminal,
    workbench::{on, until},
};
use rustix::process::{Pid, Signal, kill_process};
use std::os::unix::fs::PermissionsExt;

/// The state of a process, as the kernel writes it: R, S, T.
fn state(pid: Pid) -> char {
    let path = format!("/proc/{}/stat", pid.as_raw_nonzero());
    let stat = std::fs::read_to_string(path).unwrap_or_default();
    let state = stat.rsplit_once(')').and_then(|(_, rest)| rest.trim().chars().next());
    state.unwrap_or('X')
}

/// The workbench as the job of a shell, and its process.
#[track_caller]
fn as_a_job(place: &Place) -> (Terminal, Pid) {
    let script = r#"set -m; "$@"; echo "stopped $?"; read -r line; fg >/dev/null; echo "ended $?""#;
    let terminal = on(place).under(script).controls();
    let children = format!("/proc/{0}/task/{0}/children", terminal.pid().as_raw_nonzero());
    let children = std::fs::read_to_string(children).unwrap();
    let pid = children.split_whitespace().next().unwrap().parse().unwrap();
    (terminal, Pid::from_raw(pid).unwrap())
}

fn stops_and_comes_back(stop: impl FnOnce(&Terminal, Pid)) {
    let place = Place::demo();
    let (mut terminal, pid) = as_a_job(&place);
    let before = terminal.screen();
    stop(&terminal, pid);
    terminal.wait("stopped 147");
    until("it is stopped", || state(pid) == 'T');
    terminal.given_back();
    terminal.press("<enter>");
    terminal.wait_for("the screen as it was", |screen| {
        screen.alternate_screen() && screen.contents() == before
    });
    // and it is alive
    terminal.press_for("j", "Information security role");
    terminal.press("q");
    terminal.wait("ended 0");
    assert_eq!(terminal.code(), 0);
    terminal.given_back();
}

#[test]
fn ctrl_z_and_fg() {
    stops_and_comes_back(|terminal, _| terminal.press("<ctrl-z>"));
}

#[test]
fn a_stop_signal_and_fg() {
    stops_and_comes_back(|_, pid| kill_process(pid, Signal::TSTP).unwrap());
}

#[test]
fn without_a_shell_to_come_back_to_it_does_not_stop() {
    let place = Place::demo();
    let terminal = on(&place).controls();
    terminal.press_for("<ctrl-z>", "Can't suspend");
    assert_ne!(state(terminal.pid()), 'T');
}

#[test]
fn stopped_and_continued_by_others_it_draws_anew() {
    let place = Place::demo();
    let terminal = on(&place).controls();
    let before = terminal.screen();
    terminal.signal(Signal::STOP);
    until("it is stopped", || state(terminal.pid()) == 'T');
    let sent = terminal.stream().len();
    terminal.signal(Signal::CONT);
    until("it has drawn again", || terminal.stream().len() > sent + 1_000);
    terminal.wait_for("the screen as it was", |screen| screen.contents() == before);
}

/// An editor that says hello, reads a line from the terminal and appends it to the file.
fn editor(place: &Place) -> String {
    let path = place.path().join("editor.sh");
    let script = "#!/bin/sh\nfor file; do :; done\necho \"now editing\"\nread -r line\n\
                  printf '// %s\\n' \"$line\" >> \"$file\"\n";
    std::fs::write(&path, script).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    path.to_str().unwrap().to_string()
}

#[test]
fn the_editor_gets_every_key_and_the_screen_comes_back() {
    let place = Place::demo();
    let editor = editor(&place);
    let mut terminal = on(&place).env("EDITOR", &editor).controls();
    let before = terminal.screen();
    terminal.press("E");
    terminal.wait("now editing");
    terminal.look(|screen| assert!(!screen.alternate_screen()));
    assert!(terminal.is_sane());
    // all of it is for the editor: q would leave the workbench, j would move
    terminal.press("jjq from the editor<enter>");
    terminal.wait_for("the screen again", |screen| {
        screen.alternate_screen() && screen.contents().contains("Policies for information")
    });
    assert!(place.text("controls.ron").ends_with("// jjq from the editor\n"));
    terminal.press_for("<ctrl-l>", "5.34");
    let lines = |text: &str| text.lines().skip(3).take(30).map(str::to_string).collect::<Vec<_>>();
    assert_eq!(lines(&terminal.screen()), lines(&before));
    terminal.press("q");
    assert_eq!(terminal.code(), 0);
    terminal.given_back();
    let stream = String::from_utf8(terminal.stream()).unwrap();
    let titles = stream.matches("\x1b]2;annexa").count();
    assert_eq!(titles, 2, "the window is named again after the editor");
}

#[test]
fn a_text_goes_through_the_editor_and_comes_back() {
    let place = Place::demo();
    let editor = editor(&place);
    let mut terminal = on(&place).env("VISUAL", &editor).controls();
    terminal.press_for("J", "esc");
    terminal.press("<ctrl-x>");
    terminal.wait("now editing");
    terminal.press("finished elsewhere<enter>");
    terminal.wait("// finished elsewhere");
    terminal.press_for("<esc>", "saved");
    assert!(place.text("controls.ron").contains("// finished elsewhere"));
    terminal.press("q");
    assert_eq!(terminal.code(), 0);
}
