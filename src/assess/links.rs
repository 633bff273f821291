//! Links seen from the other end: stored once, derived here for everybody who asks.
//!
//! All records are walked once; the rest of the judgement follows rows, never ids.

use crate::isms::{Field, Isms, Kind, Record, Risk, Shape, Text, resolve};
use crate::standard::Standard;

/// What points at a control.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ControlLinks {
    /// Risks whose rating of today rests on it.
    pub existing: Vec<usize>,
    /// Risks whose treatment selects it.
    pub treating: Vec<usize>,
    /// Evidence for it.
    pub evidence: Vec<usize>,
    /// Documents for it.
    pub documents: Vec<usize>,
    /// Obligations that it meets.
    pub obligations: Vec<usize>,
    /// Actions that bring it about.
    pub actions: Vec<usize>,
    /// Nonconformities against it.
    pub nonconformities: Vec<usize>,
    /// Audits that cover it.
    pub audits: Vec<usize>,
}

/// What points at a subclause.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ClauseLinks {
    /// Documents for it.
    pub documents: Vec<usize>,
    /// Evidence for it.
    pub evidence: Vec<usize>,
    /// Obligations that it meets.
    pub obligations: Vec<usize>,
    /// Actions that serve it.
    pub actions: Vec<usize>,
    /// Audits that cover it.
    pub audits: Vec<usize>,
    /// Nonconformities against it.
    pub findings: Vec<usize>,
}

/// What a risk names, as rows, and what points at it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RiskLinks {
    /// Controls that its rating of today rests on.
    pub existing: Vec<usize>,
    /// Controls that its treatment selects.
    pub treating: Vec<usize>,
    /// Whether its treatment names a control that the SoA does not have.
    pub unknown: bool,
    /// Actions that treat it.
    pub actions: Vec<usize>,
    /// Evidence for it.
    pub evidence: Vec<usize>,
}

/// All derived links; each list goes by the rows of its table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Links {
    /// By control.
    pub controls: Vec<ControlLinks>,
    /// By subclause.
    pub clauses: Vec<ClauseLinks>,
    /// By risk.
    pub risks: Vec<RiskLinks>,
    /// Risks by scope element.
    pub elements: Vec<Vec<usize>>,
    /// Evidence by person (7.2 d).
    pub people: Vec<Vec<usize>>,
    /// Evidence by checklist item.
    pub items: Vec<Vec<usize>>,
    /// Evidence by action.
    pub actions: Vec<Vec<usize>>,
    /// Evidence by nonconformity.
    pub nonconformities: Vec<Vec<usize>>,
    /// Documents by item of mandatory documented information, in the standard's order.
    pub mandatory: Vec<Vec<usize>>,
}

impl Links {
    /// Walks all records once.
    pub fn of(isms: &Isms, standard: &Standard) -> Self {
        let mut links = Links {
            controls: vec![ControlLinks::default(); isms.controls.len()],
            clauses: vec![ClauseLinks::default(); isms.clauses.len()],
            risks: Vec::with_capacity(isms.risks.len()),
            elements: vec![Vec::new(); isms.elements.len()],
            people: vec![Vec::new(); isms.people.len()],
            items: vec![Vec::new(); isms.checklist.len()],
            actions: vec![Vec::new(); isms.actions.len()],
            nonconformities: vec![Vec::new(); isms.nonconformities.len()],
            mandatory: vec![Vec::new(); standard.documents().mandatory.len()],
        };
        for (row, risk) in isms.risks.rows().iter().enumerate() {
            links.risk(isms, row, risk);
        }
        links.evidence(isms);
        links.documents(isms, standard);
        links.actions(isms);
        links.audits(isms);
        links
    }

    fn risk(&mut self, isms: &Isms, row: usize, risk: &Risk) {
        let mut found = RiskLinks::default();
        for id in &risk.existing {
            if let Some((_, control)) = resolve(isms, &[Kind::Control], id) {
                found.existing.push(control);
                add(&mut self.controls, control, |c| &mut c.existing, row);
            }
        }
        for id in &risk.controls {
            match resolve(isms, &[Kind::Control], id) {
                Some((_, control)) => {
                    found.treating.push(control);
                    add(&mut self.controls, control, |c| &mut c.treating, row);
                }
                None => found.unknown = true,
            }
        }
        for id in &risk.elements {
            if let Some((_, element)) = resolve(isms, &[Kind::Element], id) {
                add(&mut self.elements, element, |e| e, row);
            }
        }
        self.risks.push(found);
    }

    fn evidence(&mut self, isms: &Isms) {
        let targets = targets::<crate::isms::Evidence>("supports");
        for (row, evidence) in isms.evidence.rows().iter().enumerate() {
            for (kind, at) in rows(isms, targets, &evidence.supports) {
                match kind {
                    Kind::Control => add(&mut self.controls, at, |c| &mut c.evidence, row),
                    Kind::Clause => add(&mut self.clauses, at, |c| &mut c.evidence, row),
                    Kind::Risk => add(&mut self.risks, at, |r| &mut r.evidence, row),
                    Kind::Action => add(&mut self.actions, at, |a| a, row),
                    Kind::Nonconformity => add(&mut self.nonconformities, at, |n| n, row),
                    Kind::Person => add(&mut self.people, at, |p| p, row),
                    Kind::Item => add(&mut self.items, at, |i| i, row),
                    _ => {}
                }
            }
        }
    }

    fn documents(&mut self, isms: &Isms, standard: &Standard) {
        let targets = targets::<crate::isms::Document>("supports");
        let mandatory = &standard.documents().mandatory;
        for (row, document) in isms.documents.rows().iter().enumerate() {
            for id in &document.supports {
                if let Some(item) = mandatory.iter().position(|m| m.id == id.trim()) {
                    add(&mut self.mandatory, item, |m| m, row);
                }
            }
            for (kind, at) in rows(isms, targets, &document.supports) {
                match kind {
                    Kind::Control => add(&mut self.controls, at, |c| &mut c.documents, row),
                    _ => add(&mut self.clauses, at, |c| &mut c.documents, row),
                }
            }
        }
        let targets = self::targets::<crate::isms::Obligation>("controls");
        for (row, obligation) in isms.obligations.rows().iter().enumerate() {
            for (kind, at) in rows(isms, targets, &obligation.controls) {
                match kind {
                    Kind::Control => add(&mut self.controls, at, |c| &mut c.obligations, row),
                    _ => add(&mut self.clauses, at, |c| &mut c.obligations, row),
                }
            }
        }
    }

    fn actions(&mut self, isms: &Isms) {
        for (row, action) in isms.actions.rows().iter().enumerate() {
            for (_, at) in rows(isms, &[Kind::Risk], &action.risks) {
                add(&mut self.risks, at, |r| &mut r.actions, row);
            }
            for (_, at) in rows(isms, &[Kind::Control], &action.controls) {
                add(&mut self.controls, at, |c| &mut c.actions, row);
            }
            for (_, at) in rows(isms, &[Kind::Clause], &action.clauses) {
                add(&mut self.clauses, at, |c| &mut c.actions, row);
            }
        }
    }

    fn audits(&mut self, isms: &Isms) {
        let targets = targets::<crate::isms::Nonconformity>("refs");
        for (row, found) in isms.nonconformities.rows().iter().enumerate() {
            for (kind, at) in rows(isms, targets, &found.refs) {
                match kind {
                    Kind::Control => add(&mut self.controls, at, |c| &mut c.nonconformities, row),
                    Kind::Clause => add(&mut self.clauses, at, |c| &mut c.findings, row),
                    _ => {}
                }
            }
        }
        for (row, audit) in isms.audits.rows().iter().enumerate() {
            for (_, at) in rows(isms, &[Kind::Control], &audit.controls) {
                add(&mut self.controls, at, |c| &mut c.audits, row);
            }
            for (_, at) in rows(isms, &[Kind::Clause], &audit.clauses) {
                add(&mut self.clauses, at, |c| &mut c.audits, row);
            }
        }
    }

    /// What points at a control.
    pub fn control(&self, row: usize) -> &ControlLinks {
        static NONE: ControlLinks = ControlLinks {
            existing: Vec::new(),
            treating: Vec::new(),
            evidence: Vec::new(),
            documents: Vec::new(),
            obligations: Vec::new(),
            actions: Vec::new(),
            nonconformities: Vec::new(),
            audits: Vec::new(),
        };
        self.controls.get(row).unwrap_or(&NONE)
    }

    /// What points at a subclause.
    pub fn clause(&self, row: usize) -> &ClauseLinks {
        static NONE: ClauseLinks = ClauseLinks {
            documents: Vec::new(),
            evidence: Vec::new(),
            obligations: Vec::new(),
            actions: Vec::new(),
            audits: Vec::new(),
            findings: Vec::new(),
        };
        self.clauses.get(row).unwrap_or(&NONE)
    }

    /// What a risk names, and what points at it.
    pub fn risk_at(&self, row: usize) -> &RiskLinks {
        static NONE: RiskLinks = RiskLinks {
            existing: Vec::new(),
            treating: Vec::new(),
            unknown: false,
            actions: Vec::new(),
            evidence: Vec::new(),
        };
        self.risks.get(row).unwrap_or(&NONE)
    }
}

/// The records that a list of ids names; ids of nothing are left out (`annexa check` names them).
fn rows<'a>(
    isms: &'a Isms,
    targets: &'static [Kind],
    ids: &'a [Text],
) -> impl Iterator<Item = (Kind, usize)> + 'a {
    ids.iter().filter_map(move |id| resolve(isms, targets, id))
}

/// The kinds that a field of a record may name.
fn targets<R: Record>(key: &str) -> &'static [Kind] {
    R::FIELDS.iter().find(|field| field.key == key).map_or(&[], Field::targets)
}

/// Notes a row once: two lettered items of a subclause are one link to it.
fn add<T>(list: &mut [T], at: usize, field: impl Fn(&mut T) -> &mut Vec<usize>, row: usize) {
    if let Some(found) = list.get_mut(at) {
        let rows = field(found);
        if rows.last() != Some(&row) {
            rows.push(row);
        }
    }
}

/// Every record that names a person, with the field that does.
pub fn owned_by(isms: &Isms, person: &str) -> Vec<(Kind, usize, &'static Field)> {
    use crate::isms::Glance;
    let mut found = Vec::new();
    for kind in Kind::ALL {
        let fields = kind.fields().iter().enumerate();
        let fields: Vec<_> =
            fields.filter(|(_, f)| matches!(f.shape, Shape::Person | Shape::People)).collect();
        for row in 0..isms.len(kind) {
            for (index, field) in &fields {
                let named = match isms.glance(kind, row, *index) {
                    Glance::Text(id) => id == person,
                    Glance::Texts(ids) => ids.iter().any(|id| &**id == person),
                    _ => false,
                };
                if named {
                    found.push((kind, row, *field));
                }
            }
        }
    }
    found
}
