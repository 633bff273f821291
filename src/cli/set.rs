//! `annexa set ID FIELD VALUE`: one field from a script; the change, the splice, the lock and the merge
//! are those of the workbench.
//!
//! Only the files are read that the change needs: a script of a thousand calls should not read ten
//! thousand risks each time to set the status of a control.

use super::{Answer, Failure, folder, needed::Needed, place, show, value, wanted::Wanted};
use crate::{
    assess::{criteria, criteria::changed_levels, level_name},
    change::{Change, Transaction, apply, change_in_words, reassessing},
    isms::{At, Criteria, File, Isms, Kind, State},
    store::{self, Saved},
    text::Value,
};
use std::path::Path;

/// How often a field is set again that somebody else set at the same moment.
const ROUNDS: usize = 8;

/// Arguments of `annexa set`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The record: 8.10, "clause 8.1", R-014, EV-031, mara, criteria ...
    #[arg(value_name = "ID")]
    pub id: String,
    /// The field, by key or label: `annexa fields` lists them; of a part: levels.2.name, items.a.status.
    #[arg(value_name = "FIELD")]
    pub field: String,
    /// The value as one would type it: yes, partial, 2027-01-31, +2w, "8.8, 8.9"; "-" or "" empties.
    #[arg(value_name = "VALUE", allow_hyphen_values = true)]
    pub value: String,
    /// Add to a list instead of replacing it.
    #[arg(long, conflicts_with = "remove")]
    pub add: bool,
    /// Remove from a list.
    #[arg(long)]
    pub remove: bool,
    /// Set it even if it names a record that does not exist, or leaves the scale.
    #[arg(long)]
    pub force: bool,
}

/// Sets a field.
///
/// # Errors
/// There is no such record or field, the value does not fit, or it can't be saved; nothing is written.
pub fn set(args: &Args, said: Option<&Path>, read_only: bool) -> Result<Answer, Failure> {
    let mut here = place::find(said)?;
    if read_only {
        here = here.read_only("--read-only was said");
    }
    let standard = folder::standard()?;
    let mut needed = Needed::new(&here, &standard);
    let found = needed.resolve(&args.id);
    let found = with_field(&found, &args.field);
    let Some((kind, row)) = found.first().copied() else {
        return Err(show::unknown(&standard, &args.id).with(needed.trouble()));
    };
    let note = show::ambiguous(needed.isms(), &found);
    let at = At::new(kind, needed.isms().key(kind, row).unwrap_or_default());
    let path = of_item(&args.id, &at, &args.field);
    let wanted = Wanted::of(kind, &path)?;
    wanted.refuse_what_is_not_typed(&standard, &at)?;
    let (field, leaf) = (wanted.field, wanted.leaf());
    value::read_what_judges(leaf, &mut needed);
    for _ in 0..ROUNDS {
        let isms = needed.isms();
        let stored = wanted.stored(isms, &standard, &at)?;
        let after = value::asked(args, isms, leaf, &stored, folder::today())?;
        if !args.force {
            value::judge(isms, &standard, leaf, &stored, &after)?;
        }
        let in_part = wanted.in_words(&at, &path, &stored, &after);
        let after = wanted.whole(isms, &standard, &at, after)?;
        let Some(change) = Change::set(isms, &at, field.key, after).filter(changes_meaning) else {
            let same =
                format!("{} {} is that already; nothing was changed.\n", name(&at), leaf.label);
            return Ok(Answer::text(same).note(note));
        };
        let before = (kind == Kind::Criteria).then(|| isms.criteria.only().clone());
        if kind == Kind::Criteria && !args.force {
            keeps_criteria_whole(isms, &change)?;
        }
        let label = change_in_words(&change);
        let mut changes = vec![change.clone()];
        changes.extend(reassessing(isms, &changes, folder::today()));
        let saved = save(Transaction { label, changes }, &here, &mut needed)?;
        if saved.conflicts.is_empty() {
            let said = in_part.unwrap_or_else(|| change_in_words(&change)) + "\n";
            let said = said + &levels(before.as_ref(), &mut needed);
            return Ok(Answer::text(said).note(note).note(saved.warning));
        }
        // somebody else set this very field between our reading and our writing: look again
        needed.read(kind.file());
    }
    Err(Failure::refused(format!(
        "{} {} is being set by others again and again; nothing was changed. Try again.",
        name(&at),
        field.label
    )))
}

/// The records that have such a field, if any has: "7.2 conformity" can only mean the clause.
fn with_field(found: &[(Kind, usize)], field: &str) -> Vec<(Kind, usize)> {
    let have = found.iter().copied().filter(|(kind, _)| Wanted::of(*kind, field).is_ok());
    let have: Vec<(Kind, usize)> = have.collect();
    if have.is_empty() { found.to_vec() } else { have }
}

/// Refuses to break criteria that are whole, by the rules of the criteria screen.
fn keeps_criteria_whole(isms: &Isms, change: &Change) -> Result<(), Failure> {
    if !criteria::broken(isms.criteria.only()).is_empty() {
        return Ok(());
    }
    match criteria::broken(&criteria::after(isms, std::slice::from_ref(change))).first() {
        None => Ok(()),
        Some(why) => Err(Failure::refused(format!(
            "The risk criteria would be broken: {why} Nothing was changed; --force sets it all the same."
        ))),
    }
}

/// The risks whose level other criteria changed, from what to what.
fn levels(before: Option<&Criteria>, needed: &mut Needed<'_>) -> String {
    let Some(before) = before else { return String::new() };
    needed.read(File::Risks);
    let isms = needed.isms();
    let now = isms.criteria.only();
    // told from the new to the old: what stands in the records is new already
    let moved = changed_levels(isms, before);
    let mut lines = match moved.len() {
        0 => return String::new(),
        count => format!("{count} rating(s) have another level now:\n"),
    };
    for one in moved {
        let id = isms.key(Kind::Risk, one.risk).unwrap_or_default();
        let (was, is) = (level_name(before, one.after), level_name(now, one.before));
        lines += &format!("  {id} {}: {was} → {is}\n", one.which.label());
    }
    lines
}

/// The path to a field of a lettered item, if the id names one: "6.1.2 c 1" is a part of subclause 6.1.2.
fn of_item(typed: &str, at: &At, field: &str) -> String {
    let typed = typed.trim();
    let bare = typed.strip_prefix("clause").unwrap_or(typed).trim_start_matches([' ', ':']);
    let item = At::new(at.kind, bare);
    match item.is_item() && item.record() == *at {
        true => format!("items.{bare}.{field}"),
        false => field.to_string(),
    }
}

/// An empty list and no list, a blank text and none are the same to everybody but the file.
fn changes_meaning(change: &Change) -> bool {
    let empty = |value: &Value| match value {
        Value::Nothing => true,
        Value::List(items) => items.is_empty(),
        Value::Text(text) => text.is_empty(),
        _ => false,
    };
    match change {
        Change::Set { before, after, .. } => before != after && !(empty(before) && empty(after)),
        _ => true,
    }
}

/// Makes a transaction of changes to one file and saves it.
///
/// # Errors
/// It can't be made or saved; nothing is written then.
pub fn save(
    transaction: Transaction,
    here: &store::Folder,
    needed: &mut Needed<'_>,
) -> Result<Saved, Failure> {
    let Some(file) = transaction.files().first().copied() else {
        return Err(Failure::refused("There is nothing to change.".to_string()));
    };
    let register = needed.isms().register(file);
    let base = (register.state != State::Missing).then(|| register.text.clone());
    let standard = needed.standard();
    let isms = needed.isms_mut();
    apply(isms, standard, &transaction).map_err(|refused| Failure::refused(refused.0))?;
    let mine = isms.register(file).text.clone();
    store::commit(here, standard, file, base.as_deref(), &mine, &transaction.changes)
        .map_err(|error| Failure::refused(error.to_string()))
}

fn name(at: &At) -> &str {
    if at.kind.is_single() { at.kind.label() } else { &at.key }
}
