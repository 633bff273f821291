//! A page that stands alone and prints well.

use super::{Sheet, plain};

const STYLE: &str = "@page{size:A4 landscape;margin:14mm}\
body{font:10pt/1.4 system-ui,sans-serif;color:#111;margin:2em}\
table{border-collapse:collapse;width:100%}thead{display:table-header-group}\
th,td{border:1px solid #bbb;padding:.3em .5em;text-align:left;vertical-align:top}\
th{background:#f1f3f5}tr{break-inside:avoid}";

pub(super) fn write(sheet: &Sheet) -> String {
    let title = safe(&sheet.title);
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title>\n\
         <style>{STYLE}</style></head>\n<body><h1>{title}</h1>\n<table>\n<thead>{}</thead>\n<tbody>\n",
        row(&sheet.columns, "th")
    );
    for cells in &sheet.rows {
        out += &row(cells, "td");
        out.push('\n');
    }
    out + "</tbody></table></body></html>\n"
}

fn row(cells: &[String], tag: &str) -> String {
    let cells: String = cells.iter().map(|cell| format!("<{tag}>{}</{tag}>", safe(cell))).collect();
    format!("<tr>{cells}</tr>")
}

fn safe(text: &str) -> String {
    plain(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
        .replace('\n', "<br>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_never_markup() {
        let rows = vec![vec!["<script>alert('x')</script>".to_string()]];
        let sheet = Sheet { title: "a & b".into(), columns: vec!["c".into()], rows };
        let page = write(&sheet);
        assert!(page.contains("a &amp; b") && !page.contains("<script"), "{page}");
    }
}
