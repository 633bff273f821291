//! What `annexa set` is to set: a field of a record, or one field of one part of a list.

use super::Failure;
use crate::{
    isms::{
        At, Field, Isms, Kind, Shape, in_words, is_appended_only, part_fields, parts, with_part,
    },
    standard::Standard,
    text::Value,
};

/// A field of a record: `owner`; or of one part of a list in it: `levels.2.name`, `items.a.status`.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The record's field.
    pub field: &'static Field,
    part: Option<Part>,
}

/// A field of a part, and which part: its number from 1, or its id, name or version.
#[derive(Debug, Clone)]
struct Part {
    which: String,
    field: &'static Field,
}

impl Wanted {
    /// The field that a key, a label or a path names, whatever the case.
    ///
    /// # Errors
    /// The sentence lists the fields that there are.
    pub fn of(kind: Kind, typed: &str) -> Result<Wanted, Failure> {
        let Some((list, (which, key))) =
            typed.split_once('.').and_then(|(list, rest)| Some((list, rest.rsplit_once('.')?)))
        else {
            let field = found(kind.fields(), typed).ok_or_else(|| unknown(kind, typed))?;
            return Ok(Wanted { field, part: None });
        };
        let list = found(kind.fields(), list).ok_or_else(|| unknown(kind, list))?;
        let table = part_fields(kind, list.key);
        let field = found(table, key).ok_or_else(|| match table {
            [] => Failure::refused(format!("{} of a {} has no parts.", list.label, kind.label())),
            _ => {
                let keys = keys(table);
                Failure::refused(format!("Parts of {} have {keys}, not {key:?}.", list.label))
            }
        })?;
        Ok(Wanted { field: list, part: Some(Part { which: which.trim().to_string(), field }) })
    }

    /// The field whose shape says what may stand there.
    pub fn leaf(&self) -> &'static Field {
        self.part.as_ref().map_or(self.field, |part| part.field)
    }

    /// Refuses what nobody sets by hand: what was decided, and what the records answer themselves.
    ///
    /// # Errors
    /// The sentence says what to do instead.
    pub fn refuse_what_is_not_typed(&self, standard: &Standard, at: &At) -> Result<(), Failure> {
        if is_appended_only(self.field.key) {
            let key = match self.field.key {
                "decisions" => "A",
                "approvals" => "g A",
                _ => "g b",
            };
            return Err(Failure::refused(format!(
                "{} are recorded, never edited: in the workbench {key} does it. Nothing was changed.",
                self.field.label
            )));
        }
        let mut items = standard.stages().iter().flat_map(|stage| &stage.checklist);
        let answered = at.kind == Kind::Item
            && self.field.key == "status"
            && items.any(|item| item.id == at.key && item.answered_by.is_some());
        if answered {
            return Err(Failure::refused(format!(
                "{0} is answered by the records and can't be ticked by hand; `annexa show {0}` \
                 says how it stands and why. Nothing was changed.",
                at.key
            )));
        }
        Ok(())
    }

    /// What stands there now.
    ///
    /// # Errors
    /// There is no such part.
    pub fn stored(&self, isms: &Isms, standard: &Standard, at: &At) -> Result<Value, Failure> {
        let Some(part) = &self.part else {
            let row = isms.row(at.kind, &at.key);
            return Ok(row.map_or(Value::Nothing, |row| isms.stored(at.kind, row, self.field.key)));
        };
        let parts = parts(isms, standard, at, self.field.key);
        let nth = part.nth(at, self.field, &parts)?;
        let value = parts.get(nth).and_then(|found| found.field(part.field.key));
        Ok(value.cloned().unwrap_or(Value::Nothing))
    }

    /// The value of the record's field when this is set.
    ///
    /// # Errors
    /// There is no such part.
    pub fn whole(
        &self,
        isms: &Isms,
        standard: &Standard,
        at: &At,
        value: Value,
    ) -> Result<Value, Failure> {
        let Some(part) = &self.part else { return Ok(value) };
        let parts = parts(isms, standard, at, self.field.key);
        let nth = part.nth(at, self.field, &parts)?;
        Ok(with_part(at, self.field.key, parts, nth, part.field.key, &value))
    }
}

impl Wanted {
    /// The change of a part in words; none if it is no part that is set.
    pub fn in_words(&self, at: &At, path: &str, was: &Value, is: &Value) -> Option<String> {
        let leaf = self.part.as_ref()?.field;
        let name = if at.kind.is_single() { at.kind.label() } else { &at.key };
        let words = |value: &Value| match in_words(leaf, value) {
            words if words.is_empty() => "–".to_string(),
            words => words.split_whitespace().collect::<Vec<_>>().join(" "),
        };
        Some(format!("{name} {path} {} → {}", words(was), words(is)))
    }
}

impl Part {
    /// An item of a clause goes by its letter too: "a 1" is "6.1.2 a 1".
    fn nth(&self, at: &At, list: &Field, parts: &[Value]) -> Result<usize, Failure> {
        let plain = |text: &str| text.replace(' ', "").to_lowercase();
        let wanted = [plain(&self.which), plain(&at.key) + &plain(&self.which)];
        let is = |part: &Value, key: &str| match part.field(key) {
            Some(Value::Text(text) | Value::Word(text)) => wanted.contains(&plain(text)),
            _ => false,
        };
        let by = |key: &str| parts.iter().position(|part| is(part, key));
        let number = self.which.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        let by_number = number.filter(|nth| *nth < parts.len());
        by("id").or(by_number).or_else(|| by("name")).or_else(|| by("version")).ok_or_else(|| {
            Failure::refused(format!(
                "{} has no part {:?}; there are {}, counted from 1. Nothing was changed.",
                list.label,
                self.which,
                parts.len()
            ))
        })
    }
}

/// The field of a key or a label.
fn found(fields: &'static [Field], typed: &str) -> Option<&'static Field> {
    let plain = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let wanted = plain(typed);
    let by_key = fields.iter().find(|field| field.key == typed);
    by_key.or_else(|| fields.iter().find(|f| plain(f.key) == wanted || plain(f.label) == wanted))
}

fn unknown(kind: Kind, typed: &str) -> Failure {
    Failure::refused(format!(
        "A {} has no field {typed:?}. It has {}.",
        kind.label(),
        keys(kind.fields())
    ))
}

/// The keys of fields; a list of parts shows how its fields are named.
fn keys(fields: &[Field]) -> String {
    let key = |field: &Field| match field.shape {
        Shape::Parts(_) if !is_appended_only(field.key) => format!("{}.1.…", field.key),
        _ => field.key.to_string(),
    };
    fields.iter().map(key).collect::<Vec<_>>().join(", ")
}
