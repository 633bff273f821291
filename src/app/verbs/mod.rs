//! What actions do, one file a group.

pub mod act;
pub mod approve;
pub mod commit;
pub mod criteria;
pub mod decide;
pub mod field;
pub mod go;
pub mod include;
pub mod link;
pub mod look;
pub mod motion;
pub mod narrow;
pub mod out;
pub mod parts;
pub mod read;
pub mod record;
pub mod risk;
pub mod scope;
pub mod session;
pub mod soa;
pub mod support;
pub mod tree;
pub mod view;
pub mod walk;

use super::{Action, App, Effect};
use crate::pane::{ListId, PaneId};

/// Does something as often as the count says, within reason.
fn again(count: Option<u32>, mut act: impl FnMut()) {
    (0..count.unwrap_or(1).clamp(1, 1_000)).for_each(|_| act());
}

/// Does an action that is enabled.
pub fn run(app: &mut App, action: Action, count: Option<u32>) {
    let times = isize::try_from(count.unwrap_or(1).max(1)).unwrap_or(isize::MAX);
    match action {
        Action::Down => motion::step(app, times),
        Action::Up => motion::step(app, -times),
        // the next digits and the next command belong to it
        Action::Count => app.count = Some(0),
        Action::Top => motion::to(app, count.map_or(0, |n| n.saturating_sub(1) as usize)),
        Action::Bottom => {
            motion::to(app, count.map_or(usize::MAX, |n| n.saturating_sub(1) as usize))
        }
        Action::HalfDown => motion::page(app, times, 2),
        Action::HalfUp => motion::page(app, -times, 2),
        Action::PageDown => motion::page(app, times, 1),
        Action::PageUp => motion::page(app, -times, 1),
        Action::Left => motion::sideways(app, -1),
        Action::Right => motion::sideways(app, 1),
        Action::Open => go::open(app),
        Action::Back => go::back(app),
        Action::SwitchFocus => go::switch_focus(app),
        Action::EditRecord => go::into_detail(app),
        Action::EditFile => out::edit_file(app),
        Action::New => record::new(app),
        Action::Delete => record::delete(app),
        Action::Undo => again(count, || commit::undo(app)),
        Action::Redo => again(count, || commit::redo(app)),
        Action::Repeat => commit::repeat(app, count.unwrap_or(1)),
        Action::Mark => again(count, || motion::mark(app)),
        Action::MarkRange => motion::mark_range(app),
        Action::MarkAll => motion::mark_all(app),
        Action::Filter => narrow::filter(app),
        Action::Sort => narrow::sort(app),
        Action::SortTurn => narrow::turn(app),
        Action::Group => narrow::group(app),
        Action::Columns => narrow::columns(app),
        Action::SaveView => view::save(app),
        Action::OpenView => view::open(app),
        Action::ForgetView => view::forget(app),
        Action::NextTab => go::tab(app, 1),
        Action::PreviousTab => go::tab(app, -1),
        Action::NextGap => again(count, || motion::next_gap(app, true)),
        Action::PreviousGap => again(count, || motion::next_gap(app, false)),
        Action::NextUnjustified => again(count, || walk::next_unjustified(app, true)),
        Action::PreviousUnjustified => again(count, || walk::next_unjustified(app, false)),
        Action::NextAwaiting => session::begin(app, true),
        Action::PreviousAwaiting => session::begin(app, false),
        Action::Find => read::find(app, false),
        Action::Palette => read::find(app, true),
        Action::Help => read::help(app),
        Action::JumpBack => go::jump(app, false),
        Action::JumpForward => go::jump(app, true),
        Action::Dashboard => go::pane(app, PaneId::Dashboard),
        Action::Controls => go::pane(app, PaneId::Controls),
        Action::Clauses => go::pane(app, PaneId::Clauses),
        Action::Risks => go::pane(app, PaneId::Risks),
        Action::Audit => go::pane(app, PaneId::Audit),
        Action::Documents => go::pane(app, PaneId::Documents),
        Action::Evidence => go::pane(app, PaneId::Evidence),
        Action::Actions => go::pane(app, PaneId::Actions),
        Action::Scope => go::pane(app, PaneId::Scope),
        Action::Gaps => go::list(app, ListId::Gaps),
        Action::Vitals => go::vitals(app),
        Action::GoRisks => link::go(app, ListId::Risks),
        Action::GoControls => link::go(app, ListId::Controls),
        Action::GoEvidence => link::go(app, ListId::Evidence),
        Action::GoDocuments => link::go(app, ListId::Documents),
        Action::GoActions => link::go(app, ListId::Actions),
        Action::GoFindings => link::go(app, ListId::Nonconformities),
        Action::GoClauses => link::go(app, ListId::Clauses),
        Action::Links => link::sheet(app),
        Action::Trail => link::trail(app),
        Action::Link => link::choose_relation(app),
        Action::SetApplicable => field::edit_rows(app, "applicable"),
        Action::SetStatus => field::edit_rows(app, "status"),
        Action::SetOwner => field::edit_rows(app, "owner"),
        Action::SetDue => field::edit_rows(app, "due"),
        Action::SetReasons => field::edit_rows(app, "reasons"),
        Action::Justify => support::justify(app),
        Action::Walk => walk::walk(app),
        Action::TakeOver => support::take_over(app),
        Action::Confirm => soa::confirm_carried(app),
        Action::RollForward => soa::roll(app),
        Action::SetConformity => field::edit_rows(app, "conformity"),
        Action::Demands => record::demands(app),
        Action::FoldAll => tree::turn_all(app),
        Action::Missing => field::edit_rows(app, "missing"),
        Action::MakeAction => act::make_action(app),
        Action::Treat => field::edit_rows(app, "treatment"),
        Action::Include => include::selected(app),
        Action::Rate => risk::rate(app, false),
        Action::RateResidual => risk::rate(app, true),
        Action::Decide => decide::menu(app),
        Action::HeatMode => risk::heat_mode(app),
        Action::NextInCell => risk::next_in_cell(app),
        Action::Approve => approve::menu(app),
        Action::WhoAmI => decide::who(app, None),
        Action::Criteria => criteria::open(app),
        Action::Facts => scope::facts(app),
        Action::Baseline => scope::baseline(app),
        Action::SetInside => scope::decide(app),
        Action::WhyInside => scope::why(app),
        Action::Problems => read::problems(app),
        Action::Drafts => read::drafts(app),
        Action::Conflicts => read::conflicts(app),
        Action::Copy => out::copy_id(app),
        Action::CopyField => out::copy_field(app),
        Action::CopyRow => out::copy_row(app),
        Action::Export => out::export(app),
        Action::Save => commit::save_all(app),
        Action::Reload => app.effects.push(Effect::Reload),
        Action::Theme => look::theme(app),
        Action::Glyphs => look::glyphs(app),
        Action::Mouse => look::mouse(app),
        Action::Layout => look::layout(app),
        Action::Messages => read::messages(app),
        Action::Tour => super::tour::begin(app),
        Action::Redraw => app.effects.push(Effect::Redraw),
        Action::Suspend => {
            app.keep_drafts();
            app.effects.push(Effect::Suspend);
        }
        Action::Quit => go::quit(app),
    }
}
