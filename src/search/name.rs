//! The names that may stand before a colon: fields by key or label, and what annexa works out itself.

use super::fold::fold;
use crate::isms::{Field, Kind, Shape};

/// Something that annexa works out about a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Computed {
    /// The record's key.
    Id,
    /// Its title; for controls and clauses the standard's.
    Title,
    /// What kind of record it is.
    Kind,
    /// Whether something in it could not be read.
    Wrong,
    /// How pressing its gap is.
    Gap,
    /// Whether a control is decided and justified (6.1.3 d).
    Justified,
    /// Level of risk today.
    Level,
    /// Level of risk without any control.
    Inherent,
    /// Level of risk after treatment.
    Residual,
    /// Whether a risk is above the acceptance criteria (6.1.2 a 1).
    Above,
    /// State of the decisions on a risk (6.1.3 f).
    Decision,
    /// Whether its date has passed and it isn't done.
    Overdue,
    /// Whether evidence shows that a control works.
    Demonstrated,
    /// Whether a document or a piece of evidence counts today.
    State,
    /// Where a scope element stands: inside, a hole, creep, too broad, without risk.
    Scope,
    /// What a scope element, a party or an obligation lacks, in words.
    Lacks,
    /// Whether an exclusion contradicts what is known of the organisation; a subclause its items.
    Contradicts,
    /// Theme of a control.
    Theme,
    /// Preventive, detective, corrective.
    Type,
    /// Function of the cybersecurity framework.
    Concept,
    /// Operational capability.
    Capability,
    /// Security domain.
    Domain,
    /// Property of information that a control preserves.
    Property,
    /// Whether a control has no predecessor in the 2013 edition.
    New,
    /// Audit stage of a checklist item; the standard's for its own items.
    Stage,
    /// Where a gap stands in the order of the work.
    Phase,
    /// What is missing.
    Because,
    /// Whether nothing needs an applicable control.
    Orphan,
    /// The set that a control is from.
    Set,
    /// Records of a kind linked with it, in either direction.
    Linked(Kind),
}

/// One computed name: how it is written, whose it is, what it says.
struct Entry {
    names: &'static [&'static str],
    computed: Computed,
    /// Empty: all kinds.
    kinds: &'static [Kind],
    words: &'static str,
    /// Whether a field of the same name goes first.
    yields: bool,
}

const fn entry(
    names: &'static [&'static str],
    computed: Computed,
    kinds: &'static [Kind],
    words: &'static str,
) -> Entry {
    Entry { names, computed, kinds, words, yields: false }
}

const fn link(names: &'static [&'static str], kind: Kind, words: &'static str) -> Entry {
    Entry { names, computed: Computed::Linked(kind), kinds: &[], words, yields: false }
}

const fn shy(names: &'static [&'static str], kind: Kind, words: &'static str) -> Entry {
    Entry { names, computed: Computed::Linked(kind), kinds: &[], words, yields: true }
}

/// Kinds that have a date by which something is to be done.
const DATED: &[Kind] = &[
    Kind::Control,
    Kind::Clause,
    Kind::Risk,
    Kind::Item,
    Kind::Document,
    Kind::Evidence,
    Kind::Nonconformity,
    Kind::Action,
    Kind::Objective,
];

static ENTRIES: &[Entry] = &[
    entry(&["id"], Computed::Id, &[], "its id; a clause covers its subclauses"),
    entry(&["title"], Computed::Title, &[], "its title"),
    entry(&["kind"], Computed::Kind, &[], "what kind of record it is"),
    entry(&["wrong"], Computed::Wrong, &[], "has values that can't be read"),
    entry(
        &["gap"],
        Computed::Gap,
        &[Kind::Control, Kind::Clause],
        "how pressing the gap is, a number",
    ),
    entry(&["justified"], Computed::Justified, &[Kind::Control], "decided and justified"),
    entry(&["level"], Computed::Level, &[Kind::Risk], "level today: name or number"),
    entry(&["inherent"], Computed::Inherent, &[Kind::Risk], "level without any control"),
    entry(&["residual"], Computed::Residual, &[Kind::Risk], "level after treatment"),
    entry(&["above"], Computed::Above, &[Kind::Risk], "above the acceptance criteria"),
    entry(
        &["decision"],
        Computed::Decision,
        &[Kind::Risk],
        "awaiting, accepted, stale, expired, revoked ...",
    ),
    entry(&["overdue"], Computed::Overdue, DATED, "its date has passed and it isn't done"),
    entry(&["demonstrated"], Computed::Demonstrated, &[Kind::Control], "evidence shows it"),
    entry(
        &["state", "currency"],
        Computed::State,
        &[Kind::Document, Kind::Evidence],
        "whether it counts today: current, due soon, lapsed ...",
    ),
    entry(
        &["scope"],
        Computed::Scope,
        &[Kind::Element],
        "in, out, undecided, hole, creep, unfinished, broad, norisk",
    ),
    entry(
        &["lacks"],
        Computed::Lacks,
        &[Kind::Element, Kind::Party, Kind::Obligation],
        "what it lacks, in words; alone: anything",
    ),
    entry(
        &["contradicts"],
        Computed::Contradicts,
        &[Kind::Control, Kind::Clause],
        "excluded against a fact, duty or risk; a clause against its items",
    ),
    entry(&["theme"], Computed::Theme, &[Kind::Control], "organizational, people, physical ..."),
    entry(&["type"], Computed::Type, &[Kind::Control], "preventive, detective, corrective"),
    entry(&["concept"], Computed::Concept, &[Kind::Control], "identify, protect, detect ..."),
    entry(&["capability"], Computed::Capability, &[Kind::Control], "operational capability"),
    entry(&["domain"], Computed::Domain, &[Kind::Control], "security domain"),
    entry(
        &["property"],
        Computed::Property,
        &[Kind::Control],
        "confidentiality, integrity, availability",
    ),
    entry(&["new"], Computed::New, &[Kind::Control], "new in the 2022 edition"),
    entry(
        &["stage"],
        Computed::Stage,
        &[Kind::Item, Kind::Control, Kind::Clause],
        "audit at which it is looked at, or its gap raised: 1, 2 ...",
    ),
    entry(
        &["phase"],
        Computed::Phase,
        &[Kind::Control, Kind::Clause],
        "where its gap stands in the work",
    ),
    entry(
        &["because", "why"],
        Computed::Because,
        &[Kind::Control, Kind::Clause],
        "what is missing, in words",
    ),
    entry(&["orphan"], Computed::Orphan, &[Kind::Control], "applicable, and nothing needs it"),
    entry(&["set"], Computed::Set, &[Kind::Control], "set that a control is from: Annex A ..."),
    link(&["risk"], Kind::Risk, "risks linked with it, either way"),
    link(&["control"], Kind::Control, "controls linked with it, either way"),
    link(&["clause"], Kind::Clause, "clauses linked with it, either way"),
    link(&["document"], Kind::Document, "documents linked with it, either way"),
    link(&["evidence"], Kind::Evidence, "evidence linked with it, either way"),
    link(&["action"], Kind::Action, "actions linked with it, either way"),
    link(&["obligation"], Kind::Obligation, "obligations linked with it, either way"),
    link(&["finding", "nonconformity"], Kind::Nonconformity, "findings linked with it"),
    shy(&["audit"], Kind::Audit, "audits linked with it"),
    shy(&["element"], Kind::Element, "scope elements linked with it"),
    shy(&["person"], Kind::Person, "people linked with it"),
];

/// A name as typed, and what it asks of each kind of record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    typed: String,
    asks: [Option<Asked>; Kind::ALL.len()],
}

/// What a name asks of one kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Something worked out.
    Computed(Computed),
    /// The field at this place of the kind's table.
    Field(usize),
}

impl Name {
    /// The name, if any kind of record knows it.
    pub fn find(typed: &str) -> Option<Self> {
        let wanted = squash(typed);
        if wanted.is_empty() {
            return None;
        }
        let entries: Vec<&Entry> = ENTRIES.iter().filter(|e| e.is_named(&wanted)).collect();
        let asks = Kind::ALL.map(|kind| asked(kind, &wanted, &entries));
        let known = asks.iter().any(Option::is_some);
        known.then(|| Self { typed: typed.to_lowercase(), asks })
    }

    /// As it was typed, in lower case.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// What it asks of a kind; nothing if the kind has no such thing.
    pub fn asked(&self, kind: Kind) -> Option<Asked> {
        // kinds are numbered in the order of their table
        self.asks.get(kind as usize).copied().flatten()
    }

    /// The fields that it names, whatever the kind; `None` if anything is worked out.
    pub fn fields(&self) -> Option<Vec<&'static Field>> {
        let asked = Kind::ALL.into_iter().zip(self.asks).filter_map(|(k, a)| a.map(|a| (k, a)));
        asked
            .map(|(kind, asked)| match asked {
                Asked::Field(place) => kind.fields().get(place),
                Asked::Computed(_) => None,
            })
            .collect()
    }
}

/// The names that may be asked of a kind, with what each says; for completion and help.
pub fn known_fields(kind: Kind) -> Vec<(&'static str, &'static str)> {
    let entries = ENTRIES.iter().filter(|entry| entry.is_for(kind));
    let mut known: Vec<(&str, &str)> =
        entries.filter_map(|entry| entry.names.first().map(|name| (*name, entry.words))).collect();
    for field in kind.fields() {
        if !known.iter().any(|(name, _)| squash(name) == squash(field.key)) {
            known.push((field.key, field.help));
        }
    }
    known
}

/// The known names that look most like the typed one.
pub fn near(typed: &str) -> Vec<&'static str> {
    let wanted = squash(typed);
    let limit = 1 + wanted.chars().count() / 4;
    let computed = ENTRIES.iter().flat_map(|entry| entry.names.iter().copied());
    let fields = Kind::ALL.into_iter().flat_map(Kind::fields).map(|field| field.key);
    let mut found: Vec<(usize, &str)> = Vec::new();
    for name in computed.chain(fields) {
        let known = squash(name);
        let far = if wanted.len() > 1 && known.starts_with(&wanted) {
            1
        } else {
            super::spelling::distance(&wanted, &known)
        };
        if far <= limit && !found.iter().any(|(_, there)| squash(there) == known) {
            found.push((far, name));
        }
    }
    let least = found.iter().map(|(far, _)| *far).min();
    let nearest = found.into_iter().filter(|(far, _)| Some(*far) == least);
    nearest.take(3).map(|(_, name)| name).collect()
}

impl Entry {
    fn is_for(&self, kind: Kind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }

    fn is_named(&self, squashed: &str) -> bool {
        self.names.iter().any(|name| squash(name) == squashed)
    }
}

fn asked(kind: Kind, wanted: &str, entries: &[&Entry]) -> Option<Asked> {
    let entry = entries.iter().find(|entry| entry.is_for(kind));
    let computed = entry.map(|entry| Asked::Computed(entry.computed));
    if entry.is_some_and(|entry| !entry.yields) {
        return computed;
    }
    let field = field_of(kind, wanted);
    match field.and_then(|place| kind.fields().get(place)).map(|field| field.shape) {
        // what is linked either way says more than the field alone
        Some(Shape::Link(_) | Shape::Links(_)) if computed.is_some() => computed,
        Some(_) => field.map(Asked::Field),
        None => computed,
    }
}

fn field_of(kind: Kind, wanted: &str) -> Option<usize> {
    let by_key = kind.fields().iter().position(|field| squash(field.key) == wanted);
    // the label of a title is the word for the kind: "Risk", "Action"
    by_key.or_else(|| {
        kind.fields().iter().position(|f| f.key != "title" && squash(f.label) == wanted)
    })
}

/// A name without case, separators and the plural.
fn squash(name: &str) -> String {
    let mut plain: String = fold(name).chars().filter(|c| c.is_alphanumeric()).collect();
    if plain == "people" {
        return "person".to_string();
    }
    for (plural, singular) in [("ies", "y"), ("s", "")] {
        if plain.len() > plural.len() + 1 && plain.ends_with(plural) {
            plain.truncate(plain.len() - plural.len());
            plain.push_str(singular);
            break;
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{Asked, Computed, Name, known_fields, near};
    use crate::isms::Kind;

    fn ask(name: &str, kind: Kind) -> Option<Asked> {
        Name::find(name)?.asked(kind)
    }

    fn key(name: &str, kind: Kind) -> &'static str {
        match ask(name, kind) {
            Some(Asked::Field(place)) => kind.fields()[place].key,
            other => panic!("{name} of {kind:?} is {other:?}"),
        }
    }

    #[test]
    fn kinds_are_numbered_in_the_order_of_their_table() {
        for (place, kind) in Kind::ALL.into_iter().enumerate() {
            assert_eq!(kind as usize, place);
        }
    }

    #[test]
    fn fields_go_by_key_and_by_label() {
        assert_eq!(key("owner", Kind::Risk), "owner");
        assert_eq!(key("Risk owner", Kind::Risk), "owner");
        assert_eq!(key("next-review", Kind::Document), "review");
        assert_eq!(key("nextReview", Kind::Control), "next_review");
        assert_eq!(key("affects", Kind::Risk), "properties");
        assert_eq!(key("property", Kind::Risk), "properties");
        assert_eq!(key("review", Kind::Risk), "review");
    }

    #[test]
    fn links_go_either_way() {
        for name in ["risk", "risks", "Risks"] {
            let linked = Some(Asked::Computed(Computed::Linked(Kind::Risk)));
            assert_eq!(ask(name, Kind::Control), linked);
            assert_eq!(ask(name, Kind::Action), linked);
        }
        assert_eq!(
            ask("findings", Kind::Audit),
            Some(Asked::Computed(Computed::Linked(Kind::Nonconformity)))
        );
    }

    #[test]
    fn unknown_names_are_unknown_and_near_ones_are_named() {
        assert_eq!(Name::find("colour of the sky"), None);
        assert_eq!(Name::find(":"), None);
        assert_eq!(near("stauts").first(), Some(&"status"));
        assert_eq!(near("ownr").first(), Some(&"owner"));
        assert_eq!(near("xyzzy"), Vec::<&str>::new());
    }

    #[test]
    fn every_known_name_is_found() {
        for kind in Kind::ALL {
            for (name, words) in known_fields(kind) {
                assert!(ask(name, kind).is_some(), "{name} of {kind:?}");
                assert!(!words.is_empty(), "{name} of {kind:?}");
            }
        }
        assert!(known_fields(Kind::Control).iter().any(|(name, _)| *name == "theme"));
    }
}
