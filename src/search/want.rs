//! What stands after the colon: a value to compare with, read once for all the types it may meet.

use super::{fold::fold, id, needle::Needle};
use crate::isms::{Choice, date_in, parse_date};
use crate::standard::order::natural;
use chrono::{Datelike, NaiveDate};
use std::{cmp::Ordering, fmt};

/// How a value is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// Is it, or has it in it.
    Is,
    /// `>`
    Above,
    /// `>=`
    AtLeast,
    /// `<`
    Below,
    /// `<=`
    AtMost,
}

/// A value of the filter language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Want {
    /// How it is compared.
    pub op: Op,
    /// As it was typed, without quotes.
    pub text: String,
    /// Whether it stood in quotes: then it is the whole value, not a part of it.
    pub quoted: bool,
    /// Whether it is still being typed: then the start of an id will do.
    pub open: bool,
    needle: Needle,
    number: Option<i64>,
    days: Option<(NaiveDate, NaiveDate)>,
}

impl Op {
    const ALL: [(Op, &'static str); 4] =
        [(Op::AtLeast, ">="), (Op::AtMost, "<="), (Op::Above, ">"), (Op::Below, "<")];

    /// The comparison that a text starts with, and the rest of the text.
    pub fn split(text: &str) -> (Op, &str) {
        let found = Op::ALL.into_iter().find_map(|(op, sign)| Some((op, text.strip_prefix(sign)?)));
        found.unwrap_or_else(|| (Op::Is, text.trim_start_matches('=')))
    }

    fn sign(self) -> &'static str {
        Op::ALL.into_iter().find(|(op, _)| *op == self).map_or("", |(_, sign)| sign)
    }

    fn allows(self, order: Ordering) -> bool {
        match self {
            Op::Is => order.is_eq(),
            Op::Above => order.is_gt(),
            Op::AtLeast => order.is_ge(),
            Op::Below => order.is_lt(),
            Op::AtMost => order.is_le(),
        }
    }
}

impl Want {
    /// Reads a value; dates in words count from `today`.
    pub fn new(op: Op, text: &str, quoted: bool, open: bool, today: NaiveDate) -> Self {
        Self {
            op,
            quoted,
            open,
            needle: Needle::new(text),
            number: text.parse().ok(),
            days: days(op, text, today),
            text: text.to_string(),
        }
    }

    /// Whether it compares with a number.
    pub fn is_comparison(&self) -> bool {
        self.op != Op::Is && self.is_number()
    }

    /// Whether it can be compared with a number.
    pub fn is_number(&self) -> bool {
        self.number.is_some()
    }

    /// Whether a figure is in it, as in ids, but seldom in titles.
    pub fn has_figure(&self) -> bool {
        self.text.bytes().any(|byte| byte.is_ascii_digit())
    }

    /// Whether it can be compared with a date.
    pub fn is_date(&self) -> bool {
        self.days.is_some()
    }

    /// Whether it says yes or no.
    pub fn is_flag(&self) -> bool {
        self.flag().is_some()
    }

    /// Whether it names one of the choices.
    pub fn is_choice(&self, table: &[Choice]) -> bool {
        self.choices(table) != 0
    }

    /// Whether it asks for what has passed: `due:overdue`.
    pub fn is_overdue(&self) -> bool {
        self.op == Op::Is && self.needle.text() == "overdue"
    }

    fn flag(&self) -> Option<bool> {
        match self.needle.text() {
            "yes" | "y" | "true" | "1" => Some(true),
            "no" | "n" | "false" | "0" => Some(false),
            _ => None,
        }
    }

    /// Whether yes or no is wanted.
    pub fn takes_flag(&self, flag: bool) -> bool {
        self.op == Op::Is && self.flag() == Some(flag)
    }

    /// Whether a number is wanted.
    pub fn takes_number(&self, number: i64) -> bool {
        self.number.is_some_and(|wanted| self.op.allows(number.cmp(&wanted)))
    }

    /// Whether so many are wanted; only if it compares: "risk:14" asks for an id.
    pub fn takes_count(&self, count: usize) -> bool {
        self.op != Op::Is && self.takes_number(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// Whether a date is wanted.
    pub fn takes_date(&self, date: NaiveDate) -> bool {
        self.days.is_some_and(|(from, to)| match self.op {
            Op::Is => from <= date && date <= to,
            Op::Above => date > to,
            Op::AtLeast => date >= from,
            Op::Below => date < from,
            Op::AtMost => date <= to,
        })
    }

    /// Whether a text is wanted: it holds the value, or is the value in quotes.
    pub fn takes_text(&self, text: &str) -> bool {
        match self.op {
            Op::Is if self.quoted => self.needle.is(text),
            Op::Is => self.needle.is_in(text),
            op => op.allows(natural(&fold(text), self.needle.text())),
        }
    }

    /// Whether a name is wanted: one of its words starts with the value.
    pub fn takes_name(&self, name: &str) -> bool {
        match self.op {
            Op::Is if !self.quoted => self.needle.starts_word_in(name),
            _ => self.takes_text(name),
        }
    }

    /// Whether an id is wanted.
    pub fn takes_id(&self, id: &str) -> bool {
        match self.op {
            Op::Is if self.quoted => self.needle.is(id),
            Op::Is => match id::fit(id, self.needle.text()) {
                Some(id::Fit::Whole | id::Fit::Above | id::Fit::Number) => true,
                Some(id::Fit::Start) => self.open,
                None => false,
            },
            op => op.allows(natural(&fold(id), self.needle.text())),
        }
    }

    /// Whether one of the choices with these bits is wanted; comparing goes by the table's order.
    pub fn takes_choices(&self, bits: u64, table: &[Choice]) -> bool {
        let wanted = self.choices(table);
        if self.op == Op::Is || wanted == 0 {
            return bits & wanted != 0;
        }
        let place = wanted.trailing_zeros();
        (0..u64::BITS).any(|n| bits & (1 << n) != 0 && self.op.allows(n.cmp(&place)))
    }

    /// Whether the step at a place of a scale with these names is wanted, by name or by number from 1.
    pub fn takes_step<'a>(
        &self,
        place: usize,
        mut names: impl Iterator<Item = &'a str> + Clone,
    ) -> bool {
        if self.number.is_some() {
            return self.takes_number(i64::try_from(place).map_or(i64::MAX, |n| n + 1));
        }
        let whole = names.clone().position(|name| alike(name, self.needle.text()));
        if self.op == Op::Is && whole.is_none() {
            return names.nth(place).is_some_and(|name| self.needle.starts_word_in(name));
        }
        let wanted = whole.or_else(|| names.position(|name| self.needle.starts_word_in(name)));
        wanted.is_some_and(|wanted| self.op.allows(place.cmp(&wanted)))
    }

    /// Whether one of several words is wanted: the whole word goes before words that start like it.
    pub fn takes_word<'a>(&self, word: &str, mut all: impl Iterator<Item = &'a str>) -> bool {
        if all.any(|one| alike(one, self.needle.text())) {
            return alike(word, self.needle.text());
        }
        !self.quoted && self.needle.starts_word_in(word)
    }

    /// The bits of the choices that it names.
    fn choices(&self, table: &[Choice]) -> u64 {
        let is = |choice: &Choice| {
            alike(choice.label, self.needle.text()) || alike(choice.word, self.needle.text())
        };
        if let Some(place) = table.iter().position(is) {
            return u32::try_from(place).ok().and_then(|n| 1_u64.checked_shl(n)).unwrap_or(0);
        }
        if self.quoted {
            return 0;
        }
        let starts = |choice: &Choice| {
            self.needle.starts_word_in(choice.label) || self.needle.starts_word_in(choice.word)
        };
        (0..u64::BITS).zip(table).filter(|(_, c)| starts(c)).fold(0, |bits, (n, _)| bits | 1 << n)
    }
}

impl fmt::Display for Want {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.op.sign())?;
        if self.quoted { write_quoted(f, &self.text) } else { f.write_str(&self.text) }
    }
}

/// Writes a text in quotes.
pub fn write_quoted(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    write!(f, "\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Whether two words are the same but for case, blanks, hyphens and underscores.
fn alike(word: &str, folded: &str) -> bool {
    fn letters(text: &str) -> impl Iterator<Item = char> {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
    }
    letters(word).eq(letters(folded))
}

/// The first and the last day that a text names: `2027`, `2027-01`, `2027-01-31`, `today`, `30d`, `-2w`.
///
/// With no comparison, a span such as `30d` means all days from today on until then.
fn days(op: Op, text: &str, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    if let Some(date) = parse_date(text) {
        return Some((date, date));
    }
    if let Some(days) = year_or_month(text) {
        return Some(days);
    }
    let (sign, span) = match text.strip_prefix(['+', '-']) {
        Some(span) if text.starts_with('-') => ('-', span),
        Some(span) => ('+', span),
        None if text.eq_ignore_ascii_case("today") => return Some((today, today)),
        None => ('+', text),
    };
    if !span.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let date = date_in(&format!("{sign}{}", span.to_lowercase()), today)?;
    Some(if op == Op::Is { (date.min(today), date.max(today)) } else { (date, date) })
}

fn year_or_month(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let (year, month) = match text.split_once('-') {
        Some((year, month)) if month.len() == 2 => (year, Some(month.parse::<u32>().ok()?)),
        None => (text, None),
        Some(_) => return None,
    };
    if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let year: i32 = year.parse().ok()?;
    let first = NaiveDate::from_ymd_opt(year, month.unwrap_or(1), 1)?;
    let next = match month {
        Some(_) => first.checked_add_months(chrono::Months::new(1))?,
        None => first.with_year(year.checked_add(1)?)?,
    };
    Some((first, next.pred_opt()?))
}
