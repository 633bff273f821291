//! `annexa export`: a register, the SoA or the treatment plan, as a file that others take.

use super::{Answer, Failure, folder::Folder, gaps, list, register, row::Row, sheets};
use crate::{
    exchange::{Format, json_text, write},
    isms::File,
};
use serde_json::Value;
use std::{
    io::Write,
    path::{Path, PathBuf},
};

/// Arguments of `annexa export`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A register or a kind of record, or: soa, plan, gaps.
    #[arg(value_name = "WHAT")]
    pub what: String,
    /// Words and conditions that must all hold, as in `annexa list`.
    #[arg(value_name = "FILTER")]
    pub filter: Vec<String>,
    /// Format: csv, md, html, json.
    #[arg(long, value_parser = format, default_value = "csv")]
    pub format: Format,
    /// Write to a file instead of standard output.
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

fn format(word: &str) -> Result<Format, String> {
    Format::named(word)
        .ok_or_else(|| format!("use {}", Format::ALL.map(Format::extension).join(", ")))
}

/// Writes an export.
///
/// # Errors
/// There is nothing of that name, or the file can't be written.
pub fn export(args: &Args, place: Option<&Path>) -> Result<Answer, Failure> {
    let folder = Folder::read(place)?;
    let filter = args.filter.join(" ");
    let text = match args.what.to_lowercase().as_str() {
        "soa" => write(&sheets::soa(&folder, &filter)?, args.format),
        "plan" => write(&sheets::plan(&folder, &filter)?, args.format),
        "gaps" => write(&gaps::sheet(&folder, &filter)?, args.format),
        _ => of_register(&args.what, &filter, args.format, &folder)?,
    };
    let answer = match &args.output {
        None => Answer::plain(text.into_bytes()),
        Some(path) => {
            save(path, &text, &folder.path)?;
            Answer::nothing()
        }
    };
    Ok(answer.incomplete(folder.warning()))
}

fn of_register(
    name: &str,
    filter: &str,
    format: Format,
    folder: &Folder,
) -> Result<String, Failure> {
    let kinds = register::kinds(name)?;
    let rows = list::rows(folder, &kinds, filter)?;
    if format == Format::Json {
        let rows: Vec<Value> = rows.iter().map(|row| row.json().into()).collect();
        return Ok(json_text(&Value::Array(rows)) + "\n");
    }
    // a register with one kind of the register's own name is that kind; others must be asked for
    let kind = match kinds.as_slice() {
        [kind] => *kind,
        several => match several.iter().find(|kind| kind.key() == name) {
            Some(kind) => *kind,
            None => {
                let keys: Vec<&str> = several.iter().map(|kind| kind.key()).collect();
                return Err(Failure::cannot(format!(
                    "{name} holds records of several kinds, which one table can't show: {}.",
                    keys.join(", ")
                )));
            }
        },
    };
    let rows: Vec<Row<'_>> = rows.into_iter().filter(|row| row.kind == kind).collect();
    Ok(write(&sheets::register(folder, kind, &rows), format))
}

/// Writes the file whole or not at all, and never over a register.
fn save(path: &Path, text: &str, isms: &Path) -> Result<(), Failure> {
    let shown = path.display();
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let parent = parent.unwrap_or_else(|| Path::new("."));
    let is_register =
        path.file_name().is_some_and(|name| File::ALL.into_iter().any(|file| name == file.name()));
    if is_register && parent.canonicalize().ok() == isms.canonicalize().ok() {
        return Err(Failure::refused(format!(
            "{shown} is a register; no export is written over it."
        )));
    }
    let cannot = |error: std::io::Error| {
        Failure::cannot(format!("{shown} can't be written: {error}; what was there stays."))
    };
    if path.is_dir() {
        return Err(Failure::cannot(format!("{shown} is a folder; name a file in it.")));
    }
    if path.exists() && !path.is_file() {
        // a pipe or a device is written to, not replaced
        return std::fs::write(path, text).map_err(cannot);
    }
    let real = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let parent = real.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new()
        .prefix(".annexa-export-")
        .permissions(mode(&real))
        .tempfile_in(parent)
        .map_err(cannot)?;
    file.write_all(text.as_bytes()).map_err(cannot)?;
    file.as_file().sync_all().map_err(cannot)?;
    file.persist(&real).map_err(|error| cannot(error.error))?;
    Ok(())
}

/// The mode of the file that is replaced; a new one may be read by whom the umask lets.
fn mode(path: &Path) -> std::fs::Permissions {
    use std::os::unix::fs::PermissionsExt;
    let old = std::fs::metadata(path).map(|meta| meta.permissions());
    old.unwrap_or_else(|_| std::fs::Permissions::from_mode(0o666))
}
