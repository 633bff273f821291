//! Where the records of a file are, and whether it is such a file at all.

use super::{File, Kind};
use crate::text::{self, Node, Shape, SyntaxError, Tree};
use std::ops::Range;

/// The places of a file's records, by kind.
pub(super) type Spans = Vec<(Kind, Vec<Range<u32>>)>;

/// Finds the records of a file by the outline of its text.
pub(super) fn spans(file: File, src: &str, outline: &Tree) -> Result<Spans, SyntaxError> {
    fits(file, src, outline)?;
    let of_kind = |kind: Kind| {
        let nodes = nodes(src, outline, kind).into_iter();
        (kind, nodes.map(|node| narrow(outline.span(node))).collect())
    };
    Ok(file.kinds().map(of_kind).collect())
}

/// The nodes of all records of a kind.
pub(crate) fn nodes(src: &str, tree: &Tree, kind: Kind) -> Vec<Node> {
    let Some(value) = tree.field(src, tree.root(), kind.key()) else { return Vec::new() };
    let value = tree.seen_through_some(src, value);
    if kind.is_single() {
        return if is_record(tree, value) { vec![value] } else { Vec::new() };
    }
    if tree.shape(value) != Shape::List {
        return Vec::new();
    }
    tree.children(value).filter(|node| is_record(tree, *node)).collect()
}

fn is_record(tree: &Tree, node: Node) -> bool {
    matches!(tree.shape(node), Shape::Struct | Shape::Unit)
}

/// Refuses a file whose root, or one of its sections, is something else than it should be.
fn fits(file: File, src: &str, tree: &Tree) -> Result<(), SyntaxError> {
    let refuse = |node: Node, message: String| {
        let at = tree.span(node).start;
        let (line, col) = text::line_col(src, at);
        Err(SyntaxError { at, line, col, message, opened: None })
    };
    if !is_record(tree, tree.root()) {
        let name = file.root();
        return refuse(tree.root(), format!("expected `{name}(schema: 1, …)` with named fields"));
    }
    for kind in file.kinds() {
        let Some(value) = tree.field(src, tree.root(), kind.key()) else { continue };
        let value = tree.seen_through_some(src, value);
        if tree.is_none(src, value) {
            continue;
        }
        let (key, label) = (kind.key(), kind.label());
        if kind.is_single() {
            if !is_record(tree, value) {
                return refuse(value, format!("`{key}` should be one record: `(field: value, …)`"));
            }
        } else if tree.shape(value) != Shape::List {
            return refuse(
                value,
                format!("`{key}` should be a list of {label} records: `[(…), …]`"),
            );
        } else if let Some(odd) = tree.children(value).find(|node| !is_record(tree, *node)) {
            return refuse(odd, format!("each {label} should be a record: `(id: \"…\", …)`"));
        }
    }
    Ok(())
}

/// A byte range in half the room; texts are smaller than 4 GiB.
pub(crate) fn narrow(span: Range<usize>) -> Range<u32> {
    let narrow = |at| u32::try_from(at).unwrap_or(u32::MAX);
    narrow(span.start)..narrow(span.end)
}
