//! Whatever stands in the records, only our own sequences reach the terminal.

use crate::{
    common::{
        Bench,
        hostile::{PAYLOAD, spoiled},
        stream::{is_steering, stranger},
        texts,
    },
    situations,
};
use annexa::{
    app::{Effect, Msg},
    isms::{File, Found},
    term::{clip, screen::Screen, title},
};
use ratatui::{Terminal, layout::Size};

/// The demo with the payload in every free text.
fn bench() -> Bench {
    let mut demo = texts("data/demo");
    Bench::over(move |file| match demo(file) {
        Found::Text(text) => Found::Text(spoiled(&text).into()),
        other => other,
    })
}

/// What the terminal gets for the screen as it stands.
fn bytes(bench: &mut Bench, width: u16, height: u16) -> Vec<u8> {
    let buffer = bench.buffer(width, height);
    let mut terminal = Terminal::new(Screen::fixed(Vec::new(), Size { width, height })).unwrap();
    terminal
        .draw(|frame| {
            *frame.buffer_mut() = buffer;
        })
        .unwrap();
    std::mem::take(terminal.backend_mut().get_mut())
}

#[test]
fn the_folder_is_read_and_hostile() {
    let mut bench = bench();
    for file in File::ALL {
        let register = bench.app.isms.register(file);
        assert_eq!(register.state, annexa::isms::State::Read, "{}", file.name());
        assert!(register.text.contains('\u{9b}') || register.text.contains("\\u{9b}"));
    }
    let screen = bench.press("4").screen(200, 60);
    assert!(screen.contains('漢'), "the honest part is shown\n{screen}");
}

#[test]
fn no_situation_lets_a_sequence_through() {
    let mut wrong = Vec::new();
    let mut nth = 0;
    situations::each(bench, |keys, bench| {
        nth += 1;
        // three sizes in turn: what is drawn goes through one pen in all of them
        for (width, height) in [[(120, 40), (80, 24), (200, 60)][nth % 3]] {
            if let Some(stranger) = stranger(&bytes(bench, width, height)) {
                wrong.push(format!("{keys} at {width}x{height}: {stranger}"));
            }
        }
        for effect in &bench.effects {
            wrong.extend(escaping(effect).map(|what| format!("{keys}: {what}")));
        }
    });
    assert!(wrong.is_empty(), "{} of them\n{}", wrong.len(), wrong.join("\n"));
}

/// What is wrong with something that leaves the program.
fn escaping(effect: &Effect) -> Option<String> {
    match effect {
        // whoever pastes it gets what stands there; on the way it is base64
        Effect::Copy(text) => stranger(&clip::copy(text, &|_| None).unwrap()),
        Effect::Title(text) => stranger(&title::set(text)),
        _ => None,
    }
}

#[test]
fn exports_steer_neither_terminal_nor_spreadsheet() {
    for pane in ["2", "3", "4", "5", "6", "7", "8", "9"] {
        for format in annexa::exchange::Format::ALL {
            let mut bench = bench();
            bench.press(pane);
            annexa::app::verbs::out::export_as(&mut bench.app, format.extension());
            bench.settle();
            let Some(Effect::Export { content, .. }) = bench.effects.pop() else {
                panic!("{pane}: no {}", format.extension());
            };
            // a reader's terminal may get this by cat
            let strange =
                content.chars().find(|c| is_steering(*c) && !matches!(c, '\n' | '\r' | '\t'));
            assert_eq!(strange, None, "{pane} as {}", format.extension());
        }
    }
}

#[test]
fn a_broken_file_is_told_without_its_controls() {
    for breakage in [
        format!("Risks(schema: 1, risks: [(id: \"R-1\", {PAYLOAD}: 1)])"),
        format!("Risks(schema: 1, risks: [{PAYLOAD}])"),
        format!("{PAYLOAD}(schema: 1)"),
        format!(
            "Risks(schema: 1, risks: [(id: \"R-1{PAYLOAD}\", {}: \"x\", owner: \"{PAYLOAD}\")])",
            "unknown"
        ),
        format!(
            "Risks(schema: 1, risks: [(id: \"R-1\", likelihood: \"{PAYLOAD}\", treatment: r#{PAYLOAD}#)])"
        ),
    ] {
        let mut demo = texts("data/demo");
        let found = |file| match file {
            File::Risks => Found::Text(breakage.as_str().into()),
            file => demo(file),
        };
        let mut bench = Bench::over(found);
        for keys in ["1", "4", "4<tab>", "gp", "<esc>gM", "<esc>fR-1"] {
            bench.press(keys);
            assert_eq!(stranger(&bytes(&mut bench, 120, 40)), None, "{breakage:?} {keys}");
        }
        bench.app.update(Msg::Told { text: format!("Could not: {PAYLOAD}"), bad: true });
        assert_eq!(stranger(&bytes(&mut bench, 120, 40)), None);
    }
}

#[test]
fn what_is_typed_or_pasted_is_shown_without_its_controls() {
    for keys in ["2/", "2f", "2:", "2J", "2d", "2zw", "4n", "?/", "2o", "gA<enter><enter>"] {
        let mut bench = bench();
        bench.press(keys);
        bench.app.update(Msg::Paste(PAYLOAD.to_string()));
        bench.settle();
        assert_eq!(stranger(&bytes(&mut bench, 120, 40)), None, "{keys}");
    }
}
