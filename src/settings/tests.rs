use super::*;

const MINE: &str = r#"// my settings
(
    // the office has bright lamps
    theme: "light",
    layout: below, // small screen
    experiment: 7,
    views: [
        // for Mondays
        (name: "mine", list: "Controls", filter: "owner:mara", note: "kept"),
        (name: "late", list: "Actions", sort: ["-due"]),
    ],
)
"#;

fn view(name: &str, list: &str, filter: &str) -> View {
    View { name: name.into(), list: list.into(), filter: filter.into(), ..View::default() }
}

#[test]
fn what_is_understood_holds_and_the_rest_is_told() {
    let (settings, troubles) = Settings::read(MINE);
    assert_eq!((&*settings.theme, settings.layout), ("light", Layout::Below));
    assert_eq!(settings.views.len(), 2);
    assert_eq!(settings.views[1].sort, ["-due"]);
    let told: Vec<String> = troubles.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].starts_with("6:5: annexa knows no setting `experiment`"), "{told:?}");
    assert!(told[1].starts_with("9:64: a view has no field `note`"), "{told:?}");
}

#[test]
fn a_wrong_value_costs_only_itself() {
    for (text, told) in [
        ("(color: pink, mouse: true)", "1:9: auto, never, 16, 256 or rgb is expected here"),
        ("(mouse: true, escape_ms: 0)", "1:26: a number from 1 to 1000 is expected here"),
        ("(mouse: true, layout: left)", "1:23: auto, side or below is expected here"),
        (
            "(mouse: true, titel: false)",
            "1:15: annexa knows no setting `titel`; did you mean title?",
        ),
        ("(mouse: true, views: [(name: \"x\")])", "1:23: a view needs a name and a list"),
        ("(mouse: true, who: [])", "1:20: a person's id in quotes is expected here, not []"),
    ] {
        let (settings, troubles) = Settings::read(text);
        assert_eq!(settings, Settings { mouse: true, ..Settings::default() }, "{text}");
        let [trouble] = troubles.as_slice() else { panic!("{text}: {troubles:?}") };
        assert!(trouble.to_string().starts_with(told), "{trouble}");
    }
}

#[test]
fn no_file_no_settings_and_a_broken_file_are_survived() {
    for text in ["", "// later", "()"] {
        assert_eq!(Settings::read(text), (Settings::default(), Vec::new()), "{text}");
    }
    let (settings, troubles) = Settings::read("(theme: ");
    assert_eq!(settings, Settings::default());
    assert_eq!((troubles.len(), troubles[0].line), (1, 1));
    let refused = settings.written("(theme: ").unwrap_err();
    assert!(refused.contains("Nothing was saved"), "{refused}");
}

#[test]
fn the_words_of_color_and_glyphs_are_understood() {
    let (settings, troubles) = Settings::read("(color: 256, glyphs: Ascii)");
    assert_eq!(troubles, []);
    assert_eq!(settings.color_choice(), "256".parse().unwrap());
    assert_eq!(settings.glyph_set(), Some(GlyphSet::Ascii));
    assert_eq!(Settings::default().color_choice(), ColorChoice(None));
    assert_eq!(Settings::default().glyph_set(), None);
}

#[test]
fn writing_touches_only_what_changed() {
    let (mut settings, _) = Settings::read(MINE);
    assert_eq!(settings.written(MINE).unwrap(), MINE);
    settings.theme = "dark".into();
    settings.mouse = true;
    let text = settings.written(MINE).unwrap();
    let changed = MINE
        .replace("\"light\"", "\"dark\"")
        .replace("    layout:", "    mouse: true,\n    layout:");
    assert_eq!(text, changed);
    assert_eq!(Settings::read(&text).0, settings);
}

#[test]
fn a_view_is_saved_beside_the_others() {
    let added = Settings::with_view_saved(MINE, &view("new", "Risks", "level:high")).unwrap();
    let line = "        (name: \"new\", list: \"Risks\", filter: \"level:high\"),\n    ],\n)";
    assert_eq!(added, MINE.replace("    ],\n)", line));
    let twice = Settings::with_view_saved(&added, &view("new", "Risks", "level:high")).unwrap();
    assert_eq!(twice, added);
}

#[test]
fn a_view_of_the_same_name_is_replaced_where_it_stands() {
    let text = Settings::with_view_saved(MINE, &view("mine", "Controls", "gap")).unwrap();
    assert_eq!(text, MINE.replace("owner:mara", "gap"));
    let other = Settings::with_view_saved(MINE, &view("mine", "Risks", "")).unwrap();
    assert_eq!(Settings::read(&other).0.views.len(), 3);
}

#[test]
fn a_view_that_is_gone_goes_with_its_comment() {
    let (mut settings, _) = Settings::read(MINE);
    settings.views.remove(0);
    let text = settings.written(MINE).unwrap();
    assert!(!text.contains("Mondays") && text.contains("my settings"), "{text}");
    assert_eq!(Settings::read(&text).0, settings);
}

#[test]
fn the_first_save_makes_the_file() {
    for text in ["", "// mine", "// mine\n"] {
        let text = Settings::with_view_saved(text, &view("new", "Risks", "")).unwrap();
        let (settings, troubles) = Settings::read(&text);
        assert_eq!((settings.views.len(), troubles.len()), (1, 0), "{text}");
    }
}
