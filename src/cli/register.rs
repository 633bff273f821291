//! From the name of a register, or of a kind of record, to the kinds that are meant.

use super::Failure;
use crate::isms::{File, Kind};

/// The kinds of record that a name stands for.
///
/// A kind by its section ("people"), or the word for one record ("person"); a file by its name, with all
/// lists of records in it. Where a section has the file's name it is meant, together with the other
/// lists of that file; records of which there is one only ("soa") are asked for by their own name.
///
/// # Errors
/// The sentence lists the names that there are.
pub fn kinds(name: &str) -> Result<Vec<Kind>, Failure> {
    if let Some(file) = File::named(name) {
        let lists: Vec<Kind> = file.kinds().filter(|kind| !kind.is_single()).collect();
        return Ok(lists);
    }
    kind(name).map(|kind| vec![kind])
}

/// The kind that a name stands for: its section, or the word for one record.
///
/// # Errors
/// The sentence lists the names that there are.
pub fn kind(name: &str) -> Result<Kind, Failure> {
    let name = name.trim();
    let is = |word: &str| word.eq_ignore_ascii_case(name);
    let plural = |word: &str| name.strip_suffix('s').is_some_and(|n| n.eq_ignore_ascii_case(word));
    Kind::ALL
        .into_iter()
        .find(|kind| is(kind.key()) || is(kind.label()) || plural(kind.label()))
        .ok_or_else(|| {
            let files: Vec<&str> = File::ALL.iter().map(|file| file.register()).collect();
            let rest: Vec<&str> = Kind::ALL
                .iter()
                .map(|kind| kind.key())
                .filter(|key| !files.contains(key))
                .collect();
            Failure::cannot(format!(
                "There is no register {name:?}. Registers are {}; parts of them are {}.",
                files.join(", "),
                rest.join(", ")
            ))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_register_is_named_by_its_file_or_by_what_is_in_it() {
        assert_eq!(kinds("controls").unwrap(), [Kind::Control]);
        assert_eq!(kinds("risks.ron").unwrap(), [Kind::Risk]);
        assert_eq!(kinds("actions").unwrap(), [Kind::Nonconformity, Kind::Action]);
        assert_eq!(kinds("action").unwrap(), [Kind::Action]);
        assert_eq!(kinds("People").unwrap(), [Kind::Person]);
        assert_eq!(kinds("person").unwrap(), [Kind::Person]);
        assert_eq!(kinds("audits").unwrap(), [Kind::Audit]);
        assert_eq!(kinds("soa").unwrap(), [Kind::Soa]);
        assert!(kinds("isms").unwrap().contains(&Kind::Obligation));
        let failure = kinds("riscs").unwrap_err();
        assert!(failure.code == 2 && failure.sentence.contains("risks"), "{failure}");
    }
}
