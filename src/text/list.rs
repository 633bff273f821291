//! Putting items into lists and taking them out.
use super::change::{Changer, Pass, on_top};
use super::error::{EditError, line_col};
use super::gap::Row;
use super::insert::spot;
use super::remove::cut;
use super::splice::{Splice, apply, tidy};
use super::tree::{Node, Shape, Tree};
use super::value::Value;
use super::write::Pen;

/// Puts a new item before item `at`, or after the last, written like its neighbours.
pub fn insert_item(
    src: &str,
    tree: &Tree,
    list: Node,
    at: usize,
    item: &Value,
) -> Result<Vec<Splice>, EditError> {
    let row = row(src, tree, list, at)?;
    let mut changer = Changer::new(src, tree, Pass::Grow);
    changer.add_items(&row, at, &[item]);
    checked(src, changer.splices)
}

/// The same with the item's text as it is to stand, for undo.
pub fn insert_item_text(
    src: &str,
    tree: &Tree,
    list: Node,
    at: usize,
    text: &str,
) -> Result<Vec<Splice>, EditError> {
    let row = row(src, tree, list, at)?;
    let spread = on_top(src, tree, row.node) || text.contains('\n');
    let spot = spot(&row, at, &Pen::of(src, tree), spread);
    checked(src, spot.fill(&[text.to_owned()]))
}

/// Takes item `k` out together with the comment lines that touch it from above.
pub fn remove_item(src: &str, tree: &Tree, list: Node, k: usize) -> Result<Vec<Splice>, EditError> {
    let row = row(src, tree, list, k + 1).map_err(|error| match error {
        EditError::NoSuchItem { at, len, .. } => EditError::NoSuchItem { at, asked: k, len },
        other => other,
    })?;
    checked(src, cut(&row, k, k, true))
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
fn checked(src: &str, splices: Vec<Splice>) -> Result<Vec<Splice>, EditError> {
    let splices = tidy(splices);
    Tree::parse(&apply(src, &splices)).map_err(EditError::BadValue)?;
    Ok(splices)
}
