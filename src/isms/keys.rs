//! From a key to its row, without keeping the keys a second time.
//!
//! Open addressing over the rows' own ids: four bytes a slot, at least half of the slots free. Only
//! keys that are no id (of a record without one, or with one that stands there twice) are kept here.

use super::Text;
use std::{
    borrow::Cow,
    collections::HashMap,
    hash::{BuildHasher, RandomState},
};

const FREE: u32 = u32::MAX;

/// Where the row of each key is.
#[derive(Debug, Clone, Default)]
pub(super) struct Keys {
    slots: Vec<u32>,
    /// Keys that are not the id of their row.
    odd: HashMap<u32, Text>,
    hasher: RandomState,
}

impl Keys {
    /// Gives each row its key: its id, `id~2` if the id stands there a second time, `~1` if it is empty.
    pub fn of(ids: &[&str]) -> Self {
        let slots = vec![FREE; (ids.len() * 2).next_power_of_two()];
        let mut keys = Self { slots, ..Self::default() };
        let id_of = |row: usize| ids.get(row).copied().unwrap_or_default();
        let mut copies: HashMap<&str, u32> = HashMap::new();
        for (row, &id) in (0..FREE).zip(ids) {
            let mut key = Cow::Borrowed(id);
            while key.is_empty() || keys.row(&key, id_of).is_some() {
                let copy = copies.entry(id).or_insert(if id.is_empty() { 0 } else { 1 });
                *copy += 1;
                key = Cow::Owned(format!("{id}~{copy}"));
            }
            keys.put(&key, row);
            if let Cow::Owned(key) = key {
                keys.odd.insert(row, key.into());
            }
        }
        keys
    }

    /// The row of a key; `id_of` tells the id of a row.
    pub fn row<'a>(&self, key: &str, id_of: impl Fn(usize) -> &'a str) -> Option<usize> {
        let rows = self.walk(key).map_while(|place| self.slots.get(place));
        let mut taken = rows.take_while(|row| **row != FREE).map(|row| *row as usize);
        taken.find(|row| self.odd(*row).unwrap_or_else(|| id_of(*row)) == key)
    }

    /// The key of a row whose key is not its id.
    pub fn odd(&self, row: usize) -> Option<&str> {
        if self.odd.is_empty() {
            return None;
        }
        self.odd.get(&u32::try_from(row).ok()?).map(|key| &**key)
    }

    fn put(&mut self, key: &str, row: u32) {
        let free = self.walk(key).find(|place| self.slots.get(*place) == Some(&FREE));
        if let Some(slot) = free.and_then(|place| self.slots.get_mut(place)) {
            *slot = row;
        }
    }

    /// The slots where a key may be, the likeliest first.
    fn walk(&self, key: &str) -> impl Iterator<Item = usize> + use<> {
        let count = self.slots.len();
        let first = usize::try_from(self.hasher.hash_one(key) & 0xFFFF_FFFF).unwrap_or_default();
        (0..count).map(move |step| first.wrapping_add(step) & (count - 1))
    }
}

#[cfg(test)]
mod tests {
    use super::Keys;

    #[test]
    fn each_row_has_a_key_of_its_own() {
        let ids = ["R-1", "", "R-1", "R-1~2", "R-1", "", "~6"];
        let keys = Keys::of(&ids);
        let named = |row: usize| keys.odd(row).unwrap_or(ids[row]).to_string();
        let all: Vec<String> = (0..ids.len()).map(named).collect();
        assert_eq!(all, ["R-1", "~1", "R-1~2", "R-1~2~2", "R-1~3", "~2", "~6"]);
        for (row, key) in all.iter().enumerate() {
            assert_eq!(keys.row(key, |row| ids[row]), Some(row), "{key}");
        }
        assert_eq!(keys.row("R-2", |row| ids[row]), None);
        assert_eq!(keys.row("", |row| ids[row]), None);
    }

    #[test]
    fn many_copies_of_one_id_take_no_long_time() {
        let ids = vec!["same"; 20_000];
        assert_eq!(Keys::of(&ids).row("same~20000", |row| ids[row]), Some(19_999));
        assert_eq!(Keys::of(&[]).row("same", |_| ""), None);
    }
}
