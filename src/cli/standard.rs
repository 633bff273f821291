//! `annexa standard`: what ISO says, for people and for programs.

use super::{Answer, Failure, folder, table::Table};
use crate::standard::Standard;
use serde::Serialize;
use serde_json::Value;

/// Arguments of `annexa standard`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Which part.
    #[arg(value_enum)]
    pub part: Part,
    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

/// A part of the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Part {
    /// The 93 controls of Annex A with their attributes.
    Controls,
    /// Clauses 4 to 10 with their lettered items.
    Clauses,
    /// Documented information: mandatory, asked for by controls, commonly expected.
    Documents,
    /// The audits of a certification cycle with their checklists.
    Stages,
}

/// A part of the standard.
///
/// # Errors
/// Never in a release.
pub fn standard(args: &Args) -> Result<Answer, Failure> {
    let standard = folder::standard()?;
    Ok(match args.json {
        true => Answer::json(json(&standard, args.part)),
        false => Answer::text(text(&standard, args.part)),
    })
}

fn json(standard: &Standard, part: Part) -> Value {
    match part {
        Part::Controls => standard
            .controls()
            .iter()
            .map(|control| with(control, "annex_a_ref", control.reference().into()))
            .collect(),
        Part::Clauses => {
            standard.clauses().iter().map(|c| with(c, "level", c.level().into())).collect()
        }
        Part::Documents => plain(standard.documents()),
        Part::Stages => plain(standard.stages()),
    }
}

fn plain(value: &(impl Serialize + ?Sized)) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

fn with(value: &impl Serialize, key: &str, more: Value) -> Value {
    let mut json = plain(value);
    if let Value::Object(object) = &mut json {
        object.insert(key.to_string(), more);
    }
    json
}

fn text(standard: &Standard, part: Part) -> String {
    match part {
        Part::Controls => controls(standard),
        Part::Clauses => clauses(standard),
        Part::Documents => documents(standard),
        Part::Stages => stages(standard),
    }
}

fn controls(standard: &Standard) -> String {
    let mut table = Table::new(&["id", "title", "theme", "in 2013"]).fixed(&[0, 2]);
    for control in standard.controls() {
        let before = if control.new_in_2022 { "new".into() } else { control.from_2013.join(", ") };
        let (id, title, theme) = (control.id, control.title, control.theme.label());
        table.row([id.into(), title.into(), theme.into(), before]);
    }
    table.indented(0)
}

fn clauses(standard: &Standard) -> String {
    let mut table = Table::new(&["id", "title", "items", "documented information"]).fixed(&[0]);
    for clause in standard.clauses() {
        let items = match clause.assessable {
            true => clause.items.len().to_string(),
            false => String::new(),
        };
        let documents = clause.documented_information.join(", ");
        table.row([clause.id.into(), clause.title.into(), items, documents]);
    }
    table.indented(0)
}

fn documents(standard: &Standard) -> String {
    let documents = standard.documents();
    let mut mandatory = Table::new(&["id", "title", "demanded by"]).fixed(&[0, 2]);
    for document in &documents.mandatory {
        let (id, title, by) = (document.id, document.title, document.demanded_by);
        mandatory.row([id.into(), title.into(), by.into()]);
    }
    let mut asked = Table::new(&["control", "asks for"]).fixed(&[0]);
    for document in &documents.for_controls {
        asked.row([document.control.into(), document.title.into()]);
    }
    let mut expected = Table::new(&["title", "serves"]);
    for document in &documents.expected {
        expected.row([document.title.into(), document.refs.join(", ")]);
    }
    format!(
        "Mandatory documented information\n{}\nAsked for by controls that apply\n{}\n\
         Commonly expected; its absence alone is no finding\n{}",
        mandatory.indented(2),
        asked.indented(2),
        expected.indented(2)
    )
}

fn stages(standard: &Standard) -> String {
    let mut text = String::new();
    for stage in standard.stages() {
        let mut items = Table::new(&["id", "to have in place", "refers to", "judged by"]);
        items = items.fixed(&[0, 3]);
        for item in &stage.checklist {
            let by = if item.answered_by.is_some() { "the data" } else { "a person" };
            items.row([item.id.into(), item.text.into(), item.refs.join(", "), by.into()]);
        }
        let (title, purpose, lasts) = (stage.title, stage.purpose, stage.duration.text);
        text += &format!("{title}\n{purpose}\n{lasts}\n{}\n", items.indented(2));
    }
    text.trim_end().to_string() + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_have_the_keys_that_scripts_know() {
        let standard = Standard::load().unwrap();
        let all = json(&standard, Part::Controls);
        let all = all.as_array().unwrap();
        assert_eq!(all.len(), 93);
        for key in "id title theme control_type information_security_properties \
                    cybersecurity_concepts operational_capabilities security_domains new_in_2022 \
                    from_2013 purpose questions evidence annex_a_ref"
            .split_whitespace()
        {
            assert!(all.iter().all(|control| control.get(key).is_some()), "{key}");
        }
        assert_eq!(all[9]["id"], "5.10");
    }

    #[test]
    fn every_part_is_there_in_text_and_json() {
        let standard = Standard::load().unwrap();
        for part in [Part::Controls, Part::Clauses, Part::Documents, Part::Stages] {
            assert!(text(&standard, part).lines().count() > 20, "{part:?}");
            assert!(!json(&standard, part).is_null());
        }
        assert_eq!(json(&standard, Part::Documents)["mandatory"].as_array().unwrap().len(), 17);
        assert_eq!(json(&standard, Part::Stages).as_array().unwrap().len(), 5);
    }

    /// What every printed control and clause says, against digests taken from the checked facts: titles,
    /// attributes, predecessors, one line a control. A slip of the pen in one word shows here.
    #[test]
    fn what_is_printed_are_the_facts() {
        use sha2::{Digest, Sha256};
        let standard = Standard::load().unwrap();
        let words = |value: &Value| match value {
            Value::Array(items) => {
                items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(",")
            }
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let digest = |part: Part, keys: &str| -> String {
            let line = |record: &Value| {
                let values: Vec<String> =
                    keys.split_whitespace().map(|key| words(&record[key])).collect();
                values.join("|") + "\n"
            };
            let text: String = json(&standard, part).as_array().unwrap().iter().map(line).collect();
            Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
        };
        let controls = "id annex_a_ref title theme control_type information_security_properties \
                        cybersecurity_concepts operational_capabilities security_domains \
                        new_in_2022 from_2013";
        assert_eq!(
            digest(Part::Controls, controls),
            "1b5c32b8b6758e676161e86dfe2891ad6ffd02d88aa1aabff077603dd37f6eb6"
        );
        assert_eq!(
            digest(Part::Clauses, "id title"),
            "32bd204a5f2c08bd57b5235982554af87d3169e196114e98517b095061058fea"
        );
    }
}
