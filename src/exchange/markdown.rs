//! A Markdown table in which every text stands for itself.

use super::{Sheet, plain};

/// The title as a heading, what stands above the table, then the table.
pub fn write(sheet: &Sheet) -> String {
    let mut text = String::new();
    if !sheet.title.is_empty() {
        text += &format!("# {}\n\n", cell(&sheet.title.replace('\n', " ")));
    }
    for (label, words) in &sheet.head {
        text += &format!("- **{}**: {}\n", cell(label), cell(words));
    }
    if !sheet.head.is_empty() {
        text.push('\n');
    }
    text += &row(&sheet.columns);
    text += &format!("|{}\n", "---|".repeat(sheet.columns.len()));
    for cells in &sheet.rows {
        text += &row(cells);
    }
    text
}

fn row(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    format!("| {} |\n", cells.join(" | "))
}

/// A text on one line, with a backslash before each sign that Markdown could take for its own.
fn cell(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in plain(text).trim().chars() {
        match c {
            '\n' => out.push_str("<br>"),
            '\t' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&' | '~' | '#' | '$' | '!' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_do_not_break_out_of_their_cells() {
        let sheet = Sheet {
            title: "A & B".into(),
            head: Vec::new(),
            columns: vec!["id".into(), "text".into()],
            rows: vec![vec!["8.1".into(), "a|b <script>\n*x*".into()]],
        };
        assert_eq!(
            write(&sheet),
            "# A \\& B\n\n| id | text |\n|---|---|\n| 8.1 | a\\|b \\<script\\><br>\\*x\\* |\n"
        );
    }
}
