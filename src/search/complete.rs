//! What the last word of a filter could become: the name of a field, or a value that the field can have.

use super::{fold::fold, name::known_fields};
use crate::isms::{Isms, Kind, Shape};

/// How many are offered.
const MOST: usize = 12;

/// What the last word could become, the likeliest first; it stands for itself without the words before.
///
/// Nothing is offered before a letter is typed, but for the values of a field that stands there.
pub fn complete(typed: &str, kinds: &[Kind], isms: &Isms) -> Vec<String> {
    let word = typed.rsplit(char::is_whitespace).next().unwrap_or_default();
    let (not, word) = word.strip_prefix('!').map_or(("", word), |rest| ("!", rest));
    let mut found: Vec<String> = Vec::new();
    let mut add = |text: String| {
        if text != word && !found.contains(&text) {
            found.push(text);
        }
    };
    match word.split_once(':') {
        Some((name, values)) => {
            let (before, last) = match values.rsplit_once(',') {
                Some((before, last)) => (format!("{before},"), last),
                None => (String::new(), values),
            };
            let begun = fold(last);
            for value in kinds.iter().flat_map(|kind| values_of(*kind, name, isms)) {
                if fold(&value).starts_with(&begun) {
                    add(format!("{name}:{before}{value}"));
                }
            }
        }
        None if word.is_empty() => {}
        None => {
            let begun = fold(word);
            for (name, _) in kinds.iter().flat_map(|kind| known_fields(*kind)) {
                if name.starts_with(&begun) {
                    add(format!("{name}:"));
                }
            }
        }
    }
    found.truncate(MOST);
    found.into_iter().map(|text| format!("{not}{text}")).collect()
}

/// Values that a field can have: its choices, or the records that it may name.
fn values_of(kind: Kind, name: &str, isms: &Isms) -> Vec<String> {
    let Some(field) = kind.fields().iter().find(|field| field.key == name) else {
        return Vec::new();
    };
    match field.shape {
        Shape::Link(_) | Shape::Links(_) | Shape::Person | Shape::People => {
            let targets = field.targets().iter();
            let keys = targets.flat_map(|kind| {
                (0..isms.len(*kind)).filter_map(|row| isms.key(*kind, row).map(String::from))
            });
            keys.filter(|key| !key.contains(char::is_whitespace)).collect()
        }
        Shape::YesNo => vec!["yes".into(), "no".into()],
        _ => {
            let word = |text: &str| text.to_lowercase();
            let choices = field.choices().iter();
            choices
                .map(|choice| match choice.label.contains(char::is_whitespace) {
                    true => word(choice.word),
                    false => word(choice.label),
                })
                .collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::isms::Found;
    use crate::standard::Standard;

    #[test]
    fn names_and_values_are_offered() {
        let standard = Standard::load().unwrap();
        let isms = Isms::read(&standard, |_| Found::Missing);
        let of = |typed: &str| complete(typed, &[Kind::Control], &isms);
        assert!(of("st").contains(&"status:".to_string()), "{:?}", of("st"));
        assert!(of("owner:x !st").contains(&"!status:".to_string()));
        assert_eq!(of("status:part"), ["status:partial"]);
        assert_eq!(of("status:none,part"), ["status:none,partial"]);
        assert!(of("").is_empty() && of("zzz").is_empty() && of("status:partial").is_empty());
    }
}
