//! Reads the compiled-in data files into typed facts.

use std::fmt;

use ron::Options;
use ron::error::SpannedError;
use ron::extensions::Extensions;
use serde::Deserialize;

/// A file of `data/standard/` and its text, compiled in.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    /// Its path in the repository, for messages.
    pub path: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// Names a data file and compiles it in.
macro_rules! source {
    ($name:literal) => {
        Source {
            path: concat!("data/standard/", $name),
            text: include_str!(concat!("../../data/standard/", $name)),
        }
    };
}

pub const ANNEX_A: Source = source!("annex_a.ron");
pub const CLAUSES: Source = source!("clauses.ron");
pub const DOCUMENTS: Source = source!("documents.ron");
pub const STAGES: Source = source!("stages.ron");
pub const MAPPING_2013: Source = source!("mapping_2013.ron");

/// The compiled-in facts can't be read: the program was built from a broken data file.
#[derive(Clone, Debug, PartialEq)]
pub struct StandardError {
    path: &'static str,
    cause: SpannedError,
}

impl fmt::Display for StandardError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = self.cause.span.start;
        write!(
            f,
            "{}:{}:{}: the standard's facts inside this program can't be read: {}. \
             This is a fault of the build, not of your files; please install another build.",
            self.path, at.line, at.col, self.cause.code
        )
    }
}

impl std::error::Error for StandardError {}

/// Reads one data file; its strings stay where they are compiled in.
///
/// A string with an escape can't be borrowed and is refused: the data files do without.
pub fn read<T: Deserialize<'static>>(source: Source) -> Result<T, StandardError> {
    Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .from_str(source.text)
        .map_err(|cause| StandardError { path: source.path, cause })
}

#[cfg(test)]
mod tests {
    use super::{Source, read};

    #[test]
    fn a_broken_file_is_named_with_line_and_column() {
        let source = Source { path: "data/standard/x.ron", text: "[\n    (1, 2),\n    oops,\n]" };
        let error = read::<Vec<(u32, u32)>>(source).unwrap_err().to_string();
        assert!(error.starts_with("data/standard/x.ron:3:"), "{error}");
        assert!(error.contains("fault of the build"), "{error}");
    }
}
