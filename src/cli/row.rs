//! One record as commands show it: its values, with what the standard and the judgement add.

use super::{folder::Folder, judged};
use crate::{
    exchange::to_json,
    isms::{Field, Kind, in_words},
    search::facts::title,
    text::Value,
};
use serde_json::Map;

/// One record of the folder.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// Where it is read from.
    pub folder: &'a Folder,
    /// Its kind.
    pub kind: Kind,
    /// Its row in the table of that kind.
    pub row: usize,
}

impl<'a> Row<'a> {
    /// Its key: the id, unless the id is missing or there twice.
    pub fn key(&self) -> &'a str {
        self.folder.isms.key(self.kind, self.row).unwrap_or_default()
    }

    /// Its title; for controls, clauses and checklist items the standard's.
    pub fn title(&self) -> &'a str {
        title(&self.folder.isms, &self.folder.standard, self.kind, self.row)
    }

    /// A field by its key.
    pub fn field(&self, key: &str) -> Option<(&'static Field, Value)> {
        let place = self.kind.fields().iter().position(|field| field.key == key)?;
        let field = self.kind.fields().get(place)?;
        Some((field, self.folder.isms.value(self.kind, self.row, place)))
    }

    /// A field in words; empty if it is, or if there is no such field.
    pub fn words(&self, key: &str) -> String {
        match key {
            "id" => self.key().to_string(),
            "title" | "name" => self.title().to_string(),
            key => match self.field(key).filter(|_| (self.kind, key) != (Kind::Item, "stage")) {
                Some((field, value)) => in_words(field, &value),
                None => {
                    let judged = judged::all(self).into_iter().find(|judged| judged.key == key);
                    judged.map_or(String::new(), |judged| judged.words)
                }
            },
        }
    }

    /// All fields as JSON, by their keys, with `record` for the kind, and what is judged of it.
    pub fn json(&self) -> Map<String, serde_json::Value> {
        let mut object = Map::new();
        object.insert("record".into(), self.kind.key().into());
        for (place, field) in self.kind.fields().iter().enumerate() {
            let value = match self.folder.isms.value(self.kind, self.row, place) {
                Value::Nothing if field.is_list() => serde_json::Value::Array(Vec::new()),
                value => to_json(&value),
            };
            object.insert(field.key.into(), value);
        }
        if object.get("title").is_none_or(serde_json::Value::is_null) && !self.title().is_empty() {
            object.insert("title".into(), self.title().into());
        }
        if object.get("id").and_then(|id| id.as_str()) != Some(self.key()) {
            object.insert("key".into(), self.key().into());
        }
        for judged in judged::all(self) {
            object.insert(judged.key.into(), judged.json);
        }
        let wrong = self.folder.isms.wrong(self.kind, self.row);
        if !wrong.is_empty() {
            let wrong = wrong.iter().map(|wrong| wrong.to_string().into()).collect();
            object.insert("wrong".into(), serde_json::Value::Array(wrong));
        }
        object
    }
}
