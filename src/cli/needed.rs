//! The records of just those files that a command needs, read when they are.

use super::folder::unreadable;
use crate::{
    isms::{File, Found, Isms, Kind, resolve_any},
    standard::Standard,
    store,
};

/// Records of which some files are not read yet; those look empty.
#[derive(Debug)]
pub struct Needed<'a> {
    folder: &'a store::Folder,
    standard: &'a Standard,
    isms: Isms,
    read: [bool; 8],
}

impl<'a> Needed<'a> {
    /// Nothing is read yet.
    pub fn new(folder: &'a store::Folder, standard: &'a Standard) -> Self {
        let isms = Isms::read(standard, |_| Found::Missing);
        Self { folder, standard, isms, read: [false; 8] }
    }

    /// The records as far as they are read.
    pub fn isms(&self) -> &Isms {
        &self.isms
    }

    /// The same, to be changed.
    pub fn isms_mut(&mut self) -> &mut Isms {
        &mut self.isms
    }

    /// The standard.
    pub fn standard(&self) -> &'a Standard {
        self.standard
    }

    /// Reads a file, again if need be.
    pub fn read(&mut self, file: File) {
        let found = store::read_file(self.folder, file);
        self.isms.read_file(self.standard, file, found);
        if let Some(read) = self.read.get_mut(file.index()) {
            *read = true;
        }
    }

    /// Reads a file that isn't read yet.
    pub fn read_once(&mut self, file: File) {
        if !self.is_read(file) {
            self.read(file);
        }
    }

    fn is_read(&self, file: File) -> bool {
        self.read.get(file.index()).copied().unwrap_or_default()
    }

    /// The records that an id may name, the likeliest first; reads where it is likely to be, then the rest.
    pub fn resolve(&mut self, typed: &str) -> Vec<(Kind, usize)> {
        for file in likely(typed) {
            self.read_once(file);
        }
        let found = self.found(typed);
        if !found.is_empty() {
            return found;
        }
        for file in File::ALL {
            self.read_once(file);
        }
        self.found(typed)
    }

    /// Records known from the standard only count when their file is read: it could hold them.
    fn found(&self, typed: &str) -> Vec<(Kind, usize)> {
        let mut found = resolve_any(&self.isms, typed);
        found.retain(|(kind, _)| self.is_read(kind.file()));
        found
    }

    /// A sentence about files that can't be read, as the record may be in one of them.
    pub fn trouble(&self) -> Option<String> {
        let broken = unreadable(&self.isms)?;
        Some(format!("It may be in a file that can't be read: {broken}"))
    }
}

/// The files in which an id like this one stands as a rule.
fn likely(typed: &str) -> Vec<File> {
    let typed = typed.trim();
    if let Some((word, _)) = typed.split_once(':') {
        let named = |kind: &Kind| {
            kind.key().eq_ignore_ascii_case(word) || kind.label().eq_ignore_ascii_case(word)
        };
        return Kind::ALL.into_iter().filter(named).map(Kind::file).collect();
    }
    let numbered = typed.starts_with(|c: char| c.is_ascii_digit());
    if numbered || ["A.", "control ", "clause ", "cl."].iter().any(|p| typed.starts_with(p)) {
        return vec![File::Controls, File::Clauses];
    }
    let upper = typed.to_uppercase();
    let fits = |kind: &Kind| {
        let prefix = kind.id_prefix().to_uppercase();
        (!prefix.is_empty() && upper.starts_with(&prefix)) || kind.key().eq_ignore_ascii_case(typed)
    };
    Kind::ALL.into_iter().filter(fits).map(Kind::file).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_tells_where_to_look_first() {
        assert_eq!(likely("8.10"), [File::Controls, File::Clauses]);
        assert_eq!(likely("clause 8.1"), [File::Controls, File::Clauses]);
        assert_eq!(likely("r-014"), [File::Risks]);
        assert_eq!(likely("EV-031"), [File::Evidence]);
        assert_eq!(likely("risks:X"), [File::Risks]);
        assert_eq!(likely("criteria"), [File::Isms]);
        assert!(likely("mara").is_empty());
    }
}
