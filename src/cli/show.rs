//! `annexa show ID`: everything about one record, with its links in both directions.

use super::{Answer, Failure, folder::Folder, judged, links, row::Row, table};
use crate::{
    isms::{Isms, Kind, in_words, resolve_any},
    standard::Standard,
    text::Value,
    ui::text::{safe, wrap},
};
use serde_json::json;
use std::path::Path;

/// Arguments of `annexa show`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The record: 8.10, "clause 8.1", R-014, EV-031, mara, criteria ...
    #[arg(value_name = "ID", num_args = 1.., required = true)]
    pub id: Vec<String>,
    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

/// One record.
///
/// # Errors
/// There is no such record.
pub fn show(args: &Args, place: Option<&Path>) -> Result<Answer, Failure> {
    let folder = Folder::read(place)?;
    let typed = args.id.join(" ");
    let found = resolve_any(&folder.isms, &typed);
    let Some((kind, row)) = found.first().copied() else {
        return Err(unknown(&folder.standard, &typed).with(folder.warning()));
    };
    let row = Row { folder: &folder, kind, row };
    let answer = match args.json {
        true => Answer::json(json_of(&row)),
        false => Answer::text(text_of(&row, table::width())),
    };
    Ok(answer.note(ambiguous(&folder.isms, &found)).note(folder.warning()))
}

/// There is no such record.
pub fn unknown(standard: &Standard, typed: &str) -> Failure {
    let number = typed.trim().trim_start_matches("A.");
    let now = match standard.resolve_2013(number) {
        [] => String::new(),
        now => format!(" In the 2013 edition it was a control; that is now {}.", now.join(", ")),
    };
    Failure::refused(format!(
        "There is no record {typed:?}.{now} `annexa list REGISTER` lists what there is."
    ))
}

/// A sentence if the id could mean another record too.
pub fn ambiguous(isms: &Isms, found: &[(Kind, usize)]) -> Option<String> {
    let [(kind, row), others @ ..] = found else { return None };
    let key = isms.key(*kind, *row)?;
    let names: Vec<String> = others
        .iter()
        .filter_map(|(kind, row)| {
            let key = isms.key(*kind, *row)?;
            let other = match kind {
                Kind::Clause => format!("clause {key}"),
                kind => format!("{}:{key}", kind.key()),
            };
            Some(format!("there is a {} too: {other:?}", kind.label()))
        })
        .collect();
    (!names.is_empty())
        .then(|| format!("{key} is taken for the {}; {}.", kind.label(), names.join("; ")))
}

fn json_of(row: &Row<'_>) -> serde_json::Value {
    let mut object = row.json();
    let (file, line) = place(row);
    object.insert("place".into(), json!({"file": file, "line": line}));
    let out: Vec<_> = links::out(row).iter().map(links::Link::json).collect();
    let back: Vec<_> = links::back(row).iter().map(links::Link::json).collect();
    object.insert("links".into(), json!({"to": out, "from": back}));
    object.into()
}

/// File and line; none if the record is known from the standard only.
fn place(row: &Row<'_>) -> (&'static str, Option<usize>) {
    let register = row.folder.isms.register(row.kind.file());
    let span = register.span(row.kind, row.row);
    (row.kind.file().name(), span.map(|span| register.line_col(span.start).0))
}

fn text_of(row: &Row<'_>, width: usize) -> String {
    let (file, line) = place(row);
    let at = line.map_or_else(|| format!("not in {file} yet"), |line| format!("{file}:{line}"));
    let (key, title, label) = (row.key(), row.title(), row.kind.label());
    let mut text = match title == label {
        true => format!("{}\n{at}\n\n", safe(label)),
        false => format!("{}\n{label} · {at}\n\n", safe(&format!("{key} {title}"))),
    };
    let fields = row.kind.fields();
    let wide = fields.iter().map(|field| field.label.len()).max().unwrap_or_default() + 2;
    for (place, field) in fields.iter().enumerate().filter(|(_, field)| field.key != "id") {
        let value = row.folder.isms.value(row.kind, row.row, place);
        if field.key == "title" && value == Value::Nothing {
            continue;
        }
        let words = in_words(field, &value);
        let words = if words.is_empty() { "–".to_string() } else { words };
        text += &labelled(field.label, &words, wide, width);
    }
    let judged = judged::all(row);
    if !judged.is_empty() {
        text += "\nJudged today\n";
    }
    let longest = judged.iter().map(|judged| judged.label.len() + 2).max().unwrap_or_default();
    for judged in judged.iter().filter(|judged| !judged.words.is_empty()) {
        text += &labelled(judged.label, &judged.words, wide.max(longest), width);
    }
    for wrong in row.folder.isms.wrong(row.kind, row.row) {
        text += &labelled("!", &wrong.to_string(), wide, width);
    }
    text + &section("Links to", &links::out(row), width)
        + &section("Linked from", &links::back(row), width)
}

fn labelled(label: &str, words: &str, wide: usize, width: usize) -> String {
    let mut text = String::new();
    let lines = wrap(words, width.saturating_sub(wide).max(20));
    for (n, line) in lines.iter().enumerate() {
        let label = if n == 0 { label } else { "" };
        text += format!("{label:wide$}{line}").trim_end();
        text.push('\n');
    }
    text
}

fn section(title: &str, links: &[links::Link<'_>], width: usize) -> String {
    if links.is_empty() {
        return String::new();
    }
    let mut table = table::Table::bare(4).fixed(&[0, 1]);
    for link in links {
        let field = link.field.label.to_lowercase();
        table.row([link.kind.label().into(), link.key.into(), link.title.into(), field]);
    }
    format!("\n{title}\n{}", table.laid_out(width, 2))
}
