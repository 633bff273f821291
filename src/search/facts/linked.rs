//! Which records are linked with a row: those that it names, and those that name it.

use super::RowFacts;
use crate::isms::{Glance, Kind, Text, resolve};
use crate::search::want::Want;

impl<'a> RowFacts<'a> {
    /// Whether any record of a kind is linked with this one, in either direction.
    pub(super) fn has_linked(&self, kind: Kind) -> bool {
        self.names(kind, &mut |_| true) || self.named_by(kind, &mut |_| true)
    }

    /// Whether a wanted record is linked with this one, or is this one.
    pub(super) fn takes_linked(&self, kind: Kind, want: &Want) -> bool {
        if want.is_comparison() {
            return want.takes_number(self.count_linked(kind));
        }
        let takes = |row: usize| {
            let other = self.of(kind, row);
            want.takes_id(other.key()) || want.takes_name(other.title())
        };
        // an id is compared before it is followed: following costs ten times as much
        let worth = |id: &str| !want.has_figure() || !is_bare(id) || want.takes_id(id);
        (self.kind == kind && takes(self.row))
            || self.names_worth(kind, worth, &mut |link| match link {
                Named::Row(row) => takes(row),
                Named::Nobody(id) => want.takes_id(id),
            })
            || self.named_by(kind, &mut |row| takes(row))
    }

    fn count_linked(&self, kind: Kind) -> i64 {
        let mut rows: Vec<usize> = Vec::new();
        self.names(kind, &mut |link| {
            if let Named::Row(row) = link {
                rows.push(row);
            }
            false
        });
        self.named_by(kind, &mut |row| {
            rows.push(row);
            false
        });
        rows.sort_unstable();
        rows.dedup();
        i64::try_from(rows.len()).unwrap_or(i64::MAX)
    }

    /// Whether any record of the kind that this one names passes the test.
    fn names(&self, kind: Kind, test: &mut dyn FnMut(Named<'a>) -> bool) -> bool {
        self.names_worth(kind, |_| true, test)
    }

    /// The same, for ids that are worth being followed.
    fn names_worth(
        &self,
        kind: Kind,
        worth: impl Fn(&str) -> bool,
        test: &mut dyn FnMut(Named<'a>) -> bool,
    ) -> bool {
        let fields = self.kind.fields().iter().enumerate();
        let mut fields = fields.filter(|(_, field)| field.targets().contains(&kind));
        fields.any(|(place, field)| {
            let mut one = |id: &'a str| {
                worth(id)
                    && match resolve(self.isms, field.targets(), id) {
                        Some((found, row)) => found == kind && test(Named::Row(row)),
                        None => field.targets() == [kind] && test(Named::Nobody(id)),
                    }
            };
            match self.glance(place) {
                Glance::Text(id) => one(id),
                Glance::Texts(ids) => ids.iter().any(|id: &'a Text| one(id)),
                _ => false,
            }
        })
    }

    /// Whether any record of the kind that names this one passes the test.
    fn named_by(&self, kind: Kind, test: &mut dyn FnMut(usize) -> bool) -> bool {
        if let Some(known) = self.derived(kind) {
            return known.into_iter().flatten().any(|row| test(*row));
        }
        let points = |row: usize| {
            let here = |link| matches!(link, Named::Row(row) if row == self.row);
            self.of(kind, row).names(self.kind, &mut |link| here(link))
        };
        let may = kind.fields().iter().any(|field| field.targets().contains(&self.kind));
        may && (0..self.isms.len(kind)).any(|row| points(row) && test(row))
    }

    /// Rows of a kind that name this record, where the judgement has derived them already:
    /// for whatever there may be thousands of.
    fn derived(&self, kind: Kind) -> Option<[&'a [usize]; 2]> {
        let links = &self.assessment.links;
        let one = |rows: &'a [Vec<usize>]| rows.get(self.row).map_or(&[][..], Vec::as_slice);
        let rows: &[usize] = match (self.kind, kind) {
            (Kind::Control, kind) => {
                let control = links.control(self.row);
                match kind {
                    Kind::Risk => return Some([&control.existing, &control.treating]),
                    Kind::Evidence => &control.evidence,
                    Kind::Document => &control.documents,
                    Kind::Obligation => &control.obligations,
                    Kind::Action => &control.actions,
                    Kind::Nonconformity => &control.nonconformities,
                    Kind::Audit => &control.audits,
                    _ => return None,
                }
            }
            (Kind::Clause, kind) => {
                let clause = links.clause(self.row);
                match kind {
                    Kind::Evidence => &clause.evidence,
                    Kind::Document => &clause.documents,
                    Kind::Obligation => &clause.obligations,
                    Kind::Action => &clause.actions,
                    Kind::Nonconformity => &clause.findings,
                    Kind::Audit => &clause.audits,
                    _ => return None,
                }
            }
            (Kind::Risk, Kind::Evidence) => &links.risk_at(self.row).evidence,
            (Kind::Risk, Kind::Action) => &links.risk_at(self.row).actions,
            (Kind::Element, Kind::Risk) => one(&links.elements),
            (Kind::Person, Kind::Evidence) => one(&links.people),
            (Kind::Item, Kind::Evidence) => one(&links.items),
            (Kind::Action, Kind::Evidence) => one(&links.actions),
            (Kind::Nonconformity, Kind::Evidence) => one(&links.nonconformities),
            _ => return None,
        };
        Some([rows, &[]])
    }
}

/// What a link leads to.
#[derive(Clone, Copy)]
enum Named<'a> {
    /// The record in this row.
    Row(usize),
    /// No record; the id as it is written.
    Nobody(&'a str),
}

/// Whether an id stands alone, without "clause" or "A." before it or a letter behind it.
fn is_bare(id: &str) -> bool {
    !id.contains(' ') && !id.starts_with("A.") && !id.starts_with("cl.")
}
