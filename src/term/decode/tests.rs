use super::super::mouse::{Button, MouseKind};
use super::*;
use proptest::prelude::*;

/// Feeds the chunks as the network delivers them, then lets the time run out.
fn read(chunks: &[&[u8]]) -> Vec<Input> {
    let mut decoder = Decoder::default();
    let mut inputs: Vec<Input> = chunks.iter().flat_map(|c| decoder.feed(c)).collect();
    inputs.extend(decoder.give_up());
    inputs
}

fn pressed(text: &str) -> Vec<Input> {
    super::super::sequence::keys(text).into_iter().map(Input::Key).collect()
}

/// Every sequence we answer to, with what it means.
const SEQUENCES: &[(&str, &str)] = &[
    ("\x1b[A", "<up>"),
    ("\x1bOB", "<down>"),
    ("\x1b[1;5C", "<ctrl-right>"),
    ("\x1b[1;2D", "<shift-left>"),
    ("\x1b[1;3A", "<alt-up>"),
    ("\x1b[H", "<home>"),
    ("\x1b[4~", "<end>"),
    ("\x1b[3~", "<delete>"),
    ("\x1b[5;5~", "<ctrl-pageup>"),
    ("\x1b[6~", "<pagedown>"),
    ("\x1b[Z", "<shift-tab>"),
    ("\x1bOP", "<f1>"),
    ("\x1b[15~", "<f5>"),
    ("\x1b[24;2~", "<shift-f12>"),
    ("\x1b[[C", "<f3>"),
    ("\x1b[97;5u", "<ctrl-a>"),
    ("\x1b[97;1:2u", "a"),
    ("\x1b[27;5;13~", "<ctrl-enter>"),
    ("\x1bx", "<alt-x>"),
    ("é", "é"),
    ("漢", "漢"),
    ("🎉", "🎉"),
];

#[test]
fn a_sequence_cut_anywhere_means_the_same() {
    for (bytes, want) in SEQUENCES {
        for cut in 0..=bytes.len() {
            let (a, b) = bytes.as_bytes().split_at(cut);
            assert_eq!(read(&[a, b]), pressed(want), "{bytes:?} cut at {cut}");
        }
        let single: Vec<&[u8]> = bytes.as_bytes().chunks(1).collect();
        assert_eq!(read(&single), pressed(want), "{bytes:?} byte by byte");
    }
}

#[test]
fn plain_keys_need_no_wait() {
    let mut decoder = Decoder::default();
    assert_eq!(
        decoder.feed(b"jG \r\t\x7f\x04\x00\x1f"),
        pressed("jG <enter><tab><backspace><ctrl-d><ctrl-space><ctrl-_>")
    );
    assert!(!decoder.waits());
}

#[test]
fn a_lone_escape_is_a_key_only_when_time_ran_out() {
    let mut decoder = Decoder::default();
    assert_eq!(decoder.feed(b"\x1b"), []);
    assert!(decoder.waits());
    assert_eq!(decoder.give_up(), pressed("<esc>"));
    assert!(!decoder.waits());
    assert_eq!(read(&[b"\x1b\x1b"]), pressed("<esc><esc>"));
    assert_eq!(read(&[b"\x1b\x1b[A"]), pressed("<esc><up>"));
    assert_eq!(read(&[b"\x1b", b"\x1b", b"[", b"A"]), pressed("<esc><up>"));
}

#[test]
fn a_release_is_not_a_press() {
    assert_eq!(read(&[b"\x1b[97;1:3u", b"\x1b[1;1:3A"]), []);
}

#[test]
fn what_means_nothing_is_dropped_whole() {
    assert_eq!(read(&[b"\x1b[?62;4cj"]), pressed("j"));
    assert_eq!(read(&[b"\x1b[12\x1b[Bj"]), pressed("<down>j"));
    assert_eq!(read(&[b"\xff\xfej"]), pressed("j"));
    assert_eq!(read(&[b"\xc2\x9bj"]), pressed("j"));
}

#[test]
fn a_paste_is_one_input_wherever_it_is_cut() {
    let bytes = "x\x1b[200~a\rq\r\nb\x1b[2é\x1b[201~y".as_bytes();
    let want: Vec<Input> =
        [pressed("x"), vec![Input::Paste("a\nq\nb\x1b[2é".into())], pressed("y")].concat();
    for cut in 0..=bytes.len() {
        let (a, b) = bytes.split_at(cut);
        assert_eq!(read(&[a, b]), want, "cut at {cut}");
    }
    let single: Vec<&[u8]> = bytes.chunks(1).collect();
    assert_eq!(read(&single), want);
}

#[test]
fn an_unfinished_paste_never_times_out_into_keys() {
    let mut decoder = Decoder::default();
    assert_eq!(decoder.feed(b"\x1b[200~rm -rf\x1b"), []);
    assert!(!decoder.waits());
    assert_eq!(decoder.give_up(), []);
    assert_eq!(decoder.feed(b"[201~"), [Input::Paste("rm -rf".into())]);
}

#[test]
fn focus_and_mouse_are_read() {
    assert_eq!(read(&[b"\x1b[I\x1b[O"]), [Input::Focus(true), Input::Focus(false)]);
    let at = |kind| Input::Mouse(Mouse { kind, x: 9, y: 4, mods: Mods::NONE });
    assert_eq!(read(&[b"\x1b", b"[<0;10;5M"]), [at(MouseKind::Press(Button::Left))]);
    assert_eq!(read(&[b"\x1b[<2;10;5m"]), [at(MouseKind::Release(Button::Right))]);
    assert_eq!(read(&[b"\x1b[<32;10;5M"]), [at(MouseKind::Drag(Button::Left))]);
    assert_eq!(read(&[b"\x1b[<64;10;5M"]), [at(MouseKind::ScrollUp)]);
}

proptest! {
    #[test]
    fn any_bytes_cut_anywhere_are_read_alike(
        bytes in prop::collection::vec(any::<u8>(), 0..40), cut in 0usize..40,
    ) {
        let (a, b) = bytes.split_at(cut.min(bytes.len()));
        prop_assert_eq!(read(&[&bytes]), read(&[a, b]));
    }

    #[test]
    fn three_thousand_keys_at_once_all_arrive(n in 1000usize..3000) {
        prop_assert_eq!(read(&[&b"j".repeat(n)]).len(), n);
    }
}
