//! What a field of the record's own table says.

use super::RowFacts;
use crate::isms::{Choice, Field, Glance, Shape, Text, in_words};
use crate::search::{needle::Needle, want::Want};

/// Words that stand where nobody has said anything yet.
const UNSAID: [&str; 4] = ["Unstated", "Undecided", "NotAssessed", "NotReviewed"];

impl<'a> RowFacts<'a> {
    fn field(&self, place: usize) -> Option<&'static Field> {
        self.kind.fields().get(place)
    }

    /// Whether anything stands in the field; "not stated" and its like are nothing.
    pub(super) fn has_field(&self, place: usize) -> bool {
        match self.glance(place) {
            Glance::Nothing => false,
            Glance::Flag(flag) => flag,
            Glance::Choices(bits) => {
                let choices = self.field(place).map_or(&[][..], Field::choices);
                let said = |choice: &Choice| !UNSAID.contains(&choice.word);
                chosen(bits, choices).any(said)
            }
            _ => true,
        }
    }

    /// Whether the field has the wanted value.
    pub(super) fn takes_field(&self, place: usize, want: &Want) -> bool {
        let Some(field) = self.field(place) else { return false };
        match self.glance(place) {
            Glance::Nothing => want.takes_count(0) && field.is_list(),
            Glance::Flag(flag) => want.takes_flag(flag),
            Glance::Number(number) => {
                want.takes_number(number) || self.takes_step(field, number, want)
            }
            // what is done is not overdue
            Glance::Date(date) if want.is_overdue() => {
                date < self.today && (!matches!(field.key, "due" | "review") || self.is_overdue())
            }
            Glance::Date(date) => want.takes_date(date),
            Glance::Choices(bits) => want.takes_choices(bits, field.choices()),
            Glance::Text(text) => self.takes_one(field, text, want),
            Glance::Texts(texts) => {
                want.takes_count(texts.len())
                    || texts.iter().any(|text| self.takes_one(field, text, want))
            }
            Glance::Parts(count) => {
                want.takes_count(count) || want.takes_text(&self.in_words(place))
            }
        }
    }

    fn takes_one(&self, field: &Field, text: &str, want: &Want) -> bool {
        match field.shape {
            Shape::Person | Shape::People => {
                want.takes_id(text) || self.person(text).is_some_and(|name| want.takes_name(name))
            }
            Shape::Id | Shape::Link(_) | Shape::Links(_) => want.takes_id(text),
            _ => want.takes_text(text),
        }
    }

    /// A step of a scale goes by its name too.
    fn takes_step(&self, field: &Field, number: i64, want: &Want) -> bool {
        let criteria = self.isms.criteria.only();
        let steps = match field.shape {
            Shape::Likelihood => &criteria.likelihood,
            Shape::Consequence => &criteria.consequence,
            _ => return false,
        };
        let place = usize::try_from(number).ok().and_then(|n| n.checked_sub(1));
        !want.is_number()
            && place.is_some_and(|n| want.takes_step(n, steps.iter().map(|step| &*step.name)))
    }

    /// Whether a text of the field holds a word.
    pub(super) fn holds_in(&self, place: usize, word: &Needle) -> bool {
        let Some(field) = self.field(place) else { return false };
        if !has_words(field, word) {
            return false;
        }
        match self.glance(place) {
            Glance::Parts(count) => (0..count).any(|nth| self.holds_in_part(place, nth, word)),
            glance => self.glance_holds(field, glance, word),
        }
    }

    /// Whether a text of a part holds a word; what a decision was made on is the risk's own text.
    fn holds_in_part(&self, place: usize, nth: usize, word: &Needle) -> bool {
        let Some(Shape::Parts(table)) = self.field(place).map(|field| field.shape) else {
            return false;
        };
        let shown = |field: &Field| !matches!(field.key, "content" | "digest" | "revokes");
        let fields = table.iter().enumerate();
        fields.filter(|(_, field)| shown(field) && has_words(field, word)).any(|(inner, field)| {
            let glance = self.isms.glance_in(self.kind, self.row, place, nth, inner);
            self.glance_holds(field, glance, word)
        })
    }

    fn glance_holds(&self, field: &Field, glance: Glance<'_>, word: &Needle) -> bool {
        let people = matches!(field.shape, Shape::Person | Shape::People);
        let person = |id: &str| people && self.person(id).is_some_and(|name| word.is_in(name));
        let one = |text: &str| word.is_in(text) || person(text);
        match glance {
            Glance::Nothing | Glance::Flag(_) | Glance::Number(_) | Glance::Parts(_) => false,
            Glance::Date(date) => date.to_string().starts_with(word.text()),
            Glance::Text(text) => one(text),
            Glance::Texts(texts) => texts.iter().any(|text: &Text| one(text)),
            Glance::Choices(bits) => chosen(bits, field.choices())
                .any(|c| !UNSAID.contains(&c.word) && word.is_in(c.label)),
        }
    }

    fn person(&self, id: &str) -> Option<&'a str> {
        self.isms.people.get(id).map(|person| &*person.name)
    }

    /// Parts are few and far between: these are copied.
    fn in_words(&self, place: usize) -> String {
        let value = self.isms.value(self.kind, self.row, place);
        self.field(place).map_or_else(String::new, |field| in_words(field, &value))
    }
}

/// Whether a word can stand in a field: most fields of a long register hold none and are not even looked at.
fn has_words(field: &Field, word: &Needle) -> bool {
    match field.shape {
        Shape::Number(..) | Shape::Likelihood | Shape::Consequence | Shape::YesNo => false,
        Shape::Date => word.text().starts_with(|c: char| c.is_ascii_digit()),
        _ => true,
    }
}

fn chosen(bits: u64, choices: &'static [Choice]) -> impl Iterator<Item = &'static Choice> {
    (0..u64::BITS).zip(choices).filter(move |(n, _)| bits & (1 << n) != 0).map(|(_, c)| c)
}
