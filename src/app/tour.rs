//! The tour: six steps on what is open, each of them over when the person has done it.
//!
//! It stands in one line above the keys and takes no key of its own, so that whatever is tried works
//! as it always does.

use super::{Action, App};
use crate::pane::{ListId, PaneId};

/// A step.
#[derive(Debug)]
pub struct Step {
    /// What to do, and why it is worth it.
    pub words: &'static str,
    done: fn(&App, Action) -> bool,
}

/// The steps.
pub const STEPS: [Step; 6] = [
    Step {
        words: "Every figure is a door: move onto one with j and l, and press enter to see the rows it counts.",
        done: |app, action| action == Action::Open && app.list_id() != ListId::Dashboard,
    },
    Step {
        words: "2 is the Statement of Applicability. ]j goes to the next control that needs a decision or a reason.",
        done: |_, action| matches!(action, Action::NextUnjustified | Action::PreviousUnjustified),
    },
    Step {
        words: "Decide: a says yes or no, then write why; esc keeps it. It is saved at once. u takes it back: do both.",
        done: |_, action| action == Action::Undo,
    },
    Step {
        words: "f finds in everything: try vuln, or status:partial owner:mara; enter goes there, ctrl-o comes back.",
        done: |_, action| action == Action::JumpBack,
    },
    Step {
        words: "4 lists the risks. On one of them, g t shows its trail in the order in which an auditor asks for it.",
        done: |_, action| action == Action::Trail,
    },
    Step {
        words: "g G lists all gaps, worst first, each with its reason. ? lists the keys of wherever you are.",
        done: |_, action| action == Action::Help,
    },
];

/// Begins the tour, or ends one that is running.
pub fn begin(app: &mut App) {
    if app.tour.take().is_some() {
        app.say("The tour is over; g ? begins it anew.");
        return;
    }
    super::verbs::go::pane(app, PaneId::Dashboard);
    app.tour = Some(0);
}

/// An action was done: was it what the step asks for?
pub fn after(app: &mut App, action: Action) {
    let Some(at) = app.tour else { return };
    if !STEPS.get(at).is_some_and(|step| (step.done)(app, action)) {
        return;
    }
    let next = at + 1;
    app.tour = (next < STEPS.len()).then_some(next);
    if app.tour.is_none() {
        app.say("That was the tour. : runs any command by name; g ? begins the tour anew.");
    }
}

/// The line that says what to do now.
pub fn line(app: &App) -> Option<String> {
    let at = app.tour?;
    let step = STEPS.get(at)?;
    Some(format!("Tour {} of {}: {} (g ? ends it)", at + 1, STEPS.len(), step.words))
}
