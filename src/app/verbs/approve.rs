//! Approvals of documents as a whole: the SoA, the criteria, the scope (7.5).

use super::decide;
use crate::{
    app::{Action, App, Purpose},
    assess::decide as judge,
    isms::{At, DecisionKind, Kind, date_in},
    layer::{Choose, Form, FormField, Item, Layer},
};

/// What can be approved as a whole.
pub fn menu(app: &mut App) {
    if app.me.is_none() {
        return decide::who(app, Some(Action::Approve));
    }
    let judged = &app.assessment;
    let items = vec![
        Item::new("soa", "the Statement of Applicability", judged.soa.in_words()),
        Item::new("criteria", "the risk criteria and the method", judged.criteria.in_words()),
        Item::new("scope", "the scope statement", judged.scope.in_words()),
    ];
    app.open(Layer::Choose(Choose::one("Approve what?", items, "")), Purpose::Approve);
}

/// What is approved was chosen: in whose name?
pub fn chosen(app: &mut App, key: &str) {
    let Some(kind) = [Kind::Soa, Kind::Criteria, Kind::Scope].into_iter().find(|k| k.key() == key)
    else {
        return;
    };
    if kind != Kind::Soa || super::soa::may_be_approved(app) {
        in_name(app, kind);
    }
}

/// Asks in whose name a document is approved.
pub fn in_name(app: &mut App, kind: Kind) {
    let people: Vec<Item> = app
        .isms
        .people
        .iter()
        .filter(|(key, _)| judge::may_sign(&app.isms, key, app.today).is_ok())
        .map(|(key, person)| Item::new(key, &*person.name, &*person.role))
        .collect();
    if people.is_empty() {
        return app.warn(
            "Nobody in isms.ron may approve: a person needs the authority of top management, or to be named as approver.",
        );
    }
    let me = app.me.clone().unwrap_or_default();
    app.open(Layer::Choose(Choose::one("In whose name?", people, &me)), Purpose::ApproveBy(kind));
}

/// In whose name is known: the note, and when it was approved.
pub fn ask(app: &mut App, kind: Kind, by: String, again: Option<(Vec<String>, String)>) {
    let (texts, error) = again.unzip();
    let texts = texts.unwrap_or_default();
    let before = |nth: usize| texts.get(nth).map_or("", String::as_str);
    let today = app.today.to_string();
    let made = if texts.is_empty() { &today } else { before(1) };
    let fields = vec![
        FormField::text("Note", "what was said; may stay empty", before(0)),
        FormField::date("Approved on", "today, or an earlier day: both days are kept", made),
    ];
    let mut form = Form::new(format!("Approve the {} in the name of {by}", kind.label()), fields);
    form.error = error;
    app.open(Layer::Form(form), Purpose::Approving(kind, by));
}

/// Approves.
pub fn approved(app: &mut App, kind: Kind, by: String, texts: Vec<String>) {
    let text = |nth: usize| texts.get(nth).map_or("", String::as_str);
    let made = date_in(text(1), app.today).unwrap_or(app.today);
    if let Err(why) = decide::on_that_day(app, &by, made) {
        return ask(app, kind, by, Some((texts, why)));
    }
    let me = app.me.clone().unwrap_or_default();
    let act = judge::Act {
        kind: DecisionKind::PlanApproval,
        by: &by,
        recorded_by: &me,
        made,
        until: None,
        note: text(0),
        conditions: "",
        revokes: "",
    };
    if let Some(part) = judge::approval(&app.isms, kind, &act, app.today) {
        let at = At::new(kind, kind.key());
        decide::append(app, &at, "approvals", part, format!("{} approved", kind.label()));
    }
}
