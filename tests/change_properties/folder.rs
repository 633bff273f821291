//! Random folders: the same kinds of record, written down in the many ways that people write.
use annexa::{
    isms::{Field, File, Kind, Shape},
    text::{Value, quote_like},
};

/// Marsaglia's xorshift: reproducible from its seed, and no dependency.
pub struct Rng(pub u64);

impl Rng {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % limit.max(1) as u64) as usize
    }

    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    pub fn word(&mut self, all: &[&'static str]) -> &'static str {
        all[self.below(all.len())]
    }
}

/// How one file is written.
#[derive(Clone, Copy)]
struct Hand {
    newline: &'static str,
    step: &'static str,
    some: bool,
    comments: bool,
    blank: bool,
    flat: bool,
    last_comma: bool,
    sorted: bool,
    last_newline: bool,
}

const DATES: &[&str] = &["2026-01-31", "2024-02-29", "2026-11-24"];
const STEPS: &[&str] = &["    ", "  ", "\t"];
const TEXTS: &[&str] = &[
    "plain",
    "two\nlines, \"quoted\"",
    "back\\slash // no comment",
    "Grüße (auch) [das] {hier} — 値",
    "",
    "None",
    "a ) , b",
    "R-001",
];

/// The text of each file; none where a file is missing.
pub fn folder(rng: &mut Rng) -> Vec<(File, Option<String>)> {
    let write = |file: File, rng: &mut Rng| match rng.one_in(8) {
        true => None,
        false => Some(Writer::new(rng).file(file)),
    };
    File::ALL.map(|file| (file, write(file, rng))).to_vec()
}

/// Kinds whose records have ids that a person gives.
pub fn free_ids(kind: Kind) -> bool {
    !kind.is_single() && !matches!(kind, Kind::Clause)
}

/// An id as it may stand in a file.
pub fn id_of(kind: Kind, number: usize) -> String {
    const CLAUSES: [&str; 6] = ["4.1", "6.1.2", "6.1.3", "7.2", "9.2.1", "10.2"];
    match kind {
        Kind::Control => format!("5.{}", number % 37 + 1),
        Kind::Clause => CLAUSES[number % CLAUSES.len()].to_string(),
        Kind::Item => format!("S1-{number:02}"),
        Kind::Person => format!("person{number}"),
        kind if kind.is_single() => kind.key().to_string(),
        kind => format!("{}{number:03}", kind.id_prefix()),
    }
}

/// A value that the field can have.
pub fn value_of(field: &Field, rng: &mut Rng) -> Value {
    let text = |s: &str| Value::Text(s.to_string());
    let list = |rng: &mut Rng, one: &mut dyn FnMut(&mut Rng) -> Value| {
        let count = rng.below(4);
        let mut items: Vec<Value> = Vec::new();
        for _ in 0..count {
            let item = one(rng);
            if !items.contains(&item) {
                items.push(item);
            }
        }
        if items.is_empty() { Value::Nothing } else { Value::List(items) }
    };
    match field.shape {
        Shape::Id => text("X-1"),
        Shape::Line | Shape::Text => text(rng.word(TEXTS)),
        Shape::Number(low, high) => Value::Int(low + rng.below((high - low + 1) as usize) as i64),
        Shape::Likelihood | Shape::Consequence => Value::Int(1 + rng.below(9) as i64),
        Shape::Date => text(rng.word(DATES)),
        Shape::YesNo => Value::Bool(rng.one_in(2)),
        Shape::Choice(choices) => Value::Word(rng.pick(choices).word.to_string()),
        Shape::Choices(choices) => {
            list(rng, &mut |rng| Value::Word(rng.pick(choices).word.to_string()))
        }
        Shape::Person => text(&id_of(Kind::Person, 1 + rng.below(3))),
        Shape::Link(kinds) => text(&id_of(kinds[0], 1 + rng.below(9))),
        Shape::People => list(rng, &mut |rng| text(&id_of(Kind::Person, 1 + rng.below(4)))),
        Shape::Links(kinds) => list(rng, &mut |rng| text(&id_of(*rng.pick(kinds), rng.below(9)))),
        Shape::Lines => list(rng, &mut |rng| text(rng.word(TEXTS))),
        Shape::Parts(fields) => list(rng, &mut |rng| part(fields, rng)),
    }
}

fn part(fields: &[Field], rng: &mut Rng) -> Value {
    let mut values = Vec::new();
    for field in fields {
        if rng.one_in(2) {
            values.push((field.key.to_string(), value_of(field, rng)));
        }
    }
    values.retain(|(_, value)| !matches!(value, Value::Nothing));
    if values.is_empty() {
        let field = &fields[0];
        values.push((field.key.to_string(), value_of(field, rng)));
    }
    Value::Record(values)
}

struct Writer<'r> {
    rng: &'r mut Rng,
    hand: Hand,
    out: String,
}

impl<'r> Writer<'r> {
    fn new(rng: &'r mut Rng) -> Self {
        let hand = Hand {
            newline: if rng.one_in(4) { "\r\n" } else { "\n" },
            step: rng.word(STEPS),
            some: rng.one_in(3),
            comments: !rng.one_in(3),
            blank: rng.one_in(2),
            flat: rng.one_in(3),
            last_comma: !rng.one_in(3),
            sorted: !rng.one_in(3),
            last_newline: !rng.one_in(4),
        };
        Writer { rng, hand, out: String::new() }
    }

    fn file(mut self, file: File) -> String {
        if !self.hand.some {
            self.out += "#![enable(implicit_some)]\n";
        }
        if self.hand.comments {
            self.out += "// the file\n\n";
        }
        self.out += file.root();
        self.out += "(\n";
        let step = self.hand.step;
        self.out += &format!("{step}schema: 1,\n");
        for kind in file.kinds() {
            if !self.rng.one_in(5) {
                self.remark(step);
                self.section(kind);
            }
        }
        self.out.push(')');
        if self.hand.last_newline {
            self.out.push('\n');
        }
        if self.hand.newline == "\n" { self.out } else { self.out.replace('\n', "\r\n") }
    }

    fn section(&mut self, kind: Kind) {
        let step = self.hand.step;
        self.out += &format!("{step}{}: ", kind.key());
        if kind.is_single() {
            self.record(kind, None, step);
            self.out += ",\n";
            return;
        }
        let mut numbers: Vec<usize> = (0..self.rng.below(6)).map(|n| n * 2 + 1).collect();
        if !self.hand.sorted && numbers.len() > 1 {
            numbers.reverse();
        }
        if numbers.is_empty() {
            self.out += if self.rng.one_in(2) { "[],\n" } else { "[\n    ],\n" };
            return;
        }
        let deep = format!("{step}{step}");
        self.out += "[\n";
        let last = numbers.len() - 1;
        for (k, number) in numbers.into_iter().enumerate() {
            if self.hand.blank && k > 0 {
                self.out.push('\n');
            }
            self.remark(&deep);
            self.out += &deep;
            let mut id = id_of(kind, number);
            if self.rng.one_in(40) {
                id = id_of(kind, 1);
            }
            let id = (!self.rng.one_in(60)).then_some(id);
            self.record(kind, id, &deep);
            if k < last || self.hand.last_comma {
                self.out.push(',');
            }
            if self.hand.comments && self.rng.one_in(4) {
                self.out += " // a remark, (with brackets";
            }
            self.out.push('\n');
        }
        if self.hand.comments && self.rng.one_in(3) {
            self.out += &format!("{deep}// (id: \"gone\", left: [out),\n");
        }
        self.out += &format!("{step}],\n");
    }

    fn record(&mut self, kind: Kind, id: Option<String>, indent: &str) {
        let flat = self.hand.flat ^ self.rng.one_in(6);
        let mut fields: Vec<(String, String)> = Vec::new();
        if let Some(id) = id.filter(|_| !kind.is_single()) {
            fields.push(("id".into(), quote_like(None, &id)));
        }
        for field in kind.fields().iter().skip(1) {
            if self.rng.one_in(3) {
                let text = match self.rng.one_in(25) {
                    true => (*self.rng.pick(&["9", "Wat", "\"2026-02-30\"", "[1, 2]"])).to_string(),
                    false => self.value(field),
                };
                fields.push((field.key.to_string(), text));
            }
        }
        if self.rng.one_in(12) {
            fields.push(("unheard_of".into(), "Some(thing: [1, 2])".replace("Some", "X")));
        }
        if fields.is_empty() {
            self.out += "()";
            return;
        }
        let deep = format!("{indent}{}", self.hand.step);
        let last = fields.len() - 1;
        self.out.push('(');
        for (k, (key, text)) in fields.into_iter().enumerate() {
            if flat {
                self.out += if k > 0 { " " } else { "" };
            } else {
                self.out.push('\n');
                self.remark(&deep);
                self.out += &deep;
            }
            self.out += &format!("{key}: {text}");
            if k < last || (self.hand.last_comma && !flat) {
                self.out.push(',');
            }
            if !flat && self.hand.comments && self.rng.one_in(6) {
                self.out += " // because";
            }
        }
        if !flat {
            self.out += &format!("\n{indent}");
        }
        self.out.push(')');
    }

    fn value(&mut self, field: &Field) -> String {
        let value = value_of(field, self.rng);
        let text = annexa::text::write(&value, self.hand.step, "\n");
        match value {
            Value::Nothing | Value::List(_) | Value::Bool(_) => text,
            _ if self.hand.some => format!("Some({text})"),
            _ => text,
        }
    }

    fn remark(&mut self, indent: &str) {
        if self.hand.comments && self.rng.one_in(5) {
            let word = *self.rng.pick(&["// ask Eve ) ]", "/* (wait */", "// \"later\""]);
            self.out += &format!("{indent}{word}\n");
            if self.rng.one_in(3) {
                self.out.push('\n');
            }
        }
    }
}
