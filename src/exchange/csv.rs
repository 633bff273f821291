//! CSV for spreadsheets: a cell that would be taken for a formula begins with an apostrophe.

use super::{Sheet, plain};

pub(super) fn write(sheet: &Sheet) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in std::iter::once(&sheet.columns).chain(&sheet.rows) {
        // writing into memory can't fail
        let _ = writer.write_record(row.iter().map(|cell| neutral(&plain(cell))));
    }
    writer
        .into_inner()
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .unwrap_or_default()
}

fn neutral(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_stay_text() {
        let sheet = Sheet {
            columns: vec!["a".into()],
            rows: vec![vec!["=cmd()".into()], vec!["x,\"y\"".into()], vec!["@a\u{1b}[2J".into()]],
            ..Sheet::default()
        };
        assert_eq!(write(&sheet), "a\n'=cmd()\n\"x,\"\"y\"\"\"\n'@a\u{fffd}[2J\n");
    }
}
