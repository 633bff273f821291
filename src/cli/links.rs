//! The links of one record, in both directions, read off the field tables.

use super::row::Row;
use crate::{
    isms::{Field, Kind, Shape, resolve},
    text::Value,
};
use serde_json::json;

/// A link to or from another record.
#[derive(Debug, Clone, PartialEq)]
pub struct Link<'a> {
    /// Kind of the other record.
    pub kind: Kind,
    /// Its key.
    pub key: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The field in which the link is written.
    pub field: &'static Field,
}

impl<'a> Link<'a> {
    fn with(row: Row<'a>, field: &'static Field) -> Self {
        Self { kind: row.kind, key: row.key(), title: row.title(), field }
    }

    /// As JSON.
    pub fn json(&self) -> serde_json::Value {
        json!({
            "record": self.kind.key(),
            "id": self.key,
            "title": self.title,
            "field": self.field.key,
        })
    }
}

/// The records that a record names.
pub fn out<'a>(row: &Row<'a>) -> Vec<Link<'a>> {
    let mut links = Vec::new();
    for (field, id) in named(row) {
        if let Some((kind, place)) = resolve(&row.folder.isms, field.targets(), &id) {
            let link = Link::with(Row { folder: row.folder, kind, row: place }, field);
            if !links.contains(&link) {
                links.push(link);
            }
        }
    }
    links
}

/// The records that name a record.
pub fn back<'a>(row: &Row<'a>) -> Vec<Link<'a>> {
    let mut links = Vec::new();
    for kind in Kind::ALL.into_iter().filter(|kind| may_name(kind.fields(), row.kind)) {
        for place in 0..row.folder.isms.len(kind) {
            let other = Row { folder: row.folder, kind, row: place };
            for (field, id) in named(&other) {
                let hit = field.targets().contains(&row.kind)
                    && resolve(&row.folder.isms, field.targets(), &id) == Some((row.kind, row.row));
                let link = hit.then(|| Link::with(other, field));
                links.extend(link.filter(|link| !links.contains(link)));
            }
        }
    }
    links
}

fn may_name(fields: &[Field], kind: Kind) -> bool {
    fields.iter().any(|field| match field.shape {
        Shape::Parts(parts) => may_name(parts, kind),
        _ => field.targets().contains(&kind),
    })
}

/// All ids that a record names, with the field in which they stand; those in its parts too.
fn named(row: &Row<'_>) -> Vec<(&'static Field, String)> {
    let mut ids = Vec::new();
    for (place, field) in row.kind.fields().iter().enumerate() {
        let links = !field.targets().is_empty() || matches!(field.shape, Shape::Parts(_));
        if links {
            collect(field, &row.folder.isms.value(row.kind, row.row, place), &mut ids);
        }
    }
    ids
}

fn collect(field: &'static Field, value: &Value, ids: &mut Vec<(&'static Field, String)>) {
    match (value, field.shape) {
        (Value::List(items), _) => items.iter().for_each(|item| collect(field, item, ids)),
        (Value::Record(fields), Shape::Parts(table)) => {
            for (key, value) in fields {
                if let Some(part) = table.iter().find(|part| part.key == key) {
                    collect(part, value, ids);
                }
            }
        }
        (Value::Text(id), _) if !field.targets().is_empty() => ids.push((field, id.clone())),
        _ => {}
    }
}
