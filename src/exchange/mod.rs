//! Exports: a plain sheet of texts, written in one of several formats.
//!
//! Text is made safe for where it goes: no cell can become a formula, no text markup.

mod csv;
mod html;
mod json;
mod markdown;

use crate::text::Value;

/// A table to be written: headings and rows of texts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// What it is.
    pub title: String,
    /// The headings.
    pub columns: Vec<String>,
    /// The rows, each as long as the headings.
    pub rows: Vec<Vec<String>>,
}

/// A format to write a sheet in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values.
    Csv,
    /// A Markdown table.
    Markdown,
    /// A page that prints well.
    Html,
    /// A list of objects.
    Json,
}

impl Format {
    /// All formats.
    pub const ALL: [Format; 4] = [Format::Csv, Format::Markdown, Format::Html, Format::Json];

    /// How files of the format end.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Markdown => "md",
            Format::Html => "html",
            Format::Json => "json",
        }
    }

    /// The format in words.
    pub fn label(self) -> &'static str {
        match self {
            Format::Csv => "CSV, for spreadsheets",
            Format::Markdown => "Markdown",
            Format::Html => "HTML, ready to print",
            Format::Json => "JSON",
        }
    }

    /// The format of this name or ending.
    pub fn named(name: &str) -> Option<Format> {
        let name = name.to_lowercase();
        Format::ALL
            .into_iter()
            .find(|f| f.extension() == name || format!("{f:?}").to_lowercase() == name)
    }
}

/// Writes a sheet.
pub fn write(sheet: &Sheet, format: Format) -> String {
    match format {
        Format::Csv => csv::write(sheet),
        Format::Markdown => markdown::write(sheet),
        Format::Html => html::write(sheet),
        Format::Json => json::write(sheet),
    }
}

/// A value as JSON: words and dates as strings, lists as arrays, records as objects.
pub fn to_json(value: &Value) -> serde_json::Value {
    json::of_value(value)
}

/// Text that leaves the program keeps its line ends and tabs, but no other control character.
fn plain(text: &str) -> String {
    let unsafe_in_text = |c: char| {
        (c.is_control() && c != '\n' && c != '\t')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if unsafe_in_text(c) { '\u{fffd}' } else { c }).collect()
}
