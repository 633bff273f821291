//! What is wrong with the data itself: each with file, line and column.

mod file;
mod part;

use super::{Field, File, Isms, Kind, Register, ScaleOf, Shape, State, Why, resolve};
use crate::{
    standard::Standard,
    text::{Tree, Value},
};

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Kept and shown, but probably a slip of the pen.
    Warning,
    /// A value that annexa can't use, or a file that it can't read.
    Error,
}

/// One thing that is wrong with the data.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// Name of the file.
    pub file: &'static str,
    /// Line in the file, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Key of the record, empty if it concerns the file.
    pub id: String,
    /// Key of the field, empty if it concerns the record.
    pub field: String,
    /// What is the matter, as a sentence.
    pub message: String,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}:{}: ", self.file, self.line, self.column)?;
        if !self.id.is_empty() {
            write!(f, "{}: ", self.id)?;
        }
        write!(f, "{}", self.message)
    }
}

/// All problems, file by file, in the order of the text.
pub fn problems(isms: &Isms, standard: &Standard) -> Vec<Problem> {
    let mut all = Vec::new();
    for file in File::ALL {
        let mut here = Vec::new();
        of_file(isms, file, &mut here);
        for kind in file.kinds() {
            of_kind(isms, standard, kind, &mut here);
        }
        here.sort_by_key(|p| (p.line, p.column));
        all.append(&mut here);
    }
    all
}

fn of_file(isms: &Isms, file: File, found: &mut Vec<Problem>) {
    let register = isms.register(file);
    let mut push = |severity, line, column, message| {
        let (id, field) = (String::new(), String::new());
        found.push(Problem { severity, file: file.name(), line, column, id, field, message });
    };
    match &register.state {
        State::Broken(error) => {
            let mut message = error.message.clone();
            if let Some((line, col)) = error.opened {
                message += &format!(" (opened at {line}:{col})");
            }
            message += "; the file is shown but not written until this is mended.";
            push(Severity::Error, error.line, error.col, message);
        }
        State::Unreadable(why) => {
            push(Severity::Error, 1, 1, format!("The file could not be read: {why}."));
        }
        State::Missing => {}
        State::Read => file::sections(register, &mut push),
    }
}

fn of_kind(isms: &Isms, standard: &Standard, kind: Kind, found: &mut Vec<Problem>) {
    let (likelihoods, consequences) = (isms.likelihood_steps(), isms.consequence_steps());
    for row in 0..isms.len(kind) {
        if !isms.is_written(kind, row) {
            continue;
        }
        let mut record = RecordProblems { isms, kind, row, found };
        record.identity(standard);
        record.wrong_values();
        for (index, field) in kind.fields().iter().enumerate() {
            match field.shape {
                Shape::Likelihood => record.rating(index, likelihoods),
                Shape::Consequence => record.rating(index, consequences),
                Shape::Number(low, high) => record.number(index, low, high),
                Shape::Person | Shape::People | Shape::Link(_) | Shape::Links(_) => {
                    record.links(standard, index);
                }
                _ => {}
            }
        }
        record.parts(standard);
    }
}

struct RecordProblems<'a> {
    isms: &'a Isms,
    kind: Kind,
    row: usize,
    found: &'a mut Vec<Problem>,
}

impl RecordProblems<'_> {
    fn push(&mut self, severity: Severity, field: &str, offset: Option<usize>, message: String) {
        let register = self.isms.register(self.kind.file());
        let start = register.span(self.kind, self.row).map_or(0, |span| span.start);
        let offset = offset.unwrap_or_else(|| self.offset_of(field));
        let (line, column) = register.line_col(start + offset);
        self.found.push(Problem {
            severity,
            file: self.kind.file().name(),
            line,
            column,
            id: self.isms.key(self.kind, self.row).unwrap_or_default().to_string(),
            field: field.to_string(),
            message,
        });
    }

    /// Offset of a field's value within the record's text; 0 if the field does not stand there.
    fn offset_of(&self, field: &str) -> usize {
        let piece = self.isms.register(self.kind.file()).piece(self.kind, self.row);
        let Some((piece, tree)) = piece.and_then(|p| Some((p, Tree::parse(p).ok()?))) else {
            return 0;
        };
        tree.field(piece, tree.root(), field).map_or(0, |node| tree.span(node).start)
    }

    fn identity(&mut self, standard: &Standard) {
        if self.kind.is_single() {
            return;
        }
        let key = self.isms.key(self.kind, self.row).unwrap_or_default().to_string();
        let label = self.kind.label();
        if key.starts_with('~') {
            self.push(Severity::Error, "id", None, format!("This {label} has no id."));
        } else if let Some((id, _)) = key.split_once('~') {
            let first = self.isms.row(self.kind, id).unwrap_or_default();
            let line = self.line_of(first);
            let message = format!(
                "The id {id} is used twice; the first {label} of that id is in line {line}."
            );
            self.push(Severity::Error, "id", None, message);
        } else if self.kind == Kind::Control {
            let own = self.isms.controls.row(self.row).is_some_and(|c| !c.set.is_empty());
            if !own && standard.control(&key).is_none() {
                let message = match standard.resolve_2013(&key) {
                    [] => format!(
                        "Annex A has no control {key}; a control of your own names its `set`."
                    ),
                    new => format!(
                        "{key} is a number of the 2013 edition; it is now {}.",
                        new.join(", ")
                    ),
                };
                self.push(Severity::Error, "id", None, message);
            }
        } else if self.kind == Kind::Clause && !standard.assessable_clauses().any(|c| c.id == key) {
            self.push(
                Severity::Error,
                "id",
                None,
                format!("There is no subclause {key} to assess."),
            );
        }
    }

    fn line_of(&self, row: usize) -> usize {
        let register = self.isms.register(self.kind.file());
        register.span(self.kind, row).map_or(0, |span| register.line_col(span.start).0)
    }

    fn wrong_values(&mut self) {
        for wrong in self.isms.wrong(self.kind, self.row) {
            let severity = match wrong.why {
                Why::UnknownField => Severity::Warning,
                Why::Expected(_) | Why::Twice => Severity::Error,
            };
            let mut message = format!("{wrong}.");
            if self.excludes(&wrong.field, &wrong.raw) {
                message += " Clauses 4 to 10 can't be excluded.";
            }
            self.push(severity, &wrong.field, Some(wrong.at as usize), message);
        }
    }

    /// Whether somebody tried to leave a clause out.
    fn excludes(&self, field: &str, raw: &str) -> bool {
        let plain: String = raw.chars().filter(|c| c.is_alphabetic()).collect();
        let out = ["na", "no", "notapplicable", "excluded", "outofscope"];
        self.kind == Kind::Clause
            && (matches!(field, "applicable" | "excluded" | "exclusion")
                || (field == "conformity" && out.contains(&plain.to_lowercase().as_str())))
    }

    fn rating(&mut self, index: usize, steps: i64) {
        let Some(field) = self.kind.fields().get(index) else { return };
        if let Value::Int(rating) = self.isms.value(self.kind, self.row, index)
            && !(1..=steps).contains(&rating)
        {
            let message = if steps == 0 {
                format!("{} is {rating}, but isms.ron defines no such scale.", field.label)
            } else {
                format!("{} is {rating}, which is outside the scale of 1 to {steps}.", field.label)
            };
            self.push(Severity::Error, field.key, None, message);
        }
    }

    fn number(&mut self, index: usize, low: i64, high: i64) {
        let Some(field) = self.kind.fields().get(index) else { return };
        if let Value::Int(number) = self.isms.value(self.kind, self.row, index)
            && !(low..=high).contains(&number)
        {
            let message = format!("{} is {number}, but goes from {low} to {high}.", field.label);
            self.push(Severity::Error, field.key, None, message);
        }
    }

    fn links(&mut self, standard: &Standard, index: usize) {
        let Some(field) = self.kind.fields().get(index) else { return };
        let value = self.isms.value(self.kind, self.row, index);
        for message in astray(self.isms, standard, field, &value) {
            self.push(Severity::Error, field.key, None, message);
        }
    }
}

/// What a field names that is not there, each as a sentence.
fn astray(isms: &Isms, standard: &Standard, field: &Field, value: &Value) -> Vec<String> {
    let ids = match value {
        Value::Text(id) => vec![id.as_str()],
        Value::List(items) => items
            .iter()
            .filter_map(|item| if let Value::Text(id) = item { Some(id.as_str()) } else { None })
            .collect(),
        _ => Vec::new(),
    };
    // what can't be read can't be missed
    let unread = |kind: &Kind| !isms.register(kind.file()).is_writable();
    if field.targets().is_empty() || field.targets().iter().any(unread) {
        return Vec::new();
    }
    let names_nothing = |id: &&str| {
        let document = id.starts_with("DI-") && field.targets().contains(&Kind::Clause);
        resolve(isms, field.targets(), id).is_none()
            && !(document && standard.mandatory_document(id).is_some())
    };
    let kinds: Vec<&str> = field.targets().iter().map(|kind| kind.label()).collect();
    let kinds = kinds.join(" or ");
    let sentence = |id| format!("{} names {id:?}, but there is no such {kinds}.", field.label);
    ids.into_iter().filter(names_nothing).map(sentence).collect()
}
