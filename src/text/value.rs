//! What a piece of RON means, apart from how it is written.
//!
//! Coarse on purpose: enough to compare, edit and merge registers. What an ISMS register has no use
//! for (maps, bytes, tuples) is kept verbatim and compared as text.

/// The meaning of a node.
#[derive(Clone, Debug)]
pub enum Value {
    /// `None`, or a field that is not there.
    Nothing,
    /// `true`, `false`.
    Bool(bool),
    /// An integer, whatever its radix or suffix.
    Int(i64),
    /// Any other number, as written.
    Number(String),
    /// A string, however quoted; its line ends are plain line feeds.
    Text(String),
    /// A bare identifier such as an enum variant.
    Word(String),
    /// `[...]`.
    List(Vec<Value>),
    /// `(name: value)`. The order of fields, a leading struct name and fields that are `Nothing`
    /// make no difference.
    Record(Vec<(String, Value)>),
    /// RON of anything else, as written.
    Other(String),
}

impl Value {
    /// The value of a record's field; `None` as well if it is `Nothing`.
    pub fn field(&self, name: &str) -> Option<&Value> {
        let Value::Record(fields) = self else { return None };
        let (_, value) = fields.iter().find(|(found, _)| found == name)?;
        (!matches!(value, Value::Nothing)).then_some(value)
    }

    /// The text of a record's `id`.
    pub(super) fn id(&self) -> Option<&str> {
        match self.field("id")? {
            Value::Text(id) | Value::Word(id) | Value::Number(id) => Some(id),
            _ => None,
        }
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Value) -> bool {
        use Value::*;
        match (self, other) {
            (Nothing, Nothing) => true,
            (Bool(a), Bool(b)) => a == b,
            (Int(a), Int(b)) => a == b,
            (Number(a), Number(b)) | (Text(a), Text(b)) => a == b,
            (Word(a), Word(b)) | (Other(a), Other(b)) => a == b,
            (List(a), List(b)) => a == b,
            (Record(a), Record(b)) => same_fields(a, b),
            _ => false,
        }
    }
}

fn same_fields(a: &[(String, Value)], b: &[(String, Value)]) -> bool {
    let there = |fields: &[(String, Value)]| {
        fields.iter().filter(|(_, value)| !matches!(value, Value::Nothing)).count()
    };
    let mut same_order = a.iter().zip(b);
    if a.len() == b.len() && same_order.all(|((n, v), (m, w))| n == m && v == w) {
        return true;
    }
    there(a) == there(b)
        && a.iter().filter(|(_, value)| !matches!(value, Value::Nothing)).all(|(name, value)| {
            b.iter().find(|(found, _)| found == name).is_some_and(|(_, found)| found == value)
        })
}
