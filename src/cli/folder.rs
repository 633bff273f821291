//! The folder's records, read for a command.

use super::{Failure, place};
use crate::{
    assess::{Assessment, assess},
    isms::{File, Isms, State},
    standard::Standard,
    store,
};
use chrono::NaiveDate;
use std::path::{Path, PathBuf};

/// Everything that a command judges by.
#[derive(Debug)]
pub struct Folder {
    /// Where it is.
    pub path: PathBuf,
    /// What the standard says.
    pub standard: Standard,
    /// What the organisation says.
    pub isms: Isms,
    /// What follows from both.
    pub assessment: Assessment,
    /// The day of judgement.
    pub today: NaiveDate,
}

impl Folder {
    /// Reads all files of the folder that is meant.
    ///
    /// # Errors
    /// There is none.
    pub fn read(said: Option<&Path>) -> Result<Self, Failure> {
        let folder = place::find(said)?;
        let standard = standard()?;
        let isms = Isms::read(&standard, store::read(&folder));
        let today = today();
        let assessment = assess(&isms, &standard, today);
        Ok(Self { path: folder.path, standard, isms, assessment, today })
    }

    /// A sentence if some files can't be read, so that nobody takes a part for the whole.
    pub fn warning(&self) -> Option<String> {
        let broken = unreadable(&self.isms)?;
        Some(format!("Not everything could be read, so what is said is incomplete. {broken}"))
    }
}

/// The files that can't be read, with the reasons; none if all could be.
pub fn unreadable(isms: &Isms) -> Option<String> {
    let broken: Vec<String> = File::ALL
        .into_iter()
        .filter_map(|file| match &isms.register(file).state {
            State::Broken(error) => Some(format!("{}:{error}", file.name())),
            State::Unreadable(why) => Some(format!("{}: {why}.", file.name())),
            State::Read | State::Missing => None,
        })
        .collect();
    (!broken.is_empty()).then(|| broken.join(" "))
}

/// What the standard says.
///
/// # Errors
/// Never in a release: a test reads what is compiled in.
pub fn standard() -> Result<Standard, Failure> {
    Standard::load().map_err(|error| {
        Failure::cannot(format!("The standard's facts can't be read; please report it: {error}."))
    })
}

/// Today, where the clock hangs.
pub fn today() -> NaiveDate {
    chrono::Local::now().date_naive()
}
