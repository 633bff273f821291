//! Other terminals, and what is sent to them.

use crate::{
    cli_support::Place,
    workbench::{on, until},
};

/// Whether the sequence sets a colour: 30-49, 90-107.
fn colours(stream: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(stream).into_owned();
    let sgr = text.split("\x1b[").skip(1).filter_map(|rest| {
        let (parameters, _) = rest.split_once('m')?;
        parameters.bytes().all(|b| b.is_ascii_digit() || b == b';').then(|| parameters.to_string())
    });
    let is_colour = |n: u8| matches!(n, 30..=38 | 40..=48 | 90..=97 | 100..=107);
    sgr.filter(|p| p.split(';').filter_map(|n| n.parse().ok()).any(is_colour)).collect()
}

#[test]
fn no_color_is_none_and_the_selection_is_still_seen() {
    let place = Place::demo();
    let mut terminal = on(&place).env("NO_COLOR", "1").controls();
    terminal.press_for("jj", "│▌ 5.3");
    terminal.look(|screen| {
        let row = (0..40).find(|y| screen.cell(*y, 1).is_some_and(|c| c.contents() == "▌"));
        let look = |y: u16| screen.cell(y, 3).map(|c| (c.inverse(), c.bold(), c.underline()));
        assert_ne!(look(row.unwrap()), look(row.unwrap() + 1), "the row looks like its neighbour");
    });
    terminal.press("<enter><esc>?");
    terminal.wait("Next row");
    terminal.press("<esc>1");
    terminal.wait("[1 Dashboard]");
    terminal.press("q");
    assert_eq!(terminal.code(), 0);
    assert_eq!(colours(&terminal.stream()), Vec::<String>::new());
}

#[test]
fn ascii_where_the_locale_or_the_console_wants_it() {
    for (name, value) in [("LANG", "C"), ("TERM", "linux")] {
        let place = Place::demo();
        let mut terminal = on(&place).env(name, value).controls();
        terminal.press("1");
        terminal.wait("[1 Dashboard]");
        terminal.press("4");
        terminal.wait("R-001");
        terminal.press("?");
        terminal.wait("Next row");
        terminal.press("<esc>q");
        assert_eq!(terminal.code(), 0);
        // what is drawn is ASCII; what people wrote stays as they wrote it
        let text = String::from_utf8(terminal.stream()).unwrap();
        let drawn = |c: &char| matches!(c, '\u{2190}'..='\u{21ff}' | '\u{2500}'..='\u{25ff}');
        let strange: Vec<char> = text.chars().filter(drawn).collect();
        assert_eq!(strange, Vec::<char>::new(), "{name}={value}");
    }
}

#[test]
fn every_frame_is_whole_and_nothing_is_cleared_between() {
    let place = Place::demo();
    let mut terminal = on(&place).controls();
    terminal.press("jjjj<pagedown><pagedown>G");
    terminal.wait("8.34");
    terminal.press_for("gg<tab>jj", "5.1");
    terminal.press_for("<esc>?", "Next row");
    terminal.press_for("<esc>1", "[1 Dashboard]");
    terminal.press_for("4t", "impact");
    terminal.press("q");
    assert_eq!(terminal.code(), 0);
    let text = String::from_utf8(terminal.stream()).unwrap();
    let (begin, end) = ("\x1b[?2026h", "\x1b[?2026l");
    let mut pieces = text.split(begin);
    let entering = pieces.next().unwrap();
    assert!(!entering.contains("Dashboard"), "something is drawn before the first frame");
    let frames: Vec<&str> = pieces.collect();
    assert!(frames.len() > 8);
    let last = frames.len() - 1;
    for (nth, frame) in frames.iter().enumerate() {
        let (inside, after) = frame.split_once(end).expect("a frame has an end");
        // the first frame clears; afterwards only lines' ends are erased
        let clears = ["\x1b[2J", "\x1b[J", "\x1b[0J", "\x1b[1J"].iter().any(|c| inside.contains(c));
        assert!(nth == 0 || !clears, "frame {nth} clears: {inside:?}");
        assert!(!inside.contains("\x1b[?1049"), "frame {nth}: {inside:?}");
        if nth < last {
            let title =
                after.is_empty() || (after.starts_with("\x1b]2;") && after.ends_with('\x07'));
            assert!(title, "between two frames: {after:?}");
        }
    }
}

fn copied(place: &Place, name: &str, value: &str) -> String {
    let mut terminal = on(place).env(name, value).controls();
    terminal.press_for("yy", "copied");
    let wanted = |stream: &[u8]| String::from_utf8_lossy(stream).contains("]52;c;");
    until("something is copied", || wanted(&terminal.stream()));
    terminal.press("q");
    assert_eq!(terminal.code(), 0);
    String::from_utf8(terminal.stream()).unwrap()
}

#[test]
fn a_copy_reaches_the_terminal_one_sits_at() {
    let place = Place::demo();
    // "5.1"
    assert!(copied(&place, "TERM", "xterm").contains("\x1b]52;c;NS4x\x07"));
    assert!(
        copied(&place, "TMUX", "/tmp/x,1,0").contains("\x1bPtmux;\x1b\x1b]52;c;NS4x\x07\x1b\\")
    );
    assert!(copied(&place, "TERM", "screen").contains("\x1bP\x1b]52;c;NS4x\x07\x1b\\"));
}

#[test]
fn the_window_has_a_title_and_gets_its_old_one_back() {
    let place = Place::demo();
    let mut terminal = on(&place).controls();
    terminal.press("q");
    assert_eq!(terminal.code(), 0);
    let text = String::from_utf8(terminal.stream()).unwrap();
    let at = |wanted: &str| text.find(wanted).unwrap_or_else(|| panic!("no {wanted:?}"));
    assert!(at("\x1b[22;0t") < at("\x1b]2;annexa · Northwind"));
    assert!(at("\x1b]2;annexa") < at("\x1b[23;0t"));
}

#[test]
fn any_size_is_drawn_and_small_ones_say_so() {
    let place = Place::demo();
    let mut terminal = on(&place).controls();
    for (columns, rows) in [(80, 24), (30, 8), (1, 1), (200, 60), (3, 50), (60, 16), (120, 40)] {
        terminal.resize((columns, rows));
    }
    terminal.wait_for("the last size", |screen| {
        let contents = screen.contents();
        contents.contains("Policies for information") && contents.contains("9 Scope")
    });
    terminal.resize((30, 8));
    terminal.wait("needs 40x10");
    terminal.press("q");
    assert_eq!(terminal.code(), 0);
    terminal.given_back();
}
