//! `annexa fields [REGISTER]`: the field tables, for people who write files and scripts.

use super::{Answer, Failure, register, table::Table};
use crate::isms::{Field, Kind, Shape};
use serde_json::{Value, json};

/// Arguments of `annexa fields`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A register or a kind of record: controls, risks, people ...; all if none is named.
    #[arg(value_name = "REGISTER")]
    pub register: Option<String>,
    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

/// The field tables.
///
/// # Errors
/// There is no such register.
pub fn fields(args: &Args) -> Result<Answer, Failure> {
    let kinds = match &args.register {
        None => Kind::ALL.to_vec(),
        // unlike in lists, those kinds count of which there is one record only
        Some(name) => match crate::isms::File::named(name) {
            Some(file) => file.kinds().collect(),
            None => register::kinds(name)?,
        },
    };
    if args.json {
        let all = kinds.iter().flat_map(|kind| kind.fields().iter().map(|f| json_of(*kind, f)));
        return Ok(Answer::json(all.collect()));
    }
    Ok(Answer::text(kinds.iter().map(|kind| text_of(*kind)).collect::<Vec<_>>().join("\n")))
}

fn json_of(kind: Kind, field: &Field) -> Value {
    let mut json = described(field);
    if let Value::Object(object) = &mut json {
        object.insert("register".into(), kind.file().register().into());
        object.insert("record".into(), kind.key().into());
    }
    json
}

fn described(field: &Field) -> Value {
    let choices: Vec<Value> =
        field.choices().iter().map(|c| json!({"word": c.word, "label": c.label})).collect();
    let targets: Vec<&str> = field.targets().iter().map(|kind| kind.key()).collect();
    let mut json = json!({
        "key": field.key,
        "label": field.label,
        "kind": field.shape.name(),
        "choices": choices,
        "help": field.help,
    });
    if let Value::Object(object) = &mut json {
        if !targets.is_empty() {
            object.insert("links_to".into(), targets.into());
        }
        match field.shape {
            Shape::Parts(parts) => {
                object.insert("fields".into(), parts.iter().map(described).collect());
            }
            Shape::Number(low, high) => {
                object.insert("from".into(), low.into());
                object.insert("to".into(), high.into());
            }
            _ => {}
        }
    }
    json
}

fn text_of(kind: Kind) -> String {
    let mut table = Table::new(&["key", "label", "kind", "choices, help"]).fixed(&[0, 2]);
    for field in kind.fields() {
        rows(&mut table, field, "");
    }
    let one = if kind.is_single() { "one record" } else { "records" };
    let (file, key, label) = (kind.file().name(), kind.key(), kind.label());
    format!("{file} · {key} · {one} of kind {label}\n{}", table.indented(2))
}

fn rows(table: &mut Table, field: &Field, before: &str) {
    let words: Vec<String> = field
        .choices()
        .iter()
        .map(|c| match c.word.eq_ignore_ascii_case(c.label) {
            true => c.word.to_string(),
            false => format!("{} ({})", c.word, c.label),
        })
        .collect();
    let targets: Vec<&str> = field.targets().iter().map(|kind| kind.key()).collect();
    let of = match (words.as_slice(), targets.as_slice(), field.shape) {
        ([], [], Shape::Number(low, high)) => format!("{low} to {high}; {}", field.help),
        ([], [], _) => field.help.to_string(),
        ([], targets, _) => format!("to {}; {}", targets.join(", "), field.help),
        (words, _, _) => words.join(", "),
    };
    let key = format!("{before}{}", field.key);
    table.row([key.clone(), field.label.into(), field.shape.name().into(), of]);
    if let Shape::Parts(parts) = field.shape {
        for part in parts {
            rows(table, part, &format!("{key}."));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_every_kind_is_described() {
        let count = Kind::ALL.iter().map(|kind| kind.fields().len()).sum::<usize>();
        let all: Vec<Value> =
            Kind::ALL.iter().flat_map(|k| k.fields().iter().map(|f| json_of(*k, f))).collect();
        assert_eq!(all.len(), count);
        let status = all.iter().find(|f| f["record"] == "controls" && f["key"] == "status");
        let choices = status.unwrap()["choices"].as_array().unwrap();
        assert_eq!(
            choices.last().unwrap(),
            &json!({"word": "Implemented", "label": "implemented"})
        );
        assert!(text_of(Kind::Risk).contains("decisions.by"));
    }
}
