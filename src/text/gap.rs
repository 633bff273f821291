//! What stands between two items: comma, remarks, blank lines, comment lines, and whose they are.
//!
//! A comment on the line of an item belongs to that item if the line ends there; comment lines that
//! touch an item from above belong to it; a comment with a blank line below it is a section header
//! and belongs to nobody. All edits of lists and fields are decided on this reading.
use super::scan::Scanner;
use super::tree::{Node, Tree};

/// The bytes between two neighbours, or between an item and its bracket.
#[derive(Clone, Debug, Default)]
pub(super) struct Gap {
    /// Where the comma stands.
    pub comma: Option<usize>,
    /// End of what belongs to the item before: itself, its comma, its remarks.
    pub remark_end: usize,
    /// A comment stands behind the comma on the line of the item before.
    pub remark: bool,
    /// That one, or one before the comma, is a `//` comment.
    pub slashes: bool,
    /// Start of the line after the item before, if its line ends in this gap.
    pub line_end: Option<usize>,
    /// The same past the blank lines that follow.
    pub blanks_end: usize,
    /// Start of the line of the item after, if it begins in this gap.
    pub line_start: Option<usize>,
    /// Start of what belongs to the item after, comment lines included.
    pub lead: usize,
    /// Start of what belongs to it on its own line.
    pub inline_lead: usize,
    /// Blank lines directly above `lead`: how many, and where they start.
    pub blanks: usize,
    pub blanks_start: usize,
    /// Comments that don't belong to the item before.
    pub comments: usize,
}

enum Token {
    Comma(usize),
    Comment { start: usize, end: usize, slashes: bool },
    Break { next: usize },
}

fn tokens(src: &str, from: usize, to: usize) -> Vec<Token> {
    let mut scan = Scanner::new(src, from);
    let mut out = Vec::new();
    while scan.at < to {
        let start = scan.at;
        match scan.peek() {
            b',' => out.push(Token::Comma(start)),
            b'\n' => out.push(Token::Break { next: start + 1 }),
            b'/' if scan.comment().is_ok() => {
                let slashes = src.as_bytes().get(start + 1) == Some(&b'/');
                let cr = slashes && scan.bytes.get(scan.at.wrapping_sub(1)) == Some(&b'\r');
                out.push(Token::Comment { start, end: scan.at - usize::from(cr), slashes });
                continue;
            }
            _ => {}
        }
        scan.at += 1;
    }
    out
}

/// Where what belongs to the item at `to` begins: the comment lines that touch it from above.
///
/// `from` is the end of the item before, or just behind the opening bracket.
pub fn lead(src: &str, from: usize, to: usize) -> usize {
    gap(src, from, to, false).lead
}

/// Reads the gap `from..to`; `last` if a closing bracket follows.
fn gap(src: &str, from: usize, to: usize, last: bool) -> Gap {
    let tokens = tokens(src, from, to);
    let comma = tokens.iter().position(|token| matches!(token, Token::Comma(_)));
    let (head, tail) = tokens.split_at(comma.map_or(0, |k| k + 1));
    let comma = match head.last() {
        Some(Token::Comma(at)) => Some(*at),
        _ => None,
    };
    let after = comma.map_or(from, |at| at + 1);
    let mut slashes =
        head.iter().any(|token| matches!(token, Token::Comment { slashes: true, .. }));
    let eol = tail.iter().position(|token| matches!(token, Token::Break { .. }));
    let Some(eol) = eol else {
        let first = tail.iter().find_map(Token::comment_start).unwrap_or(to);
        let end = tail.iter().filter_map(Token::comment_end).next_back().unwrap_or(after);
        // Before a closing bracket and without a comma they belong to the item.
        let own = last && comma.is_none();
        let (remark_end, lead) = if own { (end, to) } else { (after, first) };
        let comments = if own { 0 } else { tail.len() };
        return Gap {
            comma,
            remark_end,
            slashes,
            blanks_end: to,
            lead,
            inline_lead: lead,
            blanks_start: lead,
            comments,
            ..Gap::default()
        };
    };
    let (own, below) = tail.split_at(eol);
    slashes |= own.iter().any(|token| matches!(token, Token::Comment { slashes: true, .. }));
    let remark_end = own.iter().filter_map(Token::comment_end).next_back().unwrap_or(after);
    let mut lines: Vec<(usize, Option<usize>)> = Vec::new(); // start, first comment
    for token in below {
        match token {
            Token::Break { next } => lines.push((*next, None)),
            Token::Comment { start, .. } => {
                if let Some((_, comment @ None)) = lines.last_mut() {
                    *comment = Some(*start);
                }
            }
            Token::Comma(_) => {}
        }
    }
    let line_end = lines.first().map(|line| line.0);
    let blank_below = lines.iter().take_while(|line| line.1.is_none()).last().map(|line| line.0);
    let (line_start, inline) = lines.pop().unwrap_or((to, None));
    let mut above = lines.iter().rev().peekable();
    let (mut lead, mut blanks) = (line_start, 0);
    while let Some((start, _)) = above.next_if(|line| line.1.is_some()) {
        lead = *start;
    }
    let mut blanks_start = lead;
    while let Some((start, _)) = above.next_if(|line| line.1.is_none()) {
        (blanks_start, blanks) = (*start, blanks + 1);
    }
    Gap {
        comma,
        remark_end,
        remark: !own.is_empty(),
        slashes,
        line_end,
        blanks_end: blank_below.or(line_end).unwrap_or(to),
        line_start: Some(line_start),
        lead,
        inline_lead: inline.unwrap_or(to),
        blanks,
        blanks_start,
        comments: below.iter().filter_map(Token::comment_end).count(),
    }
}

impl Token {
    fn comment_start(&self) -> Option<usize> {
        if let Token::Comment { start, .. } = self { Some(*start) } else { None }
    }

    fn comment_end(&self) -> Option<usize> {
        if let Token::Comment { end, .. } = self { Some(*end) } else { None }
    }
}

/// A list or struct with its items laid out.
pub(super) struct Row<'a> {
    pub src: &'a str,
    pub tree: &'a Tree,
    pub node: Node,
    pub items: Vec<Node>,
    /// Just after the opening bracket.
    pub open: usize,
    /// At the closing bracket.
    pub close: usize,
}

impl<'a> Row<'a> {
    pub fn new(src: &'a str, tree: &'a Tree, node: Node) -> Row<'a> {
        let cell = tree.cell(node);
        let (open, close) = (cell.open as usize + 1, (cell.end as usize).saturating_sub(1));
        Row { src, tree, node, items: tree.children(node).collect(), open, close }
    }

    /// The gap before item `k`; before the closing bracket for `k == items.len()`.
    pub fn gap(&self, k: usize) -> Gap {
        let before = k.checked_sub(1).and_then(|k| self.items.get(k));
        let from = before.map_or(self.open, |item| self.tree.span(*item).end);
        let to = self.items.get(k).map_or(self.close, |item| self.tree.span(*item).start);
        gap(self.src, from, to, k == self.items.len())
    }

    /// How many blank lines part items around `k`, if they part all of them.
    ///
    /// A single blank line is a section's, not a rhythm that a new item has to keep.
    pub fn rhythm(&self, k: usize) -> usize {
        const NEAR: usize = 4;
        let gaps = k.saturating_sub(NEAR).max(1)..self.items.len().min(k + NEAR);
        gaps.map(|k| self.gap(k).blanks).min().unwrap_or_default()
    }

    /// Whether item `k` has its lines to itself.
    pub fn own_lines(&self, k: usize) -> bool {
        self.gap(k).line_start.is_some() && self.gap(k + 1).line_end.is_some()
    }

    /// Whether the items begin on lines of their own.
    pub fn broken(&self) -> bool {
        self.gap(0).line_start.is_some()
    }

    pub fn end(&self, k: usize) -> usize {
        self.items.get(k).map_or(self.open, |item| self.tree.span(*item).end)
    }

    /// Whether the last item has a comma.
    pub fn trailing_comma(&self) -> bool {
        self.gap(self.items.len()).comma.is_some()
    }
}

/// The blanks at the start of the line on which `at` stands.
pub(super) fn indent_at(src: &str, at: usize) -> &str {
    let head = src.get(..at).unwrap_or_default();
    let bol = memchr::memrchr(b'\n', head.as_bytes()).map_or(0, |i| i + 1);
    let line = src.get(bol..).unwrap_or_default();
    let blanks = line.len() - line.trim_start_matches([' ', '\t']).len();
    line.get(..blanks).unwrap_or_default()
}

/// The same for a line that may be the first of a piece cut from a file: it has lost its indentation,
/// the piece's last line has kept it.
pub(super) fn outer_indent(src: &str, at: usize) -> &str {
    let first_line = !src.get(..at).unwrap_or_default().contains('\n');
    indent_at(src, if first_line { src.trim_end().len().saturating_sub(1) } else { at })
}
