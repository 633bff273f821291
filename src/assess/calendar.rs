//! Dates and intervals: the standard says "planned", the organisation says how long.

use chrono::{Months, NaiveDate};

/// An interval in months, and whether somebody declared it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// How many months.
    pub months: i64,
    /// Nobody declared it: twelve months, a default that has to be called one.
    pub by_default: bool,
}

impl Interval {
    /// What was declared, or the default of twelve months.
    pub fn of(declared: Option<i64>) -> Self {
        match declared.filter(|months| *months > 0) {
            Some(months) => Self { months, by_default: false },
            None => Self { months: 12, by_default: true },
        }
    }

    /// The last day of the interval that starts on a day.
    pub fn after(self, start: NaiveDate) -> NaiveDate {
        add_months(start, self.months)
    }

    /// "12 months" or "12 months (a default, none is declared)".
    pub fn in_words(self) -> String {
        let default = if self.by_default { " (a default, none is declared)" } else { "" };
        format!("{} months{default}", self.months)
    }
}

/// A day so many months later; the end of the month where the day does not exist.
pub fn add_months(date: NaiveDate, months: i64) -> NaiveDate {
    let count = Months::new(u32::try_from(months.unsigned_abs()).unwrap_or(u32::MAX));
    let moved =
        if months < 0 { date.checked_sub_months(count) } else { date.checked_add_months(count) };
    moved.unwrap_or(if months < 0 { NaiveDate::MIN } else { NaiveDate::MAX })
}

/// How many days a day is past; none if it is today or ahead.
pub fn days_past(due: NaiveDate, today: NaiveDate) -> Option<i64> {
    let days = today.signed_duration_since(due).num_days();
    (days > 0).then_some(days)
}

/// "1 day", "12 days".
pub fn days_in_words(days: i64) -> String {
    if days == 1 { "1 day".to_string() } else { format!("{days} days") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn months_end_where_the_month_ends() {
        assert_eq!(add_months(day("2026-01-31"), 1), day("2026-02-28"));
        assert_eq!(add_months(day("2026-03-31"), -1), day("2026-02-28"));
        assert_eq!(add_months(day("2026-01-31"), i64::MAX), NaiveDate::MAX);
    }

    #[test]
    fn a_default_says_that_it_is_one() {
        assert_eq!(Interval::of(Some(6)).in_words(), "6 months");
        assert_eq!(Interval::of(Some(0)), Interval::of(None));
        assert!(Interval::of(None).in_words().contains("default"));
    }

    #[test]
    fn the_last_day_is_not_past() {
        assert_eq!(days_past(day("2026-01-02"), day("2026-01-02")), None);
        assert_eq!(days_past(day("2026-01-01"), day("2026-01-02")), Some(1));
    }
}
