//! `annexa diff [OLD]`: what changed since another folder or a git revision, field by field, in words.

use super::{Answer, Failure, folder::Folder};
use crate::{
    change::{Change, change_in_words, diff as changes},
    exchange::to_json,
    isms::{File, Found, Isms, State},
    store,
};
use serde_json::{Value, json};
use std::{
    path::Path,
    process::{Command, Output},
};

/// Arguments of `annexa diff`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The older state: another folder, or a git revision.
    #[arg(value_name = "OLD", default_value = "HEAD")]
    pub old: String,
    /// As JSON: a list of changes.
    #[arg(long)]
    pub json: bool,
}

/// The changes since an older state.
///
/// # Errors
/// There is neither such a folder nor such a revision.
pub fn diff(args: &Args, place: Option<&Path>) -> Result<Answer, Failure> {
    let folder = Folder::read(place)?;
    let old = older(&args.old, &folder)?;
    let readable =
        |isms: &Isms, file: File| matches!(isms.register(file).state, State::Read | State::Missing);
    let mut all = Vec::new();
    let mut unread = Vec::new();
    for file in File::ALL {
        // an unreadable file looks empty: everything in it would seem to be removed
        match readable(&old, file) && readable(&folder.isms, file) {
            true => all.extend(changes(&old, &folder.isms, file)),
            false => unread.push(file.name()),
        }
    }
    let answer = match args.json {
        true => Answer::json(all.iter().map(json_of).collect()),
        false => Answer::text(text_of(&all)),
    };
    let unread = (!unread.is_empty())
        .then(|| format!("Left out, because it can't be read now or then: {}.", unread.join(", ")));
    Ok(answer.note(unread))
}

fn text_of(changes: &[Change]) -> String {
    if changes.is_empty() {
        return "No field differs.\n".to_string();
    }
    changes.iter().map(|change| change_in_words(change).replace('\n', " ") + "\n").collect()
}

fn json_of(change: &Change) -> Value {
    let at = change.at();
    let mut json = json!({"record": at.kind.key(), "id": at.key, "words": change_in_words(change)});
    let Value::Object(object) = &mut json else { return json };
    let mut put = |key: &str, value: Value| object.insert(key.to_string(), value);
    match change {
        Change::Set { field, before, after, .. } => {
            put("change", "set".into());
            put("field", field.clone().into());
            put("before", to_json(before));
            put("after", to_json(after));
        }
        Change::Insert { record, .. } => {
            put("change", "added".into());
            put("after", to_json(record));
        }
        Change::Remove { record, .. } => {
            put("change", "removed".into());
            put("before", to_json(record));
        }
    }
    json
}

fn older(old: &str, folder: &Folder) -> Result<Isms, Failure> {
    let path = Path::new(old);
    if path.is_dir() {
        return Ok(Isms::read(&folder.standard, store::read(&store::Folder::new(path))));
    }
    let commit = revision(old, &folder.path)?;
    Ok(Isms::read(&folder.standard, |file| at_revision(&commit, file, &folder.path)))
}

/// The commit that a revision names.
fn revision(name: &str, folder: &Path) -> Result<String, Failure> {
    let commit = format!("{name}^{{commit}}");
    let output = git(folder, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])
        .map_err(|why| {
            Failure::cannot(format!("{name:?} is no folder, and git can't be asked: {why}."))
        })?;
    match output.status.success() {
        true => Ok(String::from_utf8_lossy(&output.stdout).trim().to_string()),
        false => Err(Failure::cannot(format!(
            "{name:?} is neither a folder nor a git revision of {}.",
            folder.display()
        ))),
    }
}

fn at_revision(commit: &str, file: File, folder: &Path) -> Found {
    let object = format!("{commit}:./{}", file.name());
    match git(folder, &["cat-file", "-e", &object]) {
        Ok(output) if !output.status.success() => return Found::Missing,
        Ok(_) => {}
        Err(why) => return Found::Unreadable(why),
    }
    match git(folder, &["cat-file", "blob", &object]) {
        Ok(output) if output.status.success() => match String::from_utf8(output.stdout) {
            Ok(text) => Found::Text(text.into()),
            Err(_) => Found::Unreadable("it was not UTF-8 text".to_string()),
        },
        Ok(output) => Found::Unreadable(String::from_utf8_lossy(&output.stderr).trim().to_string()),
        Err(why) => Found::Unreadable(why),
    }
}

fn git(folder: &Path, args: &[&str]) -> Result<Output, String> {
    Command::new("git").arg("-C").arg(folder).args(args).output().map_err(|error| error.to_string())
}
