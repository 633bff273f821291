//! Fixtures for the tests of judgement: registers from snippets of RON.

mod smoke;

use crate::{
    assess::{Assessment, assess},
    isms::{File, Found, Isms},
    standard::Standard,
};
use chrono::NaiveDate;

/// The day on which all tests take place.
pub const TODAY: &str = "2026-11-24";

pub fn today() -> NaiveDate {
    day(TODAY)
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn standard() -> Standard {
    Standard::load().unwrap()
}

/// Registers of which only the named files exist; each snippet is what stands inside the root struct.
pub fn isms(files: &[(File, &str)]) -> Isms {
    let standard = standard();
    let isms = Isms::read(&standard, |file| {
        files.iter().find(|(named, _)| *named == file).map_or(Found::Missing, |(_, inside)| {
            Found::Text(format!("{}(schema: 1, {inside})", file.root()).into())
        })
    });
    for file in File::ALL {
        let state = &isms.register(file).state;
        assert!(isms.is_whole(), "{}: {state:?}", file.name());
    }
    isms
}

pub fn judged(isms: &Isms) -> Assessment {
    assess(isms, &standard(), today())
}
