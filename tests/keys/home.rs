//! The person's files on a disk: read with their mistakes, written without losing a comment.

use annexa::{
    run::home::{Asked, Home},
    settings::{Layout, Places, Settings, View},
    term::caps::ColorLevel,
};
use std::{fs, path::Path};

fn home(dir: &Path) -> Home {
    let places = Places::of(|name| (name == "HOME").then(|| dir.into()));
    Home { places, folder: Some(dir.join("isms")) }
}

fn env(name: &str) -> Option<String> {
    (name == "TERM").then(|| "xterm-256color".to_string())
}

#[test]
fn what_is_wrong_is_told_with_file_line_and_column_and_the_rest_holds() {
    let dir = tempfile::tempdir().unwrap();
    let home = home(dir.path());
    let config = dir.path().join(".config/annexa");
    fs::create_dir_all(config.join("themes")).unwrap();
    fs::create_dir_all(dir.path().join("isms")).unwrap();
    fs::write(config.join("settings.ron"), "(\n  theme: \"dark\",\n  laiout: below,\n)").unwrap();
    fs::write(config.join("keys.ron"), "{ \"list\": { \"ctrl-s\": \"gaps\" } }").unwrap();
    fs::write(config.join("themes/mine.ron"), "(title: (mono: (fg: red)))").unwrap();
    fs::write(dir.path().join("isms/views.ron"), "(views: [(name: \"x\")])").unwrap();
    let own = home.read(Asked::default(), &env, None);
    assert_eq!((&*own.settings.theme, own.level), ("dark", ColorLevel::Ansi256));
    let ends = [
        ".config/annexa/settings.ron:3:3: annexa knows no setting `laiout`; did you mean layout?.",
        "keys.ron:1:13: `ctrl-s` can't be used: flow control may stop the terminal with it.",
        "views.ron:1:10: a view needs a name and a list; this one is left out.",
        "themes/mine.ron:1:21:",
    ];
    assert_eq!(own.complaints.len(), ends.len(), "{:#?}", own.complaints);
    for (complaint, end) in own.complaints.iter().zip(ends) {
        assert!(complaint.contains(end), "{complaint}");
    }
    // broken while it is being written: what it said before holds
    fs::write(config.join("settings.ron"), "(theme: \"li").unwrap();
    let later = home.read(Asked::default(), &env, Some(&own));
    assert_eq!(later.settings, own.settings);
    assert!(later.complaints[0].contains("settings.ron:1:"), "{:?}", later.complaints);
}

#[test]
fn settings_are_written_without_losing_a_comment_or_anothers_change() {
    let dir = tempfile::tempdir().unwrap();
    let home = home(dir.path());
    let path = dir.path().join(".config/annexa/settings.ron");
    let base = Settings::default();
    let dark = Settings { theme: "dark".into(), ..base.clone() };
    home.save_settings(&base, &dark).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "(\n    theme: \"dark\",\n)\n");
    fs::write(&path, "// mine\n(\n    theme: \"dark\", // at night\n    mouse: true,\n)\n")
        .unwrap();
    let below = Settings { layout: Layout::Below, ..dark.clone() };
    home.save_settings(&dark, &below).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    let want = "// mine\n(\n    theme: \"dark\", // at night\n    mouse: true,\n    layout: \"below\",\n)\n";
    assert_eq!(text, want);
    fs::write(&path, "(theme: ").unwrap();
    let why = home.save_settings(&dark, &below).unwrap_err();
    assert!(why.contains("settings.ron:1:") && why.contains("mend it there"), "{why}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "(theme: ");
}

#[test]
fn the_teams_views_go_into_the_folder() {
    let dir = tempfile::tempdir().unwrap();
    let home = home(dir.path());
    fs::create_dir(dir.path().join("isms")).unwrap();
    let view = View { name: "late".into(), list: "Actions".into(), ..View::default() };
    home.save_team(&[], std::slice::from_ref(&view)).unwrap();
    let own = home.read(Asked::default(), &env, None);
    assert_eq!((own.team, own.complaints), (vec![view], Vec::new()));
}

#[test]
fn without_a_home_it_is_said_that_nothing_is_kept() {
    let home = Home::default();
    let dark = Settings { theme: "dark".into(), ..Settings::default() };
    let why = home.save_settings(&Settings::default(), &dark).unwrap_err();
    assert!(why.starts_with("The settings hold until you leave"), "{why}");
}
