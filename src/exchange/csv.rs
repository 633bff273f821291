//! Values separated by commas, quoted where need be (RFC 4180), without a formula.

use super::{Sheet, plain};

/// The sheet with its headings; the title has no place in CSV.
pub fn write(sheet: &Sheet) -> String {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in std::iter::once(&sheet.columns).chain(&sheet.rows) {
        let cells: Vec<String> = row.iter().map(|cell| harmless(cell)).collect();
        // writing to memory does not fail
        let _ = writer.write_record(&cells);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// A cell that no spreadsheet takes for a formula: an apostrophe is put before what could be one.
fn harmless(cell: &str) -> String {
    // the wide signs are formulas too where people type them
    const SIGNS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    let text = plain(cell);
    match cell.starts_with(SIGNS) || text.starts_with(SIGNS) {
        true => format!("'{text}"),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_becomes_text_and_everything_else_stays() {
        let rows = [
            "=1+1",
            "+1",
            "-1",
            "@sum",
            "\t=1",
            "\r=1",
            "\u{1b}=1",
            "a,b",
            "say \"x\"",
            "two\nlines",
            "",
        ];
        let sheet = Sheet {
            head: Vec::new(),
            columns: vec!["=head".into()],
            rows: rows.iter().map(|cell| vec![(*cell).to_string()]).collect(),
            ..Sheet::default()
        };
        let text = write(&sheet);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        assert_eq!(&reader.headers().unwrap()[0], "'=head");
        let read: Vec<String> = reader.records().map(|r| r.unwrap()[0].to_string()).collect();
        assert_eq!(
            read,
            [
                "'=1+1",
                "'+1",
                "'-1",
                "'@sum",
                "'\t=1",
                "'=1",
                "'=1",
                "a,b",
                "say \"x\"",
                "two\nlines",
                ""
            ]
        );
    }
}
