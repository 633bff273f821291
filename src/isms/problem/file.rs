//! What is wrong with a file around its records: sections, the schema, the name at the root.

use super::{Kind, Register, Severity};
use crate::text::{Tree, Value, read};

/// The schema that this program reads and writes.
const SCHEMA: i64 = 1;

/// Looks at all that stands at the root of a file; problems have a severity, line, column and sentence.
pub(super) fn sections(register: &Register, push: &mut impl FnMut(Severity, usize, usize, String)) {
    let (src, file) = (&*register.text, register.file);
    let Ok(tree) = Tree::parse(src) else { return };
    let root = tree.root();
    if let Some(name) = tree.name(src, root).filter(|name| *name != file.root()) {
        let (line, column) = register.line_col(tree.span(root).start);
        let message = format!(
            "the file begins with `{name}(`, but {} should begin with `{}(`.",
            file.name(),
            file.root()
        );
        push(Severity::Warning, line, column, message);
    }
    let known: Vec<&str> = file.kinds().map(Kind::key).chain(["schema"]).collect();
    let mut met: Vec<&str> = Vec::new();
    for (name, value) in tree.fields(src, root) {
        let (line, column) = register.line_col(tree.span(value).start);
        if met.contains(&name) {
            let message = format!("`{name}` stands here a second time; only the first is read.");
            push(Severity::Error, line, column, message);
        } else if name == "schema" && read(src, &tree, value) != Value::Int(SCHEMA) {
            let message = format!(
                "the schema is {}, but this annexa reads schema {SCHEMA}; a newer annexa may know \
                 more.",
                tree.slice(src, value)
            );
            push(Severity::Error, line, column, message);
        } else if name != "schema" && !known.contains(&name) {
            let message = format!("annexa knows no section `{name}` here; it is kept as it is.");
            push(Severity::Warning, line, column, message);
        }
        met.push(name);
    }
    if !met.contains(&"schema") {
        push(Severity::Warning, 1, 1, "`schema: 1` is missing at the top.".to_string());
    }
}
