use super::*;
use ratatui::Terminal;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

mod budget;
mod model;
mod random;

type Painted = Terminal<Screen<Vec<u8>>>;

fn open(width: u16, height: u16) -> Painted {
    Terminal::new(Screen::fixed(Vec::new(), Size::new(width, height))).unwrap()
}

/// Draws a frame and returns its bytes.
fn frame(terminal: &mut Painted, draw: impl FnOnce(&mut Buffer)) -> Vec<u8> {
    terminal.draw(|f| draw(f.buffer_mut())).unwrap();
    std::mem::take(terminal.backend_mut().get_mut())
}

fn put(buffer: &mut Buffer, text: &str) {
    buffer.set_string(0, 0, text, Style::new());
}

#[test]
fn a_frame_that_changes_nothing_writes_nothing() {
    let mut terminal = open(20, 5);
    let draw = |b: &mut Buffer| {
        b.set_string(2, 1, "hello", Style::new().bold());
    };
    assert!(!frame(&mut terminal, draw).is_empty());
    let before = terminal.backend().writes();
    assert_eq!(frame(&mut terminal, draw), b"");
    assert_eq!(terminal.backend().writes(), before);
}

#[test]
fn a_frame_is_one_write_between_marks() {
    let mut terminal = open(20, 5);
    let bytes = frame(&mut terminal, |b| put(b, "hello"));
    assert!(bytes.starts_with(BEGIN) && bytes.ends_with(END));
    assert_eq!(terminal.backend().writes(), 1);
    assert_eq!(terminal.backend().bytes(), bytes.len() as u64);
}

#[test]
fn only_the_first_frame_clears() {
    let mut terminal = open(20, 5);
    let clears = |bytes: &[u8]| bytes.windows(4).any(|w| w == b"\x1b[2J");
    assert!(clears(&frame(&mut terminal, |_| ())));
    assert!(!clears(&frame(&mut terminal, |b| put(b, "x"))));
    terminal.clear().unwrap();
    assert!(clears(&frame(&mut terminal, |b| put(b, "x"))));
}

#[test]
fn the_cursor_is_told_once() {
    let mut terminal = open(20, 5);
    let at = |terminal: &mut Painted, place: Option<(u16, u16)>| {
        terminal
            .draw(|f| {
                if let Some(place) = place {
                    f.set_cursor_position(place);
                }
            })
            .unwrap();
        let bytes = std::mem::take(terminal.backend_mut().get_mut());
        String::from_utf8(bytes).unwrap().replace("\x1b[?2026h", "").replace("\x1b[?2026l", "")
    };
    at(&mut terminal, None);
    assert_eq!(at(&mut terminal, Some((3, 2))), "\x1b[3;4H\x1b[?25h");
    assert_eq!(at(&mut terminal, Some((3, 2))), "");
    assert_eq!(at(&mut terminal, Some((2, 2))), "\x08");
    assert_eq!(at(&mut terminal, None), "\x1b[?25l");
    assert_eq!(at(&mut terminal, None), "");
}

#[test]
fn no_control_character_of_a_cell_reaches_the_terminal() {
    let mut terminal = open(20, 4);
    let bytes = frame(&mut terminal, |b| {
        for (y, symbol) in (0..).zip(["\x1b]52;c;aGk=\x07", "\u{9b}2J", "a\nb", ""]) {
            b[(0, y)].set_symbol(symbol);
        }
    });
    let text = String::from_utf8(bytes).unwrap();
    assert!(!text.contains("]52") && !text.contains('\u{9b}') && !text.contains("a\n"), "{text:?}");
    assert_eq!(text.matches('?').count(), 3 + 3);
}

#[test]
fn without_background_erase_a_coloured_row_is_written_out() {
    let paint = |does: bool| {
        let screen = Screen::fixed(Vec::new(), Size::new(40, 1)).erasing_with_background(does);
        let mut terminal = Terminal::new(screen).unwrap();
        frame(&mut terminal, |b| b.set_style(Rect::new(0, 0, 40, 1), Style::new().bg(Color::Blue)))
    };
    assert!(paint(true).len() + 30 < paint(false).len());
}

#[test]
fn a_part_can_be_cleared() {
    let mut terminal = open(10, 3);
    let mut seen = model::Seen::new(10, 3);
    seen.take(&frame(&mut terminal, |b| {
        for y in 0..3 {
            b.set_string(0, y, "0123456789", Style::new().fg(Color::Red));
        }
    }));
    let screen = terminal.backend_mut();
    for (part, rows) in [
        (ClearType::UntilNewLine, ["0123456789", "0123", "0123456789"]),
        (ClearType::BeforeCursor, ["", "", "0123456789"]),
        (ClearType::AfterCursor, ["", "", ""]),
    ] {
        screen.set_cursor_position((4, 1)).unwrap();
        screen.clear_region(part).unwrap();
        screen.flush().unwrap();
        seen.take(&std::mem::take(screen.get_mut()));
        assert_eq!(seen.rows(), rows, "{part:?}");
    }
}

#[test]
fn attributes_reach_the_terminal() {
    let mut terminal = open(10, 1);
    let bytes = frame(&mut terminal, |b| {
        b.set_string(0, 0, "x", Style::new().crossed_out().italic().fg(Color::Indexed(99)));
        b.set_string(1, 0, " ", Style::new().add_modifier(Modifier::UNDERLINED));
    });
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains("\x1b[3;9;38;5;99mx"), "{text:?}");
    assert!(text.contains("\x1b[0;4m "), "{text:?}");
}
