//! Where records live: the eight files, and the kinds of record in each.

/// One of the eight files of the folder; a register's name is its file's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum File {
    /// isms.ron
    Isms,
    /// controls.ron
    Controls,
    /// clauses.ron
    Clauses,
    /// risks.ron
    Risks,
    /// audit.ron
    Audit,
    /// documents.ron
    Documents,
    /// evidence.ron
    Evidence,
    /// actions.ron
    Actions,
}

/// A kind of record; each has one table of fields.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Kind {
    /// The organisation and the facts about it (4.1).
    Organisation,
    /// The scope statement (4.3).
    Scope,
    /// One element of the scope: a process, system, location, supplier ... (4.3).
    Element,
    /// An interested party (4.2).
    Party,
    /// A duty from law or contract (4.2, 5.31).
    Obligation,
    /// A person with role and authority (5.3).
    Person,
    /// The risk criteria and the method (6.1.2 a).
    Criteria,
    /// Planned intervals that the organisation declared.
    Intervals,
    /// The certification cycle: body and dates.
    Cycle,
    /// An information security objective (6.2).
    Objective,
    /// The Statement of Applicability as a document (6.1.3 d).
    Soa,
    /// One control of the Statement of Applicability.
    Control,
    /// Conformity to one subclause of clauses 4 to 10.
    Clause,
    /// One risk.
    Risk,
    /// One item of an audit-stage checklist.
    Item,
    /// The internal audit programme (9.2.2).
    Programme,
    /// One audit.
    Audit,
    /// One management review (9.3).
    Review,
    /// One surveillance visit or recertification.
    Visit,
    /// One piece of documented information (7.5).
    Document,
    /// One piece of evidence.
    Evidence,
    /// One nonconformity with its corrective action (10.2).
    Nonconformity,
    /// One action: treatment, improvement, review decision.
    Action,
}

impl File {
    /// All files, in the order of the panes that show them.
    pub const ALL: [File; 8] = [
        File::Isms,
        File::Controls,
        File::Clauses,
        File::Risks,
        File::Audit,
        File::Documents,
        File::Evidence,
        File::Actions,
    ];

    /// The register's name: the file's without `.ron`.
    pub fn register(self) -> &'static str {
        match self {
            File::Isms => "isms",
            File::Controls => "controls",
            File::Clauses => "clauses",
            File::Risks => "risks",
            File::Audit => "audit",
            File::Documents => "documents",
            File::Evidence => "evidence",
            File::Actions => "actions",
        }
    }

    /// The file's name in the folder.
    pub fn name(self) -> &'static str {
        match self {
            File::Isms => "isms.ron",
            File::Controls => "controls.ron",
            File::Clauses => "clauses.ron",
            File::Risks => "risks.ron",
            File::Audit => "audit.ron",
            File::Documents => "documents.ron",
            File::Evidence => "evidence.ron",
            File::Actions => "actions.ron",
        }
    }

    /// The name of the struct that the file holds.
    pub fn root(self) -> &'static str {
        match self {
            File::Isms => "Isms",
            File::Controls => "Controls",
            File::Clauses => "Clauses",
            File::Risks => "Risks",
            File::Audit => "Audit",
            File::Documents => "Documents",
            File::Evidence => "Evidence",
            File::Actions => "Actions",
        }
    }

    /// The kinds of record in the file, in the order in which they stand there.
    pub fn kinds(self) -> impl Iterator<Item = Kind> {
        Kind::ALL.into_iter().filter(move |k| k.file() == self)
    }

    /// The file whose register is called `name`.
    pub fn named(name: &str) -> Option<File> {
        let name = name.strip_suffix(".ron").unwrap_or(name);
        File::ALL.into_iter().find(|f| f.register().eq_ignore_ascii_case(name))
    }

    /// The file's place in [`File::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }
}

impl Kind {
    /// All kinds, file by file.
    pub const ALL: [Kind; 23] = [
        Kind::Organisation,
        Kind::Scope,
        Kind::Element,
        Kind::Party,
        Kind::Obligation,
        Kind::Person,
        Kind::Criteria,
        Kind::Intervals,
        Kind::Cycle,
        Kind::Objective,
        Kind::Soa,
        Kind::Control,
        Kind::Clause,
        Kind::Risk,
        Kind::Item,
        Kind::Programme,
        Kind::Audit,
        Kind::Review,
        Kind::Visit,
        Kind::Document,
        Kind::Evidence,
        Kind::Nonconformity,
        Kind::Action,
    ];

    /// The file that holds records of this kind.
    pub fn file(self) -> File {
        match self {
            Kind::Organisation
            | Kind::Scope
            | Kind::Element
            | Kind::Party
            | Kind::Obligation
            | Kind::Person
            | Kind::Criteria
            | Kind::Intervals
            | Kind::Cycle
            | Kind::Objective => File::Isms,
            Kind::Soa | Kind::Control => File::Controls,
            Kind::Clause => File::Clauses,
            Kind::Risk => File::Risks,
            Kind::Item | Kind::Programme | Kind::Audit | Kind::Review | Kind::Visit => File::Audit,
            Kind::Document => File::Documents,
            Kind::Evidence => File::Evidence,
            Kind::Nonconformity | Kind::Action => File::Actions,
        }
    }

    /// The key of the root field that holds the record or the list of records.
    pub fn key(self) -> &'static str {
        match self {
            Kind::Organisation => "organisation",
            Kind::Scope => "scope",
            Kind::Element => "elements",
            Kind::Party => "parties",
            Kind::Obligation => "obligations",
            Kind::Person => "people",
            Kind::Criteria => "criteria",
            Kind::Intervals => "intervals",
            Kind::Cycle => "cycle",
            Kind::Objective => "objectives",
            Kind::Soa => "soa",
            Kind::Control => "controls",
            Kind::Clause => "clauses",
            Kind::Risk => "risks",
            Kind::Item => "checklist",
            Kind::Programme => "programme",
            Kind::Audit => "audits",
            Kind::Review => "reviews",
            Kind::Visit => "surveillance",
            Kind::Document => "documents",
            Kind::Evidence => "evidence",
            Kind::Nonconformity => "nonconformities",
            Kind::Action => "actions",
        }
    }

    /// Whether the file holds exactly one such record, whose id is its key.
    pub fn is_single(self) -> bool {
        matches!(
            self,
            Kind::Organisation
                | Kind::Scope
                | Kind::Criteria
                | Kind::Intervals
                | Kind::Cycle
                | Kind::Soa
                | Kind::Programme
        )
    }

    /// The word for one record of the kind.
    pub fn label(self) -> &'static str {
        match self {
            Kind::Organisation => "organisation",
            Kind::Scope => "scope",
            Kind::Element => "scope element",
            Kind::Party => "interested party",
            Kind::Obligation => "obligation",
            Kind::Person => "person",
            Kind::Criteria => "risk criteria",
            Kind::Intervals => "intervals",
            Kind::Cycle => "certification cycle",
            Kind::Objective => "objective",
            Kind::Soa => "Statement of Applicability",
            Kind::Control => "control",
            Kind::Clause => "clause",
            Kind::Risk => "risk",
            Kind::Item => "checklist item",
            Kind::Programme => "audit programme",
            Kind::Audit => "audit",
            Kind::Review => "management review",
            Kind::Visit => "surveillance",
            Kind::Document => "document",
            Kind::Evidence => "evidence",
            Kind::Nonconformity => "nonconformity",
            Kind::Action => "action",
        }
    }

    /// The start of the ids that annexa gives to new records of the kind.
    pub fn id_prefix(self) -> &'static str {
        match self {
            Kind::Element => "SC-",
            Kind::Party => "IP-",
            Kind::Obligation => "OB-",
            Kind::Person => "person-",
            Kind::Objective => "OBJ-",
            Kind::Control => "OWN-",
            Kind::Risk => "R-",
            Kind::Item => "CK-",
            Kind::Audit => "IA-",
            Kind::Review => "MR-",
            Kind::Visit => "SV-",
            Kind::Document => "DOC-",
            Kind::Evidence => "EV-",
            Kind::Nonconformity => "NC-",
            Kind::Action => "A-",
            _ => "",
        }
    }
}
