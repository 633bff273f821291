//! The lettered items of a subclause: what the standard lists, with what the organisation wrote about each.

use super::cx::Cx;
use crate::{
    isms::{Conformity, Isms},
    standard::Standard,
};

/// One lettered item of a subclause; one that nobody wrote about is not assessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lettered<'a> {
    /// Its id: "6.1.2 c 1".
    pub id: &'a str,
    /// What stands behind the subclause's number: "c 1".
    pub label: &'a str,
    /// What it is about; empty if the standard has no such item.
    pub text: &'a str,
    /// Where it stands.
    pub conformity: Conformity,
    /// What was seen.
    pub note: &'a str,
    /// Whether something about it stands in the file.
    pub written: bool,
}

/// The items of the subclause in a row: the standard's in their order, then those that only the file knows.
pub fn lettered<'a>(isms: &'a Isms, standard: &'a Standard, row: usize) -> Vec<Lettered<'a>> {
    let Some(clause) = isms.clauses.row(row) else { return Vec::new() };
    let known = standard.clause(&clause.id).map_or(&[][..], |known| &known.items);
    let find = |id: &str| clause.items.iter().find(|item| item.id.trim() == id);
    let mut items: Vec<Lettered<'a>> = known
        .iter()
        .map(|item| {
            let written = find(item.id);
            Lettered {
                id: item.id,
                label: item.label,
                text: item.text,
                conformity: written.map_or(Conformity::NotAssessed, |item| item.conformity),
                note: written.map_or("", |item| &item.note),
                written: written.is_some(),
            }
        })
        .collect();
    for item in clause.items.iter() {
        let id = item.id.trim();
        if !id.is_empty() && !items.iter().any(|there| there.id == id) {
            let label = id.strip_prefix(&*clause.id).map_or(id, str::trim_start);
            let (conformity, note) = (item.conformity, &*item.note);
            items.push(Lettered { id, label, text: "", conformity, note, written: true });
        }
    }
    items
}

/// How many items of a subclause stand where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// All items.
    pub all: usize,
    /// Conforming ones.
    pub conforming: usize,
    /// Those that conform in part.
    pub partial: usize,
    /// Those that do not conform.
    pub nonconforming: usize,
    /// Those about which nothing stands in the file.
    pub unwritten: usize,
}

impl Tally {
    /// Of the subclause in a row.
    pub(super) fn of(cx: Cx<'_>, row: usize) -> Self {
        let mut tally = Tally::default();
        for item in lettered(cx.isms, cx.standard, row) {
            tally.all += 1;
            tally.unwritten += usize::from(!item.written);
            match item.conformity {
                Conformity::Conforming => tally.conforming += 1,
                Conformity::Partial => tally.partial += 1,
                Conformity::Nonconforming => tally.nonconforming += 1,
                Conformity::NotAssessed => {}
            }
        }
        tally
    }

    /// Items that nobody assessed.
    pub fn unassessed(&self) -> usize {
        self.all - self.conforming - self.partial - self.nonconforming
    }

    /// What the items say of their subclause: as good as the worst of them; nothing while one that could be the
    /// worst is not assessed.
    pub fn says(&self) -> Option<Conformity> {
        match self {
            Tally { nonconforming: 1.., .. } => Some(Conformity::Nonconforming),
            Tally { partial: 1.., .. } => Some(Conformity::Partial),
            Tally { all, conforming, .. } if *all > 0 && all == conforming => {
                Some(Conformity::Conforming)
            }
            _ => None,
        }
    }

    /// "5 conforming, 1 partial, 2 not assessed".
    pub fn in_words(&self) -> String {
        let counts = [
            (self.nonconforming, "nonconforming"),
            (self.partial, "partial"),
            (self.conforming, "conforming"),
            (self.unassessed(), "not assessed"),
        ];
        let words: Vec<String> =
            counts.iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{n} {word}")).collect();
        words.join(", ")
    }
}
