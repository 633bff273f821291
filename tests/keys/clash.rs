//! A field that somebody else changes while it is being edited here.

use super::common::Bench;
use annexa::{
    app::Msg,
    isms::{File, Found},
};

/// Another program writes into a file.
fn elsewhere(bench: &mut Bench, file: File, old: &str, new: &str) {
    let text = bench.text(file).replacen(old, new, 1);
    assert!(text.contains(new), "{old:?} stands in the file");
    bench.app.update(Msg::Disk(vec![(file, Found::Text(text.into()))]));
    bench.settle();
}

#[test]
fn a_text_written_elsewhere_meanwhile_is_not_written_over() {
    let mut bench = Bench::demo();
    bench.press("2f8.8<enter>J");
    let theirs = "Written in another window";
    let before = bench.app.isms.controls.get("8.8").unwrap().justification.to_string();
    let start: String = before.chars().take(20).collect();
    elsewhere(&mut bench, File::Controls, &start, &format!("{theirs} {start}"));
    bench.press("<end>").press("Mine<esc>");
    let now = bench.app.isms.controls.get("8.8").unwrap().justification.to_string();
    assert!(now.starts_with(theirs), "{now}");
    assert_eq!(bench.app.conflicts.len(), 1, "{}", bench.said());
    assert!(bench.said().contains("both texts are kept"), "{}", bench.said());
}

#[test]
fn a_field_opened_and_closed_unchanged_lets_the_other_text_stand() {
    let mut bench = Bench::demo();
    bench.press("2f8.8<enter>J");
    let before = bench.app.isms.controls.get("8.8").unwrap().justification.to_string();
    let start: String = before.chars().take(20).collect();
    elsewhere(&mut bench, File::Controls, &start, &format!("Theirs {start}"));
    bench.press("<esc>");
    assert!(bench.app.isms.controls.get("8.8").unwrap().justification.starts_with("Theirs"));
    assert!(bench.app.conflicts.is_empty());
}

#[test]
fn a_word_typed_in_a_short_list_chooses_it_and_is_no_command() {
    use annexa::isms::Status;
    let status = |bench: &Bench| bench.app.isms.controls.get("5.1").unwrap().status;
    let mut bench = Bench::blank();
    bench.press("2spartial<enter>");
    assert_eq!(status(&bench), Status::Partial);
    bench.press("splanned<enter>");
    assert_eq!(status(&bench), Status::Planned);
    bench.press("simplemented");
    assert_eq!(status(&bench), Status::Implemented);
    assert!(bench.app.layers.is_empty(), "the rest of the word opened something");
    // what comes after the word is a command again
    bench.press("J");
    assert!(!bench.app.layers.is_empty());
}

#[test]
fn a_filter_that_is_not_understood_is_not_taken() {
    let mut bench = Bench::demo();
    bench.press("4/statsu:x<enter>");
    assert!(!bench.app.layers.is_empty(), "the filter was taken");
    assert!(bench.said().contains("statsu"), "{}", bench.said());
    bench.press("<esc>");
    assert!(bench.app.list().filter.is_empty());
}
