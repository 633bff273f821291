//! Putting changed text in its place, and reading again just what it touched.

use super::{File, Found, Isms, Kind, Register, State};
use crate::{
    standard::Standard,
    text::{self, Tree, Value},
};
use std::sync::Arc;

impl Isms {
    /// The value that stands in the file, whether annexa can make sense of it or not.
    pub fn stored(&self, kind: Kind, row: usize, field: &str) -> Value {
        let Some(piece) = self.register(kind.file()).piece(kind, row) else {
            return Value::Nothing;
        };
        let Ok(tree) = Tree::parse(piece) else { return Value::Nothing };
        tree.field(piece, tree.root(), field)
            .map_or(Value::Nothing, |node| text::read(piece, &tree, node))
    }

    /// Puts new texts in the places of records of one file, and reads these records again.
    ///
    /// # Errors
    /// The sentence says which record could not be read again; nothing was changed then.
    pub(crate) fn set_pieces(
        &mut self,
        standard: &Standard,
        file: File,
        edits: &[(Kind, usize, String)],
    ) -> Result<(), String> {
        let mut trees = Vec::with_capacity(edits.len());
        for (kind, row, piece) in edits {
            let tree = Tree::parse(piece).map_err(|error| {
                let key = self.key(*kind, *row).unwrap_or_default();
                format!("{} {key} would not be readable any more: {error}.", kind.label())
            })?;
            trees.push(tree);
        }
        let stamp = self.next_stamp();
        self.register_mut(file).set_pieces(edits, stamp);
        let mut renamed = false;
        for ((kind, row, piece), tree) in edits.iter().zip(&trees) {
            renamed |= !self.replace_row(*kind, *row, piece, tree);
        }
        if renamed {
            let text = Arc::clone(&self.register(file).text);
            self.read_file(standard, file, Found::Text(text));
        }
        Ok(())
    }

    /// Puts a whole new text in the place of a file's, and reads all its records again.
    ///
    /// # Errors
    /// The sentence says where the new text can't be read; nothing was changed then.
    pub(crate) fn set_text(
        &mut self,
        standard: &Standard,
        file: File,
        text: String,
    ) -> Result<(), String> {
        let text: Arc<str> = text.into();
        let (register, _) = Register::cut(file, Arc::clone(&text), 0);
        if let State::Broken(error) = register.state {
            return Err(format!("{} would not be readable any more: {error}.", file.name()));
        }
        self.read_file(standard, file, Found::Text(text));
        Ok(())
    }

    /// Gives a register back the stamp that its text had before.
    pub(crate) fn restamp(&mut self, file: File, stamp: u64) {
        self.register_mut(file).stamp = stamp;
    }

    fn register_mut(&mut self, file: File) -> &mut Register {
        let [isms, controls, clauses, risks, audit, documents, evidence, actions] =
            &mut self.registers;
        match file {
            File::Isms => isms,
            File::Controls => controls,
            File::Clauses => clauses,
            File::Risks => risks,
            File::Audit => audit,
            File::Documents => documents,
            File::Evidence => evidence,
            File::Actions => actions,
        }
    }
}
