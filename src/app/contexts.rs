//! Which contexts the keys belong to now, and whether an action can be done.

use super::{Action, App, Context, Focus};
use crate::{
    isms::Kind,
    pane::{ListId, Part, clause_row},
};

/// The contexts, the most particular first.
pub fn of(app: &App) -> Vec<Context> {
    let list = app.list_id();
    let mut contexts = Vec::new();
    match list {
        ListId::Dashboard => contexts.push(Context::Dashboard),
        ListId::HeatMap => contexts.extend([Context::HeatMap, Context::Risks]),
        _ => {}
    }
    match app.focus {
        Focus::Detail => contexts.push(Context::Detail),
        Focus::List if list != ListId::Dashboard => contexts.push(Context::List),
        Focus::List => {}
    }
    match current_kind(app) {
        Some(Kind::Control) => contexts.push(Context::Controls),
        Some(Kind::Clause) => contexts.push(Context::Clauses),
        Some(Kind::Risk) => contexts.push(Context::Risks),
        Some(kind) if is_scope(kind) => contexts.push(Context::Scope),
        _ => {}
    }
    if list != ListId::Dashboard {
        contexts.push(Context::Records);
    }
    contexts.push(Context::Global);
    contexts.dedup();
    contexts
}

/// Whether records of a kind say what the ISMS covers, for whom and why.
fn is_scope(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Scope | Kind::Element | Kind::Party | Kind::Obligation | Kind::Organisation
    )
}

fn current_kind(app: &App) -> Option<Kind> {
    let list = app.list();
    list.current().map(|row| row.kind).or_else(|| list.id.kinds().first().copied())
}

/// Whether an action can be done now; if not, why not, as a sentence.
///
/// # Errors
/// The reason.
pub fn enabled(app: &App, action: Action) -> Result<(), String> {
    let about = action.about();
    if about.changes
        && let Some(why) = &app.read_only
    {
        return Err(format!("Nothing can be changed here: {why}."));
    }
    if !app.loaded && about.changes {
        return Err("The folder is still being read.".to_string());
    }
    if matches!(action, Action::SetApplicable | Action::SetReasons | Action::Delete)
        && current_kind(app) == Some(Kind::Clause)
    {
        return Err(clause_row::EXCLUDED.to_string());
    }
    if !of(app).contains(&about.context) {
        return Err(format!("\"{}\" works {}.", about.words, whereabouts(about.context)));
    }
    needs(app, action).and_then(|()| fits_part(app, action))
}

/// Whether a change can be made to what the cursor stands on in the tree of clauses.
fn fits_part(app: &App, action: Action) -> Result<(), String> {
    let Some(row) = app.list().current() else { return Ok(()) };
    let about = action.about();
    if !about.changes || about.context == Context::Global {
        return Ok(());
    }
    match row.part {
        Part::Heading(_) => {
            let id = row.at(app.cx()).map_or_else(String::new, |at| at.key);
            Err(format!("{id} is a heading: its subclauses are judged, not it; l opens it."))
        }
        Part::Item(_) if action == Action::Link => {
            Err("A lettered item is linked through its subclause: h leads there.".to_string())
        }
        _ => Ok(()),
    }
}

fn whereabouts(context: Context) -> &'static str {
    match context {
        Context::Global => "everywhere",
        Context::Records => "where records are listed (2 to 9)",
        Context::List => "in a list (2 to 9)",
        Context::Detail => "in the detail (tab)",
        Context::Dashboard => "on the dashboard (1)",
        Context::Controls => "on a control (2)",
        Context::Clauses => "on a clause (3)",
        Context::Risks => "on a risk (4)",
        Context::Scope => "in the scope (9)",
        Context::HeatMap => "on the heat map (4, then t)",
    }
}

/// What an action needs beyond its context.
fn needs(app: &App, action: Action) -> Result<(), String> {
    let record = || match app.list().current() {
        Some(_) => Ok(()),
        None => Err("There is no record here.".to_string()),
    };
    let no = |condition: bool, why: &str| if condition { Err(why.to_string()) } else { Ok(()) };
    match action {
        Action::Undo => no(app.history.done().next().is_none(), "There is nothing to undo."),
        Action::Repeat => no(app.last_change.is_none(), "There is no change to repeat yet."),
        Action::Conflicts => no(app.conflicts.is_empty(), "There is no conflict."),
        Action::Drafts => no(app.drafts.is_empty() && app.dropped.is_empty(), "There is no draft."),
        Action::Save => no(!app.has_unsaved(), "Everything is saved."),
        Action::JumpBack => no(app.jump == 0, "There is no earlier place."),
        Action::JumpForward => no(app.jump + 1 >= app.jumps.len(), "There is no later place."),
        Action::New => no(
            app.list_id().kinds().iter().all(|kind| kind.is_single() || *kind == Kind::Clause),
            "No records are added here.",
        ),
        Action::NextTab | Action::PreviousTab => {
            no(app.pane.lists().len() < 2, "This pane has only one list.")
        }
        Action::EditRecord
        | Action::Delete
        | Action::Mark
        | Action::Links
        | Action::Trail
        | Action::Link
        | Action::Copy
        | Action::CopyField
        | Action::CopyRow
        | Action::MakeAction
        | Action::SetStatus
        | Action::SetOwner
        | Action::SetDue
        | Action::SetApplicable
        | Action::SetReasons
        | Action::Justify
        | Action::SetConformity
        | Action::Missing
        | Action::Treat
        | Action::Include
        | Action::Rate
        | Action::RateResidual
        | Action::Decide => record(),
        _ => Ok(()),
    }
}
