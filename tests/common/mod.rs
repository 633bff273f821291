//! A workbench without a terminal: keys in, state and effects out.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "tests; each file uses its own part"
)]

pub mod hostile;
pub mod stream;

use annexa::{
    app::{App, Effect, Loaded, Msg, Saved},
    draw,
    isms::{File, Found, Isms},
    settings::Settings,
    standard::Standard,
    term::sequence::keys,
};
use ratatui::{buffer::Buffer, layout::Rect};
use std::{path::Path, sync::Arc};

/// The day on which all of this happens: six weeks before Stage 1.
pub fn today() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

/// An app with a folder in memory; saves succeed at once.
pub struct Bench {
    /// The app.
    pub app: App,
    /// Effects that were not carried out here.
    pub effects: Vec<Effect>,
    /// How many keys were pressed.
    pub pressed: usize,
}

/// The texts of a folder of the repository.
pub fn texts(folder: &str) -> impl FnMut(File) -> Found {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    move |file| match std::fs::read_to_string(folder.join(file.name())) {
        Ok(text) => Found::Text(text.into()),
        Err(_) => Found::Missing,
    }
}

impl Bench {
    /// The demo.
    pub fn demo() -> Self {
        Self::over(texts("data/demo"))
    }

    /// What `annexa init` writes.
    pub fn blank() -> Self {
        Self::over(texts("data/template"))
    }

    /// A folder given as texts.
    pub fn over(found: impl FnMut(File) -> Found) -> Self {
        let standard = Arc::new(Standard::load().unwrap());
        let isms = Isms::read(&standard, found);
        let mut app = App::new(Arc::clone(&standard), today(), Settings::default());
        app.size = (120, 40);
        app.update(Msg::Loaded(Box::new(Loaded {
            standard,
            isms,
            drafts: Vec::new(),
            me: Some("mara".to_string()),
        })));
        let mut bench = Self { app, effects: Vec::new(), pressed: 0 };
        bench.settle();
        bench
    }

    /// Presses keys, written like `jj<enter>text<esc>`.
    pub fn press(&mut self, sequence: &str) -> &mut Self {
        for key in keys(sequence) {
            self.pressed += 1;
            self.app.update(Msg::Key(key));
            self.settle();
        }
        self
    }

    /// Carries out saves as a disk that always works would; keeps the other effects.
    pub fn settle(&mut self) {
        while !self.app.effects.is_empty() {
            for effect in std::mem::take(&mut self.app.effects) {
                match effect {
                    Effect::Save { file, text, sequence, .. } => {
                        self.app.update(Msg::Saved(Saved {
                            file,
                            sequence,
                            text,
                            conflicts: Vec::new(),
                            at: "14:02:11".to_string(),
                        }));
                    }
                    Effect::After(timer, _) => self.app.update(Msg::Timer(timer)),
                    other => self.effects.push(other),
                }
            }
        }
    }

    /// The screen as text, drawn at this size.
    pub fn screen(&mut self, width: u16, height: u16) -> String {
        let buffer = self.buffer(width, height);
        let mut text = String::new();
        for y in 0..height {
            let line: String = (0..width).map(|x| buffer[(x, y)].symbol()).collect();
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }

    /// The cells of the screen, drawn at this size.
    pub fn buffer(&mut self, width: u16, height: u16) -> Buffer {
        self.app.update(Msg::Resize(width, height));
        self.settle();
        annexa::app::geometry::settle(&mut self.app);
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        draw::draw(&self.app, &mut buffer);
        annexa::term::screen::settle(&mut buffer);
        buffer
    }

    /// The key of the selected record.
    pub fn selected(&self) -> String {
        self.app.list().selected.as_ref().map_or_else(String::new, |at| at.key.clone())
    }

    /// The message in the last line.
    pub fn said(&self) -> String {
        self.app.notice.as_ref().map_or_else(String::new, |notice| notice.text.clone())
    }

    /// The text of a file as it stands.
    pub fn text(&self, file: File) -> String {
        self.app.isms.register(file).text.to_string()
    }
}
