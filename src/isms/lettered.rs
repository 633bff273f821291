//! Places of lettered items: "6.1.2 c 1" stands inside the record of subclause 6.1.2, and has fields of its own.

use super::{At, ClauseItem, Field, Isms, Kind, Part};

impl At {
    /// Whether it is a lettered item of a subclause and not a record of its own.
    pub fn is_item(&self) -> bool {
        self.kind == Kind::Clause && self.key.contains(' ')
    }

    /// The place of the record: of a lettered item its subclause, else the place itself.
    #[must_use]
    pub fn record(&self) -> At {
        match self.key.split_once(' ') {
            Some((clause, _)) if self.is_item() => At::new(Kind::Clause, clause),
            _ => self.clone(),
        }
    }

    /// The fields of what stands there.
    pub fn fields(&self) -> &'static [Field] {
        if self.is_item() { ClauseItem::FIELDS } else { self.kind.fields() }
    }
}

impl Isms {
    /// What was written about a lettered item; none if nothing was.
    pub fn item(&self, at: &At) -> Option<&ClauseItem> {
        let clause = self.clauses.get(&at.record().key)?;
        clause.items.iter().find(|item| at.is_item() && item.id.trim() == at.key)
    }
}
