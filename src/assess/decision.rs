//! The state of a decision on a risk (6.1.3 f), worked out anew at every change.
//!
//! A decision holds for what it was made on. If that changed, it is stale and says by which fields;
//! it is not withdrawn: put back what changed, and it holds again.

use super::{
    DecisionFlag,
    calendar::add_months,
    level::{Rated, level_name},
    projection::{Subject, changed, parse, write_risk},
};
use crate::isms::{Authority, Decision, DecisionKind, Level};
use chrono::NaiveDate;

/// Where a decision stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum DecisionState {
    /// The criteria ask for none.
    #[default]
    NotNeeded,
    /// There is nothing to decide on yet: no treatment was chosen.
    TooEarly,
    /// What remains is not rated: nobody can say whether this decision is needed.
    Unrated,
    /// Nobody decided yet.
    Awaiting,
    /// It holds.
    Accepted {
        /// Until this day, if it ends at all.
        until: Option<NaiveDate>,
    },
    /// What it was made on has changed.
    Stale {
        /// The fields that changed, by their labels.
        fields: Vec<String>,
    },
    /// It held until this day.
    Expired {
        /// The last day.
        on: NaiveDate,
    },
    /// A later record takes it back.
    Revoked,
    /// It was made by somebody who may not, or can't be relied on.
    NotAuthorised {
        /// Why, in words that can follow a colon.
        why: String,
    },
    /// It was sent back with a reason.
    SentBack {
        /// The reason.
        note: String,
    },
}

impl DecisionState {
    /// Whether it holds, or none is needed.
    pub fn is_settled(&self) -> bool {
        matches!(self, DecisionState::NotNeeded | DecisionState::Accepted { .. })
    }

    /// Whether somebody has to decide now.
    pub fn is_awaited(&self) -> bool {
        !self.is_settled() && !matches!(self, DecisionState::TooEarly | DecisionState::Unrated)
    }

    /// A word or two for a column.
    pub fn label(&self) -> &'static str {
        match self {
            DecisionState::NotNeeded => "not needed",
            DecisionState::TooEarly => "no treatment yet",
            DecisionState::Unrated => "not rated yet",
            DecisionState::Awaiting => "awaiting",
            DecisionState::Accepted { .. } => "accepted",
            DecisionState::Stale { .. } => "stale",
            DecisionState::Expired { .. } => "expired",
            DecisionState::Revoked => "revoked",
            DecisionState::NotAuthorised { .. } => "not authorised",
            DecisionState::SentBack { .. } => "sent back",
        }
    }

    /// The state with what there is to say about it: "stale: Residual level".
    pub fn in_words(&self) -> String {
        match self {
            DecisionState::Accepted { until: Some(day) } => format!("accepted until {day}"),
            DecisionState::Stale { fields } => format!("stale: {}", fields.join(", ")),
            DecisionState::Expired { on } => format!("expired on {on}"),
            DecisionState::NotAuthorised { why } => format!("not authorised: {why}"),
            DecisionState::SentBack { note } if !note.is_empty() => format!("sent back: {note}"),
            other => other.label().to_string(),
        }
    }
}

/// What the decisions on one risk are judged against.
pub(super) struct Judge<'a> {
    pub subject: Subject<'a>,
    /// The level that remains.
    pub remaining: Rated,
    pub flags: &'a [DecisionFlag],
    pub today: NaiveDate,
    /// A buffer that is used again for every risk.
    pub text: &'a mut String,
    /// Whether the buffer holds this risk's projection already.
    pub written: bool,
}

impl Judge<'_> {
    /// The state of the latest decision of a kind.
    pub fn state(&mut self, kind: DecisionKind) -> DecisionState {
        let decisions = &self.subject.risk.decisions;
        let latest = decisions.iter().rposition(|decision| decision.kind == kind);
        let after = latest.map_or(0, |place| place + 1);
        let back = decisions.iter().skip(after).rfind(|d| d.kind == DecisionKind::SentBack);
        let Some((place, decision)) = latest.and_then(|place| Some((place, decisions.get(place)?)))
        else {
            return back.map_or(DecisionState::Awaiting, sent_back);
        };
        if let Some(back) = back {
            return sent_back(back);
        }
        if is_revoked(decisions, place) {
            return DecisionState::Revoked;
        }
        if let Some(why) = self.doubt(place, decision) {
            return DecisionState::NotAuthorised { why };
        }
        let fields = self.stale_fields(decision);
        if !fields.is_empty() {
            return DecisionState::Stale { fields };
        }
        let until = self.until(kind, decision);
        match until {
            Some(day) if day < self.today => DecisionState::Expired { on: day },
            until => DecisionState::Accepted { until },
        }
    }

    /// Why the decision can't be relied on, whatever it says.
    fn doubt(&self, place: usize, decision: &Decision) -> Option<String> {
        if self.flags.contains(&DecisionFlag::DigestBroken(place)) {
            return Some("its digest does not fit, it was changed by hand".to_string());
        }
        if self.flags.contains(&DecisionFlag::Unsealed(place)) {
            return Some(
                "it carries no digest, which may have been taken away by hand".to_string(),
            );
        }
        let Some(made) = decision.made.or(decision.recorded) else {
            return Some("no date says when it was made".to_string());
        };
        if made > self.today {
            return Some(format!("it is dated {made}, which is still to come"));
        }
        let by = decision.by.trim();
        let Some(person) = self.subject.isms.people.get(by) else {
            return Some(match by {
                "" => "it does not say who decided".to_string(),
                by => format!("isms.ron names nobody {by:?}"),
            });
        };
        if let Some(left) = person.left.filter(|left| *left < made) {
            return Some(format!("{by} had left on {left}"));
        }
        let owner = self.subject.risk.owner.trim();
        if decision.kind == DecisionKind::ManagementAcceptance {
            let top = person.authority.contains(&Authority::TopManagement);
            return (!top).then(|| format!("{by} is not top management"));
        }
        // the owner of then, if the record says who that was: a new owner makes it stale, not void
        let content = parse(&decision.content);
        let then = content.iter().find(|(label, _)| label == "Risk owner").map(|(_, id)| id);
        let owner_then = then.map_or(owner, String::as_str);
        (by != owner_then).then(|| match owner_then {
            "" => format!("the risk has no owner, {by} is not"),
            owner => format!("{by} is not the risk owner, {owner} is"),
        })
    }

    fn stale_fields(&mut self, decision: &Decision) -> Vec<String> {
        if decision.content.trim().is_empty() {
            return self.other_level(decision);
        }
        if !self.written {
            write_risk(self.subject, self.text);
            self.written = true;
        }
        if self.text.trim() == decision.content.trim() {
            return Vec::new();
        }
        changed(&parse(&decision.content), &parse(self.text))
    }

    /// A decision that does not say what it was made on is held to its level alone.
    fn other_level(&self, decision: &Decision) -> Vec<String> {
        let levels = &self.subject.isms.criteria.only().levels;
        let level = self.remaining.level().and_then(|level| levels.get(level));
        let named = |level: &Level| {
            let word = decision.level.trim();
            [&level.id, &level.name].into_iter().any(|name| name.eq_ignore_ascii_case(word))
        };
        let same = decision.level.trim().is_empty() || level.is_some_and(named);
        // without any level there is nothing that could have been accepted
        if same && level.is_some() { Vec::new() } else { vec!["Residual level".to_string()] }
    }

    /// The last day on which the decision holds.
    fn until(&self, kind: DecisionKind, decision: &Decision) -> Option<NaiveDate> {
        let accepts = kind != DecisionKind::PlanApproval;
        let months = self.subject.scale.months(self.remaining).filter(|_| accepts);
        let made = decision.made.or(decision.recorded);
        let longest = months.zip(made).map(|(months, made)| add_months(made, months));
        decision.until.into_iter().chain(longest).min()
    }

    /// The name of the level that remains.
    pub fn level_name(&self) -> &str {
        level_name(self.subject.isms.criteria.only(), self.remaining)
    }
}

fn sent_back(decision: &Decision) -> DecisionState {
    DecisionState::SentBack { note: decision.note.trim().to_string() }
}

/// Whether a later record takes the decision at a place back.
fn is_revoked(decisions: &[Decision], place: usize) -> bool {
    let revocations = decisions
        .iter()
        .enumerate()
        .skip(place + 1)
        .filter(|(_, decision)| decision.kind == DecisionKind::Revocation);
    let own = decisions.get(place).map_or("", |decision| &*decision.digest);
    revocations.into_iter().any(|(at, revocation)| match revocation.revokes.trim() {
        "" => latest_before(decisions, at) == Some(place),
        digest => !own.is_empty() && digest.eq_ignore_ascii_case(own),
    })
}

/// The latest decision that decided something.
fn latest_before(decisions: &[Decision], at: usize) -> Option<usize> {
    let decides = |kind| !matches!(kind, DecisionKind::Revocation | DecisionKind::SentBack);
    decisions.iter().take(at).rposition(|decision| decides(decision.kind))
}
