//! What lies over a pane: pickers, inputs, the text editor, sheets to read, questions.
//!
//! A layer is a small state machine over keys. It knows nothing of records beyond the words it was
//! given; what its answer means is the business of the [`crate::app::Purpose`] that it was opened for.

pub mod choose;
pub mod columns;
pub mod confirm;
pub mod criteria;
pub mod editor;
pub mod find;
pub mod form;
pub mod grid;
pub mod input;
pub mod line;
pub mod session;
pub mod sheet;

pub use choose::{Choose, Item};
pub use columns::Columns;
pub use confirm::Confirm;
pub use criteria::{CriteriaSheet, Want};
pub use editor::Editor;
pub use find::Find;
pub use form::{Form, FormField};
pub use grid::Grid;
pub use input::Input;
pub use line::Line;
pub use session::{Ask, Deed, Session};
pub use sheet::{Sheet, SheetLine, SheetTarget};

use crate::{isms::At, pane::Cx, term::key::Key};

/// One layer.
#[derive(Debug, Clone)]
pub enum Layer {
    /// One or several of a list.
    Choose(Choose),
    /// The columns of a list.
    Columns(Columns),
    /// One line, a date, a number.
    Input(Input),
    /// A text of any length.
    Editor(Box<Editor>),
    /// Find over everything, or a command by name.
    Find(Box<Find>),
    /// A place on the risk grid.
    Grid(Grid),
    /// Something to read, line by line, where lines may lead somewhere.
    Sheet(Sheet),
    /// A question with a safe default.
    Confirm(Confirm),
    /// A few lines that are answered together.
    Form(Form),
    /// The session for management.
    Session(Session),
    /// The criteria screen.
    Criteria(Box<CriteriaSheet>),
}

/// What became of a key.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// The layer took it.
    Taken,
    /// The layer has no use for it.
    Ignored,
    /// The layer is done, with nothing to tell.
    Closed,
    /// The layer is done, and this is the answer.
    Answered(Answer),
    /// An answer, while the layer stays open.
    Meanwhile(Answer),
}

/// What a person answered.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// A text.
    Text(String),
    /// A text, and the next record that needs one is wanted.
    TextAndNext(String),
    /// A text that was typed but is not wanted; kept as a draft.
    Dropped(String),
    /// Keys of what was chosen.
    Chosen(Vec<String>),
    /// A record.
    Record(At),
    /// A record to link with the current one.
    LinkTo(At),
    /// An action by name.
    Command(String),
    /// A saved view, by its key.
    View(String),
    /// Columns of a list.
    Columns(Vec<crate::pane::Spec>),
    /// A place on the grid: likelihood and consequence.
    Place(i64, i64),
    /// Yes.
    Yes,
    /// The lines of a form.
    Filled(Vec<String>),
    /// What a key of the session asks for.
    Asked(Ask),
    /// What the criteria screen wants.
    Wanted(Want),
    /// The external editor is wanted for this text.
    External(String),
    /// Copy this.
    Copy(String),
    /// What stands under the cursor now, for a preview.
    Hovered(String),
}

impl Layer {
    /// Handles a key.
    pub fn on_key(&mut self, key: Key, cx: Cx<'_>) -> Outcome {
        match self {
            Layer::Choose(layer) => layer.on_key(key),
            Layer::Columns(layer) => layer.on_key(key),
            Layer::Input(layer) => layer.on_key(key, cx.today),
            Layer::Editor(layer) => layer.on_key(key),
            Layer::Find(layer) => layer.on_key(key, cx),
            Layer::Grid(layer) => layer.on_key(key),
            Layer::Sheet(layer) => layer.on_key(key),
            Layer::Confirm(layer) => layer.on_key(key),
            Layer::Form(layer) => layer.on_key(key, cx.today),
            Layer::Session(layer) => layer.on_key(key),
            Layer::Criteria(layer) => layer.on_key(key, cx),
        }
    }

    /// Handles a paste; false if there is no place for text.
    pub fn on_paste(&mut self, text: &str, cx: Cx<'_>) -> bool {
        match self {
            Layer::Choose(layer) => layer.query.insert(text),
            Layer::Input(layer) => layer.paste(text, cx.today),
            Layer::Editor(layer) => layer.paste(text),
            Layer::Find(layer) => layer.paste(text, cx),
            Layer::Sheet(layer) => layer.query.insert(text),
            Layer::Form(layer) => layer.paste(text, cx.today),
            Layer::Criteria(layer) => return layer.paste(text),
            Layer::Columns(_) | Layer::Grid(_) | Layer::Confirm(_) | Layer::Session(_) => {
                return false;
            }
        }
        true
    }
}
