//! One HTML page with one table: nothing is fetched, nothing runs, it prints well.

use super::{Sheet, plain};

const STYLE: &str = "@page{size:A4 landscape;margin:14mm}\
    body{font:10pt/1.4 system-ui,sans-serif;color:#111;margin:2em}\
    table{border-collapse:collapse;width:100%}\
    th,td{border:1px solid #bbb;padding:.3em .6em;text-align:left;vertical-align:top}\
    dl{display:grid;grid-template-columns:max-content 1fr;gap:.2em 1em}dt{font-weight:600}dd{margin:0}\
    th{background:#f1f3f5}thead{display:table-header-group}tr{break-inside:avoid}";

/// The page.
pub fn write(sheet: &Sheet) -> String {
    let title = escaped(&sheet.title.replace('\n', " "));
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    );
    if !sheet.head.is_empty() {
        let pair = |(label, words): &(String, String)| {
            format!("<dt>{}</dt><dd>{}</dd>\n", escaped(label), escaped(words))
        };
        page += &format!("<dl>\n{}</dl>\n", sheet.head.iter().map(pair).collect::<String>());
    }
    page += "<table>\n";
    page += &format!("<thead>{}</thead>\n<tbody>\n", row(&sheet.columns, "th"));
    for cells in &sheet.rows {
        page += &row(cells, "td");
        page.push('\n');
    }
    page + "</tbody>\n</table>\n</body>\n</html>\n"
}

fn row(cells: &[String], tag: &str) -> String {
    let cells = cells.iter().map(|cell| format!("<{tag}>{}</{tag}>", escaped(cell)));
    format!("<tr>{}</tr>", cells.collect::<String>())
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in plain(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push_str("<br>"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_text_is_text() {
        let sheet = Sheet {
            title: "<b>".into(),
            head: Vec::new(),
            columns: vec!["a".into()],
            rows: vec![vec!["<script>alert('x')</script>\n&".into()]],
        };
        let page = write(&sheet);
        assert!(!page.contains("<script") && !page.contains("<b>"));
        assert!(page.contains("<td>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;<br>&amp;</td>"));
    }
}
