//! A table as text: columns as wide as they need, cut to what the terminal has, ids never cut.

use crate::ui::text::{fit, safe, width as wide_of};
use std::io::IsTerminal;

/// How wide text is laid out where there is no terminal.
const PIPED: usize = 100;
/// No column is cut below this.
const LEAST: usize = 8;
const BETWEEN: usize = 2;

/// A table of text.
#[derive(Debug, Clone, Default)]
pub struct Table {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
    fixed: Vec<usize>,
}

impl Table {
    /// A table with these headings.
    pub fn new(head: &[&str]) -> Self {
        let head = head.iter().map(|h| (*h).to_string()).collect();
        Self { head, rows: Vec::new(), fixed: Vec::new() }
    }

    /// A table without headings.
    pub fn bare(columns: usize) -> Self {
        Self { head: vec![String::new(); columns], ..Self::default() }
    }

    /// Columns that are never cut.
    #[must_use]
    pub fn fixed(mut self, columns: &[usize]) -> Self {
        self.fixed = columns.to_vec();
        self
    }

    /// Adds a row; its texts are made safe and put on one line.
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        let plain = |cell: String| {
            let line = safe(&cell);
            line.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        self.rows.push(cells.into_iter().map(plain).collect());
    }

    /// The table as wide as the terminal, or 100 columns in a pipe.
    pub fn text(&self) -> String {
        self.laid_out(width(), 0)
    }

    /// The same, moved to the right, and uncut in a pipe: for what is read and searched, not scanned.
    pub fn indented(&self, by: usize) -> String {
        let wide = if std::io::stdout().is_terminal() { width() } else { usize::MAX };
        self.laid_out(wide, by)
    }

    /// The table, this wide.
    pub fn laid_out(&self, width: usize, indent: usize) -> String {
        let widths = self.widths(width.saturating_sub(indent));
        let mut text = String::new();
        for row in std::iter::once(&self.head).filter(|head| !bare(head)).chain(&self.rows) {
            let mut line = " ".repeat(indent);
            for (n, (cell, wide)) in row.iter().zip(&widths).enumerate() {
                if n > 0 {
                    line += &" ".repeat(BETWEEN);
                }
                let cell = fit(cell, *wide);
                line += &cell;
                line += &" ".repeat(wide.saturating_sub(wide_of(&cell)));
            }
            text += line.trim_end();
            text.push('\n');
        }
        text
    }

    fn widths(&self, width: usize) -> Vec<usize> {
        let mut widths: Vec<usize> = self.head.iter().map(|head| wide_of(head)).collect();
        for row in &self.rows {
            for (wide, cell) in widths.iter_mut().zip(row) {
                *wide = (*wide).max(wide_of(cell));
            }
        }
        let gaps = BETWEEN * widths.len().saturating_sub(1);
        let spare = width.saturating_sub(gaps);
        // the widest columns give way first
        let mut most = widths.iter().copied().max().unwrap_or_default();
        while widths.iter().sum::<usize>() > spare && most > LEAST {
            most -= 1;
            for (n, wide) in widths.iter_mut().enumerate() {
                if !self.fixed.contains(&n) {
                    *wide = (*wide).min(most);
                }
            }
        }
        widths
    }
}

fn bare(head: &[String]) -> bool {
    head.iter().all(String::is_empty)
}

/// How wide text may be.
pub fn width() -> usize {
    match std::io::stdout().is_terminal() {
        true => usize::from(crate::term::size::terminal().width),
        false => PIPED,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let mut table = Table::new(&["id", "title", "owner"]).fixed(&[0]);
        table.row(["A-VERY-LONG-ID-001".into(), "a title that is long".into(), "mara".into()]);
        table.row(["8.1".into(), "e\u{301}\u{1b}[31m x\ny".into(), "日本語".into()]);
        table
    }

    #[test]
    fn the_widest_column_gives_way_and_ids_do_not() {
        let text = table().laid_out(36, 0);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "id                  title     owner");
        assert_eq!(lines[1], "A-VERY-LONG-ID-001  a title…  mara");
        assert!(lines.iter().all(|line| wide_of(line) <= 36), "{text}");
        assert!(table().laid_out(10, 0).contains("A-VERY-LONG-ID-001"));
    }

    #[test]
    fn cells_are_one_safe_line() {
        let text = table().laid_out(100, 0);
        assert_eq!(text.lines().count(), 3);
        assert!(!text.contains('\u{1b}'));
    }
}
