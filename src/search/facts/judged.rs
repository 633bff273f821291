//! What is judged about a row: its gap, its levels and decisions, whether it is overdue.

use super::RowFacts;
use crate::assess::{Above, Counted, Currency, DecisionState, Demonstrated, Rated, level_name};
use crate::isms::{Glance, ItemStatus, Kind, ObjectiveStatus, Words};
use crate::search::{name::Computed, want::Want};
use chrono::NaiveDate;

impl<'a> RowFacts<'a> {
    /// Whether there is anything in a judgement.
    pub(super) fn has_judged(&self, asked: Computed) -> bool {
        match asked {
            Computed::Gap | Computed::Phase | Computed::Because => self.gap() > 0,
            Computed::Level | Computed::Inherent | Computed::Residual => {
                self.rated(asked).is_some_and(|rated| rated.level().is_some())
            }
            Computed::Decision => self.decisions().any(|d| *d != DecisionState::NotNeeded),
            Computed::State => self.currency().is_some(),
            Computed::Scope => self.kind == Kind::Element,
            Computed::Lacks => !self.lacks().is_empty(),
            flag => self.flag(flag).unwrap_or_default(),
        }
    }

    /// Whether a judgement is the wanted one.
    pub(super) fn takes_judged(&self, asked: Computed, want: &Want) -> bool {
        match asked {
            Computed::Gap => want.takes_number(self.gap()),
            Computed::Phase => self
                .assessment
                .gap(self.kind, self.row)
                .is_some_and(|gap| want.takes_name(gap.phase.label())),
            Computed::Because => self.assessment.gap(self.kind, self.row).is_some_and(|gap| {
                gap.because.iter().any(|because| {
                    want.takes_text(because.brief()) || want.takes_text(&because.phrase(self.isms))
                })
            }),
            Computed::Level | Computed::Inherent | Computed::Residual => {
                self.rated(asked).is_some_and(|rated| self.takes_rated(rated, want))
            }
            Computed::Decision => self.decisions().any(|state| want.takes_name(state.label())),
            Computed::Above if self.is_above() == Some(Above::Unknown) => {
                want.takes_name("unknown")
            }
            Computed::Demonstrated if self.demonstrated() == Some(Demonstrated::Lapsed) => {
                want.takes_flag(false) || want.takes_name("lapsed")
            }
            Computed::State => {
                self.currency().is_some_and(|currency| want.takes_name(currency.label()))
            }
            Computed::Scope => self.scope_words().iter().any(|word| want.takes_name(word)),
            Computed::Lacks => {
                let lacks = self.lacks();
                want.takes_flag(!lacks.is_empty()) || lacks.iter().any(|text| want.takes_text(text))
            }
            flag => self.flag(flag).is_some_and(|flag| want.takes_flag(flag)),
        }
    }

    /// Whether its day is past and it isn't done.
    pub(super) fn is_overdue(&self) -> bool {
        let assessment = self.assessment;
        let past = |key: &str| self.date(key).is_some_and(|date| date < self.today);
        match self.kind {
            Kind::Control => assessment.controls.get(self.row).is_some_and(|c| c.overdue.is_some()),
            Kind::Clause => assessment.clauses.get(self.row).is_some_and(|c| c.overdue.is_some()),
            Kind::Action => assessment.actions.get(self.row).is_some_and(|a| a.overdue.is_some()),
            Kind::Nonconformity => {
                assessment.nonconformities.get(self.row).is_some_and(|n| n.overdue.is_some())
            }
            Kind::Document | Kind::Evidence => {
                matches!(self.currency(), Some(Currency::Lapsed { .. }))
            }
            Kind::Risk => {
                past("review") && assessment.risks.get(self.row).is_some_and(|risk| risk.open)
            }
            Kind::Item => {
                let item = self.isms.checklist.row(self.row);
                let done = [ItemStatus::Met, ItemStatus::NotApplicable];
                past("due") && item.is_some_and(|item| !done.contains(&item.status))
            }
            Kind::Objective => {
                let objective = self.isms.objectives.row(self.row);
                past("due") && objective.is_some_and(|o| o.status != ObjectiveStatus::Met)
            }
            _ => false,
        }
    }

    /// Where a scope element stands, in the words of the filter.
    fn scope_words(&self) -> Vec<&'static str> {
        let state = self.assessment.elements.get(self.row).filter(|_| self.kind == Kind::Element);
        let Some(state) = state else { return Vec::new() };
        let words = [
            (true, state.inside.label()),
            (state.is_hole(), "hole"),
            (state.creep.is_some(), "creep"),
            (state.is_unfinished(), "unfinished"),
            (state.is_broad(), "broad"),
            (state.lacks_risk(), "norisk"),
        ];
        words.into_iter().filter(|(holds, _)| *holds).map(|(_, word)| word).collect()
    }

    /// What a scope element, a party or an obligation lacks, in phrases.
    fn lacks(&self) -> Vec<String> {
        let assessment = self.assessment;
        match self.kind {
            Kind::Element => assessment.elements.get(self.row).map_or_else(Vec::new, |state| {
                let lacks = state.creep.iter().flat_map(|creep| &creep.lacks);
                let issues = state.issues.iter().map(|issue| issue.phrase());
                issues.chain(lacks.map(|lack| lack.phrase())).collect()
            }),
            Kind::Party => assessment.parties.get(self.row).map_or_else(Vec::new, |state| {
                state.issues.iter().map(|issue| issue.phrase().to_string()).collect()
            }),
            Kind::Obligation => {
                assessment.obligations.get(self.row).map_or_else(Vec::new, |state| {
                    state.issues.iter().map(|issue| issue.phrase(self.isms)).collect()
                })
            }
            _ => Vec::new(),
        }
    }

    fn date(&self, key: &str) -> Option<NaiveDate> {
        match self.place(key).map(|place| self.glance(place)) {
            Some(Glance::Date(date)) => Some(date),
            _ => None,
        }
    }

    /// The number of the gap's priority; 0 without a gap.
    fn gap(&self) -> i64 {
        let gap = self.assessment.gap(self.kind, self.row);
        gap.and_then(|gap| i64::try_from(gap.priority.number()).ok()).unwrap_or_default()
    }

    fn rated(&self, asked: Computed) -> Option<Rated> {
        let risk = self.assessment.risks.get(self.row).filter(|_| self.kind == Kind::Risk)?;
        Some(match asked {
            Computed::Inherent => risk.inherent.rated,
            Computed::Residual => risk.residual.rated,
            _ => risk.current.rated,
        })
    }

    fn takes_rated(&self, rated: Rated, want: &Want) -> bool {
        let criteria = self.isms.criteria.only();
        match rated {
            Rated::Level(place) => {
                let names = (0..criteria.levels.len()).map(Rated::Level);
                want.takes_step(place, names.map(|level| level_name(criteria, level)))
            }
            Rated::Unrated | Rated::OffScale => want.takes_name(level_name(criteria, rated)),
        }
    }

    fn decisions(&self) -> impl Iterator<Item = &'a DecisionState> {
        let risk = self.assessment.risks.get(self.row).filter(|_| self.kind == Kind::Risk);
        risk.into_iter().flat_map(|risk| [&risk.plan, &risk.acceptance, &risk.management])
    }

    fn is_above(&self) -> Option<Above> {
        let risk = self.assessment.risks.get(self.row).filter(|_| self.kind == Kind::Risk);
        risk.map(|risk| risk.above)
    }

    fn demonstrated(&self) -> Option<Demonstrated> {
        let control = self.assessment.controls.get(self.row);
        control.filter(|_| self.kind == Kind::Control).map(|control| control.demonstrated)
    }

    fn currency(&self) -> Option<Currency> {
        let counted: &[Counted] = match self.kind {
            Kind::Document => &self.assessment.documents,
            Kind::Evidence => &self.assessment.evidence,
            _ => return None,
        };
        counted.get(self.row).map(|counted| counted.currency)
    }

    /// A judgement that is yes or no; nothing where it does not apply.
    fn flag(&self, asked: Computed) -> Option<bool> {
        match asked {
            Computed::Justified => {
                let control = self.assessment.controls.get(self.row);
                control.filter(|_| self.kind == Kind::Control).map(|control| control.justified)
            }
            Computed::Contradicts => match self.kind {
                Kind::Control => {
                    self.assessment.controls.get(self.row).map(|one| one.contradicts_fact())
                }
                Kind::Clause => {
                    self.assessment.clauses.get(self.row).map(|one| one.is_contradicted())
                }
                _ => None,
            },
            Computed::Orphan => {
                let control = self.assessment.controls.get(self.row);
                control.filter(|_| self.kind == Kind::Control).map(|control| control.orphan)
            }
            Computed::Above => self.is_above().map(|above| above == Above::Yes),
            Computed::Demonstrated => self.demonstrated().map(|d| d == Demonstrated::Yes),
            Computed::Overdue => Some(self.is_overdue()),
            _ => None,
        }
    }
}
