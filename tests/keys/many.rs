//! Many controls and ten thousand gaps: what a key costs grows with the rows, not with their square.

use super::common::Bench;
use annexa::isms::{File, Found};
use std::time::{Duration, Instant};

/// An SoA of Annex A and so many controls of other sets, all of them with something missing.
fn soa(count: usize) -> Bench {
    let mut text =
        String::from("#![enable(implicit_some)]\nControls(schema: 1, soa: (), controls: [\n");
    for nth in 0..count {
        let set = ["ISO/IEC 27017", "TISAX", "CIS"][nth % 3];
        text += &format!(
            "(id: \"X.{}.{}\", title: \"Control number {nth}\", set: {set:?}, applicable: Yes, reasons: [Risk], justification: \"Why number {nth} is needed\", status: {}),\n",
            nth / 100,
            nth % 100,
            ["Planned", "Partial", "Implemented"][nth % 3]
        );
    }
    text += "])\n";
    Bench::over(move |file| match file {
        File::Controls => Found::Text(text.clone().into()),
        _ => Found::Missing,
    })
}

/// What keys cost at the least, pressed several times.
fn cost(bench: &mut Bench, keys: &str, back: &str) -> Duration {
    let least = (0..3).map(|_| {
        let start = Instant::now();
        bench.press(keys);
        bench.screen(120, 40);
        let took = start.elapsed();
        bench.press(back);
        took
    });
    least.min().unwrap()
}

#[test]
fn what_a_key_costs_grows_with_the_rows_not_with_their_square() {
    let (mut small, mut large) = (soa(1_000), soa(10_000));
    assert!(large.app.assessment.gaps.len() >= 10_000);
    for bench in [&mut small, &mut large] {
        bench.press("2");
    }
    for (keys, back) in [
        ("j", "k"),
        ("G", "gg"),
        ("/risk", "<esc>"),
        ("/stage:1<enter>", "<esc>"),
        ("zgset<enter>", "zgno<space>groups<enter>"),
        ("zsgap<enter>", "zsid<enter>"),
        ("Gsp<enter>", "u"),
        ("]j", "gg"),
        ("gG", "2"),
    ] {
        let (few, many) = (cost(&mut small, keys, back), cost(&mut large, keys, back));
        // ten times the rows; a square would be a hundred times
        let limit = few.max(Duration::from_millis(2)) * 40;
        println!("{keys}: {few:?} for 1,000, {many:?} for 10,000");
        assert!(many < limit, "{keys}: {few:?} for 1,000, but {many:?} for 10,000");
    }
}
