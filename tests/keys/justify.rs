//! Justifying, fast: the walk, bulk changes, what is repeated, what is offered, what is carried over.

use super::common::Bench;
use annexa::{
    isms::{Applicable, File, Reason},
    layer::Layer,
};

fn typed(text: &str) -> String {
    text.replace(' ', "<space>")
}

fn control<'a>(bench: &'a Bench, id: &str) -> &'a annexa::isms::Control {
    bench.app.isms.controls.get(id).unwrap()
}

fn justified(bench: &Bench) -> usize {
    bench.app.assessment.controls.iter().filter(|state| state.justified).count()
}

#[test]
fn reasons_are_decided_in_the_same_walk() {
    let mut bench = Bench::blank();
    bench.app.size = (80, 24);
    bench.press("2w");
    let start = bench.pressed;
    let mut letters = 0;
    for nth in 0..93 {
        // one letter says yes and why, or no
        let key = ["r", "l", "c", "b", "n", "y"][nth % 6];
        let text = format!("What we say about it, as number {nth} of all");
        letters += text.len();
        bench.press(key).press(&typed(&text)).press("<ctrl-n>");
        bench.screen(80, 24);
    }
    assert!(bench.pressed - start - letters <= 2 * 93);
    assert_eq!(justified(&bench), 93);
    assert_eq!(control(&bench, "5.1").reasons, [Reason::Risk]);
    assert_eq!(control(&bench, "5.4").reasons, [Reason::Business]);
    assert_eq!(control(&bench, "5.5").applicable, Applicable::No);
    assert!(bench.said().starts_with("Every control here is decided and justified"));
}

#[test]
fn a_filter_that_empties_itself_skips_nothing() {
    for filter in ["!justified", "applicable:undecided"] {
        let mut bench = Bench::blank();
        bench.press("2").press(&format!("/{filter}<enter>")).press("w");
        for nth in 0..93 {
            let text = format!("Needed here, and this is reason number {nth}");
            assert!(!bench.app.layers.is_empty(), "{filter} {nth}: {}", bench.said());
            bench.press("<enter>").press(&typed(&text)).press("<ctrl-n>");
        }
        assert!(bench.app.layers.is_empty());
        assert_eq!(justified(&bench), 93, "{filter}");
        // in the order in which they stand
        assert!(control(&bench, "5.10").justification.ends_with(" 9"), "{filter}");
        assert_eq!(bench.app.list().rows.len(), 0);
    }
}

#[test]
fn what_the_walk_skips_comes_again_at_the_end() {
    let mut bench = Bench::blank();
    bench.press("2/theme:people<enter>w");
    // the first is left undecided, the text of the second is left empty
    bench.press("u").press("<enter><ctrl-n>");
    for nth in 0..6 {
        bench.press("<enter>").press(&typed(&format!("Because of reason {nth}"))).press("<ctrl-n>");
    }
    assert_eq!(bench.selected(), "6.1");
    bench.press("<enter>First<space>again<ctrl-n>").press("Second<space>again<ctrl-n>");
    assert!(bench.app.layers.is_empty());
    assert_eq!(justified(&bench), 8);
}

#[test]
fn the_physical_controls_are_excluded_by_marks_in_one_go() {
    let mut bench = Bench::blank();
    let reason = "No own premises: everybody works from home";
    bench.press("2/theme:phys<enter>");
    let start = bench.pressed;
    bench.press("*an<enter>J").press(&typed(reason)).press("<esc>");
    let Some(Layer::Confirm(confirm)) = bench.app.layers.last().map(|open| &open.layer) else {
        panic!("what touches more than ten is shown first");
    };
    // the text once, whole, then a line for each control
    assert!(confirm.lines[0].contains(reason), "{:?}", confirm.lines);
    let rows = confirm.lines.iter().filter(|line| line.starts_with("7.")).count();
    assert_eq!(rows, 14);
    bench.press("y");
    assert!(bench.pressed - start - reason.len() < 15);
    assert_eq!(justified(&bench), 14);
    bench.press("u");
    assert_eq!(justified(&bench), 0);
}

#[test]
fn a_dot_repeats_a_decision_with_its_reason() {
    let mut bench = Bench::blank();
    bench.press("2an").press(&typed("Nothing of that kind exists here")).press("<esc>");
    bench.press("j.");
    let second = control(&bench, "5.2");
    assert_eq!(second.applicable, Applicable::No);
    assert_eq!(&*second.justification, "Nothing of that kind exists here");
    // and again on three marked rows, undone as one
    bench.press("j<space><space><space>.");
    assert_eq!(justified(&bench), 5);
    bench.press("u");
    assert_eq!(justified(&bench), 2);
    // another field of other rows is repeated alone
    bench.press("<esc>gg").press("sp<enter>").press("j.");
    assert_eq!(&*control(&bench, "5.2").justification, "Nothing of that kind exists here");
}

#[test]
fn offers_are_taken_over_with_their_placeholders_filled_in() {
    let mut bench = Bench::demo();
    bench.app.settings.snippets = vec!["Treats {risks}; {owner} answers.".to_string()];
    bench.press("2/8.8<enter>J");
    let Some(Layer::Editor(editor)) = bench.app.layers.last().map(|open| &open.layer) else {
        panic!("no editor");
    };
    let snippet = editor.offers.iter().find(|(_, text)| text.ends_with("answers.")).unwrap();
    assert!(snippet.1.contains("R-014"), "{snippet:?}");
    assert!(!snippet.1.contains('{'));
    let first = editor.offers[0].1.clone();
    let second = editor.offers[1].1.clone();
    // one key each, one after the other
    bench.press("<ctrl-t><ctrl-t><esc>");
    let text = control(&bench, "8.8").justification.to_string();
    assert!(text.contains(first.trim()) && text.contains(second.trim()), "{text}");
}

#[test]
fn each_row_gets_its_own_placeholders() {
    let mut bench = Bench::demo();
    bench.press("f8.8<enter><space><space>");
    bench.press("J").press(&typed("Treats {risks}, see {id}.")).press("<esc>y");
    let eight = control(&bench, "8.8").justification.to_string();
    let nine = control(&bench, "8.9").justification.to_string();
    assert!(eight.ends_with("see 8.8.") && nine.ends_with("see 8.9."), "{eight} {nine}");
    assert!(eight.contains("R-014"));
}

#[test]
fn the_editor_says_while_typing_what_an_auditor_would_say() {
    let mut bench = Bench::blank();
    bench.press("2an");
    for text in ["N/A", "not<space>applicable", "none"] {
        bench.press(text);
        assert!(bench.screen(80, 24).contains("not a reason yet"), "{text}");
        bench.press(&"<backspace>".repeat(40));
    }
    bench.press(&typed("No software is developed here."));
    assert!(!bench.screen(80, 24).contains("not a reason yet"));
}

#[test]
fn support_is_in_reach_at_80_by_24() {
    let mut bench = Bench::demo();
    bench.press("2/8.8<enter>J");
    let first = bench.screen(80, 24);
    for words in ["What supports it", "R-014", "ctrl-t"] {
        assert!(first.contains(words), "{words} in\n{first}");
    }
    bench.press("<pagedown><pagedown>");
    let later = bench.screen(80, 24);
    assert_ne!(first, later);
    assert!(
        ["Purpose", "Auditors ask", "2013"].iter().any(|words| later.contains(words)),
        "{later}"
    );
}

#[test]
fn a_version_is_rolled_forward_and_reassessed_entry_by_entry() {
    let mut bench = Bench::demo();
    let before = bench.text(File::Controls);
    bench.press("2gN");
    let Some(Layer::Input(input)) = bench.app.layers.last().map(|open| &open.layer) else {
        panic!("no version is asked for");
    };
    assert_eq!(input.line.text(), "1.0");
    bench.press("<enter>");
    assert!(matches!(bench.app.layers.last().unwrap().layer, Layer::Confirm(_)));
    bench.press("y");
    let soa = bench.app.isms.soa.only();
    assert_eq!((&*soa.version, soa.date), ("1.0", Some(bench.app.today)));
    assert_eq!(soa.approvals.len(), 1, "approvals stay");
    let carried = |bench: &Bench| {
        bench.app.isms.controls.rows().iter().filter(|control| control.carried).count()
    };
    let decided = bench.app.assessment.vitals.decided;
    assert_eq!(carried(&bench), decided);
    let screen = bench.screen(120, 40);
    assert!(screen.contains('↻'));

    // touching what the SoA says reassesses the entry, in the same step; a note does not
    bench.press("/8.8<enter>sp<enter>");
    assert!(!control(&bench, "8.8").carried);
    assert_eq!(control(&bench, "8.8").last_review, Some(bench.app.today));
    bench.press("u");
    assert!(control(&bench, "8.8").carried);
    bench.press("o<enter>");
    assert!(control(&bench, "8.8").carried);

    // a sentence confirms; an empty one, or one that says nothing, does not
    bench.press("cn/a<enter>");
    assert!(control(&bench, "8.8").carried);
    bench.press("c").press(&typed("Looked at with the platform team, holds")).press("<enter>");
    assert!(!control(&bench, "8.8").carried);
    assert!(control(&bench, "8.8").reassessed.starts_with("Looked at"));
    assert_eq!(carried(&bench), decided - 1);

    // all the others with one sentence, as one step
    bench.press("<esc>/carried:yes<enter>*c");
    bench.press(&typed("Gone through in the yearly review")).press("<enter>y");
    assert_eq!(carried(&bench), 0);
    bench.press("u");
    assert_eq!(carried(&bench), decided - 1);
    while bench.app.history.done().next().is_some() {
        bench.press("u");
    }
    assert_eq!(bench.text(File::Controls), before, "undone to the byte");
}
