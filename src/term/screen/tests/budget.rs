//! Bytes are what a person on a slow link waits for: the limits of the quality page.

use super::*;

const WORDS: &[&str] = &[
    "phishing",
    "of",
    "staff",
    "exposes",
    "customer",
    "data",
    "to",
    "strangers",
    "without",
    "any",
    "backup",
    "kept",
    "off",
    "site",
    "since",
    "March",
    "laptops",
    "leave",
    "encrypted",
    "rarely",
];

/// Some text that differs from row to row, as a register's does.
fn text(row: usize, length: usize) -> String {
    let mut text = format!("R-{row:05} ");
    let mut dice = row * 7_919 + 13;
    while text.len() < length {
        dice = (dice * 1_103_515_245 + 12_345) % 2_147_483_648;
        text.push_str(WORDS[dice / 65_536 % WORDS.len()]);
        text.push(' ');
    }
    text.truncate(length);
    text
}

/// Columns of a row's text; the rest of the row is blank.
const LENGTH: usize = 112;

/// A list over the whole width, or beside a detail pane, as the workbench shows it.
struct List {
    top: usize,
    selected: usize,
    detail: bool,
}

impl List {
    fn draw(&self, buffer: &mut Buffer) {
        let Rect { width, height, .. } = buffer.area;
        let list = if self.detail { 70 } else { width };
        for y in 0..height - 1 {
            let at = self.top + usize::from(y);
            let line = format!("  {}", text(at, LENGTH));
            buffer.set_stringn(0, y, line, usize::from(list), Style::new());
            if at == self.selected {
                buffer.set_style(Rect::new(0, y, list, 1), Style::new().bg(Color::Blue));
            }
        }
        if self.detail {
            for y in 0..height - 1 {
                buffer.set_string(list, y, "│", Style::new());
            }
            let at = self.selected;
            buffer.set_string(72, 0, format!("R-{at:05} {at} of ten thousand"), Style::new());
            for y in 2..9 {
                let text = text(at * 10 + usize::from(y), 46);
                buffer.set_string(72, y, text, Style::new());
            }
        }
        let status = format!(" {}/10000", self.selected + 1);
        buffer.set_string(0, height - 1, status, Style::new());
    }

    /// Draws with the cursor on the selected row and returns how many bytes that took.
    fn show(&self, terminal: &mut Painted) -> usize {
        let y = u16::try_from(self.selected - self.top).unwrap();
        terminal
            .draw(|f| {
                self.draw(f.buffer_mut());
                f.set_cursor_position((0, y));
            })
            .unwrap();
        std::mem::take(terminal.backend_mut().get_mut()).len()
    }
}

fn listing(detail: bool) -> (Painted, List) {
    let mut terminal = open(120, 40);
    let mut list = List { top: 4_998, selected: 5_010, detail };
    list.show(&mut terminal);
    list.selected += 1;
    list.show(&mut terminal);
    (terminal, list)
}

/// What tools/limits/limit.c writes to repaint a plain and a selected row, its cursor moves
/// included: the fewest bytes for a selection that has a background colour.
const TWO_ROWS: usize = (5 + 2 + LENGTH + 3) + (5 + 1 + 5 + 2 + LENGTH + 3 + 3);
/// What it writes for a page of 39 rows.
const PAGE: usize = 3 + 39 * (2 + LENGTH + 3 + 2) + 8;

fn within(bytes: usize, limit: usize, percent: usize) {
    assert!(bytes * 100 <= limit * percent, "{bytes} bytes, the limit being {limit}");
}

#[test]
fn moving_within_a_list_alone() {
    let (mut terminal, mut list) = listing(false);
    list.selected += 1;
    within(list.show(&mut terminal), TWO_ROWS, 115);
}

#[test]
fn scrolling_a_list_alone_by_a_line() {
    for down in [true, false] {
        let (mut terminal, mut list) = listing(false);
        list.selected = if down { list.top + 38 } else { list.top };
        list.show(&mut terminal);
        let step = |n: usize| if down { n + 1 } else { n - 1 };
        (list.top, list.selected) = (step(list.top), step(list.selected));
        within(list.show(&mut terminal), TWO_ROWS, 150);
    }
}

#[test]
fn a_page_down() {
    let (mut terminal, mut list) = listing(false);
    list.top += 39;
    list.selected += 39;
    within(list.show(&mut terminal), PAGE, 120);
}

#[test]
fn half_a_page_down_is_half_a_page() {
    let (mut terminal, mut list) = listing(false);
    list.top += 19;
    list.selected += 19;
    within(list.show(&mut terminal), PAGE / 2, 120);
}

#[test]
fn moving_beside_a_detail_pane() {
    let (mut terminal, mut list) = listing(true);
    list.selected += 1;
    // 70 columns of two rows, and seven lines of other text
    assert!(list.show(&mut terminal) <= 2 * 70 + 7 * 46 + 140);
}

#[test]
fn scrolling_beside_a_detail_pane() {
    let (mut terminal, mut list) = listing(true);
    list.selected = list.top + 38;
    list.show(&mut terminal);
    list.top += 1;
    list.selected += 1;
    let bytes = list.show(&mut terminal);
    assert!(bytes <= 1_500, "{bytes} bytes");
}
