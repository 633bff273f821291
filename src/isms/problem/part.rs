//! What is wrong inside the parts of a record: who decided, which item, how many months.

use super::{RecordProblems, Severity, Shape, astray};
use crate::{
    isms::Field,
    standard::Standard,
    text::{Tree, Value, read},
};

impl RecordProblems<'_> {
    /// Looks for links to nothing and numbers out of range in all lists of parts.
    pub(super) fn parts(&mut self, standard: &Standard) {
        let lists = self.kind.fields().iter().filter_map(|field| match field.shape {
            Shape::Parts(table) => Some((field.key, table)),
            _ => None,
        });
        let lists: Vec<_> = lists.collect();
        let piece = self.isms.register(self.kind.file()).piece(self.kind, self.row);
        let Some(piece) = piece.filter(|_| !lists.is_empty()) else { return };
        let Ok(tree) = Tree::parse(piece) else { return };
        for (key, table) in lists {
            let Some(list) = tree.field(piece, tree.root(), key) else { continue };
            let list = tree.seen_through_some(piece, list);
            for part in tree.children(list) {
                let part = tree.seen_through_some(piece, part);
                for field in table {
                    if let Some(node) = tree.field(piece, part, field.key) {
                        let at = tree.span(node).start;
                        self.part_field(standard, at, &read(piece, &tree, node), field);
                    }
                }
            }
        }
    }

    fn part_field(&mut self, standard: &Standard, at: usize, value: &Value, field: &Field) {
        if let (Shape::Number(low, high), Value::Int(number)) = (field.shape, value)
            && !(low..=high).contains(number)
        {
            let message = format!("{} is {number}, but goes from {low} to {high}.", field.label);
            self.push(Severity::Error, field.key, Some(at), message);
        }
        for message in astray(self.isms, standard, field, value) {
            self.push(Severity::Error, field.key, Some(at), message);
        }
    }
}
