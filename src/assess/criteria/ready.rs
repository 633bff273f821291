//! Ready-made criteria to start from: the grids that people use, with every step's meaning in writing.
//!
//! Nobody's criteria are right for somebody else; they are a start that is whole, to be changed.

use crate::text::Value;

/// A set of criteria to start from.
#[derive(Debug)]
pub struct ReadyMade {
    /// Its name in a list.
    pub name: &'static str,
    /// What it is, in a sentence.
    pub about: &'static str,
    likelihood: &'static [(&'static str, &'static str)],
    consequence: &'static [(&'static str, &'static str)],
    levels: &'static [Level],
    /// A grid of level numbers, one line a likelihood; none: the product decides.
    grid: Option<&'static [&'static str]>,
}

/// A level: id, letter, colour, lowest product, who may accept it, for how many months.
#[derive(Debug)]
struct Level(&'static str, &'static str, &'static str, i64, &'static str, i64);

const LIKELIHOOD_5: [(&str, &str); 5] = [
    ("rare", "Less than once in ten years; nobody here has seen it."),
    ("unlikely", "Once in three to ten years."),
    ("possible", "Once in one to three years; it happened to others like us."),
    ("likely", "About once a year; it happened here."),
    ("almost certain", "Several times a year."),
];
const CONSEQUENCE_5: [(&str, &str); 5] = [
    ("insignificant", "Noticed inside only; dealt with in the day's work."),
    ("minor", "Some customers or one team are hindered for hours; no data of others is touched."),
    ("moderate", "A service fails for a day, or few data of customers or staff are disclosed."),
    ("major", "A service fails for days, many data are disclosed, or an authority has to be told."),
    ("severe", "The organisation's existence, or people's health, is at stake."),
];
const LIKELIHOOD_4: [(&str, &str); 4] = [
    ("minimal", "Less than once in ten years."),
    ("significant", "Once in three to ten years."),
    ("strong", "Once in one to three years."),
    ("maximal", "Once a year or more often."),
];
const CONSEQUENCE_4: [(&str, &str); 4] = [
    ("minor", "Noticed inside only; overcome without trouble."),
    ("significant", "Customers or staff are hindered; overcome with some trouble."),
    ("serious", "A service fails for days, or data are disclosed; overcome with great trouble."),
    ("critical", "The organisation may not overcome it."),
];
const LIKELIHOOD_3: [(&str, &str); 3] = [
    ("low", "Less than once in three years."),
    ("medium", "Once in one to three years."),
    ("high", "Once a year or more often."),
];
const CONSEQUENCE_3: [(&str, &str); 3] = [
    ("low", "Noticed inside only, or some customers are hindered for hours."),
    ("medium", "A service fails for a day, or few data are disclosed."),
    ("high", "A service fails for days, many data are disclosed, or an authority has to be told."),
];

const LEVELS_3: [Level; 3] = [
    Level("low", "L", "Green", 1, "ByDefault", 0),
    Level("medium", "M", "Yellow", 3, "RiskOwner", 12),
    Level("high", "H", "Red", 6, "TopManagement", 6),
];
const LEVELS_4: [Level; 4] = [
    Level("low", "L", "Green", 1, "ByDefault", 0),
    Level("medium", "M", "Yellow", 5, "RiskOwner", 12),
    Level("high", "H", "Orange", 10, "TopManagement", 12),
    Level("critical", "C", "Red", 17, "Never", 0),
];
const LEVELS_5: [Level; 5] = [
    Level("very-low", "V", "Green", 1, "ByDefault", 0),
    Level("low", "L", "Green", 3, "ByDefault", 0),
    Level("medium", "M", "Yellow", 6, "RiskOwner", 12),
    Level("high", "H", "Orange", 10, "TopManagement", 12),
    Level("very-high", "X", "Red", 17, "Never", 0),
];

/// All ready-made criteria.
pub const READY_MADE: [ReadyMade; 6] = [
    ReadyMade {
        name: "3x3 product",
        about: "Three steps each; the product decides: low from 1, medium from 3, high from 6.",
        likelihood: &LIKELIHOOD_3,
        consequence: &CONSEQUENCE_3,
        levels: &LEVELS_3,
        grid: None,
    },
    ReadyMade {
        name: "4x4",
        about: "Four steps each and three levels, in the manner of EBIOS RM.",
        likelihood: &LIKELIHOOD_4,
        consequence: &CONSEQUENCE_4,
        levels: &LEVELS_3,
        grid: Some(&["0001", "0011", "1122", "1222"]),
    },
    ReadyMade {
        name: "4x4 with five levels",
        about: "Four steps each and five levels.",
        likelihood: &LIKELIHOOD_4,
        consequence: &CONSEQUENCE_4,
        levels: &LEVELS_5,
        grid: Some(&["0011", "0122", "1233", "1234"]),
    },
    ReadyMade {
        name: "5x5 product",
        about: "Five steps each; the product decides: medium from 5, high from 10, critical from 17.",
        likelihood: &LIKELIHOOD_5,
        consequence: &CONSEQUENCE_5,
        levels: &LEVELS_4,
        grid: None,
    },
    ReadyMade {
        name: "5x5 after ISO/IEC 27005",
        about: "Five steps each and five levels, in the manner of the example in ISO/IEC 27005.",
        likelihood: &LIKELIHOOD_5,
        consequence: &CONSEQUENCE_5,
        levels: &LEVELS_5,
        grid: Some(&["00111", "01122", "11233", "12334", "23344"]),
    },
    ReadyMade {
        name: "5x5 sensitive",
        about: "Five steps each and four levels; grave consequences weigh more than frequent ones.",
        likelihood: &LIKELIHOOD_5,
        consequence: &CONSEQUENCE_5,
        levels: &LEVELS_4,
        grid: Some(&["00011", "00112", "01123", "11233", "12333"]),
    },
];

impl ReadyMade {
    /// The fields of the criteria record that it sets, by key.
    pub fn fields(&self) -> Vec<(String, Value)> {
        let rule = if self.grid.is_some() { "Grid" } else { "Product" };
        let levels = self.levels.iter().map(|level| self.level(level)).collect();
        let mut fields = vec![
            ("likelihood".to_string(), steps(self.likelihood)),
            ("consequence".to_string(), steps(self.consequence)),
            ("rule".to_string(), Value::Word(rule.to_string())),
            ("levels".to_string(), Value::List(levels)),
        ];
        let lines = self.grid.map(|grid| grid.iter().map(|line| Value::Text(self.line(line))));
        let grid = lines.map_or(Value::Nothing, |lines| Value::List(lines.collect()));
        fields.insert(3, ("grid".to_string(), grid));
        fields
    }

    /// The criteria as a record.
    pub fn value(&self) -> Value {
        Value::Record(self.fields())
    }

    fn level(&self, level: &Level) -> Value {
        let Level(id, letter, colour, from, accept, months) = level;
        let text = |text: &str| Value::Text(text.to_string());
        let word = |word: &str| Value::Word(word.to_string());
        let known =
            |number: i64, there: bool| if there { Value::Int(number) } else { Value::Nothing };
        record([
            ("id", text(id)),
            ("name", text(&id.replace('-', " "))),
            ("letter", text(letter)),
            ("colour", word(colour)),
            ("from", known(*from, self.grid.is_none())),
            ("accept", word(accept)),
            ("months", known(*months, *months > 0)),
        ])
    }

    /// A line of level numbers as a line of level ids.
    fn line(&self, numbers: &str) -> String {
        let places = numbers.chars().filter_map(|c| usize::try_from(c.to_digit(10)?).ok());
        let ids = places.filter_map(|place| self.levels.get(place).map(|level| level.0));
        ids.collect::<Vec<_>>().join(" ")
    }
}

fn steps(steps: &[(&str, &str)]) -> Value {
    let step = |(name, meaning): &(&str, &str)| {
        let text = |text: &str| Value::Text(text.to_string());
        record([("name", text(name)), ("meaning", text(meaning))])
    };
    Value::List(steps.iter().map(step).collect())
}

fn record<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let fields = fields.into_iter().filter(|(_, value)| *value != Value::Nothing);
    Value::Record(fields.map(|(key, value)| (key.to_string(), value)).collect())
}
