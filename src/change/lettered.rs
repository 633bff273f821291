//! Setting a field of records and of lettered items together: all items of a subclause are one change of its list.

use super::Change;
use crate::{
    isms::{At, ClauseItem, Isms, Part},
    standard::Standard,
    text::Value,
};

/// The changes that set a field of these places to one value.
///
/// A field that lettered items don't have (owner, due) is set in their subclause, once.
pub fn set_all(
    isms: &Isms,
    standard: &Standard,
    ats: &[At],
    field: &str,
    value: &Value,
) -> Vec<Change> {
    let of_items = ClauseItem::FIELDS.iter().any(|known| known.key == field);
    let mut records: Vec<At> = Vec::new();
    let mut items: Vec<(At, Vec<&At>)> = Vec::new();
    for at in ats {
        if !(at.is_item() && of_items) {
            if !records.contains(&at.record()) {
                records.push(at.record());
            }
        } else if let Some((_, mine)) = items.iter_mut().find(|(record, _)| *record == at.record())
        {
            mine.push(at);
        } else {
            items.push((at.record(), vec![at]));
        }
    }
    let of_records = records.iter().filter_map(|at| Change::set(isms, at, field, value.clone()));
    let of_items = items.iter().filter_map(|(record, mine)| {
        let list = with_items(isms, standard, record, mine, field, value)?;
        Change::set(isms, record, "items", list)
    });
    of_records.chain(of_items).collect()
}

/// The list of a subclause's items, in which some have another value.
fn with_items(
    isms: &Isms,
    standard: &Standard,
    record: &At,
    mine: &[&At],
    field: &str,
    value: &Value,
) -> Option<Value> {
    let row = isms.row(record.kind, &record.key)?;
    let mut parts = match isms.stored(record.kind, row, "items") {
        Value::List(parts) => parts,
        _ => Vec::new(),
    };
    let known = standard.clause(&record.key).map_or(&[][..], |clause| &clause.items);
    let rank = |id: &str| known.iter().position(|item| item.id == id).unwrap_or(usize::MAX);
    for at in mine {
        let place = parts.iter().position(|part| id_of(part) == at.key);
        let place = place.unwrap_or_else(|| {
            let after = |part: &Value| rank(id_of(part)) > rank(&at.key);
            let place = parts.iter().position(after).unwrap_or(parts.len());
            let id = ("id".to_string(), Value::Text(at.key.clone()));
            parts.insert(place, Value::Record(vec![id]));
            place
        });
        if let Some(Value::Record(fields)) = parts.get_mut(place) {
            put(fields, field, value);
        }
        // an item that nothing is said about is not written
        let bare = |part: &Value| matches!(part, Value::Record(fields) if fields.len() < 2);
        if parts.get(place).is_some_and(bare) {
            parts.remove(place);
        }
    }
    Some(if parts.is_empty() { Value::Nothing } else { Value::List(parts) })
}

fn id_of(part: &Value) -> &str {
    match part.field("id") {
        Some(Value::Text(id)) => id.trim(),
        _ => "",
    }
}

/// Puts a value into the fields of a part: in its place if it stands there, else where the table wants it.
fn put(fields: &mut Vec<(String, Value)>, field: &str, value: &Value) {
    let there = fields.iter().position(|(key, _)| key == field);
    match (there, value) {
        (Some(place), Value::Nothing) => {
            fields.remove(place);
        }
        (None, Value::Nothing) => {}
        (Some(place), value) => {
            if let Some((_, old)) = fields.get_mut(place) {
                *old = value.clone();
            }
        }
        (None, value) => {
            let rank = |key: &str| ClauseItem::FIELDS.iter().position(|known| known.key == key);
            let after = |(key, _): &(String, Value)| rank(key) > rank(field);
            let place = fields.iter().position(after).unwrap_or(fields.len());
            fields.insert(place, (field.to_string(), value.clone()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        change::{Transaction, apply, label_of},
        isms::{File, Found, Kind},
    };

    fn isms(standard: &Standard, text: &str) -> Isms {
        Isms::read(standard, |file| match file {
            File::Clauses => Found::Text(text.into()),
            _ => Found::Missing,
        })
    }

    fn at(key: &str) -> At {
        At::new(Kind::Clause, key)
    }

    const TEXT: &str = r#"Clauses(
    schema: 1,
    clauses: [
        // about parties
        (
            id: "4.2",
            items: [
                (id: "4.2 a", conformity: Conforming), // seen in May
                (id: "4.2 c", conformity: Partial, note: "IP-08"),
            ],
        ),
    ],
)
"#;

    #[test]
    fn items_and_records_change_together_and_nothing_else_does() {
        let standard = Standard::load().unwrap();
        let mut isms = isms(&standard, TEXT);
        let value = Value::Word("Nonconforming".to_string());
        let ats = [at("4.2 b"), at("4.2 a"), at("4.2"), at("4.3")];
        let changes = set_all(&isms, &standard, &ats, "conformity", &value);
        assert_eq!(changes.len(), 3);
        let transaction = Transaction { label: label_of(&changes), changes };
        let back = apply(&mut isms, &standard, &transaction).unwrap();
        let text = isms.register(File::Clauses).text.to_string();
        assert!(text.contains("// seen in May") && text.contains("// about parties"), "{text}");
        let places = ["4.2 a", "4.2 b", "4.2 c", "\"4.3\""].map(|id| text.find(id).unwrap());
        assert!(places.is_sorted(), "{text}");
        assert!(text.contains(r#"(id: "4.2 c", conformity: Partial, note: "IP-08"),"#), "{text}");
        crate::change::take_back(&mut isms, &standard, &back).unwrap();
        assert_eq!(&*isms.register(File::Clauses).text, TEXT);
    }

    #[test]
    fn what_items_lack_is_set_in_their_subclause_once() {
        let standard = Standard::load().unwrap();
        let isms = isms(&standard, TEXT);
        let value = Value::Text("mara".to_string());
        let changes = set_all(&isms, &standard, &[at("4.2 a"), at("4.2 c")], "owner", &value);
        assert_eq!(changes.iter().map(Change::at).collect::<Vec<_>>(), [&at("4.2")]);
    }

    #[test]
    fn an_item_that_nothing_is_said_about_any_more_goes() {
        let standard = Standard::load().unwrap();
        let isms = isms(&standard, TEXT);
        let changes = set_all(&isms, &standard, &[at("4.2 a")], "conformity", &Value::Nothing);
        let [Change::Set { after: Value::List(items), .. }] = &changes[..] else { panic!() };
        assert_eq!(items.len(), 1);
        assert_eq!(label_of(&changes), "4.2 a conformity conforming → –");
    }
}
