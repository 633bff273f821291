//! From the answer of a layer to what is done about it.

use super::{Action, App, Effect, Purpose, verbs};
use crate::{
    isms::{DecisionKind, Kind, Shape, from_words},
    layer::{Answer, Layer},
    text::Value,
};

/// A layer was answered.
pub fn answered(app: &mut App, purpose: Purpose, answer: Answer) {
    match (purpose, answer) {
        (purpose @ (Purpose::Deciding { .. } | Purpose::Approving(..)), Answer::Dropped(typed)) => {
            super::typing::dropped(app, &purpose, &typed);
            verbs::decide::dropped(app, &typed);
        }
        (Purpose::Field { ats, key }, Answer::Dropped(text)) => {
            let same = |at| verbs::field::words_of(app, at, key).trim() == text.trim();
            if !ats.first().is_some_and(same) {
                super::typing::dropped(app, &Purpose::Field { ats, key }, &text);
            }
        }
        (purpose, Answer::Dropped(text)) => super::typing::dropped(app, &purpose, &text),
        (Purpose::Field { ats, key }, answer) => field(app, &ats, key, answer),
        (Purpose::PartField { at, list, nth, key }, Answer::Text(text)) => {
            verbs::parts::set(app, at, list, nth, key, &text);
        }
        (Purpose::PartField { at, list, nth, key }, Answer::Chosen(keys)) => {
            verbs::parts::set(app, at, list, nth, key, first(&keys));
        }
        (Purpose::Parts { at, list }, Answer::Chosen(keys)) => {
            verbs::parts::chosen(app, at, list, first(&keys));
        }
        (Purpose::Read | Purpose::Find, answer) => follow(app, answer),
        (Purpose::Filter(..), _) => verbs::narrow::filter_taken(app),
        (Purpose::Sort, Answer::Chosen(keys)) => verbs::narrow::sorted(app, first(&keys)),
        (Purpose::Group, Answer::Chosen(keys)) => verbs::narrow::grouped(app, first(&keys)),
        (Purpose::Columns(id, _), Answer::Columns(columns)) => {
            verbs::narrow::show_columns(app, id, columns);
        }
        (Purpose::SaveView, Answer::Text(name)) => verbs::view::named(app, &name),
        (Purpose::ShelveView(name), Answer::Chosen(keys)) => {
            verbs::view::keep(app, &name, first(&keys));
        }
        (Purpose::OpenView, Answer::Chosen(keys)) => verbs::view::chosen(app, first(&keys)),
        (Purpose::ForgetView, Answer::Chosen(keys)) => verbs::view::forgotten(app, first(&keys)),
        (Purpose::Delete(ats), Answer::Yes) => verbs::record::deleted(app, &ats),
        (Purpose::Bulk(transaction), Answer::Yes) => {
            verbs::commit::make(app, transaction);
        }
        (Purpose::NewKind, Answer::Chosen(keys)) => {
            let kind = Kind::ALL.into_iter().find(|kind| kind.key() == first(&keys));
            if let Some(kind) = kind {
                verbs::record::ask(app, kind);
            }
        }
        (Purpose::NewId(kind), Answer::Text(id)) => verbs::record::ask_title(app, kind, id),
        (Purpose::NewTitle(kind, id), Answer::Text(title)) => {
            verbs::record::make(app, kind, &id, &title);
        }
        (Purpose::NewSet(id, title), Answer::Text(set)) => {
            verbs::record::make_control(app, &id, &title, &set);
        }
        (Purpose::ActionThere(at), Answer::Chosen(keys)) => {
            verbs::act::there(app, &at, first(&keys));
        }
        (Purpose::LinkHow(at), Answer::Chosen(keys)) => {
            verbs::link::relation_chosen(app, at, first(&keys));
        }
        (Purpose::LinkedFrom { at, kind, key }, Answer::Chosen(keys)) => {
            verbs::link::linked_from(app, &at, kind, key, &keys);
        }
        (Purpose::TakeOver(ats), Answer::Chosen(keys)) => {
            verbs::support::justified(app, &ats, first(&keys));
        }
        (Purpose::WalkDecide(at), Answer::Chosen(keys)) => {
            verbs::walk::decided(app, &at, first(&keys));
        }
        (Purpose::RollForward, Answer::Text(version)) => verbs::soa::rolled(app, &version),
        (Purpose::Confirm(ats), Answer::Text(text)) => {
            verbs::soa::confirmed(app, &ats, &text);
        }
        (Purpose::Rate { at, residual }, Answer::Place(likelihood, consequence)) => {
            let prefix = if residual { "residual_" } else { "" };
            verbs::risk::rated(app, &at, prefix, likelihood, consequence);
            verbs::risk::ask_reason(app, at, residual);
        }
        (Purpose::RateReason { at, residual }, Answer::Text(text)) => {
            let key = if residual { "residual_reason" } else { "rating_reason" };
            if verbs::field::words_of(app, &at, key) != text {
                let value = if text.is_empty() { Value::Nothing } else { Value::Text(text) };
                verbs::commit::set(app, &[at], key, &value);
            }
        }
        (purpose, answer) => decided(app, purpose, answer),
    }
}

/// Answers about decisions, people and the rest.
fn decided(app: &mut App, purpose: Purpose, answer: Answer) {
    match (purpose, answer) {
        (Purpose::Decide(at), Answer::Chosen(keys)) => {
            verbs::decide::chosen(app, at, first(&keys));
        }
        (Purpose::DecideBy { at, kind, revokes }, Answer::Chosen(keys)) => {
            verbs::decide::ask(app, at, kind, first(&keys).to_string(), revokes);
        }
        (Purpose::Deciding { at, kind, by, revokes }, Answer::Filled(texts)) => {
            verbs::decide::decided(app, at, kind, by, revokes, texts);
        }
        (Purpose::Revoke(at), Answer::Chosen(keys)) => {
            verbs::decide::who_decides(app, at, DecisionKind::Revocation, first(&keys));
        }
        (Purpose::Approve, Answer::Chosen(keys)) => {
            verbs::approve::chosen(app, first(&keys));
        }
        (Purpose::ApproveDespite, Answer::Yes) => verbs::approve::in_name(app, Kind::Soa),
        (Purpose::ApproveBy(kind), Answer::Chosen(keys)) => {
            verbs::approve::ask(app, kind, first(&keys).to_string(), None);
        }
        (Purpose::Approving(kind, by), Answer::Filled(texts)) => {
            verbs::approve::approved(app, kind, by, texts);
        }
        (Purpose::Criteria, Answer::Chosen(keys)) => {
            verbs::criteria::ready_chosen(app, first(&keys));
        }
        (Purpose::Demands(at), Answer::Chosen(keys)) => {
            verbs::record::demand_chosen(app, &at, first(&keys));
        }
        (Purpose::Facts, Answer::Chosen(keys)) => verbs::scope::fact_chosen(app, first(&keys)),
        (Purpose::Baseline, Answer::Chosen(keys)) => {
            verbs::scope::baseline_chosen(app, first(&keys));
        }
        (Purpose::BaselineDay, Answer::Text(text)) => verbs::scope::baseline_day(app, &text),
        (Purpose::CriteriaText, Answer::Text(text) | Answer::TextAndNext(text)) => {
            verbs::criteria::written(app, &text);
        }
        (Purpose::CriteriaApply(transaction), Answer::Yes) => {
            verbs::criteria::applied(app, transaction);
        }
        (Purpose::Include { with, .. }, Answer::Yes) => {
            verbs::commit::make_now(app, with);
        }
        (Purpose::Levels(transaction), Answer::Yes) => {
            verbs::commit::make_now(app, transaction);
        }
        (Purpose::Who(then), Answer::Chosen(keys)) => who(app, first(&keys), then),
        (Purpose::Theme(_), Answer::Chosen(keys)) => verbs::look::keep_theme(app, first(&keys)),
        (Purpose::Export, Answer::Chosen(keys)) => verbs::out::export_as(app, first(&keys)),
        (Purpose::Vital, Answer::Chosen(keys)) => verbs::go::vital_chosen(app, first(&keys)),
        (Purpose::Drafts, Answer::Chosen(keys)) => {
            if let Ok(nth) = first(&keys).parse() {
                verbs::read::draft_chosen(app, nth);
            }
        }
        (Purpose::Draft(draft, nth), Answer::Chosen(keys)) => {
            verbs::read::draft_do(app, &draft, nth, first(&keys));
        }
        (Purpose::Conflicts, Answer::Chosen(keys)) => {
            if let Ok(nth) = first(&keys).parse() {
                verbs::read::conflict_chosen(app, nth);
            }
        }
        (Purpose::Conflict(nth), Answer::Chosen(keys)) => {
            verbs::read::conflict_do(app, nth, first(&keys));
        }
        (Purpose::StartFolder, Answer::Text(path)) => super::start::named(app, &path),
        (Purpose::Start, Answer::Chosen(keys)) => super::start::chosen(app, first(&keys)),
        (Purpose::Quit, Answer::Yes) => {
            app.keep_drafts();
            app.effects.push(Effect::Quit(0));
        }
        _ => {}
    }
}

fn first(keys: &[String]) -> &str {
    keys.first().map_or("", String::as_str)
}

/// A value for a field.
fn field(app: &mut App, ats: &[crate::isms::At], key: &'static str, answer: Answer) {
    let Some(at) = ats.first() else { return };
    let Some(known) = at.fields().iter().find(|field| field.key == key) else { return };
    match answer {
        Answer::Text(text) if text.is_empty() && unchanged(app, at, key) => {}
        Answer::TextAndNext(text) if text.is_empty() && unchanged(app, at, key) => {
            verbs::walk::next(app, at);
        }
        Answer::Text(text) => typed(app, ats, known, &text),
        Answer::TextAndNext(text) => {
            typed(app, ats, known, &text);
            verbs::walk::next(app, at);
        }
        Answer::Chosen(keys) => {
            let value = verbs::field::chosen_value(known, &keys);
            let deciding = at.kind == Kind::Control && key == "applicable";
            verbs::commit::set(app, ats, key, &value);
            if (at.kind, key) == (Kind::Element, "inside") && app.layers.is_empty() {
                verbs::scope::after_decision(app, ats);
            }
            if deciding && app.layers.is_empty() {
                verbs::walk::after_decision(app, ats);
            }
        }
        Answer::Place(likelihood, consequence) => {
            verbs::risk::rated(app, at, "inherent_", likelihood, consequence);
        }
        _ => {}
    }
}

fn unchanged(app: &App, at: &crate::isms::At, key: &str) -> bool {
    verbs::field::words_of(app, at, key).is_empty()
}

fn typed(app: &mut App, ats: &[crate::isms::At], field: &'static crate::isms::Field, text: &str) {
    // a text that was opened and closed unchanged is no change
    if let [at] = ats
        && matches!(field.shape, Shape::Text | Shape::Lines | Shape::Line)
        && verbs::field::words_of(app, at, field.key).trim_end() == text.trim_end()
    {
        return;
    }
    if field.key == "justification" && ats.iter().all(|at| at.kind == Kind::Control) {
        return verbs::support::justified(app, ats, text.trim_end());
    }
    match from_words(field, text, app.today) {
        Ok(value) => verbs::commit::set(app, ats, field.key, &value),
        Err(why) => app.warn(why),
    }
}

/// A line of a sheet, or a hit of the find box, was followed.
fn follow(app: &mut App, answer: Answer) {
    match answer {
        Answer::Record(at) => verbs::go::reveal(app, &at),
        Answer::View(key) => verbs::view::chosen(app, &key),
        Answer::Command(name) => {
            if let Some(action) = Action::named(&name) {
                app.run(action, None);
            }
        }
        Answer::LinkTo(to) => {
            let from = app.list().selected.clone();
            match from {
                Some(from) if app.read_only.is_none() => verbs::link::link_pair(app, &from, &to),
                Some(_) => app.say("Nothing can be changed here."),
                None => app.say("There is no record here to link with."),
            }
        }
        _ => {}
    }
}

fn who(app: &mut App, key: &str, then: Option<Action>) {
    if key.is_empty() {
        return;
    }
    app.me = Some(key.to_string());
    app.say(format!("{key} is at the keyboard."));
    super::own::change(app, |settings| settings.who = Some(key.to_string()));
    if let Some(action) = then {
        app.run(action, None);
    }
}

/// A layer was closed without an answer.
pub fn closed(app: &mut App, purpose: Purpose) {
    match purpose {
        Purpose::Theme(before) => verbs::look::show_theme(app, &before),
        Purpose::Columns(id, before) => verbs::narrow::show_columns(app, id, before),
        Purpose::Filter(_, _) => {
            verbs::narrow::set_filter(app, "");
        }
        // not including is no reason to drop what was chosen
        Purpose::Include { alone, .. } => {
            verbs::commit::make_now(app, alone);
        }
        // what was declined is not repeated either
        Purpose::Bulk(_) => {
            app.last_change = None;
            app.say("Nothing was changed.");
        }
        Purpose::Delete(_)
        | Purpose::ApproveDespite
        | Purpose::Levels(_)
        | Purpose::CriteriaApply(_) => app.say("Nothing was changed."),
        Purpose::StartFolder => super::start::named(app, ""),
        Purpose::Start if !app.loaded => app.effects.push(Effect::Quit(0)),
        _ => {}
    }
}

/// A layer tells something and stays open.
pub fn meanwhile(app: &mut App, answer: Answer) {
    let purpose = app.layers.last().map(|open| open.purpose.clone());
    match (purpose, answer) {
        (Some(Purpose::Filter(..)), Answer::Text(text)) => verbs::narrow::set_filter(app, &text),
        (Some(Purpose::Theme(_)), Answer::Hovered(name)) => verbs::look::show_theme(app, &name),
        (_, Answer::Wanted(want)) => verbs::criteria::wanted(app, want),
        (_, Answer::Asked(ask)) => verbs::session::asked(app, ask),
        (Some(Purpose::Columns(id, _)), Answer::Columns(columns)) => {
            verbs::narrow::show_columns(app, id, columns);
        }
        (_, Answer::External(text)) => app.effects.push(Effect::EditText(text)),
        (_, Answer::Copy(text)) => verbs::out::copy(app, text),
        _ => {}
    }
}

/// Text was pasted into the topmost layer.
pub fn pasted(app: &mut App) {
    if let Some(open) = app.layers.last()
        && let (Layer::Input(input), Purpose::Filter(..)) = (&open.layer, &open.purpose)
    {
        let text = input.line.text();
        verbs::narrow::set_filter(app, &text);
    }
}
