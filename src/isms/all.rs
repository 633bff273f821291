//! The Isms: all registers as text, and all their records as typed views.

use super::{
    Action, Audit, Clause, Control, Criteria, Cycle, Document, Element, Evidence, Field, File,
    Glance, Intervals, Item, Kind, Nonconformity, Objective, Obligation, Organisation, Party,
    Person, Programme, Record, Register, Review, Risk, Scope, Soa, State, Table, Visit, Wrong,
    edit::{Prepared, Rows},
    load::Source,
};
use crate::{
    standard::Standard,
    text::{FileText, SyntaxError, Value},
};

/// What was found in the place of a file.
#[derive(Debug, Clone)]
pub enum Found {
    /// No such file.
    Missing,
    /// Its text.
    Text(FileText),
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

            fn read_table(&mut self, kind: Kind) -> Result<(), SyntaxError> {
                let register = self.register(kind.file());
                match kind { $(Kind::$kind => {
                    self.$table = Table::new(register.source().records(register.spans(kind))?);
                })+ }
                Ok(())
            }

            fn clear_table(&mut self, kind: Kind) {
                match kind { $(Kind::$kind => self.$table = Table::default(),)+ }
            }

            fn complete_table<'a>(&mut self, kind: Kind, ids: impl Iterator<Item = &'a str>) {
                match kind { $(Kind::$kind => self.$table.complete(ids),)+ }
            }

            /// Reads what came or changed in one kind; what is given back makes it so.
            pub(super) fn prepare(rows: &Rows, kind: Kind, source: Source<'_>) -> Result<Prepared, SyntaxError> {
                match kind { $(Kind::$kind => {
                    let update = rows.read::<$kind>(source)?;
                    Ok(Box::new(move |isms: &mut Isms| isms.$table.update(update)))
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
        *self.register_mut(file) = match found {
            Found::Missing => Register::missing(file),
            Found::Unreadable(why) => Register::unreadable(file, why),
            Found::Text(text) => Register::cut(file, text, stamp),
        };
        if let Err(error) = file.kinds().try_for_each(|kind| self.read_table(kind)) {
            let text = self.register(file).text.clone();
            *self.register_mut(file) = Register::broken(file, text, stamp, error);
        }
        for kind in file.kinds() {
            if self.register(file).state != State::Read {
                self.clear_table(kind);
            }
            self.complete_kind(standard, kind);
        }
    }

    /// Adds the records that the standard knows and the file lacks: controls, clauses, checklist items, singles.
    pub(super) fn complete_kind(&mut self, standard: &Standard, kind: Kind) {
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

    pub(super) fn register_mut(&mut self, file: File) -> &mut Register {
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

    /// The value at place `inner` in the `nth` part that stands in a field, borrowed.
    pub fn glance_in(
        &self,
        kind: Kind,
        row: usize,
        field: usize,
        nth: usize,
        inner: usize,
    ) -> Glance<'_> {
        with_table!(self, kind, t => {
            t.row(row).map_or(Glance::Nothing, |r| r.glance_in(field, nth, inner))
        })
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
