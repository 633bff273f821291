//! After every frame of any history the terminal shows what the buffer holds.

use super::model::Seen;
use super::*;

/// A small generator with a fixed seed, so that a failure repeats.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n as u64).unwrap()
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    fn style(&mut self) -> Style {
        let colors = [
            Color::Reset,
            Color::Reset,
            Color::Red,
            Color::White,
            Color::Indexed(77),
            Color::Rgb(9, 80, 200),
        ];
        let modifiers = [
            Modifier::empty(),
            Modifier::empty(),
            Modifier::BOLD,
            Modifier::DIM,
            Modifier::ITALIC | Modifier::UNDERLINED,
            Modifier::REVERSED,
            Modifier::BOLD | Modifier::REVERSED,
        ];
        Style::reset()
            .fg(self.one(&colors))
            .bg(self.one(&colors))
            .add_modifier(self.one(&modifiers))
    }
}

const WORDS: &[&str] = &[
    "risk",
    "A.5.7",
    "│",
    "  ",
    "überwacht",
    "漢字",
    "e\u{301}tat",
    "🎉",
    "한",
    "x",
    "──",
    "⚠",
    "open",
    "     ",
    "ｱ",
];

/// A list that scrolls beside a pane that doesn't, with things strewn over it.
struct Scene {
    lines: Vec<String>,
    top: usize,
    selected: usize,
    list: u16,
    strewn: Vec<(u16, u16, &'static str, Style)>,
    style: Style,
}

impl Scene {
    fn new(dice: &mut Dice) -> Self {
        let line = |dice: &mut Dice, i: usize| {
            let words: Vec<&str> = (0..dice.below(9)).map(|_| dice.one(WORDS)).collect();
            format!("R-{i:03} {}", words.join(" "))
        };
        let lines = (0..200).map(|i| line(dice, i)).collect();
        let style = Style::new().bg(Color::Blue);
        Self { lines, top: 0, selected: 0, list: 30, strewn: Vec::new(), style }
    }

    fn step(&mut self, dice: &mut Dice, size: Size) {
        let forward = (1 + dice.below(3)).min(199 - self.top);
        match dice.below(12) {
            0..=2 => self.top += forward,
            3..=4 => self.top = self.top.saturating_sub(1 + dice.below(3)),
            5 => self.top = dice.below(150),
            6 => self.list = u16::try_from(dice.below(120)).unwrap(),
            7 => self.strewn.clear(),
            8 => self.style = dice.style(),
            9..=10 => {
                let x = u16::try_from(dice.below(usize::from(size.width))).unwrap();
                let y = u16::try_from(dice.below(usize::from(size.height))).unwrap();
                self.strewn.push((x, y, dice.one(WORDS), dice.style()));
            }
            _ => {}
        }
        self.selected = self.top + dice.below(usize::from(size.height));
    }

    fn draw(&self, buffer: &mut Buffer) {
        let Rect { width, height, .. } = buffer.area;
        let list = self.list.min(width);
        for y in 0..height {
            let at = self.top + usize::from(y);
            let Some(line) = self.lines.get(at) else { continue };
            buffer.set_stringn(0, y, line, usize::from(list), Style::new());
            if at == self.selected {
                buffer.set_style(Rect::new(0, y, list, 1), self.style);
            }
            if list < width {
                let beside = format!("│ {} {}", self.selected, &self.lines[usize::from(y) * 3]);
                buffer.set_stringn(list, y, beside, usize::from(width - list), Style::new().dim());
            }
        }
        for (x, y, word, style) in &self.strewn {
            if *x < width && *y < height {
                buffer.set_stringn(*x, *y, word, usize::from(width - x), *style);
            }
        }
        settle(buffer);
    }
}

fn play(seed: u64, frames: usize) {
    let mut dice = Dice(seed | 1);
    let mut size = Size::new(60, 20);
    let mut terminal = open(size.width, size.height);
    let mut seen = Seen::new(size.width, size.height);
    let mut scene = Scene::new(&mut dice);
    for n in 0..frames {
        match dice.below(40) {
            0 => {
                let wide = |dice: &mut Dice, n| u16::try_from(1 + dice.below(n)).unwrap();
                size = Size::new(wide(&mut dice, 130), wide(&mut dice, 45));
                terminal.backend_mut().set_size(size);
                seen.resize(size.width, size.height);
            }
            1 => terminal.clear().unwrap(),
            2 => terminal.backend_mut().brush.erases_with_background = dice.below(2) == 0,
            _ => {}
        }
        scene.step(&mut dice, size);
        let cursor = (dice.below(3) > 0).then(|| {
            let x = u16::try_from(dice.below(usize::from(size.width))).unwrap();
            (x, u16::try_from(dice.below(usize::from(size.height))).unwrap())
        });
        let done = terminal
            .draw(|f| {
                scene.draw(f.buffer_mut());
                if let Some(place) = cursor {
                    f.set_cursor_position(place);
                }
            })
            .unwrap();
        let buffer = done.buffer.clone();
        let bytes = std::mem::take(terminal.backend_mut().get_mut());
        seen.take(&bytes);
        if let Some(wrong) = seen.differs(&buffer) {
            panic!("seed {seed}, frame {n}, {size}: {wrong}\n{}", bytes.escape_ascii());
        }
        assert_eq!(seen.cursor(), cursor, "seed {seed}, frame {n}");
    }
}

#[test]
fn the_terminal_always_shows_the_buffer() {
    for seed in 0..6 {
        play(seed * 7_919 + 12_345, 120);
    }
}
