//! The scope: answering what exists here, and setting the baseline against which creep shows (4.3).

use super::{commit, field};
use crate::{
    app::{App, Purpose},
    assess::FactAnswer,
    change::{Change, Transaction},
    isms::{At, Element, Fact, InOut, Kind, Sensitivity, Words, date_in},
    layer::{Choose, Confirm, Input, Item, Layer, Sheet, SheetLine, SheetTarget},
    pane::boundary,
    text::Value,
    ui::Role,
};

/// Decides about the marked rows, or the selected one: inside or outside, taken on or not.
pub fn decide(app: &mut App) {
    match app.list().current().map(|row| row.kind) {
        Some(Kind::Element) => field::edit_rows(app, "inside"),
        Some(Kind::Party) => field::edit_rows(app, "addressed"),
        Some(Kind::Obligation) => field::edit_rows(app, "controls"),
        Some(Kind::Organisation) => facts(app),
        _ => app.say("The scope statement is approved as a whole (g A), not decided."),
    }
}

/// Writes why it is so.
pub fn why(app: &mut App) {
    match app.list().current().map(|row| row.kind) {
        Some(Kind::Element) => field::edit_rows(app, "reason"),
        Some(Kind::Party) => field::edit_rows(app, "how"),
        Some(Kind::Obligation) => field::edit_rows(app, "requirement"),
        Some(Kind::Organisation) => field::edit_rows(app, "external_issues"),
        _ => field::edit_rows(app, "statement"),
    }
}

/// Deciding that an element is in or out says since when, and who decided.
pub fn deciding(app: &App, change: &Change) -> Vec<Change> {
    let Change::Set { at, field, after: Value::Word(word), .. } = change else { return Vec::new() };
    let decided = InOut::of(word).is_some_and(|inside| inside != InOut::Undecided);
    if at.kind != Kind::Element || field != "inside" || !decided {
        return Vec::new();
    }
    let me = app.me.clone().map(|me| ("decided_by", Value::Text(me)));
    let since = ("since", Value::Text(app.today.to_string()));
    let values = std::iter::once(since).chain(me);
    values.filter_map(|(key, value)| Change::set(&app.isms, at, key, value)).collect()
}

/// After a decision about one element, its reason is asked for if none is written.
pub fn after_decision(app: &mut App, ats: &[At]) {
    let [at] = ats else { return };
    let Some(element) = app.isms.elements.get(&at.key) else { return };
    if element.inside != InOut::Undecided && element.reason.trim().is_empty() {
        field::edit(app, vec![at.clone()], "reason");
    }
}

/// Makes a risk that names an element, and goes to it.
pub fn make_risk(app: &mut App, at: &At) {
    let Some(element) = app.isms.elements.get(&at.key) else { return };
    let text = |text: &str| Value::Text(text.to_string());
    let title = format!("{}: what could go wrong?", element.title);
    let mut fields = vec![
        ("title".to_string(), text(&title)),
        ("elements".to_string(), Value::List(vec![text(&at.key)])),
    ];
    if !element.owner.is_empty() {
        fields.push(("owner".to_string(), text(&element.owner)));
    }
    fields.push(("identified".to_string(), text(&app.today.to_string())));
    let id = super::record::next_id(&app.isms, Kind::Risk);
    let label = format!("risk {id} made for {}", at.key);
    let changes = vec![Change::insert(Kind::Risk, &id, fields)];
    if commit::make(app, Transaction { label, changes }) {
        super::go::reveal(app, &At::new(Kind::Risk, id));
        super::go::into_detail(app);
    }
}

/// Shows the facts, each with the controls that hang on it; enter answers one.
pub fn facts(app: &mut App) {
    facts_at(app, 0);
}

fn facts_at(app: &mut App, cursor: usize) {
    let mut lines: Vec<SheetLine> = Fact::ALL
        .iter()
        .map(|fact| {
            let (words, role) = boundary::fact_words(app.cx(), *fact);
            SheetLine::new("", words, role).to(SheetTarget::Key(fact.choice().word.to_string()))
        })
        .collect();
    lines.push(SheetLine::new("", "", Role::Text));
    let help = "enter: not answered, yes, no. The controls behind a yes are hard to exclude.";
    lines.push(SheetLine::new("", help, Role::Dim));
    let mut sheet = Sheet::new("What exists here", lines);
    sheet.cursor = cursor;
    app.open(Layer::Sheet(sheet), Purpose::Facts);
}

/// A fact was chosen in the sheet: it gets its next answer, and the sheet stays.
pub fn fact_chosen(app: &mut App, word: &str) {
    let Some(fact) = Fact::of(word) else { return };
    turn(app, fact);
    facts_at(app, fact as usize);
}

/// Gives a fact its next answer: nobody said, it exists here, it does not.
pub fn turn(app: &mut App, fact: Fact) {
    let said = app.assessment.facts.get(fact as usize).map(|state| state.said);
    let (here, absent, word) = match said.unwrap_or_default() {
        FactAnswer::Open => (true, false, "yes"),
        FactAnswer::Here => (false, true, "no"),
        FactAnswer::Absent | FactAnswer::Both => (false, false, "not answered"),
    };
    let at = At::new(Kind::Organisation, Kind::Organisation.key());
    let organisation = app.isms.organisation.only();
    let changes = [("facts", &organisation.facts, here), ("absent", &organisation.absent, absent)];
    let changes: Vec<Change> = changes
        .into_iter()
        .filter_map(|(key, now, add)| {
            let stays = |one: &Fact| if *one == fact { add } else { now.contains(one) };
            let words = Fact::ALL.iter().filter(|one| stays(one));
            let words: Vec<Value> =
                words.map(|one| Value::Word(one.choice().word.to_string())).collect();
            let value = if words.is_empty() { Value::Nothing } else { Value::List(words) };
            // the list keeps its order while nothing in it changes
            (now.contains(&fact) != add).then(|| Change::set(&app.isms, &at, key, value)).flatten()
        })
        .collect();
    let label = format!("{}: {word}", fact.label());
    if let Some(transaction) = Transaction::of(label, changes) {
        commit::make(app, transaction);
    }
}

/// Asks which baseline the scope gets.
pub fn baseline(app: &mut App) {
    let now = app.assessment.boundary.baseline.as_ref();
    let now = now.map_or("none yet".to_string(), |baseline| baseline.in_words());
    let version = app.isms.scope.only().version.to_string();
    let today = if version.is_empty() { String::new() } else { format!("version {version}") };
    let mut items = vec![
        Item::new("today", "the scope as it stands today", today),
        Item::new("day", "a day; elements dated later are creep", ""),
    ];
    if app.isms.scope.only().baseline.is_some() {
        items.push(Item::new("none", "none: the last approval stands in", ""));
    }
    let title = format!("Baseline of the scope (now: {now})");
    app.open(Layer::Choose(Choose::one(title, items, "today")), Purpose::Baseline);
}

/// Which baseline was chosen.
pub fn baseline_chosen(app: &mut App, key: &str) {
    match key {
        "today" => as_it_stands(app),
        "day" => {
            let now = app.isms.scope.only().baseline;
            let text = now.map_or_else(String::new, |day| day.to_string());
            let input = Input::new("Baseline of the scope · day", "2026-06-30, -3m, today", &text);
            app.open(Layer::Input(input), Purpose::BaselineDay);
        }
        "none" => set(app, "baseline of the scope taken away", Value::Nothing, "", None),
        _ => {}
    }
}

/// The day of the baseline was typed.
pub fn baseline_day(app: &mut App, typed: &str) {
    match date_in(typed.trim(), app.today) {
        Some(day) if day <= app.today => {
            let label = format!("baseline of the scope: {day}");
            set(app, &label, Value::Text(day.to_string()), "", None);
        }
        Some(day) => app.warn(format!("{day} is still to come; the baseline stands as it was.")),
        None => app.warn(format!("{typed:?} is no date; the baseline stands as it was.")),
    }
}

/// Takes down what stands inside and outside today; asks first, since what is creep now is none afterwards.
fn as_it_stands(app: &mut App) {
    let isms = &app.isms;
    let mut lines = vec![format!(
        "{} elements are taken down as they stand: {} inside.",
        isms.elements.len(),
        app.assessment.count(crate::assess::Count::ScopeInside)
    )];
    let unfinished = isms.elements.iter().zip(&app.assessment.elements);
    let unfinished = unfinished.filter_map(|((id, element), state)| {
        let creep = state.creep.as_ref().filter(|creep| !creep.lacks.is_empty())?;
        let lacks: Vec<&str> = creep.lacks.iter().map(|lack| lack.short()).collect();
        Some(format!("   {id} {}: lacks {}", element.title, lacks.join(", ")))
    });
    let unfinished: Vec<String> = unfinished.collect();
    if !unfinished.is_empty() {
        lines.push(String::new());
        lines.push(
            "These changed since the last baseline and are not finished. They will not be".into(),
        );
        lines.push("shown as creep any more, although nothing of that was done:".into());
        lines.extend(unfinished);
    }
    let stood: Vec<Value> = isms.elements.iter().map(|(id, element)| stood(id, element)).collect();
    let version = isms.scope.only().version.to_string();
    let day = Value::Text(app.today.to_string());
    let label = format!("baseline of the scope: {}", app.today);
    let Some(transaction) = transaction(app, &label, day, &version, Some(stood)) else {
        return app.say("The baseline stands like that already.");
    };
    let title = "Set the baseline of the scope?  y yes · n no";
    app.open(Layer::Confirm(Confirm::new(title, lines)), Purpose::Bulk(transaction));
}

/// An element as the baseline keeps it; what says nothing is not written.
fn stood(id: &str, element: &Element) -> Value {
    let text = |text: &str| Value::Text(text.to_string());
    let mut fields =
        vec![("id".to_string(), text(id)), ("title".to_string(), text(&element.title))];
    let word = |word: &str| Value::Word(word.to_string());
    fields.push(("inside".to_string(), word(element.inside.choice().word)));
    if element.data != Sensitivity::Unstated {
        fields.push(("data".to_string(), word(element.data.choice().word)));
    }
    if element.admin_access {
        fields.push(("admin_access".to_string(), Value::Bool(true)));
    }
    Value::Record(fields)
}

fn transaction(
    app: &App,
    label: &str,
    day: Value,
    version: &str,
    stood: Option<Vec<Value>>,
) -> Option<Transaction> {
    let at = At::new(Kind::Scope, Kind::Scope.key());
    let version = match version {
        "" => Value::Nothing,
        version => Value::Text(version.to_string()),
    };
    let stood = stood.filter(|stood| !stood.is_empty()).map_or(Value::Nothing, Value::List);
    let values = [("baseline", day), ("baseline_version", version), ("baseline_elements", stood)];
    let changes =
        values.into_iter().filter_map(|(key, value)| Change::set(&app.isms, &at, key, value));
    Transaction::of(label, changes.collect())
}

fn set(app: &mut App, label: &str, day: Value, version: &str, stood: Option<Vec<Value>>) {
    match transaction(app, label, day, version, stood) {
        Some(transaction) => {
            commit::make(app, transaction);
        }
        None => app.say("The baseline stands like that already."),
    }
}
