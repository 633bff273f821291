//! One declaration a record type: the struct, its field table, how it is read and what it shows.

use super::{field::Field, glance::Glance, place::Kind, read::Reader, wrong::Wrong};
use crate::text::{Node, Value};

/// A typed view of one record of a register.
pub trait Record: Default + Clone + PartialEq + std::fmt::Debug {
    /// Which kind of record it is.
    const KIND: Kind;
    /// The fields, in the order in which new ones are written.
    const FIELDS: &'static [Field];

    /// Reads the record from its piece of text; what can't be read is noted, not refused.
    fn read(reader: &mut Reader<'_>, node: Node) -> Self;
    /// A record of which only the id is known.
    fn named(id: &str) -> Self;
    /// The record's id.
    fn id(&self) -> &str;
    /// Gives the record another id.
    fn rename(&mut self, id: &str);
    /// The value of the field at this place of the table.
    fn value(&self, index: usize) -> Value;
    /// The same, borrowed.
    fn glance(&self, index: usize) -> Glance<'_>;
    /// The value at place `inner` in the `nth` part that stands in the field at this place, borrowed.
    fn glance_in(&self, index: usize, nth: usize, inner: usize) -> Glance<'_>;
    /// What could not be read.
    fn wrong(&self) -> &[Wrong];
}

/// A small record inside another one: a decision, a lettered item, a step of a scale.
pub trait Part: Default + Clone + PartialEq + std::fmt::Debug {
    /// The fields, in the order in which new ones are written.
    const FIELDS: &'static [Field];

    /// Reads the part; what can't be read is noted with the record that holds it.
    fn read(reader: &mut Reader<'_>, node: Node) -> Self;
    /// The part as a value.
    fn to_value(&self) -> Value;
    /// The value of the field at this place of the table, borrowed.
    fn glance(&self, index: usize) -> Glance<'_>;
}

/// Declares a record type: `Name: Kind { key: Type = "label", shape, "help"; ... }`.
macro_rules! record {
    ($(#[$doc:meta])* $name:ident : $kind:ident { $($key:ident : $ty:ty = $label:literal, $shape:expr, $help:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq)]
        pub struct $name {
            /// Stable id.
            pub id: $crate::isms::Text,
            $(#[doc = $help] pub $key: $ty,)+
            /// What could not be read.
            pub wrong: Vec<$crate::isms::Wrong>,
        }

        impl $crate::isms::Record for $name {
            const KIND: $crate::isms::Kind = $crate::isms::Kind::$kind;
            const FIELDS: &'static [$crate::isms::Field] = &[
                $crate::isms::Field { key: "id", label: "ID", shape: $crate::isms::Shape::Id, help: "Stable id." },
                $($crate::isms::Field { key: stringify!($key), label: $label, shape: $shape, help: $help },)+
            ];

            fn read(reader: &mut $crate::isms::Reader<'_>, node: $crate::text::Node) -> Self {
                #[allow(non_camel_case_types)]
                enum Place { id, $($key,)+ }
                let (mut record, mut met) = (Self::default(), 0);
                for (name, value) in reader.fields(node) {
                    match name {
                        "id" => if reader.is_first(&mut met, Place::id as u32, name, value) {
                            $crate::isms::Cell::read(&mut record.id, reader, value, "id");
                        },
                        $(stringify!($key) => if reader.is_first(&mut met, Place::$key as u32, name, value) {
                            $crate::isms::Cell::read(&mut record.$key, reader, value, stringify!($key));
                        },)+
                        other => reader.unknown(other, value),
                    }
                }
                record.wrong = reader.take_wrong();
                record
            }
            fn named(id: &str) -> Self {
                Self { id: id.into(), ..Self::default() }
            }
            fn id(&self) -> &str {
                &self.id
            }
            fn rename(&mut self, id: &str) {
                self.id = id.into();
            }
            fn value(&self, index: usize) -> $crate::text::Value {
                let mut place = 0;
                if index == place { return $crate::isms::Cell::value(&self.id) }
                $(place += 1; if index == place { return $crate::isms::Cell::value(&self.$key) })+
                let _ = place;
                $crate::text::Value::Nothing
            }
            fn glance(&self, index: usize) -> $crate::isms::Glance<'_> {
                let mut place = 0;
                if index == place { return $crate::isms::Cell::glance(&self.id) }
                $(place += 1; if index == place { return $crate::isms::Cell::glance(&self.$key) })+
                let _ = place;
                $crate::isms::Glance::Nothing
            }
            fn glance_in(&self, index: usize, nth: usize, inner: usize) -> $crate::isms::Glance<'_> {
                let mut place = 0;
                $(place += 1; if index == place { return $crate::isms::Cell::glance_in(&self.$key, nth, inner) })+
                let _ = place;
                $crate::isms::Glance::Nothing
            }
            fn wrong(&self) -> &[$crate::isms::Wrong] {
                &self.wrong
            }
        }
    };
}

/// Declares a part: as `record!`, but without an id of its own.
macro_rules! part {
    ($(#[$doc:meta])* $name:ident { $($key:ident : $ty:ty = $label:literal, $shape:expr, $help:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq)]
        pub struct $name {
            $(#[doc = $help] pub $key: $ty,)+
        }

        impl $crate::isms::Part for $name {
            const FIELDS: &'static [$crate::isms::Field] = &[
                $($crate::isms::Field { key: stringify!($key), label: $label, shape: $shape, help: $help },)+
            ];

            fn read(reader: &mut $crate::isms::Reader<'_>, node: $crate::text::Node) -> Self {
                #[allow(non_camel_case_types)]
                enum Place { $($key,)+ }
                let (mut part, mut met) = (Self::default(), 0);
                for (name, value) in reader.fields(node) {
                    match name {
                        $(stringify!($key) => if reader.is_first(&mut met, Place::$key as u32, name, value) {
                            $crate::isms::Cell::read(&mut part.$key, reader, value, stringify!($key));
                        },)+
                        other => reader.unknown(other, value),
                    }
                }
                part
            }
            fn to_value(&self) -> $crate::text::Value {
                let mut fields = Vec::new();
                $({
                    let value = $crate::isms::Cell::value(&self.$key);
                    if value != $crate::text::Value::Nothing {
                        fields.push((stringify!($key).to_string(), value));
                    }
                })+
                $crate::text::Value::Record(fields)
            }
            fn glance(&self, index: usize) -> $crate::isms::Glance<'_> {
                let mut place = 0;
                $(if index == place { return $crate::isms::Cell::glance(&self.$key) } place += 1;)+
                let _ = place;
                $crate::isms::Glance::Nothing
            }
        }
    };
}
pub(crate) use {part, record};
