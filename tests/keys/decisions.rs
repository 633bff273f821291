//! Decisions on risks and the session for management (6.1.3 f).

use crate::common::{Bench, today};
use annexa::{
    assess::{DecisionFlag, DecisionState},
    isms::{At, Decision, DecisionKind, File, Kind, Risk},
    layer::{Layer, Session},
};

fn as_person(me: &str) -> Bench {
    let mut bench = Bench::demo();
    bench.app.me = Some(me.to_string());
    bench
}

fn risk<'a>(bench: &'a Bench, id: &str) -> &'a Risk {
    bench.app.isms.risks.get(id).unwrap()
}

fn last<'a>(bench: &'a Bench, id: &str) -> &'a Decision {
    risk(bench, id).decisions.last().unwrap()
}

fn state(bench: &Bench, id: &str, kind: DecisionKind) -> DecisionState {
    let row = bench.app.isms.row(Kind::Risk, id).unwrap();
    bench.app.assessment.risks[row].decision(kind).unwrap().clone()
}

fn session(bench: &Bench) -> &Session {
    match &bench.app.layers.first().unwrap().layer {
        Layer::Session(session) => session,
        other => panic!("{other:?}"),
    }
}

/// Opens the session at a risk.
fn at(bench: &mut Bench, id: &str) {
    annexa::app::verbs::go::reveal(&mut bench.app, &At::new(Kind::Risk, id));
    bench.press("]a");
    assert_eq!(session(bench).current(), Some(id));
}

#[test]
fn a_session_walks_all_that_awaits_and_sums_up() {
    let mut bench = as_person("rivera");
    let waiting = bench.app.assessment.vitals.awaiting;
    bench.press("4]a");
    assert_eq!(session(&bench).queue.len(), waiting);
    at_start_of_demo(&mut bench);
    // a plan is approved with a note; the acceptance is still awaited, so the risk stays on screen
    let before = bench.text(File::Risks);
    bench.press("qq");
    at(&mut bench, "R-031");
    bench.press("aGo<space>on<enter>");
    assert_eq!(last(&bench, "R-031").kind, DecisionKind::PlanApproval);
    assert_eq!(&*last(&bench, "R-031").note, "Go on");
    assert!(matches!(
        state(&bench, "R-031", DecisionKind::PlanApproval),
        DecisionState::Accepted { .. }
    ));
    bench.press("c<enter>");
    assert_eq!(last(&bench, "R-031").kind, DecisionKind::ResidualAcceptance);
    assert_eq!(bench.app.assessment.vitals.awaiting, waiting - 1);
    assert_ne!(session(&bench).current(), Some("R-031"), "it went on by itself");
    // undo goes back to where it was, twice
    bench.press("u");
    assert_eq!(session(&bench).current(), Some("R-031"));
    bench.press("u");
    assert_eq!(bench.text(File::Risks), before);
    bench.press("u");
    assert!(bench.said().contains("Nothing was decided"), "{}", bench.said());
    // put off, then the summary, then out
    bench.press("sq");
    assert_eq!(session(&bench).current(), None);
    let screen = bench.screen(80, 24);
    assert!(screen.contains("What was decided in this session"), "{screen}");
    assert!(screen.contains("put off"), "{screen}");
    bench.press("q");
    assert!(bench.app.layers.is_empty());
}

fn at_start_of_demo(bench: &mut Bench) {
    for (width, height) in [(80, 24), (120, 40), (60, 16), (40, 10)] {
        let screen = bench.screen(width, height);
        assert!(screen.contains("Awaits"), "{screen}");
    }
    let screen = bench.screen(80, 24);
    assert!(screen.contains("( ) today") && screen.contains("keyboard: rivera"), "{screen}");
}

#[test]
fn an_acceptance_has_conditions_and_a_date_and_may_be_dated_back() {
    let mut bench = as_person("rivera");
    at(&mut bench, "R-031");
    bench.press("a<enter>");
    // note, made on, conditions, until
    bench.press("cAgreed<tab><ctrl-u>2026-11-02<tab>Only<space>with<space>the<space>gateway<tab><ctrl-u>2027-03-31<enter>");
    let decision = last(&bench, "R-031");
    assert_eq!(&*decision.conditions, "Only with the gateway");
    assert_eq!(decision.made.unwrap().to_string(), "2026-11-02");
    assert_eq!(decision.recorded, Some(today()));
    assert_eq!(decision.until.unwrap().to_string(), "2027-03-31");
    let row = bench.app.isms.row(Kind::Risk, "R-031").unwrap();
    let flags = &bench.app.assessment.risks[row].flags;
    assert!(flags.contains(&DecisionFlag::Backdated(1, 22)), "{flags:?}");
}

#[test]
fn what_is_wrong_in_the_form_is_said_and_nothing_typed_is_lost() {
    let mut bench = as_person("rivera");
    let before = bench.text(File::Risks);
    at(&mut bench, "R-031");
    bench.press("b<enter>");
    let Layer::Form(form) = &bench.app.layers.last().unwrap().layer else { panic!() };
    assert!(form.error.as_ref().unwrap().contains("reason"), "{form:?}");
    bench.press("Too<space>dear<tab><ctrl-u>2027-01-01<enter>");
    let Layer::Form(form) = &bench.app.layers.last().unwrap().layer else { panic!() };
    assert!(form.error.as_ref().unwrap().contains("still to come"), "{form:?}");
    assert_eq!(form.texts()[0], "Too dear");
    bench.press("<tab><ctrl-u>tomorow");
    bench.press("<esc>");
    assert!(bench.said().contains("Too dear"), "{}", bench.said());
    assert_eq!(bench.text(File::Risks), before);
    bench.press("bToo<space>dear<enter>");
    assert_eq!(
        state(&bench, "R-031", DecisionKind::ResidualAcceptance),
        DecisionState::SentBack { note: "Too dear".to_string() }
    );
}

#[test]
fn only_who_has_the_authority_decides() {
    // Kenji owns no risk: it can only be recorded in the name of the owner
    let mut bench = as_person("ito");
    at(&mut bench, "R-031");
    bench.press("a");
    let Layer::Choose(choose) = &bench.app.layers.last().unwrap().layer else { panic!() };
    let names: Vec<&str> = choose.items.iter().map(|item| item.key.as_str()).collect();
    assert_eq!(names, ["rivera"]);
    bench.press("<enter><enter>");
    let decision = last(&bench, "R-031");
    assert_eq!((&*decision.by, &*decision.recorded_by), ("rivera", "ito"));
    // what is settled is not asked for again
    bench.press("a");
    assert!(bench.said().contains("already"), "{}", bench.said());
    bench.press("m");
    assert!(bench.said().contains("not needed"), "{}", bench.said());
    // nobody accepts the unknown
    bench.press("qq");
    at(&mut bench, "R-007");
    bench.press("c");
    assert!(bench.said().contains("not rated"), "{}", bench.said());
}

#[test]
fn management_accepts_above_its_level() {
    let mut bench = as_person("okafor");
    at(&mut bench, "R-022");
    bench.press("m<enter>");
    assert_eq!(last(&bench, "R-022").kind, DecisionKind::ManagementAcceptance);
    // the criteria allow half a year
    assert_eq!(last(&bench, "R-022").until.unwrap().to_string(), "2027-05-24");
    assert!(matches!(
        state(&bench, "R-022", DecisionKind::ManagementAcceptance),
        DecisionState::Accepted { .. }
    ));
}

#[test]
fn one_chooses_which_decision_is_revoked() {
    let mut bench = as_person("lindt");
    annexa::app::verbs::go::reveal(&mut bench.app, &At::new(Kind::Risk, "R-001"));
    bench.press("Ar");
    let Layer::Choose(choose) = &bench.app.layers.last().unwrap().layer else { panic!() };
    assert_eq!(choose.items.len(), 2);
    // the older one: the plan; the acceptance, made later, stays
    bench.press("j<enter>Keys<space>are<space>late<enter>");
    let decision = last(&bench, "R-001");
    assert_eq!(decision.kind, DecisionKind::Revocation);
    assert_eq!(decision.revokes, risk(&bench, "R-001").decisions[0].digest);
    assert_eq!(state(&bench, "R-001", DecisionKind::PlanApproval), DecisionState::Revoked);
    assert!(matches!(
        state(&bench, "R-001", DecisionKind::ResidualAcceptance),
        DecisionState::Accepted { .. }
    ));
    // it can't be revoked twice
    bench.press("Ar");
    let Layer::Choose(choose) = &bench.app.layers.last().unwrap().layer else { panic!() };
    assert_eq!(choose.items.len(), 1);
}

#[test]
fn a_stale_decision_shows_what_changed_since() {
    let mut bench = as_person("jansen");
    at(&mut bench, "R-009");
    let screen = bench.screen(120, 60);
    assert!(screen.contains("stale: Likelihood, Level"), "{screen}");
    assert!(screen.contains("Likelihood: 3 → 4"), "{screen}");
}

#[test]
fn read_only_sessions_look_and_decide_nothing() {
    let mut bench = as_person("rivera");
    bench.app.read_only = Some("opened with --read-only".to_string());
    at(&mut bench, "R-031");
    for key in ["a", "c", "m", "b", "r"] {
        bench.press(key);
        assert_eq!(bench.app.layers.len(), 1, "{key}");
        assert!(bench.said().contains("read-only"), "{key}: {}", bench.said());
    }
}

#[test]
fn a_decision_comes_after_its_risk_and_holds_as_long_as_the_criteria_allow() {
    let mut bench = as_person("rivera");
    let count = risk(&bench, "R-031").decisions.len();
    at(&mut bench, "R-031");
    bench.press("a<enter>");
    bench.press("c<tab><ctrl-u>2026-10-01<enter>");
    let screen = bench.screen(120, 40);
    assert!(screen.contains("identified on"), "{screen}");
    assert_eq!(risk(&bench, "R-031").decisions.len(), count + 1, "only the plan is approved");
    bench.press("<tab><ctrl-u>2026-11-20<tab><tab><ctrl-u>2099-01-01<enter>");
    assert!(bench.said().contains("as long as the criteria allow"), "{}", bench.said());
    // and what is not needed is not recorded
    let at = At::new(Kind::Risk, "R-031");
    annexa::app::verbs::decide::chosen(&mut bench.app, at, "ResidualAcceptance");
    assert!(bench.said().contains("accepted until"), "{}", bench.said());
}
