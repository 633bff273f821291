//! Each field of the projection makes an acceptance stale, and putting it back restores it.

use super::*;
use crate::assess::DecisionState as S;

struct World {
    risk: String,
    control: String,
    action: String,
    frame: String,
}

impl World {
    fn new() -> Self {
        let so_far = with_risk(RISK);
        let decision = made(&so_far, &act(DecisionKind::ResidualAcceptance, "anna"));
        World {
            risk: deciding(RISK, &[decision]),
            control: CONTROL.into(),
            action: ACTION.into(),
            frame: FRAME.into(),
        }
    }

    fn state(&self) -> S {
        let isms = isms(&[
            (File::Isms, &self.frame),
            (File::Risks, &format!("risks: [({})],", self.risk)),
            (
                File::Controls,
                &format!("controls: [({}), (id: \"8.15\", applicable: Yes)],", self.control),
            ),
            (File::Actions, &format!("actions: [({})],", self.action)),
        ]);
        the_risk(&isms).acceptance
    }
}

fn stale(change: impl FnOnce(&mut World), fields: &[&str]) {
    let mut world = World::new();
    assert!(matches!(world.state(), S::Accepted { .. }), "{:?}", world.state());
    change(&mut world);
    let expected = fields.iter().map(|field| field.to_string()).collect();
    assert_eq!(world.state(), S::Stale { fields: expected });
    assert!(matches!(World::new().state(), S::Accepted { .. }), "put back");
}

fn holds(change: impl FnOnce(&mut World)) {
    let mut world = World::new();
    change(&mut world);
    assert!(matches!(world.state(), S::Accepted { .. }), "{:?}", world.state());
}

fn risk(field: &str, value: &str) -> impl FnOnce(&mut World) {
    let (field, value) = (field.to_string(), value.to_string());
    move |world| world.risk = with(&world.risk, &field, &value)
}

fn control(field: &str, value: &str) -> impl FnOnce(&mut World) {
    let (field, value) = (field.to_string(), value.to_string());
    move |world| world.control = with(&world.control, &field, &value)
}

fn action(field: &str, value: &str) -> impl FnOnce(&mut World) {
    let (field, value) = (field.to_string(), value.to_string());
    move |world| world.action = with(&world.action, &field, &value)
}

#[test]
fn description_and_owner() {
    stale(risk("title", "\"Other\""), &["Risk"]);
    stale(risk("cause", "\"Other\""), &["Cause"]);
    stale(risk("event", "\"Other\""), &["Event"]);
    stale(risk("consequences", "\"Other\""), &["Consequences"]);
    stale(risk("owner", "\"carl\""), &["Risk owner"]);
    stale(risk("properties", "[Availability]"), &["Affects"]);
    stale(risk("threat", "\"Thief\""), &["Threat"]);
    stale(risk("vulnerability", "\"Open door\""), &["Vulnerability"]);
    stale(risk("assets", "[\"Laptop\"]"), &["Assets"]);
    stale(risk("assets", "[]"), &["Assets"]);
    stale(risk("knowledge", "Weak"), &["Knowledge"]);
}

#[test]
fn ratings() {
    stale(risk("likelihood", "4"), &["Likelihood"]);
    stale(risk("consequence", "5"), &["Consequence"]);
    stale(risk("residual_likelihood", "3"), &["Residual likelihood"]);
    stale(risk("residual_consequence", "4"), &["Residual consequence"]);
    stale(risk("residual_likelihood", "4"), &["Residual likelihood", "Residual level"]);
    stale(
        |world| world.risk = with(&with(&world.risk, "likelihood", "5"), "consequence", "5"),
        &["Likelihood", "Consequence", "Level"],
    );
    stale(
        |world| {
            world.risk =
                with(&with(&world.risk, "residual_likelihood", "3"), "residual_consequence", "4")
        },
        &["Residual likelihood", "Residual consequence", "Residual level"],
    );
}

#[test]
fn criteria() {
    stale(
        |world| world.frame = world.frame.replace("version: \"1.0\"", "version: \"1.1\""),
        &["Criteria version"],
    );
    let frame = |from: &'static str, to: &'static str| {
        move |world: &mut World| {
            assert!(world.frame.contains(from), "{from}");
            world.frame = world.frame.replace(from, to);
        }
    };
    stale(frame("l l m m h", "l l h h h"), &["Residual level", "Criteria"]);
    // other criteria under the same version: a cell, a meaning, who may accept, for how long
    stale(frame("m h h c c", "h h h c c"), &["Criteria"]);
    stale(frame("(name: \"1\", meaning: \"m\")", "(name: \"1\", meaning: \"n\")"), &["Criteria"]);
    stale(frame("accept: Never", "accept: TopManagement"), &["Criteria"]);
    stale(frame("months: 6", "months: 3"), &["Criteria"]);
}

#[test]
fn treatment_and_controls() {
    stale(risk("treatment", "Share"), &["Treatment"]);
    stale(risk("controls", "[\"8.9\"]"), &["Control 8.8 removed", "Control 8.9 added"]);
    stale(risk("controls", "[\"8.8\", \"8.9\"]"), &["Control 8.9 added"]);
    stale(risk("existing", "[]"), &["Existing control 8.15 removed"]);
    stale(control("status", "Planned"), &["Control 8.8 status"]);
    stale(control("applicable", "No"), &["Control 8.8 applicable"]);
    // the same list in another order, or named twice, is the same list
    holds(risk("controls", "[\"A.8.8\", \"8.8\"]"));
}

#[test]
fn plan() {
    stale(action("title", "\"Patch less\""), &["Action A-1 title"]);
    stale(action("owner", "\"anna\""), &["Action A-1 owner"]);
    stale(action("due", "\"2027-03-31\""), &["Action A-1 due"]);
    stale(action("cost", "\"9,000 EUR\""), &["Action A-1 cost"]);
    stale(action("status", "Cancelled"), &["Action A-1 status"]);
    stale(action("risks", "[]"), &["Action A-1 removed"]);
}

#[test]
fn progress_along_the_plan_is_what_was_approved() {
    holds(control("status", "Implemented"));
    holds(action("status", "Running"));
    holds(action("status", "Done"));
    holds(risk("assessed", "\"2026-11-20\""));
}
