//! The one door through which commands speak: it makes text safe and stops when nobody reads.

use crate::{exchange::json_text, ui::text::safe};
use std::{
    borrow::Cow,
    io::{self, Write},
};

/// What a command has to say.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    body: Body,
    notes: Vec<String>,
    code: i32,
}

#[derive(Debug, Clone, PartialEq)]
enum Body {
    /// For people.
    Text(String),
    /// For programs.
    Json(serde_json::Value),
    /// Made by annexa for another program, without any text from files.
    Plain(Vec<u8>),
}

impl Answer {
    /// Text for people; texts from files in it are made safe when it is printed.
    pub fn text(text: impl Into<String>) -> Self {
        Self { body: Body::Text(text.into()), notes: Vec::new(), code: 0 }
    }

    /// JSON for programs.
    pub fn json(value: serde_json::Value) -> Self {
        Self { body: Body::Json(value), notes: Vec::new(), code: 0 }
    }

    /// Bytes of annexa's own making: completions, the manual page.
    pub fn plain(bytes: Vec<u8>) -> Self {
        Self { body: Body::Plain(bytes), notes: Vec::new(), code: 0 }
    }

    /// Nothing on standard output.
    pub fn nothing() -> Self {
        Self::text("")
    }

    /// A line on standard error beside the answer.
    #[must_use]
    pub fn note(mut self, note: Option<String>) -> Self {
        self.notes.extend(note);
        self
    }

    /// A line on standard error that says why the answer is not the whole truth; the exit code says so too.
    #[must_use]
    pub fn incomplete(mut self, why: Option<String>) -> Self {
        if why.is_some() {
            self.code = self.code.max(1);
        }
        self.note(why)
    }

    /// The exit code, if it isn't 0.
    #[must_use]
    pub fn exit(mut self, code: i32) -> Self {
        self.code = code;
        self
    }

    /// More text after what is said.
    #[must_use]
    pub fn then(mut self, more: impl AsRef<str>) -> Self {
        if let Body::Text(text) = &mut self.body {
            text.push_str(more.as_ref());
        }
        self
    }

    /// Prints it; gives the exit code.
    pub fn give(self) -> i32 {
        for text in &self.notes {
            note(&format!("annexa: {text}"));
        }
        let bytes = match self.body {
            Body::Text(text) => lines(&text).into_bytes(),
            Body::Json(value) => (json_text(&value) + "\n").into_bytes(),
            Body::Plain(bytes) => bytes,
        };
        let mut out = io::stdout().lock();
        match out.write_all(&bytes).and_then(|()| out.flush()) {
            Ok(()) => self.code,
            // the reader has seen enough, as `head` does
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => self.code,
            Err(error) => {
                note(&format!("annexa: The answer could not be written: {error}."));
                2
            }
        }
    }
}

/// A line on standard error.
pub(super) fn note(line: &str) {
    // if not even that can be written, there is nobody to tell
    let _ = writeln!(io::stderr().lock(), "{}", safe(line));
}

/// What clap has to say: help on standard output, mistakes on standard error.
pub(super) fn usage(error: &clap::Error) -> i32 {
    if error.use_stderr() {
        let text = lines(&error.render().to_string());
        let _ = write!(io::stderr().lock(), "{text}");
    } else {
        let _ = error.print();
    }
    error.exit_code()
}

/// A text with its lines, each safe to show.
fn lines(text: &str) -> String {
    let lines: Vec<Cow<'_, str>> = text.split('\n').map(safe).collect();
    lines.join("\n")
}
