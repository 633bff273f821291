//! Everywhere one can be: each list of each pane, and all that can lie over them.

use crate::common::Bench;
use annexa::app::{Action, Context, Msg};
use annexa::pane::PaneId;

/// Keys that lead to each list of each pane, in the list and in the detail.
pub fn panes() -> Vec<String> {
    let lists = PaneId::ALL.iter().enumerate().flat_map(|(nth, pane)| {
        (0..pane.lists().len()).map(move |tab| format!("{}{}", nth + 1, "t".repeat(tab)))
    });
    lists.flat_map(|keys| [format!("{keys}j"), format!("{keys}j<tab>jj")]).collect()
}

/// Keys that open what no single action opens: a step further, or with something typed.
pub const DEEPER: &[&str] = &[
    "2/status:partial evidence",
    "2/nothing:like this",
    "2fvuln pat",
    "2fzzzz",
    "2:heat",
    "2Jtyped <enter>into it<enter><enter>",
    "2d+++",
    "2oma",
    "2r<space>j<space>",
    "2*J",
    "2*sp<enter>",
    "2<tab>jjjjjjj<enter>",
    "2njjj",
    "2wxyz",
    "3e",
    "3<tab>jjjj<enter>",
    "4Rlk",
    "4<ctrl-t>hj",
    "4Aj<enter>",
    "4A<enter><enter>",
    "4tjjl",
    "4tm",
    "4e<enter>",
    "4LR",
    "4gt",
    "5e",
    "6e",
    "7e",
    "8te",
    "9te<enter>",
    "gC<enter>",
    "gCj<enter>",
    "gA<enter><enter>",
    "gTj",
    "?jjj",
    "g",
    "]",
    "y",
    "g?",
    "g?<enter>",
    "2x",
    "2zwmine<enter>",
];

/// Where the keys of an action work.
pub fn start(action: Action) -> &'static str {
    match action.about().context {
        Context::Controls | Context::List | Context::Records | Context::Global => "2",
        Context::Detail => "2<tab>",
        Context::Dashboard => "1",
        Context::Clauses => "3",
        Context::Risks => "4",
        Context::HeatMap => "4t",
        Context::Scope => "9",
    }
}

/// Opens each situation in turn; the name says how to get there.
pub fn each(bench: impl Fn() -> Bench, mut visit: impl FnMut(&str, &mut Bench)) {
    let deeper = DEEPER.iter().map(|keys| (*keys).to_string());
    for keys in panes().into_iter().chain(deeper) {
        let mut bench = bench();
        bench.press(&keys);
        visit(&keys, &mut bench);
    }
    for action in Action::ALL.iter().copied() {
        let mut bench = bench();
        let keys = bench.app.keymap.keys_of(action.about().context, action);
        bench.press(start(action));
        for key in annexa::term::sequence::parse_sequence(&keys[0]).unwrap() {
            bench.app.update(Msg::Key(key));
        }
        bench.settle();
        visit(action.about().name, &mut bench);
    }
}
