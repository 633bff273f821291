//! Making and removing records.

use super::{commit, field, go};
use crate::{
    app::{App, Purpose},
    change::{Change, Transaction},
    isms::{At, Isms, Kind},
    layer::{Choose, Confirm, Input, Item, Layer},
    pane::{ListId, Row, column, demand, detail::Target},
    text::Value,
};

/// Makes a new record of the kind that is listed here.
pub fn new(app: &mut App) {
    let kinds: Vec<Kind> = match app.list_id() {
        ListId::Gaps => vec![Kind::Control],
        id => id.kinds().iter().copied().filter(|kind| !kind.is_single()).collect(),
    };
    match kinds.as_slice() {
        [Kind::Clause] | [] => app.say("No records are added here."),
        [one] => ask(app, *one),
        many => {
            let items = many.iter().map(|kind| Item::new(kind.key(), kind.label(), "")).collect();
            app.open(Layer::Choose(Choose::one("New", items, "")), Purpose::NewKind);
        }
    }
}

/// Asks for the id where a person chooses it, else for the title.
pub fn ask(app: &mut App, kind: Kind) {
    if !app.isms.register(kind.file()).is_writable() {
        let file = kind.file().name();
        return app
            .warn(format!("{file} can't be read, so nothing is written into it: g p says where."));
    }
    match kind {
        Kind::Person => {
            let input = Input::new("New person · id", "short and stable: a login, initials", "");
            app.open(Layer::Input(input), Purpose::NewId(kind));
        }
        Kind::Control => {
            let hint = "a number of another set, such as CLD.6.3.1, or one of your own";
            let id = next_id(&app.isms, kind);
            app.open(Layer::Input(Input::new("New control · id", hint, &id)), Purpose::NewId(kind));
        }
        _ => ask_title(app, kind, next_id(&app.isms, kind)),
    }
}

/// Asks for the title of a new record.
pub fn ask_title(app: &mut App, kind: Kind, id: String) {
    let id = id.trim().to_string();
    if id.is_empty() || id.contains('~') {
        return app.say("Nothing was made: an id is needed.");
    }
    if app.isms.row(kind, &id).is_some() {
        return app.warn(format!("The id {id} is used already; nothing was made."));
    }
    let title = format!("New {} {id}", kind.label());
    app.open(
        Layer::Input(Input::new(title, "its title, in a few words", "")),
        Purpose::NewTitle(kind, id),
    );
}

/// Makes a record with an id and a title, and goes to it.
pub fn make(app: &mut App, kind: Kind, id: &str, title: &str) {
    if title.trim().is_empty() {
        return app.say("Nothing was made: a title is needed.");
    }
    if kind == Kind::Control {
        return ask_set(app, id, title);
    }
    let text = |text: &str| Value::Text(text.trim().to_string());
    let key = if kind == Kind::Person { "name" } else { "title" };
    let mut fields = vec![(key.to_string(), text(title))];
    let today = app.today.to_string();
    match kind {
        Kind::Risk => fields.push(("identified".to_string(), text(&today))),
        Kind::Nonconformity => fields.push(("raised".to_string(), text(&today))),
        Kind::Evidence => fields.push(("obtained".to_string(), text(&today))),
        Kind::Element => fields.push(("since".to_string(), text(&today))),
        _ => {}
    }
    add(app, kind, id, fields);
}

fn add(app: &mut App, kind: Kind, id: &str, fields: Vec<(String, Value)>) {
    let label = format!("{} {id} added", kind.label());
    let transaction = Transaction { label, changes: vec![Change::insert(kind, id, fields)] };
    if commit::make(app, transaction) {
        go::reveal(app, &At::new(kind, id));
        go::into_detail(app);
    }
}

/// Asks which set a new control is from; the one of controls with similar ids stands there already.
fn ask_set(app: &mut App, id: &str, title: &str) {
    let letters = |id: &str| -> String { id.chars().take_while(|c| !c.is_ascii_digit()).collect() };
    let mut alike = app
        .isms
        .controls
        .iter()
        .filter(|(key, control)| letters(key) == letters(id) && !control.set.is_empty());
    let set = alike.next().map_or("own".to_string(), |(_, control)| control.set.to_string());
    drop(alike);
    let hint = "such as ISO/IEC 27017, TISAX, CIS; controls are listed set by set behind Annex A";
    let input = Input::new(format!("New control {id} · from which set?"), hint, &set);
    app.open(Layer::Input(input), Purpose::NewSet(id.to_string(), title.to_string()));
}

/// Makes a control of another set than Annex A.
pub fn make_control(app: &mut App, id: &str, title: &str, set: &str) {
    let set = if set.trim().is_empty() { "own" } else { set.trim() };
    let field = |key: &str, text: &str| (key.to_string(), Value::Text(text.trim().to_string()));
    add(app, Kind::Control, id, vec![field("title", title), field("set", set)]);
}

/// Asks before records are removed.
pub fn delete(app: &mut App) {
    let cx = app.cx();
    let ats: Vec<At> = app
        .targets()
        .into_iter()
        .filter(|at| {
            app.isms.row(at.kind, &at.key).is_some_and(|row| app.isms.is_written(at.kind, row))
        })
        .filter(|at| !at.kind.is_single() && at.kind != Kind::Clause)
        .filter(|at| at.kind != Kind::Control || app.standard.control(&at.key).is_none())
        .collect();
    if ats.is_empty() {
        return app.say("These records can't be removed: the standard asks for an entry each.");
    }
    let mut lines = Vec::new();
    for at in &ats {
        let Some(row) = app.isms.row(at.kind, &at.key) else { continue };
        let row = Row::new(at.kind, row);
        lines.push(format!("{} {}", at.key, column::title(cx, row)));
        let naming: usize =
            crate::pane::detail::naming(cx, row).iter().map(|(_, rows)| rows.len()).sum();
        if naming > 0 {
            lines.push(format!("   {naming} other record(s) name it, and will name nothing."));
        }
    }
    lines.push(String::new());
    lines.push("u brings it back, with its comments.".to_string());
    let title = format!("Remove {} record(s)?  y yes · n no", ats.len());
    app.open(Layer::Confirm(Confirm::new(title, lines)), Purpose::Delete(ats));
}

/// Removes records.
pub fn deleted(app: &mut App, ats: &[At]) {
    let changes: Vec<Change> = ats.iter().filter_map(|at| Change::remove(&app.isms, at)).collect();
    let label = match ats {
        [at] => format!("{} {} removed", at.kind.label(), at.key),
        many => format!("{} records removed", many.len()),
    };
    // from the end, so that the rows of those before stay what they are
    let changes = changes.into_iter().rev().collect();
    if let Some(transaction) = Transaction::of(label, changes) {
        commit::make(app, transaction);
        let id = app.list_id();
        app.with_list(id, |list, _| list.marks.clear());
    }
}

/// The documented information around the selected clause: where it is, or what makes it.
pub fn demands(app: &mut App) {
    let Some(row) = app.list().current() else { return };
    let Some(at) = row.whole().at(app.cx()) else { return };
    let items: Vec<Item> = demand::demands(app.cx(), row)
        .into_iter()
        .enumerate()
        .map(|(nth, demand)| {
            let name = demand.id.map_or("expected: ".to_string(), |id| format!("{id} "));
            Item::new(nth.to_string(), format!("{name}{}", demand.title), demand.state)
        })
        .collect();
    if items.is_empty() {
        return app.say(format!("{} demands no documented information.", at.key));
    }
    let title = format!("Documented information of {}", at.key);
    app.open(Layer::Choose(Choose::one(title, items, "")), Purpose::Demands(at));
}

/// A piece of documented information was chosen: go there, or make it.
pub fn demand_chosen(app: &mut App, at: &At, nth: &str) {
    let row = app.isms.row(at.kind, &at.key).map(|row| Row::new(at.kind, row));
    let demands = row.map_or_else(Vec::new, |row| demand::demands(app.cx(), row));
    let chosen = nth.parse().ok().and_then(|nth: usize| demands.into_iter().nth(nth));
    match chosen.map(|demand| demand.target) {
        Some(Target::Record(at)) => go::reveal(app, &at),
        Some(Target::List(kind)) => go::list(app, ListId::home(kind)),
        Some(Target::Make { title, supports }) => make_document(app, title, supports),
        _ => {}
    }
}

/// Makes a draft of a document that the selected clause demands, or that is expected around it, and goes to it.
pub fn make_document(app: &mut App, title: &str, supports: &str) {
    if let Some(why) = &app.read_only {
        let why = format!("Nothing can be changed here: {why}.");
        return app.say(why);
    }
    let Some(clause) = app.list().current().and_then(|row| row.whole().at(app.cx())) else {
        return;
    };
    let id = next_id(&app.isms, Kind::Document);
    let supports = match supports {
        "" => format!("clause {}", clause.key),
        item => item.to_string(),
    };
    let text = |text: &str| Value::Text(text.to_string());
    let lower = title.to_lowercase();
    let kinds = ["policy", "procedure", "plan", "register"];
    let kind = kinds.into_iter().find(|word| lower.contains(word));
    let mut fields = vec![("title".to_string(), text(title))];
    if let Some(word) = kind {
        let (first, rest) = word.split_at(1);
        fields.push(("kind".to_string(), Value::Word(first.to_uppercase() + rest)));
    }
    fields.push(("supports".to_string(), Value::List(vec![text(&supports)])));
    // a draft does not count: it says that the work is begun, no more
    fields.push(("status".to_string(), Value::Word("Draft".to_string())));
    let owner = field::words_of(app, &clause, "owner");
    if !owner.is_empty() {
        fields.push(("owner".to_string(), text(&owner)));
    }
    let label = format!("document {id} made for {supports}");
    let change = Change::insert(Kind::Document, &id, fields);
    if commit::make(app, Transaction { label, changes: vec![change] }) {
        go::reveal(app, &At::new(Kind::Document, id));
        go::into_detail(app);
    }
}

/// The next free id of a kind, in the style in use: R-014 leads to R-015.
pub fn next_id(isms: &Isms, kind: Kind) -> String {
    next_ids(isms, kind, 1).concat()
}

/// The next free ids of a kind, so many of them.
pub fn next_ids(isms: &Isms, kind: Kind, count: usize) -> Vec<String> {
    let (mut prefix, mut highest, mut width) = (kind.id_prefix().to_string(), 0u64, 3);
    for row in 0..isms.len(kind) {
        let Some(key) = isms.key(kind, row) else { continue };
        let digits = key.chars().rev().take_while(char::is_ascii_digit).count();
        let Some((head, tail)) = key.split_at_checked(key.len() - digits) else { continue };
        if let Ok(number) = tail.parse::<u64>()
            && number >= highest
            && !head.is_empty()
            && (kind != Kind::Control || head == prefix)
            && (kind != Kind::Item || head == prefix)
        {
            (prefix, highest, width) = (head.to_string(), number, digits);
        }
    }
    (1..)
        .take(count)
        .map(|by: u64| format!("{prefix}{:0width$}", highest.saturating_add(by)))
        .collect()
}
