//! Random registers: a meaning, and one of the many ways a person might have written it down.
//!
//! Every comment carries a number, and the generator remembers which item it put it to, so that a test
//! can say which comments an edit may take along.
use annexa::text::Value;
use std::collections::HashMap;
use std::ops::Range;

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
}

/// Where a value is: the number of the item or field at each level.
pub type Path = Vec<usize>;

/// What was generated.
pub struct Document {
    pub text: String,
    pub value: Value,
    /// The comments that belong to each item or field.
    pub owned: HashMap<Path, Range<usize>>,
    /// Every list and record.
    pub rows: Vec<Path>,
}

pub struct Writer<'r> {
    pub rng: &'r mut Rng,
    out: String,
    comments: usize,
    unique: usize,
    owned: HashMap<Path, Range<usize>>,
    rows: Vec<Path>,
}

/// How the items of one row stand.
#[derive(Clone, Copy, PartialEq)]
enum Layout {
    Lines,
    Inline,
    Wrapped,
}

impl<'r> Writer<'r> {
    pub fn new(rng: &'r mut Rng) -> Self {
        let unique = rng.below(1000) * 100;
        Writer {
            rng,
            out: String::new(),
            comments: 0,
            unique,
            owned: HashMap::new(),
            rows: Vec::new(),
        }
    }

    pub fn document(mut self) -> Document {
        let value = self.meaning(3, true);
        if self.rng.one_in(4) {
            self.out += "#![enable(implicit_some)]\n";
        }
        if self.rng.one_in(3) {
            self.line_comment("");
            self.out.push('\n');
        }
        self.value(&value, &mut Vec::new(), "");
        if self.rng.one_in(3) {
            self.line_comment(" ");
        }
        if self.rng.one_in(2) {
            self.out.push('\n');
        }
        let crlf = self.rng.one_in(5);
        let text = if crlf { self.out.replace('\n', "\r\n") } else { self.out };
        Document { text, value, owned: self.owned, rows: self.rows }
    }

    /// A random value; scalars are unique, so that a moved item can be told from another one.
    pub fn meaning(&mut self, depth: usize, row: bool) -> Value {
        self.unique += 1;
        let n = self.unique;
        let kind = if depth == 0 { self.rng.below(8) } else { self.rng.below(14) };
        match kind {
            _ if row && depth > 0 && kind < 7 => self.list(depth),
            _ if row && depth > 0 => self.record(depth),
            0 => Value::Int(n as i64 - 500),
            1 => Value::Number(format!("{n}.50")),
            2 => Value::Word(format!("W{n}")),
            3 => Value::Other(
                (*self.rng.pick(&["'c'", "'\"'", "(1, /* x */ 2)", "{\"k\": 'v'}"])).into(),
            ),
            4 => Value::Bool(self.rng.one_in(2)),
            5 => Value::Text(format!("first {n}\n  second // no comment\n")),
            6 => Value::Text(format!("\u{65e5}\"{n}\\ /* \u{202e} \t'")),
            7 => Value::Text(format!("t{n}")),
            8..=10 => self.list(depth),
            _ => self.record(depth),
        }
    }

    fn list(&mut self, depth: usize) -> Value {
        let len = self.rng.below(4);
        let same = self.rng.one_in(2).then(|| self.rng.one_in(2));
        let items = (0..len).map(|_| match same {
            Some(true) => self.record(depth - 1),
            Some(false) => self.meaning(0, false),
            None => self.meaning(depth - 1, false),
        });
        Value::List(items.collect())
    }

    fn record(&mut self, depth: usize) -> Value {
        let mut fields = Vec::new();
        if self.rng.one_in(2) {
            self.unique += 1;
            fields.push(("id".to_owned(), Value::Text(format!("R-{}", self.unique))));
        }
        for name in ["title", "r#in", "owner", "gr\u{f6}\u{df}e", "tags"] {
            if self.rng.one_in(2) {
                let value = match self.rng.one_in(8) {
                    true => Value::Nothing,
                    false => self.meaning(depth.saturating_sub(1), false),
                };
                fields.push((name.trim_start_matches("r#").to_owned(), value));
            }
        }
        Value::Record(fields)
    }

    fn comment_text(&mut self) -> String {
        self.comments += 1;
        format!("c{} ( \" [ \u{e9}", self.comments - 1)
    }

    fn line_comment(&mut self, before: &str) {
        let text = self.comment_text();
        self.out += &format!("{before}// {text}");
    }

    fn block(&mut self, chance: usize) {
        if self.rng.one_in(chance) {
            let text = self.comment_text();
            let form = *self.rng.pick(&[" /* @ */ ", "/*@*/", " /* a /* @ */ // */ "]);
            self.out += &form.replace('@', &text);
        }
    }

    fn value(&mut self, value: &Value, path: &mut Path, indent: &str) {
        if *value != Value::Nothing && self.rng.one_in(8) {
            let (open, close) = *self.rng.pick(&[("Some(", ")"), ("Some ( ", " )")]);
            self.out += open;
            self.bare(value, path, indent);
            self.out += close;
        } else {
            self.bare(value, path, indent);
        }
    }

    fn bare(&mut self, value: &Value, path: &mut Path, indent: &str) {
        let literal = match value {
            Value::List(items) => {
                let items: Vec<_> = items.iter().map(|item| (None, item)).collect();
                return self.row(('[', ']'), &items, path, indent);
            }
            Value::Record(fields) => {
                let fields: Vec<_> =
                    fields.iter().map(|(name, value)| (Some(name.as_str()), value)).collect();
                if self.rng.one_in(6) {
                    self.out += *self.rng.pick(&["Name", "Name "]);
                }
                return self.row(('(', ')'), &fields, path, indent);
            }
            Value::Nothing => "None".to_owned(),
            Value::Bool(truth) => truth.to_string(),
            Value::Int(n) if *n >= 0 && self.rng.one_in(4) => format!("{n:#x}"),
            Value::Int(n) => n.to_string(),
            Value::Number(text) | Value::Other(text) => text.clone(),
            Value::Word(word) if self.rng.one_in(6) => format!("\"{word}\""),
            Value::Word(word) => word.clone(),
            Value::Text(text) => match self.rng.below(4) {
                0 => format!("r##\"{text}\"##"),
                1 => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
                2 => format!("{text:?}"),
                _ => annexa::text::quote_like(None, text),
            },
        };
        self.out += &literal;
    }

    fn row(
        &mut self,
        (open, close): (char, char),
        items: &[(Option<&str>, &Value)],
        path: &mut Path,
        indent: &str,
    ) {
        self.rows.push(path.clone());
        self.out.push(open);
        let layout =
            *self.rng.pick(&[Layout::Lines, Layout::Lines, Layout::Inline, Layout::Wrapped]);
        let deep = format!("{indent}{}", *self.rng.pick(&["    ", "  ", "\t", ""]));
        let blanks = self.rng.one_in(4);
        let breaks: Vec<bool> = (0..items.len())
            .map(|_| layout == Layout::Lines || (layout == Layout::Wrapped && self.rng.one_in(2)))
            .chain([layout == Layout::Lines])
            .collect();
        for (k, item) in items.iter().enumerate() {
            let last = k + 1 == items.len();
            self.before(k, breaks[k], blanks, &deep, item.0.is_some());
            let first = self.lead(breaks[k], &deep, item.0.is_some());
            path.push(k);
            if let Some(name) = item.0 {
                self.out += if name == "in" { "r#in" } else { name };
                self.block(12);
                self.out.push(':');
                self.out += *self.rng.pick(&[" ", "", "  "]);
            }
            self.value(item.1, path, &deep);
            self.block(10);
            if !last || self.rng.one_in(2) {
                self.out.push(',');
            }
            // The line ends here: what stands behind the comma is this item's.
            if breaks[k + 1] {
                self.block(10);
                if self.rng.one_in(4) {
                    self.line_comment(" ");
                }
            }
            self.owned.insert(path.clone(), first..self.comments);
            path.pop();
        }
        if layout == Layout::Lines {
            self.tail(&deep, indent, items.is_empty());
        } else if items.is_empty() {
            self.block(6);
        }
        self.out.push(close);
    }

    /// Line ends, blank lines and headers before an item; they belong to nobody.
    fn before(&mut self, k: usize, breaks: bool, blanks: bool, deep: &str, field: bool) {
        if !breaks {
            self.out += if k > 0 { " " } else { "" };
            return;
        }
        if k == 0 && self.rng.one_in(8) {
            self.line_comment(" ");
        }
        self.out.push('\n');
        if blanks && k > 0 {
            self.out.push('\n');
        }
        if self.rng.one_in(8) {
            self.out += deep;
            self.line_comment("");
            self.out += "\n\n";
        }
        if field && self.rng.one_in(6) {
            self.out += deep;
            self.line_comment(""); // comment lines above a field stay when it goes
            self.out.push('\n');
        }
    }

    /// Comments that belong to the item; the number of the first.
    fn lead(&mut self, breaks: bool, deep: &str, field: bool) -> usize {
        let first = self.comments;
        if breaks {
            if !field {
                for _ in 0..self.rng.below(6).saturating_sub(3) {
                    self.out += deep;
                    self.line_comment("");
                    self.out.push('\n');
                }
            }
            self.out += deep;
        }
        self.block(10);
        first
    }

    fn tail(&mut self, deep: &str, indent: &str, empty: bool) {
        if empty && self.rng.one_in(2) {
            return;
        }
        self.out.push('\n');
        if self.rng.one_in(6) {
            self.out += deep;
            self.line_comment("");
            self.out.push('\n');
        }
        self.out += indent;
    }
}
