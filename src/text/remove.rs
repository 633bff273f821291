//! What goes when items or fields go: their lines, commas and remarks, never those of others.
use super::gap::{Gap, Row};
use super::splice::Splice;

/// Cuts the items `first..=last`; with `lead` the comment lines that touch them from above go too.
pub(super) fn cut(row: &Row, first: usize, last: usize, lead: bool) -> Vec<Splice> {
    if (first..=last).all(|k| row.own_lines(k)) {
        return cut_lines(row, first, last, lead);
    }
    let (before, after) = (row.gap(first), row.gap(last + 1));
    if after.line_end.is_none() && last + 1 < row.items.len() {
        return up_to_next(&before, &after, lead);
    }
    if last + 1 < row.items.len() {
        // The line ends here and the next item is on another one.
        let start = before.comma.map_or(before.lead, |comma| comma + 1);
        return vec![Splice::cut(start, after.remark_end)];
    }
    vec![Splice::cut(start_of_tail(row, &before, &after, lead), after.remark_end)]
}

/// The last items: without a trailing comma the one before them loses its comma.
fn start_of_tail(row: &Row, before: &Gap, after: &Gap, lead: bool) -> usize {
    let others = before.remark || (before.line_end.is_some() && before.comments > 0);
    match (before.comma, before.line_end) {
        (Some(comma), _) if after.comma.is_none() && !others => comma,
        (Some(comma), None) => comma + 1,
        (_, Some(_)) if lead => before.lead,
        (_, Some(_)) => before.inline_lead,
        (None, None) => {
            let inner = row.src.get(row.open..before.lead).unwrap_or_default();
            row.open + inner.trim_end_matches([' ', '\t']).len()
        }
    }
}

/// The next item moves up to where the first one began.
fn up_to_next(before: &Gap, after: &Gap, lead: bool) -> Vec<Splice> {
    let mut splices = Vec::new();
    if let (true, Some(line)) = (lead, before.line_start) {
        splices.push(Splice::cut(before.lead, line));
    }
    splices.push(Splice::cut(before.inline_lead, after.lead));
    splices
}

fn cut_lines(row: &Row, first: usize, last: usize, lead: bool) -> Vec<Splice> {
    let mut splices = Vec::new();
    let below = row.gap(last + 1);
    for k in first..=last {
        let (before, after) = (row.gap(k), row.gap(k + 1));
        let line = before.line_start.unwrap_or(before.lead);
        let mut start = if lead { before.lead } else { line };
        let mut end = after.line_end.unwrap_or(after.remark_end);
        // Of the blank lines above and below one lot goes, so that the rhythm stays.
        let bare = start == before.lead;
        let gap_below = below.blanks_end > below.line_end.unwrap_or(below.blanks_end);
        let bracket_below = last + 1 == row.items.len() && below.line_start == below.line_end;
        if bare && (k > first || (before.blanks > 0 && (gap_below || bracket_below))) {
            start = before.blanks_start;
        } else if k == 0 && last + 1 < row.items.len() && before.line_end == Some(start) {
            end = if k == last { after.blanks_end } else { end };
        }
        splices.push(Splice::cut(start, end));
    }
    splices
}
