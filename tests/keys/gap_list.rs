//! The gap list: what is judged is seen at once in row, detail and list; a gap becomes an action.

use super::common::Bench;
use annexa::{
    app::Effect,
    isms::{At, Kind},
    layer::Layer,
};

fn typed(text: &str) -> String {
    text.replace(' ', "<space>")
}

/// Looks at a control in the pane, in its detail, and in the gap list.
fn seen(bench: &mut Bench, id: &str, row: &str, sentence: &str) {
    while !bench.app.layers.is_empty() {
        bench.press("<esc>");
    }
    bench.press("2<esc><esc><esc>").press("f").press(id).press("<enter>");
    assert_eq!(bench.selected(), id);
    for (width, height) in [(80, 24), (120, 40)] {
        let screen = bench.screen(width, height);
        let line = screen.lines().find(|line| {
            line.contains(&format!(" {id} ")) && (line.contains('▌') || line.contains('●'))
        });
        let line = line.unwrap_or_else(|| panic!("no row {id} in\n{screen}"));
        assert!(line.contains(row), "{row:?} in the row {line:?}");
    }
    bench.press("<tab>");
    let lines = annexa::pane::detail::lines(bench.app.cx(), bench.app.list().current().unwrap());
    assert!(
        lines.iter().any(|line| line.text.to_lowercase().contains(&sentence.to_lowercase())),
        "{sentence:?} in the detail: {lines:?}"
    );
    bench.press("<esc>gG<esc><esc>");
    bench.press(&format!("/id:{id}<space>kind:control<enter>"));
    let rows = &bench.app.list().rows;
    let found = rows.iter().any(|row| row.at(bench.app.cx()) == Some(At::new(Kind::Control, id)));
    assert!(found, "{id} is no gap");
    bench.press("<esc>").press(&format!("/because:\"{}\"<enter>", typed(row)));
    let rows = &bench.app.list().rows;
    let found = rows.iter().any(|row| row.at(bench.app.cx()) == Some(At::new(Kind::Control, id)));
    assert!(found, "{id} is not among the gaps because of {row:?}");
    bench.press("<esc>");
}

fn exclude(bench: &mut Bench, id: &str, reason: &str) {
    bench.press("2<esc><esc>").press("f").press(id).press("<enter>").press("an");
    if bench.app.layers.is_empty() {
        bench.press("J");
    }
    bench.press("<ctrl-home>");
    if let Some(Layer::Editor(editor)) = bench.app.layers.last_mut().map(|open| &mut open.layer) {
        editor.replace("");
    }
    bench.press(&typed(reason)).press("<esc>");
}

#[test]
fn an_exclusion_without_a_real_reason() {
    for reason in ["N/A", "n.a.", "not applicable", "Not relevant to us.", "none", "-", "too small"]
    {
        let mut bench = Bench::blank();
        exclude(&mut bench, "8.4", reason);
        seen(&mut bench, "8.4", "no real reason", "excluded without a reason");
    }
    let mut bench = Bench::blank();
    exclude(&mut bench, "8.4", "");
    seen(&mut bench, "8.4", "no justification", "excluded without justification");
    exclude(&mut bench, "8.4", "No source code is kept by anybody here.");
    let row = bench.app.isms.row(Kind::Control, "8.4").unwrap();
    assert!(bench.app.assessment.controls[row].justified);
    assert!(bench.app.assessment.gap(Kind::Control, row).is_none());
}

#[test]
fn an_inclusion_that_nothing_supports() {
    let mut bench = Bench::blank();
    bench.press("2f8.4<enter>ay").press("<esc>");
    seen(&mut bench, "8.4", "no justification", "included without reason and justification");
    bench.press("2f8.4<enter>r").press("r<enter>");
    seen(&mut bench, "8.4", "reasons unsupported", "no text and no linked record says why");
    bench.press("2f8.4<enter>J").press(&typed("Our code is what we sell")).press("<esc>");
    seen(&mut bench, "8.4", "no risk names it", "included because of risk, but no risk names it");
    // the reason that nothing supports goes, the text stays
    bench.press("2f8.4<enter>r").press("r<enter>").press("si<enter>");
    seen(&mut bench, "8.4", "no evidence", "implemented, but without evidence");
    bench.press("2f8.4<enter>sp<enter>");
    seen(&mut bench, "8.4", "no action", "no open action with owner and date");
}

#[test]
fn the_same_text_on_ten_rows() {
    let mut bench = Bench::blank();
    bench.press("2/theme:phys<enter>*an<enter>J");
    bench.press(&typed("Nobody has an office of any kind")).press("<esc>y");
    seen(&mut bench, "7.4", "same text", "the same justification stands on 14 rows");
}

#[test]
fn an_exclusion_that_a_treatment_selects_or_a_fact_contradicts() {
    let mut bench = Bench::demo();
    exclude(&mut bench, "8.8", "Nothing of that kind is here at all.");
    seen(&mut bench, "8.8", "excluded, selected", "excluded, but the treatment of");
    let mut bench = Bench::demo();
    exclude(&mut bench, "5.23", "Nothing of ours runs anywhere else.");
    seen(&mut bench, "5.23", "contradicts scope", "excluded, although the organisation");
}

#[test]
fn a_gap_becomes_an_action_that_stands_behind_it() {
    let mut bench = Bench::demo();
    bench.press("gG<esc>/stage:1<space>kind:control<enter>");
    let at = bench.app.list().selected.clone().unwrap();
    let before = bench.app.isms.actions.len();
    bench.press("+");
    assert!(bench.app.layers.is_empty(), "owner and date are there already");
    assert_eq!(bench.app.isms.actions.len(), before + 1);
    let action = bench.app.isms.actions.rows().iter().next_back().unwrap().clone();
    assert!(action.title.starts_with(&at.key), "{}", action.title);
    assert_eq!(action.controls.iter().map(|id| &**id).collect::<Vec<_>>(), [at.key.as_str()]);
    // two weeks before stage 1
    let due = action.due.unwrap().to_string();
    assert!(!action.owner.is_empty());
    assert_eq!(due, "2026-12-21");
    let row = bench.app.isms.row(Kind::Control, &at.key).unwrap();
    let gap = bench.app.assessment.gap(Kind::Control, row).unwrap();
    let words = gap.explain(&bench.app.isms);
    assert!(words.contains(&format!("{} stands behind it", action.id)), "{words}");
    assert!(bench.screen(160, 40).contains(&*action.id));
    // once more asks first
    bench.press("+");
    assert!(matches!(bench.app.layers.last().unwrap().layer, Layer::Choose(_)));
    bench.press("<enter>");
    assert_eq!(bench.selected(), &*action.id);
    bench.press("u");
    assert_eq!(bench.app.isms.actions.len(), before);
}

#[test]
fn marked_gaps_become_actions_in_one_step() {
    let mut bench = Bench::demo();
    let before = bench.app.isms.actions.len();
    bench.press("gG<esc>/gap:3<space>!action<enter>gg<space><space><space>A");
    let screen = format!("{} {}", bench.said(), bench.screen(100, 30));
    assert_eq!(bench.app.isms.actions.len(), before + 3, "{screen}");
    let ids: Vec<&str> =
        bench.app.isms.actions.rows().iter().skip(before).map(|action| &*action.id).collect();
    assert!(ids.windows(2).all(|pair| pair[0] < pair[1]), "{ids:?}");
    bench.press("u");
    assert_eq!(bench.app.isms.actions.len(), before);
}

#[test]
fn gaps_are_narrowed_by_stage_owner_theme_and_due() {
    let mut bench = Bench::demo();
    bench.press("gG");
    let all = bench.app.list().rows.len();
    for filter in [
        "stage:1",
        "stage:2",
        "owner:mara",
        "theme:tech",
        "due:<30d",
        "phase:soa",
        "kind:clause",
        "gap:3",
        "because:evidence",
        "!action",
    ] {
        bench.press("<esc>").press(&format!("/{filter}<enter>"));
        let shown = bench.app.list().rows.len();
        assert!(shown > 0 && shown < all, "{filter}: {shown} of {all}");
        // the order is the one of the whole list
        let places: Vec<usize> = bench
            .app
            .list()
            .rows
            .iter()
            .map(|row| bench.app.assessment.gap_places.get(row.kind, row.row).unwrap())
            .collect();
        assert!(places.is_sorted(), "{filter}");
    }
}

#[test]
fn the_gap_list_exports_with_its_reasons() {
    let mut bench = Bench::demo();
    bench.press("gG<esc>/stage:1<enter>");
    let shown = bench.app.list().rows.len();
    bench.press("x").press("c<enter>");
    let export = bench.effects.iter().rev().find_map(|effect| match effect {
        Effect::Export { name, content } => Some((name.clone(), content.clone())),
        _ => None,
    });
    let (name, content) = export.unwrap();
    assert!(name.starts_with("gaps-"), "{name}");
    for heading in ["Because", "Blocks", "Phase", "Highest risk", "Effort", "Action"] {
        assert!(content.lines().next().unwrap().contains(heading), "{heading}");
    }
    let table = annexa::exchange::Format::Csv;
    assert_eq!(table.extension(), "csv");
    let records = content.matches("\r\n").count().max(content.lines().count());
    assert!(records > shown);
}
