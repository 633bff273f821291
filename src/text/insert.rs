//! Where new items or fields go in a row, and what they bring along: commas, line ends, blank lines.
use super::gap::{Row, indent_at, outer_indent};
use super::splice::Splice;
use super::write::Pen;

/// The place for new items in a row.
pub(super) struct Spot {
    at: usize,
    /// End of the bytes that give way: blanks in an empty bracket.
    until: usize,
    /// Where a comma is missing after the item before.
    comma: Option<usize>,
    before: String,
    between: String,
    after: String,
    /// The indentation of the line the new item stands on.
    pub indent: String,
    /// The new item has lines to itself; otherwise it shares one.
    pub own_line: bool,
}

impl Spot {
    /// The splices that put the items there.
    pub fn fill(&self, texts: &[String]) -> Vec<Splice> {
        let mut text = format!("{}{}{}", self.before, texts.join(&self.between), self.after);
        let mut splices = Vec::new();
        match self.comma {
            Some(at) if at == self.at => text.insert(0, ','),
            Some(at) => splices.push(Splice::put(at, ",".to_owned())),
            None => {}
        }
        splices.push(Splice { start: self.at, end: self.until, text });
        splices
    }
}

/// The place before item `k`, or after the last; `spread` if an empty row should open up into lines.
pub(super) fn spot(row: &Row, k: usize, pen: &Pen, spread: bool) -> Spot {
    match (row.items.is_empty(), k) {
        (true, _) => in_empty(row, pen, spread),
        (false, 0) => before_first(row, pen),
        _ => after(row, k, pen),
    }
}

fn before_first(row: &Row, pen: &Pen) -> Spot {
    let (gap, newline) = (row.gap(0), pen.newline);
    let start = row.items.first().map_or(row.open, |item| row.tree.span(*item).start);
    let indent = indent_at(row.src, start).to_owned();
    if !row.own_lines(0) {
        return Spot::inline(gap.inline_lead, "", ", ", inline_indent(row, 0));
    }
    let rhythm = newline.repeat(row.rhythm(0));
    let between = format!(",{newline}{rhythm}{indent}");
    let after = format!(",{newline}{rhythm}");
    Spot { before: indent.clone(), between, after, own_line: true, ..Spot::at(gap.lead, indent) }
}

fn after(row: &Row, k: usize, pen: &Pen) -> Spot {
    let (gap, newline, n) = (row.gap(k), pen.newline, row.items.len());
    let own = row.own_lines(k - 1);
    if !own && !(gap.line_end.is_some() && (gap.remark || gap.slashes)) {
        let indent = inline_indent(row, k - 1);
        return match gap.comma {
            Some(comma) => Spot::inline(comma + 1, " ", ",", indent),
            None => Spot::inline(gap.remark_end, ", ", "", indent),
        };
    }
    let start = |k: usize| row.items.get(k).map_or(row.close, |item| row.tree.span(*item).start);
    let indent = match (own, gap.line_start) {
        (true, _) => indent_at(row.src, start(k - 1)).to_owned(),
        (false, Some(_)) if k < n => indent_at(row.src, start(k)).to_owned(),
        _ => format!("{}{}", indent_at(row.src, row.close), pen.step),
    };
    let blanks = if own { row.rhythm(k) } else { 0 };
    let before = format!("{newline}{}{indent}", newline.repeat(blanks));
    let comma = gap.comma.is_none().then(|| row.end(k - 1));
    let after = if gap.comma.is_some() { "," } else { "" }.to_owned();
    let between = format!(",{before}");
    Spot { comma, before, between, after, own_line: true, ..Spot::at(gap.remark_end, indent) }
}

fn in_empty(row: &Row, pen: &Pen, spread: bool) -> Spot {
    let (gap, newline) = (row.gap(0), pen.newline);
    let outer = outer_indent(row.src, row.close);
    let deep = format!("{outer}{}", pen.step);
    if let Some(line) = gap.line_start {
        // Comments may be there: they stay, the item comes after them.
        let mut lines = row.src.get(row.open..line).unwrap_or_default().lines().skip(1);
        let found = lines.find(|line| !line.trim().is_empty()).map(|line| {
            let blanks = line.len() - line.trim_start_matches([' ', '\t']).len();
            line.get(..blanks).unwrap_or_default()
        });
        let indent = found.filter(|found| found.len() > outer.len()).unwrap_or(&deep).to_owned();
        let (between, after) = (format!(",{newline}{indent}"), format!(",{newline}"));
        let before = indent.clone();
        return Spot { before, between, after, own_line: true, ..Spot::at(line, indent) };
    }
    let inner = row.src.get(row.open..row.close).unwrap_or_default();
    let at = row.open + inner.trim_end().len();
    let until = row.close;
    if spread {
        let (before, between) = (format!("{newline}{deep}"), format!(",{newline}{deep}"));
        let after = format!(",{newline}{outer}");
        return Spot { until, before, between, after, own_line: true, ..Spot::at(at, deep) };
    }
    let (before, after) = if at > row.open { (" ", " ") } else { ("", "") };
    let (before, after) = (before.to_owned(), after.to_owned());
    Spot { until, before, between: ", ".into(), after, ..Spot::at(at, outer.to_owned()) }
}

impl Spot {
    fn at(at: usize, indent: String) -> Spot {
        let none = String::new;
        let (before, between, after) = (none(), none(), none());
        Spot { at, until: at, comma: None, before, between, after, indent, own_line: false }
    }

    fn inline(at: usize, before: &str, after: &str, indent: String) -> Spot {
        let (before, after) = (before.to_owned(), after.to_owned());
        Spot { before, between: ", ".into(), after, ..Spot::at(at, indent) }
    }
}

/// The indentation of the line on which item `k` ends.
fn inline_indent(row: &Row, k: usize) -> String {
    indent_at(row.src, row.end(k).saturating_sub(1)).to_owned()
}
