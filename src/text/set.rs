//! Setting a field or a value: the public side of `change`.
use super::change::{Changer, Pass, Wanted};
use super::error::{EditError, line_col};
use super::read::means;
use super::splice::{Splice, apply, compose, tidy};
use super::tree::{Node, Shape, Tree};
use super::value::Value;
use super::write::can_be_name;

/// Passes after which the edit is refused; two were enough for every random edit ever tried.
const PASSES: usize = 8;

/// Sets one field of a record in the style that stands there; `Value::Nothing` removes it.
///
/// A missing field goes after the nearest field that `order` names before it. No splice if the record
/// says so already.
pub fn set_field(
    src: &str,
    tree: &Tree,
    record: Node,
    name: &str,
    value: &Value,
    order: &[&str],
) -> Result<Vec<Splice>, EditError> {
    let record = tree.seen_through_some(src, record);
    if !matches!(tree.shape(record), Shape::Struct | Shape::Unit) {
        return Err(EditError::NotARecord { at: line_col(src, tree.span(record).start) });
    }
    if !can_be_name(name) {
        return Err(EditError::BadName { name: name.to_owned() });
    }
    let wanted = Wanted { fields: vec![(name, value)], only: false, order: order.to_vec() };
    passes(src, tree, |changer| changer.record(record, &wanted))
}

/// Makes a node mean a value, field by field and item by item.
pub fn set_value(
    src: &str,
    tree: &Tree,
    node: Node,
    value: &Value,
) -> Result<Vec<Splice>, EditError> {
    if means(src, tree, node, value) {
        return Ok(Vec::new());
    }
    passes(src, tree, |changer| changer.value(node, value))
}

/// Cuts, then grows, until nothing is left to do.
///
/// Nodes are numbered in pre-order, so a node keeps its number while its inside changes.
fn passes(src: &str, tree: &Tree, step: impl Fn(&mut Changer)) -> Result<Vec<Splice>, EditError> {
    let mut done: Vec<Splice> = Vec::new();
    let mut now: Option<(String, Tree)> = None;
    let mut pass = Pass::Cut;
    for _ in 0..PASSES {
        let (text, index) = now.as_ref().map_or((src, tree), |(text, tree)| (text, tree));
        let mut changer = Changer::new(text, index, pass);
        step(&mut changer);
        let left = changer.left;
        let splices = tidy(changer.splices);
        pass = if pass == Pass::Cut { Pass::Grow } else { Pass::Cut };
        if splices.is_empty() && left {
            continue;
        }
        let next = apply(text, &splices);
        let after = Tree::piece(&next, tree.implicit_some, tree.crlf);
        let after = after.map_err(EditError::BadValue)?;
        done = compose(src, &done, &splices);
        if !left {
            return Ok(done);
        }
        now = Some((next, after));
    }
    Err(EditError::Unsettled)
}
