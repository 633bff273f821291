//! The Statement of Applicability as a document: what speaks against it, what changed since it was
//! approved, field by field, and who approved which version.

use super::{
    Cx,
    detail::{Line, Target},
};
use crate::{
    assess::{ApprovalState, projection::Difference},
    isms::{At, Kind},
    ui::Role,
};

/// The judged lines of the document.
pub fn lines(cx: Cx<'_>) -> Vec<Line> {
    let state = &cx.assessment.soa;
    let role = if state.is_approved() { Role::Ok } else { Role::Warn };
    let mut lines = vec![Line::new("Approval", state.in_words(), role)];
    let states = &cx.assessment.controls;
    let done = states.iter().filter(|state| state.is_complete()).count();
    lines.push(Line::new("Entries", format!("{done} of {} complete", states.len()), Role::Text));
    for (nth, issue) in cx.assessment.soa_issues.iter().enumerate() {
        let role = if issue.is_grave() { Role::Bad } else { Role::Warn };
        lines.push(Line::new(if nth == 0 { "Objections" } else { "" }, issue.sentence(), role));
    }
    lines.extend(approvals(cx));
    if let ApprovalState::Stale { changes } = state {
        lines.push(Line::new("", "", Role::Text));
        lines.push(Line::new("", format!("Changed since: {}", counted(cx, changes)), Role::Title));
        lines.extend(changes.iter().map(|change| changed(cx, change)));
    }
    lines
}

/// "12 fields of 7 controls".
fn counted(cx: Cx<'_>, changes: &[Difference]) -> String {
    let mut controls: Vec<&str> =
        changes.iter().filter_map(|change| control(cx, &change.label)).map(|(id, _)| id).collect();
    controls.sort_unstable();
    controls.dedup();
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    let (fields, of) = (changes.len(), controls.len());
    format!("{fields} field{} of {of} control{}", plural(fields), plural(of))
}

/// The control that a label of the projection is about, and the field of it.
fn control<'a>(cx: Cx<'_>, label: &'a str) -> Option<(&'a str, &'a str)> {
    // ids of other sets may have blanks in them
    let mut at = label.match_indices(' ').map(|(at, _)| at);
    at.find_map(|at| {
        let (id, field) = label.split_at_checked(at)?;
        cx.isms.row(Kind::Control, id).map(|_| (id, field.trim_start()))
    })
}

fn changed(cx: Cx<'_>, change: &Difference) -> Line {
    let words = |side: &Option<String>| match side {
        Some(text) if !text.trim().is_empty() => text.replace('\n', " "),
        _ => "–".to_string(),
    };
    let (before, after) = (words(&change.before), words(&change.after));
    match control(cx, &change.label) {
        Some((id, field)) => {
            let text = format!("{field}: {before} → {after}");
            Line::new(id, text, Role::Info).to(Target::Record(At::new(Kind::Control, id)))
        }
        None => Line::new("", format!("{}: {before} → {after}", change.label), Role::Info),
    }
}

/// Who approved which version, when, and by which digest; the latest first.
fn approvals(cx: Cx<'_>) -> Vec<Line> {
    let approvals = cx.isms.soa.only().approvals.iter().rev();
    approvals
        .enumerate()
        .map(|(nth, approval)| {
            let day =
                |day: Option<chrono::NaiveDate>| day.map_or("no date".into(), |d| d.to_string());
            let mut text = format!("{} by {}", approval.version, approval.by);
            if !approval.role.is_empty() {
                text += &format!(" ({})", approval.role);
            }
            text += &format!(" on {}", day(approval.made));
            if approval.recorded != approval.made {
                text += &format!(", recorded {}", day(approval.recorded));
            }
            let digest: String = approval.digest.chars().take(12).collect();
            text += &match digest.as_str() {
                "" => " · without a digest".to_string(),
                digest => format!(" · digest {digest}"),
            };
            Line::new(if nth == 0 { "Approved" } else { "" }, text, Role::Text)
        })
        .collect()
}
