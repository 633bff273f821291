//! Settings, keys and themes of one's own, and views: read again while the program runs.

use super::common::Bench;
use annexa::{
    app::{Action, Context, Effect, Keymap, Msg, Own, OwnTheme},
    pane::{Column, ListId},
    settings::{Settings, View, keys},
    term::caps::ColorLevel,
    ui::Role,
};

fn own() -> Own {
    Own::default()
}

fn again(bench: &mut Bench, own: Own) {
    bench.app.update(Msg::Own(Box::new(own)));
    bench.settle();
}

#[test]
fn a_theme_chosen_is_kept_in_the_settings() {
    let mut bench = Bench::demo();
    bench.press("gT");
    let before = bench.app.theme.clone();
    bench.press("j");
    assert_ne!(bench.app.theme, before, "the theme under the cursor is shown at once");
    bench.press("<esc>");
    assert_eq!(bench.app.theme, before, "esc puts the old one back");
    bench.press("gTj<enter>");
    let saved = bench.effects.iter().find_map(|effect| match effect {
        Effect::Settings { base, now } => Some((base.theme.clone(), now.theme.clone())),
        _ => None,
    });
    assert_eq!(saved, Some(("terminal".into(), "dark".into())));
}

#[test]
fn a_theme_being_written_shows_and_a_broken_one_keeps_the_old() {
    let mut bench = Bench::demo();
    let theme = |text: &str| OwnTheme {
        name: "mine".into(),
        text: text.into(),
        place: "/c/themes/mine.ron".into(),
    };
    let settings = Settings { theme: "mine".into(), ..Settings::default() };
    let good = "(base: \"dark\", title: (ansi16: (mods: [italic])))";
    again(&mut bench, Own { settings: settings.clone(), themes: vec![theme(good)], ..own() });
    assert_eq!(bench.app.theme.name, "mine", "{}", bench.said());
    let shown = bench.app.theme.clone();
    let bad = theme("(base: \"dark\",\n title: (ansi16: (mods: [leaning])))");
    let why = bad.read(ColorLevel::Ansi16).unwrap_err();
    assert!(why.starts_with("/c/themes/mine.ron:2:26: there is no mod `leaning`"), "{why}");
    let complaints = vec![why.clone()];
    again(&mut bench, Own { settings, themes: vec![bad], complaints, ..own() });
    assert_eq!(bench.app.theme, shown, "the old theme stays");
    assert_eq!(bench.said(), why);
    bench.press("gp");
    assert!(bench.screen(120, 40).contains("there is no mod"), "g p tells it later, too");
}

#[test]
fn settings_written_elsewhere_take_effect_and_what_was_changed_here_stands() {
    let mut bench = Bench::demo();
    bench.press("gL");
    let layout = bench.app.settings.layout;
    assert_ne!(layout, Settings::default().layout);
    // the disk does not know of it (it could not be written), and somebody sets the mouse there
    let settings = Settings { mouse: true, ..Settings::default() };
    again(&mut bench, Own { settings, ..own() });
    assert_eq!((bench.app.mouse, bench.app.settings.layout), (true, layout));
    assert!(bench.effects.contains(&Effect::Mouse(true)));
}

#[test]
fn keys_of_ones_own_work_at_once_and_stand_in_help() {
    let mut bench = Bench::demo();
    let (keymap, troubles) =
        keys::read("{ \"list\": { \"Q\": \"gaps\" }, \"global\": { \"g G\": none } }");
    assert_eq!(troubles, []);
    again(&mut bench, Own { keymap, ..own() });
    bench.press("2Q");
    assert_eq!(bench.app.list_id(), ListId::Gaps);
    assert_eq!(bench.app.keys_for(Action::Gaps), ["Q"]);
    bench.press("?gaps");
    let screen = bench.screen(80, 24);
    assert!(screen.contains("Q") && screen.contains("All gaps"), "{screen}");
}

#[test]
fn the_file_to_start_from_changes_nothing() {
    let (keymap, troubles) = keys::read(&keys::default_file());
    assert_eq!((keymap, troubles), (Keymap::default(), Vec::new()));
}

#[test]
fn a_view_keeps_filter_order_groups_columns_and_widths() {
    let mut bench = Bench::demo();
    bench.press("4/owner:lindt<enter>");
    bench.press("zsowner<enter>zslevel<enter>zr");
    bench.press("zgtreat<enter>");
    // wider titles, without the owner's column
    bench.press("zcjllll<enter>");
    let (columns, rows) = (bench.app.list().columns.clone(), bench.app.list().rows.clone());
    let sort = bench.app.list().sort.clone();
    bench.press("zwmine<enter><enter>");
    let view = bench.app.settings.views[0].clone();
    assert_eq!((&*view.filter, view.group.as_deref()), ("owner:lindt", Some("treatment")));
    assert_eq!(view.sort[..2], ["-level", "owner"]);
    assert!(view.columns.contains(&"title:34".to_string()), "{:?}", view.columns);
    let mut other = Bench::demo();
    let settings = Settings { views: vec![view], ..Settings::default() };
    again(&mut other, Own { settings, ..Own::default() });
    other.press(":mine<enter>");
    assert_eq!(other.app.list_id(), ListId::Risks, "the palette lists views");
    let list = other.app.list();
    assert_eq!((&list.columns, &list.rows, &list.sort), (&columns, &rows, &sort));
}

#[test]
fn a_view_for_the_team_goes_into_the_folder() {
    let mut bench = Bench::demo();
    bench.press("8/due:<30d<enter>zwlate<enter>t");
    let written = bench
        .effects
        .iter()
        .any(|effect| matches!(effect, Effect::TeamViews { now, .. } if now[0].name == "late"));
    assert!(written);
    assert!(bench.app.settings.views.is_empty());
    bench.press("<esc>1zv<enter>");
    assert_eq!(bench.app.list_id(), ListId::Actions);
    assert_eq!(bench.app.list().filter, "due:<30d");
    bench.press("zd<enter>");
    assert!(bench.app.team.is_empty());
}

#[test]
fn a_default_view_is_how_its_list_opens_and_what_it_lacks_is_said() {
    let mut bench = Bench::demo();
    let view = |name: &str, sort: &str| View {
        name: name.into(),
        list: "Risks".into(),
        sort: vec![sort.into()],
        ..View::default()
    };
    let team = vec![view("default", "-residual"), view("odd", "colour")];
    again(&mut bench, Own { team, ..own() });
    annexa::app::verbs::view::apply_defaults(&mut bench.app);
    assert_eq!(bench.app.list_of(ListId::Risks).sort, [(Column::Residual, true)]);
    bench.press("zvodd<enter>");
    assert_eq!(bench.said(), "View \"odd\": Risks has no column colour.");
}

#[test]
fn an_export_holds_what_is_seen() {
    let mut bench = Bench::demo();
    bench.press("4zgowner<enter>/treatment:modify<enter>x<enter>");
    let content = bench.effects.iter().find_map(|effect| match effect {
        Effect::Export { content, .. } => Some(content.clone()),
        _ => None,
    });
    let content = content.unwrap();
    let list = bench.app.list();
    assert_eq!(content.lines().count(), list.rows.len() + 1);
    assert!(content.starts_with("Risk owner,ID,Risk"), "the group is a column: {content}");
}

#[test]
fn every_theme_shows_what_is_wrong_differently_from_what_is_right_without_colour() {
    for (name, _) in annexa::ui::Theme::names() {
        let theme = annexa::ui::Theme::built_in(name, ColorLevel::Mono).unwrap();
        assert_ne!(theme.style(Role::Selected), theme.style(Role::Text), "{name}");
        assert_ne!(theme.style(Role::Error), theme.style(Role::Text), "{name}");
    }
}

#[test]
fn the_context_of_each_action_is_one_that_help_lists() {
    for action in Action::ALL {
        assert!(Context::ALL.contains(&action.about().context));
    }
}
