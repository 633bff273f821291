//! A Markdown table; bars and line ends inside cells are escaped.

use super::{Sheet, plain};

pub(super) fn write(sheet: &Sheet) -> String {
    let mut out = format!("# {}\n\n", cell(&sheet.title));
    out += &line(&sheet.columns);
    out += &format!("|{}\n", "---|".repeat(sheet.columns.len()));
    for row in &sheet.rows {
        out += &line(row);
    }
    out
}

fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    format!("| {} |\n", cells.join(" | "))
}

fn cell(text: &str) -> String {
    let mut out = String::new();
    for c in plain(text).trim().chars() {
        match c {
            '\\' | '|' | '`' | '*' | '_' | '[' | ']' => {
                out.push('\\');
                out.push(c);
            }
            '<' => out += "&lt;",
            '&' => out += "&amp;",
            '\n' => out += "<br>",
            '\t' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_and_lines_stay_in_their_cell() {
        let sheet = Sheet {
            title: "t".into(),
            columns: vec!["a".into()],
            rows: vec![vec!["x|y\n<b>".into()]],
        };
        assert_eq!(write(&sheet), "# t\n\n| a |\n|---|\n| x\\|y<br>&lt;b> |\n");
    }
}
