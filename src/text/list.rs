//! Putting items into lists and taking them out.
use super::change::{Changer, Pass};
use super::error::{EditError, line_col};
use super::gap::Row;
use super::splice::{Splice, apply, tidy};
use super::tree::{Node, Shape, Tree};
use super::value::Value;

/// A new item of a list.
#[derive(Clone, Copy, Debug)]
pub enum New<'a> {
    /// Written like its neighbours.
    Value(&'a Value),
    /// Its text as it is to stand, for undo.
    Text(&'a str),
}

/// Puts a new item before item `at`, or after the last, written like its neighbours.
pub fn insert_item(
    src: &str,
    tree: &Tree,
    list: Node,
    at: usize,
    item: &Value,
) -> Result<Vec<Splice>, EditError> {
    insert_items(src, tree, list, &[(at, vec![New::Value(item)])])
}

/// The same with the item's text as it is to stand, for undo.
pub fn insert_item_text(
    src: &str,
    tree: &Tree,
    list: Node,
    at: usize,
    text: &str,
) -> Result<Vec<Splice>, EditError> {
    insert_items(src, tree, list, &[(at, vec![New::Text(text)])])
}

/// Puts several new items at once, each group before an item of the list as it is now.
pub fn insert_items(
    src: &str,
    tree: &Tree,
    list: Node,
    groups: &[(usize, Vec<New>)],
) -> Result<Vec<Splice>, EditError> {
    let last = groups.iter().map(|(at, _)| *at).max().unwrap_or_default();
    let row = row(src, tree, list, last)?;
    let mut changer = Changer::new(src, tree, Pass::Grow);
    for (at, items) in groups {
        changer.add_items(&row, *at, items);
    }
    checked(src, tree, changer.splices)
}

/// Takes item `k` out together with the comment lines that touch it from above.
pub fn remove_item(src: &str, tree: &Tree, list: Node, k: usize) -> Result<Vec<Splice>, EditError> {
    remove_items(src, tree, list, &[k])
}

/// The same for several items, in rising order.
pub fn remove_items(
    src: &str,
    tree: &Tree,
    list: Node,
    gone: &[usize],
) -> Result<Vec<Splice>, EditError> {
    let last = gone.iter().copied().max().unwrap_or_default();
    let row = row(src, tree, list, last + 1).map_err(|error| match error {
        EditError::NoSuchItem { at, len, .. } => EditError::NoSuchItem { at, asked: last, len },
        other => other,
    })?;
    let mut changer = Changer::new(src, tree, Pass::Cut);
    changer.drop_items(&row, gone, true);
    checked(src, tree, changer.splices)
}

fn row<'a>(src: &'a str, tree: &'a Tree, list: Node, k: usize) -> Result<Row<'a>, EditError> {
    let list = tree.seen_through_some(src, list);
    let at = line_col(src, tree.span(list).start);
    if tree.shape(list) != Shape::List {
        return Err(EditError::NotAList { at });
    }
    let row = Row::new(src, tree, list);
    let len = row.items.len();
    if k > len { Err(EditError::NoSuchItem { at, asked: k, len }) } else { Ok(row) }
}

/// A broken verbatim value must not reach the file.
fn checked(src: &str, tree: &Tree, splices: Vec<Splice>) -> Result<Vec<Splice>, EditError> {
    let splices = tidy(splices);
    let after = apply(src, &splices);
    Tree::piece(&after, tree.implicit_some, tree.crlf).map_err(EditError::BadValue)?;
    Ok(splices)
}
