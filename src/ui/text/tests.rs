use super::safe::is_hidden;
use super::*;
use proptest::prelude::*;
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

fn row(buf: &Buffer, y: u16) -> String {
    let (mut out, mut hidden) = (String::new(), 0);
    for x in buf.area.left()..buf.area.right() {
        let symbol = buf[(x, y)].symbol();
        if hidden == 0 {
            out.push_str(symbol);
        }
        hidden = if hidden > 0 { hidden - 1 } else { symbol.cell_width() - 1 };
    }
    out
}

fn shown(text: &str, max: u16) -> (String, u16) {
    let mut buf = Buffer::empty(Rect::new(0, 0, 10, 1));
    let next = put(&mut buf, 0, 0, max, text, Style::default());
    (row(&buf, 0).trim_end().to_owned(), next)
}

#[test]
fn nothing_steers_the_terminal() {
    for (text, want) in [
        ("a\u{1b}[31mb", "a␛[31mb"),
        ("\u{9b}2J", "‹U+009B›2J"),
        ("a\u{7f}\u{0}", "a␡␀"),
        ("a\tb\nc\r\nd", "a b c d"),
        ("a\rb", "a␍b"),
        ("a\u{2028}b", "a‹U+2028›b"),
    ] {
        assert_eq!(safe(text), want);
    }
}

#[test]
fn nothing_hides_from_the_reader() {
    for (text, want) in [
        ("a\u{202e}b", "a‹U+202E›b"),
        ("ap\u{200b}prove", "ap‹U+200B›prove"),
        ("a\u{200d}b", "a‹U+200D›b"),
        ("a\u{e0041}", "a‹U+E0041›"),
        ("\u{fe0f}", "‹U+FE0F›"),
        ("\u{3164}", "‹U+3164›"),
    ] {
        assert_eq!(safe(text), want);
    }
    let smear = format!("a{}", "\u{301}".repeat(30));
    assert!(safe(&smear).contains("‹U+0301›"), "{}", safe(&smear));
    let chain = "👩\u{200d}".repeat(30);
    assert!(safe(&chain).contains("‹U+200D›"), "{}", safe(&chain));
}

#[test]
fn honest_text_stays_as_it_is() {
    for text in [
        "Jürg Müller",
        "e\u{301}te\u{301}",
        "漢字",
        "👩\u{200d}💻 ❤\u{fe0f}",
        "שלום",
        "नमस्ते",
        "–·→…",
    ] {
        assert!(matches!(safe(text), std::borrow::Cow::Borrowed(same) if same == text), "{text}");
    }
}

#[test]
fn what_is_too_wide_ends_in_an_ellipsis() {
    for (text, max, want, next) in [
        ("abc", 3, "abc", 3),
        ("abcd", 3, "ab…", 3),
        ("Müller", 4, "Mül…", 4),
        ("漢字", 4, "漢字", 4),
        ("漢字", 3, "漢…", 3),
        ("漢字漢", 4, "漢…", 3),
        ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…", 2),
        ("abc", 1, "…", 1),
        ("abc", 0, "", 0),
        ("", 5, "", 0),
    ] {
        assert_eq!(shown(text, max), (want.to_owned(), next), "{text} in {max}");
    }
    assert_eq!(shown(&"x\u{301}".repeat(5_000), 3).1, 3);
}

#[test]
fn the_middle_goes_when_both_ends_matter() {
    assert_eq!(middle("evidence/2026/scan.pdf", 12), "eviden…n.pdf");
    assert_eq!(middle("漢字漢字漢字", 5), "漢…字");
    assert_eq!(middle("abc", 3), "abc");
    assert_eq!(middle("abc", 0), "");
    let mut buf = Buffer::empty(Rect::new(0, 0, 5, 1));
    assert_eq!(put_middle(&mut buf, 1, 0, 99, "abcdefgh", Style::default()), 5);
    assert_eq!(row(&buf, 0), " ab…h");
}

#[test]
fn half_of_a_wide_character_is_never_left() {
    let mut buf = Buffer::empty(Rect::new(0, 0, 6, 1));
    put(&mut buf, 0, 0, 6, "漢字", Style::default());
    put(&mut buf, 1, 0, 6, "x", Style::default());
    assert_eq!(row(&buf, 0), " x字  ");
    blank(&mut buf, Rect::new(3, 0, 9, 9), Style::default().bg(Color::Red));
    assert_eq!(row(&buf, 0), " x    ");
    assert_eq!((buf[(2, 0)].bg, buf[(3, 0)].bg), (Color::Reset, Color::Red));
}

#[test]
fn wraps_at_blanks() {
    for (text, width, want) in [
        ("one two three", 8, vec!["one two", "three"]),
        ("one  two", 4, vec!["one", "two"]),
        ("see R-014 and R-031", 8, vec!["see", "R-014", "and", "R-031"]),
        ("abcdefgh", 3, vec!["abc", "def", "gh"]),
        ("ab cdefgh", 4, vec!["ab", "cdef", "gh"]),
        ("a\r\n\nb ", 5, vec!["a", "", "b"]),
        ("  in", 9, vec!["  in"]),
        ("漢字漢字", 5, vec!["漢字", "漢字"]),
        ("ab漢字 cd", 5, vec!["ab漢", "字 cd"]),
        ("Größe über", 6, vec!["Größe", "über"]),
        ("a\u{1b}b c", 3, vec!["a␛b", "c"]),
        ("", 3, vec![""]),
    ] {
        assert_eq!(wrap(text, width), want, "{text:?} in {width}");
    }
}

/// Texts with more trouble in them than chance would bring.
fn nasty() -> impl Strategy<Value = String> {
    let bit = prop_oneof![
        any::<char>().prop_map(String::from),
        "[a-z ]{1,6}",
        prop::sample::select(vec![
            "\u{1b}]52;c;",
            "\u{202e}",
            "\u{200d}",
            "\u{fe0f}",
            "\u{301}",
            "👩",
            "🇨🇭",
            "漢",
            "ｶﾞ",
            "\n",
            "\u{9b}",
            "\t",
            "ü",
            "…",
            "\u{1f3fd}",
            "क्ष",
            "\u{feff}",
            "ᄀ",
            "ᅡ",
            "﷽",
            "\u{2069}",
        ])
        .prop_map(String::from),
    ];
    prop::collection::vec(bit, 0..24).prop_map(|bits| bits.concat())
}

/// Whether the text is free of what [`safe`] has to keep from a terminal.
fn harmless(text: &str) -> bool {
    let allowed = |c| matches!(c, '\u{200d}' | '\u{fe0e}' | '\u{fe0f}');
    !text.chars().any(|c| c.is_control() || (is_hidden(c) && !allowed(c)))
}

proptest! {
    #[test]
    fn what_is_safe_is_harmless_and_stays(text in nasty()) {
        let once = safe(&text).into_owned();
        prop_assert!(harmless(&once), "{once:?}");
        prop_assert_eq!(safe(&once), once.as_str());
    }

    #[test]
    fn put_stays_in_its_place(
        text in nasty(), x in 0u16..14, y in 0u16..5, max in 0u16..20, middle: bool,
    ) {
        let area = Rect::new(2, 1, 10, 3);
        let mut buf = Buffer::filled(area, ratatui::buffer::Cell::new("~"));
        let put = if middle { put_middle } else { put };
        let next = put(&mut buf, x, y, max, &text, Style::default());
        prop_assert!(next >= x && next - x <= max && next <= area.right().max(x));
        for at in area.positions() {
            let symbol = buf[at].symbol();
            prop_assert!(harmless(symbol));
            let inside = at.y == y && at.x >= x && at.x < next;
            prop_assert!(inside || symbol == "~", "{at} holds {symbol:?}");
            prop_assert!(!inside || at.x + symbol.cell_width() <= next);
        }
        prop_assert_eq!(buf.content.len(), 30);
        let whole = width(&text) <= usize::from(max.min(area.right().saturating_sub(x)));
        if whole && area.contains((x, y).into()) {
            prop_assert_eq!(usize::from(next - x), width(&text));
        }
    }

    #[test]
    fn lines_never_exceed(text in nasty(), wide in 1usize..30) {
        for line in wrap(&text, wide) {
            prop_assert!(width(&line) <= wide, "{line:?} is wider than {wide}");
            prop_assert!(harmless(&line));
        }
        prop_assert!(width(&fit(&text, wide)) <= wide);
        prop_assert!(width(&middle(&text, wide)) <= wide);
    }

    #[test]
    fn wrapping_loses_nothing_but_blanks(text in nasty(), wide in 2usize..30) {
        let widest = text.split('\n').flat_map(|line| {
            super::measure::cells(&safe(line)).map(|cell| cell.2).max()
        });
        prop_assume!(widest.max().unwrap_or(0) <= wide);
        let solid = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
        let lines: String = wrap(&text, wide).iter().map(|line| solid(line)).collect();
        let paragraphs = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
        let whole: String = paragraphs.map(|line| solid(&safe(line))).collect();
        prop_assert_eq!(lines, whole);
    }

    #[test]
    fn all_paths_measure_alike(text in "[ -~¡-¬®-˿‐-‧←-↓─-▿✓✗]{0,20}") {
        prop_assert_eq!(width(&text), super::measure::cells(&text).map(|c| c.2).sum::<usize>());
    }
}
