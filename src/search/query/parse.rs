//! Cuts a filter into its atoms and reads them.

use super::super::{
    name::{self, Asked, Computed, Name},
    needle::Needle,
    want::{Op, Want},
};
use super::{Atom, QueryError, What};
use crate::isms::{Choice, Field, Kind, Shape};
use chrono::NaiveDate;

/// The atoms of a text; `typed`: the text is not finished yet.
pub(super) fn atoms(
    text: &str,
    today: NaiveDate,
    typed: bool,
) -> impl Iterator<Item = Result<Atom, QueryError>> {
    let mut scan = Scan { rest: text.trim_start(), today, typed };
    std::iter::from_fn(move || {
        scan.rest = scan.rest.trim_start();
        (!scan.rest.is_empty()).then(|| scan.atom())
    })
}

/// What is left of the text.
struct Scan<'a> {
    rest: &'a str,
    today: NaiveDate,
    typed: bool,
}

impl<'a> Scan<'a> {
    fn atom(&mut self) -> Result<Atom, QueryError> {
        let not = self.take("!");
        if self.rest.starts_with('"') {
            let text = self.quoted()?;
            return Ok(Atom { not, what: word(text, true, None) });
        }
        let token = self.until(|c| c.is_whitespace());
        if token.is_empty() {
            return Err(QueryError::NothingToDeny);
        }
        let named = token.split_once(':').filter(|(name, _)| is_name(name));
        let Some((name, _)) = named else {
            self.skip(token.len());
            let field = if not { Name::find(token).map(Box::new) } else { None };
            return Ok(Atom { not, what: word(token.to_string(), false, field) });
        };
        self.skip(name.len() + 1);
        let values = self.values(name);
        let Some(name) = Name::find(name) else {
            let near = name::near(name);
            return Err(QueryError::UnknownField { typed: name.to_string(), near });
        };
        let wants = values?;
        wants.iter().try_for_each(|want| check(&name, want))?;
        Ok(Atom { not, what: What::Field { name: Box::new(name), wants } })
    }

    /// The values after a colon, parted by commas.
    fn values(&mut self, name: &str) -> Result<Vec<Want>, QueryError> {
        let mut wants = Vec::new();
        let mut wrong = None;
        loop {
            let (op, rest) = Op::split(self.rest);
            self.rest = rest;
            if self.rest.starts_with('"') {
                match self.quoted() {
                    Ok(text) => wants.push(Want::new(op, &text, true, false, self.today)),
                    Err(error) => wrong = wrong.or(Some(error)),
                }
            } else {
                let text = self.until(|c| c.is_whitespace() || c == ',');
                self.skip(text.len());
                let open = self.typed && self.rest.is_empty();
                if !text.is_empty() {
                    wants.push(Want::new(op, text, false, open, self.today));
                } else if op != Op::Is {
                    wrong = wrong.or_else(|| Some(QueryError::NoValue(name.to_string())));
                }
            }
            if !self.take(",") {
                return wrong.map_or(Ok(wants), Err);
            }
        }
    }

    /// A text in quotes; the closing one may be missing while it is typed.
    fn quoted(&mut self) -> Result<String, QueryError> {
        self.take("\"");
        let mut text = String::new();
        let mut chars = self.rest.char_indices();
        while let Some((at, one)) = chars.next() {
            match one {
                '"' => {
                    self.skip(at + 1);
                    return Ok(text);
                }
                '\\' => match chars.clone().next() {
                    Some((_, next @ ('"' | '\\'))) => {
                        chars.next();
                        text.push(next);
                    }
                    _ => text.push(one),
                },
                _ => text.push(one),
            }
        }
        self.rest = "";
        if self.typed && !text.is_empty() { Ok(text) } else { Err(QueryError::OpenQuote(text)) }
    }

    fn take(&mut self, sign: &str) -> bool {
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn until(&self, end: impl Fn(char) -> bool) -> &'a str {
        let at = self.rest.find(end).unwrap_or(self.rest.len());
        self.rest.get(..at).unwrap_or_default()
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }
}

fn word(text: String, quoted: bool, name: Option<Box<Name>>) -> What {
    What::Word { needle: Needle::new(&text), text, quoted, name }
}

/// Whether a name may look like this; "12:30" is a word.
fn is_name(text: &str) -> bool {
    text.starts_with(char::is_alphabetic)
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

/// Refuses a value that no record could ever have in the field.
fn check(name: &Name, want: &Want) -> Result<(), QueryError> {
    let takes = match name.fields() {
        _ if want.text.is_empty() => None,
        Some(fields) => unfit(&fields, want),
        None => unfit_computed(name, want),
    };
    match takes {
        None => Ok(()),
        Some(takes) => Err(QueryError::Unfit {
            field: name.typed().to_string(),
            typed: want.text.clone(),
            takes,
        }),
    }
}

/// What fields take that don't take a value; `None` if one of them takes it.
fn unfit(fields: &[&Field], want: &Want) -> Option<String> {
    let all = |test: fn(Shape) -> bool| fields.iter().all(|field| test(field.shape));
    if all(|shape| shape == Shape::Date) {
        let fits = want.is_date() || want.is_overdue();
        return (!fits).then(|| "a date such as 2027-01-31, 2027-01, today, 30d, -2w or 1y".into());
    }
    if all(|s| matches!(s, Shape::Number(..) | Shape::Likelihood | Shape::Consequence)) {
        return (!want.is_number()).then(|| "a number".to_string());
    }
    if all(|shape| shape == Shape::YesNo) {
        return (!want.is_flag()).then(|| "yes or no".to_string());
    }
    if all(|shape| matches!(shape, Shape::Choice(_) | Shape::Choices(_))) {
        let fits = fields.iter().any(|field| want.is_choice(field.choices()));
        return (!fits).then(|| one_of(fields.iter().flat_map(|field| field.choices())));
    }
    None
}

fn one_of<'a>(choices: impl Iterator<Item = &'a Choice>) -> String {
    let mut labels: Vec<&str> = Vec::new();
    for choice in choices {
        if !labels.contains(&choice.label) {
            labels.push(choice.label);
        }
    }
    format!("one of {}", labels.join(", "))
}

fn unfit_computed(name: &Name, want: &Want) -> Option<String> {
    let asked = Kind::ALL.into_iter().find_map(|kind| name.asked(kind))?;
    let Asked::Computed(computed) = asked else { return None };
    let is = |word: &str| want.text.eq_ignore_ascii_case(word);
    let (fits, takes) = match computed {
        Computed::Gap => (want.is_number(), "a number"),
        Computed::Above => (want.is_flag() || is("unknown"), "yes, no or unknown"),
        Computed::Demonstrated => (want.is_flag() || is("lapsed"), "yes, no or lapsed"),
        Computed::Justified | Computed::New | Computed::Overdue | Computed::Wrong => {
            (want.is_flag(), "yes or no")
        }
        _ => return None,
    };
    (!fits).then(|| takes.to_string())
}
