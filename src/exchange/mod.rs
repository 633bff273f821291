//! Out of annexa: what a pane or a command shows, as a file that others take. One file a format.
//!
//! Every format is written from one plain [`Sheet`], so that the workbench and the command line
//! export the same. Texts are made harmless for the program that will open the file: a spreadsheet
//! runs formulas, a browser markup, a terminal control characters.

mod csv;
pub mod gaps;
mod html;
mod json;
mod markdown;
pub mod soa;

pub use json::{of_value as to_json, shown as json_text};

/// A table to be written somewhere: plain texts, one a cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// What it is; formats without a place for it leave it out.
    pub title: String,
    /// What stands above the table, a label and a text each; formats for programs leave it out.
    pub head: Vec<(String, String)>,
    /// Headings.
    pub columns: Vec<String>,
    /// Rows, each with a cell for every column.
    pub rows: Vec<Vec<String>>,
}

/// A format that a sheet can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Values separated by commas, for spreadsheets.
    Csv,
    /// A Markdown table, for tickets and wikis.
    Markdown,
    /// A page to print, or to send to an auditor.
    Html,
    /// A list of objects, for scripts.
    Json,
}

impl Format {
    /// All formats.
    pub const ALL: [Format; 4] = [Format::Csv, Format::Markdown, Format::Html, Format::Json];

    /// The ending of a file's name, and the word by which the format is asked for.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Markdown => "md",
            Format::Html => "html",
            Format::Json => "json",
        }
    }

    /// The format of this name or ending.
    pub fn named(name: &str) -> Option<Format> {
        let name = name.to_lowercase();
        Format::ALL
            .into_iter()
            .find(|f| f.extension() == name || format!("{f:?}").to_lowercase() == name)
    }

    /// The format's name, and what it is good for.
    pub fn label(self) -> &'static str {
        match self {
            Format::Csv => "CSV, for spreadsheets",
            Format::Markdown => "Markdown",
            Format::Html => "HTML, ready to print",
            Format::Json => "JSON",
        }
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

/// A text with its lines and tabs, without what steers a terminal or disguises what it says.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .filter(|c| matches!(c, '\n' | '\t') || !(c.is_control() || is_disguise(*c)))
        .collect()
}

/// Marks that turn the direction of writing, and other invisible ones.
fn is_disguise(c: char) -> bool {
    matches!(c,
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_format_lets_a_control_sequence_through() {
        let hostile = "\u{1b}]0;x\u{7}\u{9b}31m\u{202e}a\r\nb";
        let sheet = Sheet {
            title: hostile.into(),
            head: vec![(hostile.into(), hostile.into())],
            columns: vec![hostile.into()],
            rows: vec![vec![hostile.into()]],
        };
        for format in Format::ALL {
            let text = write(&sheet, format);
            assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{format:?} {text:?}");
            assert!(!text.chars().any(is_disguise), "{format:?} {text:?}");
        }
    }
}
