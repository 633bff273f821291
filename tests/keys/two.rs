//! Two workbenches on one folder on a real disk: each sees what the other does, and none loses a word.

use super::common::{Bench, texts};
use annexa::{
    app::{Effect, Msg, Saved},
    isms::{At, File, Found, Kind},
    store::{self, Folder},
    text::Value,
};

/// A workbench whose saves go to a folder, when it is told to.
struct Desk {
    bench: Bench,
    folder: Folder,
}

impl Desk {
    fn on(folder: &Folder) -> Self {
        let mut desk = Self { bench: Bench::over(store::read(folder)), folder: folder.clone() };
        desk.bench.app.effects.clear();
        desk
    }

    /// Presses keys; what is to be saved waits.
    fn press(&mut self, keys: &str) {
        for key in annexa::term::sequence::keys(keys) {
            self.bench.app.update(Msg::Key(key));
        }
    }

    fn justify(&mut self, id: &str, text: &str) {
        let at = At::new(Kind::Control, id);
        let value = Value::Text(text.into());
        annexa::app::verbs::commit::set(&mut self.bench.app, &[at], "justification", &value);
    }

    /// The store does what it was ordered.
    fn save(&mut self) {
        for effect in std::mem::take(&mut self.bench.app.effects) {
            if let Effect::Save { file, base, text, changes, sequence } = effect {
                let standard = self.bench.app.standard.clone();
                let base = base.as_deref();
                let saved =
                    store::commit(&self.folder, &standard, file, base, &text, &changes).unwrap();
                let (text, conflicts, at) = (saved.text, saved.conflicts, String::new());
                self.bench.app.update(Msg::Saved(Saved { file, sequence, text, conflicts, at }));
            }
        }
    }

    /// The watcher tells what stands on the disk.
    fn look(&mut self) {
        let found = File::ALL.map(|file| (file, store::read_file(&self.folder, file)));
        self.bench.app.update(Msg::Disk(found.to_vec()));
    }

    fn says(&self, id: &str) -> String {
        match self.bench.app.isms.get(&At::new(Kind::Control, id), "justification") {
            Some(Value::Text(text)) => text,
            other => format!("{other:?}"),
        }
    }
}

fn folder() -> (tempfile::TempDir, Folder) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().canonicalize().unwrap();
    let mut demo = texts("data/demo");
    for file in File::ALL {
        if let Found::Text(text) = demo(file) {
            std::fs::write(path.join(file.name()), &*text).unwrap();
        }
    }
    (dir, Folder::new(path))
}

#[test]
fn different_fields_merge_and_are_seen_by_both() {
    let (_dir, folder) = folder();
    let (mut one, mut two) = (Desk::on(&folder), Desk::on(&folder));
    one.justify("8.8", "from one");
    two.justify("8.9", "from two");
    one.save();
    two.save();
    one.look();
    two.look();
    for desk in [&one, &two] {
        assert_eq!((desk.says("8.8"), desk.says("8.9")), ("from one".into(), "from two".into()));
        assert!(desk.bench.app.conflicts.is_empty() && !desk.bench.app.has_unsaved());
    }
    // undo takes back the own change only
    one.press("u");
    one.save();
    two.look();
    assert_eq!(two.says("8.9"), "from two");
    assert_ne!(two.says("8.8"), "from one");
}

#[test]
fn the_same_field_is_a_conflict_with_both_texts_and_a_choice() {
    for (choice, wanted) in [("", "from two"), ("j", "from one"), ("jj", "from one\nfrom two")] {
        let (_dir, folder) = folder();
        let (mut one, mut two) = (Desk::on(&folder), Desk::on(&folder));
        one.justify("8.8", "from one");
        two.justify("8.8", "from two");
        one.save();
        two.save();
        // the disk has the text of who came first, and nobody's text is gone
        assert_eq!(two.says("8.8"), "from one");
        assert_eq!(two.bench.app.conflicts.len(), 1);
        two.press("gx");
        let screen = two.bench.screen(100, 30);
        assert!(screen.contains("from one") && screen.contains("from two"), "{screen}");
        two.press(&format!("<enter>{choice}<enter>"));
        two.save();
        one.look();
        assert_eq!((one.says("8.8"), two.says("8.8")), (wanted.into(), wanted.into()));
        assert!(two.bench.app.conflicts.is_empty() && !two.bench.app.has_unsaved());
    }
}

#[test]
fn what_waits_for_the_disk_survives_what_comes_from_it() {
    let (_dir, folder) = folder();
    let mut one = Desk::on(&folder);
    one.justify("8.8", "not saved yet");
    // somebody pulls meanwhile
    let path = folder.path.join("controls.ron");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text + "// pulled\n").unwrap();
    one.look();
    assert_eq!(one.says("8.8"), "not saved yet");
    one.save();
    one.look();
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("not saved yet") && text.ends_with("// pulled\n"));
    assert!(!one.bench.app.has_unsaved());
}
