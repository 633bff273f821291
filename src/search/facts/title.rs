//! The title by which people know a record.

use crate::{
    isms::{Glance, Isms, Kind},
    standard::Standard,
};

/// The title of a record: its own; else the standard's; else the word for its kind.
pub fn title<'a>(isms: &'a Isms, standard: &Standard, kind: Kind, row: usize) -> &'a str {
    let own = kind.fields().iter().position(|field| matches!(field.key, "title" | "name"));
    if let Some(Glance::Text(title)) = own.map(|place| isms.glance(kind, row, place)) {
        return title;
    }
    let key = isms.key(kind, row).unwrap_or_default();
    let given = match kind {
        Kind::Control => standard.control(key).map(|control| control.title),
        Kind::Clause => standard.clause(key).map(|clause| clause.title),
        Kind::Item => {
            let mut items = standard.stages().iter().flat_map(|stage| &stage.checklist);
            items.find(|item| item.id == key).map(|item| item.text)
        }
        kind if kind.is_single() => Some(kind.label()),
        _ => None,
    };
    given.unwrap_or_default()
}
