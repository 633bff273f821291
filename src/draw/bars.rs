//! The first two lines: where one is, and the vital signs.

use super::Pen;
use crate::{
    app::{App, geometry},
    isms::{File, State, Words},
    ui::Role,
};
use ratatui::layout::Rect;

/// Line 1: name, organisation, panes by number.
pub fn head(pen: &mut Pen<'_>, app: &App, area: Rect) {
    let names = geometry::pane_names(app);
    let left = names.first().map_or(area.width, |(_, from, _)| *from);
    let organisation = app.isms.organisation.only();
    let name = if organisation.name.is_empty() { &app.place } else { &*organisation.name };
    let mut title = format!("annexa {} {name}", pen.glyphs.dot);
    if app.read_only.is_some() {
        title += " [read-only]";
    }
    if let Some(me) = &app.me {
        title += &format!(" {} {me}", pen.glyphs.dot);
    }
    pen.put(0, area.y, left.saturating_sub(1), &title, Role::Title);
    for (nth, (pane, from, to)) in names.into_iter().enumerate() {
        let number = nth + 1;
        let here = pane == app.pane;
        let room = to - from;
        let long = room > 3;
        let text = match (here, long) {
            (true, true) => format!("[{number} {}]", pane.title()),
            (false, true) => format!(" {number} {} ", pane.title()),
            (true, false) => format!("[{number}]"),
            (false, false) => format!(" {number} "),
        };
        pen.put(from, area.y, room, &text, if here { Role::Accent } else { Role::Dim });
    }
}

/// Line 2: the vital signs, the same on every pane.
pub fn vitals(pen: &mut Pen<'_>, app: &App, area: Rect) {
    if !app.loaded {
        pen.put(area.x, area.y, area.width, &format!("reading {} …", app.place), Role::Dim);
        return;
    }
    let parts = fitted(signs(app), area.width);
    let separator = format!(" {} ", pen.glyphs.bar);
    let mut x = area.x;
    for (nth, (text, role)) in parts.into_iter().enumerate() {
        if nth > 0 {
            x = pen.put(x, area.y, 3, &separator, Role::Border);
        }
        x = pen.put(x, area.y, area.right().saturating_sub(x), &text, role);
    }
}

/// One vital sign, in full and in brief.
struct Sign {
    long: String,
    brief: String,
    role: Role,
    /// Signs of a higher number leave first where there is no room.
    rank: u8,
}

impl Sign {
    fn new(rank: u8, role: Role, long: String, brief: String) -> Self {
        Self { long, brief, role, rank }
    }
}

fn signs(app: &App) -> Vec<Sign> {
    let assessment = &app.assessment;
    let vitals = &assessment.vitals;
    let (soa, justified) = (vitals.controls, vitals.justified);
    let [blockers, ..] = vitals.by_priority;
    let same = |rank, role, text: String| Sign::new(rank, role, text.clone(), text);
    let awaiting = vitals.awaiting;
    let mut signs: Vec<Sign> = File::ALL.into_iter().filter_map(|file| unread(app, file)).collect();
    let is_unread = |file: File| !app.isms.register(file).is_writable();
    // what can't be read is not known to be good
    if is_unread(File::Controls) {
        signs.push(same(1, Role::Bad, "SoA ?".to_string()));
    } else {
        let role = if justified == soa { Role::Ok } else { Role::Warn };
        signs.push(same(1, judged(vitals.gaps, Role::Warn), format!("gaps {}", vitals.gaps)));
        signs.push(same(1, judged(blockers, Role::Bad), format!("blockers {blockers}")));
        signs.push(same(1, role, format!("SoA {justified}/{soa}")));
    }
    if is_unread(File::Risks) {
        signs.push(same(2, Role::Bad, "risks ?".to_string()));
    } else {
        signs.push(above(vitals.above, vitals.unrated));
        signs.push(Sign::new(
            2,
            judged(awaiting, Role::Warn),
            format!("awaiting {awaiting}"),
            format!("await {awaiting}"),
        ));
    }
    signs.push(same(3, judged(vitals.overdue, Role::Bad), format!("overdue {}", vitals.overdue)));
    signs.extend(next_stage(app));
    signs.push(saved(app));
    signs
}

/// A file that can't be read, and where; it stands there until it is mended.
fn unread(app: &App, file: File) -> Option<Sign> {
    let register = app.isms.register(file);
    let name = file.name();
    let long = match &register.state {
        State::Broken(error) => format!("{name}:{}:{} unreadable", error.line, error.col),
        State::Unreadable(_) => format!("{name} unreadable"),
        State::Read | State::Missing => return None,
    };
    Some(Sign::new(0, Role::Error, long, format!("{name} ?")))
}

/// Risks above the criteria; what nobody rated may be above them too, and is never passed over.
fn above(above: usize, unrated: usize) -> Sign {
    let role = judged(above + unrated, Role::Bad);
    match unrated {
        0 => Sign::new(2, role, format!("above criteria {above}"), format!("above {above}")),
        _ => Sign::new(
            2,
            role,
            format!("above criteria {above}, {unrated} unrated"),
            format!("above {above}+{unrated}?"),
        ),
    }
}

fn next_stage(app: &App) -> Option<Sign> {
    let stage = app.assessment.next_stage()?;
    let name = stage.stage.label();
    let percent = stage.percent;
    let (long, brief) = match stage.days_left {
        Some(days) if days < 0 => (format!("{name} was {} d ago", -days), format!("{name} past")),
        Some(days) => (format!("{name} in {days} d"), format!("{name} {days} d")),
        None => (format!("{name}: no date"), format!("{name} no date")),
    };
    let bar = super::boxes::bar(&app.glyphs, usize::from(percent), 100, 6);
    let long = format!("{long} {bar} {percent}%");
    Some(Sign::new(1, Role::Info, long, format!("{brief} {percent}%")))
}

/// The signs that have room: in full, the less important in brief, the least important not at all.
fn fitted(mut signs: Vec<Sign>, width: u16) -> Vec<(String, Role)> {
    let fits = |signs: &[Sign]| {
        let wide = |sign: &Sign| crate::ui::text::width(&sign.long) + 3;
        signs.iter().map(wide).sum::<usize>() <= usize::from(width) + 3
    };
    for rank in (0..=5).rev() {
        if fits(&signs) {
            break;
        }
        for sign in signs.iter_mut().filter(|sign| sign.rank == rank) {
            sign.long.clone_from(&sign.brief);
        }
    }
    while !fits(&signs) && signs.len() > 1 {
        let least = signs.iter().map(|sign| sign.rank).max();
        let Some(at) = signs.iter().rposition(|sign| Some(sign.rank) == least) else { break };
        signs.remove(at);
    }
    signs.into_iter().map(|sign| (sign.long, sign.role)).collect()
}

fn judged(count: usize, bad: Role) -> Role {
    if count == 0 { Role::Ok } else { bad }
}

fn saved(app: &App) -> Sign {
    let same = |rank, role, text: &str| Sign::new(rank, role, text.to_string(), text.to_string());
    let failed = app.saving.values().any(|saving| saving.failed.is_some());
    if failed {
        // whatever else has no room: this one has
        same(0, Role::Error, "NOT SAVED")
    } else if app.has_unsaved() {
        same(4, Role::Dim, "saving")
    } else if let Some(at) = &app.saved_at {
        same(4, Role::Dim, &format!("saved {at}"))
    } else {
        same(5, Role::Dim, &app.today.to_string())
    }
}
