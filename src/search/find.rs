//! Find: what was typed, looked for in all records at once.
//!
//! A key costs little because most records are ruled out by a mask of their letters, because only
//! the best few hundred are scored, and because a longer word is looked for only where the shorter
//! one was found.

#[cfg(test)]
mod tests;

use super::{
    RowFacts,
    index::{Index, Item},
    query::{Atom, Query, What},
    rank::{SCORED, tiers},
    word::Word,
};
use crate::isms::{At, Kind};
use std::sync::Arc;

/// One record found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Number of the item in the index.
    pub item: u32,
    /// How well it fits, the lower the better: the tiers of all words.
    pub tier: u32,
    /// Order within the tier, the higher the better; only the best are scored.
    pub score: i64,
}

/// What was found, the best first.
#[derive(Debug, Clone)]
pub struct Found {
    /// The hits.
    pub hits: Vec<Hit>,
    /// How many there are.
    pub total: usize,
    /// What was typed, as it was understood.
    pub query: Query,
    words: Vec<Word>,
    only: Option<Kind>,
    stamp: Arc<()>,
}

impl Index {
    /// Looks for what was typed.
    ///
    /// `only` keeps to one kind; `recent` are the records visited last, the last first; `previous` is
    /// what was found a key earlier; `facts` are those of any row: conditions such as `status:partial`
    /// are asked of the rows through it.
    pub fn find(
        &self,
        typed: &str,
        only: Option<Kind>,
        recent: &[At],
        previous: Option<&Found>,
        facts: &RowFacts<'_>,
    ) -> Found {
        let query = Query::typed(typed, facts.today);
        let words = words_of(&query);
        let recent = self.recent(recent, facts);
        let mut found = Found {
            hits: Vec::new(),
            total: 0,
            query,
            words,
            only,
            stamp: Arc::clone(&self.stamp),
        };
        let mut keys: Vec<u64> = Vec::new();
        let mut look = |number: u32| {
            if let Some(tier) = self.item(number).and_then(|item| found.tier(item, facts)) {
                let place = recent.iter().position(|one| *one == number).unwrap_or(recent.len());
                keys.push(key(tier, place, number));
            }
        };
        match previous.filter(|previous| found.narrows(previous)) {
            Some(previous) => previous.hits.iter().for_each(|hit| look(hit.item)),
            None => (0..self.items.len()).filter_map(|n| u32::try_from(n).ok()).for_each(look),
        }
        keys.sort_unstable();
        found.total = keys.len();
        found.hits = keys.into_iter().map(hit).collect();
        self.score(&mut found, &recent);
        found
    }

    /// The characters of an item's title that answer the query; ask it for what is on screen only.
    pub fn highlight(&self, found: &Found, hit: Hit) -> Vec<usize> {
        self.item(hit.item).map_or_else(Vec::new, |item| {
            self.scorer.highlight(&item.title, item.hay(), &found.words)
        })
    }

    fn recent(&self, recent: &[At], facts: &RowFacts<'_>) -> Vec<u32> {
        /// More than a person remembers; each hit is looked up among them.
        const REMEMBERED: usize = 20;
        let rows =
            recent.iter().filter_map(|at| Some((at.kind, facts.isms.row(at.kind, &at.key)?)));
        let places = rows.filter_map(|(kind, row)| self.place(kind, row));
        places.filter_map(|place| u32::try_from(place).ok()).take(REMEMBERED).collect()
    }

    /// Scores the best hits and sorts them within their tiers.
    fn score(&self, found: &mut Found, recent: &[u32]) {
        if found.words.is_empty() {
            return;
        }
        let best = found.hits.len().min(SCORED);
        let Some(best) = found.hits.get_mut(..best) else { return };
        for hit in best.iter_mut() {
            if let Some(item) = self.item(hit.item) {
                let visited = recent.iter().position(|one| *one == hit.item);
                hit.score = self.scorer.score(item.hay(), &found.words) + bonus(visited);
            }
        }
        best.sort_by_key(|hit| (hit.tier, -hit.score));
    }
}

impl Found {
    /// The tiers of all words in an item; `None` if a word or a condition fails.
    fn tier(&self, item: &Item, facts: &RowFacts<'_>) -> Option<u32> {
        if self.only.is_some_and(|kind| kind != item.kind) {
            return None;
        }
        let tier = tiers(&self.words, item.hay())?;
        let mut conditions = conditions(&self.query);
        let facts = facts.of(item.kind, item.row as usize);
        conditions.all(|atom| atom.holds(&facts)).then_some(tier)
    }

    /// Whether everything that it will find is among what was found before.
    fn narrows(&self, previous: &Found) -> bool {
        let mut before = conditions(&previous.query);
        let mut now = conditions(&self.query);
        Arc::ptr_eq(&self.stamp, &previous.stamp)
            && (previous.only.is_none() || previous.only == self.only)
            && self.words.len() >= previous.words.len()
            && self.words.iter().zip(&previous.words).all(|(now, before)| now.narrows(before))
            && before.all(|before| now.any(|now| now == before))
    }
}

/// What is looked for in the index.
fn words_of(query: &Query) -> Vec<Word> {
    let wanted = query.atoms.iter().filter(|atom| !atom.not);
    wanted
        .filter_map(|atom| match &atom.what {
            What::Word { text, quoted, .. } => Some(Word::new(text, *quoted)),
            What::Field { .. } => None,
        })
        .collect()
}

/// What is asked of the records themselves.
fn conditions(query: &Query) -> impl Iterator<Item = &Atom> {
    query.atoms.iter().filter(|atom| atom.not || matches!(atom.what, What::Field { .. }))
}

/// A number to sort by: tier, then the visited ones, then the order of the index.
fn key(tier: u32, visited: usize, number: u32) -> u64 {
    u64::from(tier.min(0xffff)) << 48 | (visited as u64 & 0xffff) << 32 | u64::from(number)
}

fn hit(key: u64) -> Hit {
    let number = u32::try_from(key & u64::from(u32::MAX)).unwrap_or(u32::MAX);
    Hit { item: number, tier: u32::try_from(key >> 48).unwrap_or(u32::MAX), score: 0 }
}

/// What a visit is worth: enough to decide between titles that answer about as well.
fn bonus(visited: Option<usize>) -> i64 {
    visited.and_then(|place| i64::try_from(place).ok()).map_or(0, |place| 120 - 2 * place)
}
