//! The Isms: all registers as text, and all their records as typed views.

use super::{
    Action, Audit, Clause, Control, Criteria, Cycle, Document, Element, Evidence, Field, File,
    Glance, Intervals, Item, Kind, Nonconformity, Objective, Obligation, Organisation, Party,
    Person, Programme, Reader, Record, Register, Review, Risk, Scope, Soa, State, Table, Visit,
    Wrong, register,
};
use crate::{
    standard::Standard,
    text::{Node, Tree, Value},
};
use std::sync::Arc;

/// What was found in the place of a file.
#[derive(Debug, Clone)]
pub enum Found {
    /// No such file.
    Missing,
    /// Its text.
    Text(Arc<str>),
    /// It is there, but could not be read, for this reason.
    Unreadable(String),
}

/// A record's place: its kind and its key.
#[derive(
    Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub struct At {
    /// Kind of the record.
    pub kind: Kind,
    /// Its key: the id, see [`Table`].
    pub key: String,
}

impl At {
    /// A place.
    pub fn new(kind: Kind, key: impl Into<String>) -> Self {
        Self { kind, key: key.into() }
    }
}

macro_rules! tables {
    ($($kind:ident $table:ident $single:tt;)+) => {
        /// The organisation's records: eight texts, and a typed view of each record in them.
        #[derive(Debug, Clone)]
        pub struct Isms {
            pub(super) registers: [Register; 8],
            pub(super) stamps: u64,
            $(#[doc = concat!("Records of kind ", stringify!($kind), ".")] pub $table: Table<$kind>,)+
        }

        /// Runs an expression with the table of a kind.
        macro_rules! with_table {
            ($isms:expr, $of:expr, $t:ident => $do:expr) => {
                match $of { $(Kind::$kind => { let $t = &$isms.$table; $do })+ }
            };
        }

        impl Kind {
            /// The field table of the kind.
            pub fn fields(self) -> &'static [Field] {
                match self { $(Kind::$kind => <$kind as Record>::FIELDS,)+ }
            }
        }

        impl Isms {
            /// An Isms without any record.
            fn blank(registers: [Register; 8], stamps: u64) -> Self {
                Self { registers, stamps, $($table: Table::default(),)+ }
            }

            fn read_table(&mut self, kind: Kind, src: &str, tree: &Tree, nodes: &[Node]) {
                match kind { $(Kind::$kind => self.$table = Table::new(read_all::<$kind>(src, tree, nodes)),)+ }
            }

            fn clear_table(&mut self, kind: Kind) {
                match kind { $(Kind::$kind => self.$table = Table::default(),)+ }
            }

            fn complete_table<'a>(&mut self, kind: Kind, ids: impl Iterator<Item = &'a str>) {
                match kind { $(Kind::$kind => self.$table.complete(ids),)+ }
            }

            pub(super) fn replace_row(&mut self, kind: Kind, row: usize, src: &str, tree: &Tree) -> bool {
                match kind { $(Kind::$kind => {
                    let record = read_one::<$kind>(src, tree, tree.root());
                    self.$table.replace(row, record)
                })+ }
            }
        }
    };
}

tables! {
    Organisation organisation _;
    Scope scope _;
    Element elements _;
    Party parties _;
    Obligation obligations _;
    Person people _;
    Criteria criteria _;
    Intervals intervals _;
    Cycle cycle _;
    Objective objectives _;
    Soa soa _;
    Control controls _;
    Clause clauses _;
    Risk risks _;
    Item checklist _;
    Programme programme _;
    Audit audits _;
    Review reviews _;
    Visit surveillance _;
    Document documents _;
    Evidence evidence _;
    Nonconformity nonconformities _;
    Action actions _;
}

fn read_one<R: Record>(src: &str, tree: &Tree, node: Node) -> R {
    let mut reader = Reader::new(src, tree);
    reader.begin(node);
    let mut record = R::read(&mut reader, node);
    if R::KIND.is_single() {
        record.rename(R::KIND.key());
    }
    record
}

/// Reads a long list on all cores; the order is that of the file.
fn read_all<R: Record + Send>(src: &str, tree: &Tree, nodes: &[Node]) -> Vec<R> {
    const FEW: usize = 1_000;
    if nodes.len() < FEW {
        return nodes.iter().map(|node| read_one(src, tree, *node)).collect();
    }
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let share = nodes.len().div_ceil(cores);
    std::thread::scope(|scope| {
        let parts: Vec<_> = nodes
            .chunks(share)
            .map(|part| {
                scope
                    .spawn(move || part.iter().map(|n| read_one(src, tree, *n)).collect::<Vec<R>>())
            })
            .collect();
        // a part that panicked is read again here, so that the panic surfaces on this thread
        parts
            .into_iter()
            .zip(nodes.chunks(share))
            .flat_map(|(part, nodes)| {
                part.join()
                    .unwrap_or_else(|_| nodes.iter().map(|n| read_one(src, tree, *n)).collect())
            })
            .collect()
    })
}

impl Isms {
    /// Reads all registers; `found` tells what stands in the place of each file.
    pub fn read(standard: &Standard, mut found: impl FnMut(File) -> Found) -> Self {
        let mut isms = Self::blank(File::ALL.map(Register::missing), 0);
        for file in File::ALL {
            let found = found(file);
            isms.read_file(standard, file, found);
        }
        isms
    }

    /// Reads one register anew, with all its records.
    pub fn read_file(&mut self, standard: &Standard, file: File, found: Found) {
        let stamp = self.next_stamp();
        let (register, tree) = match found {
            Found::Missing => (Register::missing(file), None),
            Found::Unreadable(why) => (Register::unreadable(file, why), None),
            Found::Text(text) => Register::cut(file, text, stamp),
        };
        let text = Arc::clone(&register.text);
        if let Some(place) = self.registers.get_mut(file.index()) {
            *place = register;
        }
        for kind in file.kinds() {
            match &tree {
                Some(tree) => {
                    self.read_table(kind, &text, tree, &register::nodes(&text, tree, kind));
                }
                None => self.clear_table(kind),
            }
            self.complete_kind(standard, kind);
        }
    }

    /// Adds the records that the standard knows and the file lacks: controls, clauses, checklist items, singles.
    fn complete_kind(&mut self, standard: &Standard, kind: Kind) {
        match kind {
            Kind::Control => {
                self.complete_table(kind, standard.controls().iter().map(|control| control.id));
            }
            Kind::Clause => {
                self.complete_table(kind, standard.assessable_clauses().map(|clause| clause.id));
            }
            Kind::Item => {
                let items = standard.stages().iter().flat_map(|stage| &stage.checklist);
                self.complete_table(kind, items.map(|item| item.id));
            }
            kind if kind.is_single() => self.complete_table(kind, std::iter::once(kind.key())),
            _ => {}
        }
    }

    pub(super) fn next_stamp(&mut self) -> u64 {
        self.stamps += 1;
        self.stamps
    }

    /// One file's register.
    pub fn register(&self, file: File) -> &Register {
        let [isms, controls, clauses, risks, audit, documents, evidence, actions] = &self.registers;
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

    /// How many records of a kind there are.
    pub fn len(&self, kind: Kind) -> usize {
        with_table!(self, kind, t => t.len())
    }

    /// Whether there is no record of a kind.
    pub fn is_empty(&self, kind: Kind) -> bool {
        self.len(kind) == 0
    }

    /// The key of a row.
    pub fn key(&self, kind: Kind, row: usize) -> Option<&str> {
        with_table!(self, kind, t => t.key(row))
    }

    /// The row of a key.
    pub fn row(&self, kind: Kind, key: &str) -> Option<usize> {
        with_table!(self, kind, t => t.place(key))
    }

    /// Whether a row stands in the file, or is known from the standard only.
    pub fn is_written(&self, kind: Kind, row: usize) -> bool {
        with_table!(self, kind, t => t.is_written(row))
    }

    /// The value of one field of one row.
    pub fn value(&self, kind: Kind, row: usize, field: usize) -> Value {
        with_table!(self, kind, t => t.row(row).map_or(Value::Nothing, |r| r.value(field)))
    }

    /// The same, borrowed.
    pub fn glance(&self, kind: Kind, row: usize, field: usize) -> Glance<'_> {
        with_table!(self, kind, t => t.row(row).map_or(Glance::Nothing, |r| r.glance(field)))
    }

    /// The value of a field by the record's place and the field's key; `None` if there is no such record or field.
    pub fn get(&self, at: &At, field: &str) -> Option<Value> {
        let row = self.row(at.kind, &at.key)?;
        let index = at.kind.fields().iter().position(|f| f.key == field)?;
        Some(self.value(at.kind, row, index))
    }

    /// What could not be read in a row.
    pub fn wrong(&self, kind: Kind, row: usize) -> &[Wrong] {
        with_table!(self, kind, t => t.row(row).map_or(&[], |r| r.wrong()))
    }

    /// Whether all files could be read or are missing.
    pub fn is_whole(&self) -> bool {
        self.registers.iter().all(|r| matches!(r.state, State::Read | State::Missing))
    }
}
